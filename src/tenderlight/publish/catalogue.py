"""The words that people read, in every language of the interface: one catalogue for desk and dossier.

`locale/<language>.toml` and `locale/dossier-<language>.toml` hold tables of texts; a text is called by the name of its
table and its own: `say("en", "stage.award")`. Placeholders stand in braces. Of a text that counts, `<name>_one` is
taken where the count is 1, if there is one. Texts are never markup: whoever puts them on a page escapes them like
everything else.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

LANGUAGES = ("en", "zh")
"""Languages of the interface, the first the one that stands where nobody chose."""
NAMES = {"en": "English", "zh": "中文"}
"""What each language calls itself."""
HTML_CODES = {"en": "en", "zh": "zh-Hans"}
"""What the `lang` of a page says (BCP 47)."""


def say(language: str, key: str, **values: object) -> str:
    """Return a text of the catalogue with its placeholders filled in.

    Args:
        language: One of `LANGUAGES`; any other is taken for the first.
        key: Table and name, with a dot between.
        values: What stands for the placeholders; `count` also chooses between one and many.

    Raises:
        KeyError: If there is no such text, or a placeholder has no value.
    """
    words = texts(language if language in LANGUAGES else LANGUAGES[0])
    if values.get("count") == 1 and f"{key}_one" in words:
        key = f"{key}_one"
    text = words[key]
    return text.format_map(values) if values else text


def knows(key: str) -> bool:
    """Say whether the catalogue has a text of that name."""
    return key in texts(LANGUAGES[0])


@cache
def texts(language: str) -> dict[str, str]:
    """Return every text of one language by table and name, those of the dossier too; read once a process."""
    folder = resources.files("tenderlight.publish") / "locale"
    return {
        f"{table}.{name}": text
        for file in (f"{language}.toml", f"dossier-{language}.toml")
        for table, rows in tomllib.loads((folder / file).read_text("utf-8")).items()
        for name, text in rows.items()
    }
