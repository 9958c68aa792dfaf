"""Who buys, and who runs the procedure for the buyer.

The agency is never the buyer, though its name stands first. Short forms in headings give way to the full name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tenderlight.facts.names.in_values import FoundName, find_names
from tenderlight.facts.names.offices import is_office
from tenderlight.facts.names.western import EASTERN_COMPANY, has_company
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.pages.of_purchase import is_of_purchase
from tenderlight.facts.parties.acting import acting, for_another
from tenderlight.facts.parties.headed_by import headed_by
from tenderlight.facts.parties.iberian_offices import fitted, is_told_as_office, office_told
from tenderlight.facts.parties.office_letters import office_written_to
from tenderlight.facts.parties.only_offices import only_office
from tenderlight.facts.parties.parts_of_offices import is_post_or_opening, with_part
from tenderlight.facts.parties.rooms import labelled_rooms, office_of_room
from tenderlight.facts.parties.signatures import (
    AGENT,
    heading_office,
    letterhead,
    office_of_unit,
    signatures,
    signing_office,
)
from tenderlight.facts.parties.whole_names import names_no_office, whole_office
from tenderlight.facts.remarks import ONLY_OFFICE, also_names
from tenderlight.facts.words.provinces import PROVINCES
from tenderlight.facts.words.vocabulary import Meaning, Section, meaning_of
from tenderlight.languages.dates import find_dates
from tenderlight.languages.scripts import has_han
from tenderlight.model.statement import Stage, Statement, StatementKind
from tenderlight.model.values import PartyValue

_ON_BEHALF = re.compile(
    r"受(?P<buyer>[^,。;:\n]{4,60}?)(?:的)?委托[,\s]*(?P<agency>[^,。;:\n]{4,50}?)?(?=就|对|,|以|于|拟|组织|作为|为|"
    r"现|。|\n|$)"
)
_CHARGES = re.compile(
    r"(?:^|(?<=[\s,。;]))(?P<buyer>[^\s,。;:“”|\"]{2,40}?)(?:现|拟|已|特)?委托(?P<agency>[^\s,。;:“”|\"]{4,30}?(?:公司|"
    r"中心|院|事务所|机构))"
    r"(?=于|就|对|以|,|组织|采[用取购]|进行|为|作为|代理|\n|$)"
)
"""Who has a company run the procedure: "我单位委托甲公司于…"."""
_BEFORE_ON_BEHALF = re.compile(r"(?P<agency>[^,。;:\s]{4,50})\s*(?:[(][^()]{0,20}[)])?\s*$")
_OFFICE = re.compile(r"\S{2,16}(?:政府|府)\s*\S{2,16}[局处署部厅所会院]|\S{2,16}(?:县|市)政府\S{0,12}")
_LINE = re.compile(r"[^\n]+")
_CLOSING_LINES = 8
_LONGEST_NAME = 40
_LINES_OF_HEAD = 2
_ROLES = frozenset({Meaning.BUYER, Meaning.AGENCY})
"""What a value names that says no more than who acts: "Уполномоченный орган"."""
_ITSELF = re.compile(
    r"(?:我|本)(?:单位|局|厅|院|校|公司|中心|委|办|处|队|镇|乡|街道|所|馆|集团)(?:于|拟|现|决定|就|将|计划|组织|委托|研究|确定|审定|审议|"
    r"因)"
)
_OF_NO_PLACE = re.compile(r"[省市县区州](?![政容场民域级]|[北南中]区)")
"""How a sentence calls an office of the place it speaks of (市轨道集团): no full name."""
_OF_PORTAL = re.compile(r"财政|公共资源|监督|平台|[网站]$|信息中心|采购办|集团电子")
_BY_WORDS, _ALONE = 4, 8
"""Ranks of an office that the words around its name tell as the buyer, and of one of which nothing is said."""
_COLUMNS = re.compile(r"\s\|\s")
"""Strokes between the heads of columns: no value without a colon."""
_PROVINCE = re.compile(PROVINCES)
_PROVINCE_BEFORE = re.compile(rf"(?:{PROVINCES})$")
_LONGEST_PROVINCE = 8
_OVER_OR_WITHIN = re.compile(
    r"(?:government )?(?:department|ministry)|ministry ?/ ?(?:department|division)(?: ?/ ?agency)?|mda|funding agency|"
    r"(?:contracting|awarding|purchasing|ordering|requesting|requisitioning) (?:office|department|unit)|procuring unit|"
    r"unidad (?:de compras?|compradora|solicitante|requirente)|ministerio|ministère|ministério|unidade compradora|"
    r"unidade (?:executora|requisitante)|вышестоящая организация"
)
"""Labels of a body over the buyer, or of the part of it that buys: another label names the buyer itself."""
_OF_HONG_KONG = frozenset({"部门", "部门名称", "机构", "发出部门"})
"""Labels of who buys in Hong Kong and Macao; elsewhere they may be anybody's."""
_INSTITUTIONS = frozenset({"招标机构", "采购机构"})
"""Labels of agents that are those of buyers in Hong Kong and Macao, where a paper names no other."""
_PERFORMANCE = frozenset({Meaning.CONTRACT_AMOUNT, Meaning.PERSON, Meaning.CANDIDATE, Meaning.BID_AMOUNT})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    name: FoundName
    rank: int
    """0 = the strongest place for a party's name."""
    entry: Entry | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Offices:
    """Statements of who buys, who runs the procedure for the buyer, and who will use what is bought."""

    buyers: list[Statement]
    """Several where they buy together; each as printed in its fullest form."""
    agencies: list[Statement]
    """None where the buyer runs the procedure itself."""
    end_users: list[Statement]
    """Somebody else than the buyer who is named for it."""


def find_offices(notice: Notice) -> Offices:
    """Return the buyer, the agency and the user; nobody is two of them."""
    buyers, agencies = [_whole(notice, one) for one in _buyers(notice)], _agencies(notice)
    buying, for_others = ({_key(one.name.name) for one in named} for named in (buyers, agencies))
    users = _from([entry for entry in notice.of(Meaning.END_USER) if not entry.strict], 0)
    bought = [one for one in buyers if _key(one.name.name) not in for_others] or buyers
    acted = [one for one in agencies if _key(one.name.name) not in buying]
    used = [one for one in users if _key(one.name.name) not in buying]
    return Offices(
        buyers=_statements(notice, StatementKind.BUYER, bought),
        agencies=_statements(notice, StatementKind.AGENCY, acted),
        end_users=_statements(notice, StatementKind.END_USER, used),
    )


def _buyers(notice: Notice) -> list[_Named]:
    contract = notice.stage in {Stage.CONTRACT, Stage.ACCEPTANCE}
    named = [*_from(notice.of(Meaning.NAME), 0, Section.BUYER), *_parties_under(notice, Section.BUYER)]
    own = [entry for entry in notice.of(Meaning.BUYER) if _of_this_procedure(notice, entry)]
    own = [entry for entry in own if not for_another(notice, entry)]
    named += _from([entry for entry in own if not _OVER_OR_WITHIN.fullmatch(entry.label)], 1)
    named += _from([entry for entry in own if _OVER_OR_WITHIN.fullmatch(entry.label)], 2)
    signing = notice.of(Meaning.CONTRACT_BUYER)
    named += _from([entry for entry in signing if not entry.label.startswith("收货")], 0 if contract else 2)
    named = named or _from(signing, 3)
    if not named and notice.language != "zh":
        named += _from(notice.of(Meaning.AGENCY), 3)
    if notice.stage is Stage.PLAN:
        named += _from([entry for entry in notice.of(Meaning.PARTY) if entry.label in {"单位名称", "机构名称"}], 1)
        if not named:
            publishers = [one for one in notice.of(Meaning.OTHER_PARTY) if one.label.startswith(("发布", "公告发布"))]
            named += [one for one in _from(publishers, 3) if not AGENT.search(one.name.name)]
    if not named and notice.language == "zh":
        named += _from([entry for entry in notice.of(Meaning.LEAD) if is_host(entry)], 1)
        named += _publishers(notice)
    if not named and notice.country in {"TW", "HK", "MO"}:
        named += [_Named(name=FoundName(piece=office), rank=1) for office in labelled_rooms(own)]
    if not named and notice.country in {"HK", "MO"}:
        named += _from([entry for entry in notice.of(Meaning.AGENCY) if entry.label in _INSTITUTIONS], 1)
        named += _from([entry for entry in notice.of(Meaning.OTHER_PARTY) if entry.label in _OF_HONG_KONG], 1)
    if not named and notice.language == "zh" and notice.stage is not Stage.CONTRACT:
        named += _from(_units(notice), 2)
    named += _on_behalf(notice, "buyer")
    named = _shown(notice, _fitted(notice, named))
    if not named and is_of_purchase(notice):
        found = _written_to(notice) or _signing(notice) or _letterhead(notice) or _unlabelled(notice) or _only(notice)
        told = office_told(notice)
        named = _fitted(notice, [_Named(name=FoundName(piece=told), rank=_BY_WORDS)] if told is not None else found)
    return [_of_itself(one) for one in named] if notice.country in {"TW", "HK", "MO"} else named


def _units(notice: Notice) -> list[Entry]:
    """Return who a Chinese paper calls no more than its unit (单位), or the one that accepts what was delivered."""
    units = [one for one in notice.of(Meaning.ITEM_UNIT) if one.label == "单位" and one.row is None]
    accepts = notice.of(Meaning.OTHER_PARTY) if notice.stage is Stage.ACCEPTANCE else []
    return [*units, *(one for one in accepts if one.label.startswith("验收"))]


def _whole(notice: Notice, named: _Named) -> _Named:
    """Return an office by all of its name, and by nothing else."""
    piece = with_part(whole_office(named.name.piece, notice.language, is_labelled=_told(named)), notice.language)
    return replace(named, name=replace(named.name, piece=piece))


def _told(named: _Named) -> bool:
    return named.entry is not None and bool(named.entry.label)


def _written_to(notice: Notice) -> list[_Named]:
    """Return the office to which a Chinese paper about its purchase is written."""
    return [_Named(name=name, rank=4) for name in office_written_to(notice)]


def _shown(notice: Notice, named: list[_Named]) -> list[_Named]:
    """Leave out names without a label that show no office, where the words around another name tell one."""
    told = {id(one) for one in named if one.entry is None or one.entry.label}
    shown = [one for one in named if id(one) in told or is_told_as_office(notice, one.name.name)]
    return shown if shown or office_told(notice) is not None else named


def _fitted(notice: Notice, named: Sequence[_Named]) -> list[_Named]:
    """Return the names as they are to be printed, without what is no buyer."""
    bodies = (one for one in named if not is_post_or_opening(one.name.piece))
    offices = (one for one in bodies if not names_no_office(one.name.piece, notice.language, is_labelled=_told(one)))
    pieces = ((one, fitted(notice, one.name.piece)) for one in offices)
    return [replace(one, name=replace(one.name, piece=piece)) for one, piece in pieces if piece is not None]


def _only(notice: Notice) -> list[_Named]:
    """Return the one office that the document names, where nothing says of any that it buys."""
    piece = only_office(notice) or headed_by(notice)
    return [_Named(name=FoundName(piece=piece), rank=_ALONE)] if piece is not None else []


def is_host(entry: Entry) -> bool:
    """Say whether 主办单位 is who holds the procedure, and not who leads a group of bidders: no group is named."""
    return (
        entry.label.startswith("主办")
        and "联合体" not in entry.value.sheet.flat
        and "共同投标" not in entry.value.sheet.flat
    )


def _of_itself(named: _Named) -> _Named:
    """Return a name without the room of its own that buys for an office of Taiwan, Hong Kong or Macao."""
    office = office_of_room(named.name.piece)
    return replace(named, name=FoundName(piece=office)) if office is not None else named


def _publishers(notice: Notice) -> list[_Named]:
    """Return who published a paper that names no buyer and no agency, unless it publishes or supervises for others."""
    if notice.stage in {Stage.CONTRACT, Stage.ACCEPTANCE, None} or notice.of(Meaning.AGENCY):
        return []
    entries = [
        entry
        for entry in notice.of(Meaning.OTHER_PARTY)
        if entry.label.startswith(("发布", "公示单位")) and entry.row is None
    ]
    named = [
        one for one in _from(entries, 3) if not AGENT.search(one.name.name) and not _OF_PORTAL.search(one.name.name)
    ]
    return named if len(named) == 1 else []


def _agencies(notice: Notice) -> list[_Named]:
    named = [*_from(notice.of(Meaning.NAME), 0, Section.AGENCY), *_parties_under(notice, Section.AGENCY)]
    named += _from(notice.of(Meaning.AGENCY), 1)
    named += _from([entry for entry in notice.of(Meaning.BUYER) if for_another(notice, entry)], 2)
    named += _on_behalf(notice, "agency")
    named = named or [_Named(name=one.name, rank=5) for one in signatures(notice) if one.is_agent]
    return named or [_Named(name=one, rank=6) for one in acting(notice)]


def _unlabelled(notice: Notice) -> list[_Named]:
    """Return the office that signs, with the fuller form of its name in the heading; else that of the letterhead."""
    signing = signing_office(notice) or letterhead(notice)
    heading = [_Named(name=name, rank=6) for name in heading_office(notice)]
    return [_Named(name=name, rank=5) for name in signing] + heading


def _parties_under(notice: Notice, section: Section) -> list[_Named]:
    """Names under "采购人信息" that stand beside 单位名称 instead of 名称."""
    return _from([entry for entry in notice.of(Meaning.PARTY) if entry.label in {"单位名称", "机构名称"}], 0, section)


def _from(entries: Iterable[Entry], rank: int, section: Section | None = None) -> list[_Named]:
    named: list[_Named] = []
    for entry in entries:
        if section is not None and entry.section is not section:
            continue
        weaker = 3 * (entry.strict or not entry.label)
        names = [name for name in names_of(entry) if entry.label or not _OF_NO_PLACE.match(name.piece.flat)]
        named.extend(
            _Named(name=name, rank=rank + weaker, entry=entry)
            for name in names
            if has_han(name.piece.flat) or meaning_of(name.piece.flat) not in _ROLES
        )
    return named


def names_of(entry: Entry) -> list[FoundName]:
    """Return the organisations an entry names; a name broken by the end of a line goes on in the next."""
    names = find_names(entry.value) if not (entry.strict and _COLUMNS.search(entry.value.flat)) else []
    if entry.strict:
        names = [name for name in names if name.piece.start - entry.value.start <= 1 and _proves_itself(name)]
    if names or entry.tail is None or entry.tail.sheet is not entry.value.sheet or entry.strict:
        return names
    longer = Piece(sheet=entry.value.sheet, start=entry.value.start, end=entry.tail.end)
    return find_names(longer) if "\n" not in longer.flat.replace("\n", "", 1) and len(longer.flat) <= 90 else []


def _proves_itself(name: FoundName) -> bool:
    """Say whether a name without a colon before it shows that it is one: but in Chinese, by its form."""
    text = name.piece.text
    if has_han(text) or not (text[:1].isupper() or text[:1] in '«“"„'):
        return has_han(text) or EASTERN_COMPANY.match(text) is not None
    return is_office(text) or has_company(text)


def _of_this_procedure(notice: Notice, entry: Entry) -> bool:
    """Say whether a buyer is the buyer of this procedure: not the owner in a list of earlier works."""
    row = {other.meaning for other in notice.row_of(entry)}
    return entry.row is None or not row & _PERFORMANCE or bool(row & {Meaning.AGENCY, Meaning.SUPPLIER})


def _on_behalf(notice: Notice, part: str) -> list[_Named]:
    """Read "受甲局委托，乙公司…" and "乙公司受甲局委托"."""
    named: list[_Named] = []
    for sheet in notice.sheets[:3]:
        if "委托" not in sheet.flat:
            continue
        for match in _ON_BEHALF.finditer(sheet.flat):
            if part == "buyer":
                spans = [match.span("buyer")]
            else:
                before = _BEFORE_ON_BEHALF.search(sheet.flat, max(0, match.start() - 60), match.start())
                spans = [match.span("agency")] + ([before.span("agency")] if before else [])
            for start, end in spans:
                piece = Piece(sheet=sheet, start=max(start, 0), end=max(end, 0))
                named.extend(_Named(name=name, rank=4) for name in find_names(piece))
        for match in _CHARGES.finditer(sheet.flat) if notice.stage is not Stage.CONTRACT else ():
            piece = Piece(sheet=sheet, start=match.start(part), end=match.end(part))
            named.extend(_Named(name=name, rank=4) for name in find_names(piece))
    return named


def _letterhead(notice: Notice) -> list[_Named]:
    """Return the office whose name alone is the first line of a document of Taiwan or Hong Kong."""
    if notice.country not in {"TW", "HK"}:
        return []
    first = next(_LINE.finditer(notice.sheets[0].flat), None)
    if first is None or not _OFFICE.fullmatch(first[0].strip()):
        return []
    piece = Piece(sheet=notice.sheets[0], start=first.start(), end=first.end()).stripped()
    return [_Named(name=name, rank=5) for name in find_names(piece)[:1]]


def _signing(notice: Notice) -> list[_Named]:
    """Return who signs a document that names no buyer, where it speaks of itself ("我局") or its heading begins so."""
    if notice.language != "zh" or not notice.sheets:
        return []
    sheet = notice.sheets[-1]
    lines = [(match.start(), match.end()) for match in _LINE.finditer(sheet.flat)][-_CLOSING_LINES:]
    for (start, end), (next_start, next_end) in pairwise(lines):
        name = Piece(sheet=sheet, start=start, end=end).stripped()
        if not find_dates(sheet.flat[next_start:next_end]) or AGENT.search(name.flat) or len(name.flat) > _LONGEST_NAME:
            continue
        found = find_names(name)
        if len(found) == 1 and found[0].piece == name and _speaks_of_itself(notice, name):
            return [_Named(name=office_of_unit(found[0]), rank=4)]
    return []


def _speaks_of_itself(notice: Notice, name: Piece) -> bool:
    heading = notice.sheets[0].flat.lstrip()
    begins = heading.startswith((name.flat, f"关于{name.flat}"))
    return begins or any(_ITSELF.search(sheet.flat) for sheet in notice.sheets[:_LINES_OF_HEAD])


def _key(name: str) -> str:
    return "".join(name.split()).translate(str.maketrans("（）", "()")).lower()


def _statements(notice: Notice, kind: StatementKind, named: Sequence[_Named]) -> list[Statement]:
    if not named:
        return []
    best = min(named, key=lambda one: one.rank)
    same_field = [one for one in named if one.entry is not None and one.entry is best.entry] or [best]
    taken: set[str] = set()
    statements = []
    for one in same_field:
        forms = [other for other in named if _same(_key(other.name.name), _key(one.name.name))]
        fullest = max(forms, key=lambda other: (len(_key(other.name.name)), -other.rank))
        if _key(fullest.name.name) in taken:
            continue
        taken.update(_key(other.name.name) for other in forms)
        pieces = [other.name.piece for other in (fullest, *forms) if _key(other.name.name) == _key(fullest.name.name)]
        whole = _behind_province(notice, fullest.name.piece)
        statements.append((whole.text, [whole, *pieces]) if whole else (fullest.name.name, pieces))
    others = {other.name.name for other in named if _key(other.name.name) not in taken and other.rank <= best.rank + 1}
    against = [also_names(other) for other in sorted(others)] + [ONLY_OFFICE] * (best.rank == _ALONE)
    return [notice.statement(kind, PartyValue(name=name), pieces[:4], against) for name, pieces in statements]


def _behind_province(notice: Notice, name: Piece) -> Piece | None:
    """Return where the name of an office stands behind that of its province, if it does: 湖南省 and 湘沅县人民法院.

    A heading that begins with the province says where the office is, and does not name it in full.
    """
    if notice.country != "CN" or _PROVINCE.match(name.flat):
        return None
    for sheet in notice.sheets[:3]:
        at = sheet.flat.find(name.flat)
        while at >= 0:
            province = _PROVINCE_BEFORE.search(sheet.flat, max(0, at - _LONGEST_PROVINCE), at)
            if province is not None and not _begins_heading(sheet.flat, province.start()):
                return Piece(sheet=sheet, start=province.start(), end=at + len(name.flat))
            at = sheet.flat.find(name.flat, at + 1)
    return None


def _begins_heading(flat: str, start: int) -> bool:
    """Say whether a place begins one of the first lines of a page."""
    before = flat[:start]
    return before.count("\n") < _LINES_OF_HEAD and not before.rpartition("\n")[2].strip()


def _same(one: str, other: str) -> bool:
    """Say whether one name is a shorter form of the other: its end (县公安局 of 省县公安局) or its beginning."""
    shorter, longer = sorted((one, other), key=len)
    return longer.endswith(shorter) or longer.startswith(f"{shorter}(")
