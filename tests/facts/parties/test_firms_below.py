"""Winners listed one a line below words that say so, and lists that name nobody who won."""

from __future__ import annotations

import time

import pytest

from tenderlight.evaluate.facts import predict

ENGLISH = (
    "CONTRACT AWARD\nProcuring entity: Norwick County Council\nTender number: NC 14/2023\nAward date: 14 March 2023\n"
)
SPANISH = "AVISO DE ADJUDICACIÓN\nEntidad: Municipalidad de Río Seco\nFecha de adjudicación: 14/03/2023\n"
PORTUGUESE = "AVISO DE HOMOLOGAÇÃO\nMunicípio de Vale Grande\nObjeto: aquisição de rádios\n"
FRENCH = "AVIS D'ATTRIBUTION\nAcheteur : Commune de Valbrune\nDate d'attribution : 14 mars 2023\n"
RUSSIAN = "ПРОТОКОЛ ПОДВЕДЕНИЯ ИТОГОВ\nЗаказчик: Управление дорог города Ясногорска\nДата решения: 14.03.2023\n"
UKRAINIAN = (
    "Звіт про укладання рамкової угоди\nЗамовник: Управління доріг міста Ясногірка\nДата укладення: 14.03.2023\n"
)
BOTH = {
    ENGLISH: ("Harrow Radio Ltd", "Caddy Masts Limited"),
    SPANISH: ("Radios del Sur S.A.", "Torres del Mar S.R.L."),
    PORTUGUESE: ("RÁDIO SERRA LTDA", "TORRES DO MAR EIRELI"),
    FRENCH: ("Radio Sahel SARL", "Pylônes du Nord SAS"),
    RUSSIAN: ("ООО «Радиосвязь Юг»", "АО «Мачты Севера»"),
    UKRAINIAN: ("ТОВ «Радіозв'язок Південь»", "ПрАТ «Щогли Півночі»"),
}
LISTS = [
    (ENGLISH, "Successful bidders:\nBidder | Points | Price\n{0} | 98 | R 7 938 000,00\n{1} | 94 | R 1 147 500,00\n"),
    (ENGLISH, "Winning Bidder(s):\n1. {0} - £94,500.00 for radios\n2. {1} - £37,250.00 for masts\n"),
    (ENGLISH, "Suppliers and prices:\n- {0}, 40 radios, £94,500.00\n- {1}, 12 masts, £37,250.00\n"),
    (ENGLISH, "The successful tenderers:\n{0} (radios) £94,500.00\n{1} (masts) £37,250.00\n"),
    (ENGLISH, "2. List of successful bidders:\n{0} (radios) £94,500.00\n{1} (masts) £37,250.00\n"),
    (ENGLISH, "The Council announces the successful bidders:\n{0}, £94,500.00\n{1}, £37,250.00\n"),
    (SPANISH, "Proveedores adjudicados:\n{0}, CUIT 30-1, por $ 94.500;\n{1}, CUIT 30-2, por $ 37.250.\n"),
    (PORTUGUESE, "O Prefeito homologa o certame em favor das empresas:\n{0}, CNPJ 1, R$ 94.500;\n{1}, R$ 37.250.\n"),
    (PORTUGUESE, "Empresas vencedoras:\n{0} – item 01 – R$ 94.500,00\n{1} – item 02 – R$ 37.250,00\n"),
    (FRENCH, "Entreprises retenues :\n- {0}, 94 500 EUR HT\n- {1}, 37 250 EUR HT\n"),
    (FRENCH, "Attributaires :\n{0}, radios, 94 500 EUR HT\n{1}, pylônes, 37 250 EUR HT\n"),
    (RUSSIAN, "Победители:\n{0} – радиостанции – 94 500,00 руб.\n{1} – мачты – 37 250,00 руб.\n"),
    (UKRAINIAN, "Учасники угоди:\n— {0}, ціна за одиницю 18 940,00 UAH\n— {1}, ціна за одиницю 18 990,00 UAH\n"),
]  # fmt: skip
NONE = [
    (ENGLISH, "Unsuccessful bidders:\n1. {0} - £94,500.00\n2. {1} - £37,250.00\n"),
    (ENGLISH, "Bidders:\n1. {0} - £94,500.00\n2. {1} - £37,250.00\n"),
    (ENGLISH, "Successful bidders:\nBidder | Rank | Price\n{0} | 1 | R 7 938 000,00\n{1} | 2 | R 8 147 500,00\n"),
    (ENGLISH, "Successful bidders:\n1. {0} - £94,500.00\n2. {1} - £37,250.00 (reserve)\n"),
    (ENGLISH, "Previous winning bidders:\n1. {0} - £94,500.00\n2. {1} - £37,250.00\n"),
    (ENGLISH, "References: earlier awards by successful bidders:\n1. {0} - 2019\n2. {1} - 2020\n"),
    (SPANISH, "Anteriores empresas adjudicatarias:\n- {0}, $ 94.500\n- {1}, $ 37.250\n"),
    (FRENCH, "Anciens attributaires :\n{0}, 94 500 EUR\n{1}, 37 250 EUR\n"),
    (RUSSIAN, "Прежние победители:\n{0} – 94 500,00 руб.\n{1} – 97 250,00 руб.\n"),
    (SPANISH, "Empresas no adjudicadas:\n- {0}, $ 94.500\n- {1}, $ 37.250\n"),
    (PORTUGUESE, "Licitantes:\n{0} – R$ 94.500,00\n{1} – R$ 97.250,00\n"),
    (FRENCH, "Entreprises non retenues :\n- {0}, 94 500 EUR\n- {1}, 37 250 EUR\n"),
    (RUSSIAN, "Участники закупки:\n{0} – 94 500,00 руб.\n{1} – 97 250,00 руб.\n"),
    (RUSSIAN, "Победители:\n{0} – 94 500,00 руб.\n{1} – 97 250,00 руб. – отклонено\n"),
    (UKRAINIAN, "Учасники:\n— {0}, 94 500,00 грн\n— {1}, 97 250,00 грн\n"),
]  # fmt: skip

STAYS = [
    (ENGLISH, "Successful bidders:\n1. {0}, £94,500.00, VAT not included\n2. {1}, Third Avenue 8, £37,250.00\n"),
    (ENGLISH, "Winning bidders:\n1. {0}, Second Floor, Dock House\n2. {1}, Norwick Nature Reserve\n"),
    (ENGLISH, "Winning bidders:\n1. {0}, 40 radios, complaint rejected\n2. {1}, after the first bid was rejected\n"),
    (ENGLISH, "Winning bidders:\n1. {0}, not registered for tax\n2. {1}, repairs in case of storms\n"),
    (SPANISH, "Empresas adjudicatarias:\n- {0}, $ 94.500, IVA no incluido\n- {1}, $ 37.250, IVA excluido\n"),
    (PORTUGUESE, "Empresas vencedoras:\n{0}, R$ 94.500,00, frete não incluso\n{1}, Segunda Travessa, R$ 37.250,00\n"),
    (FRENCH, "Attributaires :\n{0}, 94 500 EUR, TVA non comprise\n{1}, non conforme à la définition de PME\n"),
    (RUSSIAN, "Победители:\n{0}, 94 500 руб., НДС не облагается\n{1}, второй этаж, резервуары\n"),
    (UKRAINIAN, "Переможці:\n— {0}, 94 500 грн, не є платником ПДВ\n— {1}, другий поверх, запасні частини\n"),
]  # fmt: skip
"""Lists whose lines say no, second or reserve of a tax, an address or goods, and of nobody who lost."""
FIRST = [
    (ENGLISH, "Successful tenderers:\n{0} | £94,500 | lowest\n{1} | £97,250 | price too high\n"),
    (ENGLISH, "Successful tenderers:\n{0}, £94,500\n{1}, outbid\n"),
    (ENGLISH, "Successful tender:\n{0}, lot 1\n{1}, guarantor\n"),
    (ENGLISH, "Winning bidders:\n1. {0} - lot 1\n2. {1} - lot 2, has withdrawn\n"),
    (ENGLISH, "Winning bidders:\n1. {0}\n2. {1}, first reserve\n"),
    (SPANISH, "Empresas adjudicatarias:\n- {0}, lote 1\n- {1}, lote 2, renunció\n"),
    (SPANISH, "Ganadores:\n{0}, lote 1\n{1}, segundo puesto\n"),
    (PORTUGUESE, "Empresas vencedoras:\n{0}, item 1\n{1}, cadastro de reserva\n"),
    (PORTUGUESE, "Empresas vencedoras:\n{0}, item 1\n{1}, item 2, desclassificada\n"),
    (FRENCH, "Attributaires :\n{0}, lot 1\n{1}, en cas de désistement du premier\n"),
    (FRENCH, "Attributaires :\n{0}, lot 1\n{1}, lot 2, offre rejetée\n"),
    (RUSSIAN, "Комиссия решила заключить договор с:\n{0}, 94 500 руб.\n{1}, в случае отказа первого\n"),
    (RUSSIAN, "Победители:\n{0}, лот 1\n{1}, лот 2, отказалось от договора\n"),
    (UKRAINIAN, "Переможці:\n{0}, лот 1\n{1}, лот 2, відмовилося від договору\n"),
]  # fmt: skip
BIDS = [
    (ENGLISH, "Tenderers and prices:\n{0}, £94,500.00\n{1}, £97,250.00\n"),
    (ENGLISH, "Invited suppliers and prices:\n{0}, £94,500.00\n{1}, £97,250.00\n"),
    (SPANISH, "Empresas y precios:\n{0}, $ 94.500\n{1}, $ 97.250\n"),
    (FRENCH, "Soumissionnaires et prix :\n{0}, 94 500 EUR\n{1}, 97 250 EUR\n"),
    (RUSSIAN, "Участники и цены:\n{0}, 94 500 руб.\n{1}, 97 250 руб.\n"),
    (UKRAINIAN, "Учасники та ціни:\n{0}, 94 500 грн\n{1}, 97 250 грн\n"),
]  # fmt: skip


def _suppliers(text: str) -> list[str]:
    return sorted(one.name for one in predict(text).suppliers)


@pytest.mark.parametrize(("head", "listed"), LISTS)
def test_all_firms_below_words_for_those_who_won_are_suppliers(head: str, listed: str) -> None:
    names = _suppliers(head + listed.format(*BOTH[head]))

    assert names == sorted(BOTH[head])


@pytest.mark.parametrize(("head", "listed"), NONE)
def test_a_list_of_bidders_or_with_losers_names_not_both(head: str, listed: str) -> None:
    assert _suppliers(head + listed.format(*BOTH[head])) != sorted(BOTH[head])


@pytest.mark.parametrize(("head", "listed"), STAYS)
def test_a_no_or_a_second_that_is_not_of_the_award_makes_no_loser(head: str, listed: str) -> None:
    assert _suppliers(head + listed.format(*BOTH[head])) == sorted(BOTH[head])


@pytest.mark.parametrize(("head", "listed"), FIRST)
def test_who_lost_waits_withdrew_or_backs_is_no_winner_and_no_buyer(head: str, listed: str) -> None:
    told = predict(head + listed.format(*BOTH[head]))

    assert [one.name for one in told.suppliers] == [BOTH[head][0]]
    assert told.buyer != BOTH[head][1]


@pytest.mark.parametrize(("head", "listed"), BIDS)
def test_bidders_and_their_prices_are_not_all_winners(head: str, listed: str) -> None:
    assert set(_suppliers(head + listed.format(*BOTH[head]))) < set(BOTH[head])


@pytest.mark.parametrize(
    ("head", "listed"),
    [
        (ENGLISH, "Winning bidders:\n1. {0}, Lot 1, USD 94,500.00\n2. {1}, Lot 2, USD 37,250.00, not awarded\n"),
        (ENGLISH, "Winning bidders:\n1. {0} - Lot 1 - USD 94,500.00\n2. {1} - Lot 2 - USD 37,250.00 - withdrew\n"),
        (SPANISH, "Ganadores:\n- {0}, lote 1, USD 94.500,00\n- {1}, lote 2, USD 37.250,00 (renunció)\n"),
        (FRENCH, "Attributaires :\n{0}, lot 1, 94 500,00 EUR\n{1}, lot 2, 37 250,00 EUR, offre rejetée\n"),
        (RUSSIAN, "Победители:\n{0}, лот 1, 94 500,00 руб.\n{1}, лот 2, 37 250,00 руб., отклонено\n"),
    ],
)
def test_the_price_of_who_is_no_winner_goes_with_it(head: str, listed: str) -> None:
    told = predict(head + listed.format(*BOTH[head]))

    assert [one.name for one in told.suppliers] == [BOTH[head][0]]
    assert 37_250 not in {int(one.amount) for one in told.lots if one.amount is not None}
    assert told.amount is None or int(told.amount) != 37_250


def test_one_row_of_a_table_below_winners_is_the_supplier() -> None:
    listed = "Successful Bidder(s):\nBidder | B-BBEE | Price\nHarrow Radio (Pty) Ltd | 20 | R 18 764 550.00\n"

    assert _suppliers(f"{ENGLISH}{listed}Other bids received: Ilanga Mast (Pty) Ltd R 19 980 000.00\n") == [
        "Harrow Radio (Pty) Ltd"
    ]


def test_lots_behind_names_are_those_of_the_winners() -> None:
    listed = "Победители:\nООО «Связь» – лот 1, рации – 94 500,00 руб.\nООО «Связь» – лот 2, мачты – 37 250,00 руб.\n"

    assert [(one.name, one.lot) for one in predict(RUSSIAN + listed).suppliers] == [
        ("ООО «Связь»", "лот 1"),
        ("ООО «Связь»", "лот 2"),
    ]


WORDY = "Winning bidders:\n1. A Ltd, " + "in case of the not a b " * 2000 + "\n2. B Ltd, " + "not a " * 8000
"""Two lines that begin again and again to say that a firm lost."""


@pytest.mark.parametrize(
    "text", ["Successful bidders:\n" * 3000, "adjudica " * 6000, "|" * 50_000, "1. A Ltd " * 6000, WORDY]
)
def test_long_pages_take_little_time(text: str) -> None:
    start = time.perf_counter()
    predict(ENGLISH + text)

    assert time.perf_counter() - start < 5
