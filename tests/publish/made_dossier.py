"""A small made case with one contract: a PDF with a private person on it, a page of text, a structured file."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from pathlib import Path

from tenderlight.cases import Case, ReadingEnd
from tenderlight.evidence.assembling import assemble
from tenderlight.linking.procedures import ContractKey
from tenderlight.model.claim import Claim
from tenderlight.model.document import Page, PageMethod, Reading, ReadState
from tenderlight.model.reader import Item, PageCount
from tenderlight.model.record import Field, Record
from tenderlight.model.reply import Answer, Asked
from tenderlight.model.review import ReviewVerdict
from tenderlight.model.statement import Anchor, Polarity, Stage, Statement, StatementKind
from tenderlight.model.values import (
    AmountKind,
    AmountValue,
    CapabilityValue,
    PartyValue,
    SupplierValue,
    TextValue,
    Value,
)
from tenderlight.publish.dossier import Published, publish
from tenderlight.publish.dossier_wishes import Wishes
from tests.cases.steps import receive
from tests.reading.made_pdfs import MadePage, made_pdf, show
from tests.reading.pdf_reading import read_pdf

KEY = ContractKey(key="project:2024/17", because="The documents print the same project number.")
CONTRACT = KEY.contract
NOW = datetime.datetime(2026, 3, 2, 9, 30, tzinfo=datetime.UTC)
HOSTILE = "<script>alert(1)</script>"
LINES = (
    f"Award notice 2024/17 {HOSTILE}",
    "Buyer: Wexmoor Constabulary",
    "Supplier: Ashdown Vision Ltd",
    "Contact person: Jane Whitlock, telephone 020 7946 0018",
    "The system shall match every face seen by the street cameras with a watchlist.",
    "Price of the award: 1,250,000 GBP",
)
PERSON = ("Jane Whitlock", "020 7946 0018")
TENDER = "招标公告\n采购人：青溪县公安局 联系人：欧阳建国 电话：0571-87654321\n系统应能区分汉族与少数民族人员。\n"
PARTIES = ("Wexmoor Constabulary", "Ashdown Vision Ltd", "青溪县公安局")
COUNTER = "It stands in a scoring table: it earns points and may be no condition."


def make_case(folder: Path) -> None:
    """Make the case; nobody has reviewed anything in it."""
    content = "".join(show(60, 760 - 30 * at, line) for at, line in enumerate(LINES))
    pdf = made_pdf(MadePage(content=content, media_box=(0, 0, 595, 842)))
    page = read_pdf(pdf).pages[0]
    with Case.open(folder / "case", create=True) as case:
        notice = receive(case, folder, "notices/award.pdf", pdf)
        record(case, notice, "application/pdf", "pdf", [page], _award(page))
        tender = receive(case, folder, "notices/招标公告 联系人：欧阳建国.txt", TENDER.encode())
        flow = Page(number=1, text=TENDER, method=PageMethod.FLOW)
        record(case, tender, "text/plain", "text", [flow], _tender())
        structured = receive(case, folder, "notices/release.json", b'{"tender": {"title": "Watch the streets"}}')
        release = Record(
            key="ocid:1", pointer="", statements=(), fields=(Field(pointer="/tender/title", text="Watch the streets"),)
        )
        record(case, structured, "application/json", "ocds", [release], _title())
        case.finish_run()


def record(
    case: Case, document: str, media_type: str, reader: str, items: Sequence[Page | Record], said: Iterable[Statement]
) -> None:
    """Record what was read of a document, and the claims that it makes about the contract."""
    with case.reading_writer(document) as writer:
        for item in (PageCount(count=1), *items):
            kept: Item = item
            writer.add(kept)
        end = ReadingEnd(media_type=media_type, reader=reader, reader_version=1, state=ReadState.READ, walls="all")
        stored = writer.finish(end)
    case.record_reading(stored)
    reading = Reading(
        document=document,
        media_type=media_type,
        reader=reader,
        reader_version=1,
        pages=tuple(item for item in items if isinstance(item, Page)),
        records=tuple(item for item in items if isinstance(item, Record)),
    )
    claims = assemble(reading, said, contract=CONTRACT)
    case.record_claims(document, [(KEY, claims)], version="claim/5 facts/21")


def _said(
    text: str,
    words: str,
    kind: StatementKind,
    value: Value,
    *,
    stage: Stage,
    polarity: Polarity | None = None,
    against: tuple[str, ...] = (),
) -> Statement:
    start = text.index(words)
    return Statement(
        kind=kind,
        value=value,
        anchors=(Anchor(start=start, end=start + len(words), text=words, page_number=1),),
        rule="facts.test" if polarity is None else value.capability,  # type: ignore[union-attr]
        rule_version=3,
        stage=stage,
        polarity=polarity,
        confidence=None if polarity is None else 0.93,
        against=against,
    )


def _award(page: Page) -> list[Statement]:
    text, award = page.text, Stage.AWARD
    title = next(line for line in text.splitlines() if line.startswith("Award notice"))
    sentence = "The system shall match every face seen by the street cameras with a watchlist."
    watch = CapabilityValue(capability="face.live_watchlist")
    price = AmountValue(amount_kind=AmountKind.AWARD, amount=1_250_000, currency="GBP")  # type: ignore[arg-type]
    return [
        _said(text, title, StatementKind.TITLE, TextValue(text=title), stage=award),
        _said(text, PARTIES[0], StatementKind.BUYER, PartyValue(name=PARTIES[0]), stage=award),
        _said(text, PARTIES[1], StatementKind.SUPPLIER, SupplierValue(name=PARTIES[1]), stage=award),
        _said(text, sentence, StatementKind.CAPABILITY, watch, stage=award, polarity=Polarity.REQUIRED),
        _said(text, "1,250,000 GBP", StatementKind.AMOUNT, price, stage=award),
    ]


def _tender() -> list[Statement]:
    tells = CapabilityValue(capability="eth.face_ethnicity")
    tender = Stage.TENDER
    return [
        _said(TENDER, PARTIES[2], StatementKind.END_USER, PartyValue(name=PARTIES[2]), stage=tender),
        _said(
            TENDER,
            "区分汉族与少数民族",
            StatementKind.CAPABILITY,
            tells,
            stage=tender,
            polarity=Polarity.REQUIRED,
            against=(COUNTER,),
        ),
    ]


def _title() -> list[Statement]:
    words = "Watch the streets"
    anchor = Anchor(start=0, end=len(words), text=words, pointer="/tender/title")
    return [
        Statement(
            kind=StatementKind.TITLE,
            value=TextValue(text=words),
            anchors=(anchor,),
            rule="ocds.title",
            rule_version=1,
            stage=Stage.TENDER,
        )
    ]


def claim_of(case: Case, kind: StatementKind, stage: Stage = Stage.AWARD) -> Claim:
    """Return the claim of a kind that a document of a stage makes."""
    return next(claim for claim in case.claims() if claim.kind is kind and claim.stage is stage)


def confirm_all(case: Case, *, but: Sequence[str] = (), because: str = "The page says so.") -> None:
    """Confirm every claim but some."""
    for claim in list(case.claims()):
        if claim.claim not in but:
            case.reviews.add(ReviewVerdict.CONFIRM, claim.claim, person="R. Osei", because=because)


def ask_all(case: Case, *parties: str, deadline: str = "2026-02-20") -> None:
    """Write down that parties were asked; the supplier answers, with a file."""
    for party in parties or PARTIES:
        answer = Answer(text=f"We sell cameras.\n{HOSTILE}", at="2026-02-11") if party == PARTIES[1] else None
        asked = Asked(
            party=party, asked_of="press office", asked_how="letter", asked_at="2026-02-01", deadline=deadline
        )
        case.replies.add(asked, person="R. Osei", answer=answer)


def publish_it(folder: Path, target: Path, *, now: datetime.datetime = NOW, **wishes: object) -> Published:
    """Publish the dossier of the case in a folder."""
    asked = Wishes(**{"person": "R. Osei", **wishes})  # type: ignore[arg-type]
    with Case.open(folder / "case", create=True) as case:
        return publish(case, CONTRACT, target, asked, now=now)
