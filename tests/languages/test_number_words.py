"""Numbers in words."""

from __future__ import annotations

import pytest

from tenderlight.languages.number_words import read_number_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three Million Four Hundred Twenty Thousand Seven Hundred Fifty only", 3_420_750),
        ("one hundred and five pounds", 105),
        ("two hundred thousand dollars", 200_000),
        ("two crore fifty lakh rupees", 25_000_000),
        ("twenty-five", 25),
        ("MIL NOVECIENTOS NOVENTA Y NUEVE MILLONES QUINIENTOS MIL PESOS", 1_999_500_000),
        ("veintiún mil", 21_000),
        ("cien mil", 100_000),
        ("um milhão, duzentos e oitenta e quatro mil e seiscentos reais", 1_284_600),
        ("dois mil e quinhentos", 2_500),
        ("trente-six mille neuf cents euros", 36_900),
        ("quatre-vingt-dix-sept mille", 97_000),
        ("soixante-quinze", 75),
        ("mille deux cents", 1_200),
        ("Двенадцать миллионов четыреста восемьдесят тысяч триста пятьдесят рублей", 12_480_350),
        ("одна тысяча двести", 1_200),
        ("сто вісімдесят шість тисяч чотириста п’ятдесят гривень", 186_450),
    ],
)
def test_numbers(text: str, expected: int) -> None:
    read = read_number_words(text)
    assert read is not None
    assert read[0] == expected


@pytest.mark.parametrize("text", ["euros", "", "five twenty", "the sum of ten", "12 thousand"])
def test_what_is_no_number(text: str) -> None:
    assert read_number_words(text) is None


def test_the_end_is_that_of_the_last_word() -> None:
    text = "девяносто шесть тысяч рублей"
    assert read_number_words(text) == (96_000, text.index(" рублей"))
