"""The part of those who won, by words beside their names in any place of a document, and by who else won.

Where several are told as members of one joint bid and none as who leads it, the one beside whose name, anywhere, a word
for that stands leads: "A Ltd (partner in charge)", "mandataire B SARL", 牵头人甲公司. Beside one who leads, others of
whom nothing is told are members.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from tenderlight.facts import remarks
from tenderlight.facts.names.joint_words import GROUP
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Sheet
from tenderlight.facts.words.lot_keys import key_of
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.normalise import flatten
from tenderlight.languages.scripts import has_han
from tenderlight.model.statement import Statement, StatementKind
from tenderlight.model.values import SupplierRole, SupplierValue

_PAGES, _LONGEST_PAGE, _MOST_PLACES = 5, 60_000, 20
_WITHIN = 60
"""Characters before or behind a name in which a word says what it is."""
_SURE = (
    r"(?:consortium |group |jv |joint venture |team |bid )?"
    r"(?:lead(?:er)?(?:[- ](?:partner|member|firm|company|contractor|"
    r"bidder|tenderer|supplier))?|managing (?:partner|member)|partner[- ]in[- ]charge)|main partner|"
    r"(?:entreprise )?mandataire|chef de file|pilote|líder|lider|liderança|empresa líder|mandataria|"
    r"mandatária|capogruppo|capofila|federführ\w{2,5}|konsortialführ\w{2,5}|bevollmächtigte\w?|penvoerder|"
    r"лид(?:е|и)р\w{0,4}|лідер\w{0,3}|уповноважен\w{2,3}(?: учасник\w{0,2})?|уполномоченн\w{2,3} участник\w{0,2}|"
    r"ведущ\w{2,3}(?: партн[её]р\w{0,2})?|pełnomocnik|قائد(?: الائتلاف| التحالف)?"
)
_MARKET = (
    r"\s(?:[a-zа-я]{1,3}\s){1,3}"
    r"(?:markets?|industry|sector|mercado|setor|ramo|marché|secteur|mercato|settore|рынк\w+|ринк\w+)"
)
"""Behind "leader": it leads no bid, but a market."""
_LEAD = rf"(?<!\w)(?<!market )(?<!industry )(?<!sector )(?:{_SURE})(?!\w|{_MARKET}(?!\w))"
_HAN = (
    r"(?:联合体|联营体?|共同投标|团队)?"
    r"(?:牵头(?:人|方|单位|公司|厂商)?+|主办(?:人|方|单位)|代表(?:厂商|成员|公司)|主体单位)(?!推荐|的(?!联合体|投标))"
)
_BEHIND = re.compile(
    rf"\.?\s?(?:[(\[]\s?(?:(?:the|als|as|como|en|in)\s)?"
    rf"(?:[^()\n,;]{{1,20}},\s?)?(?:{_LEAD}[^()\n]{{0,40}}|{_HAN}(?:[\s,、:;\d][^()\n]{{0,40}})?)[)\]]|"
    rf"\.?\s?[,–—-]\s?(?:(?:the|as|als|como|en tant que|w roli|acting as)\s){{0,2}}(?:{_LEAD}|{_HAN})"
    rf"(?!\s?:)(?:\s[a-zà-ÿа-яёіїєґ]{{2,14}}){{0,3}}"
    r"(?=\s?[,;/.)–—-]|\s?$|\s(?:and|et|y|e|und|и|та|with|con|avec|com|mit)\s)|"
    r"\s?(?:为|系|作为|担任)(?:本)?(?:项目)?(?:的)?" + _HAN + ")",
    re.MULTILINE,
)
_BEFORE = re.compile(
    rf"(?:(?:{_LEAD})(?:\s(?:partner|member|firm|du groupement|solidaire|del? [\w.]{{2,12}}|della? [\w.]{{2,12}}))?"
    rf"\s?\)?(?:\s?:\s?|\s?\.{{2,60}}\s?|(?<!\))\s)|{_HAN}(?:\s?[:为是]\s?|\s?))(?:m/s\.?\s|the\s)?[«“\"]?\Z"
)
_JOINT = re.compile(rf"(?<!\w)(?:{GROUP})(?!\w)|\s/\s|联合体|联营(?!企业|公司|单位|名单|协会)|共同投标|牵头")
_JOINT_BID = re.compile(
    rf"(?<!\w)(?:{GROUP}|jointly|co-?traitante?s?|conjuntamente|conjointement|gemeinschaftlich|совместно|спільно)(?!\w)|"
    r"联合体|联营体|共同投标|共同承揽"
)
_NO_JOINT_BID = re.compile(
    r"(?<!\w)(?:not?|none|nor|without|pas|non|sans|aucune?|sin|não|sem|kein\w*|nicht|ohne|senza|nie|bez|не|нет|немає|без)(?!\w)|"
    r"不|非|否|无|未|协会|联盟|association of|industry|trade"
)
"""In the clause of such a word: there is none, it may not be, or it is no bid."""
_OTHER_BID = re.compile(
    r"(?<!\w)(?:not (?:\w+ )?(?:chosen|selected|accepted|awarded|successful|recommended)|unsuccessful|reject\w*|losing|"
    r"lost|"
    r"runners?-up|disqualified|excluded|outbid|second[- ](?:place\w*|ranked|lowest|best)|"
    r"no (?:\w+ )?(?:adjudicad|seleccionad|"
    r"elegid|ganador)\w*|rechazad\w+|descalificad\w+|excluid\w+|não (?:\w+ )?(?:vencedor|selecionad|adjudicad|"
    r"classificad|habilitad)\w*|desclassificad\w+|inabilitad\w+|(?:non|pas) (?:été )?(?:retenu|sélectionné)\w*|"
    r"rejeté\w*|écarté\w*|nicht (?:\w+ )?(?:berücksichtigt|gewählt|bezuschlagt)\w*|unterleg\w+|ausgeschlossen\w*|"
    r"abgelehnt\w*|non (?:aggiudicat|ammess|selezionat|vincit)\w+|esclus\w+|odrzucon\w*|niewybran\w+|отклон\w+|"
    r"проигра\w+|не (?:\w+ )?(?:выбран|победи|допущ|прин|обран|перем|прийн)\w*|відхил\w+|програ\w+)(?!\w)|"
    r"未(?:能)?[中成入]|落[选标]|废标|被否决|另一投标|第[二三]名"
)
"""In the sentence of a name: it tells of a bid that lost."""
_OBJECT = re.compile(
    r"\.?\s?[,(–—-]?\s?(?:for|to supply|para|pour|per|für|auftrag|contract|"
    r"contrat[oa]?|marché|los|lot[eo]?|на|для|dla)\s"
)
"""Behind the name of a firm: what it won itself."""
_ALONE = frozenset({SupplierRole.SOLE, SupplierRole.LOT_WINNER})
_GROUP = re.compile(rf"(?i:(?<!\w)(?:{GROUP})(?!\w))")
_SUM = re.compile(r"\d{1,3}(?:[.,'’\s]\d{3})+(?!\d)|\d{5}|\d\s?万")
_LINE = 200
_FEWEST = 2
_STOPS = re.compile(r"[\n;。]|(?<=[^\W\d_]{4})\.\s|(?<=\))\.\s")


def with_told_parts(notice: Notice, statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements of a document, those of its suppliers with their parts in joint bids.

    Args:
        notice: The document.
        statements: What is stated of it.
    """
    suppliers = [one for one in statements if one.kind is StatementKind.SUPPLIER]
    leads = {id(one) for one in (*_leads(notice, suppliers), *_lone_lead(notice, suppliers))}
    told = [_as(one, SupplierRole.LEAD) if id(one) in leads else one for one in statements]
    others = {id(one) for one in _beside_lead(notice, [one for one in told if one.kind is StatementKind.SUPPLIER])}
    return [_member(one) if id(one) in others else one for one in told]


def _leads(notice: Notice, suppliers: Sequence[Statement]) -> Iterator[Statement]:
    """Yield of each lot that members without a lead won the one member whom words say to lead."""
    by_lot: dict[str, list[Statement]] = {}
    for one in suppliers:
        by_lot.setdefault(key_of(_value(one).lot), []).append(one)
    for same in by_lot.values():
        members = [one for one in same if _value(one).role is SupplierRole.MEMBER]
        if len(members) < _FEWEST or any(_value(one).role is SupplierRole.LEAD for one in same):
            continue
        marked = [one for one in members if _is_marked(notice, one)]
        if len(marked) == 1:
            yield marked[0]


def _lone_lead(notice: Notice, suppliers: Sequence[Statement]) -> Iterator[Statement]:
    """Yield the only supplier if words right behind its name say that it leads a joint bid."""
    if len(suppliers) != 1 or _value(suppliers[0]).role is not SupplierRole.SOLE:
        return
    for sheet, _start, end in _own_places(notice, _value(suppliers[0]).name):
        behind = _BEHIND.match(sheet.flat, end, end + _WITHIN)
        if behind is not None and _JOINT.search(sheet.flat, end, behind.end() + _WITHIN):
            yield suppliers[0]
            return


def _beside_lead(notice: Notice, suppliers: Sequence[Statement]) -> list[Statement]:
    """Return those of whom nothing is told beside one who leads, where no lots are and nobody else is a member.

    A page must speak of a joint bid. Who is the name of a group, or has a label, price or object of its own, won
    something else.
    """
    roles = [_value(one).role for one in suppliers]
    if roles.count(SupplierRole.LEAD) != 1 or any(_value(one).lot is not None for one in suppliers):
        return []
    others = [one for one in suppliers if _value(one).role is not SupplierRole.LEAD]
    is_plain = all(_value(one).role in _ALONE for one in others)
    if not is_plain or not _is_joint(notice) or _are_labelled_apart(notice, suppliers):
        return []
    return [] if any(_won_alone(notice, _value(one).name) for one in others) else others


def _is_joint(notice: Notice) -> bool:
    """Say whether the first pages speak of a joint bid, and do not deny it."""
    return any(
        _NO_JOINT_BID.search(_sentence(sheet.flat, match.start(), match.end())) is None
        for sheet in notice.sheets[:_PAGES]
        for match in islice(_JOINT_BID.finditer(sheet.flat, 0, _LONGEST_PAGE), _MOST_PLACES)
    )


def _are_labelled_apart(notice: Notice, suppliers: Sequence[Statement]) -> bool:
    """Say whether the same label stands before two of the suppliers, once for each."""
    firsts = {_value(one).name: next(_places(notice, _value(one).name), None) for one in suppliers}
    labels = [
        entry.label
        for entry in notice.of(Meaning.SUPPLIER, Meaning.CONTRACT_SUPPLIER)
        if entry.label and any(flatten(name) in entry.value.flat for name, place in firsts.items() if place)
    ]
    return len(labels) != len(set(labels))


def _won_alone(notice: Notice, name: str) -> bool:
    """Say whether a name is that of a group, or a sum stands in a line with it, or behind it what it won."""
    lines = (sheet.flat[end : end + _LINE].partition("\n")[0] for sheet, _start, end in _places(notice, name))
    return _GROUP.search(name) is not None or any(_SUM.search(line) or _OBJECT.match(line) for line in lines)


def _is_marked(notice: Notice, supplier: Statement) -> bool:
    """Say whether a word for who leads stands beside the name in any place."""
    return any(
        _BEHIND.match(sheet.flat, end, end + _WITHIN) or _BEFORE.search(sheet.flat, max(0, start - _WITHIN), start)
        for sheet, start, end in _own_places(notice, _value(supplier).name)
    )


def _places(notice: Notice, name: str) -> Iterator[tuple[Sheet, int, int]]:
    """Yield where the first pages print a name."""
    printed = re.compile(rf"(?<!\w){re.escape(flatten(name))}" if not has_han(name) else re.escape(flatten(name)))
    for sheet in notice.sheets[:_PAGES]:
        for match in islice(printed.finditer(sheet.flat, 0, _LONGEST_PAGE), _MOST_PLACES):
            yield sheet, match.start(), match.end()


def _own_places(notice: Notice, name: str) -> Iterator[tuple[Sheet, int, int]]:
    """Yield where the first pages print a name, but for sentences about bids that lost."""
    for sheet, start, end in _places(notice, name):
        if _OTHER_BID.search(_sentence(sheet.flat, start, end)) is None:
            yield sheet, start, end


def _sentence(flat: str, start: int, end: int) -> str:
    """Return what stands around a place up to the ends of its sentence or line."""
    before = _STOPS.split(flat[max(0, start - _LINE) : start])[-1]
    return before + flat[start:end] + _STOPS.split(flat[end : end + _LINE], maxsplit=1)[0]


def _member(statement: Statement) -> Statement:
    against = tuple(one for one in statement.against if one != remarks.NO_LOTS)
    return replace(_as(statement, SupplierRole.MEMBER), against=(*against, remarks.BESIDE_LEAD))


def _as(statement: Statement, role: SupplierRole) -> Statement:
    return replace(statement, value=replace(_value(statement), role=role))


def _value(statement: Statement) -> SupplierValue:
    if not isinstance(statement.value, SupplierValue):
        raise TypeError(statement.value)
    return statement.value
