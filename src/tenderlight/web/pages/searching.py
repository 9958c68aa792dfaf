"""Search in the pages of the case; a hit leads to its page, with the words lit."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from starlette.responses import Response

from tenderlight.cases.searching import Question, question_of
from tenderlight.model.hit import Hit
from tenderlight.model.note import NoteKind
from tenderlight.publish.tables import HIT_WRITERS
from tenderlight.web.asked import Asked, Trouble
from tenderlight.web.pages.claims import Facet, facets_of, wanted_of
from tenderlight.web.pages.deciding import signed_form
from tenderlight.web.saying import where_of
from tenderlight.web.search_making import Making
from tenderlight.web.showing import Moved, Shown

A_PAGE = 20
CSV = "text/csv; charset=utf-8"
CHOOSABLE = ("capability", "polarity", "stage")
NARROWING = (*CHOOSABLE, "path")
"""What a search is narrowed by; saved with it, each on a line of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HitLine:
    """A page that holds the words."""

    href: str
    where: str
    before: str
    text: str
    after: str
    count: int
    corrected: str
    """Where a person corrected the words, which of both was found, and the other; empty = nobody did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSearch:
    """A search that somebody saved."""

    number: int
    name: str
    query: str
    href: str
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """What a search found."""

    query: str
    path: str
    total: int
    hits: tuple[HitLine, ...]
    facets: tuple[Facet, ...]
    chosen: dict[str, str]
    saved: tuple[SavedSearch, ...]
    csv: str | None
    """Address of all hits as a table; None while the index is not whole."""
    making: Making | None
    """How far the index is; None if it is whole, or nothing was looked for."""
    previous: str | None
    following: str | None


async def show_search(asked: Asked) -> Shown:
    """Show a part of the hits of the words that the address asks for."""
    number = asked.number("page")
    question = _question(asked)
    answer = making = None
    if question is not None:
        making = asked.desk.search_making.missing()
        answer = asked.desk.case.search.find(question, most=A_PAGE, past=(number - 1) * A_PAGE)
    total = 0 if answer is None else answer.total
    page = SearchPage(
        query=asked.word("q"),
        path=asked.word("path"),
        total=total,
        hits=() if answer is None else tuple(_line(asked, hit) for hit in answer.hits),
        facets=facets_of(asked, replace(wanted_of(asked), contracts=None), CHOOSABLE),
        chosen={name: asked.word(name) for name in NARROWING if asked.word(name)},
        saved=_saved(asked),
        making=making,
        csv=asked.here(page=None).replace("/search", "/search.csv", 1) if total and making is None else None,
        previous=asked.here(page=number - 1) if number > 1 else None,
        following=asked.here(page=number + 1) if number * A_PAGE < total else None,
    )
    return Shown(template="search.html", values=page)


def _question(asked: Asked) -> Question | None:
    """Return what the address asks for; None if nothing.

    Raises:
        UsageError: If it cannot be looked for.
    """
    if not asked.word("q"):
        return None
    wanted = wanted_of(asked)
    return replace(
        question_of(asked.word("q")),
        capability=wanted.capability,
        polarity=wanted.polarity,
        stage=wanted.stage,
        path=asked.word("path") or None,
    )


def _line(asked: Asked, hit: Hit) -> HitLine:
    href = f"/originals/{hit.document}"  # a notice has no page of its own
    if hit.page_number is not None:
        href = asked.link(f"/pages/{hit.document}/{hit.page_number}", q=asked.word("q"))
    return HitLine(
        href=href,
        where=where_of(asked.language, hit.path, hit.page_number, hit.pointer),
        before=hit.before,
        text=hit.text,
        after=hit.after,
        count=hit.count,
        corrected=_corrected(asked, hit),
    )


def _corrected(asked: Asked, hit: Hit) -> str:
    if hit.read_as is not None:
        return asked.say("search.as_corrected", words=hit.read_as or asked.say("search.nothing"))
    if hit.corrected_to is not None:
        return asked.say("search.as_read", words=hit.corrected_to or asked.say("search.nothing"))
    return ""


def _saved(asked: Asked) -> tuple[SavedSearch, ...]:
    found = []
    for note in asked.desk.case.notes.searches():
        name, query, *narrowed = note.text.split("\n")
        words = dict(one.split("=", 1) for one in narrowed if one.partition("=")[0] in NARROWING)
        href = asked.link("/search", q=query, **words)
        told = " · ".join([query, *narrowed])
        found.append(SavedSearch(number=note.number, name=name, query=told, href=href, person=note.person))
    return tuple(found)


async def all_hits(asked: Asked) -> Response:
    """Send every hit as a table in which no cell starts a formula."""
    question = _question(asked)
    if question is None:
        raise Trouble(400, "error.no_search")
    if asked.desk.search_making.missing() is not None:  # a table of some of the hits would pass for one of all
        raise Trouble(503, "error.search_making")
    with tempfile.TemporaryDirectory(prefix="tenderlight-hits-") as folder:
        target = Path(folder) / "hits.csv"
        HIT_WRITERS["csv"](asked.desk.case.search.all(question), target)
        table = target.read_bytes()
    return Response(table, media_type=CSV, headers={"Content-Disposition": 'attachment; filename="hits.csv"'})


async def save(asked: Asked) -> Moved:
    """Save a search under a name."""
    session, form = await signed_form(asked)
    name, query = " ".join(form.text("name").split()), " ".join(form.text("query").split())
    question_of(query)  # what cannot be looked for is not saved
    narrowed = {one: " ".join(form.text(one).split()) for one in NARROWING}
    words = {one: value for one, value in narrowed.items() if value}
    saved = "\n".join([name, query, *(f"{one}={value}" for one, value in words.items())])
    await asked.desk.write(lambda case: case.notes.add(NoteKind.SEARCH, "case", saved, person=session.person))
    return Moved(to=asked.link("/search", q=query, **words))
