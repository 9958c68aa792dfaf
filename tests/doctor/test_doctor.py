"""What works here, what does not, and how to mend it."""

from __future__ import annotations

import ctypes.util
import importlib.metadata
import shutil
from pathlib import Path

import pytest

from tenderlight.cage import Workshop
from tenderlight.cases import Case
from tenderlight.doctor import machine
from tenderlight.doctor.checks import Check, Verdict
from tenderlight.doctor.machine import machine_checks
from tenderlight.doctor.of_case import case_checks
from tests.memory_disk import memory_folder


def by_name(checks: list[Check]) -> dict[str, Check]:
    named = {check.name: check for check in checks}
    assert len(named) == len(checks)
    return named


def test_each_check_of_this_machine_says_how_to_mend_what_does_not_work() -> None:
    found = by_name(list(machine_checks(Path())))
    assert {"python", "cage", "libarchive", "LibreOffice", "tesseract", "fonts", "key", "lists", "extra ocr"} <= set(
        found
    )
    assert found["lists"].verdict is Verdict.MISSING, "tests hold no lists"
    for check in found.values():
        assert bool(check.costs and check.mend) is (check.verdict is not Verdict.WORKS), check


def test_what_is_not_installed_is_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def no_version(name: str) -> str:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "version", no_version)
    extras = list(machine._extras())
    assert {check.verdict for check in extras} == {Verdict.MISSING}
    assert any("tenderlight[ocr]" in check.mend and "onnxruntime" in check.found for check in extras)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert machine._office().verdict is Verdict.MISSING
    monkeypatch.setattr(ctypes.util, "find_library", lambda _: None)
    assert machine._archives().verdict is Verdict.BROKEN


def test_a_disk_that_is_nearly_full_and_a_key_that_others_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1000))
    assert {check.verdict for check in machine._rooms(tmp_path / "not" / "yet")} == {Verdict.BROKEN}
    monkeypatch.setenv("TENDERLIGHT_KEYS", str(tmp_path))
    assert machine._key().verdict is Verdict.WORKS
    assert list(tmp_path.iterdir()) == [], "looking makes no key"
    (tmp_path / "signing-key.pem").write_text("x")
    (tmp_path / "signing-key.pem").chmod(0o644)
    assert machine._key().verdict is Verdict.BROKEN


def test_a_cage_with_fewer_walls_says_which(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "_NOTHING", Workshop(opener="tenderlight.doctor.machine:no_such"))
    assert machine._cage().verdict is Verdict.BROKEN


def test_the_state_of_a_case() -> None:
    with memory_folder() as folder:
        case_folder = folder / "case"
        assert by_name(list(case_checks(case_folder)))["case"].verdict is Verdict.BROKEN
        with Case.open(case_folder, create=True) as case:
            (folder / "a.txt").write_text("a")
            case.receive_file(folder / "a.txt", received_as="a.txt")
            case.commit()
            assert by_name(list(case_checks(case_folder)))["case lock"].verdict is Verdict.WORKS
        (case_folder / "tmp" / "left").write_bytes(b"1234")
        (case_folder / "custody.torn-9").write_bytes(b"x")
        (case_folder / "watch" / "arrived" / "one").mkdir(parents=True)
        (case_folder / "watch" / "outbox").mkdir()
        (case_folder / "watch" / "outbox" / "a.json").write_text("{}")
        found = by_name(list(case_checks(case_folder)))
        assert found["case queue"].found == "1 documents wait"
        assert "1 files of 4 bytes" in found["case leftovers"].found
        assert {"case log", "watch", "alerts"} <= set(found)
        before = sorted(str(one) for one in case_folder.rglob("*"))
        list(case_checks(case_folder))
        assert sorted(str(one) for one in case_folder.rglob("*")) == before, "nothing is changed"
