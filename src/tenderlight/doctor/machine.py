"""Checks of the machine: Python, packages, the cage, programs, fonts, room on the disk, keys and lists."""

from __future__ import annotations

import ctypes.util
import importlib.metadata
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tenderlight.archive.keys import default_folder as keys_folder
from tenderlight.archive.keys import read_key
from tenderlight.cage import LanePool, Workshop
from tenderlight.cage.broken import LaneKilled, LanesLost, WorkshopNotOpened
from tenderlight.doctor.checks import Check, broken, missing, works
from tenderlight.errors import KeyNotUsable
from tenderlight.lists.place import has_lists
from tenderlight.pipeline.laying_out.converter import Missing, find_converter
from tenderlight.reading.recognition import cyrillic_engine

OLDEST_PYTHON = (3, 11)
LEAST_FREE_BYTES = 1 << 30
_NOTHING = Workshop(opener="tenderlight.doctor.machine:open_nothing")
_FOR_PEOPLE = {
    "ocr": "Pictures of pages are not read, and claims are not held against them.",
    "parquet": "No export as Parquet.",
    "ftm": "No export for FollowTheMoney.",
    "oidc": "Nobody comes into the desk by an issuer (OpenID Connect).",
    "cluster": "No run on several machines.",
    "postgres": "No case in PostgreSQL.",
    "objects": "No case in an object store.",
}
_FOR_DEVELOPERS = frozenset({"dev", "docs", "bench", "services"})


def open_nothing() -> object:
    """Return work that does nothing: what is tried is the cage around it."""
    return lambda _task, _original, _emit: None


def machine_checks(folder: Path) -> Iterator[Check]:
    """Yield what is found on this machine.

    Args:
        folder: Where a case is, or would be: whose disk must have room.
    """
    yield _python()
    yield from _extras()
    yield _cage()
    yield _archives()
    yield _office()
    yield _cyrillic()
    yield _fonts()
    yield from _rooms(folder)
    yield _key()
    yield _lists()


def _python() -> Check:
    found = f"Python {platform.python_version()} on {platform.system()} {platform.machine()}"
    if sys.version_info[:2] >= OLDEST_PYTHON and sys.platform.startswith("linux"):
        return works("python", found)
    if sys.version_info[:2] < OLDEST_PYTHON:
        return broken("python", found, costs="Nothing is sure to work.", mend="Install Python 3.11 or newer.")
    return missing(
        "python",
        found,
        costs="Fewer walls stand around readers of files.",
        mend="Use Linux for files you do not trust.",
    )


def _extras() -> Iterator[Check]:
    """Yield whether the packages of each extra are there, in versions that will do."""
    asked: dict[str, list[str]] = {}
    for line in importlib.metadata.requires("tenderlight") or ():
        wanted, _, marker = line.partition(";")
        extra = marker.partition("extra ==")[2].strip().strip("'\"")
        platforms = "sys_platform" in marker or "platform_machine" in marker
        if extra and extra not in _FOR_DEVELOPERS and not platforms:
            asked.setdefault(extra, []).append(wanted.strip())
    for extra, packages in sorted(asked.items()):
        absent = sorted({name for name in map(_name_of, packages) if not _is_there(name)})
        costs = _FOR_PEOPLE.get(extra, "What needs it is refused.")
        if absent:
            mend = f"pip install 'tenderlight[{extra}]'"
            yield missing(f"extra {extra}", f"not installed: {', '.join(absent)}", costs=costs, mend=mend)
        else:
            yield works(
                f"extra {extra}",
                ", ".join(f"{name} {importlib.metadata.version(name)}" for name in map(_name_of, packages)),
            )


def _name_of(requirement: str) -> str:
    name = requirement
    for sign in "[<>=!~ ":
        name = name.partition(sign)[0]
    return name


def _is_there(package: str) -> bool:
    try:
        importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


def _cage() -> Check:
    """Raise the walls around a job that does nothing, and say which held."""
    mend = (
        "Run on Linux 5.13 or newer, with user namespaces, Landlock and seccomp allowed (docs/reference/readings.md)."
    )
    try:
        with LanePool(_NOTHING, count=1) as pool:
            walls = pool.wait_until_open()
    except (LaneKilled, LanesLost, WorkshopNotOpened, OSError) as trouble:
        return broken("cage", str(trouble)[:200], costs="No file can be read.", mend=mend)
    if walls.is_full:
        return works("cage", str(walls))
    absent = "; ".join(f"{wall}: {why}" for wall, why in walls.missing)
    return missing("cage", f"{walls} stand; {absent}", costs="A hostile file has less to break through.", mend=mend)


def _archives() -> Check:
    found = ctypes.util.find_library("archive")
    if found:
        return works("libarchive", found)
    return broken(
        "libarchive",
        "not installed",
        costs="RAR, 7z and other archives are not read.",
        mend="apt-get install libarchive13",
    )


def _office() -> Check:
    found = find_converter()
    if isinstance(found, Missing):
        return missing(
            "LibreOffice",
            found.reason,
            costs="Word, RTF and presentation files have no page pictures and no places on a page; their text is read.",
            mend="apt-get install libreoffice-writer-nogui libreoffice-impress-nogui python3-uno bubblewrap",
        )
    return works("LibreOffice", f"{found.program}, {found.bubblewrap}")


def _cyrillic() -> Check:
    if cyrillic_engine.is_installed():
        return works("tesseract", "the network for Cyrillic letters")
    return missing(
        "tesseract",
        "no network for Cyrillic letters, or no tesserocr",
        costs="Pictures of pages in Cyrillic letters are not read.",
        mend="apt-get install tesseract-ocr-script-cyrl; pip install 'tenderlight[ocr]'",
    )


def _fonts() -> Check:
    from tenderlight.reading.pdf.missing_fonts import has_chinese_font

    if has_chinese_font():
        return works("fonts", "a font with Chinese characters")
    return missing(
        "fonts",
        "no font with Chinese characters",
        costs="Chinese PDF files without their own fonts lose text and are drawn blank.",
        mend="apt-get install fonts-wqy-microhei",
    )


def _rooms(folder: Path) -> Iterator[Check]:
    """Yield whether there is room on the disks of the case and of temporary files."""
    there = next((one for one in (folder.absolute(), *folder.absolute().parents) if one.is_dir()), Path("/"))
    for name, place in (("disk of the case", there), ("disk of temporary files", Path(tempfile.gettempdir()))):
        usage = shutil.disk_usage(place)
        found = f"{usage.free / 2**30:.1f} GiB free of {usage.total / 2**30:.1f}"
        if usage.free >= LEAST_FREE_BYTES:
            yield works(name, found)
        else:
            yield broken(
                name, found, costs="A run ends when it is full; nothing acknowledged is lost.", mend="Make room."
            )


def _key() -> Check:
    """Look at the key that signs, without making one."""
    try:
        folder = keys_folder()
        keys = sorted(one for one in folder.glob("*.pem") if not one.name.startswith("retired-"))
    except (OSError, RuntimeError) as trouble:
        return missing(
            "key", str(trouble), costs="Checkpoints are not signed.", mend="Set TENDERLIGHT_KEYS to a folder."
        )
    if not keys:
        return works("key", "none yet; the first run makes one")
    try:
        read_key(keys[0])
    except KeyNotUsable as trouble:
        return broken("key", trouble.message, costs="Checkpoints are not signed.", mend=trouble.what_to_do())
    return works("key", str(keys[0]))


def _lists() -> Check:
    if has_lists():
        return works("lists", "held")
    return missing("lists", "none held", costs="No name is screened.", mend="tenderlight lists add FILE")
