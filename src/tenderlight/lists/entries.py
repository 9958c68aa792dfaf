"""Entries as readers make them, and what is odd about them.

Of persons the name, the programme and the dates stay; everything else about them is dropped here, for all readers.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from dataclasses import dataclass, field

from tenderlight.languages.normalise import fold_text
from tenderlight.lists.files import ListRefused
from tenderlight.lists.known import KNOWN_LISTS
from tenderlight.lists.words import date_of
from tenderlight.model.listing import ListedEntity, ListedName, NameKind
from tenderlight.model.problem import Problem, problem
from tenderlight.model.stake import Stake
from tenderlight.model.values import Identifier, PartialDate

MOST_NAMES = 2_000
"""Of one entry."""
NAME_CHARACTERS = 1_000
PLACES_SHOWN = 5
_BRACKET = re.compile(r"(?P<name>[^()]{4,}?)\s*\((?P<short>[^\W\d_]{2,20})\)")


@dataclass(slots=True, kw_only=True)
class Draft:
    """An entry as a reader finds it, before it is looked over."""

    list_code: str
    schema: str
    source: str
    entry: str = ""
    names: list[ListedName] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)
    countries: tuple[str, ...] = ()
    addresses: list[str] = field(default_factory=list)
    announced: PartialDate | None = None
    effective: PartialDate | None = None
    published: PartialDate | None = None
    removed: PartialDate | None = None
    known_listed: PartialDate | None = None
    programmes: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()

    def name(self, text: str | None, kind: NameKind = NameKind.NAME, language: str | None = None) -> None:
        """Add a name; an empty one is none."""
        if text and text.strip():
            self.names.append(ListedName(text=text, kind=kind, language=language))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadList:
    """What a reader made of one file. It may hold several lists; each entry names its own."""

    entities: tuple[ListedEntity, ...]
    reader: str
    stakes: tuple[Stake, ...] = ()
    """Stakes that the file states beside its entries, or alone."""
    as_of: datetime.date | None = None
    """Day of the list as the file says."""
    url_said: str = ""
    problems: tuple[Problem, ...] = ()


class Entries:
    """The entries of one file.

    Args:
        reader: Which reader makes them, with its version: "us-csl-csv/1".

    Problems: `list-date-unreadable`, `list-entry-nameless`, `list-entry-twice`, `list-entry-undated`,
    `list-name-short`.
    """

    def __init__(self, reader: str) -> None:
        self._reader = reader
        self._made: list[ListedEntity] = []
        self._ids: Counter[tuple[str, str]] = Counter()
        self._odd: dict[str, list[str]] = {}

    def date(self, written: str | None, *, source: str, day_first: bool = False) -> PartialDate | None:
        """Return the date of a cell; one that cannot be read is noted."""
        found = date_of(written, day_first=day_first)
        if found is None and written and written.strip():
            self._note("list-date-unreadable", f"{source}: {written.strip()[:40]}")
        return found

    def add(self, draft: Draft) -> None:
        """Look an entry over and take it."""
        names = _clean(draft.names)
        if not names:
            self._note("list-entry-nameless", draft.source)
            return
        if any(sum(map(str.isalnum, name.text)) < 2 for name in names):
            self._note("list-name-short", draft.source)
        if not any((draft.announced, draft.effective, draft.published)):
            self._note("list-entry-undated", draft.source)
        self._made.append(self._entity(draft, names))

    def finish(self, *, as_of: datetime.date | None = None, url_said: str = "") -> ReadList:
        """Return what was read.

        Raises:
            ListRefused: `list-empty`.
        """
        if not self._made:
            raise ListRefused("list-empty")
        step = f"lists:{self._reader}"
        problems = tuple(
            problem(code, step=step, detail=_counted(places), pointer=places[0])
            for code, places in sorted(self._odd.items())
        )
        return ReadList(
            entities=tuple(self._made), reader=self._reader, as_of=as_of, url_said=url_said, problems=problems
        )

    def _entity(self, draft: Draft, names: tuple[ListedName, ...]) -> ListedEntity:
        is_person = draft.schema == "Person"
        known = KNOWN_LISTS.get(draft.list_code)
        keeps_addresses = not is_person and not (known is not None and known.names_persons)
        return ListedEntity(
            entry=self._id(draft, names[0].text),
            list_code=draft.list_code,
            schema=draft.schema,
            names=names,
            identifiers=() if is_person else tuple(dict.fromkeys(draft.identifiers)),
            countries=() if is_person else draft.countries,
            addresses=tuple(dict.fromkeys(_even(draft.addresses))) if keeps_addresses else (),
            announced=draft.announced,
            effective=draft.effective,
            published=draft.published,
            removed=draft.removed,
            known_listed=draft.known_listed,
            programmes=tuple(dict.fromkeys(_even(draft.programmes))),
            citations=draft.citations,
            parents=() if is_person else draft.parents,
            source=draft.source,
        )

    def _id(self, draft: Draft, name: str) -> str:
        made = draft.entry.strip()
        if not made:
            country = "" if draft.schema == "Person" else "".join(f" ({code})" for code in draft.countries[:1])
            made = f"{fold_text(name)}{country}"
        key = (draft.list_code, made)
        self._ids[key] += 1
        if self._ids[key] == 1:
            return made
        self._note("list-entry-twice", f"{draft.source}: {name[:60]}")
        return f"{made} #{self._ids[key]}"

    def _note(self, code: str, place: str) -> None:
        self._odd.setdefault(code, []).append(place)


def _counted(places: list[str]) -> str:
    shown = "; ".join(places[:PLACES_SHOWN])
    return f"({len(places)} times: {shown}{' …' if len(places) > PLACES_SHOWN else ''})"


def _even(texts: list[str] | tuple[str, ...]) -> list[str]:
    return [even for text in texts if (even := " ".join(text.split()))]


def _clean(names: list[ListedName]) -> tuple[ListedName, ...]:
    """Return names with even blanks, each text once, the main name first."""
    found: dict[str, ListedName] = {}
    for name in names[:MOST_NAMES]:
        text = " ".join(name.text.split())[:NAME_CHARACTERS]
        if text and text not in found:
            found[text] = ListedName(text=text, kind=name.kind, language=name.language)
    for text in [text for text in found if text.endswith(")")]:
        for short, kind in _of_bracket(text):
            found.setdefault(short, ListedName(text=short, kind=kind))
    return tuple(found.values())


def _of_bracket(text: str) -> tuple[tuple[str, NameKind], ...]:
    """Return the two names that "Acorn Optics Co., Ltd. (Acorn)" and "Bureau of Trees (BOT)" give.

    Only where the bracket repeats a word of the name, or its initials: another word may be a place or a branch.
    """
    match = _BRACKET.fullmatch(text)
    if match is None:
        return ()
    name, short = match["name"].strip(" ,"), match["short"]
    words = re.findall(r"\w+", name)
    initials = {"".join(word[0] for word in words if word[0].isupper()), "".join(word[0] for word in words).upper()}
    small = short.casefold()
    is_initials = len(short) > 1 and any(each.startswith(short.upper()) for each in initials)
    if is_initials or small in (word.casefold() for word in words[:3]):
        return (name, NameKind.ALIAS), (short, NameKind.WEAK_ALIAS)
    return ()
