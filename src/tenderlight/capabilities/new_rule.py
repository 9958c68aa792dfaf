"""Begin a rule: its entry in the vocabulary, its page, its example and what is expected of it, ready to be deepened.

A rule is five things under one code (`docs/how-to/add-a-term.md`): the entry, the page, the example, the expected
result, and the test, which runs the example of every page. What is written here is a whole rule, not a form to fill in:
it finds the one sentence it was given by the words in it, and not the innocent one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tenderlight.capabilities.entries import SEVERITIES
from tenderlight.errors import UsageError
from tenderlight.languages.normalise import fold_text
from tenderlight.languages.scripts import has_han

KIND = "tender_spec"
"""Kind of document that the sentences of a new example stand in."""
_CODE = re.compile(r"[a-z]+\.[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRule:
    """What must be known before a rule can be begun.

    Raises:
        UsageError: If the code or the severity is none, the words do not stand in the sentence that says it, or stand
            in the innocent one.
    """

    code: str
    """`group.name`, lower case."""
    label: str
    label_zh: str
    severity: str
    definition: str
    says_it: str
    """A sentence as tenders have it, with the words."""
    words: str
    """The words in it that mean this alone."""
    innocent: str
    """A sentence that looks alike, and must not be found."""
    not_when: str
    """What the innocent sentence is about, in a few words."""
    because: str
    """Why it matters: instruments, articles."""
    source: str

    def __post_init__(self) -> None:
        if not _CODE.fullmatch(self.code):
            raise UsageError(f"{self.code} is no code: write group.name in small letters, such as face.live_watchlist.")
        if self.severity not in SEVERITIES:
            raise UsageError(f"{self.severity} is no severity: write one of {', '.join(SEVERITIES)}.")
        if fold_text(self.words) not in fold_text(self.says_it):
            raise UsageError(f"The words {self.words!r} do not stand in the sentence that is to be found.")
        if fold_text(self.words) in fold_text(self.innocent):
            raise UsageError(
                f"The words {self.words!r} stand in the innocent sentence too: they do not mean this alone."
            )


def write_rule(checkout: Path, rule: NewRule) -> list[Path]:
    """Write a new rule into a copy of the repository, and return the files, in the order to look at them.

    Raises:
        UsageError: If `checkout` is no copy of the repository, or has a rule of that code.
    """
    vocabulary, pages = checkout / "vocabulary" / "capabilities", checkout / "docs" / "capabilities"
    if not vocabulary.is_dir() or not pages.is_dir():
        raise UsageError(f"{checkout} is no copy of the repository: stand in one, or name it with --checkout.")
    page = pages / rule.code
    if page.exists() or any(f'"{rule.code}"' in path.read_text("utf-8") for path in vocabulary.rglob("*.toml")):
        raise UsageError(f"There is a rule {rule.code} already.")
    contents: Mapping[Path, str] = {
        vocabulary / f"{rule.code}.toml": _entry(rule),
        page / "index.md": _page(rule),
        page / "example.txt": f"{KIND}\t{rule.says_it}\n{KIND}\t{rule.innocent}\n",
        page / "expected.json": _expected(rule),
    }
    page.mkdir()
    for path, content in contents.items():
        path.write_text(content, "utf-8")
    return list(contents)


def _entry(rule: NewRule) -> str:
    sense = rule.code.replace(".", "_")
    language = "zh" if has_han(rule.words) else "en"
    return f"""[[capability]]
code = {_quoted(rule.code)}
version = 1
severity = {_quoted(rule.severity)}
definition = {_quoted(rule.definition)}
not_when = [{_quoted(rule.not_when)}]
matters_because = {_quoted(rule.because)}
sources = [{_quoted(rule.source)}]
label = {{ en = {_quoted(rule.label)}, zh = {_quoted(rule.label_zh)} }}

[[capability.pattern]]
name = "in so many words"
core = [{_quoted(sense)}]

[sense.{sense}]
en = {_quoted(rule.label)}
zh = {_quoted(rule.label_zh)}
[sense.{sense}.terms]
{language} = [{_quoted(rule.words)}]
"""


def _page(rule: NewRule) -> str:
    return f"""# {rule.code}

**{rule.label}** · {rule.label_zh} · severity: {rule.severity}

## What

{rule.definition}

## Worked example

> {rule.says_it}

The words are “{rule.words}”.

The lines of `example.txt` beside this page, each with its kind of document, are run as a test against `expected.json`.

## Why it matters

{rule.because} This says why a purchase should be looked at. It does not say that one broke a law.

## What is not it

- {rule.not_when}

Each of these is a line of the example, and must not be found.

## Assumptions

- The words “{rule.words}” mean this alone.

## Sources

- {rule.source}
"""


def _expected(rule: NewRule) -> str:
    expected = {
        "expected": [{"line": 1, "capability": rule.code, "polarity": "required", "quote": rule.words}],
        "exclusions": [{"line": 2, "not_when": rule.not_when}],
    }
    return json.dumps(expected, ensure_ascii=False, indent=1) + "\n"


def _quoted(text: str) -> str:
    """Return a string of TOML: one of JSON is one."""
    return json.dumps(text, ensure_ascii=False)
