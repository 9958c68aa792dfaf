"""The shared sets of names, and distractors up to a million: short names of companies, lists, and composed names."""

from __future__ import annotations

import csv
import gzip
import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tenderlight._generated.divisions import DIVISIONS
from tenderlight.matching.companies import rest_of
from tenderlight.matching.parsing import parse_name
from tenderlight.matching.romanise import pinyin
from tenderlight.matching.tables import name_tables
from tenderlight.model.listing import ListedEntity, ListedName

SEED = 20_260
WITHOUT_TARGET = ("near_miss", "absent")


@dataclass(frozen=True, slots=True, kw_only=True)
class NameQuery:
    """A name as it stands in a document, and the entry it means ("" = none)."""

    name: str
    target: str
    category: str
    schema: str


def listed(shared: Path) -> list[ListedEntity]:
    """Return the entities of the shared set of names."""
    rows = map(json.loads, (shared / "data/names/watch.jsonl").read_text("utf-8").splitlines())
    return [entity(row["id"], row["names"], row["schema"]) for row in rows]


def entity(entry: str, names: list[str], schema: str = "Company") -> ListedEntity:
    """Return an entry of a list that is not any real one."""
    return ListedEntity(
        entry=entry, list_code="made", schema=schema, names=tuple(ListedName(text=one) for one in names)
    )


def queries(shared: Path) -> list[NameQuery]:
    """Return the queries of the shared set of names."""
    with (shared / "data/names/queries.tsv").open(encoding="utf-8", newline="") as file:
        return [
            NameQuery(name=row["query"], target=row["target_id"], category=row["category"], schema=row["schema"])
            for row in csv.DictReader(file, delimiter="\t")
        ]


def distractors(shared: Path, number: int, meant: Iterable[str]) -> Iterator[ListedEntity]:
    """Yield so many entities that no query means.

    Names with the distinctive words of a query or a target are left out: lists of real companies hold those very
    companies, and to find them there is no false join.
    """
    taken = {rest_of(parse_name(name)) for name in meant}
    made = 0
    for name in _names(shared):
        if made == number:
            return
        rest = rest_of(parse_name(name))
        if rest not in taken:
            taken.add(rest)
            made += 1
            yield entity(f"other-{made}", [name], "LegalEntity")


def _names(shared: Path) -> Iterator[str]:
    short = (shared / "data/zh-company-names/company-short-names.txt").read_text("utf-8").split()
    yield from _listed_elsewhere(shared)
    yield from short
    yield from _composed(random.Random(SEED), short)


def _listed_elsewhere(shared: Path) -> Iterator[str]:
    """Yield names of other lists; those of the US Treasury's own list are the targets of the set, and left out."""
    with gzip.open(
        shared / "data/watchlists-us-un/us-consolidated-screening-list.csv.gz", "rt", encoding="utf-8"
    ) as file:
        for row in csv.DictReader(file):
            if "SDN" not in row.get("source", "SDN"):
                yield row["name"]
    for row in json.loads((shared / "data/watchlists-us-2026/bis_entity_list.json").read_text("utf-8"))["entities"]:
        yield row["name"]


def _composed(chance: random.Random, short: list[str]) -> Iterator[str]:
    """Yield composed company names without end, half in Chinese, half in pinyin and English."""
    places = [line.split(" ", 1)[1] for line in DIVISIONS.split("\n") if line]
    trades = [one for one in name_tables().trades if len(one) > 1]
    meant = name_tables().words["zh"]
    forms = ("有限公司", "股份有限公司", "有限责任公司", "集团有限公司")
    brands = [one[:2] for one in short] + [one[:3] for one in short]
    while True:
        place, trade, brand = chance.choice(places), chance.choice(trades), chance.choice(brands)
        yield f"{place}{brand}{trade}{chance.choice(forms)}"
        english = meant.get(trade, "").split(" ")[0] or "".join(pinyin(trade))
        words = ("".join(pinyin(place[:-1])), "".join(pinyin(brand)), english)
        yield f"{' '.join(word.capitalize() for word in words if word)} Co., Ltd."
