"""What an entry of the custody log may say happened, and which further keys it has then."""

from __future__ import annotations

from enum import StrEnum


class Act(StrEnum):
    """What an entry says happened."""

    BEGIN = "begin"
    """The case was made (`case`: its id)."""
    INGEST = "ingest"
    """An original was received (`object`, `size_bytes`; `path`, or `container`, `member` and `position`)."""
    EXTRACT = "extract"
    """An original was read (`object`, `reader`, `walls`; `reading` and `reading_sha256`: what came out; `layout`: the
    PDF it was laid out as, or none)."""
    CLAIM = "claim"
    """Claims were made of what was read (`object`, `version`, `claims`: how many, `claims_sha256`)."""
    LINK = "link"
    """It was claimed what a document has in common with others (`object`, `version`, `links`: how many,
    `links_sha256`)."""
    SCREEN = "screen"
    """Names were held against lists (`record`: where the record is kept, `record_sha256`)."""
    DECIDE = "decide"
    """Somebody decided whether two names are one party (`number`, `verdict`, `one`, `other`, `person`, `because`, `at`;
    `undoes`: of an undoing, the number of the decision that no longer counts)."""
    STATE = "state"
    """Words of a maker and the file that has them were added (`maker`, `said_on`, `source`; `file`: where it is kept,
    `file_sha256`; `statement_sha256`: of the line of the index that has all of it)."""
    REVIEW = "review"
    """Somebody reviewed a claim (`number`, `claim`, `object`: the original it rests on, `verdict`, `person`, `because`,
    `at`; `seen`: newest review of the claim they saw, `saw`: SHA-256 of what the claim said; `edit`: what they put in
    its place, JSON, or none; `undoes`: of an undoing, the number of the review that no longer counts)."""
    CORRECT = "correct"
    """Somebody corrected words as they were read (`number`, `object`, `page_number`, `starts_at`, `ends_at`, `was`,
    `now`, `reading_sha256`, `person`, `because`, `at`, `undoes`)."""
    REPLY = "reply"
    """A party was asked to reply (`number`, `party`, `contract`, `asked_of`, `asked_how`, `asked_at`, `deadline`,
    `person`, `at`; `answer` and `answered_at`, or none; `attachments`: JSON, of names, SHA-256 and sizes; `amends`: the
    number of the earlier entry that this one stands for)."""
    NOTE = "note"
    """Somebody wrote a note or a tag (`number`, `kind`, `subject`, `text`, `person`, `at`, `undoes`)."""
    PUBLISH = "publish"
    """A dossier was published (`number`, `kind`, `dossier`, `sha256`: of its manifest, `claims`: ids, with spaces
    between, `person`, `because`, `at`; `concerns`: the publication that it supersedes)."""
    WITHDRAW = "withdraw"
    """A dossier was withdrawn (as `publish`; `concerns`: the publication)."""
    TORN = "torn"
    """The end of the log had been torn off by a crash (`torn`: where it was set aside, `torn_sha256`)."""
    CLOCK = "clock"
    """The clock had been set back (`before`: what it last said)."""
    KEY = "key"
    """From here on, another key signs checkpoints (`key`: its public half, or none; `before`: the one before, or none;
    `signature` by the new key, `signature_before` by the one before, each or none; see `archive.key_changes`)."""
    STAMP = "token"
    """An authority put a time on a checkpoint (`checkpoint`: of how many entries, `token_sha256`, `said_at`:
    the time it gives, `authority`: its name, `authority_sha256`: of its certificates; see `archive.timestamps`)."""
    ERASE = "erase"
    """An original was taken out, with all that was read of it (`object`, `because`, `person`, `at`)."""
    WATCH = "watch"
    """Something at a place that is watched was seen, changed or gone (`place`, `address`, `what`; `object`: the capture
    that shows it, `content_sha256`: of what is there now, or none, `before_sha256`: of what was there before, or none,
    `at`: when it was looked at)."""
