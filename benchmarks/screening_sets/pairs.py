"""Pairs of names: our labelled ones, and those of nomenklatura's benchmark, each pair judged by itself."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.screening_sets.names import entity
from tenderlight.matching import CLAIM_GRADES, Matcher, Query
from tenderlight.matching.parsing import parse_name
from tenderlight.matching.similarity import similarity


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPairs:
    """What became of our labelled pairs."""

    same: int
    claimed: int
    offered: int
    different: int
    joined: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A score for each pair, and what it cost."""

    scores: list[float]
    microseconds: float
    """Processor time a pair."""


def judge_own(path: Path) -> OwnPairs:
    """Judge each pair of a labelled set: a list of one entry, and one query."""
    same = claimed = offered = different = joined = 0
    for row in map(json.loads, path.read_text("utf-8").splitlines()):
        matches = Matcher((entity("only", [row["listed"]], "LegalEntity"),)).find(Query(name=row["name"]))
        claim = any(match.grade in CLAIM_GRADES for match in matches)
        if row["same"]:
            same, claimed, offered = same + 1, claimed + claim, offered + bool(matches)
        else:
            different, joined = different + 1, joined + claim
    return OwnPairs(same=same, claimed=claimed, offered=offered, different=different, joined=joined)


def score_pairs(pairs: Sequence[tuple[str, str, str]]) -> Scored:
    """Score pairs (schema, name, name) by how alike they are."""
    similarity(parse_name("Acme Widgets Ltd"), parse_name("示例科技有限公司"))
    started = time.process_time()
    scores = [similarity(parse_name(one), parse_name(other), person=schema == "Person") for schema, one, other in pairs]
    return Scored(scores=scores, microseconds=(time.process_time() - started) / len(pairs) * 1e6)


def score_by_rapidfuzz(pairs: Sequence[tuple[str, str, str]]) -> Scored:
    """Score pairs by rapidfuzz's WRatio."""
    from rapidfuzz import fuzz

    started = time.process_time()
    scores = [fuzz.WRatio(one.lower(), other.lower()) / 100 for _, one, other in pairs]
    return Scored(scores=scores, microseconds=(time.process_time() - started) / len(pairs) * 1e6)


def best_f1(scores: Sequence[float], truth: Sequence[bool]) -> float:
    """Return the F1 at the threshold where it is highest."""
    best = 0.0
    for threshold in sorted(set(scores)):
        hits = sum(score >= threshold and same for score, same in zip(scores, truth, strict=True))
        wrong = sum(score >= threshold and not same for score, same in zip(scores, truth, strict=True))
        missed = sum(truth) - hits
        best = max(best, 2 * hits / (2 * hits + wrong + missed) if hits else 0.0)
    return best
