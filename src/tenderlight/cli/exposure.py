"""`tenderlight exposure`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from tenderlight.cli.places import CasePlace

if TYPE_CHECKING:
    from tenderlight.cases.maker_statements import MakerStatement
    from tenderlight.cases.places import Place
    from tenderlight.publish.exposure import ExposureRow


class _Options(TypedDict):
    """What is shown, or added."""

    as_json: bool
    as_csv: bool
    target: Path
    statement: Path | None
    said_on: str | None
    source: str | None
    words: str | None


@click.command(name="exposure", short_help="Every contract of a case that names a maker's goods.")
@click.argument("case_folder", metavar="CASE", type=CasePlace())
@click.argument("maker", metavar="MAKER")
@click.option("--json", "as_json", is_flag=True, help="Print a line of JSON for the maker, then one a place.")
@click.option("--csv", "as_csv", is_flag=True, help="Write a row a place.")
@click.option(
    "-o",
    "--output",
    "target",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    default=Path("-"),
    help="With --csv: file, or - for standard output. [-]",
)
@click.option(
    "--statement",
    metavar="FILE",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Keep a file in which the maker says something; with --words, --said-on and --from.",
)
@click.option("--words", metavar="TEXT", help="What it says, as the file has it.")
@click.option("--said-on", metavar="DATE", help="Day on which it was said: YYYY-MM-DD.")
@click.option("--from", "source", metavar="SOURCE", help="Where the file is from.")
def command(case_folder: Place, maker: str, **options: Unpack[_Options]) -> None:
    """Show every contract of CASE that names goods of MAKER: by year, place and stage, and as what they are named.

    \b
    tenderlight exposure my-case Hikvision
    tenderlight exposure my-case 海康威视 --json
    tenderlight exposure my-case NVIDIA --csv -o nvidia.csv
    tenderlight exposure my-case Hikvision --statement letter.pdf --words "We ..." --said-on 2021-03-01 --from X

    MAKER is a name or brand of the catalogue, or any brand as printed. Nothing here says that the maker sold anything.
    """
    from tenderlight.cases import Case
    from tenderlight.publish.exposure import exposure_of, key_of

    key = key_of(maker)
    if options["statement"] is not None:
        _add(case_folder, key, options)
        return
    with Case.open(case_folder) as case:
        rows = exposure_of(case.claims()).get(key, [])
        said = [one for one in case.maker_statements if one.maker == key]
    if options["as_csv"]:
        _write_csv(rows, options["target"])
    elif options["as_json"]:
        from tenderlight.publish.exposure_cells import encode_exposure

        for line in encode_exposure(key, rows, said):
            click.echo(line.decode("utf-8"))
    else:
        _print(key, rows, said)


def _add(case_folder: Place, key: str, options: _Options) -> None:
    from tenderlight.cases import Case
    from tenderlight.cases.maker_statements import MakerStatement, sha256_of
    from tenderlight.cli.plain import plain_line
    from tenderlight.errors import UsageError
    from tenderlight.pipeline.stating import page_with

    file, words = options["statement"], options["words"]
    said_on, source = options["said_on"], options["source"]
    if file is None or not words or not said_on or not source:
        raise UsageError("A statement needs --words, --said-on and --from.")
    Case.open(case_folder).close()
    made = MakerStatement(
        maker=key,
        said_on=said_on,
        source=source,
        words=words,
        page_number=page_with(file, words),
        sha256="",
        name=file.name,
        added="",
    )
    with Case.open(case_folder, create=True) as case:
        kept = case.maker_statements.add(file, made)
    click.echo(plain_line(f"Kept {kept.name} ({kept.sha256}), page {kept.page_number}; in the log: {sha256_of(kept)}."))


def _write_csv(rows: list[ExposureRow], target: Path) -> None:
    from functools import partial

    from tenderlight.cli.written import write_out
    from tenderlight.publish.tables import EXPOSURE_WRITERS

    write_out(partial(EXPOSURE_WRITERS["csv"], rows), target)


def _print(key: str, rows: list[ExposureRow], said: list[MakerStatement]) -> None:
    from tenderlight.cli.plain import plain, plain_line
    from tenderlight.publish.exposure import NO_SALE, name_of

    contracts = len({row.contract for row in rows})
    times, where = "once" if len(rows) == 1 else f"{len(rows)} times", "contract" if contracts == 1 else "contracts"
    click.echo(plain_line(f"{name_of(key)}: named {times} in {contracts} {where}."))
    before: tuple[object, str] | None = None
    for row in rows:
        if (row.year, row.contract) != before:
            before = (row.year, row.contract)
            sides = (
                f"buyer {'; '.join(row.buyers) or 'not stated'}; supplier {'; '.join(row.suppliers) or 'not stated'}"
            )
            click.echo("\n" + plain_line(f"{row.year or 'year not known'}  {row.title}"))
            days = ", ".join(day.iso() for day in row.days) or "not stated"
            click.echo(plain_line(f"  {sides}"))
            click.echo(plain_line(f"  place {'; '.join(row.places) or 'not stated'}; day {row.day_is}: {days}"))
        for words in _words(row):
            click.echo(plain_line(words))
    for one in said:
        where = f"{one.source}; {one.name}, page {one.page_number}"
        click.echo("\n" + plain(f"{one.said_on}, the maker says: “{one.words}” ({where})"))
    for sentence in NO_SALE:
        click.echo(sentence, err=True)


def _words(row: ExposureRow) -> list[str]:
    from tenderlight.publish.exposure_cells import chain_words, price_words
    from tenderlight.publish.wording import where

    printed = " · ".join(part for part in (row.value.name, row.value.maker, row.value.model) if part)
    quote = row.claim.quotes[0]
    stage = "not stated" if row.claim.stage is None else row.claim.stage.value
    return [
        f"  {row.naming.value} (rank {row.naming.rank} of 7; stage {stage}): {printed}",
        *([f"    {row.steps}"] if row.steps else []),
        *([f"    {value}"] if (value := price_words(row)) else []),
        f"    “{quote.text}”, {where(quote.path, quote.page_number, quote.pointer)}",
        *(f"    on the same page: {one.capability} {one.polarity}" for one in row.beside if one.is_on_page),
        *(f"    {step}" for step in chain_words(row)),
        *(f"    against: {sentence}" for sentence in row.does_not_prove),
    ]
