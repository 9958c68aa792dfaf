"""Sentences of awards that state the price with tax and without, the tax itself, or the sum of a refused bid."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tenderlight.evaluate.facts import predict

CASES = {
    "Italian, the tax by its rate and the whole with it": (
        (
            "DETERMINAZIONE N. 402 DEL 08/11/2022\nCOMUNE DI ROCCA VERDE\nDETERMINA\n1) di affidare la "
            "fornitura alla ditta LUCE PICENA S.R.L., per € 16.884,00 oltre IVA 22% per € 3.714,48 e "
            "quindi per complessivi € 20.598,48;\n"
        ),
        Decimal("16884.00"),
    ),
    "Spanish, national money before the tax": (
        (
            "ACTA DE FALLO\nSe adjudica la partida única al licitante Tecnovial del Golfo, S. de R.L. de "
            "C.V., por un importe de $12,480,000.00 M.N. más I.V.A., total $14,476,800.00 M.N.\n"
        ),
        Decimal("12480000.00"),
    ),
    "French, the offer as it was checked": (
        (
            "Commune de Fontenelle\nOBJET : Placement de caméras - Attribution\nLe Collège communal DECIDE "
            "à l'unanimité :\nArticle 1er : D'attribuer ce marché au soumissionnaire ayant remis l'offre "
            "la plus avantageuse, soit TRAFIROUTE SA, rue du Canal 8, pour le montant d'offre contrôlé "
            "de 71.450,00 € hors TVA ou 86.454,50 €, 21% TVA comprise.\n"
        ),
        Decimal("71450.00"),
    ),
    "Portuguese, the bid that was shut out": (
        (
            "CÂMARA MUNICIPAL DE VALE DE SANTIÃO\nEdital n.º 88/2022\nTorna-se público que foi adjudicado "
            "à sociedade Luminave Segurança, Lda. o fornecimento de câmaras, pelo valor de 73.950,00 €, "
            "acrescido de IVA. Foi excluída a proposta de Noctis Engenharia, S.A., no valor de 69.000,00 "
            "€.\n"
        ),
        Decimal("73950.00"),
    ),
    "Spanish, lots counted together, and the whole": (
        (
            "RESOLUCIÓN DE ADJUDICACIÓN\nARTÍCULO 1°.- Adjudíquese de la siguiente manera:\nRenglones 1 y "
            "2: a la firma VIGILAR SUR S.A., por la suma de PESOS DIECIOCHO MILLONES ($ 18.000.000,00).\n"
            "Renglón 3: a la firma CUYO S.R.L., por la suma de PESOS CUATRO MILLONES DOSCIENTOS MIL ($ "
            "4.200.000,00).\nARTÍCULO 3°.- El gasto total asciende a $ 22.200.000,00.\n"
        ),
        Decimal("22200000.00"),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_price_is_the_sum_named_first(case: str) -> None:
    text, amount = CASES[case]
    assert predict(text).amount == amount
