"""All exports of a case, byte for byte."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tenderlight.cases import Case
from tenderlight.publish.tables import WRITERS


def exports(folder: Path) -> dict[str, bytes]:
    """Return what each export of a case would write."""
    written = {}
    with tempfile.TemporaryDirectory() as place, Case.open(folder) as case:
        for form, write in WRITERS.items():
            target = Path(place) / f"claims.{form}"
            write(case.claims(), target)
            written[form] = target.read_bytes()
    return written
