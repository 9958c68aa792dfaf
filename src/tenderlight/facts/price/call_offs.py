"""Orders under a framework agreement: what they cost is the price of one order, not that of the agreement.

The paper says so at its head: "Call-off order form", "Bon de commande … accord-cadre", "Orden de compra … acuerdo
marco".
"""

from __future__ import annotations

import re

from tenderlight.facts.pages.document import Notice
from tenderlight.model.statement import Stage

_HEAD = 700
_FRAME = r"(?:framework|rate contract|standing offer|umbrella agreement|master agreement)"
_ORDER = re.compile(
    r"\bcall-?\s?off (?:order|contract|form|reference|charges|schedule|start|value|number|no\b)|\bcall-?off\s{0,2}$|"
    rf"\border\b[^\n.]{{0,60}}\b(?:under|against|pursuant to|placed through|from)\b[^\n.]{{0,60}}\b{_FRAME}|"
    rf"\A[^\n]{{0,40}}\border form\b[^\x00]{{0,160}}\n\s{{0,4}}{_FRAME}|"
    r"\bbon de commande\b[^\n.]{0,60}\baccord-cadre|\bmarché subséquent\b|"
    r"\borden de (?:compra|servicio)s?\b[^\n.]{0,80}\b(?:acuerdo|convenio) marco|\bcontrato (?:basado|derivado)\b|"
    r"\bзаказ\w{0,3}\b[^\n.]{0,60}\bрамочн\w{2,3} (?:договор|соглашени)|"
    r"\beinzel(?:abruf|auftrag)\b[^\n.]{0,60}\brahmen(?:vertrag|vereinbarung)",
    re.MULTILINE,
)
"""An order under an agreement, in languages written with spaces; matched on flat text."""
_LABEL = "框架协议编号"


def is_call_off(notice: Notice) -> bool:
    """Say whether a document is one order under a framework agreement."""
    if any(entry.label.startswith(_LABEL) for entry in notice.entries):
        return True
    if notice.language == "zh" or notice.stage is not Stage.CONTRACT or not notice.sheets:
        return False
    return _ORDER.search(notice.sheets[0].flat[:_HEAD]) is not None
