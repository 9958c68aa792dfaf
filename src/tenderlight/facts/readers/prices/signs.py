"""What the reader of prices sees of a sum: what stands around it, how it is written, and its like among the others."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from tenderlight.facts.pages.document import Notice
from tenderlight.facts.readers.around import signs_among, signs_around, surroundings, with_others
from tenderlight.facts.readers.prices.figures import Figure
from tenderlight.facts.readers.signs import Signs
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.model.statement import Statement, StatementKind

_PARTIES = frozenset({Meaning.SUPPLIER, Meaning.LOSER, Meaning.CANDIDATE})
_SEEN = frozenset({StatementKind.SUPPLIER, StatementKind.BUYER})
_MOST_SUMMED = 14
"""Of so many of the largest sums two are added up."""
_MOST_IN_ROW = 40
_FEWEST_IN_ROW = 2
_LAST_RANK, _MOST_DISTINCT, _MOST_TIMES = 3, 6, 3
_BESIDE = 6
_STEP, _MOST_STEPS = 20, 3


def signs_of_figures(notice: Notice, statements: Sequence[Statement], figures: Sequence[Figure]) -> list[Signs]:
    """Return what is seen of each sum. What rules say of sums is not: the reader is asked where they say nothing.

    Args:
        notice: The document.
        statements: What the rules state of it.
        figures: The sums on one of its pages, in their order.
    """
    if not figures:
        return []
    page = surroundings(notice, (), [one.piece for one in figures])
    amounts = [one.amount for one in figures]
    largest = sorted(set(amounts), reverse=True)
    added = added_up(amounts)
    names = _places_of_parties(notice, statements, page.sheet.page.number)
    own = []
    for index, figure in enumerate(figures):
        signs = [*signs_around(page, index), *signs_among(page, index), *_written(figure)]
        signs += _among(figure, amounts, largest, added.get(figure.amount))
        signs += _behind(figure, names)
        signs.append(f"first {largest[0] == figure.amount} {notice.stage.value if notice.stage is not None else None}")
        own.append(list(dict.fromkeys(signs)))
    return with_others(page, own)


def added_up(amounts: Sequence[Decimal]) -> dict[Decimal, str]:
    """Return which sums are others added up ("sum", "two") and which are parts of such: amount → word.

    Others are two of the largest, or two and more on end right before it.
    """
    found: dict[Decimal, str] = {}
    largest = sorted(set(amounts))[-_MOST_SUMMED:]
    for one, other in combinations(largest, 2):
        if one + other in largest:
            found[one + other] = "two"
            found.setdefault(one, "part")
            found.setdefault(other, "part")
    in_turn = list(dict.fromkeys(amounts))
    for at, whole in enumerate(in_turn):
        total = Decimal(0)
        for first in range(at - 1, max(-1, at - 1 - _MOST_IN_ROW), -1):
            total += in_turn[first]
            if total >= whole:
                if total == whole and at - first >= _FEWEST_IN_ROW:
                    found[whole] = "sum"
                    for part in in_turn[first:at]:
                        found.setdefault(part, "part")
                break
    return found


def _places_of_parties(notice: Notice, statements: Sequence[Statement], page: int) -> list[tuple[int, str]]:
    """Return where on a page a party is named, and which: the end of the name, in the order of the page."""
    stated = [
        (anchor.end, one.kind.value)
        for one in statements
        if one.kind in _SEEN
        for anchor in one.anchors
        if anchor.page_number == page
    ]
    labelled = [
        (one.value.end, one.meaning.value)
        for one in notice.entries
        if one.meaning in _PARTIES and one.value.sheet.page.number == page
    ]
    return sorted([*stated, *labelled])


def _written(figure: Figure) -> Iterator[str]:
    flat, start, end = figure.piece.sheet.flat, figure.piece.start, figure.piece.end
    yield f"bare {figure.is_bare}"
    yield f"currency {figure.currency}"
    yield f"each {figure.is_each}"
    yield f"figures {len(str(int(figure.amount)))}"
    yield f"ends {figure.piece.flat.strip()[-4:]}"
    yield f"before {flat[max(0, start - _BESIDE) : start]}"
    yield f"after {flat[end : end + _BESIDE]}"


def _among(figure: Figure, amounts: Sequence[Decimal], largest: Sequence[Decimal], added: str | None) -> Iterator[str]:
    rank = min(largest.index(figure.amount), _LAST_RANK)
    yield f"largest {rank}"
    yield f"largest {min(rank, 2)} of {min(len(largest), 4)}"
    yield f"sums {min(len(largest), _MOST_DISTINCT)}"
    yield f"added {added}"
    yield f"added {added} {min(rank, 1)}"
    yield f"printed {min(amounts.count(figure.amount), _MOST_TIMES)}"


def _behind(figure: Figure, names: Sequence[tuple[int, str]]) -> Iterator[str]:
    """Yield whom the name before a sum is of, and how far off it is."""
    at = bisect_left(names, (figure.piece.start + 1, "")) - 1
    if at >= 0:
        end, party = names[at]
        same = "\n" not in figure.piece.sheet.flat[end : figure.piece.start]
        yield f"behind {party} {same} {min((figure.piece.start - end) // _STEP, _MOST_STEPS)}"
