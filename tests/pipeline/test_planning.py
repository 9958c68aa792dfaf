"""What a run is planned to cost, and why what is done is done again."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tenderlight.cases import Case
from tenderlight.pipeline.local import find
from tenderlight.pipeline.planning.estimate import Tried, counted_up
from tenderlight.pipeline.planning.plan import PlanOptions, plan
from tenderlight.pipeline.planning.processor import (
    USUAL_DOCUMENT_SECONDS,
    Beside,
    Moment,
    beside,
)
from tenderlight.pipeline.planning.strata import Planned, Stratum, chosen, grouped, spread
from tenderlight.pipeline.planning.trial import try_files
from tenderlight.pipeline.run import RunOptions

NOTICE = "采购人：岚水县公安局\n中标金额：{}元\n"
ALIKE = Stratum(kind="txt", band=0)


def tried(pages: float, *, size_bytes: int = 100, is_planned: bool = True) -> Tried:
    return Tried(size_bytes=size_bytes, pages=pages, records=0, recognised=0, seconds=pages / 10, is_planned=is_planned)


def planned(*sizes: int, suffix: str = ".txt") -> list[Planned]:
    names = [f"{number:03}{suffix}" for number in range(len(sizes))]
    return [Planned(path=Path(name), shown_path=name, size_bytes=size) for name, size in zip(names, sizes, strict=True)]


@pytest.mark.parametrize(
    ("path", "size", "stratum"),
    [
        ("a/b.PDF", 0, ("pdf", 0)),
        ("b.pdf", (16 << 10) - 1, ("pdf", 0)),
        ("b.pdf", 16 << 10, ("pdf", 1)),
        ("b.pdf", (64 << 10) - 1, ("pdf", 1)),
        ("b.tar.gz", 64 << 10, ("gz", 2)),
        ("a.d/without", 1 << 30, ("", 9)),
    ],
)
def test_files_within_a_factor_of_four_are_alike(path: str, size: int, stratum: tuple[str, int]) -> None:
    assert tuple(Stratum.of(path, size)) == stratum


@pytest.mark.parametrize(
    ("count", "most", "places"), [(1, 4, {0}), (3, 4, {0, 1, 2}), (4, 4, {0, 1, 2, 3}), (100, 4, {12, 37, 62, 87})]
)
def test_places_are_spread_over_the_whole_row(count: int, most: int, places: set[int]) -> None:
    assert set(spread(count, most)) == places


def test_each_stratum_is_tried_once_before_any_is_tried_twice() -> None:
    groups = grouped([*planned(*[100] * 50), *planned(900_000, 800_000, suffix=".pdf")])
    kinds = [file.stratum.kind for file in chosen(groups, known={}, most_files=3, most_bytes=10_000_000)]
    assert kinds == ["pdf", "txt", "pdf"]
    assert len(chosen(groups, known={}, most_files=48, most_bytes=10_000_000)) == 10


def test_what_is_too_large_or_known_is_not_tried() -> None:
    groups = grouped([*planned(*[100] * 50), *planned(900_000, 800_000, suffix=".pdf")])
    assert {file.stratum.kind for file in chosen(groups, known={}, most_files=48, most_bytes=1_000)} == {"txt"}
    known = {ALIKE: 8}
    assert {file.stratum.kind for file in chosen(groups, known=known, most_files=48, most_bytes=9_000_000)} == {"pdf"}


def test_files_that_were_all_tried_are_known_exactly() -> None:
    found = counted_up({ALIKE: (3, 300)}, {ALIKE: [tried(1), tried(5), tried(9)]}, "pages")
    assert (found.low, found.value, found.high) == (15, 15, 15)


def test_files_of_the_case_tell_of_new_ones_but_are_none_of_them() -> None:
    known = [tried(pages, is_planned=False) for pages in (4, 6)]
    found = counted_up({ALIKE: (2, 200)}, {ALIKE: known}, "pages")
    assert found.value == 10
    assert found.low < 8
    assert found.high > 12


def test_a_size_that_was_not_tried_is_counted_up_from_the_nearest_that_was() -> None:
    near, far = Stratum("txt", 1), Stratum("txt", 5)
    known = {near: [tried(2, size_bytes=1_000)], far: [tried(700, size_bytes=1_000)]}
    found = counted_up({Stratum("txt", 2): (4, 10_000)}, known, "pages")
    assert found.value == 20
    assert found.low == 0


def test_notices_are_not_expected_of_a_kind_that_nothing_is_known_of() -> None:
    known = {Stratum("json", 0): [Tried(size_bytes=10, pages=0, records=50, recognised=0, seconds=1)]}
    assert counted_up({Stratum("pdf", 3): (4, 10_000)}, known, "records").value == 0


@pytest.mark.parametrize("known", [4, 8, 12])
def test_nineteen_of_twenty_intervals_hold_the_truth(known: int) -> None:
    chance = random.Random(20260801)
    held = 0
    for _ in range(400):
        files = [tried(max(1, round(chance.gauss(20, 6)))) for _ in range(200)]
        found = counted_up({ALIKE: (200, 20_000)}, {ALIKE: chance.sample(files, known)}, "pages")
        held += found.low <= sum(file.pages for file in files) <= found.high
    assert 0.92 * 400 <= held <= 0.99 * 400


def test_what_a_document_takes_is_told_from_what_is_started_once() -> None:
    lanes_and_documents = [Moment(0, 0.1), *(Moment(number, 2.5 + 0.02 * number) for number in range(1, 11))]
    assert beside(lanes_and_documents) == pytest.approx((2.5, 0.02))
    and_a_converter = [Moment(number, seconds + 1.5 * (number > 6)) for number, seconds in lanes_and_documents]
    assert beside(and_a_converter) == pytest.approx((4.0, 0.02))
    assert beside(lanes_and_documents[:3]) == pytest.approx((2.54 - 2 * USUAL_DOCUMENT_SECONDS, USUAL_DOCUMENT_SECONDS))
    assert beside([]) == beside(lanes_and_documents[:1]) == Beside()


def test_a_trial_of_all_files_comes_to_what_the_run_comes_to(tmp_path: Path) -> None:
    folder = notices(tmp_path / "notices", 6)
    made = plan(PlanOptions(paths=(folder,), case_folder=tmp_path / "case", workers=1))
    spent: dict[str, float] = {}
    options = RunOptions(
        paths=(folder,),
        case_folder=tmp_path / "case",
        workers=1,
        on_spent=lambda document, seconds: spent.update({document: spent.get(document, 0.0) + seconds}),
    )
    with find(options) as case:
        costs = list(case.received_costs())
    assert set(spent) == {document for cost in costs for document in cost.documents}
    assert sum(spent.values()) > sum(cost.cpu_seconds or 0.0 for cost in costs) > 0
    assert made.kinds[0].seconds.value == pytest.approx(sum(spent.values()), rel=0.5)
    start, each = made.trial.beside
    assert made.seconds.value == pytest.approx(made.kinds[0].seconds.value + start + 6 * each)


def notices(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        (folder / f"{number:03}.txt").write_text(NOTICE.format(1_000 + number), "utf-8")
    return folder


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Twenty notices, and the case that they were found in."""
    place = tmp_path_factory.mktemp("planned")
    folder = notices(place / "notices", 20)
    case = place / "case"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            "tenderlight.cases.receipt.SETTLED_NS", -(10**18)
        )  # files are known again from the first moment on
        with find(RunOptions(paths=(folder,), case_folder=case, workers=1)) as opened:
            opened.search.refresh()
    return folder, case


def test_new_files_are_planned_by_trying_a_few(tmp_path: Path) -> None:
    folder = notices(tmp_path / "notices", 20)
    (folder / "gone.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(folder / "pipe")
    made = plan(PlanOptions(paths=(folder,), case_folder=tmp_path / "case", workers=1))
    assert (made.trial.files, made.trial.of_files, made.is_guessed) == (8, 8, False)
    (kind,) = made.kinds
    assert (kind.kind, kind.files, made.pages.value, made.pages.low, made.pages.high) == ("txt", 20, 20, 20, 20)
    assert made.not_received == {"broken-link": 1, "not-a-regular-file": 1}
    assert 0 < made.seconds.low <= made.seconds.value <= made.seconds.high
    assert made.disk_bytes.low > sum(file.stat().st_size for file in folder.glob("0*"))
    assert not (tmp_path / "case").exists()


def test_what_the_case_holds_tells_of_more_of_its_kind_and_nothing_is_changed(found: tuple[Path, Path]) -> None:
    folder, case = found
    before = everything(case)
    more = notices(folder.parent / "more", 30)
    made = plan(PlanOptions(paths=(folder, more), case_folder=case, tries=False))
    assert (made.of_case.unchanged, made.known_files, made.trial.of_files) == (20, 20, 0)
    assert (made.pages.value, made.is_guessed) == (30, False)
    assert made.of_case.read == made.of_case.claim == {}
    assert everything(case) == before


def test_a_case_in_which_nothing_is_out_of_date_has_nothing_to_do(found: tuple[Path, Path]) -> None:
    made = plan(PlanOptions(paths=(), case_folder=found[1]))
    assert (made.kinds, made.seconds.high, made.of_case.search_pages) == ((), 0, 0)


def test_why_documents_are_read_and_claimed_again_is_said(found: tuple[Path, Path], tmp_path: Path) -> None:
    case = tmp_path / "case"
    shutil.copytree(found[1], case)
    with closing(sqlite3.connect(case / "case.sqlite")) as database, database:
        (version,) = database.execute("SELECT DISTINCT version FROM claim_runs").fetchone()
        facts = next(part for part in version.split() if part.startswith("facts/"))
        documents = [row[0] for row in database.execute("SELECT document FROM claim_runs ORDER BY document")]
        older = version.replace(facts, "facts/0")
        database.execute("UPDATE claim_runs SET version = ? WHERE document = ?", (older, documents[0]))
        database.execute("UPDATE claim_runs SET reading_sha256 = '0' WHERE document = ?", (documents[1],))
        database.execute("DELETE FROM claim_runs WHERE document = ?", (documents[2],))
        (reader, number) = database.execute("SELECT reader, reader_version FROM readings").fetchone()
        database.execute("UPDATE readings SET reader_version = 0 WHERE document = ?", (documents[3],))
    of_case = plan(PlanOptions(paths=(), case_folder=case)).of_case
    assert of_case.claim == {f"facts/0 → {facts}": 1, "read anew since": 1, "never done": 1}
    assert of_case.read == {f"{reader}/0 → {reader}/{number}": 1}
    assert (of_case.claim_pages, of_case.read_pages) == (3, 1)


def test_a_plan_begins_no_index(found: tuple[Path, Path], tmp_path: Path) -> None:
    case = tmp_path / "case"
    shutil.copytree(found[1], case, ignore=shutil.ignore_patterns("index"))
    before = everything(case)
    assert plan(PlanOptions(paths=(), case_folder=case)).of_case.search_pages == 20
    assert everything(case) == before
    assert not (case / "index").exists()


def test_without_trying_and_without_a_case_only_files_are_known(tmp_path: Path) -> None:
    folder = notices(tmp_path / "notices", 3)
    made = plan(PlanOptions(paths=(folder,), case_folder=tmp_path / "case", tries=False))
    assert (made.is_guessed, made.kinds[0].files) == (True, 3)


def test_a_trial_ends_when_its_time_is_up(tmp_path: Path) -> None:
    folder = notices(tmp_path / "notices", 6)
    files = [
        Planned(path=path, shown_path=path.name, size_bytes=path.stat().st_size) for path in sorted(folder.iterdir())
    ]
    trial = try_files(files, workers=1, most_seconds=0.0)
    assert trial.files < trial.of_files == 6


def test_an_archive_comes_to_what_is_in_it(tmp_path: Path) -> None:
    import zipfile

    folder = notices(tmp_path / "notices", 3)
    packed = tmp_path / "packed"
    packed.mkdir()
    with zipfile.ZipFile(packed / "all.zip", "w") as archive:
        for path in folder.iterdir():
            archive.write(path, path.name)
    with find(RunOptions(paths=(packed,), case_folder=tmp_path / "case", workers=1)) as case:
        (cost,) = case.received_costs()
    assert (len(cost.documents), cost.pages, cost.records) == (4, 3, 0)
    with Case.open(tmp_path / "case") as case:
        assert case.reading_seconds([]) == 0.0
