"""What one entry of a list of goods says, in languages written with spaces: "6 lamps (model WD-33) at USD 4,100 each".

Number, unit, make, model and price are taken out, each by its own words; what is left has to be one run of words, and
that is the name. An entry in which anything else is left over is no entry of goods.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tenderlight.facts.goods.makes import apart
from tenderlight.facts.goods.subjects import SUBJECT
from tenderlight.facts.goods.words import (
    ALL_BEFORE,
    BRAND,
    COUNT,
    EACH_BEFORE,
    EACH_BEHIND,
    MADE,
    MODEL,
    NO_CODE,
    OF_MONEY,
    TAX,
    UNIT,
)
from tenderlight.facts.names.western import has_company
from tenderlight.facts.pages.layout import Piece
from tenderlight.languages.found_amount import FoundAmount
from tenderlight.languages.money import find_amounts, read_number

_LONGEST = 260
_LONGEST_NAME = 80
_MOST_WORDS = 10
_MOST_QUANTITY = 1_000_000
_OF = re.compile(r"(?<!\w)(?:(?:por|con|at|à|a|ao|al|au) )?(?:(?:un|el|the|a) )?$")
_EDGES = " \t\n,;:.()|/–—=-"
_HARD = re.compile(r"\s?[|;\t\n]\s?|\s[/–—-]\s|[ \u2002\u3000]{2,20}|\s?[()]\s?")
"""Signs that set the cells of a line apart, whatever they hold."""
_CELL_ENDS = re.compile(r"[|;\t\n]|\s[/–—-](?=\s)|[ \u2002\u3000]{2,20}")
_DIGIT = re.compile(r"\d")
_SOFT = re.compile(r",\s(?=[^,]{2,40}$)")
"""A comma sets apart or belongs to the name: what stands behind the last one tells."""
_CELL_BEFORE = re.compile(r"(?:[|;,\t/(]|\s[–—-]|\s{2})\s?$")
_CELL_BEHIND = re.compile(r"\s?(?:[|;,\t/)]|\s[–—-]\s|\s{2}|\.?$)")
_PRICE_LEFT = re.compile(r"(?<!\w)(?:at|à|a|por|по|zu je|je|@)\s\S{0,4}\s?\d[\d .,]*\d")
"""What is left in a name of a price that was not understood."""
_LONG_NUMBER = re.compile(r"(?<![^\W_])(?<![^\W_]-)\d{4,}")
_INSIDE_CODE = re.compile(r"[^\W_]-?$")
"""Before figures that are part of the code of a model, and no money."""
_GOES_ON = re.compile(
    r"\s(?:[A-Z][\w-]{0,9}\s\d[\d.]{0,4}(?<!\.)(?=\s?,)|[A-Z\d][\w-]{0,9}|pro|plus|lite|mini|max)"
    r"(?=\s?(?:[,;)|\t]| {2}|$|\s[–—/-]\s|(?:a|à|at|por|zu je|je|po|по)\s\S{0,4}\s?\d))"
)
"""The second word of a model: BW-3 Lite."""
_UNIT_ALONE = re.compile(rf"\s(?:{UNIT})", re.IGNORECASE)
_NO_THING = re.compile(
    r"мест[оа]|місце|place|rank|ranking|puesto|lugar|posto|rang|platz|posto|miejsce|"
    r"(?:количеств|кількіст|quantit|cantidad|menge|ilość|qty|anzahl)[^:]{0,40}"
)
"""Words for ranks and for how many, which name no goods."""
_SIZES_BEHIND = re.compile(
    r",\s[^,]{0,30}(?<!\w)\d{1,4}\s?[x×]\s?\d{1,4}(?:\s?[x×]\s?\d{1,4})?\s?(?:cm|mm|m|см|мм|м)?$"
)
"""How large a thing is, behind its name and a comma."""
_UNIT_NAMED = re.compile(rf"(?:{UNIT}|forfait|lump sum|lot|global)\.?")
"""A word for what is counted, which names no goods."""
_LUMP = re.compile(r"[,;|\t]\s?(?P<unit>lot|lump sum|l\.?s\.?|job|global|gl|forfait|glb)\s?(?=[,;|\t])")
"""One of a thing that is not counted."""
_CODE_SIGNS = r"(?=[^\s]{0,24}\d)(?=[^\s]{0,24}[A-ZА-ЯЁІЇ])[A-ZА-ЯЁІЇ0-9][\w.+/-]{1,24}"
_CODE_ALONE = re.compile(_CODE_SIGNS)
_MAKE_AND_CODE = re.compile(
    rf"[\"«“„]?(?P<brand>[A-ZА-ЯЁІЇЄҐ][^\W\d_]{{1,19}}(?:[ -][A-ZА-ЯЁ][^\W\d_]{{1,19}})?)[\"»”]?[ /]"
    rf"(?P<model>{_CODE_SIGNS})"
)
_MAKE_ALONE = re.compile(r"[A-ZА-ЯЁІЇЄҐ][^\W\d_]{1,19}")
_BY = re.compile(r"[Bb]y |[Пп]р-ва ")
_QUOTED = re.compile(rf"(?:тм |ТМ )?[\"«“„](?P<brand>[^\"«»“”„]{{2,24}})[\"»”](?:\s(?P<model>{_CODE_SIGNS}))?")
_SHORTEST_CODE = 2
_JOINT_ALONE = re.compile(r"(?:and|y|e|et|и|та|of|de|at|por|con|with|for|a|à|по|за|un|el|the|by)")
_NOISE = re.compile(r"[\s,;:.()|/–—=-]+")
_JOINT = re.compile(r"(?:^|\s)(?:and|y|e|et|и|та|of|de|at|por|con|with|for|a|à|по|за)$")
_ENUMERATOR = re.compile(
    r"\s{0,4}(?:[-•*·–—]\s{1,3})?(?:[(]?\d{1,3}[.)]\s{1,3}|(?:items?|l[ií]nea|line|[ií]tem|pos|posten|art[íi]c(?:ulo|"
    r"le|olo)|artigo|poz|"
    r"renglón|partida|ligne|поз|lote?|lotto|los|лот)"
    r"\.?\s?(?:n[°ºo.]{0,2}|№)?\s?\d{1,4}\s?[:.)–—-]\s?)?(?:n\.\s(?=\d))?"
)
_SENTENCE = re.compile(
    r"(?<!\w)(?:is|was|were|are|has|have|had|been|will|shall|must|should|the|this|that|which|es|fue|fueron|será|"
    r"este|esta|según|"
    r"foi|foram|serão|est|sont|sera|ont|было|была|были|должен|ist|wurde|days?|months?|years?|días|meses|años|"
    r"dias|anos|jours|"
    r"mois|ans|дней|месяц\w*|лет|points?|puntos|percent|pages?|bids?|offers?|tenders?|ofertas|offres|заяв\w+|"
    r"пропозиц\w+|"
    r"article|clause|cláusula|статья|пункт|total|subtotal|итого|всего|разом|vat|iva)(?!\w)"
)


DURATION = re.compile(
    r",\s?\d{1,2}[ -](?:months?|years?|meses|años?|anos?|mois|ans?|jahre?|monate|mesi|anni|miesięcy|месяц\w*|мес|"
    r"год\w*|лет|рок\w*|місяц\w*)(?!\w)"
)
"""For how long a licence is, behind a comma: part of the name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goods:
    """One entry of a list of goods."""

    name: Piece
    quantity: Decimal
    unit: str | None = None
    brand: str | None = None
    model: str | None = None
    unit_price: Decimal | None = None
    total: Decimal | None = None
    currency: str | None = None


def read_goods(entry: Piece, decimal_mark: str | None) -> Goods | None:
    """Return what an entry says of goods, or None if it says anything else or does not count them."""
    lead = _ENUMERATOR.match(entry.flat)
    piece = entry.part(lead.end() if lead else 0, len(entry.flat)).stripped(" \t.;,")
    subject = SUBJECT.match(piece.flat)
    piece = piece.part(subject.end() if subject else 0, len(piece.flat))
    flat = piece.flat
    if not 3 <= len(flat) <= _LONGEST or not (COUNT.search(flat) or _LUMP.search(flat)):
        return None
    taken: list[tuple[int, int]] = []
    prices = list(_prices(piece, decimal_mark, taken))
    brand, model = _made(piece, taken)
    model = model or _taken(piece, MODEL, "model", taken)
    brand = brand or _taken(piece, BRAND, "brand", taken)
    counted = _counted(piece, taken)
    if counted is None:
        return None
    quantity, unit = counted
    taken += [match.span() for match in TAX.finditer(flat)]
    named = told_apart(_runs(piece, taken), has_model=model is not None)
    money = _settled(prices, quantity)
    if named is None or money is None:
        return None
    name, brand, model = named.name, brand or named.brand, model or named.model
    sizes = _SIZES_BEHIND.search(name.flat)
    name = name.part(0, sizes.start()) if sizes is not None else name
    if model is None:
        name, brand, model = apart(name, brand)
    if not can_name(name):
        return None
    return Goods(
        name=name,
        quantity=quantity,
        unit=unit,
        brand=brand,
        model=model,
        unit_price=money[0],
        total=money[1],
        currency=next((price[2] for price in prices), None),
    )


def _settled(
    prices: Sequence[tuple[str, Decimal, str | None]], quantity: Decimal
) -> tuple[Decimal | None, Decimal | None] | None:
    """Return the price of one and of all, or None if the sums of an entry do not agree or are not told apart."""
    each = {amount for kind, amount, _currency in prices if kind == "each"}
    whole = {amount for kind, amount, _currency in prices if kind == "all"}
    others = [amount for kind, amount, _currency in prices if kind in {"other", "bare"}]
    if len(each) > 1 or len(whole) > 1 or len(others) + len(each) + len(whole) > 2:
        return None
    if len(others) == 2:
        return (others[0], others[1]) if others[0] * quantity == others[1] else None
    one, all_of_them = next(iter(each), None), next(iter(whole), None)
    if others and one is None and (all_of_them is not None or quantity == 1):
        one = others[0]
    elif others and one is not None:
        all_of_them = others[0]
    elif others:
        return None
    if one is not None and all_of_them is not None and one * quantity != all_of_them:
        return None
    return (all_of_them if one is None and quantity == 1 else one), all_of_them


def price_of_one(piece: Piece, decimal_mark: str | None) -> tuple[Decimal, str | None] | None:
    """Return the one price in a text that words beside it call that of one piece, with its currency; or None."""
    each = {(amount, currency) for kind, amount, currency in _prices(piece, decimal_mark, []) if kind == "each"}
    return each.pop() if len(each) == 1 else None


def _prices(
    piece: Piece, decimal_mark: str | None, taken: list[tuple[int, int]]
) -> Iterator[tuple[str, Decimal, str | None]]:
    """Yield the prices of an entry, each with whether it is of one or of all; take their words."""
    flat = piece.flat
    for amount in _amounts(piece, decimal_mark):
        before, behind = flat[: amount.start], EACH_BEHIND.match(flat, amount.end)
        each, whole = EACH_BEFORE.search(before), ALL_BEFORE.search(before)
        if amount.in_words:
            continue
        if amount.bare and each is None and whole is None:
            if _is_cell(flat, amount.start, amount.end):
                taken.append((amount.start, amount.end))
                yield "bare", amount.amount, None
            continue
        start = amount.start
        if whole is not None and behind is None:
            start = whole.start()
        elif each is not None:
            start = each.start()
        elif behind is None and not amount.per_unit:
            taken.append((amount.start, amount.end + 2 * flat.startswith("/-", amount.end)))
            yield "other", amount.amount, amount.currency
            continue
        of = _OF.search(flat[:start])
        end = behind.end() if behind else amount.end + 2 * flat.startswith("/-", amount.end)
        taken.append((of.start() if of else start, end))
        yield "all" if whole is not None and behind is None else "each", amount.amount, amount.currency


def _amounts(piece: Piece, decimal_mark: str | None) -> Iterator[FoundAmount]:
    """Yield the amounts of an entry; none reaches from one cell into the next ("qty 46 | £290")."""
    cut = 0
    for stop in (*_CELL_ENDS.finditer(piece.flat), None):
        text = piece.text[cut : stop.start() if stop else len(piece.text)]
        if _DIGIT.search(text):
            for amount in find_amounts(text, decimal_mark=decimal_mark):
                if _INSIDE_CODE.search(text[: amount.start]) or text[amount.end : amount.end + 1].isalpha():
                    continue
                yield replace(amount, start=amount.start + cut, end=amount.end + cut)
        cut = stop.end() if stop else cut


def _made(piece: Piece, taken: list[tuple[int, int]]) -> tuple[str | None, str | None]:
    """Return make and code that stand behind a word for models; take their words. Both are the model behind a make."""
    for match in MADE.finditer(piece.flat):
        if piece.text[match.start("brand")].isupper() and not _meets(match.span(), taken):
            taken.append(match.span())
            if BRAND.search(piece.flat, 0, match.start()):
                return None, piece.text[match.start("brand") : match.end("model")]
            return piece.text[slice(*match.span("brand"))], piece.text[slice(*match.span("model"))]
    return None, None


def _taken(piece: Piece, pattern: re.Pattern[str], group: str, taken: list[tuple[int, int]]) -> str | None:
    for match in pattern.finditer(piece.flat):
        if not _meets(match.span(), taken):
            more = (
                _GOES_ON.match(piece.text, match.end())
                if group == "model" and match.end() == match.end(group)
                else None
            )
            end = more.end() if more is not None and not _UNIT_ALONE.fullmatch(more[0]) else match.end(group)
            taken.append((match.start(), max(end, match.end())))
            return piece.text[match.start(group) : end]
    return None


def _meets(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in taken)


def _counted(piece: Piece, taken: list[tuple[int, int]]) -> tuple[Decimal, str | None] | None:
    """Return the one number of pieces in an entry with its unit, or None; take its words."""
    found = [
        match
        for match in COUNT.finditer(piece.flat)
        if not (_meets(match.span(), taken) or piece.text.startswith("X", match.start()))
    ]
    lump = [match for match in _LUMP.finditer(piece.flat) if not found and not _meets(match.span(), taken)]
    if len(lump) == 1:
        taken.append(lump[0].span("unit"))
        return Decimal(1), piece.text[slice(*lump[0].span("unit"))]
    if len(found) > 1 and (told := [match for match in found if match["told"]]):
        found = told
    if len(found) > 1:  # "UFED 4PC - 3 Nos": what is glued to its unit is part of a name
        found = [match for match in found if not (match["unit"] and match[0].strip(" .").isalnum())]
    if len(found) != 1:
        return None
    match = found[0]
    group = next(name for name in ("told", "times", "counted", "inside", "first", "article") if match[name])
    number = (
        Decimal(1)
        if group == "article"
        else read_number(re.sub(r"[ .,](?=\d{3}(?!\d))", "", match[group]), decimal_mark=".")
    )
    if number is None or not 0 < number <= _MOST_QUANTITY:
        return None
    unit = {"told": "toldunit", "times": "timesunit", "counted": "unit", "inside": "insideunit"}.get(group)
    written = piece.text[slice(*match.span(unit))] if unit and match[unit] else None
    taken.append(match.span())
    return number, written


def _is_cell(flat: str, start: int, end: int) -> bool:
    """Say whether a figure of at least three digits stands alone between signs that set cells apart."""
    if flat[:start].endswith("(") and flat.startswith(")", end):  # "one hundred (100) metres"
        return False
    is_long = sum(sign.isdigit() for sign in flat[start:end]) > _SHORTEST_CODE
    return is_long and _CELL_BEFORE.search(flat[:start]) is not None and _CELL_BEHIND.match(flat, end) is not None


def _runs(piece: Piece, taken: Sequence[tuple[int, int]]) -> list[Piece]:
    """Return the runs of words that are left, taken apart where signs set cells apart."""
    position, runs = 0, []
    for start, end in [*sorted(taken), (len(piece.flat), len(piece.flat))]:
        run = piece.part(position, max(position, start))
        cut = 0
        for stop in (*_HARD.finditer(run.flat), None):
            part = run.part(cut, stop.start() if stop else len(run.flat)).stripped(_EDGES)
            joint = _JOINT.search(part.flat)
            part = part.part(0, joint.start() if joint else len(part.flat)).stripped(_EDGES)
            if part.end > part.start and not _NOISE.fullmatch(part.flat) and not _JOINT_ALONE.fullmatch(part.flat):
                runs.append(part)
            cut = stop.end() if stop else cut
        position = max(position, end)
    return runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What the words of an entry name."""

    name: Piece
    brand: str | None = None
    model: str | None = None


def told_apart(runs: Sequence[Piece], *, has_model: bool) -> Named | None:
    """Return the name among runs of words, with the make and model that the others are; None if one is neither."""
    runs = [run for run in runs if not has_company(run.text) and not run.flat.isdigit()]
    if not runs:
        return None
    name, others = runs[0], list(runs[1:])
    while not others and (tail := _SOFT.search(name.flat)) is not None:
        behind = name.part(tail.end(), len(name.flat))
        if _make(behind.text, has_model=has_model) is None:
            break
        name, others = name.part(0, tail.start()), [behind]
    brand = model = None
    for run in others:
        told = _make(run.text, has_model=has_model or model is not None)
        if told is None or (told[0] and brand) or (told[1] and (model or has_model)):
            return None
        brand, model = told[0] or brand, told[1] or model
    return Named(name=name, brand=brand, model=model)


def _make(text: str, *, has_model: bool) -> tuple[str | None, str | None] | None:
    """Return the make and model that a run of words is by its look, or None: ORVEX OD-40, "Orvex", OD-40."""
    quoted = _QUOTED.fullmatch(text)
    if quoted is not None:
        return quoted["brand"], quoted["model"]
    both = _MAKE_AND_CODE.fullmatch(text)
    if both is not None and not NO_CODE.match(both["model"]):
        return both["brand"], both["model"]
    if _CODE_ALONE.fullmatch(text) and not NO_CODE.match(text):
        return None, text
    by = _BY.match(text)
    if by is not None and _MAKE_ALONE.fullmatch(text, by.end()):
        return text[by.end() :], None
    return (text, None) if has_model and _MAKE_ALONE.fullmatch(text) else None


def can_name(name: Piece) -> bool:
    """Say whether words may name goods: some letters, no sentence, no company, no long number."""
    letters = sum(sign.isalpha() for sign in name.flat)
    if letters < 3 or len(name.flat) > _LONGEST_NAME or len(name.flat.split()) > _MOST_WORDS or ":" in name.flat:
        return False
    if _NO_THING.fullmatch(name.flat) or OF_MONEY.fullmatch(name.flat):
        return False
    if _PRICE_LEFT.search(name.flat) or _UNIT_NAMED.fullmatch(name.flat):
        return False
    return not (
        _SENTENCE.search(DURATION.sub("", name.flat)) or has_company(name.text) or _LONG_NUMBER.search(name.flat)
    )
