"""What is found and cannot be sent becomes a problem of its own, and the rest goes on."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from tenderlight.cases.encoding import ITEM_BYTES_LIMIT, encode_reading
from tenderlight.model.document import Page, PageMethod, Reading
from tenderlight.model.problem import Problem
from tenderlight.model.record import Record
from tenderlight.pipeline import steps, workshop
from tenderlight.pipeline.heads import ContractClaims
from tenderlight.pipeline.messages import FRAME_BYTES_LIMIT, ClaimTask, Frame, ReadTask, read_frame, write_task
from tenderlight.pipeline.one_file import read_file
from tenderlight.pipeline.outcomes import DRAW_LIMITS, limits_for
from tests.pipeline.made import KEY, claim


def performed(monkeypatch: pytest.MonkeyPatch, *frames: Frame) -> list[Frame]:
    monkeypatch.setattr(steps, "read_original", lambda *_: iter(frames))
    sent: list[bytes] = []
    workshop.perform(write_task(ReadTask(untrusted_name="")), None, sent.append)
    assert all(len(message) <= FRAME_BYTES_LIMIT for message in sent)
    return [read_frame(message) for message in sent]


def page(number: int, text: str) -> Page:
    return Page(number=number, text=text, method=PageMethod.FLOW)


def test_the_cage_lets_through_what_may_be_sent() -> None:
    assert DRAW_LIMITS.frame_bytes == limits_for(1).frame_bytes == limits_for(2**40).frame_bytes == FRAME_BYTES_LIMIT
    assert FRAME_BYTES_LIMIT > ITEM_BYTES_LIMIT


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a" * ITEM_BYTES_LIMIT, "limit-item-bytes"),
        ("采" * (ITEM_BYTES_LIMIT // 3), "limit-item-bytes"),
        ("\ud800", "item-not-text"),
    ],
)
def test_a_page_that_cannot_be_sent_is_a_problem_of_that_page(
    text: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, trouble, last = performed(monkeypatch, page(1, "one"), page(2, text), page(3, "three"))
    assert (first, last) == (page(1, "one"), page(3, "three"))
    assert isinstance(trouble, Problem)
    assert (trouble.code, trouble.page_number) == (code, 2)


def test_a_record_that_cannot_be_sent_says_where_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    large = Record(key=f"ocid:{'1' * ITEM_BYTES_LIMIT}", pointer="/包/1", statements=())
    torn = Record(key="ocid:1", pointer="/包/2\ud800", statements=())
    found = [one for one in performed(monkeypatch, large, torn) if isinstance(one, Problem)]
    assert [(one.code, one.pointer) for one in found] == [("limit-item-bytes", "/包/1"), ("item-not-text", "/包/2?")]


def test_a_package_with_one_huge_release_gives_the_others_through_the_cage(tmp_path: Path) -> None:
    releases = [
        {"ocid": f"ocds-213czf-{number}", "id": "1", "tag": ["tender"], "tender": {"id": "1", "title": "Cameras"}}
        for number in range(3)
    ]
    releases[1]["tender"] = {"id": "1", "title": "Cameras", "description": "face " * (ITEM_BYTES_LIMIT // 5)}
    file = tmp_path / "package.json"
    file.write_text(json.dumps({"version": "1.1", "uri": "x", "releases": releases}), "utf-8")
    items = [line.item for line in read_file(file)]
    assert [item.key for item in items if isinstance(item, Record)] == ["ocid:ocds-213czf-0", "ocid:ocds-213czf-2"]
    assert [(item.code, item.pointer) for item in items if isinstance(item, Problem)] == [
        ("limit-item-bytes", "/releases/1")
    ]


def test_many_claims_come_in_several_frames_and_none_is_lost(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    claims = tuple(claim("ab" * 32, name=f"c{number}") for number in range(2 * workshop.CLAIMS_A_FRAME + 1))
    monkeypatch.setattr(steps, "claim", lambda _: iter([ContractClaims(key=KEY, claims=claims)]))
    reading = Reading(document="ab" * 32, media_type="text/plain", reader="text", reader_version=1)
    stored = tmp_path / "reading"
    stored.write_bytes(gzip.compress(encode_reading(reading)))
    sent: list[bytes] = []
    with stored.open("rb") as original:
        workshop.perform(write_task(ClaimTask()), original.fileno(), sent.append)
    frames = [frame for frame in map(read_frame, sent) if isinstance(frame, ContractClaims)]
    assert len(frames) == 3
    assert tuple(one.claim for frame in frames for one in frame.claims) == tuple(one.claim for one in claims)
