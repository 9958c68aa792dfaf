"""Words of documents on a terminal."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tenderlight.cli.plain import as_typed, plain, plain_line

WORDS = {
    "澜水县公安局 Award\tnotice\n": "澜水县公安局 Award\tnotice\n",
    "\x1b[31mred\x1b[0m": "\\x1b[31mred\\x1b[0m",
    "\x1b]0;title\x07": "\\x1b]0;title\\x07",
    "over\rwritten\x08": "over\\x0dwritten\\x08",
    "\x9b31m": "\\x9b31m",
    "fdp.\u202egnp": "fdp.\\u202egnp",
    "a\u2066b\u2069": "a\\u2066b\\u2069",
    "عربي": "عربي",
    "half \ud800 a pair": "half \\ud800 a pair",
    "": "",
}


@pytest.mark.parametrize(("text", "shown"), WORDS.items(), ids=repr)
def test_what_a_terminal_would_obey_comes_out_as_its_number(text: str, shown: str) -> None:
    assert plain(text) == shown
    assert plain(plain(text)) == shown


@pytest.mark.parametrize(
    ("path", "typed"),
    [("my-case", "my-case"), ("my case", "'my case'"), ("$(rm -r x)", "'$(rm -r x)'"), ("a\x1b[1m", "'a\\x1b[1m'")],
)
def test_a_suggested_path_can_be_typed(path: str, typed: str) -> None:
    assert as_typed(Path(path)) == typed


def test_a_name_that_is_no_text_can_be_printed() -> None:
    assert plain(os.fsdecode("招标".encode("gbk"))).encode("utf-8")


def test_a_name_with_line_breaks_stays_one_line() -> None:
    assert plain_line("a\nb\tc\x1b[31m.txt") == r"a\nb\tc\x1b[31m.txt"
