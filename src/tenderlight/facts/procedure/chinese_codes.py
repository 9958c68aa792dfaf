"""Numbers of procedures in Chinese text that no label gives: told by their form, and by where they stand.

In brackets behind what is bought (审讯系统升级（LQKS-2023-07）于…开标), before the word for the procedure
(HNYC-2023-101号招标文件), or alone at the head of the paper. Such a number has letters and the year, or the letters
and brackets of a register; numbers of standards, decrees and devices have neither their place nor their form.
"""

from __future__ import annotations

import re

from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.languages.scripts import HAN_CLASS

_HEAD = 1_500
_HEAD_LINES = 4
_PARTS = r"[a-z0-9]{1,14}(?:[-_/][a-z0-9]{1,14}){1,6}"
_YEAR = r"(?:19|20)\d\d"
_REGISTERED = (
    r"\[\d{6}\][a-z]{2,8}\[[a-z]{2,4}\]\d{6,10}|[a-z]{1,8}\d{12,22}[a-z]{0,3}|[a-z]{2,6}\[" + _YEAR + r"\]\d{2,6}"
)
"""Numbers of the platforms of provinces: [350700]MJK[GK]2020031, P52262320230001KX, SC[2020]0231."""
_OF_OFFICE = (
    rf"(?![{HAN_CLASS}]{{0,6}}[财政办发函规协建委价])[{HAN_CLASS}]{{1,5}}[采招磋谈询竞购比][{HAN_CLASS}]{{0,3}}-?"
    rf"(?:{_YEAR}[-—]\d{{1,4}}|[\[〔(]{_YEAR}[\]〕)]第?\d{{1,4}})号?"
)
"""冀采谈2021-115, 院招采〔2024〕22号; numbers of decrees have the sign of their office (川财采〔2018〕47号)."""
_CODE = rf"(?P<number>{_REGISTERED}|(?=[a-z0-9\-_/]{{0,60}}{_YEAR}(?!\d))(?=\d*[-_/]?[a-z]){_PARTS})"
_ANY = rf"(?P<number>{_REGISTERED}|{_OF_OFFICE}|(?=[a-z0-9\-_/]{{0,60}}{_YEAR}(?!\d))(?=\d*[-_/]?[a-z]){_PARTS})"
_STANDARD = re.compile(
    r"(?:gb|ga|gm|gy|db\d{0,4}|iso|iec|yy|jgj|cjj|jt|jtg|jtt|sl|dl|sj|yd|en|astm|ieee|itu|hj|mh|rfc)(?:/|[-_]?\d|[-_]t\b)"
)
_IN_BRACKETS = re.compile(rf"(?<=[{HAN_CLASS}\d)\"”」』》])\s?[(]{_ANY}\s?[),;]")
_BEFORE_NOUN = re.compile(
    rf"(?<![a-z0-9\[\-_/.])(?=[a-z0-9\[]){_CODE}\s?号?的?(?:项目|招标|采购|谈判|磋商|询价|比选|竞价|评审|标段|投标)"
)
_LOOSE = (
    rf"(?P<number>{_REGISTERED}|(?=[a-z0-9\-_/]*\d(?![a-z0-9\-_/]))[a-z0-9]{{2,14}}(?:[-/][a-z0-9]{{1,14}}){{2,6}})"
)
_ALONE = re.compile(
    rf"(?:^|\n|\||\s{{2}})\s{{0,4}}[(]?(?=\d*[-_/]?[a-z\[]){_LOOSE}[)]?(?=\s{{0,4}}(?:\n|\||$|\s{{2}}))"
)
_SAID = re.compile(rf"编号(?:为|是)\s?{_CODE}")
_ENDS_HEAD = re.compile(rf"[^\n]{{2,40}}[{HAN_CLASS}]\s[(]?{_CODE}[)]?\s*\n")


def coded_number(sheet: Sheet) -> Piece | None:
    """Return the number of the procedure on the first page of a Chinese paper without a label for it, or None."""
    flat = sheet.flat[:_HEAD]
    head = sum(len(line) + 1 for line in flat.split("\n")[:_HEAD_LINES])
    for pattern, end in ((_IN_BRACKETS, _HEAD), (_BEFORE_NOUN, _HEAD), (_SAID, _HEAD), (_ALONE, head)):
        for match in pattern.finditer(flat[:end]):
            if not _STANDARD.match(match["number"]):
                return Piece(sheet=sheet, start=match.start("number"), end=match.end("number"))
    first = _ENDS_HEAD.match(flat)
    if first is None or _STANDARD.match(first["number"]):
        return None
    return Piece(sheet=sheet, start=first.start("number"), end=first.end("number"))
