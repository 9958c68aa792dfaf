"""The links of a case: claims that two documents have something in common, each with quotes of both.

They are made of the whole case, after everything else (`pipeline.links_of_case`), and stand under the document of their
first quote. Whenever anything is read or claimed anew of one of two documents, the links of both go, and the next
linking makes them again. `meta` says what they were made of, so that a linking with nothing new does nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter

from tenderlight.archive.acts import Act
from tenderlight.cases.alone import alone
from tenderlight.cases.database import PUT_META, Database, Parameters, Row
from tenderlight.cases.encoding import decode_claim, encode_claim
from tenderlight.cases.journal import Journal
from tenderlight.cases.ledger import CLAIM_COLUMNS, claim_row
from tenderlight.cases.link_keeping import AT_ONCE, Keeping, Made
from tenderlight.cases.link_rows import MADE_OF, bodies, digest_of, drop_links, made_of
from tenderlight.cases.pen import Pen
from tenderlight.cases.standings import restand_document
from tenderlight.errors import CaseDamaged
from tenderlight.linking.joins import Joins
from tenderlight.model.claim import Claim
from tenderlight.model.link_value import LinkValue
from tenderlight.model.statement import StatementKind

_TOLD = """
SELECT document, kind, body FROM claims WHERE document IN (SELECT value FROM json_each(?1))
AND kind IN (SELECT value FROM json_each(?2)) ORDER BY document, position
"""
_LINKS = "SELECT document, body FROM claims WHERE kind = 'link' ORDER BY document, position"
_ONE = "SELECT body FROM claims WHERE document = ? AND id = ?"
FIRST_POSITION = 1_000_000
"""Links come after whatever else is claimed of a document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notices:
    """How many notices a case holds, as its newest linking counts them."""

    compared: int
    """Documents with pages, and records of structured sources, that were compared."""
    copies: int
    """Of those, how many are a copy of another one."""

    @property
    def notices(self) -> int:
        """How many there are, each counted once."""
        return self.compared - self.copies


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What linking found in documents by themselves, as it is kept (see `link_keeping`)."""

    version: str
    """Of the rules by which it was found."""
    parts: tuple[tuple[str, Sequence[tuple[Made, bytes]]], ...]
    """Each part of what is kept, of the documents of which it is to be kept."""


class Links(Pen):
    """The links of a case, and the pen for others.

    Args:
        database: Where they stand.
        journal: The writer of the case; None = it is open for reading only.
        joins: Which contracts of the case are another one.
    """

    def __init__(self, database: Database, journal: Journal | None, joins: Callable[[], Joins]) -> None:
        super().__init__(database, journal)
        self._joins = joins

    @property
    def is_for_changes(self) -> bool:
        """Whether links can be recorded."""
        return self._journal is not None

    def depends_on(self, version: str) -> str:
        """Return what links of the case depend on, by the rules of a version; another text when any of it is other."""
        return made_of(self._database, version)

    def is_current(self, depends_on: str) -> bool:
        """Say whether the links that there are were made of just that."""
        return self._said().get("made_of") == depends_on

    @property
    def notices(self) -> Notices | None:
        """How many notices there are; None if the case was not linked since something was claimed anew."""
        said = self._said()
        if "compared" not in said:
            return None
        return Notices(compared=int(said["compared"]), copies=int(said["copies"]))

    @property
    def into(self) -> Mapping[str, str]:
        """The contract that each contract is one with, of those that are one with another."""
        return self._joins().into

    def keeping(self, version: str) -> Keeping:
        """Return what is kept of documents, by the rules of a version."""
        return Keeping(self._database, version)

    def claims_of(self, documents: Sequence[str], kinds: Sequence[str]) -> Iterator[tuple[str, list[Claim]]]:
        """Yield documents with their claims of some kinds, as they were filed by themselves; quotes have no path.

        Args:
            documents: Those that are asked for; of those without such claims nothing comes.
            kinds: Of the claims. Those of the first one come first, each as they stand in the document.
        """
        rank = {kind: at for at, kind in enumerate(kinds)}
        for at in range(0, len(documents), AT_ONCE):
            asked = json.dumps(documents[at : at + AT_ONCE]), json.dumps(kinds)
            for document, rows in groupby(self._database.query(_TOLD, asked), key=itemgetter(0)):
                bodies = sorted(((rank[kind], body) for _, kind, body in rows), key=itemgetter(0))
                yield str(document), [decode_claim(body.encode("utf-8")) for _, body in bodies]

    def claim(self, document: str, claim: str) -> Claim:
        """Return a claim as it was filed by itself; its quotes have no path.

        Raises:
            CaseDamaged: If there is none.
        """
        row = self._database.row(_ONE, (document, claim))
        if row is None:
            raise CaseDamaged(f"The claim {claim} of {document} is not there any more.", path=document)
        return decode_claim(row[0].encode("utf-8"))

    def filed(self) -> dict[str, str]:
        """Return the contract that each document with claims is filed under by itself; the first, if it has several."""
        rows = self._database.query("SELECT document, min(contract) FROM claims WHERE kind <> 'link' GROUP BY document")
        return {str(document): str(contract) for document, contract in rows}

    @alone
    def record(
        self, claims: Iterable[Claim], *, version: str, depends_on: str, notices: Notices, found: Found
    ) -> list[Claim]:
        """Put links in the place of those that there are; return those that were not there in this form.

        Only documents whose links are others are written, each with an entry in the log. Nothing is written where
        somebody changed the case since: the next linking makes them anew.

        Args:
            claims: All links of the case; of each, the first quote is of the document that it stands under.
            version: Versions of the rules that made them.
            depends_on: What `depends_on` said before they were made.
            notices: How many notices there are.
            found: What is to be kept of documents, for the next linking.

        Raises:
            StorageFull: If the disk would not take it.
            UsageError: If the case is open for reading only.
        """
        if self.depends_on(version) != depends_on:
            return []
        wanted: dict[str, dict[str, tuple[Claim, str]]] = {}
        for claim in claims:
            wanted.setdefault(claim.document, {})[claim.claim] = claim, _body(claim)
        journal, new = self._writing(), []
        for part, bodies_of in found.parts:
            for at in range(0, len(bodies_of), AT_ONCE):
                with journal.change():
                    self.keeping(found.version).keep(part, bodies_of[at : at + AT_ONCE])
        had = {str(document): digest_of(body for _, body in rows) for document, rows in self._by_document()}
        had |= {
            document: ""
            for (document,) in self._database.query("SELECT DISTINCT document FROM links")
            if document not in had
        }
        for document in sorted(had | wanted.keys()):
            made = dict(sorted(wanted.get(document, {}).items()))
            if made and had.get(document) == digest_of(body for _, body in made.values()):
                continue
            before = bodies(self._database, document)
            new += [claim for claim, body in made.values() if body not in before]
            with journal.change():
                drop_links(self._database, document)
                sha256 = _put(self._database, document, made.values())
                journal.note(Act.LINK, object=document, version=version, links=len(made), links_sha256=sha256)
        said = {"made_of": depends_on, "compared": notices.compared, "copies": notices.copies}
        with journal.change():
            self._database.change(PUT_META, (MADE_OF, json.dumps(said)))
        return new

    def _by_document(self) -> Iterator[tuple[object, Iterator[Row]]]:
        """Yield documents with their links as stored, in order."""
        return groupby(self._database.stream(_LINKS), key=itemgetter(0))

    def _said(self) -> Mapping[str, str | int]:
        row = self._database.row("SELECT value FROM meta WHERE key = ?", (MADE_OF,))
        said: Mapping[str, str | int] = {} if row is None else json.loads(row[0])
        return said


def _put(database: Database, document: str, links: Iterable[tuple[Claim, str]]) -> str:
    """Write the links of a document; return the SHA-256 of all."""
    rows: list[Parameters] = []
    between: list[Parameters] = []
    for position, (claim, body) in enumerate(links, FIRST_POSITION):
        assert isinstance(claim.value, LinkValue)
        rows.append(claim_row(database, claim, position, body))
        between.append((document, claim.value.other, claim.claim))
    database.add_many("claims", CLAIM_COLUMNS, rows)
    database.add_many("links", "document other claim", between)
    restand_document(database, document)
    return digest_of(str(row[-1]) for row in rows)


def _body(claim: Claim) -> str:
    if claim.kind is not StatementKind.LINK:
        raise ValueError(f"claim {claim.claim} is no link")
    quotes = tuple(replace(quote, path="") for quote in claim.quotes)
    return encode_claim(replace(claim, quotes=quotes)).decode("utf-8")
