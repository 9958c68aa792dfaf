"""Chapters of Chinese tender files: models, forms and scoring are passed over, but for lists of what is needed."""

from __future__ import annotations

import re

from tenderlight.facts.words.vocabulary import mark_pattern

_CHAPTER = re.compile(r"^\s*第\s*[一二三四五六七八九十\d]{1,3}\s*(?:章|部分|卷|册|篇)[\s:、.]*(?P<name>[^\n]{0,40})$")
_CONTENTS_LINE = re.compile(r"[.…·]{3,}|\s\d{1,3}\s*$")
_EXCLUDED = mark_pattern("excluded_chapter")
_OF_NEEDS = mark_pattern("chapter_of_needs")


def chapter_named(flat: str) -> str | None:
    """Return the name of the chapter that a line begins, without blanks, or None: a line of contents begins none."""
    match = _CHAPTER.match(flat)
    return "".join(match["name"].split()) if match and not _CONTENTS_LINE.search(flat) else None


def is_model(name: str) -> bool:
    """Say whether a chapter holds contract models, forms, scoring or specifications."""
    return bool(_EXCLUDED.search(name))


def says_needs(name: str) -> bool:
    """Say whether a chapter says what is needed: its lists of goods are read."""
    return bool(_OF_NEEDS.search(name)) and "格式" not in name
