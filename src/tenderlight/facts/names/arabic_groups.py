"""Joint bids in Arabic and Persian: "ائتلاف مؤسسة أ وشركة ب": a word for a group, and firms that "و" or a sign joins.

A firm begins with a word for one (شركة, مؤسسة, شرکت): behind the letter that joins two of them such a word must stand,
for the same letter begins many words.
"""

from __future__ import annotations

import re

from tenderlight.languages.normalise import flatten

_GROUP = r"(?:ال)?(?:ائتلاف|إئتلاف|تحالف|اتحاد|کونسورتیوم|کنسرسیوم|مشارکت)"
_FIRM = (
    r"(?:شرکة|مؤسسة|مؤسسه|موسسه|مجموعة|مصنع|مکتب|دار|معهد|جامعة|مرکز|شرکت|گروه|دانشگاه|پژوهشگاه|مهندسین|هولدینگ|"
    r"المکتب|المؤسسة|الشرکة|المجموعة)"
)
_LEAD_IN = re.compile(
    rf"{_GROUP}(?:\s(?:مکون|المکون|یتکون|مؤلف|المؤلف|متشکل|مرکب|بین|شرکات|شرکتهای|شرکت‌های))*(?:\s(?:من|از))?\s?:?\s"
)
_JOINED = re.compile(
    rf"\s?(?:[،,/–-]|؛)\s?(?:و\s?)?(?={_FIRM}\s)|\sو\s?(?={_FIRM}\s)|"
    rf"\s(?P<with>بالتضامن مع|بالاشتراک مع|بالتحالف مع|با مشارکت|به همراه)\s(?={_FIRM}\s)"
)
_PROVES = re.compile(rf"(?<!\w){_GROUP}(?!\w)|متضامن")
_BRACKET = re.compile(r"\s?\([^()\n]{2,60}\)")
_LEADS = re.compile(r"قائد|رئیس|رائد|رهبر|متضامن اول|لیدر")
_FEWEST = 2


def arabic_members(text: str) -> list[tuple[int, int, str]]:
    """Return the members of a joint bid in a field, each with start, end and part; empty if it names none.

    Args:
        text: As printed.
    """
    flat = flatten(text)
    lead_in = _LEAD_IN.match(flat)
    begins = lead_in.end() if lead_in is not None else 0
    if re.match(rf"{_FIRM}\s", flat[begins:]) is None:
        return []
    stops = list(_JOINED.finditer(flat, begins))
    if not stops or not (_PROVES.search(flat) or any(stop["with"] for stop in stops)):
        return []
    spans = zip([begins, *(stop.end() for stop in stops)], [*(stop.start() for stop in stops), len(flat)], strict=True)
    members = [_member(flat, start, end) for start, end in spans]
    return members if len(members) >= _FEWEST else []


def _member(flat: str, start: int, end: int) -> tuple[int, int, str]:
    bracket = _BRACKET.search(flat, start, end)
    stop = bracket.start() if bracket is not None else end
    leads = bracket is not None and _LEADS.search(bracket[0]) is not None
    return start, start + len(flat[start:stop].rstrip(" .،,")), "lead" if leads else "member"
