"""How well and how fast facts are read: per field, wrong values first, on real notices, structured files and our own.

Run `python benchmarks/facts.py [--shared DIR] [--list NUMBER] [--only NAME]`. Labels of the real notices were made by
others; structured files are compared with a second, plain reading; our own labelled notices are in
`evaluation/notices`, whose held-out part is only ever scored as a whole.

Aims, of each set that gives the field: buyer 0.97, suppliers 0.95, amount 0.97, date 0.95, stage 0.97, line items 0.90;
no budget, ceiling, fee or loser's price given as the price; 200 notices a second on one core, their text already read.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.facts_sets import national, own, speed, structured, yichang
from benchmarks.facts_sets.outcomes import Judged
from tenderlight.model.document import Page

ROOT = Path(__file__).resolve().parents[1]
AIMS = {"buyer": 0.97, "suppliers": 0.95, "amount": 0.97, "date": 0.95, "stage": 0.97, "items": 0.90}
AIM_OF_SPEED = 200
STEPS_SHOWN = 12


def main() -> int:
    """Print a table a set and the aims; exit code 0 if every aim holds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--list", type=int, default=0, metavar="NUMBER", help="what is not right, so many of each set")
    parser.add_argument("--only", choices=sorted(SETS), help="only this set")
    arguments = parser.parse_args()
    held: list[bool] = []
    for name, judge in SETS.items():
        if arguments.only in {None, name}:
            for judged in judge(arguments.shared):
                judged.print_table()
                for line in judged.not_right[: arguments.list]:
                    print(f"  {line}")
                held += list(aims(judged))
    if arguments.only is None:
        held.append(print_speed(arguments.shared))
    print(f"\n{sum(held)} of {len(held)} aims hold")
    return 0 if all(held) else 1


def of_yichang(shared: Path) -> Iterator[Judged]:
    """Yield award notices and lists of candidates."""
    yield yichang.judge_awards(shared / yichang.FOLDER)
    yield yichang.judge_candidates(shared / yichang.FOLDER)


def of_national(shared: Path) -> Iterator[Judged]:
    """Yield the notices of many provinces."""
    yield national.judge_national(shared / national.FOLDER)


def of_structured(shared: Path) -> Iterator[Judged]:
    """Yield the folders of structured files."""
    yield from structured.judge_structured(shared / "data")


def of_own(_shared: Path) -> Iterator[Judged]:
    """Yield the parts of our own set, each with a line a language."""
    for judged, score in own.judge_own(ROOT / "evaluation" / "notices").values():
        yield judged
        for language, one in score.by_language.items():
            print(f"  {language:<8} wrong {one.wrong}, missing {one.missing}, right {one.right}: {one.accuracy:.3f}")


SETS: dict[str, Callable[[Path], Iterator[Judged]]] = {
    "yichang": of_yichang,
    "national": of_national,
    "structured": of_structured,
    "own": of_own,
}


def aims(judged: Judged) -> Iterator[bool]:
    """Print and yield which aims hold for the fields of a set."""
    for field, aim in AIMS.items():
        if field in judged.fields and judged.fields[field].total:
            yield said(judged.fields[field].accuracy >= aim, f"{field} {judged.fields[field].accuracy:.3f} (aim {aim})")
    yield said(not judged.false_prices, f"{len(judged.false_prices)} other figures given as the price (aim 0)")


def said(holds: bool, words: str) -> bool:
    """Print one aim and return whether it holds."""
    print(f"{'holds ' if holds else 'MISSED'} {words}")
    return holds


def print_speed(shared: Path) -> bool:
    """Print notices a second and where the time goes."""
    texts = [text for text, _ in national.texts_of(shared / national.FOLDER)]
    notices = [[Page(number=1, text=text)] for text in texts]
    paths = sorted((shared / yichang.FOLDER / "html").glob("*/*.html"))
    notices += [yichang.pages_of(path) for path in paths]
    characters = sum(len(page.text) for pages in notices for page in pages)
    rate = speed.notices_a_second(notices)
    print(f"\nSpeed: {len(notices)} notices of {characters / len(notices):.0f} characters (mean), one core, CPU time")
    for name, share in speed.where_time_goes(notices)[:STEPS_SHOWN]:
        print(f"  {name:<24}{share:>6.1%}")
    return said(rate >= AIM_OF_SPEED, f"{rate:.0f} notices a second (aim {AIM_OF_SPEED})")


if __name__ == "__main__":
    sys.exit(main())
