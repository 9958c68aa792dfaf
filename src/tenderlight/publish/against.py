"""What speaks against a claim, and what was wrong with a document, in the language of the reader.

Rules and readers say it in English, in fixed sentences. `locale/against-zh.toml` has each of them in Chinese; where one
holds words of the document, a placeholder stands for them. A sentence that is not there stays as it is.
"""

from __future__ import annotations

import re
import string
import tomllib
from functools import cache
from importlib import resources

LONGEST = 2_000
"""Characters of a sentence that is looked up; rules make none so long."""
SEEN_AS = " is seen as "
"""Stands between two letters of a detail; the words around it are the document's."""
_ON_PAGE = re.compile(r"On page (?P<page>[0-9]{1,9}): (?P<sentence>.+)", re.DOTALL)


def against_in(language: str, sentence: str) -> str:
    """Return a sentence that speaks against a claim, or the message of a problem, as a reader of a language reads it.

    Args:
        language: One of `catalogue.LANGUAGES`.
        sentence: As the program says it, in English. What is particular to a problem stands behind it, and stays.
    """
    if language == "en" or len(sentence) > LONGEST:
        return sentence
    known = translations(language)
    found = _ON_PAGE.fullmatch(sentence)
    if found:
        inner = against_in(language, found["sentence"])
        return known["On page {page}: {sentence}"].format(page=found["page"], sentence=inner)
    if sentence in known:
        return known[sentence]
    for template, translation in known.items():
        if sentence.startswith(f"{template} "):
            return translation + _each_in(details(language), sentence[len(template) + 1 :])
        words = _between(template, sentence)
        if words:
            return translation.format_map(words)
    return sentence


def is_translated(language: str, sentence: str) -> bool:
    """Say whether a sentence has words of its own in a language."""
    return language == "en" or against_in(language, sentence) != sentence


def reason_in(language: str, reason: str) -> str:
    """Return why documents are one contract, as a reader of a language reads it."""
    return reason if language == "en" else _each_in(_table(language, "reasons"), reason).strip()


def _each_in(known: dict[str, str], sentences: str) -> str:
    """Return sentences translated one by one: the rest as it is, behind a space, where one has no translation."""
    told, rest = "", sentences
    while rest:
        fixed = next((one for one in known if rest == one or rest.startswith(f"{one} ")), None)
        if fixed is not None:
            told, rest = told + known[fixed], rest[len(fixed) + 1 :]
            continue
        for template, translation in known.items():
            words = _between(template, rest) if template != SEEN_AS else {}
            if words:
                if "letters" in words:
                    words["letters"] = words["letters"].replace(SEEN_AS, known[SEEN_AS])
                return told + translation.format_map(words)
        return f"{told} {rest}"
    return told


@cache
def translations(language: str) -> dict[str, str]:
    """Return the translations by English sentence; empty if the language has none."""
    return _table(language, "said")


@cache
def details(language: str) -> dict[str, str]:
    """Return the translations of what stands behind the message of a problem; empty if the language has none."""
    return _table(language, "details")


@cache
def _table(language: str, name: str) -> dict[str, str]:
    file = resources.files("tenderlight.publish") / "locale" / f"against-{language}.toml"
    if not file.is_file():
        return {}
    found: dict[str, str] = tomllib.loads(file.read_text("utf-8"))[name]
    return found


def _between(template: str, sentence: str) -> dict[str, str]:
    """Return what stands for the placeholders of a template, the first taking as little as it can; {} if it is another.

    Read from left to right without going back: a document's words cannot make it slow.
    """
    words: dict[str, str] = {}
    at, waiting = 0, ""
    for literal, name, _, _ in string.Formatter().parse(template):
        if waiting:
            end = sentence.find(literal, at) if literal and name is not None else len(sentence) - len(literal)
            if end < at or not sentence.startswith(literal, end):
                return {}
            words[waiting] = sentence[at:end]
            at, waiting = end + len(literal), ""
        elif not sentence.startswith(literal, at):
            return {}
        else:
            at += len(literal)
        waiting = name or ""
    if waiting:
        words[waiting] = sentence[at:]
        at = len(sentence)
    return words if at == len(sentence) else {}
