"""The end of `tenderlight find`: what was read, what was not, and what it says."""

from __future__ import annotations

import heapq
import sys
from collections import Counter
from typing import TYPE_CHECKING

from tenderlight.cage import ALL_WALLS, missing_walls
from tenderlight.cli.plain import as_typed, plain, plain_line
from tenderlight.model.problem import PROBLEMS, Severity
from tenderlight.publish.ordering import least_telling

if TYPE_CHECKING:
    from rich.console import Console

    from tenderlight.cases import Case, Summary

CLAIMS_SHOWN = 60
"""Capability claims listed on the terminal; all are in the exports."""
QUOTE_LENGTH = 44
PIPED_WIDTH = 120
"""Columns of the table where there is no terminal to ask."""
RULE_FAILED = "rule-failed"
"""A document with this problem was read, and still has no claims: the run is not whole."""

GRAVE_NOTES = frozenset({"quote-differs-from-picture", "recogniser-not-opened"})
"""Problems that cost nothing that was read, and that nobody should overlook."""


def print_summary(case: Case, *, with_claims: bool) -> bool:
    """Print the table of claims to standard output and the rest to the error stream.

    Returns:
        True if every document was read whole.
    """
    from rich.console import Console

    summary = case.summary()
    if with_claims:
        _print_claims(Console(width=None if sys.stdout.isatty() else PIPED_WIDTH), case)
    words = Console(stderr=True, highlight=False)
    _print_counts(words, summary)
    _print_unread(words, case, summary)
    _print_missing_walls(words, summary)
    _print_reviews(words, case)
    words.print(f"Next: tenderlight report {as_typed(case.place)}", soft_wrap=True, markup=False)
    return not (summary.partly or summary.not_read or summary.not_received or RULE_FAILED in summary.problems)


def _print_claims(console: Console, case: Case) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, title="What the documents say of capabilities", title_justify="left")
    for name in ("capability", "polarity", "stage"):
        table.add_column(name, no_wrap=True)
    table.add_column("quote", overflow="fold", ratio=3)
    table.add_column("where", overflow="fold", ratio=2)
    count = sum(sum(polarities.values()) for polarities in case.summary().capabilities.values())
    for claim in heapq.nsmallest(
        CLAIMS_SHOWN, case.claims(kind="capability"), key=lambda claim: (*least_telling(claim), claim.quotes[0].path)
    ):
        quote = claim.quotes[0]
        text = plain(" ".join(quote.text.split()))
        page = f" p. {quote.page_number}" if quote.page_number else ""
        table.add_row(
            claim.rule,
            claim.polarity.value if claim.polarity else "",
            claim.stage.value if claim.stage else "",
            Text(text if len(text) <= QUOTE_LENGTH else f"{text[:QUOTE_LENGTH]}…"),
            Text(f"{plain_line(quote.path)}{page}"),
        )
    if not count:
        console.print(_nothing_found(case.summary()), soft_wrap=True)
        return
    console.print(table)
    if count > CLAIMS_SHOWN:
        console.print(f"… and {count - CLAIMS_SHOWN} more: `tenderlight export` writes them all.")


def _nothing_found(summary: Summary) -> str:
    """Say that nothing was found, and of how much nothing can be said: what was not read is unknown."""
    words = "No document that was read speaks of a capability in the vocabulary."
    unread = f" What {summary.pages.unread} pages say that were not read, or not wholly, is unknown."
    return words + (unread if summary.pages.unread else "")


def _print_counts(words: Console, summary: Summary) -> None:
    words.print(
        f"{summary.documents} documents: {summary.read} read, {summary.partly} partly read, "
        f"{summary.not_read} not read. {summary.contracts} contracts, {summary.claims} claims.",
        soft_wrap=True,
    )
    if summary.documents:
        words.print(f"{summary.pages.words}.", soft_wrap=True)
    for capability, polarities in summary.capabilities.items():
        counts = ", ".join(f"{polarity} {count}" for polarity, count in polarities.items())
        words.print(f"  {capability}: {counts}", soft_wrap=True)


def _print_reviews(words: Console, case: Case) -> None:
    """Say how far people have come, and which of their reviews no longer count because the claims changed."""
    if not case.reviews:
        return
    progress = case.queue.progress()
    counts = ", ".join(f"{count} {status.value}" for status, count in progress.by_status.items() if count)
    words.print(f"Reviews: {counts}; {progress.waiting} wait for a decision.", soft_wrap=True)
    gone, changed = case.reviews.lost_claims(), {review.claim for review in case.reviews.outdated()}
    if gone or changed:
        words.print(
            f"Reviews of claims that are no longer made ({len(gone)}) or say other words now ({len(changed)}) are kept "
            f"and do not count: `tenderlight decide {as_typed(case.place)}` lists them.",
            markup=False,
            soft_wrap=True,
        )


def _print_missing_walls(words: Console, summary: Summary) -> None:
    """Say what of the cage this machine could not give: a hostile file had less to break through."""
    counts: Counter[str] = Counter()
    for held, documents in summary.walls.items():
        counts.update(dict.fromkeys(missing_walls(held), documents))
    if counts:
        total = sum(summary.walls.values())
        missing = ", ".join(f"{wall} ({counts[wall]} of {total} documents)" for wall in ALL_WALLS if counts[wall])
        words.print(
            f"The cage was not whole: read without {missing}. A hostile file had less to break through; "
            "docs/reference/readings.md says what each wall is for.",
            soft_wrap=True,
        )


def _print_unread(words: Console, case: Case, summary: Summary) -> None:
    if summary.problems:
        words.print("Problems (what was not read is unknown, not empty; the report lists the files):")
    for code, count in summary.problems.items():
        kind = PROBLEMS.get(code)
        words.print(f"  {code}: {count}")
        if kind is not None and (kind.severity is not Severity.NOTE or code in GRAVE_NOTES):
            words.print(f"    {kind.message} What to do: {kind.next_step}", markup=False, soft_wrap=True)
    if summary.not_received:
        words.print(f"  {summary.not_received} files could not be received:")
        for path, problem in case.not_received():
            line = f"    {plain_line(path)}: {problem.code}: {plain_line(problem.message)}"
            words.print(f"{line} What to do: {PROBLEMS[problem.code].next_step}", markup=False, soft_wrap=True)
