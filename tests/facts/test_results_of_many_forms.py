"""Results as portals of many countries print them: verdicts with reasons, "yes" and "no", others named below "
"the lots."""

import pytest

from tenderlight.facts.stages.words import FOLLOWS
from tenderlight.facts.tables.verdict_cells import is_won
from tests.facts.summary import read, summarise

LOTS = """Award of contracts: Port of Tema Authority
Date of award: 4 May 2023
Lot 1 (pumps): Pump House Ltd, GHS 450,000.00
Lot 2 (filters): Riverside Engineering Ltd, GHS 210,000.00
{below}
"""


@pytest.mark.parametrize(
    "cell",
    [
        "successful - lowest evaluated responsive bidder",
        "l1 (awarded)",
        "1st - awarded",
        "selected (rank 1)",
        "successful: best evaluated bid",
        "adjudicado - oferta más conveniente",
        "adjudicada, menor precio",
        "retenue : offre la mieux-disante",
        "vencedora (menor preço)",
        "победитель, наименьшая цена",
        "zuschlag - wirtschaftlichstes angebot",
    ],
)
def test_verdict_with_its_reason_says_who_won(cell: str) -> None:
    assert is_won(cell)


@pytest.mark.parametrize(
    "cell",
    [
        "not successful - not the lowest evaluated",
        "unsuccessful - second lowest",
        "accepted - technical",
        "l2 (awarded if first withdraws)",
        "successful, subject to lowest price check",
        "rejected - lowest",
        "awarded - withdrawn, lowest",
        "no adjudicado - menor puntaje",
        "non retenue : meilleure note technique seule",
        "adjudicado - segundo más bajo",
        "best bid",
    ],
)
def test_reason_without_verdict_or_with_something_against_it_says_nothing(cell: str) -> None:
    assert not is_won(cell)


def test_verdicts_take_no_time_on_long_cells() -> None:
    assert not is_won("awarded - lowest " * 5_000)
    assert FOLLOWS.sub("", "avis " + "de " * 20_000).startswith("avis")


@pytest.mark.parametrize(
    ("head", "won", "lost"),
    [
        ("Outcome", "Successful (lowest evaluated bid)", "Unsuccessful - second lowest"),
        ("Rank", "L1 - Awarded", "L2"),
        ("Remarks", "Awarded: best evaluated bid", "Lost: higher price"),
        ("Winner", "Yes", "No"),
        ("Awarded", "Y", "N"),
    ],
)
def test_row_says_who_won(head: str, won: str, lost: str) -> None:
    text = f"""County of Mbale
NOTICE OF BID AWARD
Tender No. CM/12/2024
Bidder | Price (UGX) | {head}
Pump House Ltd | 45,000,000 | {won}
Riverside Engineering Ltd | 51,200,000 | {lost}
Dated 4 March 2024
"""
    summary = summarise(read(text))
    assert summary["suppliers"] == ("Pump House Ltd, sole",)
    assert "award 45000000 UGX" in str(summary["amounts"])
    assert "award 51200000" not in str(summary["amounts"])


@pytest.mark.parametrize(
    ("head", "yes", "no", "firms"),
    [
        ("Vencedora", "Sim", "Não", ("Bombas Sul Ltda", "Hidro Norte S.A.")),
        ("Adjudicatario", "Sí", "No", ("Bombas del Sur S.A.", "Hidráulica Norte S.R.L.")),
        ("Adjudicataire", "Oui", "Non", ("Pompes Est SARL", "Hydro Nord SAS")),
        ("Awardee", "Yes", "No", ("Pump House Ltd", "Riverside Engineering Ltd")),
    ],
)
def test_answer_is_no_name(head: str, yes: str, no: str, firms: tuple[str, str]) -> None:
    text = f"""Resultado - Résultat - Result
Avis d'attribution / Resultado del proceso / Award notice
Empresa | Valor total | {head}
{firms[0]} | 45.000,00 | {yes}
{firms[1]} | 51.000,00 | {no}
"""
    named = str(summarise(read(text))["suppliers"])
    assert firms[1] not in named
    assert not {yes, no} & {one.split(",")[0] for one in named.strip("()'").split("', '")}


def test_yes_under_a_question_in_a_list_without_known_heads() -> None:
    text = """SEAO - Avis de contrat conclu à la suite d'un appel d'offres public
Numéro : B-2023-4
Organisme : Ville de Beaumont
Date d'adjudication : 2023-05-12
Soumissionnaires
Nom de l'organisation | Prix soumis | Conforme | Retenu
Pompes Est inc. (NEQ 1140000001) | 45 000,00 $ | Oui | Oui
Hydro Nord inc. (NEQ 1140000002) | 51 000,00 $ | Oui | Non
Montant total du contrat : 45 000,00 $
"""
    summary = summarise(read(text))
    assert summary["stage"] == "award"
    assert summary["suppliers"] == ("Pompes Est inc., sole",)


@pytest.mark.parametrize(
    "below",
    [
        "Other bidders: Delta Pumps Ltd, Kofi Works Ltd",
        "Vendors who responded: Pump House Ltd, Delta Pumps Ltd, Kofi Works Ltd",
        "Unsuccessful tenderers: Delta Pumps Ltd (GHS 230,000.00)",
        "Second ranked for lot 1: Delta Pumps Ltd, GHS 470,000.00",
        "Runner-up, lot 2: Kofi Works Ltd, GHS 230,000.00",
        "Combined value of awards: GHS 660,000.00",
        "Aggregate value of awards: GHS 660,000.00",
        "Total awarded: GHS 660,000.00",
        "Bids received: Delta Pumps Ltd GHS 470,000.00; Kofi Works Ltd GHS 230,000.00",
    ],
)
def test_what_is_said_of_others_is_not_of_the_last_lot(below: str) -> None:
    summary = summarise(read(LOTS.format(below=below)))
    assert summary["suppliers"] == ("Pump House Ltd, lot winner, Lot 1", "Riverside Engineering Ltd, lot winner, Lot 2")
    told = str(summary["amounts"])
    assert "award 450000 GHS Lot 1" in told
    assert "award 210000 GHS Lot 2" in told


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            (
                "NOTIFICACIÓN DE FALLO. Instituto de San Telmo. Partida 1, bombas: Bombas del Sur, S.A. de C.V., "
                "$450,000.00. "
                "Partida 2, filtros: desierta. Partida 3, tubos: Tubos Norte, S.C., $210,000.00. Importe total "
                "adjudicado: "
                "$660,000.00. Segundo lugar en la partida 1: Caños Pampa, S.A. de C.V., $470,000.00. Fecha del "
                "fallo: 07/10/2022."
            ),
            "Tubos Norte, S.C., lot winner, Partida 3",
        ),
        (
            (
                "RESULTADO. Licitación 8/2022. Municipio de San Telmo. Renglón 1, bombas: Bombas del Sur S.A., $ "
                "450.000,00. "
                "Renglón 2, filtros: fracasado. Renglón 3, tubos: Tubos Norte S.R.L., $ 210.000,00. Otros oferentes: "
                "Caños Pampa "
                "S.A. Fecha de adjudicación: 04/05/2022."
            ),
            "Tubos Norte S.R.L., lot winner, Renglón 3",
        ),
        (
            (
                "Resultado do Pregão 8/2022. Município de Serra Azul. Lote 1, bombas: Bombas Sul Ltda, R$ "
                "450.000,00. Lote 2, "
                "tubos: Tubos Norte S.A., R$ 210.000,00. Demais licitantes: Canos Pampa Ltda, R$ 700.000,00. Data da "
                "homologação: 04/05/2022."
            ),
            "Tubos Norte S.A., lot winner, Lote 2",
        ),
    ],
)
def test_last_lot_of_a_running_list_keeps_its_winner(text: str, last: str) -> None:
    named = summarise(read(text))["suppliers"]
    assert last in named  # type: ignore[operator]
    assert "Pampa" not in str(named)


def test_lot_that_failed_is_not_that_of_the_firm_before_it() -> None:
    summary = summarise(
        read(
            "PREFEITURA MUNICIPAL DE SERRA AZUL/MG - AVISO DE HOMOLOGAÇÃO. Pregão Presencial nº 033/2021. Empresas "
            "vencedoras: MERCADO ALFA LTDA - lotes 01 e 03, no valor de R$ 96.730,50; HORTA BETA LTDA - lote 02, "
            "no valor "
            "de R$ 41.215,00. Lote 04: fracassado. 22 de julho de 2021."
        )
    )
    assert "HORTA BETA LTDA, lot winner, lote 02" in summary["suppliers"]  # type: ignore[operator]
    assert "04" not in str(summary["suppliers"])
    assert summary["void"] == ("Lote 04",)


@pytest.mark.parametrize(
    ("label", "value", "names"),
    [
        ("Integrantes", "Alfa Sur S.A.S. (60 %) - Beta Norte Ltda. (40 %)", ("Alfa Sur S.A.S.", "Beta Norte Ltda.")),
        ("Members", "Alfa Ltd (70%), Beta GmbH (30%)", ("Alfa Ltd", "Beta GmbH")),
        ("Consorciadas", "Alfa Ltda (50%) e Beta S.A. (50%)", ("Alfa Ltda", "Beta S.A.")),
    ],
)
def test_shares_that_make_the_whole_part_the_members(label: str, value: str, names: tuple[str, str]) -> None:
    text = f"Award notice\nBuyer: City of Tema\nSupplier: Consorcio Alfa Beta\n{label}: {value}\n"
    told = str(summarise(read(text))["suppliers"])
    assert all(f"{name}, member" in told for name in names)
    assert "%" not in told


@pytest.mark.parametrize(
    "value",
    [
        "Wattle Video Pty Ltd  ACN 604 771 020",
        "Wattle Video Pty Ltd (ABN 51 604 771 020)",
        "Wattle Video Pty Ltd, NEQ 1140000001",
        "Wattle Video Pty Ltd R.U.T. 214455670018",
        "Wattle Video Pty Ltd   R.U.C. 20512345678",
        "Wattle Video Pty Ltd - TIN: 214-778-905-000",
        "Wattle Video Pty Ltd UEN 201912345K",
    ],
)
def test_number_in_a_register_is_no_part_of_the_name(value: str) -> None:
    text = f"Contract award notice\nAgency: City of Dubbo\nContractor name: {value}\nContract value: $12,500.00\n"
    assert summarise(read(text))["suppliers"] == ("Wattle Video Pty Ltd, sole",)
