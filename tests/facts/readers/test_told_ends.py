"""Names that rules and the tagger of parties cut differently: which ends are taken, and which stay as they are."""

from __future__ import annotations

import time

import pytest

from tenderlight.facts import remarks
from tenderlight.facts.readers.parties.ends import (
    LEAST_CERTAIN,
    LEAST_CERTAIN_MORE,
    LEAST_LIKELY_WON,
    with_told_ends,
)
from tenderlight.facts.reading import read_facts, told_by_rules
from tenderlight.model.document import Page
from tenderlight.model.statement import Statement
from tenderlight.model.values import SupplierRole
from tests.facts.readers.made_parts import (
    buyer_of,
    buyers_in,
    part_of,
    piece_of,
    supplier_of,
    suppliers_in,
    understood,
)

SURE = 0.99
EN, PT, DE, ES, IT = (
    f"{heading}\n" for heading in ("NOTICE OF AWARD", "AVISO DE ADJUDICAÇÃO", "ZUSCHLAG", "ADJUDICACIÓN", "ESITO")
)


def ends_of(
    text: str, name: str, told: str, *, certainty: float = SURE, won: float = SURE
) -> list[tuple[str, SupplierRole, str | None]]:
    """The supplier that rules name so in a text where the tagger names it otherwise."""
    notice, _offices = understood(text)
    parts = [part_of(piece_of(notice, told), won, certainty=certainty)]
    return suppliers_in(with_told_ends(notice, [supplier_of(notice, piece_of(notice, name))], parts))


def office_of(text: str, name: str, told: str, *, certainty: float = SURE) -> list[str]:
    notice, _offices = understood(text)
    parts = [part_of(piece_of(notice, told), buyer=SURE, certainty=certainty)]
    return buyers_in(with_told_ends(notice, [buyer_of(notice, piece_of(notice, name))], parts))


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        (f"{EN}Award: 2) Brackmoor Systems Ltd\n", "2) Brackmoor Systems Ltd", "Brackmoor Systems Ltd"),
        (f"{DE}Zuschlag: Angebot der Nordlicht GmbH\n", "Angebot der Nordlicht GmbH", "Nordlicht GmbH"),
        (f"{EN}Award: Tarn Wire Works at US$41,900\n", "Tarn Wire Works at US", "Tarn Wire Works"),
        (f"{ES}Gana Toldos Lira por 31 400 euros\n", "Toldos Lira por 31", "Toldos Lira"),
        (f"{PT}Vence Olho Vivo Ltda, adiante “Empresa”\n", "Olho Vivo Ltda, adiante “Empresa”", "Olho Vivo Ltda"),
        (f"{DE}Es liefert Optik Nord GmbH & Co. KG\n", "Optik Nord GmbH & Co", "Optik Nord GmbH & Co. KG"),
        (f"{EN}Won by Tarn Wire Co. of Lira\n", "Tarn Wire Co", "Tarn Wire Co."),
        (f"{EN}Won by Tarn Growers Co-operative\n", "Tarn Growers Co", "Tarn Growers Co-operative"),
        (f"{IT}Vince Ottica Lago Soc. Coop. p.A.\n", "Ottica Lago Soc. Coop.", "Ottica Lago Soc. Coop. p.A."),
        (f"{PT}Vence Rio Fundo - Limpezas, S.A.\n", "Rio Fundo", "Rio Fundo - Limpezas, S.A."),
        (f"{EN}Won by Tarn Vision Ltd (Northern Branch)\n", "Tarn Vision Ltd", "Tarn Vision Ltd (Northern Branch)"),
    ],
)
def test_the_name_of_a_supplier_is_cut_where_the_tagger_is_certain(text: str, name: str, told: str) -> None:
    assert ends_of(text, name, told) == [(told, SupplierRole.SOLE, None)]
    assert ends_of(text, name, told, certainty=LEAST_CERTAIN - 0.01) == [(name, SupplierRole.SOLE, None)]


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        (f"{EN}Won by Tarn Vision Ltd Joint Venture\n", "Tarn Vision Ltd", "Tarn Vision Ltd Joint Venture"),
        (f"{EN}Lot 1: Cameras - Tarn Vision Ltd\n", "Tarn Vision Ltd", "Cameras - Tarn Vision Ltd"),
        (f"{EN}Congratulations to Tarn Vision Ltd.\n", "Tarn Vision Ltd", "Tarn Vision Ltd."),
        (f"{IT}RTI Lago composto da Ottica S.r.l.\n", "RTI Lago", "RTI Lago composto da Ottica S.r.l."),
        (f"{EN}Won by Tarn Vision / Moor Optics Ltd\n", "Tarn Vision", "Tarn Vision / Moor Optics Ltd"),
        (f"{DE}Optik Nord GmbH – Wald und See\n", "Wald und See", "Optik Nord GmbH – Wald und See"),
        (f"{EN}Tarn Vision Ltd – Moor Optics Ltd\n", "Moor Optics Ltd", "Tarn Vision Ltd – Moor Optics Ltd"),
        (f"{EN}Won by Tarn Vision Corporation of Reno\n", "Tarn Vision Corporation", "Tarn Vision Corporation of Reno"),
        (f"{EN}Won by Tarn Vision Ltd, Leeds\n", "Tarn Vision Ltd", "Tarn Vision Ltd, Leeds"),
        (f"{EN}Won by Tarn Vision Ltd, builders\n", "Tarn Vision Ltd, builders", "Tarn Vision Ltd"),
        (f"{EN}Won by Tarn Vision Ltd. It is near.\n", "Tarn Vision Ltd.", "Tarn Vision Ltd"),
        (f"{EN}Won by 'Tarn Vision Ltd\n", "'Tarn Vision Ltd", "Tarn Vision Ltd"),
        (f"{DE}Es liefert die Firma Optik Nord GmbH\n", "Optik Nord GmbH", "Firma Optik Nord GmbH"),
        (
            "成交结果公告\n成交供应商：第三人安川数据技术有限公司\n",
            "第三人安川数据技术有限公司",
            "安川数据技术有限公司",
        ),
    ],
)
def test_other_ends_stay_as_rules_have_them(text: str, name: str, told: str) -> None:
    assert ends_of(text, name, told, certainty=1.0) == [(name, SupplierRole.SOLE, None)]


def test_words_before_a_name_stay_where_its_party_is_unlikely_to_have_won() -> None:
    name = "second was Brackmoor Systems Ltd"
    found = ends_of(f"{EN}{name}\n", name, "Brackmoor Systems Ltd", won=LEAST_LIKELY_WON - 0.01)
    assert found == [(name, SupplierRole.SOLE, None)]


def test_a_bracket_behind_a_name_needs_more_certainty() -> None:
    told = "Tarn Vision Ltd (Northern Branch)"
    found = ends_of(f"{EN}{told}\n", "Tarn Vision Ltd", told, certainty=LEAST_CERTAIN_MORE - 0.01)
    assert found == [("Tarn Vision Ltd", SupplierRole.SOLE, None)]


def test_two_names_of_the_tagger_in_one_of_the_rules_are_left() -> None:
    notice, _offices = understood(f"{EN}Tarn Vision for Moor Optics Ltd at 31,000\n")
    parts = [part_of(piece_of(notice, one), SURE, certainty=SURE) for one in ("Tarn Vision", "Moor Optics Ltd")]
    told = [supplier_of(notice, piece_of(notice, "Tarn Vision for Moor Optics Ltd at 31"))]
    assert with_told_ends(notice, told, parts) == told


def test_halves_of_one_firm_become_one_supplier_who_won_alone() -> None:
    text = f"{PT}Contratada: Rio Fundo - Limpezas, S.A.\n"
    notice, _offices = understood(text)
    told = [
        supplier_of(notice, piece_of(notice, "Rio Fundo"), role=SupplierRole.MEMBER),
        supplier_of(notice, piece_of(notice, "Limpezas, S.A."), role=SupplierRole.MEMBER),
    ]
    parts = [part_of(piece_of(notice, "Rio Fundo - Limpezas, S.A."), SURE, certainty=SURE)]
    found = with_told_ends(notice, told, parts)
    assert suppliers_in(found) == [("Rio Fundo - Limpezas, S.A.", SupplierRole.SOLE, None)]
    assert _quotes(text, found) == [["Rio Fundo - Limpezas, S.A."]]
    assert [one.against for one in found] == [(remarks.READ_ENDS,)]


def test_a_name_is_the_same_for_each_of_its_lots() -> None:
    notice, _offices = understood(f"{EN}Lot 1: Tarn Growers Co-operative\nLot 2: Tarn Growers Co-operative\n")
    name = "Tarn Growers Co"
    told = [supplier_of(notice, piece_of(notice, name, at), lot=str(at + 1)) for at in range(2)]
    parts = [part_of(piece_of(notice, "Tarn Growers Co-operative", at), SURE, certainty=SURE - at) for at in range(2)]
    found = suppliers_in(with_told_ends(notice, told, parts))
    assert [(one, lot) for one, _role, lot in found] == [(f"{name}-operative", "1"), (f"{name}-operative", "2")]


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        (f"{ES}Ministerio del Mar - Región Austral\n", "Ministerio del Mar", "Ministerio del Mar - Región Austral"),
        (
            f"{IT}Provincia di Lago – Edilizia Scolastica\n",
            "Provincia di Lago",
            "Provincia di Lago – Edilizia Scolastica",
        ),
        (f"{EN}Harbour Police (Diving Wing) buys\n", "Harbour Police", "Harbour Police (Diving Wing)"),
    ],
)
def test_a_part_of_an_office_is_taken_where_the_tagger_is_certain(text: str, name: str, told: str) -> None:
    assert office_of(text, name, told) == [told]
    assert office_of(text, name, told, certainty=LEAST_CERTAIN_MORE - 0.01) == [name]


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        (f"{EN}Harbour Police - Procurement Office\n", "Harbour Police", "Harbour Police - Procurement Office"),
        (f"{ES}Policía del Mar - Perú\n", "Policía del Mar", "Policía del Mar - Perú"),
        (f"{EN}Harbour Police - Diving School\n", "Harbour Police", "Harbour Police - Diving School"),
        (f"{DE}Auftraggeber: Stadt Lira - Uniformen\nLos 1 wird vergeben.\n", "Stadt Lira", "Stadt Lira - Uniformen"),
        (f"{ES}Ministerio del Mar - Equipos nuevos\n", "Ministerio del Mar", "Ministerio del Mar - Equipos nuevos"),
        (f"{ES}Ministerio del Mar - Oficina de pagos\n", "Ministerio del Mar", "Ministerio del Mar - Oficina"),
        (f"{EN}Harbour Police, Leeds\n", "Harbour Police", "Harbour Police, Leeds"),
        (f"{ES}Ministerio del Mar (Lira)\n", "Ministerio del Mar", "Ministerio del Mar (Lira)"),
        (f"{EN}The Harbour Police\n", "Harbour Police", "The Harbour Police"),
        (f"{EN}Harbour and Airports Police\n", "Harbour and Airports Police", "Airports Police"),
    ],
)
def test_what_is_no_part_of_an_office_is_left(text: str, name: str, told: str) -> None:
    assert office_of(text, name, told, certainty=1.0) == [name]


FREELY_CUT = {
    "it": (
        (
            "ESITO DI GARA\nStazione appaltante: Comune di Lago\nAggiudicatario: Ottica Lago Soc. Coop. p.A.\n"
            "Importo: 41.900,00 EUR\n"
        ),
        "Ottica Lago Soc. Coop. p.A.",
    ),
    "fr": (
        (
            "AVIS D'ATTRIBUTION\nAcheteur : Ville de Valbrune\n"
            "Lot 1 : attribué à Toitures Valbrune pour 41 900 euros HT\n"
            "Lot 2 : attribué à Camtec SARL pour 12 000 euros HT\n"
        ),
        "Toitures Valbrune",
    ),
    "en": (
        "NOTICE OF AWARD\nBuyer: Dray Fire Service\nThe contract was awarded to Tarn Wire Works at US$41,900.\n",
        "Tarn Wire Works",
    ),
    "es": (
        (
            "AVISO DE ADJUDICACIÓN\nEntidad: Universidad Nacional de Lira - Facultad de Ingeniería\n"
            "Adjudicatario: Visión Austral S.A.\nMonto: 41.900,00\n"
        ),
        "Universidad Nacional de Lira - Facultad de Ingeniería",
    ),
}
"""Of each language a text of which rules cut a name wrongly, and that name."""


@pytest.mark.parametrize("language", FREELY_CUT)
def test_the_shipped_tagger_cuts_names_that_rules_cut_wrongly(language: str) -> None:
    text, name = FREELY_CUT[language]
    pages = [Page(number=1, text=text)]
    assert name not in {getattr(one.value, "name", None) for one in told_by_rules(pages)[2]}
    (found,) = [one for one in read_facts(pages) if getattr(one.value, "name", None) == name]
    assert found.against[-1] == remarks.READ_ENDS
    assert _quotes(text, [found]) == [[name]]


@pytest.mark.parametrize("words", [" a", ".", ". a", " (", " - ", "(a", "a ", '"'])
def test_long_ends_take_no_time(words: str) -> None:
    name, behind = "Tarn Vision", words * (50_000 // len(words))
    notice, _offices = understood(f"{EN}{name}\n")
    sheet = type(notice.sheets[0])(page=Page(number=1, text=f"{name}{behind}"), flat=f"{name}{behind}")
    long = type(notice)(sheets=(sheet,), entries=(), stage=notice.stage, title=None, language="en")
    before = time.perf_counter()
    with_told_ends(
        long,
        [supplier_of(long, piece_of(long, name)), buyer_of(long, piece_of(long, name))],
        [part_of(piece_of(long, f"{name}{behind}"), SURE, certainty=SURE)],
    )
    assert time.perf_counter() - before < 2


def _quotes(text: str, statements: list[Statement]) -> list[list[str]]:
    quoted = [[text[at.start : at.end] for at in one.anchors] for one in statements]
    assert quoted == [[at.text for at in one.anchors] for one in statements]
    return [list(dict.fromkeys(one)) for one in quoted]
