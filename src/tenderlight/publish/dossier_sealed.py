"""What a dossier gives the hash of alone: originals that are sealed, and what came with replies unless chosen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tenderlight.errors import UsageError
from tenderlight.model.reply import Attachment
from tenderlight.publish.dossier_files import Sealed, attachments_of
from tenderlight.publish.dossier_findings import Named
from tenderlight.publish.dossier_wishes import EVERY, Wishes
from tenderlight.publish.method import Method

SHORTEST_BEGINNING = 8
"""Digits of a SHA-256 by which a file may be named."""


def sealed_originals(documents: Sequence[str], method: Method, wishes: Wishes) -> list[Sealed]:
    """Return the originals that are left out.

    Args:
        documents: SHA-256 of those that findings quote.
        method: Says what they are.
        wishes: What whoever publishes asked for.

    Raises:
        UsageError: If one of those named is not among the originals.
    """
    known = {one.document: one for one in method.documents}
    asked: set[str] = set()
    for wish in wishes.seal:
        found = [one for one in documents if wish == known[one].path or _names(wish, one)]
        if not found:
            raise UsageError(f"No finding quotes a document “{wish:.80}”: there is nothing to seal.")
        asked.update(found)
    because = dict.fromkeys(asked, "sealed by whoever publishes")
    if wishes.redact:
        because |= dict.fromkeys(documents, "private persons are blacked out in what is published of it")
    return [
        Sealed(document=one, size_bytes=known[one].size_bytes, media_type=known[one].media_type, because=because[one])
        for one in documents
        if one in because
    ]


def attached_files(named: Iterable[Named], wishes: Wishes) -> frozenset[str]:
    """Return the SHA-256 of what came with replies and is to be published as it came.

    Raises:
        UsageError: If one of those named came with no reply.
    """
    files = attachments_of(named)
    chosen: set[str] = set()
    for wish in wishes.attach:
        found = {one.sha256 for one in files if wish == one.name or _names(wish, one.sha256)}
        if not found:
            raise UsageError(
                f"Nothing called “{wish:.80}” came with a reply of those named: there is nothing to attach."
            )
        chosen |= found
    return frozenset(chosen)


def sealed_attachments(files: Iterable[Attachment], attached: frozenset[str]) -> list[Sealed]:
    """Return what came with replies and is left out."""
    return [
        Sealed(
            document=one.sha256,
            size_bytes=one.size_bytes,
            media_type="application/octet-stream",
            because="it came with a reply, and whoever publishes did not choose it",
        )
        for one in files
        if one.sha256 not in attached
    ]


def _names(wish: str, sha256: str) -> bool:
    return wish == EVERY or (len(wish) >= SHORTEST_BEGINNING and sha256.startswith(wish))
