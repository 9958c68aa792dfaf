"""The pages that people read: their commands exist, their links lead somewhere, their words are the house's."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from tenderlight.cli import COMMANDS, tenderlight
from tests.house.tree import PACKAGE, ROOT, files_ending, keys_of_table, name_of, part_of

PAGES = files_ending(".md")
HANDWRITTEN = [path for path in PAGES if not path.read_text("utf-8").startswith("<!-- Made by")]
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
AMERICAN = re.compile(
    r"\b(?:analyz\w+|artifact\w*|behavior\w*|catalog|center\w*|color\w*|defense|favor\w*|fulfill|gray|honor\w*|judgment"
    r"|labeled|labeling|organiz\w+|program(?:me)?d out|recogniz\w+|summariz\w+|traveler\w*)\b",
    re.IGNORECASE,
)
PLANNED = {"settings"}
"""Commands that the interface has a place for, and that no page may promise yet."""


def commands_in(page: str) -> list[str]:
    """Return the command lines of `tenderlight` that a page shows, without prompt signs and pipes."""
    fenced = re.findall(r"(?ms)^```\w*\n(.*?)^```", page)
    lines = [line.strip().removeprefix("$ ") for block in fenced for line in block.splitlines()]
    inline = re.findall(r"`(tenderlight [^`]+)`", page)
    found = [line for line in (*lines, *inline) if re.match(r"tenderlight [a-z-]", line)]
    return [re.split(r"\s[|>#]\s?", line)[0] for line in found]


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_every_command_shown_exists_with_its_options(path: Path) -> None:
    for line in commands_in(path.read_text("utf-8")):
        name, *arguments = shlex.split(line.replace("…", ""))[1:]
        if name.startswith("-"):
            continue
        assert name in COMMANDS, line
        command = tenderlight.get_command(click.Context(tenderlight), name)
        assert command is not None
        if isinstance(command, click.Group) and arguments and arguments[0] in command.commands:
            command = command.commands[arguments[0]]
        known = {option for parameter in command.params for option in parameter.opts} | {"--help", "-h"}
        assert {one for one in arguments if one.startswith("-") and one != "-"} <= known, line


def test_nothing_planned_is_a_command_yet() -> None:
    assert not PLANNED & set(COMMANDS), "strike out what exists now"


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_every_make_target_shown_exists(path: Path) -> None:
    page = path.read_text("utf-8")
    shown = set(re.findall(r"(?m)(?:^\s*|`)make ([a-z-]+)", page))
    assert {target for target in shown if not re.search(rf"(?m)^{target}:", MAKEFILE)} == set()


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_every_link_to_a_file_leads_to_one(path: Path) -> None:
    page = re.sub(r"(?ms)^```.*?^```", "", path.read_text("utf-8"))
    for target in re.findall(r"\]\((?!\w+:|#)([^)#\s]+)", page):
        assert (path.parent / target).exists() or target.startswith("docs/_build"), target


@pytest.mark.parametrize("path", HANDWRITTEN, ids=name_of)
def test_every_path_of_the_tree_that_is_named_exists(path: Path) -> None:
    rooms = "|".join(sorted(one.name for one in ROOT.iterdir() if one.is_dir() and not one.name.startswith(".")))
    page = path.read_text("utf-8")
    for named in re.findall(rf"`((?:{rooms})/[\w./-]*)`", page):
        if not named.startswith("docs/_build") and "<" not in named:
            assert (ROOT / named).exists() or (PACKAGE / named).exists(), named


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_pages_are_in_british_spelling(path: Path) -> None:
    page = re.sub(r"(?ms)^```.*?^```|`[^`\n]*`|\]\([^)]*\)|https?://\S+", "", path.read_text("utf-8"))
    assert AMERICAN.findall(page) == []


@pytest.mark.parametrize("path", sorted((ROOT / "docs" / "decisions").glob("0*.md")), ids=name_of)
def test_every_decision_says_what_why_and_what_would_change_it(path: Path) -> None:
    page = path.read_text("utf-8")
    assert page.startswith(f"# {path.name[:4]} ")
    assert "**Decided.**" in page
    assert re.search(r"\*\*What would change our mind\.\*\*|## What would change our mind", page)


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = [int(path.name[:4]) for path in sorted((ROOT / "docs" / "decisions").glob("0*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_two_readmes_name_each_other_and_the_same_commands() -> None:
    english, chinese = ((ROOT / name).read_text("utf-8") for name in ("README.md", "README.zh.md"))
    assert "(README.zh.md)" in english
    assert "(README.md)" in chinese
    assert commands_in(english) == commands_in(chinese)
    assert english.count("\n## ") == chinese.count("\n## ")


def test_every_benchmark_says_what_it_measures_and_what_for() -> None:
    page = (ROOT / "benchmarks" / "README.md").read_text("utf-8")
    scripts = {path.name for path in files_ending(".py") if path.parent.name == "benchmarks"} - {"run.py"}
    assert set(keys_of_table(page)) == scripts


def test_security_and_contributing_say_how() -> None:
    assert part_of((ROOT / "SECURITY.md").read_text("utf-8"), "How to report")
    assert part_of((ROOT / "CONTRIBUTING.md").read_text("utf-8"), "What is declined")
