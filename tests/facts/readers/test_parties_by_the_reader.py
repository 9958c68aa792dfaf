"""Parties that no rule reads: what the models propose, and what becomes of it beside what rules have read."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest

from tenderlight.facts import remarks
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.readers.parties.roles import LEAST_WON
from tenderlight.facts.readers.parties.together import (
    LEAST_BUYER,
    LEAST_SURE_LOT,
    LEAST_WON_LOOSELY,
    MOST_DOUBTFUL,
)
from tenderlight.facts.reading import read_facts, told_by_rules
from tenderlight.model.document import Page
from tenderlight.model.statement import Statement, StatementKind
from tenderlight.model.values import AmountKind, AmountValue, StageValue, SupplierRole
from tests.facts.readers.made_parts import (
    AWARD,
    buyer_of,
    buyers_in,
    given,
    part_of,
    piece_of,
    settled,
    supplier_of,
    suppliers_in,
    understood,
)

SURE, A_LITTLE = 0.99, 0.001
SOLE, BY_LOT = SupplierRole.SOLE, SupplierRole.LOT_WINNER

FREELY_TOLD = {
    "en": (
        "NOTICE OF AWARD",
        (
            "Kilnmoor Optics Ltd was told that its bid was not successful.\n"
            "The cameras will now come from Brackmoor Systems Ltd at GBP 118,400.\n"
        ),
        "Brackmoor Systems Ltd",
    ),
    "fr": (
        "AVIS D'ATTRIBUTION",
        (
            "La commune de Valbrune souhaitait des caméras de surveillance.\nCamtec SARL et Optivue SAS avaient remis "
            "une offre. C'est Optivue SAS qui fournira les caméras, pour 92 500 euros HT ; Camtec SARL était plus "
            "chère.\n"
        ),
        "Optivue SAS",
    ),
    "es": (
        "AVISO DE ADJUDICACIÓN",
        (
            "La Municipalidad de Lira buscaba cámaras para el centro. Presentaron ofertas Visión Austral S.A. y Redes "
            "del Sur S.L.\nLas cámaras las pondrá Visión Austral S.A. por 84.300 euros; Redes del Sur S.L. pedía "
            "91.000 euros.\n"
        ),
        "Visión Austral S.A.",
    ),
    "pt": (
        "AVISO DE ADJUDICAÇÃO",
        (
            "A Prefeitura de Pedra Clara precisava de câmeras.\nQuem levou foi a Olho Vivo Tecnologia Ltda, com "
            "R$ 310.000,00. A Segura Sul Ltda ficou de fora.\n"
        ),
        "Olho Vivo Tecnologia Ltda",
    ),
    "pl": (
        "OGŁOSZENIE O UDZIELENIU ZAMÓWIENIA",
        (
            "Gmina Brzezina szukała kamer do monitoringu.\nKamery dostarczy firma Wizjoner Sp. z o.o. za 214 300 zł. "
            "Oferta spółki Optikon S.A. okazała się droższa.\n"
        ),
        "Wizjoner Sp. z o.o.",
    ),
    "uk": (
        "ПОВІДОМЛЕННЯ ПРО РЕЗУЛЬТАТИ",
        (
            "Виконком Зеленогірської міської ради шукав камери.\nДоговір на 890 000 грн дістався ТОВ «Оберіг-Техно», а "
            "ТОВ «Камера Сервіс» поступилося ціною.\n"
        ),
        "ТОВ «Оберіг-Техно»",
    ),
    "zh": (
        "成交结果公告",
        (
            "采购人：清河县公安局\n采购内容：人脸抓拍机\n海沧科技有限公司报价偏高，"
            "磋商小组决定把这笔生意交给安川数据技术有限公司，费用186万元。\n"
        ),
        "安川数据技术有限公司",
    ),
}
"""Of each language a heading, a text of which rules read no winner, and who won."""


@pytest.mark.parametrize("language", FREELY_TOLD)
def test_a_winner_in_free_wording_is_stated_with_its_quote(language: str) -> None:
    heading, body, winner = FREELY_TOLD[language]
    text = f"{heading}\n{body}"
    pages = [Page(number=1, text=text)]
    assert suppliers_in(told_by_rules(pages)[2]) == []
    facts = read_facts(pages)
    assert suppliers_in(facts) == [(winner, SOLE, None)]
    (stated,) = [one for one in facts if one.kind is StatementKind.SUPPLIER]
    assert stated.against == (remarks.READ_PARTY,)
    assert [text[at.start : at.end] for at in stated.anchors] == [at.text for at in stated.anchors] == [winner]
    assert read_facts(pages) == facts, "told the same way again"


BY_LOTS = [
    (
        (
            "OGŁOSZENIE O UDZIELENIU ZAMÓWIENIA\nZamawiający: Gmina Brzezina\nKamery (część 1) dostarczy firma "
            "Wizjoner Sp. z o.o. za 214 300 zł, a maszty (część 2) firma Optikon S.A. za 88 000 zł. Oferta spółki "
            "Kamex S.A. okazała się droższa.\n"
        ),
        [("Wizjoner Sp. z o.o.", "część 1"), ("Optikon S.A.", "część 2")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), BY_LOTS, ids=["pl"])
def test_winners_of_lots_are_told_with_their_lots(text: str, expected: list[tuple[str, str]]) -> None:
    pages = [Page(number=1, text=text)]
    assert len(suppliers_in(told_by_rules(pages)[2])) < len(expected)
    assert suppliers_in(read_facts(pages)) == [(name, BY_LOT, lot) for name, lot in expected]


OTHER_PAPERS = {
    "en": ("INVITATION TO TENDER",),
    "fr": ("AVIS D'APPEL D'OFFRES", "AVIS RECTIFICATIF"),
    "es": ("AVISO DE LICITACIÓN", "FE DE ERRATAS"),
    "pt": ("AVISO DE LICITAÇÃO",),
    "pl": ("OGŁOSZENIE O UNIEWAŻNIENIU POSTĘPOWANIA",),
    "uk": ("ОГОЛОШЕННЯ ПРО СКАСУВАННЯ ЗАКУПІВЛІ",),
    "zh": ("招标公告", "中标候选人公示", "更正公告", "废标公告"),
}


@pytest.mark.parametrize(
    ("language", "heading"), [(language, one) for language, headings in OTHER_PAPERS.items() for one in headings]
)
def test_no_winner_is_added_to_a_paper_that_is_no_award(
    language: str, heading: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _award, body, winner = FREELY_TOLD[language]
    pages = [Page(number=1, text=f"{heading}\n{body}")]
    assert suppliers_in(read_facts(pages)) == []
    given(monkeypatch, lambda notice: [part_of(piece_of(notice, winner), SURE)])
    assert suppliers_in(read_facts(pages)) == [], "however sure the models are"


KILNMOOR, BRACKMOOR, TARN = "Kilnmoor Optics Ltd", "Brackmoor Systems Ltd", "Tarn Vision Ltd"


@pytest.mark.parametrize(("won", "is_told"), [(LEAST_WON_LOOSELY, True), (LEAST_WON_LOOSELY - A_LITTLE, False)])
def test_where_a_model_told_the_stage_a_winner_must_be_likelier(
    won: float, is_told: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stage_of(notice: Notice) -> list[Statement]:
        line = piece_of(notice, KILNMOOR)
        return [notice.statement(StatementKind.STAGE, StageValue(stage="award"), [line], [remarks.READ_STAGE])]

    found = settled(monkeypatch, stage_of, lambda notice: [part_of(piece_of(notice, KILNMOOR), won)])
    assert bool(suppliers_in(found)) is is_told


@pytest.mark.parametrize(("won", "is_told"), [(LEAST_WON, True), (LEAST_WON - A_LITTLE, False)])
def test_a_winner_must_be_likely(won: float, is_told: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    found = settled(monkeypatch, lambda _: [], lambda notice: [part_of(piece_of(notice, KILNMOOR), won)])
    assert suppliers_in(found) == [(KILNMOOR, SOLE, None)] * is_told


def test_nobody_is_told_where_no_words_tell_the_stage(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Harbour Board\nKilnmoor Optics Ltd and Brackmoor Systems Ltd wrote of GBP 118,400.\n"
    assert understood(text)[0].stage is None
    found = settled(monkeypatch, lambda _: [], lambda notice: [part_of(piece_of(notice, KILNMOOR), SURE)], text)
    assert found == []


@pytest.mark.parametrize(
    ("said", "told"), [("It was awarded to two suppliers.\n", (KILNMOOR, BRACKMOOR)), ("", ())], ids=["several", "not"]
)
def test_several_winners_without_lots_are_told_where_words_say_so(
    said: str, told: Sequence[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    names = (KILNMOOR, BRACKMOOR)
    found = settled(
        monkeypatch,
        lambda _: [],
        lambda notice: [part_of(piece_of(notice, name), SURE) for name in names],
        f"{AWARD}{said}",
    )
    assert suppliers_in(found) == [(name, BY_LOT, None) for name in told]
    assert [one.against for one in found] == [(remarks.READ_PARTY, remarks.NO_LOTS)] * len(told)


@pytest.mark.parametrize(
    "behind",
    [
        " was awarded it, but the award was annulled.",
        ", dont l'offre a été écartée.",
        ", чья заявка отклонена.",
        "，合同无效。",
        " – Angebot ausgeschlossen.",
        ", que foi inabilitada.",
    ],
)
def test_nobody_is_told_whose_sentence_says_that_it_came_to_nothing(
    behind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"{AWARD}Then Barnmoor Ltd{behind}\n"
    found = settled(monkeypatch, lambda _: [], lambda notice: [part_of(piece_of(notice, "Barnmoor Ltd"), SURE)], text)
    assert suppliers_in(found) == []


def test_with_the_last_supplier_its_price_is_taken_back(monkeypatch: pytest.MonkeyPatch) -> None:
    found = settled(
        monkeypatch,
        lambda notice: [
            supplier_of(notice, piece_of(notice, KILNMOOR)),
            notice.statement(
                StatementKind.AMOUNT,
                AmountValue(amount_kind=AmountKind.AWARD, amount=Decimal(1)),
                [piece_of(notice, "Lot 1")],
            ),
        ],
        lambda notice: [part_of(piece_of(notice, KILNMOOR), 0.0, likely="loser")],
    )
    assert found == []


@pytest.mark.parametrize(
    ("likely", "role"),
    [("lead", SupplierRole.LEAD), ("member", SupplierRole.MEMBER), ("framework", SupplierRole.FRAMEWORK)],
)
def test_the_likeliest_part_is_told(likely: str, role: SupplierRole, monkeypatch: pytest.MonkeyPatch) -> None:
    found = settled(
        monkeypatch, lambda _: [], lambda notice: [part_of(piece_of(notice, KILNMOOR), SURE, likely=likely)]
    )
    assert suppliers_in(found) == [(KILNMOOR, role, None)]


@pytest.mark.parametrize(
    ("won", "lot", "is_told"),
    [
        (LEAST_WON_LOOSELY, "Lot 2", True),
        (LEAST_WON_LOOSELY - A_LITTLE, "Lot 2", False),
        (SURE, "Lot 1", False),
        (SURE, None, False),
    ],
)
def test_beside_winners_of_rules_only_those_of_other_lots_are_told(
    won: float, lot: str | None, is_told: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = settled(
        monkeypatch,
        lambda notice: [supplier_of(notice, piece_of(notice, KILNMOOR), lot="Lot 1", role=BY_LOT)],
        lambda notice: [
            part_of(piece_of(notice, BRACKMOOR), won, lots=[(piece_of(notice, lot), 0.6)] if lot is not None else [])
        ],
    )
    assert suppliers_in(found) == [(KILNMOOR, BY_LOT, "Lot 1"), (BRACKMOOR, BY_LOT, "Lot 2")][: 1 + is_told]


@pytest.mark.parametrize(("won", "is_told"), [(LEAST_WON_LOOSELY, True), (LEAST_WON_LOOSELY - A_LITTLE, False)])
def test_of_several_without_lots_each_must_be_likelier(
    won: float, is_told: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = settled(
        monkeypatch,
        lambda _: [],
        lambda notice: [part_of(piece_of(notice, name), won) for name in (KILNMOOR, BRACKMOOR)],
        f"{AWARD}It was awarded to two suppliers.\n",
    )
    assert [name for name, _role, _lot in suppliers_in(found)] == [KILNMOOR, BRACKMOOR] * is_told


TWICE = f"{AWARD}It was read again what kilnmoor  optics LTD wrote.\n"


@pytest.mark.parametrize(
    ("first", "again", "is_kept"),
    [
        (MOST_DOUBTFUL - A_LITTLE, 0.0, False),
        (MOST_DOUBTFUL, 0.0, True),
        (0.0, MOST_DOUBTFUL, True),
        (0.0, MOST_DOUBTFUL - A_LITTLE, False),
    ],
)
def test_a_supplier_of_rules_is_taken_back_if_every_place_of_its_name_is_unlikely(
    first: float, again: float, is_kept: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = settled(
        monkeypatch,
        lambda notice: [supplier_of(notice, piece_of(notice, KILNMOOR))],
        lambda notice: [
            part_of(piece_of(notice, KILNMOOR), first, likely="loser"),
            part_of(piece_of(notice, "kilnmoor  optics LTD"), again, likely="loser"),
        ],
        TWICE,
    )
    assert suppliers_in(found) == [(KILNMOOR, SOLE, None)] * is_kept


def test_in_the_place_of_one_taken_back_the_likely_winner_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    found = settled(
        monkeypatch,
        lambda notice: [supplier_of(notice, piece_of(notice, KILNMOOR))],
        lambda notice: [part_of(piece_of(notice, KILNMOOR), 0.0), part_of(piece_of(notice, BRACKMOOR), SURE)],
    )
    assert suppliers_in(found) == [(BRACKMOOR, SOLE, None)]


@pytest.mark.parametrize("role", [SupplierRole.SUBCONTRACTOR, SupplierRole.INTENDED])
def test_subcontractors_and_intended_suppliers_are_not_doubted(
    role: SupplierRole, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = settled(
        monkeypatch,
        lambda notice: [supplier_of(notice, piece_of(notice, KILNMOOR), role=role)],
        lambda notice: [part_of(piece_of(notice, KILNMOOR), 0.0)],
    )
    assert suppliers_in(found) == [(KILNMOOR, role, None)]


def test_of_whom_models_know_nothing_they_take_nothing_back(monkeypatch: pytest.MonkeyPatch) -> None:
    found = settled(
        monkeypatch,
        lambda notice: [supplier_of(notice, piece_of(notice, KILNMOOR))],
        lambda notice: [part_of(piece_of(notice, BRACKMOOR), 0.0)],
    )
    assert suppliers_in(found) == [(KILNMOOR, SOLE, None)]


@pytest.mark.parametrize(
    ("chance", "lots"),
    [(LEAST_SURE_LOT, ["Lot 1", "Lot 2"]), (LEAST_SURE_LOT - A_LITTLE, ["Lot 1"])],
)
def test_a_supplier_of_rules_is_tied_to_its_lots_where_they_are_sure(
    chance: float, lots: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = settled(
        monkeypatch,
        lambda notice: [supplier_of(notice, piece_of(notice, KILNMOOR))],
        lambda notice: [
            part_of(
                piece_of(notice, KILNMOOR),
                SURE,
                lots=[(piece_of(notice, "Lot 1"), SURE), (piece_of(notice, "Lot 2"), chance)],
            )
        ],
    )
    assert suppliers_in(found) == [(KILNMOOR, BY_LOT, lot) for lot in lots]
    assert {one.against for one in found} == {(remarks.READ_LOT,)}


BUYER, BOARD = "Dray Fire Service", "Harbour Board"


@pytest.mark.parametrize(
    ("told", "other", "expected"),
    [
        (MOST_DOUBTFUL - A_LITTLE, LEAST_BUYER, BOARD),
        (MOST_DOUBTFUL, LEAST_BUYER, BUYER),
        (MOST_DOUBTFUL - A_LITTLE, LEAST_BUYER - A_LITTLE, BUYER),
    ],
)
def test_a_buyer_of_rules_gives_way_only_if_it_is_unlikely_and_another_likely(
    told: float, other: float, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = settled(
        monkeypatch,
        lambda notice: [buyer_of(notice, piece_of(notice, BUYER))],
        lambda notice: [
            part_of(piece_of(notice, BUYER), likely="other", buyer=told),
            part_of(piece_of(notice, BOARD), likely="buyer", buyer=other),
        ],
    )
    assert buyers_in(found) == [expected]


def test_one_of_two_buyers_that_is_likely_keeps_both(monkeypatch: pytest.MonkeyPatch) -> None:
    found = settled(
        monkeypatch,
        lambda notice: [buyer_of(notice, piece_of(notice, name)) for name in (BUYER, TARN)],
        lambda notice: [
            part_of(piece_of(notice, BUYER), likely="other"),
            part_of(piece_of(notice, TARN), likely="buyer", buyer=0.3),
            part_of(piece_of(notice, BOARD), likely="buyer", buyer=SURE),
        ],
    )
    assert buyers_in(found) == [BUYER, TARN]
