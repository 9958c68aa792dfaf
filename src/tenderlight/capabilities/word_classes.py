"""Classes of words that stand for each other inside a term: "way <the><person> <walks>".

A phrase has more wordings than anybody lists: whose, how many, in which form of the verb. A class says it once; a term
names it, and is searched as one term with a choice in it, which costs a table less than the spellings would.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from tenderlight.languages.normalise import fold_text

_NAMED = re.compile(r"<([a-z_]{1,40})>")
_PLURAL = "+"
MOST_WORDS = 400


class VocabularyMistake(ValueError):
    """An entry of the vocabulary cannot be taken as it is written."""


def word_classes(sheets: Sequence[tuple[str, Mapping[str, Sequence[str]]]]) -> Mapping[str, str]:
    """Return the words of each class as they are looked for: `…|…`, the longest first.

    Args:
        sheets: The classes of each file, with its name. `+` is a plural s or none. A word that ends in a blank may be
            followed by another at once; the empty word makes a class one that may be left out.

    Raises:
        VocabularyMistake: If a class is there twice, is empty, or has signs that mean something else in a term.
    """
    classes: dict[str, str] = {}
    for name, rows in sheets:
        for key, listed in rows.items():
            spelt = {fold_text(text).replace("-", " ") for word in listed for text in _plurals(word)}
            if key in classes or not 0 < len(spelt) <= MOST_WORDS or any(mark in "".join(spelt) for mark in "*<>|~"):
                raise VocabularyMistake(
                    f"{name}: class {key} is there twice, is empty or too long, or has signs of terms"
                )
            classes[key] = "|".join(sorted(spelt, key=lambda word: (-len(word), word)))
    return classes


def spelt_out(written: str, classes: Mapping[str, str]) -> Iterator[str]:
    """Yield a term with a `*` before each class that it names: from there on it is looked at behind its literal.

    A class that begins the term is spelt out, for there is no literal before it.

    Raises:
        VocabularyMistake: If it names a class that is not there.
    """
    if "<" not in written:
        yield written
        return
    missing = set(_NAMED.findall(written)) - classes.keys()
    if missing:
        raise VocabularyMistake(f"no class of words is called {sorted(missing)}: {written}")
    first = _NAMED.match(written)
    openings = classes[first[1]].split("|") if first else [""]
    rest = _NAMED.sub(r"*<\1>", written[first.end() if first else 0 :])
    yield from (opening + rest for opening in openings)


def with_words(rest: str, classes: Mapping[str, str]) -> str:
    """Return what stands behind a literal with the words of classes in the place of their names."""
    return _NAMED.sub(lambda named: f"<{classes[named[1]]}>", rest)


def _plurals(word: str) -> tuple[str, ...]:
    return (word[:-1], word[:-1] + "s") if word.endswith(_PLURAL) else (word,)
