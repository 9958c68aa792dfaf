"""What people are told of a capability: its label, what it is, why it matters, what it is not.

Kept apart from the table that rules run on, so that a better sentence does not make every claim look stale.
"""

from __future__ import annotations

import json
import tomllib
from dataclasses import asdict, dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path

TABLE = "capability_entries.json"
SEVERITIES = ("critical", "high", "medium", "low")
"""How grave a capability is if bought, the gravest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CapabilityEntry:
    """An entry of the published vocabulary."""

    code: str
    version: int
    label: str
    label_zh: str
    severity: str
    """How grave the capability is if bought: critical, high, medium, low; not how sure a claim is."""
    definition: str
    not_when: tuple[str, ...]
    why_it_matters: str
    sources: tuple[str, ...]


@lru_cache(maxsize=1)
def capability_entries() -> dict[str, CapabilityEntry]:
    """Return the entries by code, in the order of codes; read once a process."""
    rows = json.loads((resources.files("tenderlight._generated") / TABLE).read_bytes())
    return {
        row["code"]: CapabilityEntry(
            **{**row, "not_when": tuple(row["not_when"]), "sources": tuple(row["sources"])},
        )
        for row in rows
    }


def compile_entries(folder: Path) -> bytes:
    """Return the table made of the entries in `folder` and below it."""
    sheets = [tomllib.loads(path.read_text("utf-8")) for path in sorted(folder.rglob("*.toml"))]
    entries = [
        CapabilityEntry(
            code=row["code"],
            version=row["version"],
            label=row["label"]["en"],
            label_zh=row["label"]["zh"],
            severity=row["severity"],
            definition=row["definition"],
            not_when=tuple(row["not_when"]),
            why_it_matters=row["matters_because"],
            sources=tuple(row["sources"]),
        )
        for sheet in sheets
        for row in sheet.get("capability", [])
    ]
    rows = [asdict(entry) for entry in sorted(entries, key=lambda entry: entry.code)]
    return (json.dumps(rows, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()
