"""What lists say to the names of a dossier, told only where whoever publishes asks for it, and never as a finding.

Told are comparisons of the newest screening of the case whose grade is more than a likeness, of names that published
findings give, with list, version, entry, kind of match, and how the entry stood on the day of the contract. Nobody is
accused: each says what it does not show. Entries of persons are never told, nor is a name that a reviewer corrected,
for the lists were not asked for that.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tenderlight.cases import Case
from tenderlight.lists.known import list_of
from tenderlight.model.values import DateValue
from tenderlight.publish.catalogue import knows, say
from tenderlight.publish.dossier_findings import Selection
from tenderlight.publish.dossier_obstacles import Obstacle
from tenderlight.publish.dossier_sentences import value_of
from tenderlight.publish.told_words import feature_in, screening_in
from tenderlight.screening.kept import newest
from tenderlight.screening.told import ToldHit, ToldList, ToldScreening, read_told

_DAYS = ("announced", "effective", "published", "removed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listings:
    """What lists say to the names of a dossier."""

    record_sha256: str
    """Of the record of the screening; the entry `screen` of the custody log has it."""
    lists: tuple[ToldList, ...]
    """Every list that was asked, in its version."""
    screenings: tuple[ToldScreening, ...]
    """Of the names that published findings give, with the hits that are told."""
    not_asked: tuple[str, ...]
    """Names of published findings that the screening did not ask for."""
    parties: Mapping[str, str]
    """Under whose name a reply was asked for, by spelling."""
    days: frozenset[str]
    """Days that published findings give."""

    @property
    def hits(self) -> int:
        """How many entries are told."""
        return sum(len(one.hits) for one in self.screenings)

    def as_json(self) -> dict[str, object]:
        """Return it as `lists.json` says it."""
        return {
            "format": "tenderlight-lists/1",
            "record_sha256": self.record_sha256,
            "lists": self.lists,
            "names": self.screenings,
            "not_asked": self.not_asked,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """An entry that a name may belong to, as a page tells it."""

    says: tuple[str, ...]
    why: str
    compared: tuple[str, ...]
    against: tuple[str, ...]
    shows_not: str
    made: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NameView:
    """A name, and what lists say to it."""

    name: str
    title: str
    entries: tuple[EntryView, ...]
    none: str
    """What is said where no entry is told."""
    party: str
    """Under whose name a reply was asked for; empty = under none of these names."""


def listings_of(case: Case, selection: Selection) -> Listings | None:
    """Return what lists say to the names of what is published; None if no name of the case was held against any."""
    record = newest(case.folder)
    if record is None:
        return None
    content = record.read_bytes()
    head, screenings = read_told(content.splitlines())
    published = {one.claim.claim for one in selection.findings if value_of(one.claim) == one.claim.value}
    asked = [one for one in screenings if published & set(one.question.claims)]
    names = {one.question.name for one in asked}
    spelt = [name for one in selection.named for name in one.written]
    missing = [one.name for one in selection.named if not names & set(one.written)]
    return Listings(
        record_sha256=hashlib.sha256(content).hexdigest(),
        lists=tuple(head.lists),
        screenings=tuple(_told(one) for one in sorted(asked, key=lambda one: _place(one, spelt))),
        not_asked=tuple(missing),
        parties={name: one.name for one in selection.named for name in one.written},
        days=frozenset(
            value.date.iso() for one in selection.findings if isinstance(value := value_of(one.claim), DateValue)
        ),
    )


def _place(one: ToldScreening, spelt: Sequence[str]) -> tuple[int, str, str]:
    name = one.question.name
    return spelt.index(name) if name in spelt else len(spelt), name, one.question.role


def _told(one: ToldScreening) -> ToldScreening:
    """Return a screening with what may be told: no likenesses, no persons, no computed shares."""
    hits = [hit for hit in one.hits if hit.may_carry_a_claim and hit.entry.schema != "Person"]
    return ToldScreening(question=one.question, hits=hits, problems=one.problems)


def obstacles_of(listings: Listings | None, tells: Callable[[str], bool]) -> list[Obstacle]:
    """Return what stops lists from being told.

    Args:
        listings: What would be told; None = nothing was held against lists.
        tells: Says whether a text tells a private person that is to be blacked out.
    """
    if listings is None:
        return [Obstacle(key="no_screening")]
    texts = [
        text
        for one in listings.screenings
        for text in (one.question.name, *(words for hit in one.hits for words in (hit.entry_name, hit.entry.compared)))
    ]
    return [Obstacle(key="personal_list")] if any(map(tells, texts)) else []


def name_views(listings: Listings, language: str) -> Iterator[NameView]:
    """Yield the names as the page of a language tells them."""
    for one in listings.screenings:
        question = one.question
        role = _role(question.role, language)
        none = "none" if one.is_answered else "not_answered"
        yield NameView(
            name=question.name,
            title=say(language, "listing.title", name=question.name, role=role),
            entries=tuple(_entry(one, hit, listings, language) for hit in one.hits),
            none="" if one.hits else say(language, f"listing.{none}", name=question.name),
            party=listings.parties.get(question.name, ""),
        )
    for name in listings.not_asked:
        none = say(language, "listing.not_asked", name=name)
        yield NameView(name=name, title=name, entries=(), none=none, party=name)


def list_lines(listings: Listings, language: str) -> list[str]:
    """Return the lists that were asked, each in a line, with its version."""
    return [
        say(
            language,
            "listing.list",
            title=one.title,
            issuer=one.issuer,
            version=version_in(language, one.as_of),
            digest=one.sha256,
        )
        for one in listings.lists
    ]


def version_in(language: str, as_of: str | None) -> str:
    """Return of what day a version of a list is, in words."""
    return say(language, "listing.version", date=as_of) if as_of else say(language, "listing.undated")


def _role(role: str, language: str) -> str:
    sort = role.partition(" ")[0].rstrip(",")
    if role.startswith("maker, by the catalogue"):
        sort = "catalogue_maker"
    for key in (f"listing.role_{sort}", f"kind.{sort}"):
        if knows(key):
            return say(language, key)
    return role


def _entry(one: ToldScreening, hit: ToldHit, listings: Listings, language: str) -> EntryView:
    known = list_of(hit.list)
    source = next((each for each in listings.lists if (each.list, each.sha256) == (hit.list, hit.sha256)), None)
    says = [
        say(
            language,
            "listing.entry",
            title=known.title,
            issuer=known.issuer if source is None else source.issuer,
            version=version_in(language, hit.as_of),
            entry=hit.entry_name,
        ),
        say(language, f"listing.{hit.grade.replace('-', '_')}", name=one.question.name, compared=hit.entry.compared),
        *_standing(one, hit, listings, language),
        *_newest(hit, language),
    ]
    against = [each for each in hit.features if each.weight < 0]
    limits = ["same_number" if hit.grade == "same-identifier" else "same_name", "entry"]
    if one.question.role.startswith("maker, by the catalogue"):
        limits.insert(0, "catalogue")
    days = [
        say(language, f"listing.{name}", date=hit.days.get(name) or say(language, "listing.not_said")) for name in _DAYS
    ]
    made = say(
        language,
        "listing.made",
        entry=hit.entry.id,
        place=hit.entry.place_in_file,
        addresses="; ".join((*hit.entry.countries, *hit.entry.addresses)) or say(language, "listing.not_said"),
        programmes="; ".join((*hit.entry.programmes, *hit.entry.citations)) or say(language, "listing.not_said"),
        days=("；" if language == "zh" else "; ").join(days),
        digest=hit.sha256,
    )
    return EntryView(
        says=tuple(says),
        why=screening_in(language, hit.explanation),
        compared=tuple(feature_in(language, each) for each in hit.features if each.weight >= 0),
        against=tuple(feature_in(language, each) for each in against),
        shows_not=("" if language == "zh" else " ").join(say(language, f"listing.shows_not_{key}") for key in limits),
        made=made,
    )


def _standing(one: ToldScreening, hit: ToldHit, listings: Listings, language: str) -> list[str]:
    """Return how the entry stood on the day of the contract, why that is said, and if nobody confirmed the day."""
    days = one.question.days
    because = screening_in(language, hit.because)
    if not days:
        return [say(language, "listing.no_day")]
    day = ("、" if language == "zh" else ", ").join(days)
    sort = f"listing.day_{one.question.day_is.rpartition(' ')[2]}"
    day_is = say(language, sort) if knows(sort) else one.question.day_is
    said = say(language, f"listing.{hit.status.replace(' ', '_')}", day=day, day_is=day_is, because=because)
    return [said] if listings.days.issuperset(days) else [said, say(language, "listing.day_unconfirmed")]


def _newest(hit: ToldHit, language: str) -> list[str]:
    """Return whether the newest version of the list that was held still has the entry."""
    dated = [each for each in hit.snapshots if each.as_of]
    if not dated:
        return [say(language, "listing.newest_undated")]
    last = max(dated, key=lambda each: str(each.as_of))
    if last.has_it:
        return [say(language, "listing.newest_has", date=last.as_of)]
    key = "newest_gone" if last.can_be_compared else "newest_other_form"
    return [say(language, f"listing.{key}", date=last.as_of)]
