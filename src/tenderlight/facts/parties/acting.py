"""Who runs a Chinese procedure for the buyer, where no label says so: by sentences, remarks, salutations and its name.

"代理机构甲招标有限公司收取服务费", "委托甲咨询有限公司进行磋商", "甲项目管理有限公司（征集代理）", a letter to it;
else the one company of the document whose name says that it runs procedures for others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenderlight.facts.names.in_values import FoundName, find_names
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.scripts import HAN_CLASS
from tenderlight.model.statement import Stage

_PAGES = 3
_LONGEST = 12_000
_FIRM = rf"[{HAN_CLASS}()]{{3,28}}?(?:公司|中心)"
_CALLED = re.compile(
    r"招标|代理|咨询|采购中心|采购服务|造价|(?:项目|工程|建设)管理|顾问|监理|国际工程|招投标|工程技术|评估"
)
_TOLD = (
    re.compile(
        rf"代理(?:机构|公司|单位)(?:[为是]|名称)?\s{{0,4}}(?P<agency>{_FIRM})(?=[\s,。;()]|收取|支付|组织|按|$)"
    ),
    re.compile(
        rf"委托(?P<agency>{_FIRM})(?=[于就对以,(]|组织|采[用取购]|进行|为|作为|代理|通过|公开|按|在|开展|实施|编制)"
    ),
    re.compile(
        rf"(?:(?<=由)|(?<=经)|(?<=[\n。\s]))(?P<agency>{_FIRM})(?:[于在][^,。;\n]{{0,40}})?(?:组织|主持|代理)(?:了|的)?(?=[^,。;\n]{{0,40}}(?:评审|采购|"
        r"招标|谈判|磋商|询价|比选|开标|竞价|遴选|。))"
    ),
    re.compile(
        rf"(?P<agency>{_FIRM})\s?[(](?:以下简称|下称)?[^()]{{0,8}}(?:代理(?:机构|公司|单位|人)?|招标机构|采购机构)[)]"
    ),
    re.compile(
        rf"(?:^|(?<=\n))[ \t\u3000]{{0,8}}(?:采购|招标|委托|征集)?代理[ \t\u3000|]{{1,8}}(?P<agency>{_FIRM})(?=\s|$)"
    ),
    re.compile(rf"(?:发件人|联系|受理|报名地点|发布人)\s?:\s?(?P<agency>{_FIRM})(?=[,。;(\s]|$)"),
)
_SALUTED = re.compile(rf"(?:^|(?<=\n))[ \t\u3000]{{0,4}}(?:致\s?:?\s?)?(?P<agency>{_FIRM}):[ \t]*(?=\n)")
_SPEAKS_TO = re.compile(
    r"(?:你|贵)(?:公司|司|单位|方)(?=[^,。;\n]{0,30}(?:报来|转来|报送|提交|提供|出具|代理|组织|《|关于))"
)
_BY_NAME = re.compile(
    rf"(?<![{HAN_CLASS}])(?:[^{HAN_CLASS}]|受|由|经|和|与|及)?(?P<agency>[{HAN_CLASS}]{{2,14}}(?:[(][{HAN_CLASS}]{{2,6}}[)])?[{HAN_CLASS}]{{0,8}}?(?:招标|采购)"
    rf"(?:代理|咨询|服务|项目管理|工程)?[{HAN_CLASS}]{{0,6}}?(?:[(][{HAN_CLASS}]{{2,6}}[)])?[{HAN_CLASS}]{{0,4}}?公司|"
    rf"[{HAN_CLASS}]{{2,14}}[省市县区州旗盟]政府采购中心)"
)
_LEADS = re.compile(
    r"委托|代理(?:机构|公司|单位|人)|支付给|(?<![方导取定])向|交由|[^市县区旗]由|授权|会同|[)](?=[^()]{4})"
)
"""Words right before the name in its sentence."""
_WITNESS = re.compile(r"鉴证|见证|监督|监管|担保|验收|质疑|投诉|受理")
_RUNS = re.compile(r"vergebende stelle|vergabestelle|beschaffungsstelle(?:/organisator)?")
_BUYS = ("auftraggeber", "öffentlicher auftraggeber", "bedarfsstelle")
_TAKEN = (Meaning.SUPPLIER, Meaning.CONTRACT_SUPPLIER, Meaning.CANDIDATE, Meaning.PARTY, Meaning.LOSER, Meaning.BUYER)


def for_another(notice: Notice, entry: Entry) -> bool:
    """Say whether a German paper names who buys, and beside it another office that runs the procedure."""
    return _RUNS.fullmatch(entry.label) is not None and any(
        one.label.startswith(_BUYS) and not one.strict for one in notice.of(Meaning.BUYER)
    )


def acting(notice: Notice) -> list[FoundName]:
    """Return the one agency that a sentence, remark or salutation names, or whose name alone tells it; else none."""
    if notice.language != "zh" or notice.country not in {"CN", None} or notice.stage is None:
        return []
    if sum(len(sheet.flat) for sheet in notice.sheets) > _LONGEST:
        return []
    taken = ["".join(entry.value.flat.split()) for entry in notice.of(*_TAKEN)]
    for ways in (_told, _saluted, _named_so):
        found: dict[str, FoundName] = {}
        for sheet in notice.sheets[:_PAGES]:
            for name in ways(sheet, notice):
                flat = "".join(name.piece.flat.split())
                if not any(flat in other for other in taken):
                    found.setdefault(flat, name)
        if len(found) == 1:
            return list(found.values())
    return []


def _told(sheet: Sheet, _notice: Notice) -> Iterator[FoundName]:
    for pattern in _TOLD:
        for match in pattern.finditer(sheet.flat):
            yield from _named(sheet, *match.span("agency"))


def _saluted(sheet: Sheet, notice: Notice) -> Iterator[FoundName]:
    match = _SALUTED.search(sheet.flat)
    if match is not None and notice.stage is Stage.AWARD and _SPEAKS_TO.search(sheet.flat, match.end()):
        yield from _named(sheet, *match.span("agency"))


def _named_so(sheet: Sheet, notice: Notice) -> Iterator[FoundName]:
    others = [entry.value.flat for entry in notice.of(Meaning.OTHER_PARTY) if _WITNESS.match(entry.label)]
    for match in _BY_NAME.finditer(sheet.flat):
        if not any(match["agency"] in other for other in others):
            yield from _named(sheet, *match.span("agency"))


def _named(sheet: Sheet, start: int, end: int) -> Iterator[FoundName]:
    """Yield the one name in a stretch of text, if it is of those who run procedures for others."""
    led = [match.end() for match in _LEADS.finditer(sheet.flat, start, end)]
    names = find_names(Piece(sheet=sheet, start=led[-1] if led else start, end=end))
    if len(names) == 1 and _CALLED.search(names[0].piece.flat):
        yield names[0]
