"""What a stranger can check, and what tampering they find, one row each; every row has a fault planted in it.

    python benchmarks/custody.py [--rows 10 11 12 19] [--times N]

The numbers are those of the goal table that `goals.py` follows.

10  tampering in 18 ways or more, ten times each, is found by the one file that lies in every dossier: all of it
11  time is bounded from both sides by two authorities, within one batch of entries
12  the same file checks a log of 100,000 entries in 3 s or less, and a dossier of 1,000 findings
19  a copy of a case on an empty machine says what the case said, and verifies

Row 11 needs openssl. Exit code 1 if a goal is missed, or a planted fault is not found.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.goal_table.rows import Row, all_hold  # noqa: E402

STANDALONE = ROOT / "src" / "tenderlight" / "publish" / "standalone" / "verify.py"
TIMES, LEAST_KINDS = 10, 18
ENTRIES, FINDINGS, GOAL_SECONDS = 100_000, 1_000, 3.0
BATCH = 10
Tamper = Callable[[Path, random.Random], None]


@contextlib.contextmanager
def workplace() -> Iterator[Path]:
    """Give a folder, in memory where there is such a place, and a key of its own to sign with."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as name:
        os.environ["TENDERLIGHT_KEYS"] = str(Path(name) / "keys")
        yield Path(name)


def made_dossier(folder: Path) -> Path:
    """Make a case, have all of it confirmed, and publish it; return the dossier."""
    from tenderlight.cases import Case
    from tests.publish.made_dossier import ask_all, confirm_all, make_case, publish_it

    make_case(folder)
    with Case.open(folder / "case", create=True) as case:
        confirm_all(case)
        ask_all(case)
    publish_it(folder, folder / "dossier")
    return folder / "dossier"


def is_found(folder: Path, key: str) -> bool:
    """Say whether the file that lies in every dossier finds something wrong with a dossier or a case."""
    from tenderlight.publish.standalone import verify

    said = io.BytesIO()
    out, words = sys.stdout, sys.argv
    sys.stdout, sys.argv = io.TextIOWrapper(said, "utf-8"), ["verify.py", str(folder), "--key", key]
    try:
        return verify.main() == 6
    finally:
        sys.stdout, sys.argv = out, words


def campaign(folder: Path, times: int, say: Callable[[str], None], *, key: str) -> tuple[int, int, int]:
    """Tamper in every way; return how many ways there are, how often it was done and how often it was found."""
    from tests.publish import tampering

    tried = found = 0
    ways: list[tuple[str, str, Tamper]] = [("case", name, change) for name, change in tampering.CASE.items()]
    ways += [("dossier", name, partial(tampering.tamper, name)) for name in tampering.DOSSIER]
    for what, name, change in ways:
        each = 0
        for number in range(times):
            place = folder / "changed"
            shutil.rmtree(place, ignore_errors=True)
            shutil.copytree(folder / what, place)
            change(place, random.Random(f"{name} {number}"))
            each += is_found(place, key)
        say(f"      {what:8} {name:50} {each:3} of {times}")
        tried, found = tried + times, found + each
    return len(ways), tried, found


def tampering(times: int) -> Row:
    """Row 10."""
    from tenderlight.publish.standalone import verify
    from tests.publish.tampering import write_lists

    with workplace() as folder:
        made_dossier(folder)
        from tenderlight.archive.keys import own_key

        own = own_key()
        assert own is not None
        write_lists(folder / "dossier")
        if is_found(folder / "dossier", own.digits) or is_found(folder / "case", own.digits):
            return Row(figure="a whole dossier does not hold", is_met=False, planted="", is_found=None)
        ways, tried, found = campaign(folder, times, lambda line: print(line, flush=True), key=own.digits)
        held, verify.Check.hold_signature = verify.Check.hold_signature, lambda *_: None  # type: ignore[method-assign]
        try:
            _, often, blind = campaign(folder, 2, lambda _: None, key="")
        finally:
            verify.Check.hold_signature = held  # type: ignore[method-assign]
    return Row(
        figure=f"{ways} ways, {found} of {tried} found",
        is_met=ways >= LEAST_KINDS and found == tried,
        planted=f"a verifier that asks for no signature: {blind} of {often}",
        is_found=blind < often,
    )


def bounds(_times: int) -> Row:
    """Row 11."""
    from tenderlight.archive.checking import check_log
    from tenderlight.archive.timestamps import bounds_of, check_stamps, request_for
    from tenderlight.cases import Case
    from tests.archive.made_authority import OPENSSL, make_authority
    from tests.cases.steps import receive

    if OPENSSL is None:
        return Row(figure="left out: needs openssl", is_met=None, planted="", is_found=None)
    with workplace() as folder:
        authorities = [make_authority(folder / name, name) for name in ("first", "second")]
        with Case.open(folder / "case", create=True) as case:
            for batch in range(3):
                for number in range(BATCH):
                    receive(case, folder / "sources", f"{batch}-{number}.txt", f"{batch} {number}".encode())
                pinned = case.custody.pin().read_bytes()
                for authority in authorities:
                    case.custody.stamp(authority.stamp(request_for(pinned)), authority.certificates)
        log = check_log(folder / "case")
        wrong = list(check_stamps(folder / "case" / "checkpoints", log.stamps))
        between = range(log.stamps[0].seq + 1, log.stamps[-1].entries)
        one_sided = [seq for seq in between if "" in (found := bounds_of(seq, log.stamps), found.after, found.before)]
        unlogged = [seq for seq in between if not bounds_of(seq, log.stamps[-2:]).after]
    return Row(
        figure=f"{len(log.stamps)} stamps of 2 authorities, {len(wrong)} wrong; {len(between) - len(one_sided)} of "
        f"{len(between)} entries bounded on both sides",
        is_met=not wrong and not one_sided,
        planted=f"the stamps before are not in the log: {len(unlogged)} entries bounded on one side only",
        is_found=len(unlogged) == len(between),
    )


def long_log(_times: int) -> Row:
    """Row 12."""
    from tenderlight.archive.custody import Act, CustodyLog
    from tenderlight.archive.key_changes import change_to
    from tenderlight.archive.keys import own_key
    from tests.publish.made_bag import make_bag

    with workplace() as folder:
        case, origin, key = folder / "case", "tenderlight-case/01", own_key()
        log = CustodyLog(case, by="tenderlight/1", begin={"case": "01"})
        change = change_to(key, origin=origin, before=None)
        assert change is not None
        log.append(Act.KEY, **change)
        for number in range(2, ENTRIES):
            log.append(
                Act.EXTRACT, object=f"{number:064x}", reader="pdf/1", reading=f"readings/{number:064x}", walls="all"
            )
            if number % 10_000 == 0:
                log.commit()
                log.checkpoint(origin=origin, key=key)
        log.commit()
        log.checkpoint(origin=origin, key=key)
        log.close()
        size = (case / "custody.jsonl").stat().st_size
        seconds, code = min(timed(case) for _ in range(3))
        content = bytearray((case / "custody.jsonl").read_bytes())
        content[size // 2] ^= 1
        (case / "custody.jsonl").write_bytes(content)
        _, broken = timed(case)
        dossier_seconds, dossier_code = timed(make_bag(folder / "published", findings=FINDINGS))
    return Row(
        figure=f"{ENTRIES:,} entries, {size >> 20} MiB, 11 signed checkpoints: {seconds:.2f} s of the clock; "
        f"a dossier of {FINDINGS:,} findings: {dossier_seconds:.2f} s",
        is_met=code == dossier_code == 0 and max(seconds, dossier_seconds) <= GOAL_SECONDS,
        planted="one bit of an entry in the middle",
        is_found=broken == 6,
    )


def timed(folder: Path) -> tuple[float, int]:
    """Run the file in a Python of its own; return seconds of the clock and the exit code."""
    start = time.perf_counter()
    done = subprocess.run([sys.executable, "-I", "-S", str(STANDALONE), str(folder)], check=False, capture_output=True)
    return time.perf_counter() - start, done.returncode


def restored(_times: int) -> Row:
    """Row 19."""
    from tenderlight.pipeline.verifying import verify_case
    from tests.cases.small_job import do_job, everything, make_sources

    with workplace() as folder:
        do_job(folder / "case", make_sources(folder / "sources"))
        said = everything(folder / "case")
        copy = shutil.copytree(folder / "case", folder / "empty machine" / "case")
        shutil.rmtree(folder / "case")
        shutil.rmtree(folder / "keys")
        result = verify_case(copy)
        same = everything(copy) == said
        do_job(copy, folder / "sources")
        again = verify_case(copy)
        reading = sorted((copy / "readings").rglob("*.gz"))[0]
        reading.unlink()
        lost = verify_case(copy)
    whole = f"{result.documents} originals, {result.quotes} quotes, {len(result.faults)} faults, the same case: {same}"
    return Row(
        figure=f"{whole}; worked on with another key: {len(again.faults)} faults",
        is_met=same and not result.faults and not again.faults and result.documents > 0,
        planted="a stored reading is not in the copy",
        is_found=bool(lost.faults),
    )


ROWS: dict[int, Callable[[int], Row]] = {10: tampering, 11: bounds, 12: long_log, 19: restored}


def main() -> int:
    """Measure the rows and print them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, nargs="*", choices=list(ROWS), default=list(ROWS))
    parser.add_argument("--times", type=int, default=TIMES, help="how often each way of tampering is tried")
    arguments = parser.parse_args()
    return 0 if all_hold(arguments.rows, lambda number: ROWS[number](arguments.times)) else 1


if __name__ == "__main__":
    sys.exit(main())
