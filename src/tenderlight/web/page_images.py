"""Pictures of pages: drawn when somebody looks at them, in the cage, and kept beside the case.

A picture is kept under the SHA-256 of its file, so it is never of another: `derived/pictures/ab/<sha256>-<page>.png`.
Nothing in `derived/` is evidence; the folder may be removed at any time.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from tenderlight.cases import Case
from tenderlight.cases.erasing import PICTURES as FOLDER
from tenderlight.errors import TenderlightError
from tenderlight.pipeline.drawing import PNG_SIGNATURE
from tenderlight.pipeline.page_drawer import PageDrawer
from tenderlight.publish.pictures import DOTS_PER_INCH
from tenderlight.publish.writing import whole_file


class PageImages:
    """The pictures of a case's pages. One is drawn at a time; the same one is never drawn twice at once.

    Args:
        case: Whose originals are drawn.
    """

    def __init__(self, case: Case) -> None:
        self._case = case
        self._drawer = PageDrawer()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pictures")
        self._under_way: dict[tuple[str, int], asyncio.Future[bytes | None]] = {}

    def warm_up(self) -> None:
        """Open the lane that draws, without waiting for it."""
        self._thread.submit(self._open)

    async def picture(self, source: str, media_type: str, page_number: int) -> bytes | None:
        """Return the PNG of a page; None if it has no picture.

        Args:
            source: SHA-256 of an original, or of a PDF that one was laid out as.
            media_type: What it is.
            page_number: From 1.
        """
        kept = self._kept(source, page_number)
        if kept is not None:
            return kept
        key = source, page_number
        if key not in self._under_way:
            loop = asyncio.get_running_loop()
            self._under_way[key] = loop.run_in_executor(self._thread, self._draw, source, media_type, page_number)
            self._under_way[key].add_done_callback(lambda _: self._under_way.pop(key, None))
        return await asyncio.shield(self._under_way[key])

    def close(self) -> None:
        """Wait for the picture that is being drawn, and let the lane go."""
        self._thread.submit(self._drawer.close)
        self._thread.shutdown(wait=True, cancel_futures=False)

    def _open(self) -> None:
        with suppress(TenderlightError):
            self._drawer.open()

    def _draw(self, source: str, media_type: str, page_number: int) -> bytes | None:
        png = self._drawer.draw(self._case, source, media_type, page_number, dots_per_inch=DOTS_PER_INCH)
        if png is not None:
            with suppress(TenderlightError, OSError), whole_file(self._place(source, page_number)) as unfinished:
                unfinished.write_bytes(png)  # a full disk keeps nothing, and shows the picture all the same
        return png

    def _kept(self, source: str, page_number: int) -> bytes | None:
        with suppress(OSError):
            png = self._place(source, page_number).read_bytes()
            if png.startswith(PNG_SIGNATURE):
                return png
        return None

    def _place(self, source: str, page_number: int) -> Path:
        return self._case.folder / FOLDER / source[:2] / f"{source}-{page_number}.png"
