"""The version of the facts: read without importing any rule."""

from __future__ import annotations

FACTS_VERSION = 87
"""Version of all fact rules together: it changes when any of them does."""
