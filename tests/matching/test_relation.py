from __future__ import annotations

import pytest

from tenderlight.matching.parsing import parse_name
from tenderlight.matching.relation import Standing, relate

SAME = [
    ("浙江大華技術股份有限公司", "浙江大华技术股份有限公司"),
    ("岚川智能科技(苏州)有限责任公司", "岚川智能科技（苏州）有限公司"),
    ("HANGZHOU X DIGITAL CO LTD", "Hangzhou X Digital Company Limited"),
    ("ООО «Норси-Транс»", "Общество с ограниченной ответственностью Норси-Транс"),
]
DERIVED = [
    ("苏州岚川智能科技有限公司", "岚川智能科技（苏州）有限公司"),
    ("广东省深圳市岚川安防有限公司", "深圳岚川安防有限公司"),
    ("浙江岚川技术", "浙江岚川技术股份有限公司"),
    ("苏州岚川智能科技有银公司", "苏州岚川智能科技有限公司"),
    ("苏州岚川智能科枝有限公司", "苏州岚川智能科技有限公司"),
    ("Suzhou Lanchuan Zhineng Keji Co., Ltd.", "苏州岚川智能科技有限公司"),
    ("ООО «Технологии видеоанализа»", "Technologii Videoanaliza OOO"),
    ("Harbin Inst. of Technology", "Harbin Institute of Technology"),
    ("Zhejiang Lanchuan Techno1ogy Co., Ltd.", "Zhejiang Lanchuan Technology Co., Ltd."),
    ("Pi Shan YongAn Electronic Co Ltd", "Pishan Yong'an Electronic Co., Ltd."),
]
APART = [
    ("上海岚川智能科技有限公司", "苏州岚川智能科技有限公司"),
    ("岚川智能科技有限公司", "苏州岚川智能科技有限公司"),
    ("长安区教育局", "西安市长安区教育局"),
    ("苏州工业园区岚川软件有限公司", "苏州岚川软件有限公司"),
    ("苏州岚川电子科技有限公司", "苏州岚川智能科技有限公司"),
    ("苏州岚川智能科技股份有限公司", "苏州岚川智能科技有限公司"),
    ("岚川集团有限公司", "岚川有限公司"),
    ("苏州蓝川智能科技有限公司", "苏州岚川智能科技有限公司"),
    ("浙江字视科技有限公司", "浙江宇视科技有限公司"),
    ("苏州岚川智能科技有限公司昆山办事处", "苏州岚川智能科技有限公司"),
    ("苏州岚川智能科技有限公司昆山分公司", "苏州岚川智能科技有限公司无锡分公司"),
    ("四川大学华西医院", "四川大学"),
    ("Sentor Systems GmbH", "Sentor Systems Ltd."),
    ("Sentar Systems Ltd.", "Sentor Systems Ltd."),
    ("Huawei Technologies (UK) Co., Ltd.", "Huawei Technologies Co., Ltd."),
    ("ООО «Протон»", "OOO Protei"),
    ("Lanchuan", "岚川智能科技有限公司"),
    ("Factory 404", "Factory 405"),
    ("", "Acme"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_name(one: str, other: str) -> None:
    assert relate(parse_name(one), parse_name(other)).standing is Standing.SAME


@pytest.mark.parametrize(("one", "other"), DERIVED)
def test_a_name_made_of_another_by_a_rule(one: str, other: str) -> None:
    assert relate(parse_name(one), parse_name(other)).standing is Standing.DERIVED
    assert relate(parse_name(other), parse_name(one)).standing is not Standing.SAME


@pytest.mark.parametrize(("one", "other"), APART)
def test_siblings_branches_other_places_and_other_words_stay_apart_and_say_so(one: str, other: str) -> None:
    relation = relate(parse_name(one), parse_name(other))
    assert relation.standing is Standing.APART
    assert relation.rule.endswith(".")
    assert relate(parse_name(other), parse_name(one)).standing is Standing.APART


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("上海岚川智能科技有限公司", "苏州岚川智能科技有限公司", "place is another"),
        ("苏州岚川电子科技有限公司", "苏州岚川智能科技有限公司", "trade is another"),
        ("苏州蓝川智能科技有限公司", "苏州岚川智能科技有限公司", "One character differs"),
        ("苏州岚川智能科技股份有限公司", "苏州岚川智能科技有限公司", "legal form differs"),
        ("Sentor Systems GmbH", "Sentor Systems Ltd.", "legal form is another"),
        ("Sentor Sweden Ltd.", "Sentor Ltd.", "words that the other has not"),
    ],
)
def test_it_is_said_what_tells_them_apart(one: str, other: str, said: str) -> None:
    assert said in relate(parse_name(one), parse_name(other)).rule
