"""The network that reads lines, and its last step, which is taken here.

That step weighs some hundred numbers for each of 18,710 characters, at every eighth pixel of a line. Its engine goes
over all of that four times for every two lines, and makes shares of it all; here it is one product of matrices for many
lines, and a share is made of the likeliest character alone. So the network is cut before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Tensor = NDArray[np.float32]
    Numbers = NDArray[np.int64]

_STEPS_AT_ONCE = 256
"""Steps of lines that are weighed together: 20 MB. Those of two lines alone take a third longer; more win little."""


@dataclass(frozen=True, slots=True)
class LineNetwork:
    """Pictures of lines in, characters out.

    Attributes:
        session: The network; without its last step where `weights` are given.
        weights: What the last step weighs each character by, (numbers a step + 1, characters): the last row is added.
            None if the network is whole, and answers with shares.
    """

    session: Any
    weights: Tensor | None = None

    def likeliest(self, batches: Iterable[Tensor]) -> list[tuple[Numbers, Tensor]]:
        """Return the likeliest character of each step of each line, and how likely it is, 0 to 1; batch by batch.

        Character 0 is none at all: how likely that is may be left out (0).
        """
        answers = [self._answer(batch) for batch in batches]
        if self.weights is None:
            return [(answer.argmax(axis=2), answer.max(axis=2)) for answer in answers]
        if not answers:
            return []
        steps = np.concatenate([answer.reshape(-1, answer.shape[2]) for answer in answers])
        numbers, shares = np.zeros(len(steps), np.int64), np.zeros(len(steps), np.float32)
        for first, weighed in _weighed(steps, self.weights):
            best = weighed.argmax(axis=1)
            numbers[first : first + len(best)] = best
            for step in np.flatnonzero(best).tolist():
                others = weighed[step]  # one after the other: all of them together leave the processor's cache
                others -= others[best[step]]
                shares[first + step] = 1 / np.exp(others, out=others).sum()
        found = []
        first = 0
        for lines, length, _ in (answer.shape for answer in answers):
            span = slice(first, first + lines * length)
            found.append((numbers[span].reshape(lines, length), shares[span].reshape(lines, length)))
            first = span.stop
        return found

    def shares(self, batch: Tensor) -> Tensor:
        """Return how likely every character is at each step of each line, 0 to 1."""
        answer = self._answer(batch)
        if self.weights is None:
            return answer
        lines, steps, width = answer.shape
        shares = np.empty((lines * steps, self.weights.shape[1]), np.float32)
        for first, weighed in _weighed(answer.reshape(-1, width), self.weights):
            some = shares[first : first + len(weighed)]
            np.exp(weighed - weighed.max(axis=1, keepdims=True), out=some)
            some /= some.sum(axis=1, keepdims=True)
        return shares.reshape(lines, steps, -1)

    def _answer(self, batch: Tensor) -> Tensor:
        (name,) = (each.name for each in self.session.get_inputs())
        answer: Tensor = self.session.run(None, {name: batch})[0]
        return answer


def _weighed(steps: Tensor, weights: Tensor) -> Iterator[tuple[int, Tensor]]:
    """Yield what the characters weigh at the next steps, with the number of the first; the array is used again."""
    numbers = np.concatenate([steps, np.ones((len(steps), 1), np.float32)], axis=1)
    room = np.empty((min(len(numbers), _STEPS_AT_ONCE), weights.shape[1]), np.float32)
    for first in range(0, len(numbers), _STEPS_AT_ONCE):
        some = numbers[first : first + _STEPS_AT_ONCE]
        yield first, np.matmul(some, weights, out=room[: len(some)])
