"""The file inside a dossier finds what does not hold, with the standard library alone."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tenderlight.archive.keys import PLACE
from tenderlight.archive.proofs import ProofTree
from tenderlight.publish.standalone import verify
from tests.memory_disk import memory_folder
from tests.publish.made_bag import DOCUMENT, ORIGINAL, STANDALONE, contents, make_bag, seal, sha256, write_json

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


def flip(path: Path, at: int = -2) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


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


# Ways to change a dossier. Those in the second half write the lists anew, too, as somebody would who means it.


def change_an_original(bag: Path) -> None:
    flip(bag / "data" / "originals" / DOCUMENT)


def remove_an_original(bag: Path) -> None:
    (bag / "data" / "originals" / DOCUMENT).unlink()


def remove_a_page(bag: Path) -> None:
    (bag / "data" / "index.html").unlink()


def add_a_file(bag: Path) -> None:
    (bag / "data" / "more.html").write_text("more")


def add_a_file_beside(bag: Path) -> None:
    (bag / "notes.txt").write_text("more")


def add_a_link(bag: Path) -> None:
    (bag / "data" / "link").symlink_to("/etc/hostname")


def put_a_link_in_the_place_of_an_original(bag: Path) -> None:
    path = bag / "data" / "originals" / DOCUMENT
    path.rename(bag.parent / "elsewhere")
    path.symlink_to(bag.parent / "elsewhere")


def put_an_endless_device_in_the_place_of_an_original(bag: Path) -> None:
    path = bag / "data" / "originals" / DOCUMENT
    path.unlink()
    path.symlink_to("/dev/zero")


def put_a_pipe_in_the_place_of_a_page(bag: Path) -> None:
    path = bag / "data" / "index.html"
    path.unlink()
    os.mkfifo(path)


def quote_a_file_elsewhere(bag: Path) -> None:
    path = bag / "data" / "claims.json"
    path.write_text(path.read_text("utf-8").replace('"pages/', '"../../../../dev/zero/', 1), "utf-8")


def change_a_list(bag: Path) -> None:
    path = bag / "manifest-sha256.txt"
    path.write_bytes(path.read_bytes().replace(b"a", b"b", 1))


def list_twice(bag: Path) -> None:
    path = bag / "manifest-sha256.txt"
    path.write_text(path.read_text() + path.read_text().splitlines()[0] + "\n")


def lose_a_list(bag: Path) -> None:
    (bag / "tagmanifest-sha256.txt").unlink()


def change_the_checkpoint(bag: Path) -> None:
    flip(bag / "data" / "custody" / "checkpoint")


def change_an_original_and_its_name(bag: Path) -> None:
    (bag / "data" / "originals" / DOCUMENT).unlink()
    forged = ORIGINAL + b" forged"
    name = sha256(forged)
    (bag / "data" / "originals" / name).write_bytes(forged)
    for path in (bag / "data").rglob("*.json"):
        path.write_text(path.read_text("utf-8").replace(DOCUMENT, name), "utf-8")
    (bag / "data" / "pages" / f"{DOCUMENT}-1.json").rename(bag / "data" / "pages" / f"{name}-1.json")


def change_a_quote(bag: Path) -> None:
    path = bag / "data" / "claims.json"
    path.write_text(path.read_text("utf-8").replace("人脸识别", "人脸识別", 1), "utf-8")


def change_a_page_and_its_quote(bag: Path) -> None:
    for path in (bag / "data" / "claims.json", bag / "data" / "pages" / f"{DOCUMENT}-1.json"):
        path.write_text(path.read_text("utf-8").replace("人脸识别", "人脸认证", 1), "utf-8")


def drop_a_finding(bag: Path) -> None:
    path = bag / "data" / "claims.json"
    write_json(path, {"claims": json.loads(path.read_text("utf-8"))["claims"][:1]})


def change_a_html_page(bag: Path) -> None:
    flip(bag / "data" / "index.html")


def unseal(bag: Path) -> None:
    write_json(bag / "data" / "sealed.json", [])


def entries(bag: Path, change: Callable[[list[str]], list[str]]) -> None:
    path = bag / "data" / "custody" / "entries.jsonl"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(change(lines)), "utf-8")


def change_an_entry(bag: Path) -> None:
    entries(bag, lambda lines: [line.replace("confirm", "reject") for line in lines])


def cut_the_log(bag: Path) -> None:
    entries(bag, lambda lines: lines[:-1])


def drop_the_reviews(bag: Path) -> None:
    entries(bag, lambda lines: [line for line in lines if "confirm" not in line])


def drop_a_receipt(bag: Path) -> None:
    entries(bag, lambda lines: [line for line in lines if DOCUMENT not in line])


def move_an_entry(bag: Path) -> None:
    entries(bag, lambda lines: [line.replace('\\"seq\\":1,', '\\"seq\\":3,') for line in lines])


def take_the_signature_off(bag: Path) -> None:
    path = bag / "data" / "custody" / "checkpoint"
    path.write_text(path.read_text("utf-8").partition("\n\n")[0] + "\n", "utf-8")


def write_the_log_anew(bag: Path) -> None:
    """By somebody without the key: entries, proofs and root are made to fit the changed contents."""
    change_a_html_page(bag)
    folder = bag / "data" / "custody"
    lines = [json.loads(line)["entry"] for line in (folder / "entries.jsonl").read_text("utf-8").splitlines()]
    fresh = []
    for seq, line in enumerate(lines):
        entry = {**json.loads(line), "seq": seq}
        if entry["act"] == "publish":
            entry["sha256"] = contents(bag)
        fresh.append(json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":")))
    tree = ProofTree([line.encode() for line in fresh])
    shown = [
        json.dumps({"entry": line, "proof": [one.hex() for one in tree.inclusion(seq)]}, ensure_ascii=False)
        for seq, line in enumerate(fresh)
    ]
    (folder / "entries.jsonl").write_text("".join(f"{line}\n" for line in shown), "utf-8")
    old = (folder / "checkpoint").read_text("utf-8").split("\n")
    old[1:3] = [str(tree.size), base64.b64encode(tree.root()).decode()]
    (folder / "checkpoint").write_text("\n".join(old), "utf-8")


def break_the_claims(bag: Path) -> None:
    (bag / "data" / "claims.json").write_text('{"claims": [{"claim": 7}]}')


PLAIN: list[tuple[Callable[[Path], None], str]] = [
    (change_an_original, f"data/originals/{DOCUMENT} was changed"),
    (remove_an_original, f"data/originals/{DOCUMENT} is missing"),
    (remove_a_page, "data/index.html is missing"),
    (add_a_file, "data/more.html was added"),
    (add_a_file_beside, "notes.txt was added"),
    (add_a_link, "link is no file: a link"),
    (put_a_link_in_the_place_of_an_original, "is no file: a link"),
    (put_an_endless_device_in_the_place_of_an_original, f"data/originals/{DOCUMENT} is missing"),
    (put_a_pipe_in_the_place_of_a_page, "data/index.html is missing"),
    (quote_a_file_elsewhere, "Finding claim-0: the words quoted do not stand in data/../../../../dev/zero/"),
    (change_a_list, "manifest-sha256.txt was changed"),
    (list_twice, "was changed"),
    (lose_a_list, "tagmanifest-sha256.txt is missing"),
    (change_the_checkpoint, "data/custody/checkpoint was changed"),
]
CAREFUL: list[tuple[Callable[[Path], None], str]] = [
    (change_an_original, "has another hash than its name says"),
    (change_an_original_and_its_name, "the log does not say that"),
    (change_a_quote, "Finding claim-0: the words quoted do not stand"),
    (change_a_page_and_its_quote, "contents was published"),
    (drop_a_finding, "contents was published"),
    (change_a_html_page, "contents was published"),
    (add_a_file, "contents was published"),
    (unseal, "is missing and not said to be sealed"),
    (change_an_entry, "does not hold"),
    (cut_the_log, "contents was published"),
    (drop_the_reviews, "the log does not say that review 1 confirmed it"),
    (drop_a_receipt, f"the log does not say that {DOCUMENT} was received"),
    (move_an_entry, "does not hold"),
    (take_the_signature_off, "is not signed by the key"),
    (write_the_log_anew, "is not signed by the key"),
    (break_the_claims, "Something has not the form it should have"),
]


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
