"""Lots that sentences and labels of Romance papers give away in one go: "d'attribuer le lot 1 à X, le lot 2 à Y"."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict

Lots = list[tuple[str, str | None, int | None]]

CASES: dict[str, tuple[str, Lots]] = {
    "French, one verb for all lots, the last given up": (
        (
            "Le conseil municipal de Brissonnay, réuni le 14 décembre 2021, décide d'attribuer le lot 1 "
            "« bornes d'appel » à la société Alertis pour un montant de 35 600 € HT, le lot 2 « caméras "
            "» à la société Vidéo Loire SARL pour un montant de 71 250 € HT, et de déclarer infructueux "
            "le lot 3.\n"
        ),
        [("lot 1", "Alertis", 35600), ("lot 2", "Vidéo Loire SARL", 71250), ("lot 3", None, None)],
    ),
    "French, a sentence of its own gives up a lot": (
        (
            "Objet : notification d'attribution\nLes lots de la consultation 2022-77 du Centre "
            "hospitalier de Rivesac ont été attribués comme suit : lot 1 à Médivision SAS (84 000 € HT), "
            "lot 2 à Contrôle Ouest SARL (22 500 € HT). Le lot 3 a été déclaré infructueux.\nFait à "
            "Rivesac, le 4 octobre 2022\n"
        ),
        [("lot 1", "Médivision SAS", 84000), ("lot 2", "Contrôle Ouest SARL", 22500), ("lot 3", None, None)],
    ),
    "Portuguese, the losing bid behind the lot without an award": (
        (
            "A Câmara Municipal de Alvorninha deliberou adjudicar o lote 1 à empresa Lumisol, Lda., pelo "
            "preço de 45.200,00 €, e o lote 2 à empresa Ferrovias do Lis, S.A., pelo preço de 18.750,00 "
            "€, não adjudicando o lote 3. A proposta da Electrosul, S.A. foi excluída.\n"
        ),
        [("lote 1", "Lumisol, Lda.", 45200), ("lote 2", "Ferrovias do Lis, S.A.", 18750), ("lote 3", None, None)],
    ),
    "Portuguese, letters and articles before the lots, a joint bid": (
        (
            "DESPACHO DE ADJUDICAÇÃO\nA Autoridade de Emergência de Angola adjudica:\na) o Lote 1 à empresa Kwanza "
            "Sistemas, Lda., no valor de Kz 84.500.000,00;\nb) o Lote 2 ao consórcio formado pelas empresas Benguela "
            "Redes, S.A. e Luandatec, Lda., no valor de Kz 120.000.000,00.\n"
        ),
        [("Lote 1", "Kwanza Sistemas, Lda.", 84500000), ("Lote 2", "Benguela Redes, S.A.", 120000000)],
    ),
    "Portuguese, the list behind a label on one line": (
        (
            "EXTRATO DE HOMOLOGAÇÃO. Contratante: Fundo Municipal de Saúde de Barra Grande. Vencedores: "
            "Lote 01 – Hospmed Ltda – R$ 118.000,00; Lote 02 – Farma Norte Eireli – R$ 54.320,00; Lote "
            "03 – Fracassado. Data: 21/09/2020.\n"
        ),
        [("Lote 01", "Hospmed Ltda", 118000), ("Lote 02", "Farma Norte Eireli", 54320), ("Lote 03", None, None)],
    ),
    "French, the list below a label": (
        (
            "RÉSULTAT DE MARCHÉ\nOrganisme acheteur : Syndicat de l'Orvanne\nAttributaire(s) :\n - lot 1 "
            "(équipements) : Société Camélia, 69000 Lyonne, pour 45 600,00 € HT\n - lot 2 (maintenance) : "
            "Alvéole Réseaux SARL, pour 8 000,00 € HT\n - lot 3 (formation) : infructueux\n"
        ),
        [("lot 1", "Société Camélia", 45600), ("lot 2", "Alvéole Réseaux SARL", 8000), ("lot 3", None, None)],
    ),
    "Spanish, the lot that nobody won in a sentence of its own": (
        (
            "Para el lote 1 resultó adjudicataria la empresa Cámaras Levante, S.A., por 45.000,00 euros; "
            "para el lote 2 la empresa Alarmas Turia, S.L., por 12.600,00 euros. El lote 3 quedó "
            "desierto.\nÓrgano de contratación: Consorcio de Bomberos de Valdeturia\n"
        ),
        [("lote 1", "Cámaras Levante, S.A.", 45000), ("lote 2", "Alarmas Turia, S.L.", 12600), ("lote 3", None, None)],
    ),
    "Italian, a consortium by two members": (
        (
            "Delibera di aggiudicazione\nLotto 1: aggiudicato alla ditta Sopratel SA, 6900 Lugano, per CHF 128'400.00\n"
            "Lotto 2: aggiudicato al consorzio Elettra Ceresio SA / Reti Verbano Sagl, per CHF 74'250.00\n"
        ),
        [("Lotto 1", "Sopratel SA", 128400), ("Lotto 2", "Elettra Ceresio SA", 74250)],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_each_lot_has_its_own_winner(case: str) -> None:
    text, lots = CASES[case]
    told = [(one.lot, one.supplier, int(one.amount) if one.amount else None) for one in predict(text).lots]
    assert sorted(told) == lots


def test_items_in_the_plural_are_each_called_by_the_word_for_one() -> None:
    text = (
        "Homologo o resultado do Pregão nº 33/2021 do Município de Três Rios, adjudicando o item 1 à empresa Imagem "
        "Digital Ltda, no valor total de R$ 64.800,00, e os itens 2 e 3 à empresa Casa do Rádio EPP, no valor total de "
        "R$ 13.940,00.\n"
    )
    told = {(one.lot, one.name) for one in predict(text).suppliers}
    assert told == {("item 1", "Imagem Digital Ltda"), ("item 2", "Casa do Rádio EPP"), ("item 3", "Casa do Rádio EPP")}
