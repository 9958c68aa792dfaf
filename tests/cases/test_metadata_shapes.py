"""What files say of themselves, stored: the same when read back; what no reader sends is refused; old readings load."""

from __future__ import annotations

import gzip
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenderlight.cases.encoding import Undecodable, check_item, decode_item, decode_reading, encode_item, encode_reading
from tenderlight.cases.reading_texts import metadata_of
from tenderlight.errors import CaseDamaged
from tenderlight.model.document import Page, Reading
from tenderlight.model.metadata import (
    LONGEST_PLACE,
    LONGEST_VALUE,
    MOST_PROPERTIES,
    FileMetadata,
    Property,
    PropertyKind,
)

PROPERTIES = st.builds(
    Property,
    kind=st.sampled_from(PropertyKind),
    place=st.text(min_size=1, max_size=LONGEST_PLACE),
    value=st.text(min_size=1, max_size=LONGEST_VALUE),
)
READING = Reading(
    document="ab" * 32,
    media_type="application/pdf",
    reader="pdf",
    reader_version=5,
    pages=(Page(number=1, text="Bid"),),
)
SAID = (Property(kind=PropertyKind.AUTHOR, place="Info/Author", value="Нора Фенвик"),)


@given(st.lists(PROPERTIES, min_size=1, max_size=MOST_PROPERTIES))
def test_metadata_is_the_same_after_reading_back(properties: list[Property]) -> None:
    item = FileMetadata(properties=tuple(properties))
    line = encode_item(item)
    assert decode_item(line) == check_item(line) == item
    whole = replace(READING, metadata=item.properties)
    assert decode_reading(encode_reading(whole)) == whole


def stored(content: bytes) -> io.BufferedReader:
    return io.BufferedReader(io.BytesIO(gzip.compress(content)))


def test_a_reading_of_an_older_version_loads_and_says_nothing() -> None:
    lines = encode_reading(READING)
    assert b"metadata" not in lines
    assert decode_reading(lines).metadata == ()
    assert metadata_of(stored(lines), "one") == ()


def test_it_is_found_before_the_pages_without_reading_them() -> None:
    lines = encode_reading(replace(READING, metadata=SAID))
    first = lines.split(b"\n")[0]
    assert metadata_of(stored(first + b"\n" + b"no line of a reading\n" * 3), "one") == SAID


def test_of_two_the_first_counts() -> None:
    other = FileMetadata(properties=(replace(SAID[0], value="Ivo"),))
    lines = encode_item(other) + b"\n" + encode_reading(replace(READING, metadata=SAID))
    assert decode_reading(lines).metadata == other.properties


@pytest.mark.parametrize(
    "properties",
    [
        "[]",
        '[["author","p"]]',
        '[["author","p","v","w"]]',
        '[["nickname","p","v"]]',
        '[["author","","v"]]',
        '[["author","p",""]]',
        f'[["author","{"p" * (LONGEST_PLACE + 1)}","v"]]',
        f'[["author","p","{"v" * (LONGEST_VALUE + 1)}"]]',
        "[" + '["author","p","v"],' * MOST_PROPERTIES + '["author","p","v"]]',
        '{"author":"v"}',
        "null",
    ],
)
def test_what_no_reader_sends_is_refused(properties: str) -> None:
    with pytest.raises(Undecodable):
        check_item(f'{{"item":"metadata","properties":{properties}}}'.encode())


def test_a_torn_reading_is_damage() -> None:
    with pytest.raises(CaseDamaged, match="of one cannot be read"):
        metadata_of(stored(b'{"item":"metadata","properties":[["author"'), "one")
