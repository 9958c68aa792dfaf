"""Whether pages are read right: made pages, hostile and broken PDFs, page pictures, formats, languages.

    python benchmarks/reading_truth.py [--shared DIR]

R3: on made pages at most 0.002 of the characters wrong, every key fact there, lines in their true boxes (overlap over
    union 0.95 in the median); 17 of 18 one-line files in Chinese, Japanese and Korean encodings without fonts.
R4: no PDF of the shared folders breaks its reader or, unless made to, takes more than 5 seconds of processor time;
    text of form fields is there; of a file cut in half, 98 in 100 characters of the pages that are still in it.
R10: page pictures at 110 dots an inch at 7 times the speed of `pdftoppm -png`, at most 110 kilobytes a page.
R12: 68 of 68 byte strings decoded; 559 of 591 files (0.946) told by their bytes; 86 of 90 (0.955) phrases known by
    their language, at most 50 microseconds each.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tenderlight.cage import Job, LanePool, Outcome, OutcomeKind
from tenderlight.languages.identify import language_of
from tenderlight.model.box import Box
from tenderlight.model.document import Page
from tenderlight.model.reader import OpenOriginal, ReadingLimits
from tenderlight.pipeline.local import WORKSHOP
from tenderlight.pipeline.messages import ReadTask, write_task
from tenderlight.pipeline.outcomes import limits_for
from tenderlight.reading.charset import decode
from tenderlight.reading.detect import media_type
from tenderlight.reading.layout.lines import boxes_of
from tenderlight.reading.pdf.page_pictures import draw_page
from tenderlight.reading.pdf.pdf_reader import PdfReader
from tests.languages.test_identify import PHRASES
from tests.reading.pdf_reading import overlap

DOTS_PER_INCH = 110
NO_GLYPH = "²³¥"
"""The fonts of some made files lack these, so their pages do not show them."""
SLOW_SECONDS = 5.0
MADE_TO_HURT = "hostile/own"
SUFFIXES = {
    ".pdf": ("application/pdf",),
    ".html": ("text/html",),
    ".xml": ("application/xml", "text/html"),
    ".json": ("application/json", "application/x-ndjson"),
    ".png": ("image/png",),
    ".jpg": ("image/jpeg",),
    ".jpeg": ("image/jpeg",),
    ".tif": ("image/tiff",),
    ".zip": ("application/zip",),
    ".doc": ("application/msword",),
    ".rtf": ("application/rtf",),
    ".eml": ("message/rfc822",),
    ".msg": ("application/vnd.ms-outlook",),
    ".csv": ("text/csv", "text/plain", "text/tab-separated-values"),
    ".txt": ("text/plain", "text/csv", "text/tab-separated-values"),
    ".md": ("text/plain",),
    ".docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
    ".xlsx": (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/x-encrypted-office",
    ),
    ".xls": ("application/vnd.ms-excel",),
    ".odt": ("application/vnd.oasis.opendocument.text",),
    ".ods": ("application/vnd.oasis.opendocument.spreadsheet",),
    ".7z": ("application/x-7z-compressed",),
    ".gz": ("application/gzip",),
    ".warc": ("application/warc",),
}
"""What a file so called is, in folders of files that are what they are called."""
ORDINARY = ("documents", "reading", "ocds-uk", "ted-eforms", "ted-standard-forms", "zh-yichang-notices", "cn-divisions")


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """One figure and its bound."""

    name: str
    figure: float
    bound: float
    is_least: bool
    """True if the figure must be at least the bound."""

    @property
    def holds(self) -> bool:
        """Whether it is met."""
        return self.figure >= self.bound if self.is_least else self.figure <= self.bound

    def __str__(self) -> str:
        sign = ">=" if self.is_least else "<="
        return f"{self.name:58}{self.figure:11.4g}  {sign} {self.bound:<9.4g}{'holds' if self.holds else 'MISSED'}"


def at_least(name: str, figure: float, bound: float) -> Goal:
    """Return a goal whose figure must reach the bound."""
    return Goal(name=name, figure=figure, bound=bound, is_least=True)


def at_most(name: str, figure: float, bound: float) -> Goal:
    """Return a goal whose figure must not pass the bound."""
    return Goal(name=name, figure=figure, bound=bound, is_least=False)


def tight(text: str) -> str:
    """Return a text without white space and without characters that the made fonts lack."""
    return "".join(letter for letter in text if not letter.isspace() and letter not in NO_GLYPH)


def pages_of(path: Path) -> list[Page]:
    """Read a PDF in this process."""
    items = PdfReader().read(OpenOriginal(content=path.read_bytes()), ReadingLimits())
    return [item for item in items if isinstance(item, Page)]


def made_pages(folder: Path) -> Iterator[Goal]:
    """R3, first half."""
    characters = wrong = facts = found = 0
    overlaps: list[float] = []
    for truth_file in sorted(folder.glob("*.json")):
        truth = json.loads(truth_file.read_text("utf-8"))
        pages = pages_of(truth_file.with_suffix(".pdf"))
        together = tight("".join(page.text for page in pages))
        keys = [tight(str(value)) for value in truth["keys"].values()]
        facts, found = facts + len(keys), found + sum(key in together for key in keys)
        for page, true in zip(pages, truth["pages"], strict=True):
            for line in true["lines"]:
                text = tight(line["text"])
                characters += len(text)
                best = _best_overlap(page, text, Box(**dict(zip(SIDES, line["bbox"], strict=True))))
                wrong += len(text) if best is None else 0
                overlaps += [] if best is None else [best]
    yield at_most("R3 made pages: characters in lines not read to the letter", wrong / characters, 0.002)
    yield at_least("R3 made pages: key facts there", found / facts, 1.0)
    yield at_least("R3 made pages: overlap of line boxes (median)", statistics.median(overlaps), 0.95)


SIDES = ("left", "top", "right", "bottom")


def _best_overlap(page: Page, text: str, box: Box) -> float | None:
    """Return how well the words of a line stand where they were drawn, or None if they do not stand on the page."""
    places = [at for at, letter in enumerate(page.text) if not letter.isspace() and letter not in NO_GLYPH]
    joined = "".join(page.text[at] for at in places)
    starts, at = [], joined.find(text)
    while at >= 0:
        starts.append(at)
        at = joined.find(text, at + 1)
    parts = [boxes_of(page, places[start], places[start + len(text) - 1] + 1) for start in starts if text]
    return max((overlap(part[0], box) for part in parts if part), default=None)


def encodings(folder: Path) -> Iterator[Goal]:
    """R3, second half."""
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    right = sum(
        tight(text) in tight("".join(page.text for page in pages_of(folder / name))) for name, text in truth.items()
    )
    yield at_least("R3 encodings without fonts read (of 18)", right, 17)


def hard_files(data: Path) -> Iterator[Goal]:
    """R4."""
    paths = sorted(path for path in data.rglob("*.pdf") if path.stat().st_size)
    broken = slow = 0
    with LanePool(WORKSHOP) as pool:
        for job, event in pool.run(_jobs(paths)):
            if isinstance(event, Outcome) and event.kind in BROKEN:
                broken += 1
                print(f"    {job.key}: {event.kind.value} ({event.message})")
            if isinstance(event, Outcome) and event.cpu_seconds > SLOW_SECONDS and MADE_TO_HURT not in job.key:
                slow += 1
                print(f"    {job.key}: {event.cpu_seconds:.1f} s")
    yield at_most(f"R4 {len(paths)} PDFs: readers broken", broken, 0)
    yield at_most("R4 files of more than 5 s", slow, 0)
    real = data / "reading" / "real"
    forms = [tight("".join(page.text for page in pages_of(real / f"{name}.pdf"))) for name in FORMS]
    yield at_least("R4 files with words only in form fields read", sum(bool(text) for text in forms), len(FORMS))
    whole, cut = pages_of(real / "zh_quarterly_report_8p.pdf"), pages_of(real / "broken_truncated.pdf")
    kept = [_in_common(part.text, all_.text) for part, all_ in zip(cut, whole, strict=True)]
    yield at_least("R4 cut file: characters of its pages", sum(kept) / sum(len(tight(one.text)) for one in whole), 0.98)


def _in_common(text: str, other: str) -> int:
    """Return how many characters two texts share, however often each stands in them."""
    return (Counter(tight(text)) & Counter(tight(other))).total()


FORMS = ("annotation-tx3", "resetform")
BROKEN = (OutcomeKind.CRASHED, OutcomeKind.NO_ANSWER, OutcomeKind.LANE_LOST, OutcomeKind.FAILED)
"""A file that asks for more than it may have ends at a limit; that is no fault of its reader."""


def _jobs(paths: Sequence[Path]) -> Iterator[Job]:
    for path in paths:
        with path.open("rb") as file:
            task = write_task(ReadTask(untrusted_name=path.name))
            yield Job(key=str(path), task=task, original=file.fileno(), limits=limits_for(path.stat().st_size))


def cpu_seconds(work: Callable[[], Any]) -> float:
    """Return the processor time of a call, children included."""

    def spent() -> float:
        both = (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
        return sum(each.ru_utime + each.ru_stime for each in both)

    before = spent()
    work()
    return spent() - before


def pictures(data: Path) -> Iterator[Goal]:
    """R10. Files whose fonts are not in them are left out: the peer draws nothing for those."""
    paths = [path for path in sorted((data / "reading" / "born").glob("*.pdf")) if "noembed" not in path.name]
    paths.append(data / "documents/zh-tender/anqing-招标文件.pdf")
    draw_page(paths[0].read_bytes(), 1, dots_per_inch=DOTS_PER_INCH)  # loads the engine and the encoder
    ours = theirs = 0.0
    sizes: list[int] = []
    for path in paths:
        spent, files = _draw(path)
        ours, sizes = ours + spent, [*sizes, *files]
        theirs += _draw_with_peer(path) if shutil.which("pdftoppm") else 0.0
    if theirs:
        yield at_least("R10 page pictures: speed / pdftoppm -png", theirs / ours, 7)
    yield at_most("R10 kilobytes a page", statistics.mean(sizes) / 1000, 110)


def _draw(path: Path) -> tuple[float, list[int]]:
    """Return the processor time of drawing all pages of a file, and the sizes of the pictures in bytes."""
    content, numbers = path.read_bytes(), [page.number for page in pages_of(path)]
    pngs: list[bytes | None] = []
    spent = cpu_seconds(
        lambda: pngs.extend(draw_page(content, number, dots_per_inch=DOTS_PER_INCH) for number in numbers)
    )
    return spent, [len(png) for png in pngs if png]


def _draw_with_peer(path: Path) -> float:
    with tempfile.TemporaryDirectory() as folder:
        command = ["pdftoppm", "-png", "-r", str(DOTS_PER_INCH), str(path), f"{folder}/page"]
        return cpu_seconds(lambda: subprocess.run(command, check=True, stderr=subprocess.DEVNULL))


def formats(data: Path) -> Iterator[Goal]:
    """R12, the bytes."""
    strings = json.loads((data / "reading/office/encodings.json").read_text("utf-8"))
    right = sum(decode(bytes.fromhex(one["hex"])).text == one["text"] for one in strings)
    yield at_least(f"R12 byte strings decoded (of {len(strings)})", right, 68)
    told = known = 0
    spent = 0.0
    for path in (path for folder in ORDINARY for path in sorted((data / folder).rglob("*"))):
        expected = SUFFIXES.get(path.suffix.lower())
        if expected is None or not path.is_file() or not path.stat().st_size:
            continue
        content = path.read_bytes()
        started = time.process_time()
        found = media_type(content, "")
        spent += time.process_time() - started
        known, told = known + 1, told + (found in expected)
        if found not in expected:
            print(f"    {path.relative_to(data)}: {found}")
    yield at_least(f"R12 formats of {known} files told by their bytes alone", told / known, 559 / 591)
    yield at_most("R12 milliseconds to tell one", spent / known * 1000, 0.5)


def languages() -> Iterator[Goal]:
    """R12, the languages."""
    phrases = [(language, text) for language, texts in PHRASES.items() for text in texts]
    wrong = [(language, text) for language, text in phrases if language_of(text) != language]
    for language, text in wrong:
        print(f"    {language}: {text}: {language_of(text)}")
    yield at_least(f"R12 phrases known, of {len(phrases)}", 1 - len(wrong) / len(phrases), 86 / 90)
    started = time.process_time()
    for _ in range(20):
        for _, text in phrases:
            language_of(text)
    spent = (time.process_time() - started) / 20 / len(phrases)
    yield at_most("R12 microseconds a phrase", spent * 1e6, 50)


def main() -> int:
    """Run it; exit code 0 if all goals hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    data = parser.parse_args().shared / "data"
    goals: list[Goal] = [*languages()]
    if data.is_dir():
        reading = data / "reading"
        goals += [*made_pages(reading / "born"), *encodings(reading / "cmaps"), *formats(data)]
        goals += [*pictures(data), *hard_files(data)]
    print("\n".join(str(goal) for goal in goals))
    return 0 if all(goal.holds for goal in goals) else 1


if __name__ == "__main__":
    sys.exit(main())
