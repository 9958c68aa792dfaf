"""Which entries of the custody log a dossier shows: those about its documents, findings, replies and publications.

The rest of the log stays unseen. An entry that would tell a name that is left out, or a path that names a person, is
left out whole: entries are shown letter for letter or not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from tenderlight.archive.custody import Act, Entry
from tenderlight.model.reply import party_key
from tenderlight.publish.dossier_findings import Selection
from tenderlight.publish.dossier_wishes import WITHHELD, Wishes
from tenderlight.publish.dossier_words import FREE_TEXTS
from tenderlight.publish.redaction import redacted_text

_OF_DOCUMENTS = frozenset({Act.INGEST, Act.EXTRACT, Act.CLAIM, Act.LINK})
_OF_KEYS = frozenset({"key", "token"})
"""Acts that say which key signs and which stamps there are: a reader needs them to check the rest."""


def is_shown_of(
    selection: Selection,
    dossier: str,
    wishes: Wishes,
    *,
    corrections: Collection[int] = (),
    screening: str = "",
    tells: Callable[[str], bool],
) -> Callable[[Entry], bool]:
    """Return what says of an entry whether a dossier shows it.

    Args:
        selection: What is published.
        dossier: Its name.
        wishes: What whoever publishes asked for.
        corrections: Numbers of the corrections that it tells.
        screening: SHA-256 of the record of the screening of which it tells; empty = of none.
        tells: Says whether a text that people wrote tells a private person that is blacked out.
    """
    documents = {quote.document for finding in selection.findings for quote in finding.claim.quotes}
    claims = {finding.claim.claim for finding in selection.findings}
    parties = {party_key(name) for one in selection.named for name in one.written}
    series = dossier.rpartition("-")[0]

    def is_about(entry: Entry) -> bool:
        details = entry.details
        if entry.act in _OF_DOCUMENTS:
            return details.get("object") in documents
        if entry.act == Act.REVIEW:
            return details.get("claim") in claims
        if entry.act == Act.REPLY:
            about = details.get("contract") in ("", selection.contract)
            return about and party_key(str(details.get("party"))) in parties
        if entry.act == Act.CORRECT:
            return details.get("number") in corrections
        if entry.act == Act.SCREEN:
            return bool(screening) and details.get("record_sha256") == screening
        if entry.act in (Act.PUBLISH, Act.WITHDRAW):
            return str(details.get("dossier")).rpartition("-")[0] == series
        return entry.act in _OF_KEYS

    def is_shown(entry: Entry) -> bool:
        return is_about(entry) and not _is_telling(entry, wishes, tells)

    return is_shown


def _is_telling(entry: Entry, wishes: Wishes, tells: Callable[[str], bool]) -> bool:
    """Say whether an entry tells what is left out."""
    details = entry.details
    if not wishes.has_names and details.get("person", WITHHELD) != WITHHELD:
        return True
    if not wishes.redact:
        return False
    if entry.act in (Act.CLAIM, Act.REPLY):  # the nonce of the one is the key of hashes; the other says who was asked
        return True
    if any(tells(str(details[key])) for key in FREE_TEXTS if details.get(key)):
        return True
    names = [str(details[key]) for key in ("path", "member") if details.get(key) is not None]
    return any(redacted_text(name) != name for name in names)
