"""How well the facts of 162 award notices and 54 lists of candidates of a trading centre in Hubei are read.

Run `python benchmarks/facts_yichang.py [--shared DIR] [--list]`. The notices are pages as published; the labels beside
them (`awards.jsonl`) were made by others from the same pages. Buyer, supplier and amount must be right in at least 95
of 100 notices; wrong values are counted apart from missing ones. In a list of candidates nobody may be a supplier.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from tenderlight.facts import read_facts
from tenderlight.languages.normalise import fold_text
from tenderlight.model.document import Page
from tenderlight.model.reader import OpenOriginal, ReadingLimits
from tenderlight.model.statement import Statement
from tenderlight.model.values import (
    AmountValue,
    DateValue,
    PartyValue,
    ProjectNumberValue,
    StageValue,
    SupplierValue,
)
from tenderlight.reading.web.html import HtmlReader

FOLDER = Path("data") / "zh-yichang-notices"
MUST_HOLD = {"buyer": 0.95, "supplier": 0.95, "amount": 0.95}
PRICE_IN_YUAN, PROMISE = "中标价(元)", "中标价(报价承诺)"

READ_BY_HAND = {
    "3e4baf52-f07f-4700-b423-a38541488898": "73%",
    "576a3742-0146-409b-99ed-ee5e3ac0d3f7": "3905110",
    "5a885aad-2a1f-44e3-b2b4-a60f2706def9": "98.67%",
    "9c824fcf-af3b-49ce-ae1b-5d250cc29a56": "63%",
    "e335d933-f6ae-410b-b988-2dad6b720c8b": "64.3%",
}
"""Prices taken from the page by hand: four labels lack the price, which the page prints as 中标价(%); one label is a
sentence with prices of one piece before the total."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How one field of one notice came out."""

    notice: str
    field: str
    expected: str
    found: str

    @property
    def kind(self) -> str:
        """Return right, wrong or missing."""
        if self.expected == self.found:
            return "right"
        return "wrong" if self.found else "missing"


def read(path: Path) -> tuple[Statement, ...]:
    """Return the facts of one page as published."""
    items = HtmlReader().read(OpenOriginal(content=path.read_bytes()), ReadingLimits())
    return read_facts([item for item in items if isinstance(item, Page)])


def comparable(name: str) -> str:
    """Return a name without what typesetting changes; a consortium is the row of its members."""
    folded = "".join(fold_text(name).split())
    return "+".join(re.split(r"[、;,/]", folded.removesuffix("联合体")))


def expected_price(infoid: str, fields: dict[str, str]) -> str:
    """Return the price the label stands for: an amount, a rate ("73%"), or nothing where it names several."""
    if infoid in READ_BY_HAND:
        return READ_BY_HAND[infoid]
    if fields.get(PRICE_IN_YUAN):
        return f"{Decimal(fields[PRICE_IN_YUAN]).normalize():f}"
    promise = fields.get(PROMISE, "").strip()
    if re.fullmatch(r"[\d.]+元", promise):
        return f"{Decimal(promise[:-1]).normalize():f}"
    rates = set(re.findall(r"(\d+(?:\.\d+)?)%", promise))
    if len(rates) == 1 and "元" not in promise:
        return f"{Decimal(rates.pop()).normalize():f}%"
    return ""


def found_price(statements: Sequence[Statement]) -> str:
    """Return the price that was read, in the same form."""
    values = [one.value for one in statements if isinstance(one.value, AmountValue)]
    amounts = {f"{value.amount.normalize():f}" for value in values if value.amount is not None}
    rates = {f"{value.percent.normalize():f}%" for value in values if value.percent is not None}
    return " / ".join(sorted(amounts | rates))


def judge(infoid: str, fields: dict[str, str], statements: Sequence[Statement]) -> Iterator[Outcome]:
    """Compare what was read of one award notice with its label."""

    def parties(kind: str) -> str:
        names = [one.value.name for one in statements if one.kind == kind and isinstance(one.value, PartyValue)]
        return "+".join(map(comparable, names))

    suppliers = [one.value.name for one in statements if isinstance(one.value, SupplierValue)]
    numbers = [one.value.number for one in statements if isinstance(one.value, ProjectNumberValue)]
    dates = [one.value.date.iso() for one in statements if isinstance(one.value, DateValue)]
    stages = [one.value.stage for one in statements if isinstance(one.value, StageValue)]
    pairs = {
        "stage": ("award", stages[0] if stages else ""),
        "buyer": (comparable(fields["招标人"]), parties("buyer")),
        "agency": (comparable(fields["招标机构"]), parties("agency")),
        "supplier": (comparable(fields["中标人"]), "+".join(map(comparable, suppliers))),
        "amount": (expected_price(infoid, fields), found_price(statements)),
        "project number": (comparable(fields["标段(包)编号"]), comparable(numbers[0]) if numbers else ""),
        "date": (fields["公告发布日期"], dates[0] if dates else ""),
    }
    for field, (expected, found) in pairs.items():
        yield Outcome(notice=infoid, field=field, expected=expected, found=found)


def award_outcomes(folder: Path) -> list[Outcome]:
    """Judge every award page that has a label."""
    labels = {}
    for line in (folder / "awards.jsonl").read_text("utf-8").splitlines():
        label = json.loads(line)
        labels[label["infoid"]] = label["fields"]
    outcomes: list[Outcome] = []
    for path in sorted((folder / "html" / "award").glob("*.html")):
        if path.stem in labels:
            outcomes.extend(judge(path.stem, labels[path.stem], read(path)))
    return outcomes


def candidate_faults(folder: Path) -> tuple[int, list[str]]:
    """Return how many lists of candidates there are, and those read as something else or with a supplier."""
    paths = sorted((folder / "html" / "candidate").glob("*.html"))
    faults = []
    for path in paths:
        statements = read(path)
        stages = [one.value.stage for one in statements if isinstance(one.value, StageValue)]
        if stages[:1] != ["candidate"] or any(isinstance(one.value, SupplierValue) for one in statements):
            faults.append(path.stem)
    return len(paths), faults


def main() -> int:
    """Print the table; exit 1 if a figure does not hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--list", action="store_true", help="show what is not right, one by one")
    arguments = parser.parse_args()
    folder = arguments.shared / FOLDER
    outcomes = award_outcomes(folder)
    held = True
    print(f"{'field':<16}{'right':>7}{'wrong':>7}{'missing':>9}{'accuracy':>10}")
    for field in dict.fromkeys(outcome.field for outcome in outcomes):
        kinds = [outcome.kind for outcome in outcomes if outcome.field == field]
        accuracy = kinds.count("right") / len(kinds)
        held = held and accuracy >= MUST_HOLD.get(field, 0)
        counts = f"{kinds.count('right'):>7}{kinds.count('wrong'):>7}{kinds.count('missing'):>9}"
        print(f"{field:<16}{counts}{accuracy:>10.3f}")
    if arguments.list:
        for outcome in outcomes:
            if outcome.kind != "right":
                print(f"{outcome.notice} {outcome.field}: expected {outcome.expected!r}, found {outcome.found!r}")
    count, faults = candidate_faults(folder)
    print(f"lists of candidates: {count - len(faults)} of {count} read as such, nobody a supplier {' '.join(faults)}")
    return 0 if held and not faults else 1


if __name__ == "__main__":
    sys.exit(main())
