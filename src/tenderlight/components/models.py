"""Model numbers in text, by the patterns of product lines: as written, with blanks for hyphens, and misread.

Text recognition takes 0 for O, 1 for I, 8 for B and the other way round. A number that is written so is read as the
product line spells it only where no other line could be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tenderlight.components.catalogue import Catalogue, catalogue

SHORTEST_MISREAD = 5
"""Letters and figures that a pattern fixes at least, for a number with look-alikes to be taken for one of it."""
_TAIL = r"[a-z0-9()/+._-]{0,29}"
_BEFORE = re.compile(r"(?P<word>[a-z0-9]{1,14})[-_.]$")
_DIGEST = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-|(?<![a-z0-9])(?=[a-f]{0,31}\d)[0-9a-f]{32}")
"""Names of files and records by chance figures: whatever fits a pattern in them is none."""
_SEPARATOR = r"[ \-]?"


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelHit:
    """A model number: `text[start:end]`."""

    start: int
    end: int
    product: str
    is_branded: bool
    """Whether it means the product only beside its maker's name."""
    read_as: str | None = None
    """The fixed part as the pattern spells it, with the rest as written; None if it is written so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pattern:
    product: str
    written: str
    is_branded: bool
    is_misreadable: bool
    strict: str
    loose: str


class ModelScan:
    """Finds the model numbers of a catalogue."""

    def __init__(self, known: Catalogue) -> None:
        alike = {sign: f"[{re.escape(family)}]" for family in known.lookalikes for sign in family}
        listed = [
            (product.code, written, is_branded)
            for product in known.products.values()
            for is_branded, group in ((False, product.models), (True, product.branded))
            for written in group
        ]
        prefixes = [(code, _folded(_fixed(written), known.lookalikes)) for code, written, _ in listed]
        self._patterns = [
            _Pattern(
                product=code,
                written=written,
                is_branded=is_branded,
                is_misreadable=not is_branded
                and len(re.sub(r"[^A-Za-z0-9#]", "", written)) >= SHORTEST_MISREAD
                and _is_alone(code, _folded(_fixed(written), known.lookalikes), prefixes),
                strict=_regex(written, {}),
                loose=_regex(written, alike),
            )
            for code, written, is_branded in listed
        ]
        self._strict = _alternatives([(number, one.strict) for number, one in enumerate(self._patterns)])
        self._loose = _alternatives(
            [(number, one.loose) for number, one in enumerate(self._patterns) if one.is_misreadable]
        )

    def find(self, flat: str) -> Iterator[ModelHit]:
        """Yield the model numbers in a text in small letters, in order, none within another."""
        exact = list(self._hits(self._strict, flat))
        taken = {place for hit in exact for place in range(hit.start, hit.end)}
        misread = [
            self._spelled(flat, hit)
            for hit in self._hits(self._loose, flat)
            if taken.isdisjoint((hit.start, hit.end - 1)) and self._has_figures(flat, hit)
        ]
        yield from sorted([*exact, *misread], key=lambda hit: hit.start)

    def _hits(self, pattern: re.Pattern[str], flat: str) -> Iterator[ModelHit]:
        for match in pattern.finditer(flat):
            if _is_part(flat, match.start()) or _DIGEST.search(flat[max(0, match.start() - 40) : match.end() + 40]):
                continue
            number = int((match.lastgroup or "p0")[1:])
            one = self._patterns[number]
            end = match.end() - (len(match[0]) - len(match[0].rstrip(" -/._+(")))
            yield ModelHit(start=match.start(), end=end, product=one.product, is_branded=one.is_branded)

    def _has_figures(self, flat: str, hit: ModelHit) -> bool:
        """Say whether a number with look-alikes has figures enough that are figures, so that it is no word."""
        letters = sum(map(str.isalpha, self._pattern_of(flat, hit).written))
        figures = sum(map(str.isdigit, flat[hit.start : hit.end]))
        return figures >= (1 if letters >= SHORTEST_MISREAD else 2)

    def _pattern_of(self, flat: str, hit: ModelHit) -> _Pattern:
        written = flat[hit.start : hit.end]
        return next(one for one in self._patterns if one.product == hit.product and re.fullmatch(one.loose, written))

    def _spelled(self, flat: str, hit: ModelHit) -> ModelHit:
        """Return a hit with the fixed part spelled as its pattern has it."""
        written = flat[hit.start : hit.end]
        pattern = self._pattern_of(flat, hit)
        signs = iter(re.sub(r"[ \-]", "", written))
        spelled = [_as_fixed(sign, next(signs, "")) for sign in pattern.written if sign not in " -…"]
        rest = "".join(signs)
        return ModelHit(
            start=hit.start,
            end=hit.end,
            product=hit.product,
            is_branded=hit.is_branded,
            read_as=("".join(spelled) + rest).upper(),
        )


@lru_cache(maxsize=1)
def model_scan() -> ModelScan:
    """Return the scan of the catalogue that ships with the program."""
    return ModelScan(catalogue())


def _is_part(flat: str, start: int) -> bool:
    """Say whether a number goes on from what stands before it: ST4000VX in SC-ST4000VX; not behind a maker's name."""
    match = _BEFORE.search(flat[max(0, start - 16) : start])
    return match is not None and match["word"] not in _brands()


@lru_cache(maxsize=1)
def _brands() -> frozenset[str]:
    makers = catalogue().makers.values()
    return frozenset(name.lower() for maker in makers for name in (*maker.brands, *maker.beside))


def _as_fixed(sign: str, written: str) -> str:
    if sign == "#":
        return written.translate(str.maketrans("oilsbz", "011582"))
    return written if sign == "?" else sign.lower()


def _fixed(written: str) -> str:
    """Return the letters and figures that a pattern begins with and fixes, small and without separators."""
    first = re.split(r"[#?…]", written.lower())[0]
    return re.sub(r"[^a-z0-9]", "", first)


def _folded(fixed: str, families: Sequence[str]) -> str:
    for family in families:
        fixed = re.sub(f"[{re.escape(family)}]", family[0], fixed)
    return fixed


def _is_alone(product: str, prefix: str, prefixes: Sequence[tuple[str, str]]) -> bool:
    """Say whether no other product line has a pattern that might be meant once look-alikes count as one sign."""
    others = [other for code, other in prefixes if code != product]
    return not any(other.startswith(prefix) or prefix.startswith(other) for other in others if other)


def _regex(written: str, alike: dict[str, str]) -> str:
    """Return a pattern as a regular expression over small letters; every repeat is bounded."""
    parts: list[str] = []
    before = ""
    for sign in written.lower():
        if sign in " -":
            # where letters may be figures, the hyphen is what tells a number from a digest
            parts.append("[ -]" if alike else _SEPARATOR)
        elif sign == "…":
            parts.append(_TAIL)
        else:
            if before and before not in " -" and before.isalpha() and sign.isdigit() and len(before) == 1:
                parts.append(r" ?" if not alike else "")
            parts.append(
                {"#": f"[0-9{'olisbz' if alike else ''}]", "?": "[a-z0-9]"}.get(sign)
                or alike.get(sign)
                or re.escape(sign)
            )
        before = sign
    return "".join(parts)


def _alternatives(parts: Sequence[tuple[int, str]]) -> re.Pattern[str]:
    """Return one expression; longer patterns first, so that the fullest counts."""
    ordered = sorted(parts, key=lambda part: -len(part[1]))
    inner = "|".join(f"(?P<p{number}>{part})" for number, part in ordered)
    return re.compile(rf"(?<![a-z0-9])(?:{inner})(?![a-z0-9])")
