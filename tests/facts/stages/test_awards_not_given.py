"""Papers with the words of an award that give nothing: called off, only meant, won in another procedure."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict
from tenderlight.facts.stages.words import FOLLOWS


@pytest.mark.parametrize(
    "text",
    [
        "Notice of award\nBuyer: Kenya Police\nStatus: Cancelled\nAwarded to: Acme Ltd\nContract value: KES 1,200,000",
        "Notice of award\nBuyer: Kenya Police\nStatus: Cancelled\nAwarded to: none\nLowest bidder: Acme Ltd, KES 1,200",
        "Notice of award\nBuyer: Kenya Police\nStatus: Cancelled\nAwarded to: -\nEstimated value: KES 1,200,000",
        "Avis d'attribution\nAcheteur : Ville de Metz\nStatut : annulé\nAttribué à : néant",
        "Avis d'attribution\nAcheteur : Ville de Metz\nStatut : annulé\nAttribué à : Alpha SARL\nMontant : 12 000 €",
        "Resultado\nÓrgão: Município de Santos\nSituação: Revogada\nAdjudicado a: Alfa Ltda\nR$ 12,00",
        "Resultado\nÓrgão: Município de Santos\nSituação: Revogada\nObjeto adjudicado a: Alfa Ltda, R$ 12,00",
        "Resultado\nEntidad: Alcaldía de Cali\nEstado: Cancelado\nAdjudicado a: Alfa S.A.S.\nValor: $ 120.000",
        "Award notice\nBuyer: Port of Tema\nLot 1: Pumps\nStatus: Withdrawn\nAwarded to: Acme Ltd\nValue: GHS 9,000",
    ],
)
def test_procedure_that_was_called_off_is_no_award(text: str) -> None:
    notice = predict(text)
    assert (notice.stage, notice.suppliers, notice.amount) == ("cancellation", (), None)


def test_state_of_another_lot_calls_nothing_off() -> None:
    text = (
        "Contract award notice\nBuyer: Port of Tema\nLot 1: Pumps   Status: Awarded   Awarded to: Acme Ltd\n"
        "Lot 2: Filters   Status: Cancelled\n"
    )
    assert predict(text).stage == "award"


TABLE = """{head}
Procuring entity: Kenya Police
Bidder | Price | Result
Acme Ltd | KES 120,000 | {won}
Bolt Ltd | KES 130,000 | Unsuccessful
{below}
"""


@pytest.mark.parametrize(
    ("head", "won", "below"),
    [
        ("Intention to award", "Successful", ""),
        ("Intention to award", "Successful - lowest evaluated", "Signed unless a complaint is received."),
        ("Notice of intention to award", "Awarded - lowest", ""),
        ("Notice of intention to award", "Successful", "This intention is withdrawn."),
        ("Letter of intent to award", "Winner (subject to contract)", ""),
        ("Evaluation report", "Successful", "The award is subject to approval by the board."),
        ("Evaluation report", "Successful (lowest)", "All bids lapse: the tender will be re-advertised."),
    ],
)
def test_award_that_is_only_meant_names_no_winner(head: str, won: str, below: str) -> None:
    notice = predict(TABLE.format(head=head, won=won, below=below))
    assert (notice.stage, notice.suppliers, notice.amount) == ("candidate", (), None)


@pytest.mark.parametrize("below", ["", "Propuesta pendiente de aprobación por la Junta de Gobierno."])
def test_proposal_to_award_names_no_winner(below: str) -> None:
    notice = predict(
        "Propuesta de adjudicación\nÓrgano: Ayuntamiento de Lugo\nLicitador | Importe | Resultado\n"
        f"Alfa S.L. | 12.000 € | Adjudicatario - mejor oferta\nBeta S.L. | 13.000 € | Excluido\n{below}\n"
    )
    assert (notice.stage, notice.suppliers) == ("candidate", ())


def test_row_of_an_evaluation_names_the_winner() -> None:
    notice = predict(TABLE.format(head="Evaluation report", won="Awarded - lowest evaluated bid", below=""))
    assert (notice.stage, [one.name for one in notice.suppliers]) == ("award", ["Acme Ltd"])


@pytest.mark.parametrize("head", ["Intention to award", "Evaluation report"])
def test_two_who_passed_a_step_have_not_won(head: str) -> None:
    notice = predict(
        f"{head}\nProcuring entity: Kenya Police\nBidder | Price | Result | Reason\n"
        "Acme Ltd | KES 120,000 | Successful | Passed technical evaluation\n"
        "Bolt Ltd | KES 110,000 | Successful | Lowest price\nCrest Ltd | KES 130,000 | Unsuccessful | No bond\n"
    )
    assert (notice.stage, notice.suppliers) == ("candidate", ())


@pytest.mark.parametrize(
    "text",
    [
        (
            "Извещение о проведении электронного аукциона\nЗаказчик: МКУ «Служба»\nНачальная цена: 600 000 руб.\n"
            "Предыдущий аукцион: победитель ООО «Альфа», цена 580 000 руб., от договора уклонился.\n"
            "Срок подачи заявок: до 20.05.2024\n"
        ),
        (
            "Извещение о проведении запроса котировок\nЗаказчик: МКУ «Служба»\n"
            "По итогам прошлого года победителем признано ООО «Альфа» с ценой 580 000 руб.\n"
        ),
        (
            "Оголошення про проведення закупівлі\nЗамовник: Львівська міська рада\n"
            "Приклад заповнення: Переможець: ТОВ «Зразок», 100 000 грн\nКінцевий строк подання: 20.05.2024\n"
        ),
        (
            "Оголошення про проведення відкритих торгів\nЗамовник: Львівська міська рада\n"
            "Попередню закупівлю скасовано: переможець ТОВ «Альфа» (480 000 грн) відмовився від договору.\n"
        ),
        (
            "Закупівля\nЗамовник: Львівська міська рада\nПереможець ТОВ «Альфа» (120 000 грн) дискваліфікований\n"
            "Кінцевий строк подання: 20.05.2024\n"
        ),
        (
            "Закупівля\nЗамовник: Львівська міська рада\nСтатус: переможець ТОВ «Альфа» дискваліфікований, пропозиція "
            "120 000 грн відхилена\nКінцевий строк подання: 20.05.2024\n"
        ),
    ],
)
def test_winner_of_before_of_an_example_or_put_out_makes_no_award(text: str) -> None:
    notice = predict(text)
    assert (notice.stage, notice.suppliers, notice.amount) == ("tender", (), None)


def test_paper_that_follows_a_failed_procedure_names_no_winner() -> None:
    notice = predict(
        "Avis de contrat conclu à la suite d'un appel d'offres annulé\nAcheteur : Région Bretagne\n"
        "Ancien titulaire : Alpha SARL\nDate limite : 12/05/2024"
    )
    assert (notice.stage, notice.suppliers) == ("cancellation", ())


@pytest.mark.parametrize(
    "heading",
    [
        "avis de contrat conclu suite a un appel d'offres infructueux",
        "contract notice following a cancelled tender",
        "aviso de contrato tras la licitacion desierta",
    ],
)
def test_failed_procedures_stay_in_the_heading(heading: str) -> None:
    assert FOLLOWS.sub("", heading) == heading
