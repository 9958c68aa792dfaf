"""The application: routes, the guard before them, and what is shown when something goes wrong."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from importlib import resources
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from tenderlight.errors import TenderlightError
from tenderlight.web import routes
from tenderlight.web.asked import Trouble
from tenderlight.web.desk import Desk, OpenCase
from tenderlight.web.guarding import Guard
from tenderlight.web.settings import DeskSettings
from tenderlight.web.showing import JSON_END, Shown, as_html, asked_of, plain_error

KEYS_OF_STATUS = {403: "error.forbidden", 404: "error.not_found", 405: "error.method", 413: "error.too_large"}


def make_app(open_case: OpenCase, settings: DeskSettings) -> Starlette:
    """Return the desk as an ASGI application.

    Args:
        open_case: Opens the case for changes; called once, in the thread that answers requests.
        settings: How the desk is reached, and by whom.
    """

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        with open_case() as case:
            app.state.desk = Desk(case, settings)
            if settings.is_ready_to_draw:
                app.state.desk.images.warm_up()
                with suppress(TenderlightError):  # the search says it to whoever searches
                    app.state.desk.search_making.begin()
                app.state.desk.why.warm_up()
            yield
            await app.state.desk.close()

    static = Path(str(resources.files("tenderlight.web") / "static"))
    return Starlette(
        routes=[*routes.all_routes(), Mount("/static", StaticFiles(directory=static))],
        middleware=[Middleware(Guard, hosts=settings.hosts, is_secure=settings.is_secure)],
        exception_handlers={
            Trouble: _show_trouble,
            HTTPException: _show_http,
            TenderlightError: _show_error,
        },
        lifespan=lifespan,
    )


async def _show_trouble(request: Request, trouble: Exception) -> Response:
    assert isinstance(trouble, Trouble)
    return _error(request, trouble.status, trouble.key, trouble.detail)


async def _show_http(request: Request, trouble: Exception) -> Response:
    assert isinstance(trouble, HTTPException)
    return _error(request, trouble.status_code, KEYS_OF_STATUS.get(trouble.status_code, "error.bad_form"), "")


async def _show_error(request: Request, trouble: Exception) -> Response:
    """Show an error of the program's own, which says what to do about it."""
    assert isinstance(trouble, TenderlightError)
    status = 400 if trouble.exit_code == 2 else 503
    return _error(request, status, "error.refused", f"{trouble.message} {trouble.what_to_do()}")


def _error(request: Request, status: int, key: str, detail: str) -> Response:
    asked = asked_of(request)
    values = {"error": key, "message": asked.say(key), "detail": detail, "to": asked.address}
    if request.url.path.endswith(JSON_END):
        return plain_error(status, values)
    is_stranger = asked.session is None and status == 403 and key == "error.forbidden"
    stranger_sees = "enter.html" if asked.desk.team is None else "login.html"
    template = stranger_sees if is_stranger else "error.html"
    return Response(as_html(asked, Shown(template=template, values=values)), status, media_type="text/html")
