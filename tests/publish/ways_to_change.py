"""Ways to change a small dossier, each with words of the fault that is told.

Those of `CAREFUL` are followed by writing the lists anew, as somebody would who means it. None has the key.
"""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Callable
from pathlib import Path

from tenderlight.archive.proofs import ProofTree
from tenderlight.publish.standalone import verify
from tests.publish.made_bag import DOCUMENT, ORIGINAL, contents, sha256, write_json


def flip(path: Path, at: int = -2) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


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


def say_a_name_twice(bag: Path) -> None:
    """As a publisher might, so that two readers see two things."""
    path = bag / "data" / "claims.json"
    path.write_text(path.read_text("utf-8").replace('"start": 2,', '"start": 2, "start": 2,'), "utf-8")


def write_a_name_in_capitals(bag: Path) -> None:
    (bag / "data" / "index.html").rename(bag / "data" / "INDEX.html")


def write_a_name_with_other_signs(bag: Path) -> None:
    """Names that some disks take for one: ö in one sign, and in two."""
    (bag / "data" / "pages" / "\u00f6.json").write_text("{}")
    (bag / "data" / "pages" / "o\u0308.json").write_text("{}")


def list_a_file_outside(bag: Path) -> None:
    path = bag / "manifest-sha256.txt"
    (bag.parent / "outside").write_bytes(b"x")
    path.write_text(path.read_text("utf-8") + f"{sha256(b'x')}  data/../../outside\n", "utf-8")


def put_a_link_in_the_place_of_a_folder(bag: Path) -> None:
    (bag / "data" / "pages").rename(bag.parent / "pages")
    (bag / "data" / "pages").symlink_to(bag.parent / "pages")


def change_the_declaration(bag: Path) -> None:
    (bag / "bagit.txt").write_text("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-7\n")


def exchange_the_key_beside_the_log(bag: Path) -> None:
    """Whoever checks by hand takes the key from there."""
    path = bag / "data" / "custody" / "key.pem"
    path.write_text(path.read_text().replace("MCowBQYDK2VwAyEA", "MCowBQYDK2VwAyEB"))


def add_a_file_to_the_log(bag: Path) -> None:
    """Its folder is the one part that the digest of the contents leaves out."""
    (bag / "data" / "custody" / "statement.html").write_text("This dossier is false.")


def add_a_stamp(bag: Path) -> None:
    (bag / "data" / "custody" / "stamped").mkdir()
    (bag / "data" / "custody" / "stamped" / "00000003").write_text("tenderlight-case/01\n")


def write_a_huge_file(bag: Path) -> None:
    """With holes, so that it takes no room here; read whole it would fill the memory."""
    with (bag / "data" / "claims.json").open("wb") as file:
        file.truncate(verify.LARGEST + 1)


def change_the_file_that_checks(bag: Path) -> None:
    path = bag / "data" / "verify.py"
    path.write_bytes(path.read_bytes().replace(b"All holds", b"All h0lds"))


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
    (write_a_name_in_capitals, "data/INDEX.html was added: no list names it"),
    (list_a_file_outside, "data/../../outside is missing"),
    (put_a_link_in_the_place_of_a_folder, "pages is no file: a link"),
    (change_the_file_that_checks, "data/verify.py was changed"),
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
    (say_a_name_twice, "data/claims.json cannot be read (a name stands twice in one object)"),
    (write_a_name_in_capitals, "contents was published"),
    (write_a_name_with_other_signs, "contents was published"),
    (put_a_link_in_the_place_of_a_folder, "pages is no file: a link"),
    (change_the_declaration, "bagit.txt is not as it must be"),
    (exchange_the_key_beside_the_log, "data/custody/key.pem is not as it must be"),
    (add_a_file_to_the_log, "data/custody/statement.html was added: no dossier has it"),
    (add_a_stamp, "data/custody/stamped/00000003 was added: no dossier has it"),
    (write_a_huge_file, "data/claims.json cannot be read (it is larger than any that is written)"),
    (change_the_file_that_checks, "contents was published"),
]
