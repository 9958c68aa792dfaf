"""The steps from an original to its claims: pure functions, the same in this process, in the cage and on a cluster.

`read_original` turns bytes into pages, records and members. `claim` turns what was read into claims. Neither keeps
state, so a crash costs one document, and results do not depend on who ran them or in which order.

This is the one module that may catch any exception: a fault in a rule or a reader costs its document, is recorded as a
problem, and the run goes on. Facts, rules and vocabulary are imported when the first claims are made: whoever only
reads does without them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tenderlight.languages import identify
from tenderlight.model.document import Page, Reading
from tenderlight.model.problem import Problem, problem
from tenderlight.model.reader import Item, OpenOriginal, Reader, ReadingLimits
from tenderlight.model.record import Record
from tenderlight.pipeline.heads import ContractClaims, ReadingHead
from tenderlight.pipeline.versions import CLAIM_STEP, NO_READER, reader_versions
from tenderlight.reading import registry
from tenderlight.reading.detect import format_name, media_type
from tenderlight.reading.disguises import disguises
from tenderlight.reading.metadata.file_metadata import metadata_of
from tenderlight.reading.odd_text import odd_text
from tenderlight.sources import recognise
from tenderlight.sources.json_text import has_doubled_names

STRUCTURED_TYPES = frozenset({"application/json", "application/x-ndjson", "application/xml"})
_MAY_BE_STRUCTURED = frozenset({"application/gzip", "text/csv", "text/tab-separated-values"})
"""Formats that are read as pages unless a source knows what is in them."""


_PRACTICE = (
    """<html><body><h1>中标公告</h1><p>项目编号：A-1</p><p>采购人：甲县公安局</p><p>供应商名称：乙市丙有限公司</p>
<p>中标金额：壹万元整（￥10000.00）</p><p>公告日期：2020年1月2日</p><p>1.支持人脸识别，布控报警。</p>
<table><tr><td>序号</td><td>名称</td><td>数量</td></tr><tr><td>1</td><td>摄像机</td><td>2台</td></tr></table></body></html>""",
    """Contract award notice\nBuyer: A Police\nSupplier: B Ltd\nContract value: EUR 10,000.00
Date of award: 2 January 2020\nThe system shall match faces with a watchlist.\n""",
    """{"ocid": "a-1", "id": "1", "date": "2020-01-02T00:00:00Z", "tag": ["award"], "buyer": {"name": "A"},
"awards": [{"id": "1", "title": "Face recognition", "value": {"amount": 1, "currency": "EUR"}}]}""",
)
"""What a notice looks like: read once, so that patterns are compiled and tables are built before the first fork."""


def warm_up_readers() -> None:
    """Import every reader and read a little, so that a forked child finds all in place."""
    for _ in _practice():
        pass


def warm_up() -> None:
    """Import every reader, load the vocabulary, read a little and make claims of it: as `warm_up_readers`."""
    from tenderlight.capabilities.opinions import load_readers

    load_readers()
    for practice in _practice():
        for _ in claim(practice):
            pass


def _practice() -> Iterator[Reading]:
    registry.warm_up()
    recognise.all_readers()
    identify.warm_up()
    for text in _PRACTICE:
        items = [*read_original(OpenOriginal(content=text.encode("utf-8"), untrusted_name=""), ReadingLimits())]
        head = next(item for item in items if isinstance(item, ReadingHead))
        yield Reading(
            document="",
            media_type=head.media_type,
            reader=head.reader,
            reader_version=head.reader_version,
            pages=tuple(item for item in items if isinstance(item, Page)),
            records=tuple(item for item in items if isinstance(item, Record)),
        )


def read_original(original: OpenOriginal, limits: ReadingLimits) -> Iterator[ReadingHead | Item]:
    """Yield who reads the original, then what is in it, as it is read.

    Args:
        original: Bytes and name; its media type is found here.
        limits: What the original may ask for.

    Yields:
        First a `ReadingHead`, then metadata, pages, records, members and problems. `unknown-format`,
        `format-not-yet-read`, `empty-file` and `record-format-unknown` end the reading; `reader-failed` says that a
        reader broke down, `metadata-not-read` that what looks for metadata did. Beside what readers say, every file is
        looked at for `named-otherwise` and `two-formats`, and every page for `look-alike-letters`,
        `text-direction-turned` and `text-invisible-characters`.
    """
    found = media_type(original.content, original.untrusted_name)
    original = replace(original, media_type=found)
    reader = _reader_for(original)
    if reader is None:
        yield ReadingHead(media_type=found, reader=NO_READER, reader_version=reader_versions()[NO_READER])
        yield _no_reader(original)
        yield from disguises(original.content, found, original.untrusted_name)
        if found == "application/json" and has_doubled_names(original.content, limits):
            yield problem("duplicate-key", step="read")
        return
    yield ReadingHead(media_type=found, reader=reader.name, reader_version=reader.version)
    if original.part is None or original.part.first == 1:
        yield from disguises(original.content, found, original.untrusted_name)
        yield from _metadata(original, reader)
    try:
        for item in reader.read(original, limits):
            yield item
            if isinstance(item, Page):
                yield from odd_text(item)
    except MemoryError:
        raise
    except Exception as trouble:  # noqa: BLE001 - a reader's fault costs its document, never the run
        yield problem("reader-failed", step=f"read:{reader.name}/{reader.version}", detail=_describe(trouble))


def _metadata(original: OpenOriginal, reader: Reader) -> Iterator[Item]:
    try:
        metadata = metadata_of(original.content, original.media_type)
    except MemoryError:
        raise
    except Exception as trouble:  # noqa: BLE001 - its pages are worth more than what the file says of itself
        step = f"read:{reader.name}/{reader.version}"
        yield problem("metadata-not-read", step=step, detail=_describe(trouble))
        return
    if metadata is not None:
        yield metadata


def _reader_for(original: OpenOriginal) -> Reader | None:
    if not original.content:
        return None
    if original.media_type in STRUCTURED_TYPES or original.media_type in _MAY_BE_STRUCTURED:
        source = recognise.reader_for(original.media_type, original.content)
        if source is not None:
            return source
    return registry.reader_for(original.media_type)


def _no_reader(original: OpenOriginal) -> Problem:
    if not original.content:
        return problem("empty-file", step="read")
    if original.media_type in STRUCTURED_TYPES:
        return problem("record-format-unknown", step="read", detail=f"({original.media_type})")
    if original.media_type == "application/octet-stream":
        return problem("unknown-format", step="read")
    return problem("format-not-yet-read", step="read", detail=f"({format_name(original.media_type)})")


def claim(reading: Reading) -> Iterator[ContractClaims | Problem]:
    """Yield the claims of one document, contract by contract.

    A document with pages is about one contract; each record of a structured source has its own. A document in a
    language without rules is said to be one (`language-without-rules`): that nothing was found in it says nothing.
    """
    from tenderlight.pipeline.claims_of import has_rules

    language = identify.language_of(_beginning(reading))
    if language is not None and not has_rules(language):
        yield problem("language-without-rules", step=CLAIM_STEP, detail=f"({language})")
    if reading.records:
        for record in reading.records:
            yield from _guarded(reading, record)
    elif reading.pages:
        yield from _guarded(reading, None)


def _beginning(reading: Reading) -> str:
    """Return text enough to tell the language of a document by."""
    texts = (field.text for record in reading.records for field in record.fields)
    return _joined(page.text for page in reading.pages) if reading.pages else _joined(texts)


def _joined(texts: Iterable[str]) -> str:
    parts: list[str] = []
    length = 0
    for text in texts:
        parts.append(text[: identify.ENOUGH])
        length += len(parts[-1])
        if length >= identify.ENOUGH:
            break
    return " ".join(parts)


def _guarded(reading: Reading, record: Record | None) -> Iterator[ContractClaims | Problem]:
    from tenderlight.pipeline.claims_of import claims_of_pages, claims_of_record

    try:
        found = claims_of_pages(reading) if record is None else claims_of_record(reading, record)
    except MemoryError:
        raise
    except Exception as trouble:  # noqa: BLE001 - a rule's fault costs its document, never the run
        pointer = None if record is None else record.pointer
        yield problem("rule-failed", step=CLAIM_STEP, detail=_describe(trouble), pointer=pointer)
        return
    yield from found


def _describe(trouble: Exception) -> str:
    return f"{type(trouble).__name__}: {str(trouble)[:200]}"
