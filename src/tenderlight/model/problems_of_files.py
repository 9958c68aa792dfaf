"""What may go wrong with files, folders and archives, before anything in them is read. Sorted by code."""

from __future__ import annotations

from tenderlight.model.problem_kind import ProblemKind, Severity, kind

FILE_PROBLEMS: dict[str, ProblemKind] = dict(
    [
        kind(
            "answer-limit",
            Severity.NOT_READ,
            "What was read of the file is larger than allowed.",
            "Split the file.",
        ),
        kind(
            "archive-cut-short",
            Severity.PARTLY,
            "The archive is damaged; what stands before the damage was taken out.",
            "Ask the source for the archive again.",
        ),
        kind(
            "archive-damaged",
            Severity.NOT_READ,
            "The archive is damaged; nothing could be taken out.",
            "Ask the source for the archive again.",
        ),
        kind(
            "archive-empty",
            Severity.NOTE,
            "The archive has no files in it.",
            "Ask the source whether this is the right file.",
        ),
        kind(
            "archive-encrypted",
            Severity.NOT_READ,
            "The archive is locked with a password.",
            "Ask the source for the password, unpack it, and read the folder.",
        ),
        kind(
            "archive-in-volumes",
            Severity.NOT_READ,
            "The file is one of several that make one archive together.",
            "Put all its parts in one folder, unpack them with an archive program, and read what comes out.",
        ),
        kind(
            "archive-reader-missing",
            Severity.NOT_READ,
            "The library that reads such archives (libarchive) is not installed.",
            "Install it (on Debian: apt install libarchive13), or unpack the archive by hand.",
        ),
        kind("broken-link", Severity.NOT_READ, "The link leads nowhere.", "Restore what it points to, or remove it."),
        kind(
            "capture-damaged",
            Severity.PARTLY,
            "A capture in the web archive is damaged or gives a false length; what could be made out was kept.",
            "Open the archive in a web archive player, or capture the page again.",
        ),
        kind(
            "capture-digest-differs",
            Severity.NOTE,
            "A capture is not what its own digest says: it was changed after it was made, or the digest is false.",
            "Ask who made the archive for an untouched copy before you quote from it.",
        ),
        kind(
            "captures-left-out",
            Severity.NOTE,
            "The web archive holds requests, redirects, scripts and the like; they were left out.",
            "Nothing, unless you look for how the pages were captured.",
        ),
        kind("crashed", Severity.NOT_READ, "The reader crashed on this file.", "Open the file by hand; report it."),
        kind("empty-file", Severity.NOT_READ, "The file has no bytes.", "Ask the source for the file again."),
        kind(
            "erased",
            Severity.NOT_READ,
            "The file was erased from the case, and is not received again.",
            "Leave it so; if it is to be read after all, make another case for it.",
        ),
        kind(
            "file-changed-while-read",
            Severity.NOT_READ,
            "The file changed while it was copied; it was not received.",
            "Wait until nothing writes to it, then run again.",
        ),
        kind(
            "file-not-readable",
            Severity.NOT_READ,
            "The file may not or cannot be read; it was not received.",
            "Give yourself the right to read it (`chmod`), or copy it from a sound disk; then run again.",
        ),
        kind(
            "folder-loop",
            Severity.NOTE,
            "The folder was already entered by another way; it was not entered again.",
            "Nothing: its files are received once.",
        ),
        kind(
            "folder-not-readable",
            Severity.NOT_READ,
            "The folder or file may not be read.",
            "Give yourself the right to read it (`chmod`), then run again.",
        ),
        kind(
            "gzip-damaged",
            Severity.PARTLY,
            "The packed file is damaged; what could be unpacked was read.",
            "Ask the source for the file again.",
        ),
        kind(
            "gzip-too-large",
            Severity.PARTLY,
            "The packed file unpacks to more than allowed; what came before was read.",
            "Unpack it by hand.",
        ),
        kind(
            "limit-depth",
            Severity.PARTLY,
            "An archive inside archives lies too deep; it was kept, not opened.",
            "Unpack it by hand and hand over the files.",
        ),
        kind(
            "limit-expansion",
            Severity.PARTLY,
            "Unpacking would take far more room than the packed size lets expect; it was stopped.",
            "Unpack the file by hand if you trust it; it may be an archive bomb.",
        ),
        kind(
            "item-not-text",
            Severity.PARTLY,
            "A page or record holds text that no character set has; it was not kept.",
            "Read it by hand; please report it with the file's SHA-256.",
        ),
        kind("limit-item-bytes", Severity.PARTLY, "A page or record is too large to be kept.", "Split the file."),
        kind(
            "limit-mail-parts",
            Severity.PARTLY,
            "The mail has more parts, or more parts within each other, than are read of one mail.",
            "Open the mail in a mail program and save what is attached.",
        ),
        kind(
            "limit-members",
            Severity.PARTLY,
            "The archive has more files than are taken out of one archive.",
            "Unpack it by hand and read the folder.",
        ),
        kind(
            "limit-record-bytes",
            Severity.PARTLY,
            "A capture in the web archive is larger than is read of one capture.",
            "Take it out with a web archive player, and add it as a file.",
        ),
        kind(
            "limit-unpacked-bytes",
            Severity.PARTLY,
            "The archive holds more bytes than are taken out of one archive.",
            "Unpack it by hand and read the folder.",
        ),
        kind(
            "mail-damaged",
            Severity.PARTLY,
            "The mail ends too early, or a part of it is not encoded as it says; what could be decoded was kept.",
            "Ask the source for the mail again, saved from its mail program.",
        ),
        kind(
            "mail-part-elsewhere",
            Severity.PARTLY,
            "A part of the mail lies on a server and was not fetched.",
            "Ask the source for the whole mail.",
        ),
        kind(
            "mail-versions-differ",
            Severity.NOTE,
            "The mail has two versions of its text, and one says more than the other; both were read.",
            "Compare the two before you quote from one of them.",
        ),
        kind(
            "member-encrypted",
            Severity.PARTLY,
            "A file in the archive is locked with a password.",
            "Ask the source for the password, unpack it, and read the folder.",
        ),
        kind(
            "member-not-a-file",
            Severity.NOTE,
            "The archive holds links or devices; they were left in it.",
            "Look at the archive with an archive program.",
        ),
        kind(
            "member-unreadable",
            Severity.PARTLY,
            "A file in the archive cannot be read.",
            "Ask the source for the archive again.",
        ),
        kind(
            "memory-limit",
            Severity.NOT_READ,
            "Reading the file took more memory than allowed.",
            "Split the file.",
        ),
        kind("no-such-file", Severity.NOT_READ, "There is no file or folder of this name.", "Check the name."),
        kind(
            "not-a-regular-file",
            Severity.NOT_READ,
            "This is no file with content (a pipe, socket or device); it was not opened.",
            "Nothing, unless a file should stand here.",
        ),
        kind(
            "reader-failed",
            Severity.NOT_READ,
            "The reader broke down on this file.",
            "Read it by hand; please report it with the file's SHA-256.",
        ),
        kind(
            "rubbish-at-end",
            Severity.NOTE,
            "Something follows the end of the packed file; it was not read.",
            "Compare with another copy, if there is one.",
        ),
        kind(
            "system-files-left-out",
            Severity.NOTE,
            "Files that operating systems leave in archives were not taken out.",
            "Nothing, unless you look for traces of the computer that made the archive.",
        ),
        kind(
            "time-limit",
            Severity.NOT_READ,
            "Reading the file took longer than allowed.",
            "Split the file.",
        ),
        kind(
            "worker-lost",
            Severity.NOT_READ,
            "Two workers of the cluster or more ended while they did nothing but this file; it was not tried again.",
            "See why they ended (likely for lack of memory), and read it on one machine, without a cluster.",
        ),
    ]
)
