"""The day on which a paper was made, by the words for its making, its number at its head, or its label behind it.

"Дата и время формирования: 2021-08-24", "Fecha de última actualización: 29 de enero de 2024", "Proceedings No. R3/2023
dated 29.11.2023", "14/02/2024, date de publication". Where two days have such words, none is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.languages.dates import FoundDate
from tenderlight.model.statement import Stage
from tenderlight.model.values import DateKind, PartialDate

_LONGEST = 12_000
_WITHIN = 80
_BY_STAGE = {Stage.AWARD: DateKind.AWARD, Stage.CONTRACT: DateKind.CONTRACT, Stage.CORRECTION: DateKind.CORRECTION}
_MADE = re.compile(
    r"(?:^|[\n|\t;•]|\s{3}|\.\s)\s{0,3}(?:[-–—*]\s|\d{1,2}(?:\.\d{1,2})?[.)]\s)?"
    r"(?:дата|день|fecha|data|date|datum)(?:\s(?:и|і|та|y|e|et|and)\s(?:время|час|hora|ora|heure|time))?\s"
    r"(?:(?:de|d[’']|da|do|du|del|della|der|des|of|the|di|la|última|ultima|última|dernière|letzten|letzte|last|ostatniej|"
    r"последнего|последней|останнього)\s?){0,3}"
    r"(?:формирован|составлен|складан|створен|создан|повідомлен|уведомлен|оновлен|обновлен|формуван|"
    r"actualizaci|atualiza|mise à jour|updat|modified$|generat|generaci|geração|elabora|emisi|emiss|expedi|issu|"
    r"établissement|création|creaci|creation|criação|aktualis|erstell|ausstell|aggiornament|compilazion|"
    r"aktualizacj|sporządz|utworz)\w{0,12}"
    r"(?:\s(?:протокола|протоколу|документа|документу|отч[её]та|звіту|del documento|do documento|"
    r"du document|of document))?"
    r"\s{0,2}[:|–—-]?\s{0,4}$"
)
"""A label of a day that says when the paper was made, brought up to date or sent."""
_HEAD_LINES = 5
_NUMBERED = re.compile(
    r"\s{0,9}(?:proceedings|(?:office |sanction |purchase |government |supply |work )?order|"
    r"(?:rate |framework |running |parallel rate )?contract|agreement|memorandum|office memorandum|resolution|"
    r"decision|minutes?|record|g\.o\.|decreto|resolución|despacho|arrêté|décision|beschluss|verfügung|determinazione|"
    r"delibera(?:zione)?|uchwała|zarządzenie)\s"
    r"(?:(?:no|nº|n°|nr|ref)\s?\.?\s?:?\s?)[^\s,;]{1,40},?\s(?:dated|dt\.?|of|du|del?|vom|z dnia)\s{0,2}:?\s?$"
)
"""The name of a decision with its number and the word for its day, at the head of the paper."""
_SAT = re.compile(
    r"(?<!\w)(?:reunid[oa]s?|reunió|reuniu-se|sesión|sessão|séance|réunie?s?|sitting|met|заседани\w+|засідання|sitzung|"
    r"seduta|riunit[oa]s?i?|posiedzeni\w+)(?:\s(?:pública?|publique|on|of|held on|"
    r"состоял\w+|відбулося))?,?\s(?:no dia|en fecha|el día|em|a|el|le|du|de|on|am|vom|il|del|от|від|w dniu|z dnia)\s$"
)
"""The day on which those who judge the bids met."""
_PUBLISHED_BEHIND = re.compile(
    r"\s?(?:,|\(|[-–—]\s)\s?(?:the\s|la\s)?(?:date|fecha|data|datum|дата)\s(?:of\s|de\s|da\s|der\s|di\s|"
    r"de la\s|cette\s)?"
    r"(?:its\s|su\s|sua\s|sa\s)?(?:publi|veröffentl|pubbli|публик|опублик)"
)
"""The words for the day on which a paper came out, behind that day."""


def days_of_papers(
    notice: Notice, dates_in: Callable[[str], tuple[FoundDate, ...]]
) -> Iterator[tuple[DateKind, Piece, PartialDate]]:
    """Yield the one day on which a paper says that it was made, decided or published.

    Args:
        notice: A document for whose own day no label that is listed has been found.
        dates_in: Finds the dates of a text by the habits of the document's language and country.
    """
    if notice.stage is None or notice.language == "zh" or sum(len(sheet.flat) for sheet in notice.sheets) > _LONGEST:
        return
    made = _BY_STAGE.get(notice.stage, DateKind.PUBLICATION)
    found = [
        (kind, Piece(sheet=sheet, start=one.start, end=one.end), one.date)
        for sheet in notice.sheets
        for one in dates_in(sheet.flat)
        if one.date.day is not None and (kind := _kind(notice.stage, sheet, one, made)) is not None
    ]
    if len({date for _kind_of_it, _piece, date in found}) == 1:
        yield found[0]


def _kind(stage: Stage, sheet: Sheet, one: FoundDate, made: DateKind) -> DateKind | None:
    """Return what happened on a day by the words beside it, or None if they tell nothing of the paper."""
    if _PUBLISHED_BEHIND.match(sheet.flat, one.end):
        return DateKind.PUBLICATION
    before = sheet.flat[max(0, one.start - _WITHIN) : one.start]
    if stage is not Stage.ACCEPTANCE and _MADE.search(before):
        return made
    if stage is Stage.CANDIDATE and _SAT.search(before):
        return made
    line = sheet.flat.rfind("\n", 0, one.start) + 1
    is_head = stage in {Stage.AWARD, Stage.CONTRACT} and sheet.flat.count("\n", 0, line) < _HEAD_LINES
    return made if is_head and _NUMBERED.fullmatch(sheet.flat, line, one.start) else None
