"""Where names of buyers begin and end: shortened words, papers, subjects, numbers of procedures, headings."""

from __future__ import annotations

import time

import pytest

from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.parties.name_edges import is_no_name, within_edges
from tenderlight.facts.reading import read_facts
from tenderlight.languages.normalise import flatten
from tenderlight.model.document import Page
from tenderlight.model.statement import StatementKind
from tenderlight.model.values import PartyValue

ENGLISH = "\nDescription: Supply of cameras\nSupplier: Osprey Optics Ltd\nContract value: 45,000.00"
SPANISH = "\nObjeto: adquisición de cámaras\nContratista: Redes del Sur S.A.S.\nValor: $ 45.000.000"
FRENCH = "\nObjet : fourniture de caméras\nTitulaire : Optique du Lac SA\nMontant : 45 000,00 EUR HT"
GERMAN = "\nGegenstand: Lieferung von Kameras\nAuftragnehmer: Optik Nord GmbH\nAuftragswert: 45.000,00 EUR"
PORTUGUESE = "\nObjeto: aquisição de câmeras\nContratada: Olho Vivo Ltda\nValor total: R$ 45.000,00"
POLISH = "\nPrzedmiot: dostawa kamer\nWykonawca: Optyka Sp. z o.o.\nWartość umowy: 45 000,00 PLN"
RUSSIAN = "\nПредмет: поставка камер\nПоставщик: ООО «Оптика»\nЦена контракта: 45 000,00 руб."
UKRAINIAN = "\nПредмет: камери\nПереможець — ТОВ «Оптика»\nЦіна: 45 000,00 грн\nРівне, 26.04.2024"
OPENING = "\nRECORD OF BID OPENING\nBidder / Price\nBlue Mountain Ltd. / 20,250,000.00\nThis is no award of a contract."


def buyers_of(text: str) -> list[str]:
    found = [one for one in read_facts([Page(number=1, text=text)]) if one.kind is StatementKind.BUYER]
    return [one.value.name for one in found if isinstance(one.value, PartyValue)]


def piece_of(text: str, name: str) -> Piece:
    sheet = Sheet(page=Page(number=1, text=text), flat=flatten(text))
    start = text.index(name)
    return Piece(sheet=sheet, start=start, end=start + len(name))


@pytest.mark.parametrize(
    ("head", "rest", "buyer"),
    [
        ("GOVERNMENT OF JAMAICA – ST. THOMAS PARISH POLICE SERVICES", OPENING, "ST. THOMAS PARISH POLICE SERVICES"),
        ("STATE OF OHIO - FT. WARDEN POLICE DEPARTMENT\nNOTICE OF AWARD", ENGLISH, "FT. WARDEN POLICE DEPARTMENT"),
        ("Buyer: St. Brendan Parish Health Services", ENGLISH, "St. Brendan Parish Health Services"),
        ("Acheteur : Ste. Odile Hôpital régional", FRENCH, "Ste. Odile Hôpital régional"),
        ("Entidad: Sta. Rufina Hospital Distrital", SPANISH, "Sta. Rufina Hospital Distrital"),
        ("Auftraggeber: St. Ansgar Krankenhaus Nordheim", GERMAN, "St. Ansgar Krankenhaus Nordheim"),
    ],
)
def test_a_shortened_word_begins_a_name(head: str, rest: str, buyer: str) -> None:
    assert buyers_of(head + rest) == [buyer]


@pytest.mark.parametrize(
    ("head", "rest", "buyer"),
    [
        ('Convocante: Municipalidad de Ñandutí. "Adquisición de alimentos"', SPANISH, "Municipalidad de Ñandutí"),
        ("Convocante: Gobernación de Ybyraty. “Provisión de cámaras”", SPANISH, "Gobernación de Ybyraty"),
        ('Contratante: Município de Pedra Fria. "Aquisição de câmeras"', PORTUGUESE, "Município de Pedra Fria"),
        ("Acheteur : Ville de Rive-Haute. « Fourniture de caméras »", FRENCH, "Ville de Rive-Haute"),
        ("Auftraggeber: Stadt Nordheim. „Lieferung von Kameras“", GERMAN, "Stadt Nordheim"),
        ('Buyer: Town of Halford. "Supply of Cameras"', ENGLISH, "Town of Halford"),
    ],
)
def test_a_subject_in_quotation_marks_is_of_no_name(head: str, rest: str, buyer: str) -> None:
    assert buyers_of(head + rest) == [buyer]


@pytest.mark.parametrize("name", ["Муниц. учрежд. «Родник»", "Гос. бюдж. общеобразоват. «Лицей»"])
def test_a_shortened_word_before_a_quotation_mark_ends_no_name(name: str) -> None:
    assert within_edges(piece_of(f"Заказчик: {name}", name)).text == name


@pytest.mark.parametrize(
    ("label", "rest", "buyer"),
    [
        ("Заказчик", RUSSIAN, "ГБОУ «Лицей № 14» городского округа Ольховск"),
        ("Заказчик", RUSSIAN, "МБДОУ «Детский сад № 8» города Верхоречье"),
        ("Заказчик", RUSSIAN, "МБОУ «СОШ №3» Озерского района"),
        ("Замовник", UKRAINIAN, "КНП «Лікарня № 5» Вишневської міської ради"),
        ("Заказчик", RUSSIAN, 'ГБУЗ "Больница № 2" города Снежинска'),
    ],
)
@pytest.mark.parametrize("heading", ["", "ДОКУМЕНТ О ПРИЁМКЕ (акт приёма-передачи товара) № 12\n"])
def test_a_number_in_quotation_marks_is_of_the_name(label: str, rest: str, buyer: str, heading: str) -> None:
    assert buyers_of(f"{heading}{label}: {buyer}{rest}") == [buyer]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("RESOLUTION OF THE BOARD OF TRUSTEES OF ASHBY COUNTY", "BOARD OF TRUSTEES OF ASHBY COUNTY"),
        ("An Ordinance of the Town Council of Halford", "Town Council of Halford"),
        ("Decreto de la Alcaldía de Rioblanco", "Alcaldía de Rioblanco"),
        ("Arrêté du Conseil départemental du Val-Noir", "Conseil départemental du Val-Noir"),
        ("Beschluss des Stadtrates Nordheim", "Stadtrates Nordheim"),
        ("Portaria da Secretaria de Segurança", "Secretaria de Segurança"),
        ("Board of Trustees of Ashby County", "Board of Trustees of Ashby County"),
    ],
)
def test_the_paper_of_an_office_is_of_no_name(written: str, name: str) -> None:
    assert within_edges(piece_of(f"{written}\n", written)).text == name


@pytest.mark.parametrize(
    ("text", "buyer"),
    [
        (
            f"Рішення. Управління патрульної поліції у Волинській області, закупівля UA-2024-04-08-001234-a{UKRAINIAN}",
            "Управління патрульної поліції у Волинській області",
        ),
        (
            f"Заказчик: Управление образования города Верхоречье, закупка № 0123400001224000011{RUSSIAN}",
            "Управление образования города Верхоречье",
        ),
        (f"Buyer: Halford Police Authority, procurement HD-2024-11{ENGLISH}", "Halford Police Authority"),
        (f"Buyer: Ministry of Interior, tender no. MI-2024-11{ENGLISH}", "Ministry of Interior"),
        (f"Entidad: Municipalidad de Piedralta, licitación LP-2024-11{SPANISH}", "Municipalidad de Piedralta"),
        (f"Zamawiający: Komenda Policji w Olszanach, postępowanie nr 12/2024{POLISH}", "Komenda Policji w Olszanach"),
    ],
)
def test_the_number_of_the_procedure_is_of_no_name(text: str, buyer: str) -> None:
    assert buyers_of(text) == [buyer]


@pytest.mark.parametrize(
    ("text", "buyers"),
    [
        (
            (
                "simap.ch – Zuschlag\n1. Auftraggeber\n1.1 Bedarfsstelle/Vergabestelle: Kantonspolizei Oberseetal\n"
                "2. Beschaffungsobjekt\n2.1 Projekttitel: Fahndung\n3.2 Berücksichtigter Anbieter: Alpenoptik AG\n"
                "Preis: CHF 180'000.00"
            ),
            ["Kantonspolizei Oberseetal"],
        ),
        (
            (
                "1. Entidad contratante\n1.1 Denominación: Ayuntamiento de Valdehermosa\n2. Objeto\n"
                "2.1 Descripción: cámaras\nAdjudicatario: Redes del Sur S.L.\nImporte: 45.000,00 euros"
            ),
            ["Ayuntamiento de Valdehermosa"],
        ),
        (
            (
                "1. Pouvoir adjudicateur\n1.1 Nom : Ville de Rive-Haute\n2. Objet du marché\n2.1 Intitulé : caméras\n"
                "Titulaire : Optique du Lac SA\nMontant : 45 000,00 EUR HT"
            ),
            ["Ville de Rive-Haute"],
        ),
        ("1. Auftraggeber\n2. Gegenstand\n2.1 Titel: Kameras\nZuschlagsempfänger: Optik Nord GmbH", []),
        ("1. Contratante\n2. Objeto\n2.1 Descrição: câmeras\nContratada: Olho Vivo Ltda", []),
    ],
)
def test_headings_of_sections_are_no_buyers(text: str, buyers: list[str]) -> None:
    assert buyers_of(text) == buyers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ГБОУ «", True),
        ('КНП "', True),
        ("2. Beschaffungsobjekt", True),
        ('МБОУ "Школа"', False),
        ("Objektschutz Nordheim", False),
    ],
)
def test_what_is_no_name(text: str, expected: bool) -> None:
    assert is_no_name(text) is expected


@pytest.mark.parametrize("sign", ["a", " ", "«", ". «", ", tender no. ", "1.", "a. "])
def test_edges_are_found_in_good_time(sign: str) -> None:
    text = sign * (50_000 // len(sign))
    began = time.perf_counter()
    within_edges(piece_of(text, text))
    is_no_name(text)
    assert time.perf_counter() - began < 2
