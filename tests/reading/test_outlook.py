"""Outlook messages: the same as mails, out of another container."""

from __future__ import annotations

import struct
from collections.abc import Mapping

from tenderlight.reading.mail.outlook import OutlookReader
from tenderlight.reading.mail.outlook_file import unpacked_rtf
from tests.reading.made_compound import Tree, compound
from tests.reading.made_files import codes, line_texts, members, only_page, pages, read_all
from tests.shared_data import shared_file

READER = OutlookReader()


def properties(head: int, fixed: Mapping[int, int]) -> bytes:
    entries = (struct.pack("<HHIQ", 3, key, 6, value) for key, value in fixed.items())
    return bytes(head) + b"".join(entries)


def wide(text: str) -> bytes:
    return text.encode("utf-16-le")


def message(tree: Tree, *, head: int = 32, fixed: Mapping[int, int] | None = None) -> Tree:
    return {"__properties_version1.0": properties(head, fixed or {}), **tree}


def test_a_real_message() -> None:
    page = only_page(read_all(READER, shared_file("data/documents/office/piste.msg").read_bytes()))
    assert "Subject: Ab auf die Piste!" in line_texts(page)
    assert "Date: Sun, 28 Nov 2010 23:42:18 +0100" in line_texts(page)
    assert "Günstig abheben!" in page.text


def test_headers_recipients_and_files() -> None:
    made = message(
        {
            "__substg1.0_0037001F": wide("开标通知"),
            "__substg1.0_0C1A001F": wide("采购办"),
            "__substg1.0_5D01001F": wide("a@b.example"),
            "__substg1.0_1000001F": wide("正文\r\n第二行"),
            "__recip_version1.0_#00000000": message({"__substg1.0_3001001F": wide("乙")}, head=8, fixed={0x0C15: 1}),
            "__recip_version1.0_#00000001": message({"__substg1.0_3001001F": wide("丙")}, head=8, fixed={0x0C15: 2}),
            "__attach_version1.0_#00000000": message(
                {"__substg1.0_3707001F": wide("报价表；1.xlsx"), "__substg1.0_37010102": b"PK" * 3000}, head=8
            ),
        },
        fixed={0x0039: 133_500_000_000_000_000},
    )
    items = read_all(READER, compound(made))
    assert line_texts(only_page(items)) == [
        "From: 采购办 <a@b.example>", "To: 乙", "Cc: 丙", "Date: 2024-01-17 21:20:00 UTC",
        "Subject: 开标通知", "正文", "第二行",
    ]  # fmt: skip
    assert members(items) == {"报价表；1.xlsx": b"PK" * 3000}
    assert codes(items) == []


def test_narrow_text_is_in_the_code_page_of_the_message() -> None:
    for number, codec in ((936, "gbk"), (950, "big5")):
        text = "採購辦公室通知書" if codec == "big5" else "采购办公室通知书"
        made = message({"__substg1.0_1000001E": text.encode(codec)}, fixed={0x3FFD: number})
        assert only_page(read_all(READER, compound(made))).text.strip() == text


def test_html_and_compressed_rich_text() -> None:
    html = message({"__substg1.0_10130102": "<p>采购人</p>".encode("gbk")}, fixed={0x3FDE: 936})
    assert line_texts(only_page(read_all(READER, compound(html)))) == ["采购人"]
    packed = struct.pack("<III", 0, 20, 0x414C454D) + bytes(4) + rb"{\rtf1 Hello\par}"
    rich = message({"__substg1.0_10090102": packed})
    assert line_texts(only_page(read_all(READER, compound(rich)))) == ["Hello"]


def test_the_example_of_the_specification_unpacks() -> None:
    # MS-OXRTFCP 4.1.1: https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxrtfcp
    packed = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
    )
    assert unpacked_rtf(packed, 1000) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
    crossing = bytes.fromhex("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0")
    assert unpacked_rtf(crossing, 1000) == b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"
    assert unpacked_rtf(b"x" * 40, 1000) is None


def test_messages_in_messages_are_further_pages() -> None:
    inner = message(
        {
            "__substg1.0_0037001F": wide("内"),
            "__substg1.0_1000001F": wide("inner text"),
            "__attach_version1.0_#00000000": message(
                {"__substg1.0_3707001F": wide("b.pdf"), "__substg1.0_37010102": b"%PDF-"}, head=8
            ),
        },
        head=24,
    )
    made = message(
        {
            "__substg1.0_1000001F": wide("outer text"),
            "__attach_version1.0_#00000000": message({"__substg1.0_3701000D": inner}, head=8),
        }
    )
    items = read_all(READER, compound(made))
    first, second = pages(items)
    assert (first.number, second.number) == (1, 2)
    assert line_texts(first) == ["outer text"]
    assert line_texts(second) == ["Subject: 内", "inner text"]
    assert members(items) == {"message 1/b.pdf": b"%PDF-"}


def test_a_message_cut_off_ends_as_a_problem_or_as_what_is_left() -> None:
    whole = compound(message({"__substg1.0_1000001F": wide("text " * 2000)}))
    for length in range(512, len(whole), 997):
        items = read_all(READER, whole[:length], media_type="application/vnd.ms-outlook")
        assert pages(items) or codes(items) == ["office-damaged"]
