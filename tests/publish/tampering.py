"""Kinds of tampering with a dossier and with a case, each done at a place that chance chooses.

Those of `CAREFUL` write the lists of the bag anew afterwards, as somebody would who means it. None has the key.
"""

from __future__ import annotations

import base64
import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path

from tenderlight.archive.keys import own_key, public_pem
from tenderlight.archive.notes import sign_note
from tenderlight.archive.proofs import ProofTree
from tenderlight.publish.bag import MANIFEST, digest_of_lines, payload_lines, sha256_of_file

Tamper = Callable[[Path, random.Random], None]


def one_of(folder: Path, pattern: str, choose: random.Random) -> Path:
    path = choose.choice(sorted(path for path in folder.glob(pattern) if path.is_file()))
    path.chmod(0o600)
    return path


def flip(path: Path, choose: random.Random) -> None:
    content = bytearray(path.read_bytes())
    content[choose.randrange(len(content))] ^= 1 << choose.randrange(8)
    path.write_bytes(content)


def flip_in(pattern: str) -> Tamper:
    return lambda folder, choose: flip(one_of(folder, pattern, choose), choose)


def lose(pattern: str) -> Tamper:
    return lambda folder, choose: one_of(folder, pattern, choose).unlink()


def add_a_file(folder: Path, choose: random.Random) -> None:
    place = choose.choice(sorted(path for path in (folder / "data").rglob("*") if path.is_dir()))
    (place / f"{choose.randrange(10**9)}.html").write_text("more")


def swap_originals(folder: Path, choose: random.Random) -> None:
    one, other = choose.sample(sorted((folder / "data" / "originals").iterdir()), 2)
    first = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(first)


def claims_of(folder: Path) -> tuple[Path, dict[str, list[dict[str, object]]]]:
    path = folder / "data" / "claims.json"
    return path, json.loads(path.read_text("utf-8"))


def change_a_quote(folder: Path, choose: random.Random) -> None:
    path, said = claims_of(folder)
    quotes = choose.choice(said["claims"])["quotes"]
    assert isinstance(quotes, list)
    quote = choose.choice(quotes)
    quote["text"] = "x" + quote["text"][1:]
    path.write_text(json.dumps(said, ensure_ascii=False), "utf-8")


def change_page_and_quote(folder: Path, choose: random.Random) -> None:
    path, said = claims_of(folder)
    quotes = choose.choice(said["claims"])["quotes"]
    assert isinstance(quotes, list)
    quote = choose.choice(quotes)
    page = folder / "data" / quote["page_file"]
    text = json.loads(page.read_text("utf-8"))
    start = quote["start"] - text["offset"]
    text["text"] = text["text"][:start] + "x" + text["text"][start + 1 :]
    page.write_text(json.dumps(text, ensure_ascii=False), "utf-8")
    quote["text"] = "x" + quote["text"][1:]
    path.write_text(json.dumps(said, ensure_ascii=False), "utf-8")


def drop_a_finding(folder: Path, choose: random.Random) -> None:
    path, said = claims_of(folder)
    del said["claims"][choose.randrange(len(said["claims"]))]
    path.write_text(json.dumps(said, ensure_ascii=False), "utf-8")


def drop_a_reply(folder: Path, choose: random.Random) -> None:
    path, said = claims_of(folder)
    del said["replies"][choose.randrange(len(said["replies"]))]
    path.write_text(json.dumps(said, ensure_ascii=False), "utf-8")


def shown(folder: Path) -> tuple[Path, list[str]]:
    path = folder / "data" / "custody" / "entries.jsonl"
    return path, path.read_text("utf-8").splitlines(keepends=True)


def drop_what_is_needed(act: str) -> Tamper:
    def drop(folder: Path, choose: random.Random) -> None:
        path, lines = shown(folder)
        gone = choose.choice([line for line in lines if f'\\"act\\":\\"{act}\\"' in line])
        path.write_text("".join(line for line in lines if line != gone), "utf-8")

    return drop


def change_an_entry(folder: Path, choose: random.Random) -> None:
    path, lines = shown(folder)
    at = choose.randrange(len(lines))
    line = json.loads(lines[at])
    entry = json.loads(line["entry"])
    entry["t"] = "2020-01-01T00:00:00.000Z"
    line["entry"] = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    lines[at] = json.dumps(line, ensure_ascii=False) + "\n"
    path.write_text("".join(lines), "utf-8")


def take_the_signature_off(folder: Path, choose: random.Random) -> None:
    path = one_of(folder, "data/custody/checkpoint", choose)
    path.write_text(path.read_text("utf-8").partition("\n\n")[0] + "\n", "utf-8")


def sign_with_another_key(folder: Path, choose: random.Random) -> None:
    """Contents, log and root are made to fit each other, and signed by somebody else under their own key."""
    flip(one_of(folder, "data/en/*.html", choose), choose)
    path, lines = shown(folder)
    fresh = []
    for seq, line in enumerate(lines):
        entry = {**json.loads(json.loads(line)["entry"]), "seq": seq}
        if entry["act"] == "publish":
            entry["sha256"] = digest_of_lines(payload_lines(folder, without="data/custody/"))
        fresh.append(json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":")))
    tree = ProofTree([line.encode() for line in fresh])
    whole = [
        json.dumps({"entry": line, "proof": [one.hex() for one in tree.inclusion(seq)]}, ensure_ascii=False)
        for seq, line in enumerate(fresh)
    ]
    path.write_text("".join(f"{line}\n" for line in whole), "utf-8")
    checkpoint = folder / "data" / "custody" / "checkpoint"
    body = checkpoint.read_text("utf-8").partition("\n\n")[0].split("\n")
    body[1:3] = [str(tree.size), base64.b64encode(tree.root()).decode()]
    key = own_key(folder.parent / f"forger-{choose.randrange(10**9)}")
    assert key is not None
    (folder / "data" / "custody" / "key.pem").write_text(public_pem(key.public))
    checkpoint.write_text(sign_note("\n".join(body) + "\n", name=body[0], key=key), "utf-8")


def lines_of(case: Path) -> list[bytes]:
    return (case / "custody.jsonl").read_bytes().splitlines(keepends=True)


def put_lines(case: Path, lines: list[bytes]) -> None:
    (case / "custody.jsonl").write_bytes(b"".join(lines))


def lose_an_entry(case: Path, choose: random.Random) -> None:
    lines = lines_of(case)
    del lines[choose.randrange(len(lines))]
    put_lines(case, lines)


def swap_entries(case: Path, choose: random.Random) -> None:
    lines = lines_of(case)
    at = choose.randrange(len(lines) - 1)
    lines[at], lines[at + 1] = lines[at + 1], lines[at]
    put_lines(case, lines)


def cut_the_log(case: Path, choose: random.Random) -> None:
    lines = lines_of(case)
    put_lines(case, lines[: choose.randrange(1, len(lines))])


def tear_the_log(case: Path, choose: random.Random) -> None:
    whole = (case / "custody.jsonl").read_bytes()
    (case / "custody.jsonl").write_bytes(whole[: choose.randrange(1, len(whole))])


def set_the_clock_back(case: Path, choose: random.Random) -> None:
    lines = lines_of(case)
    at = choose.randrange(1, len(lines))
    entry = json.loads(lines[at])
    entry["t"] = "2020-01-01T00:00:00.000Z"
    lines[at] = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode() + b"\n"
    put_lines(case, lines)


def exchange_an_original(case: Path, choose: random.Random) -> None:
    one_of(case, "objects/*/*", choose).write_bytes(b"another document")


def exchange_a_checkpoint(case: Path, choose: random.Random) -> None:
    """The newest checkpoint's text is another's, with that one's signature."""
    files = sorted((case / "checkpoints").iterdir())
    shutil.copyfile(choose.choice(files[:-1]), files[-1])


def exchange_the_key(folder: Path, choose: random.Random) -> None:
    key = own_key(folder.parent / f"other-{choose.randrange(10**9)}")
    assert key is not None
    (folder / "data" / "custody" / "key.pem").write_text(public_pem(key.public))


def add_to_the_log(folder: Path, choose: random.Random) -> None:
    (folder / "data" / "custody" / f"{choose.randrange(10**9)}.html").write_text("more")


def say_more_beside(folder: Path, choose: random.Random) -> None:
    (folder / choose.choice(["bag-info.txt", "READ-ME-FIRST.txt", "fetch.txt"])).write_text("Contact-Name: Nobody\n")


def rename_in_capitals(folder: Path, choose: random.Random) -> None:
    path = one_of(folder, "data/*/*.*", choose)
    path.rename(path.with_name(path.name.swapcase()))


DOSSIER: dict[str, tuple[Tamper, bool]] = {
    "a bit of any file": (flip_in("data/**/*.*"), False),
    "an original gone": (lose("data/originals/*"), False),
    "a file added": (add_a_file, False),
    "a bit of an original, lists anew": (flip_in("data/originals/*"), True),
    "originals exchanged, lists anew": (swap_originals, True),
    "a bit of a page of the dossier, lists anew": (flip_in("data/??/*.html"), True),
    "a bit of a picture, lists anew": (flip_in("data/pictures/*"), True),
    "a quote changed, lists anew": (change_a_quote, True),
    "a quote and its page changed, lists anew": (change_page_and_quote, True),
    "a finding left out, lists anew": (drop_a_finding, True),
    "a reply left out, lists anew": (drop_a_reply, True),
    "an entry changed, lists anew": (change_an_entry, True),
    "a review left out of the log, lists anew": (drop_what_is_needed("review"), True),
    "the publication left out of the log, lists anew": (drop_what_is_needed("publish"), True),
    "the signature taken off, lists anew": (take_the_signature_off, True),
    "the key beside the log exchanged, lists anew": (exchange_the_key, True),
    "a file added beside the log, lists anew": (add_to_the_log, True),
    "a file added beside the payload, lists anew": (say_more_beside, True),
    "a name in other capitals, lists anew": (rename_in_capitals, True),
    "a bit of the file that checks, lists anew": (flip_in("data/verify.py"), True),
    "all made to fit, signed by another key": (sign_with_another_key, True),
}
"""By name: how, and whether the lists are written anew."""

CASE: dict[str, Tamper] = {
    "a bit of an original": flip_in("objects/*/*"),
    "an original gone": lose("objects/*/*"),
    "an original exchanged": exchange_an_original,
    "a bit of the log": flip_in("custody.jsonl"),
    "an entry gone": lose_an_entry,
    "two entries exchanged": swap_entries,
    "the log cut after an entry": cut_the_log,
    "the log torn inside an entry": tear_the_log,
    "a clock set back": set_the_clock_back,
    "a bit of a checkpoint": flip_in("checkpoints/*"),
    "a checkpoint exchanged for an older one": exchange_a_checkpoint,
}


def write_lists(folder: Path) -> None:
    """Write the lists of a bag anew, so that they fit what lies there."""
    (folder / MANIFEST).write_text("".join(payload_lines(folder)), "utf-8")
    names = sorted(path.name for path in folder.iterdir() if path.is_file() and not path.name.startswith("tag"))
    lines = [f"{sha256_of_file(folder / name)}  {name}\n" for name in names]
    (folder / "tagmanifest-sha256.txt").write_text("".join(lines), "utf-8")


def tamper(name: str, folder: Path, choose: random.Random) -> None:
    """Tamper with a dossier in one way."""
    change, is_careful = DOSSIER[name]
    change(folder, choose)
    if is_careful:
        write_lists(folder)
