from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tenderlight.model.reader import ReadingLimits
from tenderlight.sources.xml_text import (
    attribute,
    child,
    entity_references,
    local_name,
    namespaces,
    open_xml,
    parse_xml,
    pointer_to,
    root_name,
    text_at,
    text_of,
    written,
)

TED = "http://publications.europa.eu/resource/schema/ted/R2.0.9/publication"
DOCUMENT = f"""<?xml version="1.0" encoding="UTF-8"?>
<TED_EXPORT xmlns="{TED}" xmlns:n="http://publications.europa.eu/resource/schema/ted/2016/nuts">
  <!-- a comment -->
  <FORM><P>one</P><P>two<FT TYPE="SUP">3</FT></P></FORM>
  <FORM LG="EN"> text <n:NUTS CODE="ES300"/></FORM>
  <other xmlns="urn:x">far</other>
</TED_EXPORT>""".encode()


def root() -> etree._Element:
    found = parse_xml(DOCUMENT, ReadingLimits())
    assert not isinstance(found, str)
    return found


def test_every_element_is_found_again_by_its_pointer() -> None:
    tree = root()
    prefixes = namespaces(tree)
    for element in tree.iter():
        assert tree.xpath(pointer_to(element), namespaces=prefixes) == [element]


@pytest.mark.parametrize(
    ("pointer", "text"),
    [
        ("/*/ted:FORM[1]", "one\ntwo3"),
        ("/*/ted:FORM[1]/ted:P[2]", "two3"),
        ("/*/ted:FORM[2]/@LG", "EN"),
        ("/*/ted:FORM[2]/nuts:NUTS/@CODE", "ES300"),
        ("/*/*[local-name()='other']", "far"),
        ("local-name(/*/ted:FORM[2]/nuts:NUTS)", "NUTS"),
        ("/*/ted:FORM[3]", None),
        ("/*/ted:FORM", None),
        ("not a path [", None),
        ("count(/*)", None),
    ],
)
def test_text_at_a_pointer(pointer: str, text: str | None) -> None:
    tree = root()
    found = text_at(tree, pointer, namespaces(tree))
    assert found == text if pointer != "count(/*)" else found in (None, "1.0")


def test_written_has_place_and_words() -> None:
    second = root()[1]
    assert written(second) is not None
    assert attribute(second, "LG") is not None
    assert attribute(second, "XX") is None
    assert written(child(root(), "FORM", "NOTHING")) is None


def test_comments_are_no_text() -> None:
    found = parse_xml(b"<a>x<!-- hidden -->y</a>", ReadingLimits())
    assert not isinstance(found, str)
    assert text_of(found) == "xy"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-2"])
def test_the_encoding_declared_is_used(encoding: str) -> None:
    found = parse_xml(f'<?xml version="1.0" encoding="{encoding}"?><a>Łódź é</a>'.encode(encoding), ReadingLimits())
    assert not isinstance(found, str)
    assert text_of(found) == "Łódź é"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "xml-damaged"),
        (b"<a><b></a>", "xml-damaged"),
        (b"<a>&undefined;</a>", "xml-damaged"),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>', "xml-dtd"),
        (b'<!DOCTYPE a [<!ENTITY % x "y">]><a/>', "xml-dtd"),
        (b'<!DOCTYPE a [<!ENTITY x "y">]><a b="&x;"/>', "xml-dtd"),
        (b'<!DOCTYPE a [<!ATTLIST a b CDATA "y">]><a/>', "xml-dtd"),
        (b'<!DOCTYPE a SYSTEM "file:///etc/hostname"><a/>', "xml-dtd"),
        ('<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a SYSTEM "x"><a/>'.encode("utf-16"), "xml-dtd"),
        (b"<a>" * 300 + b"</a>" * 300, "xml-too-deep"),
        (b"<a>" * 5000 + b"</a>" * 5000, "xml-too-deep"),
    ],
)
def test_what_is_refused(content: bytes, code: str) -> None:
    assert parse_xml(content, ReadingLimits()) == code


def test_a_hostile_beginning_is_gone_through_once() -> None:
    started = time.perf_counter()
    assert root_name(b"<!-- ><!-- x -->" * 4000) == ("", "")
    assert time.perf_counter() - started < 5


def test_words_about_document_types_are_only_words() -> None:
    assert not isinstance(parse_xml(b"<a>a <![CDATA[<!DOCTYPE html>]]> page</a>", ReadingLimits()), str)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"<TED_EXPORT xmlns='urn:t'/>", ("urn:t", "TED_EXPORT")),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- > a -->\n<x:Notice a="1>2" xmlns:x="urn:u">', ("urn:u", "Notice")),
        ('<?xml version="1.0" encoding="utf-16"?><a/>'.encode("utf-16"), ("", "a")),
        (b"plain text", ("", "")),
        (b'{"a": "<b>"}', ("", "")),
    ],
)
def test_root_name(content: bytes, name: tuple[str, str]) -> None:
    assert root_name(content) == name


def test_values_that_stand_for_declared_texts_are_absent_and_the_rest_is_there() -> None:
    content = b'<!DOCTYPE a [<!ENTITY x "yes">]><a><b>one &x; two<c>three</c>four</b><d>A &amp; B</d></a>'
    root = parse_xml(content, ReadingLimits())
    assert not isinstance(root, str)
    assert written(child(root, "b", "c")) is not None
    texts = [written(child(root, name)) for name in ("b", "d")]
    assert [text.text for text in texts if text is not None] == ["three", "A & B"]
    assert entity_references(content) == 1
    assert entity_references(b"<a>A &amp; B</a>") == 0


def test_entities_that_grow_are_never_put_in() -> None:
    declared = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))
    content = f'<!DOCTYPE a [<!ENTITY l0 "lol">{declared}]><a>&l8;</a>'.encode()
    root = parse_xml(content, ReadingLimits())
    assert root == "xml-damaged" or (not isinstance(root, str) and not text_of(root))


@pytest.mark.parametrize(
    ("content", "whole", "unfinished"),
    [
        ("<a><b>1</b><b>2</b><b>thr", "<a><b>1</b><b>2</b></a>", ["a"]),
        ("<a><b>1</b><b>2</b></a", "<a><b>1</b><b>2</b></a>", ["a"]),
        ("<a><b>1</b><c><d>2</d><d", "<a><b>1</b><c><d>2</d></c></a>", ["a", "c"]),
        ("<a><b>1</b><c>mixed <d>2</d> text", "<a><b>1</b></a>", ["a"]),
        ("<a><b>1</b>\n<c><d><e>", "<a><b>1</b></a>", ["a"]),
        ("<a><b>1</b><b>2 & 3</b><b>4</b></a>", "<a><b>1</b></a>", ["a"]),
        ("<a><b>1</b></c></a>", "<a><b>1</b></a>", ["a"]),
    ],
)
def test_of_a_file_that_is_cut_off_what_ended_before_is_there(content: str, whole: str, unfinished: list[str]) -> None:
    found = open_xml(content.encode(), ReadingLimits())
    assert not isinstance(found, str)
    assert etree.tostring(found.root).decode().replace("\n", "") == whole
    assert [element.tag for element in found.unfinished] == unfinished
    assert found.is_unfinished(found.root)
    assert not found.is_unfinished(found.root[0])
    [told] = found.problems("x")
    assert told.code == "xml-cut-short"
    assert f"Line {content.count(chr(10)) + 1}." in told.message


def test_a_whole_file_is_not_called_cut_off() -> None:
    found = open_xml(DOCUMENT, ReadingLimits())
    assert not isinstance(found, str)
    assert (found.unfinished, list(found.problems("x"))) == ((), [])


@given(st.integers(min_value=0, max_value=len(DOCUMENT) - 1))
def test_wherever_a_file_is_cut_off_its_values_are_those_of_the_whole(length: int) -> None:
    found = open_xml(DOCUMENT[:length], ReadingLimits())
    if isinstance(found, str):
        assert found == "xml-damaged"
        return
    values = {(local_name(element), text_of(element)) for element in root().iter()}
    whole = [element for element in found.root.iter() if not found.is_unfinished(element)]
    assert whole
    assert {(local_name(element), text_of(element)) for element in whole} <= values


def test_a_large_file_that_is_cut_off_is_read_up_to_the_cut() -> None:
    content = b"<a>" + b"<b><c>value</c></b>" * 100_000
    found = open_xml(content + b"<b><c>val", ReadingLimits())
    assert not isinstance(found, str)
    assert len(found.root) == 100_000
