"""A folder with every kind of trouble that files can be, and what is to be said of each."""

from __future__ import annotations

import os
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pikepdf

GOOD = "公告.txt"
"""A file among the bad ones with nothing wrong."""
GBK_NAME = "招标公告.txt".encode("gbk")
SHOWN_GBK_NAME = GBK_NAME.decode("utf-8", "backslashreplace")
SPARSE_BYTES = 300 * 1024**2
BOMB_BYTES = 200 * 1024**2
GROWING_BYTES = 24 * 1024**2
"""Large enough for something to be added while it is copied."""

NOT_RECEIVED = {
    "away": "broken-link",
    "growing.txt": "file-changed-while-read",
    "locked": "folder-not-readable",
    "locked.txt": "file-not-readable",
    "pipe": "not-a-regular-file",
    "round": "broken-link",
}
"""Problem of each file that cannot be had."""
NOT_READ = {
    "empty.pdf": ("not_read", "empty-file"),
    "encrypted.pdf": ("not_read", "pdf-encrypted"),
    "no-pages.pdf": ("not_read", "pdf-no-pages"),
    "nothing-but-noughts.bin": ("not_read", "unknown-format"),
    "swelling.zip": ("partly", "limit-expansion"),
    "truncated.pdf": ("partly", "pdf-cut-off"),
}
"""State and problem of each file that is kept, and not read whole."""
READ = {GOOD: "text", "report.docx": "pdf", SHOWN_GBK_NAME: "text"}
"""Reader of each file that is read whole whatever its name."""


def make_bad_files(folder: Path, tender: Path) -> None:
    """Write the folder.

    Args:
        folder: Where; made here.
        tender: A PDF that is in order.
    """
    folder.mkdir()
    text = "澜水县公安局采购公告\n项目编号：NYZC2023-138-006\n"
    (folder / GOOD).write_text(text, "utf-8")
    (folder / os.fsdecode(GBK_NAME)).write_text(text, "gbk")
    (folder / "empty.pdf").touch()
    (folder / "truncated.pdf").write_bytes(tender.read_bytes()[:100_000])
    (folder / "report.docx").write_bytes(tender.read_bytes())
    with pikepdf.open(tender) as document:
        document.save(folder / "encrypted.pdf", encryption=pikepdf.Encryption(owner="a", user="b"))
    with pikepdf.new() as document:
        document.save(folder / "no-pages.pdf")
    with (folder / "nothing-but-noughts.bin").open("wb") as sparse:
        sparse.truncate(SPARSE_BYTES)
    with zipfile.ZipFile(folder / "swelling.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(folder / GOOD, "公告.txt")
        archive.writestr("noughts.bin", bytes(BOMB_BYTES))
    (folder / "growing.txt").write_bytes(bytes(GROWING_BYTES))
    os.mkfifo(folder / "pipe")
    (folder / "away").symlink_to("nowhere")
    (folder / "round").symlink_to("round")
    (folder / "loop").symlink_to(".")
    (folder / "locked.txt").write_text(text, "utf-8")
    (folder / "locked.txt").chmod(0)
    (folder / "locked").mkdir()
    (folder / "locked" / "公告.txt").write_text(text, "utf-8")
    (folder / "locked").chmod(0)


@contextmanager
def growing(file: Path) -> Iterator[None]:
    """Add to a file again and again, until the block is left."""
    is_over = threading.Event()

    def add() -> None:
        with file.open("ab", buffering=0) as end:
            while not is_over.wait(0.001):
                end.write(b"more\n")

    thread = threading.Thread(target=add)
    thread.start()
    try:
        yield
    finally:
        is_over.set()
        thread.join()
