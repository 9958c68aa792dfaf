"""What of the words around the name of a buyer belongs to it: parts of offices, short names, who acts for it."""

from __future__ import annotations

import time

import pytest

from tenderlight.facts.names.short_names import is_short_of
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.parties.whole_names import whole_office
from tenderlight.facts.reading import read_facts
from tenderlight.languages.normalise import flatten
from tenderlight.model.document import Page
from tenderlight.model.statement import StatementKind
from tenderlight.model.values import PartyValue


def buyers_of(text: str) -> list[str]:
    found = [one for one in read_facts([Page(number=1, text=text)]) if one.kind is StatementKind.BUYER]
    return [one.value.name for one in found if isinstance(one.value, PartyValue)]


FRENCH = "Objet : fourniture de caméras piétons\nTitulaire : Optique du Lac SA\nMontant : 45 000,00 EUR HT"
SPANISH = "Objeto: adquisición de cámaras de seguridad\nContratista: Redes del Sur S.A.S.\nValor: $ 45.000.000"
PORTUGUESE = "Objeto: aquisição de câmeras\nContratada: Olho Vivo Ltda\nValor total: R$ 45.000,00"
ENGLISH = "Description: Supply of cameras\nSupplier: Osprey Optics Ltd\nContract value: 45,000.00"
GERMAN = "Gegenstand: Lieferung von Kameras\nAuftragnehmer: Optik Nord GmbH\nAuftragswert: 45.000,00 EUR"
ITALIAN = "Oggetto: fornitura di telecamere\nAggiudicatario: Ottica Nord S.r.l.\nImporto: € 45.000,00"
POLISH = "Przedmiot: dostawa kamer\nWykonawca: Optyka Sp. z o.o.\nWartość umowy: 45 000,00 PLN"
RUSSIAN = "Предмет: поставка камер\nПоставщик: ООО «Оптика»\nЦена контракта: 45 000,00 руб."


KEPT = (
    ("Organisme : Ville de Rive-Haute – Service de police", FRENCH, "Ville de Rive-Haute – Service de police"),
    (
        "Acheteur : Département du Val-Noir - Direction des routes",
        FRENCH,
        "Département du Val-Noir - Direction des routes",
    ),
    (
        "Entidad: GOBERNACIÓN DE PIEDRALTA - SECRETARÍA DE GOBIERNO",
        SPANISH,
        "GOBERNACIÓN DE PIEDRALTA - SECRETARÍA DE GOBIERNO",
    ),
    (
        "Entidad convocante: POLICÍA NACIONAL - DIRECCIÓN DE TRÁNSITO",
        SPANISH,
        "POLICÍA NACIONAL - DIRECCIÓN DE TRÁNSITO",
    ),
    (
        "Contratante: POLÍCIA FEDERAL - SUPERINTENDÊNCIA NO AMAPÁ.",
        PORTUGUESE,
        "POLÍCIA FEDERAL - SUPERINTENDÊNCIA NO AMAPÁ",
    ),
    (
        "Agency: Ministry of Interior – Coastal Police Force",
        ENGLISH,
        "Ministry of Interior – Coastal Police Force",
    ),
    ("Procuring Entity: Bureau of Fisheries - Region XI", ENGLISH, "Bureau of Fisheries - Region XI"),
    (
        "Stazione appaltante: Prefettura di Valfredda - Ufficio territoriale del Governo",
        ITALIAN,
        "Prefettura di Valfredda - Ufficio territoriale del Governo",
    ),
    (
        "Zamawiający: Straż Leśna – Nadmorski Oddział, Hel",
        POLISH,
        "Straż Leśna – Nadmorski Oddział",
    ),
    ("Заказчик: РУП «Связьстрой», Ольховский филиал, г. Ольхов", RUSSIAN, "РУП «Связьстрой», Ольховский филиал"),
    (
        "Autorité contractante : Office des routes rurales (ORR)",
        FRENCH,
        "Office des routes rurales (ORR)",
    ),
    (
        "Nom officiel : Zone de police Basse-Dyle (5412)\nAcheteur : Zone de police Basse-Dyle (5412)",
        FRENCH,
        "Zone de police Basse-Dyle (5412)",
    ),
    (
        "Contratante: Companhia de Águas do Rio Fundo – CARF",
        PORTUGUESE,
        "Companhia de Águas do Rio Fundo – CARF",
    ),
    (
        "Contratante: Departamento de Trânsito do Cerrado - DETRAN/CE",
        PORTUGUESE,
        "Departamento de Trânsito do Cerrado - DETRAN/CE",
    ),
    (
        "Zamawiający: Komenda Miejska Policji z siedzibą w Brzezinach",
        POLISH,
        "Komenda Miejska Policji z siedzibą w Brzezinach",
    ),
    ("Entidad: BOYACÁ - ALCALDÍA MUNICIPIO DE RÍO SECO", SPANISH, "ALCALDÍA MUNICIPIO DE RÍO SECO"),
    ("Entidad: Fundación Crecer a través del Teatro", SPANISH, "Fundación Crecer a través del Teatro"),
    ("Contratante: Instituto Mar por meio da Vela", PORTUGUESE, "Instituto Mar por meio da Vela"),
    ("Заказчик: Фонд Развитие через музыку", RUSSIAN, "Фонд Развитие через музыку"),
    (
        "Auftraggeber: Bundesrepublik, Hauptzollamt Nordheide, Hafenweg 4, Nordheide",
        GERMAN,
        "Bundesrepublik, Hauptzollamt Nordheide",
    ),
    ("Auftraggeber: Stadt Nordheide - Polizeidirektion", GERMAN, "Stadt Nordheide - Polizeidirektion"),
    ("Organ of State: uThongathi Local Municipality", ENGLISH, "uThongathi Local Municipality"),
)
"""Labels with what belongs to the name behind it."""
LEFT = (
    ("Acheteur : Université du Causse - Direction des achats", FRENCH, "Université du Causse"),
    ("Organisme : Ville de Rive-Haute – Fourniture de caméras", FRENCH, "Ville de Rive-Haute"),
    ("Entidad: Municipio de Río Seco - Unidad de Compras", SPANISH, "Municipio de Río Seco"),
    ("Entidad: Municipio de Río Seco - Servicio de contratación pública", SPANISH, "Municipio de Río Seco"),
    (
        "Contratante: MUNICÍPIO DE RIO SECO, por intermédio da Secretaria Municipal de Obras.",
        PORTUGUESE,
        "MUNICÍPIO DE RIO SECO",
    ),
    (
        "Contratante: MUNICÍPIO DE RIO SECO, através da Secretaria Municipal de Obras.",
        PORTUGUESE,
        "MUNICÍPIO DE RIO SECO",
    ),
    ("Agency: Ministry of Interior – Procurement Division", ENGLISH, "Ministry of Interior"),
    ("Agency: Ministry of Interior – Award of Contract Notice", ENGLISH, "Ministry of Interior"),
    ("Auftraggeber: Klinikum Nordheide AöR, Geschäftsbereich Einkauf", GERMAN, "Klinikum Nordheide AöR"),
    (
        "Auftraggeber: Stadt Nordheide, Fachbereich Tiefbau, Rathausplatz 3, 00000 Nordheide",
        GERMAN,
        "Stadt Nordheide",
    ),
    ("Autorité contractante : Office des ports (SENEGAL)", FRENCH, "Office des ports"),
    ("Contratante: MUNICÍPIO DE RIO SECO - Serviço de coleta de lixo", PORTUGUESE, "MUNICÍPIO DE RIO SECO"),
    ("Acheteur : Ville de Rive-Haute - Service d'entretien des écoles", FRENCH, "Ville de Rive-Haute"),
    ("Stazione appaltante: Comune di Rivalta - Servizio di trasporto alunni", ITALIAN, "Comune di Rivalta"),
    ("Auftraggeber: Stadt Nordheide - Polizeiuniformen", GERMAN, "Stadt Nordheide"),
    ("Entidad: Municipio de Río Seco - Hospital nuevo equipamiento", SPANISH, "Municipio de Río Seco"),
    ("Agency: Marsh Borough Council - Library Office Furniture", ENGLISH, "Marsh Borough Council"),
    ("Agency: Marsh Borough Council - Primary School Playground", ENGLISH, "Marsh Borough Council"),
)
"""Labels with what only stands beside the name."""


@pytest.mark.parametrize(("head", "rest", "buyer"), KEPT + LEFT)
def test_what_belongs_to_the_name_is_kept_and_nothing_else(head: str, rest: str, buyer: str) -> None:
    assert buyers_of(f"{head}\n{rest}") == [buyer]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (f"SERVIÇO PÚBLICO FEDERAL\nEXTRATO DE CONTRATO Nº 4/2022\n{PORTUGUESE}", "SERVIÇO PÚBLICO FEDERAL"),
        (f"GOVERNMENT OF MALAWI\nNOTICE OF AWARD\n{ENGLISH}", "GOVERNMENT OF MALAWI"),
        (
            f"Nom officiel : Ville de Rive-Haute\nForme juridique de l'acheteur : Autorité locale\n{FRENCH}",
            "Autorité locale",
        ),
        (f"Department: eleven (11) live scan units\n{ENGLISH}", "eleven (11) live scan units"),
    ],
)
def test_headings_and_kinds_are_no_buyers(text: str, wrong: str) -> None:
    assert wrong not in buyers_of(text)


@pytest.mark.parametrize(
    ("short", "name", "own"),
    [
        ("SANEPARDO", "Companhia de Saneamento do Vale do Pardo", True),
        ("CONSEV", "Consórcio Intermunicipal de Segurança do Vale", True),
        ("DETRAN", "Departamento Estadual de Trânsito", True),
        ("ANPC", "Agence nationale de protection civile", True),
        ("CHILE", "Gobierno Regional de Llanquiray", False),
        ("BAHIA", "Prefeitura Municipal de Ipês", False),
        ("MAXIM", "Município de Areia", False),
        ("", "", False),
    ],
)
def test_short_names_are_made_of_beginnings(short: str, name: str, own: bool) -> None:
    assert is_short_of(short, name) is own


def test_long_runs_take_no_time() -> None:
    for run in ("a ", "Service ", "(A", ", Abteilung ", " – ", " through"):
        page = f"Ville de Rive{run * 50_000}"
        piece = Piece(sheet=Sheet(page=Page(number=1, text=page), flat=flatten(page)), start=0, end=len(page) // 2)
        began = time.perf_counter()
        whole_office(piece, "fr", is_labelled=True)
        assert time.perf_counter() - began < 1
