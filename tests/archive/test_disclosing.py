"""A dossier shows the entries it is to show, each provably of the log, and no other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tenderlight.archive.checkpoints import read_checkpoint
from tenderlight.archive.custody import Act, CustodyLog
from tenderlight.archive.disclosing import write_disclosed
from tenderlight.archive.proofs import leaf_hash, root_of_inclusion
from tenderlight.errors import CustodyLogDamaged


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "case"
    log = CustodyLog(folder, by="tenderlight/1", begin={"case": "01"})
    for number in range(40):
        log.append(Act.INGEST, object=f"{number:064x}", path=f"采购/{number}.pdf")
    log.commit()
    log.checkpoint(origin="tenderlight-case/01")
    log.append(Act.INGEST, object="f" * 64, path="after the checkpoint")
    log.commit()
    log.close()
    return folder


def test_some_entries_are_shown_with_their_proofs(case: Path, tmp_path: Path) -> None:
    wanted = {f"{number:064x}" for number in (3, 17, 39)} | {"f" * 64}
    count = write_disclosed(case, tmp_path / "shown", is_shown=lambda entry: entry.details.get("object") in wanted)
    checkpoint = read_checkpoint(tmp_path / "shown" / "checkpoint")
    lines = [json.loads(line) for line in (tmp_path / "shown" / "entries.jsonl").read_text("utf-8").splitlines()]
    assert count == len(lines) == 4
    seqs = []
    for line in lines:
        seq = json.loads(line["entry"])["seq"]
        seqs.append(seq)
        proof = [bytes.fromhex(one) for one in line["proof"]]
        assert root_of_inclusion(leaf_hash(line["entry"].encode()), seq, checkpoint.entries, proof) == checkpoint.root
    assert seqs == [0, 4, 18, 40]
    assert "采购/5.pdf" not in (tmp_path / "shown" / "entries.jsonl").read_text("utf-8")


def test_a_log_that_is_not_the_checkpoints_is_not_shown(case: Path, tmp_path: Path) -> None:
    log = case / "custody.jsonl"
    log.write_bytes(log.read_bytes().replace("采购/5.pdf".encode(), "采购/6.pdf".encode()))
    with pytest.raises(CustodyLogDamaged, match="not that of its checkpoint"):
        write_disclosed(case, tmp_path / "shown", is_shown=lambda _: True)


def test_without_a_checkpoint_nothing_is_shown(case: Path, tmp_path: Path) -> None:
    for path in (case / "checkpoints").iterdir():
        path.unlink()
    with pytest.raises(CustodyLogDamaged, match="no checkpoint"):
        write_disclosed(case, tmp_path / "shown", is_shown=lambda _: True)
