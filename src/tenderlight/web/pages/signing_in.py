"""Coming in by an issuer (OpenID Connect): there, and back."""

from __future__ import annotations

from starlette.responses import RedirectResponse, Response

from tenderlight.web.asked import Asked, Trouble
from tenderlight.web.desk import address_of
from tenderlight.web.id_tokens import Identity, TokenRefused
from tenderlight.web.identities import SUBJECT, name_for
from tenderlight.web.issuer import IssuerFailed
from tenderlight.web.pages.entering import local_address
from tenderlight.web.sign_ins import ON_THE_WAY_SECONDS, SignIns
from tenderlight.web.team import Team
from tenderlight.web.team_sessions import TeamSessions

BACK = "/oidc/back"
"""Where the issuer sends people back to."""


async def begin(asked: Asked) -> Response:
    """Send somebody to the issuer."""
    sign_ins, sessions = _of(asked)
    if not sessions.may_sign_in(address_of(asked.request)):
        raise Trouble(429, "error.too_often")
    cookie, on_the_way = sign_ins.begin(local_address(asked.word("to")) or asked.link("/"))
    try:
        address = await sign_ins.issuer.address_for(sign_ins.asking(on_the_way, _redirect(asked)))
    except IssuerFailed as failed:
        trouble = Trouble(502, "error.issuer", why=failed.why)
        await asked.desk.audit(asked.request, "", trouble.outcome)
        raise trouble from None
    answer = RedirectResponse(address, status_code=303)
    answer.set_cookie(
        _cookie(asked),
        cookie,
        path="/",
        secure=asked.desk.settings.is_secure,
        httponly=True,
        samesite="lax",
        max_age=ON_THE_WAY_SECONDS,
    )
    return answer


async def come_back(asked: Asked) -> Response:
    """Let in whom the issuer sent back, if there is an account for them."""
    sign_ins, sessions = _of(asked)
    query = asked.request.query_params
    on_the_way = sign_ins.take(asked.request.cookies.get(_cookie(asked), ""), query.get("state", "")[:200])
    if on_the_way is None:
        raise Trouble(403, "error.sign_in", why="wrong_state")
    asking = sign_ins.asking(on_the_way, _redirect(asked))
    try:
        if not await sign_ins.issuer.is_from_it(query.get("iss")):
            raise Trouble(403, "error.sign_in", why="wrong_issuer")
        if "error" in query:
            raise Trouble(403, "error.sign_in", why="denied")
        identity = await sign_ins.issuer.identity(query.get("code", ""), asking)
    except IssuerFailed as failed:
        raise Trouble(502, "error.issuer", why=failed.why) from None
    except TokenRefused as refused:
        raise Trouble(403, "error.sign_in", why=refused.why) from None
    asked.request.scope["state"]["about"] = f"{identity.subject} at {identity.issuer}"
    account = _account(asked, sessions, identity)
    asked.request.scope["state"]["account"] = account
    if sessions.team.role(account, sessions.case_id) is None:
        raise Trouble(403, "error.no_account", why="no_access")
    token = sessions.let_in(account, address=address_of(asked.request))
    answer = RedirectResponse(on_the_way.to, status_code=303)
    answer.delete_cookie(_cookie(asked), path="/", secure=asked.desk.settings.is_secure, httponly=True, samesite="lax")
    asked.desk.hand_out(answer, token)
    return answer


def _account(asked: Asked, sessions: TeamSessions, identity: Identity) -> str:
    """Return the account of somebody, made if the settings say so."""
    found = sessions.team.identities.account_of(identity)
    if found is not None:
        return found
    sign_ins = asked.desk.sign_ins
    role = None if sign_ins is None else sign_ins.issuer.settings.new_accounts
    if role is None:
        raise Trouble(403, "error.no_account", why="not_tied" if identity.email else "not_tied_nor_verified_email")
    name = name_for(identity)
    _make(sessions.team, name, identity)
    sessions.team.grant(name, sessions.case_id, role)
    return name


def _make(team: Team, name: str, identity: Identity) -> None:
    person = identity.email if not team.has_person(identity.email) else ""
    team.add(name, None, person=person)
    team.identities.tie(name, identity.issuer, kind=SUBJECT, value=identity.subject)


def _of(asked: Asked) -> tuple[SignIns, TeamSessions]:
    """Return what belongs to coming in by an issuer.

    Raises:
        Trouble: If nobody comes in by one here.
    """
    sign_ins, sessions = asked.desk.sign_ins, asked.desk.sessions
    if sign_ins is None or not isinstance(sessions, TeamSessions):
        raise Trouble(404, "error.not_found")
    return sign_ins, sessions


def _redirect(asked: Asked) -> str:
    """Return where the issuer is to send people back to: under the name by which they came, which is one of ours."""
    scheme = "https" if asked.desk.settings.is_secure else "http"
    return f"{scheme}://{asked.request.headers['host'].lower()}{BACK}"


def _cookie(asked: Asked) -> str:
    return f"{asked.desk.cookie}-oidc"
