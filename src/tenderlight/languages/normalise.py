r"""Text as written → text to compare, with the way back.

Quotes are always cut from the page as written; matching is done on a folded copy. `fold` makes that copy and remembers,
for every character of it, which characters of the original it stands for.

What folding changes: full-width to half-width; capitals to small letters; traditional to simplified Chinese, one code
point for one; ё to е; Arabic-Indic digits to 0-9; compatibility ideographs and radicals to plain characters; white
space between Chinese characters goes (a line that was broken in the middle of a word is whole again), elsewhere it
shrinks to one blank; soft hyphens and characters without width go. Kept: the tabulator between table cells ("\t") and
the empty line between paragraphs ("\n\n"), in every script.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tenderlight._generated.traditional import SIMPLIFIED, TRADITIONAL
from tenderlight.languages.long_folding import LongFolding
from tenderlight.languages.scripts import HAN_CLASS

_SOFT_HYPHEN = "\u00ad"
_WIDTHLESS = "\u200b"
_SIMPLER = str.maketrans(TRADITIONAL, SIMPLIFIED)
_COMPATIBILITY = ((0x2E80, 0x2FD5), (0xF900, 0xFAFF), (0xFF01, 0xFFEE), (0x2F800, 0x2FA1D))
_VARIANTS = {
    "ё": "е",
    "ي": "ی",
    "ك": "ک",
    "ى": "ی",
    "―": "—",
    "‐": "-",
    "‑": "-",
    "−": "-",
    "’": "'",
    "＇": "'",
    "\u066c": ",",
    "\u066b": ".",
    "\u060c": ",",
    "\u061b": ";",
}
"""Signs that stand for others; the last four are the marks of numbers and sentences in Arabic writing."""
_JOINED = re.compile(rf"[{HAN_CLASS}\u3041-\u30ff\u3001-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]")
_RUN = re.compile(rf"[\s{_SOFT_HYPHEN}{_WIDTHLESS}]+")
_CLUSTER = re.compile(r"\w[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u065f\u0670\u3099\u309a]+")

_HYPHEN = re.compile(r"-(?<=[^\W\d_]-)(?=[^\W\d_])")
"""What stands before is looked at last: a search for one sign is much the quicker."""


def _compatible(character: str) -> str:
    """Return the plain form of a full-width character, radical or compatibility ideograph, if it is one character."""
    changed = unicodedata.normalize("NFKC", character)
    return changed if len(changed) == 1 else character


def _blank(character: str) -> str | None:
    """Return what a character without ink folds to, or None if it has ink."""
    category = unicodedata.category(character)
    if character == "\t":
        return "\t"
    if character in "\n\u000b\u000c\u0085\u2028\u2029":
        return "\n"
    if category in {"Zs", "Cc"} and (category == "Zs" or character.isspace()):
        return " "
    if (category == "Cf" and character != _SOFT_HYPHEN) or character in "\u0640\ufe0e\ufe0f":
        return _WIDTHLESS
    return None


def _table() -> dict[int, str]:
    simplified = dict(zip(TRADITIONAL, SIMPLIFIED, strict=True))
    compatible = {point for first, last in _COMPATIBILITY for point in range(first, last + 1)}
    table = {}
    for point in (
        *range(0x3100),
        *range(0xA640, 0xAC00),
        *range(0xFE00, 0xFF00),
        0xFFFB,
        *compatible,
        *map(ord, simplified),
    ):
        character = chr(point)
        folded = _blank(character)
        if folded is None:
            folded = _compatible(character) if point in compatible else character
            folded = folded.lower() if len(folded.lower()) == 1 else folded
            if unicodedata.category(folded) == "Nd":
                folded = str(unicodedata.decimal(folded))
            folded = _VARIANTS.get(folded, folded)
            folded = simplified.get(folded, folded)
        if folded != character:
            table[point] = folded
    return table


LONG = 400
"""Characters from which a flat text is remembered."""
BY_ARRAYS = 240
"""Characters from which folding by arrays is quicker than folding run by run."""
BETWEEN_TEXTS, NO_SIGN = "\x00", "\x01"
"""Stands between texts that are folded together, and for that sign inside one. Both fold to themselves, in no run."""
_TABLE = _table()


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """A folded copy of a text and the way back to it.

    Offsets are Unicode code points. Character `i` of `text` stands for `original[offsets[i]:ends[i]]`.
    """

    text: str
    offsets: Sequence[int]
    ends: Sequence[int]

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open span of the original that `text[start:end]` stands for.

        What folding removed at the edges of the span is not part of it; what it removed inside is.

        Raises:
            ValueError: If the span is empty or outside the folded text.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no such span: {start}-{end} of {len(self.text)}")
        return self.offsets[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """Fold a text and keep the way back to it. Folding a folded text changes nothing."""
    folded = _fold_once(text)
    while not unicodedata.is_normalized("NFC", folded.text):
        composed = _compose(folded.text)
        if composed.text == folded.text:
            break
        folded = _chain(folded, _chain(composed, _fold_once(composed.text)))
    return folded


def fold_text(text: str) -> str:
    """Fold a text where the way back is not needed: vocabulary, keys, comparisons."""
    if text.isascii() and text.isprintable() and "  " not in text:  # most words of the vocabulary
        return text.lower()
    return fold(text).text


def fold_texts(texts: Sequence[str]) -> str:
    """Return texts folded as `fold` folds each, with `BETWEEN_TEXTS` between them: many in a third of the time.

    A text that holds that sign has another of no meaning instead.
    """
    clean = [text.replace(BETWEEN_TEXTS, NO_SIGN) for text in texts]
    folded = _long_folding().fold_text(BETWEEN_TEXTS.join(clean))
    if folded is not None and unicodedata.is_normalized("NFC", folded):
        return folded
    return BETWEEN_TEXTS.join(map(fold_text, clean))


_PLAIN_LETTERS = {
    code: plain[0]
    for code in range(0xC0, 0x250)
    if len(plain := unicodedata.normalize("NFD", chr(code))) > 1 and plain[0].isascii()
}
_ACCENTED = re.compile("[\u00c0-\u024f]")


def simplified(text: str) -> str:
    """Return a text with traditional Chinese signs as simplified ones; offsets stay."""
    return text.translate(_SIMPLER)


def without_accents(text: str) -> str:
    """Return a text with its Latin letters bare ("adjudicación" → "adjudicacion"); its length stays what it is.

    Letters of other scripts keep their marks: й is no и.
    """
    if text.isascii() or not _ACCENTED.search(text):  # to look is quicker than to go through all letters
        return text
    return text.translate(_PLAIN_LETTERS)


def without_hyphens(folded: str) -> str:
    """Return a folded text with a blank for each hyphen between letters, so that watch-list is watch list; as long."""
    return _HYPHEN.sub(" ", folded)


def flatten(text: str) -> str:
    r"""Fold each character by itself, so that every offset of the result is the same offset of `text`.

    Blanks stay where they are (as " ", "\n" or "\t"), soft hyphens and characters without width too.
    """
    return _flat_page(text) if len(text) > LONG else text.translate(_TABLE)


@lru_cache(maxsize=4)
def _flat_page(text: str) -> str:
    """Fold a long text: the same page is asked for by one rule after the other."""
    flat = _long_folding().flatten(text)
    return text.translate(_TABLE) if flat is None else flat


@lru_cache(maxsize=1)
def _long_folding() -> LongFolding:
    return LongFolding(_TABLE, _JOINED, (_SOFT_HYPHEN, _WIDTHLESS))


def _fold_once(text: str) -> Folded:
    """Fold a text but for letters and the marks that follow them."""
    if len(text) > BY_ARRAYS:
        folded = _long_folding().fold(text)
        if folded is not None:
            return Folded(text=folded.text, offsets=folded.offsets, ends=folded.ends)
    return _fold_by_runs(text)


def _fold_by_runs(text: str) -> Folded:
    """Fold a text run by run of blanks: quicker for short ones."""
    translated = text.translate(_TABLE)
    kept: list[str] = []
    offsets = array("I")
    position = 0
    for run in _RUN.finditer(translated):
        start, end = run.span()
        replacement = _fold_blank(run[0], text[start - 1 : start], text[end : end + 1])
        if replacement == run[0]:
            continue
        kept.append(translated[position:start])
        offsets.extend(range(position, start))
        kept.append(replacement)
        offsets.extend(range(start, start + len(replacement)))
        position = end
    if not kept:
        return Folded(text=translated, offsets=range(len(text)), ends=range(1, len(text) + 1))
    kept.append(translated[position:])
    offsets.extend(range(position, len(text)))
    return Folded(text="".join(kept), offsets=offsets, ends=array("I", [offset + 1 for offset in offsets]))


def _fold_blank(run: str, before: str, after: str) -> str:
    """Return what a run of blanks and invisible characters folds to, given its neighbours as written."""
    blanks = run.replace(_WIDTHLESS, "").replace(_SOFT_HYPHEN, "")
    if not blanks:
        return ""
    if "\t" in blanks:
        return "\t"
    breaks = blanks.count("\n")
    if breaks > 1:
        return "\n\n"
    if breaks and run.startswith(_SOFT_HYPHEN):
        return ""
    return "" if _JOINED.match(before) and _JOINED.match(after) else " "


def _compose(text: str) -> Folded:
    """Put letters and the marks that follow them into one character where Unicode has one (NFC)."""
    kept: list[str] = []
    offsets = array("I")
    ends = array("I")
    position = 0
    for cluster in _CLUSTER.finditer(text):
        start, end = cluster.span()
        composed = unicodedata.normalize("NFC", cluster[0])
        if len(composed) >= end - start:
            continue
        kept.append(text[position:start])
        offsets.extend(range(position, start))
        ends.extend(range(position + 1, start + 1))
        kept.append(composed)
        offsets.extend([start] * len(composed))
        ends.extend([end] * len(composed))
        position = end
    kept.append(text[position:])
    offsets.extend(range(position, len(text)))
    ends.extend(range(position + 1, len(text) + 1))
    return Folded(text="".join(kept), offsets=offsets, ends=ends)


def _chain(first: Folded, second: Folded) -> Folded:
    """Return `second`, a folding of `first.text`, as a folding of what `first` was made from."""
    return Folded(
        text=second.text,
        offsets=array("I", [first.offsets[start] for start in second.offsets]),
        ends=array("I", [first.ends[end - 1] for end in second.ends]),
    )
