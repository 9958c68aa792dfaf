"""What leaves the repository: the wheel, its pins, its licence."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

import tenderlight
from tests.house.tree import PACKAGE, ROOT, files_of_the_tree, name_of

PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
FORBIDDEN_LICENCES = re.compile(r"\b(?:A|L)?GPL|GNU (?:Affero |Lesser |Library )?General Public", re.IGNORECASE)
NOT_CODE = {".pyc"}
LARGEST_BYTES = 2_000_000
"""Of one file: larger ones are slow to fetch and to compare, and labelled sets can be parted by hand."""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel as an installer would, without asking any network."""
    pytest.importorskip("hatchling", reason="the build backend is not installed here")
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def names_in(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    ours = {
        f"tenderlight/{path.relative_to(PACKAGE).as_posix()}"
        for path in files_of_the_tree()
        if path.is_relative_to(PACKAGE)
    }
    assert len(ours) > 150
    assert ours - names_in(wheel) == set()
    for needed in ("cases/schema.sql", "publish/templates/report.css", "py.typed"):
        assert f"tenderlight/{needed}" in ours
    assert [name for name in ours if name.startswith("tenderlight/_generated/") and name.endswith(".json")]


def test_no_file_is_too_large_to_read() -> None:
    sizes = {name_of(path): path.stat().st_size for path in files_of_the_tree()}
    assert {name: size for name, size in sizes.items() if size > LARGEST_BYTES} == {}


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    assert [name for name in names_in(wheel) if not name.startswith(("tenderlight/", "tenderlight-"))] == []
    assert [name for name in names_in(wheel) if Path(name).suffix in NOT_CODE] == []


def test_the_wheel_carries_its_licence_and_its_command(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        described = {Path(name).name: name for name in archive.namelist() if ".dist-info/" in name}
        assert {"LICENSE", "METADATA", "entry_points.txt"} <= set(described)
        metadata = archive.read(described["METADATA"]).decode("utf-8")
        command = archive.read(described["entry_points.txt"]).decode("utf-8")
    assert f"\nVersion: {tenderlight.__version__}\n" in metadata
    assert "\nLicense-Expression: Apache-2.0\n" in metadata
    assert "tenderlight = tenderlight.cli:main" in command


def test_the_wheel_runs_without_the_repository(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    code = (
        "import tenderlight, sys\n"
        "from tenderlight.capabilities import capability_entries, load_vocabulary\n"
        "from tenderlight.cases.sqlite_file import schema\n"
        "from tenderlight.cli import COMMANDS, tenderlight as group\n"
        "assert load_vocabulary().codes == set(capability_entries()) and 'STRICT' in schema()\n"
        "assert all(group.get_command(None, name) for name in COMMANDS)\n"
        "print(tenderlight.__file__)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n{code}"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(done.stdout.strip()).is_relative_to(tmp_path)


def pins() -> dict[str, Version]:
    found = {}
    for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, separator, version = line.partition("==")
            assert separator, f"not a pin: {line}"
            assert re.fullmatch(r"[A-Za-z0-9._-]+", name), f"not a plain name: {line}"
            found[str(canonicalize_name(name))] = Version(version)
    return found


def requirements() -> list[Requirement]:
    extras = PROJECT["optional-dependencies"]
    return [
        Requirement(line) for line in (*PROJECT["dependencies"], *(one for extra in extras.values() for one in extra))
    ]


@pytest.mark.parametrize("wanted", requirements(), ids=str)
def test_every_dependency_is_pinned_to_a_version_that_fits(wanted: Requirement) -> None:
    version = pins().get(str(canonicalize_name(wanted.name)))
    assert version is not None, f"{wanted.name} is not in constraints.txt"
    assert wanted.specifier.contains(version), f"{wanted} and {version}"


def test_pins_name_no_place_to_fetch_from() -> None:
    text = (ROOT / "constraints.txt").read_text("utf-8")
    assert not re.search(r"://|@|--|\s-[a-z]\b", text)


@pytest.mark.parametrize("wanted", [Requirement(line) for line in PROJECT["dependencies"]], ids=str)
def test_no_dependency_of_the_base_forbids_its_use_under_our_licence(wanted: Requirement) -> None:
    from importlib import metadata

    if wanted.marker is not None and not wanted.marker.evaluate():
        pytest.skip("not needed on this machine")
    about = metadata.metadata(wanted.name).json
    told = [str(about.get("license_expression", "")), *about.get("classifier", [])]
    assert not FORBIDDEN_LICENCES.search("\n".join(told))


def test_versions_agree() -> None:
    citation = (ROOT / "CITATION.cff").read_text("utf-8")
    assert f"\nversion: {tenderlight.__version__}\n" in citation
    assert f"\nlicense: {PROJECT['license']}\n" in citation
    for licence in re.findall(r'SPDX-License-Identifier = "([^"]+)"', (ROOT / "REUSE.toml").read_text("utf-8")):
        assert (ROOT / "LICENSES" / f"{licence}.txt").exists()


def test_changes_not_yet_released_have_a_kind_and_a_paragraph() -> None:
    fragments = [path for path in (ROOT / "changes").iterdir() if path.name != "README.md"]
    assert fragments
    for path in fragments:
        assert re.fullmatch(r"[a-z0-9-]+\.(?:added|changed|fixed|removed|security)\.md", path.name), name_of(path)
        text = path.read_text("utf-8")
        assert text.endswith(".\n"), name_of(path)
        assert "\n\n" not in text, f"{name_of(path)}: more than one paragraph"
