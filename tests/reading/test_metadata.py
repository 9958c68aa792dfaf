"""What files say of themselves: by format, as written; and what hostile files say, which is left out."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenderlight.model.metadata import LONGEST_VALUE, MOST_PROPERTIES, FileMetadata, PropertyKind
from tenderlight.model.reader import OpenOriginal, PageRange, ReadingLimits
from tenderlight.pipeline.steps import read_original
from tenderlight.reading import formats
from tenderlight.reading.metadata.collecting import Properties
from tenderlight.reading.metadata.file_metadata import metadata_of
from tenderlight.reading.metadata.moments import moment_of
from tests.linking.made_bids import SAME_ID, Said, excel_file, office, pdf, pdf_file, word_file
from tests.reading.made_compound import compound
from tests.reading.made_files import docx, odt, paragraph, zip_of
from tests.reading.made_pdfs import MadePage, made_pdf, show, updated

PDF = "application/pdf"
XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:stEvt="http://ns.adobe.com/xap/1.0/sType/ResourceEvent#"
xmp:CreateDate="2024-05-15T10:12:03+01:00" xmpMM:DocumentID="uuid:aa-11"><dc:creator><rdf:Seq>
<rdf:li>Nora Fenwick</rdf:li>
<rdf:li>Second</rdf:li></rdf:Seq></dc:creator><xmp:CreatorTool>Writer 7</xmp:CreatorTool><xmpMM:History><rdf:Seq>
<rdf:li><rdf:Description xmp:CreatorTool="Another 3"/></rdf:li></rdf:Seq></xmpMM:History></rdf:Description></rdf:RDF>
</x:xmpmeta><?xpacket end="w"?>"""


def said(content: bytes, media_type: str) -> dict[str, tuple[str, str]]:
    """Return kind and value by place."""
    found = metadata_of(content, media_type)
    return {one.place: (one.kind.value, one.value) for one in found.properties} if found else {}


def test_a_pdf_says_it_in_its_dictionary_and_identifier() -> None:
    made = pdf_file("Bid", Said(author="Нора Фенвик", company="Oak Ltd", created="D:20240515101203+01'00'",
                                modified="D:20240516", program="Maker 7.1", document_id=SAME_ID))  # fmt: skip
    found = said(made, PDF)
    assert found["Info/Author"] == ("author", "Нора Фенвик")
    assert found["Info/Company"] == ("company", "Oak Ltd")
    assert found["Info/CreationDate"] == ("created", "D:20240515101203+01'00'")
    assert found["Info/Producer"] == ("producer", "Maker 7.1")
    assert found["ID/1"] == ("document_id", SAME_ID)
    assert "Info/ModDate" not in found  # a day without an hour is no time


def with_xmp(xmp: bytes, *, is_packed: bool = False) -> bytes:
    filtered = b"/Filter /FlateDecode" if is_packed else b""
    held = b"<< /Type /Metadata /Subtype /XML /Length %d %s >>\nstream\n%s\nendstream" % (len(xmp), filtered, xmp)
    catalog = b"<< /Type /Catalog /Pages 2 0 R /Metadata 90 0 R >>"
    return updated(made_pdf(MadePage(content=show(9, 9, "x"))), {1: catalog, 90: held})


@pytest.mark.parametrize("made", [with_xmp(XMP.encode()), with_xmp(zlib.compress(XMP.encode()), is_packed=True)])
def test_a_pdf_says_it_in_xmp_of_itself_and_not_of_what_it_was_made_of(made: bytes) -> None:
    found = {place: value for place, value in said(made, PDF).items() if "XMP" in place}
    assert found == {
        "XMP/creator": ("author", "Nora Fenwick"),
        "XMP/CreatorTool": ("program", "Writer 7"),
        "XMP/CreateDate": ("created", "2024-05-15T10:12:03+01:00"),
        "XMP/DocumentID": ("document_id", "uuid:aa-11"),
    }


def test_word_and_excel_files_say_it_in_their_parts() -> None:
    whole = Said(author="周文彬", last="user7", company="云岭咨询有限公司", created="2024-03-10T02:30:00Z",
                 program="WPS 文字", more={"cp:revision": "14", "dc:title": "标书"})  # fmt: skip
    for media_type, content in ((formats.DOCX, word_file("投标文件", whole)), (formats.XLSX, excel_file("x", whole))):
        assert said(content, media_type) == {
            "docProps/core.xml/creator": ("author", "周文彬"),
            "docProps/core.xml/lastModifiedBy": ("last_modified_by", "user7"),
            "docProps/core.xml/created": ("created", "2024-03-10T02:30:00Z"),
            "docProps/core.xml/revision": ("revision", "14"),
            "docProps/core.xml/title": ("title", "标书"),
            "docProps/app.xml/Company": ("company", "云岭咨询有限公司"),
            "docProps/app.xml/Application": ("program", "WPS 文字"),
        }


def test_an_opendocument_file_says_it_in_its_meta_part() -> None:
    meta = (
        '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:xlink="http://www.w3.org/1999/xlink"><office:meta><meta:initial-creator>Nora</meta:initial-creator><dc:creator>Ivo</dc:creator>'
        "<meta:creation-date>2024-05-15T10:12:03.123456789</meta:creation-date>"
        "<meta:editing-cycles>3</meta:editing-cycles>"
        '<meta:template xlink:title="Bid form 4"/><meta:user-defined meta:name="Company">Oak Ltd</meta:user-defined>'
        "</office:meta></office:document-meta>"
    )
    held = io.BytesIO(odt("<text:p>Offer</text:p>"))
    with zipfile.ZipFile(held, "a") as package:
        package.writestr("meta.xml", meta)
    assert said(held.getvalue(), formats.ODT) == {
        "meta.xml/initial-creator": ("author", "Nora"),
        "meta.xml/creator": ("last_modified_by", "Ivo"),
        "meta.xml/creation-date": ("created", "2024-05-15T10:12:03.123456789"),
        "meta.xml/editing-cycles": ("revision", "3"),
        "meta.xml/template": ("template", "Bid form 4"),
        "meta.xml/user-defined/Company": ("company", "Oak Ltd"),
    }


def test_a_rich_text_file_says_it_in_its_info_group() -> None:
    made = (
        rb"{\rtf1\ansi\ansicpg1251{\*\generator Writer 3;}{\info{\title Bid \{1\}}"
        rb"{\author \'ce\'eb\'fc\'e3\'e0 \u1071?}"
        rb"{\operator Ivo}{\*\company Oak Ltd}{\creatim\yr2024\mo5\dy15\hr10\min12\sec3}"
        rb"{\revtim\yr2024\mo13\dy1}{\version6}{\edmins44}}{\author Not of it}\pard Offer\par}"
    )
    assert said(made, formats.RTF) == {
        "generator": ("program", "Writer 3"),
        "info/title": ("title", "Bid {1}"),
        "info/author": ("author", "Ольга Я"),
        "info/operator": ("last_modified_by", "Ivo"),
        "info/company": ("company", "Oak Ltd"),
        "info/creatim": ("created", "2024-05-15T10:12:03"),
        "info/version": ("revision", "6"),
        "info/edmins": ("editing_time", "44"),
    }


def property_set(values: dict[int, bytes]) -> bytes:
    places, body = b"", b""
    start = 8 + 8 * len(values)
    for number, value in values.items():
        places += struct.pack("<II", number, start + len(body))
        body += value.ljust(-(-len(value) // 4) * 4, b"\0")
    head = struct.pack("<HHI16sI16sI", 0xFFFE, 0, 0, b"", 1, b"", 48)
    return head + struct.pack("<II", start + len(body), len(values)) + places + body


def narrow(text: str, codec: str) -> bytes:
    written = text.encode(codec) + b"\0"
    return struct.pack("<II", 30, len(written)) + written


def time_of(seconds: int) -> bytes:
    return struct.pack("<IQ", 64, (11_644_473_600 + seconds) * 10_000_000)


def old_word(summary: bytes, document: bytes = b"") -> bytes:
    return compound(
        {"WordDocument": b"x", "\x05SummaryInformation": summary, "\x05DocumentSummaryInformation": document}
    )


def test_an_old_office_file_says_it_in_its_summary() -> None:
    summary = {
        1: struct.pack("<IH", 2, 936),
        4: narrow("周文彬", "gbk"),
        8: struct.pack("<II", 31, 4) + "Ivo\0".encode("utf-16-le"),
        10: struct.pack("<IQ", 64, 44 * 600_000_000),
        12: time_of(1_715_760_723),
        13: time_of(-(10**10)),
    }
    document = {1: struct.pack("<IH", 2, 1251), 15: narrow("ООО «Ольха»", "cp1251")}
    assert said(old_word(property_set(summary), property_set(document)), formats.DOC) == {
        "SummaryInformation/4": ("author", "周文彬"),
        "SummaryInformation/8": ("last_modified_by", "Ivo"),
        "SummaryInformation/10": ("editing_time", "44"),
        "SummaryInformation/12": ("created", "2024-05-15T08:12:03Z"),
        "DocumentSummaryInformation/15": ("company", "ООО «Ольха»"),
    }


BOMB = zlib.compress(XMP.encode() + b" " * 40_000_000)
ENDLESS = struct.pack("<HHI16sI16sIII", 0xFFFE, 0, 0, b"", 1, b"", 48, 9, 2**32 - 1)
HOSTILE = {
    "megabytes": (PDF, pdf_file("x", Said(author="a" * 3_000_000))),
    "control characters": (PDF, pdf_file("x", Said(author="Nora\x1b[31m", company="Oak\nLtd"))),
    "false times": (PDF, pdf_file("x", Said(created="D:20241399999999", modified="yesterday"))),
    "a year of no computer": (PDF, pdf_file("x", Said(created="D:00010101000000Z", modified="D:99991231235959Z"))),
    "xmp with entities": (PDF, with_xmp(b'<!DOCTYPE x [<!ENTITY a "b">]>' + XMP.encode())),
    "packed xmp of megabytes": (PDF, with_xmp(BOMB, is_packed=True)),
    "packed xmp that is not packed": (PDF, with_xmp(XMP.encode(), is_packed=True)),
    "xmp that is no xml": (PDF, with_xmp(b"<x" * 1000)),
    "long core part": (formats.DOCX, word_file("x", Said(author="b" * 100_000, created="2024-02-31T00:00:00Z"))),
    "core part with entities": (
        formats.DOCX,
        zip_of({"docProps/core.xml": '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'}),
    ),
    "core part that is no xml": (formats.DOCX, zip_of({"docProps/core.xml": b"\xff\xfe<<<"})),
    "core part that unpacks to megabytes": (formats.DOCX, zip_of({"docProps/core.xml": b"<a>" + b" " * 9_000_000})),
    "no zip": (formats.DOCX, b"PK\3\4 and no more"),
    "no compound file": (formats.DOC, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 100),
    "counts without end": (formats.DOC, old_word(ENDLESS)),
    "lengths without end": (
        formats.DOC,
        old_word(property_set({4: struct.pack("<II", 30, 2**32 - 1), 8: b"\x1f\0\0\0"})),
    ),
    "a group without end": (formats.RTF, rb"{\rtf1{\info{\author " + b"{" * 200_000),
    "numbers without sense": (formats.RTF, rb"{\rtf1{\info{\creatim\yr-9999999999\mo99\dy0}{\author \u-1? \u55357?}}}"),
    "no pdf": (PDF, b"%PDF-1.7 and no more"),
    "no format that is known": ("text/html", b"<meta name=author content=Nora>"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_hostile_files_say_is_left_out(name: str) -> None:
    media_type, content = HOSTILE[name]
    kept = {kind for kind, _ in said(content, media_type).values()}
    assert kept <= {"document_id", "instance_id", "producer"}


@given(st.lists(st.tuples(st.sampled_from(PropertyKind), st.text(max_size=9), st.text(max_size=2_100)), max_size=90))
def test_whatever_is_added_what_is_kept_is_bounded_text(added: list[tuple[PropertyKind, str, str]]) -> None:
    properties = Properties()
    for kind, place, value in added:
        properties.add(kind, place, value)
    found = properties.metadata()
    kept = () if found is None else found.properties
    assert len(kept) <= MOST_PROPERTIES
    assert all(0 < len(one.value) <= LONGEST_VALUE and one.value == one.value.strip() for one in kept)
    assert all(one.value.isprintable() or not one.value.isascii() for one in kept)
    assert len({one.place for one in kept}) == len(kept)


@given(st.binary(max_size=400), st.sampled_from([PDF, formats.DOCX, formats.ODT, formats.RTF, formats.DOC]))
def test_no_bytes_break_it(noise: bytes, media_type: str) -> None:
    starts = {
        PDF: b"%PDF-1.4\n",
        formats.RTF: rb"{\rtf1{\info{\author ",
        formats.DOC: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    }
    metadata_of(starts.get(media_type, b"PK\3\4") + noise, media_type)


@given(st.binary(min_size=1, max_size=600))
def test_no_property_set_breaks_it(noise: bytes) -> None:
    metadata_of(old_word(property_set({4: noise}), noise), formats.DOC)


@pytest.mark.parametrize(
    ("written", "minute"),
    [
        ("D:20240515101203+01'00'", "202405150912Z"),
        ("D:20240515101203+01'00", "202405150912Z"),
        ("D:20240515101203Z00'00'", "202405151012Z"),
        ("20240515101203", "202405151012"),
        ("D:202405151012", "202405151012"),
        ("2024-05-15T10:12:03-0330", "202405151342Z"),
        ("2024-05-15 10:12", "202405151012"),
        ("2024-05-15T23:30:00-08:00", "202405160730Z"),
        ("2024-05-15", None),
        ("2024-02-30T10:00:00Z", None),
        ("D:20240515256100", None),
        ("D:20240515101203+99'99'", None),
        ("١٢٣٤-05-15T10:00", None),
        ("1601-01-01T00:00:00Z", None),
    ],
)
def test_times_are_read_as_they_are_written(written: str, minute: str | None) -> None:
    found = moment_of(written)
    assert (None if found is None else found.minute) == minute


def test_a_reading_begins_with_it_and_a_later_part_has_none() -> None:
    made = pdf(made_pdf(*(MadePage(content=show(9, 9, f"Page {at}")) for at in range(3))), Said(author="Nora Fenwick"))
    whole = list(read_original(OpenOriginal(content=made), ReadingLimits()))
    assert [type(item).__name__ for item in whole[:3]] == ["ReadingHead", "FileMetadata", "PageCount"]
    later = OpenOriginal(content=made, part=PageRange(first=2, last=3))
    assert not any(isinstance(item, FileMetadata) for item in read_original(later, ReadingLimits()))


def test_a_damaged_part_of_properties_is_told_as_before() -> None:
    whole = office(docx(paragraph("Offer")), Said(author="Nora Fenwick"))
    damaged = whole.replace(b"docProps/core.xml", b"docProps/cora.xml", 1)  # the name beside the content only
    items = list(read_original(OpenOriginal(content=damaged), ReadingLimits()))
    assert any(getattr(item, "code", "") == "office-part-damaged" for item in items)
