"""Lots that a page names only to say who did not win them."""

from __future__ import annotations

import time

import pytest

from tenderlight.evaluate.facts import predict
from tenderlight.facts.lots.lost_bids import is_of_lost_bid, is_of_lost_bid_han

LISTS = [
    (
        (
            "CONTRACT AWARD NOTICE\nBuyer: Norwick County Council\n"
            "Lot 1, 14 generators: Marlow Power and Sons - EUR 94,500\n"
            "Lot 2, 45 vaccine fridges: Import-Export Caddy - EUR 137,250\n"
        ),
        "Bidder not selected: Frost Line Ltd (lot 2: EUR 151,000).",
    ),
    (
        (
            "CONTRACT AWARD NOTICE\nBuyer: Norwick County Council\n"
            "Lot 1 - radios: Marlow Power Ltd, EUR 94,500\nLot 2 - antennas: Caddy Masts, EUR 37,250\n"
        ),
        "Unsuccessful tenderers: Frost Line Ltd (lot 2, EUR 51,000); Hale & Co. Ltd (lot 1, EUR 99,000).",
    ),
    (
        (
            "ANÚNCIO DE ADJUDICAÇÃO\nEntidade adjudicante: Município de Vale Grande\nAdjudicatários:\n"
            "  Lote 1, rádios: Rádio Serra, Lda – 94.500,00 EUR\n  Lote 2, antenas: Torres do Mar – 37.250,00 EUR\n"
        ),
        "Concorrente excluído: Sinal Norte, S.A. (lote 2: 31.000,00 EUR).",
    ),
    (
        (
            "AVISO DE ADJUDICACIÓN\nEntidad: Municipalidad de Río Seco\nAdjudicatarios:\n"
            "  Lote 1, radios: Radios del Sur S.A. – $ 94.500\n  Lote 2, antenas: Torres del Mar – $ 37.250\n"
        ),
        "Oferente no adjudicado: Señal Norte S.R.L. (lote 2: $ 51.000).",
    ),
    (
        (
            "AVIS D'ATTRIBUTION\nAcheteur : Commune de Valbrune\nAttributaires :\n"
            "  Lot 1, radios : Radio Sahel SARL – 94 500 EUR\n  Lot 2, antennes : Pylônes du Nord – 37 250 EUR\n"
        ),
        "Soumissionnaire non retenu : Signal Express SARL (lot 2 : 51 000 EUR).",
    ),
    (
        (
            "AVVISO DI AGGIUDICAZIONE\nStazione appaltante: Comune di Valfredda\nAggiudicatari:\n"
            "  Lotto 1, radio: Radio Alpi S.r.l. – 94.500,00 EUR\n  Lotto 2, antenne: Tralicci Uniti – 37.250,00 EUR\n"
        ),
        "Offerta esclusa: Segnale Nord S.p.A. (lotto 2: 31.000,00 EUR).",
    ),
]


@pytest.mark.parametrize(("won", "lost"), LISTS)
def test_loser_of_a_lot_has_not_won_it(won: str, lost: str) -> None:
    name = lost.partition(": ")[2].partition(" (")[0].split(" ")[0]
    found = predict(f"{won}{lost}\n12.03.2023\n")
    assert not [one.name for one in found.suppliers if one.name.startswith(name)]
    assert not [one.supplier for one in found.lots if one.supplier and one.supplier.startswith(name)]


LOST = [
    "Bids from Shel Ltd for Lot A (£29,952.00) and Penn Ltd for @Lot B (£55,040.00) were not successful.",
    "The tenders of Shel Ltd for @lot 1 and Penn Ltd for lot 2 were rejected.",
    "As propostas da Shel, Lda para o @lote 1 e da Penn, S.A. para o lote 2 foram desclassificadas.",
    "Las ofertas de Shel S.A. para el @lote 1 y de Penn S.A. para el lote 2 fueron desestimadas.",
    "Les offres de Shel SARL pour le @lot 1 et de Penn SA pour le lot 2 n'ont pas été retenues.",
    "Le offerte della Shel S.r.l. per il @lotto 1 e della Penn S.p.A. per il lotto 2 sono state escluse.",
    "Bids not accepted: Shel SARL (lot A: USD 402,150.00), Penn Pvt Ltd (@lot B: USD 271,400.00).",
    "Respondents not awarded: Shel Pte. Ltd. (@lot 2)",
    "Не допущены участники: ООО «Шел» (@лот 2)",
    "Отклонённые заявки: ООО «Шел» (лот 1, 51 000); ООО «Пен» (@лот 2, 61 000)",
    "Відхилені пропозиції: ТОВ «Шел» (@лот 2)",
    "Nicht berücksichtigte Bieter: Shel GmbH (@lot 2)",
]
OTHERS = [
    "All bids for @lot 3 were rejected.",
    "@Lot 3: all bids were rejected.",
    "Bids of all firms for lot 2 were rejected; @lot 1 is awarded to Shel Ltd.",
    "Unsuccessful: Shel Ltd. The winner of @lot 1 is Penn Ltd.",
    "Tenders of three firms were opened for @lot 1, which is awarded to Shel Ltd; the rest were rejected.",
    "Offers were received. @Lot 1 goes to Shel Ltd.",
    "Ofertas rechazadas: ninguna\n@Lote 1: Shel S.A.",
]


@pytest.mark.parametrize("text", LOST)
def test_lot_is_named_for_those_who_lost_it(text: str) -> None:
    assert is_of_lost_bid(text.replace("@", "").lower(), text.index("@"))


@pytest.mark.parametrize("text", OTHERS)
def test_lot_is_not_named_for_those_who_lost_it(text: str) -> None:
    assert not is_of_lost_bid(text.replace("@", "").lower(), text.index("@"))


@pytest.mark.parametrize(
    ("text", "is_lost"),
    [
        ("各包件未中标人:@01包件 同盾技术股份有限公司(330万元)", True),
        ("落标:深圳云腾视讯股份有限公司 @子包1 报价669.9万元", True),
        ("未成交供应商:甲科技有限公司(@包2)", True),
        ("未成交标段:@第3标段", False),
        ("未中标原因:@第3包 有效投标不足三家", False),
        ("中标人:甲科技有限公司(@包2)", False),
    ],
)
def test_line_of_chinese_names_those_who_lost(text: str, is_lost: bool) -> None:
    assert is_of_lost_bid_han(text.replace("@", ""), text.index("@")) is is_lost


@pytest.mark.parametrize("piece", ["bids of ", "not accepted ", "unsuccessful bid ", "lot 1 ", "未中标", "a. "])
def test_long_pages_are_read_in_time(piece: str) -> None:
    text = piece * (50_000 // len(piece))
    begin = time.perf_counter()
    is_of_lost_bid(text, len(text) - 1)
    is_of_lost_bid_han(text, len(text) - 1)
    assert time.perf_counter() - begin < 1


def test_label_of_the_winner_below_rows_of_bids_counts() -> None:
    found = predict(
        "RÉSULTATS PROVISOIRES\nAutorité contractante : Commune de Valbrune\n\n"
        "LOT 1 : ordinateurs\nSoumissionnaires | Montant lu F CFA TTC | Observations\n"
        "BUREAU PLUS SARL | 58 410 000 | Conforme, 2e\nSAVANE TECHNOLOGIES | 55 224 000 | Conforme, 1er\n"
        "DELTA INFORMATIQUE | 49 560 000 | Non conforme : caution absente\n"
        "Attributaire : SAVANE TECHNOLOGIES pour un montant de cinquante-cinq millions (55 224 000) F CFA TTC\n\n"
        "LOT 2 : imprimantes\nSoumissionnaires | Montant lu F CFA TTC | Observations\n"
        "BUREAU PLUS SARL | 27 140 000 | Conforme, 1er\n"
        "Attributaire : BUREAU PLUS SARL pour un montant de vingt-sept millions (27 140 000) F CFA TTC\n"
    )
    assert ("BUREAU PLUS SARL", "LOT 1") not in {(one.name, one.lot) for one in found.suppliers}


@pytest.mark.parametrize(
    ("head", "nobody"),
    [
        ("Article | Désignation | Qté | Fournisseur retenu | Montant TTC", "Infructueux"),
        ("Ítem | Descripción | Cant. | Proveedor adjudicado | Monto", "Desierto"),
        ("Item | Descrição | Qtd | Fornecedor vencedor | Valor", "Fracassado"),
        ("Item | Description | Qty | Successful supplier | Amount", "Not awarded"),
    ],
)
def test_word_for_no_winner_is_no_supplier(head: str, nobody: str) -> None:
    found = predict(
        f"AVIS DE RÉSULTAT\nAward notice. Hôpital Régional de Siliana\n{head}\n"
        f"1 | Moniteur A | 2 | MEDITEK SA | 96.390\n"
        f"2 | Table B | 1 | {nobody} | -\n3 | Pompe C | 8 | CARTA SARL | 57.120\n"
    )
    assert nobody not in {one.name for one in found.suppliers}


def test_bidders_in_their_order_have_not_all_won() -> None:
    found = predict(
        "STATE POLICE HEADQUARTERS\nProceedings dated 29.11.2023\nThe L1 position of the bidders is as follows:\n"
        "Sl. | Name of firm | Rate per unit (Rs.)\n1 | M/s Malba Biometrics Pvt Ltd | 18,880\n"
        "2 | M/s Arc Infocom Ltd | 19,470\n"
        "Sanction is accorded to place the supply order with M/s Malba Biometrics Pvt Ltd at a cost of Rs. 47,20,000.\n"
    )
    assert [one.name for one in found.suppliers] in ([], ["Malba Biometrics Pvt Ltd"])
