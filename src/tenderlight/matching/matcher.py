"""Finds the entries of lists that a party may be: an index for candidates, a judge for grades.

Ways to an entry, all tried: the same number of a register; the same distinctive words; the sourced table of companies;
pieces of spelling within a script; sound and meaning across scripts; acronyms.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tenderlight.matching.answers import Feature, Grade, Match, Query
from tenderlight.matching.companies import CompanyTable, company_table, rest_of
from tenderlight.matching.identifiers import LABELS, credit_codes_in
from tenderlight.matching.judge import Asked, Verdict, judge, judge_by_table, lowered, told_apart_by_table, with_place
from tenderlight.matching.keys import as_acronym, cross_keys, own_keys
from tenderlight.matching.name_index import NameIndex
from tenderlight.matching.parsing import HAN, LATIN, ParsedName, parse_name
from tenderlight.matching.postings import Postings
from tenderlight.matching.similarity import likeness
from tenderlight.matching.spelling import with_umlauts_written_out
from tenderlight.matching.tables import CompanyRow
from tenderlight.model.listing import ListedEntity

RESEMBLES_FROM = 0.05
"""Score below which a likeness is not worth a person's look, unless they ask for more."""
_OTHER_SCHEMA = 0.5
"""What a likeness is worth between a person and what is not said to be one."""
_OWN, _CROSS, _SAME_WORDS, _JUDGED = 7, 6, 1_000, 5
_COSINE, _COVERING = 0.5, 0.35
_ACROSS_AT_MOST = 0.93
_BY_RANK = (1.0, 0.4, 0.25, 0.15, 0.12, 0.1)
"""What a candidate across scripts is worth by its place among them: measured on the shared set of names."""
_COMPARED = 5
"""Candidates in Western scripts that are compared letter by letter; the others keep the score of their place."""
_TELLING_ACROSS, _ACROSS_PLACES = 0.14, 3
"""One of so many Chinese names that an English one may mean is judged however alike English names are, from this
cosine on: a name in another language looks like none of its spellings."""
_OWN_TRUST = 0.6
_BY_OWN_RANK = (1.0, 0.6, 0.45, 0.35, 0.3, 0.25, 0.2)
"""The same within a script."""


class Matcher:
    """Holds parties against the names of entries. The same entries give the same answers, to the byte.

    Args:
        entities: The entries, or an index that was made of them before.
    """

    def __init__(self, entities: Iterable[ListedEntity] | NameIndex) -> None:
        self._table: CompanyTable = company_table()
        self.index = entities if isinstance(entities, NameIndex) else NameIndex.of(tuple(entities), self._table)
        self._entities = self.index.entities

    def find(self, query: Query, *, most: int = 5, least: float = RESEMBLES_FROM) -> tuple[Match, ...]:
        """Return the entries that a party may be, the strongest grade first, each entry once.

        Every entry of a grade that may carry a claim is returned, however many.

        Args:
            query: The party.
            most: How many are returned in all, as soon as there are no more at a grade that may carry a claim.
            least: Score from which an entry that only resembles is offered.
        """
        best: dict[int, Verdict] = {}
        for written in (query.name, with_umlauts_written_out(query.name)):
            if written is not None:
                self._judge_all(query, parse_name(written), best)
        best = self._unambiguous(best)
        ranked = sorted(best.items(), key=lambda row: (*_order(row[1]), row[0]))
        kept = [
            row
            for place, row in enumerate(ranked)
            if row[1].grade is not Grade.RESEMBLES or (place < most and row[1].score >= least)
        ]
        return tuple(self._match(at, verdict) for at, verdict in kept)

    def _judge_all(self, query: Query, parsed: ParsedName, best: dict[int, Verdict]) -> None:
        """Judge every candidate for one way of writing the query, and keep the best verdict of each entry."""
        placed = with_place(parsed, query.place)
        asked = Asked(query=query, name=parsed, placed=placed, companies=tuple(self._table.named(parsed)))
        for at, verdict in self._verdicts(asked):
            apart = told_apart_by_table(asked, self.index.companies(at)) if asked.companies else None
            judged = lowered(verdict, apart) if apart and verdict.grade is not Grade.SAME_IDENTIFIER else verdict
            known = best.get(at)
            if known is None or _order(judged) < _order(known):
                best[at] = judged

    def _match(self, at: int, verdict: Verdict) -> Match:
        return Match(
            entity=self._entities[at],
            place=at,
            grade=verdict.grade,
            score=verdict.score,
            listed_name=verdict.listed.text,
            features=verdict.features,
            explanation=verdict.explanation,
        )

    def _verdicts(self, asked: Asked) -> Iterator[tuple[int, Verdict]]:
        yield from self._by_numbers(asked)
        for named in asked.companies:
            for at in self.index.of_company(named.company.code):
                entity = self._entities[at]
                is_sure = named.is_certain and self._is_surely(entity, named.company)
                yield at, judge_by_table(asked, named, entity, is_sure=is_sure)
        if not asked.name.words:
            return
        same_words = self.index.of_rest(rest_of(asked.name))
        for number in same_words[:_SAME_WORDS]:
            yield self._judged(asked, number, self._alike(asked, number))
        scored, across = self._candidates(asked)
        for number in same_words:
            scored.pop(number, None)
        ranked = sorted(scored, key=lambda number: (-scored[number], number))
        for number in _with_a_place_for(across, ranked):
            yield self._judged(asked, number, scored[number])

    def _is_surely(self, entity: ListedEntity, company: CompanyRow) -> bool:
        """Say whether an entry bears a checked name of a company of the sourced table."""
        return any(
            named.company is company and named.is_certain
            for listed in entity.names
            for named in self._table.named(parse_name(listed.text))
        )

    def _by_numbers(self, asked: Asked) -> Iterator[tuple[int, Verdict]]:
        for scheme, number in sorted(credit_codes_in(asked.query.identifiers)):
            for at in self.index.of_number(scheme, number):
                entity = self._entities[at]
                said = LABELS.get(scheme, scheme.upper())
                yield (
                    at,
                    Verdict(
                        grade=Grade.SAME_IDENTIFIER,
                        score=1.0,
                        listed=entity.names[0],
                        features=(Feature(name="identifier", ours=number, theirs=number, weight=1.0, note=said),),
                        explanation=f"Both give the same number: {said}, {number}.",
                    ),
                )

    def _judged(self, asked: Asked, number: int, alike: float) -> tuple[int, Verdict]:
        name = self.index.name(number)
        parsed = parse_name(name.written)
        return name.entity, judge(asked, self._entities[name.entity], name.listed, parsed, alike=alike)

    def _alike(self, asked: Asked, number: int) -> float:
        name = self.index.name(number)
        person = asked.is_person or self._entities[name.entity].schema == "Person"
        alike = likeness(asked.name, parse_name(name.written), person=person)
        is_person = self._entities[name.entity].schema == "Person"
        return alike * _OTHER_SCHEMA if is_person and not asked.is_person else alike

    def _candidates(self, asked: Asked) -> tuple[dict[int, float], list[int]]:
        """Return numbers of names that may be meant, with their scores; and those of them in Chinese that tell enough.

        The latter are none unless the query is in Latin letters.
        """
        name = asked.name
        found: dict[int, float] = {}
        across: list[int] = []
        covering = _COVERING if name.kind == HAN else _COSINE
        for rank, one in enumerate(self.index.own.search(own_keys(name), most=_OWN, covering=covering)):
            least = _OWN_TRUST * min(1.0, one.score) * _BY_OWN_RANK[rank]
            compared = rank < _COMPARED or name.kind == HAN
            found[one.name] = max(least, self._alike(asked, one.name)) if compared else least
        for postings, keys, trust, power in self._ways_across(name):
            for rank, one in enumerate(postings.search(keys, most=_CROSS, covering=_COVERING)):
                score = min(_ACROSS_AT_MOST, trust * one.score**power) * _BY_RANK[rank]
                found[one.name] = max(score, found.get(one.name, 0.0))
                if postings is self.index.other and rank < _ACROSS_PLACES and one.score >= _TELLING_ACROSS:
                    across.extend([one.name] if self._tells(keys, one.name) else ())
        return found, across

    def _tells(self, keys: list[str], number: int) -> bool:
        """Say whether a Chinese name shares more with the keys of a query than the sound of two characters."""
        shared = set(cross_keys(parse_name(self.index.name(number).written))).intersection(keys)
        return any(key.startswith("w:") for key in shared) or sum(key.startswith("y:") for key in shared) > 1

    def _ways_across(self, name: ParsedName) -> Iterator[tuple[Postings, list[str], float, float]]:
        """Yield where to look across scripts, under which keys, and what a score is worth there."""
        if name.kind == LATIN:
            yield self.index.other, cross_keys(name), 1.2, 1.5
            acronym = as_acronym(name)
            if acronym:
                yield self.index.latin, acronym, 0.5, 1
        else:
            yield self.index.latin, cross_keys(name), 1.25, 1

    def _unambiguous(self, best: dict[int, Verdict]) -> dict[int, Verdict]:
        """Take derived forms down where they lead to several names: it cannot be told which one is meant."""
        derived = {at: one for at, one in best.items() if one.grade is Grade.DERIVED_FORM}
        if len(derived) < 2:
            return best
        spellings = {parse_name(one.listed.text).spelling for one in derived.values()}
        if len(spellings) < 2 or any(one.grade.rank < Grade.DERIVED_FORM.rank for one in best.values()):
            return best
        theirs = "; ".join(sorted(spellings)[:5])
        feature = Feature(
            name="several entries",
            ours="",
            theirs=theirs,
            weight=-0.5,
            note="It may be derived from several listed names",
        )
        return {**best, **{at: lowered(one, feature) for at, one in derived.items()}}


def _with_a_place_for(across: list[int], ranked: list[int]) -> list[int]:
    """Return the candidates that are judged: the best ones; in the place of the last, one across scripts that tells.

    Args:
        across: Candidates across scripts that tell enough, the best first.
        ranked: All candidates, the best first.
    """
    first = ranked[:_JUDGED]
    missing = next((number for number in across if number not in first and number in ranked), None)
    if missing is None or first[-1] in across:
        return first
    return [*first[:-1], missing]


def _order(verdict: Verdict) -> tuple[int, float]:
    return verdict.grade.rank, -verdict.score
