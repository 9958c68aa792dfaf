"""The whole way: the example case, decided and replied to by the command, published, and checked by a stranger."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from tests.journeys.command import tenderlight
from tests.journeys.conftest import FoundCase

CONTRACT = "0aeedc1658fe1279217b997053ff73a7"
"""The contract of the example with the fewest claims of a capability."""


def check(folder: Path) -> subprocess.CompletedProcess[str]:
    """Check a dossier as a stranger does: with the file inside it, where no package can be imported."""
    return subprocess.run(
        [sys.executable, "-I", "-S", folder / "data" / "verify.py"],
        cwd="/",
        env={"PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_from_the_example_case_to_a_dossier_that_a_stranger_checks(example_case: FoundCase, tmp_path: Path) -> None:
    case = tmp_path / "case"
    shutil.copytree(example_case.folder, case)
    claims = [json.loads(line) for line in example_case.lines]
    mine = [claim for claim in claims if claim["contract"] == CONTRACT]
    finding = next(claim for claim in mine if claim["kind"] == "capability")
    buyer = next(claim for claim in mine if claim["kind"] == "buyer")
    dossier = tmp_path / "stick" / "dossier"
    publish = ("publish", case, CONTRACT[:10], "--by", "R. Osei", "-o", dossier)
    for claim in (finding, buyer):
        decided = tenderlight("decide", case, claim["claim"], "confirm", "--by", "R. Osei", "--because", "Read there.")
        assert decided.code == 0, decided.err
    refused = tenderlight(*publish)
    assert refused.code == 6
    assert f"“{buyer['value']['name']}” is named, and nobody asked for its reply" in refused.err
    asked = ("--asked", "clerk", "--how", "letter", "--on", "2024-05-01", "--deadline", "2024-05-15", "--by", "R. Osei")
    assert tenderlight("reply", "add", case, "--party", buyer["value"]["name"], *asked).code == 0
    published = tenderlight(*publish)
    assert published.code == 0, published.err
    assert published.lines == [str(dossier / "data" / "index.html")]

    elsewhere = tmp_path / "elsewhere" / "copied"
    shutil.copytree(dossier, elsewhere)
    shutil.rmtree(case)
    held = check(elsewhere)
    assert held.returncode == 0, held.stdout
    assert "2 findings" in held.stdout
    for name in ("claims.json", "en/index.html", f"originals/{finding['quotes'][0]['document']}"):
        file = elsewhere / "data" / name
        whole = file.read_bytes()
        middle = len(whole) // 2
        file.write_bytes(whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :])
        changed = check(elsewhere)
        assert changed.returncode == 6, name
        assert f"data/{name} was changed" in changed.stdout
        file.write_bytes(whole)
    assert check(elsewhere).returncode == 0
