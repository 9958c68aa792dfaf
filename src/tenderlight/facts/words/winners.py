"""What those are called who bid, won or lost, in heads of lists written with spaces: alternatives of patterns."""

from __future__ import annotations

import re

FIRMS = (
    r"(?:suppliers?|bidders?|tenderers?|contractors?|vendors?|firms?|companies|service providers?|consultants?|"
    r"empresas?|firmas?|proveedor(?:es)?|oferentes?|contratistas?|licitantes?|proponentes?|fornecedor(?:es)?|concorrentes?|"
    r"entreprises?|sociétés?|fournisseurs?|prestataires?|soumissionnaires?|unternehmen|firmen|bieter|auftragnehmer|"
    r"imprese|ditte|operatori(?: economici)?|wykonaw\w+|компани\w+|организаци\w+|поставщик\w*|"
    r"участник\w*|исполнител\w+|"
    r"фірм\w*|постачальник\w*|учасник\w*|виконав\w+)"
)
WON = (
    r"(?:successful|winning|awarded|appointed|adjudicatari[oa]s?|adjudicad[oa]s?|ganador[ae]?s?|vencedor[ae]?s?|"
    r"attributaires?|retenue?s?|bezuschlagte\w?|erfolgreiche\w?|aggiudicatari[eo]?|zwycięsc\w+|"
    r"победител\w+|перемож\w+)"
)
CONTRACTED = (
    r"(?:suppliers?|contractors?|vendors?|service providers?|proveedor(?:es)?|contratistas?|fornecedor(?:es)?|"
    r"fournisseurs?|prestataires?|auftragnehmer|поставщик\w*|исполнител\w+|постачальник\w*|виконав\w+)"
)
"""Firms that by their word have a contract: who bids, or is a firm, has none by it."""
LOST = re.compile(
    r"(?<!\w)(?:un(?:success|respons)\w*|not|rejected|disqualified|losing|reserve|standby|runner|"
    r"(?:second|third|2nd|3rd)(?! hand)|no (?:adjudic|ganad)\w*|não|perdedor\w*|desclassificad\w+|descalificad\w+|"
    r"segund[oa] (?:lugar|colocad\w)|suplente|non (?:retenu|conforme)\w*|"
    r"rejetée?s?|écartée?s?|nicht|abgelehnt|esclus\w|odrzucon\w*|"
    r"не|отклон\w*|отказ\w*|відхил\w*|дискваліф\w*|дисквалиф\w*|резерв\w*|второ\w+|другий)(?!\w)"
)
"""What a head says of firms below it that have not won, or not first; flat text."""
