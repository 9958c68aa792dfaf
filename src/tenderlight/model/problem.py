"""Trouble with the world's documents: recorded, never raised; the run goes on.

`PROBLEMS` is the register of every code there is: what happened, and what to do next. The documentation has a
heading for each (held by a test).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tenderlight.model.box import Box


class Severity(StrEnum):
    """How much of the document a problem costs."""

    NOTE = "note"
    """Nothing is lost; a reader of the results should know."""
    PARTLY = "partly"
    """Something in the document was not read."""
    NOT_READ = "not_read"
    """Nothing of the document was read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemKind:
    """An entry of the register."""

    code: str
    severity: Severity
    message: str
    next_step: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that went wrong with one document (or one place on one page)."""

    code: str
    step: str
    """Which step met it, with version: "read:pdf/1", "archive", "facts/3"."""
    message: str
    severity: Severity
    page_number: int | None = None
    box: Box | None = None
    pointer: str | None = None
    """Place in a source without pages (JSON Pointer, XPath, name inside an archive)."""


def _kind(code: str, severity: Severity, message: str, next_step: str) -> tuple[str, ProblemKind]:
    return code, ProblemKind(code=code, severity=severity, message=message, next_step=next_step)


PROBLEMS: dict[str, ProblemKind] = dict(
    [
        _kind(
            "amount-unreadable",
            Severity.PARTLY,
            "An amount could not be read for certain; no value is given.",
            "Read it at its place in the file.",
        ),
        _kind(
            "answer-limit",
            Severity.NOT_READ,
            "What was read of the file is larger than allowed.",
            "Split the file.",
        ),
        _kind(
            "archive-cut-short",
            Severity.PARTLY,
            "The archive is damaged; what stands before the damage was taken out.",
            "Ask the source for the archive again.",
        ),
        _kind(
            "archive-damaged",
            Severity.NOT_READ,
            "The archive is damaged; nothing could be taken out.",
            "Ask the source for the archive again.",
        ),
        _kind(
            "archive-empty",
            Severity.NOTE,
            "The archive has no files in it.",
            "Ask the source whether this is the right file.",
        ),
        _kind(
            "archive-encrypted",
            Severity.NOT_READ,
            "The archive is locked with a password.",
            "Ask the source for the password, unpack it, and read the folder.",
        ),
        _kind(
            "archive-in-volumes",
            Severity.NOT_READ,
            "The file is one of several that make one archive together.",
            "Put all its parts in one folder, unpack them with an archive program, and read what comes out.",
        ),
        _kind(
            "archive-reader-missing",
            Severity.NOT_READ,
            "The library that reads such archives (libarchive) is not installed.",
            "Install it (on Debian: apt install libarchive13), or unpack the archive by hand.",
        ),
        _kind("broken-link", Severity.NOT_READ, "The link leads nowhere.", "Restore what it points to, or remove it."),
        _kind(
            "charset-uncertain",
            Severity.PARTLY,
            "Some bytes do not fit the character set of the file; they were guessed, or stand as �.",
            "Open the file in a browser or editor, find its character set, and compare.",
        ),
        _kind("crashed", Severity.NOT_READ, "The reader crashed on this file.", "Open the file by hand; report it."),
        _kind(
            "date-unreadable",
            Severity.NOTE,
            "A date could not be read; none is given.",
            "Read it at its place in the file.",
        ),
        _kind(
            "duplicate-key",
            Severity.PARTLY,
            "A name stands twice in one object, with different values; the last one was read.",
            "Compare both in the file.",
        ),
        _kind(
            "duplicate-record",
            Severity.NOTE,
            "The same notice stands in the file before; it was read once.",
            "Nothing: both say the same.",
        ),
        _kind("empty-file", Severity.NOT_READ, "The file has no bytes.", "Ask the source for the file again."),
        _kind(
            "encoding-guessed",
            Severity.NOTE,
            "The file is not in UTF-8 as it should be; its encoding was guessed.",
            "Check names with accents against the source.",
        ),
        _kind(
            "file-changed-while-read",
            Severity.NOT_READ,
            "The file changed while it was copied; it was not received.",
            "Wait until nothing writes to it, then run again.",
        ),
        _kind(
            "file-not-readable",
            Severity.NOT_READ,
            "The file may not or cannot be read; it was not received.",
            "Give yourself the right to read it (`chmod`), or copy it from a sound disk; then run again.",
        ),
        _kind(
            "folder-loop",
            Severity.NOTE,
            "The folder was already entered by another way; it was not entered again.",
            "Nothing: its files are received once.",
        ),
        _kind(
            "folder-not-readable",
            Severity.NOT_READ,
            "The folder or file may not be read.",
            "Give yourself the right to read it (`chmod`), then run again.",
        ),
        _kind(
            "format-not-yet-read",
            Severity.NOT_READ,
            "The file is of a format that Tenderlight knows but does not read yet.",
            "Convert it to PDF, or read it by hand.",
        ),
        _kind(
            "formula-without-value",
            Severity.PARTLY,
            "The sheet has formulas without a stored result; these cells came out empty.",
            "Open the workbook in a spreadsheet program, save it, and read it again.",
        ),
        _kind(
            "gzip-damaged",
            Severity.PARTLY,
            "The packed file is damaged; what could be unpacked was read.",
            "Ask the source for the file again.",
        ),
        _kind(
            "gzip-too-large",
            Severity.PARTLY,
            "The packed file unpacks to more than allowed; what came before was read.",
            "Raise the limit in the settings, or unpack it by hand.",
        ),
        _kind(
            "hidden-rows",
            Severity.NOTE,
            "The sheet has hidden rows or columns; they were read.",
            "Say so when you quote from them.",
        ),
        _kind(
            "hidden-sheet",
            Severity.NOTE,
            "The workbook has a hidden sheet; it was read.",
            "Say so when you quote from it.",
        ),
        _kind(
            "hidden-text",
            Severity.NOTE,
            "The file holds text that it does not show; it was left out.",
            "Look at the source of the file if hidden text matters.",
        ),
        _kind(
            "json-damaged",
            Severity.PARTLY,
            "Part of the file is not JSON; whole notices outside that part were read.",
            "Ask the source for the file again.",
        ),
        _kind(
            "json-repaired",
            Severity.NOTE,
            "Comments or trailing commas were left out to read the file as JSON.",
            "Nothing: no value was changed.",
        ),
        _kind(
            "json-too-deep",
            Severity.NOT_READ,
            "The file nests lists and objects deeper than any notice does.",
            "Read it by hand.",
        ),
        _kind(
            "json-truncated",
            Severity.PARTLY,
            "The file ends inside a notice; the whole notices before it were read.",
            "Ask the source for the file again.",
        ),
        _kind(
            "limit-cells",
            Severity.PARTLY,
            "The sheet spans more cells than are read of one sheet.",
            "Open the workbook, delete what is far away from the data, and save a copy.",
        ),
        _kind(
            "limit-characters",
            Severity.PARTLY,
            "The file has more text than is read of one file.",
            "Raise the limit in the settings, or split the file.",
        ),
        _kind(
            "limit-depth",
            Severity.PARTLY,
            "An archive inside archives lies too deep; it was kept, not opened.",
            "Unpack it by hand and hand over the files.",
        ),
        _kind(
            "limit-expansion",
            Severity.PARTLY,
            "Unpacking would take far more room than the packed size lets expect; it was stopped.",
            "Unpack the file by hand if you trust it; it may be an archive bomb.",
        ),
        _kind(
            "limit-file-bytes",
            Severity.NOT_READ,
            "The file is larger than one reader may take in; it was kept, not read.",
            "Split or unpack it by hand.",
        ),
        _kind("limit-item-bytes", Severity.PARTLY, "A page or record is too large to be kept.", "Split the file."),
        _kind(
            "limit-members",
            Severity.PARTLY,
            "The archive has more files than are taken out of one archive.",
            "Raise the limit in the settings, or unpack it by hand and read the folder.",
        ),
        _kind(
            "limit-pages",
            Severity.PARTLY,
            "The file has more pages or sheets than are read of one file.",
            "Raise the limit in the settings, or split the file.",
        ),
        _kind(
            "limit-unpacked-bytes",
            Severity.PARTLY,
            "The archive holds more bytes than are taken out of one archive.",
            "Raise the limit in the settings, or unpack it by hand and read the folder.",
        ),
        _kind(
            "lot-not-awarded",
            Severity.NOTE,
            "A lot of this notice ended without a winner.",
            "Nothing: it has no supplier.",
        ),
        _kind(
            "member-encrypted",
            Severity.PARTLY,
            "A file in the archive is locked with a password.",
            "Ask the source for the password, unpack it, and read the folder.",
        ),
        _kind(
            "member-not-a-file",
            Severity.NOTE,
            "The archive holds links or devices; they were left in it.",
            "Look at the archive with an archive program.",
        ),
        _kind(
            "member-unreadable",
            Severity.PARTLY,
            "A file in the archive cannot be read.",
            "Ask the source for the archive again.",
        ),
        _kind(
            "memory-limit",
            Severity.NOT_READ,
            "Reading the file took more memory than allowed.",
            "Raise the limit in the settings, or split the file.",
        ),
        _kind(
            "no-record-read",
            Severity.NOT_READ,
            "No notice was found in the file.",
            "Look into the file; ask its source what it is.",
        ),
        _kind("no-such-file", Severity.NOT_READ, "There is no file or folder of this name.", "Check the name."),
        _kind(
            "no-text",
            Severity.PARTLY,
            "The file holds no text; what it shows may be pictures.",
            "Open the file; if it shows text, save it as PDF and read that.",
        ),
        _kind(
            "not-a-regular-file",
            Severity.NOT_READ,
            "This is no file with content (a pipe, socket or device); it was not opened.",
            "Nothing, unless a file should stand here.",
        ),
        _kind(
            "office-damaged",
            Severity.PARTLY,
            "A part of the Office file is damaged and was not read.",
            "Open the file in its program and save it again, or ask the source for it.",
        ),
        _kind(
            "office-encrypted",
            Severity.NOT_READ,
            "The Office file is locked with a password.",
            "Ask the source for the password, and save a copy without it.",
        ),
        _kind(
            "office-part-not-read",
            Severity.PARTLY,
            "The Office file holds a document of another format, which was not read.",
            "Open the file in its program, and save it as PDF.",
        ),
        _kind(
            "office-part-twice",
            Severity.NOTE,
            "The Office file has two parts of one name; the first was read.",
            "Compare with what an Office program shows: such a file was not written by one.",
        ),
        _kind(
            "office-without-text",
            Severity.NOT_READ,
            "The Office file lacks the part that holds its text.",
            "Ask the source for the file again.",
        ),
        _kind(
            "page-needs-recognition",
            Severity.PARTLY,
            "The page is a picture; the words in it were not read.",
            "Read the page by hand, or run text recognition on the file.",
        ),
        _kind(
            "page-text-garbled",
            Severity.PARTLY,
            "The fonts of the page do not say which characters they show; its text was not used.",
            "Read the page by hand, or run text recognition on the file.",
        ),
        _kind(
            "page-text-invisible",
            Severity.PARTLY,
            "The words of the page are an invisible layer over a picture and may differ from what it shows.",
            "Compare every quote with the picture of the page.",
        ),
        _kind(
            "page-unreadable",
            Severity.PARTLY,
            "The page could not be opened.",
            "Open the file in a PDF viewer and read the page by hand.",
        ),
        _kind(
            "party-without-name",
            Severity.NOTE,
            "A party has no name in the file; it is left out.",
            "Look the party up at the source by its number.",
        ),
        _kind(
            "pdf-cut-off",
            Severity.PARTLY,
            "The PDF ends too early; what is left of it was read, and text may be missing on any page.",
            "Ask the source for the whole file.",
        ),
        _kind(
            "pdf-damaged",
            Severity.NOT_READ,
            "The PDF is damaged beyond repair.",
            "Ask the source for the file again.",
        ),
        _kind(
            "pdf-encrypted",
            Severity.NOT_READ,
            "The PDF opens only with a password.",
            "Remove the password with a PDF program, then add the copy.",
        ),
        _kind(
            "pdf-no-pages",
            Severity.NOT_READ,
            "The PDF has no pages.",
            "Ask the source for the file again.",
        ),
        _kind(
            "pdf-repaired",
            Severity.NOTE,
            "The PDF is damaged; it was repaired in memory for reading, and parts may be missing.",
            "Ask the source for an undamaged copy if something seems missing.",
        ),
        _kind(
            "pictures-not-read",
            Severity.NOTE,
            "The file holds pictures; words in them were not read.",
            "Look at the pictures.",
        ),
        _kind(
            "reader-failed",
            Severity.NOT_READ,
            "The reader broke down on this file.",
            "Read it by hand; please report it with the file's SHA-256.",
        ),
        _kind(
            "record-format-unknown",
            Severity.NOT_READ,
            "The file is structured data of no kind that Tenderlight knows.",
            "Convert it to OCDS, or read it by hand.",
        ),
        _kind(
            "record-limit",
            Severity.PARTLY,
            "The file holds more notices than allowed; those before the limit were read.",
            "Raise the limit in the settings, or split the file.",
        ),
        _kind(
            "record-linked",
            Severity.PARTLY,
            "A release is only linked to, not in the file.",
            "Fetch it from its publisher.",
        ),
        _kind(
            "record-unrecognised",
            Severity.PARTLY,
            "An entry of the file is no notice that can be read.",
            "Look at its place in the file.",
        ),
        _kind(
            "record-without-id",
            Severity.NOTE,
            "A notice has no identifier; its place in the file stands for one.",
            "Do not join it with others by number.",
        ),
        _kind(
            "rubbish-at-end",
            Severity.NOTE,
            "Something follows the end of the packed file; it was not read.",
            "Compare with another copy, if there is one.",
        ),
        _kind(
            "rule-failed",
            Severity.NOT_READ,
            "A rule broke down on this document; it has no claims.",
            "Read it by hand; please report it with the file's SHA-256.",
        ),
        _kind(
            "sheet-without-cells",
            Severity.NOTE,
            "The workbook has a sheet that is a chart or a program; it has no cells to read.",
            "Open the workbook to see it.",
        ),
        _kind(
            "supplier-not-named",
            Severity.NOTE,
            "An award or contract stands in the notice, but no supplier is named with it.",
            "Ask the buyer; the name may be withheld or published later.",
        ),
        _kind(
            "system-files-left-out",
            Severity.NOTE,
            "Files that operating systems leave in archives were not taken out.",
            "Nothing, unless you look for traces of the computer that made the archive.",
        ),
        _kind(
            "text-damaged",
            Severity.PARTLY,
            "Some bytes of the text fit no character; they stand as �.",
            "Ask the source for the file again.",
        ),
        _kind(
            "time-limit",
            Severity.NOT_READ,
            "Reading the file took longer than allowed.",
            "Raise the limit in the settings, or split the file.",
        ),
        _kind(
            "tracked-changes",
            Severity.NOTE,
            "The document holds changes that are not accepted: insertions were read, deletions were not.",
            "Open the document and look at the changes.",
        ),
        _kind(
            "unknown-format",
            Severity.NOT_READ,
            "The file is of no format that Tenderlight reads.",
            "Convert it to PDF, or read it by hand.",
        ),
        _kind(
            "value-is-range",
            Severity.NOTE,
            "A value is given as a range from lowest to highest; no amount is taken from it.",
            "Read both at their place in the file.",
        ),
        _kind(
            "value-withheld",
            Severity.NOTE,
            "The buyer withheld values of this notice from publication.",
            "Look for a later notice; the reason and the date are in the file.",
        ),
        _kind(
            "xml-damaged",
            Severity.NOT_READ,
            "The file is not well-formed XML.",
            "Ask the source for the file again.",
        ),
        _kind(
            "xml-dtd",
            Severity.PARTLY,
            "A part declares entities, which Office files do not; it was not read.",
            "Do not open the file in other programs before someone has looked into it.",
        ),
        _kind(
            "xml-too-deep",
            Severity.NOT_READ,
            "The file nests elements deeper than any notice does.",
            "Read it by hand.",
        ),
    ]
)


def problem(
    code: str, *, step: str, detail: str = "", page_number: int | None = None, pointer: str | None = None
) -> Problem:
    """Make a problem from the register.

    Args:
        code: A key of `PROBLEMS`.
        step: Step and version that met it.
        detail: What is particular to this case; shown after the general message. Bounded to 300 characters.
        page_number: Page it concerns, from 1; None = the whole document.
        pointer: Place in a source without pages.

    Raises:
        KeyError: If the code is not registered.
    """
    kind = PROBLEMS[code]
    message = f"{kind.message} {detail[:300]}".strip()
    return Problem(
        code=code, step=step, message=message, severity=kind.severity, page_number=page_number, pointer=pointer
    )
