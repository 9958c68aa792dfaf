"""What is in a case and how far a run is, as numbers in the text format of Prometheus.

Format: https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from tenderlight.archive.storage import writing_to
from tenderlight.cases.answers import Summary

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class Sample(NamedTuple):
    """One number."""

    name: str
    help: str
    value: float
    labels: tuple[tuple[str, str], ...] = ()


def samples_of(summary: Summary, *, case: str) -> Iterator[Sample]:
    """Yield the numbers of a case.

    Args:
        summary: What is in it.
        case: Its name.
    """
    own = (("case", case),)

    def sample(name: str, about: str, value: float, **labels: str) -> Sample:
        return Sample(f"tenderlight_{name}", about, value, (*own, *labels.items()))

    states = {"read": summary.read, "partly": summary.partly, "not_read": summary.not_read, "waiting": summary.waiting}
    for state, count in states.items():
        yield sample("documents", "Documents by how much of them was read.", count, state=state)
    yield sample("files_not_received", "Files that could not be received.", summary.not_received)
    pages = {"read": summary.pages.read, "partly": summary.pages.partly, "not_read": summary.pages.not_read}
    for state, count in pages.items():
        yield sample("pages", "Pages by how much of them was read.", count, state=state)
    yield sample("pages_recognised", "Pages read from their pictures.", summary.pages.recognised)
    for code, count in sorted(summary.problems.items()):
        yield sample("documents_with_problem", "Documents that have a problem, by its code.", count, code=code)
    yield sample("contracts", "Contracts that documents are about.", summary.contracts)
    yield sample("claims", "Claims that were made.", summary.claims)


def text_of(samples: Iterable[Sample]) -> str:
    """Return samples as text; those of one name follow each other."""
    lines: list[str] = []
    named = ""
    for sample in samples:
        if sample.name != named:
            named = sample.name
            lines += [f"# HELP {named} {sample.help}", f"# TYPE {named} gauge"]
        labels = ",".join(f'{name}="{_escaped(value)}"' for name, value in sample.labels)
        lines.append(f"{named}{{{labels}}} {sample.value}" if labels else f"{named} {sample.value}")
    return "\n".join(lines) + "\n"


def write_samples(path: Path, samples: Iterable[Sample]) -> None:
    """Write samples into a file that is read while it is written: whole or not at all.

    Raises:
        StorageFull, UsageError: If the place does not take it.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    with writing_to(path):
        try:
            temporary.write_text(text_of(samples), "utf-8")
            temporary.replace(path)
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace("\n", "\\n").replace('"', '\\"')
