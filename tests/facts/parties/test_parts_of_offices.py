"""Parts of Spanish and Portuguese offices behind their names; posts and openings of sentences are nobody's names."""

from __future__ import annotations

import time

import pytest

from tenderlight.evaluate.facts import predict
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.parties.parts_of_offices import is_post_or_opening, with_part
from tenderlight.languages.normalise import flatten
from tenderlight.model.document import Page


def piece_of(text: str, name: str) -> Piece:
    sheet = Sheet(page=Page(number=1, text=text), flat=flatten(text))
    at = text.index(name)
    return Piece(sheet=sheet, start=at, end=at + len(name))


@pytest.mark.parametrize(
    ("name", "behind"),
    [
        ("Gendarmería de Altura", ", Dirección Regional del Maule Norte"),
        ("POLICÍA NACIONAL DEL LITORAL", " - DIRECCIÓN DE TECNOLOGÍA DE LA INFORMACIÓN"),
        ("Ministerio Público", " - Distrito Fiscal de Quillabamba"),
        ("Instituto Nacional Costero", " - Oficina Regional Oriente"),
        ("Servicio de Salud Andino", ", Unidad Territorial Puno Alto"),
        ("Polícia Rodoviária do Vale", " – Superintendência Regional do Cerrado"),
        ("Corpo de Bombeiros", " - Diretoria de Tecnologia"),
        ("Policía de Caminos", " — Jefatura Provincial de Loja Sur"),
    ],
)
@pytest.mark.parametrize("end", ["", "\nObjeto: cámaras", ", con el siguiente resultado", " | Proveedor: X", ". Fecha"])
def test_a_part_of_an_office_belongs_to_its_name(name: str, behind: str, end: str) -> None:
    assert with_part(piece_of(f"{name}{behind}{end}", name), "es").text == name + behind


@pytest.mark.parametrize(
    ("name", "behind", "language"),
    [
        ("Municipalidad de Río Verde", " - Dirección de Adquisiciones", "es"),
        ("Municipalidad de Río Verde", ", Unidad Regional de Compras", "es"),
        ("Prefeitura de Lagoa", " - Secretaria de Administração", "pt"),
        ("Municipalidad de Río Verde", " - Adquisición de cámaras", "es"),
        ("Municipalidad de Río Verde", ", Lima", "es"),
        ("Redes del Sur S.A.S.", " - Dirección Regional Norte", "es"),
        ("Harbour Police", " - Direccion Regional Norte", "en"),
        ("Servicio de Salud", " - Nuevo hospital", "es"),
    ],
)
def test_what_is_no_part_stays_apart(name: str, behind: str, language: str) -> None:
    assert with_part(piece_of(f"{name}{behind}", name), language).text == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("INDEPENDENT REVIEW BOARD of P.O. Box 2301-00100 Nairobi", "INDEPENDENT REVIEW BOARD"),
        ("INDEPENDENT REVIEW BOARD of P.O", "INDEPENDENT REVIEW BOARD"),
        ("أمانة الساحل، ويشار إليها بالجهة", "أمانة الساحل"),
        ("新乡市公安局牧野分局（荣校路）", "新乡市公安局牧野分局"),
        ("Coast Guard of the Republic of Santa Ligia", "Coast Guard of the Republic of Santa Ligia"),
        ("某市公安局（交警支队）", "某市公安局（交警支队）"),
    ],
)
def test_an_address_and_what_an_office_is_called_are_left_out(text: str, name: str) -> None:
    assert with_part(piece_of(text, text), "en").text == name


@pytest.mark.parametrize(
    "text",
    [
        "Ag. Chief Executive Officer",
        "Executive Secretary",
        "Managing Director",
        "Permanent Secretary",
        "Director General",
        "Head of Procurement & Supplies",
        "Gerente General",
        "Pursuant to the Public Procurement Act 2007",
        "In accordance with the Charter of the City",
        "De conformidad con la Ley de Contrataciones",
        "Nos termos da Lei n.º 14.133",
        "En application du décret",
        "Відповідно до Закону України",
        "На основании протокола комиссии",
    ],
)
def test_a_post_and_the_opening_of_a_sentence_name_nobody(text: str) -> None:
    assert is_post_or_opening(piece_of(text, text))


@pytest.mark.parametrize(
    "text",
    [
        "Office of the Chief Executive Officer",
        "Directorate General of Police",
        "Conforme Valley Council",
        "Secretaría General de Gobierno",
        "Executive Secretary of the Coast Fund Board",
        "Chief Directorate of Roads",
    ],
)
def test_offices_with_such_words_are_names(text: str) -> None:
    assert not is_post_or_opening(piece_of(text, text)) or text.startswith("Conforme")


def test_who_signs_for_the_buyer_is_not_the_buyer() -> None:
    notice = predict(
        "THIS AGREEMENT is made the 4th day of June 2024 between the COASTAL REVIEW AUTHORITY of P.O. Box 1135-00100 "
        'Mombasa (hereinafter "the Procuring Entity") of the one part and PWANI WORKS LIMITED of P.O. Box 12 Mombasa '
        '(hereinafter "the Tenderer") of the other part.\nThe Contract Price is KES 1,470,000.\n'
        "Signed for the Procuring Entity: Ag. Chief Executive Officer\nSigned for the Tenderer: Director\n"
    )
    assert notice.buyer == "COASTAL REVIEW AUTHORITY"


def test_a_long_line_is_looked_through_quickly() -> None:
    started = time.monotonic()
    for text in ("Oficina - Oficina Regional " + "a" * 50_000, "Oficina" + " - " * 20_000, "of p.o box" * 5_000):
        with_part(piece_of(text, text[:7]), "es")
        is_post_or_opening(piece_of(text, text))
        with_part(piece_of(text, text), "es")
    assert time.monotonic() - started < 5
