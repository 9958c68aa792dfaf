"""Files of a report or an export: whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tenderlight.archive.storage import make_folder, writing_to
from tenderlight.errors import UsageError


@contextmanager
def whole_file(target: Path) -> Iterator[Path]:
    """Give a name beside `target` to write to, and put that file in place of `target` only when all went well.

    Raises:
        StorageFull: If the disk would not take it.
        UsageError: If the place may not be written to.
    """
    unfinished = target.with_name(f".{target.name}.unfinished")
    try:
        make_folder(target.absolute().parent)
        with writing_to(target):
            try:
                yield unfinished
                unfinished.replace(target)
            except BaseException:
                with suppress(OSError):
                    unfinished.unlink()
                raise
    except OSError as trouble:  # a name too long, a place that takes no files
        raise UsageError(f"{target} could not be written ({trouble.strerror}).") from trouble
