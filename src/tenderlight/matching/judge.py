"""A query and one name of an entry → a grade with its reasons. What speaks against a match lowers it to *resembles*."""

from __future__ import annotations

import msgspec

from tenderlight.matching.answers import Feature, Grade, Query
from tenderlight.matching.companies import NamedCompany
from tenderlight.matching.parsing import HAN, ParsedName, general_words, is_general_chinese
from tenderlight.matching.places import place_at_start
from tenderlight.matching.relation import Relation, Standing, relate
from tenderlight.matching.spelling import spelled
from tenderlight.matching.tables import CompanyRow
from tenderlight.model.listing import ListedEntity, ListedName, NameKind

_OF_KIND = {
    NameKind.NAME: Grade.SAME_REGISTERED_NAME,
    NameKind.ALIAS: Grade.LISTED_ALIAS,
    NameKind.PREVIOUS: Grade.LISTED_ALIAS,
    NameKind.TRANSLITERATION: Grade.LISTED_ALIAS,
    NameKind.WEAK_ALIAS: Grade.RESEMBLES,
}
_SHORT_LATIN = 4
_SHORT_HAN = 2
_THINGS = frozenset({"Vessel", "Airplane", "Vehicle", "Address", "CryptoWallet"})
_SCORES = {Grade.SAME_REGISTERED_NAME: 1.0, Grade.LISTED_ALIAS: 0.98, Grade.DERIVED_FORM: 0.95}
_ALIKE_AT_MOST = 0.94


class Asked(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A query, taken apart once for all the entries it is compared with."""

    query: Query
    name: ParsedName
    placed: ParsedName
    """The name, with the place that the document gives beside it."""
    companies: tuple[NamedCompany, ...]
    """Companies of the sourced table that the name stands for."""

    @property
    def is_person(self) -> bool:
        """Whether the document speaks of a person."""
        return self.query.schema == "Person"


class Verdict(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """How a query stands to one name of an entry. Made for each candidate, hence no dataclass."""

    grade: Grade
    score: float
    listed: ListedName
    features: tuple[Feature, ...]
    explanation: str


def with_place(name: ParsedName, place: str | None) -> ParsedName:
    """Return a Chinese name that says no place with the place that the document gives beside it."""
    if place and name.kind == HAN and name.place is None:
        found, _ = place_at_start(spelled(place))
        if found:
            return msgspec.structs.replace(name, place=found)
    return name


def judge(asked: Asked, entity: ListedEntity, listed: ListedName, parsed: ParsedName, *, alike: float) -> Verdict:
    """Grade a query against one name of an entry.

    Args:
        asked: The query.
        entity: The entry.
        listed: The name of the entry that is compared.
        parsed: That name, taken apart.
        alike: Score if the grade is *resembles*, from 0 to 1.
    """
    relation = relate(asked.placed, parsed)
    if relation.standing is Standing.APART:
        return _resembles(listed, alike, relation)
    against = _against(asked, entity, listed, parsed, relation)
    if against:
        return _resembles(listed, alike, relation, *against)
    grade = _OF_KIND[listed.kind] if relation.standing is Standing.SAME else Grade.DERIVED_FORM
    return Verdict(
        grade=grade,
        score=_SCORES[grade],
        listed=listed,
        features=relation.features,
        explanation=_sentence(grade, listed, relation.rule),
    )


def judge_by_table(asked: Asked, named: NamedCompany, entity: ListedEntity, *, is_sure: bool) -> Verdict:
    """Grade a query against an entry that is, by the sourced table, a company which the name stands for.

    Args:
        asked: The query.
        named: What the table says of its name.
        entity: The entry.
        is_sure: Whether name and entry are both that company by names that were checked, and no other.
    """
    company = named.company
    sources = company.listed or company.sources
    feature = Feature(
        name="table of companies",
        ours=f"{asked.query.name} ({named.kind} name of {company.name})",
        theirs=entity.name,
        weight=0.8 if is_sure else 0.2,
        note="; ".join(sources),
    )
    against = _of_another_country(asked, entity) + _of_another_schema(asked, entity)
    certain = is_sure and not against
    said = f"The sourced table gives “{named.written}” as {_KINDS[named.kind]} of {company.name} ({sources[0]})"
    doubt = "" if is_sure else "others bear it too" if named.kind == "ambiguous" else _UNCHECKED
    doubt = doubt or (against[0].note if against else "")
    return Verdict(
        grade=Grade.LISTED_ALIAS if certain else Grade.RESEMBLES,
        score=_SCORES[Grade.LISTED_ALIAS] if certain else 0.7,
        listed=entity.names[0],
        features=(feature, *against),
        explanation=f"{said}{'; ' if doubt else ''}{doubt}.",
    )


def judge_by_group(asked: Asked, named: NamedCompany, head: CompanyRow, entity: ListedEntity) -> Verdict:
    """Offer an entry that heads, by the sourced table, the group of the company which the name stands for.

    Args:
        asked: The query.
        named: What the table says of its name.
        head: The company that heads its group.
        entity: The entry, which is that company.
    """
    note = f"By the sourced table it is another company, of the group of {head.name}; of stakes that says nothing"
    feature = Feature(name="table of companies", ours=named.company.name, theirs=head.name, weight=-0.8, note=note)
    return Verdict(
        grade=Grade.RESEMBLES,
        score=_OF_THE_GROUP,
        listed=entity.names[0],
        features=(feature, *_of_another_country(asked, entity)),
        explanation=f"{note}.",
    )


_OF_THE_GROUP = 0.65
"""Score of the head of a group: from 0.6 on an entry is shown in a case, too."""
_UNCHECKED = "one of the names was not checked against a list or register"
_KINDS = {
    "registered": "the registered name",
    "former": "a former name",
    "alias": "a name",
    "ambiguous": "a brand or word",
}


def told_apart_by_table(asked: Asked, codes: frozenset[str]) -> Feature | None:
    """Return what speaks against an entry if the query is the registered name of another company of the table.

    Args:
        asked: The query.
        codes: Companies of the table that the entry is; empty if it is none of them.
    """
    if not codes or not asked.companies:
        return None
    others = [one for one in asked.companies if one.is_registered and one.company.code not in codes]
    if not others or any(one.company.code in codes for one in asked.companies):
        return None
    return Feature(
        name="table of companies",
        ours=f"registered name of {others[0].company.name}",
        theirs="another company of the table",
        weight=-1.0,
        note=f"By the sourced table it is another company, {others[0].company.name}",
    )


def lowered(verdict: Verdict, feature: Feature) -> Verdict:
    """Return a verdict that a further feature takes down to *resembles*."""
    return msgspec.structs.replace(
        verdict,
        grade=Grade.RESEMBLES,
        score=min(verdict.score, 0.9),
        features=(*verdict.features, feature),
        explanation=f"{feature.note or feature.name}. {verdict.explanation}",
    )


def _resembles(listed: ListedName, alike: float, relation: Relation, *against: Feature) -> Verdict:
    reasons, features = relation.rule, relation.features
    if against:
        reasons = " ".join((reasons, *[f"{feature.note}." for feature in against if feature.note]))
        features = (*features, *against)
    return Verdict(
        grade=Grade.RESEMBLES,
        score=round(min(alike, _ALIKE_AT_MOST), 4),
        listed=listed,
        features=features,
        explanation=reasons,
    )


def _sentence(grade: Grade, listed: ListedName, rule: str) -> str:
    if grade is Grade.LISTED_ALIAS:
        said = "a former name" if listed.kind is NameKind.PREVIOUS else "a further name"
        return f"{rule} The list gives it as {said} of the entry."
    return rule


def _against(
    asked: Asked, entity: ListedEntity, listed: ListedName, parsed: ParsedName, relation: Relation
) -> tuple[Feature, ...]:
    """Return what takes a match of names down to *resembles*."""
    found = _of_another_country(asked, entity) + _of_another_schema(asked, entity)
    if listed.kind is NameKind.WEAK_ALIAS:
        found += (_doubt("kind of name", listed.text, "The list itself marks this name as weak"),)
    if entity.schema == "Person":
        found += (_doubt("person", listed.text, "A person's name alone: namesakes are common"),)
    if _is_short(parsed) and not _country_agrees(asked, entity) and not _is_known(asked, listed):
        found += (_doubt("length", parsed.spelling, "So short a name may be anybody's"),)
    elif _is_general(parsed) and not _country_agrees(asked, entity):
        found += (_doubt("general words", parsed.spelling, "It has general words only, and many bear such a name"),)
    elif relation.standing is Standing.DERIVED and _has_no_brand(parsed):
        found += (_doubt("brand", parsed.spelling, "No word in it tells this company from others of its trade"),)
    elif relation.standing is Standing.DERIVED and asked.companies and asked.companies[0].kind == "ambiguous":
        found += (_doubt("brand", asked.name.spelling, "The sourced table says that several bear this name"),)
    elif relation.standing is Standing.DERIVED and _may_be_a_person(asked, parsed):
        found += (_doubt("person or firm", asked.name.spelling, "Without a legal form it may be a person's name"),)
    return found


def _doubt(name: str, theirs: str, note: str) -> Feature:
    return Feature(name=name, ours="", theirs=theirs, weight=-0.5, note=note)


def _country_agrees(asked: Asked, entity: ListedEntity) -> bool:
    return asked.query.country is not None and asked.query.country in entity.countries


def _of_another_country(asked: Asked, entity: ListedEntity) -> tuple[Feature, ...]:
    country = asked.query.country
    if country is None or not entity.countries or country in entity.countries:
        return ()
    note = f"The document says {country}, the list {', '.join(entity.countries)}"
    return (Feature(name="country", ours=country, theirs=", ".join(entity.countries), weight=-0.7, note=note),)


def _of_another_schema(asked: Asked, entity: ListedEntity) -> tuple[Feature, ...]:
    schema = asked.query.schema
    if entity.schema in _THINGS and schema != entity.schema:
        note = f"The entry is a {entity.schema.lower()}, not a party"
    elif schema and (schema == "Person") != (entity.schema == "Person"):
        note = "One is a person, the other is not"
    else:
        return ()
    return (Feature(name="schema", ours=schema or "", theirs=entity.schema, weight=-1.0, note=note),)


def _is_short(name: ParsedName) -> bool:
    if name.form:
        return len(name.rest) < _SHORT_HAN
    return len(name.spelling) <= _SHORT_HAN if name.kind == HAN else len(name.rest) <= _SHORT_LATIN


def _is_known(asked: Asked, listed: ListedName) -> bool:
    """Say whether a short name is one that the sourced table gives to one company."""
    return any(one.is_certain for one in asked.companies) and listed.kind is not NameKind.WEAK_ALIAS


def _is_general(name: ParsedName) -> bool:
    """Say whether a Western name has nothing but general words, or a Chinese one no brand and no place."""
    if name.kind == HAN:
        return name.place is None and is_general_chinese(name.rest)
    general = general_words()
    return all(word in general or len(word) == 1 for word in name.words)


def _may_be_a_person(asked: Asked, parsed: ParsedName) -> bool:
    """Say whether a name of two or three words without form or trade may be that of a person, not of the firm."""
    ours = asked.name
    if ours.form or not parsed.form or ours.kind == HAN or asked.query.schema not in {None, "Person", "LegalEntity"}:
        return False
    general = general_words()
    return len(ours.words) <= 3 and not any(word in general or word.isdecimal() for word in ours.words)


def _has_no_brand(name: ParsedName) -> bool:
    return name.kind is HAN and not name.brand_ends
