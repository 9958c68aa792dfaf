"""Labels that no list has, understood by their words; and labels that must not be understood."""

from __future__ import annotations

import pytest

from tenderlight.facts.labels.in_lines import find_labels
from tenderlight.facts.labels.parts import read_parts
from tenderlight.facts.words.vocabulary import Meaning

UNDERSTOOD = {
    "full name of the winning tenderer": Meaning.SUPPLIER,
    "name and address of the contractor": Meaning.SUPPLIER,
    "legal name of the purchasing organisation": Meaning.BUYER,
    "final agreed contract price excl vat": Meaning.CONTRACT_AMOUNT,
    "total value of the awarded contract": Meaning.AWARD_AMOUNT,
    "estimated total cost of the procurement": Meaning.ESTIMATE,
    "maximum value of the framework": Meaning.CEILING,
    "funds available for this purchase": Meaning.BUDGET,
    "other tenderers": Meaning.LOSER,
    "prices of unsuccessful bidders": Meaning.OTHER_AMOUNT,
    "amount of the performance guarantee": Meaning.OTHER_AMOUNT,
    "date of signature of the agreement": Meaning.CONTRACT_DATE,
    "date of the award decision": Meaning.AWARD_DATE,
    "closing date for receipt of proposals": Meaning.DEADLINE,
    "procurement procedure number": Meaning.PROJECT_NUMBER,
    "полное наименование победителя закупки": Meaning.SUPPLIER,
    "цена контракта, предложенная победителем, руб": Meaning.AWARD_AMOUNT,
    "размер обеспечения исполнения договора": Meaning.OTHER_AMOUNT,
    "дата заключения государственного контракта": Meaning.CONTRACT_DATE,
    "загальна вартість укладеного договору з пдв": Meaning.CONTRACT_AMOUNT,
    "повна назва замовника закупівлі": Meaning.BUYER,
    "razón social del adjudicatario": Meaning.SUPPLIER,
    "importe total de adjudicación sin impuestos": Meaning.AWARD_AMOUNT,
    "valor estimado del contrato": Meaning.ESTIMATE,
    "presupuesto base de la licitación": Meaning.BUDGET,
    "dénomination sociale du titulaire du marché": Meaning.SUPPLIER,
    "montant total du marché hors taxes": Meaning.CONTRACT_AMOUNT,
    "date de notification du marché": Meaning.CONTRACT_DATE,
    "nome da entidade adjudicante": Meaning.BUYER,
    "valor global do contrato com iva": Meaning.CONTRACT_AMOUNT,
    "demais licitantes": Meaning.LOSER,
    "اسم الشرکة الفائزة": Meaning.SUPPLIER,
    "تاریخ توقیع العقد": Meaning.CONTRACT_DATE,
    "مبلغ کل قرارداد": Meaning.CONTRACT_AMOUNT,
}


@pytest.mark.parametrize("label", UNDERSTOOD)
def test_label_is_understood_by_its_words(label: str) -> None:
    assert read_parts(label) is UNDERSTOOD[label]


@pytest.mark.parametrize(
    "label",
    [
        "number of tenders received",
        "value of similar contracts in the past",
        "name",
        "company",
        "contract duration",
        "price of zinc",
        "supplier is sme",
        "the contractor shall deliver",
        "стоимость просрочки",
    ],
)
def test_label_of_something_else_is_not_understood(label: str) -> None:
    assert read_parts(label) in {None, Meaning.OTHER_AMOUNT}


def test_label_is_found_behind_a_stop_and_before_a_colon() -> None:
    hits = find_labels("procedure: open. name of winning tenderer: halyard ltd; total price awarded: gbp 5")
    assert [(hit.meaning, hit.label) for hit in hits if hit.meaning in {Meaning.SUPPLIER, Meaning.AWARD_AMOUNT}] == [
        (Meaning.SUPPLIER, "name of winning tenderer"),
        (Meaning.AWARD_AMOUNT, "total price awarded"),
    ]


def test_longer_label_counts_before_the_one_it_ends_with() -> None:
    (hit,) = find_labels("price of the unsuccessful tenderer: 500")
    assert hit.meaning is Meaning.OTHER_AMOUNT


def test_lot_in_a_label_is_kept() -> None:
    (hit,) = find_labels("winning bidder for lot 2: halyard ltd")
    assert hit.meaning is Meaning.SUPPLIER
    assert hit.lot is not None
    assert "winning bidder for lot 2: halyard ltd"[slice(*hit.lot)] == "lot 2"


def test_figure_ends_a_label_without_colon() -> None:
    hits = find_labels("total contract amount £120,000")
    assert [(hit.meaning, hit.strict) for hit in hits] == [(Meaning.CONTRACT_AMOUNT, True)]
