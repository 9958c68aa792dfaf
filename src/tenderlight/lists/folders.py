"""The list files under a folder: one by one, lists in parts together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from tenderlight.errors import UsageError
from tenderlight.lists.files import MOST_BYTES
from tenderlight.lists.ofac import PARTS

_OTHER_PARTS = {other: main for main, others in PARTS.items() for other in others}


def list_files(path: Path) -> Iterator[Mapping[str, bytes]]:
    """Yield the bytes of each list under `path` by name of file; a list in parts as one, with the parts beside it.

    Raises:
        UsageError: If there is no such file, or one may not be read.
    """
    for file in _files(path):
        names = [file.name]
        main = _OTHER_PARTS.get(file.name)
        if main is not None and (file.parent / main).is_file():
            if path.is_dir():
                continue  # it comes with its main file
            names = [main]
        names += [name for name in PARTS.get(names[0], ()) if (file.parent / name).is_file()]
        yield {name: _bytes(file.parent / name) for name in names}


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        shown = (
            each for each in path.rglob("*") if not any(part.startswith(".") for part in each.relative_to(path).parts)
        )
        return sorted(each for each in shown if each.is_file())
    return [path]


def _bytes(file: Path) -> bytes:
    try:
        if file.stat().st_size > MOST_BYTES:
            raise UsageError(f"{file} is larger than any list ({file.stat().st_size} bytes).")
        return file.read_bytes()
    except OSError as trouble:
        raise UsageError(f"{file} could not be read ({trouble.strerror}).") from trouble
