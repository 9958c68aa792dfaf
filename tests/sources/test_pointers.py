from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from tenderlight.model.reader import OpenOriginal, ReadingLimits
from tenderlight.model.record import Record
from tenderlight.sources.pointers import texts_of
from tenderlight.sources.recognise import reader_for
from tests.shared_data import shared_file
from tests.sources import eforms, ted

FOLDERS = {
    "ocds-publishers": 7,  # every n-th file of the folder
    "ocds-uk": 1,
    "ocds-fixtures": 1,
    "ted-standard-forms": 9,
    "ted-eforms": 5,
}
MEDIA_TYPES = {
    ".json": "application/json",
    ".jsonl": "application/x-ndjson",
    ".gz": "application/gzip",
    ".xml": "application/xml",
}


def assert_every_quote_is_found_again(content: bytes, media_type: str) -> int:
    reader = reader_for(media_type, content)
    if reader is None:
        return 0
    text_at = texts_of(content)
    quotes = 0
    for item in reader.read(OpenOriginal(content=content), ReadingLimits()):
        if not isinstance(item, Record):
            continue
        for anchor in [anchor for statement in item.statements for anchor in statement.anchors]:
            assert anchor.pointer is not None
            found = text_at(anchor.pointer)
            assert found is not None, anchor
            assert found[anchor.start : anchor.end] == anchor.text
            quotes += 1
        for field in item.fields:
            assert text_at(field.pointer) == field.text
            quotes += 1
    return quotes


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_quote_of_real_files_is_found_again(folder: str) -> None:
    paths = sorted(path for path in shared_file(f"data/{folder}").rglob("*") if path.suffix in MEDIA_TYPES)
    quotes = 0
    for path in paths[:: FOLDERS[folder]]:
        quotes += assert_every_quote_is_found_again(path.read_bytes(), MEDIA_TYPES[path.suffix])
    assert quotes > 300


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_encodings_and_gzip_make_no_difference(encoding: str) -> None:
    text = '[{"ocid": "é", "tender": {"title": " Caméra\\n", "value": {"amount": 1.50, "currency": "EUR"}}},]'
    for content in (text.encode(encoding), gzip.compress(text.encode(encoding))):
        text_at = texts_of(content)
        assert text_at("/0/tender/title") == " Caméra\n"
        assert text_at("/0/tender/value/amount") == "1.50"


@pytest.mark.parametrize("pointer", ["", "/", "/0", "/9", "/0/tender", "/0/tender/title/x", "/-1", "/x", "no pointer"])
def test_a_pointer_to_no_text_gives_none(pointer: str) -> None:
    assert texts_of(b'[{"ocid": "a", "tender": {"title": "x"}}]')(pointer) is None


def test_xml_with_a_mark_and_refused_xml() -> None:
    marked = b"\xef\xbb\xbf" + ted.notice("F02", ted.body())
    assert texts_of(marked)("/*/ted:FORM_SECTION/ted:F02_2014/@FORM") == "F02"
    assert texts_of(b'<!DOCTYPE a SYSTEM "b"><a>c</a>')("/*") is None
    assert texts_of(eforms.notice())("/*/cbc:ContractFolderID") == "p-1"


def test_every_file_ends_as_notices_or_as_a_problem() -> None:
    paths: list[Path] = []
    for folder in FOLDERS:
        paths += [path for path in shared_file(f"data/{folder}").rglob("*") if path.suffix in MEDIA_TYPES]
    for path in paths:
        content = path.read_bytes()
        reader = reader_for(MEDIA_TYPES[path.suffix], content)
        if reader is None:
            assert not content, path  # two files of no bytes are known to be there
            continue
        items = list(reader.read(OpenOriginal(content=content), ReadingLimits()))
        assert any(isinstance(item, Record) or hasattr(item, "code") for item in items), path
