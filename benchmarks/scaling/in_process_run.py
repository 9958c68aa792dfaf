"""The main job in one process, without a cage: python -m benchmarks.scaling.in_process_run DOCUMENTS CASE."""

from __future__ import annotations

import sys
from pathlib import Path

from tenderlight.cases import Case
from tenderlight.pipeline.local import Run
from tenderlight.pipeline.run import RunOptions
from tests.pipeline.in_process import InProcess


def main() -> None:
    """Run it."""
    documents, case_folder = map(Path, sys.argv[-2:])
    options = RunOptions(paths=(documents,), case_folder=case_folder, lay_out=False, compare=False)
    with InProcess() as hands, Case.open(case_folder, create=True) as case:
        Run(case, options, hands).go()


if __name__ == "__main__":
    main()
