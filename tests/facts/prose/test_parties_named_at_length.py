"""Parties of contracts with a bracket in their name, a post box behind it, and helpers beside them."""

from __future__ import annotations

from tests.facts.summary import read, summarise

DEED = (
    "CONTRACT AGREEMENT\nTHIS AGREEMENT made the 7th of October 2021 between THE BOARD OF TRUSTEES OF KAWE HOSPITAL "
    '(hereinafter "the Procuring Entity") of the one part and CLEARWAY INTEGRATORS (T) LIMITED of P.O. Box 0, Dodoma '
    '(hereinafter "the Supplier") of the other part.\n'
)


def test_a_bracket_in_a_name_and_a_post_box_behind_it_end_no_party() -> None:
    assert summarise(read(DEED))["suppliers"] == ("CLEARWAY INTEGRATORS (T) LIMITED, sole",)


def test_a_helper_with_a_label_takes_nothing_from_the_party() -> None:
    told = summarise(read(DEED + "Sub-contractor: Hadrian Hosting Ltd, Leeds.\n"))
    assert told["suppliers"] == ("CLEARWAY INTEGRATORS (T) LIMITED, sole", "Hadrian Hosting Ltd, subcontractor")


def test_a_helper_who_may_be_another_is_none_yet() -> None:
    told = summarise(read(DEED + "Sub-contractor: Hadrian Hosting Ltd, or such other as the Entity approves.\n"))
    assert told["suppliers"] == ("CLEARWAY INTEGRATORS (T) LIMITED, sole",)


def test_an_adviser_is_hired() -> None:
    text = "招標結果\n望湖花園業主立案法團議決以港幣1,380,000元聘用卓越測量師行有限公司為工程顧問。"
    assert summarise(read(text))["suppliers"] == ("卓越測量師行有限公司, sole",)


def test_an_office_and_a_company_that_a_heading_counts_are_the_parties() -> None:
    text = (
        "CONTRACT NO. DJ/22/07\nParties: (1) Independent State acting through the Department of Community Courts; "
        "(2) Paradise Information Systems Limited\nExecuted: the eleventh of March 2022"
    )
    told = summarise(read(text))
    assert told["suppliers"] == ("Paradise Information Systems Limited, sole",)
    assert told["buyer"] == ("Department of Community Courts",)


def test_two_companies_that_a_heading_counts_say_nothing_of_their_parts() -> None:
    text = "CONTRACT NO. DJ/22/07\nParties: (1) Owen Ridge Limited; (2) Paradise Systems Limited\nSigned 11 March 2022"
    assert summarise(read(text)).get("suppliers", ()) == ()
