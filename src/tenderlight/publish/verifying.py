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
from tenderlight.errors import NoSuchCase, UsageError
from tenderlight.model.document import NO_RECOGNISER, Reading
from tenderlight.pipeline.reading_again import ReadAgain, stands
from tenderlight.publish.redaction_proof import has_record, record_faults, redaction_faults
from tenderlight.publish.standalone.verify import TROUBLE, Check

CUSTODY = "data/custody"


class _Quote(msgspec.Struct):
    document: str
    start: int
    end: int
    text: str
    page_file: str
    page_number: int | None = None
    pointer: str | None = None


class _Claim(msgspec.Struct):
    claim: str
    quotes: list[_Quote]


class _Claims(msgspec.Struct):
    claims: list[_Claim]


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
    folder: Path, *, authority: bytes | None = None, key: str | None = None, made_from: Path | None = None
) -> DossierCheck:
    """Check a dossier; nothing in it is changed.

    Args:
        folder: The dossier.
        authority: Certificates (PEM) of the authorities whose time stamps are believed; None = those in the dossier.
        key: The public key that must sign it, in hexadecimal; None = any.
        made_from: The case it was made from, to see that nothing was changed in it but what is on record as blacked
            out; None = it is not at hand.

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
    with _Again(folder, check) as again:
        for claim in claims:
            faults.extend(again.misquotes(claim))
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


def _claims(folder: Path) -> list[_Claim]:
    try:
        return msgspec.json.decode((folder / "data" / "claims.json").read_bytes(), type=_Claims).claims
    except (OSError, msgspec.DecodeError, RecursionError):
        return []  # the check said so


def _names(fault: str, claim: _Claim) -> bool:
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


class _Again(ReadAgain):
    """Reads the originals of a dossier again, each once, and finds quotes in them."""

    def __init__(self, folder: Path, check: Check) -> None:
        super().__init__()
        self.found = 0
        self.notes: list[str] = []
        self._folder = folder
        self._files = check.files
        self._known: dict[str, Reading | None] = {}

    def misquotes(self, claim: _Claim) -> Iterator[str]:
        for quote in claim.quotes:
            file = f"data/originals/{quote.document}"
            if file not in self._files:
                self.notes.append(f"The original {quote.document} is not here: its quotes were not found again in it.")
                continue
            reading = self._once(quote.document)
            if reading is None:
                continue
            where = quote.pointer or "" if quote.page_number is None else quote.page_number
            if stands(reading, where, quote.start, quote.end, quote.text):
                self.found += 1
            elif reading.recogniser == NO_RECOGNISER:
                self.notes.append(f"{file} is read with text recognition, which is not installed here.")
            else:
                place = quote.pointer if quote.page_number is None else f"page {quote.page_number}"
                yield f"Finding {claim.claim}: the words quoted were not found in {file}, {place}, read again."

    def _once(self, document: str) -> Reading | None:
        if document not in self._known:
            try:
                self._known[document] = self.read(self._folder / "data" / "originals" / document)
            except UsageError as trouble:
                self.notes.append(trouble.message)
                self._known[document] = None
        return self._known[document]
