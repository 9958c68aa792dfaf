r"""Words in Arabic writing in one form to compare, with the way back.

Arabic writes "the", "by the" and "for the" as part of the word; Persian writes its plural as part of the word, behind a
joiner without width, or as a word of its own. All that goes here: اللوحات and للوحات are لوحات, چهره‌های and چهره ها are
چهره. So do signs of vowels, and the forms of alif and hamza that typists take for one another.

It is done to words of the vocabulary and to texts alike, so a word that only looks as if it had an article (التقاط) is
still itself. "And" (و, ف) and prepositions without an article stay: `capabilities/word_borders.py` knows them.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence

from tenderlight.languages.normalise import Folded, fold

_LETTER = "\u0621-\u064a\u066e-\u06d3\u06d5"
_IS_THERE = re.compile(f"[{_LETTER}]")
_MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]+")
_ONE_FORM = str.maketrans("أإٱۀؤئ", "اااهوی")
_LAM = "وح|وائ|وای|غ|قا|قط|جن|جوء|اجی|سان|باس|بس|حیة|حظ|ون|واء"
"""How words go on that begin with lam: behind "for the" they keep theirs (للوحات)."""
_CLITICS = re.compile(
    rf"(?<![{_LETTER}])[وف]?(?P<clitic>[بل]?ال(?:ال)?|لل(?!{_LAM})(?:ال)?|ل(?=ل(?:{_LAM})))"
    rf"(?=[{_LETTER}]{{3}}|[{_LETTER}]+\*)"
)
_ENDINGS = re.compile(
    rf"(?<=[{_LETTER}]{{2}})(?: ?های?ی?(?:شان|ش|مان)?|هما?|هن)(?![{_LETTER}*])|(?<=ه) ?ا?ی(?![{_LETTER}*])"
)
_VERB = re.compile(rf"(?<![{_LETTER}])ن?می(?P<blank> )(?=[{_LETTER}])")
_JOINERS = "\u200c "
_SHORTEST = 3
"""Letters of a word that an ending is taken from where no joiner stands before it."""
_LONG_ENOUGH = re.compile(f"[{_LETTER}]{{{_SHORTEST}}}")


def fold_arabic(folded: Folded, original: str) -> Folded:
    """Fold the words in Arabic writing of a folded text further; a text without any comes back as it is.

    Args:
        folded: What `normalise.fold` made.
        original: What it was made from: a joiner in it tells شبکه‌ای ("of a net") from a plural.

    Returns:
        What is left out before a word belongs to its first letter, so that a quote begins with the article; what is
        left out behind it to its last.
    """
    if not _IS_THERE.search(folded.text):
        return folded
    marked = _without(folded, [mark.span() for mark in _MARKS.finditer(folded.text)], ())
    plain = Folded(text=marked.text.translate(_ONE_FORM), offsets=marked.offsets, ends=marked.ends)
    bare = _without(plain, (), [match.span("clitic") for match in _CLITICS.finditer(plain.text)])
    return _without(bare, [*_endings(bare, original), *(verb.span("blank") for verb in _VERB.finditer(bare.text))], ())


def fold_arabic_text(text: str) -> str:
    """Fold a text and the words in Arabic writing in it, where the way back is not needed."""
    return fold_arabic(fold(text), text).text


def _endings(folded: Folded, original: str) -> Iterator[tuple[int, int]]:
    """Yield where endings stand that go: plurals of Persian, "a" and "of" behind a joiner, "their" of both."""
    text = folded.text
    for match in _ENDINGS.finditer(text):
        start, end = match.span()
        if match[0] == "های" and text[start - 1] != "ه" and _is_joined(folded, original, start + 1):
            yield start + 1, end
            continue
        is_long = _LONG_ENOUGH.search(text, max(0, start - _SHORTEST), start) is not None
        if _is_joined(folded, original, start) or (is_long and match[0].strip() not in {"ی", "ای"}):
            yield start, end


def _is_joined(folded: Folded, original: str, place: int) -> bool:
    """Say whether a joiner or a blank stands before a character, or is the character."""
    first = folded.offsets[place]
    return original[first - 1] in _JOINERS or original[first] in _JOINERS


def _without(folded: Folded, behind: Sequence[tuple[int, int]], before: Sequence[tuple[int, int]]) -> Folded:
    """Leave spans out that stand behind the letter they belong to, and others that stand before it."""
    if not behind and not before:
        return folded
    kept: list[str] = []
    offsets, ends = array("I"), array("I")
    position = 0
    leads: int | None = None
    spans = sorted([*((*span, False) for span in behind), *((*span, True) for span in before)])
    for start, end, is_before in (*spans, (len(folded.text), len(folded.text), False)):
        if start < position:
            continue
        kept.append(folded.text[position:start])
        offsets.extend(folded.offsets[position:start])
        ends.extend(folded.ends[position:start])
        if leads is not None and position < start:
            offsets[position - start] = leads
        leads = folded.offsets[start] if is_before else None
        if end > start and not is_before and ends:
            ends[-1] = folded.ends[end - 1]
        position = end
    return Folded(text="".join(kept), offsets=offsets, ends=ends)
