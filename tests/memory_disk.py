"""A folder on a memory disk, where there is one: forcing files to it takes no time."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MEMORY = Path("/dev/shm")


@contextmanager
def memory_folder() -> Iterator[Path]:
    """Give an empty folder for the block; on an ordinary disk if there is no memory disk."""
    place = MEMORY if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) else None
    folder = Path(tempfile.mkdtemp(prefix="tenderlight-test-", dir=place))
    try:
        yield folder
    finally:
        shutil.rmtree(folder)
