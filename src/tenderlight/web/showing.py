"""How pages are shown: one function makes what a page says, and it is sent as HTML or, under `.json`, as JSON."""

from __future__ import annotations

import html
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING

import msgspec
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from tenderlight.errors import TenderlightError
from tenderlight.publish.against import against_in
from tenderlight.publish.catalogue import HTML_CODES, LANGUAGES, NAMES, knows
from tenderlight.web.asked import Asked, Trouble, language_of
from tenderlight.web.sessions import Role

if TYPE_CHECKING:
    from jinja2 import Environment

    from tenderlight.web.pages.claims import Facet

JSON_END = ".json"
HAN = re.compile(r"[\u4e00-\u9fff]")
LOOKED_AT = 2_000
"""Characters of a text that are looked at to tell whether it is Chinese."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a page says, and the template that says it in HTML. The values are the page's JSON."""

    template: str
    values: object
    status: int = 200
    part: str = ""
    """Address part (`hx-target`) that may be asked for alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """Done; the browser goes on to another page."""

    to: str


Page = Callable[[Asked], Awaitable[Shown | Moved | Response]]


def page_routes(path: str, page: Page, *, role: Role | None = Role.READER) -> list[Route]:
    """Return the routes of a page: itself, and its twin as JSON.

    Args:
        path: Its address; "/" has its twin at "/index.json".
        page: Makes what it says.
        role: Who may see it; None = anybody.
    """

    async def answer(request: Request) -> Response:
        asked = asked_of(request)
        if role is not None:
            asked.needs(role)
        asked.desk.look_again()
        return answer_of(asked, await page(asked))

    twin = "/index.json" if path == "/" else f"{path}{JSON_END}"
    return [Route(twin, answer, methods=["GET"]), Route(path, answer, methods=["GET"])]


def action_route(path: str, action: Page, *, role: Role | None, method: str = "POST") -> Route:
    """Return the route of something that a form does, or that is written down like it.

    Args:
        path: Where the form is sent.
        action: Does it.
        role: Who may; None = anybody.
        method: By which it is asked for.
    """

    async def answer(request: Request) -> Response:
        asked = asked_of(request)
        outcome = "fault"
        try:
            if role is not None:
                asked.needs(role)
            asked.desk.look_again()
            made = answer_of(asked, await action(asked))
            outcome = str(made.status_code)
        except Trouble as trouble:
            outcome = trouble.outcome
            raise
        except TenderlightError as trouble:
            outcome = type(trouble).__name__
            raise
        finally:
            account = request.scope["state"].get("account") or (asked.session.account if asked.session else "")
            await asked.desk.audit(request, account, outcome)
        return made

    return Route(path, answer, methods=[method])


def file_route(path: str, send: Page, *, role: Role | None = Role.READER) -> Route:
    """Return the route of something that is no page: a picture, an original.

    Args:
        path: Its address.
        send: Sends it.
        role: Who may have it; None = anybody.
    """

    async def answer(request: Request) -> Response:
        asked = asked_of(request)
        if role is not None:
            asked.needs(role)
        asked.desk.look_again()
        return answer_of(asked, await send(asked))

    return Route(path, answer, methods=["GET"])


def asked_of(request: Request) -> Asked:
    """Return a request as pages see it."""
    desk = request.app.state.desk
    return Asked(
        request=request, desk=desk, session=desk.sessions.find(desk.cookie_of(request)), language=language_of(request)
    )


def answer_of(asked: Asked, made: Shown | Moved | Response) -> Response:
    """Return the answer that sends what a page says."""
    if isinstance(made, Response):
        return made
    if isinstance(made, Moved):
        return RedirectResponse(made.to, status_code=303)
    if asked.request.url.path.endswith(JSON_END):
        return Response(as_json(made.values), made.status, media_type="application/json")
    return Response(as_html(asked, made), made.status, media_type="text/html", headers={"Vary": "HX-Request"})


def as_json(values: object) -> bytes:
    """Return values as JSON, in which no `<` stands: harmless even where somebody takes it for a page."""
    return msgspec.json.encode(values, order="deterministic").replace(b"<", b"\\u003c")


def as_html(asked: Asked, made: Shown) -> str:
    """Return a page as HTML. Everything but the templates' own words is escaped."""
    path = asked.request.url.path
    return (
        environment()
        .get_template(made.template)
        .render(
            page=made.values,
            layout="part.html" if asked.is_part else "page.html",
            t=asked.say,
            has_text=knows,
            in_words=partial(against_in, asked.language),
            link=asked.link,
            here=asked.here,
            here_in=asked.here_in,
            path=path,
            twin=asked.here() if path.endswith(JSON_END) else _twin(asked),
            language=asked.language,
            html_language=HTML_CODES[asked.language],
            languages=[(code, NAMES[code], HTML_CODES[code]) for code in LANGUAGES],
            session=asked.session,
            desk=asked.desk,
            once=asked.desk.forms.new(asked.session.key) if asked.session is not None else "",
        )
    )


def _twin(asked: Asked) -> str:
    address = asked.here()
    path, mark, words = address.partition("?")
    return f"{'/index' if path == '/' else path}{JSON_END}{mark}{words}"


@cache
def environment() -> Environment:
    """Return what makes pages of the templates; read once a process."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("tenderlight.web"),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["short"] = shortened
    made.filters["options"] = options_of
    made.tests["english"] = str.isascii
    made.tests["han"] = lambda text: HAN.search(text[:LOOKED_AT]) is not None
    return made


def options_of(facet: Facet, every: str, *, with_counts: bool = True) -> Markup:
    """Return the options of the choice by a facet. Made here, for most of the work of a page of the queue would be it.

    Args:
        facet: What can be chosen.
        every: What the first option says, which chooses nothing.
        with_counts: Whether each says how many claims it leaves.
    """
    lines = [f'<option value="">{html.escape(every)}</option>']
    for one in facet.options:
        chosen = " selected" if one.is_chosen else ""
        count = f" ({one.count})" if with_counts else ""
        lines.append(f'<option value="{html.escape(one.name)}"{chosen}>{html.escape(one.label)}{count}</option>')
    if facet.chosen and not any(one.is_chosen for one in facet.options):
        name, label = html.escape(facet.chosen), html.escape(facet.chosen_label)
        lines.append(f'<option value="{name}" selected>{label}{" (0)" if with_counts else ""}</option>')
    return Markup("\n".join(lines))  # noqa: S704 - all of it is escaped above


def shortened(text: str, most: int = 160) -> str:
    """Return a text in one line, cut where it is too long for a list."""
    even = " ".join(text[: most * 4].split())
    return even if len(even) <= most else f"{even[: most - 1]}…"


def routes_of(*groups: Sequence[Route]) -> list[Route]:
    """Return the routes of several pages, in order."""
    return [route for group in groups for route in group]


def plain_error(status: int, values: Mapping[str, str]) -> Response:
    """Return an error as JSON."""
    return Response(as_json(values), status, media_type="application/json")
