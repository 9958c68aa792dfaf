"""One page read by text recognition: from its pixels, through the recogniser's cage, to what is stored of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tenderlight.cage import Outcome
from tenderlight.cases.encoding import Undecodable, decode_item, mean_confidence
from tenderlight.model.document import Page, PageMethod, ReadState
from tenderlight.model.problem import Problem, problem
from tenderlight.model.reader import Item
from tenderlight.pipeline.messages import DrawnPage, RecogniseTask, read_frame, write_task
from tenderlight.pipeline.pages_under_way import PixelsUnderWay
from tenderlight.reading.recognition.agreement import agreement
from tenderlight.reading.recognition.contradictions import contradiction
from tenderlight.reading.recognition.page_pixels import STEP

SAME_TEXT = 0.9
"""Share of pairs of characters that a text layer and the picture have in common from which the layer is believed."""
UNSURE = 0.7
"""Mean confidence under which text recognition does not take the place of a text that the page has."""
LITTLE = 0.5
"""Share of the characters of that text which recognition must find."""
MOST_PROBLEMS = 20
COMPARE_ONLY = "page-fonts-unproved"
"""Calls for a comparison with the picture and for nothing else: the text stays what the file says."""
OTHER_TEXT = 0.5
"""Share of pairs of letters in common under which text and picture are two texts."""
MOST_LETTERS, MOST_SHOWN = 6, 80
SIZE_TOLERANCE_POINTS = 0.02
WHY = {
    "page-needs-recognition": "The file gives the page no text, or little beside a picture.",
    "page-text-doubtful": "The text that the file gives it does not read like text, and differs from what it shows.",
    "page-text-garbled": "Its fonts do not say which characters they show.",
    "page-text-guessed": "Its fonts do not say which characters they show, and the guess differs from what it shows.",
    "page-text-invisible": "Its invisible text differs from what it shows.",
}
"""Why the text that the file gives a page was not used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A page that calls for text recognition."""

    page_number: int
    problems: tuple[Problem, ...]
    """What calls for it."""
    layer: bytes = b""
    """The page as its reader sent it, encoded, if it has a text of its own."""


class PageUnderWay(PixelsUnderWay):
    """A page being recognised. Use `job`, `take` for each frame, then `finish` with the outcome."""

    def __init__(self, document: str, page: DrawnPage) -> None:
        """Take over the page; its pixels, if they are here, are held by a descriptor until `close`."""
        super().__init__(document, (page,))
        self._task = RecogniseTask(
            page_number=page.page_number,
            width_points=page.width_points,
            height_points=page.height_points,
            width=page.width,
            height=page.height,
        )
        self._page: Page | None = None
        self._problems: list[Problem] = []
        self._lie = ""

    def task(self) -> bytes:
        """Return what the lane is to do."""
        return write_task(self._task)

    def take(self, frame: bytes) -> None:
        """Take one frame; a child that answers of another page, or of a page of another size, is not believed."""
        try:
            found = read_frame(frame)
        except Undecodable as trouble:
            self._lie = str(trouble)
            return
        if isinstance(found, Page) and self._page is None and self._is_asked_for(found):
            self._page = found
        elif isinstance(found, Problem) and found.page_number == self.page_number:
            self._problems = [*self._problems, found][:MOST_PROBLEMS]
        else:
            self._lie = "It answered what it was not asked."

    def finish(self, outcome: Outcome) -> tuple[Item, ...]:
        """Return what came of the page: itself and its problems, or why there is nothing."""
        if not outcome.is_finished:
            return (not_recognised(self.page_number, outcome.message),)
        if self._lie or self._page is None:
            return (not_recognised(self.page_number, self._lie or "It answered nothing."),)
        return (self._page, *self._problems)

    def try_again(self) -> None:
        """Forget what came: the page is to be recognised once more."""
        self._page, self._problems, self._lie = None, [], ""

    def _is_asked_for(self, page: Page) -> bool:
        asked = self._task
        is_size = page.width is not None and page.height is not None
        return (
            is_size
            and page.number == asked.page_number
            and page.method is PageMethod.RECOGNISED
            and abs((page.width or 0) - asked.width_points) <= SIZE_TOLERANCE_POINTS
            and abs((page.height or 0) - asked.height_points) <= SIZE_TOLERANCE_POINTS
        )


def not_recognised(page_number: int, why: str) -> Problem:
    """Return the problem of a page that could not be drawn or recognised. Its words are bounded, never trusted."""
    return problem("page-not-recognised", step=STEP, page_number=page_number, detail=f"({why})")


def settle(call: Call, found: Sequence[Item]) -> tuple[Item, ...]:
    """Return what is stored of a page that called for recognition: the better of its two texts, and why.

    A text layer that says what the picture shows is kept: it is what the file says, letter for letter. One that differs
    gives way, unless recognition was unsure or found much less.

    Args:
        call: The page, and what speaks against its text.
        found: What came of recognising it.
    """
    page = next((item for item in found if isinstance(item, Page)), None)
    if page is None:
        return tuple(found)
    layer = _layer(call)
    if layer is not None and all(one.code == COMPARE_ONLY for one in call.problems):
        return _compared(layer, page)
    if layer is not None and layer.text.strip():
        share = agreement(layer.text, page.text)
        if share.share >= SAME_TEXT:
            kept = problem("page-text-kept", step=STEP, page_number=page.number, detail=_percent(share.share))
            return replace(layer, state=ReadState.READ), kept
        if _is_poorer(page, layer):
            detail = f"Recognition was less sure than it should be, or found less. {_percent(share.share)}"
            return (problem("page-text-kept", step=STEP, page_number=page.number, detail=detail),)
    return _recognised(call, page, found)


def _compared(layer: Page, page: Page) -> tuple[Item, ...]:
    """Return a page whose text stays whatever the picture shows, and what the comparison found."""
    share = agreement(_letters(layer.text), _letters(page.text))
    found = contradiction(layer, page)
    if found is None and share.share < OTHER_TEXT and not _is_poorer(page, layer):
        return layer, problem("page-text-disagrees", step=STEP, page_number=page.number, detail=_percent(share.share))
    if found is None:
        return layer, problem("page-text-kept", step=STEP, page_number=page.number, detail=_percent(share.share))
    letters = ", ".join(f"{said} is seen as {seen}" for said, seen in found.pairs[:MOST_LETTERS])
    lines = f"Said: “{_short(found.said)}”; seen: “{_short(found.seen)}”."
    detail = f"{letters}. {lines}"
    return layer, problem("page-text-disagrees", step=STEP, page_number=page.number, detail=detail, box=found.box)


def _letters(text: str) -> str:
    """Return the letters and digits of a text: dots that lead to page numbers tell nothing."""
    return "".join(filter(str.isalnum, text))


def _short(lines: Sequence[str]) -> str:
    text = " / ".join(lines)
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]} ..."


def _recognised(call: Call, page: Page, found: Sequence[Item]) -> tuple[Item, ...]:
    why = " ".join(dict.fromkeys(WHY[one.code] for one in call.problems if one.code in WHY))
    note = problem("page-recognised", step=STEP, page_number=page.number, detail=why)
    return (page, note, *(item for item in found if item is not page))


def _layer(call: Call) -> Page | None:
    if not call.layer:
        return None
    item = decode_item(call.layer)
    return item if isinstance(item, Page) else None


def _is_poorer(page: Page, layer: Page) -> bool:
    confidence = mean_confidence((word.end - word.start, word.confidence) for word in page.words)
    return confidence is None or confidence < UNSURE or len(page.text) < LITTLE * len(layer.text)


def _percent(share: float) -> str:
    return f"{share:.0%} of it agrees with the picture."
