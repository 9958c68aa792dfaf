"""Words of work left to subcontractors, and of what names nobody for one: bans, refusals, papers, other bids."""

from __future__ import annotations

import re

SUBCONTRACTORS = (
    r"(?:sub-?\s?contractors?|subcontrat(?:ista|ad[oa])s?|subempreiteir[oa]s?|sous-?traitante?s?|"
    r"(?:unterauftrag|nachunter|subunter)nehmer\w{0,3}|subappaltator[ei]|podwykonawc\w{1,2}|субподрядчик\w{0,3}|"
    r"соисполнител\w{1,3}|субпідрядник\w{0,3}|співвиконав\w{1,4})"
)
NOT_LEFT = re.compile(
    r"(?<!\w)(?:no|not|none|without|never|must|may|sin|ningun\w*|no se|não|sem|sans|aucune?|pas|non|senza|nicht|"
    r"kein\w*|ohne|bez|nie|не|без|нет|немає|proposed by|unsuccessful|rejected|losing|replaced|former|previous|"
    r"refus\w*|rejet\w*)(?!\w)"
)
PAPERS = re.compile(
    r"(?<!\w)(?:requests?|shall be (?!sub)|reported|copies|copy|notif\w+|informed|communicat\w+|addressed|submitted|"
    r"applications?|invoices?|questions|enquiries|demandes?|adress\w+|transm\w+|soumis\w*|déclar\w+|factures?|"
    r"solicitud\w*|solicitaç\w+|comunic\w+|notific\w+|remit\w+|enviar\w*|enviad\w+|presentar\w*|presentad\w+|"
    r"informar\w*|copias?|cópias?|facturas?|pedidos?|encaminha\w+|apresenta\w+|richiest\w+|inviat\w+|inviar\w+|"
    r"trasmess\w+|indirizza\w+|copie|antr[äa]g\w*|anfragen|fragen|mitteil\w+|meldung\w*|gemeldet|anzuzeigen|"
    r"mitzuteilen|zu richten|копи\w+|запрос\w*|заявк\w+|заявлени\w+|направл\w+|уведом\w+|сообщ\w+|отч[её]т\w*|"
    r"сведени\w+|документ\w*|договор\w* суб\w+|запит\w*|надісл\w+|повідом\w+|звіт\w*|відомост\w+|wniosk\w+)(?!\w)"
)
"""Words for papers, and for telling somebody of work left to others."""
SUBCONTRACTING = re.compile(
    r"(?:sub-?contracting|subcontrata(?:ci[óo]n|ç[ãa]o)|sous-?traitance|unterauftrag\w*|subappalto|субподряд\w*|субпідряд\w*)"
)
GIVEN = re.compile(
    r"(?:subcontracted|given|let|awarded|entrusted|assigned|confi|attribu|cédé|adjudic|encomend|encarg|concedid|otorg|entreg|"
    r"affidat|assegnat|erteilt|vergeben|передан|поручен|доручен|\A\s?(?:(?:of|de|du|d['’]|del|da|do|für|por)\s?"
    r"[^\s]+\s(?:[^\s]+\s)?)?(?:to|à|au|al?|à|alla|an)\s|"
    r"\A\s?:\s[^\n:;.]{2,60}?\s(?:to|à|au|al?|alla|an|a cargo d[aeo]s?)\s)"
)
OF_FORMER_CONTRACT = re.compile(
    r"(?<!\w)(?:earlier|last year|anterior\w*|précédent\w*|precedent\w*|vorherig\w+|bisherig\w+|früher\w*|прежн\w+|"
    r"предыдущ\w+|прошл\w+|попередн\w+|минул\w+|poprzedni\w*|(?:19|20)\d\d (?:contract|agreement|award|tender)|"
    r"(?:in|of|until|since|de|du|en|em|nel|del|do|von|vom|bis|за|в|у|от|від|z|w|contrato|contrat|marché|vertrag)"
    r"\s(?:the year\s|el año\s)?(?:19|20)\d\d)(?!\w)"
)
"""Words for a contract before this one."""
REFUSED = re.compile(
    r"(?<!\w)(?:refus\w+|declin\w+|reject\w+|withdr[ae]w\w*|removed|replaced|indeferid\w+|recusad\w+|negad[oa]s?|"
    r"rechazad\w+|denegad\w+|retirad[oa]s?|rifiutat\w+|negat[oa]|respint\w+|rejet\w+|retiré\w*|odrzucon\w*|odmów\w+|"
    r"отклон\w+|отказ\w*|відхил\w+|відмов\w+|abgelehnt\w*|zurückgewiesen|zurückgezogen|"
    r"(?:not|never|pas|non|no|não|nicht|nie|не)\s(?:\w+\s){0,2}?(?:approv\w+|accept\w+|engaged|confirmed|agréée?s?|"
    r"acceptée?s?|aprobad\w+|autorizad\w+|aceptad\w+|admitid\w+|aprovad\w+|aceit\w+|ammess\w+|autorizzat\w+|"
    r"approvat\w+|genehmigt|zugelassen|согласован\w*|одобрен\w*|допущен\w*|принят\w*|погоджен\w*|прийнят\w*|"
    r"zatwierdzon\w+|dopuszczon\w+))(?!\w)"
)
"""Behind a name: it was proposed, and did not get the work."""
OF_OTHER_BIDS = re.compile(
    r"(?<!\w)(?:unsuccessful|not (?:accepted|awarded|successful)|rejected|other (?:bids?|tenders?|offers?)|losing|"
    r"autres? offres?|otras? ofertas?|outras? propostas?|отклон\w*|відхил\w*|soumissionnaires|bids received)(?!\w)"
)
_NOT_HAN = re.compile(r"不[得允接准许可能将再]|无[需须权意]|未(?![来央名知])|禁止|严禁|是否|能否|可否|拟")
_OF_OTHERS_HAN = re.compile(
    r"第[二三四五](?:名|候选|中标候选|成交候选)|承诺|质疑|举报|投诉|反映|(?<!名)称|上一?[期年届]|原合同|"
    r"往年|申请|计划"
)
_REFUSED_HAN = re.compile(r"不属实|不成立|不实|查无|不存在|不予|未获|未经|未予|被拒|拒绝|驳回|取消|终止|退出")
_STOP_HAN = re.compile(r"[\n。;]")
_BEHIND = 70
"""Characters behind a name, in its sentence, that may say that it was refused."""


def is_left_in_chinese(flat: str, led: int, end: int) -> bool:
    """Say whether a Chinese sentence leaves work to a firm: it forbids nothing and tells of no other bid or contract.

    Args:
        flat: The page's flat text.
        led: Where the words that lead to the firm end.
        end: Where its name ends.
    """
    begins = max(flat.rfind(sign, 0, led) for sign in "\n。;") + 1
    stop = _STOP_HAN.search(flat, end, end + _BEHIND)
    behind = flat[end : stop.start() if stop is not None else end + _BEHIND]
    is_denied = any(words.search(flat, begins, led) for words in (_NOT_HAN, _OF_OTHERS_HAN))
    return not is_denied and _REFUSED_HAN.search(behind) is None
