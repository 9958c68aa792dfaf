"""Marks that count on: which of a page may name lots, and what becomes of suppliers who stand beside them."""

from __future__ import annotations

import pytest

from tenderlight.facts import remarks
from tenderlight.facts.readers.parties.lot_series import series_of_marks
from tenderlight.facts.reading import read_facts
from tenderlight.model.document import Page
from tenderlight.model.statement import Statement
from tenderlight.model.values import SupplierValue
from tests.facts.readers.made_parts import sheet_of


def marks(text: str) -> list[list[str]]:
    return [[place.piece.text for place in series] for series in series_of_marks(sheet_of(text))]


def suppliers(text: str) -> list[Statement]:
    return [one for one in read_facts([Page(number=1, text=text)]) if isinstance(one.value, SupplierValue)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Section 1: pumps\nSection 2: hoses\n", ["Section 1", "Section 2"]),
        ("Nro. ítem: 1 bombas\nNro. ítem: 2 mangueras\n", ["1", "2"]),
        ("POS. 10 luvas\nPOS. 20 batas\nPOS. 30 toucas\n", ["10", "20", "30"]),
        ("1. pumps\n2. hoses\n", ["1", "2"]),
        ("A) pumps\nB) hoses\nC) taps\n", ["A", "B", "C"]),
        ("Tramo I: norte\nTramo II: sur\n", ["Tramo I", "Tramo II"]),
        ("①水泵：甲公司 ②水带：乙公司", ["①", "②"]),
        ("包组编号 001 课桌\n包组编号 002 躺椅\n", ["001", "002"]),
        ("Район № 1 север\nРайон № 2 юг\n", ["Район № 1", "Район № 2"]),
    ],
    ids=["word", "colon", "tens", "numbers of a list", "letters", "Roman", "ringed", "Chinese word for a number", "ru"],
)
def test_marks_of_one_form_that_count_on_are_a_series(text: str, expected: list[str]) -> None:
    assert expected in marks(text)


@pytest.mark.parametrize(
    "text",
    [
        "Section 1: pumps\nAnnex 2: hoses\n",
        "Section 2: pumps\nSection 3: hoses\n",
        "Section 1: pumps\nSection 2: hoses\nSection 4: taps\n",
        "Section 2: pumps\nSection 1: hoses\n",
        "In 1 week or 2 weeks\n",
        "1.5 million\n2.5 million\n",
        "1%\n2%\n",
        "на 1 240 000 руб.\nна 2 310 000 руб.\n",
        "",
    ],
    ids=[
        "other words",
        "not from the first",
        "skips",
        "falls",
        "in a sentence",
        "decimals",
        "percent",
        "heads of sums",
        "empty",
    ],
)
def test_what_does_not_count_on_is_none(text: str) -> None:
    assert marks(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "AWARD NOTICE\nBuyer: Harbour Board of Dray\nSection 1 – Pumps\nAwarded to: Kilnmoor Marine Ltd, "
                "GBP 30,000\n"
                "Section 2 – Hoses\nAwarded to: Brackmoor Rubber Ltd, GBP 12,000\n"
            ),
            {("Kilnmoor Marine Ltd", "Section 1"), ("Brackmoor Rubber Ltd", "Section 2")},
        ),
        (
            (
                "成交结果公告\n采购单位：清河县公安局\n①夏装：安川服饰有限公司，成交价 252,000元\n"
                "②皮鞋：清河县步云鞋业有限公司，成交价 58,800元\n"
            ),
            {("安川服饰有限公司", "①"), ("清河县步云鞋业有限公司", "②")},
        ),
        (
            (
                "ACTA DE ADJUDICACIÓN\nEntidad: Municipalidad de Lira\nNro. ítem: 1  Descripción: CÁMARA DOMO\n"
                "  Postor adjudicado: VISIÓN AUSTRAL S.A.C.  Monto: S/ 1,416,000.00\n"
                "Nro. ítem: 2  Descripción: SERVIDOR\n  Postor adjudicado: TECNOSUR E.I.R.L.  Monto: S/ 684,000.00\n"
            ),
            {("VISIÓN AUSTRAL S.A.C.", "1"), ("TECNOSUR E.I.R.L.", "2")},
        ),
    ],
    ids=["en", "zh", "es"],
)
def test_winners_who_stand_beside_marks_of_their_own_won_those_lots(text: str, expected: set[tuple[str, str]]) -> None:
    told = suppliers(text)
    assert {(one.value.name, one.value.lot) for one in told if isinstance(one.value, SupplierValue)} == expected


@pytest.mark.parametrize(
    "text",
    [
        (
            "NOTICE OF AWARD\nBuyer: Harbour Board of Dray\nSuccessful tenderers:\n1. Kilnmoor Marine Ltd\n"
            "2. Brackmoor Rubber Ltd\n"
        ),
        (
            "AWARD NOTICE\nBuyer: Harbour Board of Dray\n1. Subject: pumps\n2. Awarded to: Kilnmoor Marine Ltd\n"
            "3. Price: GBP 30,000\n"
        ),
        "中标公告\n一、采购人：清河县公安局\n二、中标供应商：安川服饰有限公司\n三、中标金额：252,000元\n",
        (
            "RESOLUCIÓN DE ADJUDICACIÓN\nMunicipalidad de Lira\nArtículo 1. Adjudicar los chalecos a Textil Luna S.A.\n"
            "Artículo 2. Adjudicar los visores a Óptica Sur S.R.L.\nArtículo 3. Notifíquese a los interesados.\n"
        ),
        (
            "COUNCIL MINUTES\nTown of Elm\nMotion 1: the roof contract was awarded to Slatehill Ltd.\n"
            "Motion 2: the boiler contract was awarded to Warmbrook Ltd.\nMotion 3: the next meeting is on 4 June.\n"
        ),
    ],
    ids=["list of winners", "points of a notice", "Chinese points", "articles of an order", "points of minutes"],
)
def test_points_of_a_list_are_no_lots(text: str) -> None:
    told = suppliers(text)
    assert told
    assert [one.value.lot for one in told if isinstance(one.value, SupplierValue)] == [None] * len(told)
    assert not any(remarks.READ_LOT in one.against for one in told)
