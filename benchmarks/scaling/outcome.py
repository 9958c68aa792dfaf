"""All that must be the same of two cases, as one hash: what they export, and the readings that they store."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
from pathlib import Path

FORMATS = ("jsonl", "csv")


def outcome(case: Path) -> str:
    """Return the hash of the exports of a case and of the names of its stored readings, which tell their content."""
    told = hashlib.sha256()
    with tempfile.TemporaryDirectory() as place:
        for one in FORMATS:
            written = Path(place) / f"export.{one}"
            command = [sys.executable, "-m", "tenderlight", "export", str(case), "--format", one, "-o", str(written)]
            subprocess.run(command, check=True, capture_output=True)
            told.update(written.read_bytes())
    for path in sorted(path.name for path in (case / "readings").rglob("*") if path.is_file()):
        told.update(path.encode() + b"\n")
    return told.hexdigest()
