"""Finds the shared folder of real files that stands beside the repository, where there is one."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


def shared_file(name: str) -> Path:
    """Return a file or folder of the shared folder; skip the test where it is absent."""
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"shared folder has no {name} here")
    return path
