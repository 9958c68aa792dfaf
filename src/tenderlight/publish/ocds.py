"""A case as a release package of OCDS 1.1, one release a contract, written one release at a time.

The extension that holds quotes, claims, replies and reviews is described in docs/reference/ocds.md and shipped beside
this module, in `ocds_extension`: `extension.json`, the patch of the release schema, and a codelist.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from tenderlight import __version__
from tenderlight.archive.custody import read_log
from tenderlight.cases import Case
from tenderlight.errors import UsageError
from tenderlight.model.claim import Claim
from tenderlight.publish.ocds_release import Told, encoder, release_of
from tenderlight.publish.redaction import redacted_text
from tenderlight.publish.told_replies import Replies
from tenderlight.publish.writing import whole_file

OCID_PREFIX = "tenderlight"
"""Stands before the id of a contract that prints no OCID. It is no registered prefix: publishers have their own."""
_PREFIX = re.compile(r"[A-Za-z0-9-]{1,40}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Packaging:
    """What a publisher says of a package.

    Raises:
        UsageError: If the prefix is none, or the address of the extension is no address.
    """

    ocid_prefix: str = OCID_PREFIX
    extension_url: str | None = None
    """Where the publisher put our `extension.json`; None = nowhere, and the package names no extension."""

    def __post_init__(self) -> None:
        if not _PREFIX.fullmatch(self.ocid_prefix):
            raise UsageError("A prefix of OCIDs has up to 40 letters, digits and hyphens, as ocds-a1b2c3.")
        if self.extension_url is not None and not re.fullmatch(r"https?://[!-~]{1,500}", self.extension_url):
            raise UsageError("The address of the extension begins with http:// or https:// and has no spaces.")


def write_ocds(
    case: Case, claims: Iterable[Claim], replies: Replies, target: Path, packaging: Packaging = Packaging()
) -> None:
    """Write a release package.

    Args:
        case: The case.
        claims: Its claims by contract, those that are to be told, redacted where that is asked for.
        replies: Its replies.
        target: The file.
        packaging: What the publisher says of it.

    Raises:
        CustodyLogDamaged: If the log cannot be read.
        UsageError: If there is no claim to tell: a package has at least one release.
        StorageFull: If the disk would not take it.
    """
    told = Told(
        of_claim=replies.parties.by_claim(),
        reasons=case.contract_reasons(),
        media_types={line.document: line.media_type for line in case.documents()},
        noted=last_noted(case),
        replies=replies.of_contract,
        told=replies.told,
        ocid_prefix=packaging.ocid_prefix,
        shown=redacted_text if replies.is_redacted else str,
    )
    head: dict[str, object] = {"version": "1.1", "publisher": {"name": f"Tenderlight {__version__}"}}
    if packaging.extension_url is not None:
        head["extensions"] = [packaging.extension_url]
    newest, ids = "", uuid.uuid5(uuid.NAMESPACE_OID, "tenderlight").hex
    with whole_file(target) as unfinished, unfinished.open("wb") as file:
        file.write(encoder.encode(head)[:-1] + b',"releases":[')
        for contract, group in groupby(claims, key=lambda claim: claim.contract):
            release, date = release_of(contract, list(group), told)
            file.write((b",\n" if newest else b"\n") + release)
            newest = max(newest, date)
            ids = uuid.uuid5(uuid.UUID(ids), release.decode("utf-8")).hex
        if not newest:
            raise UsageError("There is no claim to write: a release package has at least one release.")
        tail = {"publishedDate": newest, "uri": uuid.UUID(ids).urn}
        file.write(b"\n]," + encoder.encode(tail)[1:] + b"\n")


def last_noted(case: Case) -> dict[str, str]:
    """Return when the custody log last spoke of each document: received, read, searched for claims, reviewed.

    Raises:
        CustodyLogDamaged: If the log cannot be read.
    """
    found: dict[str, str] = {}
    for entry, _ in read_log(case.folder):
        document = entry.details.get("object")
        if isinstance(document, str):
            found[document] = max(found.get(document, ""), entry.time)
    return found
