"""`tenderlight export`."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

if TYPE_CHECKING:
    from tenderlight.cases import Case
    from tenderlight.model.claim import Claim
    from tenderlight.publish.tables import Table


class _Options(TypedDict):
    """What changes an export of claims."""

    rates: Path | None
    currency: str
    redact: bool


@click.command(
    name="export",
    short_help="Write claims, contracts, pages, parties, screenings, statements: JSON Lines, CSV or XLSX.",
)
@click.argument("case_folder", metavar="CASE", type=click.Path(path_type=Path, file_okay=False))
@click.option("--format", "form", type=click.Choice(["jsonl", "csv", "xlsx"]), required=True, help="File format.")
@click.option(
    "--table",
    type=click.Choice(["claims", "contracts", "pages", "parties", "screenings", "statements"]),
    default="claims",
    help="What to write: the claims; a row a contract, with what its documents say side by side and where they "
    "contradict each other; the ledger that says of every page how it was read; its parties, with their spellings and "
    "the reasons why they are one; its names as they were last held against lists; or what makers say of themselves. "
    "[claims]",
)
@click.option(
    "--rates",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Put a converted figure beside each amount of a claim, at rates of this file: the European Central Bank's "
    "eurofxref-hist, as CSV or ZIP.",
)
@click.option("--to", "currency", metavar="CODE", default="EUR", help="Currency to convert into. [EUR]")
@click.option(
    "--redact",
    is_flag=True,
    help="Black out names, telephone and identity numbers and mail addresses of private persons in quotes and around "
    "them, in values of contracts and in names of files.",
)
@click.option(
    "-o",
    "--output",
    "target",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    required=True,
    help="File, or - for standard output.",
)
def command(case_folder: Path, form: str, table: str, target: Path, **options: Unpack[_Options]) -> None:
    """Write every claim of CASE, or every contract, page, party, screened name or statement, into one file.

    \b
    tenderlight export my-case --format csv -o claims.csv
    tenderlight export my-case --format jsonl -o claims.jsonl
    tenderlight export my-case --format jsonl -o - | jq .value
    tenderlight export my-case --table contracts --format csv -o contracts.csv
    tenderlight export my-case --table pages --format csv -o pages.csv
    tenderlight export my-case --table parties --format csv -o parties.csv
    tenderlight export my-case --table screenings --format xlsx -o screenings.xlsx
    tenderlight export my-case --table statements --format csv -o statements.csv
    tenderlight export my-case --format csv --rates eurofxref-hist.zip -o claims.csv
    tenderlight export my-case --format csv --redact -o for-publication.csv

    The same case gives the same bytes in every run. Columns and keys: docs/reference/columns.md.
    """
    from tenderlight.cases import Case
    from tenderlight.cli.written import write_out
    from tenderlight.errors import UsageError
    from tenderlight.publish.contract_cells import contract_rows
    from tenderlight.publish.redaction import redacted_contract, redacted_page
    from tenderlight.publish.screening_page import write_kept_screenings
    from tenderlight.publish.statement_cells import statement_rows
    from tenderlight.publish.tables import CONTRACT_WRITERS, PAGE_WRITERS, STATEMENT_WRITERS

    if options["rates"] is not None and table != "claims":
        raise UsageError("--rates converts the amounts of claims; leave --table out.")
    is_redacted = options["redact"]
    if is_redacted and table in {"parties", "screenings", "statements"}:
        raise UsageError(
            "Parties, names held against lists and statements are not redacted; such a publication leaves them out."
        )
    with Case.open(case_folder) as case:
        contracts, pages = contract_rows(case), case.pages()
        write = {
            "claims": partial(_write_claims, case, form, options),
            "contracts": partial(
                CONTRACT_WRITERS[form], map(redacted_contract, contracts) if is_redacted else contracts
            ),
            "pages": partial(PAGE_WRITERS[form], map(redacted_page, pages) if is_redacted else pages),
            "parties": partial(_write_parties, case, form),
            "screenings": partial(write_kept_screenings, case.folder, form),
            "statements": partial(STATEMENT_WRITERS[form], statement_rows(case)),
        }[table]
        write_out(write, target)


def _write_claims(case: Case, form: str, options: _Options, target: Path) -> None:
    from tenderlight.cases.case_parties import parties_of_case
    from tenderlight.publish.redaction import Redaction
    from tenderlight.publish.tables import CLAIMS, with_parties, writers

    rates = options["rates"]
    claims = CLAIMS if rates is None else _with_converted_figures(case, rates, options["currency"])
    if form != "jsonl":
        claims = with_parties(claims, parties_of_case(case))
    found = map(Redaction(case), case.claims()) if options["redact"] else case.claims()
    writers(claims)[form](found, target)


def _write_parties(case: Case, form: str, target: Path) -> None:
    from tenderlight.cases.case_parties import parties_of_case
    from tenderlight.publish.party_cells import party_lines, party_rows
    from tenderlight.publish.tables import PARTY_WRITERS

    found = parties_of_case(case)
    PARTY_WRITERS[form](party_lines(found) if form == "jsonl" else party_rows(found), target)


def _with_converted_figures(case: Case, rates: Path, currency: str) -> Table[Claim]:
    """Return the table of claims with the amounts converted, each at a date of its document."""
    from tenderlight.errors import UsageError
    from tenderlight.publish.converted_cells import Conversion
    from tenderlight.publish.rates import read_rates
    from tenderlight.publish.tables import converted

    conversion = Conversion(table=read_rates(rates), target=currency.upper())
    if conversion.target not in conversion.table.currencies:
        raise UsageError(f"The table of rates has no {conversion.target}.")
    conversion.learn(case.claims(kind="date"))
    return converted(conversion)
