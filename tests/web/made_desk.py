"""A desk on a small made case: three contracts, a PDF page with boxes, hostile words in every field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from decimal import Decimal
from pathlib import Path

from starlette.testclient import TestClient

from tenderlight.cases import Case, ReadingEnd
from tenderlight.linking.procedures import ContractKey
from tenderlight.model.box import Box
from tenderlight.model.claim import Claim, PictureSays
from tenderlight.model.document import Line, Page, ReadState, Word
from tenderlight.model.quote import Quote
from tenderlight.model.reader import PageCount
from tenderlight.model.statement import Polarity, Stage, StatementKind
from tenderlight.model.values import (
    AmountKind,
    AmountValue,
    CapabilityValue,
    ComponentValue,
    DateKind,
    DateValue,
    Identifier,
    PartialDate,
    PartyValue,
    RegionValue,
    SupplierValue,
    TextValue,
    Value,
)
from tenderlight.web import DeskSettings, make_app
from tenderlight.web.settings import local_hosts
from tests.reading.made_pdfs import MadePage, made_pdf, show

HOST = "127.0.0.1:8700"
TOKEN = "made-token"
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>{{7*7}}"
LINES = (
    "Notice of award, Ministry of Lanterns",
    "The system tells the ethnicity of faces.",
    f"Supplier: Oak {HOSTILE} Ltd",
    "Price: 486,000.00 CNY of 2021-06-01",
)
TEXT = "\n".join(LINES)


def made_claims(document: str, contract: str, number: int, *, numbers: tuple[Identifier, ...] = ()) -> list[Claim]:
    """Return claims of one contract, all on page 1 of the document; `numbers` are those of the buyer."""
    made: list[Claim] = []

    def claim(kind: StatementKind, words: str, value: Value, **more: object) -> None:
        start = TEXT.index(words)
        line = TEXT[:start].count("\n")
        top = 72.0 + 20 * line
        quote = Quote(
            document=document,
            path="",
            page_number=1,
            start=start,
            end=start + len(words),
            text=words,
            boxes=(Box(left=72, top=top, right=72 + 5.0 * len(words), bottom=top + 12),),
            before=TEXT[max(0, start - 32) : start],
            after=TEXT[start + len(words) : start + len(words) + 32],
            reader="made/1",
        )
        fields: dict[str, object] = {
            "polarity": None,
            "stage": Stage.AWARD,
            "confidence": None,
            "against": (),
            "rule": f"facts.{kind.value}",
        } | more
        made.append(
            Claim(
                claim=f"{number:02x}{len(made):02x}" + "0" * 28,
                contract=contract,
                kind=kind,
                value=value,
                rule_version=1,
                quotes=(quote,),
                **fields,  # type: ignore[arg-type]
            )
        )

    claim(StatementKind.TITLE, "Notice of award", TextValue(text=f"Notice {number}"))
    claim(StatementKind.BUYER, "Ministry of Lanterns", PartyValue(name="Ministry of Lanterns", identifiers=numbers))
    claim(StatementKind.SUPPLIER, f"Oak {HOSTILE} Ltd", SupplierValue(name=f"Oak {HOSTILE} Ltd"))
    claim(
        StatementKind.AMOUNT,
        "486,000.00 CNY",
        AmountValue(amount_kind=AmountKind.AWARD, amount=Decimal(486_000 + number), currency="CNY"),
    )
    claim(StatementKind.DATE, "2021-06-01", DateValue(date=PartialDate(year=2020 + number), date_kind=DateKind.AWARD))
    claim(StatementKind.REGION, "Lanterns", RegionValue(country="CN", admin1="浙江省", code="330000"))
    claim(StatementKind.COMPONENT, "system", ComponentValue(name="SC-FS8800", maker="Oak", made_by="oak"))
    claim(
        StatementKind.CAPABILITY,
        "tells the ethnicity of faces",
        CapabilityValue(capability="eth.face_ethnicity"),
        polarity=Polarity.OFFERED,
        rule="eth.face_ethnicity",
        confidence=0.55 + number / 10,
        against=(f"The heading says {HOSTILE}.",),
        picture=PictureSays.SAME,
    )
    return made


def make_case(folder: Path, *, contracts: int = 3, numbers: tuple[Identifier, ...] = ()) -> Path:
    """Make the case: a document a contract."""
    with Case.open(folder, create=True) as case:
        for number in range(contracts):
            source = folder.parent / f"made{number}.pdf"
            printed = "\n".join(show(72, 842 - 84 - 20 * row, line) for row, line in enumerate((*LINES, str(number))))
            source.write_bytes(made_pdf(MadePage(content=printed)))
            receipt = case.receive_file(source, received_as=f"in/{number} {HOSTILE}.pdf".replace("/s", "∕s"))
            assert not hasattr(receipt, "code")
        for number, document in enumerate(case.unread({"made": 1})):
            _read(case, document)
            key = ContractKey(key=f"project:made-{number}", because="The number of the project is printed in each.")
            case.record_claims(
                document, [(key, made_claims(document, key.contract, number, numbers=numbers))], version="rules/1"
            )
        case.finish_run()
    return folder


def _read(case: Case, document: str) -> None:
    with case.reading_writer(document) as writer:
        writer.add(PageCount(count=1))
        writer.add(Page(number=1, text=TEXT, width=595.0, height=842.0, lines=tuple(_lines()), words=tuple(_words())))
        end = ReadingEnd(
            media_type="application/pdf", reader="made", reader_version=1, state=ReadState.READ, walls="none"
        )
        case.record_reading(writer.finish(end))


def _words() -> Iterator[Word]:
    for found in re.finditer(r"\S+", TEXT):
        line = TEXT[: found.start()].count("\n")
        left = 72 + 5.0 * (found.start() - TEXT.rfind("\n", 0, found.start()) - 1)
        top = 72.0 + 20 * line
        box = Box(left=left, top=top, right=left + 5.0 * len(found[0]), bottom=top + 12)
        yield Word(start=found.start(), end=found.end(), box=box)


def _lines() -> Iterator[Line]:
    start = 0
    for number, line in enumerate(LINES):
        top = 72.0 + 20 * number
        yield Line(start=start, end=start + len(line), box=Box(left=72, top=top, right=500, bottom=top + 12))
        start += len(line) + 1


@contextmanager
def open_desk(
    folder: Path, *, person: str = "A. Reader", enter: bool = True, team: Path | None = None
) -> Iterator[TestClient]:
    """Open a desk on a case, with a reader who came in by the link; with a team, nobody is in."""

    def opened() -> AbstractContextManager[Case]:
        return Case.open(folder, create=True)

    app = make_app(opened, DeskSettings(hosts=local_hosts(8700), token="" if team else TOKEN, person=person, team=team))
    with TestClient(app, base_url=f"http://{HOST}") as client:
        if enter and team is None:
            assert client.get(f"/enter?token={TOKEN}", follow_redirects=False).status_code == 303
        yield client


def pages_of(client: TestClient, *addresses: str) -> Sequence[str]:
    """Return pages as text, each answered with 200."""
    answers = [client.get(address) for address in addresses]
    assert [one.status_code for one in answers] == [200] * len(answers)
    return [one.text for one in answers]


def make_hostile_case(folder: Path, payloads: Sequence[str]) -> Path:
    """Make a case of one contract whose titles, suppliers, paths and counter-evidence are these texts."""
    text = "\n".join(payloads)
    source = folder.parent / "hostile.txt"
    source.write_text(text, "utf-8")
    with Case.open(folder, create=True) as case:
        for payload in payloads[:40]:
            case.receive_file(source, received_as=f"in/{payload}"[:200])
        (document,) = case.unread({"made": 1})
        with case.reading_writer(document) as writer:
            writer.add(PageCount(count=1))
            writer.add(Page(number=1, text=text))
            end = ReadingEnd(
                media_type="text/plain", reader="made", reader_version=1, state=ReadState.READ, walls="none"
            )
            case.record_reading(writer.finish(end))
        key = ContractKey(key="project:hostile", because=payloads[0])
        claims = []
        for number, payload in enumerate(payloads):
            start = text.index(payload)
            quote = Quote(
                document=document,
                path="",
                page_number=1,
                start=start,
                end=start + len(payload),
                text=payload,
                before=payload[:32],
                after=payload[:32],
                pointer=payload[:200],
                reader="made/1",
            )
            kind, value = (
                (StatementKind.TITLE, TextValue(text=payload)),
                (StatementKind.SUPPLIER, SupplierValue(name=payload)),
            )[number % 2 if number < 20 else 0]
            claims.append(
                Claim(
                    claim=f"{number:08x}" + "0" * 24,
                    contract=key.contract,
                    kind=kind,
                    value=value,
                    polarity=None,
                    stage=Stage.AWARD,
                    rule="made",
                    rule_version=1,
                    confidence=None,
                    against=(payload,),
                    quotes=(quote,),
                )
            )
        case.record_claims(document, [(key, claims)], version="rules/1")
        case.finish_run()
    return folder
