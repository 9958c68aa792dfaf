"""What parent and child say to each other; whatever else a child sends is refused."""

from __future__ import annotations

import struct

import pytest

from tenderlight.cases.encoding import Undecodable
from tenderlight.model.document import Page, PageMethod
from tenderlight.model.problem import problem
from tenderlight.model.reader import MemberPart, PageCount
from tenderlight.model.record import Record
from tenderlight.pipeline.heads import ContractClaims, ReadingHead
from tenderlight.pipeline.messages import (
    ClaimTask,
    DrawTask,
    Frame,
    PagePicture,
    PagePixels,
    RasterTask,
    ReadTask,
    RecogniseTask,
    Task,
    item_line,
    read_frame,
    read_task,
    write_frame,
    write_task,
)
from tests.pipeline.made import KEY, buyer, claim

PIXELS = PagePixels(
    page_number=3, width_points=595.28, height_points=841.89, width=2, height=3, samples=bytes(range(18))
)


def pixels_of(**changes: float) -> bytes:
    """Return a frame of pixels whose head says something else."""
    said = {"page_number": 3, "width": 2, "height": 3, "width_points": 595.28, "height_points": 841.89, **changes}
    return b"R" + struct.pack(">IIIdd", *said.values()) + PIXELS.samples


TASKS: list[Task] = [
    ReadTask(untrusted_name="招标文件.pdf"),
    ReadTask(untrusted_name=""),
    ClaimTask(),
    DrawTask(page_numbers=(1, 12), dots_per_inch=110),
    RasterTask(media_type="application/pdf", page_numbers=(1, 12)),
    RecogniseTask(page_number=1, width_points=595.28, height_points=841.89, width=1654, height=2339),
]
ITEMS: list[Frame] = [
    Page(number=1, text="采购公告", method=PageMethod.FLOW),
    Record(key="ocid:1", pointer="/0", statements=(buyer("B", "/0/buyer"),)),
    MemberPart(untrusted_path="../附件.pdf", content=b"%PDF\0", is_last=True),
    PageCount(count=3),
    problem("empty-file", step="read"),
]
OTHERS: list[Frame] = [
    ReadingHead(media_type="application/pdf", reader="pdf", reader_version=1),
    ReadingHead(media_type="image/png", reader="", reader_version=2**32 - 1),
    ContractClaims(key=KEY, claims=()),
    ContractClaims(key=KEY, claims=(claim("ab" * 32), claim("ab" * 32, name="c2"))),
    PagePicture(page_number=1, png=b"\x89PNG"),
    PIXELS,
]
DEEP = b"[" * 100_000 + b"]" * 100_000
HOSTILE = {
    "nothing": b"",
    "an unknown kind": b"Z{}",
    "no JSON": b"H{",
    "bytes that are no text": b'H["\xff\xfe","pdf",1]',
    "a head too short": b'H["a/b","pdf"]',
    "a head too long": b'H["a/b","pdf",1,2]',
    "a head with a version below nought": b'H["a/b","pdf",-1]',
    "a reader with a path in its name": b'H["a/b","../../x",1]',
    "a reader with two lines in its name": b'H["a/b","pdf\\n",1]',
    "a head of an endless name": b'H["' + b"a" * 10_000 + b'","pdf",1]',
    "deep lists in a head": b"H" + DEEP,
    "deep lists in an item": b"I" + DEEP,
    "deep lists for claims": b'C[["k","b"],[' + DEEP + b"]]",
    "deep lists inside a claim": b'C[["k","b"],[{"claim":' + DEEP + b"}]]",
    "claims of no contract": b'C[["",""],[]]',
    "claims that are none": b'C[["k","b"],[1]]',
    "a claim without a quote": write_frame(ContractClaims(key=KEY, claims=(claim("ab" * 32),))).split(b'"quotes":')[0]
    + b'"quotes":[]}]]',
    "pixels without a head": b"R" + bytes(10),
    "pixels without samples": b"R" + bytes(28),
    "fewer pixels than it says": pixels_of(width=3),
    "more pixels than it says": pixels_of(height=2),
    "more pixels than may be": pixels_of(width=2**31, height=2**31),
    "a page without a width": pixels_of(width_points=0.0),
    "a page of no number": pixels_of(height_points=float("nan")),
    "an endless page": pixels_of(height_points=float("inf")),
    "a picture of no page": b"P\0\0",
    "a picture of nothing": b"P\0\0\0\1",
    "two items": write_frame(ITEMS[0]) + b"\n" + write_frame(ITEMS[0])[1:],
}


@pytest.mark.parametrize("task", TASKS, ids=str)
def test_tasks_come_back(task: Task) -> None:
    assert read_task(write_task(task)) == task


@pytest.mark.parametrize("frame", [*ITEMS, *OTHERS], ids=lambda frame: type(frame).__name__)
def test_frames_come_back(frame: Frame) -> None:
    assert read_frame(write_frame(frame)) == frame


@pytest.mark.parametrize("frame", ITEMS, ids=lambda frame: type(frame).__name__)
def test_the_line_of_an_item_is_what_follows_its_first_byte(frame: Frame) -> None:
    assert item_line(write_frame(frame)) == write_frame(frame)[1:]


@pytest.mark.parametrize("frame", OTHERS, ids=lambda frame: type(frame).__name__)
def test_other_frames_have_no_line(frame: Frame) -> None:
    assert item_line(write_frame(frame)) is None


@pytest.mark.parametrize("frame", HOSTILE.values(), ids=HOSTILE)
def test_hostile_frames_are_refused(frame: bytes) -> None:
    with pytest.raises(Undecodable):
        read_frame(frame)
