"""What may go wrong with structured sources, and with the facts that are read from anything. Sorted by code."""

from __future__ import annotations

from tenderlight.model.problem_kind import ProblemKind, Severity, kind

RECORD_PROBLEMS: dict[str, ProblemKind] = dict(
    [
        kind(
            "amount-unreadable",
            Severity.PARTLY,
            "An amount could not be read for certain; no value is given.",
            "Read it at its place in the file.",
        ),
        kind(
            "date-unreadable",
            Severity.NOTE,
            "A date could not be read; none is given.",
            "Read it at its place in the file.",
        ),
        kind(
            "duplicate-key",
            Severity.PARTLY,
            "A name stands twice in one object, with different values; the last one counts.",
            "Compare both in the file.",
        ),
        kind(
            "duplicate-record",
            Severity.NOTE,
            "The same notice stands in the file before; it was read once.",
            "Nothing: both say the same.",
        ),
        kind(
            "encoding-guessed",
            Severity.NOTE,
            "The file is not in UTF-8 as it should be; its encoding was guessed.",
            "Check names with accents against the source.",
        ),
        kind(
            "json-damaged",
            Severity.PARTLY,
            "Part of the file is not JSON; whole notices outside that part were read.",
            "Ask the source for the file again.",
        ),
        kind(
            "json-repaired",
            Severity.NOTE,
            "Comments or trailing commas were left out to read the file as JSON.",
            "Nothing: no value was changed.",
        ),
        kind(
            "json-too-deep",
            Severity.NOT_READ,
            "The file nests lists and objects deeper than any notice does.",
            "Read it by hand.",
        ),
        kind(
            "json-truncated",
            Severity.PARTLY,
            "The file ends inside a notice; the whole notices before it were read.",
            "Ask the source for the file again.",
        ),
        kind(
            "lot-not-awarded",
            Severity.NOTE,
            "A lot of this notice ended without a winner.",
            "Nothing: it has no supplier.",
        ),
        kind(
            "no-record-read",
            Severity.NOT_READ,
            "No notice was found in the file.",
            "Look into the file; ask its source what it is.",
        ),
        kind(
            "party-without-name",
            Severity.NOTE,
            "A party has no name in the file; it is left out.",
            "Look the party up at the source by its number.",
        ),
        kind(
            "record-format-unknown",
            Severity.NOT_READ,
            "The file is structured data of no kind that Tenderlight knows.",
            "Convert it to OCDS, or read it by hand.",
        ),
        kind(
            "record-limit",
            Severity.PARTLY,
            "The file holds more notices than allowed; those before the limit were read.",
            "Split the file.",
        ),
        kind(
            "record-linked",
            Severity.PARTLY,
            "A release is only linked to, not in the file.",
            "Fetch it from its publisher.",
        ),
        kind(
            "record-unrecognised",
            Severity.PARTLY,
            "An entry of the file is no notice that can be read.",
            "Look at its place in the file.",
        ),
        kind(
            "record-without-id",
            Severity.NOTE,
            "A notice has no identifier; its place in the file stands for one.",
            "Do not join it with others by number.",
        ),
        kind(
            "rule-failed",
            Severity.NOT_READ,
            "A rule broke down on this document; it has no claims.",
            "Read it by hand; please report it with the file's SHA-256.",
        ),
        kind(
            "supplier-not-named",
            Severity.NOTE,
            "An award or contract stands in the notice, but no supplier is named with it.",
            "Ask the buyer; the name may be withheld or published later.",
        ),
        kind(
            "value-is-range",
            Severity.NOTE,
            "A value is given as a range from lowest to highest; no amount is taken from it.",
            "Read both at their place in the file.",
        ),
        kind(
            "value-withheld",
            Severity.NOTE,
            "The buyer withheld values of this notice from publication.",
            "Look for a later notice; the reason and the date are in the file.",
        ),
        kind(
            "lot-with-several-winners",
            Severity.NOTE,
            "Places of a document name different winners of one lot; none is given.",
            "Read the places; the winner of one lot may stand beside those who lost it.",
        ),
        kind(
            "price-not-understood",
            Severity.NOTE,
            "Where a document states its price, words and figures give no single amount for certain; none is given.",
            "Read it at its place.",
        ),
        kind(
            "price-without-figure",
            Severity.NOTE,
            "Where a document states its price there is no figure; no amount is given.",
            "Look in its annexes, and in the other documents of the contract.",
        ),
        kind(
            "xml-cut-short",
            Severity.PARTLY,
            "The file is cut off or damaged; what was whole before that place was read.",
            "Ask the source for the file again.",
        ),
        kind(
            "xml-damaged",
            Severity.NOT_READ,
            "The file is not well-formed XML.",
            "Ask the source for the file again.",
        ),
        kind(
            "xml-entity",
            Severity.PARTLY,
            "Values of the file stand for texts declared at its head; they are left out, the rest was read.",
            "Open the file in an editor that shows them, and read them at their place.",
        ),
        kind(
            "xml-too-deep",
            Severity.NOT_READ,
            "The file nests elements deeper than any notice does.",
            "Read it by hand.",
        ),
    ]
)
