"""The products named in one text: names and model numbers that belong together, as one part each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tenderlight.components.catalogue import catalogue
from tenderlight.components.models import model_scan
from tenderlight.components.words import WordHit, word_scan
from tenderlight.languages.normalise import flatten

_JOINT = re.compile(
    r"[ _/:(«»\"-]{0,3}(?:系列|品牌|牌|型号:?|model|модель|серии)?[ :«\"-]{0,2}(?:tesla|core|酷睿|\d{1,3} ?tb?)? ?"
)
_MODEL_AFTER = re.compile(
    r"(?:[ -]{0,2}(?:silver|gold|platinum|bronze))?[ _:-]{0,2}"
    r"(?P<token>[a-z]{0,6}[-.]?\d[a-z0-9./+-]{1,22}|[a-z]{1,8}-[a-z0-9./+-]{2,22})"
)
_NO_MODEL = re.compile(
    r"\d{1,6}(?:\.\d{1,3})?(?:gb?|tb?|mb|mhz|ghz|hz|w|v|mm|cm|m|mp|k|p|u|x|s|fps|rpm|bit|nm|tops)?(?:/.{0,6})?|"
    r"(?:19|20)\d\d[-./].{0,12}|[vx]?\d{1,4}|sxm\d"
)

_NUMBERED = frozenset({"cpu", "gpu"})
"""Kinds whose models may be figures alone: Xeon 4210."""
_FAR = 60
"""Characters between a maker's name and a model that means its goods only with it."""
_NUMBER = re.compile(r"\d{4,5}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A product named: `text[start:end]`."""

    start: int
    end: int
    maker: str
    product: str | None = None
    kind: str | None = None
    brand_span: tuple[int, int] | None = None
    """Where the maker's name stands; None if only a model or product is printed."""
    model_span: tuple[int, int] | None = None
    """Where the model or product stands."""
    read_as: str | None = None
    is_goods: bool = False
    """Whether the words show that goods are meant."""
    company: str | None = None
    in_brand_zone: bool = False


def parts_in(flat: str, zones: Iterable[tuple[int, int]]) -> list[Part]:
    """Return the products named in a text in small letters, in order.

    Args:
        flat: As `flatten` gives it.
        zones: Where brands and makers stand.
    """
    words = {(hit.start, hit.end): _of_word(flat, hit) for hit in word_scan().find(flat)}
    for start, end in zones:
        for hit in word_scan().find(flat[start:end], in_brand_cell=True):
            shifted = replace(hit, start=hit.start + start, end=hit.end + start)
            place = (shifted.start, shifted.end)
            words[place] = replace(words.get(place) or _of_word(flat, shifted), in_brand_zone=True, is_goods=True)
    ordered = sorted(words.values(), key=lambda part: part.start)
    known = list(_models(flat, ordered))
    merged = _merged(flat, sorted([*ordered, *known], key=lambda part: (part.start, -part.end)))
    return [_with_model(flat, part) for part in merged]


def _of_word(flat: str, hit: WordHit) -> Part:
    span = (hit.start, hit.end)
    product = catalogue().products[hit.product] if hit.product is not None else None
    brand = _brand_at(flat, hit) if product is not None else span
    first = hit.start if brand is None else brand[1]
    first += len(flat[first : hit.end]) - len(flat[first : hit.end].lstrip(" -\n"))
    return Part(
        start=hit.start,
        end=hit.end,
        maker=hit.maker,
        product=hit.product,
        kind=product.kind if product is not None else hit.kind,
        brand_span=brand,
        model_span=(first, hit.end) if product is not None else None,
        is_goods=hit.has_kind or product is not None,
    )


def _brand_at(flat: str, hit: WordHit) -> tuple[int, int] | None:
    """Return where the maker's name stands that the name of a product line begins with, or None: NVIDIA T4."""
    for brand in catalogue().makers[hit.maker].brands:
        end = hit.start + len(brand)
        if end < hit.end and flat[hit.start : end] == flatten(brand):
            return hit.start, end
    return None


def _models(flat: str, words: Sequence[Part]) -> Iterator[Part]:
    for hit in model_scan().find(flat):
        product = catalogue().products[hit.product]
        if hit.is_branded and not _has_brand_near(flat, hit.start, hit.end, product.maker, words):
            continue
        if any(word in flat[max(0, hit.start - 12) : hit.end + 12] for word in product.unless):
            continue
        yield Part(
            start=hit.start,
            end=hit.end,
            maker=product.maker,
            product=product.code,
            kind=product.kind,
            model_span=(hit.start, hit.end),
            read_as=hit.read_as,
            is_goods=True,
        )


def _has_brand_near(flat: str, start: int, end: int, maker: str, words: Sequence[Part]) -> bool:
    """Say whether the maker is named on the same line, at most a few cells away."""
    for part in parts_between(words, start - _FAR, end + _FAR):
        first, last = sorted(((part.start, part.end), (start, end)))
        if part.maker == maker and "\n" not in flat[first[1] : last[0]]:
            return True
    return False


def parts_between(parts: Sequence[Part], first: int, last: int) -> Sequence[Part]:
    """Return those of some parts, in order, that begin at `first` or later and before `last`."""
    at = bisect_left(parts, first, key=lambda part: part.start)
    return parts[at : bisect_left(parts, last, lo=at, key=lambda part: part.start)]


def _merged(flat: str, parts: Iterable[Part]) -> list[Part]:
    found: list[Part] = []
    for part in parts:
        last = found[-1] if found else None
        if last is not None and part.start < last.end:
            found[-1] = _overlapping(last, part)
        elif last is not None and last.maker == part.maker and _belong(flat, last, part):
            found[-1] = _joined(last, part)
        else:
            found.append(part)
    return found


def _overlapping(last: Part, part: Part) -> Part:
    """Return what is left of two names in the same place: the longer, with the product if the shorter has it."""
    if last.maker != part.maker:
        return last if last.end - last.start >= part.end - part.start else part
    return replace(_joined(last, part), end=max(last.end, part.end))


def _belong(flat: str, last: Part, part: Part) -> bool:
    between = flat[last.end : part.start]
    is_new = last.model_span is None or (last.product == part.product and part.brand_span is None)
    return is_new and _JOINT.fullmatch(between) is not None and "\t" not in between


def _joined(last: Part, part: Part) -> Part:
    model = part.model_span or last.model_span
    if part.model_span is not None and last.model_span is not None:
        model = (min(part.model_span[0], last.model_span[0]), max(part.model_span[1], last.model_span[1]))
    return replace(
        last,
        end=max(last.end, part.end),
        product=part.product or last.product,
        kind=part.kind or last.kind,
        brand_span=last.brand_span or part.brand_span,
        model_span=model,
        read_as=part.read_as or last.read_as,
        is_goods=last.is_goods or part.is_goods,
        in_brand_zone=last.in_brand_zone or part.in_brand_zone,
    )


def _with_model(flat: str, part: Part) -> Part:
    """Return a part with the model number that stands right behind its name."""
    match = _MODEL_AFTER.match(flat, part.end)
    if match is None or not any(map(str.isdigit, match["token"])):
        return part
    token = match["token"].rstrip("-./+")
    if part.kind in _NUMBERED:
        token = token.partition("/")[0]
    is_number = part.product is not None and part.kind in _NUMBERED and _NUMBER.fullmatch(token) is not None
    if (_NO_MODEL.fullmatch(token) and not is_number) or (part.model_span is not None and part.product is None):
        return part
    if part.product is not None and match.start("token") - part.end > 0 and not token.isascii():
        return part
    end = match.start("token") + len(token)
    start = part.model_span[0] if part.model_span is not None else match.start("token")
    return replace(part, end=end, model_span=(start, end), is_goods=True)
