"""A dossier carries the times that authorities put on its log; what was stamped is shown to be the log's beginning."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tenderlight.archive.keys import PLACE
from tenderlight.publish import verifying
from tenderlight.publish.standalone import verify
from tenderlight.publish.verifying import verify_dossier
from tests.archive.made_authority import OPENSSL, Authority, make_authority
from tests.memory_disk import memory_folder
from tests.publish.made_bag import make_bag, seal

pytestmark = pytest.mark.skipif(OPENSSL is None, reason="needs openssl")
STAMPED = "data/custody/stamped"


@pytest.fixture(scope="module")
def whole() -> Iterator[Path]:
    with memory_folder() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv(PLACE, str(folder / "keys"))
        make_bag(folder, authority=make_authority(folder / "authority"))
        make_authority(folder / "other")
        yield folder


@pytest.fixture
def bag(whole: Path) -> Iterator[Path]:
    with memory_folder() as folder:
        yield shutil.copytree(whole / "dossier", folder / "dossier")


def found(bag: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["verify.py", str(bag)])
        code = verify.main()
    return code, capsys.readouterr().out


def test_the_stamp_lies_in_the_dossier_and_openssl_takes_it(
    bag: Path, whole: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = found(bag, capsys)
    assert code == 0, said
    assert "Note: data/custody/stamped/00000007 was stamped 20" in said
    (token,) = (bag / STAMPED).glob("*.tsr")
    assert Authority(folder=whole / "authority").verify(token, bag / STAMPED / "00000007")
    assert [path.suffix for path in sorted((bag / STAMPED).iterdir())].count(".pem") == 1


def other_log(bag: Path) -> None:
    """The stamp is of another log, of as many entries."""
    path = bag / STAMPED / "00000007"
    lines = path.read_text("utf-8").split("\n")
    lines[2] = ("A" if lines[2][0] != "A" else "B") + lines[2][1:]
    path.write_text("\n".join(lines), "utf-8")


def no_growth(bag: Path) -> None:
    (bag / "data" / "custody" / "consistency.json").write_text("{}\n")


def change_the_token(bag: Path) -> None:
    (token,) = (bag / STAMPED).glob("*.tsr")
    content = bytearray(token.read_bytes())
    content[-1] ^= 1
    token.write_bytes(content)


def lose_the_token(bag: Path) -> None:
    (token,) = (bag / STAMPED).glob("*.tsr")
    token.unlink()


@pytest.mark.parametrize(
    ("tamper", "words"),
    [
        (other_log, "is of another log"),
        (no_growth, "is of another log"),
        (change_the_token, "is missing, or was changed"),
        (lose_the_token, "is missing, or was changed"),
    ],
)
def test_a_stamp_that_was_changed_is_found(
    bag: Path, capsys: pytest.CaptureFixture[str], tamper: Callable[[Path], None], words: str
) -> None:
    tamper(bag)
    seal(bag)
    code, said = found(bag, capsys)
    assert code == 6
    assert words in said


def test_an_authority_that_is_not_believed_is_told(bag: Path, whole: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verifying, "_claims", lambda _folder: [])  # originals are read again elsewhere
    believed = (whole / "authority" / "root.pem").read_bytes()
    assert verify_dossier(bag).faults == verify_dossier(bag, authority=believed).faults == ()
    (fault,) = verify_dossier(bag, authority=(whole / "other" / "root.pem").read_bytes()).faults
    assert "does not hold" in fault
