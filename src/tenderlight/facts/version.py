"""The version of the facts: read without importing any rule."""

from __future__ import annotations

FACTS_VERSION = 88
"""Version of all fact rules together: it changes when any of them does."""
