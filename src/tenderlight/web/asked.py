"""A request, as pages see it: who asks, in which language, with bounded words from its address and form."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.datastructures import FormData
from starlette.requests import Request

from tenderlight.publish.catalogue import LANGUAGES, say
from tenderlight.web.sessions import Role, Session

if TYPE_CHECKING:
    from tenderlight.web.desk import Desk

LONGEST_WORD = 400
"""Characters of a value in an address."""
LONGEST_TEXT = 20_000
"""Characters of a field of a form."""
MOST_FIELDS = 60
MOST_FILES = 20


class Trouble(Exception):
    """A request that cannot be answered as it stands.

    Args:
        status: HTTP status.
        key: Text of the catalogue that says why.
        detail: More of it, in words of the program.
        why: The reason in one word, for the audit; it is not shown.
    """

    def __init__(self, status: int, key: str, detail: str = "", *, why: str = "") -> None:
        super().__init__(key)
        self.status = status
        self.key = key
        self.detail = detail
        self.why = why

    @property
    def outcome(self) -> str:
        """What the audit says came of the request."""
        return " ".join(word for word in (str(self.status), self.key, self.why) if word)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One request to a page of the desk."""

    request: Request
    desk: Desk
    session: Session | None
    language: str

    @property
    def address(self) -> str:
        """Where the browser is, from the desk's root; only of something that is looked at."""
        return self.here() if self.request.method in {"GET", "HEAD"} else ""

    @property
    def is_part(self) -> bool:
        """Whether a script of the desk asks, and needs the content of the page alone."""
        return self.request.headers.get("hx-request") == "true"

    def word(self, name: str) -> str:
        """Return a value of the address, blanks of any width as plain ones; empty if it is not there or too long.

        A value with control signs is none; signs without width go.
        """
        given = self.request.query_params.get(name, "")
        kinds = ((sign, unicodedata.category(sign)) for sign in given)
        value = "".join(" " if kind == "Zs" else sign for sign, kind in kinds if kind != "Cf")
        return value if len(value) <= LONGEST_WORD and value.isprintable() else ""

    def number(self, name: str, *, least: int = 1, most: int = 10**9, otherwise: int = 1) -> int:
        """Return a whole number of the address; `otherwise` if it is none."""
        value = self.word(name)
        is_number = re.fullmatch(r"[0-9]{1,10}", value, re.ASCII) is not None
        return min(max(int(value), least), most) if is_number else otherwise

    def part(self, name: str) -> str:
        """Return a part of the path."""
        return str(self.request.path_params[name])

    def link(self, path: str, /, **words: str | float | None) -> str:
        """Return the address of a page of the desk in the language of this one."""
        told = {name: str(value) for name, value in words.items() if value not in (None, "")}
        if self.language != LANGUAGES[0]:
            told["lang"] = self.language
        return f"{path}?{urlencode(told)}" if told else path

    def here(self, /, **changes: str | float | None) -> str:
        """Return the address of this page with some words changed; None takes one out."""
        words: dict[str, str | float | None] = {name: self.word(name) for name in self.request.query_params}
        words.pop("lang", None)
        words |= changes
        return self.link(self.request.url.path.removesuffix(".json").removesuffix("/index") or "/", **words)

    def here_in(self, language: str) -> str:
        """Return the address of this page in a language."""
        path, _, words = self.here().partition("?")
        kept = [word for word in words.split("&") if word and not word.startswith("lang=")]
        return f"{path}?{'&'.join([*kept, f'lang={language}'])}"

    def say(self, key: str, **values: object) -> str:
        """Return a text of the catalogue."""
        return say(self.language, key, **values)

    def needs(self, role: Role) -> Session:
        """Return the session, if it may do what is asked.

        Raises:
            Trouble: If not.
        """
        if self.session is None or not self.session.role.may(role):
            raise Trouble(403, "error.forbidden")
        return self.session

    async def form(self, *, most_fields: int = MOST_FIELDS) -> Form:
        """Return the form that was sent.

        Args:
            most_fields: Fields that it may have.

        Raises:
            Trouble: If it is no form, or larger than forms are.
        """
        kind = self.request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind not in {"application/x-www-form-urlencoded", "multipart/form-data"}:
            raise Trouble(415, "error.bad_form")
        found = await self.request.form(max_fields=most_fields, max_files=MOST_FILES, max_part_size=LONGEST_TEXT * 4)
        return Form(found)


class Form:
    """The fields of a form, bounded."""

    def __init__(self, untrusted_fields: FormData) -> None:
        self.fields = untrusted_fields

    def text(self, name: str) -> str:
        """Return a field as text in whole characters, composed, without control signs; empty if it is not there.

        Raises:
            Trouble: If it is too long, or a file.
        """
        value = self.fields.get(name, "")
        if not isinstance(value, str) or len(value) > LONGEST_TEXT:
            raise Trouble(400, "error.bad_form")
        clean = "".join(sign for sign in value if sign in "\n\t" or not unicodedata.category(sign).startswith("C"))
        return unicodedata.normalize("NFC", clean).strip()

    def texts(self, name: str) -> tuple[str, ...]:
        """Return every value of a field that may be there several times, in order, without doubles.

        Raises:
            Trouble: If one is too long, or a file.
        """
        values = self.fields.getlist(name)
        if not all(isinstance(value, str) and len(value) <= LONGEST_WORD for value in values):
            raise Trouble(400, "error.bad_form")
        return tuple(dict.fromkeys(str(value) for value in values))

    def whole(self, name: str) -> int | None:
        """Return a field as a whole number; None if it is none."""
        value = self.text(name)
        return int(value) if re.fullmatch(r"[0-9]{1,10}", value, re.ASCII) else None


def language_of(request: Request) -> str:
    """Return the language of the interface: what the address says, or the first that the browser asks for."""
    chosen = request.query_params.get("lang", "")
    if chosen in LANGUAGES:
        return chosen
    wanted = request.headers.get("accept-language", "")[:200].lower().split(",")
    codes = [one.strip().partition(";")[0].partition("-")[0] for one in wanted]
    return next((code for code in codes if code in LANGUAGES), LANGUAGES[0])
