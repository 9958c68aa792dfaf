"""Files of a report or an export: whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tenderlight.archive.storage import make_folder, writing_to


@contextmanager
def whole_file(target: Path) -> Iterator[Path]:
    """Give a name beside `target` to write to, and put that file in place of `target` only when all went well.

    Raises:
        StorageFull: If the disk would not take it.
        UsageError: If the place may not be written to.
    """
    unfinished = target.with_name(f".{target.name}.unfinished")
    make_folder(target.absolute().parent)
    with writing_to(target):
        try:
            yield unfinished
            unfinished.replace(target)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
