"""Every address of the desk."""

from __future__ import annotations

from starlette.convertors import Convertor, register_url_convertor
from starlette.routing import Route

from tenderlight.web.pages import (
    claim,
    claims,
    contracts,
    deciding,
    editing,
    entering,
    metering,
    noting,
    originals,
    overview,
    publishing,
    reading,
    replying,
    searching,
    signing_in,
)
from tenderlight.web.sessions import Role
from tenderlight.web.showing import action_route, file_route, page_routes, routes_of


class _Id(Convertor[str]):
    """Ids of claims and contracts, and the SHA-256 of originals."""

    regex = "[0-9a-f]{8,64}"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("id", _Id())


def all_routes() -> list[Route]:
    """Return the routes of all pages, with their JSON twins, and of everything that forms do."""
    return routes_of(
        page_routes("/", overview.show_overview),
        page_routes("/queue", claim.show_queue),
        page_routes("/claims", claims.show_claims),
        page_routes("/claims/{claim:id}", claim.show_claim),
        [action_route("/claims/{claim:id}/review", deciding.review, role=Role.REVIEWER)],
        page_routes("/claims/{claim:id}/edit", editing.show_edit, role=Role.REVIEWER),
        [action_route("/claims/{claim:id}/edit", editing.edit, role=Role.REVIEWER)],
        [action_route("/notes", noting.note, role=Role.REVIEWER)],
        [action_route("/take-back", noting.take_back, role=Role.REVIEWER)],
        [action_route("/corrections", noting.correct, role=Role.EDITOR)],
        page_routes("/tags", noting.show_tags),
        [file_route("/search.csv", searching.all_hits)],
        page_routes("/search", searching.show_search),
        [action_route("/searches", searching.save, role=Role.REVIEWER)],
        page_routes("/replies", replying.show_replies),
        [action_route("/replies", replying.reply, role=Role.EDITOR)],
        [file_route("/attachments/{document:id}", replying.attachment)],
        [action_route("/undo", deciding.undo, role=Role.REVIEWER)],
        page_routes("/contracts", contracts.show_contracts),
        page_routes("/contracts/{contract:id}", contracts.show_contract),
        page_routes("/contracts/{contract:id}/publish", publishing.show_publish, role=Role.EDITOR),
        [action_route("/contracts/{contract:id}/publish", publishing.publish_contract, role=Role.EDITOR)],
        page_routes("/dossiers", publishing.show_dossiers),
        [file_route("/dossiers/{name}.zip", publishing.download)],
        [action_route("/dossiers/withdraw", publishing.withdraw, role=Role.EDITOR)],
        page_routes("/pages/{document:id}/{page:int}", reading.show_page),
        [file_route("/metrics", metering.show_metrics, role=None)],
        page_routes("/unread", reading.show_unread),
        [file_route("/pictures/{source:id}/{page:int}.png", originals.picture)],
        [file_route("/originals/{document:id}", originals.original)],
        page_routes("/help", overview.show_help),
        page_routes("/enter", entering.enter, role=None),
        page_routes("/login", entering.show_login, role=None),
        [action_route("/login", entering.log_in, role=None)],
        [file_route("/oidc/begin", signing_in.begin, role=None)],
        [action_route(signing_in.BACK, signing_in.come_back, role=None, method="GET")],
        [action_route("/logout", entering.log_out, role=Role.READER)],
        page_routes("/sessions", entering.show_sessions),
        page_routes("/name", entering.show_name),
        [action_route("/name", entering.take_name, role=Role.READER)],
    )
