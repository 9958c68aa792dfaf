"""Whether a dossier holds: what the file inside it checks, its time stamps, and its quotes in the originals.

The originals are read again in the cage, by the readers of this version; a reader that has changed since may read a
page otherwise. So a quote counts as found if its words stand at its place, or else anywhere on its page.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from tenderlight.archive.custody import Entry, read_entry
from tenderlight.archive.timestamps import check_stamps, stamps_of
from tenderlight.cases import Case
from tenderlight.cases.places import Place
from tenderlight.errors import NoSuchCase, UsageError
from tenderlight.publish.finding_again import QuotingClaim, Tell, find_again
from tenderlight.publish.redaction_proof import has_record, record_faults, redaction_faults
from tenderlight.publish.standalone.verify import TROUBLE, Check

CUSTODY = "data/custody"


class _Claims(msgspec.Struct):
    claims: list[QuotingClaim]


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierCheck:
    """What a check of a dossier found."""

    findings: int
    quotes: int
    found_again: int
    """Quotes whose words were found in an original that was read again."""
    key: str
    """The public key that signs it, in hexadecimal; empty if none does."""
    faults: tuple[str, ...]
    """What does not hold, a sentence each; empty if all does."""
    touched: tuple[str, ...]
    """Ids of the findings that what does not hold touches, sorted."""
    notes: tuple[str, ...]
    """What a reader should know and is no fault, a sentence each."""


def is_dossier(folder: Path) -> bool:
    """Say whether a folder looks like a dossier, however damaged."""
    return any((folder / name).is_file() for name in ("bagit.txt", "manifest-sha256.txt", "data/claims.json"))


def verify_dossier(
    folder: Path,
    *,
    authority: bytes | None = None,
    key: str | None = None,
    made_from: Place | None = None,
    tell: Tell = lambda _done, _all: None,
) -> DossierCheck:
    """Check a dossier; nothing in it is changed.

    Args:
        folder: The dossier.
        authority: Certificates (PEM) of the authorities whose time stamps are believed; None = those in the dossier.
        key: The public key that must sign it, in hexadecimal; None = any.
        made_from: The case it was made from, to see that nothing was changed in it but what is on record as blacked
            out; None = it is not at hand.
        tell: Is told, each time an original was read again, how many were and how many there are.

    Raises:
        NoSuchCase: If it is no dossier.
        UsageError: If it is to be held against its case, and nothing in it is on record as blacked out.
    """
    if not is_dossier(folder):
        raise NoSuchCase(f"There is no dossier and no case in {folder}.", path=str(folder))
    check = Check(folder)
    try:
        check.dossier()
    except TROUBLE as trouble:
        check.faults.append(f"Something has not the form it should have ({trouble}).")
    if key is not None and check.key.hex() != key.lower():
        check.faults.append("It is signed by another key than the one that was named.")
    faults = [*check.faults, *_stamp_faults(folder, check, authority), *_redaction_faults(folder)]
    if made_from is not None:
        with Case.open(made_from) as case:
            faults += redaction_faults(case, folder)
    claims = _claims(folder) if "data/claims.json" in check.files else []
    again = find_again(folder, check.files, claims, tell)
    faults += again.faults
    touched = {claim.claim for claim in claims if any(_names(fault, claim) for fault in faults)}
    return DossierCheck(
        findings=len(claims),
        quotes=sum(len(claim.quotes) for claim in claims),
        found_again=again.found,
        key=check.key.hex(),
        faults=tuple(dict.fromkeys(faults)),
        touched=tuple(sorted(touched)),
        notes=tuple(dict.fromkeys([*check.notes, *again.notes])),
    )


def _claims(folder: Path) -> list[QuotingClaim]:
    try:
        return msgspec.json.decode((folder / "data" / "claims.json").read_bytes(), type=_Claims).claims
    except (OSError, msgspec.DecodeError, RecursionError):
        return []  # the check said so


def _names(fault: str, claim: QuotingClaim) -> bool:
    """Say whether a fault is about a finding: names it, or a file that it rests on, or the list of all."""
    files = [name for quote in claim.quotes for name in (f"data/{quote.page_file}", f"data/originals/{quote.document}")]
    return any(name in fault for name in (f"Finding {claim.claim}", "data/claims.json", *files))


def _stamp_faults(folder: Path, check: Check, authority: bytes | None) -> Iterator[str]:
    """Yield what does not hold of the time stamps, by the authorities' signatures."""
    if f"{CUSTODY}/entries.jsonl" not in check.files:
        return  # the check said so
    shown: list[Entry] = []
    try:
        for line in (folder / CUSTODY / "entries.jsonl").read_bytes().split(b"\n")[:-1]:
            text: str = json.loads(line)["entry"]
            shown.append(read_entry(text.encode() + b"\n", seq=json.loads(text)["seq"]))
        stamps = stamps_of(shown)
    except (*TROUBLE, IndexError):
        return  # the check said so
    for trouble in check_stamps(folder / CUSTODY / "stamped", stamps, trusted=authority):
        yield trouble.message


def _redaction_faults(folder: Path) -> list[str]:
    """Return what does not hold of what was blacked out, as far as a dossier tells by itself."""
    try:
        return record_faults(folder) if has_record(folder) else []
    except UsageError as trouble:
        return [trouble.message]
