"""What `find --json` prints: the format that others build on. Keys may be added, never renamed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tenderlight.cases import Case
from tenderlight.model.claim import ClaimStatus
from tenderlight.model.document import Page, Reading
from tenderlight.model.reader import OpenOriginal, ReadingLimits
from tenderlight.model.record import Record
from tenderlight.model.statement import Polarity, Stage, StatementKind
from tenderlight.pipeline.laying_out.converter import Installed, find_converter
from tenderlight.reading.layout.copied_words import folded
from tenderlight.reading.registry import reader_for
from tests.journeys.conftest import FoundCase

NOTHING = type(None)
CLAIM_KEYS: Mapping[str, type | tuple[type, ...]] = {
    "claim": str,
    "contract": str,
    "kind": str,
    "value": dict,
    "polarity": (str, NOTHING),
    "stage": (str, NOTHING),
    "rule": str,
    "rule_version": int,
    "confidence": (int, float, NOTHING),
    "against": list,
    "status": str,
    "quotes": list,
}
QUOTE_KEYS: Mapping[str, type | tuple[type, ...]] = {
    "document": str,
    "path": str,
    "page_number": (int, NOTHING),
    "start": int,
    "end": int,
    "text": str,
    "boxes": list,
}
EDGE_POINTS = 1.0
"""How far a letter may stand over the edge of its page."""

Object = dict[str, Any]


@pytest.fixture(scope="module")
def claims(example_case: FoundCase) -> list[Object]:
    return [json.loads(line) for line in example_case.lines]


def quotes(claims: list[Object]) -> Iterator[Object]:
    for claim in claims:
        yield from claim["quotes"]


def test_each_line_has_the_keys_of_a_claim(claims: list[Object]) -> None:
    for claim in claims:
        assert list(claim)[: len(CLAIM_KEYS)] == list(CLAIM_KEYS)
        assert_types(claim, CLAIM_KEYS)
        assert claim["kind"] in set(StatementKind)
        assert claim["polarity"] in {*Polarity, None}
        assert (claim["polarity"] is not None) == (claim["kind"] == "capability")
        assert claim["stage"] in {*Stage, None}
        assert claim["status"] in set(ClaimStatus)
        assert claim["confidence"] is None or 0 <= claim["confidence"] <= 1
        assert claim["quotes"]
        assert all(isinstance(sentence, str) and sentence for sentence in claim["against"])
    assert len({claim["claim"] for claim in claims}) == len(claims)


def test_each_quote_has_its_keys_and_one_place(claims: list[Object]) -> None:
    for quote in quotes(claims):
        assert_types(quote, QUOTE_KEYS)
        assert len(quote["document"]) == 64
        assert quote["path"].startswith("documents/")
        assert quote["page_number"] is not None or isinstance(quote["pointer"], str)
        assert quote["end"] - quote["start"] == len(quote["text"]) > 0


def assert_types(found: Object, keys: Mapping[str, type | tuple[type, ...]]) -> None:
    for key, kind in keys.items():
        assert isinstance(found[key], kind), key
        assert not isinstance(found[key], bool), key


def test_the_words_of_each_quote_stand_where_it_says(claims: list[Object], example_case: FoundCase) -> None:
    load = loader(example_case.folder)
    for quote in quotes(claims):
        reading, start, end = load(quote["document"]), quote["start"], quote["end"]
        if quote["page_number"] is not None:
            text = page_of(reading, quote["page_number"]).text
            assert text[start:end] == quote["text"]
            assert text[:start].endswith(quote["before"])
            assert text[end:].startswith(quote["after"])
        else:
            assert any(says(record, quote) for record in reading.records), quote


def says(record: Record, quote: Object) -> bool:
    """Whether a record has the words at the pointer, in a free text or in the anchor of a statement."""
    place = quote["pointer"]
    texts = [field.text for field in record.fields if field.pointer == place]
    anchors = [anchor for one in record.statements for anchor in one.anchors if anchor.pointer == place]
    return any(text[quote["start"] : quote["end"]] == quote["text"] for text in texts) or any(
        (anchor.start, anchor.end, anchor.text) == (quote["start"], quote["end"], quote["text"]) for anchor in anchors
    )


def test_the_boxes_of_each_quote_lie_on_its_page_and_on_its_words(
    claims: list[Object], example_case: FoundCase
) -> None:
    load = loader(example_case.folder)
    of_pdf = 0
    for quote in quotes(claims):
        page = None if quote["page_number"] is None else page_of(load(quote["document"]), quote["page_number"])
        if page is None or page.width is None or page.height is None:
            assert quote["boxes"] == [] or quote["layout"] is not None
            continue
        of_pdf += 1
        assert quote["boxes"], "a quote of a page with a size has a place on it"
        touched = [word.box for word in page.words if word.start < quote["end"] and word.end > quote["start"]]
        for left, top, right, bottom in quote["boxes"]:
            assert -EDGE_POINTS <= left < right <= page.width + EDGE_POINTS
            assert -EDGE_POINTS <= top < bottom <= page.height + EDGE_POINTS
        for box in touched:
            middle = (box.top + box.bottom) / 2
            assert any(b[1] <= middle <= b[3] and b[0] < box.right and b[2] > box.left for b in quote["boxes"]), quote
    assert of_pdf > 100


def test_the_boxes_of_a_quote_without_pages_lie_on_its_words_on_the_laid_out_pages(
    claims: list[Object], example_case: FoundCase
) -> None:
    laid_out = [quote for quote in quotes(claims) if quote["layout"] is not None]
    if not laid_out and not isinstance(find_converter(), Installed):
        pytest.skip("no converter here")
    load = layout_loader(example_case.folder)
    assert len(laid_out) > 50
    for quote in laid_out:
        pages = load(quote["layout"])
        inside = []
        for number, (left, top, right, bottom) in zip(quote["layout_pages"], quote["boxes"], strict=True):
            page = pages[number - 1]
            assert -EDGE_POINTS <= left < right <= page.width + EDGE_POINTS
            inside += [
                page.text[word.start : word.end]
                for word in page.words
                if word.box.left < right - EDGE_POINTS
                and word.box.right > left + EDGE_POINTS
                and top <= (word.box.top + word.box.bottom) / 2 <= bottom
            ]
        assert folded(quote["text"]) in folded("".join(inside)), quote


def layout_loader(folder: Path) -> Any:
    """Return a function that reads the pages of a laid-out PDF, once each."""

    @cache
    def load(sha256: str) -> list[Page]:
        with Case.open(folder) as case, case.layouts.open(sha256) as pdf:
            content = pdf.read()
        reader = reader_for("application/pdf")
        assert reader is not None
        items = reader.read(OpenOriginal(content=content, media_type="application/pdf"), ReadingLimits())
        return [item for item in items if isinstance(item, Page)]

    return load


def loader(folder: Path) -> Any:
    """Return a function that loads the stored reading of a document, once each."""

    @cache
    def load(document: str) -> Reading:
        with Case.open(folder) as case:
            reading = case.load_reading(document)
        assert reading is not None
        return reading

    return load


def page_of(reading: Reading, number: int) -> Page:
    return next(page for page in reading.pages if page.number == number)
