"""The numbers in one entry of a list of goods, each with what its neighbours say: pieces, money, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tenderlight.facts.goods.chinese_sentences import ADDED_UP, UNITS
from tenderlight.facts.goods.words import ALL_BEFORE, EACH_BEFORE, EACH_BEHIND, UNIT
from tenderlight.languages.money import read_number, read_unit
from tenderlight.languages.numerals import read_numeral
from tenderlight.languages.scripts import HAN_CLASS

HAN_UNIT = (
    r"(?:人份|人次|人月|席位|点位|通道|节点|平方米|立方米|公里|公斤|千克|千米|延米|个月|"
    rf"[{UNITS}米吨间路处头包桶项筒罐株期]|m2|㎡)"
)
ANY_UNIT = rf"(?:(?:{UNIT}|lot|lump(?: sum)?|forfait)(?!\w)\.?|{HAN_UNIT})"
_CUT = r"[\t\n|│;▪]|\s[/–—•·-]| {2}|\.{3}"
EVIDENCE = re.compile(
    rf"\d\s?[(]?{ANY_UNIT}|\d\)\s[^\W\d_]|数量|(?<![a-z\d])[×x*@]\s?\d|"
    r"(?<!\w)(?:qty|quant|cant|qtd|qté|qte|menge|anzahl|stück|ilość|кол|к-ть|кіл|العدد|تعداد)|"
    rf"(?:^|{_CUT})\s?\d[\d.,]*(?=\s?(?:$|{_CUT}))|^\s*\d{{1,5}} {{2,}}\w|(?:^|[:;,])\s?\d{{1,6}}\s[^\W\d_]{{4}}"
)
"""Something that may count pieces."""
_NUMBER = re.compile(
    r"(?<![a-zà-ÿа-яіїєґ\d/+_.-])(?<!\d,)"
    r"(?P<number>\d{1,3}(?:(?P<mark>[ ,.'])\d{3}(?:(?P=mark)\d{3})*)(?!\d)(?:(?!(?P=mark))[.,]\d{1,4})?(?!\d)|"
    r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d{1,2})?|\d+(?:[.,]\d{1,4})?)(?!\d)"
)
_LAKHS = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d{1,2})?")
_CURRENCY_BEFORE = re.compile(r"(?:[$€£¥₹₽₴₱₸₦]|(?<![^\W\d_])[^\W\d_]{1,3}[$.]?|人民币|港币|新台币|澳门元)\s?$")
_AT = re.compile(r"(?:@|(?<!\w)(?:à|at|por|a razón de|zu je))\s$")
_SIGNS = "$€£¥₹₽₴₱₸₦币元"
_CURRENCY_BEHIND = re.compile(
    r"\s?(?P<scale>万)?(?P<word>元整?|圆|[$€£¥₹₽₴₸]|руб(?:\.|л\w{1,3})?|р\.(?!\w)|грн\.?|тенге|тг\.?|[a-z]{3}(?![a-z])|"
    r"(?:zł|kč|lei)(?!\w)|"
    r"euros?|"
    r"dollars?|جنیه|ریال|درهم|دینار|تومان|دولار)"
)
_A_UNIT = re.compile(rf"\s?(?:{UNIT})(?!\w)")
_PER = re.compile(
    rf"\s?元?\s?(?:/|每)\s?(?P<unit>[{HAN_CLASS}]{{1,2}})(?![{HAN_CLASS}])|\s?لل[^\W\d_]{{2,10}}|\sلکل [^\W\d_]{{2,10}}"
)
_EACH_BEFORE = re.compile(
    rf"(?:(?:含税|中标|成交|合同|投标|不含税)?单价|每[{HAN_CLASS}]{{1,2}}|@|ب?سعر|قیمت|از قرار هر[^\d]{{1,14}})"
    r"\s?(?:\([^()]{1,6}\))?\s?[:为]?\s?$"
)
_ALL_BEFORE = re.compile(
    rf"(?:金额|小计|合计|总价|总计|共计|合价|总额|{ADDED_UP}[计共])\s?(?:\([^()]{{1,6}}\))?\s?[:为]?\s?$"
)
_COUNT_BEFORE = re.compile(
    rf"(?:(?:数量|(?<![合总小]){ADDED_UP}(?:共计?|计))\s?[:为]?|(?<!\w)(?:qty|quantity|cant(?:idad)?|qtd[ea]?|qtde|quantidade|"
    rf"qté|qte|quantité|nombre|"
    r"menge|anzahl|stückzahl|quantità|q\.tà|ilość|кол-во|(?:в )?количеств[оеа]|к-ть|(?:[ву] )?кількіст[ьіюи]|к-сть|"
    r"الکمیه|العدد|تعداد)\.?\s?[:=]?|"
    r"(?<![a-z\d])(?:[x×*](?=$)|(?<!\d\s)[x×*]))\s?$"
)
_TIMES_BEFORE = re.compile(rf"(?<=\d)\s?[(]?{ANY_UNIT}[)]?\s?[×x*]\s?$")
"""A number of pieces and a sign that multiplies it: what stands behind is the price of one (44 pcs × 31,500)."""
_MEASURES = frozenset("路头期寸核口位米")
"""What names begin with that say how large a thing is, though it counts things too."""
_ONE_WORD = re.compile(
    rf"\s?(?P<unit>(?![路头期寸核口位米])[{HAN_CLASS}]{{1,2}}|[^\W\d_{HAN_CLASS}]{{1,12}})\.?(?=\s?(?:$|[\t\n|│;▪]|\s[/–—•·]\s|"
    rf"\.{{3}}|…|"
    rf" {{2}}))"
)
"""One word between a number and the end of its cell: whatever it is, it is what is counted."""
_WORD_BEFORE = re.compile(rf"(?:^|{_CUT})\s?[^\W\d_]{{2,12}}\.?\s$")
"""One word between the beginning of a cell and its number: a label without a colon."""
_IN_WORDS = re.compile(rf"(?P<number>[一二三四五六七八九十两]{{1,3}})(?P<unit>{HAN_UNIT})(?![{HAN_CLASS}])")
_NUMBER_WORD = re.compile(r"(?:^|(?<=\s))[^\W\d_]{2,12}(?:\s[^\W\d_]{1,3}\s[^\W\d_]{3,9})?\s?\($")
_COUNTED = re.compile(rf"(?P<blank>\s?)[(]?(?P<unit>(?!جهاز\s[^\W\d_]){ANY_UNIT})[)]?(?P<next>[{HAN_CLASS}]?)")
_CELL_BEGINS = re.compile(rf"(?:^|[(、:=]|, ?|\d\s[×x*](?=\s)|{_CUT})\s?$")
_CELL_ENDS = re.compile(r"\s?(?:$|=|@|(?<=\s)[×x*](?=\s\d)|[\t\n|│;▪)、,]|\s[/–—•·-]\s|\.{3}|…| {2})")
_WORD_NEXT = re.compile(r"\s[^\W\d_]")
_LETTER = re.compile(r"[^\W\d_]")
_BEFORE, _BEHIND = 40, 24
_TEN_THOUSAND = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number in an entry and what its neighbours say it is."""

    start: int
    end: int
    amount: Decimal
    kind: str
    """count, each, all, money or bare; first = a bare number that begins the entry."""
    unit: str | None = None
    is_told: bool = False
    """A word before it says that it counts the pieces."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A number where it stands: its offsets, and the text on both sides."""

    start: int
    end: int
    amount: Decimal
    written: str
    before: str
    behind: str

    def number(
        self, kind: str, lead: re.Match[str] | None = None, *, behind: int = 0, unit: str | None = None
    ) -> Number:
        """Return the number with the words that say what it is: from `lead` on, and as many signs behind it."""
        start = self.start - len(self.before) + lead.start() if lead is not None else self.start
        is_told = kind == "count" and lead is not None
        return Number(
            start=start, end=self.end + behind, amount=self.amount, kind=kind, unit=unit, is_told=is_told
        )  # fmt: skip


def numbers_in(work: str, begins: int, decimal_mark: str | None, taken: Sequence[tuple[int, int]]) -> Iterator[Number]:
    """Yield the numbers of an entry that neighbours say something of, or that are cells of their own."""
    for match in _NUMBER.finditer(work, begins):
        start, end = match.span()
        if any(start < stop and first < end for first, stop in taken):
            continue
        amount = amount_of(match["number"], decimal_mark)
        if amount is None:
            continue
        before, behind = work[max(begins, start - _BEFORE) : start], work[end : end + _BEHIND]
        place = _Place(
            start=start, end=end, amount=amount, written=match["number"], before=before, behind=behind
        )  # fmt: skip
        number = _counted(place) or _paid(place) or _bare(place)
        if number is not None:
            yield number
    for match in _IN_WORDS.finditer(work, begins):
        count = read_numeral(match["number"])
        if count is not None and not any(match.start() < stop and first < match.end() for first, stop in taken):
            amount = Decimal(count)
            yield Number(start=match.start(), end=match.end(), amount=amount, kind="count", unit=match["unit"])


def amount_of(written: str, decimal_mark: str | None) -> Decimal | None:
    """Return the number written in figures, with lakhs or by the mark of the document first; None if it is none."""
    if _LAKHS.fullmatch(written):
        return Decimal(written.replace(",", ""))
    reads = (read_number(written, decimal_mark=mark) for mark in (decimal_mark, ".", ","))
    return next((read for read in reads if read is not None), None)


def _currency_before(before: str) -> re.Match[str] | None:
    found = _CURRENCY_BEFORE.search(before)
    if found is None or found[0].strip()[-1:] in _SIGNS or read_unit(found[0]) is not None:
        return found
    return found if _AT.search(before[: found.start()]) else None  # "à Ar 2 150 000": whatever Ar is


def _currency_behind(behind: str) -> re.Match[str] | None:
    found = _CURRENCY_BEHIND.match(behind)
    if found is not None and len(found["word"]) == 3 and found["word"].isascii():
        return found if read_unit(found["word"]) is not None and not _A_UNIT.match(behind) else None
    return found


def _counted(place: _Place) -> Number | None:
    """Return a number that a unit behind it, or a word before it, says to count pieces."""
    before, behind = place.before, place.behind
    if _currency_before(before) is not None or _currency_behind(behind) is not None:
        return None
    told = _COUNT_BEFORE.search(before)
    counted = _COUNTED.match(behind)
    if (
        counted is not None
        and counted["next"]
        and (counted["blank"] or counted["unit"] in _MEASURES or not _CELL_BEGINS.search(before))
    ):
        counted = None  # 64路硬盘录像机
    if counted is not None and not _each_before(before):
        unit = behind[slice(*counted.span("unit"))].strip()
        return place.number("count", told, behind=counted.end() - len(counted["next"]), unit=unit)
    word = _ONE_WORD.match(behind) if _CELL_BEGINS.search(before) and ", " not in before[-2:] else None
    if word is not None and not _each_before(before):
        return place.number("count", told, behind=word.end(), unit=word["unit"])
    if told is not None and not _TIMES_BEFORE.search(before) and not _PER.match(behind) and not _LETTER.match(behind):
        return place.number("count", told)
    return None


def _each_before(before: str) -> re.Match[str] | None:
    return _EACH_BEFORE.search(before) or EACH_BEFORE.search(before) or _TIMES_BEFORE.search(before)


def _paid(place: _Place) -> Number | None:
    """Return a number that a currency, or a word for a price, says to be money."""
    before, behind = place.before, place.behind
    money = _currency_before(before)
    left = before[: money.start()] if money is not None else before
    each = _each_before(left) or _each_before(before)
    whole = _ALL_BEFORE.search(left) or ALL_BEFORE.search(left)
    after = _currency_behind(behind)
    rest = behind[after.end() :] if after is not None else behind
    per = _PER.match(rest) or (EACH_BEHIND.match(rest) if money or after or each else None)
    if not (each or per or money or after or whole):
        return None
    end = (after.end() if after else 0) + (per.end() if per else 0) + 2 * rest.startswith("/-")
    if after is None and per is None and _LETTER.match(rest):
        return None
    leads = [one for one in (each, whole, money) if one is not None]
    lead = min(leads, key=lambda one: one.start(), default=None)
    unit = per["unit"] if per is not None and per.re is _PER else None
    number = place.number("each" if each or per else "all" if whole else "money", lead, behind=end, unit=unit)
    if after is not None and after["scale"]:
        return Number(start=number.start, end=number.end, amount=number.amount * _TEN_THOUSAND, kind=number.kind)
    return number


def _bare(place: _Place) -> Number | None:
    """Return a number that is a cell of its own, or begins the entry; others are parts of words."""
    before, behind = place.before, place.behind
    begins, ends = _CELL_BEGINS.search(before) is not None, _CELL_ENDS.match(behind) is not None
    if begins and not before.strip(" \t"):
        is_count = ends or (place.written[0] != "0" and _WORD_NEXT.match(behind) is not None)
        return place.number("first") if is_count else None
    if ends and (begins or _WORD_BEFORE.search(before) or (before[-1:].isspace() and not _LETTER.match(before[-2:]))):
        return place.number("bare")
    is_inside = before.rstrip().endswith("(") and behind.lstrip().startswith(")")  # "two (2) scanners"
    return place.number("first", _NUMBER_WORD.search(before)) if is_inside else None
