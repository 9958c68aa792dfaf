"""The one thing that a paper is about: its subject names it, and its number, price and make are told elsewhere.

"Title: Purchase of breath analysers" above a table of bidders with "Rate per unit" and "Qty"; "Кількість: 12 шт."
far below "Предмет закупівлі: …"; "Fourniture de sel" with "Quantité : 5 000 tonnes". Read only where no list names any
goods, where one thing and one number are told and no lots.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from tenderlight.facts.goods.counted import NO_GOODS
from tenderlight.facts.goods.makes import told_by_labels
from tenderlight.facts.goods.named import with_makes
from tenderlight.facts.goods.of_labels import Numbers, item_of, make_and_model, numbers_of, paid_price
from tenderlight.facts.goods.of_others import names_no_make, speaks_of_others, told_make, told_model
from tenderlight.facts.goods.slots import can_name, read_goods
from tenderlight.facts.goods.words import TIME, UNIT
from tenderlight.facts.names.western import has_company
from tenderlight.facts.pages.document import SETTLED, Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.model.statement import Stage, Statement, StatementKind
from tenderlight.model.values import LineItemValue, SupplierValue

_STAGES = SETTLED | {Stage.TENDER, Stage.PLAN, Stage.CANDIDATE}
_PAGES, _LONGEST_PAGE = 2, 8_000
_MOST_ROWS = 40
_ACT = re.compile(
    r"(?:(?:the )?(?:supply|delivery|procurement|purchase|acquisition|provision|buying)(?:(?: and|,|"
    r" &) [a-z]{4,14}){0,2} "
    r"of (?:the )?|"
    r"(?:suministro|adquisici[oó]n|compra|provisi[oó]n|contratación del suministro)(?: (?:e|"
    r"y) \w{4,14})? de (?:los |las )?|"
    r"(?:fornecimento|aquisi[cç][aã]o|compra)(?: e \w{4,14})? d(?:e|os?|as?) |"
    r"(?:fourniture|acquisition|achat|livraison)s?(?: et (?:de |la )?\w{4,14})? (?:de (?:la )?|du |des |d['’])|"
    r"(?:lieferung|beschaffung|kauf|anschaffung)(?: und \w{4,14})? (?:von |der |des )|"
    r"(?:fornitura|acquisto|acquisizione) (?:di |d['’]|del |della |dei |delle )|"
    r"(?:dostawa|zakup)(?: i \w{4,14})? |"
    r"(?:поставка|закупка|приобретение|покупка|закупівля|постачання|придбання)(?: (?:та|и|і) \w{4,14})? )"
)
"""What is done with the goods, before their name in a subject."""
_ACTED = re.compile(rf"(?:^|\n|[:–—-]\s)\s{{0,4}}{_ACT.pattern}(?P<name>[^\n|;:]{{3,90}})")
_CATEGORY = re.compile(r"(?:^|\n)\s{0,4}(?:item|goods|product) (?:category|name|title)\s?: (?P<name>[^\n|;:]{3,90})")
_ENDS = re.compile(
    r"\s(?:for|para|pour|для|für|per|dla|as and when|as per|destin\w+|under)\s|\s{2,}|\s[–—-]\s|\.\s|\.?$|"
    r"\s\((?:category|категор|categor)"
)
"""What ends the name of goods in a subject: for whom, another column, another sentence."""
_SEVERAL = re.compile(r"\s(?:and|y|e|et|и|та|і|й|und|oraz|ed|or|other|otros|outros|autres)\s|[,;/&+]")
"""What joins two things, whose one number would be told of neither."""
_NO_THING = re.compile(
    r"(?<!\w)(?:servi[cçz]|maint|manten|manuten|repair|repar|constru|rehabil|works?(?!\w)|obras?(?!\w)|travaux|"
    r"lease|leasing|rental|hire|hiring|alquiler|arriend|arrend|locaç|location|loca[cç]|аренд|оренд|consult|"
    r"train|formaç|"
    r"formation|formaci|capacit|seguro|assur|insur|ремонт|обслуг|обслуж|услуг|послуг|будівн|строит|реконстр|"
    r"робіт|робот|работ|wartung|miete|noleggio|manutenz|najem|usług|framework|panel|goods|bienes|bens|"
    r"fournitures|товар|equipment|equipos|equipamentos|matériel|materiales?|materials?|supplies|various|divers)"
)
"""Works and services, of which a number counts something else, and words for goods of many kinds."""
_HANDED = re.compile(
    r"(?<!\w)(?:purchase|procurement|supply|contract|tender|project|programme|проект|закупівля|закупка)$"
)
_MADE = re.compile(
    r"(?<!\w)(?:make|brand|marca|marque|marke|marka|hersteller|fabrikat|марка|тм|бренд|производитель|виробник)"
    r"\s?[:=–—-]\s?[\"«“„]?(?P<brand>[^\s,;:()\"«»“”„][^,;:()\n\"«»“”„]{1,24}?)[\"»”]?\s?[,;/–—-]\s?(?:y |e |"
    r"et |and |и |та )?"
    r"(?:model|modelo|modèle|modell|modello|модель)\s?[:=–—-]\s?[\"«“„]?(?P<model>[^\s,;:()|\"«»“”„][^,;:()|"
    r"\n\"«»“”„]{1,30}?)"
    r"(?=[\"»”]|\s?[,;.|(\n]|\s{2}|$)(?![\"»”,\s]{0,3}(?:or|o|ou|или|або|oder)\s(?:an? )?(?:equi|équi|similar|"
    r"экв|екв|аналог|gleichw))"
)
"""A make and behind it its model, each behind a word for it and a sign."""
_ALL_MADE = re.compile(
    r"(?P<brand>[A-ZÀ-ÞА-ЯЁІЇЄҐ][^\W\d_]{1,19}(?:-[A-Z][^\W\d_]{1,12})?) (?=.*\d)(?P<model>[A-ZÀ-ÞА-ЯЁ\d][\w./+-]{0,19}"
    r"(?: [A-ZÀ-ÞА-ЯЁ\d][\w./+-]{0,15}){0,3})"
)
"""Make and model and no other word: each has a capital or figures, and one has figures."""
_LUMPS = frozenset({"job", "jobs", "lot", "set", "item", "service", "psch", "комплекс"})
"""What a subject as a whole is counted by, which says of no thing how many there are."""
_COUNTS_NO_GOODS = re.compile(
    rf"(?!items?\b){NO_GOODS.pattern}|(?<!\w)(?:{TIME}|employees?|workers?|pupils?|students?|users?|patients?|households?|"
    r"beneficiar\w+|participants?|trainees?|emplead\w+|trabajador\w+|alumn\w+|usuari\w+|funcionári\w+|alunos?|"
    r"employés?|élèves?|utilisateurs?|mitarbeiter\w*|schüler\w*|dipendenti|alunni|"
    r"сотрудник\w*|работник\w*|чел|чол|учащ\w+|учн\w+|працівник\w*|смен\w*)(?!\w)"
)
"""What a number beside a label counts that is no goods: people, time, places."""
_FEWEST_LETTERS = 4
_COUNT_FIRST = re.compile(
    rf"(?P<number>\d{{1,6}})\s(?:\([^()\d]{{3,40}}\)\s)?(?:(?P<unit>{UNIT})(?!\w)\.?\s(?:of |de |"
    rf"d['’])?)?(?=[^\W\d_]{{3}}|\d[x×]\d\s)"
)


def with_only_thing(notice: Notice, statements: Sequence[Statement], found: list[Statement]) -> list[Statement]:
    """Return the goods found, or the one thing that the subject names and something else counts where none are.

    Args:
        notice: The document.
        statements: What else it states; suppliers tell which row of a table of bidders counts.
        found: The goods that lists and sentences name.
    """
    if notice.language == "zh" or notice.stage not in _STAGES or found:
        return found
    if len({entry.lot for entry in notice.entries if entry.lot is not None}) > 1:
        return found
    thing = _thing(notice, statements)
    return with_makes([thing], notice.language) if thing is not None else found


def with_only_make(notice: Notice, statements: Sequence[Statement], found: list[Statement]) -> list[Statement]:
    """Return the only thing found with the make and model that the paper says once, if its own line says neither.

    Where the sentence that counts and prices it says no more than make and model, the subject says what it is.
    """
    value = found[0].value if len(found) == 1 else None
    if notice.language == "zh" or notice.stage not in SETTLED or not isinstance(value, LineItemValue):
        return found
    named = _named_by_subject(notice, value)
    if named is not None:
        return [replace(found[0], value=named)]
    labels = _only(notice, statements)
    value = _with_price(notice, value, labels)
    if value.brand is None and value.model is None:
        ways = (make_and_model(labels), _told_of_winner(notice, statements), _told_in_text(notice, statements))
        brand, model = next((one for one in ways if any(one)), (None, None))
        value = replace(value, brand=brand or None, model=model or None)
    return [replace(found[0], value=value)]


def _with_price(notice: Notice, value: LineItemValue, labels: dict[Meaning, Entry]) -> LineItemValue:
    """Return goods with the price of one in the row of the winner, if the sum beside it proves it."""
    if value.unit_price is not None or value.quantity is None:
        return value
    numbers = numbers_of(labels, notice.decimal_mark)
    each = _paid(notice, numbers, value.quantity) if numbers.total is not None else None
    return replace(value, unit_price=each, currency=value.currency or numbers.currency) if each is not None else value


def _named_by_subject(notice: Notice, value: LineItemValue) -> LineItemValue | None:
    """Return goods that are called by make and model alone with the name that the subject gives them; None if not so.

    "Supply of 28 patrol vehicles" … "28 x Toyota Hilux GD-6 at USD 38,000 each"; the subject may not count others.
    """
    written = " ".join(filter(None, (value.name, value.brand, value.model)))
    made = _ALL_MADE.fullmatch(written)
    if made is None:
        return None
    names = {name.flat: (name, number) for name, number, _unit in _names(notice)}
    if len(names) != 1:
        return None
    name, number = next(iter(names.values()))
    words = set(written.lower().split())
    if (number is not None and number != value.quantity) or words & set(name.flat.split()):
        return None
    return replace(value, name=" ".join(name.text.split()), brand=made["brand"], model=made["model"])


def _told_in_text(notice: Notice, statements: Sequence[Statement]) -> tuple[str | None, str | None]:
    """Return the one make with its model that words of the paper call so: "марка — X, модель — Y"."""
    names = _suppliers(statements)
    told = set()
    for sheet in notice.sheets[:_PAGES]:
        for one in _MADE.finditer(sheet.flat, 0, _LONGEST_PAGE):
            if speaks_of_others(sheet, one.start(), one.end(), names):
                continue
            brand = sheet.page.text[slice(*one.span("brand"))].strip()
            model = sheet.page.text[slice(*one.span("model"))].strip()
            told.add((told_make(brand), told_model(model)))
    brand, model = told.pop() if len(told) == 1 else ("", "")
    return (brand, model or None) if brand else (None, None)


def _thing(notice: Notice, statements: Sequence[Statement]) -> Statement | None:
    """Return the statement of the one thing that is named and counted; None if none or several are."""
    names = {name.flat: (name, number, unit) for name, number, unit in _names(notice)}
    if len(names) != 1:
        return None
    name, number, unit = next(iter(names.values()))
    labels = _only(notice, statements)
    numbers = numbers_of(labels, notice.decimal_mark)
    if number is None:
        number, unit = numbers.quantity, numbers.unit
    if not number or (number == 1 and unit is not None and unit.lower() in _LUMPS):
        return None
    ways = (make_and_model(labels), _told_of_winner(notice, statements))
    brand, model = next((one for one in ways if any(one)), (None, None))
    told = replace(numbers, quantity=number, unit=unit, unit_price=_paid(notice, numbers, number), total=None)
    item = item_of(" ".join(name.text.split()), told, brand=brand, model=model)
    return notice.statement(StatementKind.LINE_ITEM, item, [name])


def _paid(notice: Notice, numbers: Numbers, number: Decimal) -> Decimal | None:
    """Return the price of one, in papers that settle it, unless the sum beside it says otherwise."""
    each, whole = numbers.unit_price, numbers.total
    if each is None or notice.stage not in SETTLED or (whole is not None and number * each != whole):
        return None
    return each


def _names(notice: Notice) -> Iterator[tuple[Piece, Decimal | None, str | None]]:
    """Yield what subjects name, each with its number and unit if it says them: labels of goods before titles."""
    labelled = [entry.value for entry in notice.of(Meaning.ITEM_NAME) if entry.row is None]
    for values in (labelled, list(_written(notice, _CATEGORY)), _titles(notice), list(_written(notice, _ACTED))):
        named = [one for value in values if (one := _named(value, notice.decimal_mark)) is not None]
        if named:
            yield from named
            return


def _titles(notice: Notice) -> list[Piece]:
    return [entry.value for entry in notice.of(Meaning.TITLE) if entry.row is None]


def _written(notice: Notice, pattern: re.Pattern[str]) -> Iterator[Piece]:
    for sheet in notice.sheets[:_PAGES]:
        for match in pattern.finditer(sheet.flat, 0, _LONGEST_PAGE):
            yield Piece(sheet=sheet, start=match.start("name"), end=match.end("name"))


def _named(value: Piece, decimal_mark: str | None) -> tuple[Piece, Decimal | None, str | None] | None:
    """Return the name of one thing in a subject, with its number and unit if they stand there; else None."""
    act = _ACT.match(value.flat)
    rest = value.part(act.end() if act is not None else 0, len(value.flat))
    end = _ENDS.search(rest.flat)
    rest = rest.part(0, end.start() if end is not None else len(rest.flat)).stripped(' \t.,;«»"“”')
    goods = read_goods(rest, decimal_mark) if any(map(str.isdigit, rest.flat)) else None
    first = _COUNT_FIRST.match(rest.flat) if goods is None else None
    name = goods.name if goods is not None else rest.part(first.end() if first is not None else 0, len(rest.flat))
    if sum(map(str.isalpha, name.flat)) < _FEWEST_LETTERS or _SEVERAL.search(name.flat) or _HANDED.search(name.flat):
        return None
    if _NO_THING.search(name.flat) or NO_GOODS.search(name.flat) or has_company(name.text) or not can_name(name):
        return None
    if first is not None:
        unit = rest.text[slice(*first.span("unit"))] if first["unit"] else None
        return name, Decimal(first["number"]), unit
    return (name, goods.quantity, goods.unit) if goods is not None else (name, None, None)


def _only(notice: Notice, statements: Sequence[Statement]) -> dict[Meaning, Entry]:
    """Return what labels say of goods once in the paper, with what the row of the winner says.

    No number of people, days or places is how many there are, and no make of another firm or of other goods is theirs.
    """
    row, names = _winning_row(notice, statements), _suppliers(statements)
    found: dict[Meaning, Entry] = {}
    for meaning in (Meaning.ITEM_QUANTITY, Meaning.ITEM_UNIT, Meaning.ITEM_BRAND, Meaning.ITEM_MODEL):
        told = [entry for entry in notice.of(meaning) if entry.row is None]
        told = told or ([*notice.of(meaning)] if meaning is Meaning.ITEM_QUANTITY else [])
        if len({entry.value.flat for entry in told}) == 1 and not _is_of_others(told, meaning, names):
            found[meaning] = told[0]
    prices = [entry for entry in notice.of(Meaning.UNIT_PRICE) if entry.row is None]
    paid = paid_price(prices) if len(prices) == 1 else None
    found |= {Meaning.UNIT_PRICE: paid} if paid is not None else {}
    kept = (*found, Meaning.PARTY, Meaning.SUPPLIER)
    of_row = {entry.meaning: entry for entry in reversed(row) if entry.meaning not in kept}
    return found | of_row


def _is_of_others(told: Sequence[Entry], meaning: Meaning, names: set[str]) -> bool:
    """Say whether what a label says counts no goods, or is the make or model of other goods than those bought."""
    if meaning in {Meaning.ITEM_QUANTITY, Meaning.ITEM_UNIT}:
        return any(_COUNTS_NO_GOODS.search(one.value.flat) for one in told)
    values = [one.value for one in told]
    return any(speaks_of_others(value.sheet, value.start, value.start, names) for value in values)


def _winning_row(notice: Notice, statements: Sequence[Statement]) -> list[Entry]:
    """Return the row of the one winner in a table of bidders; [] if none or several won, or nobody has yet."""
    if notice.stage not in SETTLED:
        return []
    names = _suppliers(statements)
    bids = [entry for entry in notice.of(Meaning.PARTY, Meaning.SUPPLIER) if entry.row is not None][:_MOST_ROWS]
    won = [one for one in bids if one.meaning is Meaning.SUPPLIER or any(_is_called(one, name) for name in names)]
    rows = {one.row for one in won}
    if not names and len({one.row for one in bids}) == 1:
        won, rows = bids, {bids[0].row}
    return notice.row_of(won[0]) if len(rows) == 1 else []


def _suppliers(statements: Sequence[Statement]) -> set[str]:
    return {one.value.name for one in statements if isinstance(one.value, SupplierValue)}


def _is_called(entry: Entry, name: str) -> bool:
    return name in entry.value.text or entry.value.text in name


def _told_of_winner(notice: Notice, statements: Sequence[Statement]) -> tuple[str | None, str | None]:
    """Return the make and model that the one line in cells says in which the only winner stands."""
    names = _suppliers(statements)
    if len(names) != 1 or notice.stage not in SETTLED:
        return None, None
    name = next(iter(names))
    for sheet in notice.sheets[:_PAGES]:
        text = sheet.page.text[:_LONGEST_PAGE]
        at = text.find(name)
        while at >= 0:
            end = text.find("\n", at)
            end = end if end >= 0 else len(text)
            cells = text[at + len(name) : end].split("|")[1:]
            told = [one for one in map(told_by_labels, cells) if any(one)]
            if len(told) == 1 and not names_no_make(told[0][0] or "") and not speaks_of_others(sheet, at, at, names):
                return told[0]
            at = text.find(name, at + len(name))
    return None, None
