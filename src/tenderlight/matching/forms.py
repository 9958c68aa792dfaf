"""Legal forms at the ends of names: what is the form, and which forms may be one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tenderlight.matching.spelling import EAST, spelled
from tenderlight.matching.tables import name_tables

_MAY_BEGIN = ("jp-", "kr-")
"""Forms that may stand before the name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Forms:
    east: tuple[tuple[str, str], ...]
    """Written form and its code, the longest first."""
    east_written: frozenset[str]
    east_ends: frozenset[str]
    east_begins: frozenset[str]
    words: dict[tuple[str, ...], str]
    longest: int
    ends: frozenset[str]
    begins: frozenset[str]
    may_be: dict[str, frozenset[str]]


@lru_cache(maxsize=1)
def _forms() -> _Forms:
    rows = name_tables().forms
    written = [(spelled(one), row.form) for row in rows for one in row.written]
    words = {tuple(one.split(" ")): form for one, form in written if not _is_east(one)}
    east = sorted(((one, form) for one, form in written if _is_east(one)), key=lambda row: -len(row[0]))
    return _Forms(
        east=tuple(east),
        east_written=frozenset(one for one, _ in east),
        east_ends=frozenset(one[-1] for one, _ in east),
        east_begins=frozenset(one[0] for one, form in east if form.startswith(_MAY_BEGIN)),
        words=words,
        longest=max(map(len, words)),
        ends=frozenset(one[-1] for one in words),
        begins=frozenset(one[0] for one in words),
        may_be={row.form: frozenset(row.may_be) for row in rows},
    )


def _is_east(written: str) -> bool:
    return EAST.search(written) is not None or "(" in written


def take_form_off_chinese(name: str) -> tuple[str, str]:
    """Return a Chinese or Japanese name without its legal form, and the code of the form ("" = none).

    A name that is nothing but a form keeps it.
    """
    forms = _forms()
    if (name[-1:] not in forms.east_ends and name[:1] not in forms.east_begins) or name in forms.east_written:
        return name, ""
    for written, form in forms.east:
        if len(name) > len(written):
            if name.endswith(written):
                return name[: -len(written)], form
            if form.startswith(_MAY_BEGIN) and name.startswith(written):
                return name[len(written) :].lstrip(), form
    return name, ""


def take_form_off_words(words: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """Return the words of a name without those of its legal form, and the code of the form ("" = none).

    The form is looked for at the end, then at the beginning (ООО «Протей»). A name that is nothing but a form keeps it.
    """
    forms = _forms()
    longest = min(forms.longest, len(words) - 1)
    if words and words[-1] in forms.ends:
        for length in range(longest, 0, -1):
            form = forms.words.get(words[-length:])
            if form:
                return words[:-length], form
    if words and words[0] in forms.begins:
        for length in range(longest, 0, -1):
            form = forms.words.get(words[:length])
            if form and form not in _ONLY_AT_THE_END:
                return words[length:], form
    return words, ""


_ONLY_AT_THE_END = frozenset(
    {"company", "corp", "ltd", "co-ltd", "inc", "as", "a-s", "se", "ca", "dd", "lp", "ad", "sl"}
)


def same_form(one: str, other: str) -> bool | None:
    """Say whether two legal forms are one: True, False, or None where one of them says too little to tell."""
    if one == other:
        return True if one else None
    if not one or not other:
        return None
    may_be = _forms().may_be
    if other in may_be.get(one, ()) or one in may_be.get(other, ()):
        return None
    return False
