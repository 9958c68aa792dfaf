"""Character sets: the right text out of bytes, or a word that it is not certain."""

from __future__ import annotations

import codecs
import json

import pytest

from tenderlight.reading.charset import codec_name, decode
from tests.shared_data import shared_file

CHINESE = "采购人：云渡县公安局；供应商：中科砺能（武汉）电气股份有限公司，中标金额：1,234,567.89元。"


def test_every_measured_byte_string_decodes_exactly() -> None:
    cases = json.loads(shared_file("data/reading/office/encodings.json").read_text("utf-8"))
    wrong = [
        (case["codec"], case["lang"], case["size"])
        for case in cases
        if decode(bytes.fromhex(case["hex"])).text != case["text"]
    ]
    assert (len(cases), wrong) == (68, [])


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize(
    "text",
    [
        CHINESE,
        "Contract value EUR 5",
        "Заказчик: Министерство; цена 5 рублей",
        "قيمة العقد خمسة ملايين ريال، المورد شركة",
        "発注者は東京都水道局であり、受注者は株式会社です。",
        "계약금액은 금 일억 원으로 한다.",
    ],
)
def test_wide_text_is_known_without_its_mark(charset: str, text: str) -> None:
    assert decode(text.encode(charset)).text == text


@pytest.mark.parametrize(
    ("mark", "charset"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (b"\x84\x31\x95\x33", "gb18030"),
    ],
)
def test_a_byte_order_mark_decides_and_is_no_text(mark: bytes, charset: str) -> None:
    assert decode(mark + CHINESE.encode(charset), "iso-8859-1").text == CHINESE


@pytest.mark.parametrize(
    ("label", "charset", "text"),
    [
        ("gb2312", "gb18030", "采购人（镕㐂）：青岚市第三人民医院"),
        ("GBK", "gb18030", "𠮷野家采购"),
        ("big5", "big5hkscs", "採購人：香港㗎水務署"),
        ("shift_jis", "cp932", "①発注者㈱髙橋"),
        ("euc-kr", "cp949", "발주자 똠방각하"),
        ("iso-8859-1", "cp1252", "Preis: 5 € – „netto“"),
        ("windows-1251", "cp1251", "Цена"),
        ("iso-2022-jp", "iso2022_jp", "発注者"),
    ],
)
def test_a_declared_label_is_widened(label: str, charset: str, text: str) -> None:
    decoded = decode(text.encode(charset), label)
    assert (decoded.text, decoded.is_certain) == (text, True)


@pytest.mark.parametrize("label", [None, "", "utf-7", "base64", "no such thing", "rot13", "utf-16"])
def test_a_label_that_lies_is_not_believed(label: str | None) -> None:
    assert decode(CHINESE.encode("utf-8"), label).text == CHINESE


@pytest.mark.parametrize("label", ["utf-7", "base64", "hex", "rot_13", "punycode", "no such thing", "\ud800"])
def test_what_is_no_character_set_has_no_codec(label: str) -> None:
    assert codec_name(label) is None


def test_lines_in_two_character_sets_are_both_read_and_flagged() -> None:
    decoded = decode("Łódź,6\n中标人,7\n".encode() + "München,5\n".encode("cp1252"))
    assert decoded.text == "Łódź,6\n中标人,7\nMünchen,5\n"
    assert not decoded.is_certain


def test_a_broken_byte_is_flagged_and_the_rest_stands() -> None:
    decoded = decode(CHINESE.encode("gb18030") * 50 + b"\xff" + CHINESE.encode("gb18030"), "gb2312")
    assert CHINESE in decoded.text
    assert "\ufffd" in decoded.text
    assert not decoded.is_certain
