"""Was an entry on the list on a given day? Before, listed, after, or not known; never a guess.

Three things decide: the days that the entry itself gives, the snapshots that do or do not have it, and what of the two
is sure. The four dates of an entry differ: it is announced, takes effect, is printed in the official journal, and is
removed, each on its own day. Where the day of effect is not in the list, days shortly before the printing stay open:
the Federal Register printed Huawei five days after its entry took effect.
"""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass, replace
from enum import StrEnum

from tenderlight.lists.history import EntryHistory, Sighting
from tenderlight.model.listing import ListedEntity
from tenderlight.model.values import PartialDate

STANDING_VERSION = 1
OPEN_DAYS = 31
"""Days before a printing, or after an announcement, on which an entry may or may not have been in effect."""


class Status(StrEnum):
    """Where a day lies as to an entry."""

    BEFORE = "before listing"
    LISTED = "listed"
    AFTER = "after removal"
    UNKNOWN = "date unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Whether an entry was on its list on a day, and why that is said."""

    status: Status
    because: str
    is_after_list: bool = False
    """The day is later than the newest snapshot of the list."""


def standing(history: EntryHistory, on: PartialDate | None) -> Standing:
    """Return how an entry stood on a day; on a month or year only if the whole of it is alike.

    Args:
        history: The entry in all snapshots.
        on: The day; None = the document gives none.
    """
    if on is None:
        return Standing(status=Status.UNKNOWN, because="The day of the contract is not known.")
    first, last = _bounds(on)
    found = _on_day(history, first)
    if first == last:
        return found
    other = _on_day(history, last)
    if found.status is other.status:
        return other
    because = f"Only {on.iso()} is known: {found.status} on its first day, {other.status} on its last."
    return Standing(status=Status.UNKNOWN, because=because, is_after_list=other.is_after_list)


def _bounds(date: PartialDate) -> tuple[datetime.date, datetime.date]:
    first = datetime.date(date.year, date.month or 1, date.day or 1)
    last_month = date.month or 12
    last_day = date.day or calendar.monthrange(date.year, last_month)[1]
    return first, datetime.date(date.year, last_month, last_day)


def _on_day(history: EntryHistory, day: datetime.date) -> Standing:
    ended = _ended_by_its_own_word(history.newest, day)
    if ended is not None:
        return ended
    dated = [seen for seen in history.sightings if seen.held.snapshot.as_of is not None and seen.is_comparable]
    before = [seen for seen in dated if _day(seen) <= day]
    after = [seen for seen in dated if _day(seen) >= day]
    prior, following = (before[-1] if before else None), (after[0] if after else None)
    if prior is not None and prior.entity is None:
        return _absent_before(prior, following, day, was_listed=any(seen.entity is not None for seen in before))
    if prior is not None and following is not None and following.entity is None and _day(prior) != day:
        return _unknown(f"It stood in the list of {_day(prior)} and no longer in that of {_day(following)}.")
    if prior is not None and following is not None:
        same = "" if _day(prior) == _day(following) else f" and in that of {_day(following)}"
        stands = f"It stands in the list of {_day(prior)}{same}"
        return _not_yet_in_effect(prior, day) or Standing(status=Status.LISTED, because=f"{stands}.")
    found = _by_its_dates(history, day)
    newest = _newest_day(history)
    is_later = newest is not None and day > newest
    if found.status is Status.LISTED and (missed := _missed_in_another_form(history, day)):
        return _unknown(missed)
    if prior is not None and found.status is not Status.BEFORE:
        if (missed := _missed_in_another_form(history, day)) is not None:
            return _unknown(missed)
        later = " What came after it is not known." if is_later else ""
        because = f"It stands in the list of {_day(prior)}, the last one held before that day.{later}"
        return Standing(status=Status.LISTED, because=because, is_after_list=is_later)
    later = f" The list held names no day later than {newest}; what came after is not known." if is_later else ""
    because = found.because + (later if found.status is Status.LISTED else "")
    return Standing(status=found.status, because=because, is_after_list=is_later)


def _missed_in_another_form(history: EntryHistory, day: datetime.date) -> str | None:
    """Return why nothing is sure if a newer list, which may write the name otherwise, does not have the entry."""
    newest = history.sightings[-1]
    last = history.last_seen
    if newest.entity is not None or newest.is_comparable:
        return None
    known_until = _latest_day(last)
    if known_until is not None and day <= known_until:
        return None
    until = known_until.isoformat() if known_until else "a day not said"
    return (
        f"It stands in the list of {until}; the newest list, which is of another form, has no entry of this name: "
        "it may have been removed, or be written otherwise."
    )


def _not_yet_in_effect(seen: Sighting, day: datetime.date) -> Standing | None:
    """Return the standing of an entry that stands in the list before the day on which, by itself, it takes effect."""
    effective = seen.entity.effective if seen.entity is not None else None
    if effective is None or day >= _bounds(effective)[0]:
        return None
    return _unknown(f"It stands in the list of {_day(seen)}, and takes effect on {effective.iso()} only.")


def _day(seen: Sighting) -> datetime.date:
    day = seen.held.snapshot.as_of
    assert day is not None
    return day


def _newest_day(history: EntryHistory) -> datetime.date | None:
    return max((day for seen in history.sightings if (day := _latest_day(seen)) is not None), default=None)


def _latest_day(seen: Sighting) -> datetime.date | None:
    """Return the day of a snapshot; where it says none, the latest day that it names."""
    if seen.held.snapshot.as_of is not None or seen.held.newest is None:
        return seen.held.snapshot.as_of
    return datetime.date.fromisoformat(seen.held.newest)


def _unknown(because: str) -> Standing:
    return Standing(status=Status.UNKNOWN, because=because)


def _ended_by_its_own_word(entity: ListedEntity, day: datetime.date) -> Standing | None:
    """Return the standing if the list itself gives the day of removal and `day` is not before it."""
    if entity.removed is None:
        return None
    first, last = _bounds(entity.removed)
    if day > last:
        return Standing(status=Status.AFTER, because=f"The list says that it ended on {entity.removed.iso()}.")
    if day >= first:
        return _unknown(f"The list says that it ended on {entity.removed.iso()}, the day asked for.")
    return None


def _absent_before(prior: Sighting, following: Sighting | None, day: datetime.date, *, was_listed: bool) -> Standing:
    """Return the standing of an entry that the list before that day did not have."""
    if following is not None and following.entity is not None and _day(prior) != day:
        start = _start(following.entity)
        if start is None:
            return _unknown(f"It is not in the list of {_day(prior)}, and in that of {_day(following)}.")
        if day >= start:
            return Standing(
                status=Status.LISTED, because=f"{_said(following.entity)}; so the list of {_day(following)}."
            )
    if was_listed:
        return Standing(status=Status.AFTER, because=f"It is no longer in the list of {_day(prior)}.")
    return Standing(status=Status.BEFORE, because=f"It is not yet in the list of {_day(prior)}.")


def _by_its_dates(history: EntryHistory, day: datetime.date) -> Standing:
    """Return the standing by the dates of the entry alone, as any snapshot gives them."""
    entity = replace(
        history.newest,
        announced=history.day("announced"),
        effective=history.day("effective"),
        published=history.day("published"),
        known_listed=history.day("known_listed"),
    )
    start, open_from = _start(entity), _open_from(entity)
    last_day = _latest_day(history.last_seen)
    gone = None if last_day is not None and day <= last_day else _gone(history)
    if start is not None and day >= start:
        if gone is not None:
            return _unknown(f"{_said(entity)}; a newer list of the same form ({gone}) no longer has it.")
        return Standing(status=Status.LISTED, because=f"{_said(entity)}.")
    if open_from is not None and day < open_from:
        return Standing(status=Status.BEFORE, because=f"{_said(entity)}.")
    if start is not None or open_from is not None:
        return _unknown(f"{_said(entity)}; whether it was in effect on that day the list does not say.")
    if entity.known_listed is not None:
        known = _bounds(entity.known_listed)[1]
        says = f"It is known to have been on the list on {entity.known_listed.iso()}; when it was put there is not said"
        if day >= known and gone is None:
            return Standing(status=Status.LISTED, because=f"{says}.")
        return _unknown(f"{says}.")
    return _unknown("The list gives no date for this entry.")


def _gone(history: EntryHistory) -> str | None:
    """Return the newest comparable snapshot if the entry is not in it."""
    comparable = [seen for seen in history.sightings if seen.is_comparable]
    newest = comparable[-1]
    if newest.entity is not None:
        return None
    as_of = newest.held.snapshot.as_of
    return as_of.isoformat() if as_of is not None else newest.held.snapshot.sha256[:12]


def _start(entity: ListedEntity) -> datetime.date | None:
    """Return the first day on which the entry surely held."""
    for date in (entity.effective, entity.published):
        if date is not None:
            return _bounds(date)[1]
    if entity.announced is not None:
        return _bounds(entity.announced)[1] + datetime.timedelta(days=OPEN_DAYS)
    return None


def _open_from(entity: ListedEntity) -> datetime.date | None:
    """Return the first day on which the entry may have held; before it, it surely did not."""
    if entity.effective is not None:
        return _bounds(entity.effective)[0]
    days = [_bounds(date)[0] for date in (entity.announced, entity.published) if date is not None]
    if not days:
        return None
    return min(days) - datetime.timedelta(days=0 if entity.announced is not None else OPEN_DAYS)


def _said(entity: ListedEntity) -> str:
    parts = [
        f"{words} {date.iso()}"
        for words, date in (
            ("announced", entity.announced),
            ("in effect from", entity.effective),
            ("printed in the official journal on", entity.published),
        )
        if date is not None
    ]
    text = ", ".join(parts) or "no date given"
    return text[0].upper() + text[1:]
