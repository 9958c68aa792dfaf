"""Tables of bids and of lots in languages written with spaces: whose row says that it won, and at what price."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tenderlight.evaluate.facts import predict
from tenderlight.facts.tables.heads import read_head
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.normalise import flatten

WON = {
    "Ukrainian, bars": (
        (
            "Протокол оцінки пропозицій\nЗамовник: Департамент освіти Яворівської міської ради\n"
            "Учасник | Цінова пропозиція, грн | Результат\nТОВ «Парта» | 415 000,00 | Переможець\n"
            "ПП «Стілець» | 420 400,00 | -\nТОВ «Дошка» | 398 000,00 | Відхилено\n"
        ),
        ("ТОВ «Парта»", 415000, "UAH"),
    ),
    "Peru, yes under the head that asks": (
        (
            "CUADRO COMPARATIVO Y ADJUDICACIÓN\nEntidad: Municipalidad Distrital de Loma Alta\n"
            "Postor | Oferta económica (S/) | Orden de prelación | Buena pro\nRedes Misti S.A.C. | 91,300.00 | 1 | SÍ\n"
            "Cablex E.I.R.L. | 95,000.00 | 2 | NO\n"
        ),
        ("Redes Misti S.A.C.", 91300, "PEN"),
    ),
    "Kenya, tabulators, the second row won": (
        (
            "TENDER AWARD NOTICE\nProcuring entity: Mara County Water Company\n"
            "Bidder\tBid price (KES)\tOutcome\nTana Pipes Ltd\t4,100,000\tUnsuccessful\n"
            "Savanna Valves Ltd\t3,950,000\tAwarded\n"
        ),
        ("Savanna Valves Ltd", 3950000, "KES"),
    ),
    "Senegal": (
        (
            "PROCÈS-VERBAL D'ATTRIBUTION\nAutorité contractante : Agence des Routes du Fleuve\n"
            "Soumissionnaire | Montant de l'offre (FCFA) | Observations | Décision\n"
            "SOTRAF SARL | 55 000 000 | conforme | Attributaire\nBATI PLUS SA | 61 000 000 | conforme | Non retenu\n"
        ),
        ("SOTRAF SARL", 55000000, "XOF"),
    ),
    "Brazil": (
        (
            "ATA DE JULGAMENTO E ADJUDICAÇÃO\nÓrgão: Prefeitura Municipal de Vila Bela\n"
            "Licitante | Lance final (R$) | Classificação | Situação\nAlfa Redes Ltda | 71.500,00 | 1 | Vencedora\n"
            "Beta Cabos Ltda | 73.000,00 | 2 | Classificada\n"
        ),
        ("Alfa Redes Ltda", 71500, "BRL"),
    ),
    "Russia, spaces": (
        (
            "Итоги запроса котировок\nЗаказчик: МБУ «Музей города»\n"
            "Участник              Предложенная цена, руб.    Результат\n"
            "ООО «Свет-М»          310 000,00                 Победитель\n"
            "ООО «Лампа»           335 500,00                 Второе место\n"
        ),
        ("ООО «Свет-М»", 310000, "RUB"),
    ),
    "Germany": (
        (
            "Bekanntmachung vergebener Aufträge\nAuftraggeber: Stadt Birken\nBieter | Angebotssumme (EUR) | Ergebnis\n"
            "Nordbau GmbH | 88.000,00 | Zuschlag\nSüdbau GmbH | 91.000,00 | nicht berücksichtigt\n"
        ),
        ("Nordbau GmbH", 88000, "EUR"),
    ),
    "a winner marked under remarks": (
        (
            "NOTICE OF AWARD\nAgency: Town of Elmsford, Ohio\nVendor | Quote ($) | Remarks\n"
            "Gale Pumps LLC | 12,300.00 | Winner\nTrent Supply Inc. | 12,900.00 | late delivery\n"
        ),
        ("Gale Pumps LLC", 12300, "USD"),
    ),
}


@pytest.mark.parametrize("case", WON)
def test_the_row_that_says_so_is_the_winners(case: str) -> None:
    text, (name, amount, currency) = WON[case]
    notice = predict(text)
    assert [one.name for one in notice.suppliers] == [name]
    assert (notice.amount, notice.currency) == (Decimal(amount), currency)


def test_a_table_of_bids_that_names_no_winner_has_none() -> None:
    notice = predict(
        "Bid opening\nAgency: Town of Elmsford, Ohio\nVendor | Quote ($) | Rank\n"
        "Gale Pumps LLC | 12,300.00 | 1\nTrent Supply Inc. | 12,900.00 | 2\n"
    )
    assert notice.suppliers == ()
    assert notice.amount is None


def test_lots_in_rows_have_their_winner_and_price_under_their_number() -> None:
    notice = predict(
        "Протокол подведения итогов закупки\nОрганизатор: КГП «Парки» акимата города Арлан\n"
        "№ лота | Наименование лота | Поставщик-победитель | Сумма, тенге | Статус\n"
        "1 | Скамьи | ТОО «Орман» | 3 450 000 | состоялся\n2 | Урны | - | - | не состоялся\n"
    )
    assert [(one.lot, one.supplier, one.amount, one.status) for one in notice.lots] == [
        ("1", "ТОО «Орман»", Decimal(3450000), "awarded"),
        ("2", None, None, "void"),
    ]


@pytest.mark.parametrize(
    ("head", "meaning"),
    [
        ("p.u. ht", Meaning.UNIT_PRICE),
        ("цена за ед., руб.", Meaning.UNIT_PRICE),
        ("mfr / model", Meaning.ITEM_MODEL),
        ("qté", Meaning.ITEM_QUANTITY),
        ("vlr. unit", Meaning.UNIT_PRICE),
        ("الموديل", Meaning.ITEM_MODEL),
        ("extended price", Meaning.TOTAL),
        ("postor", Meaning.PARTY),
        ("oferta económica (s/)", Meaning.BID_AMOUNT),
        ("weather", None),
    ],
)
def test_heads_are_read_as_tables_shorten_them(head: str, meaning: Meaning | None) -> None:
    hit = read_head(flatten(head))
    assert (hit.meaning if hit else None) is meaning


def test_a_head_keeps_the_currency_it_names() -> None:
    hit = read_head("сумма, тенге")
    assert hit is not None
    assert hit.unit is not None
    assert hit.unit.currency == "KZT"
