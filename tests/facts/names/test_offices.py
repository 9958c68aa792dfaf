"""Offices that stand by themselves at the head of a paper, and lines that are none."""

from __future__ import annotations

import time

import pytest

from tenderlight.facts.names.offices import is_office, office_lines


@pytest.mark.parametrize(
    ("text", "office"),
    [
        (
            "REPUBLIC OF KENYA\nCOUNTY GOVERNMENT OF EAST MARSH\nNOTIFICATION OF AWARD",
            "COUNTY GOVERNMENT OF EAST MARSH",
        ),
        (
            "GOVERNMENT OF NORTHLAND\nOFFICE OF THE SUPERINTENDENT OF POLICE, UPTON\nWORK ORDER",
            "OFFICE OF THE SUPERINTENDENT OF POLICE, UPTON",
        ),
        ("NATIONAL PRISONS PROCUREMENT UNIT, UGANDA\nNotice", "NATIONAL PRISONS PROCUREMENT UNIT"),
        ("ACTA\nMUNICIPIO DE VILLA CLARA - CUNDINAMARCA", "MUNICIPIO DE VILLA CLARA"),
        ("Adjudication — Police cantonale du Haut-Mont, Suisse", "Police cantonale du Haut-Mont"),
        ("المملكة العربية السعودية\nأمانة منطقة الوادي", "أمانة منطقة الوادي"),
    ],
)
def test_office_at_the_head_is_found(text: str, office: str) -> None:
    assert text[slice(*next(office_lines(text)))] == office


@pytest.mark.parametrize(
    "text", ["REPUBLIC OF KENYA", "Award of contract for the Police Department building", "Notice board"]
)
def test_countries_and_headings_are_no_office(text: str) -> None:
    assert list(office_lines(text)) == []


@pytest.mark.parametrize("sign", [" ", "\t", "\xa0", "- ", "/ ", ", "])
def test_a_line_of_nothing_costs_little(sign: str) -> None:
    started = time.process_time()
    text = "Contract" + sign * 20_000 + "value\nMUNICIPIO DE VILLA CLARA - CUNDINAMARCA"
    assert "MUNICIPIO DE VILLA CLARA" in [text[start:end] for start, end in office_lines(text)]
    assert time.process_time() - started < 1.5


@pytest.mark.parametrize(
    "line",
    [
        "MEMORANDUM TO CITY COUNCIL",
        "Staff Recommendation to the Board of Supervisors",
        "Informe a la Municipalidad de Ribera",
        "Délibération du Conseil municipal",
        "Решение комитета по закупкам",
    ],
)
def test_a_kind_of_paper_is_no_office(line: str) -> None:
    """A line that begins with the word for a paper is a heading, whichever office it names behind."""
    assert not is_office(line)


def test_a_word_of_papers_inside_a_name_is_part_of_it() -> None:
    """Offices may deal with communication and resolutions."""
    assert is_office("Ministry of Communication")
    assert is_office("Office of the Resolution Authority")
