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
    "French, lots given away together for one price": (
        (
            "Le conseil municipal de Brissonnay décide d'attribuer les lots 1 et 3 à la société Alertis "
            "SAS pour un montant de 35 600 € HT et le lot 2 à la société Vidéo Loire SARL pour un "
            "montant de 71 250 € HT.\n"
        ),
        [("lot 2", "Vidéo Loire SARL", 71250), ("lots 1 et 3", "Alertis SAS", 35600)],
    ),
    "Italian, lots given away together for one price": (
        (
            "Il Comune di Castelrosso ha aggiudicato i lotti 1 e 2 alla società Segnaletica Alpina "
            "S.r.l. per € 41.200,00 e il lotto 3 alla società Vernici Po S.p.A. per € 15.900,00.\n"
        ),
        [("lotti 1 e 2", "Segnaletica Alpina S.r.l.", 41200), ("lotto 3", "Vernici Po S.p.A.", 15900)],
    ),
    "Spanish, one verb for several firms": (
        (
            "El Consejo de la Magistratura de Córdoba resolvió adjudicar los renglones 1 y 2 a Infotec "
            "Sierras S.A. por $ 4.560.000 y el renglón 3 a Redes Punilla S.R.L. por $ 1.230.000, y "
            "declarar desierto el renglón 4.\n"
        ),
        [
            ("renglones 1 y 2", "Infotec Sierras S.A.", 4560000),
            ("renglón 3", "Redes Punilla S.R.L.", 1230000),
            ("renglón 4", None, None),
        ],
    ),
    "French, an article with an apostrophe, a number in a name": (
        (
            "Communauté de communes du Haut-Allier\nSéance du 9 février 2021\nLe conseil, à l'unanimité, "
            "décide :\n- d'attribuer le lot n° 1 « Terrassement » à l'entreprise Travaux du Velay pour un "
            "montant de 98 400 € HT ;\n- d'attribuer le lot n° 2 « Réseaux » au groupement Réseaux 43 "
            "(mandataire) / Fibre Auvergne (cotraitant) pour un montant de 143 250 € HT.\n"
        ),
        [("lot n° 1", "Travaux du Velay", 98400), ("lot n° 2", "Réseaux 43", 143250)],
    ),
    "Spanish, firms before their lots, one a line": (
        (
            "ANUNCIO DE ADJUDICACIÓN\nEntidad adjudicadora: Ayuntamiento de Riofrío\nAdjudicatario:\n"
            "- Videosol, S.L. (Lote 1): 20.000,00 €\n- Metal Duero, S.A. (Lote 2): 8.500,00 €\n"
        ),
        [("Lote 1", "Videosol, S.L.", 20000), ("Lote 2", "Metal Duero, S.A.", 8500)],
    ),
    "Spanish, the label on each line": (
        (
            "INFORME DE ADJUDICACIÓN\nComprador: Policía Nacional del Paraguay\n"
            "Proveedor: Lumitec S.A. - Lote 1: Iluminación - Gs. 512.000.000\n"
            "Proveedor: Cerros Import S.R.L. - Lote 2: Herramientas - Gs. 88.400.000\nLote 3: Declarado desierto\n"
        ),
        [
            ("Lote 1", "Lumitec S.A.", 512000000),
            ("Lote 2", "Cerros Import S.R.L.", 88400000),
            ("Lote 3", None, None),
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_each_lot_has_its_own_winner(case: str) -> None:
    text, lots = CASES[case]
    told = [(one.lot, one.supplier, int(one.amount) if one.amount else None) for one in predict(text).lots]
    assert sorted(told) == lots


def test_items_given_away_together_are_called_as_they_are_printed() -> None:
    text = (
        "Homologo o resultado do Pregão nº 33/2021 do Município de Três Rios, adjudicando o item 1 à empresa Imagem "
        "Digital Ltda, no valor total de R$ 64.800,00, e os itens 2 e 3 à empresa Casa do Rádio EPP, no valor total de "
        "R$ 13.940,00.\n"
    )
    told = {(one.lot, one.name) for one in predict(text).suppliers}
    assert told == {("item 1", "Imagem Digital Ltda"), ("itens 2 e 3", "Casa do Rádio EPP")}
    assert predict(text).amount == 78740


def test_lots_behind_the_names_on_the_line_of_a_label() -> None:
    text = (
        "AVIS D'ATTRIBUTION\nAcheteur : Ville de Port-Levant\n"
        "Titulaires : Alpha Vidéo SAS (lot 1), Béta Réseaux SARL (lot 2)\nDate d'attribution : 12 mai 2022\n"
    )
    told = [(one.lot, one.name, one.role) for one in predict(text).suppliers]
    assert told == [("lot 1", "Alpha Vidéo SAS", "lot winner"), ("lot 2", "Béta Réseaux SARL", "lot winner")]


def test_the_price_of_lots_given_away_together_is_not_the_whole() -> None:
    text = CASES["French, lots given away together for one price"][0]
    assert predict(text).amount == 106850


def test_items_in_the_plural_without_a_price_are_each_called_by_the_word_for_one() -> None:
    text = (
        "RESULTADO DE JULGAMENTO\nÓrgão: Prefeitura de Lagoa Serena\n"
        "Vencedores: Norte Câmeras Ltda (itens 1 e 3) e Alfa Rádio S.A. (item 2)\nData da homologação: 04/05/2022\n"
    )
    assert {one.lot for one in predict(text).suppliers} == {"item 1", "item 2", "item 3"}
