"""Goods in lines of text, in languages written with spaces: "1. Body scanner, model TD-360, qty 6, unit price £9,000".

A line is one of goods only if each of its words says something of goods: what they are, how many, which make or model,
what one costs, what all of them cost. A line whose last two numbers are a price and that price times the quantity
needs no word for it: the sum proves it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tenderlight.facts.goods.counted import counted_in_brackets, counted_in_sentences, counted_lists
from tenderlight.facts.goods.lists import goods_in_lists, goods_of_lots
from tenderlight.facts.goods.makes import apart
from tenderlight.facts.goods.rows import goods_in_rows
from tenderlight.facts.goods.slots import DURATION, Goods, read_goods
from tenderlight.facts.goods.told_in_text import told_in_text
from tenderlight.facts.goods.words import MODEL, UNIT
from tenderlight.facts.labels.in_lines import find_labels
from tenderlight.facts.names.western import has_company
from tenderlight.facts.pages.document import SETTLED, Notice
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.money import find_amounts, read_number
from tenderlight.model.statement import Stage, Statement, StatementKind
from tenderlight.model.values import LineItemValue

_PAGES = 5
_LONGEST_PAGE = 30_000
_LONGEST_LINE = 300
_LONGEST_NAME = 80
_MOST = 200
_MOST_QUANTITY = 1_000_000
_LINE = re.compile(r"[^\n]{6,}")
_ENDS_IN_FIGURE = re.compile(r"\d[^\d]{0,12}$")
_FIGURES = re.compile(r"\d[^\d\n]{1,80}\d|\d\s?[^\W\d_]")
"""Two figures apart, or one before a word."""
_QUANTITY_WORD = (
    r"(?:qty|quantity|quantities|cant(?:idad)?|qtd[ea]?|quantidade|qté|quantité|nombre|menge|anzahl|quantità|ilość|"
    r"кол-во|количество|к-ть|кількість|к-сть)"
)
_ENUMERATOR = re.compile(
    r"\s*(?:[-•*·–—]\s+)?(?:0\d{2,4}\s{2,}|\d{1,3}\s?\|\s?(?=[^\W\d_])|\d{1,3}\s{2,}(?=[^\W\d_])|[(]?(?:\d{1,3}(?:\.\d{1,2})?|[a-zа-я])[.)]{1,2}\s+|(?:items?|l[ií]nea|line|[ií]tem|pos(?:ition)?|поз(?:иция|иція)?|posten|art[íi]c(?:ulo|le|olo)|artigo|poz|"
    r"rengl[óo]n|ligne|rubro|partida)\.?\s*(?:n[°ºo.]*\s*|№\s*)?\d{0,5}\s*[:.)–—-]?\s+)?(?:n\.\s(?=\d))?"
)
_LABEL = re.compile(r"(?:goods|items?|supplies|bienes|bens|fournitures|товар|equipment|lot unique|objeto|objet)\s*:\s*")
_ANY_LABEL = re.compile(r"[^\W\d_][^:;|.,\d\n\t–—]{2,40}:\s(?=[^\W\d_])")
"""A label of any words: the goods behind it have to prove themselves."""
_COUNT_FIRST = re.compile(
    rf"(?P<number>\d{{1,6}})\s*(?:[x×]\s*)?(?:(?P<unit>{UNIT})\.?\s+(?:of\s+|de\s+)?|\s)(?=[^\W\d_])"
)
_TOKEN = re.compile(r"(?<![\w.,])(?:[^\W\d_]{0,3}[$€£₹₱]\s?)?(?P<number>\d[\d.,]*\d|\d)(?![\w])")
_QUANTITY_LEFT = re.compile(rf"[\s|–—,-]+{_QUANTITY_WORD}\.?\s*:?\s*$")
_APART = re.compile(r"\S(?: {3,}|\t)\S")
_NOT_GOODS = re.compile(
    r"\b(?:payment|deliver|days?|months?|years?|hours|bidder|tender|bid\b|offer|score|points?|weight|criteri|page|clause|article|"
    r"section|appendix|annex|guarantee|bond|penalt|deadline|phone|tel|fax|entreg|plazo|d[íi]as|meses|años|anexo|cláusula|"
    r"pagos?|anticip|garant[íi]a\sde|puntos?|prazo|dias|anos|jours|mois|années?|délai|дн(?:ей|я)|месяц|лет|балл|заявк|"
    r"участник|пункт|приложени|аванс|срок|днів|місяц|пропозиц|учасник|subtotal|total|итого|всего|разом)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Figure:
    """A number in a line."""

    start: int
    end: int
    amount: Decimal
    currency: str | None


def items_in_lines(notice: Notice) -> list[Statement]:
    """Return the goods that lines of running text list, where no table does; each line proves itself."""
    if notice.language == "zh" or notice.stage in {None, Stage.CANCELLATION, Stage.CANDIDATE}:
        return []
    lines = list(_in_lines(notice))
    ways = [[goods for goods, _is_listed in lines]]
    if notice.stage in SETTLED:
        listed = [goods for goods, is_listed in lines if is_listed]
        ways = [goods_in_rows(notice), listed, goods_in_lists(notice), goods_of_lots(notice), *ways]
    found = max([*ways, counted_lists(notice)], key=_telling) or counted_in_brackets(notice)
    found = found or counted_in_sentences(notice) or told_in_text(notice)
    return [statement_of_goods(notice, goods) for goods in found[:_MOST]]


def _telling(goods: Sequence[Goods]) -> tuple[int, int]:
    """Return of how many goods a list says the price, and how many it has."""
    return sum(one.unit_price is not None for one in goods), len(goods)


def _in_lines(notice: Notice) -> Iterator[tuple[Goods, bool]]:
    """Yield the goods of lines, each with whether its line has a number, a bullet or a label of goods before it."""
    for sheet in notice.sheets[:_PAGES]:
        for line in _LINE.finditer(sheet.flat[:_LONGEST_PAGE]):
            if line.end() - line.start() <= _LONGEST_LINE and any(sign.isdigit() for sign in line[0]):
                yield from _goods(notice, Piece(sheet=sheet, start=line.start(), end=line.end()).stripped())


def statement_of_goods(notice: Notice, goods: Goods, lot: str | None = None) -> Statement:
    """Return the statement of goods, of one lot or of the whole."""
    value = LineItemValue(
        name=" ".join(goods.name.text.split()),
        brand=goods.brand,
        model=goods.model,
        quantity=goods.quantity,
        unit=goods.unit,
        unit_price=goods.unit_price,
        total=goods.total,
        currency=goods.currency,
        lot=lot,
    )
    return notice.statement(StatementKind.LINE_ITEM, value, [goods.name])


def _goods(notice: Notice, line: Piece) -> Iterator[tuple[Goods, bool]]:
    if _FIGURES.search(line.flat) is None:
        return
    lead = _ENUMERATOR.match(line.flat)
    start = lead.end() if lead else 0
    label = _LABEL.match(line.flat, start)
    is_listed = label is not None or bool(lead and lead[0].strip())
    rest = line.part(label.end() if label else start, _before_winner(line)).stripped(" \t.;")
    goods = _by_slots(notice, rest, is_listed=is_listed) or _by_sum(notice, rest)
    called = _ANY_LABEL.match(rest.flat) if goods is None and label is None else None
    if called is not None:
        goods = _by_slots(notice, rest.part(called.end(), len(rest.flat)), is_listed=False)
    if goods is not None:
        yield goods, is_listed


def _before_winner(line: Piece) -> int:
    """Return where a line of goods goes on to say who won or delivers them."""
    told = [hit.start for hit in find_labels(line.flat) if hit.meaning is Meaning.SUPPLIER and hit.start > 0]
    return len(line.flat[: told[0]].rstrip(" \t–—-")) if told else len(line.flat)


def _by_slots(notice: Notice, line: Piece, *, is_listed: bool) -> Goods | None:
    """Read a line whose every word says something of goods."""
    goods = read_goods(line, notice.decimal_mark)
    if goods is None or (notice.stage not in SETTLED and not is_listed):
        return None
    is_told = is_listed and (goods.unit is not None or goods.model is not None or goods.brand is not None)
    is_modelled = goods.model is not None and MODEL.search(line.flat) is not None
    return goods if goods.unit_price is not None or is_told or is_modelled else None


def _by_sum(notice: Notice, line: Piece) -> Goods | None:
    """Read a line that ends in a price and its product with the quantity; the quantity stands first or before them."""
    if _ENDS_IN_FIGURE.search(line.flat) is None:
        return None
    amounts = [
        _Figure(start=one.start, end=one.end, amount=one.amount, currency=one.currency)
        for one in find_amounts(line.text, decimal_mark=notice.decimal_mark)
        if not one.in_words
    ]
    for numbers in (amounts, list(_tokens(notice, line))):
        goods = _proved(line, numbers[-2:]) if len(numbers) > 1 else None
        if goods is not None:
            return goods
    return None


def _tokens(notice: Notice, line: Piece) -> Iterator[_Figure]:
    """Yield the numbers that blanks set apart, for lines whose columns are no wider than one blank."""
    for match in _TOKEN.finditer(line.flat):
        amount = read_number(match["number"], decimal_mark=notice.decimal_mark)
        if amount is not None:
            yield _Figure(start=match.start(), end=match.end(), amount=amount, currency=None)


def _proved(line: Piece, numbers: Sequence[_Figure]) -> Goods | None:
    """Return the goods of a line, if the last of its numbers is the one before it times a quantity that it prints."""
    each, total = numbers
    if line.flat[total.end :].strip(" .)") or each.amount <= 0:
        return None
    if line.flat[each.end : total.start].strip(" |–—=-\t"):
        return None
    quantity = total.amount / each.amount
    if quantity != int(quantity) or not 1 <= quantity <= _MOST_QUANTITY:
        return None
    words = line.part(0, each.start).stripped(" \t|–—-$€£")
    behind = re.search(rf"(?:^|[\s|])(?P<number>\d[\d.,]*)\s*(?P<unit>{UNIT}|lot|ls)?\.?$", words.flat)
    first = _COUNT_FIRST.match(words.flat)
    counted = next((one for one in (behind, first) if one and _number(one["number"]) == quantity), None)
    if counted is None:
        return None
    is_behind = counted is behind
    name = words.part(0, counted.start()) if is_behind else words.part(counted.end(), len(words.flat))
    unit = words.text[slice(*counted.span("unit"))] if counted["unit"] else None
    word = _QUANTITY_LEFT.search(name.flat)
    name = name.part(0, word.start() if word else len(name.flat)).stripped(" \t|–—-,;:")
    if not _can_be_goods(name, is_counted=unit is not None):
        return None
    name, brand, model = apart(name)
    return Goods(
        name=name,
        quantity=quantity,
        unit=unit,
        brand=brand,
        model=model,
        unit_price=each.amount,
        total=total.amount,
        currency=each.currency or total.currency,
    )


def _can_be_goods(name: Piece, *, is_counted: bool) -> bool:
    """Say whether words may name goods: no company, no term of time or of the procedure; units allow durations."""
    letters = sum(sign.isalpha() for sign in name.flat)
    if letters < 3 or len(name.flat) > _LONGEST_NAME or name.flat.endswith(":") or ": " in name.flat:
        return False
    if _APART.search(name.flat):  # two columns, and nothing says what the second holds
        return False
    flat = DURATION.sub("", name.flat) if is_counted else name.flat
    return not _NOT_GOODS.search(flat) and not has_company(name.text)


def _number(written: str) -> Decimal | None:
    return read_number(written.rstrip(".,"), decimal_mark=".")
