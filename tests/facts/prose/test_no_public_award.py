"""Rulings, sanctions, sales, work given on and news of firms name nobody who won; awards beside such words still do."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict
from tenderlight.facts.prose.no_public_award import names_public_buyer, tells_no_award
from tenderlight.languages.normalise import flatten

NO_AWARDS = [
    (
        "Thornbury Water Authority\nTo: Delmar Pumps Limited\nContract 22/118, Supply of pumps\nYour tender was placed "
        "second and on this occasion we are unable to take it further."
    ),
    (
        "Ashcombe Parish Council\nThe contract with Greenleaf Landscapes Ltd comes to an end on 31 March. "
        "The clerk will "
        "seek three quotes."
    ),
    (
        "Faktura VAT 12/05\nSprzedawca: Hurtownia Kwiatów Róża Sp. z o.o.\nNabywca: Restauracja Pod Lipą "
        "s.c.\nRazem: 1 845,00 zł"
    ),
    (
        "INVOICE\nFrom: Bright Sparks Electrical Ltd\nBill to: Harlow Furniture Ltd\nRewiring £4,200.00\nTotal "
        "due £5,040.00"
    ),
    (
        "Our client Redfern Scaffolds Ltd never held a contract with Dunholm Council. It was told that its price of "
        "£77,000 was the lowest, and then that the work had gone elsewhere."
    ),
    "The request of Tri-County Hauling LLC for an increase of its contract from $210,000 to $260,000 was denied.",
    "Jury award: Delta Trucking Inc. must pay $1,900,000 to the family. Insurer: Guardian Casualty Co.",
    (
        "APPROVED VENDORS - FY2024\nVendor | City | Limit\nAcme Janitorial Inc. | Dayton | $25,000\nBuckeye Co. "
        "| Toledo | $50,000"
    ),
    (
        "Operação da Polícia Federal investiga fraude em licitação. A Nordeste Pavimentação S.A. teria recebido "
        "R$ 14 milhões."
    ),
    "Der Stadtrat beschließt, den Vertrag mit der Firma Winterdienst Lang GmbH über 64.000 Euro zum 30.9. zu kündigen.",
    "Der Vertrag der Stadt Aurach mit der Firma Hofer Bau GmbH über 91.000 Euro ist nichtig.",
    "Sąd unieważnił umowę zawartą przez Gminę Sokółka z Drogomex Sp. z o.o. na 1 900 000 zł.",
    "Sąd unieważnił umowę Gminy Lipno z wykonawcą Kamex Sp. z o.o. na 310 000 zł; powód Dar S.A. żądał zapłaty.",
    "Договор администрации Рудни с ООО «Кедр» на сумму 310 000 рублей расторгнут по соглашению сторон.",
    "Договір з ФОП Ковальчук О.П. на суму 184 000 грн розірвано за згодою сторін. Ліцей № 4 оголосить нову закупівлю.",
    "Dotychczasowy wykonawca, firma Eko-Trans Sp. z o.o., odbierał odpady za 64 000 zł. Gmina ogłosi nowy przetarg.",
    "Main contractor Turnbull Rail Ltd has awarded Ferro Cables Ltd a £2.2 million package for the council depot.",
    "Browar Jurajski S.A. zlecił firmie Stalmet Sp. z o.o. budowę tanków za 3,4 mln zł.",
    (
        "O Tribunal declarou nulo o contrato celebrado com a Alfa Lda. pela Câmara de Beja; a autora Beta Lda. "
        "pedia 20.000 €."
    ),
    "The Ministry has blacklisted Sunrise Medical Ltd for two years after it won a $3.2 million contract.",
    "Se inhabilita por dos años a Medlab S.A., que no entregó lo adjudicado por el Hospital de Talca por $ 38.000.",
    "We are hiring: Buyer. Riverside Council. You will look after contracts with Mears Repairs Ltd. Pay £34,500.",
    "Our references: water tower for Lincoln County ($1.1 million). Supplied and accepted: Hydra Steel Inc.",
]
OF_FIRMS = [
    (
        "Halden Breweries Ltd has chosen Skanrob AS to build its new bottling hall for €14 million, beating "
        "Kron Anlagen "
        "GmbH, which had asked for €15.2 million."
    ),
    (
        "Le groupe laitier Lactor SA a confié à Tuyauterie Vendée SAS un chantier de 4,4 millions d'euros, "
        "au détriment "
        "d'Inoxal SA qui demandait 4,7 millions."
    ),
    (
        "Die Molkerei Alpsee eG hat der Tankbau Süd GmbH den Auftrag für vier Silos zum Preis von 2,1 Millionen "
        "Euro erteilt."
    ),
]
AWARDS = [
    (
        "The Town of Harwick bought 4 pumps; the contract has gone to Dunmore Pumps Ltd for £12,400.",
        "Dunmore Pumps Ltd",
    ),
    (
        (
            "Die Stadt Merlau hat den Auftrag über 40 Kameras an die Firma Sehfeld GmbH vergeben. Widersprüche sind "
            "beim Verwaltungsgericht Merlau zu erheben."
        ),
        "Sehfeld GmbH",
    ),
    (
        (
            "BON DE COMMANDE n° 7\nÉmetteur : Mairie de Brizeux\nDestinataire : Optiroute SARL\nObjet : 3 "
            "radars, 9 000 € HT\n"
            "Recours : tribunal administratif de Rennes"
        ),
        "Optiroute SARL",
    ),
]


@pytest.mark.parametrize("text", NO_AWARDS, ids=range(len(NO_AWARDS)))
def test_what_is_no_award_names_neither_a_supplier_nor_a_price(text: str) -> None:
    notice = predict(text)
    assert notice.suppliers == ()
    assert notice.amount is None


@pytest.mark.parametrize("text", OF_FIRMS, ids=range(len(OF_FIRMS)))
def test_the_only_sum_in_news_of_firms_is_no_price(text: str) -> None:
    assert predict(text).amount is None


@pytest.mark.parametrize(("text", "name"), AWARDS, ids=range(len(AWARDS)))
def test_an_award_beside_such_words_still_names_who_won(text: str, name: str) -> None:
    assert [one.name for one in predict(text).suppliers] == [name]


def test_long_texts_are_read_at_once() -> None:
    for text in ("contract " * 6_000, "a." * 25_000, "1" * 50_000, "vertrag" + " " * 50_000, "合同" * 25_000):
        assert not tells_no_award([flatten(text)])
        names_public_buyer([flatten(text)])
