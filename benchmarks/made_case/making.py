"""The documents of a large case: their pages, and the claims that rest on them."""

from __future__ import annotations

import hashlib
import random
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from benchmarks.made_case import words
from tenderlight.capabilities import capability_entries
from tenderlight.cases import Case, ReadingEnd
from tenderlight.cases.places import Place
from tenderlight.evidence.assembling import digest
from tenderlight.linking.procedures import ContractKey
from tenderlight.model.box import Box
from tenderlight.model.claim import Claim, PictureSays
from tenderlight.model.document import Page, PageMethod, ReadState, Word
from tenderlight.model.problem import Problem, problem
from tenderlight.model.quote import CONTEXT_LENGTH, Quote
from tenderlight.model.reader import PageCount
from tenderlight.model.statement import Polarity, Stage, StatementKind
from tenderlight.model.values import (
    AmountKind,
    AmountValue,
    CapabilityValue,
    DateKind,
    DateValue,
    LineItemValue,
    PartialDate,
    PartyValue,
    ProjectNumberValue,
    RegionValue,
    SupplierValue,
    TextValue,
    Value,
)

VERSION = "made/1"
WIDTH, HEIGHT = 595.0, 842.0
LINE_POINTS = 18.0
STAGES = (Stage.TENDER, Stage.AWARD, Stage.CONTRACT)
"""Documents of one contract stand at these stages in turn."""
POLARITIES = (Polarity.REQUIRED, Polarity.OFFERED, Polarity.OPTIONAL, Polarity.DISCUSSED, Polarity.NEGATED)
COMMITTED = 50
"""Documents that are made between two acknowledgements."""

_Said = tuple[StatementKind, Value, str]
"""A claim to be: its kind, its value, and the words of the line that say it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How large a case is made."""

    documents: int = 5_000
    pages: int = 200
    seed: int = 1


def make_case(place: Place, size: Size) -> int:
    """Make a large case in an empty or a new folder; return how many claims it has."""
    count = 0
    with tempfile.TemporaryDirectory() as name, Case.open(place, create=True) as case:
        source = Path(name) / "source"
        for number in range(size.documents):
            count += _make_document(case, source, number, size)
            if number % COMMITTED == COMMITTED - 1:
                case.commit()
        case.finish_run()
    return count


def _make_document(case: Case, source: Path, number: int, size: Size) -> int:
    chance = random.Random(f"{size.seed} {number}")
    contract, stage = number // len(STAGES), STAGES[number % len(STAGES)]
    source.write_text(f"Made document {number} of seed {size.seed}\n", "utf-8")
    path = f"{words.COUNTIES[contract % len(words.COUNTIES)]}/{contract:06d}/{stage.value}-{number:06d}.pdf"
    received = case.receive_file(source, received_as=path)
    assert not isinstance(received, Problem)
    said = _said(random.Random(f"{size.seed} contract {contract}"), chance, contract)
    with case.reading_writer(received.document) as writer:
        writer.add(PageCount(count=size.pages))
        claims: list[Claim] = []
        placed = _placed(said, size.pages, chance)
        for page_number in range(1, size.pages + 1):
            if chance.random() < 0.01 and page_number not in placed:
                writer.add(problem("page-needs-recognition", step="pdf/1", page_number=page_number))
                continue
            page = _page(page_number, [line for _, _, line in placed.get(page_number, [])], chance)
            writer.add(page)
            key = ContractKey(key=f"project:LS-{contract:06d}", because="The same project number is printed.")
            about = (key, stage)
            claims.extend(_claim(received.document, page, one, about, chance) for one in placed.get(page_number, []))
        end = ReadingEnd(
            media_type="application/pdf", reader="pdf", reader_version=1, state=ReadState.PARTLY, walls="none"
        )
        stored = writer.finish(end)
    case.record_reading(stored)
    return case.record_claims(received.document, [(key, claims)], version=VERSION)


def _said(shared: random.Random, own: random.Random, contract: int) -> Iterator[_Said]:
    """Yield what a document says: first what all documents of the contract say alike, then its own."""
    county, office = shared.choice(words.COUNTIES), shared.choice(words.OFFICES)
    goods, firm = shared.choice(words.GOODS), f"{shared.choice(words.COUNTIES)}{shared.choice(words.FIRMS)}"
    supplier, amount = f"{firm}{shared.choice(words.FORMS)}", Decimal(shared.randrange(10_000, 90_000_000))
    day = PartialDate(year=2016 + contract % 9, month=shared.randrange(1, 13), day=shared.randrange(1, 29))
    title = f"{county}{office}{goods}采购项目"
    yield StatementKind.TITLE, TextValue(text=title), title
    yield StatementKind.BUYER, PartyValue(name=f"{county}{office}"), f"{county}{office}"
    yield (
        StatementKind.PROJECT_NUMBER,
        ProjectNumberValue(number=f"LS-{contract:06d}", label="项目编号"),
        f"LS-{contract:06d}",
    )
    yield StatementKind.REGION, RegionValue(country="CN", place=county), county
    yield StatementKind.DATE, DateValue(date=day, date_kind=DateKind.PUBLICATION), day.iso()
    yield StatementKind.SUPPLIER, SupplierValue(name=supplier), supplier
    yield (
        StatementKind.AMOUNT,
        AmountValue(amount_kind=AmountKind.AWARD, amount=amount, currency="CNY"),
        f"{amount}元",
    )
    for item in own.sample(words.ITEMS, 5):
        quantity = Decimal(own.randrange(1, 400))
        line = f"{item} {quantity} 台"
        yield StatementKind.LINE_ITEM, LineItemValue(name=item, quantity=quantity, unit="台"), line
    known = sorted(capability_entries())
    for _ in range(8):
        _, line = own.choice(words.CAPABILITIES)
        yield (
            StatementKind.CAPABILITY,
            CapabilityValue(capability=own.choice(known)),
            f"{line}（{own.randrange(10**6)}）",
        )


def _placed(said: Iterator[_Said], pages: int, chance: random.Random) -> dict[int, list[_Said]]:
    """Return what stands on which page: facts on the first, capabilities anywhere."""
    placed: dict[int, list[_Said]] = {}
    for one in said:
        page = chance.randrange(1, pages + 1) if one[0] is StatementKind.CAPABILITY else 1
        placed.setdefault(page, []).append(one)
    return placed


def _page(number: int, lines: list[str], chance: random.Random) -> Page:
    filled = [*lines, *chance.choices(words.PLAIN, k=6), f"第 {number} 页 {chance.randrange(10**9)}"]
    text = "\n".join(filled)
    if chance.random() > 0.1:
        return Page(number=number, text=text, width=WIDTH, height=HEIGHT)
    confidence = round(chance.uniform(0.5, 1), 4)
    word = Word(start=0, end=len(text), box=Box(left=72, top=72, right=500, bottom=200), confidence=confidence)
    return Page(number=number, text=text, width=WIDTH, height=HEIGHT, words=(word,), method=PageMethod.RECOGNISED)


def _claim(document: str, page: Page, said: _Said, about: tuple[ContractKey, Stage], chance: random.Random) -> Claim:
    kind, value, line = said
    start = page.text.index(line)
    end = start + len(line)
    row = page.text.count("\n", 0, start)
    top = 72 + row * LINE_POINTS
    quote = Quote(
        document=document,
        path="",
        page_number=page.number,
        start=start,
        end=end,
        text=line,
        boxes=(Box(left=72.0, top=top, right=72.0 + 10 * len(line), bottom=top + 12),),
        before=page.text[max(0, start - CONTEXT_LENGTH) : start],
        after=page.text[end : end + CONTEXT_LENGTH],
        reader="pdf/1",
    )
    is_capability = kind is StatementKind.CAPABILITY
    against = tuple(f"Made reason {number}." for number in range(chance.choice((0, 0, 0, 1, 2))))
    return Claim(
        claim=digest(f"{document} {page.number} {start} {kind} {hashlib.sha256(line.encode()).hexdigest()}"),
        contract=about[0].contract,
        kind=kind,
        value=value,
        polarity=chance.choice(POLARITIES) if is_capability else None,
        stage=about[1],
        rule="made.rule",
        rule_version=1,
        confidence=round(chance.uniform(0.5, 1), 2),
        against=against,
        quotes=(quote,),
        picture=chance.choice((None, PictureSays.SAME, PictureSays.SAME, PictureSays.UNCLEAR)),
    )
