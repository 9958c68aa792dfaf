"""Awards that a sentence takes back before it tells another: "the award to A Ltd has been rescinded"."""

from __future__ import annotations

import re

from tenderlight.facts.names.western import companies

_ENDED = (
    r"rescinded|revoked|withdrawn|annulled|cancell?ed|set\s+aside|terminated|reversed|voided|quashed|overturned|"
    r"nullified|retracted|declared\s+(?:null\s+and\s+)?void"
)
_WAS_ENDED = re.compile(
    r"(?i:\b(?:award|contract|appointment|decision|tender)\b[^\n;]{0,300}?"
    r"\b(?:(?:has|have|had)\s+been|was|were|is|are|stands?)\s+"
    rf"(?:hereby\s+|now\s+|duly\s+|subsequently\s+|later\s+|therefore\s+){{0,2}}(?:{_ENDED})\b)"
)
_ENDS = re.compile(
    r"(?i:\b(?:rescind|revok|withdr[ae]w|cancel|annul|terminat|revers|overturn|retract)\w*\s+(?:its|the|this|that|an)\s+"
    r"(?:[\w'’-]+\s+){0,3}?(?:award|contract|appointment|decision|acceptance)\b[^\n;]{0,170}?\b(?:to|with|of)\s+"
    r"(?:m/s\.?\s+)?)(?=[A-Z0-9])"
)


def taken_back_until(sentence: str) -> int:
    """Return where the part of a sentence ends that takes back the award to one company; 0 if there is none.

    Args:
        sentence: One sentence as written, in English.
    """
    ended = _WAS_ENDED.search(sentence)
    if ended is not None and len(list(companies(ended[0]))) == 1:
        return ended.end()
    ends = _ENDS.search(sentence)
    if ends is None:
        return 0
    named = next((span for span in companies(sentence[ends.end() :]) if span[0] <= 1), None)
    return ends.end() + named[1] if named is not None else 0
