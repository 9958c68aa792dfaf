"""Originals and pictures of their pages. An original is only ever handed out as a file to keep, never shown."""

from __future__ import annotations

import asyncio
import re

from starlette.responses import FileResponse, Response

from tenderlight.web.asked import Asked, Trouble
from tenderlight.web.page_views import PDF

SHA256 = re.compile(r"[0-9a-f]{64}")
DOWNLOAD = "application/octet-stream"


async def picture(asked: Asked) -> Response:
    """Send the picture of a page of an original, or of the PDF that one was laid out as."""
    source, page_number = sha256_of(asked, "source"), page_of(asked)
    case = asked.desk.case
    line = case.document(source)
    media_type = PDF if line is None and case.layouts.has(source) else None if line is None else line.media_type
    png = None if media_type is None else await asked.desk.images.picture(source, media_type, page_number)
    if png is None:
        raise Trouble(404, "error.no_picture")
    return Response(png, media_type="image/png", headers={"Content-Security-Policy": "sandbox; default-src 'none'"})


async def original(asked: Asked) -> Response:
    """Hand an original out, as bytes that no browser opens by itself."""
    document = sha256_of(asked, "document")
    case = asked.desk.case
    if case.document(document) is None or not await asyncio.to_thread(case.originals.has, document):
        raise Trouble(404, "error.not_found")
    return FileResponse(
        await asyncio.to_thread(case.originals.path, document),  # it may have to come from a store
        media_type=DOWNLOAD,
        headers={
            "Content-Disposition": f'attachment; filename="{document}.original"',
            "Content-Security-Policy": "sandbox; default-src 'none'",
        },
    )


def sha256_of(asked: Asked, name: str) -> str:
    """Return a SHA-256 of the path.

    Raises:
        Trouble: If it is none.
    """
    value = asked.part(name)
    if not SHA256.fullmatch(value):
        raise Trouble(404, "error.not_found")
    return value


def page_of(asked: Asked) -> int:
    """Return the page number of the path.

    Raises:
        Trouble: If it is none.
    """
    number = int(asked.part("page"))
    if not 1 <= number <= 10_000_000:
        raise Trouble(404, "error.not_found")
    return number
