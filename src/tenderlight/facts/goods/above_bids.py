"""Goods named above a table of the bids for them: "Línea 1  Cámara domo", below it the bidders with number and price.

The row of the bidder who won says how many there are, what one costs, and of which make they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenderlight.facts.goods.of_labels import item_of, make_and_model, numbers_of
from tenderlight.facts.goods.slots import can_name
from tenderlight.facts.pages.document import SETTLED, Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.model.statement import Statement, StatementKind

_HEAD = re.compile(
    r"\s{0,8}(?:items?|[ií]tem|art[íi]c(?:ulo|le|olo)|artigo|rengl[óo]n|ligne|l[ií]nea|linha|line|pos(?:ition|"
    r"ten)?|partida|"
    r"поз(?:иция|иція)?|lote?|lotto|los|лот|sl\.? no)\.?\s?(?:n[°ºo.]{0,2}\s?|№\s?)?\d{1,3}\s?[.:)–—-]?\s{1,3}"
    r"(?:\d{6,8}\s{1,3}(?:[^\n:|\t–—-]{3,60}\s[–—-]\s(?=[^\W\d_]))?)?(?P<name>[^\W_][^:|\n\t]{2,90})"
)
"""A line that names goods behind a word for an item and its number; a code of a catalogue with its kind is left out."""
_NO_THING = re.compile(
    r"(?<!\w)(?:criteri\w*|requisit\w*|requirements?|conditions?|condici\w+|condi[cç][õo]es|condizioni|evaluat\w+|"
    r"evaluaci\w+|avalia\w+|évaluat\w+|valutazion\w+|bewertung\w*|ofertas?|oferentes?|offers?|offres?|offerte|angebote?|"
    r"bids?|bidders?|propuestas?|propostas?|proponentes?|postores?|licitantes?|soumissionnaires?|bieter|"
    r"resum\w+|summary|results?|resultad[oa]s?|résultats?|ergebnis\w*|risultat\w+|documents?|documentos?|documentaci\w+|"
    r"критери\w+|критері\w+|требовани\w+|вимог\w*|услови\w+|умов\w*|оценк\w+|оцінк\w*|заявк\w+|предложени\w+|"
    r"пропозиці\w+|участник\w*|учасник\w*|результат\w*|документ\w*)(?!\w)"
)
"""Words of headings of a paper, which name no goods."""
_NAMED = frozenset({Meaning.ITEM_NAME, Meaning.LOT_NAME, Meaning.NAME, Meaning.TITLE})
_COUNTS = frozenset({Meaning.ITEM_QUANTITY, Meaning.UNIT_PRICE})
_FARTHEST = 1_500
_MOST_LINES = 8
_MOST = 200


def goods_above_bids(notice: Notice) -> list[Statement]:
    """Return the goods of the lines above tables of bids, one for each; none where two bidders won the same line."""
    if notice.language == "zh" or notice.stage not in SETTLED:
        return []
    found: dict[int, Statement] = {}
    for row in _winning_rows(notice):
        head = _head(row[0])
        if head is None:
            continue
        if head.start in found:
            return []
        told = _statement(notice, head, row)
        if told is not None:
            found[head.start] = told
    return list(found.values())[:_MOST]


def _winning_rows(notice: Notice) -> Iterator[list[Entry]]:
    """Yield the rows of winners that count or price goods and do not name them."""
    for entry in notice.of(Meaning.SUPPLIER):
        if entry.row is None:
            continue
        row = notice.row_of(entry)
        told = {one.meaning for one in row}
        if told >= _COUNTS and not told & _NAMED:
            yield row


def _head(entry: Entry) -> Piece | None:
    """Return the name in the nearest line above a row that names goods by number; bids may lie between."""
    sheet: Sheet = entry.value.sheet
    end = sheet.flat.rfind("\n", 0, entry.value.start)
    for _ in range(_MOST_LINES):
        if end <= 0 or entry.value.start - end > _FARTHEST:
            return None
        start = sheet.flat.rfind("\n", 0, end) + 1
        found = _HEAD.fullmatch(sheet.flat, start, end)
        if found is not None:
            return Piece(sheet=sheet, start=found.start("name"), end=found.end("name")).stripped(" .;")
        end = start - 1
    return None


def _statement(notice: Notice, name: Piece, row: list[Entry]) -> Statement | None:
    labels = {entry.meaning: entry for entry in reversed(row)}
    numbers = numbers_of(labels, notice.decimal_mark)
    if numbers.quantity is None or not can_name(name) or _NO_THING.match(name.flat):
        return None
    brand, model = make_and_model(labels)
    item = item_of(" ".join(name.text.split()), numbers, brand=brand, model=model, lot=row[0].lot)
    return notice.statement(StatementKind.LINE_ITEM, item, [name])
