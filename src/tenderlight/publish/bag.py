"""Makes a folder a BagIt bag (RFC 8493): lists of all files with their SHA-256, beside them.

Whatever is below `data/` is the payload. The same payload gives the same bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

PAYLOAD = "data"
MANIFEST = "manifest-sha256.txt"
_DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def sha256_of_file(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def payload_lines(folder: Path, *, without: str | None = None) -> list[str]:
    """Return the lines of the list of the payload, by path, each with its end.

    Args:
        folder: Of the bag.
        without: A folder whose files are left out, as the list names it ("data/custody/"); None = none.
    """
    names = sorted(path.relative_to(folder).as_posix() for path in _files(folder / PAYLOAD))
    return [_line(folder, name) for name in names if without is None or not name.startswith(without)]


def digest_of_lines(lines: Iterable[str]) -> str:
    """Return the SHA-256 of lines of a list, in hexadecimal."""
    return hashlib.sha256("".join(lines).encode("utf-8")).hexdigest()


def seal_bag(folder: Path) -> None:
    """Write the lists of a bag and its declaration: all that BagIt demands beside the payload, and nothing more.

    What lies beside the payload is in no digest that the log knows. So nothing there says anything of its own that
    somebody could change; `data/dossier.json` says what the bag is.

    Args:
        folder: With the payload in `data/`.
    """
    written = {"bagit.txt": _DECLARATION, MANIFEST: "".join(payload_lines(folder))}
    for name, text in written.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    tags = "".join(_line(folder, name) for name in sorted(written))
    (folder / "tagmanifest-sha256.txt").write_text(tags, encoding="utf-8", newline="\n")


def _files(folder: Path) -> Iterable[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def _line(folder: Path, name: str) -> str:
    """Return one line of a list. Names are ours: none holds a line's end or a per cent sign."""
    if any(sign in name for sign in "\r\n%"):
        raise ValueError(f"a bag cannot hold a file of the name {name!r}")
    return f"{sha256_of_file(folder / name)}  {name}\n"
