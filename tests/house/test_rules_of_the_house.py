"""What is not documented does not exist; what is too long is split; nothing calls out."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tenderlight.capabilities import load_vocabulary
from tenderlight.cli import COMMANDS
from tenderlight.model.problem import PROBLEMS
from tenderlight.model.statement import StatementKind
from tenderlight.model.values import AmountKind, DateKind, SupplierRole
from tenderlight.publish.cells import COLUMNS

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "docs" / "reference"
SOURCES = [path for path in sorted((ROOT / "src").rglob("*.py")) if "_generated" not in path.parts]
LONGEST_FILE = 400


def page(name: str) -> str:
    return (REFERENCE / name).read_text("utf-8")


@pytest.mark.parametrize("code", sorted(PROBLEMS))
def test_every_problem_has_a_heading_and_says_what_to_do(code: str) -> None:
    assert f"({code})=\n## {code}\n" in page("problems.md")
    kind = PROBLEMS[code]
    assert kind.code == code
    assert kind.message.endswith((".", ":"))
    assert kind.next_step.endswith(".")


def test_problem_codes_used_in_the_code_are_registered() -> None:
    used = {
        (path.name, code)
        for path in SOURCES
        for code in re.findall(r"\bproblem\(\s*\"([a-z-]+)\"", path.read_text("utf-8"))
    }
    assert len(used) > 20
    assert {code for _, code in used} <= set(PROBLEMS)


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_has_a_heading(command: str) -> None:
    assert f"(command-{command})=" in page("commands.md")


@pytest.mark.parametrize("column", sorted(COLUMNS))
def test_every_column_is_described(column: str) -> None:
    assert f"| `{column}` |" in page("columns.md")


@pytest.mark.parametrize("word", sorted({*StatementKind, *AmountKind, *DateKind, *SupplierRole}))
def test_every_kind_and_role_is_named_in_the_json_reference(word: str) -> None:
    assert f"`{word}`" in page("json.md")


@pytest.mark.parametrize("code", sorted(load_vocabulary().codes))
def test_every_rule_has_its_page_example_and_expected_result(code: str) -> None:
    folder = ROOT / "docs" / "capabilities" / code
    assert {"index.md", "expected.json"} <= {path.name for path in folder.iterdir()}
    assert list(folder.glob("example.*"))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_is_longer_than_can_be_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_FILE


def catches_everything(handler: ast.ExceptHandler) -> bool:
    """Say whether nothing gets past a handler. One that ends in a bare `raise` only tidies up on the way."""
    names = {"Exception", "BaseException"}
    is_wide = handler.type is None or (isinstance(handler.type, ast.Name) and handler.type.id in names)
    last = handler.body[-1]
    return is_wide and not (isinstance(last, ast.Raise) and last.exc is None)


def test_only_the_steps_and_the_cage_catch_everything() -> None:
    catching = set()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ExceptHandler) and catches_everything(node):
                catching.add(str(path.relative_to(ROOT / "src" / "tenderlight")))
    assert catching <= {"pipeline/steps.py", "cage/child.py", "cage/zygote.py"}


def test_only_sources_and_the_cage_may_open_a_socket() -> None:
    with_sockets = {
        path.relative_to(ROOT / "src" / "tenderlight").parts[0]
        for path in SOURCES
        if re.search(r"^\s*(import|from) (socket|urllib\.request|http\.client|ssl)\b", path.read_text("utf-8"), re.M)
    }
    assert with_sockets <= {"sources", "cage"}


def test_no_served_page_names_another_host() -> None:
    for template in (ROOT / "src" / "tenderlight" / "publish" / "templates").iterdir():
        assert not re.search(r"https?://|//[a-z]", template.read_text("utf-8")), template.name


def test_the_light_import_stays_light() -> None:
    import subprocess
    import sys

    heavy = "numpy pypdfium2 lxml selectolax msgspec rich jinja2 PIL xlsxwriter pikepdf".split()
    code = f"import sys, tenderlight, tenderlight.cli; print([m for m in {heavy!r} if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
