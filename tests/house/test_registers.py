"""What is not documented does not exist: every code, command, column, limit and rule has its place in the docs."""

from __future__ import annotations

import re
from dataclasses import asdict

import pytest

from tenderlight.cage import Limits
from tenderlight.capabilities import capability_entries, load_vocabulary
from tenderlight.capabilities.compile import CAPABILITY_KEYS, CUE_KEYS, LANGUAGES, PATTERN_KEYS, SENSE_KEYS
from tenderlight.capabilities.vocabulary import Scope
from tenderlight.cli import COMMANDS
from tenderlight.errors import ExitCode
from tenderlight.model.problem import PROBLEMS
from tenderlight.model.reader import ReadingLimits
from tenderlight.pipeline import outcomes
from tenderlight.publish.cells import COLUMNS
from tenderlight.publish.contract_cells import CONTRACT_COLUMNS
from tenderlight.publish.converted_cells import RATE_COLUMNS
from tenderlight.publish.exposure_cells import EXPOSURE_COLUMNS
from tenderlight.publish.hit_cells import HIT_COLUMNS
from tenderlight.publish.page_cells import PAGE_COLUMNS
from tenderlight.publish.parquet import CLAIM_COLUMNS
from tenderlight.publish.party_cells import PARTY_COLUMNS
from tenderlight.publish.read_tables import TABLE_COLUMNS
from tenderlight.publish.screening_cells import SCREENING_COLUMNS
from tenderlight.publish.statement_cells import STATEMENT_COLUMNS
from tenderlight.publish.suggestion_cells import SUGGESTION_COLUMNS
from tenderlight.publish.told_replies import REPLY_KEYS
from tenderlight.reading import registry
from tenderlight.reading.formats import FORMAT_NAMES
from tenderlight.sources import recognise
from tests.house.tree import PACKAGE, ROOT, keys_of_table, part_of, python_files, reference, table_values

REGISTERS = set(PACKAGE.glob("model/problems_of_*.py"))


@pytest.mark.parametrize("code", sorted(PROBLEMS))
def test_every_problem_has_a_heading_and_says_what_to_do(code: str) -> None:
    assert f"({code})=\n## {code}\n" in reference("problems.md")
    kind = PROBLEMS[code]
    assert kind.code == code
    assert kind.message.endswith((".", ":"))
    assert kind.next_step.endswith(".")


def test_every_problem_that_the_code_names_is_registered() -> None:
    named = {
        (path.name, code)
        for path in python_files("src")
        for code in re.findall(r"\b(?:problem|trouble|refuse|_problem)\(\s*\"([a-z-]+)\"", path.read_text("utf-8"))
    }
    assert len(named) > 50
    assert {code for _, code in named} <= set(PROBLEMS)


def test_every_registered_problem_can_happen() -> None:
    code_of_the_program = "\n".join(path.read_text("utf-8") for path in python_files("src") if path not in REGISTERS)
    assert [code for code in PROBLEMS if f'"{code}"' not in code_of_the_program] == []


def test_no_problem_speaks_of_what_is_not_there() -> None:
    steps = " ".join(kind.next_step for kind in PROBLEMS.values())
    named = set(re.findall(r"--[a-z-]+", steps)) | set(re.findall(r"`tenderlight (\w+)", steps))
    options = set(re.findall(r"--[a-z-]+", reference("commands.md")))
    assert named <= options | set(COMMANDS)


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_has_a_heading(command: str) -> None:
    assert f"(command-{command})=\n## tenderlight {command}\n" in reference("commands.md")


def test_every_exit_code_is_explained() -> None:
    rows = re.findall(r"(?m)^\| (\d+) \| (.+) \|$", part_of(reference("commands.md"), "Exit codes"))
    assert sorted(int(code) for code, _ in rows) == sorted(ExitCode)
    assert all(len(meaning) > 4 for _, meaning in rows)


def test_every_column_is_described_in_its_order() -> None:
    claims, rest = reference("columns.md").split("(converted-figures)=")
    converted, rest = rest.split("(contracts-table)=")
    contracts, rest = rest.split("(ledger-of-pages)=")
    pages, rest = rest.split("(suggestions-table)=")
    suggestions, rest = rest.split("(hits-table)=")
    hits, rest = rest.split("(parties-table)=")
    parties, rest = rest.split("(screenings-table)=")
    screenings, rest = rest.split("(exposure-table)=")
    exposure, rest = rest.split("(statements-table)=")
    statements, rest = rest.split("(replies-told)=")
    replies, rest = rest.split("(parquet-columns)=")
    parquet, tables = rest.split("(tables-of-one-file)=")
    assert list(table_values(claims, column=1)) == list(COLUMNS)
    assert list(table_values(converted, column=1)) == list(RATE_COLUMNS)
    assert list(table_values(contracts, column=1)) == list(CONTRACT_COLUMNS)
    assert list(table_values(pages, column=1)) == list(PAGE_COLUMNS)
    assert list(table_values(suggestions, column=1)) == list(SUGGESTION_COLUMNS)
    assert list(table_values(hits, column=1)) == list(HIT_COLUMNS)
    assert list(table_values(parties, column=1)) == list(PARTY_COLUMNS)
    assert list(table_values(screenings, column=1)) == list(SCREENING_COLUMNS)
    assert list(table_values(exposure, column=1)) == list(EXPOSURE_COLUMNS)
    assert list(table_values(statements, column=1)) == list(STATEMENT_COLUMNS)
    assert list(table_values(replies, column=1)) == list(REPLY_KEYS)
    assert list(table_values(parquet, column=1)) == list(CLAIM_COLUMNS)
    assert list(table_values(tables, column=1)) == [*TABLE_COLUMNS, "cell_1"]


def test_every_format_is_listed_as_read_or_as_not_read() -> None:
    page = reference("formats.md")
    read = part_of(page, "What is read")
    listed = part_of(page, "Recognised, and not read yet").split("\n\n")[2]
    unread = {name.strip() for name in re.split(r"[,;.]\s", listed.replace("\n", " ") + " ") if name.strip()}
    with_reader = registry.media_types() | {kind for reader in recognise.all_readers() for kind in reader.media_types}
    names = {name: media_type in with_reader for media_type, name in FORMAT_NAMES.items()}
    assert {name for name, is_read in names.items() if is_read and name not in read} == set()
    assert unread == {name for name, is_read in names.items() if not is_read}


def test_every_reader_is_listed() -> None:
    named = {reader.name for reader in (*registry.all_readers(), *recognise.all_readers())}
    read = part_of(reference("formats.md"), "What is read")
    assert {name for name in named if f"| `{name}` |" not in read} == set()


def test_every_limit_of_a_reading_is_listed_with_its_value() -> None:
    listed = table_values(part_of(reference("formats.md"), "What one original may ask of its reader"), column=1)
    assert listed == {name: f"{value:,}" for name, value in asdict(ReadingLimits()).items()}


def test_every_limit_of_the_cage_is_listed_with_its_value() -> None:
    listed = table_values(part_of(reference("formats.md"), "What the process that reads it may use"), column=1)
    limits = outcomes.limits_for(0)
    assert list(listed) == list(asdict(limits))
    assert {name: text.split()[0].rstrip(",") for name, text in listed.items()} == {
        name: f"{value:,.0f}" for name, value in asdict(limits).items()
    }
    more = outcomes.limits_for(1024**2)
    most = outcomes.limits_for(1024**4)
    assert f"and {more.wall_seconds - limits.wall_seconds:.0f} more for each MiB" in listed["wall_seconds"]
    assert f"and {more.cpu_seconds - limits.cpu_seconds:.0f} more for each MiB" in listed["cpu_seconds"]
    assert listed["wall_seconds"].endswith(f"up to {most.wall_seconds:.0f}")
    assert listed["cpu_seconds"].endswith(f"up to {most.cpu_seconds:.0f}")
    assert isinstance(limits, Limits)


@pytest.mark.parametrize(
    ("heading", "keys"),
    [
        ("A sense", SENSE_KEYS),
        ("A capability", CAPABILITY_KEYS),
        ("A pattern", PATTERN_KEYS),
        ("A cue", CUE_KEYS - SENSE_KEYS),
    ],
)
def test_every_key_of_the_vocabulary_is_explained(heading: str, keys: frozenset[str]) -> None:
    assert set(keys_of_table(part_of(reference("vocabulary.md"), heading))) == keys


def test_every_language_and_scope_of_the_vocabulary_is_named() -> None:
    page = reference("vocabulary.md")
    assert {name for name in (*LANGUAGES, *Scope) if f"`{name}`" not in page} == set()


@pytest.mark.parametrize("code", sorted(load_vocabulary().codes))
def test_every_rule_has_its_page_example_and_expected_result(code: str) -> None:
    folder = ROOT / "docs" / "capabilities" / code
    assert {"index.md", "expected.json"} <= {path.name for path in folder.iterdir()}
    assert list(folder.glob("example.*"))
    assert code in (folder / "index.md").read_text("utf-8")


def test_every_rule_tells_people_what_it_is_and_where_it_comes_from() -> None:
    entries = capability_entries()
    assert set(entries) == load_vocabulary().codes
    for entry in entries.values():
        assert entry.label, entry.code
        assert entry.label_zh, entry.code
        assert entry.definition.endswith("."), entry.code
        assert entry.why_it_matters.endswith("."), entry.code
        assert entry.not_when, entry.code
        assert entry.sources, entry.code
