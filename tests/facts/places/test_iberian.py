"""Country, division and town of documents in Spanish and Portuguese."""

from __future__ import annotations

import pytest

from tenderlight.facts.pages.iberian_divisions import country_of_divisions
from tenderlight.facts.places.topics import is_topic
from tenderlight.facts.reading import read_facts
from tenderlight.model.document import Page
from tenderlight.model.values import RegionValue


def region_of(text: str) -> tuple[str | None, str | None, str | None]:
    found = [one.value for one in read_facts([Page(number=1, text=text)]) if isinstance(one.value, RegionValue)]
    return (found[0].country, found[0].admin1, found[0].place) if found else (None, None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Anuncio de formalización\nÓrgano de contratación: Ayuntamiento de Fuenteclara (Toledo)\n"
                "Adjudicatario: Norte Redes, S.L.\nImporte: 12.000,00 euros\nFecha: 3 de marzo de 2021"
            ),
            ("ES", "Toledo", "Fuenteclara"),
        ),
        (
            (
                "Resolución de adjudicación\nEntidad: Diputación Provincial de Zamora\n"
                "Adjudicatario: Redes Duero, S.A.\n"
                "Importe de adjudicación: 9.000,00 €"
            ),
            ("ES", "Zamora", None),
        ),
        (
            (
                "Anuncio\nÓrgano de contratación: Consejería de Salud de la Comunidad Autónoma de Extremadura\n"
                "Importe: 9.000,00 €\nMérida, 4 de mayo de 2020"
            ),
            ("ES", "Comunidad Autónoma de Extremadura", "Mérida"),
        ),
        (
            (
                "FALLO\nConvocante: H. Ayuntamiento de Tierra Nueva del Sur, Durango\n"
                "Licitante adjudicado: Vial, S.A. de C.V.\n"
                "Monto: $800,000.00\nTierra Nueva del Sur, Dgo., a 7 de junio de 2019"
            ),
            ("MX", "Durango", "Tierra Nueva del Sur"),
        ),
        (
            (
                "CONTRATO que celebran la Secretaría de Finanzas del Estado de Jalisco y Redes, S.A. de C.V.\n"
                "Se firma en la ciudad de Guadalajara, Jalisco, a los 5 días del mes de mayo de 2021."
            ),
            ("MX", "Jalisco", "Guadalajara"),
        ),
        (
            (
                "RESOLUCIÓN No. 12 DE 2020\nLA GOBERNACIÓN DEL TOLIMA\nRESUELVE: Adjudicar a REDES S.A.S. el contrato\n"
                "Dada en Ibagué, a los cinco (5) días del mes de agosto de 2020."
            ),
            ("CO", "TOLIMA", "Ibagué"),
        ),
        (
            (
                "ACEPTACIÓN DE OFERTA\nEntidad: ALCALDÍA MUNICIPAL DE PUENTE LARGO - BOYACÁ\n"
                "Contratista: REDES S.A.S.\n"
                "Valor: $4.000.000 M/CTE"
            ),
            ("CO", "BOYACÁ", "PUENTE LARGO"),
        ),
        (
            (
                "DECRETO ALCALDICIO N° 12\nPIEDRA AZUL, 4 de mayo de 2021\nVISTOS\nDECRETO: Adjudíquese a Redes SpA\n"
                "ALCALDE, MUNICIPALIDAD DE PIEDRA AZUL"
            ),
            ("CL", None, "PIEDRA AZUL"),
        ),
        (
            (
                "Licitación ID 12-3-LP20\nGobierno Regional de Los Lagos\n"
                "Adjudicado a Redes Limitada, RUT: 76.000.000-1\n"
                "Puerto Montt, 3 de abril de 2020"
            ),
            ("CL", "Los Lagos", "Puerto Montt"),
        ),
        (
            (
                "CONTRATO\nLa MUNICIPALIDAD PROVINCIAL DE ALTO RÍO, en adelante LA ENTIDAD, y REDES E.I.R.L.\n"
                "Monto: S/ 4,000.00\nEn la ciudad de Alto Río, a los 3 días del mes de mayo de 2021"
            ),
            ("PE", None, "Alto Río"),
        ),
        (
            (
                "Organismo: Ministerio de Salud de la Provincia de Chubut\nAdjudicatario: Redes S.R.L., CUIT 30-1\n"
                "Monto: $ 90.000,00\nRawson, 3 de mayo de 2021"
            ),
            ("AR", "Chubut", "Rawson"),
        ),
        (
            (
                "RESOLUCIÓN\nGobierno Autónomo Descentralizado Municipal del Cantón Río Verde\n"
                "adjudicar a REDES CÍA. LTDA. por "
                "USD 9,000.00\nDado en Río Verde, provincia de Esmeraldas, el 3 de mayo de 2022."
            ),
            ("EC", "Esmeraldas", "Río Verde"),
        ),
        (
            (
                "Entidad: MUNICIPALIDAD DE SANTA LUZ, JUTIAPA\nNOG 123456\nProveedor: REDES, S.A.\n"
                "Monto adjudicado: Q. 9,000.00"
            ),
            ("GT", "JUTIAPA", "SANTA LUZ"),
        ),
        (
            (
                "CONTRATO\nLa ALCALDÍA MUNICIPAL DE EL PORTILLO, departamento de Olancho, y REDES, "
                "S. DE R.L. DE C.V. convienen: "
                "el precio es de L. 9,000.00"
            ),
            ("HN", "Olancho", "EL PORTILLO"),
        ),
        (
            (
                "EXTRATO DE CONTRATO\nContratante: Prefeitura Municipal de Serra Bonita/MG\nContratada: Redes Ltda\n"
                "Valor: R$ 9.000,00"
            ),
            ("BR", "MG", "Serra Bonita"),
        ),
        (
            (
                "AVISO DE HOMOLOGAÇÃO\nFundo Municipal de Saúde de Campo Lindo\n"
                "Vencedora: Redes Ltda\nValor: R$ 9.000,00\n"
                "Campo Lindo - PR, 3 de maio de 2021"
            ),
            ("BR", "PR", "Campo Lindo"),
        ),
        (
            (
                "PREFEITURA MUNICIPAL DE LAGOA NOVA DO NORTE\nESTADO DA PARAÍBA\n"
                "TERMO DE HOMOLOGAÇÃO\nVencedora: Redes Ltda\n"
                "Valor: R$ 9.000,00"
            ),
            ("BR", "PARAÍBA", "LAGOA NOVA DO NORTE"),
        ),
        (
            (
                "Contratante: Secretaria de Segurança Pública do Estado do Pará\n"
                "Contratada: Redes Ltda\nValor: R$ 9.000,00\n"
                "Belém, 3 de maio de 2021"
            ),
            ("BR", "Pará", "Belém"),
        ),
        (
            (
                "Entidade adjudicante: Município de Vale Fundo\nAdjudicatário: Redes, Lda.\n"
                "Preço contratual: 9.000,00 €\n"
                "Local de execução: Portugal, Évora, Vale Fundo"
            ),
            ("PT", "Évora", "Vale Fundo"),
        ),
        (
            (
                "Contratante: Direcção Provincial de Saúde de Tete\nAdjudicatário: Redes, Lda\nValor: 9.000,00 MT\n"
                "Tete, aos 3 de Maio de 2021"
            ),
            ("MZ", "Tete", "Tete"),
        ),
    ],
)
def test_division_and_town_as_notices_print_them(text: str, expected: tuple[str | None, ...]) -> None:
    assert region_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Entidad: Ministerio del Interior\nAdjudicado a Redes S.A.\nEmitida el 5 de abril de 2023",
        (
            "Órgão: Secretaria de Estado da Administração Prisional\nVencedora: Redes Ltda\nValor: R$ 9,00\n"
            "Assinado em 1 de julho de 2019"
        ),
        "Entidad: Autoridad Portuaria\nAdjudicatario: Redes, S.L.\nFecha del Acuerdo 12/03/2020",
    ],
)
def test_words_before_a_day_and_topics_of_offices_are_no_places(text: str) -> None:
    assert region_of(text)[1:] == (None, None)


def test_divisions_of_one_country_tell_it() -> None:
    assert country_of_divisions(["Costa Clara, Manabí, a los 27 días"], "es") == "EC"
    assert country_of_divisions(["provincia de Córdoba"], "es") is None
    assert country_of_divisions(["Costa Clara, Manabí, a"], "pt") is None


@pytest.mark.parametrize(
    ("words", "expected"), [("Seguridad Ciudadana", True), ("a Educação", True), ("Rio Fundo", False)]
)
def test_topics_are_told_from_towns(words: str, *, expected: bool) -> None:
    assert is_topic(words) is expected
