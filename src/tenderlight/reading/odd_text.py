"""Problems for pages whose text looks other than it is."""

from __future__ import annotations

from collections import defaultdict

from tenderlight.languages.odd_characters import Oddity, odd_places
from tenderlight.model.document import Page
from tenderlight.model.problem import Problem, problem

_STEP = "read"
_CODES = {
    Oddity.TURNED: "text-direction-turned",
    Oddity.INVISIBLE: "text-invisible-characters",
    Oddity.LOOK_ALIKE: "look-alike-letters",
}
_MOST_SHOWN = 5


def odd_text(page: Page) -> list[Problem]:
    """Return what is odd about the characters of a page, each kind once: see `languages.odd_characters`."""
    found: dict[Oddity, list[str]] = defaultdict(list)
    for place in odd_places(page.text):
        found[place.oddity].append(page.text[place.start : place.end])
    return [
        problem(_CODES[oddity], step=_STEP, page_number=page.number, detail=_detail(oddity, texts))
        for oddity, texts in found.items()
    ]


def _detail(oddity: Oddity, texts: list[str]) -> str:
    if oddity is not Oddity.LOOK_ALIKE:
        return f"Places: {len(texts)}."
    words = [text[:40] for text in dict.fromkeys(texts)]
    return f"Words: {', '.join(words[:_MOST_SHOWN])}" + (" ..." if len(words) > _MOST_SHOWN else ".")
