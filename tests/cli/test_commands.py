"""The command line: every command named, nothing heavy loaded before it is called, one way to end."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from tenderlight import __version__, cli
from tenderlight.cli import COMMANDS, tenderlight

HEAVY = [
    *("PIL", "chardet", "daachorse", "jinja2", "libarchive", "lxml", "msgspec", "numpy", "olefile", "pikepdf"),
    *("pypdfium2", "python_calamine", "rich", "selectolax", "sqlite3", "xlsxwriter"),
]


def test_help_names_every_command_in_one_line_each() -> None:
    shown = CliRunner().invoke(tenderlight, ["--help"])
    assert shown.exit_code == 0
    for name, words in COMMANDS.items():
        assert f"  {name:<8}  {words}\n" in shown.output


def test_every_module_of_a_command_is_named() -> None:
    modules = {
        path.stem
        for path in Path(cli.__file__).parent.glob("*.py")
        if re.search(r"(?m)^def command\(", path.read_text("utf-8"))
    }
    assert modules == set(COMMANDS)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_the_help_of_a_command_starts_with_what_it_does_and_shows_how(name: str) -> None:
    shown = CliRunner().invoke(tenderlight, [name, "--help"], prog_name="tenderlight", terminal_width=100)
    assert shown.exit_code == 0
    assert shown.output.startswith(f"Usage: tenderlight {name} ")
    assert f"\n  tenderlight {name} " in shown.output


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], ["fnid"], [], *([name, "--help"] for name in COMMANDS)], ids=str
)
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys, json, tenderlight.cli\n"
        f"sys.argv = ['tenderlight', *{arguments!r}]\n"
        "try:\n    tenderlight.cli.main()\n"
        f"finally:\n    print(json.dumps([name for name in {HEAVY!r} if name in sys.modules]), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert json.loads(done.stderr.splitlines()[-1]) == []


def test_the_version_is_that_of_the_package() -> None:
    assert CliRunner().invoke(tenderlight, ["--version"]).output == f"tenderlight {__version__}\n"
