"""Names as written → one spelling: what only looks different becomes the same, and nothing else.

Undone here: width, case, traditional characters, kinds of brackets and quotation marks, diacritics of Latin and Greek
letters, points of abbreviations, blanks between Chinese characters, Latin words with Cyrillic letters that look alike
in them. Kept: every letter, every figure, every Chinese character.
"""

from __future__ import annotations

import re
import unicodedata

from tenderlight.languages.normalise import flatten
from tenderlight.languages.scripts import HAN_CLASS

HAN = re.compile(rf"[{HAN_CLASS}]")
EAST = re.compile(rf"[{HAN_CLASS}\u3041-\u30ff]")
"""Chinese characters and kana."""
_LETTERS = {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d", "ħ": "h"}
_BRACKETS = dict.fromkeys("[{〔【「『〈《（［｛〖", "(") | dict.fromkeys("]}〕】」』〉》）］｝〗", ")")
_SAME = {"ª": "a", "º": "o", "№": " no ", "&": " and ", "＆": " and ", "+": " and "}
_VARIANTS = {"囯": "国", "囻": "国", "巿": "市"}
"""Chinese characters that are written for others and mean nothing else in a name."""
_SPELLED = str.maketrans({**_LETTERS, **_BRACKETS, **_SAME, **_VARIANTS})
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_UMLAUT = re.compile("[äöü]")
_MARKS = re.compile(r"(?<=[a-zα-ω])[\u0300-\u036f]+")
_APOSTROPHES = re.compile(r"(?<=\w)['’‘`´ʼʻ′＇](?=\w)")
_POINTS = re.compile(r"(?<![\w])((?:\w\.\s?){2,}\w?)(?!\w)")
_BETWEEN = re.compile(r"[^\w()\u0591-\u05c7\u064b-\u065f\u0900-\u109f]+|_")
"""What stands between words; vowel signs of Indian scripts do not, though Python takes them for no letters."""
_EAST_GAP = re.compile(rf"(?<=[{HAN_CLASS}\u3041-\u30ff()])\s+(?=[{HAN_CLASS}\u3041-\u30ff()])")
_EAST_MARKS = re.compile(r"[·・•‧,，.。、\"“”'‘’:：;；\-—–_~～/\\|*#!！?？]+")
_WORD = re.compile(r"\w+")
_LATIN = re.compile("[a-z]")
_CYRILLIC = re.compile("[а-яіѕјԁԛԝ]")
_CYRILLIC_LOOKS = str.maketrans("авеѕкмнорстухіјԁԛԝ", "abeskmhopctyxijdqw")
_SEPARATES_LETTERS = re.compile(r"(?<=\w)/(?=\w)")


def spelled(text: str) -> str:
    """Return a name in one spelling: words with one blank between, Chinese without any; "(" and ")" are kept."""
    flat = flatten(text).translate(_SPELLED)
    if not flat.isascii():
        flat = _plain_letters(flat)
    if EAST.search(flat):
        return _spelled_east(flat)
    flat = _APOSTROPHES.sub("", flat)
    if "." in flat:
        flat = _POINTS.sub(_joined_points, flat)
    flat = _BETWEEN.sub(" ", flat)
    return " ".join(flat.split())


def with_umlauts_written_out(text: str) -> str | None:
    """Return a name with ä, ö and ü as ae, oe and ue, or None if it has none of them."""
    if text.isascii():
        return None
    lowered = text.lower()
    return lowered.translate(_UMLAUTS) if _UMLAUT.search(lowered) else None


def _plain_letters(flat: str) -> str:
    """Take the marks off Latin and Greek letters, and make words of two alphabets words of one."""
    decomposed = _MARKS.sub("", unicodedata.normalize("NFD", flat))
    plain = unicodedata.normalize("NFC", decomposed).translate(_SPELLED)
    return _WORD.sub(_of_one_alphabet, plain) if _LATIN.search(plain) and _CYRILLIC.search(plain) else plain


def _of_one_alphabet(match: re.Match[str]) -> str:
    word = match[0]
    return word.translate(_CYRILLIC_LOOKS) if _LATIN.search(word) and _CYRILLIC.search(word) else word


def _spelled_east(flat: str) -> str:
    flat = _EAST_MARKS.sub(" ", flat)
    flat = _EAST_GAP.sub("", " ".join(flat.split()))
    return re.sub(r"\s*([()])\s*", r"\1", flat)


def _joined_points(match: re.Match[str]) -> str:
    """S.p.A. → spa; a point at the end of a longer word stays for the next step."""
    return match[0].replace(".", "").replace(" ", "") + " "
