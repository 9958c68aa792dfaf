"""Notes and tags on claims, contracts and pages; words that text recognition misread, corrected by hand."""

from __future__ import annotations

from dataclasses import dataclass

from tenderlight.cases import Case
from tenderlight.model.note import NoteKind
from tenderlight.web.asked import Asked, Trouble
from tenderlight.web.pages.deciding import signed_form
from tenderlight.web.pages.entering import local_address
from tenderlight.web.sessions import Role
from tenderlight.web.showing import Moved, Shown

KINDS = {"note": NoteKind.NOTE, "tag": NoteKind.TAG}


@dataclass(frozen=True, slots=True, kw_only=True)
class TagLine:
    """A tag of the case."""

    tag: str
    count: int
    subjects: tuple[tuple[str, str], ...]
    """What it stands on: words and address."""


async def show_tags(asked: Asked) -> Shown:
    """Show the tags of the case, and what they stand on."""
    notes = asked.desk.case.notes
    lines = [
        TagLine(tag=tag, count=count, subjects=tuple(_subject(asked, subject) for subject in notes.tagged(tag)[:100]))
        for tag, count in notes.tags().items()
    ]
    return Shown(template="tags.html", values={"tags": lines})


def _subject(asked: Asked, subject: str) -> tuple[str, str]:
    sort, _, name = subject.partition(":")
    addresses = {
        "claim": f"/claims/{name}",
        "contract": f"/contracts/{name}",
        "page": f"/pages/{name.replace(':', '/')}",
    }
    return subject, asked.link(addresses.get(sort, "/"))


async def note(asked: Asked) -> Moved:
    """Write a note or a tag."""
    session, form = await signed_form(asked)
    kind = KINDS.get(form.text("kind"))
    if kind is None:
        raise Trouble(400, "error.bad_form")
    subject, text = form.text("subject"), form.text("text")
    await asked.desk.write(lambda case: case.notes.add(kind, subject, text, person=session.person))
    return Moved(to=local_address(form.text("to")) or asked.link("/"))


async def take_back(asked: Asked) -> Moved:
    """Take a note, a tag or a correction back; it stays in the log."""
    session, form = await signed_form(asked)
    number = form.whole("number")
    if number is None:
        raise Trouble(400, "error.bad_form")
    is_correction = form.text("what") == "correction"
    if is_correction:
        asked.needs(Role.EDITOR)

    def undo(case: Case) -> None:
        if is_correction:
            case.corrections.undo(number, person=session.person)
        else:
            case.notes.undo(number, person=session.person)

    await asked.desk.write(undo)
    if is_correction:
        asked.desk.search_making.renew()
    return Moved(to=local_address(form.text("to")) or asked.link("/"))


async def correct(asked: Asked) -> Moved:
    """Correct words of a page, which the form names as they were read."""
    session, form = await signed_form(asked, Role.EDITOR)
    document, number = form.text("document"), form.whole("page")
    stored = None if number is None else asked.desk.page(document, number)
    was = form.text("was")
    if stored is None or number is None or not was:
        raise Trouble(400, "error.no_words")
    starts = _places(stored.page.text, was)
    which = form.whole("which") or 1
    if not starts or (len(starts) > 1 and form.whole("which") is None) or which > len(starts):
        raise Trouble(400, "error.no_words" if not starts else "error.which_words", str(len(starts)))
    start = starts[which - 1]
    now, because = form.text("now"), form.text("because")
    await asked.desk.write(
        lambda case: case.corrections.add(
            document, number, (start, start + len(was)), now, person=session.person, because=because
        )
    )
    asked.desk.search_making.renew()
    return Moved(to=local_address(form.text("to")) or asked.link(f"/pages/{document}/{number}"))


def _places(text: str, words: str, most: int = 1_000) -> list[int]:
    starts: list[int] = []
    at = text.find(words)
    while at >= 0 and len(starts) < most:
        starts.append(at)
        at = text.find(words, at + 1)
    return starts
