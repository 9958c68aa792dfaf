"""Real notices in XML, cut off at many places: nothing is stated that the whole notice does not state."""

from __future__ import annotations

import pytest

from tenderlight.model.reader import Reader
from tenderlight.sources.eforms import EformsReader
from tenderlight.sources.pointers import texts_of
from tenderlight.sources.ted_standard_forms import TedReader
from tests.shared_data import shared_file
from tests.sources.notices import read

PLACES = 24


@pytest.mark.parametrize(
    ("reader", "path"),
    [
        (EformsReader(), "data/ted-eforms/sdk-examples/veat_23.xml"),
        (EformsReader(), "data/ted-eforms/sdk-examples/can_24_LSBU.xml"),
        (TedReader(), "data/ted-standard-forms/general/207556-2018.xml"),
        (TedReader(), "data/ted-standard-forms/general/651610-2021.xml"),
    ],
)
def test_a_part_of_a_notice_states_nothing_that_the_whole_does_not(reader: Reader, path: str) -> None:
    content = shared_file(path).read_bytes()
    [whole] = read(reader, content).records
    values = {(said.kind, said.value) for said in whole.statements}
    stated = 0
    for place in range(1, PLACES):
        part = content[: len(content) * place // PLACES]
        found = read(reader, part)
        assert found.codes[0] in {"xml-cut-short", "xml-damaged"}
        look_up = texts_of(part)
        for said in (said for record in found.records for said in record.statements):
            assert (said.kind, said.value) in values
            stated += 1
            for anchor in said.anchors:
                text = look_up(anchor.pointer or "")
                assert text is not None
                assert text[anchor.start : anchor.end] == anchor.text
    assert stated
