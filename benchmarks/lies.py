"""Files that lie, and ordinary files: how many lies are told of the claims, and how often of an honest file.

    python benchmarks/lies.py [--shared DIR] [--ordinary 1000] [--plant]

Runs the main job over the made lies of `tests/reading/made_lies.py`, one kind each: text that a page or sheet does not
show, fonts and replacements that say other words than are drawn, earlier states, changes nobody accepted, two values
under one name, letters that look alike. Then over those of `tests/reading/made_picture_lies.py`, which only a
comparison of the quoted words with the picture of their page gives away. Then it reads ordinary files of the shared
folder in the cage and counts those of which a lie is told; hidden sheets and rows, tracked changes, locked-away text
in web pages are what the file itself says, and are counted apart. Last, the PDFs among them go through the main job,
and what their pictures say of their claims is counted; a claim that is told to differ is a lie told of its file.

Goals: all but four of the kinds told, with the page where there is one, and with every claim that rests on it; all that
only pictures tell; at most 1 in 100 ordinary files told to lie. Exit code 1 if one is missed. With `--plant`, what is
told of each lie is thrown away first, and the goal must be missed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tenderlight.cage import Job, LanePool, Outcome
from tenderlight.cases import Case
from tenderlight.evidence.doubts import is_doubt
from tenderlight.model.claim import PictureSays
from tenderlight.model.problem import NEED_RECOGNITION, Problem
from tenderlight.pipeline import local
from tenderlight.pipeline.messages import ReadTask, read_frame, write_task
from tenderlight.pipeline.outcomes import limits_for
from tenderlight.pipeline.run import RunOptions

ROOT = Path(__file__).resolve().parents[1]
MAY_BE_MISSED = 4
MOST_FALSE = 0.01
STATED = frozenset(
    {
        "hidden-rows",
        "hidden-sheet",
        "named-otherwise",
        "page-read-by-font-tables",
        "page-text-invisible",
        "tracked-changes",
    }
)
"""What a file says of itself, or how it was read: nobody is told to lie."""
LETTERS = frozenset({"look-alike-letters", "text-direction-turned", "text-invisible-characters"})
FOLDERS = (
    "documents",
    "reading",
    "zh-national-notices",
    "zh-tw-tenders",
    "zh-yichang-notices",
    "zh-laws",
    "ted-eforms",
)


def tell_lies(*, is_deaf: bool) -> int:
    """Run over the made lies, print a line for each, and return how many were missed."""
    from tests.reading.made_lies import LIES

    missed = 0
    with tempfile.TemporaryDirectory() as name:
        folder, case = Path(name) / "lies", Path(name) / "case"
        folder.mkdir()
        for lie in LIES:
            (folder / lie.name).write_bytes(lie.content)
        local.find(RunOptions(paths=(folder,), case_folder=case)).close()
        with Case.open(case) as opened:
            lines = {Path(line.path).name: line.document for line in opened.documents()}
            for lie in LIES:
                document = lines[lie.name]
                code = lie.code_by_picture or lie.code
                told = [one for one in opened.problems_of(document) if one.code == code and not is_deaf]
                is_told = any(one.page_number == lie.page_number for one in told)
                resting = [
                    claim
                    for claim in opened.claims(document=document)
                    if lie.page_number in {None, *(quote.page_number for quote in claim.quotes)}
                ]
                against = sum(bool(claim.against) for claim in resting)
                where = f"page {lie.page_number}" if lie.page_number else "file"
                word = "told" if is_told else "MISSED"
                print(f"{word:7}{lie.name:24}{code:28}{where:8} against {against} of {len(resting)} claims")
                missed += not is_told
        print(f"\n{len(LIES) - missed} of {len(LIES)} kinds told")
    return missed


def tell_picture_lies(*, is_deaf: bool) -> int:
    """Run over the lies that only pictures give away, print a line for each, and return how many were missed."""
    from tests.reading.made_picture_lies import HONEST
    from tests.reading.made_picture_lies import LIES as PICTURE_LIES

    missed = 0
    with tempfile.TemporaryDirectory() as name:
        folder, case = Path(name) / "lies", Path(name) / "case"
        folder.mkdir()
        for file, content in {**HONEST, **{lie.name: lie.content for lie in PICTURE_LIES}}.items():
            (folder / file).write_bytes(content)
        local.find(RunOptions(paths=(folder,), case_folder=case)).close()
        with Case.open(case) as opened:
            claims = {Path(line.path).name: list(opened.claims(document=line.document)) for line in opened.documents()}
    print()
    for lie in PICTURE_LIES:
        resting = [claim for claim in claims[lie.name] if claim.quotes[0].text == lie.said]
        told = [claim for claim in resting if claim.picture is PictureSays.OTHER and not is_deaf]
        word = "told" if resting and len(told) == len(resting) else "MISSED"
        print(f"{word:7}{lie.name:24}{lie.said:28} against {len(told)} of {len(resting)} claims that rest on it")
        missed += word == "MISSED"
    for file in HONEST:
        said = Counter(claim.picture for claim in claims[file])
        word = "MISSED" if said[PictureSays.OTHER] or not said else "honest"
        print(f"{word:7}{file:24}{dict(said)}")
        missed += word == "MISSED"
    return missed


def compare_pictures(files: list[Path]) -> set[str]:
    """Run over ordinary PDFs, print what their pictures say of their claims, and return those told to differ."""
    pdfs = tuple(path for path in files if path.suffix.lower() == ".pdf")
    if not pdfs:
        return set()
    with tempfile.TemporaryDirectory() as name:
        local.find(RunOptions(paths=pdfs, case_folder=Path(name) / "case")).close()
        with Case.open(Path(name) / "case") as case:
            claims = list(case.claims())
    counts = Counter("none" if claim.picture is None else claim.picture.value for claim in claims)
    print(f"\n{len(pdfs)} ordinary PDFs, {len(claims)} claims; what the pictures say of them: {dict(counts)}")
    for claim in claims:
        if claim.picture is PictureSays.OTHER:
            print(f"  {claim.quotes[0].path}, page {claim.quotes[0].page_number}: {claim.against[-1]}")
    return {claim.quotes[0].path for claim in claims if claim.picture is PictureSays.OTHER}


def ordinary_files(shared: Path, most: int) -> list[Path]:
    """Return ordinary files of the shared folder, spread evenly, at most so many."""
    found = [path for name in FOLDERS for path in sorted((shared / "data" / name).rglob("*")) if path.is_file()]
    step = max(1, -(-len(found) // most)) if found else 1
    return found[::step]


def jobs(files: list[Path]) -> Iterator[Job]:
    """Yield the reading of each file."""
    for path in files:
        with path.open("rb") as file:
            task = write_task(ReadTask(untrusted_name=path.name))
            yield Job(key=str(path), task=task, original=file.fileno(), limits=limits_for(path.stat().st_size))


def accuse(files: list[Path]) -> float:
    """Read ordinary files, print what is told of them, and return the share of which a lie is told."""
    told: dict[str, set[str]] = {}
    with LanePool(local.WORKSHOP) as pool:
        for job, event in pool.run(jobs(files)):
            if isinstance(event, Outcome):
                continue
            frame = read_frame(event)
            if isinstance(frame, Problem) and (is_doubt(frame) or frame.code in LETTERS | STATED):
                told.setdefault(job.key, set()).add(frame.code)
    for path in [path for path, codes in told.items() if codes & NEED_RECOGNITION]:
        told[path] = settled(Path(path))
    accused = {path: codes - STATED for path, codes in told.items() if codes - STATED}
    differing = compare_pictures(files)
    for path in map(str, files):
        if any(path.endswith(shown) for shown in differing):
            accused.setdefault(path, set()).add("quote-differs-from-picture")
    print(f"\n{len(files)} ordinary files: {dict(Counter(code for codes in told.values() for code in codes))}")
    for path, codes in sorted(accused.items()):
        print(f"  told to lie: {path}: {', '.join(sorted(codes))}")
    share = len(accused) / max(1, len(files))
    print(f"{len(accused)} of {len(files)} told to lie: {share:.4f}")
    return share


def settled(path: Path) -> set[str]:
    """Return what is told of a file once its pages are compared with their pictures."""
    with tempfile.TemporaryDirectory() as name:
        local.find(RunOptions(paths=(path,), case_folder=Path(name) / "case")).close()
        with Case.open(Path(name) / "case") as case:
            found = [one for line in case.documents() for one in case.problems_of(line.document)]
    return {one.code for one in found if is_doubt(one) or one.code in LETTERS | STATED}


def main() -> int:
    """Run both parts and judge."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--ordinary", type=int, default=1000)
    parser.add_argument("--plant", action="store_true")
    arguments = parser.parse_args()
    missed = tell_lies(is_deaf=arguments.plant)
    missed_by_pictures = tell_picture_lies(is_deaf=arguments.plant)
    share = accuse(ordinary_files(arguments.shared, arguments.ordinary))
    return 0 if missed <= MAY_BE_MISSED and not missed_by_pictures and share <= MOST_FALSE else 1


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
