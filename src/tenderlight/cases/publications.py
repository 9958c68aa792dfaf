"""Publications and withdrawals of dossiers: entries of the custody log and rows; none is overwritten."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tenderlight.archive.custody import Act
from tenderlight.cases.alone import alone
from tenderlight.cases.pen import Pen
from tenderlight.cases.registers import PUBLICATIONS, Details
from tenderlight.cases.words_of_people import BECAUSE_CHARACTERS, bounded, bounded_or_empty
from tenderlight.errors import UsageError
from tenderlight.model.publication import Publication, PublicationKind

DOSSIER_CHARACTERS = 200
MOST_CLAIMS = 20_000
"""Of one dossier; an entry of the log has room for their ids."""
_SHA256 = re.compile(r"[0-9a-f]{64}")
_CLAIM = re.compile(r"\S{1,40}")


class Publications(Pen):
    """The publications of a case, and the pen for further ones."""

    def __iter__(self) -> Iterator[Publication]:
        """Yield every publication and withdrawal, the oldest first."""
        return map(_publication_of, PUBLICATIONS.rows(self._database))

    def of(self, claim: str) -> tuple[Publication, ...]:
        """Return the publications that a claim stands in, withdrawn ones too, the oldest first."""
        return tuple(one for one in self if one.kind is PublicationKind.PUBLISH and claim in one.claims)

    def current(self) -> tuple[Publication, ...]:
        """Return the publications that were neither withdrawn nor superseded, the oldest first."""
        entries = list(self)
        over = {one.concerns for one in entries}
        return tuple(one for one in entries if one.kind is PublicationKind.PUBLISH and one.number not in over)

    def followed_by(self, number: int) -> tuple[Publication, ...]:
        """Return what supersedes or withdraws a publication, the oldest first; empty if it stands."""
        return tuple(map(_publication_of, PUBLICATIONS.rows(self._database, "concerns = ?", number)))

    @alone
    def publish(
        self,
        dossier: str,
        sha256: str,
        claims: Sequence[str],
        *,
        person: str,
        because: str = "",
        supersedes: int | None = None,
    ) -> Publication:
        """Write into log and database that a dossier is published.

        Args:
            dossier: Its name.
            sha256: Of its manifest.
            claims: Ids of the claims in it.
            person: Who publishes it.
            because: Why; of one that supersedes another, what changed.
            supersedes: Number of the publication that it stands for from now on.

        Raises:
            StorageFull: If the disk would not take it.
            UsageError: If something is not said, or is too much; if there is no such publication to supersede, or it
                was withdrawn or superseded already; if the case is open for reading only.
        """
        self._writing()
        if not _SHA256.fullmatch(sha256):
            raise UsageError("A publication has the SHA-256 of its manifest.")
        if not 0 < len(claims) <= MOST_CLAIMS or not all(map(_CLAIM.fullmatch, claims)):
            raise UsageError(f"A publication has 1 to {MOST_CLAIMS} claims.")
        if supersedes is not None:
            self._standing(supersedes)
        details: Details = {
            "kind": PublicationKind.PUBLISH.value,
            "dossier": bounded(dossier, DOSSIER_CHARACTERS, "how the dossier is called"),
            "sha256": sha256,
            "claims": " ".join(dict.fromkeys(claims)),
            "because": bounded_or_empty(because, BECAUSE_CHARACTERS, "--because: why"),
            "concerns": supersedes,
        }
        return self._written(Act.PUBLISH, details, person)

    @alone
    def withdraw(self, number: int, *, person: str, because: str) -> Publication:
        """Write into log and database that a publication is withdrawn.

        Args:
            number: Of the publication.
            person: Who withdraws it.
            because: Why.

        Raises:
            StorageFull: If the disk would not take it.
            UsageError: If nobody says it or no reason is given; if there is no such publication, or it was withdrawn or
                superseded already; if the case is open for reading only.
        """
        self._writing()
        published = self._standing(number)
        details: Details = {
            "kind": PublicationKind.WITHDRAW.value,
            "dossier": published.dossier,
            "sha256": published.sha256,
            "claims": " ".join(published.claims),
            "because": bounded(because, BECAUSE_CHARACTERS, "--because: why"),
            "concerns": number,
        }
        return self._written(Act.WITHDRAW, details, person)

    def _standing(self, number: int) -> Publication:
        for publication in self.current():
            if publication.number == number:
                return publication
        raise UsageError(f"There is no publication {number} that stands: none, or withdrawn or superseded already.")

    def _written(self, act: Act, details: Details, person: str) -> Publication:
        signed = self._signed(PUBLICATIONS, details, person)
        self._write(PUBLICATIONS, act, signed)
        return _publication_of(signed)


def _publication_of(details: Details) -> Publication:
    number, concerns = details["number"], details["concerns"]
    assert isinstance(number, int)
    assert not isinstance(concerns, str)
    return Publication(
        number=number,
        kind=PublicationKind(str(details["kind"])),
        dossier=str(details["dossier"]),
        sha256=str(details["sha256"]),
        claims=tuple(str(details["claims"]).split()),
        person=str(details["person"]),
        because=str(details["because"]),
        at=str(details["at"]),
        concerns=concerns,
    )
