"""Answers of an earlier record, for names that were held against the same lists under the same rules before.

What the lists say depends on the name, its numbers, its place and the days, and on the snapshots and rules that the
first line of the record names; on nothing else. So a case to which one document came is asked for its names alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from tenderlight.screening.questions import Question
from tenderlight.screening.record import encode_question

NOT_ASKED_OF_LISTS = ("where", "role", "day_is", "claims")
"""Parts of a question that say where it comes from."""
_BEFORE_QUESTION = b'{"question":'


class _Line(msgspec.Struct):
    question: msgspec.Raw


class _Hit(msgspec.Struct):
    may_carry_a_claim: bool


class _Answer(msgspec.Struct):
    hits: list[_Hit]


class KnownAnswers:
    """What a record says, by what was asked.

    Args:
        record: Its lines; b"" = there is none.
        head: The first line that a record would have today; another one, and nothing is known.

    Raises:
        msgspec.DecodeError: If it is no record.
    """

    def __init__(self, record: bytes, head: bytes) -> None:
        first, *lines = record.splitlines() or [b""]
        self._answers: dict[bytes, bytes] = {}
        for line in lines if first == head else ():
            question = bytes(msgspec.json.decode(line, type=_Line).question)
            self._answers[_asked(question)] = line[len(_BEFORE_QUESTION) + len(question) :]

    def line(self, question: Question) -> bytes | None:
        """Return the line of a question, as a screening would write it now; None if it was not asked."""
        encoded = encode_question(question)
        answer = self._answers.get(_asked(encoded))
        return None if answer is None else _BEFORE_QUESTION + encoded + answer


def possible_matches(lines: Iterable[bytes]) -> int:
    """Return how many lines of a record, its first left out, have a hit that may carry a claim."""
    decoder = msgspec.json.Decoder(_Answer)
    return sum(any(hit.may_carry_a_claim for hit in decoder.decode(line).hits) for line in lines)


def _asked(question: bytes) -> bytes:
    """Return the part of an encoded question that answers depend on."""
    parts: dict[str, Any] = msgspec.json.decode(question)
    return msgspec.json.encode({name: part for name, part in parts.items() if name not in NOT_ASKED_OF_LISTS})
