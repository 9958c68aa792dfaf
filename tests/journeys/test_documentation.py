"""What the tutorial and the README show is what happens."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.command import COMMAND, ROOT, environment
from tests.journeys.conftest import FoundCase

TUTORIAL = ROOT / "docs" / "tutorial" / "index.md"
READMES = [ROOT / "README.md", ROOT / "README.zh.md"]
PURPOSELY_NOT_THERE = "my-tenders"
CLAIM_LINE = re.compile(r"[a-z]+\.[a-z_]+\s{2,}[a-z]+\s{2,}")
"""A line of the table of claims, shortened: rule, polarity, stage, words, place."""


def blocks(page: Path, language: str) -> list[str]:
    """Return the fenced blocks of a language on a page."""
    return re.findall(rf"(?ms)^```{language}\n(.*?)^```", page.read_text("utf-8"))


def claims_of(case: FoundCase) -> list[dict[str, Any]]:
    return [json.loads(line) for line in case.lines]


@pytest.mark.parametrize("page", [TUTORIAL, *READMES], ids=lambda page: page.name)
def test_every_claim_shown_is_made(page: Path, example_case: FoundCase) -> None:
    shown = [line for block in blocks(page, "text") for line in block.splitlines() if CLAIM_LINE.match(line)]
    assert len(shown) >= 4
    made = {one: _as_row(one) for one in map(json.dumps, claims_of(example_case))}
    for line in shown:
        rule, polarity, stage, words, name, number = re.split(r"\s{2,}| p\. (?=\d+$)", line)
        wanted = rule, polarity, stage, name, int(number)
        quotes = [text for row, text in made.values() if row == wanted]
        assert any("".join(words.split()) in text for text in quotes), line


def _as_row(line: str) -> tuple[tuple[object, ...], str]:
    claim = json.loads(line)
    quote = claim["quotes"][0]
    name = quote["path"].rpartition("/")[2]
    row = claim["rule"], claim["polarity"], claim["stage"], name, quote["page_number"]
    return row, "".join(quote["text"].split())


@pytest.mark.parametrize("page", READMES, ids=lambda page: page.name)
def test_the_claim_shown_as_json_is_made(page: Path, example_case: FoundCase) -> None:
    (block,) = blocks(page, "json")
    shown = json.loads(block)
    assert [one for one in claims_of(example_case) if _holds(one, shown)]


def _holds(whole: Any, part: Any) -> bool:
    """Say whether all of `part` is in `whole`; lists may be shown shortened."""
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(name in whole and _holds(whole[name], part[name]) for name in part)
    if isinstance(part, list):
        return len(part) <= len(whole) and all(_holds(have, wanted) for have, wanted in zip(whole, part, strict=False))
    return bool(whole == part)


def test_the_commands_of_the_tutorial_say_what_it_shows(example_case: FoundCase, tmp_path: Path) -> None:
    shutil.copytree(example_case.folder, tmp_path / "demo-case")
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    said = ""
    parts = re.findall(r"(?ms)^```(sh|text)\n(.*?)^```", TUTORIAL.read_text("utf-8"))
    assert len(parts) >= 8
    for language, block in parts:
        if language == "text":
            if not CLAIM_LINE.match(block):
                _compare(block, said)
            continue
        said = ""
        for line in block.splitlines():
            if not line.startswith("make ") and PURPOSELY_NOT_THERE not in line:
                said += _run(line, tmp_path)
    assert (tmp_path / "demo-case" / "report" / "index.html").exists()
    assert (tmp_path / "claims.xlsx").stat().st_size > 5_000
    assert (tmp_path / "claims.jsonl").read_bytes().count(b"\n") == len(example_case.lines)


def _run(line: str, folder: Path) -> str:
    """Run a command line as typed; return what it says, both streams."""
    name, *arguments = shlex.split(line)
    command = [*COMMAND, *arguments] if name == "tenderlight" else ["sh", "-c", line]
    done = subprocess.run(command, cwd=folder, env=environment(), capture_output=True, timeout=120, check=False)
    assert done.returncode in ((0, 3) if arguments[:1] == ["find"] else (0,)), line
    return (done.stdout + done.stderr).decode("utf-8")


def _compare(shown: str, said: str) -> None:
    """Hold what is shown against what was said; an ellipsis stands for anything."""
    pattern = re.escape(" ".join(shown.split())).replace("…", ".*")
    assert re.search(pattern, " ".join(said.split()), re.DOTALL), f"shown:\n{shown}\nsaid:\n{said}"
