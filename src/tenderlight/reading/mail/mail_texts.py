"""Which parts of a mail are its text, which are other versions of that text, and which are files."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from tenderlight.reading.mail.mail_parts import SMALL_PICTURE_BYTES, MailPart

_TEXTS = frozenset({"text/plain", "text/html", "application/xhtml+xml", "application/rtf"})
_SIGNATURES = frozenset(
    {
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
        "application/pgp-signature",
        "application/pgp-keys",
    }
)
_ENDINGS = {
    "application/json": ".json", "message/rfc822": ".eml", "text/calendar": ".ics", "text/csv": ".csv",
    "text/html": ".html", "text/plain": ".txt", "text/tab-separated-values": ".tsv",
}  # fmt: skip
_NEW_LETTERS = 8
_NEW_SHARE = 0.1


@dataclass(slots=True, kw_only=True)
class Sorted:
    """The parts of a mail by what they are for.

    Attributes:
        texts: Its text, in order.
        versions: The same text again in another form.
        files: Attached files, messages and pictures.
        small_pictures: Pictures too small to be read, left out.
        elsewhere: Parts that only say where something lies.
    """

    texts: list[MailPart] = field(default_factory=list)
    versions: list[MailPart] = field(default_factory=list)
    files: list[MailPart] = field(default_factory=list)
    small_pictures: int = 0
    elsewhere: int = 0

    def add(self, other: Sorted, *, texts: list[MailPart]) -> None:
        """Add what was sorted elsewhere, its texts as `texts`."""
        texts += other.texts
        self.versions += other.versions
        self.files += other.files
        self.small_pictures += other.small_pictures
        self.elsewhere += other.elsewhere


def sort_parts(part: MailPart, *, is_inside: bool = False) -> Sorted:
    """Sort a part and all in it.

    Args:
        part: A mail, or a part of one.
        is_inside: Whether the part belongs to the text beside it, as the pictures of a page do.
    """
    found = Sorted()
    if part.parts:
        _sort_several(part, found)
    elif part.kind in _TEXTS and not part.is_attachment and not is_inside:
        found.texts.append(part)
    elif part.kind == "message/external-body":
        found.elsewhere += 1
    elif is_inside and part.kind.startswith("image/") and len(part.content) < SMALL_PICTURE_BYTES:
        found.small_pictures += 1
    elif part.kind not in _SIGNATURES and (part.body.strip() or part.is_attachment):
        found.files.append(part)
    return found


def _sort_several(part: MailPart, found: Sorted) -> None:
    if part.kind == "multipart/alternative":
        _choose([sort_parts(inner) for inner in part.parts], found)
        return
    root = root_of(part) if part.kind == "multipart/related" else None
    for inner in part.parts:
        found.add(sort_parts(inner, is_inside=root is not None and inner is not root), texts=found.texts)


def _choose(versions: list[Sorted], found: Sorted) -> None:
    """Take the plain version for the text, else the last, which is the one its writer preferred."""
    with_text = [one for one in versions if any(text.content.strip() for text in one.texts)]
    plain = [one for one in with_text if all(text.kind == "text/plain" for text in one.texts)]
    chosen = plain[0] if plain else with_text[-1] if with_text else None
    for one in versions:
        found.add(one, texts=found.texts if one is chosen else found.versions)


def root_of(part: MailPart) -> MailPart:
    """The part of a saved page that is the page (RFC 2387)."""
    start = part.type_parameters.get("start", b"").strip()
    named = [inner for inner in part.parts if start and inner.header("content-id").strip() == start]
    return named[0] if named else part.parts[0]


def default_name(part: MailPart, number: int) -> str:
    """A name for a file that has none."""
    return f"attachment {number}{_ENDINGS.get(part.kind, '')}"


def says_more(version: str, text: str) -> bool:
    """Whether another version of a text has letters and digits, a tenth or more of its own, that the text lacks."""
    letters = Counter(filter(str.isalnum, version))
    new = (letters - Counter(filter(str.isalnum, text))).total()
    return new > _NEW_LETTERS and new > _NEW_SHARE * letters.total()
