"""The day of a document that prints one day which can be its own: the last of several ways to a date.

"Resolved at its sitting of 23 May 2022", "Décision n° 12 du 16 septembre 2022", "… am 22.02.2023 an die Firma …": no
label and no frame of a sentence stands beside the day, and yet it can be no other. Days of bids, deadlines, periods,
laws, other papers and newspapers are set aside first; where two days are left, none is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Piece
from tenderlight.languages.dates import FoundDate
from tenderlight.model.values import PartialDate

_LONGEST = 12_000
_WITHIN = 90
_CLAUSE = re.compile(r"\n|[;；。]|(?<=[^\W\d_]{3})\.\s+(?=[^\W\d_])")
_NOT_OWN = re.compile(
    r"\b(?:deadline|due\b|submi|open(?:ing|ed)|clos(?:e|ing|ed)|deliver|complet|until|till|through|from|effective|"
    r"commenc|"
    r"start|begin|expir|valid|before|after|not later|no later|by|between|since|act|law|invit|dated|quot\w*|offer|"
    r"bids?|proposal|"
    r"invoice|received|will|shall|would|expected|previous|original|born|request for|told|newsmen|reported|"
    r"tentative|planned|foreseen|anticipated|likely|replac\w+|prior|former|had|others|anterior|previst|prévue?|précédent|"
    r"prévisionnel|предвар|планир|предыдущ|попередн|прежн|"
    r"dépouillement|plis|demande de|appel d|consultation du|convocatoria|invitación|"
    r"inicio|fin|vence|plazo|hasta|desde|apertura|presentaci|presentad|entrega|vigen|recib|invitaci|"
    r"prazo|até|abertura|apresentaç|recebid|limite|remise|livraison|jusqu|validité|début|ouverture|loi|ley|lei|"
    r"decreto-lei|"
    r"décret n|reçu|offre du|invitation|journal|edition|édition|edición|edição|ausgabe|"
    r"окончан|начал|срок|подач|подан|вскрыт|до|закон|строк|кінц|поч|розкрит|действ|дії|выпуск|"
    r"frist|ablauf|beginn|ende|bis|ab|angebot|gesetz|scadenz|entro|termin|offert|legge|ustaw|"
    r"será|sera|soll|wird|будет|буде|намечен|заплан|qualifi|registr|licen|certif|iso)|"
    r"截止|截至|开标|递交|提交|开始|交货|交付|竣工|有效|期限|服务期|工期|自$|自[^,]{0,4}$|公示|到期|起$|至$|前$|响应|投标|报价|询价|"
    r"开启|邀请|来源|报道|记者|版|成立|注册|生效|施行|实施|立法|修订|原合同|原公告|曾|此前|推荐|报送|拟|预计|计划"
)
"""Words before a day that is not the document's own."""
ENDS_PERIOD = re.compile(
    r"\d\s{0,2}(?:(?:to|until|till|through|thru|a|al|au|até|bis|по|до|al|do|[-–—~至到])\s{0,2})(?:(?:the|el|le|o|den|zum)\s)?$"
)
"""What stands before the last day of a period: its first one, and a word for how long it lasts."""
_GOES_ON = re.compile(
    r"\s{0,2}(?:[-–—~至到]|(?:to|until|a|al|au|по|до|bis)\s(?:[^\s\d]{1,10}\s){0,2}\d|起|前|之前|以前|止|日?起至|"
    r"[^\n,.;]{0,6}版|[^\n。]{0,6}(?:推荐|报送|开标|截止)|记者|[(]?\d{1,2}\s?[:时点h]\s?\d{0,2})"
)
"""What goes on behind the day of a period, a deadline or a newspaper."""


def only_day(notice: Notice, dates_in: Callable[[str], tuple[FoundDate, ...]]) -> tuple[Piece, PartialDate] | None:
    """Return the one day that can be that of the document, and where it stands first; None if there are several.

    Args:
        notice: A document for whose own day no label and no sentence has been found.
        dates_in: Finds the dates of a text by the habits of the document's language and country.
    """
    if sum(len(sheet.flat) for sheet in notice.sheets) > _LONGEST:
        return None
    found: list[tuple[Piece, PartialDate]] = []
    for sheet in notice.sheets:
        for one in dates_in(sheet.flat):
            piece = Piece(sheet=sheet, start=one.start, end=one.end)
            before = _CLAUSE.split(sheet.flat[max(0, one.start - _WITHIN) : one.start])[-1]
            is_other = one.date.day is None or _NOT_OWN.search(before) or _GOES_ON.match(sheet.flat, one.end)
            is_other = is_other or ENDS_PERIOD.search(before)
            if not is_other:
                found.append((piece, one.date))
    return found[0] if len({date for _piece, date in found}) == 1 else None
