"""Who won and for how much: by what words say, else by what is left where all else is set aside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tenderlight.facts import remarks
from tenderlight.facts.bids.money_rows import unit_above
from tenderlight.facts.goods.items import find_line_items
from tenderlight.facts.names.offices import is_office
from tenderlight.facts.pages.document import SETTLED, Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.parties.awarded_rows import awarded_rows
from tenderlight.facts.parties.buyers import Offices
from tenderlight.facts.parties.flagged_rows import flagged_rows
from tenderlight.facts.parties.loosely_told import loosely_told
from tenderlight.facts.parties.only_firms import entry_of, only_firm
from tenderlight.facts.parties.order_heads import order_addressee
from tenderlight.facts.parties.root_labels import root_labels
from tenderlight.facts.parties.singled_out import singled_out
from tenderlight.facts.parties.suppliers import find_suppliers
from tenderlight.facts.parties.written_to import written_to
from tenderlight.facts.price.amounts import find_amount_statements
from tenderlight.facts.price.beside_totals import without_sums_of_lots
from tenderlight.facts.price.beside_winners import beside_winners
from tenderlight.facts.price.only_sums import only_sum
from tenderlight.facts.price.proved_totals import may_be_proved, proved_total
from tenderlight.facts.price.said_otherwise import said_otherwise
from tenderlight.facts.price.said_totals import said_total
from tenderlight.facts.price.summed_rows import summed_lots, summed_rows
from tenderlight.facts.prose.letter_words import REGRETS
from tenderlight.facts.prose.no_award import is_named_otherwise
from tenderlight.facts.prose.no_public_award import names_public_buyer, tells_no_award
from tenderlight.facts.prose.reference_words import LOWERED
from tenderlight.facts.prose.referred_bids import referred_bid
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.money import find_amounts
from tenderlight.model.statement import Stage, Statement
from tenderlight.model.values import AmountKind, AmountValue, PartyValue, SupplierRole, SupplierValue

_LONGEST = 20_000
_CONTESTED = re.compile(
    r"投诉|质疑|举报|处罚|异议|驳回|诉讼|裁决|complain|appeal|protest|dispute|lawsuit|regret|unsuccessful|"
    r"not (?:been )?(?:accepted|successful)|recours|réclamation|impugna|reclamaci|жалоб|скарг|обжалован|оскаржен|"
    r"beschwerde|nachprüfung|ricorso|odwołan|"
    r"\b(?:item|motion|matter|contract) [^.;\n]{0,40}(?:pulled|tabled|deferred|postponed|removed)\b"
)
"""Words of papers about awards that are contested, and about bids that were refused."""
_SINGLE = re.compile(
    r"单一来源|单源|из (?:одного|единственного) источника|единственн\w{2,4} поставщик|єдин\w{2,4} постачальник|"
    r"(?:sole|single)[- ]source|inexigibilidad|proveedor único|fornecedor exclusivo|fournisseur exclusif"
)
"""Words of papers about buying from one source."""
_BELOW = frozenset({SupplierRole.SUBCONTRACTOR})
"""Roles of those who are named below whoever won."""
_LIMITS = frozenset({AmountKind.BUDGET, AmountKind.CEILING, AmountKind.ESTIMATE})
"""Kinds of amounts that are no price."""


def suppliers_and_prices(notice: Notice, offices: Offices) -> tuple[Notice, list[Statement]]:
    """Return the suppliers and the amounts, and the document with whoever was found by elimination.

    What no words tell is claimed with that said against it.
    """
    if notice.stage is None:
        return notice, [*_untold(notice, offices), *_amounts(notice, [])[1]]
    notice, suppliers = _suppliers(notice, offices)
    notice, amounts = _amounts(notice, suppliers)
    return notice, [*suppliers, *amounts]


def _may_be_award(notice: Notice) -> bool:
    """Say whether a document may be an award that no words call one.

    It prints a sum or names whom it intends to buy from, and nothing in it is contested or was refused.
    """
    text = "\n".join(sheet.page.text[:_LONGEST] for sheet in notice.sheets[:1])
    sums = (one for one in find_amounts(text, decimal_mark=notice.decimal_mark) if not one.bare)
    if next(sums, None) is None and not notice.of(Meaning.INTENDED):
        return False
    return not any(_CONTESTED.search(sheet.flat) for sheet in notice.sheets[:1])


def _untold(notice: Notice, offices: Offices) -> list[Statement]:
    """Return the suppliers of a document that no words give a stage: whom it would name if it were an award."""
    if not _may_be_award(notice) or not is_public_award(notice):
        return []
    is_intended = bool(notice.of(Meaning.INTENDED))
    is_single = is_intended or any(_SINGLE.search(sheet.flat) for sheet in notice.sheets[:1])
    stage = Stage.SINGLE_SOURCE if is_single else Stage.AWARD
    _notice, suppliers = _suppliers(replace(notice, stage=stage), offices)
    if all(isinstance(one.value, SupplierValue) and one.value.role in _BELOW for one in suppliers):
        return []
    return [replace(one, stage=None, against=(*one.against, remarks.NO_STAGE)) for one in suppliers]


def _suppliers(notice: Notice, offices: Offices) -> tuple[Notice, list[Statement]]:
    told = find_suppliers(notice)
    if told:
        return notice, told
    if notice.stage is Stage.SINGLE_SOURCE:
        return notice, _intended(notice, offices)
    piece = order_addressee(notice)
    if piece is not None:
        notice = replace(notice, entries=(*notice.entries, entry_of(notice, piece)))
        return notice, find_suppliers(notice)
    parties = [one.value.name for one in (*offices.buyers, *offices.agencies) if isinstance(one.value, PartyValue)]
    labelled = (
        root_labels(notice, parties)
        or [entry_of(notice, piece) for piece in flagged_rows(notice)]
        or awarded_rows(notice)
        or _referred(notice)
    )
    if labelled:
        first = len(notice.entries)
        labelled = [replace(one, order=first + at) for at, one in enumerate(labelled)]
        labelled_notice = replace(notice, entries=(*notice.entries, *labelled))
        found = find_suppliers(labelled_notice)
        if found:
            return labelled_notice, found
    piece = written_to(notice)
    if piece is not None:
        notice = replace(notice, entries=(*notice.entries, entry_of(notice, piece)))
        return notice, find_suppliers(notice)
    if any(REGRETS.search(sheet.flat) for sheet in notice.sheets[:1]):
        return notice, []
    piece = only_firm(notice, parties)
    loose = None if piece is not None else loosely_told(notice, parties) or singled_out(notice, parties)
    piece = piece or loose
    if piece is None or is_named_otherwise(piece, notice.language) or not is_public_award(notice):
        return notice, []
    notice = replace(notice, entries=(*notice.entries, entry_of(notice, piece)))
    remark = remarks.ONLY_FIRM if loose is None else remarks.LOOSELY_TOLD
    return notice, [replace(one, against=(*one.against, remark)) for one in find_suppliers(notice)]


def _intended(notice: Notice, offices: Offices) -> list[Statement]:
    """Return who is to get a contract without bidding: the one whom the document would name if it were an award."""
    _notice, found = _suppliers(replace(notice, stage=Stage.AWARD), offices)
    return [
        replace(one, stage=notice.stage, value=replace(one.value, role=SupplierRole.INTENDED))
        for one in found
        if isinstance(one.value, SupplierValue) and len(found) == 1
    ]


def _referred(notice: Notice) -> list[Entry]:
    """Return the bidder that sentences only point to, and the price of its bid where no other price is told."""
    bid = referred_bid(notice.sheets, notice.decimal_mark) if notice.stage in SETTLED else None
    if bid is None:
        return []
    entries = [entry_of(notice, bid.name)]
    is_lowered = any(LOWERED.search(sheet.flat) for sheet in notice.sheets)
    if bid.price is not None and not is_lowered and not _prices(find_amount_statements(notice)):
        unit = unit_above(bid.price)
        entries.append(Entry(meaning=Meaning.AWARD_AMOUNT, label="", value=bid.price, order=0, unit=unit))
    return entries


def _prices(told: Sequence[Statement]) -> list[AmountValue]:
    """Return the amounts among statements that are no budgets, ceilings and the like."""
    amounts = (one.value for one in told if isinstance(one.value, AmountValue))
    return [one for one in amounts if one.amount_kind not in _LIMITS]


def is_public_award(notice: Notice) -> bool:
    """Say whether who won and for how much may be told by what is left: nothing says that it is no public award."""
    flats = [sheet.flat for sheet in notice.sheets]
    if tells_no_award(flats):
        return False
    buyers = notice.of(Meaning.BUYER, Meaning.CONTRACT_BUYER, Meaning.END_USER)
    return names_public_buyer(flats) or any(is_office(one.value.text) for one in buyers)


def _amounts(notice: Notice, suppliers: list[Statement]) -> tuple[Notice, list[Statement]]:
    told = _told(notice)
    prices = _prices(told)
    if prices:
        entry = summed_lots(notice, prices)
        if entry is None:
            return notice, told
        with_whole = replace(notice, entries=(*notice.entries, entry))
        wholes = [one for one in find_amount_statements(with_whole) for price in _prices([one]) if price.lot is None]
        return with_whole, [*told, *wholes]
    entry = proved_total(notice, find_line_items(notice)) if may_be_proved(notice) else None
    if entry is not None:
        notice = replace(notice, entries=(*notice.entries, entry))
        return notice, _told(notice)
    winners = [one.value for one in suppliers if isinstance(one.value, SupplierValue)]
    entries, remark = next(((found, why) for found, why in _last_resorts(notice, winners) if found), ([], ""))
    if not entries or not is_public_award(notice):
        return notice, told
    notice = replace(notice, entries=(*notice.entries, *entries))
    left = _told(notice)
    return notice, [one if one in told else replace(one, against=(*one.against, remark)) for one in left]


def _told(notice: Notice) -> list[Statement]:
    """Return the amounts that words tell, without those that their own words, or a total, say to be something else."""
    found = [one for one in find_amount_statements(notice) if not said_otherwise(notice, one)]
    return without_sums_of_lots(notice, found)


def _last_resorts(notice: Notice, winners: Sequence[SupplierValue]) -> Iterator[tuple[list[Entry], str]]:
    """Yield what each way finds where no words tell the price, and what is said against it; the surest way first."""
    yield _listed(summed_rows(notice, winners)), remarks.ADDED_UP
    yield _listed(only_sum(notice, [one.name for one in winners])), remarks.ONLY_SUM
    yield _listed(said_total(notice)), remarks.SAID_TOTAL
    yield beside_winners(notice, winners), remarks.BESIDE_WINNER


def _listed(entry: Entry | None) -> list[Entry]:
    return [] if entry is None else [entry]
