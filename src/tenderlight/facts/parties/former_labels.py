"""Labels of those who won before: "Anteriores empresas adjudicatarias", "Previous supplier"."""

from __future__ import annotations

import re

from tenderlight.facts.pages.entries import Entry

_FORMER = re.compile(
    r"(?<!\w)(?:anterior(?:es)?|antigu[oa]s?|antig[oa]s?|previous|former|past|outgoing|current|present|existing|ancien(?:ne)?s?|précédent(?:e)?s?|"
    r"precedent[ei]|uscent[ei]|bisherige[rns]?|vorherige[rns]?|ehemalige[rns]?|frühere[rns]?|прежн\w{2,3}|предыдущ\w{2,3}|"
    r"бывш\w{2,3}|попередн\w{1,3}|колишн\w{1,3}|poprzedni\w{0,3}|dotychczasow\w{1,3})\s{1,2}$"
)
_NEAR, _FARTHEST = 24, 600


def is_of_former(entry: Entry) -> bool:
    """Say whether the label of an entry outside tables stands behind a word for those of a contract before."""
    if entry.row is not None or not entry.label:
        return False
    flat, start = entry.value.sheet.flat, entry.value.start
    at = flat.rfind(entry.label, max(0, start - _FARTHEST), start)
    return at >= 0 and _FORMER.search(flat, max(0, at - _NEAR), at) is not None
