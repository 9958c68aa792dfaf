from __future__ import annotations

import pytest

from tenderlight.matching.spelling import spelled, with_umlauts_written_out

ALIKE = [
    ("浙江大華技術股份有限公司", "浙江大华技术股份有限公司"),
    ("ＮＥＣ　Ｃｏｒｐｏｒａｔｉｏｎ", "nec corporation"),
    ("思特威（上海）电子【科技】", "思特威(上海)电子(科技)"),
    ("浙江 大华 · 技术", "浙江大华技术"),
    ("中囯电科", "中国电科"),
    ("HANGZHOU X CO.,LTD", "hangzhou x co ltd"),
    ("Xin’an  Pishan-Haishi", "xinan pishan haishi"),
    ("Condor S/A Indústria Química", "condor s a industria quimica"),
    ("RCS S.p.A.", "rcs spa"),
    ("AT&T", "at and t"),
    ("ООО «Н-Тех.Лаб»", "ооо н тех лаб"),
    ("СELLEBRITE", "cellebrite"),
    ("Łódź Straße", "lodz strasse"),
    ("भारतीय विज्ञान", "भारतीय विज्ञान"),
    ("", ""),
]


@pytest.mark.parametrize(("written", "expected"), ALIKE)
def test_what_only_looks_different_is_spelled_alike(written: str, expected: str) -> None:
    assert spelled(written) == expected


@pytest.mark.parametrize(("written", "_"), ALIKE)
def test_spelling_twice_is_spelling_once(written: str, _: str) -> None:
    assert spelled(spelled(written)) == spelled(written)


@pytest.mark.parametrize(("one", "other"), [("岚川", "蓝川"), ("宇视", "字视"), ("Sentar", "Sentor"), ("404", "405")])
def test_what_may_tell_two_names_apart_is_kept(one: str, other: str) -> None:
    assert spelled(one) != spelled(other)


def test_umlauts_are_written_out_where_there_are_any() -> None:
    assert with_umlauts_written_out("Müller Überwachung") == "mueller ueberwachung"
    assert with_umlauts_written_out("Mueller") is None
