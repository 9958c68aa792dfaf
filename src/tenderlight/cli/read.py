"""`tenderlight read`."""

from __future__ import annotations

import sys
from pathlib import Path

import click


@click.command(name="read", short_help="Pages, words, boxes and tables of one file.")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--json", "as_json", is_flag=True, help="Print each page, record, file and problem as a line of JSON.")
def command(file: Path, as_json: bool) -> int:
    """Read FILE in the cage, and print what came out.

    \b
    tenderlight read tender.pdf
    tenderlight read tender.pdf --json | jq .text

    Nothing is stored. Ends with 3 if FILE was not read, or not wholly.
    """
    from tenderlight.cli.plain import plain
    from tenderlight.errors import ExitCode
    from tenderlight.pipeline.one_file import read_file

    is_whole = True
    for line in read_file(file):
        is_whole = is_whole and not line.is_costly
        if as_json:
            sys.stdout.buffer.write(line.as_json() + b"\n")
        else:
            click.echo(plain(line.as_text()), err=line.is_problem)
    return ExitCode.DONE if is_whole else ExitCode.DONE_WITH_UNREAD
