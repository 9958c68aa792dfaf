"""Names of makers and product lines in text: which of them stand there as names of goods, and which only look so.

海康 in 海康路, 大华 in 大华街道, Intel in intelligence, Axis of a camera: a name counts where its class says (see
`vocabulary/components`), never inside the name of a firm or a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise

from tenderlight.components.catalogue import Catalogue, catalogue
from tenderlight.components.surroundings import is_of_a_firm, is_of_a_place, reads_on
from tenderlight.components.wording import LETTERS, alternation
from tenderlight.languages.automaton import Automaton, build_automaton
from tenderlight.languages.normalise import flatten

LONGEST_CLAUSE = 160
ANY_GOODS = "equipment"
"""Kind whose words say that goods are meant, and not which."""
_LONGEST_LINK = 12
_LINK = re.compile(r"\s{0,2}(?:[、,/]|或者?|和|及|\bor\b|\band\b|\bили\b|\bи\b|\by\b|\bo\b|\bet\b|\bou\b)\s{0,2}")
_PART_BEFORE = re.compile(r"[a-z0-9][-_.]$")
_PART_AFTER = re.compile(r"[-_][a-z0-9]|\.\d")
_MODEL = r"(?=[a-z/+.-]{0,12}\d)(?=[\d/+.-]{0,12}[a-z])[a-z0-9][a-z0-9/+.-]{3,29}"
_BETWEEN_HAN = (
    r"[\s_/:(-]{0,2}(?:牌|品牌|系列|原厂|网络|视频|高清|超清|智能|监控|数字|安防|红外|商用|存储|综合|管理|联网|"
    r"分析|视频云){0,4}[\s_/:-]{0,2}"
)
_ADJECTIVE = r"(?:network|ip|video|dome|series|thermal|hd|4k|surveillance|digital|security|mobile|server)"
_BETWEEN_WORDS = rf"(?:[\s-]{{1,2}}(?:{_ADJECTIVE}|[a-z]{{0,8}}[-./]?\d[a-z0-9./-]{{0,18}})){{0,3}}[\s(-]{{1,2}}"
_KIND_FIRST = (
    r"[\s:(«\"]{1,3}(?:(?:de|da|do|di|by|from|made by|marca|marque|марки|фирмы|виробництва|производства|brand|品牌|"
    rf"type|shall be|must be|should be|will be)[\s«\"]{{1,2}}){{0,2}}(?:[{LETTERS}]{{4,16}}\s)?"
)
_BRAND_FIRST = re.compile(r"(?:\bbrands?|\bmarcas?|\bmarques?|\bмарки|\bмарка|品牌(?:为|是)?)(?:\s?:\s?|\s)[«\"“]?$")
"""Words behind which a brand stands, whatever goods they are of."""


class Trust(IntEnum):
    """When a name counts."""

    SURE = 0
    BESIDE = 1
    ORDINARY = 2
    NEAR = 3
    """A word of a product line: with one of its other words in the clause."""
    BRANDED = 4
    """With the maker's name in the clause."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """What a spelling may mean."""

    maker: str
    product: str | None
    trust: Trust


@dataclass(frozen=True, slots=True, kw_only=True)
class WordHit:
    """A name of goods: `text[start:end]`."""

    start: int
    end: int
    maker: str
    product: str | None
    has_kind: bool
    """Whether a word for such goods, or a model, stands beside it."""
    kind: str | None = None
    """What kind that word says."""


class WordScan:
    """Finds the names of a catalogue."""

    def __init__(self, known: Catalogue) -> None:
        self._known = known
        terms: dict[str, list[Term]] = {}
        for spelling, term in _terms(known):
            for form in _forms(spelling):
                terms.setdefault(form, []).append(term)
        self._literals = list(terms)
        self._terms = list(terms.values())
        self._automaton: Automaton = build_automaton(self._literals)
        self._kinds = {code: alternation(kind.words) for code, kind in known.kinds.items()}
        self._after = {
            kind: re.compile(rf"(?:{_BETWEEN_HAN}|{_BETWEEN_WORDS})(?:{words})") for kind, words in self._kinds.items()
        }
        self._before = {kind: re.compile(rf"(?:{words}){_KIND_FIRST}$") for kind, words in self._kinds.items()}
        self._model = re.compile(rf"[\s:_/(-]{{0,2}}{_MODEL}")

    def kinds_in(self, flat: str, among: Iterable[str]) -> str | None:
        """Return the first of some kinds of which a word stands in a text, or None."""
        return next((code for code in among if re.search(self._kinds[code], flat)), None)

    def find(self, flat: str, *, in_brand_cell: bool = False) -> list[WordHit]:
        """Return the names of goods in a text in small letters, in order, the longest where they overlap.

        Args:
            flat: As `flatten` gives it.
            in_brand_cell: Whether the text stands where brands stand.
        """
        occurrences = [one for one in self._automaton.find(flat) if self._is_whole(flat, *one)]
        occurrences.sort(key=lambda one: (one[0], -one[1]))
        hits: list[WordHit] = []
        waiting: list[WordHit] = []
        for start, end, number in occurrences:
            if hits and end <= hits[-1].end:
                continue
            found = self._hit(flat, start, end, self._terms[number], in_brand_cell=in_brand_cell)
            if found is not None:
                hits.append(found)
            else:
                waiting += self._if_listed(flat, start, end, self._terms[number])
        return self._with_listed(flat, hits, waiting)

    def _is_whole(self, flat: str, start: int, end: int, number: int) -> bool:
        """Say whether a name is no part of a longer word, nor a short sign part of a longer model: A40 in SX-A40."""
        if not _stands_alone(flat, start, end):
            return False
        if all(term.trust is Trust.SURE for term in self._terms[number]):
            return True
        return _PART_BEFORE.search(flat[max(0, start - 2) : start]) is None and _PART_AFTER.match(flat, end) is None

    def _if_listed(self, flat: str, start: int, end: int, terms: Iterable[Term]) -> list[WordHit]:
        """Return what a name would be that counts only in a list with one that counts by itself: 鲲鹏/飞腾/海光."""
        if is_of_a_firm(flat, start, end) or is_of_a_place(flat, start, end) or reads_on(flat, start, end):
            return []
        return [
            WordHit(start=start, end=end, maker=term.maker, product=None, has_kind=True)
            for term in terms
            if term.trust is Trust.BESIDE and term.product is None
        ][:1]

    def _with_listed(self, flat: str, hits: list[WordHit], waiting: list[WordHit]) -> list[WordHit]:
        """Return the hits with those names that stand in one list with a hit of the same kind of goods."""
        counted = {(hit.start, hit.end) for hit in hits}
        ordered = sorted([*hits, *waiting], key=lambda hit: (hit.start, -hit.end))
        for pairs in (pairwise(ordered), pairwise(ordered[::-1])):
            for one, other in pairs:
                is_in_list = (one.start, one.end) in counted and self._are_listed(flat, other, one)
                if is_in_list and (other.end <= one.start or one.end <= other.start):
                    counted.add((other.start, other.end))
        return [hit for hit in ordered if (hit.start, hit.end) in counted]

    def _are_listed(self, flat: str, one: WordHit, hit: WordHit) -> bool:
        first, last = (one, hit) if one.start < hit.start else (hit, one)
        if last.start - first.end > _LONGEST_LINK or _LINK.fullmatch(flat[first.end : last.start]) is None:
            return False
        kinds = self._known.makers
        return not set(kinds[one.maker].kinds).isdisjoint(kinds[hit.maker].kinds)

    def _hit(self, flat: str, start: int, end: int, terms: Iterable[Term], *, in_brand_cell: bool) -> WordHit | None:
        if is_of_a_firm(flat, start, end) or is_of_a_place(flat, start, end) or reads_on(flat, start, end):
            return None
        for term in sorted(terms, key=lambda term: (term.trust, term.product is None)):
            kind, is_goods = self._beside(flat, start, end, term.maker)
            hit = WordHit(start=start, end=end, maker=term.maker, product=term.product, has_kind=is_goods, kind=kind)
            if self._counts(flat, hit, term, in_brand_cell=in_brand_cell):
                return hit
        return None

    def _counts(self, flat: str, hit: WordHit, term: Term, *, in_brand_cell: bool) -> bool:
        if term.product is not None and self._is_something_else(flat, hit.start, hit.end, term.product):
            return False
        if term.trust is Trust.SURE:
            return True
        if term.trust is Trust.BESIDE:
            return in_brand_cell or hit.has_kind
        if term.trust is Trust.ORDINARY:
            return hit.kind is not None
        return self._has_near(flat, hit.start, hit.end, term)

    def _has_near(self, flat: str, start: int, end: int, term: Term) -> bool:
        first, last = clause_around(flat, start, end)
        around = f"{flat[first:start]}\n{flat[end:last]}"
        product = self._known.products[term.product or ""]
        maker = self._known.makers[term.maker]
        names = (*maker.brands, *maker.beside, *maker.never_alone)
        near = names if term.trust is Trust.BRANDED else (*product.near, *names)
        return any(_word_in(flatten(word), around) for word in near)

    def _is_something_else(self, flat: str, start: int, end: int, code: str) -> bool:
        first, last = clause_around(flat, start, end)
        return any(_word_in(flatten(word), flat[first:last]) for word in self._known.products[code].unless)

    def _beside(self, flat: str, start: int, end: int, maker: str) -> tuple[str | None, bool]:
        """Return the kind of goods whose word stands beside a name, and whether a model number does."""
        after, before = flat[end : end + 90], flat[max(0, start - 60) : start]
        for kind in (*self._known.makers[maker].kinds, ANY_GOODS):
            if self._after[kind].match(after) is not None or self._before[kind].search(before) is not None:
                return (None if kind == ANY_GOODS else kind), True
        is_told = self._model.match(flat[end : end + 40]) is not None
        return None, is_told or _BRAND_FIRST.search(before[-16:]) is not None


@lru_cache(maxsize=1)
def word_scan() -> WordScan:
    """Return the scan of the catalogue that ships with the program."""
    return WordScan(catalogue())


def clause_around(flat: str, start: int, end: int) -> tuple[int, int]:
    """Return the clause that holds `flat[start:end]`: to the next full stop, semicolon, tabulator or empty line."""
    first = max(0, start - LONGEST_CLAUSE)
    stops = list(_STOP.finditer(flat, first, start))
    following = _STOP.search(flat, end, min(len(flat), end + LONGEST_CLAUSE))
    return stops[-1].end() if stops else first, following.start() if following else min(len(flat), end + LONGEST_CLAUSE)


_STOP = re.compile(r"[。;!?\t]|\.(?=\s)|\n(?=\s|\d{1,2}[.)、]|[(（]?[一二三四五六七八九十]{1,2}[)）、])")


def _terms(known: Catalogue) -> Iterator[tuple[str, Term]]:
    for maker in known.makers.values():
        groups = ((Trust.SURE, maker.brands), (Trust.BESIDE, maker.beside), (Trust.ORDINARY, maker.ordinary))
        for trust, words in groups:
            for word in words:
                yield word, Term(maker=maker.code, product=None, trust=trust)
    for product in known.products.values():
        needs = set(product.needs_brand)
        for word in product.words:
            yield word, Term(maker=product.maker, product=product.code, trust=Trust.SURE)
        for word in product.beside:
            trust = Trust.BRANDED if word in needs else Trust.NEAR
            yield word, Term(maker=product.maker, product=product.code, trust=trust)
        for word in product.ordinary:
            yield word, Term(maker=product.maker, product=product.code, trust=Trust.ORDINARY)


def _forms(spelling: str) -> Iterator[str]:
    """Yield the ways in which a name may be set: with blanks, hyphens or nothing between its words."""
    flat = flatten(spelling)
    yield from dict.fromkeys(flat.replace(" ", between) for between in (" ", "-", "", "\n"))


@lru_cache(maxsize=64)
def kind_pattern(code: str) -> str:
    """Return a regular expression, without groups, for the words of a kind of part."""
    return f"(?:{alternation(catalogue().kinds[code].words)})"


def _word_in(word: str, text: str) -> bool:
    at = text.find(word)
    while at >= 0:
        if _stands_alone(text, at, at + len(word)):
            return True
        at = text.find(word, at + 1)
    return False


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Say whether no letter or figure goes on where a name begins and ends; Chinese sets no blanks."""
    if start and _joins(text[start]) and _joins(text[start - 1]):
        return False
    return not (end < len(text) and _joins(text[end - 1]) and _joins(text[end]))


def _joins(character: str) -> bool:
    return character < "\u2e80" and character.isalnum()
