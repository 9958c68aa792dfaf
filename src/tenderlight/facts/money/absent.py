"""Prices that a document announces and does not give: "面议", "详见附件", "/", words that can be read in two ways.

No value is made of them; that there was something to read is said, with its words, so that nobody takes the empty field
for a document without a price.
"""

from __future__ import annotations

from collections.abc import Sequence

from tenderlight.facts.money.in_entries import measure
from tenderlight.facts.names.blanks import is_blank
from tenderlight.facts.pages.document import SETTLED, Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.version import FACTS_VERSION
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.model.problem import Problem, problem
from tenderlight.model.statement import Stage, Statement
from tenderlight.model.values import AmountKind, AmountValue

STEP = f"facts/{FACTS_VERSION}"
MOST = 5
"""Told of one document."""
_LONGEST = 80
_PRICES = frozenset(
    {
        AmountKind.AWARD,
        AmountKind.CONTRACT,
        AmountKind.SUM_OF_LOTS,
        AmountKind.CALL_OFF,
        AmountKind.PERCENT,
        AmountKind.UNIT_PRICE,
    }
)
_BUDGETED = frozenset({Stage.TENDER, Stage.PLAN, Stage.SINGLE_SOURCE})
"""Stages whose notices state a budget instead of a price; a mere stroke in its place is no announcement."""
_NUMERALS = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟")


def absent_prices(notice: Notice, statements: Sequence[Statement]) -> list[Problem]:
    """Return a problem for each place that should hold a price and holds none, where no price of that lot is stated.

    Args:
        notice: The document.
        statements: What was found in it.

    Problems: price-without-figure, price-not-understood.
    """
    values = [one.value for one in statements if isinstance(one.value, AmountValue)]
    if notice.stage not in SETTLED:
        return _absent_budgets(notice, values) if notice.stage in _BUDGETED else []
    lots = {value.lot for value in values if value.amount_kind in _PRICES}
    found: dict[str, Problem] = {}
    for entry in notice.of(Meaning.AWARD_AMOUNT, Meaning.CONTRACT_AMOUNT, Meaning.CALL_OFF_AMOUNT):
        is_given = entry.lot in lots or None in lots or (entry.lot is None and lots)
        if not is_given and _is_value(entry) and measure(notice, entry) is None:
            words = " ".join(entry.value.text.split())[:_LONGEST]
            found.setdefault(words, _problem(entry, words))
    return list(found.values())[:MOST]


def _absent_budgets(notice: Notice, values: Sequence[AmountValue]) -> list[Problem]:
    """Return a problem for each place of a budget that has words in its place (详见附件), where no budget is stated."""
    if any(value.amount_kind is AmountKind.BUDGET for value in values):
        return []
    found: dict[str, Problem] = {}
    for entry in notice.of(Meaning.BUDGET):
        words = " ".join(entry.value.text.split())[:_LONGEST]
        told = is_blank(words) and words.strip("/-—_. ") and not entry.strict
        if told and measure(notice, entry) is None:
            found.setdefault(words, _problem(entry, words))
    return list(found.values())[:MOST]


def _is_value(entry: Entry) -> bool:
    """Say whether what stands beside the label is meant as its value; without a colon only a blank is."""
    return not entry.strict or is_blank(entry.value.text)


def _problem(entry: Entry, words: str) -> Problem:
    has_figure = any(character.isdigit() or character in _NUMERALS for character in entry.value.flat)
    return problem(
        "price-not-understood" if has_figure else "price-without-figure",
        step=STEP,
        detail=f"({entry.label}: {words})",
        page_number=entry.value.sheet.page.number,
    )
