"""Sums that Russian and Ukrainian papers change: "цена контракта … изменяется на …", "НМЦК: было …, стало …".

What was and what is stand in one sentence, on two lines, or the old sum in brackets behind the new one. The new sum
holds; the old price of a contract stays beside it, marked as taken back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tenderlight.facts.corrections.romance_changes import Change, romance_changes
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.words.eastern_sums import FIGURES, UNIT
from tenderlight.facts.words.vocabulary import AMOUNTS, Meaning
from tenderlight.languages.money import find_amounts
from tenderlight.model.statement import Stage

_PAGES, _LONGEST = 3, 20_000
_SUM = rf"{FIGURES}(?:\([^()\n\d]{{3,120}}\)\s?)?{UNIT}(?:\s\d\d\s(?:коп\w*\.?))?"
_VERB = (
    r"(?:измен[яе]\w+|увелич\w+|уменьш\w+|сниж\w+|снизить|повы[шс]\w+|зміню\w+|змінен\w*|зменш\w+|збільш\w+|знизи\w+|знижен\w*|"
    r"устан[ао]в\w+|скорректирован\w*|уточн\w+)"
)
_PRICE_OF = (
    r"(?:(?:цена|ціна|сумма|сума|стоимость|вартість)\s(?:(?:контракта|договора|договору)\s)?"
    r"(?:(?:составляет|составляла|становить|становила)\s)?[:–—-]?\s?)?"
)
_FROM_TO = re.compile(
    rf"(?:{_VERB}\s)?(?:было|була|було|с|со|з|із|от|від|до\sизменени[яй]|до\sвнесения\sизменений|до\sзмін)[\s:«\"(–—-]{{1,4}}"
    rf"{_PRICE_OF}(?P<old>{_SUM})(?:[»\")\s,;.(–—-]|с\sндс|без\sндс|з\sпдв|без\sпдв){{0,12}}(?:\n\s{{0,9}})?"
    rf"(?:(?:цен\w+|цін\w+)\s(?:контракта|договора|договору)\s)?"
    rf"(?:стало|стала|стане|до|на|после\sизменени[яй]|после\sвнесения\sизменений|після\sзмін)[\s:«\"(–—-]{{1,4}}{_PRICE_OF}(?P<new>{_SUM})"
)
_BECOMES = re.compile(
    rf"(?P<old>{_SUM})[»\")\s,]{{0,4}}(?:(?:{_VERB}|замінити|заменить)\s(?:словами\s)?(?:на|до)|"
    rf"(?:следует\s|слід\s)?читат[ьи]|считать|вважати|"
    rf"(?:изложить|читать|викласти)\s(?:в|у)\s(?:(?:нов|следующ|такій|наступн|ин|інш)\w*\s)?(?:редакции|редакції))"
    rf"[\s:]{{1,3}}[«\"]?{_PRICE_OF}(?P<new>{_SUM})"
)
_BEHIND = re.compile(
    rf"(?P<new>{_SUM})[^\n;]{{0,60}}?\((?:ранее|прежн\w+|вместо|замість|раніше|было|було|була|попередн\w+|стар\w+)"
    rf"[^\n()\d]{{0,30}}?(?P<old>{_SUM})"
)
_FORMER = re.compile(
    rf"(?P<new>{_SUM})[^;\d]{{0,120}}?(?:ранее\sдействовавш|прежн|первоначальн|раніше\sді|попередн|початков)\w*\s"
    rf"(?:цен|сумм|стоимост|цін|сум|варт)\w*[^\n\d;]{{0,60}}?(?P<old>{_SUM})"
)
"""The price that lapses, in the sentence behind the new one."""
_LIMITS = (
    (re.compile(r"нмц|начальн|максимальн|предельн|стартов|граничн"), Meaning.CEILING),
    (re.compile(r"очікуван|ориентировочн|орієнтовн|предполагаем"), Meaning.ESTIMATE),
    (re.compile(r"финансов\w+ обеспечен|бюджет|выделенн|планов"), Meaning.BUDGET),
)
_PRICE = re.compile(r"(?:цен|сумм|стоимост|ц[іи]н|сум|варт)[а-яіїє]{0,3}(?!\w)")
_EACH = re.compile(r"за\s(?:ед|од|единиц|одиниц|шт|куб|1\s)|единиц|одиниц")
_BEFORE, _MOST = 130, 60
_ROMANCE = frozenset({"es", "pt", "fr", "it"})
"""Languages whose papers put sums right in words of their own."""
_LABEL = "цена контракта"
"""What the changed price of a contract is called, whatever its sentence calls it."""


def with_eastern_changes(
    entries: Sequence[Entry], sheets: Sequence[Sheet], language: str, stage: Stage | None
) -> list[Entry]:
    """Return the entries of a paper that changes sums, with the new ones in the place of the old."""
    changes: list[Change] = []
    if language in {"ru", "uk"} and stage in {Stage.CORRECTION, Stage.CONTRACT}:
        changes = [one for sheet in sheets[:_PAGES] for one in _changes(sheet)]
    is_romance = language in _ROMANCE and stage is Stage.CORRECTION
    if is_romance and not any(one.replaces and one.meaning in AMOUNTS for one in entries):
        changes = [one for sheet in sheets[:_PAGES] for one in romance_changes(sheet)]
    if not changes or len(changes) > _MOST:
        return list(entries)
    kept = [one for one in entries if not any(_belongs(one, change) for change in changes)]
    first = len(entries)
    for at, change in enumerate(changes):
        label = _LABEL if change.meaning is Meaning.CONTRACT_AMOUNT and not is_romance else ""
        entry = Entry(meaning=change.meaning, label=label, value=change.old, order=first + 2 * at, old=True)
        is_told = any(one.replaces for one in entries if _belongs(one, change))
        is_named = is_told or stage is Stage.CORRECTION or change.meaning is Meaning.CONTRACT_AMOUNT
        replaces = change.old.text if is_named else None
        kept += [entry, replace(entry, value=change.new, order=entry.order + 1, old=False, replaces=replaces)]
    return kept


def _changes(sheet: Sheet) -> Iterator[Change]:
    flat = sheet.flat[:_LONGEST]
    done = 0
    for match in sorted(
        (one for pattern in (_FROM_TO, _BECOMES, _BEHIND, _FORMER) for one in pattern.finditer(flat)),
        key=lambda one: (one.start(), -one.end()),
    ):
        meaning = _meaning(flat, match)
        if match.start() < done or meaning is None:
            continue
        old, new = (Piece(sheet=sheet, start=match.start(part), end=match.end(part)) for part in ("old", "new"))
        if {one.amount for one in find_amounts(old.text, decimal_mark=",")} == {
            one.amount for one in find_amounts(new.text, decimal_mark=",")
        }:
            continue
        done = match.end()
        yield Change(meaning=meaning, old=old, new=new, start=match.start(), end=match.end())


def _meaning(flat: str, match: re.Match[str]) -> Meaning | None:
    """Return what sums the words before a change are about; None for the price of one, or if they do not tell."""
    before = flat[
        max(0, match.start() - _BEFORE) : match.end("old" if match.start("old") < match.start("new") else "new")
    ]
    before = before[:-1] + " "
    clause = re.split(r"(?<=[^\W\d_]{4})\.\s|;", before)[-1]
    if _EACH.search(clause):
        return None
    limit = next((meaning for pattern, meaning in _LIMITS if pattern.search(clause)), None)
    return limit or (Meaning.CONTRACT_AMOUNT if _PRICE.search(clause) else None)


def _belongs(entry: Entry, change: Change) -> bool:
    """Say whether an entry states one of the sums of a change, which is told better by the change."""
    if entry.meaning not in AMOUNTS | {Meaning.OLD, Meaning.NEW, Meaning.OTHER_AMOUNT} or entry.row is not None:
        return False
    same = entry.value.sheet.page.number == change.old.sheet.page.number
    first = min(change.old.start, change.new.start)
    return same and entry.value.start < change.end and entry.value.end > first
