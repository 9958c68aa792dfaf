"""Whether what people wrote stands in a redacted dossier as on record: black where it says so, and nowhere else."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from tenderlight.cases import Case
from tenderlight.facts.privacy.spans import BLACK
from tenderlight.model.correction import Correction
from tenderlight.model.reply import Reply
from tenderlight.publish.dossier_pictures import keyed_hash

Key = tuple[str, int, str]
"""Act of the entry of the log, its number among those of its act, and field."""


class Span(msgspec.Struct):
    """A stretch that is black."""

    start: int
    end: int
    kind: str


class RecordedWords(msgspec.Struct):
    """A text that people wrote, as the record of what was blacked out has it."""

    of: str
    number: int
    field: str
    spans: list[Span]
    before: str
    after: str


class _Review(msgspec.Struct):
    number: int
    because: str


class _Asked(msgspec.Struct):
    asked_of: str
    asked_how: str


class _Answer(msgspec.Struct):
    text: str


class _Attachment(msgspec.Struct):
    name: str


class _Reply(msgspec.Struct):
    number: int
    asked: _Asked
    answer: _Answer | None
    attachments: list[_Attachment]


class _Named(msgspec.Struct):
    entries: list[_Reply]


class _Correction(msgspec.Struct):
    number: int
    was: str
    now: str
    because: str


class _Claim(msgspec.Struct):
    reviews: list[_Review]


class _Claims(msgspec.Struct):
    claims: list[_Claim]
    replies: list[_Named]
    corrections: list[_Correction]


class _Withdrawn(msgspec.Struct):
    because: str
    number: int = 0


class _Head(msgspec.Struct):
    withdrawn: list[_Withdrawn]


def words_not_as_recorded(data: Path, recorded: Sequence[RecordedWords]) -> Iterator[str]:
    """Yield what of the record of people's words the dossier does not bear out, as far as can be told by itself."""
    shown = _shown(data)
    for one in recorded:
        text = shown.get((one.of, one.number, one.field))
        if text is None or one.after != hashlib.sha256(text.encode()).hexdigest():
            yield f"{_called(one)} is not the text that the record of what was blacked out is of."
        elif text != blacked_out(text, _spans(one)):
            yield f"{_called(one)} is not black where the record of what was blacked out says so."


def words_changed(case: Case, data: Path, recorded: Sequence[RecordedWords], keys: Mapping[str, str]) -> Iterator[str]:
    """Yield what of people's words in a dossier is not what they wrote, but for what is on record as black.

    Args:
        case: The case the dossier was made from.
        data: Its payload.
        recorded: What is on record.
        keys: Of hashes, by act and number.
    """
    wrote, shown = _written(case), _shown(data)
    by_key = {(one.of, one.number, one.field): one for one in recorded}
    for key, text in shown.items():
        said, was = by_key.get(key), wrote.get(key, "")
        name = f"What {key[0]} {key[1]} says as “{key[2]}”"
        if text != blacked_out(was, [] if said is None else _spans(said)):
            yield f"{name} differs from what was written in more than is on record."
        if said is not None and said.before != keyed_hash(keys.get(f"{key[0]} {key[1]}", ""), was.encode()):
            yield f"{name}: what was written has another hash than is on record."


def _called(one: RecordedWords) -> str:
    return f"What {one.of} {one.number} says as “{one.field:.40}”"


def _spans(one: RecordedWords) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in one.spans]


def blacked_out(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return a text with every sign of some stretches black, white space left as it is."""
    signs = list(text)
    for start, end in spans:
        signs[start:end] = [sign if sign.isspace() else BLACK for sign in signs[start:end]]
    return "".join(signs)


def _shown(data: Path) -> dict[Key, str]:
    """Return every text that people wrote and a dossier shows."""
    try:
        claims = msgspec.json.decode((data / "claims.json").read_bytes(), type=_Claims)
        head = msgspec.json.decode((data / "dossier.json").read_bytes(), type=_Head)
    except (OSError, msgspec.DecodeError, RecursionError):
        return {}
    found: dict[Key, str] = {}
    for review in (review for claim in claims.claims for review in claim.reviews):
        found["review", review.number, "because"] = review.because
    found |= _said((reply for named in claims.replies for reply in named.entries), claims.corrections)
    found |= {("withdraw", one.number, "because"): one.because for one in head.withdrawn}
    return found


def _written(case: Case) -> dict[Key, str]:
    """Return every text that people wrote, as the case has it."""
    found: dict[Key, str] = {("review", one.number, "because"): one.because for one in case.reviews}
    found |= _said(case.replies, case.corrections)
    return found | {("withdraw", one.number, "because"): one.because for one in case.publications}


def _said(replies: Iterable[_Reply | Reply], corrections: Iterable[_Correction | Correction]) -> dict[Key, str]:
    """Return every text of replies and corrections, as a dossier or the case has them."""
    found: dict[Key, str] = {}
    for reply in replies:
        found["reply", reply.number, "asked_of"] = reply.asked.asked_of
        found["reply", reply.number, "asked_how"] = reply.asked.asked_how
        found["reply", reply.number, "answer"] = "" if reply.answer is None else reply.answer.text
        for place, name in enumerate([file.name for file in reply.attachments], 1):
            found["reply", reply.number, f"attachment {place}"] = name
    for correction in corrections:
        for field in ("was", "now", "because"):
            found["correct", correction.number, field] = getattr(correction, field)
    return found
