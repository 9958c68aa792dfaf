"""Cases and dossiers made once for the tests of what leaves the machine."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tenderlight.cases import Case
from tenderlight.publish.dossier import Published
from tests.memory_disk import memory_folder
from tests.publish.made_dossier import ask_all, confirm_all, make_case, publish_it


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A case that was published, and its dossiers."""

    folder: Path
    """Holds `case`."""
    plain: Published
    redacted: Published
    """The second dossier of the contract, without names."""


@pytest.fixture(scope="session")
def unreviewed() -> Iterator[Path]:
    """A folder with a case that nobody has reviewed; tests copy it."""
    with memory_folder() as folder:
        make_case(folder)
        yield folder


@pytest.fixture(scope="session")
def made(unreviewed: Path) -> Iterator[Made]:
    """A case that was published twice; tests only read it."""
    with memory_folder() as folder:
        shutil.copytree(unreviewed, folder, dirs_exist_ok=True)
        with Case.open(folder / "case", create=True) as case:
            confirm_all(case)
            ask_all(case)
        plain = publish_it(folder, folder / "plain")
        redacted = publish_it(folder, folder / "redacted", redact=True, has_names=False)
        yield Made(folder=folder, plain=plain, redacted=redacted)


@pytest.fixture
def case_folder(unreviewed: Path) -> Iterator[Path]:
    """A folder of one's own with a case that nobody has reviewed."""
    with memory_folder() as folder:
        shutil.copytree(unreviewed, folder, dirs_exist_ok=True)
        yield folder
