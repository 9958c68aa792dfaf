"""What one entry of a list of goods says, in languages written with spaces: "6 lamps (model WD-33) at USD 4,100 each".

Number, unit, make, model and price are taken out, each by its own words; what is left has to be one run of words, and
that is the name. An entry in which anything else is left over is no entry of goods.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from tenderlight.facts.layout import Piece
from tenderlight.facts.western_names import has_company
from tenderlight.languages.money import find_amounts, read_number

_LONGEST = 260
_LONGEST_NAME = 80
_MOST_WORDS = 10
_MOST_QUANTITY = 1_000_000
UNIT = (
    r"(?:units?|pcs|pieces?|pc|ea|each|nos?|sets?|pairs?|pkg|licen[cs]es?|unidades?|unidad|unids?|uds?|und|un|"
    r"piezas?|pzas?|"
    r"juegos?|kits?|peças|pç|jogos?|metros?|metres?|meters?|mètres?|rollos?|rolos?|cajas?|caixas?|boxes|"
    r"pièces?|unités?|jeux|stück|stk|satz|pezzi|pz|sztuk|szt|kpl|шт|штук[аи]?|компл|комплект(?:ов|а|и|ів)?|ед|"
    r"единиц[аы]?|од|"
    r"одиниць|пар[аы]?|упак|м|قطعة|جهاز|وحدة|دستگاه|عدد)"
)
_NUMBER = r"\d{1,3}(?:[ .,]\d{3}){1,2}(?!\d)|\d{1,6}"
_COUNT = re.compile(
    rf"(?:(?:qty|quantity|cant(?:idad)?|qtd[ea]?|quantidade|qté|quantité|menge|anzahl|quantità|ilość|кол-во|"
    rf"количество|"
    rf"кількість|к-ть)\.?\s?[:=]?\s?)(?P<told>{_NUMBER})(?:\s?(?P<toldunit>{UNIT})(?!\w)\.?)?|"
    rf"(?<![\w.,/-])[x×]\s?(?P<times>{_NUMBER})(?!\w)|"
    rf"(?<![\w.,/-])(?P<counted>{_NUMBER})\s?(?P<unit>{UNIT})(?!\w)\.?(?:\s(?:of|de|d['’]|[x×](?=\s)))?|"
    rf"\(\s?(?P<inside>{_NUMBER})\s?\)|"
    rf"^(?P<first>{_NUMBER})\s(?:[x×]\s)?(?=[^\W\d_])"
)
_EACH_BEFORE = re.compile(
    r"(?:unit (?:price|cost|rate)(?: of)?|price per unit|@|at|precio unitario(?: de)?|valor unit[áa]rio(?: de)?|"
    r"vr\.? unitario|"
    r"preço unitário(?: de)?|prix unitaire(?: de)?|einzelpreis|stückpreis|prezzo unitario|cena jednostkowa|"
    r"по цене|по ціні|"
    r"за ціною|по|цена за (?:ед|единицу|шт|штуку)|ціна за (?:од|одиницю|шт)|цена|ціна|à|a|por|zu je|je|بسعر|"
    r"قیمت واحد)"
    r"\.?(?:\s(?:con|sin|com|sem|incl\.?|excl\.?|ex|ht|ttc|h\.t\.|без|с|з)(?:\s[a-zа-яіїё.]{2,10})?)?\s?:?\s?$"
)
_OF = re.compile(r"(?:(?:por|con|at|à|a) )?(?:un |el |the |a )?$")
_EACH_BEHIND = re.compile(
    r"\s?(?:/-\s?)?(?:each|apiece|per (?:unit|piece|item)|c/u|cada un[ao]|la unidad|l['’](?:unité|une?)|(?:la )?pièce|"
    r"pro stück|"
    rf"za sztukę|за (?:шт|штуку|од|одиницю|ед|единицу)\.?|/\s?{UNIT}\.?)(?!\w)"
)
_ALL_BEFORE = re.compile(
    r"(?:for a total of|(?:line )?total(?:ling)?|amount|subtotal|(?:importe|monto)(?: total)?|"
    r"valor total|prix total|soit|sum|сумма|сума|на сумму|на суму|"
    r"всего|итого|"
    r"стоимость|вартість|=)\s?:?\s?$"
)
MODEL = re.compile(
    r"(?<!\w)(?:models?|modelo|mod\.|modèle|modell|modello|модел[ьи]|type|typ|тип|p/n|ref\.?|référence|"
    r"réf\.?)(?!\w)(?: no\.?| n°)?\s?:?\s?"
    r"(?P<model>[^\W_](?:[\w/.+-]{0,28}[\w+])?)(?!\w)"
)
_BRAND = re.compile(
    r"(?<!\w)(?:brand|make|marca|marque|марк[аи]|торгової марки|fabricante|manufacturer|hersteller)(?!\w)\s?:?\s?"
    r"(?P<brand>[^\s,;()]{2,24})"
)
_CODE_END = re.compile(
    r"(?<=\w)\s(?P<code>(?=[^\s]{0,12}\d)[A-ZА-ЯЁІЇ]{1,6}-?[A-ZА-ЯЁІЇ]{0,4}-[A-ZА-ЯЁІЇ]{0,4}\d[\w/-]{0,14}|"
    r"[A-ZА-ЯЁ]{1,6}-\d{1,6}[A-ZА-ЯЁ]{0,4})$"
)
_NO_CODE = re.compile(r"(?:CAT|IP|USB|DDR|COVID|ISO|GOST|ГОСТ|EN|DIN|RJ|HDMI|WI-?FI|LTE|MIL-STD)-", re.IGNORECASE)
_TAX = re.compile(
    r"\(?(?:incl|excl?|ex|inc|ht|ttc|iva|vat|gst|без ндс|с ндс|з пдв|без пдв|mwst|netto?|brutto)\.?(?: iva|"
    r" vat)?\)?(?!\w)"
)
_NOISE = re.compile(r"[\s,;:.()|–—=-]+")
_JOINT = re.compile(r"(?:^|\s)(?:and|y|e|et|и|та|of|de|at|por|con|with|for|a|à|по|за)$")
_ENUMERATOR = re.compile(
    r"\s{0,4}(?:[-•*·–—]\s{1,3})?(?:[(]?\d{1,3}[.)]\s{1,3}|(?:items?|l[ií]nea|line|[ií]tem|pos|posten|artículo|"
    r"renglón|ligne|поз|lote?|лот)"
    r"\.?\s?(?:n[°ºo.]{0,2}|№)?\s?\d{1,4}\s?[:.)–—-]\s?)"
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
    flat = piece.flat
    if not 3 <= len(flat) <= _LONGEST or not _COUNT.search(flat):
        return None
    taken: list[tuple[int, int]] = []
    prices = list(_prices(piece, decimal_mark, taken))
    model, brand = _taken(piece, MODEL, "model", taken), _taken(piece, _BRAND, "brand", taken)
    counted = _counted(piece, taken)
    if counted is None:
        return None
    quantity, unit = counted
    taken += [match.span() for match in _TAX.finditer(flat)]
    name = _name(piece, taken)
    if name is None:
        return None
    if model is None:
        name, model = split_code(name)
    others = [price for price in prices if price[0] == "other"]
    if others and (quantity != 1 or len(prices) > 1):
        return None
    each = next((price for price in prices if price[0] == "each"), others[0] if others else None)
    whole = next((price for price in prices if price[0] == "all"), None)
    if each and whole and each[1] * quantity != whole[1]:
        return None
    return Goods(
        name=name,
        quantity=quantity,
        unit=unit,
        brand=brand,
        model=model,
        unit_price=each[1] if each else None,
        total=whole[1] if whole else None,
        currency=next((price[2] for price in prices), None),
    )


def price_of_one(piece: Piece, decimal_mark: str | None) -> tuple[Decimal, str | None] | None:
    """Return the one price in a text that words beside it call that of one piece, with its currency; or None."""
    each = {(amount, currency) for kind, amount, currency in _prices(piece, decimal_mark, []) if kind == "each"}
    return each.pop() if len(each) == 1 else None


def split_code(name: Piece) -> tuple[Piece, str | None]:
    """Return a name without the code of a model that it ends with, and the code: "Radio RB-50"."""
    code = _CODE_END.search(name.text)
    if code is None or _NO_CODE.match(code["code"]) or code.start() < 3:
        return name, None
    return name.part(0, code.start()).stripped(" \t,–—-"), code["code"]


def _prices(
    piece: Piece, decimal_mark: str | None, taken: list[tuple[int, int]]
) -> Iterator[tuple[str, Decimal, str | None]]:
    """Yield the prices of an entry, each with whether it is of one or of all; take their words."""
    flat = piece.flat
    for amount in find_amounts(piece.text, decimal_mark=decimal_mark):
        before, behind = flat[: amount.start], _EACH_BEHIND.match(flat, amount.end)
        each, whole = _EACH_BEFORE.search(before), _ALL_BEFORE.search(before)
        if amount.in_words or (amount.bare and each is None and whole is None):
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


def _taken(piece: Piece, pattern: re.Pattern[str], group: str, taken: list[tuple[int, int]]) -> str | None:
    for match in pattern.finditer(piece.flat):
        if not _meets(match.span(), taken):
            taken.append(match.span())
            return piece.text[slice(*match.span(group))]
    return None


def _meets(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in taken)


def _counted(piece: Piece, taken: list[tuple[int, int]]) -> tuple[Decimal, str | None] | None:
    """Return the one number of pieces in an entry with its unit, or None; take its words."""
    found = [match for match in _COUNT.finditer(piece.flat) if not _meets(match.span(), taken)]
    if len(found) != 1:
        return None
    match = found[0]
    group = next(name for name in ("told", "times", "counted", "inside", "first") if match[name])
    number = read_number(re.sub(r"[ .,](?=\d{3}(?!\d))", "", match[group]), decimal_mark=".")
    if number is None or not 0 < number <= _MOST_QUANTITY:
        return None
    unit = {"told": "toldunit", "counted": "unit"}.get(group)
    written = piece.text[slice(*match.span(unit))] if unit and match[unit] else None
    taken.append(match.span())
    return number, written


def _name(piece: Piece, taken: list[tuple[int, int]]) -> Piece | None:
    """Return the one run of words that is left; None if there is none, or more than one."""
    position, runs = 0, []
    for start, end in [*sorted(taken), (len(piece.flat), len(piece.flat))]:
        run = piece.part(position, max(position, start)).stripped(" \t\n,;:.()|–—=-")
        joint = _JOINT.search(run.flat)
        run = run.part(0, joint.start() if joint else len(run.flat)).stripped(" \t\n,;:.()|–—=-")
        if run.end > run.start and not _NOISE.fullmatch(run.flat):
            runs.append(run)
        position = max(position, end)
    if len(runs) != 1:
        return None
    name = runs[0]
    letters = sum(sign.isalpha() for sign in name.flat)
    if letters < 3 or len(name.flat) > _LONGEST_NAME or len(name.flat.split()) > _MOST_WORDS or ":" in name.flat:
        return None
    if _SENTENCE.search(name.flat) or has_company(name.text) or re.search(r"\d{4,}", name.flat):
        return None
    return name
