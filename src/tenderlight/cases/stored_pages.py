"""One page of a stored reading, found without decoding the others: a file of ten thousand pages takes no longer."""

from __future__ import annotations

import gzip
import hashlib
import zlib
from dataclasses import dataclass
from pathlib import Path

from tenderlight.cases.encoding import Undecodable, decode_item
from tenderlight.cases.stored_readings import open_reading
from tenderlight.errors import CaseDamaged
from tenderlight.model.document import Page
from tenderlight.model.layout import Layout


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPage:
    """A page as it was read."""

    page: Page
    layout: Layout | None
    """Where its text stands once laid out; None if it was not."""


def load_page(path: Path, *, sha256: str, page_number: int) -> StoredPage | None:
    """Read one page of a stored reading back.

    Args:
        path: Its file.
        sha256: What its bytes must hash to.
        page_number: From 1.

    Returns:
        The page; None if the reading has none of that number.

    Raises:
        CaseDamaged: If the reading is missing, or not what was written.
    """
    page_line, layout_line = b"", b""
    of_page = b'{"item":"page","number":%d,' % page_number
    of_layout = b'{"item":"layout","page_number":%d,' % page_number
    with open_reading(path) as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != sha256:
            raise CaseDamaged(f"The stored reading {path} no longer matches its SHA-256.", path=str(path))
        file.seek(0)
        try:
            for line in gzip.GzipFile(fileobj=file, mode="rb"):
                if line.startswith(of_page):
                    page_line = line  # of several pages of one number the last counts
                elif line.startswith(of_layout):
                    layout_line = line
            page = decode_item(page_line.rstrip(b"\n")) if page_line else None
            layout = decode_item(layout_line.rstrip(b"\n")) if layout_line else None
        except (Undecodable, OSError, EOFError, zlib.error) as trouble:
            raise CaseDamaged(f"The stored reading {path} cannot be read: {trouble}.", path=str(path)) from trouble
    if not isinstance(page, Page):
        return None
    return StoredPage(page=page, layout=layout if isinstance(layout, Layout) else None)
