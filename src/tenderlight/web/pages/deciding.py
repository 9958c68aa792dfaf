"""What people decide at the desk. Each decision is in the custody log before the next page is shown."""

from __future__ import annotations

from tenderlight.model.review import ReviewVerdict
from tenderlight.web.asked import MOST_FIELDS, Asked, Form, Trouble
from tenderlight.web.pages.claim import claim_named
from tenderlight.web.pages.entering import local_address
from tenderlight.web.sessions import Role, Session
from tenderlight.web.showing import Moved

VERDICTS = {
    "confirm": ReviewVerdict.CONFIRM,
    "reject": ReviewVerdict.REJECT,
    "unsure": ReviewVerdict.UNSURE,
}


async def signed_form(
    asked: Asked, role: Role = Role.REVIEWER, *, most_fields: int = MOST_FIELDS
) -> tuple[Session, Form]:
    """Return who decides and the form they sent, taken once.

    Raises:
        Trouble: If they may not, gave no name, or the form was sent before.
    """
    session = asked.needs(role)
    form = await asked.form(most_fields=most_fields)
    if not asked.desk.forms.take(session.key, form.text("once")):
        raise Trouble(409, "error.used_form")
    if not session.person:
        raise Trouble(403, "error.no_name")
    return session, form


async def review(asked: Asked) -> Moved:
    """Take a review of a claim."""
    session, form = await signed_form(asked)
    claim = claim_named(asked, asked.part("claim"))
    verdict = VERDICTS.get(form.text("verdict"))
    if verdict is None:
        raise Trouble(400, "error.bad_form")
    because, seen = form.text("because"), form.whole("seen")
    made = await asked.desk.write(
        lambda case: case.reviews.add(verdict, claim.claim, person=session.person, because=because, seen=seen)
    )
    asked.desk.remember(session, made)
    asked.desk.changed(claim, made)
    return Moved(to=local_address(form.text("to")) or asked.link(f"/claims/{claim.claim}"))


async def undo(asked: Asked) -> Moved:
    """Take back what somebody said last at this desk, or what they said of the claim that the form names."""
    session, form = await signed_form(asked)
    last = asked.desk.last_made(session)
    named = form.text("claim") or ("" if last is None else last.claim)
    if not named:
        raise Trouble(400, "error.nothing_to_undo")
    number, because = last.number if last is not None and last.claim == named else None, form.text("because")
    await asked.desk.write(lambda case: case.reviews.undo(named, person=session.person, because=because, number=number))
    if number is not None:
        asked.desk.forget(session, number)
    claim = asked.desk.case.claim(named)
    if claim is not None:
        asked.desk.changed(claim)
    back = local_address(form.text("to"))
    return Moved(to=back or asked.link("/queue", at=named))
