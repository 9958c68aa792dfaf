"""The code itself: sizes, borders between rooms, what may be caught, what may be opened."""

from __future__ import annotations

import ast
import configparser
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.tree import PACKAGE, ROOT, files_of_the_tree, name_of, python_files

WRITTEN = python_files("src", "tests", "tools", "benchmarks", "examples", "docs")
LONGEST_FILE = 400
CATCHES_EVERYTHING = {"pipeline/steps.py", "cage/child.py", "cage/zygote.py"}
ALL_ERRORS = {"Exception", "BaseException"}
MAY_CATCH_EVERYTHING = re.compile(r"except(?::|.*Exception\b)")
VAGUE_NAMES = {"common", "core", "helper", "helpers", "manager", "misc", "util", "utils"}
HEAVY = "numpy pypdfium2 lxml selectolax msgspec rich jinja2 PIL xlsxwriter pikepdf python_calamine olefile chardet"


def test_no_file_is_longer_than_can_be_read_in_one_sitting() -> None:
    lengths = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in WRITTEN}
    assert len(lengths) > 250
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_nothing_is_called_what_says_nothing() -> None:
    parts = {part for path in files_of_the_tree() for part in (*path.relative_to(ROOT).parts[:-1], path.stem)}
    assert not parts & VAGUE_NAMES


def test_nothing_is_left_for_later_in_the_code() -> None:
    mark = re.compile(r"#.*\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
    assert [name_of(path) for path in WRITTEN if mark.search(path.read_text("utf-8"))] == []


def test_only_the_steps_and_the_cage_keep_what_they_catch_of_everything() -> None:
    keeping = {
        path.relative_to(PACKAGE).as_posix()
        for path in python_files("src")
        if MAY_CATCH_EVERYTHING.search(path.read_text("utf-8"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ExceptHandler) and _catches_everything(node) and not _raises_it_again(node)
    }
    assert keeping <= CATCHES_EVERYTHING


def _catches_everything(handler: ast.ExceptHandler) -> bool:
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(kind is None or (isinstance(kind, ast.Name) and kind.id in ALL_ERRORS) for kind in kinds)


def _raises_it_again(handler: ast.ExceptHandler) -> bool:
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def test_nothing_is_suppressed_wholesale() -> None:
    wholesale = re.compile(r"suppress\([^)]*\b(?:Base)?Exception\b")
    assert [name_of(path) for path in python_files("src") if wholesale.search(path.read_text("utf-8"))] == []


def test_only_sources_and_the_cage_may_open_a_socket() -> None:
    opening = re.compile(r"(?m)^\s*(?:import|from) (?:socket|ssl|ftplib|smtplib|requests|httpx|urllib\.request|http)\b")
    rooms = {
        path.relative_to(PACKAGE).parts[0] for path in python_files("src") if opening.search(path.read_text("utf-8"))
    }
    assert rooms <= {"sources", "cage"}


def test_one_module_knows_object_stores() -> None:
    knowing = re.compile(r"(?m)^\s*(?:import|from) (?:obstore|s3fs|fsspec|boto3|botocore)\b")
    modules = [path.relative_to(PACKAGE).as_posix() for path in python_files("src") if knowing.search(path.read_text())]
    assert modules == ["archive/object_store.py"]


def test_one_module_knows_ray() -> None:
    knowing = re.compile(r"(?m)^\s*(?:import|from) ray\b")
    modules = [path.relative_to(PACKAGE).as_posix() for path in python_files("src") if knowing.search(path.read_text())]
    assert modules == ["pipeline/cluster.py"]


def test_the_layers_and_the_decision_name_every_room() -> None:
    rooms = {path.name.removesuffix(".py") for path in PACKAGE.iterdir() if _is_room(path)}
    layers = configparser.ConfigParser()
    layers.read(ROOT / ".importlinter", "utf-8")
    written = layers["importlinter:contract:layers"]["layers"]
    required = set(re.findall(r"(?<!\()\b(\w+)\b(?!\))", written))
    optional = set(re.findall(r"\((\w+)\)", written))
    assert required <= rooms <= required | optional
    decision = (ROOT / "docs" / "decisions" / "0001-rooms.md").read_text("utf-8")
    told = set(re.findall(r"`(\w+)`", " ".join(line.split("|")[1] for line in decision.splitlines() if "|" in line)))
    assert {room for room in rooms if (PACKAGE / room).is_dir() and room != "_generated"} <= told


def _is_room(path: Path) -> bool:
    if path.is_dir():
        return (path / "__init__.py").exists()
    return path.suffix == ".py" and not path.name.startswith("__")


TEMPLATES = [path for room in ("publish", "web") for path in (PACKAGE / room / "templates").rglob("*.*")]
OWN_SCRIPT = re.compile(r'<script src="/static/[a-z.]+\.js" defer></script>')


@pytest.mark.parametrize("path", sorted(TEMPLATES), ids=lambda path: f"{path.parts[-3]}-{path.name}")
def test_no_served_page_names_another_host_or_runs_anything(path: Path) -> None:
    text = path.read_text("utf-8")
    if path == PACKAGE / "web" / "templates" / "page.html":
        text = OWN_SCRIPT.sub("", text)
    assert not re.search(r"(?:https?:)?//[a-z]", text)
    assert not re.search(r"<script|\son\w+=|javascript:", text, re.IGNORECASE)
    assert not re.search(r"\|\s*safe\b", text), "what a document says is never markup"


def test_the_light_import_stays_light() -> None:
    code = f"import sys, tenderlight, tenderlight.cli; print([m for m in {HEAVY.split()!r} if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
