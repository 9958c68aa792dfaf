"""The file inside a dossier finds what does not hold, with the standard library alone."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tenderlight.archive.keys import PLACE
from tenderlight.publish.standalone import verify
from tests.memory_disk import memory_folder
from tests.publish.made_bag import DOCUMENT, STANDALONE, contents, make_bag, seal, sha256
from tests.publish.ways_to_change import CAREFUL, PLAIN, change_the_file_that_checks, flip

LONGEST = 300


@pytest.fixture(scope="module")
def whole() -> Iterator[Path]:
    with memory_folder() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv(PLACE, str(folder / "keys"))
        yield make_bag(folder)


@pytest.fixture
def bag(whole: Path) -> Iterator[Path]:
    with memory_folder() as folder:
        yield shutil.copytree(whole, folder / "dossier")


def found(folder: Path, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["verify.py", str(folder), *more])
        code = verify.main()
    return code, capsys.readouterr().out


def test_a_whole_dossier_holds(bag: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = found(bag, capsys)
    assert code == 0, said
    assert "All holds 全部相符: " in said
    assert "7 entries of the log, 2 findings" in said
    assert "FAULT" not in said


def test_it_runs_inside_the_dossier_with_nothing_installed(bag: Path, tmp_path: Path) -> None:
    moved = shutil.copytree(bag, tmp_path / "on a stick")
    command = [sys.executable, "-I", "-S", "data/verify.py"]
    done = subprocess.run(command, cwd=moved, capture_output=True, text=True, check=False, env={"LC_ALL": "C"})
    assert done.returncode == 0, done.stdout + done.stderr
    assert not list(moved.rglob("__pycache__"))
    flip(moved / "data" / "originals" / DOCUMENT)
    assert subprocess.run(command, cwd=moved, capture_output=True, check=False).returncode == 6


def by_hand(bag: Path, part: str) -> dict[str, str]:
    """Run the commands of the page on checking by hand, those in one block together; return what each block printed."""
    text = (STANDALONE / "README.txt").read_text("utf-8")
    half = text.partition("怎样检验本卷宗")[0 if part == "English" else 2]
    blocks = [block for block in half.split("\n\n") if block.startswith("    ")]
    printed = {}
    for block in blocks:
        commands = block.replace("THAT NUMBER", contents(bag)).replace("那个数", contents(bag))
        if "stamped" in commands or "head -c N" in commands or "verify.py" in commands:
            continue
        done = subprocess.run(["bash", "-c", commands], cwd=bag, capture_output=True, text=True, check=False)
        printed[block.split()[0]] = done.stdout + done.stderr
    return printed


@pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl")
@pytest.mark.parametrize("part", ["English", "Chinese"])
def test_the_page_on_checking_by_hand_can_be_followed(bag: Path, part: str) -> None:
    printed = by_hand(bag, part)
    assert set(printed) == {"sha256sum", "wc", "grep", "sed", "openssl"}
    ours, theirs = printed["wc"].split()
    assert ours == theirs
    assert DOCUMENT in printed["sha256sum"]
    assert printed["grep"].split() == [contents(bag), "-", "1"]
    assert "Signature Verified Successfully" in printed["sed"]
    assert "ED25519" in printed["openssl"].upper()
    for name in ("body", "signature"):
        (bag / name).unlink()
    (bag / "data" / "more.html").write_text("more")
    flip(bag / "data" / "custody" / "checkpoint", 30)
    changed = by_hand(bag, part)
    assert len(set(changed["wc"].split())) == 2
    assert "Verified" not in changed["sed"]


def test_it_can_be_read_in_one_sitting_and_needs_nothing_else() -> None:
    text = (STANDALONE / "verify.py").read_text("utf-8")
    assert len(text.splitlines()) < LONGEST
    assert "tenderlight" not in {
        line.split()[1].split(".")[0] for line in text.splitlines() if line[:5] in ("from ", "impor")
    }
    assert "urllib" not in text
    compile(text, "verify.py", "exec")


@pytest.mark.parametrize(("tamper", "words"), PLAIN, ids=lambda one: getattr(one, "__name__", ""))
def test_a_change_is_found(
    bag: Path, capsys: pytest.CaptureFixture[str], tamper: Callable[[Path], None], words: str
) -> None:
    tamper(bag)
    code, said = found(bag, capsys)
    assert code == 6
    assert words in said


@pytest.mark.parametrize(("tamper", "words"), CAREFUL, ids=lambda one: getattr(one, "__name__", ""))
def test_a_change_by_somebody_who_writes_the_lists_anew_is_found(
    bag: Path, capsys: pytest.CaptureFixture[str], tamper: Callable[[Path], None], words: str
) -> None:
    tamper(bag)
    seal(bag)
    code, said = found(bag, capsys)
    assert code == 6
    assert words in said


@pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl")
def test_a_dossier_whose_own_check_was_changed_is_found_by_hand(bag: Path) -> None:
    """The lists fit the false file; the log does not know it, and its hash is not the one that is published."""
    change_the_file_that_checks(bag)
    seal(bag)
    assert by_hand(bag, "English")["grep"].split() == [contents(bag), "-", "0"]
    changed = sha256((bag / "data" / "verify.py").read_bytes())
    page = (STANDALONE.parents[3] / "docs" / "how-to" / "check-by-hand.md").read_text("utf-8")
    assert changed not in page
    assert sha256((STANDALONE / "verify.py").read_bytes()) in page


def test_another_key_than_the_one_named_is_told(bag: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, said = found(bag, capsys)
    key = said.partition("Signed by the key ")[2][:64]
    assert found(bag, capsys, "--key", key.upper())[0] == 0
    assert found(bag, capsys, "--key", "00" * 32)[0] == 6


def test_signs_that_steer_a_terminal_are_not_printed(bag: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (bag / "data" / "\x1b[2Jx\u202e").write_text("x")
    code, said = found(bag, capsys)
    assert code == 6
    assert "\x1b" not in said
    assert "\u202e" not in said


def test_where_there_is_nothing_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = found(tmp_path, capsys)
    assert (code, said.startswith("There is no dossier and no case in")) == (2, True)


# RFC 8032, section 7.1: public key, message, signature.
VECTORS = [
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        (
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24"
            "655141438e7a100b"
        ),
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        (
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aee"
            "b00d291612bb0c00"
        ),
    ),
    (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        (
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28d"
            "c027beceea1ec40a"
        ),
    ),
]


@pytest.mark.parametrize(("public", "message", "signature"), VECTORS)
def test_signatures_of_the_reference_hold(public: str, message: str, signature: str) -> None:
    key, words, signed = bytes.fromhex(public), bytes.fromhex(message), bytes.fromhex(signature)
    assert verify.is_signed(key, signed, words)
    assert not verify.is_signed(key, signed, words + b"x")
    assert not verify.is_signed(key, signed[:-1] + bytes([signed[-1] ^ 1]), words)
    assert not verify.is_signed(
        key, signed[:32] + (int.from_bytes(signed[32:], "little") + verify.ORDER).to_bytes(32, "little"), words
    )
    assert not verify.is_signed(bytes(31), signed, words)
    assert not verify.is_signed(b"\xff" * 32, signed, words)
    assert not verify.is_signed(key, signed[:32], words)
