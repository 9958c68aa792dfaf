"""The price that a word for a total leads to, where no label tells it: 合計 MOP 184,900; "Total general U$S 3.519".

The word stands right before the sum, on its line, and nothing between them but signs and words of tax. Where such words
lead to two sums, the one called the whole counts; else none is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tenderlight.facts.lots.verdicts import LOST
from tenderlight.facts.pages.document import CONCLUDED, Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.price.only_sums import says_other
from tenderlight.facts.words.errata import RIGHT_IBERIAN
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.money import MoneyUnit, find_amounts, read_unit
from tenderlight.model.statement import Stage

_LONGEST = 15_000
_WITHIN = 48
_LEAST = 100
_FEWEST_PARTS = 2
_WHOLE = (
    r"grand total|total general|total général|overall total|total awarded|awarded total|"
    r"总计|总金额|总价款?|总额|合计|共计|"
    r"(?:всего|итоговая сумма|общая (?:сумма|стоимость)|загальна (?:сума|вартість)|gesamt(?:summe|betrag|preis)|"
    r"(?:importe|valor|monto|precio|preço) total|montant total|cumul de|importo complessivo|wartość ogółem)"
)
_TOTAL = rf"(?:(?P<whole>{_WHOLE})|totale?s?|итого|разом|усього|summe|suma|soma|razem)"
_LEADS = re.compile(
    rf"(?<![^\W\d_]){_TOTAL}(?:金额|价款?|额)?"
    r"(?:\s?(?:of|de|is|was|for|amount|value|price|order|contract|purchase|payable|due|cost|adjudicado|"
    r"ttc|ht|hors taxes|"
    r"(?:con|sin|с|без|з|mit|ohne|incl\.?|excl\.?)\s\S{2,6}|为|是|人民币|约))*"
    r"[\s:=.…,()|–—-]{0,40}(?P<unit>[^\W\d_]{2,6}\.?)?[\s:|)]{0,40}$"
)
_HAN_LEADS = re.compile(
    rf"(?P<whole>{_WHOLE})(?:金额|价款?|额)?(?:为|是)?(?:人民币|新台币|港币|澳门币)?[\s:=()—–-]{{0,40}}$"
)
_PUT_RIGHT = re.compile(rf"should read|{RIGHT_IBERIAN}|lire|correct|更正|应为")
"""Where something is put right, a total may be the old one."""
_OTHERS = re.compile(
    r"budget|estim|presup|orçament|prévis|план|начальн|ceiling|max|limit|fund|预算|限价|估|底价|保证|代理|服务费收|评审|得分|"
    r"sub-?total|score|points|балл|punt"
)


def said_total(notice: Notice) -> Entry | None:
    """Return the one sum to which a word for a total leads, as an entry without a label, or None.

    Args:
        notice: An award, contract or acceptance for which no price has been found.
    """
    if notice.stage not in CONCLUDED or sum(len(sheet.flat) for sheet in notice.sheets) > _LONGEST:
        return None
    if any(_PUT_RIGHT.search(sheet.flat) for sheet in notice.sheets):
        return None
    found = [one for sheet in notice.sheets for one in _in_sheet(notice, sheet)]
    whole = [one for one in found if one[2]]
    told = _sum_of_the_others(whole) or whole or found
    if len({amount for _entry, amount, _is_whole in told}) != 1:
        return None
    return told[0][0]


def _sum_of_the_others(found: list[tuple[Entry, Decimal, bool]]) -> list[tuple[Entry, Decimal, bool]]:
    """Return the total that all others add up to: those are totals of parts."""
    amounts = {amount for _entry, amount, _is_whole in found}
    most = max(amounts, default=Decimal(0))
    is_sum = len(amounts) > _FEWEST_PARTS and sum(amounts - {most}) == most
    return [one for one in found if one[1] == most] if is_sum else []


def _in_sheet(notice: Notice, sheet: Sheet) -> Iterator[tuple[Entry, Decimal, bool]]:
    meaning = Meaning.AWARD_AMOUNT if notice.stage is Stage.AWARD else Meaning.CONTRACT_AMOUNT
    leads = _HAN_LEADS if notice.language == "zh" else _LEADS
    for amount in find_amounts(sheet.page.text, decimal_mark=notice.decimal_mark):
        if amount.amount < _LEAST or amount.per_unit:
            continue
        line = sheet.flat[sheet.flat.rfind("\n", 0, amount.start) + 1 : amount.start]
        match = leads.search(line[-_WITHIN * 2 :])
        if match is None:
            continue
        clause = re.split(r"[;。]|\.\s", line)[-1]
        if (
            _OTHERS.search(clause)
            or LOST.search(clause)
            or says_other(match[0], match[0], sheet.flat[amount.end :][:40])
        ):
            continue
        unit = _unit(match)
        if unit is None and (amount.bare or match.groupdict().get("unit")):
            continue
        piece = Piece(sheet=sheet, start=amount.start, end=amount.end)
        entry = Entry(
            meaning=meaning, label="", value=piece, order=len(notice.entries), unit=unit if amount.bare else None
        )
        yield entry, amount.amount, match["whole"] is not None


def _unit(match: re.Match[str]) -> MoneyUnit | None:
    """Return the currency that stands between the word for a total and a bare figure."""
    written = match.groupdict().get("unit")
    return read_unit(written) if written else None
