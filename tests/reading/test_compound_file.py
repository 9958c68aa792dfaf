"""OLE compound files: streams by name, and nothing for what is damaged or lies about its size."""

from __future__ import annotations

import struct
import time

from tenderlight.reading.office.compound_file import CompoundFile
from tests.reading.made_compound import Tree, compound


def test_streams_are_found_by_their_path_whatever_their_size() -> None:
    tree: Tree = {"Small": b"x" * 100, "Large": b"y" * 10_000, "Folder": {"Inner": b"z", "Empty": b""}}
    with CompoundFile(compound(tree)) as opened:
        assert opened.stream("Small") == b"x" * 100
        assert opened.stream("large") == b"y" * 10_000
        assert opened.stream("Folder", "Inner") == b"z"
        assert opened.stream("Folder", "Empty") == b""
        assert opened.stream("Nothing") is None
        assert sorted(opened.paths) == [("Folder", "Empty"), ("Folder", "Inner"), ("Large",), ("Small",)]
        assert opened.has("LARGE")
        assert not opened.has("Inner")


def test_a_stream_that_claims_more_than_the_file_has_is_none() -> None:
    content = compound({"Large": b"y" * 10_000})
    lying = content.replace(struct.pack("<Q", 10_000), struct.pack("<Q", 0xFFFF_FFF0))
    start = time.monotonic()
    with CompoundFile(lying) as opened:
        assert opened.stream("Large") is None
    assert time.monotonic() - start < 2


def test_false_sizes_of_the_small_parts_cost_nothing() -> None:
    content = bytearray(compound({"A": b"x" * 100}))
    struct.pack_into("<I", content, 64, 0x00FF_FFFF)  # sectors of the table of small parts
    start = time.monotonic()
    with CompoundFile(bytes(content)) as opened:
        opened.stream("A")
    root = bytes(content).find("Root Entry".encode("utf-16-le"))
    struct.pack_into("<Q", content, root + 120, 0xFFFF_FFF0)
    with CompoundFile(bytes(content)) as opened:
        opened.stream("A")
    assert time.monotonic() - start < 2


def test_what_is_no_compound_file_has_no_streams() -> None:
    for content in (b"", b"x" * 5000, compound({"A": b"x"})[:600]):
        with CompoundFile(content) as opened:
            assert opened.stream("A") is None
