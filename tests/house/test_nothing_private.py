"""Nothing in the tree tells of a machine it was made on, or of a private person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tenderlight.languages.normalise import fold_text
from tenderlight.model.document import Page
from tenderlight.model.reader import Item, MemberPart, OpenOriginal, ReadingLimits
from tenderlight.model.record import Record
from tenderlight.pipeline.steps import read_original
from tests.house.tree import ROOT, files_of_the_tree, name_of, text_of

FILES = [path for path in files_of_the_tree() if text_of(path) is not None]
HOMES = re.compile(r"(?<![\w.:/~-])/(?:home|root|Users|work|mnt|srv|private|var/folders)/[\w.-]")
TEMPORARY = re.compile(r"(?<![\w.:/~-])/(?:tmp|var/tmp)/[\w.-]")
MAY_NAME_TEMPORARY_PLACES = {"tests/cage/escapes.py"}
"""Tries to write there, from inside the cage."""
PRIVATE_REGISTRIES = re.compile(r"index-url|trusted-host|find-links|/simple/|://(?:localhost|127\.|10\.|192\.168\.)")

DOCUMENTS = sorted((ROOT / "examples" / "lanshui-county" / "documents").iterdir())
IDENTITY_CARD = re.compile(
    r"(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])"
)
"""GB 11643: six digits of a place, a date of birth, three digits, a check digit."""
MOBILE_PHONE = re.compile(r"(?<![\d.])1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)")
LANDLINE = re.compile(r"(?<!\d)0\d{2,3}[- ]\d{7,8}(?!\d)|\+\d{1,3}[ -]?\(?\d{2,4}\)?[ -]?\d{3,4}[ -]?\d{3,4}")
MAIL = re.compile(r"[\w.+-]+@(?!example\.|[\w-]+\.example\b)[\w-]+\.[a-z]{2,}")


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    for path in FILES:
        text = text_of(path) or ""
        assert not HOMES.findall(text), name_of(path)
        if name_of(path) not in MAY_NAME_TEMPORARY_PLACES:
            assert not TEMPORARY.findall(text), name_of(path)


def test_nothing_is_fetched_from_a_private_registry() -> None:
    for path in FILES:
        if not name_of(path).startswith("tests/"):
            assert not PRIVATE_REGISTRIES.findall(text_of(path) or ""), name_of(path)


def test_the_patterns_find_what_they_are_for() -> None:
    made = "/ho" + "me/anna/x", "/tm" + "p/x1", "11010519491231002X", "138 0000 0000", "0898-12345678", "a.b@c-d.org"
    for pattern, text in zip((HOMES, TEMPORARY, IDENTITY_CARD, MOBILE_PHONE, LANDLINE, MAIL), made, strict=True):
        assert pattern.search(f"“{text}”"), text
    assert not MAIL.search("someone@example.org")
    assert not IDENTITY_CARD.search("SHA-256 5fc83de82a021f8c57cf4749977bbb2caaf2b32554048a63d83b0adddec3422e")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_no_example_document_holds_what_could_reach_or_name_a_person(document: Path) -> None:
    text = fold_text("\n".join(texts_of(document.read_bytes(), document.name)))
    if "扫描件" not in document.name:
        assert len(text) > 200
    for pattern in (IDENTITY_CARD, MOBILE_PHONE, LANDLINE, MAIL):
        assert pattern.findall(text) == []


def texts_of(content: bytes, name: str) -> Iterator[str]:
    """Yield every text that readers see in a file, and in the files in it."""
    parts: list[bytes] = []
    for item in read_original(OpenOriginal(content=content, untrusted_name=name), ReadingLimits()):
        if isinstance(item, MemberPart):
            parts.append(item.content)
            if item.is_last:
                yield from texts_of(b"".join(parts), item.untrusted_path)
                parts.clear()
        elif not hasattr(item, "reader"):
            yield from _texts(item)


def _texts(item: Item) -> Iterator[str]:
    if isinstance(item, Page):
        yield item.text
    elif isinstance(item, Record):
        yield from (field.text for field in item.fields)
        yield from (anchor.text for statement in item.statements for anchor in statement.anchors)


def test_no_page_or_source_text_holds_what_could_reach_or_name_a_person() -> None:
    for path in FILES:
        if name_of(path).split("/")[0] in {"examples", "docs", "vocabulary"}:
            text = text_of(path) or ""
            for pattern in (IDENTITY_CARD, MOBILE_PHONE, LANDLINE, MAIL):
                assert pattern.findall(text) == [], name_of(path)
