"""Pages of real files that nobody labelled: nearly all innocent. What is found bought there is to be judged by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from tenderlight.capabilities.searchtext import SearchText, search_text_at, search_text_of_pages
from tenderlight.model.document import Page
from tenderlight.model.reader import OpenOriginal, ReadingLimits
from tenderlight.model.record import Record
from tenderlight.pipeline.steps import read_original

FOLDERS = (
    "zh-national-notices",
    "zh-yichang-notices",
    "zh-tw-tenders",
    "zh-laws",
    "documents",
    "ocds-publishers",
    "ocds-uk",
    "ocds-fixtures",
    "ted-standard-forms",
    "ted-eforms",
    "ru-44fz",
    "us-fpds",
    "br-feira",
)
DESCRIPTIONS = frozenset({"README.md", "FILES.tsv"})
"""Files about a folder, which are not of it."""
SHORTEST = 6
"""Characters of a string in a data file that may say something."""
LARGEST_BYTES = 20_000_000


def unlabelled_parts(data: Path) -> Iterator[tuple[Path, Page | Record | str]]:
    """Yield the pages or records of the files below `data`, each with its file, in order of the names.

    Files are read in this process, without a cage. Of a data file that is no source, the words of each line are a part.
    """
    for folder in FOLDERS:
        for file in sorted(path for path in (data / folder).rglob("*") if path.is_file()):
            if file.name not in DESCRIPTIONS and file.stat().st_size <= LARGEST_BYTES:
                for part in parts_of_file(file):
                    yield file, part


def texts_of(part: Page | Record | str) -> Iterator[SearchText]:
    """Yield the texts of a part that capabilities are looked for in."""
    if isinstance(part, Page):
        yield search_text_of_pages([part])
    elif isinstance(part, Record):
        yield from (search_text_at(field.text, field.pointer) for field in part.fields)
    else:
        yield search_text_at(part, "text")


def parts_of_file(file: Path) -> Iterator[Page | Record | str]:
    """Yield the pages or records of a file; of a data file that is no source, the words of each line."""
    content = file.read_bytes()
    items = list(read_original(OpenOriginal(content=content, untrusted_name=file.name), ReadingLimits()))
    found = [item for item in items if isinstance(item, Page | Record)]
    if found:
        yield from found
    elif file.suffix in {".json", ".jsonl"}:
        for line in content.decode("utf-8", "replace").splitlines():
            words = "\n".join(_strings(line))
            if words:
                yield words


def _strings(line: str) -> Iterator[str]:
    """Yield the strings of a line of JSON that are long enough to say something."""
    try:
        waiting = [json.loads(line)]
    except ValueError:
        return
    while waiting:
        value = waiting.pop()
        if isinstance(value, str) and len(value) >= SHORTEST:
            yield value
        elif isinstance(value, dict):
            waiting.extend(reversed(value.values()))
        elif isinstance(value, list):
            waiting.extend(reversed(value))
