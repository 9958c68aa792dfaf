from __future__ import annotations

import pytest

from tenderlight.matching.check_digits import CHECKS
from tests.matching.made_lists import CREDIT_CODE

RIGHT = [
    ("uscc", CREDIT_CODE),
    ("lei", "54930084UKLVMY22DS16"),
    ("inn", "7707083893"),
    ("inn", "500100732259"),
    ("ogrn", "1027700132195"),
    ("ogrn", "304500116000157"),
    ("cnpj", "16727230000197"),
    ("cnpj", "12ABC34501DE35"),
    ("siren", "732829320"),
    ("siret", "73282932000074"),
    ("imo", "9074729"),
    ("tw-ubn", "10458575"),
    ("edrpou", "32855961"),
    ("edrpou", "14360570"),
    ("nip", "8567346215"),
]

_OTHERS = {"tw-ubn": 3}
"""Last digits that are right beside the one given: Taiwan's rule takes every sum that five divides."""


@pytest.mark.parametrize(("scheme", "number"), RIGHT)
def test_right_numbers(scheme: str, number: str) -> None:
    assert CHECKS[scheme](number)


@pytest.mark.parametrize(("scheme", "number"), RIGHT)
def test_the_last_digit_decides(scheme: str, number: str) -> None:
    others = [number[:-1] + digit for digit in "0123456789" if digit != number[-1]]
    assert sum(map(CHECKS[scheme], others)) <= _OTHERS.get(scheme, 1)
    assert not CHECKS[scheme](number[:-1])
    assert not CHECKS[scheme]("")


def test_every_scheme_has_a_case() -> None:
    assert {scheme for scheme, _ in RIGHT} == set(CHECKS)
