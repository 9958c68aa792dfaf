"""A case whose one document names suppliers, a contract each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tenderlight.cases import Case, ReadingEnd
from tenderlight.linking.procedures import ContractKey
from tenderlight.model.claim import Claim
from tenderlight.model.document import Page, ReadState
from tenderlight.model.quote import Quote
from tenderlight.model.reader import PageCount
from tenderlight.model.statement import StatementKind
from tenderlight.model.values import SupplierValue

FULL, MOVED, OTHER = "杭州岚川科技有限公司", "岚川科技（杭州）有限公司", "Oak Lenses Ltd"


def make_case(folder: Path, names: Sequence[str] = (FULL, MOVED, OTHER), *, version: str = "rules/1") -> Path:
    """Make a case that names these suppliers; or make its claims anew under another version of the rules."""
    source = folder.parent / f"{folder.name}.txt"
    source.write_text(f"{FULL}\n{MOVED}\n{OTHER}", "utf-8")
    with Case.open(folder, create=True) as case:
        receipt = case.receive_file(source, received_as="a.txt")
        assert not hasattr(receipt, "code")
        document = case.unread({"lines": 1})
        for sha256 in document:
            text = source.read_text("utf-8")
            with case.reading_writer(sha256) as writer:
                writer.add(PageCount(count=1))
                writer.add(Page(number=1, text=text))
                end = ReadingEnd(
                    media_type="text/plain", reader="lines", reader_version=1, state=ReadState.READ, walls="none"
                )
                stored = writer.finish(end)
            case.record_reading(stored)
        for sha256 in case.unclaimed(version):
            case.record_claims(sha256, [_of(sha256, name) for name in names], version=version)
        case.finish_run()
    return folder


def _of(document: str, name: str) -> tuple[ContractKey, list[Claim]]:
    key = ContractKey(key=f"project:{name}", because="made")
    text = f"{FULL}\n{MOVED}\n{OTHER}"
    start = text.index(name)
    quote = Quote(
        document=document,
        path="a.txt",
        page_number=1,
        start=start,
        end=start + len(name),
        text=name,
        before="",
        after="",
        reader="lines/1",
    )
    claim = Claim(
        claim=f"c-{name}",
        contract=key.contract,
        kind=StatementKind.SUPPLIER,
        value=SupplierValue(name=name),
        polarity=None,
        stage=None,
        rule="test",
        rule_version=1,
        confidence=None,
        against=(),
        quotes=(quote,),
    )
    return key, [claim]
