"""What links, and what is kept for making them, depend on besides documents and claims."""

from __future__ import annotations

import functools
import hashlib
from importlib import metadata

from tenderlight._generated.procurement import OFFICES
from tenderlight.linking.resemblance import BITS, SEED, SHINGLE, SLOTS

LINKS_VERSION = 4
"""Raised with whatever makes other links of the same documents."""
KEPT_VERSION = 1
"""Raised with whatever is kept of the same documents in another form."""


def links_version() -> str:
    """Return the versions of the rules that make links."""
    return f"links/{LINKS_VERSION}"


@functools.cache
def kept_version() -> str:
    """Return what everything depends on that is kept of documents: rules, figures, the engine, words of buyers."""
    try:
        engine = metadata.version("rensa")
    except metadata.PackageNotFoundError:
        engine = "none"
    words = hashlib.sha256(repr(OFFICES).encode()).hexdigest()[:16]
    return f"{links_version()} {KEPT_VERSION} {SHINGLE} {SLOTS} {SEED} {BITS} rensa {engine} {words}"
