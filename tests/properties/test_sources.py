from __future__ import annotations

import json
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tenderlight.model.reader import OpenOriginal, ReadingLimits
from tenderlight.model.record import Record
from tenderlight.sources.json_places import JsonPlace, value_under
from tenderlight.sources.json_text import open_json, outline
from tenderlight.sources.ocds import OcdsReader
from tenderlight.sources.plain_values import read_decimal
from tenderlight.sources.pointers import texts_of
from tenderlight.sources.xml_text import root_name

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda part: st.lists(part, max_size=3) | st.dictionaries(st.text(), part, max_size=3),
    max_leaves=12,
)
NAMES = (
    "amount amountNet awards buyer buyers contracts currency date dateSigned description id identifier items lots name "
    "parties planning releases roles scheme status suppliers tag tender title unit value"
)
MEMBERS = st.sampled_from(NAMES.split())
ODD = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from(["active", "cancelled", "1,234.50", "NaN", "2024-01-02", "EUR", " Town ", "", "buyer"])
    | st.text(max_size=5),
    lambda part: st.lists(part, max_size=3) | st.dictionaries(MEMBERS, part, max_size=5),
    max_leaves=25,
)


@given(st.decimals(min_value=0, max_value=10**15, places=2))
def test_a_plain_number_reads_back(number: Decimal) -> None:
    assert read_decimal(f"{number:f}") == number
    assert read_decimal(f"{number:,f}") in (number, None)


@given(JSON)
def test_every_text_is_found_again_by_its_pointer(value: object) -> None:
    waiting = [JsonPlace(value, "")]
    while waiting:
        place = waiting.pop()
        written = place.written()
        if written is not None:
            assert value_under(value, written.pointer) == written.text
        waiting += [place.get(name) for name in place.names()]
        waiting += place.entries() if place.is_list else []


@given(st.text())
def test_no_text_breaks_the_outline(text: str) -> None:
    assert all(0 <= span.start < span.end <= len(text) for span in outline(text).spans)


@given(JSON, st.integers(0, 400))
def test_every_beginning_of_a_package_is_survived(part: object, length: int) -> None:
    text = json.dumps({"releases": [{"ocid": "a", "part": part}, part]}, ensure_ascii=False)[:length]
    for span in outline(text).spans:
        json.loads(text[span.start : span.end])


@given(st.binary(max_size=300))
def test_no_bytes_break_the_way_in(content: bytes) -> None:
    open_json(content, ReadingLimits())
    root_name(content)


@given(st.dictionaries(MEMBERS, ODD, max_size=6))
def test_a_release_of_odd_values_is_read_and_every_quote_is_found_again(members: dict[str, object]) -> None:
    content = json.dumps({"ocid": "ocds-1", **members}).encode()
    text_at = texts_of(content)
    for item in OcdsReader().read(OpenOriginal(content=content), ReadingLimits()):
        if isinstance(item, Record):
            for anchor in [anchor for statement in item.statements for anchor in statement.anchors]:
                found = text_at(anchor.pointer or "")
                assert found is not None
                assert found[anchor.start : anchor.end] == anchor.text
            assert all(text_at(field.pointer) == field.text for field in item.fields)
