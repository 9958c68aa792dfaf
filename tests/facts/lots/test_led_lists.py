"""Lists of who won, below or beside what a page tells of all who bid for its lots."""

from __future__ import annotations

import time

import pytest

from tenderlight.evaluate.facts import predict


def won(text: str) -> list[tuple[str, str]]:
    return sorted((str(one.lot), one.name) for one in predict(text).suppliers)


_OF_GHANA = """Notice of Contract Award
Entity: Odumasi Municipal Assembly
Evaluated tenderers (read-out price, GHS):
  Lot 1  Beds - Adom Woodworks 520,000.00 / Yaa & Sons 548,800.00 / Sunyani Metal Works Ltd 571,200.00
  Lot 2  Tables - Yaa & Sons 108,000.00 / Adom Woodworks 114,600.00
"""
_OF_GERMANY = """Niederschrift über die Zuschlagserteilung
Auftraggeber: Landkreis Wiesental
Los 1 Fahrgestell
Bieter                              Angebotssumme brutto     Rang
Karl Ohm GmbH                       142.205,00 €             2
Ampere Fahrzeuge GmbH               141.940,00 €             1
Los 2 Drohnen
Bieter                              Angebotssumme brutto     Rang
Volta Handels GmbH                  38.080,00 €              1
Karl Ohm GmbH                       41.650,00 €              2

"""
_OF_SPAIN = """RESOLUCIÓN DE ADJUDICACIÓN
Órgano de contratación: Ayuntamiento de Pinarejo
Lote 1: ofertas de Cámaras Duero, S.L. (41.000,00 €) y Visión Tajo, S.A. (43.500,00 €)
Lote 2: ofertas de Visión Tajo, S.A. (12.300,00 €) y Cámaras Duero, S.L. (12.900,00 €)
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{_OF_GHANA}Awarded:\n  Lot 1: Adom Woodworks, GHS 520,000.00\n  Lot 2: Yaa & Sons, GHS 108,000.00\n",
            [("Lot 1", "Adom Woodworks"), ("Lot 2", "Yaa & Sons")],
        ),
        (
            f"{_OF_GHANA}Awarded by lot:\n- Lot 1: Adom Woodworks, GHS 9,000\n- Lot 2: Yaa & Sons, GHS 8,000\n",
            [("Lot 1", "Adom Woodworks"), ("Lot 2", "Yaa & Sons")],
        ),
        (
            f"{_OF_GERMANY}Den Zuschlag erhalten: Los 1 Ampere Fahrzeuge GmbH; Los 2 Volta Handels GmbH.\n",
            [("Los 1", "Ampere Fahrzeuge GmbH"), ("Los 2", "Volta Handels GmbH")],
        ),
        (
            f"{_OF_GERMANY}Zuschlag:\nLos 1 Ampere Fahrzeuge GmbH\nLos 2 Volta Handels GmbH\n",
            [("Los 1", "Ampere Fahrzeuge GmbH"), ("Los 2", "Volta Handels GmbH")],
        ),
        (
            f"{_OF_SPAIN}Adjudicatarios:\nLote 1: Visión Tajo, S.A., 43.500 €\nLote 2: Cámaras Duero, S.L., 12.900 €\n",
            [("Lote 1", "Visión Tajo, S.A."), ("Lote 2", "Cámaras Duero, S.L.")],
        ),
    ],
)
def test_who_won_stands_behind_words_for_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert won(text) == expected


def test_the_price_of_a_lot_is_that_of_the_bid_that_won_it() -> None:
    text = f"{_OF_GERMANY}Den Zuschlag erhalten: Los 1 Ampere Fahrzeuge GmbH; Los 2 Volta Handels GmbH.\n"
    assert [(one.lot, int(one.amount or 0)) for one in predict(text).lots] == [("Los 1", 141940), ("Los 2", 38080)]


@pytest.mark.parametrize(
    "end",
    [
        "Unsuccessful:\n  Lot 1: Yaa & Sons, GHS 548,800.00\n  Lot 2: Adom Woodworks, GHS 114,600.00\n",
        "Not awarded:\n  Lot 1: Yaa & Sons, GHS 548,800.00\n  Lot 2: Adom Woodworks, GHS 114,600.00\n",
        "Awarded:\n  Lot 1: Accra, by 4 May\n  Lot 2: Kumasi, by 9 May\n",
    ],
)
def test_no_other_list_tells_who_won(end: str) -> None:
    named = {name for _lot, name in won(_OF_GHANA + end)}
    assert not named & {"Yaa & Sons", "Adom Woodworks", "Accra", "Kumasi"}


_OF_POLAND = """INFORMACJA O WYBORZE NAJKORZYSTNIEJSZEJ OFERTY
Zamawiający: Gmina Olszanka
Część 1 (kamery): Optima Wizja Sp. z o.o., ul. Jutrzenki, Łódź – cena brutto 148 820,00 zł
Część 2 (stacje): Prolas S.A., Kraków – cena brutto 26 935,00 zł
Zestawienie złożonych ofert:
Część | Wykonawca | Cena brutto | Punkty razem
1 | Optima Wizja Sp. z o.o. | 148 820,00 | 100,00
1 | Megalit Sp. z o.o. | 120 186,00 | 97,29
2 | Prolas S.A. | 26 935,00 | 98,40
2 | Optima Wizja Sp. z o.o. | 21 080,00 | 92,17
"""


def test_a_table_of_all_offers_makes_nobody_a_winner() -> None:
    assert won(_OF_POLAND) == [("1", "Optima Wizja Sp. z o.o."), ("2", "Prolas S.A.")]


def test_a_lot_has_one_name_in_list_and_table() -> None:
    lots = [(one.lot, one.supplier, int(one.amount or 0)) for one in predict(_OF_POLAND).lots]
    assert lots == [("1", "Optima Wizja Sp. z o.o.", 148820), ("2", "Prolas S.A.", 26935)]


def test_where_the_table_does_not_name_whom_the_list_names_nothing_is_settled() -> None:
    text = _OF_POLAND.replace("1 | Optima Wizja Sp. z o.o. |", "1 | Inna Firma Sp. z o.o. |")
    assert ("1", "Megalit Sp. z o.o.") not in won(text)
    assert ("1", "Inna Firma Sp. z o.o.") not in won(text)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "Alder Ventures | 18,900,000 | Awarded\nRowan & Sons Surgicals Ltd | 19,450,000 | Not lowest\n",
            "Alder Ventures",
        ),
        ("Rowan Surgicals Ltd | 17,450,000 | Non-responsive\nAlder Ltd | 18,900,000 | Awarded\n", "Alder Ltd"),
        (
            "1 | Rowan Ltd | 19,450,000 | Unsuccessful\n2 | Alder Ventures Ltd | 18,900,000 | Winner\n",
            "Alder Ventures Ltd",
        ),
    ],
)
def test_the_row_that_says_so_won_its_lot(rows: str, expected: str) -> None:
    head = "Bidder | Price as read out (N) | Status\n"
    text = (
        f"SUMMARY OF BID EVALUATION AND AWARD\nProcuring entity: Ibara Teaching Hospital\nDate of award 4/10/2023\n\n"
        f"Lot 1 - oxygen concentrators\n{head}{rows}Lot 2 - generators\n{head}"
        "Power Works Nig. Ltd | 96,300,000 | Awarded\nJubilee Gensets Ltd | 94,000,000 | Non-responsive\n"
    )
    assert [(lot[-1:], name) for lot, name in won(text) if lot] == [("1", expected), ("2", "Power Works Nig. Ltd")]


@pytest.mark.parametrize(
    ("lost", "won_says"),
    [("No adjudicado", "ADJUDICADO"), ("Rechazado", "Adjudicado"), ("No adjudicada", "Adjudicada")],
)
def test_what_a_row_says_of_its_bidder_gives_up_no_lot(lost: str, won_says: str) -> None:
    found = predict(
        "CUADRO DE ADJUDICACIÓN\nRepartición: Ministerio de Obras\n"
        "Renglón | Oferente | Detalle | Total | Resultado\n"
        f"1 | CUYO S.A. | Camioneta | 1.442.000,00 | {won_says}\n1 | ANDES S.A. | Camioneta | 1.471.750,00 | {lost}\n"
        f"2 | ANDES S.A. | Furgón | 270.000,00 | {won_says}\n2 | CUYO S.A. | Furgón | 280.000,00 | {lost}\n"
    )
    assert [(one.lot, one.name) for one in found.suppliers] == [("1", "CUYO S.A."), ("2", "ANDES S.A.")]


@pytest.mark.parametrize("unit", ["Awarded: ", "Lot 1: ", "Awarded:\nLot 1 ", "a | b | 1\n", "Zuschlag: Los 1 "])
def test_a_page_of_nothing_else_costs_little(unit: str) -> None:
    started = time.process_time()
    predict("Contract award notice\n" + unit * (50_000 // len(unit)))
    assert time.process_time() - started < 30
