"""Makes `src/tenderlight/_generated/components.json` of `vocabulary/components/*.toml`; called by `make_tables.py`."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "vocabulary" / "components"
LOOKALIKES = ROOT / "vocabulary" / "lookalikes.toml"
PARTIES = ROOT / "vocabulary" / "parties"
COMPANIES = ("makers_china.toml", "makers_elsewhere.toml", "group_companies.toml")
MAKER_KEYS = frozenset(
    {"code", "name", "company", "names", "brands", "beside", "ordinary", "never_alone", "makes", "kinds", "countries"}
    | {"owner", "lists", "confidence"}
)
PRODUCT_KEYS = frozenset(
    {"code", "name", "maker", "kind", "words", "beside", "near", "unless", "ordinary", "needs_brand", "models"}
    | {"branded", "not_when", "row", "sizes", "kind_words", "confidence"}
)
COMPANY_KEYS = frozenset({"of", "is_of_group", "names", "called", "english", "note", "confidence"})
LEFT_OUT = frozenset({"row", "sizes", "kind_words"})
"""Keys that tell people where an entry comes from and what it is not; no rule uses them."""
CONFIDENCES = frozenset({"high", "medium", "low"})


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


def _rows(name: str, kind: str, keys: frozenset[str]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = _read(FOLDER / name)[kind]
    for row in rows:
        unknown = set(row) - keys
        if unknown or row.get("confidence") not in CONFIDENCES:
            raise ValueError(f"{name}: {row.get('code', row.get('names'))} has unknown keys {unknown} or no confidence")
    return rows


def _by_code(rows: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    found = {row["code"]: row for row in rows}
    if len(found) != len(rows):
        raise ValueError("a code is there twice")
    return found


def _lookalikes() -> list[str]:
    """Return the families of letters that look like a figure, without letters that look like two."""
    families = [family for family in _read(LOOKALIKES)["latin"] if any(sign.isdigit() for sign in family)]
    letters = "".join(families)
    return ["".join(sign for sign in family if letters.count(sign) == 1) for family in families]


def _check(makers: Mapping[str, Any], products: Mapping[str, Any], companies: list[dict[str, Any]]) -> None:
    kinds = set(_read(FOLDER / "kinds.toml")["kind"])
    parties = {row["code"] for name in COMPANIES for row in _read(PARTIES / name)["company"]}
    for row in makers.values():
        if row["company"] not in parties or not set(row["kinds"]) <= kinds:
            raise ValueError(f"{row['code']}: no such company or kind")
    for row in products.values():
        if row["maker"] not in makers or row["kind"] not in kinds:
            raise ValueError(f"{row['code']}: no such maker or kind")
    for row in companies:
        if row["of"] not in makers:
            raise ValueError(f"{row['names']}: no such maker")


def components_table() -> bytes:
    """Return the table.

    Raises:
        ValueError: If an entry names what is not there, has unknown keys, or its code is taken.
    """
    makers = _by_code(
        [row for name in ("makers_china.toml", "makers_elsewhere.toml") for row in _rows(name, "maker", MAKER_KEYS)]
    )
    products = _by_code(_rows("products.toml", "product", PRODUCT_KEYS))
    companies = _rows("companies.toml", "company", COMPANY_KEYS)
    _check(makers, products, companies)
    content = {
        "source": _read(FOLDER / "source.toml"),
        "kinds": _read(FOLDER / "kinds.toml")["kind"],
        "makers": list(makers.values()),
        "companies": companies,
        "products": [{key: row[key] for key in row if key not in LEFT_OUT} for row in products.values()],
        "naming": _read(FOLDER / "naming.toml"),
        "lookalikes": [family for family in _lookalikes() if len(family) > 1],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode("utf-8")
