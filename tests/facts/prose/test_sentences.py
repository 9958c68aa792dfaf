"""Sentences that settle who won, in several languages, and the sentences that settle nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tenderlight.facts.reading import read_facts
from tenderlight.model.document import Page
from tenderlight.model.statement import StatementKind
from tenderlight.model.values import AmountKind, AmountValue, PartyValue, SupplierValue

PRICES = {AmountKind.AWARD, AmountKind.CONTRACT, AmountKind.CALL_OFF}


def _read(text: str) -> tuple[list[str], list[tuple[Decimal | None, str | None]], list[str]]:
    statements = read_facts([Page(number=1, text=text)])
    suppliers = [one.value.name for one in statements if isinstance(one.value, SupplierValue)]
    amounts = [
        (one.value.amount, one.value.currency)
        for one in statements
        if isinstance(one.value, AmountValue) and one.value.amount_kind in PRICES
    ]
    buyers = [
        one.value.name for one in statements if one.kind is StatementKind.BUYER and isinstance(one.value, PartyValue)
    ]
    return suppliers, amounts, buyers


@pytest.mark.parametrize(
    ("text", "supplier", "amount", "currency"),
    [
        (
            (
                "The Council has approved award of contract for patrol boats in favour of Messrs Blue Heron Ltd "
                "in the sum of N412,500,000.00 only. The budget was N450,000,000.00."
            ),
            "Blue Heron Ltd",
            "412500000",
            "NGN",
        ),
        (
            (
                "Minutes of 4 May 2022\nThe trustees agreed to award Quote No. 17 to Kestrel Fencing Ltd for £18,400. "
                "Two other quotes of £19,950 and £22,100 were received."
            ),
            "Kestrel Fencing Ltd",
            "18400",
            "GBP",
        ),
        (
            (
                "Подведены итоги закупки. Победителем признано ООО «Тихий Дом» с ценой контракта 4 870 000 рублей "
                "при начальной цене 5 200 000 рублей."
            ),
            "ООО «Тихий Дом»",
            "4870000",
            "RUB",
        ),
        (
            "Переможцем закупівлі визначено ТОВ «Тиха Ріка», ціна договору 512 300,00 грн.",
            "ТОВ «Тиха Ріка»",
            "512300",
            "UAH",
        ),
        (
            "RESOLUCIÓN\nRESUELVE: Adjudicar a la empresa Faro Azul S.A.S. el contrato por valor de $ 35.400.000 COP.",
            "Faro Azul S.A.S.",
            "35400000",
            "COP",
        ),
        (
            (
                "DÉCIDE\nArticle 1 : de conclure avec la société PHARE BLEU SARL un marché de fourniture, "
                "pour un montant de 23 996,00 € TTC."
            ),
            "PHARE BLEU SARL",
            "23996",
            "EUR",
        ),
        (
            (
                "Ratifico a inexigibilidade de licitação para contratação da empresa Farol Azul Ltda, "
                "no valor total de R$ 126.300,00."
            ),
            "Farol Azul Ltda",
            "126300",
            "BRL",
        ),
    ],
)
def test_sentence_names_supplier_and_price(text: str, supplier: str, amount: str, currency: str) -> None:
    suppliers, amounts, _buyers = _read(text)
    assert supplier in suppliers
    assert amounts == [(Decimal(amount), currency)]


def test_letter_names_whom_it_is_written_to_and_the_price_accepted() -> None:
    text = (
        "NOTIFICATION OF AWARD\nRef: XC/T/17/2022                 18th February, 2022\nM/S HIGH PLAINS NETWORKS LTD\n"
        "P.O. Box 12, Upton\nWe inform you that your tender for the above, at a total price of Kshs. 1,368,720.00 "
        "inclusive of all taxes, has been accepted. You shall furnish a performance security of Kshs. 68,436.00."
    )
    suppliers, amounts, _buyers = _read(text)
    assert suppliers == ["HIGH PLAINS NETWORKS LTD"]
    assert amounts == [(Decimal("1368720"), "KES")]


def test_contract_names_its_parties_by_their_parts() -> None:
    text = (
        "CONTRACT\nThis Contract is entered into this 5th day of September 2022 by and between the HARBOUR "
        "SAFETY OFFICE, "
        'OFFICE, represented by Capt. R. B. Tan, hereinafter the "PROCURING ENTITY", and LOCKER MARINE SUPPLY, a sole '
        'proprietorship represented by M. T. Lim, hereinafter the "SUPPLIER".'
    )
    suppliers, _amounts, buyers = _read(text)
    assert suppliers == ["LOCKER MARINE SUPPLY"]
    assert buyers == ["HARBOUR SAFETY OFFICE"]


@pytest.mark.parametrize(
    "text",
    [
        "Award notice\nThe contract will be awarded to the Most Advantageous Tender.",
        "CONTRACT AWARD NOTICE\nIf awarded, work shall be given to Local Firms Ltd in lots not to exceed $50,000.",
        "Invitation to tender\nThe authority intends to award the contract to one Supplier.",
    ],
)
def test_rules_and_plans_settle_nothing(text: str) -> None:
    _suppliers, amounts, _buyers = _read(text)
    assert amounts == []


def test_price_of_the_winner_is_read_from_the_list_of_those_who_bid() -> None:
    text = (
        "PROCÈS-VERBAL\nSyndicat mixte des eaux du Val\nOffres classées : 1. TRAM BLEU SAS, 48 900,00 € HT, note "
        "91,5 ; "
        "2. Groupe Vert, 47 220,00 € HT, note 86,2.\nLa commission attribue le marché à l'entreprise TRAM BLEU SAS."
    )
    suppliers, amounts, _buyers = _read(text)
    assert "TRAM BLEU SAS" in suppliers
    assert amounts == [(Decimal("48900"), "EUR")]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        (
            (
                "TERMO ADITIVO Nº 1 AO CONTRATO 55/2022\nContratante: Departamento de Estradas\nContratada: Traço "
                "Azul Ltda\n"
                "Fica acrescido o valor de R$ 1.500.000,00, passando o valor global de R$ 6.000.000,00 para R$ "
                "7.500.000,00."
            ),
            "7500000",
        ),
        (
            (
                "ДОПОЛНИТЕЛЬНОЕ СОГЛАШЕНИЕ № 2 к контракту\nЗаказчик: ГКУ «Дорога»\nПодрядчик: ООО «Путь»\n"
                "Цена контракта составляет 44 100 215 рублей (ранее — 42 000 205 рублей)."
            ),
            "44100215",
        ),
    ],
)
def test_price_that_takes_the_place_of_another_holds(text: str, amount: str) -> None:
    _suppliers, amounts, _buyers = _read(text)
    assert [value for value, _currency in amounts] == [Decimal(amount)]
