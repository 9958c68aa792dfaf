"""What of the custody log goes into a dossier: some entries, each with the proof that it stands in the log.

::

    checkpoint         what the log was: how many entries, their root, the signature
    entries.jsonl      {"entry": "<the line of the log, letter for letter>", "proof": ["<hash in hexadecimal>", …]}
    consistency.json   for each stamped checkpoint, the proof that the log has only grown since: {"123": ["<hash>", …]}
    key.pem            the public key of whoever signs
    stamped/00000123                checkpoints that an authority put a time on,
    stamped/00000123.<digits>.tsr   its tokens, named by the first 16 digits of their SHA-256,
    stamped/<digits>.pem            and its certificates, named likewise

The proof of an entry leads from it to the root of `checkpoint`, lowest hash first (`archive.proofs`). All other entries
stay unseen: their hashes tell nothing, for each entry holds 128 random bits.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tenderlight.archive.checkpoints import FOLDER, checkpoint_files, read_checkpoint
from tenderlight.archive.custody import NAME, Act, Entry, read_log
from tenderlight.archive.keys import public_pem
from tenderlight.archive.proofs import ProofTree
from tenderlight.archive.timestamps import stamp_of
from tenderlight.errors import CustodyLogDamaged

ALWAYS = frozenset({Act.BEGIN, Act.KEY, Act.STAMP})
"""Acts whose entries every dossier shows: which log it is, which key signs it, which times were put on it."""


def write_disclosed(case_folder: Path, target: Path, *, is_shown: Callable[[Entry], bool]) -> int:
    """Write the entries that are to be shown, with their proofs, beside the newest checkpoint of a case.

    Args:
        case_folder: The case; its newest checkpoint takes in every entry that is to be shown.
        target: Folder of the dossier to write into; it is made.
        is_shown: Says of an entry whether it is shown; those of `ALWAYS` are in any case.

    Returns:
        How many entries are shown.

    Raises:
        CustodyLogDamaged: If the log or its newest checkpoint cannot be read, or there is no checkpoint, or the log is
            not the one that the checkpoint is of.
    """
    files = checkpoint_files(case_folder)
    if not files:
        raise CustodyLogDamaged(f"The case {case_folder} has no checkpoint.", path=str(case_folder / FOLDER))
    newest = read_checkpoint(files[-1])
    shown: list[Entry] = []
    tree = ProofTree(_lines(case_folder, newest.size_bytes, is_shown, shown))
    if (tree.size, tree.root()) != (newest.entries, newest.root):
        raise CustodyLogDamaged(f"The log is not that of its checkpoint {files[-1]}.", path=str(case_folder / NAME))
    target.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(files[-1], target / "checkpoint")
    with (target / "entries.jsonl").open("w", encoding="utf-8", newline="\n") as file:
        for entry in shown:
            proof = [one.hex() for one in tree.inclusion(entry.seq)]
            file.write(json.dumps({"entry": entry.line().decode(), "proof": proof}, ensure_ascii=False) + "\n")
    _write_key(target / "key.pem", [entry for entry in shown if entry.act == Act.KEY])
    _write_stamped(case_folder, target, tree, [entry for entry in shown if entry.act == Act.STAMP])
    return len(shown)


def _write_key(path: Path, changes: Sequence[Entry]) -> None:
    key = changes[-1].details["key"] if changes else None
    if isinstance(key, str):
        path.write_text(public_pem(bytes.fromhex(key)), encoding="ascii", newline="\n")


def _write_stamped(case_folder: Path, target: Path, tree: ProofTree, stamps: Sequence[Entry]) -> None:
    growth: dict[str, list[str]] = {}
    for entry in stamps:
        stamp = stamp_of(entry)
        growth[str(stamp.entries)] = [one.hex() for one in tree.consistency(stamp.entries)]
        for name in (stamp.checkpoint, stamp.token, stamp.authority_file):
            (target / "stamped").mkdir(exist_ok=True)
            shutil.copyfile(case_folder / FOLDER / name, target / "stamped" / name)
    if growth:
        text = json.dumps(growth, sort_keys=True, indent=1)
        (target / "consistency.json").write_text(text + "\n", encoding="ascii", newline="\n")


def _lines(
    case_folder: Path, size_bytes: int, is_shown: Callable[[Entry], bool], shown: list[Entry]
) -> Iterator[bytes]:
    for entry, _ in read_log(case_folder, end_bytes=size_bytes):
        if entry.act in ALWAYS or is_shown(entry):
            shown.append(entry)
        yield entry.line()
