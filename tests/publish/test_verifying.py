"""A dossier is checked as by the file in it, and its quotes are found again in the originals themselves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tenderlight.archive.keys import PLACE
from tenderlight.errors import NoSuchCase
from tenderlight.publish.verifying import is_dossier, verify_dossier
from tests.memory_disk import memory_folder
from tests.publish.made_bag import DOCUMENT, SEALED, TEXT, make_bag


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    with memory_folder() as place:
        monkeypatch.setenv(PLACE, str(place / "keys"))
        yield place


def test_a_whole_dossier_holds_and_says_what_is_not_here(folder: Path) -> None:
    bag = make_bag(folder)
    assert is_dossier(bag)
    told: list[tuple[int, int]] = []
    found = verify_dossier(bag, tell=lambda done, whole: told.append((done, whole)))
    assert told == [(1, 1)]
    assert (found.faults, found.touched) == ((), ())
    assert (found.findings, found.quotes, found.found_again, len(found.key)) == (2, 2, 1, 64)
    assert found.notes == (f"The original {SEALED} is not here: its quotes were not found again in it.",)
    assert verify_dossier(bag, key=found.key).faults == ()
    assert verify_dossier(bag, key="ab" * 32).faults == ("It is signed by another key than the one that was named.",)


def test_words_that_the_original_does_not_have_are_found_though_all_is_signed(folder: Path) -> None:
    """Only reading the original again tells: lists, log and signature are right."""
    found = verify_dossier(make_bag(folder, text=TEXT.replace("人脸识别", "声纹识别")))
    assert found.faults == (
        f"Finding claim-0: the words quoted were not found in data/originals/{DOCUMENT}, page 1, read again.",
    )
    assert found.touched == ("claim-0",)


def test_what_a_fault_touches_is_named(folder: Path) -> None:
    bag = make_bag(folder)
    page = bag / "data" / "pages" / f"{SEALED}-1.json"
    page.write_text(page.read_text("utf-8") + " ", "utf-8")
    assert verify_dossier(bag).touched == ("claim-1",)
    (bag / "data" / "claims.json").write_text("[]")
    assert verify_dossier(bag).faults
    (bag / "data" / "custody" / "entries.jsonl").write_text('{"entry": "[]"}\n')
    assert verify_dossier(bag).faults


def test_what_is_no_dossier_is_not_checked(tmp_path: Path) -> None:
    with pytest.raises(NoSuchCase):
        verify_dossier(tmp_path)
