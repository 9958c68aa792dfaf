"""Coming in and going out."""

from __future__ import annotations

import datetime

from starlette.responses import RedirectResponse, Response

from tenderlight.web.asked import Asked, Trouble
from tenderlight.web.desk import address_of
from tenderlight.web.sessions import Role
from tenderlight.web.showing import Moved, Shown
from tenderlight.web.team_sessions import TeamSessions

LONGEST_NAME = 200


async def enter(asked: Asked) -> Response:
    """Let in whoever has the token of the opening link; it works once."""
    token = asked.desk.sessions.enter(asked.word("token"))
    if token is None:
        raise Trouble(403, "error.forbidden")
    answer = RedirectResponse(asked.link("/"), status_code=303)
    asked.desk.hand_out(answer, token)
    return answer


async def show_login(asked: Asked) -> Shown:
    """Show the form of name and password."""
    if asked.desk.team is None:
        return Shown(template="enter.html", values={"to": "", "message": asked.say("desk.enter_words")})
    return Shown(template="login.html", values={"to": local_address(asked.word("to")), "message": ""})


async def log_in(asked: Asked) -> Response:
    """Let somebody of the team in."""
    sessions, sign_ins = asked.desk.sessions, asked.desk.sign_ins
    if not isinstance(sessions, TeamSessions) or (sign_ins is not None and not sign_ins.issuer.settings.has_passwords):
        raise Trouble(404, "error.not_found")
    form = await asked.form()
    name = form.text("name")
    asked.request.scope["state"]["account"] = name[:100]
    token = await sessions.log_in(name, form.text("password"), address=address_of(asked.request))
    if token is None:
        raise Trouble(403, "error.wrong_password")
    answer = RedirectResponse(local_address(form.text("to")) or asked.link("/"), status_code=303)
    asked.desk.hand_out(answer, token)
    return answer


async def log_out(asked: Asked) -> Moved:
    """End a session: this one, or another of the same account."""
    session = asked.needs(Role.READER)
    form = await asked.form()
    key, sessions = form.text("key"), asked.desk.sessions
    if key and isinstance(sessions, TeamSessions):
        if key not in {one[0] for one in sessions.team.sessions(session.account, sessions.case_id)}:
            raise Trouble(403, "error.forbidden")
        sessions.team.end(key)
        return Moved(to=asked.link("/sessions"))
    sessions.leave(session)
    return Moved(to=asked.link("/"))


async def show_sessions(asked: Asked) -> Shown:
    """Show where somebody is logged in."""
    session = asked.needs(Role.READER)
    sessions = asked.desk.sessions
    found = sessions.team.sessions(session.account, sessions.case_id) if isinstance(sessions, TeamSessions) else []
    lines = [
        {"key": key, "address": address, "began_at": _day(began), "is_this": key == session.key}
        for key, address, began, _ in found
    ]
    return Shown(template="sessions.html", values={"sessions": lines, "account": session.account})


def _day(seconds: float) -> str:
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC).strftime("%Y-%m-%d %H:%M UTC")


async def show_name(asked: Asked) -> Shown:
    """Show the form that asks who reviews."""
    session = asked.needs(Role.READER)
    return Shown(template="name.html", values={"person": session.person, "to": asked.word("to")})


async def take_name(asked: Asked) -> Moved:
    """Take the name under which decisions are written."""
    session = asked.needs(Role.READER)
    if asked.desk.team is not None:
        raise Trouble(403, "error.forbidden")
    form = await asked.form()
    person = " ".join(form.text("person").split())
    if not 0 < len(person) <= LONGEST_NAME:
        raise Trouble(400, "error.no_name")
    asked.desk.sessions.name(session, person)
    return Moved(to=local_address(form.text("to")) or asked.link("/queue"))


def local_address(untrusted_address: str) -> str:
    """Return an address if it is one of this desk, else nothing: nobody is sent elsewhere."""
    is_ours = untrusted_address.startswith("/") and not untrusted_address.startswith(("//", "/\\"))
    return untrusted_address if is_ours and untrusted_address.isprintable() and "\\" not in untrusted_address else ""
