"""Coming in and going out."""

from __future__ import annotations

from starlette.responses import RedirectResponse, Response

from tenderlight.web.asked import Asked, Trouble
from tenderlight.web.sessions import Role
from tenderlight.web.showing import Moved, Shown

LONGEST_NAME = 200


async def enter(asked: Asked) -> Response:
    """Let in whoever has the token of the opening link; it works once."""
    token = asked.desk.sessions.enter(asked.word("token"))
    if token is None:
        raise Trouble(403, "error.forbidden")
    answer = RedirectResponse(asked.link("/"), status_code=303)
    asked.desk.hand_out(answer, token)
    return answer


async def show_name(asked: Asked) -> Shown:
    """Show the form that asks who reviews."""
    session = asked.needs(Role.READER)
    return Shown(template="name.html", values={"person": session.person, "to": asked.word("to")})


async def take_name(asked: Asked) -> Moved:
    """Take the name under which decisions are written."""
    session = asked.needs(Role.READER)
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
