"""What a sentence of a dossier is about, in words that the quotes hold; what was read beside them is told apart.

A rule may read a quantity, a unit or the goods that a part belongs to in the row or line around the words it quotes. A
sentence says no more than its quotes do, so that is put into a sentence of its own, which says that it is not quoted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tenderlight.capabilities import capability_entries
from tenderlight.languages.normalise import flatten
from tenderlight.model.link_value import LinkValue
from tenderlight.model.values import (
    AmountValue,
    BidderValue,
    CapabilityValue,
    ComponentValue,
    LineItemValue,
    MarkValue,
    RegionValue,
    ScoreValue,
    StageValue,
    Value,
)
from tenderlight.publish.catalogue import say
from tenderlight.publish.cells import described
from tenderlight.publish.link_words import link_in

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a sentence is about."""

    words: str
    beside: tuple[str, ...] = ()
    """What was read beside the words quoted, each with its name."""
    places: str = ""
    """Of a place: what the program knows it to lie in; empty = nothing, or it is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A piece of a value."""

    shown: str
    """As the sentence says it: "brand as printed: …"."""
    printed: str
    """What the quotes must hold for it."""


def subject_of(value: Value, language: str, quotes: Sequence[str] | None = None) -> Subject:
    """Return what a sentence is about, in a reader's words where the document's own are no words: capabilities.

    Args:
        value: Of the claim.
        language: Of the reader.
        quotes: The words quoted; None = whatever the value says is taken as quoted.
    """
    if isinstance(value, CapabilityValue):
        entry = capability_entries().get(value.capability)
        label = value.capability if entry is None else entry.label_zh if language == "zh" else entry.label
        return Subject(words=label)
    if isinstance(value, StageValue):
        return Subject(words=say(language, f"stage.{value.stage}"))
    if isinstance(value, MarkValue):
        return Subject(words=say(language, f"subject.mark_{value.weight.value}", mark=value.mark))
    if isinstance(value, LinkValue):
        return Subject(words=link_in(language, value))
    if isinstance(value, RegionValue):
        return _place(value, language, _Quoted(quotes))
    find = _PARTS.get(type(value))
    if find is None:
        return Subject(words=described(value)[0])
    head, parts = find(value, language)
    return _told(head, [part for part in parts if part], _Quoted(quotes), language)


def _place(value: RegionValue, language: str, quoted: _Quoted) -> Subject:
    """Return a place as printed, and apart from it what the program's list of places adds."""
    comma = "、" if language == "zh" else ", "
    parts = [part for part in (value.place, value.admin1, value.country) if part]
    printed = [part for part in parts if quoted.holds(part)] or parts[:1]
    return Subject(words=comma.join(printed), places=comma.join(part for part in parts if part not in printed))


class _Quoted:
    """Says what the quotes of a claim hold."""

    def __init__(self, quotes: Sequence[str] | None) -> None:
        self._texts = None if quotes is None else [_folded(text) for text in quotes]
        self._flat = [flatten(text) for text in quotes or ()]

    def holds(self, printed: str) -> bool:
        """Say whether the quotes hold these words, but for white space and case; a figure as a whole figure."""
        if self._texts is None:
            return True
        words = _folded(printed)
        if not words:
            return True
        if words.replace(".", "").isdecimal():
            return any(re.search(rf"(?<![0-9.]){re.escape(words)}(?![0-9.])", text) for text in self._flat)
        return any(words in text for text in (*self._texts, "".join(self._texts)))


def _folded(text: str) -> str:
    return _SPACE.sub("", flatten(text)).casefold()


def _told(head: _Part, parts: Sequence[_Part], quoted: _Quoted, language: str) -> Subject:
    held = [part for part in parts if quoted.holds(part.printed)]
    beside = [part.shown for part in parts if part not in held]
    if not quoted.holds(head.printed):
        beside.insert(0, head.shown)
        if held:  # what is quoted stands for it: a model where the name stands in another cell
            head, held = held[0], held[1:]
    opening, closing, semicolon = ("（", "）", "；") if language == "zh" else (" (", ")", "; ")
    details = semicolon.join(part.shown for part in held)
    return Subject(words=f"{head.shown}{opening}{details}{closing}" if details else head.shown, beside=tuple(beside))


_Parts = tuple[_Part, Iterable[_Part | None]]


def _part(language: str, name: str, printed: str | None) -> _Part | None:
    if not printed:
        return None
    return _Part(shown=say(language, f"subject.{name}", value=printed), printed=printed)


def _number(language: str, name: str, number: Decimal | int | None, unit: str | None = None) -> _Part | None:
    if number is None:
        return None
    words = f"{number:f}" if isinstance(number, Decimal) else str(number)
    shown = say(language, f"subject.{name}", value=f"{words} {unit or ''}".strip())
    return _Part(shown=shown, printed=words)


def _same(words: str) -> _Part:
    return _Part(shown=words, printed=words)


def _line_item(value: LineItemValue, language: str) -> _Parts:
    return _same(value.name), (
        _part(language, "brand", value.brand),
        _part(language, "model", value.model),
        _part(language, "maker", value.maker),
        _number(language, "quantity", value.quantity, value.unit),
    )


def _component(value: ComponentValue, language: str) -> _Parts:
    return _same(value.name), (
        _part(language, "maker", value.maker),
        _part(language, "model", value.model),
        _number(language, "each", value.quantity_per_unit),
        _part(language, "part_of", value.part_of),
    )


def _score(value: ScoreValue, language: str) -> _Parts:
    figure = f"{value.score:f}"
    words = figure if value.party is None else f"{value.party}{'：' if language == 'zh' else ': '}{figure}"
    return _Part(shown=words, printed=value.party or figure), (_part(language, "score_kind", value.score_kind),)


def _bidder(value: BidderValue, language: str) -> _Parts:
    rate = None if value.percent is None else f"{value.percent_kind or ''} {value.percent:f} %".strip()
    return _same(value.name), (
        _number(language, "rank", value.rank),
        None if rate is None or value.amount is not None else _Part(shown=rate, printed=f"{value.percent:f}"),
    )


def _amount(value: AmountValue, language: str) -> _Parts:
    tax = None if value.tax_included is None else "tax_with" if value.tax_included else "tax_without"
    head = _Part(shown=described(value)[0], printed="")  # a figure in other units than the words: they are quoted
    return head, (
        _part(language, "period", value.period),
        None if tax is None else _Part(shown=say(language, f"subject.{tax}"), printed="税"),
    )


_PARTS: dict[type[Value], Callable[..., _Parts]] = {
    LineItemValue: _line_item,
    ComponentValue: _component,
    ScoreValue: _score,
    BidderValue: _bidder,
    AmountValue: _amount,
}
