"""Names of companies in languages written with spaces."""

from __future__ import annotations

import pytest

from tenderlight.facts.names.in_values import find_names
from tenderlight.facts.names.western import (
    companies,
    has_company,
    joined_parts,
    keeps_full_stop,
    role_before,
    without_surroundings,
)
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.pages.origins import COUNTRY
from tenderlight.languages.normalise import flatten
from tenderlight.model.document import Page


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Awarded to Heron Optics Ltd for two years", ["Heron Optics Ltd"]),
        ("Videonorte del Golfo, S.A. de C.V., por", ["Videonorte del Golfo, S.A. de C.V."]),
        ("a Redes Norte, S.A.B. de C.V., por", ["Redes Norte, S.A.B. de C.V."]),
        ("la firma Aguas del Valle S.A. E.S.P. por", ["Aguas del Valle S.A. E.S.P."]),
        ("alla Vigilanza Umbra Soc. Coop. a r.l., per", ["Vigilanza Umbra Soc. Coop. a r.l."]),
        ("alla Reti Verbano Sagl per", ["Reti Verbano Sagl"]),
        ("Linse & Licht GmbH & Co. KG", ["Linse & Licht GmbH & Co. KG"]),
        ("Победитель: ТОО «Жарық». Цена", ["ТОО «Жарық»"]),
        ("ФОП Коваль Олена Ігорівна", ["ФОП Коваль Олена Ігорівна"]),
        ("Общество с ограниченной ответственностью «Маяк»", ["Общество с ограниченной ответственностью «Маяк»"]),
        ("Luz e Som EIRELI - R$ 5", ["Luz e Som EIRELI"]),
        ("Optical equipment for the CO office", []),
        ("Se adjudica el contrato", []),
        ("Radar as a service", []),
    ],
)
def test_companies_carry_their_form(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in companies(text)] == expected
    assert has_company(text) is bool(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Joint venture of A Ltd (lead partner) and B GmbH (partner)", ["A Ltd (lead partner)", "B GmbH (partner)"]),
        ("Prisma S.A. (70 %) y Cauce S.R.L. (30 %)", ["Prisma S.A. (70 %)", "Cauce S.R.L. (30 %)"]),
        ("Smith and Sons Ltd", ["Smith and Sons Ltd"]),
        ("Weald and Downs Police Commissioner", ["Weald and Downs Police Commissioner"]),
        ("Linse & Licht GmbH & Co. KG", ["Linse & Licht GmbH & Co. KG"]),
    ],
)
def test_names_are_taken_apart_only_where_each_is_one(text: str, expected: list[str]) -> None:
    assert [text[start:end].strip() for start, end in joined_parts(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Olho Claro Ltda., CNPJ 00.000.000/0001-00", "Olho Claro Ltda."),
        ("Município de Serra Alta (Portugal)", "Município de Serra Alta"),
        ("MUNICIPIO DE LA LOMA - COLOMBIA", "MUNICIPIO DE LA LOMA"),
        ("Prefeitura de Lagoa Funda, BA", "Prefeitura de Lagoa Funda"),
        ("Prefeitura de Lagoa Funda/GO", "Prefeitura de Lagoa Funda"),
        ("Уполномоченный орган – Комитет закупок", "Комитет закупок"),
        ("ООО «Маяк», ИНН 7700000000", "ООО «Маяк»"),
        ("Ville de Saint-Aubin", "Ville de Saint-Aubin"),
        ("Ipê Alarmes S/A", "Ipê Alarmes S/A"),
    ],
)
def test_what_stands_around_a_name(text: str, expected: str) -> None:
    start, end = without_surroundings(text, COUNTRY)
    assert text[start:end] == expected


def test_words_for_a_part_and_full_stops() -> None:
    assert role_before("la empresa Mirador S.A.") == len("la empresa ")
    assert role_before("Larosa Ltd") == 0
    text = "Mirador Ltda. para licença"
    assert keeps_full_stop(text, text.index("."))
    assert not keeps_full_stop("Mirador Ltd. The contract", len("Mirador Ltd"))


@pytest.mark.parametrize(
    "form",
    [
        *("DAC", "CC", "CIC", "PBC", "SAL", "a.s.", "d.d.", "Co., Ltd.", "Pte. Ltd.", "(Private) Limited", "S.C.A."),
        *("SCCL", "SPC", "EIRL", "GmbH & Co. KG", "Nyrt.", "Kft.", "e.K.", "W.L.L.", "S.C."),
    ],
)
def test_a_name_ends_with_its_legal_form(form: str) -> None:
    text = f"Supplier: Nordlake Systems {form}\n"
    sheet = Sheet(page=Page(number=1, text=text), flat=flatten(text))
    found = find_names(Piece(sheet=sheet, start=10, end=len(text) - 1))
    assert [one.name for one in found] == [f"Nordlake Systems {form}"]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ('"Acme Optics Ltd"', "Acme Optics Ltd"),
        ("«Faso Sécurité SARL»", "Faso Sécurité SARL"),
        ('Funkspur Technik GmbH", Kiel', "Funkspur Technik GmbH"),
        ('"Acme Optics Ltd", best offer', "Acme Optics Ltd"),
        ('ООО "Дозор-Ком"', 'ООО "Дозор-Ком"'),
        ("Kingfisher (Kenya) Surveillance Ltd", "Kingfisher (Kenya) Surveillance Ltd"),
        ("**Acme Optics Ltd**", "Acme Optics Ltd"),
        ("Carrosserie Morvandelle SAS, mn : Autun", "Carrosserie Morvandelle SAS"),
        ("фізична особа-підприємець Саранчук Ігор Петрович", "фізична особа-підприємець Саранчук Ігор Петрович"),
    ],
)
def test_marks_around_a_name_are_none_of_it(written: str, name: str) -> None:
    sheet = Sheet(page=Page(number=1, text=written), flat=flatten(written))
    assert [one.name for one in find_names(Piece(sheet=sheet, start=0, end=len(written)))] == [name]
