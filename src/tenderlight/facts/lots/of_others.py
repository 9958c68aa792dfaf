"""What lists of lots say of those who did not win, in languages written with spaces: no part of what is said of a lot.

"… Lote 3: C, S.A., $912,000. Importe total adjudicado: … Segundo lugar en la partida 1: D, S.A.", "Vendors who
responded: A, B, C" below the last lot: whom such words name won nothing.
"""

from __future__ import annotations

import re

from tenderlight.facts.lots.lost_bids import before_lost_bids, is_of_lost_bid

_REACH = 900
_NEAR = 60
_RANKED = (
    r"(?:segundo|tercer|2\.?[º°]|3\.?[º°]|2do\.?|3er\.?) (?:lugar|clasificad[oa])|(?:segund[oa]|"
    r"terceir[oa]) (?:colocad[oa]|lugar|"
    r"classificad[oa])|(?:second|third|2nd|3rd)[- ](?:ranked|placed|place|lowest)|runner[s]?-up|"
    r"(?:deuxième|second|2e|2ème) (?:classée?|rang|place)"
)
_OF_OTHERS = re.compile(
    r"(?:\n[ \t]{0,6}|(?<=[\w)%.€$£₽₴])[.;][ \t]{1,6})(?:[•*–—-]\s)?(?P<words>(?:unsuccessful|losing|other|remaining) "
    r"(?:bid|tender|offer|vendor|supplier|respondent|proponent)\w*|(?:vendors|bidders|suppliers|firms|companies|"
    r"tenderers) "
    r"(?:who|that|which) (?:respond|bid|submit|tender)\w*|(?:all )?(?:bids|tenders|offers|quotations|responses|"
    r"proposals) "
    r"(?:received|submitted)|(?:otr[oa]s|demás|demais|outr[oa]s) (?:oferta|propuesta|oferente|licitante|proponente|"
    r"participante|proposta|empresa|concorrente|postor)\w*|(?:oferentes|postores|licitantes|concorrentes|"
    r"participantes)\s?:|"
    r"(?:autres|soumissionnaires?) (?:offre|soumissionnaire|candidat|non retenu|évincé|ayant)\w*|"
    r"offres (?:reçues|non retenues)|"
    r"(?:zestawienie|streszczenie|porównanie|ranking)\s[^\n:]{0,30}ofert|złożone oferty|pozostałe oferty|"
    r"(?:eingegangene|übrige|weitere) angebote|angebots(?:übersicht|spiegel|vergleich)|übersicht der angebote|"
    r"(?:поступившие|поданные|остальные|прочие) (?:заявки|предложения)|(?:подані|інші) пропозиції|"
    r"(?:ofertas|propuestas) (?:presentadas|recibidas)|propostas (?:apresentadas|recebidas|preteridas)|"
    r"offerte (?:pervenute|ricevute|presentate)|"
    r"(?:importe|monto|valor|precio|preço|montant|valeur)\s(?:total|global)\w{0,2}\b|"
    r"total\w{0,2} (?:awarded|adjudicad[oa]|contratad[oa]|homologad[oa]|attribué)|(?:aggregate|"
    r"combined) (?:value|amount|price)|"
    rf"{_RANKED})"
)
_OTHER_BEFORE = re.compile(rf"(?:{_RANKED})[^.;:\n]{{0,30}}$")

_FELL_OUT = re.compile(
    r"\s{0,2}[(\[,:–—-]\s{0,2}(?:(?:已|自愿|自动|主动|因故|后|其后|被)?(?:放弃|弃标|弃权|退出|取消|撤销|否决|废标|"
    r"作废|无效|落选|未中标|不合格|被拒)|"
    r"(?:was |has |later |since )?(?:withdr[ae]wn?|disqualified|rejected|declined|under appeal|appealed|"
    r"annulled|revoked|terminated|second|runner-up|reserve)(?=\s?(?:[)\].,;\n]|$|by |on |from |place|rank|"
    r"lowest|list|bidder|-))|"
    r"(?:no (?:bid|bidder|offer|award|winner)s?|nenhuma? (?:interessad|propost|licitant)\w+|aucune? (?:offre|candidat)|"
    r"ning[uú]n\w* (?:ofert|propuest|licitant|interesad)\w+)(?!\w)|"
    r"(?:foi |fue |posteriormente )?(?:inabilitad[oa]|desclassificad[oa]|desistiu|desisti[oó]|"
    r"renunci(?:ou|[oó])|"
    r"retirad[oa]|se retir[oó]|descalificad[oa]|inadmitid[oa]|anulad[oa]|"
    r"revogad[oa]|em recurso|en recurso|recurrid[oa]|"
    r"segund[oa] (?:colocad|classificad|clasificad|lugar)|suplente)|"
    r"(?:a été )?(?:écartée?|rejetée?|désistée?|retirée?|suppléante?|en recours)(?!\w)|"
    r"(?:отказал|отклон|дисквалифиц|аннулир|второе место|резерв|відмови|відхил|дискваліфік|друге місце))"
)


def has_fallen_out(flat: str, at: int) -> bool:
    """Say whether a bracket, comma or dash behind a name or lot leads to words for one who gave up or lost it."""
    return _FELL_OUT.match(flat, at) is not None


def names_who_fell_out(flat: str, start: int, end: int) -> bool:
    """Say whether such words stand within or right behind what is read as a name."""
    return _FELL_OUT.search(flat, start, end) is not None or has_fallen_out(flat, end)


def before_others(flat: str, first: int, start: int, stop: int) -> int:
    """Return where the text under the last head of a list ends: before what is said of others for the first time.

    Args:
        flat: The page.
        first: Where the first head of the list begins.
        start: Where the last head ends.
        stop: Where the text ends at the latest.
    """
    stop = before_lost_bids(flat, start, stop, start + _REACH)
    found = _OF_OTHERS.search(flat, start, min(stop, start + _REACH))
    return stop if found is None or found["words"] in flat[first:start] else found.start() + 1


def is_of_other(flat: str, start: int) -> bool:
    """Say whether the words before the head of a lot say that it is about one who did not win: "2nd place, lot 1"."""
    return _OTHER_BEFORE.search(flat, max(0, start - _NEAR), start) is not None or is_of_lost_bid(flat, start)
