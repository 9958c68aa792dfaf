"""Who works for a winner, by words around its name: "Subcontractor for civil works: A Ltd", "B SARL (sous-traitant)".

A vocabulary of labels has the plain words; here they stand with what is left to the subcontractor, behind its name, or
as a verb: "part sous-traitée: génie civil, confiée à l'entreprise C SARL". Only names with a legal form count, and only
beside a winner that something else names. What is forbidden, refused, left open, of a former contract, or told of the
bids of others names nobody; nor does a sentence about papers that go to somebody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from tenderlight.facts.lots.chinese_firms import companies_han
from tenderlight.facts.names.western import companies, keeps_full_stop
from tenderlight.facts.pages.document import SETTLED, Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.words.vocabulary import Meaning

_PAGES, _LONGEST_PAGE, _MOST = 3, 40_000, 20
_REFUSED_WITHIN = 70
"""Characters behind a name, in its sentence, that may say that it was refused."""
_WHO = (
    r"(?:sub-?\s?contractors?|subcontrat(?:ista|ad[oa])s?|subempreiteir[oa]s?|sous-?traitante?s?|"
    r"(?:unterauftrag|nachunter|subunter)nehmer\w{0,3}|subappaltator[ei]|podwykonawc\w{1,2}|субподрядчик\w{0,3}|"
    r"соисполнител\w{1,3}|субпідрядник\w{0,3}|співвиконав\w{1,4})"
)
_SCOPE = (
    r"(?:\s?\([^()\n:]{2,50}\)|"
    r"\s(?:for|para|pour|für|per|de|du|des|do|da|di|dla|по|на|для|з|із|щодо|в)\s[^\n:;|.()]{2,50})"
)
_LABEL = re.compile(rf"(?<![\w-])(?:{_WHO}){_SCOPE}\s?:\s{{0,2}}")
_BEHIND = re.compile(
    rf"\.?\s?(?:\((?:(?:as|als|como|comme|en tant que|jako|як|как)\s)?(?:an?\s|un\s|the\s)?(?:\w{{3,12}}\s)?"
    rf"{_WHO}(?!\w)[^()\n]{{0,60}}\)|"
    rf"[,–—-]\s?(?:as|als|como|en tant que|в качестве|як)\s(?:an?\s|the\s)?{_WHO}(?!\w))"
)
_HANDED = re.compile(
    r"(?:sub-?contract\w*|subcontrat\w*|sous-?trait\w*|untervergeb\w*|unterauftrag\w*|subappalt\w*|субподряд\w*|субпідряд\w*)"
    r"[^\n.;]{0,90}?(?<!\w)(?:to|to be (?:provided|performed|carried out|done) by|confiée?s? (?:à|au)|à|a|à empresa|"
    r"an die|an|"
    r"all['’ ]|alla|передан\w{0,2}|доручен\w{0,2}|поручен\w{0,2})\s"
    r"(?:(?:the|la|l['’]|los|the firm|(?:l['’])?entreprise|la société|la empresa|empresa|firma|ditta|impresa)\s?){0,2}$"
)
_HAN = re.compile(r"分包(?:商|单位|方|供应商|企业|承包人|给)[^\n:。;,]{0,16}?[:为]\s{0,2}|分包给")
_NOT = re.compile(
    r"(?<!\w)(?:no|not|none|without|never|must|may|sin|ningun\w*|no se|não|sem|sans|aucune?|pas|non|senza|nicht|"
    r"kein\w*|ohne|bez|nie|не|без|нет|немає|proposed by|unsuccessful|rejected|losing|replaced|former|previous|"
    r"refus\w*|rejet\w*)(?!\w)"
)
_PAPERS = re.compile(
    r"(?<!\w)(?:requests?|shall be (?!sub)|reported|copies|copy|notif\w+|informed|communicat\w+|addressed|submitted|"
    r"applications?|invoices?|questions|enquiries|demandes?|adress\w+|transm\w+|soumis\w*|déclar\w+|factures?|"
    r"solicitud\w*|solicitaç\w+|comunic\w+|notific\w+|remit\w+|enviar\w*|enviad\w+|presentar\w*|presentad\w+|"
    r"informar\w*|copias?|cópias?|facturas?|pedidos?|encaminha\w+|apresenta\w+|richiest\w+|inviat\w+|inviar\w+|"
    r"trasmess\w+|indirizza\w+|copie|antr[äa]g\w*|anfragen|fragen|mitteil\w+|meldung\w*|gemeldet|anzuzeigen|"
    r"mitzuteilen|zu richten|копи\w+|запрос\w*|заявк\w+|заявлени\w+|направл\w+|уведом\w+|сообщ\w+|отч[её]т\w*|"
    r"сведени\w+|документ\w*|договор\w* суб\w+|запит\w*|надісл\w+|повідом\w+|звіт\w*|відомост\w+|wniosk\w+)(?!\w)"
)
"""Words for papers, and for telling somebody of work left to others."""
_NOUN = re.compile(
    r"(?:sub-?contracting|subcontrata(?:ci[óo]n|ç[ãa]o)|sous-?traitance|unterauftrag\w*|subappalto|субподряд\w*|субпідряд\w*)"
)
_GIVEN = re.compile(
    r"(?:subcontracted|given|let|awarded|entrusted|assigned|confi|attribu|cédé|adjudic|encomend|encarg|concedid|otorg|entreg|"
    r"affidat|assegnat|erteilt|vergeben|передан|поручен|доручен|\A\s?(?:(?:of|de|du|d['’]|del|da|do|für|por)\s?"
    r"[^\s]+\s(?:[^\s]+\s)?)?(?:to|à|au|al?|à|alla|an)\s)"
)
_ONCE = re.compile(
    r"(?<!\w)(?:earlier|last year|anterior\w*|précédent\w*|precedent\w*|vorherig\w+|bisherig\w+|früher\w*|прежн\w+|"
    r"предыдущ\w+|прошл\w+|попередн\w+|минул\w+|poprzedni\w*|(?:19|20)\d\d (?:contract|agreement|award|tender)|"
    r"(?:in|of|until|since|de|du|en|em|nel|del|do|von|vom|bis|за|в|у|от|від|z|w|contrato|contrat|marché|vertrag)"
    r"\s(?:the year\s|el año\s)?(?:19|20)\d\d)(?!\w)"
)
"""Words for a contract before this one."""
_REFUSED = re.compile(
    r"(?<!\w)(?:refus\w+|declin\w+|reject\w+|withdr[ae]w\w*|removed|replaced|indeferid\w+|recusad\w+|negad[oa]s?|"
    r"rechazad\w+|denegad\w+|retirad[oa]s?|rifiutat\w+|negat[oa]|respint\w+|rejet\w+|retiré\w*|odrzucon\w*|odmów\w+|"
    r"отклон\w+|отказ\w*|відхил\w+|відмов\w+|abgelehnt\w*|zurückgewiesen|zurückgezogen|"
    r"(?:not|never|pas|non|no|não|nicht|nie|не)\s(?:\w+\s){0,2}?(?:approv\w+|accept\w+|engaged|confirmed|agréée?s?|"
    r"acceptée?s?|aprobad\w+|autorizad\w+|aceptad\w+|admitid\w+|aprovad\w+|aceit\w+|ammess\w+|autorizzat\w+|"
    r"approvat\w+|genehmigt|zugelassen|согласован\w*|одобрен\w*|допущен\w*|принят\w*|погоджен\w*|прийнят\w*|"
    r"zatwierdzon\w+|dopuszczon\w+))(?!\w)"
)
"""Behind a name: it was proposed, and did not get the work."""
_NOT_HAN = re.compile(r"不[得允接]|无|禁止|未|拟|否")
_OF_OTHERS_HAN = re.compile(
    r"第[二三四五](?:名|候选|中标候选|成交候选)|承诺|质疑|举报|投诉|反映|(?<!名)称|上一?[期年届]|原合同|"
    r"往年|申请|计划"
)
_REFUSED_HAN = re.compile(r"不属实|不成立|不实|查无|不存在|不予|未获|未经|未予|被拒|拒绝|驳回|取消|终止|退出")
_LOSERS = re.compile(
    r"(?<!\w)(?:unsuccessful|not (?:accepted|awarded|successful)|rejected|other (?:bids?|tenders?|offers?)|losing|"
    r"autres? offres?|otras? ofertas?|outras? propostas?|отклон\w*|відхил\w*|soumissionnaires|bids received)(?!\w)"
)
_WINNERS = frozenset({Meaning.SUPPLIER, Meaning.CONTRACT_SUPPLIER, Meaning.LEAD})
_MARK = re.compile(r"sub|sous-?trait|nachunter|podwykon|субп|соисполн|співвик|分包")


def with_helpers_told(notice: Notice) -> Notice:
    """Return a notice with the subcontractors that words around their names tell, beside winners it names."""
    notice = _without_denied(notice)
    winners = notice.of(*_WINNERS)
    if notice.stage not in SETTLED or not winners or notice.of(Meaning.SUBCONTRACTOR):
        return notice
    places: list[Piece] = []
    for sheet in notice.sheets[:_PAGES]:
        if _MARK.search(sheet.flat, 0, _LONGEST_PAGE) is not None:
            places += _han(sheet) if notice.language == "zh" else _western(sheet, winners)
    named = {one.flat: one for one in reversed(places) if not any(_is_in(one, entry) for entry in winners)}
    first = len(notice.entries)
    told = [
        Entry(
            meaning=Meaning.SUBCONTRACTOR, label="subcontractor", value=one, order=first + at, lot=_lot_of(one, winners)
        )
        for at, one in enumerate(sorted(named.values(), key=lambda one: one.start))
    ]
    return replace(notice, entries=(*notice.entries, *told)) if told else notice


def _without_denied(notice: Notice) -> Notice:
    """Return a Chinese notice without the subcontractors that sentences about losers and complaints name."""
    if notice.language != "zh":
        return notice
    kept = [one for one in notice.entries if one.meaning is not Meaning.SUBCONTRACTOR or one.label or _is_kept(one)]
    return replace(notice, entries=tuple(kept))


def _is_kept(entry: Entry) -> bool:
    flat, start = entry.value.sheet.flat, entry.value.start
    begins = max(flat.rfind(sign, 0, start) for sign in "\n。;") + 1
    return _OF_OTHERS_HAN.search(flat, begins, start) is None and _is_granted_han(flat, entry.value.end)


def _is_granted_han(flat: str, end: int) -> bool:
    """Say whether nothing behind a name, to the end of its sentence, says that it is not so."""
    behind = re.split(r"[\n。;]", flat[end : end + _REFUSED_WITHIN], maxsplit=1)[0]
    return _REFUSED_HAN.search(behind) is None


def _is_in(name: Piece, entry: Entry) -> bool:
    return name.flat in entry.value.flat


def _lot_of(name: Piece, winners: list[Entry]) -> str | None:
    """Return the lot of the winner named last before, where every winner has one."""
    before = [one for one in winners if one.value.sheet is name.sheet and one.value.start < name.start]
    if not before or any(one.lot is None for one in winners):
        return None
    return max(before, key=lambda one: one.value.start).lot


def _western(sheet: Sheet, winners: Sequence[Entry]) -> Iterator[Piece]:
    """Yield the names with a legal form that words of subcontracting lead to or stand behind."""
    flat = sheet.flat
    for line in re.finditer(r"[^\n]+", flat[:_LONGEST_PAGE]):
        if _MARK.search(line[0]) is None:
            continue
        piece = Piece(sheet=sheet, start=line.start(), end=line.end())
        strangers: list[str] = []
        for start, end in islice(companies(piece.text), _MOST):
            before = line[0][max(0, start - 160) : start]
            told = max(before.rfind(". "), before.rfind("; "))
            sentence = before[told + 1 :]
            label = next((one for one in _LABEL.finditer(before) if one.end() == len(before)), None)
            led = label is not None or _is_handed(before, sentence)
            named = piece.part(start, end + keeps_full_stop(piece.text, end))
            if not led and _BEHIND.match(line[0], end) is None:
                if not any(_is_in(named, entry) for entry in winners):
                    strangers.append(named.flat)
                continue
            said = before[label.start() :] if label is not None else sentence if led else ""
            is_refused = _REFUSED.search(_to_stop(line[0], named.end - piece.start)) is not None
            is_of_another = bool(strangers) and led
            is_denied = any(word.search(one) for word, one in ((_NOT, said), (_LOSERS, line[0][:start])))
            if not (is_denied or is_refused or is_of_another or _ONCE.search(sentence)):
                yield named


def _is_handed(before: str, sentence: str) -> bool:
    """Say whether the words before a name hand work over to it, and no papers."""
    handed = _HANDED.search(before)
    if handed is None or _PAPERS.search(sentence) is not None:
        return False
    noun = _NOUN.match(handed[0])
    return noun is None or _GIVEN.search(handed[0][noun.end() :]) is not None


def _to_stop(line: str, start: int) -> str:
    """Return the words behind a name up to the end of its sentence."""
    return re.split(r"[.;]", line[start : start + _REFUSED_WITHIN], maxsplit=1)[0]


def _han(sheet: Sheet) -> Iterator[Piece]:
    """Yield the Chinese firms that words for a subcontractor lead to."""
    flat = sheet.flat[:_LONGEST_PAGE]
    for match in islice(_HAN.finditer(flat), _MOST):
        begins = max(flat.rfind(sign, 0, match.start()) for sign in "\n。;") + 1
        ends = next(
            (at for at in range(match.end(), min(len(flat), match.end() + 40)) if flat[at] in "\n。;,、("),
            match.end() + 40,
        )
        firms = companies_han(Piece(sheet=sheet, start=match.end(), end=min(ends, len(flat))))
        if len(firms) != 1 or firms[0].piece.start != match.end():
            continue
        is_denied = any(words.search(flat, begins, match.end()) for words in (_NOT_HAN, _OF_OTHERS_HAN))
        if not is_denied and _is_granted_han(flat, firms[0].piece.end):
            yield firms[0].piece
