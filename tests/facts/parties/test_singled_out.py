"""Chinese papers that single one of several firms out by what stands beside it."""

from __future__ import annotations

import pytest

from tests.facts.summary import read, summarise

HEAD = "采购结果公示\n项目名称：望江县档案馆密集架\n采购人：望江县档案馆\n"
ONE = [
    "第一名　安庆柜业有限公司　95.2\n第二名　池州家具有限公司　88.7\n确定第一名为服务单位。",
    "供应商A：安庆柜业有限公司　39万元　评审结论：成交\n供应商B：池州家具有限公司　40万元　评审结论：未成交",
    "√ 中选：安庆柜业有限公司（费率0.068%）\n× 落选：池州家具有限公司（0.071%）",
    "(√)同意由第一候选人安庆柜业有限公司为成交人;\n( )同意由第二候选人池州家具有限公司为成交人;",
    "来自安庆的安庆柜业有限公司脱颖而出，上届服务商池州家具有限公司名列第三。",
]


@pytest.mark.parametrize("text", ONE, ids=range(len(ONE)))
def test_the_one_firm_that_words_single_out_has_won(text: str) -> None:
    assert summarise(read(HEAD + text))["suppliers"] == ("安庆柜业有限公司, sole",)


NOBODY = [
    "第一名　安庆柜业有限公司　95.2\n第二名　池州家具有限公司　88.7",
    "安庆柜业有限公司　39万元　未成交\n池州家具有限公司　40万元　无效",
    "安庆柜业有限公司被选中参加谈判，池州家具有限公司也被选中。",
]


@pytest.mark.parametrize("text", NOBODY, ids=range(len(NOBODY)))
def test_nobody_is_told_where_no_words_or_those_of_several_say_so(text: str) -> None:
    assert summarise(read(HEAD + text)).get("suppliers", ()) == ()
