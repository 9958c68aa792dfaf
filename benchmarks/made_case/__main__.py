"""Makes a large case; see the package."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from benchmarks.made_case.making import Size, make_case


def main() -> None:
    """Make it, and say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=5_000)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    start = time.process_time()
    size = Size(documents=arguments.documents, pages=arguments.pages, seed=arguments.seed)
    claims = make_case(arguments.folder, size)
    pages = size.documents * size.pages
    print(
        f"{size.documents} documents, {pages} pages, {claims} claims: {time.process_time() - start:.0f} s of processor"
    )


if __name__ == "__main__":
    main()
