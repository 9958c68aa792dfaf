"""What was read and what was not: pages with their text and boxes, documents with their problems."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tenderlight.cases.corrected_texts import found_on_page, with_passages
from tenderlight.cases.searching import question_of
from tenderlight.model.correction import Correction
from tenderlight.model.document import ReadState
from tenderlight.model.problem import PROBLEMS, Problem, Severity
from tenderlight.publish.told_words import next_step_in
from tenderlight.web.asked import Asked, Trouble
from tenderlight.web.lines import ClaimLine, claim_line
from tenderlight.web.note_views import CorrectionView, NoteView, corrections_on, notes_on
from tenderlight.web.page_views import PictureView, page_picture
from tenderlight.web.pages.originals import page_of, sha256_of
from tenderlight.web.showing import Shown

A_PAGE = 100
MOST_PROBLEMS = 20
MOST_PLACES = 200
"""Places at which words looked for are lit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageText:
    """One page of an original: what was read there, and what is claimed of it."""

    document: str
    path: str
    page_number: int
    page_count: int | None
    method: str
    state: str
    text: str
    parts: tuple[tuple[str, bool], ...]
    """The text in parts, and whether each is of the words looked for."""
    picture: PictureView | None
    claims: tuple[ClaimLine, ...]
    original_href: str
    corrections: tuple[CorrectionView, ...]
    notes: tuple[NoteView, ...]
    previous: str | None
    following: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemLine:
    """Something that went wrong with a document."""

    code: str
    message: str
    page_number: int | None
    """The first; None = the whole document."""
    pages: tuple[int, ...]
    """All on which just this went wrong, in order."""
    next_step: str
    costs: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadLine:
    """A document of which something was not read."""

    document: str
    path: str
    state: str
    problems: tuple[ProblemLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadPage:
    """What was not read."""

    documents: tuple[UnreadLine, ...]
    not_received: tuple[UnreadLine, ...]
    pages_not_read: int
    pages_partly: int
    count: int
    previous: str | None
    following: str | None


async def show_page(asked: Asked) -> Shown:
    """Show one page of an original."""
    document, number = sha256_of(asked, "document"), page_of(asked)
    line = asked.desk.case.document(document)
    stored = None if line is None else asked.desk.page(document, number)
    if line is None or stored is None:
        raise Trouble(404, "error.not_found")
    places = _places(asked, stored.page.text, asked.desk.case.corrections.of(document, number))
    claims = list(asked.desk.case.claims_on(document, number))[:200]
    last = line.page_count or number
    page = PageText(
        document=document,
        path=line.path,
        page_number=number,
        page_count=line.page_count,
        method=stored.page.method.value,
        state=stored.page.state.value,
        text=stored.page.text,
        parts=_parts(stored.page.text, places),
        picture=page_picture(asked, document, number, places),
        claims=tuple(claim_line(asked, claim) for claim in claims),
        original_href=f"/originals/{document}",
        corrections=corrections_on(asked, document, number),
        notes=notes_on(asked, f"page:{document}:{number}"),
        previous=asked.link(f"/pages/{document}/{number - 1}") if number > 1 else None,
        following=asked.link(f"/pages/{document}/{number + 1}") if number < last else None,
    )
    return Shown(template="text.html", values=page)


def _places(asked: Asked, text: str, corrections: Sequence[Correction]) -> list[tuple[int, int]]:
    """Return where the words stand that the address asks to be lit, as read or as corrected, in the text as read."""
    query = asked.word("q")
    if not query:
        return []
    held, segments = with_passages(text, corrections)
    found = found_on_page(held, segments, question_of(query).places(held), around=0)
    return sorted({(one.start, one.end) for one in found})[:MOST_PLACES]


def _parts(text: str, places: list[tuple[int, int]]) -> tuple[tuple[str, bool], ...]:
    parts, at = [], 0
    for start, end in places:
        if start >= at:
            parts += [(text[at:start], False), (text[start:end], True)]
            at = end
    return tuple(part for part in (*parts, (text[at:], False)) if part[0])


async def show_unread(asked: Asked) -> Shown:
    """Show which documents were not read, or not wholly, and why."""
    case = asked.desk.case
    unread = asked.desk.unread()
    number = asked.number("page")
    shown = unread[(number - 1) * A_PAGE : number * A_PAGE]
    page = UnreadPage(
        documents=tuple(
            UnreadLine(
                document=line.document,
                path=line.path,
                state="waiting" if line.state is None else line.state.value,
                problems=_problems(asked.language, case.problems_of(line.document)),
            )
            for line in shown
        ),
        not_received=tuple(
            UnreadLine(
                document="", path=path, state=ReadState.NOT_READ.value, problems=_problems(asked.language, [problem])
            )
            for path, problem in case.not_received()[:A_PAGE]
        ),
        pages_not_read=asked.desk.summary.pages.not_read,
        pages_partly=asked.desk.summary.pages.partly,
        count=len(unread),
        previous=asked.here(page=number - 1) if number > 1 else None,
        following=asked.here(page=number + 1) if number * A_PAGE < len(unread) else None,
    )
    return Shown(template="unread.html", values=page)


def _problems(language: str, problems: list[Problem]) -> tuple[ProblemLine, ...]:
    costly = sorted(problems, key=lambda one: (one.severity is Severity.NOTE, one.page_number or 0))
    same: dict[tuple[str, str, Severity], list[Problem]] = {}
    for one in costly:
        same.setdefault((one.code, one.message, one.severity), []).append(one)
    return tuple(
        ProblemLine(
            code=code,
            message=message,
            page_number=found[0].page_number,
            pages=tuple(one.page_number for one in found if one.page_number is not None),
            next_step=next_step_in(language, PROBLEMS[code].next_step) if code in PROBLEMS else "",
            costs=severity.value,
        )
        for (code, message, severity), found in list(same.items())[:MOST_PROBLEMS]
    )
