"""The tree that the rules of the house are held against: which files belong to it, and what its pages say."""

from __future__ import annotations

import os
import re
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "tenderlight"
REFERENCE = ROOT / "docs" / "reference"
_NOT_OURS = {".git", ".venv", "_build", "demo-case", "build", "dist", "__pycache__", ".hypothesis"}


@cache
def files_of_the_tree() -> tuple[Path, ...]:
    """Return the files that git tracks; where there is no git, all files but those that tools make."""
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        found = [path for path in ROOT.rglob("*") if _NOT_OURS.isdisjoint(path.relative_to(ROOT).parts)]
        return tuple(sorted(path for path in found if path.is_file() and "_cache" not in str(path)))
    names = [os.fsdecode(name) for name in listed.split(b"\0") if name]
    return tuple(path for path in sorted(ROOT / name for name in names) if path.exists())


def files_ending(*endings: str) -> list[Path]:
    """Return the files of the tree with one of these endings."""
    return [path for path in files_of_the_tree() if path.name.endswith(endings)]


def python_files(*folders: str) -> list[Path]:
    """Return the Python files written by people in these folders; generated tables are left out."""
    return [
        path
        for path in files_ending(".py")
        if path.relative_to(ROOT).parts[0] in folders and "_generated" not in path.parts
    ]


def name_of(path: Path) -> str:
    """Return the name a test shows for a file."""
    return path.relative_to(ROOT).as_posix()


def text_of(path: Path) -> str | None:
    """Return the text of a file, or None if it is none."""
    content = path.read_bytes()
    if b"\0" in content[:8192]:
        return None
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return None


def reference(name: str) -> str:
    """Return a page of the reference."""
    return (REFERENCE / name).read_text("utf-8")


def part_of(page: str, heading: str) -> str:
    """Return what stands under a heading of a page, up to the next heading of its level or above."""
    found = re.search(rf"(?m)^(#+) {re.escape(heading)}$", page)
    assert found, f"no heading “{heading}”"
    level = len(found[1])
    rest = page[found.end() :]
    following = re.search(rf"(?m)^#{{1,{level}}} ", rest)
    return rest[: following.start()] if following else rest


def keys_of_table(part: str) -> list[str]:
    """Return the names in the first column of the first table."""
    lines = part.splitlines()
    first = next((number for number, line in enumerate(lines) if line.startswith("| ---")), None)
    assert first is not None, "no table"
    keys = []
    for line in lines[first + 1 :]:
        if not line.startswith("|"):
            break
        keys += re.findall(r"`([^`]+)`", line.split("|")[1])
    return keys


def table_values(part: str, *, column: int) -> dict[str, str]:
    """Return one column of the first table by the name in its first column; columns are counted from 0."""
    rows = [line.split("|") for line in part.splitlines() if re.match(r"\| `", line)]
    return {row[1].strip().strip("`"): row[1 + column].strip() for row in rows}
