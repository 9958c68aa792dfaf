"""What may say a capability, claimed or not: suggestions, for a person to look at.

Each stretch of a text is asked about by its letters (`second_reader.py`) and by the senses in it (`sense_reader.py`),
and with the extra `meaning` by what it means (`meaning_reader.py`). They err in different places; together they say how
likely the stretch buys a capability. A suggestion becomes a claim by no hand but a person's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tenderlight.capabilities.matching import shared_matcher
from tenderlight.capabilities.meaning_reader import load_meaning_model
from tenderlight.capabilities.searchtext import SearchText, search_text_at, search_text_of_pages
from tenderlight.capabilities.second_reader import load_model
from tenderlight.capabilities.sense_reader import load_sense_model
from tenderlight.languages import sentence_vectors
from tenderlight.model.document import Reading
from tenderlight.model.statement import Anchor

WITH_MEANING = "/with-meaning"
"""What the name of the model ends with where meaning was asked, too."""
SHORTEST_STRETCH, LONGEST_STRETCH = 40, 240
"""Characters of the stretches that are judged as one; passages of tenders that say one thing are about as long."""
LEAST_SCORE = 0.02
"""What is less likely than this is not worth a line."""
LEAST_ASKED = 0.003
"""What letters and senses find less likely than this is nothing that meaning is asked about: it takes longer."""
_END = re.compile(r"[\n。;!?]|\.(?=\s)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Words that may say a capability."""

    capability: str
    score: float
    """How likely a careful reader finds it bought there, 0-1, as measured on passages the model was not trained on."""
    anchors: tuple[Anchor, ...]
    source: str
    """Name of the model."""


def propose(reading: Reading) -> Iterator[Proposal]:
    """Yield what the pages or records of a document may say, in the order of the text, unsorted by score."""
    if reading.pages:
        yield from _in(search_text_of_pages(reading.pages))
    for record in reading.records:
        for field in record.fields:
            yield from _in(search_text_at(field.text, field.pointer))


def propose_in_text(text: str) -> tuple[Proposal, ...]:
    """Return what one passage may say; anchors have the pointer "text"."""
    return tuple(_in(search_text_at(text, "text")))


def _in(text: SearchText) -> Iterator[Proposal]:
    source, is_meaning_asked = load_model().name, sentence_vectors.is_installed()
    if is_meaning_asked:
        source += WITH_MEANING
    hits = sorted(shared_matcher().hits(text.text), key=lambda hit: hit.start)
    starts = [hit.start for hit in hits]
    for start, end in stretches(text.text):
        within = hits[bisect_left(starts, start) : bisect_left(starts, end)]
        senses = [hit.senses for hit in within if hit.end <= end]
        for code, score in scores(text.text[start:end], senses, is_meaning_asked=is_meaning_asked).items():
            anchors = text.anchors(start, end)
            if anchors:
                yield Proposal(capability=code, score=score, anchors=anchors, source=source)


def scores(text: str, senses: Iterable[frozenset[str]], *, is_meaning_asked: bool) -> dict[str, float]:
    """Return how likely each capability is bought in a folded text, 0-1, from `LEAST_SCORE`.

    Args:
        text: The text.
        senses: Those of each word of the vocabulary in it.
        is_meaning_asked: Whether its meaning is asked about, too; that needs the extra `meaning`.
    """
    decisions, _ = load_model().decisions(text)
    model = load_sense_model()
    said = model.decisions(senses)
    likely = {code: model.likely(by, said.get(code)) for code, by in decisions.items()}
    asked = [code for code, one in likely.items() if one >= LEAST_ASKED] if is_meaning_asked else []
    if asked:
        meaning = load_meaning_model()
        meant = meaning.decisions(text)
        likely = {code: meaning.likely(decisions[code], said.get(code), meant[code]) for code in asked}
    return {code: one for code, one in likely.items() if one >= LEAST_SCORE}


def stretches(text: str) -> Sequence[tuple[int, int]]:
    """Cut a folded text at the ends of sentences and lines into stretches that are judged as one."""
    found: list[tuple[int, int]] = []
    start = 0
    for end in [*(match.end() for match in _END.finditer(text)), len(text)]:
        while end - start > LONGEST_STRETCH:
            found.append((start, start + LONGEST_STRETCH))
            start += LONGEST_STRETCH
        if end - start >= SHORTEST_STRETCH or (end == len(text) and end > start):
            found.append((start, end))
            start = end
    return [span for span in found if text[span[0] : span[1]].strip()]
