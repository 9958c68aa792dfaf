"""Reads web archives (WARC): hands on the documents captured in them, each under its address."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tenderlight.model.problem import Problem
from tenderlight.model.reader import Item, OpenOriginal, ReadingLimits
from tenderlight.reading import formats
from tenderlight.reading.archives.unpacking import Unpacking
from tenderlight.reading.web.http_bodies import Answer, ContentTooLarge, PackedUnknown, answer, unpacked, without_chunks
from tenderlight.reading.web.warc_records import Damage, UnpackedTooLarge, WarcRecord, digest_differs, records
from tenderlight.reading.web.web_documents import is_document

_CAPTURES = frozenset({"response", "resource", "conversion"})
_MOST_NAMED = 100
_NO_NAME = "capture without address"


class WebArchiveReader:
    """Reads WARC, packed or not. Pages, documents and large pictures are handed on under the address they came from.

    Requests, redirects, failures, scripts, styles and small pictures are left out, and counted. What a capture says of
    its own bytes (its digest) is checked.
    Problems: archive-empty, capture-damaged, capture-digest-differs, captures-left-out, limit-expansion, limit-members,
    limit-record-bytes, limit-unpacked-bytes, member-unreadable.
    """

    name = "warc"
    version = 3
    media_types = frozenset({formats.WARC})

    def read(self, original: OpenOriginal, limits: ReadingLimits) -> Iterator[Item]:
        """Yield the documents in the order of the archive, then what was left out."""
        step = f"read:{self.name}/{self.version}"
        yield from _Archive(Unpacking(len(original.content), limits, step), limits).items(original.content)


class _Archive:
    """An archive being read."""

    def __init__(self, unpacking: Unpacking, limits: ReadingLimits) -> None:
        self._unpacking = unpacking
        self._limits = limits
        self._left_out: Counter[str] = Counter()
        self._named = 0
        self._damage = 0
        self._is_explained = False

    def items(self, content: bytes) -> Iterator[Item]:
        """Yield the documents, and the problems as they are met."""
        unpacking = self._unpacking
        found = records(content, most_bytes=unpacking.most_bytes, record_bytes=self._limits.record_bytes)
        try:
            for record in found:
                if isinstance(record, Damage):
                    self._damage += 1
                else:
                    yield from self._record(record)
                if unpacking.is_over:
                    break
        except UnpackedTooLarge:
            yield from unpacking.stop_at_bytes()
        if self._damage:
            yield self._problem("capture-damaged", f"Places between captures: {self._damage}.")
        if self._left_out:
            listed = ", ".join(f"{name} {count}" for name, count in sorted(self._left_out.items()))
            yield self._problem("captures-left-out", f"({listed})")
        yield from unpacking.end(may_be_empty=self._is_explained or bool(self._left_out))

    def _problem(self, code: str, detail: str = "", address: str | None = None) -> Problem:
        self._is_explained = True
        return self._unpacking.problem(code, detail=detail, path=address)

    def _named_problem(self, code: str, address: str, detail: str = "") -> Iterator[Problem]:
        """Say what is wrong with one capture; after a hundred no more."""
        self._named += 1
        if self._named <= _MOST_NAMED:
            yield self._problem(code, detail, address)

    def _record(self, record: WarcRecord) -> Iterator[Item]:
        address = record.address or _NO_NAME
        if not record.is_sound:
            yield from self._named_problem("capture-damaged", address)
        if record.kind not in _CAPTURES:
            self._left_out[record.kind[:40] or "unknown"] += 1
        elif record.block is None:
            yield from self._named_problem("limit-record-bytes", address, f"Limit: {self._limits.record_bytes} bytes.")
        else:
            yield from self._capture(record, record.block, address)

    def _capture(self, record: WarcRecord, block: bytes, address: str) -> Iterator[Item]:
        found = answer(block) if record.kind == "response" else None
        if found is None:
            if record.kind == "response" and not address.startswith(("ftp:", "ftps:", "file:")):
                self._left_out["other answers"] += 1
                return
            declared = record.headers.get("content-type", "").partition(";")[0].strip().lower()
            found = Answer(status=200, headers={"content-type": declared.encode("utf-8")}, body=block)
        if not 200 <= found.status < 300:
            self._left_out["redirects" if 300 <= found.status < 400 else "failures"] += 1
            return
        body, is_whole = without_chunks(found)
        is_other = digest_differs(record.headers.get("warc-block-digest"), block)
        is_other = is_other or digest_differs(record.headers.get("warc-payload-digest"), found.body, body)
        if is_other and record.is_sound:
            yield from self._named_problem("capture-digest-differs", address)
        if not is_whole and record.is_sound:
            yield from self._named_problem("capture-damaged", address)
        yield from self._document(found, body, address)

    def _document(self, found: Answer, body: bytes, address: str) -> Iterator[Item]:
        try:
            content, is_whole = unpacked(found, body, self._unpacking.left_bytes)
        except ContentTooLarge:
            yield from self._unpacking.stop_at_bytes(address)
            return
        except PackedUnknown as how:
            self._is_explained = True
            yield from self._unpacking.unreadable(address, f"Packed as {how}.")
            return
        if not is_whole:
            yield from self._named_problem("capture-damaged", address)
        if is_document(content, address, found.media_type):
            yield from self._unpacking.file(address, [content])
        else:
            self._left_out["scripts, styles, small pictures"] += 1
