"""Exports for publication name no private person; what they rest on stays in its place."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest

from tenderlight.cases import Case, PageLine
from tenderlight.facts.reading import read_facts
from tenderlight.model.document import Page, PageMethod, Reading, ReadState
from tenderlight.model.quote import Quote
from tenderlight.model.statement import StatementKind
from tenderlight.model.values import PartyValue
from tenderlight.publish.contract_cells import ContractRow
from tenderlight.publish.redaction import Redaction, redacted_contract, redacted_page, redacted_quote
from tests.publish.test_tables import make_claim

TEXT = """成交公告
采购人：青溪县公安局 联系人：欧阳建国 电话：0571-87654321
成交供应商：海州启明信息有限公司 法定代表人：陈志远 身份证号：330102198001011234
评审专家名单：张伟、买买提·艾力、李小燕
项目经理：隗中行 注册编号：鄂142000000001
监标人：章彤 记录人：孟晓雯 手机13900001111 邮箱chen.zy@example.org
主驗人員：許孟岳 會驗人員：林怡汶
成交金额：120000元
"""
PERSONS = (
    *("欧阳建国", "0571-87654321", "陈志远", "330102198001011234", "张伟", "买买提·艾力", "李小燕", "隗中行"),
    *("章彤", "孟晓雯", "13900001111", "chen.zy@example.org", "許孟岳", "林怡汶"),
)


class _Stored:
    """As much of a case as is needed to find a page."""

    def load_reading(self, document: str) -> Reading | None:
        page = Page(number=1, text=TEXT)
        return Reading(document=document, media_type="text/plain", reader="text", reader_version=1, pages=(page,))


def quote_of(words: str, *, around: int = 32) -> Quote:
    start = TEXT.index(words)
    end = start + len(words)
    return Quote(
        document="ab" * 32,
        path="a.txt",
        start=start,
        end=end,
        text=words,
        page_number=1,
        before=TEXT[max(0, start - around) : start],
        after=TEXT[end : end + around],
    )


def redact(quote: Quote) -> Quote:
    claim = replace(make_claim(StatementKind.BUYER, PartyValue(name="青溪县公安局"), quote.text), quotes=(quote,))
    (found,) = Redaction(cast("Case", _Stored()))(claim).quotes
    return found


@pytest.mark.parametrize("words", ["青溪县公安局", "海州启明信息有限公司", "成交金额：120000元"])
def test_words_around_a_quote_lose_their_persons_and_the_quote_stays(words: str) -> None:
    quote = quote_of(words, around=200)
    found = redact(quote)
    assert found.text == words
    assert (len(found.before), len(found.after)) == (len(quote.before), len(quote.after))
    assert [name for name in PERSONS if name in found.before + found.after] == []


def test_a_person_inside_a_quote_is_blacked_out_in_place() -> None:
    words = TEXT.split("\n")[1]
    found = redact(quote_of(words))
    assert found.text == "采购人：青溪县公安局 联系人：████ 电话：" + "█" * len("0571-87654321")
    assert (found.start, found.end) == (quote_of(words).start, quote_of(words).end)


def test_the_label_of_a_person_may_stand_further_away_than_the_words_kept() -> None:
    assert "李小燕" not in redact(quote_of("项目经理", around=6)).before


def test_a_quote_of_a_structured_source_is_looked_at_by_itself() -> None:
    quote = Quote(
        document="ab" * 32, path="a.json", start=0, end=18, text="联系人：王五 13900001111"[:18], pointer="/x"
    )
    assert "1390000" not in redacted_quote(quote).text
    plain = Quote(document="ab" * 32, path="a.json", start=0, end=6, text="青溪县公安局", pointer="/x")
    assert redacted_quote(plain) is plain


def test_no_statement_is_about_a_person() -> None:
    said = " ".join(str(one.value) for one in read_facts([Page(number=1, text=TEXT)]))
    assert [name for name in PERSONS if name in said] == []


def test_values_of_contracts_and_names_of_files_show_no_person() -> None:
    made = ContractRow(
        contract="k",
        because="one number",
        values={"titles": ["监控项目 联系人：欧阳建国"], "sources": ["手机13900001111.pdf"]},
    )
    shown = redacted_contract(made)
    assert shown.values == {"titles": ["监控项目 联系人：████"], "sources": ["手机███████████.pdf"]}
    assert made.values["titles"] == ["监控项目 联系人：欧阳建国"]
    line = PageLine(
        document="ab" * 32,
        path="chen.zy@example.org/公告.pdf",
        page_number=1,
        state=ReadState.READ,
        method=PageMethod.TEXT_LAYER,
        read_by="pdf/1",
        confidence=None,
        reasons=(),
    )
    assert redacted_page(line).path == "█" * len("chen.zy@example.org") + "/公告.pdf"
    assert redacted_page(line).document == line.document
