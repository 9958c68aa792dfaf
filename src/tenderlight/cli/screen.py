"""`tenderlight screen`."""

from __future__ import annotations

import contextlib
import datetime
import gc
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from tenderlight.cli.places import CasePlace

if TYPE_CHECKING:
    from tenderlight.cases.places import Place
    from tenderlight.model.values import PartialDate
    from tenderlight.screening.prepared import Prepared
    from tenderlight.screening.questions import Question
    from tenderlight.screening.screener import Screener, Screening

_STDIN = "-"


class _Options(TypedDict):
    """What changes a screening."""

    names_file: Path | None
    column: str | None
    case_folder: Place | None
    record: Path | None
    on: str | None
    lists: tuple[Path, ...]
    only: tuple[str, ...]
    store: Path | None
    form: str | None
    target: Path
    as_json: bool


@click.command(name="screen", short_help="Hold names, or a case, against lists.")
@click.argument("names", metavar="[NAME...|-]", nargs=-1)
@click.option(
    "--names",
    "names_file",
    metavar="FILE",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A table of names: CSV, XLSX, ODS.",
)
@click.option("--column", metavar="HEAD", help="Head of the column of names. [name, supplier, 名称 …]")
@click.option(
    "--case",
    "case_folder",
    type=CasePlace(),
    help="Every party, brand and maker of a case, each at the day of its contract.",
)
@click.option(
    "--again",
    "record",
    metavar="RECORD",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Run a record again on its own snapshots, and say whether it comes out the same.",
)
@click.option("--on", metavar="DATE", help="Day asked for: YYYY-MM-DD, or YYYY-MM, YYYY. [today]")
@click.option(
    "--list",
    "lists",
    metavar="FILE",
    multiple=True,
    type=click.Path(path_type=Path, exists=True),
    help="Use this list, not those that are held; more than once for more.",
)
@click.option("--only", metavar="LIST", multiple=True, help="Use this list of those held, by its code.")
@click.option("--store", type=click.Path(path_type=Path, file_okay=False), help="Where lists are kept.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "csv", "xlsx", "html"]),
    help="jsonl is the record; html prints well. [by the name of FILE, else words]",
)
@click.option(
    "-o",
    "--output",
    "target",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    default=Path(_STDIN),
    help="File, or - for standard output. [-]",
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format jsonl.")
def command(names: tuple[str, ...], **options: Unpack[_Options]) -> int:
    """Hold each NAME against the lists held, and say how it stood on a day.

    \b
    tenderlight screen 海康威视 "Dahua Technology" --on 2019-10-01
    tenderlight screen --names suppliers.xlsx --column Supplier -o screening.csv
    tenderlight screen - --json < names.txt > screening.jsonl
    tenderlight screen --case my-case -o screening.html
    tenderlight screen --again screening.jsonl

    Each possible match has a grade, reasons, and the days on which the entry was announced, took effect, was printed
    and removed. What only resembles an entry is for a person to look at. Ends with 3 if some name was not
    screened, with 6 if a record does not come out the same.
    """
    with contextlib.ExitStack() as stack:
        if options["record"] is not None:
            return _again(options["record"], options["store"])
        questions = _questions(names, options)
        return _screen(questions, _lists(options, stack), options)


def _screen(questions: Iterator[Question], lists: Prepared, options: _Options) -> int:
    from tenderlight.errors import ExitCode
    from tenderlight.screening.screener import RESEMBLES_IN_A_CASE, Screener

    gc.freeze()  # lists and their index stay until the end: the collector of cycles need not walk them again and again
    screener = Screener(lists, resembles_from=RESEMBLES_IN_A_CASE if options["case_folder"] is not None else 0.0)
    screenings = list(screener.ask_all(questions))
    suffix = options["target"].suffix.lstrip(".").lower()
    known = suffix if suffix in {"jsonl", "csv", "xlsx", "html"} else None
    form = options["form"] or ("jsonl" if options["as_json"] else known)
    if options["case_folder"] is not None and not options["lists"]:
        _keep(options["case_folder"], screener, screenings, options["store"])
    if form is None:
        _print(screenings)
    else:
        _write(screener, screenings, form, options["target"])
    return ExitCode.DONE if all(each.is_answered for each in screenings) else ExitCode.DONE_WITH_UNREAD


def _lists(options: _Options, stack: contextlib.ExitStack) -> Prepared:
    """Return the lists to use; files that are named are taken into a store of their own that ends with the run."""
    import tempfile

    from tenderlight.errors import UsageError
    from tenderlight.lists.folders import list_files
    from tenderlight.lists.place import default_folder
    from tenderlight.lists.store import ListStore
    from tenderlight.screening.prepared import prepare

    folder = options["store"] or default_folder()
    if options["lists"]:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        with ListStore(folder) as store:
            for path in options["lists"]:
                for parts in list_files(path):
                    added = store.add(parts)
                    if not added.snapshots:
                        raise UsageError(f"{path}: {added.problems[0].message}")
    found = prepare(ListStore(folder), codes=options["only"] or None, keeps=not options["lists"])
    if not found.held:
        raise UsageError(
            f"No list is held in {folder}." if not options["only"] else f"No list {', '.join(options['only'])} is held."
        )
    return found


def _questions(names: tuple[str, ...], options: _Options) -> Iterator[Question]:
    from tenderlight.errors import UsageError
    from tenderlight.screening.questions import of_names

    sources = [bool(names), options["names_file"] is not None, options["case_folder"] is not None]
    if sum(sources) != 1:
        raise UsageError("Name one of these: names, - for standard input, --names FILE, --case CASE, --again RECORD.")
    if options["case_folder"] is not None:
        return _of_case(options["case_folder"])
    on = _day(options["on"])
    if options["names_file"] is not None:
        from tenderlight.pipeline.names_file import questions_of_file

        return questions_of_file(options["names_file"], column=options["column"], on=on)
    if names == (_STDIN,):
        lines = (line.decode("utf-8-sig", errors="replace") for line in sys.stdin.buffer)
        return of_names((line.rstrip("\r\n") for line in lines), on=on, origin="line")
    return of_names(names, on=on, origin="argument")


def _of_case(folder: Place) -> Iterator[Question]:
    from tenderlight.cases import Case
    from tenderlight.screening.of_case import questions_of_case

    with Case.open(folder) as case:
        yield from questions_of_case(case.claims())


def _day(written: str | None) -> PartialDate:
    from tenderlight.errors import UsageError
    from tenderlight.model.values import PartialDate

    if written is None:
        today = datetime.datetime.now(datetime.UTC).date()
        return PartialDate(year=today.year, month=today.month, day=today.day)
    try:
        year, month, day = (*(int(part) for part in written.split("-")), None, None)[:3]
        return PartialDate(year=year or 0, month=month, day=day)
    except ValueError as trouble:
        raise UsageError(f"{written} is no date: YYYY-MM-DD, YYYY-MM or YYYY ({trouble}).") from trouble


def _again(record: Path, store: Path | None) -> int:
    from tenderlight.errors import NotVerified
    from tenderlight.lists.place import default_folder
    from tenderlight.lists.store import ListStore
    from tenderlight.screening.prepared import prepare
    from tenderlight.screening.record import first_difference, read_record, record_of
    from tenderlight.screening.screener import Screener

    content = record.read_bytes()
    asked = read_record(content)
    lists = prepare(
        ListStore(store or default_folder()), codes=asked.list_codes, sha256s=asked.sha256s, keeps=store is None
    )
    screener = Screener(lists, resembles_from=asked.resembles_from)
    made = record_of(screener, screener.ask_all(asked.questions))
    number = first_difference(iter(content.splitlines()), made)
    if number is None:
        click.echo(f"{len(asked.questions)} names came out the same, on the same lists.", err=True)
        return 0
    raise NotVerified(
        f"{record} comes out otherwise from line {number} on"
        + (" (line 1 names the lists and the versions of the rules)." if number == 1 else "."),
        path=str(record),
    )


def _keep(case_folder: Place, screener: Screener, screenings: list[Screening], store: Path | None) -> None:
    """Keep the record in the case; one that may not be written to, or is full, is screened all the same."""
    from tenderlight.cases import Case
    from tenderlight.cli.plain import plain
    from tenderlight.errors import StorageFull, UsageError
    from tenderlight.lists.place import default_folder
    from tenderlight.lists.store import ListStore
    from tenderlight.pipeline.screening_case import note_record
    from tenderlight.screening.kept import keep

    try:
        with Case.open(case_folder) as case:
            kept = keep(case.folder, screener, screenings, ListStore(store or default_folder()))
            note_record(case, kept)
    except (StorageFull, UsageError) as trouble:
        click.echo(plain(f"The record is not kept in the case: {trouble.message}"), err=True)
    else:
        click.echo(plain(f"Kept {kept}"), err=True)


def _write(screener: Screener, screenings: list[Screening], form: str, target: Path) -> None:
    from tenderlight.cli.written import write_out
    from tenderlight.publish.screening_cells import told_rows
    from tenderlight.publish.screening_page import write_record, write_screening_page
    from tenderlight.publish.tables import SCREENING_WRITERS
    from tenderlight.screening.record import record_of

    def write(place: Path) -> None:
        if form == "html":
            write_screening_page(screenings, screener.held, place)
        elif form == "jsonl":
            write_record(screener, screenings, place)
        else:
            SCREENING_WRITERS[form](told_rows(record_of(screener, screenings)), place)

    write_out(write, target)


def _print(screenings: list[Screening]) -> None:
    from tenderlight.cli.plain import plain, plain_line
    from tenderlight.publish.screening_cells import answer_of, screening_rows
    from tenderlight.publish.screening_page import ALWAYS_SHOWN, DAY_WORDS
    from tenderlight.screening.record import days_of

    for screening in screenings:
        question = screening.question
        days = ", ".join(day.iso() for day in question.days) or "day not known"
        role = f"{question.role}, " if question.role else ""
        click.echo(plain_line(f"{question.query.name or '(no name)'}  ({role}{question.where}; {days})"))
        for each in screening.problems:
            click.echo(plain(f"  {each.code}: {each.message}"))
        for row in screening_rows([screening]):
            if row.owned is not None:
                click.echo(plain(f"  {answer_of(row)}, {row.owned.rule.code}: rule {row.owned.force}"))
                click.echo(plain(f"    {row.owned.explanation}"))
                continue
            if row.hit is None:
                click.echo(f"  {answer_of(row)}")
                continue
            entity, stands = row.hit.match.entity, row.hit.standing
            known = {name: day for name, day in days_of(row.hit.history).items() if day or name in ALWAYS_SHOWN}
            said = "; ".join(f"{DAY_WORDS[name]} {day or 'not said'}" for name, day in known.items())
            graded = ", ".join(dict.fromkeys((answer_of(row), row.hit.match.grade.value)))
            click.echo(plain(f"  {graded}: {stands.status}"))
            click.echo(plain_line(f"    {entity.name}  [{entity.list_code}: {said}]"))
            click.echo(plain(f"    {stands.because}\n    {row.hit.match.explanation}"))
    sys.stdout.flush()
