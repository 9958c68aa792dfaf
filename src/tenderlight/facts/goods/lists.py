"""Lists of goods in sentences of languages written with spaces: "Delivered: 6 detectors at USD 4,100 each and 2 lamps".

A list begins behind a word for goods or for their delivery, or its entries stand one a line. It is taken up only if
each of its entries is one of goods, and where only one stands, if that says its price too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice

from tenderlight.facts.goods.slots import Goods, price_of_one, read_goods
from tenderlight.facts.goods.words import UNIT
from tenderlight.facts.lots.blocks import lot_lists
from tenderlight.facts.lots.verdicts import VOID
from tenderlight.facts.pages.document import SETTLED, Notice
from tenderlight.facts.pages.layout import Piece, Sheet

_PAGES = 5
_LONGEST_PAGE = 30_000
_LONGEST_LIST = 1_200
_MOST = 200
_LEAD = re.compile(
    r"(?<!\w)(?:(?:goods|equipment|items?|supplies|articles?|products?|deliverables?|subject|bienes|productos?|bens|"
    r"produtos?|itens|fournitures?|articles?|matériels?|товары?|предмет|оборудование|обладнання|objet|objeto|"
    r"gegenstand|lieferumfang)"
    r"[^:;.\n\d]{0,40}:|"
    r"(?:(?:shall|will|must|to|agrees to) (?:deliver|supply|provide)|"
    r"delivered|supplied|received|accepted|installed|consisting of|comprising|comprises?|includes?|including|"
    r"compreendendo|compreende|comprendiendo|comprende|comprenant|consistente en|compuest[oa] (?:de|por)|composé de|"
    r"bestehend aus|включает|включая|а именно|включаючи|"
    r"entregad[oa]s?|"
    r"entregó|recibid[oa]s?|fornecid[oa]s?|entregues?|livrés?|livré|reçus?|réceptionnés?|поставлен[оаы]?|"
    r"принят[оаы]?|"
    r"поставляет|поставлено|geliefert)\b(?:[^:;\n]{0,80}:|[^:;\n\d]{0,40}(?=\s\d))|"
    r"(?:supply|delivery|purchase|provision|procurement|acquisition)(?: and [a-z]{4,14})? of|"
    r"(?:suministro|adquisición|compra|compraventa|entrega|provisión|fornecimento|aquisição|fourniture|livraison|achat|"
    r"acquisition) "
    r"(?:de|d['’])|(?:поставк[аиу]|закупк[аиу]|приобретение|постачання|закупівля|придбання|поставить|передать)|"
    r"dostaw[aęy]|zakup|dostarczy|lieferung von|fornitura di|dodávk[ay]|nákup|"
    r"توريد|خرید)\s{0,2}:?\s{0,2}"
)
_ANY_LEAD = re.compile(r"(?m)^[ \t]{0,8}[^\W\d_][^:;|.\d\n]{2,48}:[ ]")
"""A label of any words at the beginning of a line: the list behind it has to prove itself by its prices."""
_STOP = re.compile(
    r"(?<![\s(./][^\W\d_]{3})(?<![\s(./][^\W\d_]{2})(?<![\s(./][^\W\d_])\.(?=\s+[^\W\d_a-zà-ÿа-яёіїєґ]|\s*$)|"
    r"(?<=\s(?:руб|грн))\.(?=\s+[А-ЯЁІЇЄҐ])|(?<=\sшт)\.(?=\s+[А-ЯЁІЇЄҐ])|\n"
)
_COUNT_NEXT = rf"(?=\d{{1,6}}\s(?:[^\W\d_]|{UNIT})|(?:d['’])?une?\s|one\s|una?\s|uma?\s|eine?n?\s)"
_SPLIT = re.compile(
    rf"\s?;\s?(?:(?:and|y|e|et|и|та)\s)?|,\s(?:(?:and|y|e|et|и|та)\s)?(?:de\s)?{_COUNT_NEXT}|\s(?:and|y|e|et|и|та|oraz|"
    rf"i|ed|"
    rf"und)\s(?:de\s)?{_COUNT_NEXT}"
)
_SPLIT_BEHIND = re.compile(
    r"(?<=\))\s?,\s|(?<=[a-zа-яё]),\s(?=[^\W\d_])|(?<=шт\.),\s|(?<=(?:руб|грн)\.),\s|(?<=\sр\.),\s|(?<=грн),\s"
)
_TITLE_BEGINS = re.compile(r"[\s:.,(–—-]{1,5}")
_TITLE_ENDS = re.compile(r"\s?[:;()|\n]|,\s|\.\s|\s[–—-]\s")
"""What may stand between the title of a lot and what is said of who won it."""
_LONGEST_TITLE = 120
_MOST_STOPS = 5


def goods_in_lists(notice: Notice) -> list[Goods]:
    """Return the goods that sentences list."""
    found: dict[Piece, Goods] = {}
    if notice.stage not in SETTLED:
        return []
    for sheet in notice.sheets[:_PAGES]:
        for goods in _in_sentences(notice, sheet):
            if len(found) < _MOST:
                found.setdefault(goods.name, goods)
    return list(found.values())


def goods_of_lots(notice: Notice) -> list[Goods]:
    """Return the goods that the lots of a list count behind their heads: "Línea 1, 120 cámaras: X SpA, por …"."""
    lists = (lot_lists(sheet, in_chinese=False) for sheet in notice.sheets[:_PAGES] if notice.stage in SETTLED)
    for blocks in chain.from_iterable(lists):
        bodies = [block.body for block in blocks if not VOID.search(block.body.flat)]
        read = [_of_lot(body, notice.decimal_mark) for body in bodies]
        goods = [one for one in read if one is not None]
        if len(goods) == len(read) > 1:
            return goods
    return []


def _of_lot(body: Piece, decimal_mark: str | None) -> Goods | None:
    """Return the goods that the title of a lot counts, with the price of one that its text states."""
    begins = _TITLE_BEGINS.match(body.flat)
    start = begins.end() if begins else 0
    for stop in islice(_TITLE_ENDS.finditer(body.flat, start, start + _LONGEST_TITLE), _MOST_STOPS):
        goods = read_goods(body.part(start, stop.start()), decimal_mark)
        if goods is not None and goods.unit_price is None:
            rest = body.part(stop.end(), len(body.flat))
            price = price_of_one(rest, decimal_mark)
            return replace(goods, unit_price=price[0], currency=price[1]) if price else goods
        if goods is not None:
            return goods
    return None


def _is_proved(goods: Goods) -> bool:
    return (
        goods.unit_price is not None or goods.model is not None or (goods.brand is not None and goods.unit is not None)
    )


def _in_sentences(notice: Notice, sheet: Sheet) -> Iterator[Goods]:
    done = 0
    flat = sheet.flat[:_LONGEST_PAGE]
    for lead in sorted([*_LEAD.finditer(flat), *_ANY_LEAD.finditer(flat)], key=lambda match: match.start()):
        if lead.start() < done:
            continue
        stop = _STOP.search(sheet.page.text, lead.end(), min(len(flat), lead.end() + _LONGEST_LIST))
        end = stop.start() if stop else min(len(flat), lead.end() + _LONGEST_LIST)
        is_labelled = ":" in lead[0] and lead.re is _LEAD
        goods = _listed(notice, Piece(sheet=sheet, start=lead.end(), end=end), is_labelled=is_labelled)
        if goods:
            done = end
            yield from goods


def _listed(notice: Notice, value: Piece, *, is_labelled: bool) -> Sequence[Goods]:
    """Return the goods of a list if each of its entries is one; a single one has to say its price or model."""
    if not re.search(r"\d", value.flat):
        return ()
    for split in (_SPLIT, _SPLIT_BEHIND):
        entries = list(_entries(value, split))
        read = [read_goods(entry, notice.decimal_mark) for entry in entries]
        goods = [one for one in read if one is not None]
        if len(goods) != len(entries) or not goods:
            continue
        proved = sum(map(_is_proved, goods))
        if len(goods) > 1 and (proved * 2 >= len(goods) or is_labelled):
            return goods
        if len(goods) == 1 and goods[0].unit_price is not None:
            return goods
    return ()


def _entries(value: Piece, split: re.Pattern[str]) -> Iterator[Piece]:
    position = 0
    for start, end in [*(match.span() for match in split.finditer(value.flat)), (len(value.flat), len(value.flat))]:
        part = value.part(position, start).stripped(" \t\n,;.:")
        if part.end > part.start:
            yield part
        position = end
