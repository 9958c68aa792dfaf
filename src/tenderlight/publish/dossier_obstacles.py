"""What stands in the way of publishing a dossier, each in a sentence that says which, in the language of the reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tenderlight.linking.contradictions import Contradiction
from tenderlight.publish.against import against_in
from tenderlight.publish.catalogue import say

MOST_TOLD = 20
"""Obstacles listed; the rest are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacle:
    """One thing that is missing."""

    key: str
    """Of the text that says it: `stop.<key>` of the catalogue."""
    claim: str = ""
    """Id of the claim it is about; empty = about none."""
    party: str = ""
    """Who is to be asked; empty = nobody."""
    values: tuple[tuple[str, str], ...] = ()
    """What else the text says, by placeholder."""

    def sentence(self, language: str) -> str:
        """Return it in the language of a reader."""
        values = dict(self.values)
        if "against" in values:
            values["against"] = against_in(language, values["against"])[:200]
        if "field" in values:
            name = field_in(language, values["field"])
            values["field"] = f"{name[:1].lower()}{name[1:]}"
        return say(language, f"stop.{self.key}", claim=self.claim, party=self.party, **values)


def field_in(language: str, name: str) -> str:
    """Return in what documents contradict each other: "price of lot 2", in the language of a reader."""
    known, _, lot = name.partition(" of lot ")
    words = say(language, f"contradiction.{known.replace(' ', '_')}")
    return say(language, "contradiction.of_lot", field=words, lot=lot) if lot else words


def contradiction_in(language: str, one: Contradiction) -> str:
    """Return in what documents differ, and what each says, in one line."""
    name = field_in(language, one.field)
    values: dict[str, list[str]] = {}
    for said in one.said:
        path = say(language, "contradiction.correction", path=said.path) if said.is_correction else said.path
        values.setdefault(said.value, []).append(path)
    colon, comma, semicolon = ("：", "、", "；") if language == "zh" else (": ", ", ", "; ")
    sides = semicolon.join(f"{value}{colon}{comma.join(dict.fromkeys(paths))}" for value, paths in values.items())
    return f"{name}{colon}{sides}"


def told(obstacles: Sequence[Obstacle], language: str = "en") -> str:
    """Return all obstacles as text, a line each; where there are too many, how many more."""
    lines = [f"- {one.sentence(language)}" for one in obstacles[:MOST_TOLD]]
    if len(obstacles) > MOST_TOLD:
        lines.append(f"- {say(language, 'stop.more', number=len(obstacles) - MOST_TOLD)}")
    return "\n".join([say(language, "stop.head"), *lines])
