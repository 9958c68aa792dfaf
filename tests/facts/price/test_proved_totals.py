"""The printed total that the lines of goods add up to."""

from __future__ import annotations

from decimal import Decimal

from tenderlight.evaluate.facts import predict

ORDER = (
    "Nota de encomenda n.º 2023/31\nEntidade adjudicante: Município de Serra\nFornecedor: Ótica Norte, Lda.\n"
    "Data: 14-09-2023\nQtd.  Designação                  Preço unit.   Total\n"
    "8     Câmara de vigilância        2.150,00 €    17.200,00 €\n"
    "1     Servidor de vídeo           6.400,00 €     6.400,00 €\n"
    "          Total s/ IVA  {net} €\n          IVA 23%    5.428,00 €\n          Total c/ IVA  29.028,00 €\n"
)


def test_the_total_that_all_lines_add_up_to_is_the_price() -> None:
    assert predict(ORDER.format(net="23.600,00")).amount == Decimal(23600)


def test_the_price_of_a_line_is_not_that_of_the_order() -> None:
    found = predict(
        "BON DE COMMANDE N° 4\nFournisseur : Phare SARL\nDésignation : Borne. Quantité : 25. Prix unitaire : 148,00 €. "
        "Montant : 3 700,00 €\nDésignation : Socle. Quantité : 25. Prix unitaire : 12,00 €. Montant : 300,00 €\n"
        "Total HT : 4 000,00 €\nTVA 20 % : 800,00 €\nTotal TTC : 4 800,00 €"
    )
    assert found.amount == Decimal(4000)
