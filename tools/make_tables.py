"""Makes the tables and reference pages that are generated from `vocabulary/` and from registers of the code.

python tools/make_tables.py           write them
python tools/make_tables.py --check   fail if one is not up to date
"""

from __future__ import annotations

import sys
from pathlib import Path

from lookalikes_table import lookalikes_table
from make_components_table import components_table
from make_divisions_table import divisions_table
from make_makes_table import makes_table
from make_party_names import party_names
from make_procurement_table import procurement_table
from make_reference import PAGES

from tenderlight.capabilities.compile import compile_files, compile_sense_labels
from tenderlight.capabilities.entries import compile_entries

ROOT = Path(__file__).resolve().parents[1]
GENERATED = ROOT / "src" / "tenderlight" / "_generated"


def tables() -> dict[Path, bytes]:
    """Return every generated file with what it should hold."""
    capabilities = ROOT / "vocabulary" / "capabilities"
    made = {
        **{GENERATED / name: content for name, content in compile_files(capabilities).items()},
        GENERATED / "capability_entries.json": compile_entries(capabilities),
        GENERATED / "capability_senses.json": compile_sense_labels(capabilities),
        GENERATED / "components.json": components_table(),
        GENERATED / "divisions.py": divisions_table(),
        GENERATED / "lookalikes.py": lookalikes_table(),
        GENERATED / "makes.py": makes_table(),
        GENERATED / "party_names.json": party_names(),
        GENERATED / "procurement.py": procurement_table(),
    }
    made |= {ROOT / "docs" / "reference" / name: make().encode("utf-8") for name, make in PAGES.items()}
    return made


def main() -> int:
    """Write or check every generated file, and those of words that no script has any more."""
    stale = []
    made = tables()
    for path in sorted(set(GENERATED.glob("capability_terms_*.json")) - made.keys()):
        if "--check" not in sys.argv[1:]:
            path.unlink()
        else:
            stale.append(path.relative_to(ROOT))
    for path, content in made.items():
        if "--check" not in sys.argv[1:]:
            path.write_bytes(content)
        elif not path.exists() or path.read_bytes() != content:
            stale.append(path.relative_to(ROOT))
    for path in stale:
        print(f"{path} is not up to date: run `make tables`", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
