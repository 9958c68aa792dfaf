"""Signs that hide what a paper says: leaders for colons, blanks inside dates, letters that look like scales."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tenderlight.evaluate.facts import predict
from tenderlight.languages.dates import find_dates
from tenderlight.languages.money import find_amounts


def test_dots_lead_from_a_label_to_its_value() -> None:
    found = predict(
        "CONTRACT AWARD SUMMARY\nPurchasing entity ....... Town of Marrow Creek\n"
        "Supplier ................ Castel Analytics Corp.\nApproved by Council on .. May 16, 2023\n"
        "Total award (5 yrs) ..... CAD $1,248,600 plus taxes\nAnnex .................. 14\n"
    )
    assert (found.buyer, [one.name for one in found.suppliers]) == ("Town of Marrow Creek", ["Castel Analytics Corp."])
    assert (found.amount, found.date) == (Decimal(1248600), "2023-05-16")


def test_a_number_in_chinese_numerals_set_apart_by_blanks() -> None:
    assert [one.date.iso() for one in find_dates("二 ○ 二 一 年 三 月 十 六 日")] == ["2021-03-16"]


def test_m_before_a_stroke_is_no_million() -> None:
    found = find_amounts("$ 1.348.220.000 M/CTE IVA INCLUIDO", decimal_mark=",")
    assert [one.amount for one in found] == [Decimal(1348220000)]
    assert find_amounts("£2.5m", decimal_mark=".")[0].amount == Decimal(2500000)


def test_persian_labels_are_read_with_the_sign_that_joins_nothing() -> None:
    found = predict(
        "نتیجه مناقصه\nمناقصه‌گزار: شهرداری دره‌سبز\nبرنده مناقصه: شرکت ایمن شرق\nتاریخ اعلام نتیجه: ۱۴۰۱/۰۵/۱۰\n"
    )
    assert (found.buyer, found.date) == ("شهرداری دره‌سبز", "2022-08-01")


DAYS = {
    "Lugar y fecha: Valle Hondo, 11 de julio de 2022": "2022-07-11",
    "Local e data: Serra do Ipê, 2 de dezembro de 2022": "2022-12-02",
    "Par décision du 6 avril 2022, le marché est attribué.": "2022-04-06",
}


@pytest.mark.parametrize("line", DAYS)
def test_the_day_behind_a_place_or_a_decision(line: str) -> None:
    heads = {"L": "RESOLUCIÓN DE ADJUDICACIÓN", "P": "AVIS D'ATTRIBUTION"}
    assert predict(f"{heads[line[0]]}\n{line}\n").date == DAYS[line]


def test_who_signs_for_a_party_is_not_the_party() -> None:
    found = predict(
        "CONTRACT\nTHIS AGREEMENT is made the 9th day of March 2022 BETWEEN Fenwick City Council, of Town Hall, "
        'Fenwick ("the Council") of the one part and Harrow Vale Systems Limited, a company registered in England '
        '("the Contractor").\n'
        "Signed for the Contractor: P. Osei\n"
    )
    assert (found.buyer, [one.name for one in found.suppliers]) == (
        "Fenwick City Council",
        ["Harrow Vale Systems Limited"],
    )


def test_what_somebody_means_to_buy_is_a_plan() -> None:
    text = "MARKET SOUNDING\nThe Harbour Police of Port Elias intends to procure an identification system in 2024.\n"
    assert predict(text).stage == "plan"
    assert predict(f"{text}Bidders are invited to submit bids.\n").stage != "plan"


FORMS = {
    "Lot n°1 – Caméras : titulaire SARL Télésécurité Bressane, montant 486 300 €": "SARL Télésécurité Bressane",
    "Lot n°1 – Radios : adjudicado a Vigía Digital, S.A.P.I. de C.V., por 486 300 €": "Vigía Digital, S.A.P.I. de C.V.",
}


@pytest.mark.parametrize("line", FORMS)
def test_legal_forms_before_the_name_and_long_ones(line: str) -> None:
    found = predict(f"AVIS D'ATTRIBUTION\nAcheteur : Ville de Brême\n{line}\nLot n°2 – Réseau : infructueux\n")
    assert [one.name for one in found.suppliers] == [FORMS[line]]
