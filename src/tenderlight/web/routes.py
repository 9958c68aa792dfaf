"""Every address of the desk."""

from __future__ import annotations

from starlette.routing import Route

from tenderlight.web.pages import entering, overview
from tenderlight.web.sessions import Role
from tenderlight.web.showing import action_route, page_routes, routes_of


def all_routes() -> list[Route]:
    """Return the routes of all pages, with their JSON twins, and of everything that forms do."""
    return routes_of(
        page_routes("/", overview.show_overview),
        page_routes("/help", overview.show_help),
        page_routes("/enter", entering.enter, role=None),
        page_routes("/name", entering.show_name),
        [action_route("/name", entering.take_name, role=Role.READER)],
    )
