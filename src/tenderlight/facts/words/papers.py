"""What the papers of offices and the procedures of purchase are called, around the name of the office."""

from __future__ import annotations

import re

PAPER_OF = re.compile(
    r"(?:an?\s|the\s)?(?:joint\s)?(?:resolution|ordinance|decree|decision|minutes)\sof\s(?:the\s)?|"
    r"(?:el\s|la\s)?(?:decreto|resoluci[oó]n|acuerdo|ordenanza|acta|decisi[oó]n)\s(?:de\s(?:la|los|las)|del)\s|"
    r"(?:o\s|a\s)?(?:decreto|resolução|portaria|deliberação|despacho|ata|decisão)\sd[aeo]s?\s|"
    r"(?:l['’])?(?:arrêté|décret|délibération|décision|procès-verbal)\s(?:du|des|de\sla|de\sl['’])\s?|"
    r"(?:der\s)?(?:beschluss|beschluß|entscheid|entscheidung|verfügung)\s(?:des|der)\s|"
    r"(?:delibera(?:zione)?|determina(?:zione)?|decreto)\s(?:del(?:la)?|dell['’])\s?",
    re.IGNORECASE,
)
"""A paper that an office gives out, before the name of the office in the genitive."""
PROCEDURE_BEHIND = re.compile(
    r",\s(?:(?:открытый|електронні|электронный)\s)?(?:закупівл|закупк|тендер|торги|аукцион|аукціон|procurement|tender|"
    r"solicitation|licitaci[oó]n|licitação|pregão|concorrência|contratación|appel\sd['’]offres|marché|ausschreibung|"
    r"vergabe|gara|cig|postępowanie|przetarg|expediente|exp\.|processo|dossier|aktenzeichen|az\.)[^\W\d_]{0,12}"
    r"(?:\s(?:public[ao]|pública|nr\.?|no\.?|n[°ºo]\.?|№|#|id|ref\.?|electr[oô]nic[oa])){0,3}\s?:?\s?"
    r"[A-ZА-ЯІ]{0,6}[-/.]?[A-ZА-Я]{0,4}[-/.]?\d",
    re.IGNORECASE,
)
"""A procedure and its number, behind the name of who runs it."""
