import pytest

from tenderlight.languages.numerals import read_numeral


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("〇", 0),
        ("十二", 12),
        ("廿一", 21),
        ("卅", 30),
        ("一百零五", 105),
        ("三百十二", 312),
        ("两千零二十二", 2022),
        ("二〇二二", 2022),
        ("二○二二", 2022),
        ("贰零贰贰", 2022),
        ("伍拾万零贰佰", 500200),
        ("肆仟贰佰叁拾万", 42_300_000),
        ("壹亿零叁佰万", 103_000_000),
        ("一万亿", 10**12),
        ("弍佰貮拾", 220),
        ("叄佰參拾陸", 336),
        ("貳萬兩仟", 22_000),
        ("一 百 二 十", 120),
    ],
)
def test_numerals_are_read(written: str, number: int) -> None:
    assert read_numeral(written) == number


@pytest.mark.parametrize(
    "written",
    ["", "公司", "五十万二", "一百二", "二千二", "万", "五万零", "一二三万", "十万元", "3千", "百", "一百一百"],
)
def test_what_is_not_exactly_a_number_is_none(written: str) -> None:
    assert read_numeral(written) is None
