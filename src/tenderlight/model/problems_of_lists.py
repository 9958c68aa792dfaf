"""What may go wrong with lists, and with names that are held against them. Sorted by code."""

from __future__ import annotations

from tenderlight.model.problem_kind import ProblemKind, Severity, kind

LIST_PROBLEMS: dict[str, ProblemKind] = dict(
    [
        kind(
            "list-cut-short",
            Severity.NOT_READ,
            "The list file ends too early; none of it was taken, and the list held before stays in use.",
            "Fetch the file again from its issuer, and add it once more.",
        ),
        kind(
            "list-damaged",
            Severity.NOT_READ,
            "The list file is not of the form it should be; none of it was taken, and the list held before stays in "
            "use.",
            "Fetch the file again from its issuer, and add it once more.",
        ),
        kind(
            "list-date-unreadable",
            Severity.NOTE,
            "A date of an entry could not be read; the entry is kept without it.",
            "Read it at its place in the file.",
        ),
        kind(
            "list-empty",
            Severity.NOT_READ,
            "The file has the form of a list and no entry.",
            "Look at the file: it may be an index of lists, or a page of text.",
        ),
        kind(
            "list-entry-nameless",
            Severity.PARTLY,
            "An entry of the list has no name; nothing can be held against it.",
            "Read it at its place in the file.",
        ),
        kind(
            "list-entry-twice",
            Severity.NOTE,
            "Entries of the list bear the same id, or the same name and country; all are kept, told apart by a number.",
            "Compare them in the file: they may be addresses of one firm, or two firms.",
        ),
        kind(
            "list-entry-undated",
            Severity.NOTE,
            "Entries of the list have no date of listing: whether they stood there on a given day is not known.",
            "Look the day up with the issuer, or add older snapshots of the list.",
        ),
        kind(
            "list-is-a-change",
            Severity.NOT_READ,
            "The file says what changed in a list; it is not the list.",
            "Add the whole list (`entities.ftm.json`).",
        ),
        kind(
            "list-much-shorter",
            Severity.NOT_READ,
            "The file has lost more than a fifth of the entries that the list had; it was not taken, for it may be a "
            "part.",
            "Compare it with its issuer's page; if the list has indeed shrunk, add it with --shorter; if it is an "
            "older one, say of what day with --as-of.",
        ),
        kind(
            "list-name-short",
            Severity.NOTE,
            "A name of an entry has a single letter or none; it is shown and matches nothing.",
            "Nothing: other names of the entry are used.",
        ),
        kind(
            "list-part-missing",
            Severity.NOTE,
            "The list comes in several files, and one of them is not in the same folder.",
            "Put the files of one day into one folder and add that.",
        ),
        kind(
            "list-too-large",
            Severity.NOT_READ,
            "The list file is larger than any list is, or grows beyond measure as it is unpacked.",
            "Look at the file by hand.",
        ),
        kind(
            "list-unknown-form",
            Severity.NOT_READ,
            "The file is no list in a form that is known.",
            "See the forms in the reference of lists, or turn it into FollowTheMoney JSON lines.",
        ),
        kind(
            "ownership-cycle",
            Severity.NOTE,
            "Stakes lead in a circle: somebody owns, through others, a part of itself. Nothing is counted round it.",
            "Read the stakes at their places; one of them may be old or wrong.",
        ),
        kind(
            "ownership-incomplete",
            Severity.PARTLY,
            "A stake lacks owner, owned or source; it is not taken.",
            "Complete the row, with where it is stated.",
        ),
        kind(
            "ownership-name-shared",
            Severity.NOTE,
            "Several parties of the stakes bear the name that was asked; no share was computed.",
            "Ask with a registered number, or give numbers in the file of stakes.",
        ),
        kind(
            "ownership-over-100",
            Severity.NOTE,
            "The stakes in one party come to more than 100 %; no sum is computed for it.",
            "Read the stakes at their places; one of them may be old, counted twice, or of votes.",
        ),
        kind(
            "ownership-percent-missing",
            Severity.NOTE,
            "A stake does not say how much is held; it is shown, and counts towards no sum.",
            "Look the percent up where it is stated, and add it.",
        ),
        kind(
            "ownership-percent-unreadable",
            Severity.NOTE,
            "The percent of a stake could not be read, or lies outside 0 to 100; it counts towards no sum.",
            "Write it as a number from 0 to 100.",
        ),
        kind(
            "ownership-sources-differ",
            Severity.NOTE,
            "Sources state different percents for one stake on the day; the lowest counts.",
            "Compare the sources.",
        ),
        kind(
            "ownership-undated",
            Severity.NOTE,
            "A stake does not say of what day it is; it is shown, and counts towards no sum.",
            "Look the day up where it is stated, and add it.",
        ),
        kind(
            "screen-day-after-list",
            Severity.NOTE,
            "The day asked for is later than the list: what was listed or removed in between is not known.",
            "Add a newer snapshot of the list, and screen again.",
        ),
        kind(
            "screen-name-empty",
            Severity.NOT_READ,
            "A row has no name to hold against the lists.",
            "Fill in the name, or name its column with --column.",
        ),
        kind(
            "screen-name-long",
            Severity.NOT_READ,
            "A name is longer than any is; it was not held against the lists.",
            "Look whether several names stand in one row.",
        ),
        kind(
            "screen-name-short",
            Severity.NOTE,
            "A name has a single letter or none; names alone are not held against the lists then.",
            "Give the whole name, or a registered number.",
        ),
    ]
)
