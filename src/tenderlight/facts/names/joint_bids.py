"""Joint bids read from their first sign on: what leads to the members, each member, what joins them, what they are.

"a partnership of A Ltd and Institute of B, A acting as lead", "groupement X (mandataire) / BUREAU Y", "A / B JV": that
several bid together is said once, by a word for a group before, between or behind the names or by the part of one of
them. Then whatever a sign of joining sets apart is a member, with a legal form or without. Where nothing says so, a
name joined by "and" is one name, and nothing is read here. Languages written in Latin and Cyrillic letters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tenderlight.facts.names.grammar import can_be_western
from tenderlight.facts.names.joint_words import (
    ACTS_AS_LEAD,
    BEFORE,
    BEGINS,
    BEHIND,
    BRACKET,
    CALLED_BY_MEMBERS,
    FIRST_LEADS,
    IS_LABEL,
    JOINED,
    KEEPS_STOP,
    LEAD_IN,
    LEADER_NAMED,
    LED,
    LINE_ENDS,
    NAME,
    NAME_WITH_SIGN,
    PLACES,
    PROVES,
    SAYS_LEAD,
    SAYS_PART,
    TAIL,
    WORD_AT_END,
    WORD_BEFORE,
)
from tenderlight.facts.names.western import EASTERN_COMPANY, has_company

_LONGEST = 420
"""Characters in which a joint bid is told."""
_MOST, _FEWEST = 12, 2
_REST_OF_FORM = re.compile(r"(?<=\s[Ss]p)\.\s?z\s?o\.\s?o\.?(?:\s[Ss]p\.\s?[kj]\.?)?")
"""Behind the first word of a Polish legal form: ProTech Sp. z o.o."""
_WORDS = 9
_SHORTEST = 3
_NEAR = 90
"""Characters behind a comma in which words behind all members may say that they bid together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JointBid:
    """A joint bid as a text names it; offsets are those of the text."""

    members: tuple[tuple[int, int, str], ...]
    """Start, end and part ("lead", "member") of each."""
    start: int
    end: int


@dataclass(slots=True, kw_only=True)
class _Reading:
    """What has been read so far."""

    members: list[tuple[int, int, str]]
    end: int
    proved: bool
    """A word for a group, or for a part in one, has been met."""
    first_leads: bool = False
    leader: str = ""
    """Who leads, where brackets behind another member name it."""
    by_members: bool = False
    """The word before the names makes one name of them where dashes join them: UTE A – B."""


def joint_bid_at(text: str, at: int) -> JointBid | None:
    """Return the joint bid whose first word stands at a place; None if none is proved there.

    Args:
        text: As printed.
        at: Where it would begin.
    """
    over = LINE_ENDS.search(text, at, at + _LONGEST)
    stretch = text[: over.start() if over is not None else at + _LONGEST]
    if not (PROVES.search(stretch, at) or SAYS_PART.search(stretch, at)):
        return None
    for name in (NAME_WITH_SIGN, NAME):
        found = _read(stretch, at, name)
        if found is not None:
            return found
    return None


def bid_around(text: str, at: int) -> JointBid | None:
    """Return the joint bid whose first member stands at a place, or whose word for a group ends there.

    Args:
        text: As printed.
        at: Where a name begins.
    """
    at += len(text[at : at + 4]) - len(text[at : at + 4].lstrip())
    word = WORD_BEFORE.search(text, max(0, at - 60), at)
    bid = joint_bid_at(text, word.start("group") if word else at)
    return bid if bid is not None and bid.end > at else None


def joint_bid_in(text: str) -> JointBid | None:
    """Return the first joint bid of a line or clause, wherever in it the names begin.

    Args:
        text: As printed.
    """
    if not (PROVES.search(text) or SAYS_PART.search(text)):
        return None
    for begins in BEGINS.finditer(text):
        found = joint_bid_at(text, begins.end())
        if found is not None:
            return found
    return None


def _read(text: str, at: int, name: re.Pattern[str]) -> JointBid | None:
    lead_in = LEAD_IN.match(text, at)
    reading = _Reading(members=[], end=lead_in.end() if lead_in else at, proved=lead_in is not None)
    if lead_in is not None:
        reading.first_leads = FIRST_LEADS.search(lead_in["to"]) is not None
        reading.by_members = CALLED_BY_MEMBERS.match(lead_in["group"]) is not None and not lead_in["to"]
    before, joined = reading.end, None
    while len(reading.members) < _MOST:
        if not _member(text, reading, name, joined):
            reading.end = before
            break
        joined = JOINED.match(text, reading.end)
        if joined is None or not _may_join(text, joined, reading):
            break
        reading.end, before = joined.end(), reading.end
        if joined["joint"] or joined["leads"]:
            reading.proved = True
            reading.first_leads = reading.first_leads or joined["leads"] is not None
    return _settled(text, at, reading)


def _member(text: str, reading: _Reading, name: re.Pattern[str], joined: re.Match[str] | None) -> bool:
    """Read one member with what is said of it; say whether there is one."""
    before = BEFORE.match(text, reading.end)
    at = before.end() if before else reading.end
    led = LED.match(text, at)
    at = led.end() if led else at
    whole = EASTERN_COMPANY.match(text, at) or name.match(text, at)
    if whole is None or not _is_name(whole[0]) or _is_again(whole[0], text, reading):
        return False
    end = whole.end() - (whole[0].endswith(".") and not KEEPS_STOP.search(whole[0]))
    rest = _REST_OF_FORM.match(text, end)
    end = rest.end() if rest is not None else end
    said, behind = before["said"] if before else "", end
    while (more := BRACKET.match(text, behind) or BEHIND.match(text, behind)) is not None:
        together = JOINED.match(text, behind)
        if together is not None and together["joint"]:
            break
        if PROVES.fullmatch(more["said"].removeprefix("in ").removeprefix("en ").removeprefix("em ")):
            break
        leader = LEADER_NAMED.fullmatch(more["said"])
        reading.leader = leader["name"].strip() if leader is not None else reading.leader
        said += f" {more['said']}" if leader is None else ""
        behind = more.end()
    if joined is not None and joined["weak"] and IS_LABEL.match(text, behind):
        return False
    places = PLACES.match(text, behind) if has_company(whole[0]) else None
    behind = places.end() if places is not None else behind
    part = "lead" if SAYS_LEAD.search(said) else "member"
    reading.proved = reading.proved or SAYS_PART.search(said) is not None
    reading.members.append((at, end, part))
    reading.end = behind
    return True


def _is_again(name: str, text: str, reading: _Reading) -> bool:
    """Say whether a name is that of a member before, or its first word."""
    known = [text[start:end] for start, end, _part in reading.members]
    return name in known or any(one.startswith(f"{name} ") for one in known)


def _is_name(text: str) -> bool:
    plain = text.strip(" .")
    words = plain.split()
    if len(plain) < _SHORTEST or len(words) > _WORDS or PROVES.fullmatch(plain) or SAYS_PART.fullmatch(plain):
        return False
    return can_be_western(text) and (len(words) > 1 or plain.isupper() or len(plain) > _SHORTEST)


def _may_join(text: str, joined: re.Match[str], reading: _Reading) -> bool:
    """Say whether a sign joins members here: a comma, a dash and "with" do only where a group is proved."""
    if joined["weak"] and "," not in joined["weak"] and reading.by_members:
        return False
    if joined["weak"] or joined["with"]:
        return reading.proved or TAIL.search(text, joined.end(), joined.end() + _NEAR) is not None
    return True


def _settled(text: str, at: int, reading: _Reading) -> JointBid | None:
    """Return the joint bid if it is proved and has two members, with what stands behind all of them."""
    tail = TAIL.match(text, reading.end) if reading.members else None
    end = tail.end() if tail else reading.end
    members = _trimmed(text, reading.members)
    acts = ACTS_AS_LEAD.match(text, end)
    proved = reading.proved or tail is not None or acts is not None or members != reading.members
    if len({text[start:stop].casefold() for start, stop, _part in members}) < _FEWEST or not proved:
        return None
    if acts is not None:
        members = [
            (start, stop, "lead" if text[start:stop].startswith(acts["name"].split()[0]) else part)
            for start, stop, part in members
        ]
        end = acts.end()
    if reading.leader:
        members = [
            (start, stop, "lead" if _is_named(text[start:stop], reading.leader) else part)
            for start, stop, part in members
        ]
    if reading.first_leads:
        members[0] = (*members[0][:2], "lead")
    return JointBid(members=tuple(members), start=at, end=end)


def _is_named(name: str, leader: str) -> bool:
    """Say whether brackets name a member, or begin as it does: "A Ltd" is "A"."""
    first, second = name.casefold().strip(" ."), leader.casefold().strip(" .")
    return first.startswith(second) or second.startswith(first)


def _trimmed(text: str, members: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Return members whose last does not end with the word for the group: "A / B JV"."""
    if not members:
        return members
    start, stop, part = members[-1]
    word = WORD_AT_END.search(text, start, stop)
    return [*members[:-1], (start, word.start(), part)] if word is not None else members
