"""How a case on a PostgreSQL server does: rows appended, many reviewers at two desks, and servers that are killed.

    python benchmarks/postgresql.py [--rows append,desk,kills] [--seconds 60] [--reviewers 25] [--documents 300]
                                    [--kills 60]

Starts a server of its own (Debian's package `postgresql`, extra `postgres`), its data in a temporary folder, reached
by a socket there.

append: rows of claims, ten thousand a transaction, by COPY, by single inserts, and into SQLite, in turn; the median of
`--rounds`. Peer: single inserts. Goal: COPY at least twice as fast.
desk: a made case (`benchmarks/made_case`) at two desks, `tenderlight review`, half of the reviewers at each; each looks
at the queue, decides on a claim and thinks for a second. Goals: 95 of 100 answers within 300 ms, or, where
the machine is busy with other work, at most 20 ms of processor time of desks and server for a look and its decision; no
answer wrong; every decision that was acknowledged is in the log and in the tables, once.
kills: a run over a small folder while the server is killed with signal 9, stopped, or its connections are cut, at a
random moment; then the run is done again until it ends. Goal: what the case says is what an undisturbed case in a
folder says, every time.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.desk import GOAL_DECISION_CPU_MS, GOAL_P95_MS, Desk, Times, at_once, reviewing
from benchmarks.made_case.making import Size, make_case
from tenderlight.cases import Case, sqlite_file
from tenderlight.cases.checking import check_case
from tenderlight.cases.database import Database, Parameters, adding
from tenderlight.cases.places import Server
from tenderlight.cases.postgresql_case import open_to_write
from tenderlight.errors import TenderlightError
from tests.cases.small_job import do_job, everything, make_sources
from tests.services.postgresql import OwnServer, why_not

CLAIMS = 10_000
GOAL_COPY = 2.0
COLUMNS = "id document position contract kind rule rule_version start status is_waiting urgency body"
KILL_WITHIN_SECONDS = 3.0


def rows(seed: int) -> Iterator[Parameters]:
    """Yield rows of claims."""
    body = '{"claim":"' + "x" * 32 + '","quotes":[{"text":"' + "采购人群聚集分析系统" * 6 + '"}],"value":{"text":"y"}}'
    for number in range(CLAIMS):
        yield f"{seed}-{number}", "d", seed * CLAIMS + number, "c", "title", "made", 1, 0, "unreviewed", 1, number, body


def appended(database: Database, seed: int, *, one_by_one: bool) -> float:
    """Append rows in one transaction; return how many a second."""
    start = time.perf_counter()
    if one_by_one:
        for row in rows(seed):
            database.change(adding("claims", COLUMNS), row)
    else:
        database.add_many("claims", COLUMNS, rows(seed))
    database.commit()
    return CLAIMS / (time.perf_counter() - start)


def append(server: OwnServer, folder: Path, rounds: int) -> list[str]:
    """Measure rows appended; return the goals that were missed."""
    place = server.case(folder / "store")
    Case.open(place, create=True).close()
    Case.open(folder / "case", create=True).close()
    on_server: Database = open_to_write(place)
    in_file: Database = sqlite_file.open_to_write(folder / "case")[0]
    for database in (on_server, in_file):
        database.change("INSERT INTO documents (sha256, size_bytes) VALUES ('d', 1)")
        database.change("INSERT INTO contracts (id, key, because) VALUES ('c', 'k', 'b')")
        database.commit()
    found: dict[str, list[float]] = {"COPY": [], "single inserts": [], "SQLite": []}
    for number in range(rounds):
        found["COPY"].append(appended(on_server, 2 * number, one_by_one=False))
        found["single inserts"].append(appended(on_server, 2 * number + 1, one_by_one=True))
        found["SQLite"].append(appended(in_file, number, one_by_one=False))
    on_server.close()
    in_file.close()
    for name, figures in found.items():
        print(f"append, {name:16} {statistics.median(figures):10,.0f} rows a second", flush=True)
    ratio = statistics.median(found["COPY"]) / statistics.median(found["single inserts"])
    print(f"COPY against single inserts: {ratio:.1f} times (goal {GOAL_COPY:.0f})")
    return [] if ratio >= GOAL_COPY else ["append"]


def _review(desk: Desk, reviewers: int, seconds: float, both: list[tuple[Times, Times]]) -> None:
    both.append(reviewing(desk, reviewers, seconds))


def desk(server: OwnServer, folder: Path, arguments: argparse.Namespace) -> list[str]:
    """Measure reviewers at two desks; return the goals that were missed."""
    place = server.case(folder / "team")
    made = make_case(place, Size(documents=arguments.documents, pages=10))
    print(f"desk: {made:,} claims", flush=True)
    desks = [Desk(Server(address=place.address)) for _ in range(2)]
    both: list[tuple[Times, Times]] = []
    before = sum(one.cpu_seconds() for one in desks) + server.cpu_seconds()
    half = (arguments.reviewers + 1) // 2
    try:
        at_once([partial(_review, one, half, arguments.seconds, both) for one in desks])
        cpu = sum(one.cpu_seconds() for one in desks) + server.cpu_seconds() - before
    finally:
        for one in desks:
            one.stop()
    cpu = 1000 * cpu / max(1, sum(len(each[1].seconds) for each in both))
    missed = []
    for name, index in (("look at the queue", 0), ("decide", 1)):
        times = Times(
            seconds=[second for each in both for second in each[index].seconds],
            wrong=sum(each[index].wrong for each in both),
        )
        print(f"{name:24}{times.ms(0.5):10.1f}{times.ms(0.95):10.1f} ms   {times.wrong} wrong of {len(times.seconds)}")
        if times.wrong or not times.seconds or (times.ms(0.95) > GOAL_P95_MS and cpu > GOAL_DECISION_CPU_MS):
            missed.append(name)
    print(f"{'both, processor of desks and server':24}{cpu:10.1f} ms")
    acknowledged = sum(len(each[1].seconds) - each[1].wrong for each in both)
    with Case.open(place) as case:
        kept = list(case.reviews)
    faults = check_case(place)
    print(f"decisions acknowledged {acknowledged}, in the case {len(kept)}; faults of the case: {len(faults)}")
    if len(kept) != acknowledged or [one.number for one in kept] != list(range(1, len(kept) + 1)) or faults:
        missed.append("decisions")
    return missed


def run_once(address: str, store: str, sources: str) -> None:
    """Do the small job; end with 1 if it was broken off."""
    try:
        do_job(Server(address=address, store=Path(store)), Path(sources))
    except TenderlightError:
        sys.exit(1)


def kills(server: OwnServer, folder: Path, count: int) -> list[str]:
    """Break servers and connections off under runs; return the goals that were missed."""
    sources = make_sources(folder / "sources", files=12)
    do_job(folder / "undisturbed", sources)
    expected = everything(folder / "undisturbed")
    chance, context = random.Random(1), multiprocessing.get_context("spawn")
    counts: Counter[str] = Counter()
    for number in range(count):
        what = ("kill", "stop", "cut")[number % 3]
        place = server.case(folder / f"broken-{number}")
        arguments = (place.address, str(place.store), str(sources))
        process = context.Process(target=run_once, args=arguments)
        process.start()
        while not (folder / f"broken-{number}" / "custody.jsonl").exists() and process.is_alive():
            time.sleep(0.005)
        time.sleep(chance.random() * KILL_WITHIN_SECONDS / 4)
        counts[f"{what}, the run was still on"] += process.is_alive()
        if what == "cut":
            server.cut()
        else:
            (server.kill if what == "kill" else server.stop)()
            server.start()
        process.join()
        counts[f"{what}, runs broken off"] += process.exitcode != 0
        for _ in range(3):
            again = context.Process(target=run_once, args=arguments)
            again.start()
            again.join()
            if again.exitcode == 0:
                break
        counts[f"{what}, done"] += 1
        counts["different"] += everything(place) != expected
        counts["not whole"] += bool(check_case(place))
    for name, many in sorted(counts.items()):
        print(f"{name:40}{many:6}")
    return ["kills"] if counts["different"] or counts["not whole"] else []


def main() -> int:
    """Run the benchmark; exit code 0 if the goals are met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", default="append,desk,kills")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--reviewers", type=int, default=25)
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--kills", type=int, default=60)
    arguments = parser.parse_args()
    if why_not():
        print(why_not(), file=sys.stderr)
        return 4
    wanted, missed = arguments.rows.split(","), []
    with tempfile.TemporaryDirectory() as name, OwnServer(is_fast=False) as server:
        if "append" in wanted:
            missed += append(server, Path(name), arguments.rounds)
        if "desk" in wanted:
            missed += desk(server, Path(name), arguments)
        if "kills" in wanted:
            missed += kills(server, Path(name), arguments.kills)
    print(f"\ngoals: {'all hold' if not missed else 'MISSED: ' + ', '.join(missed)}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
