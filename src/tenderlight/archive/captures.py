"""Writes what was fetched as a web archive (WARC 1.1), a packed member a record, as the tools of libraries read it.

Format: ISO 28500:2017, https://iipc.github.io/warc-specifications/. A file is an original like any other: it is kept
whole under its SHA-256, and what is in it is read from there.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from tenderlight.archive.storage import sync_folder, write_all, writing_to

HTTP = "application/http;msgtype="


@dataclass(frozen=True, slots=True, kw_only=True)
class Captured:
    """A question to a server and its answer, as they went over the line."""

    url: str
    at: datetime
    """When it was asked, UTC."""
    address: str
    """The network address that answered."""
    asked: bytes = field(repr=False)
    answer: bytes = field(repr=False)
    payload: bytes = field(repr=False)
    """The body without the marks of its chunks."""


class CaptureWriter:
    """Writes one web archive. Use as a context manager; the file is on the disk when it ends."""

    def __init__(self, path: Path, *, software: str, at: datetime) -> None:
        self._path = path
        with writing_to(path):
            self._descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o644)
        fields = f"software: {software}\r\nformat: WARC File Format 1.1\r\n".encode()
        self._record("warcinfo", at, fields, {"Content-Type": "application/warc-fields"})

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, trouble: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self.finish()
        finally:
            self.close()

    def finish(self) -> None:
        """Force the file to the disk, and close it.

        Raises:
            StorageFull: If the disk would not take it.
        """
        with writing_to(self._path):
            os.fsync(self._descriptor)
            sync_folder(self._path.parent)
        self.close()

    def close(self) -> None:
        """Let the file go as it is. Harmless if done already."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def add(self, captured: Captured) -> None:
        """Write a question and its answer."""
        about = {"WARC-Target-URI": captured.url, "WARC-IP-Address": captured.address}
        answered = {**about, "Content-Type": f"{HTTP}response"}
        if captured.answer.endswith(b"\r\n\r\n" + captured.payload):
            # of a body in chunks, tools differ on what a digest of it is; that of the whole block stands in any case
            answered["WARC-Payload-Digest"] = _digest(captured.payload)
        self._record("response", captured.at, captured.answer, answered)
        self._record("request", captured.at, captured.asked, {**about, "Content-Type": f"{HTTP}request"})

    def note(self, about: str, said: Sequence[Mapping[str, object]], *, at: datetime) -> None:
        """Write what was found at a place that is no server, a JSON object a line."""
        lines = b"".join(json.dumps(one, ensure_ascii=False, sort_keys=True).encode("utf-8") + b"\n" for one in said)
        self._record("metadata", at, lines, {"WARC-Target-URI": about, "Content-Type": "application/x-ndjson"})

    def _record(self, kind: str, at: datetime, block: bytes, more: Mapping[str, str]) -> None:
        headers = {
            "WARC-Type": kind,
            "WARC-Record-ID": f"<urn:uuid:{uuid.uuid4()}>",
            "WARC-Date": at.strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
            "WARC-Block-Digest": _digest(block),
            **more,
            "Content-Length": str(len(block)),
        }
        head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        whole = b"WARC/1.1\r\n" + head.encode("utf-8") + b"\r\n" + block + b"\r\n\r\n"
        with writing_to(self._path):
            write_all(self._descriptor, gzip.compress(whole, compresslevel=6, mtime=0))


def _digest(content: bytes) -> str:
    return f"sha256:{hashlib.sha256(content).hexdigest()}"
