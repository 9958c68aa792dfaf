"""Sums of bids that did not win, as the rest of their sentence says."""

from __future__ import annotations

import re

from tenderlight.facts.names.western import has_company
from tenderlight.facts.pages.layout import Sheet

_BEHIND = 260
_TURNED_DOWN = re.compile(
    r"\bn['’](?:a|est|était|avait) pas (?:été )?(?:retenu|accept|sélectionn|admis|recevable|conforme)|"
    r",\s?non retenue|\bet non retenue|"
    r"\b(?:est|était|été|être) (?:rejetée?|écartée?|éliminée?|irrégulière|irrecevable|inacceptable)|"
    r"\bno (?:fue|ha sido|resultó|es|quedó|resulta|ha resultado) (?:acept|selecc|adjudic|eleg|admi|ganador)|\bno cumpl|"
    r"\b(?:fue|ha sido|es|queda|quedó|resultó|sido) (?:rechazad|desestimad|exclu[ií]d|inadmitid|descartad|"
    r"descalificad)|"
    r"\bnão (?:foi|é|fica|ficou) (?:aceit|adjudic|escolhid|admitid|selecionad)|"
    r"\b(?:foi|é|fica|ficou|sido) (?:rejeitad|exclu[ií]d|desclassificad|inabilitad|recusad)|"
    r"\b(?:is|was|were|been|being) (?:not (?:been )?(?:accept|select|retain|success|award|respons|chosen)|rejected|"
    r"disqualified|excluded|unsuccessful|non-?responsive|declined|withdrawn)|\bdid not (?:win|comply|meet)|"
    r"\bnon (?:è|è stata|sia) (?:stata )?(?:ammess|accett|aggiudic|accolt|scelt)|"
    r"\b(?:è|stata|viene) (?:esclus|respint|scartat)|"
    r"отклон|не соответств|не допу[щс]|відхил|не відповід|\bausgeschlossen|\babgelehnt|"
    r"\bnicht (?:berücksichtigt|angenommen|zuschlag)|\b(?:odrzucon|wykluczon)"
)
"""Behind a price: the bid it belongs to did not win."""
_OF_OTHERS = re.compile(
    r"autres|\bother|otr[ao]s|demás|outr[ao]s|demais|\baltr[ei]\b|друг|остальн|інш|решт|übrig|ander|pozostał|inn[eay]"
)
_END = re.compile(
    r"[.;]\s(?!(?:elle|celle-ci|cette offre|it|this|esta|dicha|ésta|ela|esta proposta|essa|tale)\b)|\n(?=\s*\n)"
)


def is_turned_down(sheet: Sheet, at: int) -> bool:
    """Say whether the sentence goes on, behind its price, to say that this bid did not win; others may well not."""
    end = _END.search(sheet.flat, at, at + _BEHIND)
    stop = end.start() if end is not None else min(len(sheet.flat), at + _BEHIND)
    down = _TURNED_DOWN.search(sheet.flat, at, stop)
    if down is None or _OF_OTHERS.search(sheet.flat, at, down.end()):
        return False
    return not has_company(sheet.page.text[at : down.start()])
