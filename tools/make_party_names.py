"""Makes `src/tenderlight/_generated/party_names.json` of `vocabulary/parties/*.toml`; called by `make_tables.py`."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "vocabulary" / "parties"
COMPANY_FILES = ("makers_china.toml", "makers_elsewhere.toml", "group_companies.toml")
NAMES = ("registered", "former", "aliases", "ambiguous")


def _read(name: str) -> dict[str, object]:
    return tomllib.loads((FOLDER / name).read_text("utf-8"))


def _companies() -> list[dict[str, object]]:
    """Return the companies of all files.

    Raises:
        ValueError: If a company has no name or no source, its code is taken, or it marks a name that it has not.
    """
    found: dict[str, dict[str, object]] = {}
    for name in COMPANY_FILES:
        listed = _read(name)["company"]
        assert isinstance(listed, list)
        for company in listed:
            code = company["code"]
            if code in found or not company.get("sources") or not company.get("registered"):
                raise ValueError(f"{name}: {code} is there twice, or has no source or no registered name")
            names = {name for kind in NAMES for name in company.get(kind, ())}
            if not names >= set(company.get("unchecked", ())):
                raise ValueError(f"{name}: {code} says that a name is unchecked which it has not")
            kept = {
                key: company[key]
                for key in ("code", "country", *NAMES, "group", "sources", "listed", "unchecked")
                if company.get(key)
            }
            found[code] = {**kept, "makes": "maker" in company}
    unknown = {company["group"] for company in found.values() if "group" in company} - {*found, "cethik"}
    if unknown:
        raise ValueError(f"groups without a company: {unknown}")
    return list(found.values())


def party_names() -> bytes:
    """Return the table."""
    han, other = _read("words_han.toml"), _read("words_other.toml")
    trades = han["trades"]
    assert isinstance(trades, str)
    general = _read("words_general.toml")
    content = {
        "companies": _companies(),
        "forms": _read("legal_forms.toml")["form"],
        "trades": sorted(set(trades.split())),
        "words": {"zh": han["zh"], "ja": han["ja"], **{key: other[key] for key in other if key != "sources"}},
        "general": {key: sorted(set(str(general[key]).split())) for key in general if key != "sources"},
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
