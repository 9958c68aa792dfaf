"""Runs with and without a converter: quotes with page and box, or with their place and a note that says so."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tenderlight.cases import Case
from tenderlight.cases.encoding import encode_claim
from tenderlight.model.problem import Problem
from tenderlight.model.quote import Quote
from tenderlight.pipeline.laying_out import desk
from tenderlight.pipeline.laying_out.converter import Converter, Installed
from tenderlight.pipeline.local import find
from tenderlight.pipeline.run import RunOptions
from tenderlight.pipeline.verifying import verify_case
from tests.memory_disk import memory_folder
from tests.pipeline.made_converter import needs_walls, no_converter, stand_in

TEXT = "Contract award notice\nBuyer: Wexmoor Police\nSupplier: Orlbeck Systems Ltd\nContract value: EUR 10,000.00"


def page(extra: str = "") -> str:
    return "<html><body>" + "".join(f"<p>{line}</p>" for line in TEXT.split("\n")) + f"<!-- {extra} --></body></html>"


class Run:
    """A case over a few HTML pages, made by running the main job."""

    def __init__(self, folder: Path, **pages: str) -> None:
        self.case_folder = folder / "case"
        self.papers = folder / "papers"
        self.papers.mkdir()
        for name, content in pages.items():
            (self.papers / f"{name}.html").write_text(content, "utf-8")

    def go(self, *, lay_out: bool = True) -> None:
        find(RunOptions(paths=(self.papers,), case_folder=self.case_folder, workers=1, lay_out=lay_out)).close()

    def claims(self) -> list[bytes]:
        with Case.open(self.case_folder) as case:
            return [encode_claim(claim) for claim in case.claims()]

    def quotes(self, name: str = "") -> list[Quote]:
        with Case.open(self.case_folder) as case:
            return [quote for claim in case.claims() for quote in claim.quotes if name in quote.path]

    def problems(self, name: str = "") -> list[Problem]:
        with Case.open(self.case_folder) as case:
            return [one for line in case.documents() if name in line.path for one in case.problems_of(line.document)]

    def log_lines(self) -> int:
        return len((self.case_folder / "custody.jsonl").read_bytes().splitlines())


def test_without_a_converter_places_stay_and_with_one_the_next_run_adds_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    needs_walls()
    with memory_folder() as folder, monkeypatch.context() as without:
        run = Run(folder, notice=page())
        no_converter(tmp_path, without)
        run.go()
        (note,) = run.problems()
        assert (note.code, note.severity.value) == ("layout-not-made", "note")
        assert "LibreOffice is not installed." in note.message
        before = run.quotes()
        assert {quote.pointer for quote in before} >= {"paragraph 2", "paragraph 3", "paragraph 4"}
        assert {(quote.boxes, quote.layout) for quote in before} == {((), None)}
        without.undo()

        stand_in(tmp_path, monkeypatch, text=TEXT)
        run.go()
        after = run.quotes()
        assert run.problems() == []
        assert [(one.page_number, one.start, one.text, one.pointer) for one in after] == [
            (one.page_number, one.start, one.text, one.pointer) for one in before
        ]
        assert {quote.layout_pages for quote in after} == {(1,)}
        (buyer,) = {quote.boxes for quote in after if quote.text == "Wexmoor Police"}
        assert 70 < buyer[0].left < 90  # after "Buyer: "
        assert verify_case(run.case_folder).faults == ()

        lines, claims = run.log_lines(), run.claims()
        run.go()
        assert (run.log_lines(), run.claims()) == (lines, claims)


def test_a_document_that_breaks_the_converter_costs_its_own_layout_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    needs_walls()
    stand_in(tmp_path, monkeypatch, text=TEXT)
    with memory_folder() as folder:
        run = Run(folder, a=page(), b=page("crash"), c=page("refuse"), d=page("boast"), e=page("e"))
        run.go()
        assert {name: [one.code for one in run.problems(f"{name}.html")] for name in "abcde"} == {
            "a": [],
            "b": ["layout-failed"],
            "c": ["layout-failed"],
            "d": ["layout-failed"],
            "e": [],
        }
        assert all(quote.boxes for name in "ae" for quote in run.quotes(f"{name}.html"))
        assert not any(quote.boxes for name in "bcd" for quote in run.quotes(f"{name}.html"))
        assert "(It would not.)" in run.problems("c.html")[0].message
        assert len(run.quotes("a.html")) == len(run.quotes("b.html")) > 3


def test_a_document_that_may_take_long_has_a_process_of_its_own_and_is_tried_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    needs_walls()
    stand_in(tmp_path, monkeypatch, text=TEXT)
    started: list[Converter] = []

    class Counted(Converter):
        def __init__(self, installed: Installed) -> None:
            super().__init__(installed)
            started.append(self)

    monkeypatch.setattr(desk, "Converter", Counted)
    with memory_folder() as folder:
        run = Run(folder, a=page(), b=page("crash") + "<p>" + "x" * 100_000, c=page("c"))
        run.go()
        assert [one.code for one in run.problems("b.html")] == ["layout-failed"]
        assert not run.problems("a.html") + run.problems("c.html")
    assert [one.documents for one in started] == [1, 1, 1]


def test_a_converter_that_does_not_open_is_named_once_for_each_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    needs_walls()
    stand_in(tmp_path, monkeypatch, opens=False)
    with memory_folder() as folder:
        run = Run(folder, a=page(), b=page("b"))
        run.go()
        assert [one.code for one in run.problems()] == ["layout-failed", "layout-failed"]
        assert "could not be started" in run.problems()[0].message


def test_a_page_of_other_words_is_no_layout_and_part_of_them_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    needs_walls()
    stand_in(tmp_path, monkeypatch, text="Contract award notice\nBuyer: Wexmoor Police")
    with memory_folder() as folder:
        run = Run(folder, a=page(), b="<p>纸上没有的话，一个字也没有。</p>")
        run.go()
        (partly,) = run.problems("a.html")
        assert partly.code == "layout-partly"
        assert "% of its words were found again" in partly.message
        with_box = {quote.text for quote in run.quotes("a.html") if quote.boxes}
        assert "Wexmoor Police" in with_box
        assert "Orlbeck Systems Ltd" not in with_box
        assert [one.code for one in run.problems("b.html")] == ["layout-failed"]


def test_a_run_that_was_stopped_while_a_document_is_laid_out_goes_on_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    needs_walls()
    program = stand_in(tmp_path, monkeypatch, text=TEXT)
    (program / "hangs").touch()
    with memory_folder() as folder:
        run = Run(folder, a=page(), b=page("b"))
        with pytest.raises(KeyboardInterrupt), interrupted_after(seconds=4.0):
            run.go()
        (program / "hangs").unlink()
        run.go()
        assert run.problems() == []
        assert all(quote.boxes for quote in run.quotes())
        assert len({quote.document for quote in run.quotes()}) == 2
        assert list((run.case_folder / "tmp").iterdir()) == []


@contextmanager
def interrupted_after(*, seconds: float) -> Iterator[None]:
    def interrupt(_number: int, _frame: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def test_nothing_is_laid_out_that_was_not_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, monkeypatch, text=TEXT)
    with memory_folder() as folder:
        run = Run(folder, a=page())
        run.go(lay_out=False)
        assert [one.code for one in run.problems()] == ["layout-not-made"]
        assert not (run.case_folder / "layouts").exists()


def test_a_case_whose_laid_out_pages_were_changed_does_not_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    needs_walls()
    stand_in(tmp_path, monkeypatch, text=TEXT)
    with memory_folder() as folder:
        run = Run(folder, a=page())
        run.go()
        (pdf,) = [path for path in (run.case_folder / "layouts").rglob("*") if path.is_file()]
        pdf.chmod(0o600)
        pdf.write_bytes(pdf.read_bytes() + b" ")
        assert any(pdf.name in fault for fault in verify_case(run.case_folder).faults)
        pdf.unlink()
        assert any("are missing" in fault for fault in verify_case(run.case_folder).faults)
