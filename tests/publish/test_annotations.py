"""Annotations: valid by the W3C's model, and their selectors find the words again."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from tenderlight.publish.annotations import named_by_hash
from tests.publish.conftest import Made

TERMS = {
    *("@context", "id", "type", "partOf", "total", "startIndex", "items", "motivation", "body", "target", "value"),
    *("language", "format", "source", "selector", "canonical", "exact", "prefix", "suffix", "start", "end"),
    *("conformsTo", "refinedBy"),
}
"""Terms of http://www.w3.org/ns/anno.jsonld that are used; any other would be dropped by a reader of JSON-LD."""
TYPES = {
    *("AnnotationPage", "AnnotationCollection", "Annotation", "TextualBody", "SpecificResource", "Text", "Image"),
    *("TextQuoteSelector", "TextPositionSelector", "FragmentSelector", "XPathSelector"),
}
IRI = re.compile(r"(urn:[a-z0-9][a-z0-9-]{0,31}:\S+|ni:///sha-256;[A-Za-z0-9_-]{43}|[a-z]+/[0-9a-f-]+(\.png)?)")


def objects(value: object) -> Iterator[dict[str, object]]:
    if isinstance(value, dict):
        yield value
        for part in value.values():
            yield from objects(part)
    elif isinstance(value, list):
        for part in value:
            yield from objects(part)


def test_annotations_have_the_structure_of_the_model(made: Made) -> None:
    for one in (made.plain, made.redacted):
        page = json.loads((one.folder / "data" / "annotations.json").read_text("utf-8"))
        assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
        assert page["type"] == "AnnotationPage"
        assert page["partOf"]["total"] == len(page["items"]) == 8
        for each in objects(page):
            assert each.keys() <= TERMS, each
            assert each["type"] in TYPES
            assert "id" not in each or IRI.fullmatch(str(each["id"])), each["id"]
        assert len({item["id"] for item in page["items"]}) == 8
        for item in page["items"]:
            assert item["motivation"] == "describing"
            assert [body["language"] for body in item["body"]] == ["en", "zh-Hans"]
            assert item["target"]


def test_selectors_find_the_words_in_the_text_and_the_box_on_the_picture(made: Made) -> None:
    data = made.plain.folder / "data"
    page = json.loads((data / "annotations.json").read_text("utf-8"))
    claims = {claim["claim"]: claim for claim in json.loads((data / "claims.json").read_text("utf-8"))["claims"]}
    kinds = set()
    for item in page["items"]:
        quote = claims[item["id"].rpartition(":")[2]]["quotes"][0]
        text = json.loads((data / quote["page_file"]).read_text("utf-8"))["text"]
        words, position, place = item["target"][0]["selector"]
        assert text[position["start"] : position["end"]] == words["exact"]
        before = words.get("prefix", "")
        assert text[: position["start"]].endswith(before)
        assert text[position["end"] :].startswith(words.get("suffix", ""))
        assert place["refinedBy"] == position
        kinds.add((place["type"], place["value"].partition("=")[0]))
        source = item["target"][0]["source"]
        assert source["canonical"] == named_by_hash(quote["document"])
        assert (data / source["id"]).is_file()
        for picture in item["target"][1:]:
            assert (data / picture["source"]["id"]).is_file()
            for box in picture["selector"]:
                left, top, width, height = map(float, box["value"].removeprefix("xywh=percent:").split(","))
                assert 0 < left < left + width <= 100
                assert 0 < top < top + height <= 100
    assert kinds == {("FragmentSelector", "page"), ("FragmentSelector", "/tender/title")}


def test_a_sealed_original_is_named_by_its_hash_alone(made: Made) -> None:
    page = json.loads((made.redacted.folder / "data" / "annotations.json").read_text("utf-8"))
    for item in page["items"]:
        source = item["target"][0]["source"]
        assert source["id"] == source["canonical"]
