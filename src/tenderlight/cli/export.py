"""`tenderlight export`."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from tenderlight.cli.places import CasePlace

if TYPE_CHECKING:
    from tenderlight.cases.places import Place

_FORMS = ("jsonl", "csv", "xlsx", "parquet", "ocds", "ftm")
_TABLES = ("claims", "contracts", "pages", "parties", "screenings", "statements")


class _Options(TypedDict):
    """What changes an export of claims."""

    only: str | None
    rates: Path | None
    currency: str
    redact: bool
    ocid_prefix: str | None
    extension_url: str | None


@click.command(
    name="export",
    short_help="Write a case as JSON Lines, CSV, XLSX, Parquet, OCDS or FollowTheMoney.",
)
@click.argument("case_folder", metavar="CASE", type=CasePlace())
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMS),
    required=True,
    help="File format: lines of JSON, a table (csv, xlsx, parquet), a release package of the Open Contracting Data "
    "Standard (ocds), or entities of FollowTheMoney (ftm). parquet and ftm are extras.",
)
@click.option(
    "--table",
    type=click.Choice(_TABLES),
    default="claims",
    help="What to write: the claims; a row a contract, with what its documents say side by side and where they "
    "contradict each other; the ledger that says of every page how it was read; its parties, with their spellings and "
    "the reasons why they are one; its names as they were last held against lists; or what makers say of themselves. "
    "[claims]",
)
@click.option(
    "--only",
    type=click.Choice(("unreviewed", "confirmed", "rejected", "unsure")),
    help="Write claims of this status alone: `--only confirmed` leaves out what nobody confirmed.",
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
    "them, in values of contracts, in answers of parties and in names of files.",
)
@click.option(
    "--ocid-prefix",
    metavar="PREFIX",
    help="With ocds: your registered prefix, for contracts that print no OCID of their own. [tenderlight]",
)
@click.option(
    "--extension-url",
    metavar="URL",
    help="With ocds: where you put the extension.json of our extension; the package then names it.",
)
@click.option(
    "-o",
    "--output",
    "target",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    required=True,
    help="File, or - for standard output.",
)
def command(case_folder: Place, form: str, table: str, target: Path, **options: Unpack[_Options]) -> None:
    """Write every claim of CASE, or every contract, page, party, screened name or statement, into one file.

    \b
    tenderlight export my-case --format csv -o claims.csv
    tenderlight export my-case --format jsonl -o claims.jsonl
    tenderlight export my-case --format jsonl -o - | jq .value
    tenderlight export my-case --format ocds --only confirmed -o releases.json
    tenderlight export my-case --format ftm -o entities.ftm.json
    tenderlight export my-case --format parquet -o claims.parquet
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
    from tenderlight.model.claim import ClaimStatus
    from tenderlight.publish.exporting import Wish, export

    wish = Wish(
        form=form,
        table=table,
        only=None if options["only"] is None else ClaimStatus(options["only"]),
        rates=options["rates"],
        currency=options["currency"],
        is_redacted=options["redact"],
        ocid_prefix=options["ocid_prefix"],
        extension_url=options["extension_url"],
    )
    with Case.open(case_folder) as case:
        write_out(partial(export, case, wish), target)
