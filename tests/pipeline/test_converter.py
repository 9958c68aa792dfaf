"""The program that lays documents out: found or not, well-behaved or not; only one document can lose by it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from tenderlight.pipeline.laying_out.converter import (
    FILTERS,
    Converter,
    Installed,
    Missing,
    State,
    find_converter,
    without_times,
)
from tests.pipeline.made_converter import answer_of, needs_walls, no_converter, stand_in

HTML = FILTERS["text/html"]


@pytest.fixture
def converter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Converter]:
    needs_walls()
    stand_in(tmp_path, monkeypatch, text="Buyer: Wexmoor Police")
    installed = find_converter()
    assert isinstance(installed, Installed)
    made = Converter(installed)
    yield made
    made.close()


def lay_out(converter: Converter, content: bytes, *, wall_seconds: float = 60.0) -> tuple[bytes | None, str]:
    if converter.state is State.OPENING:
        assert answer_of(converter) is None
    converter.submit(io.BytesIO(content), HTML, wall_seconds=wall_seconds, cpu_seconds=5.0)
    answer = answer_of(converter)
    assert answer is not None
    return answer.pdf, answer.trouble


def test_one_process_lays_out_one_document_after_another(converter: Converter) -> None:
    assert answer_of(converter) is None
    assert converter.version == "LibreOffice 0.1"
    for count in (1, 2, 3):
        pdf, trouble = lay_out(converter, b"<p>" + b"x" * 100_000 * count)
        assert pdf is not None
        assert pdf.startswith(b"%PDF-")
        assert trouble == ""
        assert (converter.state, converter.documents) == (State.FREE, count)


def test_a_document_that_is_refused_leaves_the_process_as_it_was(converter: Converter) -> None:
    assert lay_out(converter, b"refuse") == (None, "it would not\x1b")
    assert lay_out(converter, b"fine")[0] is not None


def test_what_a_document_took_of_a_processor_is_told(converter: Converter) -> None:
    assert answer_of(converter) is None
    for content, seconds in ((b"fine", 0.5), (b"refuse", 0.25)):
        converter.submit(io.BytesIO(content), HTML, wall_seconds=60.0, cpu_seconds=5.0)
        answer = answer_of(converter)
        assert answer is not None
        assert answer.cpu_seconds == seconds


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"crash", "it ended"),
        (b"babble", "it sent what it should not"),
        (b"boast", "it sent what it should not"),
        (b"forge", "it made no PDF"),
        (b"eternity", "it sent what it should not"),
    ],
)
def test_whatever_the_process_sends_it_is_an_answer(content: bytes, words: str, converter: Converter) -> None:
    assert lay_out(converter, content) == (None, words)
    assert converter.state is State.LOST
    assert converter.filenos() == ()
    converter.close()  # once more does no harm


def test_a_document_that_takes_too_long_is_ended(converter: Converter) -> None:
    assert lay_out(converter, b"hang", wall_seconds=0.1) == (None, "it took longer than it may")
    assert converter.state is State.LOST


def test_a_process_that_does_not_open_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    needs_walls()
    stand_in(tmp_path, monkeypatch, opens=False)
    installed = find_converter()
    assert isinstance(installed, Installed)
    converter = Converter(installed)
    answer = answer_of(converter)
    assert answer is not None
    assert (answer.pdf, converter.state) == (None, State.LOST)


def test_without_the_program_there_is_a_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    no_converter(tmp_path, monkeypatch)
    assert find_converter() == Missing(reason="LibreOffice is not installed")


def test_without_the_walls_nothing_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = stand_in(tmp_path, monkeypatch)
    monkeypatch.setenv("PATH", str(program))
    assert find_converter() == Missing(reason="bubblewrap is not installed")


def test_when_a_pdf_was_made_is_taken_out_of_it() -> None:
    pdf = (
        b"%PDF-1.6\n<</CreationDate(D:20261128034019Z')>>\ntrailer\n"
        b"<</ID [ <E766298FA7E84F2EB9FF195BB48E2CC3>\n<E766298FA7E84F2EB9FF195BB48E2CC3> ]\n"
        b"/DocChecksum /24F809AED5210E6B51586ED52CDDDD92\n>>"
    )
    plain = without_times(pdf)
    assert len(plain) == len(pdf)
    assert b"D:19700101000000Z" in plain
    assert plain.count(b"0" * 32) == 3
    assert b"E766298F" not in plain
