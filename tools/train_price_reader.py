"""Trains the reader of prices (`tenderlight.facts.readers.prices`) on short texts and labelled notices.

`make price-reader` writes prices.crfsuite.xz in src/tenderlight/_generated: from evaluation/parties, whose texts tell
the price of each party, and from the development part of evaluation/notices, which tells prices, budgets, fees and
bids. Of the short texts only the sums that have a label teach anything. The held-out parts are not opened.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from reader_training import GENERATED, NOTICES, ROOT, Text, train_and_write

from tenderlight.facts.readers.prices.figures import figures_of
from tenderlight.facts.readers.prices.priced import BID, LIMIT, LOT, MODEL, OTHER, UNIT, WHOLE
from tenderlight.facts.readers.prices.signs import signs_of_figures
from tenderlight.facts.reading import told_by_rules
from tenderlight.model.document import Page

TEXTS = tuple(sorted((ROOT / "evaluation" / "parties").glob("*.jsonl")))
SETTINGS = {"c1": 0.1, "c2": 0.5, "max_iterations": 80, "feature.possible_transitions": True, "feature.minfreq": 2}
"""Weights of the sums of absolute and squared weights, rounds; signs seen once are left out."""
WON = frozenset({"winner", "lead", "framework", "member"})
SOLD_TOGETHER = frozenset({"lead", "member"})
LIMITS = re.compile(r"(?:budget|ceiling|estimate):(?P<amount>\d+(?:\.\d+)?)")


def main() -> None:
    """Train, and write the model."""
    train_and_write(__doc__ or "", MODEL, all_texts(), SETTINGS, ((*NOTICES, *TEXTS), GENERATED / "price_reader.json"))


def all_texts() -> Iterator[Text]:
    """Yield the texts: what is seen of each sum that teaches something, and what it is of."""
    for path in (*TEXTS, *NOTICES):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            if not row["text"].lstrip().startswith("{"):
                yield example_of(row, prices_of_parties(row["parties"]) if "parties" in row else prices_of(row))


def example_of(row: Mapping[str, Any], prices: Mapping[Decimal, str]) -> Text:
    """Return a text as the model sees it: a sum that no label names is of something else, if labels name all."""
    notice, _offices, statements = told_by_rules([Page(number=1, text=row["text"])])
    figures = figures_of(notice, notice.sheets[0])
    rest = None if "parties" in row else OTHER
    seen = [
        (signs, tag)
        for signs, one in zip(signs_of_figures(notice, statements, figures), figures, strict=True)
        if (tag := prices.get(one.amount, rest)) is not None
    ]
    return row["id"], [signs for signs, _tag in seen], [tag for _signs, tag in seen]


def prices_of(row: Mapping[str, Any]) -> dict[Decimal, str]:
    """Return by amount what the sums of a labelled notice are of."""
    expected, traps = row["expected"], row.get("traps") or {}
    told: list[tuple[Any, str]] = []
    if "amount" not in row.get("not_judged", ()):
        told.append((expected.get("amount"), LIMIT if expected.get("amount_kind") in {"budget", "ceiling"} else WHOLE))
    told += [(lot.get("amount"), LOT) for lot in expected.get("lots") or []]
    told += [(item.get("unit_price"), UNIT) for item in expected.get("items") or []]
    told += [(match["amount"], LIMIT) for flag in expected.get("flags") or [] if (match := LIMITS.match(flag))]
    told += [(amount, BID) for amount in traps.get("losing_price", [])]
    return first_of_each(told)


def prices_of_parties(parties: Sequence[Mapping[str, Any]]) -> dict[Decimal, str]:
    """Return by amount what the sums of a text are of that labels the prices of its parties."""
    won = [one for one in parties if one["role"] in WON and one.get("price_kind") == "award"]
    prices = [Decimal(str(one["price"])) for one in won if one.get("price") is not None]
    is_one = len({one.get("lot") for one in won}) == 1 and (
        len({one["name"] for one in won}) == 1 or SOLD_TOGETHER.issuperset(one["role"] for one in won)
    )
    told: list[tuple[Any, str]] = []
    for one in parties:
        kind = one.get("price_kind")
        if kind == "award" and one["role"] in WON:
            told.append((one.get("price"), WHOLE if is_one else LOT))
        elif kind in {"bid", "unit"}:
            told.append((one.get("price"), BID if kind == "bid" else UNIT))
        elif kind != "percent":
            told.append((one.get("price"), OTHER))
    if len(prices) > 1:
        told.append((sum(prices), WHOLE))
    return first_of_each(told)


def first_of_each(told: Sequence[tuple[Any, str]]) -> dict[Decimal, str]:
    """Return amounts with what they are of; what is told of an amount first counts."""
    found: dict[Decimal, str] = {}
    for amount, kind in told:
        if isinstance(amount, int | float | str | Decimal):
            found.setdefault(Decimal(str(amount)), kind)
    return found


if __name__ == "__main__":
    main()
