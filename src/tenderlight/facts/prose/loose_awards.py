"""Who won, in whatever words a document tells it: the last of the ways through sentences, in languages with spaces.

Papers say that a council "voted to go with X", that "X is to replace the cameras", that an order "has gone to X", that
"c'est l'entreprise X qui posera …", that "la empresa X ha cumplido con …". Each pattern is a kind of verb (choosing,
giving to, agreeing with, buying from, doing the work) and where the name stands to it; the name needs no legal form.
It counts only where all such sentences of a document name one firm, and nothing else has told who won.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tenderlight.facts.names.grammar import can_be_western
from tenderlight.facts.names.offices import is_office
from tenderlight.facts.names.western import CAPITALISED, EASTERN_COMPANY, companies, has_company
from tenderlight.facts.prose.loose_words import (
    BEHIND_DONE,
    BEHIND_WON,
    DONE,
    FIRM_WORDS,
    NOT_SAID,
    OF_AWARD,
    SIGNED,
    WON,
)
from tenderlight.facts.prose.sentences import sentences_of
from tenderlight.facts.prose.told import Told
from tenderlight.languages.normalise import flatten

_LONGEST = 12_000
_SOFT_BREAK = re.compile(r"\n(?=[ \t]*[a-zà-ÿа-яёіїєґ(])")
_FRAMES = tuple(
    (told, re.compile(rf"(?i:{words}{FIRM_WORDS})(?=[«“\"„]?(?-i:[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁІЇЄҐ]))"))
    for told, group in ((Told.WON, WON), (Told.SIGNED, SIGNED), (Told.DELIVERED, DONE))
    for words in group
)
_BEHIND = tuple(
    (told, re.compile(rf"(?i:{'|'.join(group)})"))
    for told, group in ((Told.WON, BEHIND_WON), (Told.DELIVERED, BEHIND_DONE))
)
_NAME = re.compile(rf"[«“\"„]?(?P<name>{CAPITALISED})")
_ENDS = re.compile(
    r"\s(?:at|for|on|am|le|el|em|del|du|vom|от|від|за|по)\s(?=\d|(?:January|February|March|April|May|June|July|August|"
    r"September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday)\b)"
)
_GAP = re.compile(
    r"[\s,.»”\")]{0,4}(?:\([^()\n]{2,60}\)|,\s[^,.;\n]{2,40},|(?:aus|from|of|de|di|do|da|z|из|з|"
    r"à)\s(?-i:[A-ZÀ-ÞА-Я])[\w-]+)?\s{0,2}"
)
_MOST_WORDS = 9
_BEGINS = re.compile(r"(?:[^:]{0,200}:\s)?(?:the\s|el\s|la\s|le\s|o\s|a\s|die\s|der\s)?[«“\"„]?", re.IGNORECASE)
_PASSIVE = re.compile(r"(?i:\b(?:was|were|is|are|be|been|being|fue|foi|est|été|wurde|è|został[ao]?)\s+(?:\w+\s+)?)\Z")
_FAR = 90
"""Characters between the subject of a sentence and its verb."""
_ABOUT = 60
"""Characters before a verb in which something may be said against it."""
_THING = re.compile(
    r"(?i:\b(?:contract|agreement|order|tender|bid|resolution|lot|section|article|act|regulations?|annex|item|"
    r"project|programme|"
    r"program|framework|grant|fund|plan|policy|minutes|meeting|resoluci[oó]n|contrato|licitaci[oó]n|artículo|"
    r"ley|decreto|oferta|"
    r"anexo|proyecto|marché|lot|article|loi|décret|annexe|projet|vertrag|gesetz|legge|articolo|umow[aęy]|"
    r"закон\w*|договор\w*|"
    r"контракт\w*|договір)\b)"
)
_TRADES = re.compile(
    r"\b(?:services|systems|solutions|technolog\w+|trading|supplies|supply|enterprises|security|safety|"
    r"sistemas|servicios|serviços)$"
)
_NUMBERED = re.compile(r"^(?i:ruc|nit|nif|cif|rut|cnpj|siret|inn|инн|i\.?v\.?a|vat|gst|ht|ttc)\b|\d{4}")
_ARTICLE = re.compile(
    r"(?i:(?:the|die|der|das|den|dem|la|le|les|el|il|lo|une?|l['’]offre d[eu]|l['’])(?:\s+|"
    r"(?<=['’])))+(?=[«“\"„]?(?-i:[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ]))"
)
_DAYS = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LooseAward:
    """What a sentence tells of a firm; offsets are those of the page."""

    told: Told
    start: int
    end: int


def loose_awards(text: str) -> list[LooseAward]:
    """Return the firms that sentences of a page tell of as winners, parties or those who did the work.

    Args:
        text: A page as written.
    """
    return list(_kept(text))


@lru_cache(maxsize=4)
def _kept(text: str) -> tuple[LooseAward, ...]:
    """The stage and the winner of a document that has neither are looked for in the same sentences."""
    text = _SOFT_BREAK.sub(" ", text[:_LONGEST])
    return tuple(one for start, end in sentences_of(text) for one in _in_sentence(text, start, end))


def _in_sentence(text: str, start: int, end: int) -> Iterator[LooseAward]:
    yield from _led(text, start, end)
    for told, frame in _FRAMES:
        for match in frame.finditer(text, start, end):
            name = _from(text, match.end(), end)
            led = _WORD_BEFORE.search(text, start, match.end()) is not None
            if told is Told.SIGNED and name is not None and not led and not has_company(text[slice(*name)]):
                continue
            about = max(start, match.start() - _ABOUT)
            if name is not None and not NOT_SAID.search(text, about, name[0]) and _is_name(text[slice(*name)], led=led):
                yield LooseAward(told=told, start=name[0], end=name[1])
    for told, frame in _BEHIND:
        for match in frame.finditer(text, start, end):
            is_far = told is Told.WON and not _PASSIVE.search(text, start, match.start())
            name = _up_to(text, start, match.start(), is_far=is_far)
            if name is None or NOT_SAID.search(text, max(start, name[0] - _ABOUT), match.end() + 12):
                continue
            led = _WORD_BEFORE.search(text, start, name[0]) is not None
            if _is_name(text[slice(*name)], led=led):
                yield LooseAward(told=told, start=name[0], end=name[1])


_LED = re.compile(
    r"(?i:(?<![\w-])(?:(?:the|la|a|una|die|der|an\sdie|alla|della|dalla|l['’])\s?)?(?:firm|company|vendor|"
    r"société|entreprise|empresa|firma|"
    r"sociedad|compañía|sociedade|ditta|impresa|società|firmę|firmie|firmą|firmy|фирм[аойуе]+|компани[яиейю]+|"
    r"компані[яїєюй]+)\s+)"
    r"(?=[«“\"„]?[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁІЇЄҐ])"
)


def _led(text: str, start: int, end: int) -> Iterator[LooseAward]:
    """Yield the one firm that a sentence about an award calls so ("ganó el concurso la firma X")."""
    if OF_AWARD.search(text, start, end) is None or NOT_SAID.search(text, start, end) is not None:
        return
    names = [name for match in _LED.finditer(text, start, end) if (name := _from(text, match.end(), end)) is not None]
    if len({text[slice(*name)] for name in names}) == 1 and _is_name(text[slice(*names[0])], led=True):
        yield LooseAward(told=Told.WON, start=names[0][0], end=names[0][1])


_WORD_BEFORE = re.compile(
    r"(?i:(?:firm|company|vendor|contractor|supplier|bidder|société|entreprise|empresa|firma|sociedad|"
    r"mercantil|compañía|"
    r"proveedora?|contratista|sociedade|fornecedora?|ditta|impresa|società|firmę|firmie|firmą|firmy|компани\S+|фирм\S+|"
    r"организаци\S+|компані\S+|фірм\S+|m/s\.?|messrs\.?)(?:\s(?:of|called|named|denominada|dénommée|locale?|"
    r"local))?\s+)\Z"
)


def _from(text: str, at: int, end: int) -> tuple[int, int] | None:
    """Return the name that begins at a place."""
    eastern = EASTERN_COMPANY.match(text, at, end)
    if eastern is not None:
        return eastern.span()
    formed = next((span for span in companies(text[at:end]) if span[0] <= 1), None)
    if formed is not None:
        return at + formed[0], at + formed[1]
    name = _NAME.match(text, at, end)
    return _cut(text, *name.span("name")) if name is not None else None


def _up_to(text: str, start: int, at: int, *, is_far: bool) -> tuple[int, int] | None:
    """Return the name that ends at a place."""
    spans = [*companies(text[start:at]), *(match.span("name") for match in _NAME.finditer(text[start:at]))]
    near = [span for span in spans if _GAP.fullmatch(text, start + span[1], at)]
    if not near and is_far:
        near = [
            span for span in spans if _BEGINS.fullmatch(text, start, start + span[0]) and at - start - span[1] < _FAR
        ][-1:]
    if not near:
        return None
    lead = _ARTICLE.match(text, start + near[0][0], start + near[0][1])
    return lead.end() if lead is not None else start + near[0][0], start + near[0][1]


def _cut(text: str, start: int, end: int) -> tuple[int, int]:
    stop = _ENDS.search(text, start, end)
    end = stop.start() if stop is not None else end
    return start, start + len(text[start:end].rstrip(" .,;"))


def _is_name(name: str, *, led: bool) -> bool:
    """Say whether what stands there may be a firm: no office, no day, no place, no person's title."""
    words = name.split()
    if (not led and len(words) < 2) or len(words) > _MOST_WORDS or not name[:1].isalpha():
        return False
    if _NUMBERED.search(name):
        return False
    if any(word.strip(",.").casefold() in _DAYS for word in words):
        return False
    flat = flatten(name)
    if led or _TRADES.search(flat):
        return can_be_western(name)
    return can_be_western(name) and not is_office(name) and not _THING.search(name)
