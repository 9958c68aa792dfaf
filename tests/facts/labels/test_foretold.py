"""Days that are still to come and sums that are estimated, told by a word in or beside their label."""

import pytest

from tests.facts.summary import read, summarise

_EN = "Contract award notice\nContracting authority: Alder Council\nSupplier: Kestrel Data Ltd\n"
_FR = "Avis d'attribution\nPouvoir adjudicateur : Ville de Brenne\nTitulaire : Lumen Ouest SAS\n"
_ES = "Anuncio de adjudicación\nEntidad adjudicadora: Ayuntamiento de Oteruelo\nAdjudicatario: Señales Ebro, S.L.\n"
_PT = "Aviso de adjudicação\nEntidade adjudicante: Município de Vila Chã\nAdjudicatário: Clara Redes, Lda\n"
_RU = "Протокол подведения итогов\nЗаказчик: МКУ «Служба 112»\nПобедитель: ООО «Сигнал»\n"
_UK = "Повідомлення про намір укласти договір\nЗамовник: КП «Варта»\nПереможець: ТОВ «ОКО»\n"


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            (
                f"{_EN}Award decision date: 4 April 2025\n"
                "Estimated date when the contract will be signed: 28 April 2025\n"
            ),
            ("award 2025-04-04",),
        ),
        (
            f"{_EN}Estimated date of contract signature: 2 May 2024\nDate of award: 11 April 2024\n",
            ("award 2024-04-11",),
        ),
        (f"{_EN}Expected contract date: 1 June 2023\n", ()),
        (f"{_EN}Tentative date of signing: 4 May 2020\n", ()),
        (
            f"{_FR}Date prévisionnelle de signature du marché : 3 juin 2022\nDate d'attribution : 20 mai 2022\n",
            ("award 2022-05-20",),
        ),
        (
            (
                f"{_ES}Fecha de adjudicación: 4 de mayo de 2021\n"
                "Fecha prevista de formalización del contrato: 1 de junio de 2021\n"
            ),
            ("award 2021-05-04",),
        ),
        (
            f"{_PT}Data prevista de assinatura do contrato: 3/6/2022\nData da adjudicação: 12/05/2022\n",
            ("award 2022-05-12",),
        ),
        (
            f"{_RU}Планируемая дата заключения контракта: 15.06.2022\nДата подведения итогов: 01.06.2022\n",
            ("award 2022-06-01",),
        ),
        (
            f"{_UK}Орієнтовна дата укладення договору: 20.06.2023\nДата рішення про намір: 05.06.2023\n",
            ("award 2023-06-05",),
        ),
        (f"{_EN}Contract date: 1 June 2023\n", ("contract 2023-06-01",)),
    ],
)
def test_a_day_to_come_is_none_of_award_or_contract(text: str, dates: tuple[str, ...]) -> None:
    assert summarise(read(text))["dates"] == dates


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        (f"{_EN}Total value (estimated): £9,000,000\n", ("estimate 9000000 GBP",)),
        (f"{_EN}Contract value (indicative): EUR 700,000\n", ("estimate 700000 EUR",)),
        (f"{_EN}Contract value (maximum): EUR 700,000\n", ("ceiling 700000 EUR",)),
        (
            f"{_EN}Total value (inclusive of all options, estimated): £1,200,000\n",
            ("estimate 1200000 GBP",),
        ),
        (f"{_FR}Montant du marché (estimatif) : 240 000 euros HT\n", ("estimate 240000 EUR",)),
        (f"{_EN}Contract value (excluding VAT): £82,000\n", ("award 82000 GBP",)),
    ],
)
def test_a_hint_makes_a_price_an_estimate(text: str, amounts: tuple[str, ...]) -> None:
    assert summarise(read(text))["amounts"] == amounts


def test_a_pair_is_no_head_of_columns() -> None:
    """ "Data" is a date in Italian and a part of the name here."""
    found = summarise(read(f"{_EN}Total cost: £1,200\nAward date: 4 May 2020\n"))
    assert found["suppliers"] == ("Kestrel Data Ltd, sole",)
