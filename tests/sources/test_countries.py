from __future__ import annotations

import pytest

from tenderlight.sources.countries import country_code, country_of_region


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("GB", "GB"),
        ("UK", "GB"),
        ("EL", "GR"),
        ("CYP", "CY"),
        ("England", "GB"),
        ("UNITED KINGDOM", "GB"),
        ("México                  ", "MX"),
        ("Украина", "UA"),
        ("中国", "CN"),
        ("Other", None),
        ("", None),
    ],
)
def test_code_of_a_country(written: str, code: str | None) -> None:
    assert country_code(written) == code


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("UKM82", "GB"),
        ("EL303", "GR"),
        ("ES300", "ES"),
        ("FRG02", "FR"),
        ("UK", "GB"),
        ("Kent", None),
        ("US123", None),
        ("DELHI", None),
        ("DE", None),
    ],
)
def test_country_of_a_region_code(written: str, code: str | None) -> None:
    assert country_of_region(written) == code
