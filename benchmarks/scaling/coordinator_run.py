"""The coordinator alone, over documents that are read and claimed at no cost: DOCUMENTS CASE.

    python -m benchmarks.scaling.coordinator_run COUNT CASE

Each document has one page of 600 words and ten claims, made here and not read: what is left is what the one process
costs that receives, checks and stores, whatever does the work.
"""

from __future__ import annotations

import gzip
import json
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tenderlight.cage import Emit, JobPool, Workshop, read_whole
from tenderlight.cases import Case
from tenderlight.cases.encoding import decode_reading
from tenderlight.linking.procedures import ContractKey
from tenderlight.model.claim import Claim
from tenderlight.model.document import Page, PageMethod
from tenderlight.model.quote import Quote
from tenderlight.model.statement import StatementKind
from tenderlight.model.values import TextValue
from tenderlight.pipeline.heads import ContractClaims, ReadingHead
from tenderlight.pipeline.local import Run
from tenderlight.pipeline.messages import ReadTask, read_task, write_frame
from tenderlight.pipeline.run import RunOptions
from tenderlight.reading.registry import all_readers
from tests.pipeline.in_process import InProcess, OneByOne

WORDS = 600
CLAIMS = 10


class Unread(InProcess):
    """Answers at once, without reading."""

    def pool(self, workshop: Workshop) -> JobPool:  # noqa: ARG002
        """Return a pool that answers."""
        return OneByOne(answer, "none")


def answer(task: bytes, original: int | None, emit: Emit) -> None:
    """Answer a task: a page of the bytes as they are, or claims of its first words."""
    assert original is not None
    content = read_whole(original)
    if isinstance(read_task(task), ReadTask):
        version = next(reader.version for reader in all_readers() if reader.name == "text")
        emit(write_frame(ReadingHead(media_type="text/plain", reader="text", reader_version=version)))
        emit(write_frame(Page(number=1, text=content.decode("utf-8"), method=PageMethod.FLOW)))
        return
    reading = decode_reading(gzip.decompress(content))
    key = ContractKey(key=f"project:{reading.document[:16]}", because="The same project number.")
    emit(write_frame(ContractClaims(key=key, claims=tuple(_claims(reading.document, reading.pages[0].text, key)))))


def _claims(document: str, text: str, key: ContractKey) -> Iterator[Claim]:
    for index in range(CLAIMS):
        start = 8 * index
        words = text[start : start + 8]
        quote = Quote(
            document=document, path="", start=start, end=start + 8, text=words, page_number=1, reader="text/1"
        )
        yield Claim(
            claim=f"{document[:24]}{index:08d}",
            contract=key.contract,
            kind=StatementKind.TITLE,
            value=TextValue(text=words),
            polarity=None,
            stage=None,
            rule="facts.title",
            rule_version=1,
            confidence=None,
            against=(),
            quotes=(quote,),
        )


def main() -> None:
    """Run it over so many documents, and print what it cost as JSON."""
    count, case_folder = int(sys.argv[1]), Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as place:
        documents = Path(place)
        for number in range(count):
            folder = documents / f"{number // 1000:04d}"
            folder.mkdir(exist_ok=True)
            (folder / f"{number}.txt").write_text(
                " ".join(f"{number * 7 + index:06d}" for index in range(WORDS)), "utf-8"
            )
        start, before = time.process_time(), _megabytes()
        options = RunOptions(paths=(documents,), case_folder=case_folder, lay_out=False, compare=False)
        with Unread() as hands, Case.open(case_folder, create=True) as case:
            Run(case, options, hands).go()
        spent, again = time.process_time() - start, time.process_time()
        peak = _megabytes()
        with Unread() as hands, Case.open(case_folder, create=True) as case:
            Run(case, options, hands).go()
        second = time.process_time() - again
    figures = {"count": count, "cpu_seconds": spent, "again_cpu_seconds": second, "megabytes": peak, "before": before}
    print(json.dumps(figures))


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
