"""The names of many entries, ready to be looked up: by words, numbers, companies and keys. Can be packed into bytes."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from tenderlight.matching.companies import CompanyTable, rest_of
from tenderlight.matching.identifiers import credit_codes_in
from tenderlight.matching.keys import cross_keys, initials, own_keys
from tenderlight.matching.parsing import LATIN, ParsedName, parse_name
from tenderlight.matching.postings import Postings, PostingsBuilder, Sections
from tenderlight.matching.spelling import with_umlauts_written_out
from tenderlight.model.listing import ListedEntity, ListedName, NameKind

_POSTINGS = ("own", "latin", "other")


class IndexedName(NamedTuple):
    """One name of one entry."""

    entity: int
    listed: ListedName
    written: str
    """The text that was parsed; differs from the listed one where umlauts are written out."""


class _Looked(msgspec.Struct):
    """What is looked up whole."""

    rests: list[str]
    numbers: list[tuple[str, str, list[int]]]
    companies: list[tuple[int, list[str]]]


class NameIndex:
    """Where the names of entries are found. Made by `of`, or unpacked.

    Args:
        entities: The entries, by number; each is looked at only when it is asked for.
    """

    def __init__(self, entities: Sequence[ListedEntity]) -> None:
        self.entities = entities
        self.own = self.latin = self.other = PostingsBuilder().build(1)
        """Keys within the script of a name; keys across scripts, of names in Latin letters and of all others."""
        self._entity = array("i")
        self._listed = array("i")
        """Place of the name in its entry; of one with umlauts written out, -1 - place."""
        self._rests: dict[str, int] = {}
        self._rest_starts = array("i", [0])
        self._of_rest = array("i")
        self._by_number: dict[tuple[str, str], list[int]] = {}
        self._companies: dict[int, frozenset[str]] = {}
        self._of_company: dict[str, list[int]] = {}

    @classmethod
    def of(cls, entities: Sequence[ListedEntity], table: CompanyTable) -> NameIndex:
        """Return the index of the names of entries.

        Args:
            entities: The entries.
            table: Companies by name, to say which entries are one of them.
        """
        index = cls(entities)
        builders = PostingsBuilder(), PostingsBuilder(), PostingsBuilder()
        groups: dict[str, list[int]] = {}
        for at, entity in enumerate(entities):
            for number in sorted(credit_codes_in(entity.identifiers)):
                index._by_number.setdefault(number, []).append(at)
            for place, parsed in _written_ways(entity):
                name = len(index._entity)
                index._entity.append(at)
                index._listed.append(place)
                groups.setdefault(rest_of(parsed), []).append(name)
                _add_keys(name, parsed, *builders)
            codes = _companies_of(entity, table)
            if codes:
                index._link(at, codes)
        for rest, names in groups.items():
            index._rests[rest] = len(index._rests)
            index._of_rest.extend(names)
            index._rest_starts.append(len(index._of_rest))
        count = max(1, len(index._entity))
        index._hold(*[builder.build(count) for builder in builders])
        return index

    def name(self, number: int) -> IndexedName:
        """Return a name by its number."""
        at, place = self._entity[number], self._listed[number]
        if place >= 0:
            listed = self.entities[at].names[place]
            return IndexedName(at, listed, listed.text)
        listed = self.entities[at].names[-1 - place]
        return IndexedName(at, listed, with_umlauts_written_out(listed.text) or listed.text)

    def of_rest(self, rest: str) -> Sequence[int]:
        """Return the names with the same distinctive words."""
        group = self._rests.get(rest)
        return () if group is None else self._of_rest[self._rest_starts[group] : self._rest_starts[group + 1]]

    def of_number(self, scheme: str, number: str) -> Sequence[int]:
        """Return the entries with a number of a register."""
        return self._by_number.get((scheme, number), ())

    def of_company(self, code: str) -> Sequence[int]:
        """Return the entries that are a company of the sourced table."""
        return self._of_company.get(code, ())

    def companies(self, entity: int) -> frozenset[str]:
        """Return the companies of the sourced table that an entry is."""
        return self._companies.get(entity, frozenset())

    def packed(self) -> Sections:
        """Return the index, without the entries, as bytes."""
        looked = _Looked(
            rests=list(self._rests),
            numbers=[(*number, entities) for number, entities in self._by_number.items()],
            companies=[(entity, sorted(codes)) for entity, codes in self._companies.items()],
        )
        sections = {
            "entity": self._entity.tobytes(),
            "listed": self._listed.tobytes(),
            "rest_starts": self._rest_starts.tobytes(),
            "of_rest": self._of_rest.tobytes(),
            "looked": msgspec.msgpack.encode(looked),
        }
        for name in _POSTINGS:
            postings: Postings = getattr(self, name)
            sections |= {f"{name}.{part}": content for part, content in postings.packed().items()}
        return sections

    @classmethod
    def unpacked(cls, entities: Sequence[ListedEntity], sections: Mapping[str, memoryview]) -> NameIndex:
        """Return the index that was packed.

        Raises:
            KeyError, ValueError: If the parts do not fit one another, or the entries.
        """
        index = cls(entities)
        for column, name in (
            (index._entity, "entity"),
            (index._listed, "listed"),
            (index._of_rest, "of_rest"),
        ):
            column.frombytes(sections[name])
        index._rest_starts = array("i", sections["rest_starts"].tobytes())
        looked = msgspec.msgpack.decode(sections["looked"], type=_Looked)
        index._rests = {rest: group for group, rest in enumerate(looked.rests)}
        index._by_number = {(scheme, number): found for scheme, number, found in looked.numbers}
        for entity, codes in looked.companies:
            index._link(entity, frozenset(codes))
        parts = [
            {part.partition(".")[2]: content for part, content in sections.items() if part.startswith(f"{name}.")}
            for name in _POSTINGS
        ]
        index._hold(*map(Postings.unpacked, parts))
        if len(index._entity) != len(index._listed) or len(index._rest_starts) != len(index._rests) + 1:
            raise ValueError("the parts of an index of names do not fit one another")
        if max(index._entity, default=-1) >= len(entities):
            raise ValueError("an index of names is of other entries")
        return index

    def _hold(self, own: Postings, latin: Postings, other: Postings) -> None:
        self.own, self.latin, self.other = own, latin, other
        for one in (latin, other):
            if len(one.scratch) == len(own.scratch):
                one.scratch = own.scratch

    def _link(self, entity: int, codes: frozenset[str]) -> None:
        self._companies[entity] = codes
        for code in sorted(codes):
            self._of_company.setdefault(code, []).append(entity)


def _add_keys(
    name: int, parsed: ParsedName, own: PostingsBuilder, latin: PostingsBuilder, other: PostingsBuilder
) -> None:
    own.add(name, own_keys(parsed))
    if parsed.kind == LATIN:
        latin.add(name, cross_keys(parsed) + initials(parsed))
    else:
        other.add(name, cross_keys(parsed))


def _companies_of(entity: ListedEntity, table: CompanyTable) -> frozenset[str]:
    """Return which companies of the sourced table an entry is, by its main names (unchecked ones, too) and country."""
    return frozenset(
        named.company.code
        for listed in entity.names
        if listed.kind in {NameKind.NAME, NameKind.PREVIOUS} and entity.schema != "Person"
        for named in table.named(parse_name(listed.text))
        if named.kind != "ambiguous" and (not entity.countries or named.company.country in entity.countries)
    )


def _written_ways(entity: ListedEntity) -> Iterator[tuple[int, ParsedName]]:
    """Yield each name of an entry by its place, and again with umlauts written out where it has any (-1 - place)."""
    for place, listed in enumerate(entity.names):
        for number, written in ((place, listed.text), (-1 - place, with_umlauts_written_out(listed.text))):
            parsed = parse_name(written) if written else None
            if parsed and parsed.words:
                yield number, parsed
