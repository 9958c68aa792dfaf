"""What may make the words of a document doubtful though they were read: a page that shows other words, a past.

Sorted by code. Nothing is lost by any of them; whoever rests a claim on such words should know (see
`evidence/doubts.py`).
"""

from __future__ import annotations

from tenderlight.model.problem_kind import ProblemKind, Severity, kind

TRUST_PROBLEMS: dict[str, ProblemKind] = dict(
    [
        kind(
            "claims-not-compared",
            Severity.NOTE,
            "Words that claims rest on were not all compared with the pictures of their pages.",
            "Compare the quotes of claims whose picture is “not_compared” with the document, or run again where text "
            "recognition is installed.",
        ),
        kind(
            "look-alike-letters",
            Severity.NOTE,
            "Words are written with letters of two alphabets that look alike.",
            "Compare names letter by letter: such a word is not the word that it looks like.",
        ),
        kind(
            "named-otherwise",
            Severity.NOTE,
            "The file is named as another format than it is of; it was read for what it is.",
            "Ask where the file comes from: programs that go by names may show something else, or nothing.",
        ),
        kind(
            "office-part-damaged",
            Severity.NOTE,
            "A part of the Office file that holds no text is damaged.",
            "Ask the source for the file again: it was damaged or changed after it was written.",
        ),
        kind(
            "page-fonts-unproved",
            Severity.NOTE,
            "Nothing in the fonts of the page proves that they show what they say, and the picture was not asked.",
            "Compare every quote with the picture of the page, or read the file where text recognition is installed.",
        ),
        kind(
            "page-text-disagrees",
            Severity.NOTE,
            "The picture of the page shows other letters than the text of the file says.",
            "Compare every quote with the picture of the page; do not quote from the text.",
        ),
        kind(
            "pdf-revisions",
            Severity.NOTE,
            "The PDF was changed after it was first saved, and the page read otherwise before.",
            "Ask who changed it, and compare both states: the file still holds the earlier one.",
        ),
        kind(
            "quote-differs-from-picture",
            Severity.NOTE,
            "Words that a claim rests on are not what the picture of the page shows in their place.",
            "Look at the page: people see the picture. Do not quote from the text.",
        ),
        kind(
            "recognition-numbers-unsure",
            Severity.NOTE,
            "In a number read in the picture of the page, points and commas cannot be told apart for sure.",
            "Compare the number with the picture of the page: it may be a thousand times larger or smaller.",
        ),
        kind(
            "text-direction-turned",
            Severity.NOTE,
            "The text holds marks that turn the direction of writing; it is shown in another order than it is stored.",
            "Compare every quote with what a text editor and a browser show.",
        ),
        kind(
            "text-invisible-characters",
            Severity.NOTE,
            "The text holds characters that nobody sees, inside words or as hidden messages.",
            "Look at the file in an editor that shows them.",
        ),
        kind(
            "text-remapped",
            Severity.NOTE,
            "A font of the page says other characters than it shows; what was read is not what a reader sees.",
            "Compare every quote with the picture of the page; do not quote from the text.",
        ),
        kind(
            "text-replaced",
            Severity.NOTE,
            "The file gives other words for a place of the page than are drawn there.",
            "Compare every quote with the picture of the page.",
        ),
        kind(
            "two-formats",
            Severity.NOTE,
            "The file is at the same time a file of another format; that other reading was left out.",
            "Ask where the file comes from, and look at both readings: such a file is seldom made by accident.",
        ),
    ]
)
