"""Damaged files of every kind: every reader only yields, within its limits, and what it yields can be sent.

In each run a few hundred files; `FUZZ_EXAMPLES=2000 python -m pytest tests/properties/test_fuzz.py` tries so many of
each kind, other ones in each run.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tenderlight.cases.encoding import TooLarge
from tenderlight.model.document import Page
from tenderlight.model.problem import PROBLEMS, Problem
from tenderlight.model.reader import MemberPart, OpenOriginal, PageCount, ReadingLimits
from tenderlight.model.record import Record
from tenderlight.pipeline import steps
from tenderlight.pipeline.heads import ReadingHead
from tenderlight.pipeline.messages import read_frame, write_frame
from tenderlight.reading import registry
from tenderlight.sources import recognise
from tests.properties.fuzzing import LOCKED, SEEDS, Damage, damaged, damages

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "0"))
LIMITS = ReadingLimits(
    pages=50,
    page_characters=50_000,
    document_characters=100_000,
    members=20,
    unpacked_bytes=4 * 1024**2,
    expansion_grace_bytes=1024**2,
    element_depth=60,
    records=50,
)


def look(content: bytes, name: str) -> list[ReadingHead | object]:
    """Read a file as a caged child does, but with what goes wrong in the open; check all that comes."""
    found = list(steps.read_original(OpenOriginal(content=content, untrusted_name=name), LIMITS))
    assert isinstance(found[0], ReadingHead)
    characters = 0
    for item in found[1:]:
        assert isinstance(item, Page | Record | MemberPart | PageCount | Problem)
        if isinstance(item, Problem):
            assert item.code in PROBLEMS
            assert item.code != "reader-failed", item.message
        characters += len(item.text) if isinstance(item, Page) else 0
        try:
            frame = write_frame(item)
        except (TooLarge, ValueError):  # the child sends a problem in its place
            continue
        read_frame(frame)  # what is sent is believed by the other side
    assert characters <= 2 * LIMITS.document_characters or found[0].reader == "pdf"
    return list(found)


@pytest.mark.parametrize("name", SEEDS)
def test_the_seeds_are_read_by_a_reader_of_their_own(name: str) -> None:
    head, *items = look(SEEDS[name], name)
    assert isinstance(head, ReadingHead)
    assert head.reader
    assert any(isinstance(item, Page | Record | MemberPart) for item in items)


def test_every_reader_and_every_format_has_a_seed() -> None:
    heads = [look(content, name)[0] for name, content in {**SEEDS, **LOCKED}.items()]
    seeded = [head for head in heads if isinstance(head, ReadingHead)]
    known = {reader.name for reader in (*registry.all_readers(), *recognise.all_readers())}
    assert known - {head.reader for head in seeded} == set()
    assert registry.media_types() - {head.media_type for head in seeded} <= {"image/jp2"}


@pytest.mark.parametrize("name", [*SEEDS, *LOCKED])
@given(done=st.lists(damages, min_size=1, max_size=4), below=st.floats(0, 1))
@example(done=[Damage(way="cut", at=0.5, length=0, word=b"")], below=1)
@example(done=[Damage(way="cut", at=0.9, length=0, word=b"")], below=0.3)
@settings(
    max_examples=EXAMPLES or 12,
    derandomize=not EXAMPLES,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
def test_damaged_files_only_yield(name: str, done: list[Damage], below: float) -> None:
    look(damaged({**SEEDS, **LOCKED}[name], done, below=below), name)
