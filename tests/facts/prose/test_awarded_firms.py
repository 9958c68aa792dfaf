"""Firms at the head of a paragraph of which it is said that they are awarded something, and those of whom it is not."""

import pytest

from tenderlight.facts.prose.awarded_firms import awarded_firms, awarded_price
from tests.facts.summary import read, summarise

_THREE = (
    "Halyard Optics LLC, Reno, Nevada (W00000-24-D-0001); Pinyon Systems Inc., Elko, Nevada (W00000-24-D-0002); and "
    "Sage Labs Corp., Boise, Idaho (W00000-24-D-0003),"
)


@pytest.mark.parametrize(
    ("text", "firms", "price"),
    [
        (
            "Orrin Sensors Inc., Tampa, Florida (FA0000-21-D-0007), has been awarded a $42,500,000 contract.",
            ["Orrin Sensors Inc."],
            "$42,500,000",
        ),
        (
            "Torrent Marine LLC, Mobile, Alabama, is being awarded a not-to-exceed $15,000,000 contract for boats.",
            ["Torrent Marine LLC"],
            None,
        ),
        (
            f"{_THREE} will compete for each order of the $75,000,000 contract.",
            ["Halyard Optics LLC", "Pinyon Systems Inc.", "Sage Labs Corp."],
            None,
        ),
        (
            f"{_THREE} are awarded a combined $75,000,000 contract.",
            ["Halyard Optics LLC", "Pinyon Systems Inc.", "Sage Labs Corp."],
            None,
        ),
        (
            "Three firms, Arden Video Ltd, Bexley CCTV Ltd and Coln Systems plc, have been appointed to its framework.",
            ["Arden Video Ltd", "Bexley CCTV Ltd", "Coln Systems plc"],
            None,
        ),
        (
            "Harrow Sensors Co., Dayton, Ohio, is awarded a $9,876,543 modification (P00012) to a contract.",
            ["Harrow Sensors Co."],
            "$9,876,543",
        ),
        (
            "The consortium formed by Andina Digital S.A. (lead) and Redes del Sur Ltda. has been awarded a lot.",
            ["consortium formed by Andina Digital S.A. (lead) and Redes del Sur Ltda."],
            None,
        ),
        ("After a protest of Alder Optics Ltd the court said that the contract was awarded wrongly.", [], None),
        ("Alder Optics Ltd, which lost, said the tender was awarded for £3m.", [], None),
        ("Alder Optics Ltd was not awarded the contract.", [], None),
    ],
)
def test_the_subjects_of_an_award(text: str, firms: list[str], price: str | None) -> None:
    assert [text[slice(*span)] for span in awarded_firms(text)] == firms
    span = awarded_price(text)
    assert (text[slice(*span)] if span else None) == price


def test_several_with_orders_to_come_are_those_of_a_framework() -> None:
    found = summarise(
        read(f"CONTRACTS FOR OCT. 12, 2023\n{_THREE} will compete for each order of the $75,000,000 contract.\n")
    )
    assert found["stage"] == "award"
    assert found["amounts"] == ()
    assert all(str(one).endswith("framework") for one in found["suppliers"])  # type: ignore[attr-defined]


def test_companies_joined_by_commas_are_taken_apart() -> None:
    text = (
        "Avis d'attribution – accord-cadre\nPouvoir adjudicateur : Département de la Brenne\n"
        "Titulaires : Lumen Ouest SAS, Fibre Rance SARL et Mâts du Centre SAS\n"
    )
    names = {str(one).partition(", ")[0] for one in summarise(read(text))["suppliers"]}  # type: ignore[attr-defined]
    assert names == {"Lumen Ouest SAS", "Fibre Rance SARL", "Mâts du Centre SAS"}


@pytest.mark.parametrize(
    ("text", "buyer"),
    [
        (
            (
                "TERMO DE HOMOLOGAÇÃO\nO Diretor de Administração HOMOLOGA o Pregão, realizado pelo Município "
                "de Campo Belo, em favor de Clara Redes Ltda.\n"
            ),
            "Município de Campo Belo",
        ),
        (
            (
                "DESPACHO\nA Secretária de Fazenda HOMOLOGA a dispensa promovida pela Câmara Municipal de Serra Azul "
                "e ADJUDICA o objeto a Norte Som Ltda.\n"
            ),
            "Câmara Municipal de Serra Azul",
        ),
        (
            "Torrent Marine LLC is awarded a contract. The Naval Base Command, Norfolk, is the contracting activity.\n",
            "Naval Base Command",
        ),
    ],
)
def test_who_approves_is_not_who_buys(text: str, buyer: str) -> None:
    assert summarise(read(text))["buyer"] == (buyer,)


def test_a_bidder_told_not_to_have_won_is_no_supplier_in_pairs_by_tab() -> None:
    text = (
        "決標公告\n機關名稱\t南島縣警察局\n投標廠商1\n　廠商名稱\t遠澄科技股份有限公司\n　是否得標\t是\n"
        "投標廠商2\n　廠商名稱\t近洋電子有限公司\n　是否得標\t否\n總決標金額\t980,000元\n"
    )
    assert summarise(read(text))["suppliers"] == ("遠澄科技股份有限公司, sole",)
