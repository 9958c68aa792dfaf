"""Several winners in the rows of a list, told by what stands in the rows and not by the names of columns.

A run of lines each of which has one firm in one cell and one sum in another is a list of bids or of awards. It is one
of awards where the sums add up to a figure that the document prints (nobody adds up bids that compete), or where the
head over the cells says so ("Ítems adjudicados", "Items won"). Records whose lines repeat the same words ("What …,
Who …, How much …") are rows, too.
"""

from __future__ import annotations

import re

from tenderlight.facts.bids.money_rows import RowList, lists_of, printed_sum, records_of, unit_of
from tenderlight.facts.bids.rows import NO, YES
from tenderlight.facts.pages.document import SETTLED, Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.tables.heads import read_head
from tenderlight.facts.words.vocabulary import Meaning

_LONGEST = 15_000
_FEWEST, _MOST = 2, 60
_AWARDED = re.compile(
    r"award|\bwon\b|winn|adjudic|ganad|gagn|attribu|retenu|vencid|vencedor|homolog|присужд|побед|перемож|zuschlag|"
    r"beauftrag|aggiudic|wybran"
)
_BIDS = re.compile(
    r"\bbid(?!der)|offer(?:ed)?\b|quot|ofertad|cotizad|proposé|предлож|пропоз|angebot|rank|score|punt|балл"
)
_LOT = re.compile(r"(?:lote?|лот|los|lotto)?\s?(?:n[°ºo.]{0,2}\s?|№\s?)?(?:\d{1,3}|[a-z])")


def awarded_rows(notice: Notice) -> list[Entry]:
    """Return the winners that the rows of a list name, with their prices and the total, as entries; else none.

    Args:
        notice: An award or contract in which no label, sentence or verdict says who won.
    """
    if notice.language == "zh" or notice.stage not in SETTLED:
        return []
    if sum(len(sheet.flat) for sheet in notice.sheets) > _LONGEST:
        return []
    for sheet in notice.sheets:
        for found in (*lists_of(notice, sheet), *records_of(notice, sheet)):
            if not _FEWEST <= len(found.rows) <= _MOST:
                continue
            told = _told(notice, found)
            if told:
                return told
    return []


def _told(notice: Notice, found: RowList) -> list[Entry]:
    """Return the entries of a list of awards, or none if nothing says that it is one."""
    total = printed_sum(notice, found.rows)
    heads = " ".join(cell.flat for cell in found.head)
    column = _numbered(found) if found.are_records else _lot_column(found)
    is_told = _AWARDED.search(heads) is not None or (column is not None and found.are_records)
    if total is None and (not is_told or _BIDS.search(heads) or _answers(found)):
        return []
    entries: list[Entry] = []
    unit = unit_of(found)
    for row in found.rows:
        lot = " ".join(row.cells[column].text.split()) if column is not None else None
        if lot is None and any(one.value.flat == row.firm.flat for one in entries):
            continue
        entries.append(Entry(meaning=Meaning.SUPPLIER, label="row", value=row.firm, order=0, lot=lot))
        if lot is not None and row.prices:
            price = row.prices[-1][0]
            entries.append(Entry(meaning=Meaning.AWARD_AMOUNT, label="row", value=price, order=0, lot=lot, unit=unit))
    if total is not None:
        entries.append(Entry(meaning=Meaning.AWARD_AMOUNT, label="total", value=total, order=0, unit=unit))
    return entries


def _answers(found: RowList) -> bool:
    """Say whether all cells of a column are "yes" or "no": the head over them asks, and does not say that all won."""
    columns = zip(*([cell.flat.strip(" .()*") for cell in row.cells] for row in found.rows), strict=False)
    return any(all(one in YES or one in NO for one in column) for column in columns)


def _lot_column(found: RowList) -> int | None:
    """Return the column of numbers of lots, each other than the rest, under a head that says so."""
    for at, head in enumerate(found.head):
        hit = read_head(head.flat)
        if hit is None or hit.meaning is not Meaning.LOT or any(at >= len(row.cells) for row in found.rows):
            continue
        if _are_lots(found, at):
            return at
    return None


def _numbered(found: RowList) -> int | None:
    """Return 0 if records begin with numbers or letters, each with another."""
    return 0 if _are_lots(found, 0) else None


def _are_lots(found: RowList, column: int) -> bool:
    cells = [row.cells[column].flat for row in found.rows]
    return len(set(cells)) == len(cells) and all(_LOT.fullmatch(cell) for cell in cells)
