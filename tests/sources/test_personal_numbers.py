from __future__ import annotations

import pytest

from tenderlight.sources.personal_numbers import is_personal


@pytest.mark.parametrize(
    ("scheme", "number"),
    [
        ("Cédula de Ciudadanía", "12.345.678"),
        ("C\ufffddula de Ciudadan\ufffda", "12345678"),
        ("Nit de Persona Natural", "1234567890-4"),
        ("UA-EDR", "1234567890"),
        ("MX-RFC", "ABCD800101AB1"),
        ("RU-INN", "123456789012"),
        ("CN-ID", "11010519491231002X"),
        ("Passport", "X123"),
    ],
)
def test_numbers_of_persons_are_recognised(scheme: str, number: str) -> None:
    assert is_personal(scheme, number)


@pytest.mark.parametrize(
    ("scheme", "number"),
    [
        ("UA-EDR", "39985748"),
        ("MX-RFC", "GFM010122DZ9"),
        ("RU-INN", "7707083893"),
        ("GB-COH", "10161344"),
        ("CN-USCC", "91330000733796106P"),
        ("NIT", "891801988-1"),
        ("ES NATIONALID", "A28003119"),
    ],
)
def test_numbers_of_companies_are_kept(scheme: str, number: str) -> None:
    assert not is_personal(scheme, number)
