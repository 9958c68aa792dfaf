"""Finds the entries of lists that a party may be: an index for candidates, a judge for grades.

Ways to an entry, all tried: the same number of a register; the same distinctive words; the sourced table of companies;
pieces of spelling within a script; sound and meaning across scripts; acronyms.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from tenderlight.matching.answers import Feature, Grade, Match, Query
from tenderlight.matching.companies import CompanyTable, company_table, rest_of
from tenderlight.matching.identifiers import LABELS, credit_codes_in
from tenderlight.matching.judge import (
    Asked,
    Verdict,
    judge,
    judge_by_group,
    judge_by_table,
    lowered,
    told_apart_by_table,
    with_place,
)
from tenderlight.matching.keys import as_acronym, cross_keys, own_keys
from tenderlight.matching.name_index import NameIndex
from tenderlight.matching.parsing import HAN, LATIN, ParsedName, parse_name
from tenderlight.matching.postings import Found
from tenderlight.matching.similarity import likeness
from tenderlight.matching.spelling import with_umlauts_written_out
from tenderlight.matching.tables import CompanyRow
from tenderlight.model.listing import ListedEntity, ListedName

RESEMBLES_FROM = 0.05
"""Score below which a likeness is not worth a person's look, unless they ask for more."""
_OTHER_SCHEMA = 0.5
"""What a likeness is worth between a person and what is not said to be one."""
_TOGETHER = 64
"""Queries that are looked up at once."""
_KEPT = 131_072
"""Names of entries that are kept as they were taken apart, at most; then all are given up, and it begins anew."""
_OWN, _CROSS, _CROSS_TO_CHINESE, _SAME_WORDS, _JUDGED = 7, 6, 10, 1_000, 5
_COSINE, _COVERING = 0.5, 0.35
_ACROSS_AT_MOST = 0.93
_BY_RANK = (1.0, 0.4, 0.25, 0.15, 0.12, 0.1, 0.09, 0.08, 0.07, 0.06)
"""What a candidate across scripts is worth by its place among them: measured on the shared set of names."""
_COMPARED = 5
"""Candidates in Western scripts that are compared letter by letter; the others keep the score of their place."""
_TELLING_ACROSS, _KEPT_FOR_ACROSS = 0.12, 2
"""So many Chinese names that an English one may mean are judged however alike English names are, from this cosine on: a
name in another language looks like none of its spellings."""
_BY_SOUND_ALONE = 0.4
"""What a Chinese name is worth that shares with a Western one no more than the sound of two characters."""
_OWN_TRUST = 0.6
_BY_OWN_RANK = (1.0, 0.6, 0.45, 0.35, 0.3, 0.25, 0.2)
"""The same within a script."""


@dataclass(slots=True)
class _Found:
    """What the indexes have for one way of writing a name."""

    own: list[Found] = field(default_factory=list)
    across: list[Found] = field(default_factory=list)
    across_keys: list[str] = field(default_factory=list)
    acronym: list[Found] = field(default_factory=list)


class _Known(NamedTuple):
    """A name of an entry, with what is needed to compare it."""

    at: int
    entity: ListedEntity
    listed: ListedName
    parsed: ParsedName


class Matcher:
    """Holds parties against the names of entries. The same entries give the same answers, to the byte.

    Args:
        entities: The entries, or an index that was made of them before.
    """

    def __init__(self, entities: Iterable[ListedEntity] | NameIndex) -> None:
        self._table: CompanyTable = company_table()
        self.index = entities if isinstance(entities, NameIndex) else NameIndex.of(tuple(entities), self._table)
        self._entities = self.index.entities
        self._looked_up: dict[int, _Known] = {}

    def find(self, query: Query, *, most: int = 5, least: float = RESEMBLES_FROM) -> tuple[Match, ...]:
        """Return the entries that a party may be: `find_all` for one party."""
        return next(self.find_all([query], most=most, least=least))

    def find_all(
        self, queries: Iterable[Query], *, most: int = 5, least: float = RESEMBLES_FROM
    ) -> Iterator[tuple[Match, ...]]:
        """Yield for each party the entries that it may be, the strongest grade first, each entry once.

        Every entry of a grade that may carry a claim is returned, however many. Many parties at once are found faster
        than one by one.

        Args:
            queries: The parties.
            most: How many are returned in all, as soon as there are no more at a grade that may carry a claim.
            least: Score from which an entry that only resembles is offered.
        """
        every = iter(queries)
        while part := list(islice(every, _TOGETHER)):
            for best in self._judge_all(part):
                ranked = sorted([(*_order(verdict), at, verdict) for at, verdict in self._unambiguous(best).items()])
                yield tuple(
                    self._match(at, verdict)
                    for place, (_, _, at, verdict) in enumerate(ranked)
                    if verdict.grade is not Grade.RESEMBLES or (place < most and verdict.score >= least)
                )

    def _judge_all(self, queries: list[Query]) -> list[dict[int, Verdict]]:
        """Judge every candidate for every way of writing each query, and return the best verdict of each entry."""
        best: list[dict[int, Verdict]] = [{} for _ in queries]
        ways = [
            (at, self._asked(query, written))
            for at, query in enumerate(queries)
            for written in (query.name, with_umlauts_written_out(query.name))
            if written is not None
        ]
        found = self._found([asked.name for _, asked in ways])
        for (place, asked), candidates in zip(ways, found, strict=True):
            known = best[place]
            for at, verdict in self._verdicts(asked, candidates):
                apart = told_apart_by_table(asked, self.index.companies(at)) if asked.companies else None
                judged = lowered(verdict, apart) if apart and not _says_who_it_is(verdict) else verdict
                before = known.get(at)
                if before is None or _order(judged) < _order(before):
                    known[at] = judged
        return best

    def _asked(self, query: Query, written: str) -> Asked:
        parsed = parse_name(written)
        placed = with_place(parsed, query.place)
        return Asked(query=query, name=parsed, placed=placed, companies=tuple(self._table.named(parsed)))

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

    def _verdicts(self, asked: Asked, found: _Found) -> Iterator[tuple[int, Verdict]]:
        if asked.query.identifiers:
            yield from self._by_numbers(asked)
        for named in asked.companies:
            for at in self.index.of_company(named.company.code):
                entity = self._entities[at]
                is_sure = named.is_certain and self._is_surely(entity, named.company)
                yield at, judge_by_table(asked, named, entity, is_sure=is_sure)
            head = self._table.head_of(named.company)
            if head is not None and named.is_registered:
                for at in self._entries_called(head):
                    yield at, judge_by_group(asked, named, head, self._entities[at])
        if not asked.name.words:
            return
        same_words = self.index.of_rest(rest_of(asked.name))
        for number in same_words[:_SAME_WORDS]:
            known = self._known(number)
            yield self._judged(asked, known, self._alike(asked, known))
        scored, across, seen = self._candidates(asked, found)
        for number in same_words:
            scored.pop(number, None)
        ranked = [number for _, number in sorted([(-score, number) for number, score in scored.items()])]
        for number in _with_places_for(across, ranked):
            yield self._judged(asked, seen.get(number) or self._known(number), scored[number])

    def _is_surely(self, entity: ListedEntity, company: CompanyRow) -> bool:
        """Say whether an entry bears a checked name of a company of the sourced table."""
        return any(
            named.company is company and named.is_certain
            for listed in entity.names
            for named in self._table.named(parse_name(listed.text))
        )

    def _entries_called(self, company: CompanyRow) -> list[int]:
        """Return the entries that bear a name of a company of the sourced table, wherever the list says they are."""
        names = (*company.registered, *company.former, *company.aliases, *company.ambiguous)
        parsed = [name for name in map(parse_name, names) if name.form or len(name.words) > 1 or name.kind == HAN]
        numbers = [number for name in parsed for number in self.index.of_rest(rest_of(name))[:_SAME_WORDS]]
        found = dict.fromkeys(self.index.name(number).entity for number in numbers)
        return [at for at in found if self._entities[at].schema != "Person"]

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

    def _known(self, number: int) -> _Known:
        known = self._looked_up.get(number)
        if known is None:
            if len(self._looked_up) >= _KEPT:
                self._looked_up.clear()
            name = self.index.name(number)
            known = _Known(name.entity, self._entities[name.entity], name.listed, parse_name(name.written))
            self._looked_up[number] = known
        return known

    def _judged(self, asked: Asked, known: _Known, alike: float) -> tuple[int, Verdict]:
        return known.at, judge(asked, known.entity, known.listed, known.parsed, alike=alike)

    def _alike(self, asked: Asked, known: _Known) -> float:
        is_person = known.entity.schema == "Person"
        alike = likeness(asked.name, known.parsed, person=is_person or asked.is_person)
        return alike * _OTHER_SCHEMA if is_person and not asked.is_person else alike

    def _found(self, names: list[ParsedName]) -> list[_Found]:
        """Look all names up in every index, those of a kind together."""
        found = [_Found() for _ in names]
        told = [at for at, name in enumerate(names) if name.words]
        chinese = [at for at in told if names[at].kind is HAN]
        others = [at for at in told if names[at].kind is not HAN]
        for those, covering in ((chinese, _COVERING), (others, _COSINE)):
            keys = [own_keys(names[at]) for at in those]
            for at, own in zip(those, self.index.own.search_all(keys, most=_OWN, covering=covering), strict=True):
                found[at].own = own
        for postings, is_latin, most in (
            (self.index.other, True, _CROSS_TO_CHINESE),
            (self.index.latin, False, _CROSS),
        ):
            those = [at for at in told if (names[at].kind is LATIN) is is_latin]
            keys = [cross_keys(names[at]) for at in those]
            acronyms = [] if is_latin else [(at, key) for at in told if (key := as_acronym(names[at]))]
            questions = [*keys, *[key for _, key in acronyms]]
            rows = postings.search_all(questions, most=most, covering=_COVERING)
            for at, asked, across in zip(those, keys, rows, strict=False):
                found[at].across_keys, found[at].across = asked, across
            for (at, _), acronym in zip(acronyms, rows[len(those) :], strict=True):
                found[at].acronym = acronym
        return found

    def _candidates(self, asked: Asked, found: _Found) -> tuple[dict[int, float], list[int], dict[int, _Known]]:
        """Return the scores of names that may be meant, those of them that tell enough, and what was compared.

        Only Chinese names tell enough, and only of a query in Latin letters.
        """
        is_han = asked.name.kind is HAN
        scored: dict[int, float] = {}
        seen: dict[int, _Known] = {}
        for rank, (number, cosine) in enumerate(found.own):
            score = _OWN_TRUST * (cosine if cosine < 1.0 else 1.0) * _BY_OWN_RANK[rank]
            if rank < _COMPARED or is_han:
                known = seen[number] = self._known(number)
                alike = self._alike(asked, known)
                score = alike if alike > score else score
            scored[number] = score
        is_latin = asked.name.kind is LATIN
        trust, power = (1.2, 1.5) if is_latin else (1.25, 1.0)
        near = [number for number, cosine in found.across if cosine >= _TELLING_ACROSS] if is_latin else []
        told = dict(zip(near, self.index.other.told(found.across_keys, near), strict=True)) if near else {}
        for rank, (number, cosine) in enumerate(found.across):
            score = trust * cosine**power
            score = (score if score < _ACROSS_AT_MOST else _ACROSS_AT_MOST) * _BY_RANK[rank]
            if is_latin and not told.get(number):
                score *= _BY_SOUND_ALONE
            if score > scored.get(number, 0.0):
                scored[number] = score
        for rank, (number, cosine) in enumerate(found.acronym):
            score = 0.5 * cosine * _BY_RANK[rank]
            if score > scored.get(number, 0.0):
                scored[number] = score
        telling = sorted([(-weight, number) for number, weight in told.items() if weight])
        return scored, [number for _, number in telling], seen

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


def _with_places_for(across: list[int], ranked: list[int]) -> list[int]:
    """Return the candidates that are judged: the best ones; in the last places, some across scripts that tell.

    Args:
        across: Candidates across scripts that tell enough, those that tell most first.
        ranked: All candidates, the best first.
    """
    first = ranked[:_JUDGED]
    if not across:
        return first
    kept = sum(number in across for number in first[-_KEPT_FOR_ACROSS:])
    missing = [number for number in across if number not in first and number in ranked][: _KEPT_FOR_ACROSS - kept]
    return [*first[: _JUDGED - len(missing)], *missing]


def _says_who_it_is(verdict: Verdict) -> bool:
    """Say whether the table of companies need not tell a verdict apart: by a number, or told apart by it already."""
    first = verdict.features[0] if verdict.features else None
    is_apart = first is not None and first.name == "table of companies" and first.speaks_against
    return verdict.grade is Grade.SAME_IDENTIFIER or is_apart


def _order(verdict: Verdict) -> tuple[int, float]:
    return verdict.grade.rank, -verdict.score
