"""Sums that papers in Spanish, Portuguese, French and Italian put right in a sentence or on two lines.

"L'importo a base d'asta, indicato in € 148.000,00, è da intendersi € 184.000,00"; "au lieu de : 240 000 euros, lire :
290 000 euros"; "se rectifica de 96.000 a 69.000 euros"; "R$ 89.700,00, e não R$ 98.700,00".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.money import find_amounts

_LONGEST = 20_000
_BETWEEN, _BEFORE = 100, 170
_READS = re.compile(
    r"\b(?:(?:debe|debió|deberá|debería) (?:decir|leerse|ser|figurar)|léase|leia-se|deve(?:rá)? (?:ler-se|constar|ser)|"
    r"lê-se|lire|(?:il )?(?:faut|convient de) lire|leggasi|"
    r"(?:si legge|si legga)\b|(?:è|sono|va|deve) (?:da )?(?:intende\w+|legge\w+)|"
    r"deve intendersi|siendo (?:lo|el|la) \w{0,12}\s?correct[oa]|sendo o \w{0,12}\s?correto)\b"
)
"""Between two sums: the second one is right."""
_STANDS = re.compile(
    r"\b(?:es|é|è|est|son|sono|queda|fica|passa|pasa|resta|devient|diventa)\s(?:en realidad |em realidade |en réalité |"
    r"invece |fijad[oa] |fixad[oa] )?(?:a ser |a )?(?:de|di|en|em|pari a|de la suma de)?\s?(?:los )?$"
)
"""The same where the first sum is said to have been printed by mistake."""
_PRINTED = re.compile(
    r"\b(?:figuraba|constaba|constava|dice|decía|se lê|se lia|au lieu d[eu]|anziché|indicat[oa]|indicad[oa]|indiquée?|"
    r"consignad[oa]|publicad[oa]|pubblicat[oa]|informad[oa]|por error|por erro|par erreur|per errore|err[oó]nea\w*|"
    r"erroneamente|invece d[i'’]\w{0,3}|donde)\b"
)
_PREPOSITION = re.compile(
    r"\W{0,3}(?:\([^()]{3,90}\)\s?)?(?:ht|ttc|iva \w{3,9})?\W{0,3}(?:a|ad|à|para|hasta)\s"
    r"(?:la suma de |los |o valor de )?$"
)
_FROM = re.compile(r"\b(?:d[eaiu]|del|da[li]?|dos)\s(?:la suma de |importe de |valor de |los )?[«“\"]?$")
_CHANGES = re.compile(
    r"modific|rectific|corrig|correg|correct|corrett|rettific|ajust|adecu|aument|reduc|ridott|riduc|variat|pass[aeé]|"
    r"port[ée]|ramen|élev|elev|alter|retific|increment|disminu"
)
_NOT = re.compile(
    r"\W{0,3}(?:ht|ttc|iva \w{3,9})?\W{0,3}(?:y no|e non|et non|e não|en lugar|en vez|em vez|em lugar|au lieu|"
    r"anziché|invece)(?:\s(?:de|di|du|el|o|da|pas)|\sd['’])?\s?(?:de\s|di\s)?$"
)
"""Between two sums: the first one is right."""
_LABELS = (
    (
        Meaning.ESTIMATE,
        r"valeur estimée|valor estimado|valore stimato|estimation|montant estimé|importo stimato|presupuesto estimado",
    ),
    (
        Meaning.CEILING,
        (
            r"base d['’]asta|base di gara|base d['’]appalto|preço base|presupuesto máximo|"
            r"montant maximum|importo massimo|"
            r"valor máximo|monto máximo|plafond|tope"
        ),
    ),
    (Meaning.BUDGET, r"presupuesto|orçament|budget|stanziament|dotaci[oó]n|partida presupuest"),
    (
        Meaning.AWARD_AMOUNT,
        r"adjudica|aggiudica|attribu|homologa|buena pro|offre retenue|oferta ganadora|proposta vencedora",
    ),
    (Meaning.CONTRACT_AMOUNT, r"contrat|contratt|marché"),
)
_OTHER_SUM = re.compile(
    r"\b(?:garant|fian[zç]|cauç|cauzion|caution|fidei|fidejuss|aval(?:es)?\b|seguro|póliza|polizz|depós|dépôt|deposit|"
    r"costo d|coût d|frais|gastos|spese|tasas?\b|taxas?\b|tax[ei]s?\b|multa|penal|pénal|sanci|anticip|acompte|"
    r"avance|adiant|solvencia|volum|cifra d|chiffre d|fatturat|faturament|cuota|canon|redevance|"
    r"(?<!oltre )(?<!oltre gli )(?<!oltre agli )(?<!esclusi gli )(?<!netto degli )oneri|"
    r"(?<!sin )(?<!con )(?<!hors )(?<!sem )(?<!com )(?<!senza )(?<!oltre )(?<!más )(?<!avec )(?<!plus )"
    r"(?:iva|tva|igv|itbis)\b(?!\.?\s(?:no\s|não\s|non\s)?(?:inclu|exclu|compr|esclus|aparte|al\s\d|à\s\d|\d)))"
)
"""Words for sums that are none of the price, wherever they stand in the clause: a security, a fee, a tax."""
_IN_NAME_OF = re.compile(
    r"[^.;,\n\d]{0,16},?\s?(?:en concepto de|a título de|à titre d[e'’]|a titolo di|como|comme|come|"
    r"de|por|pour|per|di)\s(?:la |el |l['’]|a |o )?"
)
"""Between the second sum and the word for what it is."""
_LABEL = re.compile("|".join(f"(?P<{meaning.name}>\\b(?:{words}))" for meaning, words in _LABELS))
_CLAUSE = re.compile(r"(?<=[^\W\d_]{4})\.\s|;\s|\n\s*\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What was and what is; offsets of both together in the page."""

    meaning: Meaning
    old: Piece
    new: Piece
    start: int
    end: int


def romance_changes(sheet: Sheet) -> Iterator[Change]:
    """Yield the sums that sentences of a page put right, and what sums they are; prices of pieces are none."""
    flat = sheet.flat[:_LONGEST]
    sums = [one for one in find_amounts(flat, decimal_mark=",") if not one.bare and not one.per_unit]
    for first, second in pairwise(sums):
        between = flat[first.end : second.start]
        before = _CLAUSE.split(flat[max(0, first.start - _BEFORE) : first.start])[-1]
        is_new_first = _told(before, between)
        meaning = _meaning(before) or _meaning(between)
        if is_new_first is None or meaning is None or first.amount == second.amount:
            continue
        if _OTHER_SUM.search(before) or _OTHER_SUM.search(between) or _is_called_other(flat, second.end):
            continue
        old, new = (second, first) if is_new_first else (first, second)
        yield Change(
            meaning=meaning,
            old=Piece(sheet=sheet, start=old.start, end=old.end),
            new=Piece(sheet=sheet, start=new.start, end=new.end),
            start=first.start,
            end=second.end,
        )


def _told(before: str, between: str) -> bool | None:
    """Say whether of two sums the first holds (True) or the second (False); None if the words do not tell."""
    if len(between) > _BETWEEN or _CLAUSE.search(between):
        return None
    if _NOT.fullmatch(between):
        return True
    is_told = _READS.search(between) or (_STANDS.search(between) and _PRINTED.search(before))
    is_moved = _PREPOSITION.fullmatch(between) and _FROM.search(before) and _CHANGES.search(before)
    return False if is_told or is_moved else None


def _is_called_other(flat: str, at: int) -> bool:
    """Say whether the words right behind a sum call it a security, fee or tax."""
    leads = _IN_NAME_OF.match(flat, at)
    return leads is not None and _OTHER_SUM.match(flat, leads.end()) is not None


def _meaning(words: str) -> Meaning | None:
    """Return what the last word for a sum says that it is."""
    found = [*_LABEL.finditer(words)]
    return Meaning[found[-1].lastgroup] if found and found[-1].lastgroup else None
