"""Linking alone, over made notices: COUNT CASE.

    python -m benchmarks.scaling.link_run COUNT CASE

Makes a case of so many notices of one page (`linked_case`), links it, links it again with nothing new, with one notice
more and with a hundred more, and prints processor seconds of each and the bytes that are kept, as JSON.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from benchmarks.scaling.linked_case import make_notices
from tenderlight.cases import Case
from tenderlight.languages.normalise import fold_text
from tenderlight.linking.resemblance import signatures_of
from tenderlight.pipeline.link_claims import link_case

MORE = 100


def main() -> None:
    """Run it, and print what it cost as JSON."""
    count, folder = int(sys.argv[1]), Path(sys.argv[2])
    signatures_of([fold_text("蓝水县" * 200)])  # so that loading of numpy and of tables is not counted
    make_notices(folder, 0, count)
    first, links = _linked(folder)
    again, _ = _linked(folder)
    make_notices(folder, count, 1)
    one, _ = _linked(folder)
    make_notices(folder, count + 1, MORE)
    hundred, _ = _linked(folder)
    with Case.open(folder) as case:
        sizes = [len(body) for (body,) in case.rows_of("kept_for_links", "body")]
    figures = {"count": count, "first": first, "again": again, "one": one, "hundred": hundred, "links": links}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(figures | {"kept_bytes": sum(sizes), "megabytes": peak}))


def _linked(folder: Path) -> tuple[float, int]:
    """Link a case; return processor seconds, and how many links it has."""
    with Case.open(folder, create=True) as case:
        case.summary()  # joins contracts: `find` asks for it anyway
        start = time.process_time()
        link_case(case)
        case.commit()
        spent = time.process_time() - start
        return spent, case.count_of("links")


if __name__ == "__main__":
    main()
