"""How long a dossier takes to publish, and to check with the one file that lies in it.

    python benchmarks/dossier.py [--findings 1000]

A made document of 50 clauses a page, each a confirmed finding, is published as it is and with private persons blacked
out, and checked by `verify.py` in a Python that can import nothing of ours. Goals: at most 5 ms of CPU time a finding
to publish, at most 3 ms to check. Exit code 1 if one is missed.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tenderlight.cases import Case
from tenderlight.model.document import Page, PageMethod
from tenderlight.model.statement import Anchor, Polarity, Stage, Statement, StatementKind
from tenderlight.model.values import CapabilityValue
from tests.cases.steps import receive
from tests.memory_disk import memory_folder
from tests.publish.made_dossier import confirm_all, publish_it, record

A_PAGE = 50
CLAUSE = "条款{number}：系统应能区分汉族与少数民族人员"
MOST_TO_PUBLISH, MOST_TO_CHECK = 5.0, 3.0
"""Milliseconds of CPU time a finding."""


def make_case(folder: Path, findings: int) -> None:
    """Make a case with one document, and confirm all that it says."""
    pages: list[Page] = []
    said: list[Statement] = []
    for number in range(1, 1 + -(-findings // A_PAGE)):
        clauses = [CLAUSE.format(number=one) for one in range(min(A_PAGE, findings - len(said)))]
        text = f"第{number}页\n" + "".join(f"{clause}，联系人：欧阳建国。\n" for clause in clauses)
        pages.append(Page(number=number, text=text, method=PageMethod.FLOW))
        for clause in clauses:
            start = text.index(clause)
            said.append(
                Statement(
                    kind=StatementKind.CAPABILITY,
                    value=CapabilityValue(capability="eth.face_ethnicity"),
                    anchors=(Anchor(start=start, end=start + len(clause), text=clause, page_number=number),),
                    rule="eth.face_ethnicity",
                    rule_version=1,
                    stage=Stage.TENDER,
                    polarity=Polarity.REQUIRED,
                )
            )
    with Case.open(folder / "case", create=True) as case:
        document = receive(case, folder, "made.txt", "".join(page.text for page in pages).encode())
        record(case, document, "text/plain", "text", pages, said)
    with Case.open(folder / "case", create=True) as case:
        confirm_all(case)


def cpu_milliseconds(do: Callable[[], object]) -> float:
    """Do something and return what it took of this process and those it started."""
    before = os.times()
    do()
    after = os.times()
    return 1000 * sum(after[:4]) - 1000 * sum(before[:4])


def main() -> int:
    """Run the benchmark; exit code 0 if the goals are met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--findings", type=int, default=1_000)
    findings = parser.parse_args().findings
    with memory_folder() as folder:
        make_case(folder, findings)
        check = [sys.executable, "-I", "-S", str(folder / "plain" / "data" / "verify.py")]
        start = time.perf_counter()
        taken = {
            "published": cpu_milliseconds(lambda: publish_it(folder, folder / "plain")),
            "published, blacked out": cpu_milliseconds(lambda: publish_it(folder, folder / "black", redact=True)),
            "checked": cpu_milliseconds(lambda: subprocess.run(check, check=True, stdout=subprocess.DEVNULL)),
        }
        elapsed = time.perf_counter() - start
        size = sum(path.stat().st_size for path in (folder / "plain").rglob("*") if path.is_file())
    print(f"{'CPU time':26}{'ms':>10}{'ms a finding':>16}")
    holds = True
    for name, milliseconds in taken.items():
        most = MOST_TO_CHECK if name == "checked" else MOST_TO_PUBLISH
        holds &= milliseconds / findings <= most
        print(f"{name:26}{milliseconds:10.0f}{milliseconds / findings:16.2f}   goal: at most {most:.0f}")
    print(f"\n{findings} findings, {size / 1e6:.1f} MB, {elapsed:.1f} s in all: {'holds' if holds else 'MISSED'}")
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
