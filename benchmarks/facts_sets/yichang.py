"""162 award notices and 54 lists of candidates of a trading centre in Hubei, pages as published.

The labels beside them (`awards.jsonl`, `candidates.jsonl`) were made by others from the same pages.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from benchmarks.facts_sets.outcomes import Judged, Outcome, plain, prices_of
from tenderlight.facts.reading import read_facts
from tenderlight.languages.normalise import fold_text
from tenderlight.model.document import Page
from tenderlight.model.reader import OpenOriginal, ReadingLimits
from tenderlight.model.statement import Statement
from tenderlight.model.values import (
    AmountValue,
    BidderValue,
    DateValue,
    PartyValue,
    ProjectNumberValue,
    StageValue,
    SupplierValue,
)
from tenderlight.reading.web.html import HtmlReader

FOLDER = Path("data") / "zh-yichang-notices"
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


def read(path: Path) -> tuple[Statement, ...]:
    """Return the facts of one page as published."""
    return read_facts(pages_of(path))


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
        "suppliers": (comparable(fields["中标人"]), "+".join(map(comparable, suppliers))),
        "amount": (expected_price(infoid, fields), found_price(statements)),
        "project number": (comparable(fields["标段(包)编号"]), comparable(numbers[0]) if numbers else ""),
        "date": (fields["公告发布日期"], dates[0] if dates else ""),
    }
    for field, (expected, found) in pairs.items():
        yield Outcome(notice=infoid, field=field, expected=expected, found=found)


def pages_of(path: Path) -> list[Page]:
    """Return the pages of one file."""
    items = HtmlReader().read(OpenOriginal(content=path.read_bytes()), ReadingLimits())
    return [item for item in items if isinstance(item, Page)]


def labels_of(path: Path) -> dict[str, dict[str, Any]]:
    """Return the lines of a file of labels by the id of the notice."""
    return {label["infoid"]: label for label in map(json.loads, path.read_text("utf-8").splitlines())}


def judge_awards(folder: Path) -> Judged:
    """Judge every award page that has a label."""
    judged = Judged("Yichang, award notices")
    labels = labels_of(folder / "awards.jsonl")
    for path in sorted((folder / "html" / "award").glob("*.html")):
        if path.stem in labels:
            judged.count(judge(path.stem, labels[path.stem]["fields"], read(path)))
    return judged


def judge_candidates(folder: Path) -> Judged:
    """Judge every list of candidates: nobody is a supplier, no bid is the price, each bidder has its bid.

    A group of bidders is named if each of its members is.
    """
    judged = Judged("Yichang, lists of candidates")
    labels = labels_of(folder / "candidates.jsonl")
    for path in sorted((folder / "html" / "candidate").glob("*.html")):
        statements = read(path)
        stages = [one.value.stage for one in statements if isinstance(one.value, StageValue)]
        suppliers = [one.value.name for one in statements if isinstance(one.value, SupplierValue)]
        outcomes = [
            Outcome(notice=path.stem, field="stage", expected="candidate", found=stages[0] if stages else ""),
            Outcome(notice=path.stem, field="no supplier", expected="none", found="; ".join(suppliers) or "none"),
        ]
        bidders = [one.value for one in statements if isinstance(one.value, BidderValue)]
        found = {comparable(one.name): bid_of(one) for one in bidders}
        for label in labels.get(path.stem, {}).get("bidders_and_prices", ()):
            name, bid = comparable(label["bidder"]), written_bid(label["price"])
            is_named = all(member in found for member in name.split("+"))
            outcomes.append(Outcome(notice=path.stem, field="bidders", expected=name, found=name if is_named else ""))
            if name in found and bid:
                outcomes.append(Outcome(notice=path.stem, field="bids", expected=bid, found=found[name]))
        judged.count(outcomes)
        judged.false_prices += [f"{path.stem}: {price.amount}" for price in prices_of(statements)]
    return judged


def bid_of(bidder: BidderValue) -> str:
    """Return the bid of a bidder that was read: an amount, a rate, or nothing."""
    if bidder.amount is not None:
        return plain(bidder.amount)
    return f"{plain(bidder.percent)}%" if bidder.percent is not None else ""


def written_bid(label: str) -> str:
    """Return the bid a label stands for; nothing where it holds several figures."""
    figures = re.findall(r"\d+(?:\.\d+)?", label)
    if len(figures) != 1:
        return ""
    return plain(Decimal(figures[0])) + ("%" if "%" in label or "率" in label else "")
