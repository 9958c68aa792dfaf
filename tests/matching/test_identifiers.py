from __future__ import annotations

import pytest

from tenderlight.matching.identifiers import comparable, credit_code, credit_codes_in
from tenderlight.model.values import Identifier
from tests.matching.made_lists import CREDIT_CODE


def test_a_credit_code_with_the_right_check_character() -> None:
    assert credit_code(CREDIT_CODE) == CREDIT_CODE
    assert credit_code(f" {CREDIT_CODE[:8].lower()}-{CREDIT_CODE[8:]} ") == CREDIT_CODE


@pytest.mark.parametrize("at", range(18))
def test_every_single_wrong_sign_of_a_credit_code_is_seen(at: int) -> None:
    wrong = "7" if CREDIT_CODE[at] != "7" else "8"
    assert credit_code(CREDIT_CODE[:at] + wrong + CREDIT_CODE[at + 1 :]) is None


@pytest.mark.parametrize("text", ["", "91330000", "I" * 18, CREDIT_CODE + "0"])
def test_what_is_no_credit_code(text: str) -> None:
    assert credit_code(text) is None


@pytest.mark.parametrize(
    ("scheme", "written", "expected"),
    [
        ("RU-INN", "7707083893", ("inn", "7707083893")),
        ("innCode", "7707083894", None),
        ("LEI", "5493 0084UKLVMY22DS 16", ("lei", "54930084UKLVMY22DS16")),
        ("XI-LEI", "54930084UKLVMY22DS17", None),
        ("BR-CNPJ", "16.727.230/0001-97", ("cnpj", "16727230000197")),
        ("GB-COH", "0123 4567", ("gb-coh", "01234567")),
        ("GB-COH", "12", None),
        ("unheard of", "000000", None),
        ("CN-USCC", "91330000MA27U6TE5X", None),
    ],
)
def test_numbers_are_compared_in_one_writing_and_checked(
    scheme: str, written: str, expected: tuple[str, str] | None
) -> None:
    assert comparable(Identifier(scheme=scheme, number=written)) == expected


def test_a_registration_number_that_is_a_credit_code_is_one() -> None:
    assert ("uscc", CREDIT_CODE) in credit_codes_in((Identifier(scheme="registrationNumber", number=CREDIT_CODE),))
