"""Firms that are the subject of an award: "A LLC, Norfolk, Virginia (N0000-22-D-0001); and B Inc. are awarded …".

Bulletins of contracts name one firm or many at the head of a paragraph, each with its seat and the number of its
contract, and reports say that "three firms, A Ltd, B Ltd and C plc, have been appointed to …". Between the names, and
between the last and the verb, nothing else may stand: a firm that is told of in another clause has not won.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenderlight.facts.names.groups import WORDS_OF_GROUP, apart, members_of_group
from tenderlight.facts.names.western import companies
from tenderlight.languages.money import find_amounts

Span = tuple[int, int]
_LONGEST = 30_000
_MOST_FIRMS = 60
_GROUP_WITHIN = 40
"""Characters before the first name in which a word says that they bid together."""
_LINE = re.compile(r"[^\n]{20,6000}")
_VERB = re.compile(
    r",?\s(?:(?:is|are|was|were|has been|have been|is being|are being)\s(?:each\s)?(?:awarded|appointed|selected)\b|"
    r"will (?:each )?compete for (?:each|every|task|delivery|orders?)\b)"
    r"(?!\s(?:by|to)\s(?:the\s)?(?:court|tribunal))"
)
_BETWEEN = re.compile(
    r"\.?(?:,\s[A-Z][^\s,;()]{1,20}(?:\s[A-Z][^\s,;()]{1,20}){0,3}){0,3}\s{0,2}(?:\([^()\n]{3,60}\))?"
    r"(?:[,;]\s(?:and\s)?|\sand\s)"
)
_BEFORE_VERB = re.compile(
    r"\.?(?:,\s[A-Z][^\s,;()]{1,20}(?:\s[A-Z][^\s,;()]{1,20}){0,3}){0,3}\s{0,2}(?:\([^()\n]{3,60}\))?"
)
_CONTRACT = re.compile(
    r"\s(?:an?|the)\s(?P<of>[^.;\n]{0,160}?)\b(?:contract|modification|order|task|agreement|delivery)\b"
)
_LIMIT = re.compile(
    r"not[- ]to[- ]exceed|maximum|ceiling|up to|estimated|potential|combined|shared|indefinite|modification"
)
MANY = re.compile(
    r"\b(?:framework|multiple[- ]award|compete for (?:each|every|task|delivery|orders?)|dynamic purchasing|"
    r"panel of suppliers)\b"
)
"""Words of an award to several who will each get orders."""


def awarded_firms(text: str) -> Iterator[Span]:
    """Yield the place of each firm that a paragraph says is awarded something, in order; of a group, that of them all.

    Args:
        text: A page as written.
    """
    for line, verb in _paragraphs(text):
        firms = _subjects(line[0], line.start(), verb.start())
        before = text[max(0, firms[0][0] - _GROUP_WITHIN) : firms[0][0]] if len(firms) > 1 else ""
        together = WORDS_OF_GROUP.search(before) or (firms and members_of_group(text[firms[0][0] : firms[-1][1]]))
        if together and len(firms) > 1:
            at = together.start() - len(before) if isinstance(together, re.Match) else 0
            yield firms[0][0] + at, firms[-1][1]
        else:
            yield from firms


def awarded_price(text: str) -> Span | None:
    """Return the place of the one amount of which paragraphs say that a contract of so much is awarded to one firm."""
    found: list[Span] = []
    for line, verb in _paragraphs(text):
        what = _CONTRACT.match(line[0], verb.end())
        if what is None or len(_subjects(line[0], 0, verb.start())) != 1 or _LIMIT.search(what["of"].lower()):
            continue
        amounts = [one for one in find_amounts(what["of"], decimal_mark=".") if not one.bare]
        at = line.start() + what.start("of")
        found += [(at + one.start, at + one.end) for one in amounts] if len(amounts) == 1 else []
    return found[0] if len(found) == 1 else None


def _paragraphs(text: str) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    for line in _LINE.finditer(text[:_LONGEST]):
        verb = _VERB.search(line[0])
        if verb is not None:
            yield line, verb


def _subjects(line: str, start: int, verb: int) -> list[Span]:
    """Return the firms on end before the verb; none if something else stands between."""
    found: list[Span] = []
    end = verb
    gap = _BEFORE_VERB
    firms = [one for span in companies(line[:verb]) for one in apart(line, *span)]
    for span in reversed(firms[-_MOST_FIRMS:]):
        if gap.fullmatch(line, span[1], end) is None:
            break
        found.append((start + span[0], start + span[1]))
        end, gap = span[0], _BETWEEN
    return found[::-1]
