"""The dossier of a contract: what leaves the machine, and only what a person confirmed.

A folder that is a BagIt bag: static pages in every language of the catalogue, the same for machines, the originals or
their hashes, and what of the custody log shows that all this is what was published. `docs/reference/dossier.md`
describes every file.

The same case with the same decisions gives the same bytes, but for the day of publication and what the log says of it.
"""

from __future__ import annotations

import datetime
import shutil
from contextlib import suppress
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path

import msgspec

import tenderlight
from tenderlight.archive.disclosing import write_disclosed
from tenderlight.archive.storage import make_folder, writing_to
from tenderlight.cases import Case
from tenderlight.errors import PublicationStopped, TenderlightError, UsageError
from tenderlight.model.claim import Claim
from tenderlight.model.note import NoteKind
from tenderlight.model.publication import Publication, PublicationKind
from tenderlight.model.statement import StatementKind
from tenderlight.publish.bag import digest_of_lines, payload_lines, seal_bag
from tenderlight.publish.cells import described
from tenderlight.publish.crate import crate_of
from tenderlight.publish.dossier_corrections import corrections_of
from tenderlight.publish.dossier_files import (
    Shown,
    attachments_of,
    write_annotations,
    write_attachments,
    write_claims,
    write_json,
    write_originals,
    write_places,
)
from tenderlight.publish.dossier_findings import Selection, select, without_persons
from tenderlight.publish.dossier_html import DossierPages
from tenderlight.publish.dossier_lists import listings_of, obstacles_of
from tenderlight.publish.dossier_log import is_shown_of
from tenderlight.publish.dossier_obstacles import Obstacle, told
from tenderlight.publish.dossier_pictures import draw, record_of
from tenderlight.publish.dossier_places import Places
from tenderlight.publish.dossier_sealed import attached_files, sealed_attachments, sealed_originals
from tenderlight.publish.dossier_wishes import WITHHELD, Wishes
from tenderlight.publish.dossier_words import Words
from tenderlight.publish.method import Method, method_of
from tenderlight.publish.redaction import redacted_text

CUSTODY = "data/custody/"
"""What the digest of a dossier leaves out: it can be written only when the digest is in the log."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A dossier that was written."""

    folder: Path
    name: str
    sha256: str
    """Its digest: of the lines of its manifest, those of `data/custody/` left out."""
    findings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a dossier says of itself."""

    name: str
    contract: str
    published: str
    """UTC, ISO 8601."""
    supersedes: Publication | None
    withdrawn: tuple[Publication, ...]
    """Withdrawals of earlier dossiers of the contract."""

    def as_json(self, wishes: Wishes) -> dict[str, object]:
        """Return it as `dossier.json` says it."""
        older = self.supersedes
        return {
            "format": "tenderlight-dossier/1",
            "name": self.name,
            "contract": self.contract,
            "published": self.published,
            "made_by": f"tenderlight/{tenderlight.__version__}",
            "is_redacted": wishes.redact,
            "supersedes": None
            if older is None
            else {"name": older.dossier, "published": older.at, "sha256": older.sha256},
            "withdrawn": [
                {
                    "number": one.number,
                    "name": one.dossier,
                    "withdrawn": one.at,
                    "sha256": one.sha256,
                    "because": one.because,
                }
                for one in self.withdrawn
            ],
        }


def publish(case: Case, contract: str, folder: Path, wishes: Wishes, *, now: datetime.datetime) -> Published:
    """Write the dossier of a contract, and say in the log that it was published.

    Args:
        case: The case, open for changes.
        contract: Id of the contract.
        folder: Where to; not there yet, or empty.
        wishes: How.
        now: The moment of publication.

    Raises:
        PublicationStopped: If a confirmation, counter-evidence or a reply is missing; if private persons are to be
            blacked out, and a value or the reason for publishing tells one.
        UsageError: If the folder holds something, or a file to be sealed or attached is not there.
        ArchiveDamaged, CustodyLogDamaged: If an original or the log is not whole.
        StorageFull: If the disk would not take it.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is there already; a dossier is never written over another one.")
    moment = now.astimezone(datetime.UTC)
    selection = select(case, contract, only=wishes.only, today=moment.date())
    unfinished = folder.absolute().with_name(f".{folder.absolute().name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    make_folder(unfinished)
    dossier = _Dossier(case, selection, wishes, moment)
    try:
        with writing_to(folder):
            made = dossier.write(unfinished)
            if folder.exists():
                folder.rmdir()
            unfinished.rename(folder)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        dossier.take_back()
        raise
    return replace(made, folder=folder)


def next_name(case: Case, contract: str) -> str:
    """Return what the next dossier of a contract will be called."""
    return f"{contract[:12]}-{1 + len(_published_of(case, contract))}"


def _published_of(case: Case, contract: str) -> list[Publication]:
    return [one for one in _series_of(case, contract) if one.kind is PublicationKind.PUBLISH]


def _series_of(case: Case, contract: str) -> list[Publication]:
    return [one for one in case.publications if one.dossier.startswith(f"{contract[:12]}-")]


def _reviewers(case: Case, wishes: Wishes) -> frozenset[str]:
    """Return the names of those who worked on the case, where they are left out."""
    if wishes.has_names:
        return frozenset()
    return frozenset({wishes.person, *(one.person for one in case.reviews), *(one.person for one in case.replies)})


class _Dossier:
    def __init__(self, case: Case, selection: Selection, wishes: Wishes, moment: datetime.datetime) -> None:
        self._case = case
        self._selection = without_persons(selection) if wishes.redact else selection
        self._wishes = wishes
        self._moment = moment
        self._places = Places(case, redact=wishes.redact)
        for quote in (quote for finding in selection.findings for quote in finding.claim.quotes):
            self._places.of(quote)
        self._places.settle_names()
        self._words = Words(self._places.names | _reviewers(case, wishes), redact=wishes.redact)
        self._selection = self._words.selection(self._selection)
        series, earlier = _series_of(case, selection.contract), _published_of(case, selection.contract)
        standing = [one for one in case.publications.current() if one in earlier]
        self._head = Head(
            name=next_name(case, selection.contract),
            contract=selection.contract,
            published=moment.isoformat(timespec="seconds"),
            supersedes=standing[-1] if standing else None,
            withdrawn=tuple(
                map(self._words.withdrawal, (one for one in series if one.kind is PublicationKind.WITHDRAW))
            ),
        )
        self._listings = listings_of(case, self._selection) if wishes.lists else None
        self._entered: Publication | None = None
        corrections = corrections_of(case, selection.findings, self._places)
        self._corrections = tuple(map(self._words.correction, corrections))

    def write(self, folder: Path) -> Published:
        """Write the payload, enter its digest in the log, and write what the log then shows."""
        data = folder / "data"
        data.mkdir()
        self._write_payload(data)
        digest = digest_of_lines(payload_lines(folder, without=CUSTODY))
        self._enter(digest)
        corrections = {one.number for one in self._corrections}
        shown = is_shown_of(
            self._selection,
            self._head.name,
            self._wishes,
            corrections=corrections,
            screening="" if self._listings is None else self._listings.record_sha256,
            tells=self._words.tells,
        )
        write_disclosed(self._case.folder, data / "custody", is_shown=shown)
        seal_bag(folder)
        return Published(folder=folder, name=self._head.name, sha256=digest, findings=len(self._selection.findings))

    def take_back(self) -> None:
        """Withdraw what the log says was published, if it does: the dossier could not be written to its end."""
        if self._entered is not None:
            with suppress(TenderlightError):  # a disk that is full; whoever is told of that can withdraw it
                self._case.publications.withdraw(
                    self._entered.number, person=self._entered.person, because="It could not be written to its end."
                )
                self._case.finish_run()

    def _write_payload(self, data: Path) -> None:
        findings = self._selection.findings
        documents = sorted({quote.document for finding in findings for quote in finding.claim.quotes})
        method = self._told(method_of(self._case, self._selection, tells_lists=self._wishes.lists))
        attached = attached_files(self._selection.named, self._wishes)
        self._refuse(attached)
        sealed = sealed_originals(documents, method, self._wishes)
        sealed += sealed_attachments(attachments_of(self._selection.named), attached)
        drawn = draw(self._case, data, findings, self._places, redact=self._wishes.redact)
        names, has_names = drawn.names, self._wishes.has_names
        write_places(data, self._places)
        shown = Shown(
            has_names=has_names,
            attached=attached,
            blacked_reviews=frozenset(one.number for one in self._words.blacked if one.of == "review"),
        )
        write_claims(data, self._selection, self._places, names, corrections=self._corrections, shown=shown)
        closed = frozenset(one.document for one in sealed)
        write_annotations(data, self._head.name, findings, self._places, names, closed)
        write_originals(self._case, data, documents, sealed)
        write_attachments(self._case, data, self._selection.named, attached)
        head = self._head.as_json(self._wishes)
        write_json(data / "dossier.json", head)
        write_json(data / "method.json", method.as_json())
        if self._listings is not None:
            write_json(data / "lists.json", msgspec.to_builtins(self._listings.as_json()))
        if self._wishes.redact:
            write_json(data / "redactions.json", record_of(self._case, drawn, self._places, self._words.blacked))
        pages = DossierPages(
            self._selection,
            head=head,
            method=method,
            sealed=closed,
            corrections=self._corrections,
            attached=attached,
        )
        pages.write(data, self._places, names, has_names=has_names, listings=self._listings)
        for file in (resources.files("tenderlight.publish") / "standalone").iterdir():
            if file.name in {"verify.py", "README.txt"}:
                (data / file.name).write_bytes(file.read_bytes())
        write_json(data / "ro-crate-metadata.json", crate_of(data, self._head.name, self._head.published))

    def _refuse(self, attached: frozenset[str]) -> None:
        """Refuse findings whose value rests on words that are blacked out, and a reason that tells a person.

        The value would tell them, and so would the entry of the log that says that the dossier was published. Refuse
        an answer that would be left out, too: all of it came in a file that is not to be published; and lists that tell
        a person, or that nothing was held against.

        Raises:
            PublicationStopped: If there are such.
        """
        found = [
            Obstacle(key="personal_value", claim=finding.claim.claim)
            for finding in self._selection.findings
            if self._is_personal(finding.claim)
        ]
        if self._words.tells(self._wishes.because):
            found.append(Obstacle(key="personal_because"))
        found += [
            Obstacle(key="answer_sealed", party=one.name, values=(("number", str(reply.number)),))
            for one in self._selection.named
            for reply in one.replies
            if reply.answer is not None
            and not reply.answer.text
            and not any(file.sha256 in attached for file in reply.attachments)
        ]
        if self._wishes.lists:
            found += obstacles_of(self._listings, self._words.tells)
        if found:
            raise PublicationStopped(told(found), zh=told(found, "zh"))

    def _is_personal(self, claim: Claim) -> bool:
        if (
            claim.edit is not None
            and claim.edit.value is not None
            and self._words.tells(described(claim.edit.value)[0])
        ):
            return True
        is_blacked = any(self._places.published(quote).text != quote.text for quote in claim.quotes)
        return is_blacked and claim.kind is not StatementKind.CAPABILITY

    def _told(self, method: Method) -> Method:
        """Return the method statement without persons in the names of files, if so wished."""
        if not self._wishes.redact:
            return method
        return replace(
            method,
            documents=tuple(replace(one, path=redacted_text(one.path)) for one in method.documents),
            unread=tuple(replace(one, path=redacted_text(one.path)) for one in method.unread),
        )

    def _enter(self, digest: str) -> None:
        """Say in the log that the dossier is published, and pin the log."""
        claims = [finding.claim.claim for finding in self._selection.findings]
        person = self._wishes.person if self._wishes.has_names else WITHHELD
        if not self._wishes.has_names:
            said = f"Dossier {self._head.name}, digest {digest}, was published by {self._wishes.person}."
            subject = f"contract:{self._selection.contract}"
            self._case.notes.add(NoteKind.NOTE, subject, said, person=self._wishes.person)
        self._case.publications.now = lambda: self._moment
        self._entered = self._case.publications.publish(
            self._head.name,
            digest,
            claims,
            person=person,
            because=self._wishes.because,
            supersedes=None if self._head.supersedes is None else self._head.supersedes.number,
        )
        self._case.finish_run()
