"""What lists of lots say of those who did not win, in languages written with spaces: no part of what is said of a lot.

"… Lote 3: C, S.A., $912,000. Importe total adjudicado: … Segundo lugar en la partida 1: D, S.A.", "Vendors who
responded: A, B, C" below the last lot: whom such words name won nothing.
"""

from __future__ import annotations

import re

_REACH = 900
_NEAR = 60
_RANKED = (
    r"(?:segundo|tercer|2\.?[º°]|3\.?[º°]|2do\.?|3er\.?) (?:lugar|clasificad[oa])|(?:segund[oa]|"
    r"terceir[oa]) (?:colocad[oa]|lugar|"
    r"classificad[oa])|(?:second|third|2nd|3rd)[- ](?:ranked|placed|place|lowest)|runner[s]?-up|"
    r"(?:deuxième|second|2e|2ème) (?:classée?|rang|place)"
)
_OF_OTHERS = re.compile(
    r"(?:\n[ \t]{0,6}|(?<=[\w)%.])[.;][ \t]{1,6})(?:[•*–—-]\s)?(?P<words>(?:unsuccessful|losing|other|remaining) "
    r"(?:bid|tender|offer|vendor|supplier|respondent|proponent)\w*|(?:vendors|bidders|suppliers|firms|companies|"
    r"tenderers) "
    r"(?:who|that|which) (?:respond|bid|submit|tender)\w*|(?:all )?(?:bids|tenders|offers|quotations|responses|"
    r"proposals) "
    r"(?:received|submitted)|(?:otr[oa]s|demás|demais|outr[oa]s) (?:oferta|propuesta|oferente|licitante|proponente|"
    r"participante|proposta|empresa|concorrente|postor)\w*|(?:oferentes|postores|licitantes|concorrentes|"
    r"participantes)\s?:|"
    r"(?:autres|soumissionnaires?) (?:offre|soumissionnaire|candidat|non retenu|évincé|ayant)\w*|"
    r"offres (?:reçues|non retenues)|"
    r"(?:importe|monto|valor|precio|preço|montant|valeur)\s(?:total|global)\w{0,2}\b|"
    r"total\w{0,2} (?:awarded|adjudicad[oa]|contratad[oa]|homologad[oa]|attribué)|(?:aggregate|"
    r"combined) (?:value|amount|price)|"
    rf"{_RANKED})"
)
_OTHER_BEFORE = re.compile(rf"(?:{_RANKED})[^.;:\n]{{0,30}}$")


def before_others(flat: str, first: int, start: int, stop: int) -> int:
    """Return where the text under the last head of a list ends: before what is said of others for the first time.

    Args:
        flat: The page.
        first: Where the first head of the list begins.
        start: Where the last head ends.
        stop: Where the text ends at the latest.
    """
    found = _OF_OTHERS.search(flat, start, min(stop, start + _REACH))
    return stop if found is None or found["words"] in flat[first:start] else found.start() + 1


def is_of_other(flat: str, start: int) -> bool:
    """Say whether the words before the head of a lot say that it is about one who came second: "2nd place, lot 1"."""
    return _OTHER_BEFORE.search(flat, max(0, start - _NEAR), start) is not None
