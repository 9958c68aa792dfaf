"""Labels in a line of a language written with spaces: at its beginning, behind a full stop, or before a colon."""

from __future__ import annotations

import re
from functools import lru_cache

from tenderlight.facts.hits import Hit
from tenderlight.facts.vocabulary import AMOUNTS, DATES, NUMBERS, WESTERN_LABELS, Meaning, meaning_of
from tenderlight.languages.alternatives import any_of
from tenderlight.languages.money import read_unit

LOT_WESTERN = re.compile(
    r"(?:(?:lote|lotto|lot|лот|partida|rengl[óo]n|cz[ęe]ść)(?![^\W\d_])|los(?=\s*(?:nr\.?\s*)?\d{1,3}\s*[:.–-]))"
    r"\s*(?:no\.?|n[°ºo]\.?|nr\.?|№)?\s*(?:\d{1,3}|[a-z](?!\w))"
)
_UNKNOWN = re.compile(r"(?:^|(?<=[.;])\s+)(?P<label>[^\W\d_][^.;:\n]{1,70}):\s")
_TYPED = AMOUNTS | DATES | NUMBERS
_SHORTEST_INSIDE = 3
"""Letters of a label inside a line: "ID" may end a longer one ("Unique Entity ID")."""
_PRICES = frozenset({Meaning.TOTAL, Meaning.AWARD_AMOUNT, Meaning.CONTRACT_AMOUNT, Meaning.CALL_OFF_AMOUNT})
_TAX = re.compile(
    r"(?:ht|ttc|h\.t|t\.t\.c|hors (?:taxes?|tva)|toutes taxes comprises|excl\w*\.? vat|incl\w*\.? vat|ex vat|(?:с|"
    r"без) (?:учетом )?ндс|"
    r"(?:з|без) пдв|con iva|sin iva|com iva|sem iva|inkl\. mwst|ohne mwst|iva (?:esclusa|inclusa|incluido)|z vat|"
    r"bez vat|brutto|"
    r"netto|gross|net)\.?$"
)
"""Words for tax behind a label of a price."""
_LIMITS = frozenset({Meaning.BUDGET, Meaning.CEILING, Meaning.ESTIMATE})
_TAIL = re.compile(
    r"\s(?=(?:ttc|toutes|excl|incl|ex |с |без|з |con|sin|com|sem|inkl|ohne|iva|z |bez|brutto|netto|gross|net|h\.t|"
    r"t\.t|of|for|over|under|in|sur|sobre|über|pendant|durante|del?|do|da|dos|das|du|des|d['’]|per|por|pour|für|der|di|della|по|за|на|для|щодо|w|"
    r"na|ht|hors|initiale?|\())"
)
"""Words that go on with a label of money without changing what it is."""
_TAIL_TO_COLON = re.compile(
    rf"{_TAIL.pattern}(?:[^:\d\n]|\d{{1,2}}\s(?:ans?|années?|mois|years?|months?|años|meses|anos|лет|мес|років|jahre|"
    r"monate|anni|mesi|lat)\b){2,60}:\s*"
)


@lru_cache(maxsize=2)
def _labels(*, has_colon: bool) -> re.Pattern[str]:
    """Return what finds labels in a line: without a colon in it, ten times faster.

    Thousands of words take a second to compile, and most commands look for no label: it is done when one does.
    """
    label = (
        r"(?:\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]{0,2}|[a-z]\))\s+|[•*–—-]\s*)?"
        rf"(?P<label>{any_of(WESTERN_LABELS)})(?P<hint>\s*\([^()]{{0,40}}\)|,\s?[^\s:,]{{1,5}}\.?\s?(?:руб|грн|"
        rf"тенге)?\.?(?=\s*:))?(?:(?<=no)\.)?(?P<after>\s*:\s*|\s+[–—-]\s+|\s+|\s*(?=№))"
    )
    inside = r"|(?<=\s)(?=[a-zа-я][^:]{0,60}:)" if has_colon else ""
    return re.compile(rf"(?:^|(?<=[.;|•»(\t])\s*{inside}){label}")


def western_hits(flat: str) -> list[Hit]:
    """Return the labels and names of lots in a line of flat text without Chinese signs, in order."""
    hits = []
    has_colon = ":" in flat
    for match in _labels(has_colon=has_colon).finditer(flat):
        meaning = meaning_of(match["label"])
        if match.start("label") and len(match["label"]) < _SHORTEST_INSIDE:
            continue
        strict = not match["after"].strip(" \t\u200b") or match["after"].strip() == "№"
        if strict and meaning not in _TYPED:
            continue
        value_start, strict = _value_start(match, flat, meaning, strict=strict)
        unit = read_unit((match["hint"] or "").lstrip(",")) if match["hint"] else None
        hit = Hit(
            start=match.start("label"),
            value_start=value_start,
            label=match["label"],
            meaning=meaning,
            unit=unit,
            strict=strict,
        )
        hits.append(hit)
    for match in _UNKNOWN.finditer(flat) if has_colon else ():
        if LOT_WESTERN.match(match["label"]):
            continue
        longer = _with_tail(match)
        if longer is not None and all(
            match.end() <= hit.start or hit.value_start <= match.start("label") for hit in hits
        ):
            hits.append(longer)
            continue
        if all(match.end() <= hit.start or hit.value_start <= match.start("label") for hit in hits):
            hits.append(Hit(start=match.start("label"), value_start=match.end(), label=match["label"]))
    for match in LOT_WESTERN.finditer(flat):
        if (
            all(match.end() <= hit.start or hit.value_start <= match.start() for hit in hits)
            and not flat[: match.start()].strip()
        ):
            hits.append(Hit(start=match.start(), value_start=match.end(), lot=match.span()))
    return sorted(hits, key=lambda hit: hit.start)


def _value_start(match: re.Match[str], flat: str, meaning: Meaning | None, *, strict: bool) -> tuple[int, bool]:
    """Return where the value begins, and whether it must prove itself: a label of money may go on to its colon."""
    tail = _TAIL_TO_COLON.match(flat, match.end("label")) if strict and meaning in _LIMITS | _PRICES else None
    return (match.end(), strict) if tail is None else (tail.end(), False)


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
