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

from tenderlight.capabilities.vocabulary import TABLES, WORDS, Scope
from tenderlight.capabilities.word_classes import VocabularyMistake, spelt_out, word_classes
from tenderlight.capabilities.word_list import BORDERED, WEAK, WHOLE
from tenderlight.languages.arabic_words import fold_arabic_text
from tenderlight.languages.normalise import fold_text, without_accents
from tenderlight.languages.scripts import has_han
from tenderlight.model.statement import Polarity

LANGUAGES = frozenset({"zh", "en", "ru", "uk", "es", "fr", "pt", "ar", "fa", "ug"})
IN_ARABIC_WRITING = frozenset({"ar", "fa", "ug"})
CAPABILITY_KEYS = frozenset(
    {"code", "version", "label", "definition", "not_when", "matters_because", "sources", "severity", "pattern"}
)
PATTERN_KEYS = frozenset(
    {"name", "core", "scope", "near", "in_order", "context", "without", "unless", "only", "confidence", "against"}
)
SENSE_KEYS = frozenset({"en", "zh", "terms", "not_before", "not_after", "slips", "whole", "like"})
NEIGHBOUR_KEYS = frozenset({"own", "gives_way_to"})
CUE_KEYS = SENSE_KEYS | {"polarity", "side", "reach", "whole_cell", "leads", "after_needs"}

FOUND, FOUND_LABELS = "found.large_number", ("a number of hundreds of thousands or more", "几十万以上的数量")
"""A sense that has no words (see `matching.FOUND`), and what it means."""
Sheet = Mapping[str, Any]


def compile_vocabulary(folder: Path) -> bytes:
    """Return the table made of the files in `folder` and below it.

    Raises:
        VocabularyMistake: If an entry is incomplete, names an unknown sense, or repeats another.
    """
    return _written(_table(folder))


def compile_files(folder: Path) -> dict[str, bytes]:
    """Return the same table as the files that ship, by name: the words stand in files of their own, one a script.

    Raises:
        VocabularyMistake: If an entry is incomplete, names an unknown sense, or repeats another.
    """
    table = _table(folder)
    words = _by_script(table.pop("words"))
    return dict(zip(TABLES, map(_written, (table, *words)), strict=True))


def _table(folder: Path) -> dict[str, Any]:
    sheets = [(path, tomllib.loads(path.read_text("utf-8"))) for path in sorted(folder.rglob("*.toml"))]
    classes = word_classes([(path.name, sheet.get("class", {})) for path, sheet in sheets])
    senses: dict[str, Sheet] = {}
    cues: dict[str, Sheet] = {}
    places: dict[str, Sheet] = {}
    capabilities: list[Sheet] = []
    neighbours: dict[str, Sheet] = {}
    slips: dict[str, str] = {}
    for path, sheet in sheets:
        neighbours.update(sheet.get("neighbour", {}))
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
    _check_neighbours(neighbours, frozenset(row["code"] for row in capabilities), frozenset(named))
    return {
        **_terms(named, slips, classes),
        "classes": classes,
        "cues": {f"cue.{name}": _cue(row, name) for name, row in sorted(cues.items())},
        "places": {f"place.{name}": _place(row) for name, row in sorted(places.items())},
        "neighbours": {
            code: {key: sorted(row.get(key, [])) for key in NEIGHBOUR_KEYS} for code, row in neighbours.items()
        },
        "capabilities": sorted(capabilities, key=lambda row: row["code"]),
    }


def compile_sense_labels(folder: Path) -> bytes:
    """Return the table of what each sense, cue and kind of chapter means, in English and Chinese."""
    labels: dict[str, tuple[str, str]] = {FOUND: FOUND_LABELS}
    for path in sorted(folder.rglob("*.toml")):
        sheet = tomllib.loads(path.read_text("utf-8"))
        for prefix, table in (("", "sense"), ("cue.", "cue"), ("place.", "place")):
            for name, row in sheet.get(table, {}).items():
                labels[prefix + name] = row["en"], row["zh"]
    rows = (f"{_json(name)}:{_json(pair)}" for name, pair in sorted(labels.items()))
    return ("{\n" + ",\n".join(rows) + "\n}\n").encode()


def _by_script(words: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the words for each file, in their order: that of the characters that each is first written with."""
    left = dict(words)
    for beyond in WORDS.values():
        here = {bare: said for bare, said in left.items() if (bare if isinstance(said, int) else said[0][0]) < beyond}
        left = {bare: said for bare, said in left.items() if bare not in here}
        yield {"words": here}


def _written(table: Mapping[str, Any]) -> bytes:
    """Return a table as JSON, one row of each list a line: small, and a change shows as the rows that changed."""
    parts = []
    for name, rows in sorted(table.items()):
        listed = isinstance(rows, list)
        entries = (
            [_json(row) for row in rows] if listed else [f"{_json(key)}:{_json(row)}" for key, row in rows.items()]
        )
        opening, closing = "[]" if listed else "{}"
        parts.append(f"{_json(name)}:{opening}\n" + ",\n".join(entries) + f"\n{closing}")
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


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


def _check_neighbours(neighbours: Mapping[str, Sheet], codes: frozenset[str], known: frozenset[str]) -> None:
    for code, row in neighbours.items():
        if {code, *row.get("gives_way_to", [])} - codes or set(row) - NEIGHBOUR_KEYS:
            raise VocabularyMistake(f"neighbour {code}: it names an unknown capability, or has unknown keys")
        if set(row.get("own", [])) - known:
            raise VocabularyMistake(f"neighbour {code}: no sense is called {sorted(set(row['own']) - known)}")


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
        """Take in one sense that has the spelling; `row` says its conditions, folded."""
        self.senses.add(name)
        self.whole = self.whole or row["whole"]
        self.before |= row["before"]
        self.after |= row["after"]

    def like(self, other: _Meaning) -> bool:
        """Say whether both count under the same conditions."""
        return (self.whole, self.before, self.after) == (other.whole, other.before, other.after)


def _terms(named: Mapping[str, Sheet], slips: Mapping[str, str], classes: Mapping[str, str]) -> Sheet:
    """Return the words with what they mean, and the sets of senses and of neighbours that meanings point to.

    A word stands under its letters without accents. What is written just so, and in no other way, says the number of
    its meaning; of other words each spelling says its own. Most are of a script with blanks: those say no flags.
    """
    meanings: dict[tuple[str, str, bool, bool], _Meaning] = {}
    for name, row in named.items():
        before, after = ({fold_text(word) for word in row.get(key, [])} for key in ("not_before", "not_after"))
        conditions = {"whole": row.get("whole", False), "before": before, "after": after}
        for language, written in _words(name, row, named):
            for spelling in (spelt for term in written for spelt in spelt_out(term, classes)):
                for key in _spellings(spelling, language, slips if row.get("slips") else {}):
                    if key not in meanings:
                        meanings[key] = _Meaning()
                    meanings[key].add(name, conditions)
    _leave_out_covered(meanings)
    certain = {(literal, rest) for literal, rest, _, weak in meanings if not weak}
    sense_sets: dict[tuple[str, ...], int] = {}
    border_sets: dict[tuple[str, ...], int] = {(): 0}
    kinds: dict[tuple[int, ...], int] = {}
    words: dict[str, list[tuple[str, int]]] = {}
    for (literal, rest, bordered, weak), meaning in sorted(meanings.items(), key=lambda pair: pair[0]):
        if not meaning.senses or (weak and (literal, rest) in certain):
            continue
        number = sense_sets.setdefault(tuple(sorted(meaning.senses)), len(sense_sets))
        neighbours = tuple(
            border_sets.setdefault(tuple(sorted(words)), len(border_sets)) for words in (meaning.before, meaning.after)
        )
        flags = bordered * BORDERED + weak * WEAK + meaning.whole * WHOLE
        said = (number, flags, *neighbours) if any(neighbours) else (number, flags) if flags != BORDERED else (number,)
        kind = kinds.setdefault(said, len(kinds))
        words.setdefault(without_accents(literal), []).append((literal + rest, kind))
    names = sorted({name for names in sense_sets for name in names})
    numbers = {name: number for number, name in enumerate(names)}
    return {
        "words": {bare: terms[0][1] if [bare] == [one for one, _ in terms] else terms for bare, terms in words.items()},
        "meanings": list(map(list, kinds)),
        "senses": names,
        "sense_sets": [[numbers[name] for name in names] for names in sense_sets],
        "border_sets": list(map(list, border_sets)),
    }


def _words(name: str, row: Sheet, named: Mapping[str, Sheet]) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield the words of a sense by language, with those of senses it is `like`.

    Chinese and English are not taken over: patterns of wide senses are written for one of them.
    """
    known = {"zh", "en"}
    yield from row["terms"].items()
    for other in row.get("like", []):
        if other not in named:
            raise VocabularyMistake(f"{name} is like {other}, and no sense is called so")
        yield from ((language, words) for language, words in named[other]["terms"].items() if language not in known)


def _leave_out_covered(meanings: Mapping[tuple[str, str, bool, bool], _Meaning]) -> None:
    """Take from each spelling the senses that a shorter stem of the same word has: both reach to the word's end."""
    stems = {literal: meaning for (literal, rest, _, _), meaning in meanings.items() if rest == "*"}
    for (literal, rest, bordered, _), meaning in meanings.items():
        spelling = literal + rest
        first = spelling.rfind(" ") + 2
        if not bordered or not spelling[first:].replace("*", "x").isalnum():
            continue
        for length in range(first, len(literal) + (rest != "*")):
            stem = stems.get(spelling[:length])
            if stem is not None and stem is not meaning and stem.like(meaning):
                meaning.senses -= stem.senses


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
        folded = _folded(text, language).replace("-", " ")
        literal, star, rest = folded.partition("*")
        if not literal:
            raise VocabularyMistake(f"a term cannot begin with *: {written}")
        yield literal, star + rest, True, False


def _folded(text: str, language: str) -> str:
    return fold_arabic_text(text) if language in IN_ARABIC_WRITING else fold_text(text)


def _blanks_and_plurals(written: str) -> Iterator[str]:
    """Yield the spellings behind `~` (nothing or a blank; hyphens are blanks) and `+` (a plural s or none)."""
    if "~" not in written and "+" not in written:
        yield written
        return
    choices = [{"~": ("", " "), "+": ("", "s")}.get(character, (character,)) for character in written]
    if 2 ** written.count("+") * 3 ** written.count("~") > 100:
        raise VocabularyMistake(f"too many spellings: {written}")
    for combination in product(*choices):
        yield "".join(combination)
