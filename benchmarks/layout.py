"""What it costs to lay documents without pages out, and how many of their words are found again on the pages.

    python benchmarks/layout.py [--rounds 5] [FILE ...]

Processor time is that of LibreOffice and all else behind its walls. Cold is the start of a process and its first
document; warm is each further one. Goals: warm at most 0.25 seconds of processor time a file (median); at least 0.98
of the words of each file of a hundred words or more found again. Without FILE, the office files of the shared folder.
"""

from __future__ import annotations

import argparse
import os
import select
import statistics
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from tenderlight.model.document import Page
from tenderlight.model.layout import Layout
from tenderlight.model.reader import OpenOriginal, ReadingLimits
from tenderlight.pipeline.laying_out.converter import FILTERS, Answer, Converter, Installed, State, find_converter
from tenderlight.reading import detect, registry
from tenderlight.reading.layout.laid_out import lay_out

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
FOLDERS = (SHARED / "reading" / "office", SHARED / "documents" / "office")
GOAL_SECONDS = 0.25
GOAL_SHARE = 0.98
WORDS_THAT_COUNT = 100
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(slots=True, kw_only=True)
class Measured:
    """One file."""

    path: Path
    content: bytes
    media_type: str
    pages: list[Page]
    seconds: list[float] = field(default_factory=list)
    share: float = 0.0
    align_milliseconds: float = 0.0
    trouble: str = ""

    @property
    def words(self) -> int:
        """Runs of letters in the text; each Chinese character counts."""
        return sum(
            len(page.text.split()) + sum("\u4e00" <= letter <= "\u9fff" for letter in page.text) for page in self.pages
        )


def read(content: bytes, media_type: str) -> list[Page]:
    """Read a file's pages, in this process."""
    reader = registry.reader_for(media_type)
    if reader is None:
        return []
    items = reader.read(OpenOriginal(content=content, media_type=media_type), ReadingLimits())
    return [item for item in items if isinstance(item, Page)]


def seconds_of_descendants() -> float:
    """Return the processor time of all processes below this one that are alive."""
    parents: dict[int, int] = {}
    used: dict[int, int] = {}
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            fields = (folder / "stat").read_text("utf-8", "replace").rsplit(")", 1)[1].split()
        except OSError:
            continue
        parents[int(folder.name)] = int(fields[1])
        used[int(folder.name)] = int(fields[11]) + int(fields[12]) + int(fields[13]) + int(fields[14])
    total, waiting = 0, [os.getpid()]
    while waiting:
        parent = waiting.pop()
        children = [child for child, its in parents.items() if its == parent]
        total += sum(used[child] for child in children)
        waiting += children
    return total / TICKS


def wait(converter: Converter) -> Answer | None:
    """Wait for the next answer, or until it is ready."""
    while True:
        select.select(converter.filenos(), (), (), max(0.0, converter.deadline - time.monotonic()))
        answer = converter.receive()
        if answer is not None or converter.state in (State.FREE, State.LOST):
            return answer


def convert(converter: Converter, file: Measured) -> Answer:
    """Lay a file out."""
    with file.path.open("rb") as original:
        converter.submit(original, FILTERS[file.media_type], wall_seconds=300.0, cpu_seconds=150.0)
    answer = wait(converter)
    assert answer is not None
    return answer


def cold_seconds(installed: Installed, file: Measured) -> float:
    """Return the processor time from nothing to the first laid-out document."""
    before = seconds_of_descendants()
    converter = Converter(installed)
    try:
        wait(converter)
        convert(converter, file)
        return seconds_of_descendants() - before
    finally:
        converter.close()


def measure(installed: Installed, files: list[Measured], rounds: int) -> None:
    """Lay every file out several times in one warm process, and find its words on the pages."""
    converter = Converter(installed)
    try:
        wait(converter)
        convert(converter, files[0])
        for turn in range(rounds):
            for file in files:
                before = seconds_of_descendants()
                answer = convert(converter, file)
                file.seconds.append(seconds_of_descendants() - before)
                file.trouble = answer.trouble
                if turn == 0 and answer.pdf is not None:
                    find_words(file, answer.pdf)
                if converter.state is State.LOST:
                    converter = Converter(installed)
                    wait(converter)
    finally:
        converter.close()


def find_words(file: Measured, pdf: bytes) -> None:
    """Find the words of a file on its laid-out pages."""
    pdf_pages = read(pdf, "application/pdf")
    made = Layout(page_number=1, pdf="", converter="", fonts=(), page_sizes=(), lines=())
    before = time.process_time()
    found = lay_out(
        [page.text for page in file.pages], pdf_pages, numbers=[page.number for page in file.pages], made=made
    )
    file.align_milliseconds = (time.process_time() - before) * 1000
    file.share = found.share


def chosen(paths: list[Path]) -> list[Measured]:
    """Return the files that are laid out, read."""
    found = []
    for path in paths or sorted(path for folder in FOLDERS if folder.is_dir() for path in folder.iterdir()):
        content = path.read_bytes()
        media_type = detect.media_type(content, path.name)
        if media_type in FILTERS and (pages := read(content, media_type)):
            found.append(Measured(path=path, content=content, media_type=media_type, pages=pages))
    return found


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", metavar="FILE", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    installed, files = find_converter(), chosen(options.files)
    if not isinstance(installed, Installed) or not files:
        print(f"Nothing measured: {'no files' if isinstance(installed, Installed) else installed.reason}.")
        return 0
    cold = [cold_seconds(installed, files[0]) for _ in range(3)]
    measure(installed, files, options.rounds)
    print(f"{'file':44} {'words':>7} {'warm s':>7} {'share':>7} {'align ms':>9}")
    for file in files:
        figures = (
            f"{file.words:7} {statistics.median(file.seconds):7.2f} {file.share:7.4f} {file.align_milliseconds:9.1f}"
        )
        print(f"{file.path.name[:44]:44} {figures} {file.trouble[:40]}")
    warm = statistics.median(seconds for file in files for seconds in file.seconds)
    worst = min((file.share for file in files if file.words >= WORDS_THAT_COUNT), default=1.0)
    print(f"cold {statistics.median(cold):.2f} s, warm {warm:.2f} s (goal {GOAL_SECONDS})")
    print(f"least share of words found again {worst:.4f} (goal {GOAL_SHARE})")
    return 0 if warm <= GOAL_SECONDS and worst >= GOAL_SHARE else 1


if __name__ == "__main__":
    sys.exit(main())
