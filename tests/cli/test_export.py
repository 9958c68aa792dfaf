"""`tenderlight export`: every form from the command line, what goes to standard output, what is refused."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tenderlight.errors import ExitCode, OptionalPartMissing, UsageError
from tests.cli.test_parties import run
from tests.memory_disk import memory_folder
from tests.publish.made_contract import make_case


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with memory_folder() as place:
        yield make_case(place / "case")


@pytest.mark.parametrize("form", ["jsonl", "csv", "xlsx", "parquet", "ocds"])
def test_each_form_is_the_same_in_a_file_and_on_standard_output(form: str, folder: Path, tmp_path: Path) -> None:
    made = run("export", folder, "--format", form, "-o", tmp_path / form)
    assert made.exit_code == 0, made.exception
    assert made.stdout == ""
    assert run("export", folder, "--format", form, "-o", "-").stdout_bytes == (tmp_path / form).read_bytes()


def test_a_package_with_what_its_publisher_says(folder: Path) -> None:
    url = "https://example.org/extension.json"
    made = run("export", folder, "--format", "ocds", "--ocid-prefix", "ocds-a1b2c3", "--extension-url", url, "-o", "-")
    package = json.loads(made.stdout)
    assert package["extensions"] == [url]
    assert package["releases"][0]["ocid"].startswith("ocds-a1b2c3-")


@pytest.mark.parametrize(
    "arguments",
    [
        ("--format", "ocds", "--only", "confirmed"),
        ("--format", "ocds", "--table", "pages"),
        ("--format", "csv", "--ocid-prefix", "x"),
        ("--format", "csv", "--table", "parties", "--only", "confirmed"),
    ],
)
def test_what_cannot_be_had_is_refused_and_leaves_no_file(
    arguments: tuple[str, ...], folder: Path, tmp_path: Path
) -> None:
    made = run("export", folder, *arguments, "-o", tmp_path / "out")
    assert isinstance(made.exception, UsageError)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("form", "package"), [("parquet", "pyarrow"), ("ftm", "followthemoney")])
def test_a_missing_extra_is_named(
    form: str, package: str, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    made = run("export", folder, "--format", form, "-o", tmp_path / "out")
    assert isinstance(made.exception, OptionalPartMissing)
    assert made.exception.exit_code is ExitCode.PART_MISSING
    assert f"tenderlight[{form}]" in made.exception.what_to_do()
