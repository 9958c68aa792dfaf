"""Labels in a line of a language written with spaces: at its beginning, behind a full stop, or before a colon."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tenderlight.facts.labels.hits import Hit
from tenderlight.facts.words.lot_keys import LOT_WESTERN
from tenderlight.facts.words.vocabulary import AMOUNTS, DATES, NUMBERS, WESTERN_LABELS, Meaning, meaning_of
from tenderlight.languages.money import read_sign, read_unit

_UNKNOWN = re.compile(r"(?:^|(?<=[.;])\s+)(?P<label>[^\W\d_][^.;:\n]{1,70}):\s")
_ESTIMATED = re.compile(r"\s*\((?:estim|geschätzt|stimat|szacunk|ориент|орієнт|прогноз|indicativ|approx)")
"""In brackets behind a label of a price: it is none yet."""
_TYPED = AMOUNTS | DATES | NUMBERS
_OTHER_PRICE = re.compile(r"(?:^|[.;|\t]|\s{2})\s*(?:tender |bid(?:ding)? )?(?:documents?|dossier|form|set)\s$")
"""Words before a label of money that make it another: what the papers themselves cost ("DOCUMENT PRICE: RM 250")."""
_LONGEST_OTHER_PRICE = 60
"""Characters looked at for them."""
_BESIDE_NAME = re.compile(r"\([^\W\d_][^()\d]{0,24}\d[\d\s./-]{3,24}\)(?=,\s|\s[–—-]\s)")
"""The number of a register in brackets behind a name, with more of the same clause behind it."""
_SHORTEST_INSIDE = 3
"""Letters of a label inside a line: "ID" may end a longer one ("Unique Entity ID")."""
_PRICES = frozenset({Meaning.TOTAL, Meaning.AWARD_AMOUNT, Meaning.CONTRACT_AMOUNT, Meaning.CALL_OFF_AMOUNT})
_IN_UNIT = re.compile(r"^(?:in|en|em|в|у|w|à)\s")
"""Words before the unit of a label: Total Order Value (in INR)."""
_TAX = re.compile(
    r"(?:ht|ttc|h\.t|t\.t\.c|hors (?:taxes?|tva)|toutes taxes comprises|excl\w*\.? vat|incl\w*\.? vat|ex vat|(?:с|"
    r"без) (?:учетом )?ндс|"
    r"(?:з|без) пдв|con iva|sin iva|com iva|sem iva|inkl\. mwst|ohne mwst|iva (?:esclusa|inclusa|incluido)|z vat|"
    r"bez vat|brutto|"
    r"netto|gross|net)\.?$"
)
"""Words for tax behind a label of a price."""
_NAMED = frozenset({Meaning.BUYER, Meaning.SUPPLIER})
_ASKS_NAME = re.compile(
    r"\b(?:name|nombre|nom|nome|razón social|наименование|назва|найменування|denominazione|nazwa)\b.*\s|"
    r"\s(?:name|наименование)$"
)
_LIMITS = frozenset({Meaning.BUDGET, Meaning.CEILING, Meaning.ESTIMATE})
_TAIL = re.compile(
    r"\s(?=(?:ttc|toutes|excl|incl|ex |с |без|з |con|sin|com|sem|inkl|ohne|iva|z |bez|brutto|netto|gross|net|h\.t|"
    r"t\.t|of|for|over|under|in|sur|sobre|über|pendant|durante|del?|do|da|dos|das|du|des|d['’]|per|por|pour|für|der|"
    r"di|della|по|за|на|для|щодо|w|"
    r"na|ht|hors|initiale?|\())"
)
"""Words that go on with a label of money without changing what it is."""
_TAIL_TO_COLON = re.compile(
    rf"{_TAIL.pattern}(?:[^:\d\n]|\d{{1,2}}(?:[.,]\d)?\s?%|\d{{1,2}}\s(?:ans?|années?|mois|years?|months?|años|meses|anos|лет|мес|років|jahre|"
    r"monate|anni|mesi|lat)\b){2,60}:\s*"
)


_OF_DAYS = DATES - {Meaning.DATE}
"""Days whose label says what happened on them, however it goes on."""
_DAY_TO_COLON = re.compile(r"\s(?:[^:.;!?\d\n]){2,70}:\s*(?=\d)")
_BEGINNING = re.compile(r"^|(?<=[.;|•»(\t])")
_BEGINNING_BEFORE_COLON = re.compile(rf"{_BEGINNING.pattern}|(?<=\s)(?=[a-zа-я])")
"""Where a label may begin, in a line without a colon and in one with."""
_COLON_WITHIN = 62
"""Characters from the beginning of a label inside a line up to behind its colon."""
_BLANKS = re.compile(r"\s*")
_NUMBERING = re.compile(
    r"\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]{0,2}|[a-z]\))\s+|[•*–—-]\s*|"
    r"(?:ماده|المادة|البند|art[ií]culo|article|art\.|cl[áa]usula|clause|стаття|"
    r"статья)\s[^\W_]{1,12}[ºª°]?\s?[-–—:.)]{1,2}\s*"
)
"""The number of a line, an article or a clause before a label."""
_BEHIND = re.compile(
    r"(?P<hint>\s*\([^()]{0,40}\)|,\s?[^\s:,]{1,5}\.?\s?(?:руб|грн|тенге)?\.?(?=\s*:))?(?:(?<=no)\.)?"
    r"(?P<after>\s*:\s*|\s+[–—-]\s+|\s+|\s*(?=№))"
)
_TOLD_APART_BY = 4
"""Characters that labels are looked up by; few are shorter."""


def _lengths(labels: Iterable[str], head: int) -> dict[str, tuple[int, ...]]:
    """Return the lengths of the labels, the longest first, by the first characters."""
    lengths: dict[str, set[int]] = {}
    for label in labels:
        lengths.setdefault(label[:head], set()).add(len(label))
    return {begins: tuple(sorted(each, reverse=True)) for begins, each in lengths.items()}


_LABELS = frozenset(WESTERN_LABELS)
_LONG = _lengths((label for label in _LABELS if len(label) >= _TOLD_APART_BY), _TOLD_APART_BY)
_SHORT = _lengths((label for label in _LABELS if len(label) < _TOLD_APART_BY), 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Label:
    """A label in a line: `flat[start : start + len(label)]`."""

    label: str
    start: int
    hint: str
    after: str
    end: int
    """Where its value begins."""

    @property
    def label_end(self) -> int:
        return self.start + len(self.label)


def _labels(flat: str, *, has_colon: bool) -> Iterator[_Label]:
    """Yield the known labels in a line, from left to right; none begins within another."""
    done = 0
    for beginning in (_BEGINNING_BEFORE_COLON if has_colon else _BEGINNING).finditer(flat):
        place = beginning.start()
        if place < done:
            continue
        found = _label_from(flat, place, has_colon=has_colon)
        if found is not None:
            yield found
            done = max(found.end, place + 1)


def _label_from(flat: str, place: int, *, has_colon: bool) -> _Label | None:
    """Return the label that begins at a place, behind blanks and a number of its own, or None."""
    before = flat[place - 1 : place]
    if not before:
        return _numbered(flat, place)
    if before in ".;|•»(\t" and flat[place : place + 1] != "\t":
        blanks = _BLANKS.match(flat, place)
        found = _numbered(flat, blanks.end() if blanks else place)
        if found is not None:
            return found
    if not has_colon or not before.isspace():
        return None
    if _OTHER_PRICE.search(flat, max(0, place - _LONGEST_OTHER_PRICE), place):
        return None
    found = _longest(flat, place) or (_numbered(flat, place) if flat[place + 1 : place + 2] == ")" else None)
    return found if found and flat.find(":", place + 1, place + _COLON_WITHIN) >= 0 else None


def _numbered(flat: str, place: int) -> _Label | None:
    numbering = _NUMBERING.match(flat, place)
    return (_longest(flat, numbering.end()) if numbering else None) or _longest(flat, place)


def _longest(flat: str, start: int) -> _Label | None:
    """Return the longest label that begins here and is followed by what may stand behind one, or None."""
    long = _LONG.get(flat[start : start + _TOLD_APART_BY], ())
    for length in (*long, *_SHORT.get(flat[start : start + 1], ())):
        label = flat[start : start + length]
        behind = _BEHIND.match(flat, start + length) if label in _LABELS else None
        if behind is not None:
            return _Label(label=label, start=start, hint=behind["hint"] or "", after=behind["after"], end=behind.end())
    return None


def western_hits(flat: str) -> list[Hit]:
    """Return the labels and names of lots in a line of flat text without Chinese signs, in order."""
    hits: list[Hit] = []
    has_colon = ":" in flat
    for found in _labels(flat, has_colon=has_colon):
        meaning = meaning_of(found.label)
        within = bool(hits) and found.start < hits[-1].value_start
        if within or (found.start and len(found.label) < _SHORTEST_INSIDE):
            continue
        if meaning is Meaning.NO_NUMBER and _BESIDE_NAME.match(flat, max(0, found.start - 1)):
            continue
        strict = not found.after.strip(" \t\u200b") or found.after.strip() == "№"
        if strict and meaning not in _TYPED and not _may_name(found, meaning):
            continue
        value_start, strict = _value_start(found, flat, meaning, strict=strict)
        if meaning in _PRICES and _ESTIMATED.match(found.hint):
            meaning = Meaning.ESTIMATE
        hint = _IN_UNIT.sub("", found.hint.strip(" (),"))
        unit = read_unit(found.hint.lstrip(",")) or read_unit(hint.partition(",")[0])
        unit = unit or (read_sign(found.hint) if meaning in _PRICES else None)
        hit = Hit(
            start=found.start,
            value_start=value_start,
            label=found.label,
            meaning=meaning,
            unit=unit,
            strict=strict,
            hint=found.hint.strip(" ()"),
        )
        hits.append(hit)
    for match in _UNKNOWN.finditer(flat) if has_colon else ():
        free = all(match.end() <= hit.start or hit.value_start <= match.start("label") for hit in hits)
        if free and not LOT_WESTERN.match(match["label"]):
            unknown = Hit(start=match.start("label"), value_start=match.end(), label=match["label"])
            hits.append(_with_tail(match) or unknown)
    for match in LOT_WESTERN.finditer(flat):
        if (
            all(match.end() <= hit.start or hit.value_start <= match.start() for hit in hits)
            and not flat[: match.start()].strip()
        ):
            hits.append(Hit(start=match.start(), value_start=match.end(), lot=match.span()))
    return sorted(hits, key=lambda hit: hit.start)


def _may_name(found: _Label, meaning: Meaning | None) -> bool:
    """Say whether a label of several words may stand before a name without a colon, as saved portals print them."""
    return meaning in _NAMED and found.start == 0 and _ASKS_NAME.search(found.label) is not None


def _value_start(found: _Label, flat: str, meaning: Meaning | None, *, strict: bool) -> tuple[int, bool]:
    """Return where the value begins, and whether it must prove itself: a label of money may go on to its colon."""
    tail = _TAIL_TO_COLON.match(flat, found.label_end) if strict and meaning in _LIMITS | _PRICES else None
    if strict and meaning in _OF_DAYS and (found.start == 0 or _NUMBERING.fullmatch(flat, 0, found.start)):
        tail = _DAY_TO_COLON.match(flat, found.label_end)
    return (found.end, strict) if tail is None else (tail.end(), False)


def _with_tail(match: re.Match[str]) -> Hit | None:
    """Return the label of money that a longer one begins with (maximum value of the framework over four years)."""
    for found in _TAIL.finditer(match["label"]):
        meaning = meaning_of(match["label"][: found.start()])
        if meaning in _LIMITS or (meaning in _PRICES and _TAX.match(match["label"], found.end())):
            return Hit(
                start=match.start("label"),
                value_start=match.end(),
                label=match["label"][: found.start()],
                meaning=meaning,
            )
    return None
