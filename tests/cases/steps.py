"""The steps of a job on a case, one by one, for tests to put together."""

from __future__ import annotations

from pathlib import Path

from tenderlight.archive.custody import read_log
from tenderlight.cases import Case, Member, ReadingEnd, StoredReading
from tenderlight.linking.procedures import ContractKey
from tenderlight.model.claim import Claim
from tenderlight.model.document import Page, ReadState
from tenderlight.model.problem import Problem
from tenderlight.model.quote import Quote
from tenderlight.model.statement import Polarity, StatementKind
from tenderlight.model.values import CapabilityValue

KEY = ContractKey(key="project:A-1", because="The same number.")
LONG_AGO = (1_000_000_000, 1_000_000_000)


def receive(case: Case, folder: Path, name: str, content: bytes) -> str:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    received = case.receive_file(file, received_as=name)
    assert not isinstance(received, Problem)
    return received.document


def read(case: Case, document: str, *pages: Page, state: ReadState = ReadState.READ, version: int = 1) -> StoredReading:
    with case.reading_writer(document) as writer:
        for page in pages:
            writer.add(page)
        end = ReadingEnd(media_type="text/plain", reader="lines", reader_version=version, state=state, walls="all")
        stored = writer.finish(end)
    case.record_reading(stored)
    return stored


def claim_on(document: str, name: str, *, page_number: int = 1, start: int = 0, key: ContractKey = KEY) -> Claim:
    quote = Quote(
        document=document,
        path="",
        start=start,
        end=start + 4,
        text="人脸识别",
        page_number=page_number,
        reader="lines/1",
    )
    return Claim(
        claim=name,
        contract=key.contract,
        kind=StatementKind.CAPABILITY,
        value=CapabilityValue(capability="face_recognition"),
        polarity=Polarity.REQUIRED,
        stage=None,
        rule="face.recognition",
        rule_version=1,
        confidence=None,
        against=(),
        quotes=(quote,),
    )


def entries(folder: Path) -> list[str]:
    return [entry.act for entry, _ in read_log(folder)]


def pack(case: Case, container: str, *members: tuple[str, str]) -> None:
    with case.reading_writer(container) as writer:
        end = ReadingEnd(media_type="application/zip", reader="box", reader_version=1, state=ReadState.READ)
        stored = writer.finish(end)
    found = [Member(path=path, document=document, size_bytes=1) for path, document in members]
    case.record_reading(stored, members=found)
