"""The version of the rules of components, apart from them so that it costs nothing to ask."""

from __future__ import annotations

COMPONENTS_VERSION = 2
"""Raised whenever the same pages may give other components though the catalogue is the same."""
