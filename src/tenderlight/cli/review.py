"""`tenderlight review`."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(name="review", short_help="Look at the claims of a case in a browser, and decide.")
@click.argument("case_folder", metavar="CASE", type=click.Path(path_type=Path, file_okay=False))
@click.option("--by", "person", default="", help="Name that decisions are written under. [asked for]")
@click.option("--port", default=0, type=click.IntRange(0, 65535), help="Port on this machine. [any that is free]")
def command(case_folder: Path, *, person: str, port: int) -> None:
    """Open the review desk of CASE on this machine, and print the link to it.

    \b
    tenderlight review my-case
    tenderlight review my-case --by "A. Reader" --port 8765

    The link works once and for this machine alone. Every decision goes into the custody log before it is shown as made.
    The desk holds the case as long as it runs: `find` and `decide` wait until it is stopped with Ctrl-C.
    """
    from tenderlight.cases import Case
    from tenderlight.web.serving import bound, serve

    with Case.open(case_folder):
        pass  # there is one; opening it for changes would make it
    with Case.open(case_folder, create=True) as case, bound("127.0.0.1", port) as place:
        click.echo(place.opening_link)
        click.echo("Open this link in a browser; it works once. Stop the desk with Ctrl-C.", err=True)
        serve(case, place, person=" ".join(person.split())[:200])
