"""Where the tables that commands write go: into a file, or to standard output."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import click

from tenderlight.cli.plain import plain

STANDARD_OUTPUT = Path("-")


def write_out(write: Callable[[Path], None], target: Path) -> None:
    """Have a file written at `target`, and say so; `-` sends its bytes to standard output instead."""
    if target != STANDARD_OUTPUT:
        write(target)
        click.echo(f"Wrote {plain(str(target))}", err=True)
        return
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "written"
        write(whole)
        with whole.open("rb") as file:
            shutil.copyfileobj(file, sys.stdout.buffer)
