"""Holds a case against what a careful reader finds in its documents (`expected.json` of an example).

Texts are compared after all white space is removed on both sides, by their places: a claim meets an expected quote
where at least half of the shorter one lies inside the other, or as many characters as make a phrase.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from tenderlight.capabilities import capability_entries
from tenderlight.cases import Case
from tenderlight.languages.scripts import is_han
from tenderlight.model.claim import Claim
from tenderlight.model.document import Reading
from tenderlight.model.quote import Quote
from tenderlight.model.statement import BUYING_POLARITIES, Polarity, StatementKind
from tenderlight.model.values import (
    AmountKind,
    AmountValue,
    CapabilityValue,
    ComponentValue,
    DateKind,
    DateValue,
    LineItemValue,
    PartyValue,
    ProjectNumberValue,
    StageValue,
    SupplierValue,
)

PRICES = frozenset({AmountKind.AWARD, AmountKind.CONTRACT, AmountKind.SUM_OF_LOTS, AmountKind.CALL_OFF})
BUDGETS = frozenset({AmountKind.BUDGET, AmountKind.CEILING, AmountKind.ESTIMATE})
V = TypeVar("V")
PHRASE_HAN, PHRASE_LETTERS = 8, 24
Expected = Mapping[str, Any]
"""An object of `expected.json`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Something in which a case is not what a careful reader finds."""

    what: str
    """"missed" (not found), "wrong" (a fact that is not true), "accused" (bought, says the claim; not so)."""
    where: str
    words: str
    seen: str = ""
    """What stands there instead; not part of its name."""

    @property
    def name(self) -> str:
        """How the list of known differences calls it."""
        return f"{self.what}: {self.where}: {self.words}"


def _stated(case: Case, document: str) -> Iterator[Claim]:
    """Yield what a document states; a link is stated by none, the case makes it of two."""
    return (claim for claim in case.claims(document=document) if claim.kind is not StatementKind.LINK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document of a case: what was read of it, and what is claimed."""

    name: str
    reading: Reading
    claims: tuple[Claim, ...]

    def texts(self, expected: Expected) -> list[tuple[str | int, str]]:
        """Return the texts in which an expected quote may stand, by page number or pointer."""
        number, part = expected.get("page_number"), expected.get("part")
        pages = [
            (page.number, page.text)
            for page in self.reading.pages
            if number in (None, page.number) and part in (None, page.title)
        ]
        fields = [(field.pointer, field.text) for record in self.reading.records for field in record.fields]
        return [*pages, *fields]

    def places(self, expected: Expected) -> list[Span]:
        """Return every place where the words of an expected quote stand."""
        wanted = squeeze(expected["quote"])
        return [
            Span(place=place, start=found.start(), words=wanted)
            for place, text in self.texts(expected)
            for found in re.finditer(re.escape(wanted), squeeze(text))
        ]

    def span(self, quote: Quote) -> Span:
        """Return where a quote stands."""
        place: str | int = quote.page_number if quote.page_number is not None else quote.pointer or ""
        text = dict(self.texts({}))[place]
        return Span(place=place, start=len(squeeze(text[: quote.start])), words=squeeze(quote.text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A place in a text without its white space."""

    place: str | int
    start: int
    words: str

    def shared(self, other: Span) -> str:
        """Return the words that two places share."""
        if self.place != other.place:
            return ""
        end = min(self.start + len(self.words), other.start + len(other.words))
        return self.words[max(self.start, other.start) - self.start : max(0, end - self.start)]

    def meets(self, other: Span) -> bool:
        """Whether two places share half of the shorter one, or a phrase."""
        shared = self.shared(other)
        phrase = PHRASE_HAN if any(map(is_han, shared)) else PHRASE_LETTERS
        return len(shared) >= min(phrase, math.ceil(min(len(self.words), len(other.words)) / 2)) > 0

    def lies_in(self, other: Span) -> bool:
        """Whether at least half of this place lies in the other."""
        return 2 * len(self.shared(other)) >= len(self.words) > 0


def squeeze(text: str) -> str:
    """Return a text without white space."""
    return "".join(text.split())


def load_expected(folder: Path) -> Any:
    """Read `expected.json` of an example."""
    return json.loads((folder / "expected.json").read_text("utf-8"), parse_float=Decimal)


def documents_of(case: Case) -> dict[str, Document]:
    """Return the documents of a case by name: the path without the folder that was named."""
    found = {}
    for line in case.documents():
        reading = case.load_reading(line.document)
        assert reading is not None
        name = line.path.split("/", 1)[-1]
        found[name] = Document(name=name, reading=reading, claims=tuple(_stated(case, line.document)))
    return found


def differences(case: Case, expected: Any) -> list[Difference]:
    """Return all in which a case is not what `expected` says, document by document."""
    documents = documents_of(case)
    groups = {code.split(".")[0] for code in capability_entries()}
    found: list[Difference] = []
    by_file = {one["file"]: one for one in expected["documents"] if "part" not in one}
    for entry in expected["documents"]:
        one = {**by_file[entry["same_words_as"]], **entry} if "same_words_as" in entry else entry
        member = f"!{one['part']}" if "part" in one else ""
        document = documents[one["file"] + member]
        if "facts" in one:
            found.extend(_missed_facts(document, one["facts"]))
            found.extend(_wrong_facts(document, one["facts"]))
            found.extend(_missed_capabilities(document, one["capabilities"], groups))
            found.extend(_accusations(document, one))
    for contract in expected["contracts"]:
        for part in contract.get("components", ()):
            found.extend(_missed_part(documents[part["document"]], part))
    return [*found, *(other for document in documents.values() for other in _makers(document))]


def _missed_part(document: Document, part: Expected) -> Iterator[Difference]:
    """A part that is not found with its maker, model and figures, in its words."""
    sought = (part["maker"], part["model"], part["quantity_per_unit"], part["units"])
    for claim in document.claims:
        value = claim.value
        if isinstance(value, ComponentValue) and _touches(document, claim, document.places(part)):
            figures = [None if one is None else int(one) for one in (value.quantity_per_unit, value.units)]
            if (value.maker, value.model, *figures) == sought and (value.part_of or "") in part["in"]:
                return
    words = f"component {part['maker']} {part['model']}, {part['quantity_per_unit']} in each of {part['units']}"
    yield Difference(what="missed", where=_where(document, part["page_number"]), words=words)


def _makers(document: Document) -> Iterator[Difference]:
    """Makers of the catalogue, none of which an invented document names."""
    for made_by in sorted({value.made_by for value in _values(document, ComponentValue) if value.made_by}):
        yield Difference(what="wrong", where=document.name, words=f"goods of {made_by}")


def _missed_facts(document: Document, facts: Expected) -> Iterator[Difference]:
    wanted: dict[str, bool] = {}
    for kind in ("buyer", "agency"):
        if facts.get(kind):
            wanted[f"{kind} {facts[kind]}"] = facts[kind] in _names(document, kind)
    if facts["stage"]:
        wanted[f"stage {facts['stage']}"] = bool(_stages(document) & _right_stages(facts))
    for supplier in facts["suppliers"]:
        roles = {supplier["role"], "lot winner"} if "lot" in supplier else {supplier["role"]}
        has = {value.role.value for value in _values(document, SupplierValue) if value.name == supplier["name"]}
        wanted[f"supplier {supplier['name']} ({supplier['role']})"] = bool(has & roles)
    wanted |= _missed_sums(document, facts) | _missed_numbers(document, facts)
    for item in facts.get("items", ()):
        lines = [_item(line) for line in _values(document, LineItemValue)]
        wanted[f"item {item['name']}"] = _item(_line_item(item)) in lines
    if "line_items" in facts:
        wanted[f"{facts['line_items']} line items"] = len(_values(document, LineItemValue)) == facts["line_items"]
    for words, is_found in wanted.items():
        if not is_found:
            yield Difference(what="missed", where=document.name, words=words)


def _missed_sums(document: Document, facts: Expected) -> dict[str, bool]:
    wanted = {}
    amounts = _values(document, AmountValue)
    if facts["amount"]:
        sought = (facts["amount_kind"], Decimal(facts["amount"]), facts["currency"])
        has = {(value.amount_kind.value, value.amount, value.currency) for value in amounts}
        wanted[f"amount {facts['amount']} {facts['currency']} ({facts['amount_kind']})"] = sought in has
    if facts.get("budget"):
        budgets = {(value.amount, value.currency) for value in amounts if value.amount_kind in BUDGETS}
        wanted[f"budget {facts['budget']}"] = (Decimal(facts["budget"]), facts["budget_currency"]) in budgets
    return wanted


def _missed_numbers(document: Document, facts: Expected) -> dict[str, bool]:
    wanted = {}
    numbers = {squeeze(value.number) for value in _values(document, ProjectNumberValue)}
    for number in (facts["project_number"], *facts.get("other_numbers", {}).values()):
        if number:
            wanted[f"number {number}"] = squeeze(number) in numbers
    if facts["date"]:
        dates = _values(document, DateValue)
        kind = facts["date_kind"]
        right = {value.date.iso() for value in dates if value.date_kind.value == kind or kind not in set(DateKind)}
        wanted[f"date {facts['date']} ({kind})"] = facts["date"] in right
    return wanted


def _wrong_facts(document: Document, facts: Expected) -> Iterator[Difference]:
    """What is claimed of the contract and is not so. A quotation that says no stage tells of no contract."""
    if facts["stage"] is None and not _stages(document):
        return
    told: list[tuple[str, bool]] = []
    for kind in ("buyer", "agency"):
        told += [(f"{kind} {name}", name == facts[kind]) for name in _names(document, kind)]
    if len(document.reading.records) < 2:  # a file of several notices has the stage of each
        told += [(f"stage {stage}", stage in _right_stages(facts)) for stage in _stages(document)]
    suppliers = {supplier["name"] for supplier in facts["suppliers"]}
    told += [(f"supplier {one.name}", one.name in suppliers) for one in _values(document, SupplierValue)]
    price = Decimal(facts["amount"]) if facts["amount"] else None
    for value in _values(document, AmountValue):
        if value.amount_kind in PRICES:
            told.append((f"{value.amount_kind} {value.amount} {value.currency}", value.amount == price))
    for date in _values(document, DateValue):
        if date.date_kind.value == facts.get("date_kind"):
            told.append((f"date {date.date.iso()} ({date.date_kind})", date.date.iso() == facts["date"]))
    for words, is_right in dict(told).items():
        if not is_right:
            yield Difference(what="wrong", where=document.name, words=words)


def _missed_capabilities(document: Document, wanted: Iterable[Expected], groups: set[str]) -> Iterator[Difference]:
    for one in wanted:
        if one["capability"].split(".")[0] not in groups:
            continue
        places = document.places(one)
        near = [claim for claim in _of(document, one["capability"]) if _touches(document, claim, places)]
        if any(claim.polarity in _polarities(one) for claim in near):
            continue
        seen = ", ".join(sorted({str(claim.polarity) for claim in near})) or "nothing"
        yield Difference(
            what="missed" if places else "unread",
            where=_where(document, one.get("page_number")),
            words=f"{one['capability']} {one['polarity']}: {one['quote']}",
            seen=f"there is {seen}",
        )


def _accusations(document: Document, one: Expected) -> Iterator[Difference]:
    """Claims that something is bought where a careful reader sees no purchase of it."""
    for claim in document.claims:
        if claim.polarity not in BUYING_POLARITIES:
            continue
        is_refused = any(_refuses(document, claim, passage) for passage in one["must_not_report"])
        if is_refused or not any(
            _allows(document, claim, item) for item in [*one["capabilities"], *one.get("tolerated", ())]
        ):
            quote = claim.quotes[0]
            yield Difference(
                what="accused",
                where=_where(document, quote.page_number),
                words=f"{_capability(claim)}: {squeeze(quote.text)}",
                seen=f"it says {claim.polarity}",
            )


def _refuses(document: Document, claim: Claim, passage: Expected) -> bool:
    if passage.get("capability") not in (None, _capability(claim)):
        return False
    return any(document.span(quote).lies_in(place) for quote in claim.quotes for place in document.places(passage))


def _allows(document: Document, claim: Claim, item: Expected) -> bool:
    if item["capability"] != _capability(claim) or not _polarities(item) & BUYING_POLARITIES:
        return False
    return _touches(document, claim, document.places(item))


def _touches(document: Document, claim: Claim, places: list[Span]) -> bool:
    return any(document.span(quote).meets(place) for quote in claim.quotes for place in places)


def _polarities(item: Expected) -> set[Polarity]:
    if "polarity" not in item:
        return set(Polarity)
    return {Polarity(item["polarity"]), *map(Polarity, item.get("polarity_also", ()))}


def _of(document: Document, capability: str) -> list[Claim]:
    return [claim for claim in document.claims if _capability(claim) == capability]


def _capability(claim: Claim) -> str:
    return claim.value.capability if isinstance(claim.value, CapabilityValue) else ""


def _where(document: Document, page_number: int | None) -> str:
    is_paged = page_number is not None and len(document.reading.pages) > 1
    return f"{document.name} p. {page_number}" if is_paged else document.name


def _names(document: Document, kind: str) -> list[str]:
    sought = StatementKind(kind)
    return [c.value.name for c in document.claims if c.kind is sought and isinstance(c.value, PartyValue)]


def _stages(document: Document) -> set[str]:
    return {value.stage for value in _values(document, StageValue) if value.lot is None}


def _right_stages(facts: Expected) -> set[str]:
    return {facts["stage"], *facts.get("stage_also", ())} - {None}


def _values(document: Document, kind: type[V]) -> list[V]:
    return [claim.value for claim in document.claims if isinstance(claim.value, kind)]


def _line_item(item: Expected) -> LineItemValue:
    return LineItemValue(
        name=item["name"],
        brand=item["brand"],
        model=item["model"],
        quantity=Decimal(item["quantity"]),
        unit=item["unit"],
        unit_price=Decimal(item["unit_price"]),
    )


def _item(line: LineItemValue) -> tuple[object, ...]:
    words = (line.name, line.brand, line.model, line.unit)
    return (*(None if word is None else squeeze(word) for word in words), line.quantity, line.unit_price)
