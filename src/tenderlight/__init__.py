"""Tenderlight reads public contracts and shows, with proof, which buy technology that violates human rights."""

from __future__ import annotations

__version__ = "0.1.0"
