"""Names of goods in English that make and model come before: "Norvex KD-50 dome camera"."""

from __future__ import annotations

import re

from tenderlight.facts.goods.known_makes import Apart
from tenderlight.facts.goods.words import NO_CODE
from tenderlight.facts.names.western import CAPITAL

_THINGS = (
    r"antenna|battery|cable|cabinet|camera|chair|computer|desk|detector|display|drone|generator|kit|lamp|laptop|"
    r"licen[cs]e|"
    r"light|lock|machine|meter|module|monitor|phone|printer|projector|pump|radio|reader|recorder|router|scanner|"
    r"screen|"
    r"sensor|server|software|switch|system|table|tablet|terminal|truck|unit|vehicle|workstation|item|lot|model|type|"
    r"class"
)
"""Things that no make is called."""
_MADE_FIRST = re.compile(
    rf"(?P<brand>[{CAPITAL}][^\W\d_]{{2,19}}(?:[ -][{CAPITAL}][^\W\d_]{{2,19}})?)\s"
    rf"(?P<model>(?=\S{{0,24}}\d)(?=\S{{0,24}}[{CAPITAL}])[{CAPITAL}\d][\w.+/-]{{2,24}})\s"
    r"(?P<name>(?!(?i:ultimate|professional|premium|enterprise|standard|basic|lite|max|pro|plus)(?!\w)|with |for |"
    r"and |including |incl\.? |plus |w/|or |in |x |at |on )[^\W\d_]{2}[^\n;|]{1,60})"
)
_THING = re.compile(rf"(?i:.*\b(?:{_THINGS})s?)")
_SIZE = re.compile(r"\d+(?:[.,]\d+)?(?:[KMGT]?B|[KkMm]?[VWA]{1,2}h?|MP|Hz|HP|[cmk]?m|L|kg|K|P)|(?:19|20)\d\d")


def made_first(name: str) -> Apart | None:
    """Return where the name stands behind make and model, and these two; None if they do not come first."""
    found = _MADE_FIRST.fullmatch(name)
    if found is None or _THING.fullmatch(found["brand"]) or _SIZE.fullmatch(found["model"]):
        return None
    if NO_CODE.match(found["model"]):
        return None
    return Apart(start=found.start("name"), end=found.end("name"), brand=found["brand"], model=found["model"])
