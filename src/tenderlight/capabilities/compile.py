"""Turn `vocabulary/capabilities/*.toml` into the table that ships with the package.

`make vocabulary` does it. How the files are written
is told in `vocabulary/capabilities/README.md`. The same files always give the same bytes.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Any

from tenderlight.capabilities.vocabulary import Scope
from tenderlight.languages.normalise import fold_text
from tenderlight.languages.scripts import has_han
from tenderlight.model.statement import Polarity

LANGUAGES = frozenset({"zh", "en", "ru", "uk", "es", "fr", "pt", "ar", "fa", "ug"})
CAPABILITY_KEYS = frozenset(
    {"code", "version", "label", "definition", "not_when", "matters_because", "sources", "severity", "pattern"}
)
PATTERN_KEYS = frozenset(
    {"name", "core", "scope", "near", "in_order", "context", "without", "unless", "only", "confidence", "against"}
)
SENSE_KEYS = frozenset({"en", "zh", "terms", "not_before", "not_after", "slips", "whole"})
CUE_KEYS = SENSE_KEYS | {"polarity", "side", "reach", "whole_cell", "leads", "after_needs"}

Sheet = Mapping[str, Any]


class VocabularyMistake(ValueError):
    """An entry of the vocabulary cannot be taken as it is written."""


def compile_vocabulary(folder: Path) -> bytes:
    """Return the table made of the files in `folder` and below it.

    Raises:
        VocabularyMistake: If an entry is incomplete, names an unknown sense, or repeats another.
    """
    sheets = [(path, tomllib.loads(path.read_text("utf-8"))) for path in sorted(folder.rglob("*.toml"))]
    senses: dict[str, Sheet] = {}
    cues: dict[str, Sheet] = {}
    places: dict[str, Sheet] = {}
    capabilities: list[Sheet] = []
    slips: dict[str, str] = {}
    for path, sheet in sheets:
        slips.update(_slips(sheet.get("slips", {}), path))
        _gather(senses, sheet.get("sense", {}), path, SENSE_KEYS)
        _gather(cues, sheet.get("cue", {}), path, CUE_KEYS)
        _gather(places, sheet.get("place", {}), path, SENSE_KEYS | {"polarity", "weight", "says", "boilerplate"})
        capabilities.extend(_capability(row, path) for row in sheet.get("capability", []))
    named = {
        **senses,
        **{f"cue.{name}": row for name, row in cues.items()},
        **{f"place.{name}": row for name, row in places.items()},
    }
    _check_senses(capabilities, frozenset(named))
    table = {
        **_terms(named, slips),
        "cues": {f"cue.{name}": _cue(row, name) for name, row in sorted(cues.items())},
        "places": {f"place.{name}": _place(row) for name, row in sorted(places.items())},
        "capabilities": sorted(capabilities, key=lambda row: row["code"]),
    }
    return (json.dumps(table, ensure_ascii=False, sort_keys=True, indent=0, separators=(",", ":")) + "\n").encode()


def _slips(rows: Mapping[str, str], path: Path) -> Mapping[str, str]:
    """Return the characters that text recognition reads for others: 脸 = "险睑"."""
    for character, others in rows.items():
        if (
            len(character) != 1
            or not others
            or character in others
            or fold_text(character + others) != character + others
        ):
            raise VocabularyMistake(
                f"{path.name}: a slip is one simplified character and those read for it: {character}"
            )
    return rows


def _gather(into: dict[str, Sheet], rows: Mapping[str, Sheet], path: Path, keys: frozenset[str]) -> None:
    for name, row in rows.items():
        if name in into:
            raise VocabularyMistake(f"{path.name}: {name} is there twice")
        unknown = set(row) - keys
        if unknown or not row.get("en") or not row.get("zh") or not row.get("terms"):
            raise VocabularyMistake(f"{path.name}: {name} needs en, zh and terms, and has no use for {sorted(unknown)}")
        if not set(row["terms"]) <= LANGUAGES:
            raise VocabularyMistake(f"{path.name}: {name} has terms of an unknown language")
        into[name] = row


def _capability(row: Sheet, path: Path) -> Sheet:
    missing = CAPABILITY_KEYS - set(row)
    if missing or set(row) - CAPABILITY_KEYS:
        raise VocabularyMistake(f"{path.name}: {row.get('code')} has not exactly {sorted(CAPABILITY_KEYS)}")
    return {
        "code": row["code"],
        "version": row["version"],
        "label_en": row["label"]["en"],
        "label_zh": row["label"]["zh"],
        "severity": row["severity"],
        "patterns": [_pattern(pattern, row["code"]) for pattern in row["pattern"]],
    }


def _pattern(row: Sheet, code: str) -> Sheet:
    unknown = set(row) - PATTERN_KEYS
    if unknown or not row.get("core"):
        raise VocabularyMistake(f"{code}: a pattern needs a core, and has no use for {sorted(unknown)}")
    scope = Scope(row.get("scope", "sentence"))
    return {
        "name": row["name"],
        "core": [_need(text, scope) for text in row["core"]],
        "scope": scope,
        "near": row.get("near", 10),
        "in_order": row.get("in_order", False),
        "context": [_need(text, Scope.SENTENCE) for text in row.get("context", [])],
        "without": [_need(text, Scope.SENTENCE) for text in row.get("without", [])],
        "unless": [_need(text, Scope.SENTENCE) for text in row.get("unless", [])],
        "only": [Polarity(name) for name in row.get("only", [])],
        "confidence": row.get("confidence", 0.9),
        "against": row.get("against", []),
    }


def _need(text: str, scope: Scope) -> Sheet:
    """Read a need as written: "face|video*2@sentence", or a refusal with what lifts it: "welfare@clause!alarm"."""
    text, _, spare = text.partition("!")
    senses, _, place = text.partition("@")
    names, _, count = senses.partition("*")
    return {
        "senses": sorted(name.strip() for name in names.split("|")),
        "count": int(count or 1),
        "scope": Scope(place) if place else scope,
        "spare": sorted(name.strip() for name in spare.split("|") if name),
    }


def _check_senses(capabilities: Sequence[Sheet], known: frozenset[str]) -> None:
    codes = [row["code"] for row in capabilities]
    if len(codes) != len(set(codes)):
        raise VocabularyMistake("a capability is there twice")
    for row in capabilities:
        for pattern in row["patterns"]:
            for need in (*pattern["core"], *pattern["context"], *pattern["without"], *pattern["unless"]):
                for name in (*need["senses"], *need["spare"]):
                    if name not in known and not name.startswith("found."):
                        raise VocabularyMistake(f"{row['code']}, {pattern['name']}: no sense is called {name}")


def _cue(row: Sheet, name: str) -> Sheet:
    if row.get("side", "either") not in {"before", "after", "either"}:
        raise VocabularyMistake(f"cue {name}: a cue stands before, after or either")
    return {
        "polarity": Polarity(row["polarity"]),
        "side": row.get("side", "either"),
        "reach": row.get("reach", 40),
        "after_needs": row.get("after_needs", ""),
        "whole_cell": row.get("whole_cell", False),
        "leads": row.get("leads", False),
    }


def _place(row: Sheet) -> Sheet:
    return {key: str(row.get(key, "")) for key in ("polarity", "weight", "says", "boilerplate")}


class _Meaning:
    """What one spelling means, gathered from all senses that have it."""

    def __init__(self) -> None:
        self.senses: set[str] = set()
        self.whole = False
        self.before: set[str] = set()
        self.after: set[str] = set()

    def add(self, name: str, row: Sheet) -> None:
        self.senses.add(name)
        self.whole = self.whole or row.get("whole", False)
        self.before.update(map(fold_text, row.get("not_before", [])))
        self.after.update(map(fold_text, row.get("not_after", [])))


def _terms(named: Mapping[str, Sheet], slips: Mapping[str, str]) -> Sheet:
    """Return the terms as rows, and the sets of senses and of neighbours they point to; a spelling stands once."""
    meanings: dict[tuple[str, str, bool, bool], _Meaning] = {}
    for name, row in named.items():
        for language, written in row["terms"].items():
            for spelling in written:
                for key in _spellings(spelling, language, slips if row.get("slips") else {}):
                    meanings.setdefault(key, _Meaning()).add(name, row)
    certain = {(literal, rest) for literal, rest, _, weak in meanings if not weak}
    sense_sets: dict[tuple[str, ...], int] = {}
    border_sets: dict[tuple[str, ...], int] = {}
    rows: list[list[object]] = []
    for (literal, rest, bordered, weak), meaning in sorted(meanings.items(), key=lambda pair: pair[0]):
        if weak and (literal, rest) in certain:
            continue
        number = sense_sets.setdefault(tuple(sorted(meaning.senses)), len(sense_sets))
        before, after = (
            border_sets.setdefault(tuple(sorted(words)), len(border_sets)) for words in (meaning.before, meaning.after)
        )
        rows.append([literal, rest, number, int(bordered), int(weak), int(meaning.whole), before, after])
    return {"terms": rows, "sense_sets": list(map(list, sense_sets)), "border_sets": list(map(list, border_sets))}


def _spellings(written: str, language: str, slips: Mapping[str, str]) -> Iterator[tuple[str, str, bool, bool]]:
    """Yield (literal, rest, bordered, weak) of a term as written in the TOML."""
    if language == "zh" and has_han(written):
        plain = fold_text(written)
        yield plain, "", False, False
        if len(plain) >= 2:
            for place, character in enumerate(plain):
                for other in slips.get(character, ""):
                    yield plain[:place] + other + plain[place + 1 :], "", False, True
        return
    for text in _blanks_and_plurals(written):
        folded = fold_text(text).replace("-", " ")
        literal, star, rest = folded.partition("*")
        if not literal:
            raise VocabularyMistake(f"a term cannot begin with *: {written}")
        yield literal, star + rest, True, False


def _blanks_and_plurals(written: str) -> Iterator[str]:
    """Yield the spellings behind `~` (nothing or a blank; hyphens are blanks) and `+` (a plural s or none)."""
    choices = [{"~": ("", " "), "+": ("", "s")}.get(character, (character,)) for character in written]
    if 2 ** written.count("+") * 3 ** written.count("~") > 100:
        raise VocabularyMistake(f"too many spellings: {written}")
    for combination in product(*choices):
        yield "".join(combination)
