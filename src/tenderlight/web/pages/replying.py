"""The right of reply: whom we asked, what they answered, and who is still to be asked."""

from __future__ import annotations

import asyncio
import datetime
from dataclasses import dataclass

from starlette.datastructures import UploadFile
from starlette.responses import FileResponse, Response

from tenderlight.cases import Case
from tenderlight.cases.listing import Wanted
from tenderlight.model.reply import Answer, Reply, party_key
from tenderlight.model.reply import Asked as AskedOf
from tenderlight.web.asked import Asked, Form, Trouble
from tenderlight.web.pages.deciding import signed_form
from tenderlight.web.pages.originals import DOWNLOAD, sha256_of
from tenderlight.web.saying import value_of
from tenderlight.web.sessions import Role, Session
from tenderlight.web.showing import Moved, Shown

NAMED = ("supplier", "buyer", "end_user", "agency", "bidder")
MOST_NAMED = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentView:
    """A file beside a request or an answer."""

    name: str
    href: str
    size_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyView:
    """A request to a party, and what came of it."""

    number: int
    party: str
    contract: str
    asked_of: str
    asked_how: str
    asked_at: str
    deadline: str
    state: str
    answer: str
    answered_at: str
    attachments: tuple[AttachmentView, ...]
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToAsk:
    """A party that a confirmed claim names, and that nobody asked yet."""

    party: str
    contract: str
    contract_href: str
    contract_title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RepliesPage:
    """All requests, and who is still to be asked."""

    replies: tuple[ReplyView, ...]
    to_ask: tuple[ToAsk, ...]
    party: str
    contract: str
    today: str


async def show_replies(asked: Asked) -> Shown:
    """Show every request as it stands, the newest first."""
    today = datetime.datetime.now(datetime.UTC).date()
    page = RepliesPage(
        replies=tuple(_view(reply, today) for reply in reversed(asked.desk.case.replies.current())),
        to_ask=_to_ask(asked),
        party=asked.word("party"),
        contract=asked.word("contract"),
        today=today.isoformat(),
    )
    return Shown(template="replies.html", values=page)


def _view(reply: Reply, today: datetime.date) -> ReplyView:
    return ReplyView(
        number=reply.number,
        party=reply.asked.party,
        contract=reply.asked.contract,
        asked_of=reply.asked.asked_of,
        asked_how=reply.asked.asked_how,
        asked_at=reply.asked.asked_at,
        deadline=reply.asked.deadline,
        state=reply.state(today).value,
        answer="" if reply.answer is None else reply.answer.text,
        answered_at="" if reply.answer is None else reply.answer.at,
        attachments=tuple(
            AttachmentView(name=one.name, href=f"/attachments/{one.sha256}", size_bytes=one.size_bytes)
            for one in reply.attachments
        ),
        person=reply.person,
    )


def _to_ask(asked: Asked) -> tuple[ToAsk, ...]:
    case = asked.desk.case
    done = {(party_key(one.asked.party), one.asked.contract) for one in case.replies.current()}
    found: dict[tuple[str, str], ToAsk] = {}
    for kind in NAMED:
        for claim in case.listed(Wanted(kind=kind, status="confirmed", is_waiting=False), most=MOST_NAMED).claims:
            name = value_of("en", claim)
            key = party_key(name)
            if (key, claim.contract) not in done and (key, "") not in done:
                head = asked.desk.head(claim.contract)
                found[key, claim.contract] = ToAsk(
                    party=name,
                    contract=claim.contract,
                    contract_href=asked.link(f"/contracts/{claim.contract}"),
                    contract_title="" if head is None else head.title or head.number,
                )
    return tuple(found.values())


async def reply(asked: Asked) -> Moved:
    """Write down a request, with its answer if it came; or the answer to an earlier request."""
    session, form = await signed_form(asked, Role.EDITOR)
    try:
        await _write(asked, session, form)
    finally:
        await form.fields.close()
    return Moved(to=asked.link("/replies"))


async def _write(asked: Asked, session: Session, form: Form) -> None:
    text, at = form.text("answer"), form.text("answered_at")
    answer = Answer(text=text, at=at) if text or at else None
    files = [(one.filename or "", one.file) for one in _files(form)]
    number = form.whole("number")
    if number is not None and answer is None:
        raise Trouble(400, "error.no_answer")
    names = ("party", "asked_of", "asked_how", "asked_at", "deadline", "contract")
    words = {name: form.text(name) for name in names}

    def write(case: Case) -> None:
        if number is not None and answer is not None:
            case.replies.answer(number, answer, person=session.person, attachments=files)
        else:
            case.replies.add(AskedOf(**words), person=session.person, answer=answer, attachments=files)

    await asked.desk.write(write)


def _files(form: Form) -> list[UploadFile]:
    return [one for one in form.fields.getlist("files") if isinstance(one, UploadFile) and one.filename]


async def attachment(asked: Asked) -> Response:
    """Hand an attachment of a reply out, as bytes that no browser opens by itself."""
    sha256 = sha256_of(asked, "document")
    case = asked.desk.case
    if not any(one.sha256 == sha256 for reply in case.replies for one in reply.attachments):
        raise Trouble(404, "error.not_found")
    return FileResponse(
        await asyncio.to_thread(case.originals.path, sha256),  # it may have to come from a store
        media_type=DOWNLOAD,
        headers={
            "Content-Disposition": f'attachment; filename="{sha256}.attachment"',
            "Content-Security-Policy": "sandbox; default-src 'none'",
        },
    )
