"""Heads of columns as tables shorten them: "Qty", "P.U. HT", "Цена за ед., руб.", "Mfr / Model", "الموديل".

A head may be shorter than any label of running text, for the cells beside it say that it is one. So these words count
in the head of a table only, and only where most of its cells are heads.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from tenderlight.facts.labels.hits import Hit
from tenderlight.facts.labels.in_lines import read_label
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.words.vocabulary import Meaning, marks, meaning_of
from tenderlight.languages.money import MoneyUnit, read_sign, read_unit
from tenderlight.languages.normalise import flatten
from tenderlight.languages.scripts import has_han

_LONGEST = 48
_CODE_LENGTH = 3
"""Letters of the code of a currency (ISO 4217)."""
_FEWEST = 3
_KINDS = {
    "column_lot": Meaning.LOT,
    "column_winner": Meaning.SUPPLIER,
    "column_bidder": Meaning.PARTY,
    "column_bid": Meaning.BID_AMOUNT,
    "column_unit_price": Meaning.UNIT_PRICE,
    "column_total": Meaning.TOTAL,
    "column_quantity": Meaning.ITEM_QUANTITY,
    "column_unit": Meaning.ITEM_UNIT,
    "column_model": Meaning.ITEM_MODEL,
    "column_brand": Meaning.ITEM_BRAND,
    "column_result": Meaning.STATUS,
    "column_name": Meaning.ITEM_NAME,
    "column_number": Meaning.OTHER,
}
"""What a word at the head of a column means; the first kind that has it counts."""
_BOX = re.compile(r"^\d{1,2}[a-z]?\.\s(?=[a-z])")
"""The number of a box of a form, before its head: 21. QUANTITY."""
_DROPPED = re.compile(r"[\s.:*]+$|^[\s.:*]+")
_BLANKS = re.compile(r"[\s\u200b\u00ad]+")
_BRACKET = re.compile(r"\s?[(\[](?P<inside>[^()\[\]]{1,24})[)\]]")
_TAX = re.compile(
    r"[\s,/-]{1,3}(?:h\.?t\.?|ttc|htva|s/iva|c/iva|neto|net|netto|brutto|bruto|gross|без учета ндс|с учетом ндс|"
    r"(?:sin|con|sem|com|más|mais|antes del?|\+|incl\.?|excl\.?|ex|oltre|al netto dell['’]|zzgl\.?|inkl\.?|exkl\.?) ?"
    r"(?:iva|i\.v\.a|impuestos|vat|tax|igv|tva|gst|mwst|ust)|"
    r"vat (?:excl|incl)\w*|"
    r"(?:без|с|з|вкл\.?|в т\.ч\.) (?:ндс|пдв))\.?$"
)
_PARTS = re.compile(r"\s?/\s?|\s(?:and|y|e|et|и|та|und|&)\s|,\s")
_GOODS = frozenset({Meaning.UNIT_PRICE, Meaning.ITEM_QUANTITY, Meaning.ITEM_MODEL, Meaning.ITEM_BRAND})
"""What a shortened head means whatever a label of running text made of its words ("P. unit" is no unit)."""
_BRAND_AND_MODEL = "make/model"
"""The label of a column that holds a brand and behind it a model."""
_OF_ONE = re.compile(
    r"per unit|per item|per piece|unit|each|/ud|unitari|unit[áa]r|cada|pi[èe]ce|за ед|за од|за шт|je stück|einheit"
)
_PRICE = re.compile(r"price|rate|cost|quote|precio|costo|valor|monto|preço|prix|montant|цен|ціна|preis|prezzo|cena")
"""A head with words of both says what one costs, in whatever order they stand and with whatever between."""
_OFFERED_MODEL = re.compile(
    r"(?:(?:quoted|offered|proposed|bid|supplied) (?:make (?:and|&|/) )?models?|models? (?:quoted|offered|"
    r"proposed|bid|supplied)|"
    r"(?:marca y |marca e )?modelos? (?:ofertado|ofrecido|cotizado|propuesto|adjudicado|proposto|oferecido|cotado)s?|"
    r"modèles? (?:propos|offer)\w+|предлагаем\w+ модел\w+|предложенн\w+ модел\w+|запропонован\w+ модел\w+|"
    r"angebotenes modell|modello offerto|oferowany model)"
)
"""The model that a bidder offers: a make stands before it as often as not."""
_ORIGIN = re.compile(
    r"(?:procedencia|origen|origem|procedência|origine|provenance|origin|country(?: of origin)?|"
    r"pa[ií]s(?: de \w+)?|pays|"
    r"страна|країна|происхождение|походження|herkunft|kraj|provenienza|paese)"
)
"""Where goods come from, in one column with their make."""
MAKE_AND_ORIGIN = "make/origin"
"""The label of a column that holds a make and behind a stroke where it comes from."""
_NEVER = frozenset({Meaning.OTHER, Meaning.NAME, Meaning.PERSON})
"""What labels mean that a column may say better."""


def _words() -> dict[str, Meaning]:
    found: dict[str, Meaning] = {}
    for mark, meaning in _KINDS.items():
        for word in marks(mark):
            found.setdefault(_bare(flatten(word)), meaning)
    return found


def _bare(flat: str) -> str:
    return _DROPPED.sub("", _BLANKS.sub(" ", flat))


_WORDS = _words()


@lru_cache(maxsize=4096)
def read_head(flat: str) -> Hit | None:
    """Return what the head of a column means, or None.

    Args:
        flat: Flat text of one cell. Tax, currency and unit behind the word are set aside; a unit of money is kept.
    """
    flat = _BOX.sub("", flat)
    if has_han(flat) or not 0 < len(flat) <= _LONGEST:
        return None
    plain, unit = _reduced(_bare(flat))
    if _is_currency(plain):  # behind the price of one, the sum has no other name
        return Hit(start=0, value_start=len(flat), label=plain, meaning=Meaning.TOTAL, unit=read_unit(plain))
    found = _read(flat, plain, unit)
    if found is not None and found.meaning is Meaning.ITEM_UNIT and unit is not None:  # "Unit GBP": what one costs
        return replace(found, meaning=Meaning.UNIT_PRICE, unit=unit)
    return found


def _read(flat: str, plain: str, unit: MoneyUnit | None) -> Hit | None:
    known = read_label(_BLANKS.sub(" ", flat).strip())
    if (
        known is not None
        and known.meaning is not None
        and known.meaning not in _NEVER
        and _WORDS.get(plain) not in _GOODS
    ):
        return known if known.unit is not None or unit is None else replace(known, unit=unit)
    meaning = _meaning(plain)
    if meaning is None:
        return known
    label = _BRAND_AND_MODEL if meaning is Meaning.ITEM_MODEL and _leads_with_brand(plain) else plain
    label = MAKE_AND_ORIGIN if meaning is Meaning.ITEM_BRAND and _PARTS.search(plain) else label
    hint = flat.partition(",")[2].strip(" .") if meaning is Meaning.ITEM_QUANTITY else ""
    return Hit(start=0, value_start=len(flat), label=label, meaning=meaning, unit=unit, hint=hint)


def is_listed(flat: str) -> bool:
    """Say whether a head, without tax and unit behind it, is listed as printed: not understood from its words."""
    plain, _unit = _reduced(_bare(flat))
    known = plain in _WORDS or _is_currency(plain)
    return known or (meaning_of(plain) or Meaning.OTHER) is not Meaning.OTHER


def _is_currency(plain: str) -> bool:
    """Say whether a head is the code of a currency and nothing else."""
    return len(plain) == _CODE_LENGTH and plain.isascii() and plain.isalpha() and read_unit(plain) is not None


def _leads_with_brand(plain: str) -> bool:
    parts = _PARTS.split(plain)
    is_offered = len(parts) == 1 and _OFFERED_MODEL.fullmatch(plain) is not None
    return is_offered or (len(parts) > 1 and _one(parts[0]) is Meaning.ITEM_BRAND)


def _meaning(plain: str) -> Meaning | None:
    """Return the meaning of one word or of two that go together (make / model)."""
    found = _one(plain)
    if found is not None:
        return found
    parts = {_one(part) for part in _PARTS.split(plain)}
    if parts == {Meaning.ITEM_BRAND, Meaning.ITEM_MODEL}:
        return Meaning.ITEM_MODEL
    if len(parts) == 1 and (meant := parts.pop()) is not None:
        return meant
    return _by_sense(plain)


def _by_sense(plain: str) -> Meaning | None:
    """Return what a head means by the sense of its words, where no list has it."""
    if _OF_ONE.search(plain) and _PRICE.search(plain):
        return Meaning.UNIT_PRICE
    if _OFFERED_MODEL.fullmatch(plain):
        return Meaning.ITEM_MODEL
    first, *others = _PARTS.split(plain)
    if len(others) == 1 and _ORIGIN.fullmatch(others[0]) and _one(first) is Meaning.ITEM_BRAND:
        return Meaning.ITEM_BRAND
    return None


def _one(plain: str) -> Meaning | None:
    found = _WORDS.get(plain)
    if found is not None:
        return found
    label = read_label(plain)
    return label.meaning if label is not None and label.meaning not in _NEVER else None


def _reduced(plain: str) -> tuple[str, MoneyUnit | None]:
    """Return a head without the tax, currency and unit behind it, and the unit of money it names."""
    unit = None
    for _ in range(3):
        before = plain
        bracket = _BRACKET.search(plain)
        if bracket is not None:
            unit = unit or read_unit(bracket["inside"]) or read_sign(bracket["inside"])
            plain = _bare(plain[: bracket.start()] + plain[bracket.end() :])
        plain = _bare(_TAX.sub("", plain))
        head, comma, tail = plain.rpartition(",")
        if comma and (read_unit(tail) or len(tail.strip()) <= 4):
            unit = unit or read_unit(tail)
            plain = _bare(head)
        head, blank, tail = plain.rpartition(" ")
        if blank and unit is None and read_unit(tail) is not None:
            unit = read_unit(tail)
            plain = _bare(head)
        if plain == before:
            break
    return plain, unit


def heads_of(cells: Sequence[Piece | None]) -> list[Hit | None] | None:
    """Return what the cells of a row mean if it is the head of a table, or None: three heads, and most of its cells.

    No cell of a head is a figure.
    """
    filled = [cell for cell in cells if cell is not None and cell.end > cell.start]
    if len(filled) < _FEWEST or any(
        ":" in cell.flat or _BOX.sub("", cell.flat)[:1].isdigit() or has_han(cell.flat) for cell in filled
    ):
        return None
    hits = [read_head(cell.flat) if cell is not None and cell.end > cell.start else None for cell in cells]
    known = [hit for hit in hits if hit is not None and hit.meaning is not None]
    distinct = {hit.meaning for hit in known} - {Meaning.OTHER}
    if len(known) < _FEWEST or len(distinct) < _FEWEST - 1 or 3 * len(known) < 2 * len(filled):
        return None
    return hits
