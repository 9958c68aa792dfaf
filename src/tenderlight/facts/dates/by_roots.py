"""The day of a document by the root of the word before it, or by a line that holds nothing but a place and a day.

"Date de l'adjudication: 17.09.2024", "Abgesandt: 02.09.2021", "合約日期：2024年3月8日": no list has every label that
forms and offices use, but they are made of few roots, and the stage says which of them count. Where two days have
such a word, none is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tenderlight.facts.dates.given_up import tells_day_given_up
from tenderlight.facts.dates.only_days import only_day
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Piece
from tenderlight.languages.dates import FoundDate
from tenderlight.model.statement import Stage
from tenderlight.model.values import DateKind, PartialDate

_DatesIn = Callable[[str], tuple[FoundDate, ...]]
_Found = tuple[DateKind, Piece, PartialDate]
_TOLD_ALONE = frozenset({Stage.AWARD, Stage.CONTRACT, Stage.CANCELLATION, Stage.ACCEPTANCE})
"""Stages whose one day is that of the act."""
_OF_ORDER = re.compile(
    r"contra[ct]|order|pedido|march[ée]|bon de|orden|ordem|factur|fatura|remit|convenio|acuerdo|agreement|договор|"
    r"договір|контракт|заказ|vertrag|auftrag|bestell|umow|licita|pregão|process|proceso|procédure|ref|n[°º.]|"
    r"ofert|offre|offer|angebot|proposta|propuesta|quot|devis|presupuesto|orçamento|albar[aá]n|lieferschein|"
    r"bon de livraison|delivery note|guía|guia de|garant|guarant|warrant|caution|fianza|caução|invoice|rechnung|bid\b|"
    r"tender\b|предложен|пропозиц|накладн|сч[её]т|рахун|гаранти|гаранті"
)
"""Words for what is accepted, before its day: that is not the day on which it was."""
_SAID_BEFORE = 60
_LONGEST = 12_000
_WITHIN = 60
_AWARDED = re.compile(
    r"award|adjudica|attributi|zuschlag|vergabe|beschl|decision|décision|decisión|decisão|resolu|approv|adopt|accepted|"
    r"letter of accept|homolog|séance|sitzung|sesión|session|reunião|reunión|meeting|победител|протокол|решени|рішення|"
    r"定标|决标|成交|中标|完成日|批出|授出|授予|核定"
)
_SIGNED = re.compile(
    r"sign|contract date|order date|date of (?:the )?(?:contract|agreement|order)|agreement[^,;]{0,20} dated|firm[aeó]|"
    r"suscri|assina|celebra|подпис|заключ|договор[^,;:]{0,40} от$|договору[^,;:]{0,40} від$|підпис|укладен|unterzeich|"
    r"zawar|签订|签署|合约日期|合同日期|立约|订立"
)
_ACCEPTED = re.compile(r"accept|recep|recibi|inspect|приемк|приймання|прийня|abnahme|réception|验收|点收|收讫")
_PUBLISHED = re.compile(
    r"publi(?!c\b|que\b)|veröffent|abgesandt|absendung|dispatch|posted|issued|envoi|parution|anep|размещ|опублик|формиров|оприлюд|"
    r"уведомлен|notifi|"
    r"bekanntm|通知|发布|公告|填表|刊登|发出|制表|分派"
)
_ROOTS = {
    Stage.AWARD: (DateKind.AWARD, _AWARDED),
    Stage.CONTRACT: (DateKind.CONTRACT, _SIGNED),
    Stage.ACCEPTANCE: (DateKind.ACCEPTANCE, _ACCEPTED),
    Stage.CORRECTION: (
        DateKind.CORRECTION,
        re.compile(
            r"更正|correct|errat|rectif|corrig|rettific|retific|berichtig|sprostowan|"
            r"(?:изменени|исправлени|уточнени)\w{1,3} от$|(?:змін|виправлен)\w{0,3} від$"
        ),
    ),
}
_OTHER = re.compile(
    r"deadline|limit|until|before|after|\bend|fin\b|expir|valid|open|apertura|abertura|clos|start|inici|begin|"
    r"截止|开标|开始|有效|до$|план|estimad|previst|prévu|срок|received|\bbid|quot|tender (?:no|advert)|avis d.appel|"
    r"invit|приглаш|извещени|modif|amend|commenc|complet|deliver|entrega|livraison|质保|期满|前$|原|上次|次公告|"
    r"окончан|закінчен|sources sought|law|decree|décret|decreto|закон|vence|start|"
    r"report|standstill|appeal|\bcontrat[oa]? n|registr|licen|document|previous|anterior|prior\b|"
    r"former|précédent|прежн|предыдущ|попередн|earlier|此前|曾|quotation|offre du"
)
_CORRECTED = re.compile(r"publi|paru|annon[cç]")
"""Words for the paper that is corrected, or for its publication."""
_UNTIL = re.compile(r"\s?(?:之?以?前|起|止|至|报送|推荐|[-–—~]\s?\d)")
_TIME = re.compile(r"\s{0,3}\d{1,2}\s?[:时点h]")
"""A day with an hour is that of a deadline or an opening."""
_CLAUSE = re.compile(r"[\n;；。|│\t]| {3,}|(?<=[^\W\d_]{3})\.\s")
_ALONE_BEFORE = re.compile(
    r"\s{0,40}(?:fait |done |dado |dada )?(?:(?:à |at |en |em )?[^\W\d_][^\n\d:;,.]{1,40}, )?"
    r"(?:le |el |a |a los |aos |den |em |on )?"
)
_ALONE_BEHIND = re.compile(r"[\s.]{0,4}(?:[,|–—-]\s?[^\d\n:]{2,40}(?::[^\n]{0,20})?)?\s*(?:\n|$)")
_NOT_ALONE = re.compile(
    r"[\s,](?:on|by|until|dated|from|before|am|bis|до|от|від|le|el|of|du|vom|z|dia)\s(?!$)|"
    r"dated|publi|valid|notifi|posted"
)


def last_day(notice: Notice, dates_in: _DatesIn) -> Iterator[_Found]:
    """Yield the day of a document by the ways of last resort: its root or own line, else the one that is left."""
    found = list(days_by_roots(notice, dates_in, alone=True))
    left = only_day(notice, dates_in) if not found and notice.stage in _TOLD_ALONE else None
    yield from found
    if left is not None and notice.stage is Stage.ACCEPTANCE:
        piece, _date = left
        line = piece.sheet.flat.rfind("\n", 0, piece.start) + 1
        if _OF_ORDER.search(piece.sheet.flat, max(line, piece.start - _SAID_BEFORE), piece.start):
            left = None
    if left is not None:
        yield _ROOTS.get(notice.stage or Stage.TENDER, (DateKind.PUBLICATION, _PUBLISHED))[0], *left


def days_by_roots(notice: Notice, dates_in: _DatesIn, *, alone: bool) -> Iterator[_Found]:
    """Yield the one day that the root of its label, or a line of its own, says to be that of the document.

    Args:
        notice: A document for whose own day no label that is listed has been found.
        dates_in: Finds the dates of a text by the habits of the document's language and country.
        alone: Whether a line with nothing but a place and a day counts.
    """
    if notice.stage is Stage.CANCELLATION and tells_day_given_up(notice):
        return
    if notice.stage is None or sum(len(sheet.flat) for sheet in notice.sheets) > _LONGEST:
        return
    kind, roots = _ROOTS.get(notice.stage, (DateKind.PUBLICATION, _PUBLISHED))
    labelled: list[tuple[Piece, PartialDate]] = []
    by_itself: list[tuple[Piece, PartialDate]] = []
    for sheet in notice.sheets:
        for one in dates_in(sheet.flat):
            if one.date.day is None:
                continue
            piece = Piece(sheet=sheet, start=one.start, end=one.end)
            before = _CLAUSE.split(sheet.flat[max(0, one.start - _WITHIN) : one.start])[-1].rstrip(" :(")
            is_timed = kind is DateKind.PUBLICATION and _TIME.match(sheet.flat, one.end)
            if _is_own(kind, roots, before) and not (is_timed or _UNTIL.match(sheet.flat, one.end)):
                labelled.append((piece, one.date))
            line = sheet.flat[sheet.flat.rfind("\n", 0, one.start) + 1 : one.start]
            if (
                _ALONE_BEFORE.fullmatch(line)
                and not _TIME.match(sheet.flat, one.end)
                and not _NOT_ALONE.search(line)
                and _ALONE_BEHIND.match(sheet.flat, one.end)
            ):
                by_itself.append((piece, one.date))
    for days in (labelled, by_itself if alone else []):
        if len({date for _piece, date in days}) == 1:
            yield kind, *days[0]
            return


def _is_own(kind: DateKind, roots: re.Pattern[str], before: str) -> bool:
    """Say whether the words before a day say that it is the one looked for, and not that of another act or paper."""
    if roots.search(before) is None or _OTHER.search(before):
        return False
    if kind is DateKind.CORRECTION:
        return _CORRECTED.search(before) is None
    return kind is DateKind.PUBLICATION or _PUBLISHED.search(before) is None
