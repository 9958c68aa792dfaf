"""What it costs to read each document in a process of its own behind walls, over reading it right here.

    python benchmarks/isolation.py [--jobs 100] [PDF ...]

Prints processor time in milliseconds a document, of the whole process tree: parent, lane and children, the start of
the lane left out. Goal: at most 10 ms over the call in this process. Exit code 1 if that is missed, or if any
document reads differently in the cage.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tenderlight.cage import ALL_WALLS, Emit, Job, LanePool, Perform, Wall, Workshop

GOAL_MILLISECONDS = 10.0
ROUNDS = 5
WORKSHOP = Workshop(opener="benchmarks.isolation:open_workshop")


def open_workshop() -> Perform:
    """Load what the readers of documents load, and use it once: the fork has as much to copy as in earnest."""
    import lxml.etree
    import numpy as np
    import pikepdf
    import PIL.Image
    import pypdfium2

    loaded = (lxml.etree, np, pikepdf, PIL.Image)
    assert loaded

    def read(task: bytes, original: int | None, emit: Emit, /) -> None:
        if task == b"nothing" or original is None:
            return
        content = os.pread(original, os.fstat(original).st_size, 0)
        document: Any = pypdfium2.PdfDocument(content)  # type: ignore[no-untyped-call]
        for page in document:
            emit(page.get_textpage().get_text_bounded().encode("utf-8", "replace"))
        document.close()

    warm_up(read)
    return read


def warm_up(read: Perform) -> None:
    """Read one document, so that no child has to build fonts and tables again."""
    with tempfile.TemporaryDirectory() as folder, write_example(Path(folder)).open("rb") as file:
        read(b"text", file.fileno(), lambda _: None)


def write_example(folder: Path) -> Path:
    """Write a plain five-page document, so that the script needs no other file."""
    import pikepdf

    with pikepdf.new() as document:
        font = document.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        )
        for page_number in range(1, 6):
            page = document.add_blank_page(page_size=(595, 842))
            page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
            lines = "".join(f"(Item {line} of page {page_number}: 12 cameras, 3,400.00) Tj T*\n" for line in range(50))
            page.Contents = document.make_stream(f"BT /F1 10 Tf 14 TL 40 800 Td\n{lines}ET".encode())
        path = folder / "example.pdf"
        document.save(path)
    return path


def processor_seconds() -> float:
    """Used so far by this process and by all that it started and that have ended."""
    usages = (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def read_here(perform: Perform, tasks: Iterable[tuple[bytes, Path]]) -> tuple[float, str]:
    """Processor seconds of reading in this process, and a digest of all that was read."""
    digest = hashlib.sha256()
    start = processor_seconds()
    for task, path in tasks:
        with path.open("rb") as file:
            perform(task, file.fileno(), digest.update)
    return processor_seconds() - start, digest.hexdigest()


def read_caged(tasks: list[tuple[bytes, Path]], walls: tuple[Wall, ...]) -> tuple[float, str, float]:
    """As `read_here`, one lane, with the seconds a job took by the clock as well."""

    def jobs() -> Iterable[Job]:
        for task, path in tasks:
            with path.open("rb") as file:
                yield Job(key=path.name, task=task, original=file.fileno())

    start = processor_seconds()
    with LanePool(WORKSHOP, count=1, walls=walls) as pool:
        pool.wait_until_open()
    opening_seconds = processor_seconds() - start
    digest = hashlib.sha256()
    start = processor_seconds()
    with LanePool(WORKSHOP, count=1, walls=walls) as pool:
        pool.wait_until_open()
        clock = time.monotonic()
        for job, event in pool.run(jobs()):
            if isinstance(event, bytes):
                digest.update(event)
            elif not event.is_finished:
                print(f"{job.key}: {event.message}", file=sys.stderr)
        elapsed = time.monotonic() - clock
    return processor_seconds() - start - opening_seconds, digest.hexdigest(), elapsed / len(tasks)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", nargs="*", type=Path, metavar="PDF")
    parser.add_argument("--jobs", type=int, default=100)
    arguments = parser.parse_args()
    perform = open_workshop()
    is_met = True
    with tempfile.TemporaryDirectory() as folder:
        documents = arguments.documents or [write_example(Path(folder))]
        paths = [documents[number % len(documents)] for number in range(arguments.jobs)]
        print(
            f"{'work':8} {'walls':6} {'here':>8} {'caged':>8} {'over':>8}   ms of processor a document  (by the clock)"
        )
        cases = [(work, walls) for work in ("nothing", "text") for walls in ((), ALL_WALLS)]
        rounds: dict[int, list[tuple[float, float, float]]] = {number: [] for number in range(len(cases))}
        for _ in range(ROUNDS):  # in turns, so that what else the machine does falls on all of them
            for number, (work, walls) in enumerate(cases):
                rounds[number].append(measure(perform, [(work.encode(), path) for path in paths], walls))
        for number, (work, walls) in enumerate(cases):
            here, caged, clock = (statistics.median(column) for column in zip(*rounds[number], strict=True))
            name = "all" if walls else "none"
            print(f"{work:8} {name:6} {here:8.2f} {caged:8.2f} {caged - here:8.2f}   {'':27} ({clock:.2f})")
            is_met &= caged - here <= GOAL_MILLISECONDS
    return 0 if is_met else 1


def measure(perform: Perform, tasks: list[tuple[bytes, Path]], walls: tuple[Wall, ...]) -> tuple[float, float, float]:
    """Milliseconds a document: processor time here, in the cage, and by the clock in the cage.

    Raises:
        SystemExit: A document read differently in the cage.
    """
    here, expected = read_here(perform, tasks)
    caged, digest, clock = read_caged(tasks, walls)
    if digest != expected:
        raise SystemExit("documents read differently in the cage")
    return here / len(tasks) * 1000, caged / len(tasks) * 1000, clock * 1000


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    raise SystemExit(main())
