"""A case says which key signs it, and a checkpoint without that key's signature is damage."""

from __future__ import annotations

from pathlib import Path

import pytest

from tenderlight.archive.checking import check_log
from tenderlight.archive.keys import PLACE, own_key, rotate
from tenderlight.cases import Case
from tenderlight.cases.checking import check_case
from tests.cases.steps import entries, receive


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(PLACE, str(tmp_path / "keys"))
    return tmp_path / "case"


def change(case: Path, name: str) -> None:
    with Case.open(case, create=True) as opened:
        receive(opened, case.parent / "sources", name, name.encode())


def test_the_key_is_an_entry_of_the_log_once(case: Path) -> None:
    change(case, "one.txt")
    change(case, "two.txt")
    key = own_key()
    assert key is not None
    assert entries(case) == ["begin", "ingest", "key", "ingest"]
    found = check_log(case)
    assert (found.checkpoints, found.signed_checkpoints) == (2, 2)
    assert [(one.since, one.public) for one in found.keys] == [(2, key.public)]
    with Case.open(case, create=True):
        pass
    assert len(entries(case)) == 4


def test_a_new_key_is_signed_by_the_one_before_and_rebuilding_knows_it(case: Path) -> None:
    change(case, "one.txt")
    new = rotate()
    change(case, "two.txt")
    assert check_log(case).keys[-1].public == new.public
    assert check_log(case).keys[-1].is_confirmed
    (case / "case.sqlite").unlink()
    change(case, "three.txt")
    assert entries(case).count("key") == 2
    assert check_case(case) == []


def test_a_case_without_a_key_goes_on_without_signatures(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(case, "one.txt")
    monkeypatch.setenv(PLACE, "/dev/null/keys")
    change(case, "two.txt")
    found = check_log(case)
    assert (found.checkpoints, found.signed_checkpoints) == (2, 1)
    assert (found.keys[-1].public, found.keys[-1].is_confirmed) == (None, False)


@pytest.mark.parametrize("cut", ["whole signature", "one letter of it"])
def test_a_checkpoint_whose_signature_is_gone_or_wrong_is_damage(case: Path, cut: str) -> None:
    change(case, "one.txt")
    (checkpoint,) = (case / "checkpoints").iterdir()
    text = checkpoint.read_text("utf-8")
    body, _, signature = text.partition("\n\n")
    letter = "A" if signature[-10] != "A" else "B"
    checkpoint.write_text(body + "\n" if cut == "whole signature" else text[:-10] + letter + text[-9:], "utf-8")
    (damage,) = check_case(case)
    assert "not signed by the key" in damage.message
    assert damage.details["since"] == "0"
