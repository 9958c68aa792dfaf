#!/usr/bin/env python3
"""Checks a dossier of Tenderlight, or a whole case. Needs Python 3.9 and nothing else; opens no connection.

    python3 verify.py [FOLDER] [--key HEX]

FOLDER is a dossier, or a case (a folder with custody.jsonl); without it, the dossier that this file lies in. With a key
it must be signed by that one. Ends with 0 if all holds, 6 if something does not, 2 if there is nothing to check. Cannot
tell whether an original is true, or who holds the key. Whoever changes a dossier can change this file in it: compare
its SHA-256 with the one that its makers publish. `README.txt` says how to do the same by hand.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import os
import re
import sys
from pathlib import Path
from typing import Any

CHECKPOINT = re.compile(
    r"(?P<origin>[^\s+]+)\n(?P<entries>\d{1,18})\n(?P<root>[A-Za-z0-9+/]{43}=)\n"
    r"bytes (?P<bytes>\d{1,18}) sha256 (?P<sha256>[0-9a-f]{64})\n(?:\n(?:— .*\n)+)?"
)
CUSTODY, LISTS = "data/custody/", ("manifest-sha256.txt", "tagmanifest-sha256.txt")
BAGIT, LARGEST = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", 1 << 28  # bytes read at once
TROUBLE = (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError)

P, ORDER = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P


def point(packed: bytes) -> Any:  # X, Y, Z, T with x = X/Z, y = Y/Z, xy = T/Z
    y = int.from_bytes(packed, "little") & (2**255 - 1)
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    x = x if (x * x - square) % P == 0 else x * pow(2, (P - 1) // 4, P) % P
    if y >= P or (x * x - square) % P or (x == 0 and packed[31] >> 7):
        raise ValueError("no point of the curve")
    x = x if x & 1 == packed[31] >> 7 else P - x
    return x, y, 1, x * y % P


def add(one: Any, other: Any) -> Any:
    a, b = (one[1] - one[0]) * (other[1] - other[0]) % P, (one[1] + one[0]) * (other[1] + other[0]) % P
    c, d = 2 * one[3] * other[3] * D % P, 2 * one[2] * other[2] % P
    return (b - a) * (d - c) % P, (d + c) * (b + a) % P, (d - c) * (d + c) % P, (b - a) * (b + a) % P


def times(number: int, base: Any) -> Any:
    half = times(number >> 1, add(base, base)) if number else (0, 1, 1, 0)
    return add(half, base) if number & 1 else half


def is_signed(public: bytes, signature: bytes, message: bytes) -> bool:
    """Say whether a signature of a message is by the holder of a key: Ed25519 as in RFC 8032, section 5.1."""
    s = int.from_bytes(signature[32:], "little")
    if len(public) != 32 or len(signature) != 64 or s >= ORDER:
        return False
    challenge = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % ORDER
    base = point((4 * pow(5, -1, P) % P).to_bytes(32, "little"))
    try:
        one, other = times(s, base), add(point(signature[:32]), times(challenge, point(public)))
    except ValueError:
        return False
    return all((one[axis] * other[2] - other[axis] * one[2]) % P == 0 for axis in (0, 1))


def node(left: bytes, right: bytes) -> bytes:  # The log is a tree of hashes as in RFC 6962, section 2.1.
    return hashlib.sha256(b"\1" + left + right).digest()


def root_of_entry(line: bytes, at: int, size: int, proof: Any) -> bytes:
    """Return the root of a log of `size` entries that an entry and the hashes beside its way up lead to."""
    if size <= 1:
        return hashlib.sha256(b"\0" + line).digest()
    half = 1 << (size - 1).bit_length() - 1
    is_left = at < half
    part = root_of_entry(line, at, half, proof) if is_left else root_of_entry(line, at - half, size - half, proof)
    return node(part, next(proof, b"")) if is_left else node(next(proof, b""), part)


def roots_of_growth(known: bytes, earlier: int, size: int, proof: Any) -> tuple[bytes, bytes]:
    """Return the roots that a log had with `earlier` entries and has now; `known` is what the first is said to be."""
    if earlier >= size:
        part = known or next(proof, b"")
        return part, part
    half = 1 << (size - 1).bit_length() - 1
    if earlier <= half:
        old, new = roots_of_growth(known, earlier, half, proof)
        return old, node(new, next(proof, b""))
    (old, new), left = roots_of_growth(b"", earlier - half, size - half, proof), next(proof, b"")
    return node(left, old), node(left, new)


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object of a JSON file. Where a name stands twice in one, readers would differ on what it says."""
    if len(made := dict(pairs)) == len(pairs):
        return made
    raise ValueError("a name stands twice in one object")


class Check:
    """The check of one folder. `faults` says what does not hold, `notes` what cannot be told here."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.key, self.faults, self.notes = folder, b"", list[str](), list[str]()
        found = [Path(place, name) for place, folders, names in os.walk(folder) for name in names + folders]
        odd = {path for path in found if path.is_symlink() or not (path.is_file() or path.is_dir())}
        self.files = {path.relative_to(folder).as_posix() for path in found if path.is_file() and path not in odd}
        self.faults += [f"{path.name} is no file: a link, which may lead anywhere, or a pipe." for path in sorted(odd)]

    def digest(self, file: str) -> str:
        digest = hashlib.sha256()
        with (self.folder / file).open("rb") as content:
            while piece := content.read(1 << 20):
                digest.update(piece)
        return digest.hexdigest()

    def read(self, file: str, reader: Any = lambda path: json.loads(path.read_bytes(), object_pairs_hook=once)) -> Any:
        """Return what a file of the folder says; None, and a fault, if it cannot be read."""
        try:
            if file in self.files and (self.folder / file).stat().st_size > LARGEST and file != "custody.jsonl":
                raise ValueError("it is larger than any that is written")
            return reader(self.folder / file) if file in self.files else self.faults.append(f"{file} is missing.")
        except TROUBLE as trouble:
            return self.faults.append(f"{file} cannot be read ({trouble}).")

    def checkpoint(self, file: str) -> Any:
        """Return what a log was at one moment: which one, how many entries, the root over them; and who signed that."""
        held = CHECKPOINT.fullmatch((self.read(file, Path.read_bytes) or b"").decode("utf-8", "replace"))
        return held if held else self.faults.append(f"{file} has not the form of a checkpoint.")

    def hold_signature(self, held: Any, file: str) -> None:
        text, _, signatures = held.string.partition("\n\n")
        pairs = re.findall("(?m)^— (\\S+) ([A-Za-z0-9+/]{91}=)$", signatures)
        signed = [base64.b64decode(code) for name, code in pairs if name == held["origin"]]
        if not self.key:
            self.notes.append(f"{file} is signed by nobody: nothing ties it to anybody.")
        elif not any(is_signed(self.key, one[4:], f"{text}\n".encode()) for one in signed):
            self.faults.append(f"{file} is not signed by the key that the log names.")

    def dossier(self) -> str:
        contents, entries = self.lists(), self.entries()
        published = [entry for entry in entries if entry["act"] == "publish" and entry.get("sha256") == contents]
        claims = (self.read("data/claims.json") or {"claims": []})["claims"]
        if not published or published[-1]["claims"].split() != [claim["claim"] for claim in claims]:
            self.faults.append("The log does not say that a dossier with these contents was published.")
        confirmed = {(entry["claim"], entry["number"]) for entry in entries if entry.get("verdict") == "confirm"}
        received = {entry["object"] for entry in entries if entry["act"] in ("ingest", "extract")}
        sealed = {one["document"] for one in self.read("data/sealed.json") or []}
        for claim in claims:
            about = f"Finding {claim['claim']}"
            for quote in claim["quotes"]:
                self.quote(about, quote)
                if quote["document"] not in received | sealed:
                    self.faults.append(f"{about}: the log does not say that {quote['document']} was received.")
                if f"data/originals/{quote['document']}" not in self.files and quote["document"] not in sealed:
                    self.faults.append(f"{about}: its original is missing and not said to be sealed.")
            for review in claim["reviews"]:
                if "person" not in review or review.get("is_entry_left_out"):
                    self.notes.append("Names of reviewers or persons are left out, and with them what the log says.")
                elif (claim["claim"], review["number"]) not in confirmed:
                    self.faults.append(f"{about}: the log does not say that review {review['number']} confirmed it.")
        self.stamps(entries)
        return f"{len(self.files)} files, {len(entries)} entries of the log, {len(claims)} findings"

    def lists(self) -> str:
        """Hold every file against the lists of the bag; return the digest of the contents, which the log must have."""
        listed, contents = dict[str, str](), hashlib.sha256()
        for name in LISTS:
            for line in (self.read(name, Path.read_bytes) or b"").decode("utf-8", "replace").split("\n")[:-1]:
                digest, _, file = line.partition("  ")
                listed[file] = digest if file not in listed else "listed twice"
                if name == LISTS[0] and not file.startswith(CUSTODY):
                    contents.update(f"{line}\n".encode())
        for file, digest in sorted(listed.items()):
            if file not in self.files:
                self.faults.append(f"{file} is missing.")
            elif self.digest(file) != digest:
                self.faults.append(f"{file} was changed: it is not what the list says.")
            elif file.startswith(("data/originals/", "data/replies/")) and not file.endswith(f"/{digest}"):
                self.faults.append(f"{file} has another hash than its name says.")
        self.faults += [f"{file} was added: no list names it." for file in sorted(self.files - {*listed, LISTS[1]})]
        return contents.hexdigest()

    def entries(self) -> list[Any]:
        """Return the entries of the log that are shown, each proved to be in it."""
        held, found = self.checkpoint(f"{CUSTODY}checkpoint"), []
        size, root = (int(held["entries"]), base64.b64decode(held["root"])) if held else (0, b"")
        lines = self.read(f"{CUSTODY}entries.jsonl", Path.read_bytes) if held else None
        for number, line in enumerate((lines or b"").split(b"\n")[:-1]):
            try:
                shown = json.loads(line)
                entry, proof = json.loads(shown["entry"]), iter([bytes.fromhex(one) for one in shown["proof"]])
                found_root = root_of_entry(shown["entry"].encode(), entry["seq"], size, proof)
                if not 0 <= entry["seq"] < size or found_root != root or next(proof, None):
                    raise ValueError(f"entry {entry['seq']} is not in the log that the checkpoint is of")
                found.append(entry)
            except TROUBLE as trouble:
                self.faults.append(f"Line {number + 1} of {CUSTODY}entries.jsonl does not hold: {trouble}.")
        found.sort(key=lambda entry: entry["seq"])
        self.key = bytes.fromhex(([entry["key"] for entry in found if entry["act"] == "key"] or [""])[-1] or "")
        if held:
            self.hold_signature(held, f"{CUSTODY}checkpoint")
        if held and (not found or f"tenderlight-case/{found[0].get('case')}" != held["origin"]):
            self.faults.append("The log does not begin with the case that its checkpoint names.")
        return found

    def quote(self, about: str, quote: Any) -> None:
        page = self.read(f"data/{quote['page_file']}") or {}
        start, end = (quote[name] - page.get("offset", 0) for name in ("start", "end"))
        said = page.get("document"), page.get("page_number"), page.get("text", "")[max(0, start) : end]
        if said != (quote["document"], quote["page_number"], quote["text"]):
            self.faults.append(f"{about}: the words quoted do not stand in data/{quote['page_file']}.")

    def stamps(self, entries: list[Any]) -> None:
        known = {f"{CUSTODY}{name}" for name in ("checkpoint", "entries.jsonl", "consistency.json", "key.pem")}
        known |= {*LISTS, "bagit.txt"} | {file for file in self.files if re.match(f"data/(?!{CUSTODY[5:]})", file)}
        packed = base64.b64encode(bytes.fromhex(f"302a300506032b6570032100{self.key.hex()}"))
        pem = b"-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n" % packed
        exact = {"bagit.txt": BAGIT} | ({f"{CUSTODY}key.pem": pem} if self.key else {})
        self.faults += [f"{x} is not as it must be." for x in exact if self.read(x, Path.read_bytes) != exact[x]]
        for entry in (entry for entry in entries if entry["act"] == "token"):
            name, stamped = f"{CUSTODY}stamped/{entry['checkpoint']:08d}", f"{CUSTODY}stamped/"
            files = [f"{name}.{entry['token_sha256'][:16]}.tsr", f"{stamped}{entry['authority_sha256'][:16]}.pem"]
            known |= {name, *files}
            held = [one for file in (name, f"{CUSTODY}checkpoint") if (one := self.checkpoint(file))]
            sizes, roots = [int(one["entries"]) for one in held], [base64.b64decode(one["root"]) for one in held]
            growth = (self.read(f"{CUSTODY}consistency.json") or {}).get(str(entry["checkpoint"]), [])
            kept = [self.digest(file) for file in files if file in self.files]
            if len(held) < 2 or kept != [entry["token_sha256"], entry["authority_sha256"]]:
                self.faults.append(f"The time stamp of entry {entry['seq']} is missing, or was changed.")
            elif [*roots_of_growth(roots[0], sizes[0], sizes[1], map(bytes.fromhex, growth))] != roots:
                self.faults.append(f"The time stamp of entry {entry['seq']} is of another log.")
            self.notes.append(f"{name} was stamped {entry['said_at']}; `openssl ts -verify` shows it, see README.txt.")
        self.faults += [f"{file} was added: no dossier has it." for file in sorted(self.files - known)]

    def case(self) -> str:
        """Hold the log against every checkpoint, and every original against its name."""
        log = self.read("custody.jsonl", Path.read_bytes) or b""
        held = {int(name[12:]): name for name in self.files if re.fullmatch(r"checkpoints/\d{8,}", name)}
        lines, digest, objects, at, done, time = log.split(b"\n")[:-1], hashlib.sha256(), set[str](), 0, 0, ""
        for seq, line in enumerate(lines):
            entry, at = json.loads(line), at + len(line) + 1
            if entry["seq"] != seq or (entry["t"] < time and entry["act"] != "clock"):
                self.faults.append(f"Entry {seq} of the log is out of order.")
            time = entry["t"]
            if entry["act"] in ("ingest", "erase"):
                (objects.add if entry["act"] == "ingest" else objects.discard)(entry["object"])
            self.key = bytes.fromhex(entry["key"] or "") if entry["act"] == "key" else self.key
            if one := self.checkpoint(held.pop(seq + 1)) if seq + 1 in held else None:
                digest.update(log[done:at])
                done = at
                if (int(one["entries"]), int(one["bytes"]), one["sha256"]) != (seq + 1, at, digest.hexdigest()):
                    self.faults.append(f"The first {seq + 1} entries of the log are not those of its checkpoint.")
                self.hold_signature(one, f"checkpoints/{seq + 1:08d}")
        self.faults += [f"The log ends before {name}: its end is missing." for name in held.values()]
        self.faults += ["The log is torn at its end."] if at != len(log) else []
        there = {name.rpartition("/")[2]: name for name in self.files if name.startswith("objects/")}
        self.faults += [f"The original {name} is missing." for name in sorted(objects - set(there))]
        self.faults += [f"{file} was changed." for name, file in sorted(there.items()) if self.digest(file) != name]
        return f"{len(lines)} entries of the log, {len(there)} originals"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=Path(__file__).resolve().parents[1])
    parser.add_argument("--key", default="", help="the public key that it must be signed by, in hexadecimal")
    given = parser.parse_args()
    check, is_case = Check(given.folder), (given.folder / "custody.jsonl").is_file()
    if not is_case and not any((given.folder / name).is_file() for name in ("bagit.txt", "data/claims.json", *LISTS)):
        return say(f"There is no dossier and no case in {given.folder}.", 2)
    try:
        counted = check.case() if is_case else check.dossier()
    except TROUBLE as trouble:
        check.faults.append(f"Something has not the form it should have ({trouble!r}).")
    if given.key and given.key.lower() != check.key.hex():
        check.faults.append("It is signed by another key than the one you named.")
    for words in dict.fromkeys(["FAULT: " + one for one in check.faults] + ["Note: " + one for one in check.notes]):
        say(words)
    if check.key:
        say(f"Signed by the key {check.key.hex()}. Ask its holder, by another way than this dossier, if it is theirs.")
    if check.faults:
        return say(f"DOES NOT HOLD 不相符: {len(check.faults)} faults. Keep this copy, and ask for another.", 6)
    return say(f"All holds 全部相符: {counted}.", 0)


def say(words: str, code: int = 0) -> int:
    plain = "".join(sign if sign.isprintable() else "\ufffd" for sign in words)
    sys.stdout.buffer.write(plain.encode("utf-8", "replace") + b"\n")
    return code


if __name__ == "__main__":
    sys.exit(main())
