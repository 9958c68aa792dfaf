"""Properties of files over many made tenders: what is planted between two bids is told, and nothing else of a trade.

Made are firms with authors of their own, half of whose computers name nobody; agencies with clerks and forms that some
or all bidders fill in; portals that stamp all bids one after the other; scans; and the same programs everywhere.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from tenderlight.linking.bid_properties import SORTS, Bids, Form, PropertiesOfCase
from tenderlight.linking.bid_traits import FEWEST_PAIRS, MOST_OFTEN, is_enough
from tenderlight.model.metadata import Property, PropertyKind

TENDERS, FIRMS, AGENCIES = 150, 120, 25
DEFAULTS = ("Administrator", "微软用户", "Windows User", "user", "Lenovo", "")
PROGRAMS = tuple(f"Maker of pages {number}.{part}" for number in range(6) for part in range(3))
START = datetime(2024, 1, 8, 9, tzinfo=UTC)
Pair = tuple[str, str]


class Trade:
    """A made trade: its tenders, bids and files, and which pairs of bids have one hand behind them."""

    def __init__(self, seed: int, *, colluding: float, forms: float) -> None:
        self.chance = random.Random(seed)
        self.case = PropertiesOfCase()
        self.tenders: list[Bids] = []
        self.planted: set[Pair] = set()
        self._colluding, self._forms = colluding, forms
        self._staff = {firm: [self._name() for _ in range(3)] for firm in range(FIRMS)}
        self._clerks = {agency: [self._name() for _ in range(2)] for agency in range(AGENCIES)}
        for number in range(TENDERS):
            self._tender(number)

    def _name(self) -> str:
        return "".join(self.chance.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(10)).title()

    def _at(self, day: float) -> str:
        return f"{START + timedelta(days=day, seconds=self.chance.randrange(28_800)):%Y-%m-%dT%H:%M:%SZ}"

    def _tender(self, number: int) -> None:
        chance, day = self.chance, number * 1.5
        agency = chance.randrange(AGENCIES)
        clerk = chance.choice(self._clerks[agency])
        asked = said(
            author=clerk, company=f"Agency {agency} Ltd", created=self._at(day), producer=chance.choice(PROGRAMS)
        )
        self.case.take(f"t{number}", f"c{number}", f"agency {agency}", asked)
        form = Form()
        form.take(asked)
        firms = chance.sample(range(FIRMS), chance.randrange(3, 8))
        bids = {f"b{number}-{firm}": f"firm {firm}" for firm in firms}
        files = {bid: self._own(firm, day + 14) for bid, firm in zip(bids, firms, strict=True)}
        if chance.random() < self._forms:
            filled = {"author": clerk, "company": f"Agency {agency} Ltd", "created": self._at(day - 30)}
            few = chance.sample(sorted(files), chance.choice([2, len(files)]))
            files |= {bid: {**files[bid], **filled} for bid in few}
        if chance.random() < 0.3:
            stamped = datetime.fromisoformat(self._at(day + 21)).replace(tzinfo=UTC)
            for at, bid in enumerate(sorted(files)):
                files[bid]["modified"] = f"{stamped + timedelta(seconds=25 * at):%Y-%m-%dT%H:%M:%SZ}"
        if chance.random() < self._colluding:
            one, two = sorted(chance.sample(sorted(files), 2))
            kind = chance.choice(["author", "created", "document_id"])
            shared = {
                "author": self._name(),
                "created": self._at(day + 9),
                "document_id": f"{chance.randrange(16**32):032x}",
            }
            files[one][kind] = files[two][kind] = shared[kind]
            self.planted.add((one, two))
        for bid, values in files.items():
            self.case.take(bid, f"c{number}", bids[bid], said(**{key: value for key, value in values.items() if value}))
        self.tenders.append(Bids(bidders=bids, form=form))

    def _own(self, firm: int, day: float) -> dict[str, str]:
        chance = self.chance
        named = chance.random() < 0.5
        return {
            "author": chance.choice(self._staff[firm]) if named else chance.choice(DEFAULTS),
            "company": f"Firm {firm} Ltd" if chance.random() < 0.3 else chance.choice(DEFAULTS),
            "created": self._at(day - chance.randrange(10)),
            "modified": self._at(day),
            "producer": chance.choice(PROGRAMS),
            "document_id": f"{chance.randrange(16**32):032x}",
        }

    def told(self) -> Iterator[Pair]:
        """Yield the pairs of which something is told."""
        rates = self.case.rates()
        seldom = {sort for sort in SORTS if rates[sort].of_pairs >= FEWEST_PAIRS and rates[sort].share <= MOST_OFTEN}
        for bids in self.tenders:
            ordered = sorted(bids.bidders)
            for one, two in ((one, two) for one in ordered for two in ordered if one < two):
                if is_enough([], self.case.shared(one, two, bids, seldom)):
                    yield one, two


def said(**values: str) -> tuple[Property, ...]:
    return tuple(Property(kind=PropertyKind(name), place=name, value=value) for name, value in values.items())


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_an_honest_trade_with_forms_and_portals_gives_no_sign(seed: int) -> None:
    trade = Trade(seed, colluding=0, forms=0.5)
    assert list(trade.told()) == []


@pytest.mark.parametrize("seed", [4, 5, 6])
def test_what_is_planted_is_told_and_nothing_else(seed: int) -> None:
    trade = Trade(seed, colluding=0.2, forms=0.3)
    told = set(trade.told())
    assert told <= trade.planted
    assert len(trade.planted) >= 15
    assert len(told) >= 0.85 * len(trade.planted)
