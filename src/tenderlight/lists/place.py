"""Where the lists of the user lie, without anything heavy."""

from __future__ import annotations

import os
from pathlib import Path

LOG = "snapshots.jsonl"
PLACE = "TENDERLIGHT_LISTS"


def default_folder() -> Path:
    """Return where lists are kept: `$TENDERLIGHT_LISTS`, else the user's data folder."""
    named = os.environ.get(PLACE)
    if named:
        return Path(named)
    data = os.environ.get("XDG_DATA_HOME")
    return (Path(data) if data else Path.home() / ".local" / "share") / "tenderlight" / "lists"


def has_lists() -> bool:
    """Say whether anything was ever added there, as far as one may look."""
    try:
        return (default_folder() / LOG).is_file()
    except (OSError, RuntimeError):  # a place one may not look into; nobody's home
        return False
