"""Dossiers: what would be published of a contract, what stands in the way, and what was published.

The desk holds the case, so publishing is done here by the same code as `tenderlight publish`. While a dossier is
written nothing else happens at the desk: it is of the case as it is at one moment.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from pathlib import Path

from starlette.responses import Response, StreamingResponse

from tenderlight.cases.heads import ContractHead
from tenderlight.errors import PublicationStopped
from tenderlight.model.publication import Publication, PublicationKind
from tenderlight.publish.dossier import next_name, publish
from tenderlight.publish.dossier_files import attachments_of
from tenderlight.publish.dossier_findings import Considered, consider
from tenderlight.publish.dossier_lists import listings_of
from tenderlight.publish.dossier_obstacles import Obstacle
from tenderlight.publish.dossier_sentences import sentence_of
from tenderlight.publish.dossier_wishes import EVERY, Wishes
from tenderlight.publish.zipping import zipped
from tenderlight.web.asked import Asked, Form, Trouble
from tenderlight.web.pages.deciding import signed_form
from tenderlight.web.sessions import Role
from tenderlight.web.showing import Moved, Shown

FOLDER = "dossiers"
"""Of the case folder: where dossiers that are published from the desk are written."""
MOST_SHOWN = 2_000
"""Findings that can be left out one by one."""
_NAME = re.compile(r"[0-9a-f]{1,12}-[0-9]{1,9}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ObstacleView:
    """Something that is missing, and where to put it right."""

    sentence: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingLine:
    """A finding that would be published."""

    claim: str
    says: str
    href: str
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLine:
    """A file that came with a reply."""

    sha256: str
    name: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishPage:
    """What would be published of a contract."""

    contract: str
    title: str
    name: str
    """Of the dossier that would be made."""
    obstacles: tuple[ObstacleView, ...]
    findings: tuple[FindingLine, ...]
    parties: tuple[str, ...]
    files: tuple[FileLine, ...]
    """What came with the replies of those named."""
    list_entries: int | None
    """Entries of lists that could be told; None = no name was held against lists."""
    detail: str = ""
    """What else stopped it, in the language of the reader."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierLine:
    """A dossier that was published."""

    number: int
    name: str
    at: str
    person: str
    because: str
    findings: int
    state: str
    """stands, superseded, withdrawn"""
    over_because: str
    download_href: str
    """Empty = it is not in the case folder."""
    folder: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToPublish:
    """A contract with findings."""

    contract: str
    title: str
    confirmed: int
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DossiersPage:
    """What was published, and what can be."""

    dossiers: tuple[DossierLine, ...]
    contracts: tuple[ToPublish, ...]
    may_publish: bool


async def show_dossiers(asked: Asked) -> Shown:
    """Show every dossier that was published, the newest first, and the contracts with findings."""
    may_publish = asked.session is not None and asked.session.role.may(Role.EDITOR)
    entries = list(asked.desk.case.publications)
    over = {one.concerns: one for one in entries if one.concerns is not None}
    page = DossiersPage(
        dossiers=tuple(
            _line(asked, one, over.get(one.number)) for one in reversed(entries) if one.kind is PublicationKind.PUBLISH
        ),
        contracts=tuple(
            ToPublish(
                contract=contract,
                title=_title(head, contract),
                confirmed=head.confirmed,
                href=asked.link(f"/contracts/{contract}/publish"),
            )
            for contract, head in asked.desk.heads().items()
            if head.confirmed
        ),
        may_publish=may_publish,
    )
    return Shown(template="dossiers.html", values=page)


def _line(asked: Asked, one: Publication, after: Publication | None) -> DossierLine:
    folder = _folder(asked, one.dossier)
    is_here = folder is not None and folder.is_dir()
    state = "stands" if after is None else "withdrawn" if after.kind is PublicationKind.WITHDRAW else "superseded"
    return DossierLine(
        number=one.number,
        name=one.dossier,
        at=one.at,
        person=one.person,
        because=one.because,
        findings=len(one.claims),
        state=state,
        over_because="" if after is None else after.because,
        download_href=f"/dossiers/{one.dossier}.zip" if is_here else "",
        folder=f"{FOLDER}/{one.dossier}" if is_here else "",
    )


def _folder(asked: Asked, name: str) -> Path | None:
    return asked.desk.case.folder / FOLDER / name if _NAME.fullmatch(name) else None


def _title(head: ContractHead, contract: str) -> str:
    return head.title or head.number or contract[:12]


async def download(asked: Asked) -> Response:
    """Hand a dossier out as one ZIP file, to keep."""
    name = asked.part("name")
    folder = _folder(asked, name)
    if folder is None or not folder.is_dir() or folder.is_symlink():
        raise Trouble(404, "error.not_found")
    return StreamingResponse(
        zipped(folder, name),
        media_type="application/zip",
        headers={
            "Content-Disposition": f'attachment; filename="dossier-{name}.zip"',
            "Content-Security-Policy": "sandbox; default-src 'none'",
        },
    )


async def show_publish(asked: Asked) -> Shown:
    """Show what would be published of a contract, and what stands in the way."""
    contract = _contract(asked)
    considered = consider(asked.desk.case, contract, today=_today())
    return Shown(template="publish.html", values=_page(asked, contract, considered))


def _contract(asked: Asked) -> str:
    contract = asked.part("contract")
    if contract not in asked.desk.heads():
        raise Trouble(404, "error.not_found")
    return contract


def _today() -> datetime.date:
    return datetime.datetime.now(datetime.UTC).date()


def _page(
    asked: Asked, contract: str, considered: Considered, *, chosen: tuple[str, ...] = (), detail: str = ""
) -> PublishPage:
    everything = considered if not chosen else consider(asked.desk.case, contract, today=_today())
    listings = listings_of(asked.desk.case, considered.selection)
    return PublishPage(
        contract=contract,
        title=_title(asked.desk.heads()[contract], contract),
        name=next_name(asked.desk.case, contract),
        obstacles=tuple(_obstacle(asked, contract, one) for one in considered.obstacles),
        findings=tuple(
            FindingLine(
                claim=one.claim.claim,
                says=sentence_of(one.claim, asked.language).says,
                href=asked.link(f"/claims/{one.claim.claim}"),
                is_chosen=not chosen or one.claim.claim in chosen,
            )
            for one in everything.selection.findings[:MOST_SHOWN]
        ),
        parties=tuple(one.name for one in considered.selection.named),
        files=tuple(
            FileLine(sha256=one.sha256, name=one.name, href=f"/attachments/{one.sha256}")
            for one in attachments_of(considered.selection.named)
        ),
        list_entries=None if listings is None else listings.hits,
        detail=detail,
    )


def _obstacle(asked: Asked, contract: str, one: Obstacle) -> ObstacleView:
    if one.claim:
        href = asked.link(f"/claims/{one.claim}")
    elif one.party:
        href = f"{asked.link('/replies', party=one.party[:400], contract=contract)}#new"
    else:
        href = asked.link("/queue", contract=contract)
    return ObstacleView(sentence=one.sentence(asked.language), href=href)


async def publish_contract(asked: Asked) -> Shown | Moved:
    """Publish the dossier of a contract, or say what stops it."""
    session, form = await signed_form(asked, Role.EDITOR, most_fields=MOST_SHOWN + 60)
    contract, desk = _contract(asked), asked.desk
    wishes = _wishes(session.person, form)
    considered = consider(desk.case, contract, only=wishes.only, today=_today())
    if considered.obstacles:
        return Shown(template="publish.html", values=_page(asked, contract, considered, chosen=wishes.only), status=409)
    folder = desk.case.folder / FOLDER / next_name(desk.case, contract)
    try:
        made = await desk.write(
            lambda case: publish(case, contract, folder, wishes, now=datetime.datetime.now(datetime.UTC))
        )
    except PublicationStopped as trouble:
        page = _page(
            asked, contract, considered, chosen=wishes.only, detail=trouble.details.get(asked.language, trouble.message)
        )
        return Shown(template="publish.html", values=page, status=409)
    return Moved(to=f"{asked.link('/dossiers')}#{made.name}")


def _wishes(person: str, form: Form) -> Wishes:
    shown, chosen = form.texts("shown"), form.texts("only")
    if shown and not chosen:
        raise Trouble(400, "error.no_findings")
    return Wishes(
        person=person,
        because=form.text("because"),
        only=() if set(shown) == set(chosen) else chosen,
        seal=(EVERY,) if form.text("seal") else (),
        redact=bool(form.text("redact")),
        attach=form.texts("attach"),
        lists=bool(form.text("lists")),
        has_names=not form.text("no_names"),
    )


async def withdraw(asked: Asked) -> Moved:
    """Take a dossier back that was published."""
    session, form = await signed_form(asked, Role.EDITOR)
    number = form.whole("number")
    if number is None or not form.text("because"):
        raise Trouble(400, "error.no_reason")
    because = form.text("because")
    await asked.desk.write(lambda case: case.publications.withdraw(number, person=session.person, because=because))
    return Moved(to=asked.link("/dossiers"))
