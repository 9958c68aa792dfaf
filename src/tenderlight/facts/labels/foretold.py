"""What a label or a hint in it calls planned or estimated: a day to come is not that of the contract, a sum no price.

"Estimated date when the contract will be signed", "Montant du marché (estimatif)", "Планируемая дата заключения
контракта" stand beside the words for a contract and say that nothing has happened yet.
"""

from __future__ import annotations

import re

from tenderlight.facts.labels.parts import kinds_of
from tenderlight.facts.words.vocabulary import Meaning

_WORD = re.compile(r"[^\W\d_]{3,24}")
_DAYS = frozenset(
    {Meaning.CONTRACT_DATE, Meaning.AWARD_DATE, Meaning.ACCEPTANCE_DATE, Meaning.DATE, Meaning.PUBLICATION_DATE}
)
_PRICES = frozenset({Meaning.TOTAL, Meaning.AWARD_AMOUNT, Meaning.CONTRACT_AMOUNT, Meaning.CALL_OFF_AMOUNT})
_TO_COME = re.compile(
    r"(?<!\w)(?:estimated|expected|anticipated|planned|proposed|tentative|provisional|indicative|projected|forecast|target|"
    r"intended|scheduled|likely|earliest|(?:will|to)\sbe|prévu\w{0,2}|prévisionnel\w{0,3}|envisagée?s?|previst[oa]s?|estimad[oa]s?|tentativ[oa]s?|"
    r"programad[oa]s?|planificad[oa]s?|planejad[oa]s?|планируем\w{2,3}|ожидаем\w{2,3}|предполагаем\w{2,3}|"
    r"ориентировочн\w{2,3}|прогнозн\w{2,3}|орієнтовн\w{1,3}|очікуван\w{1,3}|планован\w{1,3}|запланован\w{1,3}|"
    r"ймовірн\w{1,3}|vorgesehen\w{0,2}|voraussichtlich\w{0,2}|geplant\w{0,2}|presunt[ao]|planowan\w{1,3}|"
    r"przewidywan\w{1,3}|(?:ال)?متوقعه?|(?:ال)?مقرره?)(?!\w)"
)
_OF_FIRST_NOTICE = re.compile(
    r"(?<!\w)(?:original|initial|previous|earlier)\s(?:contract\s|award\s|tender\s)?notice|avis\s(?:initial|"
    r"d['’]origine|précédent)|anuncio\s(?:original|previo|inicial)|anúncio\s(?:original|inicial)|"
    r"ursprünglichen?\sbekanntmachung|(?:исходн|первоначальн)\w+\sизвещени|"
    r"\b(?:originally|initially|previously|earlier|first)\s(?:published|posted|issued|advertised|dispatched|gazetted|"
    r"uploaded|floated|released)\b|"
    r"\b(?:further to|with reference to|referring to|reference is made to|suite à|faisant suite à|con referencia a|"
    r"com referência a|bezug nehmend auf|на виконання|в дополнение к)\b[^.;:]{0,70}"
    r"\b(?:published|posted|issued|advertised|publiée?s?|publicad[oa]s?|veröffentlicht\w*|опубликованн\w+)\b"
)
"""The notice that a later one puts right: its day is not that of the paper."""
_OF_EARLIER_STEP = re.compile(
    r"\b(?:sources sought|market (?:research|survey|engagement)|request for information|rfi)\b[^.;]{0,60}?"
    r"\b(?:was|were|been) (?:published|posted|dispatched|issued|advertised)"
)
"""A paper of an earlier step, looked back on."""
_CLAUSE = re.compile(r"[.;|•\n]\s")
_LIMITS = {"estimate": Meaning.ESTIMATE, "ceiling": Meaning.CEILING, "budget": Meaning.BUDGET}


def as_foretold(meaning: Meaning | None, before: str, label: str, hint: str) -> Meaning | None:
    """Return what a label means, once the words around it are heard that say that it is planned or estimated.

    Args:
        meaning: What the label means by itself.
        before: Its line, flat, up to the label.
        label: From its first letter to its value.
        hint: Words in brackets inside the label.
    """
    if meaning in _DAYS:
        clause = f"{_CLAUSE.split(before)[-1]}{label}"
        is_earlier = meaning is Meaning.PUBLICATION_DATE and is_of_earlier_paper(clause)
        return Meaning.OTHER_DATE if is_earlier or _TO_COME.search(clause) else meaning
    if meaning in _PRICES and hint:
        return next((limit for word in _WORD.findall(hint) for limit in _limits(word)), meaning)
    return meaning


def is_of_earlier_paper(clause: str) -> bool:
    """Say whether folded words speak of a paper that came before: one put right, or of an earlier step."""
    return _OF_FIRST_NOTICE.search(clause) is not None or _OF_EARLIER_STEP.search(clause) is not None


def _limits(word: str) -> list[Meaning]:
    """Return the kinds of limit that a word of a hint tells of, in any language."""
    return [_LIMITS[kind] for kind, _length in kinds_of(word).values() if kind in _LIMITS]
