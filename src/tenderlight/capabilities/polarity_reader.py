"""A second opinion on polarity: what a clause that names a capability is likely to say of it.

Rules read polarity off cue words and the kind of document; where no cue is known, or one speaks of something else, they
err in ways of their own. A linear model over the character n-grams of the clause and a few signs (what the rules say,
how they came by it, at what stage) was trained on findings of the rules in the development part of the labelled
passages (`tools/train_polarity_reader.py`). It overrules the rules where it is sure, and the claim says so.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import msgspec

from tenderlight.capabilities.clauses import Layout
from tenderlight.capabilities.findings import Found
from tenderlight.capabilities.opinions import MOST_AROUND
from tenderlight.capabilities.second_reader import Model, model_from
from tenderlight.capabilities.setting import Setting
from tenderlight.capabilities.vocabulary import POLARITY_READER
from tenderlight.model.statement import BUYING_POLARITIES, Polarity

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

REREAD = "What the text makes of it is told by the wording of the clause; its cue words alone would tell otherwise."
SURE = 0.5
"""How likely another polarity must be to stand. Where rules read no purchase it makes none: that would accuse."""
BY_ITS_OWN_WORDS = "item"
"""How rules came by what it may overrule: by a cue in the same clause, beside the words. What a heading, a row, a
legend, an answer or the kind of document says does not stand in the clause, and it knows nothing of it."""
LONGEST_CUE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class PolarityModel:
    """A trained table."""

    letters: Model
    """What each n-gram of a clause speaks for: its "capabilities" are polarities."""
    signs: Mapping[str, NDArray[np.float64]]
    """What each sign adds to each polarity."""

    def likely(self, clause: str, signs: Sequence[str]) -> dict[Polarity, float]:
        """Return how likely each polarity is, together 1; nothing where no n-gram is known.

        Args:
            clause: The folded text of the clause.
            signs: What else is known (`signs_of`).
        """
        decisions, _ = self.letters.decisions(clause)
        known = [self.signs[sign] for sign in signs if sign in self.signs]
        odds = {
            Polarity(name): 1.0 / (1.0 + math.exp(-decided - sum(float(adds[number]) for adds in known)))
            for number, (name, decided) in enumerate(decisions.items())
        }
        total = sum(odds.values())
        return {polarity: value / total for polarity, value in odds.items()}


@lru_cache(maxsize=1)
def load_polarity_model() -> PolarityModel:
    """Return the model that ships with the package; read once a process."""
    return polarity_model_from((resources.files("tenderlight._generated") / POLARITY_READER).read_bytes())


def polarity_model_from(content: bytes) -> PolarityModel:
    """Read a table.

    Raises:
        ValueError: If it is not one.
    """
    import numpy as np

    table: dict[str, Any] = msgspec.json.decode(content)
    return PolarityModel(
        letters=model_from(content), signs={name: np.array(adds, dtype=np.float64) for name, adds in table["signs"]}
    )


def clause_of(found: Found, layout: Layout) -> str:
    """Return the clauses of the words, as far as they are near."""
    core = found.candidate
    first, last = layout.clause(core.start)[0], layout.clause(core.end - 1)[1]
    return layout.text[max(first, core.start - MOST_AROUND) : min(last, core.end + MOST_AROUND)]


def signs_of_polarity(found: Found, layout: Layout, setting: Setting) -> list[str]:
    """Return what is known of a finding beside the letters of its clause: what rules make of it, and at what stage."""
    return list(_signs(found, layout, setting))


def _signs(found: Found, layout: Layout, setting: Setting) -> Iterator[str]:
    verdict, stage = found.verdict, _stage(setting)
    yield f"{verdict.polarity} by {verdict.level}"
    yield f"{verdict.polarity} at {stage}"
    yield f"{verdict.polarity} by {verdict.level} at {stage}"
    yield stage
    if verdict.cue is not None and verdict.level != "document":
        yield f"cue {layout.text[verdict.cue[0] : verdict.cue[1]][:LONGEST_CUE]}"


def _stage(setting: Setting) -> str:
    kinds = {
        "bid": setting.is_bid,
        "answers": setting.is_answers,
        "framework": setting.is_framework,
        "talk": setting.is_talk,
    }
    return next((name for name, holds in kinds.items() if holds), str(setting.stage or "unknown"))


def reread(found: Found, layout: Layout, setting: Setting, model: PolarityModel) -> Found:
    """Return a finding with another polarity, if that is likely enough; else the finding itself."""
    own = found.verdict.polarity
    if found.verdict.level != BY_ITS_OWN_WORDS:
        return found
    likely = model.likely(clause_of(found, layout), signs_of_polarity(found, layout, setting))
    best = max(likely, key=lambda polarity: likely[polarity], default=own)
    is_new_purchase = best in BUYING_POLARITIES and own not in BUYING_POLARITIES
    if best is own or is_new_purchase or likely[best] <= SURE:
        return found
    return replace(found, verdict=replace(found.verdict, polarity=best), against=(*found.against, REREAD))
