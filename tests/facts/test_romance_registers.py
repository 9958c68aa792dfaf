"""Notices as registers of countries of Romance languages print them: lots, sums, numbers, days and places in forms."""

from __future__ import annotations

from time import perf_counter

import pytest

from tests.facts.summary import assert_sold, read, summarise


@pytest.mark.parametrize(
    ("text", "suppliers", "prices"),
    [
        (
            (
                "Anuncio de adjudicación\nEntidad Adjudicadora: Ayuntamiento de Valdemora\nLote 1: Radios\n"
                "Adjudicatario: Ondas del Sur, S.L.\nImporte total ofertado (sin impuestos) 10.000 EUR.\n"
                "Importe total ofertado (con impuestos) 12.100 EUR.\nLote 2: Chalecos\n"
                "Adjudicatario: Textil Norte, S.A.\nImporte total ofertado (sin impuestos) 20.000 EUR.\n"
                "Importe total ofertado (con impuestos) 24.200 EUR."
            ),
            ("Ondas del Sur, S.L., lot winner, Lote 1", "Textil Norte, S.A., lot winner, Lote 2"),
            ("award 10000 EUR Lote 1", "award 20000 EUR Lote 2"),
        ),
        (
            (
                "AVISO DE ADJUDICAÇÃO\nEntidade adjudicante: Município de Vale do Cedro\n"
                "Lote n.º 1: Câmaras\nAdjudicatário: Visão Beirã, Lda.\nValor: 31.000,00 EUR\n"
                "Lote n.º 2: Servidores\nAdjudicatário: Dados do Dão, S.A.\nValor: 12.500,00 EUR"
            ),
            ("Dados do Dão, S.A., lot winner, Lote n.º 2", "Visão Beirã, Lda., lot winner, Lote n.º 1"),
            ("award 12500 EUR Lote n.º 2", "award 31000 EUR Lote n.º 1"),
        ),
        (
            (
                "AVVISO DI AGGIUDICAZIONE\nStazione appaltante: Comune di Pietralunga\n"
                "Lotto n. 1 - Aggiudicatario: Ottica Umbra S.r.l. - Importo: € 41.000,00\n"
                "Lotto n. 2 - Aggiudicatario: Reti Tiberine S.p.A. - Importo: € 9.800,00"
            ),
            ("Ottica Umbra S.r.l., lot winner, Lotto n. 1", "Reti Tiberine S.p.A., lot winner, Lotto n. 2"),
            ("award 41000 EUR Lotto n. 1", "award 9800 EUR Lotto n. 2"),
        ),
        (
            (
                "SICOP - Detalle del acto de adjudicación\nInstitución: Municipalidad de San Blas\nPartida 1\n"
                "Línea 1 | Radio | 10 unidades | Precio unitario 90.000 CRC\n"
                "Línea 2 | Antena | 2 unidades | Precio unitario 50.000 CRC\n"
                "Adjudicatario: RADIOS DEL VALLE SOCIEDAD ANONIMA\nMonto adjudicado: 1.000.000 CRC"
            ),
            ("RADIOS DEL VALLE SOCIEDAD ANONIMA, lot winner, Partida 1",),
            ("award 1000000 CRC Partida 1",),
        ),
    ],
)
def test_lots_of_registers(text: str, suppliers: tuple[str, ...], prices: tuple[str, ...]) -> None:
    assert_sold(text, suppliers=suppliers, prices=prices, void=())


def test_a_total_below_the_last_lot_is_that_of_all() -> None:
    amounts = summarise(
        read(
            "Anuncio de adjudicación\nLote 1: Radios\nAdjudicatario: Ondas del Sur, S.L.\nImporte total: 10.000 EUR\n"
            "Lote 2: Chalecos\nAdjudicatario: Textil Norte, S.A.\nImporte total: 20.000 EUR\nImporte total: 30.000 EUR"
        )
    )["amounts"]
    assert isinstance(amounts, tuple)
    assert {"award 10000 EUR Lote 1", "award 30000 EUR"} <= set(amounts)


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        (
            (
                "Données essentielles de la commande publique\nAcheteur : Commune de Sarlande\nNature : Marché\n"
                "Lieu d'exécution : Dordogne\nDate de notification : 2022-03-04\nMontant HT : 48 250,00\n"
                "Titulaire : Bornes du Périgord SAS"
            ),
            ("contract 48250 EUR",),
        ),
        (
            (
                "Données essentielles de la commande publique\nAcheteur : Commune de Sarlande\nNature : Marché\n"
                "Lieu d'exécution : Dordogne\nMontant HT : 48 250,00\nAvance : 2 000 USD\n"
                "Date de notification : 2022-03-04\nTitulaire : Bornes du Périgord SAS"
            ),
            (),
        ),
        (
            (
                "Données essentielles de la commande publique\nAcheteur : Commune de Sarlande\nNature : Marché\n"
                "Date de notification : 2022-03-04\nMontant HT : 48 250,00\nTitulaire : Bornes du Périgord SAS"
            ),
            (),
        ),
        *(
            (
                (
                    "Données essentielles de la commande publique\nAcheteur : Commune de Sarlande\nNature : Marché\n"
                    f"Lieu d'exécution : Dordogne\nDate de notification : 2022-03-04\n{line}\n"
                    "Titulaire : Bornes du Périgord SAS"
                ),
                amounts,
            )
            for line, amounts in (
                ("Montant : 2.024.117", ()),
                ("Montant : 2 024 117", ()),
                ("Montant HT : 2 024 117", ("contract 2024117 EUR",)),
                ("Montant : 24 117,50", ("contract 24117.5 EUR",)),
            )
        ),
        (
            (
                "CONTRATO Nº 9/2021\nCONTRATANTE: MUNICÍPIO DE SERRINHA\nCONTRATADA: MALHA DIGITAL LTDA\n"
                "O valor total do contrato é de R$ 1.210.000,00 (um milhão e duzentos mil reais)."
            ),
            ("contract 1200000 BRL",),
        ),
        (
            (
                "Anuncio de licitación\nEntidad Adjudicadora: Ayuntamiento de Valdemora\n"
                "Presupuesto base de licitación\nImporte 60.500 EUR.\nImporte (sin impuestos) 50.000 EUR."
            ),
            ("budget 60500 EUR",),
        ),
    ],
)
def test_sums_of_registers(text: str, amounts: tuple[str, ...]) -> None:
    assert summarise(read(text))["amounts"] == amounts


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Proceso de compra: COMPR.AR N° 84-0012-LPR22\nDictamen de evaluación", "84-0012-LPR22"),
        ("VISTO el Expediente EX-2021-1-APN, la Licitación Pública N° 84-0012-LPU22 …", "84-0012-LPU22"),
        ("RESUMEN DE CONVOCATORIA\nConvocatoria: 017\nNo. de licitación: SOP-LP-11-2023", "SOP-LP-11-2023"),
        ("BANDO DI GARA\nIV.3.1) Numero di riferimento attribuito al dossier: AMB 7/2021", "AMB 7/2021"),
        ("PROPOSTA DI AGGIUDICAZIONE\nProcedura: 2022/TEC/11 - Radio portatili", "2022/TEC/11"),
        ("AVVISO DI GARA\nProcedura: aperta\nCIG: 91234567A0", "91234567A0"),
    ],
)
def test_numbers_of_registers(text: str, number: str) -> None:
    numbers = summarise(read(text))["numbers"]
    assert isinstance(numbers, tuple)
    assert numbers[0] == number


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        (
            (
                "BASES ESTÁNDAR DE ADJUDICACIÓN SIMPLIFICADA PARA BIENES\nMUNICIPALIDAD DE LAS ROSAS\n"
                "Convocatoria : 2/5/2023\nPresentación de ofertas : 12/5/2023\nOtorgamiento de la buena pro : 20/5/2023"
            ),
            "tender",
        ),
        (
            (
                "CAHIER SPÉCIAL DES CHARGES N° 2022/7\nPouvoir adjudicateur : Ville de Mareuil\n"
                "Mode de passation : procédure négociée\nLes offres sont à remettre pour le 3 mars 2022."
            ),
            "tender",
        ),
        (
            (
                "PORTAL DE COMPRAS PÚBLICAS - ÍNFIMAS CUANTÍAS PUBLICADAS\nEntidad contratante: GAD DE EL SALTO\n"
                "Proveedor: PAPELES ANDINOS S.A.\nValor total: 845.00"
            ),
            "contract",
        ),
    ],
)
def test_stages_of_registers(text: str, stage: str) -> None:
    assert summarise(read(text))["stage"] == stage


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Anuncio de licitación\nEntidad: Agencia Estatal de Costas\nLugar de ejecución: Provincia Huelva", "Huelva"),
        ("ORDEN DE COMPRA Nº 3\nLugar y fecha: Villa Quebracho, 11/03/2021\nProveedor: SUR S.A.", "Villa Quebracho"),
        ("Avis de marché\nAcheteur : Syndicat des eaux du Clain\nLieu principal d'exécution du marché : Vienne", "FR"),
        (
            "ORDEN DE COMPRA\nEntidad contratante: GAD DE EL SALTO\nProvincia: Manabí   Cantón: El Salto",
            "EC Manabí El Salto",
        ),
        ("AVISO\nA Prefeitura de Lagoa Rasa/PI torna público o resultado do certame.", "BR PI Lagoa Rasa"),
    ],
)
def test_places_of_registers(text: str, region: str) -> None:
    read_region = summarise(read(text))["region"]
    assert isinstance(read_region, str)
    assert region in read_region


@pytest.mark.parametrize(
    "sentence",
    [
        "En la fecha, 18 de enero de 2023, el supervisor recibe a satisfacción los bienes.",
        "A los 18 días del mes de enero de 2023, la comisión recibió los bienes conformes.",
        "No dia 18 de janeiro de 2023, a comissão recebeu os bens sem ressalvas.",
    ],
)
def test_the_day_on_which_goods_are_received(sentence: str) -> None:
    heading = "TERMO DE RECEBIMENTO" if "comissão" in sentence else "ACTA DE RECIBO A SATISFACCIÓN"
    label = "Contratada" if "comissão" in sentence else "Contratista"
    text = f"{heading}\n{label}: REDES DEL PLATA LTDA.\n{sentence}"
    assert summarise(read(text))["dates"] == ("acceptance 2023-01-18",)


@pytest.mark.parametrize("sign", ["lote n.", "1 ", "(", "el 1 de enero de 2020 ", "Importe total 1 EUR\n", "1.000 "])
def test_long_repetitions_are_read_quickly(sign: str) -> None:
    begins = perf_counter()
    read("Lote 1: x\n" + sign * (20_000 // len(sign)))
    assert perf_counter() - begins < 10


def test_the_state_of_one_item_is_not_that_of_the_procedure() -> None:
    text = (
        "Entidad convocante: MUNICIPALIDAD DE LAS ROSAS\nNomenclatura: AS-SM-3-2022-MLR-1\n"
        "Ítem: 1 | Descripción: RADIO\nEstado: Adjudicado | Postor: TELECOM ANDINA E.I.R.L. | "
        "Monto adjudicado: S/ 8,200.00\nÍtem: 2 | Descripción: ANTENA\nEstado: Desierto"
    )
    summary = summarise(read(text))
    assert summary["stage"] == "award"
    assert "ANDINA E.I.R.L., sole" not in str(summary["suppliers"]).replace("TELECOM ANDINA", "")


def test_the_day_on_which_bids_are_opened_is_none_of_the_paper() -> None:
    text = (
        "Commune de Sidi Rahma\nAVIS D'APPEL D'OFFRES OUVERT N° 4/2022\n"
        "Le 14 mars 2022 à 10 heures, il sera procédé à l'ouverture des plis."
    )
    assert summarise(read(text))["dates"] == ()
