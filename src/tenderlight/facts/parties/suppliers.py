"""Who won or signed. A bidder that did not win, a candidate, a maker and an agency are never suppliers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tenderlight.facts.bids.rows import row_says_won
from tenderlight.facts.corrections.superseded import place_replaced
from tenderlight.facts.lots.frameworks import is_accredited, is_framework, is_panel
from tenderlight.facts.names.fuller_forms import fuller_form
from tenderlight.facts.names.groups_in_text import groups_in
from tenderlight.facts.names.in_values import FoundName, clean_name, find_names, names_in_lot
from tenderlight.facts.names.western import keeps_full_stop
from tenderlight.facts.pages.document import SETTLED, Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.parties.buyers import is_host, names_of
from tenderlight.facts.parties.committees import is_of_committee
from tenderlight.facts.parties.former_labels import is_of_former
from tenderlight.facts.parties.winners import Winner, as_party, bare, settle, with_lead
from tenderlight.facts.stages.void_lots import void_lots
from tenderlight.facts.version import FACTS_VERSION
from tenderlight.facts.words.lot_keys import key_of
from tenderlight.facts.words.vocabulary import ITEMS, Meaning, Section, mark_pattern, meaning_of
from tenderlight.languages.scripts import has_han
from tenderlight.model.problem import Problem, problem
from tenderlight.model.statement import Stage, Statement, StatementKind
from tenderlight.model.values import SupplierRole, SupplierValue

LETTER = re.compile(
    r"(?<!未)(?:中标|成交|中选|入围|授标|得标|决标|批出|接纳(?:标书|投标)?)\s*通知[书函]|(?:中标|授标|接纳)(?:函|信)"
)
"""Headings of a letter of award."""
_WESTERN_LETTER = re.compile(r"letter of (?:acceptance|award|intent)|notification of award")
_VOID = mark_pattern("void")
_OR_ANOTHER = re.compile(r"\bor (?:such|any) other\b")
"""Behind a name that a contract gives for instance: "Hosting Ltd, or such other as the Authority approves"."""
_NO_FIRM = re.compile(
    r"(?:(?:contrataci[óo]n|licitaci[óo]n|concurso|preg[ãa]o|inexigibilidade?|adjudicaci[óo]n|dispensa|procedimiento|"
    r"processo)(?:\s\w+){0,2}\sn[.°º]|appel d['’]offres|tender no|"
    r"(?:declarar|declárase|declara|déclarer?|dichiarare)\s(?:desiert|desert|sans|infruct)|gr[ée](?!\w))"
)
"""What stands in the place of a name and is the number of the procedure, or what was decided of another lot."""
_STREET = re.compile(r"(?<!\w)(?:(?:ul|ул|вул|rua|calle|rue|via)\.?|(?:al|os|pl|av|пр)\.|c/)\s{1,2}$")
_HOUSE = re.compile(r"\s\d{1,3}[a-z]?$")
_NOT_FIRST = re.compile(r"第?[二三四五六七八九十]|[2-9]|1\d")
_NEAR = 30
_SUM_OPENS = re.compile(r"\d[\d.,' \u00a0]{2,20}\s?(?:[^\W\d_]{1,5}\.?|[$€£¥₽₴])?\s?[(]\s?\Z")
"""A sum, and a bracket that opens behind it."""
_MOST_PROBLEMS = 5
_NAMING = frozenset({Meaning.SUPPLIER, Meaning.PARTY, Meaning.LOT})
_WINS = re.compile(r"中标|成交|中选|入围|第一|^1$|是|推荐")
_ROLES = {
    Meaning.LEAD: SupplierRole.LEAD,
    Meaning.MEMBER: SupplierRole.MEMBER,
    Meaning.SUBCONTRACTOR: SupplierRole.SUBCONTRACTOR,
    Meaning.INTENDED: SupplierRole.INTENDED,
}


def find_suppliers(notice: Notice) -> list[Statement]:
    """Return the suppliers with their roles; none before the award, and none of a lot that ended without one."""
    if notice.stage is Stage.SINGLE_SOURCE:
        winners = list(_winners(notice, [*_intended(notice), *_under(notice, Section.INTENDED)]))
        winners = [one for one in winners if one.entry.label] or winners
        return _statements(notice, [replace(one, role=SupplierRole.INTENDED) for one in winners])
    if notice.stage not in SETTLED:
        return []
    winners = _all_winners(notice)
    contested = _contested(notice, winners)
    return _statements(notice, [one for one in winners if key_of(one.lot) not in contested])


def contested_lots(notice: Notice) -> list[Problem]:
    """Return a problem for each lot that several places give different winners: none of them is a supplier.

    Problems: lot-with-several-winners.
    """
    has_lots = notice.stage in SETTLED and any(one.lot is not None for one in notice.of(*_NAMING))
    winners = _all_winners(notice) if has_lots else []
    contested = _contested(notice, winners)
    first = {key_of(one.lot): one for one in reversed(winners) if key_of(one.lot) in contested}
    return [
        problem(
            "lot-with-several-winners",
            step=f"facts/{FACTS_VERSION}",
            detail=f"({one.lot})",
            page_number=one.name.piece.sheet.page.number,
        )
        for one in list(first.values())[:_MOST_PROBLEMS]
    ]


def _all_winners(notice: Notice) -> list[Winner]:
    """Return those whom labels name; sentences count where no label names anybody, or nobody of their lot."""
    winners = list(_winners(notice, _entries(notice)))
    labelled = [one for one in winners if one.entry.label and one.role is not SupplierRole.SUBCONTRACTOR]
    helpers = [one for one in winners if one.entry.label and one.role is SupplierRole.SUBCONTRACTOR]
    lots = {key_of(one.lot) for one in labelled}
    unlabelled = [one for one in winners if not one.entry.label and (not labelled or _is_heard(one, lots))]
    return [*labelled, *(_rest_of_group(winners, labelled) or unlabelled), *helpers]


def _rest_of_group(winners: Sequence[Winner], labelled: Sequence[Winner]) -> list[Winner]:
    """Return the others of a group that a sentence names, where labels name no more than who leads it."""
    is_lead = {one.role for one in labelled} == {SupplierRole.LEAD}
    leads = {bare(one.name.name) for one in labelled if is_lead}
    told = [one for one in winners if not one.entry.label and not one.alone and one.entry.lot is None]
    groups = {id(one.entry) for one in told if bare(one.name.name) in leads}
    others = [one for one in told if id(one.entry) in groups]
    return [replace(one, role=SupplierRole.MEMBER) for one in others if bare(one.name.name) not in leads]


def _contested(notice: Notice, winners: Sequence[Winner]) -> set[str]:
    """Return the lots for which several places each name one winner of their own, and not the same.

    A lot has one winner, unless a group won it, or a framework agreement has many: one of the names is that of somebody
    who did not win, and nothing says which.
    """
    named: dict[str, set[str]] = {}
    for one in winners:
        if one.lot is not None and one.alone and one.role is None:
            named.setdefault(key_of(one.lot), set()).add(bare(one.name.name))
    several = {lot for lot, names in named.items() if len(names) > 1}
    return several if several and not is_framework(notice) and not is_panel(notice) else set()


def _is_heard(winner: Winner, lots: set[str]) -> bool:
    """Say whether a sentence counts that names a supplier, beside labels that name those of some lots."""
    of_other_lot = winner.lot is not None and "" not in lots and key_of(winner.lot) not in lots
    return of_other_lot or winner.entry.meaning is Meaning.SUBCONTRACTOR


def _intended(notice: Notice) -> list[Entry]:
    """Return the entries of who is to get a contract without bidding; in other languages it may be called supplier."""
    return notice.of(Meaning.INTENDED, *(() if notice.language == "zh" else (Meaning.SUPPLIER,)))


def _entries(notice: Notice) -> list[Entry]:
    named = notice.of(Meaning.SUPPLIER, Meaning.LEAD, Meaning.MEMBER, Meaning.SUBCONTRACTOR)
    named = [
        entry
        for entry in named
        if not is_host(entry)
        and not is_of_committee(entry)
        and not is_of_former(entry)
        and not _is_nobody(entry)
        and not _OR_ANOTHER.search(entry.value.flat)
    ]
    if notice.stage in {Stage.CONTRACT, Stage.ACCEPTANCE} or not named:
        named += notice.of(Meaning.CONTRACT_SUPPLIER)
    if notice.title is not None and (
        LETTER.search("".join(notice.title.flat.split())) or _WESTERN_LETTER.search(notice.title.flat)
    ):
        named += notice.of(Meaning.ADDRESSEE)
    if not named and notice.title is not None and notice.stage is Stage.CONTRACT and "监理" in notice.title.flat:
        named += [entry for entry in notice.of(Meaning.OTHER_PARTY) if entry.label.startswith("监理")]
    if notice.country == "TW" and not named:
        named += [one for one in notice.of(Meaning.OTHER_PARTY) if one.label == "厂商" and _is_awarded(notice, one)]
    named += [entry for entry in notice.of(Meaning.LOT) if names_in_lot(entry)]
    explicit = any(entry.meaning is Meaning.SUPPLIER for entry in named)
    won = [entry for entry in notice.of(Meaning.PARTY) if _party_won(notice, entry, explicit)]
    marked = [entry for entry in won if row_says_won(notice, entry)]
    won = marked or won
    told = explicit or any(entry.section is Section.AWARD for entry in won)
    named += [entry for entry in won if not told or entry.row is None or entry.section is Section.AWARD]
    named += [one for one in _under(notice, Section.AWARD) if one.label == "名称" and not _names_goods(notice, one)]
    return sorted((entry for entry in named if _row_won(notice, entry)), key=lambda entry: entry.order)


def _is_nobody(entry: Entry) -> bool:
    """Say whether a cell in a column of winners holds nothing but the word that its row has none: "Infructueux"."""
    return entry.row is not None and _VOID.fullmatch(entry.value.flat.strip(" .-–—()")) is not None


def _is_awarded(notice: Notice, entry: Entry) -> bool:
    """Say whether the firm of a row of Taiwan is one that won: the row gives the day or the price of an award."""
    row = {other.meaning for other in notice.row_of(entry)}
    return entry.row is None or bool(row & {Meaning.AWARD_DATE, Meaning.AWARD_AMOUNT})


def _names_goods(notice: Notice, entry: Entry) -> bool:
    """Say whether a name stands in a row that counts goods or says their make."""
    return bool(ITEMS & {other.meaning for other in notice.row_of(entry)})


def _under(notice: Notice, section: Section) -> list[Entry]:
    return [entry for entry in notice.of(Meaning.NAME, Meaning.PARTY) if entry.section is section]


def _party_won(notice: Notice, entry: Entry, others_named: bool) -> bool:
    """Say whether a "供应商名称" names a winner: it stands in the award, beside the price that won."""
    row = {other.meaning for other in notice.row_of(entry)}
    if entry.row is not None and len(notice.row_of(entry)) > 1:
        if row & {Meaning.AWARD_AMOUNT, Meaning.SUPPLIER} or row_says_won(notice, entry):
            return True
        if notice.stage is Stage.CONTRACT and {Meaning.CONTRACT_NUMBER, Meaning.CONTRACT_AMOUNT} <= row:
            return True
        if notice.stage in {Stage.CONTRACT, Stage.ACCEPTANCE} and _is_only_party(notice, entry):
            return True
        bids = {Meaning.BID_AMOUNT, Meaning.OTHER_AMOUNT, Meaning.CANDIDATE}
        is_bare = entry.section is None and not others_named and not row & {*bids, Meaning.STATUS}
        is_listed = entry.section is Section.AWARD and not row & bids
        return is_listed or ((is_bare or entry.section is Section.AWARD) and is_framework(notice))
    signs = "乙方" in entry.hint and notice.stage in {Stage.CONTRACT, Stage.ACCEPTANCE}
    if signs or entry.section in {Section.BUYER, Section.AGENCY, Section.CONTACT, Section.ITEMS, Section.INTENDED}:
        return signs
    status = _status_of(notice, entry)
    if status is not None:
        return status.startswith(("是", "中", "成", "得"))
    if entry.section is Section.AWARD:
        return True
    bidder = entry.label.startswith(("投标", "报价", "响应", "单位", "企业", "公司", "机构"))
    return not others_named and not bidder


def _is_only_party(notice: Notice, entry: Entry) -> bool:
    """Say whether a contract or acceptance names one company beside "供应商", in a table, and no other anywhere."""
    named = {name.name for other in notice.of(Meaning.PARTY, Meaning.CANDIDATE) for name in find_names(other.value)}
    return entry.label.startswith("供应商") and len(named) == 1 and not notice.of(Meaning.BID_AMOUNT)


def _row_won(notice: Notice, entry: Entry) -> bool:
    """Say whether the row of an entry, if it has one, is that of a winner."""
    if entry.row is None:
        return not _VOID.fullmatch(entry.value.flat.strip())
    for other in notice.row_of(entry):
        flat = other.value.flat.strip()
        if other.meaning is Meaning.STATUS and (_VOID.search(flat) or (has_han(flat) and not _WINS.search(flat))):
            return False
        if other.meaning is Meaning.CANDIDATE and _NOT_FIRST.match(flat) and not is_framework(notice):
            return False
    return True


def _status_of(notice: Notice, entry: Entry) -> str | None:
    """Return what "是否得标" says of a bidder outside tables, or None: it stands before the next bidder."""
    statuses = [other for other in notice.of(Meaning.STATUS) if _alone(notice, other) and other.order > entry.order]
    bidders = [other for other in notice.of(Meaning.PARTY) if _alone(notice, other) and other.order > entry.order]
    if not statuses or (bidders and bidders[0].order < statuses[0].order):
        return None
    status = statuses[0]
    if status.label.startswith(("是否", "中标状态", "成交状态", "中标情况", "成交情况", "中标结果", "成交结果")):
        return "否" if _VOID.search(status.value.flat) else status.value.flat.strip()
    return None


def _alone(notice: Notice, entry: Entry) -> bool:
    """Say whether a pair stands outside tables, or in a row of its own."""
    return entry.row is None or len(notice.row_of(entry)) == 1


def _winners(notice: Notice, entries: list[Entry]) -> Iterator[Winner]:
    if not entries:
        return
    losers = {
        name.name for entry in notice.entries if entry.meaning is Meaning.LOSER for name in find_names(entry.value)
    }
    others = {
        name.name
        for entry in notice.of(Meaning.AGENCY, Meaning.BUYER, Meaning.CONTRACT_BUYER)
        for name in find_names(entry.value)
    }
    void = void_lots(notice.entries)
    for entry in entries:
        if entry.lot is not None and entry.lot in void:
            continue
        names = names_in_lot(entry) if entry.meaning is Meaning.LOT else names_of(entry)
        group = _of_group(entry)
        names = group if len(names) < len(group) or _leads(group) > _leads(names) else names
        names = [name for name in names if name is names[0] or not _is_of_sum(entry, name)]
        for name in names:
            lost = name.name in losers and entry.meaning in {Meaning.PARTY, Meaning.LOT}
            is_none = meaning_of(name.piece.flat) is not None or _NO_FIRM.match(name.piece.flat) is not None
            if lost or name.name in others or is_none or _is_street(name):
                continue
            yield Winner(
                entry=entry,
                name=name,
                role=_role(entry, name),
                lot=entry.lot,
                alone=len(names) == 1,
                replaces=entry.replaces,
                place=place_replaced(notice, entry),
            )


def _is_street(name: FoundName) -> bool:
    """Say whether what is read as a name stands behind a word for a street: "ul. Polna 4"."""
    flat, start = name.piece.sheet.flat, name.piece.start
    return _STREET.search(flat, max(0, start - _NEAR), start) is not None and _HOUSE.search(name.piece.flat) is not None


def _is_of_sum(entry: Entry, name: FoundName) -> bool:
    """Say whether a name in brackets tells whose the sum before it is: "A Ltd – 518 000 – 511 000 (B Ltd)"."""
    before = entry.value.sheet.flat[max(entry.value.start, name.piece.start - _NEAR) : name.piece.start]
    return _SUM_OPENS.search(before) is not None


def _of_group(entry: Entry) -> list[FoundName]:
    """Return the group that the text names where an entry names it or one of its members, and who is in it."""
    sheet, value = entry.value.sheet, entry.value
    if has_han(value.flat) or entry.row is not None or entry.meaning is Meaning.SUBCONTRACTOR:
        return []
    group = next((one for one in groups_in(sheet.page.text) if one.start < value.end and value.start < one.end), None)
    if group is None:
        return []
    own = (
        [FoundName(piece=Piece(sheet=sheet, start=group.own[0], end=group.own[1]).stripped(), is_group=True)]
        if group.own
        else []
    )
    return [*own, *(_member(sheet, *one) for one in group.members)]


def _leads(names: Sequence[FoundName]) -> int:
    return sum(one.leads for one in names)


def _member(sheet: Sheet, start: int, end: int, leads: bool) -> FoundName:
    end += keeps_full_stop(sheet.page.text, end)
    return FoundName(piece=Piece(sheet=sheet, start=start, end=end), leads=leads, is_member=not leads)


def _role(entry: Entry, name: FoundName) -> SupplierRole | None:
    if name.is_group:
        return SupplierRole.CONSORTIUM
    if name.leads:
        return SupplierRole.LEAD
    if name.is_member:
        return SupplierRole.MEMBER
    return _ROLES.get(entry.meaning)


def _statements(notice: Notice, winners: list[Winner]) -> list[Statement]:
    winners = with_lead(winners)
    merged: dict[tuple[str, str | None], list[Winner]] = {}
    with_lot = {one.name.name for one in winners if one.lot is not None}
    for one in winners:
        lot = one.lot
        if lot is None and one.name.name in with_lot:
            continue
        merged.setdefault((bare(one.name.name), lot), []).append(one)
    several = len({name for (name, _lot), same in merged.items() if same[0].role is None}) > 1
    shared = _is_shared(merged)
    by_lot = (notice.language != "zh" or shared) and any(one.lot is not None for one in winners)
    has_lead = any(one.role is SupplierRole.LEAD for one in winners)
    equals = len(merged) > 1 and not has_lead
    framework = ((several or by_lot or equals) and is_framework(notice)) or (equals and is_panel(notice))
    framework = framework or (shared and not has_lead and is_accredited(notice))
    if framework and not has_lead and not any(one.name.in_consortium for one in winners):
        merged = {key: [as_party(one) for one in same] for key, same in merged.items()}
    statements = []
    for (_bare, lot), named in merged.items():
        written = dict.fromkeys(one.name.name for one in named)
        fullest = max(written, key=lambda name: (name.endswith("."), not name.isupper()))
        same = sorted(named, key=lambda one: one.name.name != fullest)
        role, against = settle(same, several=several, framework=framework, by_lot=by_lot, has_lead=has_lead)
        full = fuller_form(notice.sheets, fullest)
        value = SupplierValue(name=clean_name(full.text) if full is not None else fullest, role=role, lot=lot)
        statements.append(
            notice.statement(
                StatementKind.SUPPLIER,
                value,
                [
                    *([full] if full is not None else []),
                    *[one.name.piece for one in same][:4],
                    *[one.place for one in same if one.place is not None][:1],
                ],
                against,
            )
        )
    return statements


def _is_shared(merged: Mapping[tuple[str, str | None], Sequence[Winner]]) -> bool:
    """Say whether several won one lot, or all of it where there are no lots, each by himself."""
    lots = [key_of(lot) for (_name, lot), same in merged.items() if same[0].role is None]
    return len(lots) > len(set(lots))
