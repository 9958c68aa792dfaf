"""Firms that bid together, told in running text: "a consortium of A AS (lead partner), B Ltd and C S.A.".

A word for a group leads to its members, with or without a name of the group between the two; the members stand one
behind the other, joined by commas, "and", brackets and what each of them is there. Languages written with spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from tenderlight.facts.names.groups import apart, part_in_group
from tenderlight.facts.names.joint_bids import joint_bid_at
from tenderlight.facts.names.joint_words import ACTS_AS_LEAD, GROUP_WORD
from tenderlight.facts.names.western import companies

_LONGEST_PAGE = 30_000
_LONGEST = 420
"""Characters in which the members of a group are named."""
_MOST = 40
_FEWEST = 2
_WORD = (
    r"joint venture|jv|consortium|consorcio|cons[óo]rcio|uni[oó]n temporal(?: de empresas)?|ute|agrupamento|"
    r"agrupaci[óo]n|"
    r"groupement(?: (?:momentané|solidaire|conjoint)(?: d['’]entreprises)?| d['’]entreprises)?|bietergemeinschaft|arge|"
    r"raggruppamento(?: temporaneo)?(?: di imprese)?|r\.?t\.?i\.?|a\.?t\.?i\.?|konsorcjum(?: firm)?|"
    r"консорциум\w{0,2}|консорціум\w{0,2}|коллективн\w{2,3} участник\w{0,2}"
)
_LEADS_TO = (
    r"(?:(?:composed|comprised|consisting|made up|formed) (?:of|by)|comprising|led by|headed by|of|between|"
    r"(?:(?:con|in|trans)?formad|integrad|compuest|compost|constitu[ií]d|liderad|encabezad)[oa]s? (?:por|"
    r"pel[oa]s?)|entre|"
    r"(?:composé|constitué|formé|mené|conduit)e?s? (?:de|d['’]|par|entre)|réunissant|"
    r"bestehend aus|aus|unter (?:der )?führung (?:von|der)|(?:composto|formato|costituito|guidato) (?:da|tra)|tra|"
    r"в составе|у складі|под руководством|во главе с|на чолі з)"
)
_GROUP = re.compile(
    rf"(?i:(?<![\w.])(?:{_WORD})(?!\w))"
    r"(?P<own>\s(?!(?i:of|between|led|de|en|aus|tra|в|у)\s)[«“\"A-ZÀ-ÞА-ЯЁІЇЄҐ][^,;()\n:]{1,60}?)?"
    rf"(?i:,?\s?\(?(?<!\w){_LEADS_TO}(?!\w))\s?:?\s?(?i:(?:las|los|os|as|les|the)?\s?"
    r"(?:empresas?|firmas?|sociedad\w*|sociétés?|entreprises?|firms?|companies|imprese|ditte|den firmen|"
    r"участник\w*)\s)?"
)
"""A word for a group, its name, and the words that lead to its members."""
_BETWEEN = re.compile(
    r"\.?\s{0,2}(?:\([^()\n]{1,60}\)\s{0,2})?(?:[,;–—-]\s?[a-zà-ÿа-яё]{3,16}(?:\s[a-zà-ÿа-яё]{3,16})?)?\s{0,2}"
    r"(?:[,;/&+]|\s?[–—-]\s)?\s{0,2}(?:(?:and|y|e|et|und|ed?|и|та|with|con|com|avec|mit|sowie|а также)\s)?"
    r"(?:(?:by|of|de|par|por|com|the|la|el|as|a|o)\s|[dl]['’])?\s{0,2}"
)
"""What may stand between two members: brackets, a word for their part, a comma or "and"."""
_LED = re.compile(
    r"(?i:\b(?:led by|headed by|liderad|encabezad|mené|conduit|führung|guidato|руководством|во главе|на чолі))"
)
_SETTLES = re.compile(
    r"(?i:\b(?:award|adjud[ií]c|adjug|attribu|octroy|vergeben|zuschlag|erteilt|aggiudic|affid|заключ|уклад|укла[вл]|победител|"
    r"переможц|winner|winning|signed with|contract with|contractors?\s?:|contratad[oa]s?\s?:|"
    r"contratistas?\s?:|titulaires?\s?:)[^.;\n]{0,160}\Z)"
)
"""Words of the same sentence, before the group, that say that it won."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group as a text names it; offsets are those of the page."""

    own: tuple[int, int] | None
    """Where its own name stands; None if it has none."""
    members: tuple[tuple[int, int, bool], ...]
    """Start, end and whether it leads."""
    start: int
    end: int
    settled: bool
    """The sentence says before it that it won."""


@lru_cache(maxsize=8)
def groups_in(text: str) -> Sequence[Group]:
    """Return the groups of at least two companies that a page names.

    Args:
        text: As printed.
    """
    found = [one for lead in islice(_GROUP.finditer(text[:_LONGEST_PAGE]), _MOST) if (one := _group(text, lead))]
    return [*found, *_joint(text, found)]


def _joint(text: str, known: Sequence[Group]) -> Iterator[Group]:
    """Yield the groups whose members need no legal form: a word for a group, and names that signs set apart."""
    for word in islice(GROUP_WORD.finditer(text[:_LONGEST_PAGE]), _MOST):
        bid = joint_bid_at(text, word.start())
        if bid is None or any(one.start < bid.end and bid.start < one.end for one in known):
            continue
        yield Group(
            own=None,
            members=tuple((start, end, part == "lead") for start, end, part in bid.members),
            start=bid.start,
            end=bid.end,
            settled=_SETTLES.search(text, max(0, bid.start - 260), bid.start) is not None,
        )


def _group(text: str, lead: re.Match[str]) -> Group | None:
    named: dict[str, tuple[int, int]] = {}
    for start, end in members_on_end(text, lead.end()):
        if named.setdefault(" ".join(text[start:end].casefold().split()), (start, end)) != (start, end):
            break
    spans = list(named.values())
    if len(spans) < _FEWEST:
        return None
    led = _LED.search(lead[0]) is not None
    members = tuple(
        (start, end, part_in_group(text, start, end) == "lead" or (led and at == 0))
        for at, (start, end) in enumerate(spans)
    )
    acts = ACTS_AS_LEAD.match(text, spans[-1][1])
    if acts is not None and not any(leads for _start, _end, leads in members):
        members = tuple((start, end, text[start:end].startswith(acts["name"].split()[0])) for start, end in spans)
    own = (lead.start(), lead.end("own")) if lead["own"] else None
    settled = _SETTLES.search(text, max(0, lead.start() - 260), lead.start()) is not None
    return Group(own=own, members=members, start=lead.start(), end=spans[-1][1], settled=settled)


def members_on_end(text: str, at: int) -> Iterator[tuple[int, int]]:
    """Yield the start and end of the companies that stand one behind the other from a place on.

    Args:
        text: As printed.
        at: Where the first of them begins.
    """
    stretch = text[at : at + _LONGEST].partition("\n\n")[0]
    spans = [one for span in sorted(companies(stretch)) for one in apart(stretch, *span)]
    position = 0
    for start, end in spans:
        if start < position:
            continue
        if _BETWEEN.fullmatch(stretch, position, start) is None:
            return
        yield at + start, at + end
        position = end
