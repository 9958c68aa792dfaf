"""Where a word begins and ends: what Arabic and Persian write as part of the word before or behind them."""

from __future__ import annotations

_CLITICS = tuple(
    conjunction + preposition + article
    for conjunction in ("", "\u0648", "\u0641")
    for preposition in ("", "\u0628", "\u0644", "\u0643")
    for article in ("", "\u0627\u0644", "\u0644")
    if conjunction or preposition or article
)
_ALIF = "\u0627"
"""Waw, fa; ba, lam, kaf; alif-lam (lam behind lam), and what they make together."""
_SUFFIXES = (
    *("\u0647", "\u0647\u0627", "\u0647\u0645", "\u0647\u0645\u0627", "\u0647\u0646", "\u0646\u0627", "\u06a9\u0645"),
    *(
        "\u0647\u0627\u06cc",
        "\u0647\u0627\u06cc\u06cc",
        "\u0647\u0627\u06cc\u0634",
        "\u0647\u0627\u06cc\u0634\u0627\u0646",
    ),
)
"""His, her, their, of both, their (women), our, your in Arabic; plurals of Persian, bare, with "of", "some", "his" and
"their". As folded."""
SHORTEST_WITH_PREPOSITION = 3
"""Letters of a word that "and", "by", "for" or "as" may stand before without an article: بعد is no ب with عد."""
SHORTEST_WITH_SUFFIX = 4
"""Letters of a word that one of these may stand behind: shorter ones are other words too easily."""


def is_behind_clitic(text: str, start: int, end: int) -> bool:
    """Say whether only "and", "the", "by", "for" or "as" stands before, which Arabic writes as part of the word."""
    if not "\u0600" <= text[start - 1] <= "\u06ff":
        return False
    is_short = end - start < SHORTEST_WITH_PREPOSITION
    for clitic in _CLITICS:
        first = start - len(clitic)
        if is_short and _ALIF not in clitic:
            continue
        if first >= 0 and text.startswith(clitic, first) and (not first or not joins(text[first - 1])):
            return True
    return False


def behind_suffix(text: str, start: int, end: int) -> int | None:
    """Return where the word ends if only "his", "their" or a plural of Persian stands behind `end`, or None."""
    if end - start < SHORTEST_WITH_SUFFIX or not "\u0600" <= text[end] <= "\u06ff":
        return None
    for suffix in _SUFFIXES:
        last = end + len(suffix)
        if text.startswith(suffix, end) and (last == len(text) or not joins(text[last])):
            return last
    return None


def joins(character: str) -> bool:
    """Say whether a character makes one word with a letter beside it; Chinese characters (and Korean) do not."""
    return character < "\u2e80" and character.isalnum()
