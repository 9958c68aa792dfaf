"""Every benchmark is run by `make bench`, explained, and says its own goal."""

from __future__ import annotations

import ast

import pytest

from benchmarks.run import FOLDER, benchmarks

NAMES = [one.name for one in benchmarks()]


def test_all_scripts_but_the_one_that_runs_them_are_benchmarks() -> None:
    assert sorted([*NAMES, "run"]) == sorted(path.stem for path in FOLDER.glob("*.py"))
    assert NAMES[-1] == "find"


@pytest.mark.parametrize("name", NAMES)
def test_a_benchmark_is_explained(name: str) -> None:
    assert f"\n| `{name}.py` |" in (FOLDER / "README.md").read_text("utf-8")
    said = ast.get_docstring(ast.parse((FOLDER / f"{name}.py").read_text("utf-8")))
    assert said is not None
    assert f"python benchmarks/{name}.py" in said
