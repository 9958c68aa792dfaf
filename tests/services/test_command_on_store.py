"""The commands on a case in an object store: what they print and export is what they do of a case in a folder."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

from tenderlight.cases import Case
from tenderlight.pipeline.page_drawer import PageDrawer
from tests.journeys.command import tenderlight
from tests.services.conftest import Stored
from tests.services.faulty_proxy import REFUSE, no_fault
from tests.services.store_server import KEYS

DOCUMENTS = Path("examples/lanshui-county/documents").resolve()
FIND = ("--no-screen", "--no-layout", "--no-compare", "--workers", "1")


def test_find_verify_export_and_pictures(folder: Path, stored: Stored) -> None:
    documents = folder / "documents"
    documents.mkdir()
    for name in ("13-wexmoor-police-invitation-to-tender.pdf", "14-access-cards-quotation.txt"):
        shutil.copy(DOCUMENTS / name, documents)
    plain, case = folder / "plain", folder / "case"
    said = [
        tenderlight("find", documents, "--case", plain, *FIND),
        tenderlight("find", documents, "--case", case, "--store", str(stored.place), *FIND),
    ]
    assert said[0].code == said[1].code
    assert said[0].out.replace(b"/plain", b"/case") == said[1].out
    assert (case / "store").read_text() == f"{stored.place}\n"
    for name in ("objects", "readings"):
        shutil.rmtree(case / name)
    for of in (plain, case):
        assert tenderlight("export", of, "--format", "jsonl", "-o", folder / f"{of.name}.jsonl").code == 0
    assert (folder / "plain.jsonl").read_bytes() == (folder / "case.jsonl").read_bytes() != b""
    checked = tenderlight("verify", case)
    assert checked.code == 0, checked
    shutil.rmtree(case / "objects", ignore_errors=True)
    with Case.open(plain) as one, Case.open(case) as other, closing(PageDrawer()) as drawer:
        scan = next(line for line in one.documents() if line.media_type == "application/pdf")
        pictures = [drawer.draw(each, scan.document, "application/pdf", 1, dots_per_inch=50) for each in (one, other)]
    assert pictures[0] == pictures[1] is not None
    stored.faults.set(lambda _: REFUSE)
    stopped = tenderlight("find", documents, "--case", case, *FIND)
    stored.faults.set(no_fault)
    assert stopped.code == 2
    assert str(stored.place) in stopped.err
    assert "Traceback" not in stopped.err
    said += [checked, stopped]
    assert not [
        one
        for one in said
        for secret in KEYS.values()
        if secret in one.out.decode() + one.err and secret != "us-east-1"
    ]
