"""The stage of a document that no known heading and no sentence tells: by the roots of the words it begins with.

Headings are made anew everywhere ("Bid Tabulation and Award Recommendation", "Plan prévisionnel et révisable de
passation des marchés", 流标通知), and what they are about is said by few roots. Those that undo or put right something
count before those of the thing that is undone, and the first lines alone are looked at: a way of last resort.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.stages.words import UNDECIDED
from tenderlight.facts.words.lot_keys import LOT, LOT_WESTERN
from tenderlight.languages.normalise import without_accents
from tenderlight.languages.scripts import has_han
from tenderlight.model.statement import Stage

_LINES = 6
_LINES_HAN = 3
_FIRST = 2
_OVER = {
    Stage.CONTRACT: frozenset(
        {Stage.ACCEPTANCE, Stage.CANCELLATION, Stage.CORRECTION, Stage.SINGLE_SOURCE, Stage.PLAN, Stage.AWARD}
    ),
    Stage.AWARD: frozenset({Stage.ACCEPTANCE, Stage.CANCELLATION, Stage.CORRECTION, Stage.SINGLE_SOURCE}),
    Stage.TENDER: frozenset({Stage.CANCELLATION, Stage.CORRECTION, Stage.PLAN, Stage.SINGLE_SOURCE, Stage.AWARD}),
}
"""Stages that a heading tells against the fields below it."""
_LONGEST = 150
_LONGEST_HAN = 60
_SENTENCE = re.compile(r"[.;,]\s*$|[^\W\d_]{3}\.\s+(?=[^\W\d_])|[。;]")
"""A line of running text, which heads nothing."""
_INVITES = re.compile(
    r"invit|convoca|deadline|due (?:date|by)|closing|submi(?:t|ssion)|presentacion de (?:ofertas|propuestas)|fecha "
    r"limite|"
    r"date limite|remise des (?:offres|plis)|cahier des charges|abgabe|angebotsfrist|scadenza|termine per|termin sklad|"
    r"data limite|recebimento das propostas|окончани\w+ (?:срока|подачи)|срок подачи|кінцев\w+ строк|مهلت|"
    r"آخر موعد|截止|递交|投标|开标|bid (?:secur|bond)|tender box|garantia de (?:mantenimiento de )?oferta|"
    r"(?:venta|valor|costo) del? (?:los )?pliegos?|"
    r"(?:sera|est) procede[^.\n]{0,160}ouverture des (?:plis|offres)|"
    r"(?:cautionnement|garantie) provisoires? (?:est|sont|:)|"
    r"depot des (?:offres|plis|soumissions|dossiers)|reception des (?:offres|plis|soumissions)|"
    r"termine (?:di |ultimo )?(?:ricezione|presentazione|di presentazione|di ricezione)|ricezione (?:delle )?offerte|"
    r"entrega das propostas|einreichung der angebote|skladania ofert|"
    r"(?:прием[аеу]?|приема|подач[аи]) (?:заявок|предложений|котировок)|обеспечени[ея] заявки|"
    r"(?:подання|подачi|подачі) (?:тендерних )?пропозицій"
)
"""Words of papers that ask for bids: the number of a procedure alone ("RFP 2021-06") asks for none."""
_ARE_INVITED = re.compile(r"invited to (?:submit|tender|bid|quote)|\bbids are invited")
_OF_OTHERS = re.compile(
    r"投诉|质疑|异议|举报|行政处罚|监督检查|裁决|complaint|appeal board|жалоб|скарг|recurso de|protest|"
    r"(?:award|selection|evaluation) criteria"
)
"""Papers of those who watch over a procedure."""
_WESTERN: tuple[tuple[Stage, str], ...] = (
    (
        Stage.CORRECTION,
        (
            r"corrigend|errat(?:um|a)\b|rectific|retifica|addend|adend|"
            r"amendment (?:no|n|#|to the (?:notice|tender|bid))|"
            r"berichtig|rettific|sprostowan|изменени|исправлен|виправлен|змін|اصلاحیه|تصحیح|تعدیل"
        ),
    ),
    (
        Stage.CANCELLATION,
        (
            r"cancel|annul|withdraw(?:n|al)|terminat(?:ion|ed)|revoca|revoga|desiert|desert[ao]\b|infruct|sans suite|"
            r"widerruf|"
            r"aufheb|unieważn|uniewazn|отмен|аннулир|скасув|відмін|несостоявш|إلغاء|لغو|discontinu|not (?:be )?awarded"
        ),
    ),
    (
        Stage.ACCEPTANCE,
        (
            r"acceptance (?:certificate|report|note|protocol|test)|certificate of (?:\w+ )?(?:acceptance|completion)|"
            r"completion certificate|goods received|handover|reception|recepcion|recebimento|abnahme|collaudo|odbior|"
            r"акт (?:при|сда|вы|про)|приемк|приймання|استلام|تحویل"
        ),
    ),
    (
        Stage.PLAN,
        (
            r"procurement plan|plan (?:anual|previsionnel|annuel|de (?:contrata|compra|adquisi|passation))|"
            r"programa anual|"
            r"\bpacc?\b|prior information|market (?:engagement|sounding|consultation)|request for information|forecast|"
            r"vorinformation|план-график|план(?:а|у)? закуп|річний план|plan zamowien|preavviso|pre-information|"
            r"consulta (?:previa|preliminar)|(?:advance|early) (?:tender |procurement |market )?notice|"
            r"upcoming (?:tender|contract|procure)"
        ),
    ),
    (
        Stage.CANDIDATE,
        (
            r"(?:opening|ouverture|apertura|abertura|eroffnung|вскрыти|розкритт|otwarci)\w*.{0,40}(?:record|minute|"
            r"bids|"
            r"tenders|offers|plis|offres|ofertas|propostas|sobres|angebot|конверт|пропозиц|заяв|ofert)|"
            r"(?:bid|tender|proces-verbal d'|acta de|ata de) ?(?:opening|abstract|ouverture|apertura|abertura)|"
            r"short-?\s?list|lista corta|liste (?:restreinte|courte)|lista breve|короткий список|"
            r"pre-?qualified (?:bid|firm|sup)"
        ),
    ),
    (
        Stage.AWARD,
        (
            r"\baward|standstill|(?<!entidade )(?<!entidad )(?<!entite )(?<!poder )(?<!pouvoir )"
            r"adjudic(?!acion (?:simplificada|directa|de menor))|"
            r"\badjug|attribu|homolog|zuschlag|vergeben|aggiudica|wyborze|победител|итог|переможц|"
            r"ترسية|"
            r"برنده|"
            r"\bresults?\b|resultad|resultat|successful (?:bid|tender|suppl)|best evaluated|"
            r"winner (?:evaluation|announcement|determination|selection)|(?:решени\w+ )?о присуждении|"
            r"решени\w+ о выборе|выбор\w* (?:поставщик|исполнител|подрядчик)|buena pro|\bfallo\b|ergebnis|\bwynik"
        ),
    ),
    (
        Stage.SINGLE_SOURCE,
        (
            r"(?:inten[cç]\w+|intencion|intention|предложен\w+) (?:de |d'|of )?(?:la )?(?:contrata\w+|compra\w*|"
            r"adquisicion|passer un marche|adjudica\w+|contracting|award) (?:en forma |de forma |por |par )?"
            r"(?:diret|direct|entente directe|gre a gre|inexig|dispensa)|"
            r"(?:sole|single)[- ]source|deviation (?:memo|report|request)|justification for (?:other|limited)|"
            r"единственн\w+ (?:поставщик|исполнител|подрядчик)|єдин\w+ постачальник|переговорн\w+ процедур"
        ),
    ),
    (
        Stage.CONTRACT,
        (
            r"purchase order|\blpo\b|delivery order|task order|call-off|orden de compra|bon de commande|"
            r"ordem de (?:compra|forneci)|nota de empenho|bestellung|\bumowa\b|\bcontrat\b|\bcontract\b|agreement|"
            r"\bcontrato\b|"
            r"\bдоговор|\bконтракт|\bдоговір|vertrag\b|convenio|عقد|قرارداد|work order|\bavenant"
        ),
    ),
    (
        Stage.TENDER,
        (
            r"invit(?:ation|es)|\btender\b|request for|\brf[pq]\b|\bitb\b|solicitation|convoca|licitac|concurso|edital|"
            r"appel (?:d'offres|ouvert|public)|ausschreibung|bando\b|przetarg|запрос (?:котиров|предлож|цен)|аукцион|"
            r"конкурс|"
            r"оголошення|مناقصة|مناقصه|expression of interest|quotation|llamado a|call for (?:bids|tenders|offers|"
            r"proposals)|"
            r"appel a (?:concurrence|candidature)|proceso de (?:compra|seleccion)|detalle de proceso|ficha de seleccion"
        ),
    ),
)
_HAN: tuple[tuple[Stage, str], ...] = (
    (Stage.CORRECTION, r"更正|勘误|补遗|变更(?:公告|通知)"),
    (Stage.CANCELLATION, r"流标|废标|终止|取消|未成交|采购失败|暂停采购|停止采购|中止采购"),
    (Stage.ACCEPTANCE, r"验收|交货单|送货单"),
    (Stage.PLAN, r"采购意向|采购(?:需求)?计[划画]|预告|征求[^\n]{0,40}意见|市场调研|需求调研|征集[^\n]{0,20}意见"),
    (Stage.CANDIDATE, r"候选|开标记录|唱标|优先议价|优胜厂商(?:名单|序位)"),
    (Stage.SINGLE_SOURCE, r"单一来源|唯一供应商|直接采购公示|直接磋商|直接委聘|定向采购"),
    (
        Stage.AWARD,
        r"中标|成交|中选|入围|判给|结果|花落|揭晓|喜报|定标|决标|得标|报价接纳|获(?:得)?接纳|接纳(?:投标|报价)?书",
    ),
    (Stage.CONTRACT, r"订\s?货\s?单|订单|采购单|合同|契约|协议书|签约"),
    (Stage.TENDER, r"招\s?标|询价|磋商|谈判|比选|竞价|邀请|竞\s?投(?!人)"),
)
_PATTERNS = {
    True: [(stage, re.compile(pattern)) for stage, pattern in _HAN],
    False: [(stage, re.compile(rf"(?<![^\W\d_])(?:{pattern})")) for stage, pattern in _WESTERN],
}


def beside_its_fields(
    stage: tuple[Stage, Piece] | None, sheets: Sequence[Sheet], title: Piece | None
) -> tuple[Stage, Piece] | None:
    """Return the stage that fields tell, or another that the first lines speak of, whose papers have the same fields.

    A certificate of acceptance has the fields of the contract, a notice of cancellation those of the tender; portals
    say what became of either beside "status".

    Args:
        stage: What a heading, fields and sentences tell.
        sheets: The document.
        title: The heading that tells it; one of the first lines counts before what they speak of.
    """
    if stage is None or stage[0] not in _OVER:
        return stage
    state = _status(sheets[0].flat[:_STATUS_WITHIN]) if stage[0] is not Stage.CONTRACT else None
    if state is not None and not _is_of_one_item(sheets[0].flat[:_STATUS_WITHIN], state):
        return Stage.CANCELLATION, Piece(sheet=sheets[0], start=state.start("state"), end=state.end("state"))
    if title is not None and title.sheet.flat.count("\n", 0, title.start) < _FIRST:
        return stage
    headed = stage_by_roots(sheets, lines=_FIRST)
    if headed is None or headed[0] not in _OVER[stage[0]]:
        return stage
    flat, start = headed[1].sheet.flat, headed[1].start
    line = flat[flat.rfind("\n", 0, start) + 1 :].partition("\n")[0]
    is_part = _PART.match(line) or LOT.search(line) or LOT_WESTERN.search(line)
    return stage if is_part or (has_han(line) and not _PAPER_HAN.search(line)) else headed


def stage_by_roots(sheets: Sequence[Sheet], lines: int = _LINES) -> tuple[Stage, Piece] | None:
    """Return the stage that the first lines of a document speak of, and the words, or None."""
    for sheet in sheets[:1]:
        is_han = has_han(sheet.flat[:200])
        found = list(re.finditer(r"(?m)^[^\n]*\S[^\n]*", sheet.flat))[: min(lines, _LINES_HAN) if is_han else lines]
        for line in found:
            is_text = _SENTENCE.search(line[0]) is not None and not sheet.page.text[slice(*line.span())].isupper()
            if is_text or _OF_OTHERS.search(line[0]) or len(line[0]) > (_LONGEST_HAN if is_han else _LONGEST):
                continue
            words = line[0] if is_han else without_accents(line[0])
            for stage, pattern in _PATTERNS[is_han]:
                match = pattern.search(words)
                if match is not None and _holds(stage, without_accents(sheet.flat)):
                    start = line.start() + (match.start() if len(words) == len(line[0]) else 0)
                    end = start + len(match[0]) if len(words) == len(line[0]) else line.end()
                    undecided = UNDECIDED.search(sheet.flat) if is_han and stage is Stage.AWARD else None
                    if undecided is not None:
                        return Stage.CANDIDATE, Piece(sheet=sheet, start=undecided.start(), end=undecided.end())
                    return stage, Piece(sheet=sheet, start=start, end=end)
    return None


_PART = re.compile(
    r"\s*(?:附件|附录|附表|第[一二三四五六七八九十\d]{1,3}[章节部条]|annex|appendix|schedule|attachment|anexo|annexe|allegato|anlage|załącznik|"
    r"приложение|додаток)"
)
"""The heading of a part of a paper, which tells nothing of the whole."""
_PAPER_HAN = re.compile(
    r"(?:报告单?|[书表单函]|公告|公示|通知|纪要|意见|说明|决定|结果|预告|计划|意向)[)》\s]*(?:[(（][^()（）]{0,30}[)）])?\s*(?:$|[:：\s])"
)
"""The end of the name of a paper."""
_STATUS_WITHIN = 1_500
_STATUS = re.compile(
    r"(?:^|\n|\s{2}|\t)\W{0,3}(?:(?:tender |process |procurement )?status|statut|estado(?: del? (?:proceso|"
    r"procedimiento|llamado))?|situaç[aã]o|situaci[oó]n|etapa|"
    r"статус(?: закупки| тендера)?|стан(?: закупівлі)?|(?:项目|采购|"
    r"公告)?状态)\s*[:：|]?\s+(?P<state>[^\n:]{0,40}?(?:cancel|annul|desiert|fracas|infruct|revog|"
    r"withdrawn|sans suite|відмін|скасов|не відбул|отмен|аннулир|несостоя|终止|废标|流标|取消)\w*)"
)
"""What became of a procedure, beside the word for its state."""
_STATUS_WORDS = ("stat", "estado", "situa", "etapa", "статус", "стан", "状态")
_ALSO_WON = re.compile(
    r"\b(?:estado|situaci[oó]n|situação|resultado)\s?:\s*(?:adjudicad|homologad|consentid|contratad)[oa]\b|"
    r"\b(?:adjudicad[oa]|homologad[oa]) (?:a|al|ao|à|para)\s?:|\b(?:statut|status|résultat|result)\s?:\s*(?:attribué|"
    r"awarded)|\bawarded to\s?:|\battribué à\s?:"
)
"""Something was awarded, perhaps another item than the one whose state is told."""
_ITEM = re.compile(
    r"(?<![^\W\d_])(?:[íi]tem|lot(?:e|to)?|partida|rengl[oó]n|l[íi]nea|line|poste?|position|лот)\s?[:.]?\s?"
    r"(?:n[°ºo.]{1,2}\s?)?\d|"
    r"\n\s{0,9}\d{1,3}\s?[.)|\t]"
)
"""The beginning of an item or a lot."""


def _status(head: str) -> re.Match[str] | None:
    """Return what the first signs of a document say beside a word for its state; to look for that word is quicker."""
    return _STATUS.search(head) if any(word in head for word in _STATUS_WORDS) else None


def _is_of_one_item(head: str, state: re.Match[str]) -> bool:
    """Say whether another item begins between a state and the words by which something was awarded.

    Else the state is that of the procedure: "Status: Cancelled", and below it who had won before.
    """
    for won in _ALSO_WON.finditer(head):
        start, end = sorted((state.start("state"), won.start()))
        if _ITEM.search(head, start, end) is not None:
            return True
    return False


def _holds(stage: Stage, flat: str) -> bool:
    """Say whether the text lets a root in the heading count: who invites plans no more, and a tender file invites."""
    if stage is Stage.PLAN:
        return _ARE_INVITED.search(flat) is None
    return stage is not Stage.TENDER or _INVITES.search(flat) is not None
