from tenderlight.facts.privacy.personal import find_personal
from tenderlight.facts.privacy.spans import redacted
from tenderlight.facts.reading import read_facts
from tenderlight.model.document import Page

NOTICE = """绿泽市公安局视频设备采购项目成交公告
项目编号：LZ-2022-118
采购人：绿泽市公安局
成交供应商：海州启明信息技术有限公司
统一社会信用代码：91330000733796106P
成交金额：1,150,000元
项目经理：欧阳建国 证书编号：浙1332019202001234
五、评审专家（单一来源采购人员）名单：
张伟、买买提·艾力、李小燕（采购人代表）
六、代理服务收费：12,000元
项目联系人：王警官 0571-87654321 13900001111
法定代表人：陈志远 身份证号：330102198001011234
邮箱：chen.zy@example.org
公告日期：2022年6月9日
"""
PERSONS = (
    *("欧阳建国", "张伟", "买买提·艾力", "李小燕", "陈志远", "0571-87654321", "13900001111", "330102198001011234"),
    "chen.zy@example.org",
)
KEPT = (
    "绿泽市公安局",
    "海州启明信息技术有限公司",
    "91330000733796106P",
    "1,150,000元",
    "LZ-2022-118",
    "2022年6月9日",
    "12,000元",
)
TAIWAN = "決標公告\n機關名稱：臺中市政府警察局\n聯絡人：陳小姐\n聯絡電話：(04)23289100\n"


def blacked(text: str) -> str:
    page = Page(number=1, text=text)
    return redacted(text, find_personal([page]))


def test_persons_are_marked_and_nothing_else() -> None:
    text = blacked(NOTICE)
    assert len(text) == len(NOTICE)
    assert [word for word in PERSONS if word in text] == []
    assert [word for word in KEPT if word not in text] == []


def test_persons_are_in_no_value_of_a_statement() -> None:
    said = " ".join(str(one.value) for one in read_facts([Page(number=1, text=NOTICE)]))
    assert [word for word in PERSONS if word in said] == []


def test_spans_carry_their_page() -> None:
    pages = [Page(number=1, text="公告\n"), Page(number=2, text=TAIWAN)]
    assert {span.page_number for span in find_personal(pages)} == {2}
    assert "陳" not in blacked(TAIWAN)
    assert "23289100" not in blacked(TAIWAN)
    assert "臺中市政府警察局" in blacked(TAIWAN)


def test_a_page_without_persons_stays_as_it_is() -> None:
    text = "采购人：绿泽市公安局\n成交金额：1,150,000元\n联系人：/\n"
    assert blacked(text) == text
