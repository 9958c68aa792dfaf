"""Parties that rules have read and those that the models read, together.

The models say who won where rules name nobody, or nobody of a lot; they take back a supplier of whom what stands around
every place of its name says that it is somebody else; they tie to its lots a supplier whom rules tell without; they
name the buyer where rules name none. What they tell says of itself that a model told it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tenderlight.facts import remarks
from tenderlight.facts.goods.titled import is_sale
from tenderlight.facts.lots.frameworks import is_framework, is_panel
from tenderlight.facts.lots.only_lots import names_one_lot
from tenderlight.facts.lots.verdicts import LOST
from tenderlight.facts.names.fuller_forms import fuller_form
from tenderlight.facts.names.in_values import clean_name, looks_like_organisation
from tenderlight.facts.names.offices import is_office
from tenderlight.facts.names.persons import looks_like_person
from tenderlight.facts.names.western import has_company
from tenderlight.facts.pages.document import CONCLUDED, Notice
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.parties.buyers import Offices, names_of
from tenderlight.facts.parties.only_firms import entry_of, tells_of_several
from tenderlight.facts.parties.parts_of_offices import is_post_or_opening
from tenderlight.facts.parties.suppliers import contested_lots
from tenderlight.facts.parties.undone import taken_back
from tenderlight.facts.parties.winners import bare
from tenderlight.facts.prose.no_public_award import tells_no_award
from tenderlight.facts.readers.parties.ends import with_told_ends
from tenderlight.facts.readers.parties.refused import is_undone, is_undone_between
from tenderlight.facts.readers.parties.roles import LEAST_WON, Part, parts_of_parties
from tenderlight.facts.tables.verdict_cells import is_won
from tenderlight.facts.words.lot_keys import key_of
from tenderlight.languages.scripts import has_han
from tenderlight.model.statement import Statement, StatementKind
from tenderlight.model.values import PartyValue, SupplierRole, SupplierValue

LEAST_WON_LOOSELY = 0.95
"""How likely it must be that a party won where rules name those of other lots, or several have won without lots."""
LEAST_BUYER, LEAST_BARE_BUYER = 0.7, 0.9
"""How likely it must be that a party is the buyer if its name is that of an office; if it may be a firm or anything."""
LEAST_SURE_LOT, LEAST_LOT_APART = 0.95, 0.75
"""How likely it must be that a supplier whom rules name without a lot won one; and where each has a lot of its own."""
MOST_DOUBTFUL = 0.1
"""A supplier that rules name is taken back if it is no more likely than this that it won."""
_PAGES = 5
_DATED = re.compile(r"(?<!\d)(?:19|20)\d\d\W*$")
"""What ends in a year is a day or a paper, and nobody."""
_NEXT = re.compile(r"[;\n]|.{120}")
_MARK = re.compile(r"\((?P<said>[^()]{3,40})\)")
_HAN_FIRM = re.compile(r"(?:公司|集团|集團|厂|廠)$")
_BY_LOT = frozenset({SupplierRole.SOLE, SupplierRole.LOT_WINNER})
_NOT_DOUBTED = frozenset({SupplierRole.SUBCONTRACTOR, SupplierRole.INTENDED})
_ROLES = {"lead": SupplierRole.LEAD, "member": SupplierRole.MEMBER, "framework": SupplierRole.FRAMEWORK}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """A party that a model says has won, and where it is named."""

    value: SupplierValue
    piece: Piece
    won: float
    """How likely it is that the party won, 0 to 1."""


def with_read_parties(notice: Notice, offices: Offices, statements: Sequence[Statement]) -> list[Statement]:
    """Return what rules state of a document, with the parties that models read and without those that they doubt.

    Args:
        notice: The document.
        offices: Its buyers and agencies, as rules tell them.
        statements: What rules state of it.
    """
    told = [one for one in statements if one.kind is StatementKind.SUPPLIER]
    if not _is_asked(notice, offices, told):
        return list(statements)
    parts = parts_of_parties(notice, statements, _PAGES)
    doubted = [one for one in told if _is_doubted(one, parts)]
    least = LEAST_LOT_APART if _are_apart(parts) else LEAST_SURE_LOT
    kept = taken_back(statements, doubted)
    if not names_one_lot(notice):
        kept = [tied for one in kept for tied in _with_lots(one, parts, least)]
    kept = with_told_ends(notice, kept, parts)
    kept = _with_buyer(notice, kept, parts)
    return [*kept, *_suppliers(notice, parts, kept, doubted)]


def _is_asked(notice: Notice, offices: Offices, told: Sequence[Statement]) -> bool:
    """Say whether models are asked: of a Chinese document only if rules leave something open or names may be of losers.

    Rules read Chinese better than the models do, and its pages are long.
    """
    if notice.stage is None or is_sale(notice):
        return False
    if notice.language != "zh" or not offices.buyers:
        return True
    if not told:
        return notice.stage in CONCLUDED
    if len([one for one in told if isinstance(one.value, SupplierValue) and one.value.role in _BY_LOT]) > 1:
        return True
    return any(LOST.search(sheet.flat) for sheet in notice.sheets[:_PAGES])


def _is_doubted(statement: Statement, parts: Sequence[Part]) -> bool:
    """Say whether it is said of a supplier, wherever it is named, that it is somebody else."""
    value = statement.value
    if not isinstance(value, SupplierValue) or value.role in _NOT_DOUBTED or value.lot is not None:
        return False
    named = [part for part in parts if bare(part.piece.text) == bare(value.name) or _meets(statement, part.piece)]
    if not named or any(_is_marked(part.piece) for part in named):
        return False
    return max(part.won for part in named) < MOST_DOUBTFUL


def _is_marked(name: Piece) -> bool:
    """Say whether brackets behind a name, before the next of its list, say that it won: "A Ltd £284,300 (winner)"."""
    flat = name.sheet.flat
    ends = _NEXT.search(flat, name.end)
    return any(is_won(mark["said"]) for mark in _MARK.finditer(flat, name.end, ends.start() if ends else len(flat)))


def _meets(statement: Statement, piece: Piece) -> bool:
    page = piece.sheet.page.number
    return any(one.page_number == page and one.start < piece.end and piece.start < one.end for one in statement.anchors)


def _are_apart(parts: Sequence[Part]) -> bool:
    """Say whether each of several places of winners is likely to be tied to one lot, and no two to the same."""
    ties = [part.lots for part in parts if part.won >= LEAST_WON]
    lots = [frozenset(key for place, _chance in tied for key in place.keys) for tied in ties]
    is_each = all(len(keys) == 1 for keys in lots) and len(frozenset().union(*lots)) == len(lots) > 1
    return is_each and all(max(chance for _place, chance in tied) >= LEAST_LOT_APART for tied in ties)


def _with_lots(statement: Statement, parts: Sequence[Part], least: float) -> Iterator[Statement]:
    """Yield a supplier whom rules tell without lots once for each lot that it won; all else as it is.

    Args:
        statement: The supplier, or anything else.
        parts: The parties of the document.
        least: How likely a lot must be.
    """
    value = statement.value
    if not isinstance(value, SupplierValue) or value.lot is not None or value.role not in _BY_LOT:
        yield statement
        return
    named = [part for part in parts if part.won >= LEAST_WON and bare(part.piece.text) == bare(value.name)]
    places = [
        place
        for part in named
        for place, chance in part.lots
        if chance >= least and not is_undone_between(place.piece, part.piece)
    ]
    lots = {key_of(lot): lot for place in places for lot in place.lots}
    for lot in lots.values():
        tied = replace(value, lot=lot, role=SupplierRole.LOT_WINNER)
        yield replace(statement, value=tied, against=(*statement.against, remarks.READ_LOT))
    if not lots:
        yield statement


def _suppliers(
    notice: Notice, parts: Sequence[Part], told: Sequence[Statement], doubted: Sequence[Statement]
) -> list[Statement]:
    """Return those who won of whom rules tell nothing: all, or those of lots of which rules name nobody."""
    if notice.stage not in CONCLUDED:
        return []
    suppliers = [one.value for one in told if isinstance(one.value, SupplierValue)]
    lots = {key_of(one.lot) for one in suppliers}
    left_out = {bare(one.value.name) for one in (*told, *doubted) if isinstance(one.value, PartyValue | SupplierValue)}
    found: dict[tuple[str, str], _Read] = {}
    for part in parts:
        if part.won < LEAST_WON or (suppliers and not _is_of_other_lot(part, lots)) or is_undone(part.piece):
            continue
        if any(_meets(one, part.piece) for one in told if isinstance(one.value, SupplierValue)):
            continue
        for read in _read(notice, part):
            if bare(read.value.name) not in left_out:
                found.setdefault((bare(read.value.name), key_of(read.value.lot)), read)
    with_lot = {name for name, lot in found if lot}
    left = [read for (name, lot), read in found.items() if lot or name not in with_lot]
    if not left or contested_lots(notice) or tells_no_award(one.flat for one in notice.sheets):
        return []
    several, is_list = len(left) + len(suppliers) > 1, is_framework(notice) or is_panel(notice)
    is_explained = bool(with_lot or suppliers) or is_list or any(map(_is_joint, left))
    if several != tells_of_several(notice) and not (several and is_explained):
        return []
    is_stage_read = any(remarks.READ_STAGE in one.against for one in told)
    loosely = bool(suppliers) or (several and not with_lot) or is_stage_read
    left = [one for one in left if one.won >= _least_won(one.value, loosely=loosely, is_list=is_list)]
    if _joined(parts) > 1:  # of a joint bid all are told, or nobody
        told_of = Counter(key_of(one.value.lot) for one in left)
        left = [one for one in left if one.value.role is not SupplierRole.MEMBER or told_of[key_of(one.value.lot)] > 1]
    return [_statement(notice, read, several=several) for read in left]


def _joined(parts: Sequence[Part]) -> int:
    """Return how many parties are likeliest to be of a joint bid."""
    return len({bare(part.piece.text) for part in parts if part.likely in {"lead", "member"}})


def _is_joint(read: _Read) -> bool:
    return read.value.role in {SupplierRole.LEAD, SupplierRole.MEMBER}


def _is_of_other_lot(part: Part, told: set[str]) -> bool:
    """Say whether a party won lots of which rules name nobody, where they tell lots at all."""
    keys = {key for place, _chance in part.lots for key in place.keys}
    return "" not in told and bool(keys) and not keys & told


def _least_won(value: SupplierValue, *, loosely: bool, is_list: bool) -> float:
    """Return how likely it must be that a party won.

    Args:
        value: The party.
        loosely: Whether rules name others, several have won and there are no lots, or a model told the stage, too.
        is_list: Whether the document tells of a framework or a panel.
    """
    is_alone = value.role is SupplierRole.FRAMEWORK and not is_list
    return LEAST_WON_LOOSELY if is_alone or loosely else LEAST_WON


def _read(notice: Notice, part: Part) -> Iterator[_Read]:
    """Yield a winner once for each of its lots."""
    name, piece = _name_of(notice, part.piece)
    if _DATED.search(name) or (is_office(name) and not has_company(name)):
        return
    if has_han(name) and looks_like_person(name):
        return
    lots: list[str | None] = [lot for place, _chance in part.lots for lot in place.lots]
    for lot in lots or [None]:
        role = _ROLES.get(part.likely, SupplierRole.SOLE if lot is None else SupplierRole.LOT_WINNER)
        yield _Read(value=SupplierValue(name=name, role=role, lot=lot), piece=piece, won=part.won)


def _statement(notice: Notice, read: _Read, *, several: bool) -> Statement:
    value, against = read.value, [remarks.READ_PARTY]
    if several and value.role is SupplierRole.SOLE:
        value = replace(value, role=SupplierRole.LOT_WINNER)
        against.append(remarks.NO_LOTS)
    return notice.statement(StatementKind.SUPPLIER, value, [read.piece], against)


def _name_of(notice: Notice, piece: Piece) -> tuple[str, Piece]:
    """Return a name as it is told, and where it stands."""
    named = names_of(entry_of(notice, piece))
    piece = named[0].piece if len(named) == 1 else piece
    written = named[0].name if len(named) == 1 else clean_name(piece.text)
    full = fuller_form(notice.sheets, written)
    return (clean_name(full.text) if full is not None else written), piece


def _with_buyer(notice: Notice, statements: Sequence[Statement], parts: Sequence[Part]) -> list[Statement]:
    """Return what is stated with the party that is most likely the buyer, where rules name none or somebody else.

    Whom rules name is somebody else if a model holds that for unlikely of every place of the name, and another party
    for likely.
    """
    told = [one for one in statements if one.kind is StatementKind.BUYER]
    best = max(parts, key=lambda part: part.chances.get("buyer", 0.0), default=None)
    if best is None or best.chances.get("buyer", 0.0) < LEAST_BUYER or is_post_or_opening(best.piece):
        return list(statements)
    name, piece = _name_of(notice, best.piece)
    if best.chances["buyer"] < LEAST_BARE_BUYER and (_is_firm(name) or not _is_organisation(name)):
        return list(statements)
    if has_han(name) and not _is_organisation(name):
        return list(statements)
    if any(
        not _is_no_buyer(one, parts) or bare(one.value.name) == bare(name)
        for one in told
        if isinstance(one.value, PartyValue)
    ):
        return list(statements)
    buyer = notice.statement(StatementKind.BUYER, PartyValue(name=name), [piece], [remarks.READ_PARTY])
    return [*(one for one in statements if one not in told), buyer]


def _is_firm(name: str) -> bool:
    return has_company(name) or _HAN_FIRM.search(name) is not None


def _is_organisation(name: str) -> bool:
    """Say whether a name shows by itself that it is that of an office or a firm."""
    return is_office(name) or has_company(name) or (has_han(name) and looks_like_organisation(name))


def _is_no_buyer(statement: Statement, parts: Sequence[Part]) -> bool:
    chances = [part.chances.get("buyer", 0.0) for part in parts if _meets(statement, part.piece)]
    return bool(chances) and max(chances) < MOST_DOUBTFUL
