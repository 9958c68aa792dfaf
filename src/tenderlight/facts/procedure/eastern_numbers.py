"""Numbers of procedures and contracts in notices in Cyrillic letters that no label gives.

They are told by the form that a register gives them, or stand a few words behind the name of a paper ("Решение о
выборе поставщика № 5-зк", "Договір № 56 про закупівлю").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_HEAD = 900
_LONGEST = 20_000
_REGISTERED = re.compile(
    r"(?<![\w-])(?P<number>\d{6,9}-(?:ЗЦП|ОКП|ОК|ОИ|ОТ|АО|ЦП|ТО)\d{0,2}|SBR\d{3}-\d{6,14}|COM\d{9,13}|auc\d{7,12}|"
    r"RTS-?\d{3,6}-\d{2,6}|OTC\d{6,12}|ZP\d{6,12})(?![\w-])"
)
"""Portals of Kazakhstan, Belarus and the trading floors of Russia."""
_UNIFIED = re.compile(
    r"(?i:№\s?|еис\s?|номер\w*\s?:?\s|извещени\w\s|закупк\w\s|реестров\w+\s(?:номер\s)?)(?P<number>3[12]\d{9}(?:-\d{1,2})?)(?!\d)"
)
"""The register of purchases under 223-FZ: eleven digits that begin with 31 or 32."""
_CODE = r"(?P<number>\d[\w/.-]*\w|\d|[^\W\d_]{1,6}[-/]?\d[\w/.-]*\w|[^\W\d_]{1,6}-\d)"
_KIND = r"(?:(?:сч[её]т-)?догов[іо]р|контракт|угод)"
_OF_CONTRACT = re.compile(
    rf"(?i:(?:^|(?<=[\s(.,;]))(?:государственн\w+\s|муниципальн\w+\s|прям\w+\s)?{_KIND}\w*"
    rf"(?:\s(?!от\s|від\s)[^\W\d_][\w’'-]*){{0,7}}\s?(?:(?:от|від)\s[^№\n]{{6,34}})?№\s?){_CODE}(?=[\s.,;:)]|$)"
)
_OF_PAPER = re.compile(
    r"(?i:^(?:выписка из |витяг з )?(?:протокол|решени|приказ|распоряжени|постановлени|рішенн|наказ)\w{0,2}"
    rf"(?:\s[^\W\d_][\w’'-]*){{0,9}}\s{{1,3}}№\s?){_CODE}(?=[\s.,;:)]|$)",
    re.MULTILINE,
)


def registered_number(text: str) -> tuple[int, int] | None:
    """Return the place of a number whose form tells its register, or None."""
    found = _REGISTERED.search(text, 0, _LONGEST) or _UNIFIED.search(text, 0, _LONGEST)
    return found.span("number") if found is not None else None


def numbers_of_papers(text: str) -> Iterator[tuple[int, int]]:
    """Yield the number of the contract that the head of a paper names, else that of the paper itself."""
    for pattern in (_OF_CONTRACT, _OF_PAPER):
        found = pattern.search(text[:_HEAD])
        if found is not None:
            yield found.span("number")
            return
