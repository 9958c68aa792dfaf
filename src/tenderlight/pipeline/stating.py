"""Words of a maker looked up in the file that has them, in the cage."""

from __future__ import annotations

from pathlib import Path

from tenderlight.errors import UsageError
from tenderlight.languages.normalise import flatten
from tenderlight.model.document import Page
from tenderlight.pipeline.one_file import read_file


def page_with(file: Path, words: str) -> int:
    """Return the page of a file, from 1, on which words stand; line breaks and blanks count as one blank.

    Raises:
        UsageError: If they stand on no page that could be read.
    """
    wanted = _plain(words)
    if not wanted:
        raise UsageError("Give the words of the statement.")
    for line in read_file(file):
        if isinstance(line.item, Page) and wanted in _plain(line.item.text):
            return line.item.number
    raise UsageError(f"These words stand on no page of {file} that could be read; give them as the file has them.")


def _plain(text: str) -> str:
    return "".join(flatten(text).split())
