"""The contracts of a case that are one: asked anew of the whole case each time.

So the answer does not depend on the order in which documents were read; the rules are those of `linking.joins`.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable
from typing import Any

from tenderlight.cases.database import Database
from tenderlight.linking.buyers import comparable_buyer
from tenderlight.linking.joins import Joins, Number, Profile, is_settled, join
from tenderlight.linking.numbers import comparable_number
from tenderlight.linking.titles import comparable_title
from tenderlight.model.claim import Claim
from tenderlight.model.statement import StatementKind
from tenderlight.model.values import DateKind, ProjectNumberValue

_TOLD = """
SELECT contract, kind, json_extract(body, '$.value') FROM claims
WHERE kind IN ('project_number', 'buyer', 'supplier', 'title', 'date') ORDER BY contract, document, position
"""
_DATES = frozenset(
    {
        DateKind.PUBLICATION.value,
        DateKind.AWARD.value,
        DateKind.CONTRACT.value,
        DateKind.CORRECTION.value,
        DateKind.ACCEPTANCE.value,
    }
)


def joins(database: Database) -> Joins:
    """Return which contracts of a case are another one, and why."""
    known = database.query("SELECT id, key FROM contracts")
    profiles = {contract: Profile(contract=contract, key=key) for contract, key in known}
    titles: dict[str, list[str]] = {}
    for contract, kind, value in database.query(_TOLD):
        profile = profiles[contract]
        if kind == StatementKind.TITLE:
            titles.setdefault(contract, []).append(json.loads(value)["text"])
        else:
            _take(profile, kind, json.loads(value))
    for contract, found in titles.items():
        profile = profiles[contract]
        profile.titles = {title for text in found if (title := comparable_title(text, sorted(profile.buyers)))}
    return join(profiles.values())


def _take(profile: Profile, kind: str, value: dict[str, Any]) -> None:
    """Take one fact of a contract."""
    if kind == StatementKind.PROJECT_NUMBER:
        profile.numbers.append(_number(value["number"], value["label"]))
    elif kind == StatementKind.DATE:
        if value["date_kind"] in _DATES and len(value["date"]) == len("2022-12-05"):
            profile.dates.add(datetime.date.fromisoformat(value["date"]))
    else:
        name = comparable_buyer(value["name"])
        if name is not None:
            (profile.buyers if kind == StatementKind.BUYER else profile.suppliers).add(name)


def _number(number: str, label: str) -> Number:
    return Number(number=comparable_number(number), label=label)


def may_be_joined(key: str, claims: Iterable[Claim]) -> bool:
    """Say whether other documents of the case may put a contract under another id."""
    numbers = [claim.value for claim in claims if isinstance(claim.value, ProjectNumberValue)]
    return not is_settled(key, [_number(one.number, one.label) for one in numbers])
