"""Words of quotes that people read otherwise than the machine: both are published."""

from __future__ import annotations

from collections.abc import Iterable

from tenderlight.cases import Case
from tenderlight.model.correction import Correction
from tenderlight.publish.dossier_findings import Finding
from tenderlight.publish.dossier_places import Places


def corrections_of(case: Case, findings: Iterable[Finding], places: Places) -> tuple[Correction, ...]:
    """Return the corrections that stand and touch words that findings quote, in the order of the log.

    One that touches words that are blacked out is left out: it would tell them.
    """
    found: dict[int, Correction] = {}
    for quote in (quote for finding in findings for quote in finding.claim.quotes):
        spans = places.of(quote).spans
        for one in case.corrections.of_quote(quote):
            if not any(span.start < one.end and one.start < span.end for span in spans):
                found[one.number] = one
    return tuple(found[number] for number in sorted(found))
