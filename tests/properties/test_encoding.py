"""Whatever the types can hold comes back as it went; whatever else is sent is refused, never half believed."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from tenderlight.cases.encoding import (
    PageNote,
    Undecodable,
    check_item,
    decode_claim,
    decode_item,
    decode_reading,
    decode_statements,
    encode_claim,
    encode_item,
    encode_reading,
    encode_statements,
)
from tenderlight.model.claim import Claim
from tenderlight.model.document import Page, Reading
from tenderlight.model.reader import Item
from tenderlight.model.statement import Statement
from tests.properties import strategies

few = settings(max_examples=50)


@few
@given(strategies.items())
def test_an_item_comes_back(item: Item) -> None:
    line = encode_item(item)
    assert b"\n" not in line
    assert decode_item(line) == item
    assert encode_item(decode_item(line)) == line


@few
@given(strategies.items())
def test_checking_lets_in_what_decoding_lets_in(item: Item) -> None:
    noted = check_item(encode_item(item))
    if isinstance(item, Page):
        surest = [word.confidence for word in item.words if word.end > word.start and word.confidence is not None]
        assert isinstance(noted, PageNote)
        assert (noted.number, noted.method, noted.state) == (item.number, item.method, item.state)
        assert (noted.confidence is None) is (not surest)
        assert noted.confidence is None or min(surest) - 1e-4 <= noted.confidence <= max(surest) + 1e-4


@few
@given(strategies.readings())
def test_a_reading_comes_back(reading: Reading) -> None:
    assert decode_reading(encode_reading(reading)) == reading


@few
@given(st.lists(strategies.statements(), max_size=3).map(tuple))
def test_statements_come_back(statements: tuple[Statement, ...]) -> None:
    assert decode_statements(encode_statements(statements)) == statements


@few
@given(strategies.claims())
def test_a_claim_comes_back_and_is_json_that_anyone_can_read(claim: Claim) -> None:
    line = encode_claim(claim)
    assert decode_claim(line) == claim
    assert json.loads(line)["quotes"][0]["text"] == claim.quotes[0].text


@few
@given(strategies.items(), st.data())
def test_a_bent_item_is_refused_or_is_another_whole_item(item: Item, data: st.DataObject) -> None:
    line = bytearray(encode_item(item))
    for _ in range(data.draw(st.integers(1, 3))):
        line[data.draw(st.integers(0, len(line) - 1))] = data.draw(st.integers(0, 255))
    untrusted = bytes(line)
    try:
        decoded = decode_item(untrusted)
    except Undecodable:
        return
    rounded = decode_item(encode_item(decoded))
    assert decode_item(encode_item(rounded)) == rounded


@few
@given(st.binary(max_size=200))
def test_any_bytes_are_refused_without_breaking_down(untrusted: bytes) -> None:
    for decode in (decode_item, check_item, decode_claim, decode_statements, decode_reading):
        try:
            decode(untrusted)
        except Undecodable:
            continue
        assert untrusted.strip() == b"[]"
