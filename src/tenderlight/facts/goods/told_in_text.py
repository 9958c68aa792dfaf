"""Goods that text of languages written with spaces tells without a table: one sentence, one line or one block each.

"72 units of radar camera ABR-5 at $18,000.00"; "Перечень: видеостена — 1 комплект; камера — 140 шт."; "Item 1 - Radio
Hytera PD706. Quantidade: 60.". This is the last way to goods: it is taken only where no other finds any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import islice, pairwise

from tenderlight.facts.goods.counted import NO_GOODS
from tenderlight.facts.goods.makes import apart
from tenderlight.facts.goods.slots import DURATION, Goods, can_name, price_of_one, read_goods
from tenderlight.facts.goods.words import UNIT
from tenderlight.facts.names.western import has_company
from tenderlight.facts.pages.document import SETTLED, Notice
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.languages.money import find_amounts
from tenderlight.model.statement import Stage

_PAGES, _LONGEST_PAGE = 3, 12_000
_MOST = 60
_LONGEST_LINE = 600
_NONE = frozenset({None, Stage.CANCELLATION, Stage.CANDIDATE})
_LINE = re.compile(r"[^\n]{6,4000}")
_END = re.compile(r"(?:(?<=[^\W\d_]{3})|(?<=\d\d)|(?<=[^\W\d_]\d)|(?<=-\d)|(?<=\)))[.][ ](?=[^\W\d_a-zà-ÿа-яёіїєґ]|\d)")
"""Where a sentence ends: not behind an abbreviation of one or two letters."""
_LABEL = re.compile(r"[^\W\d_][^\n:;|]{1,60}?:[ ]{1,2}(?=[^\s:])")
_SUBJECT = re.compile(
    r"(?:[^\n:]{0,30}[ .)])?(?:goods|items?|supplies|equipment|description|subject|scope|deliverables?|"
    r"bien(?:es)?|objeto|suministro|bens|fournitures?|objet|articles?|gegenstand|lieferumfang|leistung|oggetto|"
    r"fornitura|"
    r"предмет[^\n:]{0,20}|объект[^\n:]{0,20}|товар[ыи]?|перечень|требуется|перелік|потреба|требования|"
    r"наименование[^\n:]{0,20}|"
    r"(?:krótki )?opis[^\n:]{0,30}|przedmiot[^\n:]{0,30}|dostawa|oggetto[^\n:]{0,20}|الأصناف|المواد|"
    r"موضوع[^\n:]{0,20})[ ]?:[ ]{1,2}"
)
"""A label of what is bought: behind it one counted thing is enough."""
_LOT = re.compile(
    r"(?:lot[eo]?|lotto|los|część|лот|item|[ií]tem|poste?|position|partie|partida)[ .]{0,2}(?:n[°ºo]\.?\s?|№\s?|"
    r"nr\.?\s?)?\d{1,3}[ ]?:[ ]{1,2}"
)
_SPLIT = re.compile(r"[;,][ ](?![^()]{0,80}\))(?=\D)")
_JOINT = re.compile(r"[ ](?:and|und|oraz|y|e|et|ed|i|и|та|plus)[ ](?=\d)|[,;][ ](?=\d{1,6}[ ][^\W\d_])")
_COUNT = re.compile(r"(?<![\w.,/-])\d{1,6}[ ](?=[^\W\d_])")
_INNER_COUNT = re.compile(r"(?:^|\s)\d{1,6}\s[^\W\d_]{3}")
_NUMBERED = re.compile(r"(?:(?<!\w)(?:no|nr|núm|num|art|n[°º])\.?|№)\s?$")
"""Before a number that counts nothing."""
_FOR_ALL = re.compile(r"[^\d]{0,30}(?<!\w)(?:por|for|pour|per|für|за|на)\s")
_EACH = re.compile(r"cada|c/u|unit|each|apiece|pièce|l['’]unité|stück|за (?:шт|од|ед|кожн|кажд)|/")
_NO_NAME = re.compile(
    r"(?<!\w)(?:weight\w*|pond[eé]ra\w*|gewicht\w*|ponderazione|criteri\w*|crit[èe]re\w*|quality|price|prix|precio|preço|"
    r"preis|prezzo|цена|ціна|date|fecha|data|datum|award|notification|contract|contrato|tenders?|bids?|puntaje|score|"
    r"existen|fondos|certific\w*|consorcio|consórcio|consortium|joint|model\w*|brand|marca|marque|модел\w*|марк\w*|"
    r"section|clause|invoice|payment|participants?|postores|ofertas?|offres?|заявк\w*|учасник\w*|участник\w*|срок\w*|"
    r"строк\w*|этап\w*)(?!\w)|^(?:al?|to|the|au|aux|for|by|del|в|на|от|до)\s"
)
"""Words of bids and papers, which name no goods."""
_MOST_COUNTS = 6
_NUMBER_WORD = re.compile(r"(?<!\w)(?:العدد|الكمية|عدد|تعداد)(?!\w)")
_MADE = re.compile(
    r"(?P<name>[^\n()]{3,60}?[a-zà-ÿа-яёіїєґ])[ ](?P<model>(?:[A-Z][A-Z-]{2,12}[ ])?"
    r"(?=[^\s()]{0,16}\d)[A-Z\d][^\s()]{1,16})[ ]"
    r"\((?P<brand>[A-Z][^\W\d_]{2,15}(?:[ ][A-Z][^\W\d_]{2,15})?)\)"
)
"""A name, the code of its model, and the make in brackets."""
_TAIL = re.compile(r"(?:[ ]?[:–—-][ ]|,[ ]n\.[ ]?|[ ][x×][ ]?)(?P<number>\d{1,6})$")
"""How many, at the end of an entry without a unit: "valise d'écoute : 02"."""
_BULLET = re.compile(r"[ ]{0,6}(?:[-–—•*·▪][ ]{1,3}|\d{1,2}[.)-][ ]{1,3}|(?=[^\W\d_]))")
_FEWEST = 2
_NUMBER = r"\d{1,3}(?:[ .,]\d{3})+|\d{1,6}"
_HEAD = re.compile(
    r"(?:^|(?<=[.\n] ))[ ]{0,6}(?:(?:lot[eo]?|lotto|los|лот|item|[ií]tem|position|позиция)[ .]{0,2}(?:n[°ºo]\.?[ ]?|"
    r"№[ ]?)?\d{1,3}[ ]?[.:–—-]{0,2}[ ]{1,3}|"
    r"\d{1,3}[ ]{2,4})(?P<name>[^\W\d_][^\n:;|]{2,90}?)(?=[.:][ ]|[.:]?$)",
    re.MULTILINE,
)
_COUNTED = re.compile(
    rf"(?<!\w)(?:quantity|qty|количество|кількість|cantidad|quantidade|quantité|menge|quantità|"
    rf"ilość)[ ]?:?[ ]{{0,3}}(?P<number>\d{{1,6}})"
    rf"(?:[ ](?P<unit>{UNIT})(?!\w))?|(?<![\w.,-])(?P<pieces>\d{{1,3}}[.,]\d{{3}}|\d{{1,6}})[ ](?P<piece>{UNIT})"
    r"(?:(?=[,;.]|$)|[ ](?=(?:at|à|a|por|по|zu|po)[ ]))"
)
"""How many, behind the name of a lot: "Количество: 90 шт", "12 units at FJD 20,500.00"."""
_ROW = re.compile(
    rf"(?:lot[eo]?|lotto|los|część|лот|item|[ií]tem|poste?|pos|position|partie|поз(?:иция|"
    rf"иція)?)[ .]{{0,2}}(?:n[°ºo]\.?[ ]?|№[ ]?)?\d{{1,3}}"
    rf"[ ]?\|[ ]?(?P<name>[^|]{{3,90}}?)[ ]?\|[ ]?(?P<number>{_NUMBER})[ ](?P<unit>{UNIT}|forfait|lump sum|global)\.?"
    r"(?:[ ]?\|[ ]?(?P<price>[^|]{1,40}))?"
)
_BRACKET = re.compile(
    r"(?<!\w)(?:[ií]tems?|rengl[óo]n(?:es)?|lote?s?|lotti|лот[ыи]?|lose?|postes?)[ ](?:n[°º]s?\.?[ ]?|№[ ]?)?\d{1,3}"
    r"(?:(?:,[ ]|[ ](?:y|e|and|et|и|та|und)[ ])\d{1,3}){0,6}[ ]\((?P<goods>\d{1,6}[ ][^()\n]{3,60})\)"
)
_QUANTITY = re.compile(
    rf"(?m)^[ ]{{0,6}}(?:\d{{1,2}}[.)][ ])?(?:quantity|qty|количество|кількість|cantidad|quantidade|quantité|menge|"
    rf"quantità|ilość)[^:\n\d]{{0,30}}:"
    rf"[ ]{{0,4}}(?P<number>{_NUMBER})(?:[ ](?P<unit>{UNIT}))?\.?[ ]*$"
)
_TITLE = re.compile(
    r"(?m)^[ ]{0,6}(?:\d{1,2}[.)][ ])?(?:предмет(?: закупівлі| закупки| договора)?|объект закупки|goods|item|"
    r"equipment|description of goods|"
    r"bien|objeto|bem|objet|fourniture|gegenstand|oggetto|przedmiot(?: zamówienia)?)[ ]?:[ ]{1,4}(?P<name>[^\n:|"
    r"]{4,80})$"
)
_ACT = re.compile(
    r"(?:suppl|procure|purchas|provision|deliver|acqui|adqui|compra|contrat|suministr|fornec|fourni|achat|liefer|"
    r"beschaff|fornitur|"
    r"dostaw|zakup|поставк|закуп|приобрет|постачан|придбан|оказан|надан|выполн|викон|услуг|послуг|работ|робот|"
    r"service|серв)"
)
"""What a subject begins with that says what is done and not what is bought."""
_LONGEST_BLOCK = 900


def told_in_text(notice: Notice) -> list[Goods]:
    """Return the goods of the first way that finds any: priced sentences, lists behind labels, bullets, blocks."""
    if notice.stage in _NONE:
        return []
    for way in (_celled, _priced, _lists, _bulleted, _bracketed, _blocks, _titled):
        goods = [one for sheet in notice.sheets[:_PAGES] for one in way(notice, sheet)]
        if goods:
            return goods[:_MOST]
    return []


def _lines(sheet: Sheet) -> Iterator[Piece]:
    for line in _LINE.finditer(sheet.flat[:_LONGEST_PAGE]):
        yield Piece(sheet=sheet, start=line.start(), end=line.end())


def _sentences(line: Piece) -> Iterator[Piece]:
    """Yield the sentences of a line, each without its full stop."""
    ends = [match.start() for match in _END.finditer(line.text)]
    for start, end in pairwise([-1, *ends, len(line.flat)]):
        yield line.part(start + 1, end).stripped(" \t.;")


def _priced(notice: Notice, sheet: Sheet) -> Iterator[Goods]:
    """Yield the goods of sentences that count them and say the price of one, or of a label with make or model."""
    if notice.stage not in SETTLED:
        return
    for line in _lines(sheet):
        for sentence in _sentences(line):
            label = _LABEL.match(sentence.flat)
            rest = sentence.part(label.end() if label else 0, len(sentence.flat))
            whole = _read(rest, notice.decimal_mark)
            is_told = whole is not None and (
                whole.unit_price is not None or (label is not None and whole.model is not None)
            )
            if whole is not None and is_told:
                yield whole
                continue
            yield from (one for one in _within(sentence, notice.decimal_mark) if one.unit_price is not None)


def _within(sentence: Piece, decimal_mark: str | None) -> Iterator[Goods]:
    """Yield the goods inside a sentence, from each number up to the word that joins the next."""
    if len(sentence.flat) > _LONGEST_LINE:
        return
    position = 0
    for start, end in [*(one.span() for one in _JOINT.finditer(sentence.flat)), (len(sentence.flat),) * 2]:
        part = sentence.part(position, start)
        position = end
        for count in islice(_COUNT.finditer(part.flat), _MOST_COUNTS):
            goods = _read(part.part(count.start(), len(part.flat)), decimal_mark)
            if goods is not None and goods.quantity > 1 and _is_named_at_once(part, count.start(), goods):
                yield goods
                break


def _is_named_at_once(part: Piece, start: int, goods: Goods) -> bool:
    """Say whether the name follows its number without a comma, and counts nothing else."""
    between = part.flat[start : goods.name.start - part.start]
    behind = part.flat[goods.name.end - part.start :]
    if _NUMBERED.search(part.flat, 0, start) or (_FOR_ALL.match(behind) and not _EACH.search(behind)):
        return False
    return not any(sign in between for sign in ",;") and _INNER_COUNT.search(goods.name.flat) is None


def _read(piece: Piece, decimal_mark: str | None) -> Goods | None:
    goods = read_goods(piece, decimal_mark) if len(piece.flat) > _FEWEST else None
    return goods if goods is not None and not _is_none(goods.name) else None


def _is_none(name: Piece) -> bool:
    """Say whether words name no goods: places, persons and terms, what bids are weighed by, or another number."""
    flat = DURATION.sub("", name.flat)
    return NO_GOODS.search(flat) is not None or _NO_NAME.search(flat) is not None or flat[:1].isdigit()


def _lists(notice: Notice, sheet: Sheet) -> list[Goods]:
    """Return the goods that stand in one line behind a label, all of whose parts are some; lots may go on."""
    found: list[Goods] = []
    for line in _lines(sheet):
        if len(line.flat) > _LONGEST_LINE:
            continue
        flat = line.flat
        lot = _LOT.match(flat.lstrip())
        indent = len(flat) - len(flat.lstrip())
        subject = _SUBJECT.match(flat) if lot is None else None
        label = lot or subject or _LABEL.search(flat)
        if label is None:
            continue
        start = label.end() + (indent if lot else 0)
        goods = _parts(line.part(start, len(flat)).stripped(" \t.;"), notice.decimal_mark)
        fewest = 1 if lot or subject else _FEWEST
        if len(goods) >= fewest and (lot is not None or not found):
            found += goods
        if found and lot is None:
            break
    return found


def _parts(value: Piece, decimal_mark: str | None) -> list[Goods]:
    """Return the goods of a list if each of its parts is counted with a unit, or [] if one is not."""
    found: list[Goods] = []
    position = 0
    cuts = [one.span() for one in _SPLIT.finditer(value.flat)]
    for start, end in [*cuts, (len(value.flat),) * 2]:
        part = value.part(position, start).stripped(" \t.,;")
        goods = _counted(part, decimal_mark)
        if goods is None and start < len(value.flat):  # a comma between a name and its number
            continue
        if goods is None:
            return []
        found.append(goods)
        position = end
    return found


def _counted(part: Piece, decimal_mark: str | None) -> Goods | None:
    """Return goods with a unit, a word for their number, or their number alone at the end; None if uncounted."""
    tail = _TAIL.search(part.flat)
    if tail is not None:
        name = part.part(0, tail.start()).stripped(" \t.,;:")
        made = _MADE.fullmatch(name.text)
        named = name.part(*made.span("name")) if made is not None else name
        if has_company(name.text) or not can_name(named) or _is_none(named):
            return None
        name, brand, model = (named, made["brand"], made["model"]) if made is not None else apart(name)
        number = Decimal(tail["number"])
        return Goods(name=name, quantity=number, brand=brand, model=model) if number else None
    goods = _read(part, decimal_mark)
    if goods is None:
        return None
    is_counted = goods.unit is not None or ":" in part.flat or "(" in part.flat or _NUMBER_WORD.search(part.flat)
    return goods if is_counted else None


def _titled(_notice: Notice, sheet: Sheet) -> list[Goods]:
    """Return the one thing that a label of what is bought names, with the one number that another label says."""
    flat = sheet.flat[:_LONGEST_PAGE]
    counts, names = list(_QUANTITY.finditer(flat)), list(_TITLE.finditer(flat))
    if len(counts) != 1 or len(names) != 1:
        return []
    name = Piece(sheet=sheet, start=names[0].start("name"), end=names[0].end("name")).stripped(" \t.,;")
    if _ACT.match(name.flat) or has_company(name.text) or not can_name(name) or _is_none(name):
        return []
    name, brand, model = apart(name)
    number = Decimal(re.sub(r"[ .,]", "", counts[0]["number"]))
    unit = sheet.page.text[slice(*counts[0].span("unit"))] if counts[0]["unit"] else None
    return [Goods(name=name, quantity=number, unit=unit, brand=brand, model=model)] if number else []


def _bulleted(notice: Notice, sheet: Sheet) -> Sequence[Goods]:
    """Return the goods of the first two lines or more in a row that name a thing and end in its number."""
    run: list[Goods] = []
    for line in _lines(sheet):
        lead = _BULLET.match(line.flat)
        part = line.part(lead.end() if lead else 0, len(line.flat)).stripped(" \t.;,")
        goods = _counted(part, notice.decimal_mark) if lead and len(part.flat) < _LONGEST_LINE else None
        if goods is not None:
            run.append(goods)
            continue
        if len(run) >= _FEWEST:
            return run
        run = []
    return run if len(run) >= _FEWEST else []


def _blocks(notice: Notice, sheet: Sheet) -> Iterator[Goods]:
    """Yield what lots and items are called whose block says below how many are bought."""
    flat = sheet.flat[:_LONGEST_PAGE]
    heads = list(_HEAD.finditer(flat))
    for head, following in pairwise([*heads, None]):
        if head is None:
            return
        end = min(following.start() if following is not None else len(flat), head.end() + _LONGEST_BLOCK)
        counted = _COUNTED.search(flat, head.end(), end)
        name = Piece(sheet=sheet, start=head.start("name"), end=head.end("name")).stripped(" \t.,;:")
        if counted is None or has_company(name.text) or not can_name(name) or _is_none(name):
            continue
        number = Decimal(re.sub(r"[.,]", "", counted["number"] or counted["pieces"]))
        unit = _unit(Piece(sheet=sheet, start=counted.start(), end=end), number)
        name, brand, model = apart(name)
        goods = Goods(
            name=name,
            quantity=number,
            unit=unit,
            brand=brand,
            model=model,
        )
        if number:
            price = _price(Piece(sheet=sheet, start=counted.start(), end=end), number, notice.decimal_mark)
            yield replace(goods, unit_price=price[0], currency=price[1]) if price is not None else goods


def _unit(block: Piece, number: Decimal) -> str | None:
    """Return the unit that stands behind the number, the first time or later."""
    for match in _COUNTED.finditer(block.flat):
        group = "unit" if match["number"] else "piece"
        if match[group] and Decimal(re.sub(r"[.,]", "", match["number"] or match["pieces"])) == number:
            return block.text[slice(*match.span(group))]
    return None


def _price(block: Piece, number: Decimal, decimal_mark: str | None) -> tuple[Decimal, str | None] | None:
    """Return the price of one that a line of a block says by its words, or whose product with the number it says."""
    position = 0
    for line in block.flat.split("\n"):
        piece = block.part(position, position + len(line))
        position += len(line) + 1
        if not any(map(str.isdigit, line)):
            continue
        told = price_of_one(piece, decimal_mark)
        if told is not None:
            return told
        amounts = find_amounts(piece.text, decimal_mark=decimal_mark)
        sums = {one.amount for one in amounts}
        proved = [
            one for one in amounts if number > 1 and one.amount > 0 and one.amount * number in sums and not one.bare
        ]
        if proved:
            return proved[0].amount, proved[0].currency
    return None


def _celled(notice: Notice, sheet: Sheet) -> list[Goods]:
    """Return the goods of lines in cells without a head: "Poste 1 | Body camera | 80 pièces | 612,00 EUR".

    The last cell is the price of one where all lines add up to a sum that the page prints.
    """
    found: list[Goods] = []
    prices: list[tuple[Decimal, str | None]] = []
    for line in map(Piece.stripped, _lines(sheet)):
        row = _ROW.fullmatch(line.flat) if "|" in line.flat else None
        if row is None:
            continue
        name = line.part(*row.span("name")).stripped()
        if has_company(name.text):
            return []
        name, brand, model = apart(name)
        unit = line.text[slice(*row.span("unit"))]
        number = Decimal(re.sub(r"[ .,]", "", row["number"]))
        amounts = find_amounts(line.text[slice(*row.span("price"))], decimal_mark=notice.decimal_mark)
        prices += [(one.amount, one.currency) for one in amounts[:1]]
        found.append(Goods(name=name, quantity=number, unit=unit, brand=brand, model=model))
    whole = sum((one.quantity * price[0] for one, price in zip(found, prices, strict=False)), Decimal(0))
    if len(prices) != len(found) or len(found) < _FEWEST:
        return found if len(found) >= _FEWEST else []
    printed = {one.amount for one in find_amounts(sheet.page.text[:_LONGEST_PAGE], decimal_mark=notice.decimal_mark)}
    if whole not in printed:
        return found
    return [replace(one, unit_price=price[0], currency=price[1]) for one, price in zip(found, prices, strict=True)]


def _bracketed(notice: Notice, sheet: Sheet) -> list[Goods]:
    """Return the goods that brackets behind the numbers of items count: "Ítems 1 y 2 (40 domos PTZ): a la firma …"."""
    if notice.stage not in SETTLED:
        return []
    flat = sheet.flat[:_LONGEST_PAGE]
    pieces = [Piece(sheet=sheet, start=one.start("goods"), end=one.end("goods")) for one in _BRACKET.finditer(flat)]
    read = [_read(piece, notice.decimal_mark) for piece in pieces[:_MOST]]
    goods = [one for one in read if one is not None]
    return goods if len(goods) == len(read) >= _FEWEST else []
