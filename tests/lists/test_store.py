"""The store: append-only, whole or nothing."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tenderlight.errors import ArchiveDamaged, CaseInUse
from tenderlight.lists.folders import list_files
from tenderlight.lists.place import LOG, default_folder, has_lists
from tenderlight.lists.store import ListStore, sha256_of
from tests.lists import made_lists


def noon(day: int) -> datetime.datetime:
    return datetime.datetime(2026, 11, day, 12, tzinfo=datetime.UTC)


def add(folder: Path, content: bytes, name: str = "list.json", day: int = 1) -> list[str]:
    with ListStore(folder) as store:
        return [each.code for each in store.add({name: content}, now=lambda: noon(day)).problems]


def test_a_snapshot_is_kept_with_issuer_day_and_licence(tmp_path: Path) -> None:
    content = made_lists.us_json()
    add(tmp_path, content)
    (held,) = ListStore(tmp_path).held()
    snapshot = held.snapshot
    assert snapshot.sha256 == sha256_of({"x": content})
    assert (snapshot.list_code, str(snapshot.as_of), snapshot.entities) == ("us-entity-list", "2026-07-09", 1)
    assert "Industry and Security" in snapshot.issuer
    assert "public domain" in snapshot.licence
    assert held.received == "2026-11-01T12:00:00+00:00"
    assert (tmp_path / "objects" / snapshot.sha256[:2] / snapshot.sha256).read_bytes() == content
    assert ListStore(tmp_path).entities(snapshot.sha256).entities[0].name == "Acorn Optics Co., Ltd."


def test_a_damaged_file_leaves_the_old_snapshot_in_use(tmp_path: Path) -> None:
    add(tmp_path, made_lists.us_json())
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert add(tmp_path, made_lists.us_json(extracted="2026-08-01")[:-20]) == ["list-cut-short"]
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_the_same_bytes_are_kept_once(tmp_path: Path) -> None:
    add(tmp_path, made_lists.us_json())
    with ListStore(tmp_path) as store:
        again = store.add({"other-name.json": made_lists.us_json()})
    assert not again.is_new
    assert len(again.snapshots) == 1
    assert len((tmp_path / LOG).read_text().splitlines()) == 1


def test_nothing_is_overwritten_and_snapshots_are_in_the_order_of_their_days(tmp_path: Path) -> None:
    add(tmp_path, made_lists.us_json(extracted="2026-07-09"), day=1)
    first = (tmp_path / LOG).read_bytes()
    add(tmp_path, made_lists.us_json(extracted="2020-01-01"), day=2)
    assert (tmp_path / LOG).read_bytes().startswith(first)
    assert [str(held.snapshot.as_of) for held in ListStore(tmp_path).held()] == ["2020-01-01", "2026-07-09"]


def test_a_file_of_many_lists_is_a_snapshot_of_each(tmp_path: Path) -> None:
    add(tmp_path, made_lists.csl(), "csl.csv")
    held = ListStore(tmp_path).held()
    assert [each.snapshot.list_code for each in held] == [
        "us-entity-list",
        "us-nonproliferation",
        "us-ns-cmic",
        "us-sdn",
    ]
    assert len({each.snapshot.sha256 for each in held}) == 1
    assert {each.newest for each in held} == {"2021-08-02"}


def test_a_list_in_parts_is_one_snapshot(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    for name, content in made_lists.sdn_csv().items():
        (source / name).write_bytes(content)
    (taken,) = list_files(source)
    assert set(taken) == set(made_lists.sdn_csv())
    assert [set(parts) for parts in list_files(source / "sdn.csv")] == [set(made_lists.sdn_csv())]
    with ListStore(tmp_path / "store") as store:
        (snapshot,) = store.add(taken, as_of=datetime.date(2024, 4, 12)).snapshots
    again = ListStore(tmp_path / "store")
    assert str(again.held()[0].snapshot.as_of) == "2024-04-12"
    assert len(again.entities(snapshot.sha256).entities) == 2


def test_the_day_of_a_list_may_be_said_later(tmp_path: Path) -> None:
    add(tmp_path, made_lists.csl(), "csl.csv")
    for day in ("2022-05-01", "2023-01-01"):
        with ListStore(tmp_path) as store:
            assert not store.add({"csl.csv": made_lists.csl()}, as_of=datetime.date.fromisoformat(day)).is_new
    assert {str(held.snapshot.as_of) for held in ListStore(tmp_path).held()} == {"2022-05-01"}
    assert len(ListStore(tmp_path).held()) == 4


def test_a_part_of_a_list_is_not_taken_for_the_list(tmp_path: Path) -> None:
    many = [made_lists.entry(f"Acorn {number}") for number in range(40)]
    add(tmp_path, made_lists.us_json(entities=many))
    few = made_lists.us_json(entities=many[:31], extracted="2026-07-10")
    assert add(tmp_path, few) == ["list-much-shorter"]
    assert add(tmp_path, made_lists.us_json(entities=many[:32], extracted="2026-07-11")) == ["list-entry-undated"]
    assert add(tmp_path, made_lists.us_json(entities=many[:5], extracted="2019-01-01")) == ["list-entry-undated"]
    assert len(ListStore(tmp_path).held()) == 3
    with ListStore(tmp_path) as store:
        assert store.add({"list.json": few}, may_shrink=True).snapshots


def test_a_part_that_does_not_say_its_day_is_held_against_the_newest(tmp_path: Path) -> None:
    rows = [{"source": made_lists.EL, "name": f"Acorn {number}", "start_date": "2019-10-09"} for number in range(40)]
    rows[-1]["start_date"] = "2021-10-09"
    add(tmp_path, made_lists.csl(rows))
    assert add(tmp_path, made_lists.csl(rows[:20])) == ["list-much-shorter"]
    with ListStore(tmp_path) as store:
        older = store.add({"list": made_lists.csl(rows[:20])}, as_of=datetime.date(2020, 1, 1))
    assert older.snapshots


def test_a_line_torn_by_a_crash_is_left_out_and_cut_off(tmp_path: Path) -> None:
    add(tmp_path, made_lists.us_json())
    with (tmp_path / LOG).open("ab") as log:
        log.write(b'{"sha256": "abc')
    assert len(ListStore(tmp_path).held()) == 1
    add(tmp_path, made_lists.csl(), "csl.csv")
    assert len(ListStore(tmp_path).held()) == 5


def test_a_changed_snapshot_is_not_used(tmp_path: Path) -> None:
    add(tmp_path, made_lists.us_json())
    (held,) = ListStore(tmp_path).held()
    path = tmp_path / "objects" / held.snapshot.sha256[:2] / held.snapshot.sha256
    path.chmod(0o600)
    path.write_bytes(path.read_bytes().replace(b"Acorn", b"Apple"))
    with pytest.raises(ArchiveDamaged):
        ListStore(tmp_path).entities(held.snapshot.sha256)


def test_one_process_adds_at_a_time(tmp_path: Path) -> None:
    with ListStore(tmp_path), pytest.raises(CaseInUse), ListStore(tmp_path):
        pass


def test_where_lists_are_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.delenv("TENDERLIGHT_LISTS", raising=False)
    assert default_folder() == tmp_path / "tenderlight" / "lists"
    monkeypatch.setenv("TENDERLIGHT_LISTS", str(tmp_path / "mine"))
    assert default_folder() == tmp_path / "mine"
    assert not has_lists()
    add(tmp_path / "mine", made_lists.us_json())
    assert has_lists()


def test_a_place_that_may_not_be_looked_into_holds_no_lists(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TENDERLIGHT_LISTS", str(tmp_path))

    def refuse(_path: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "is_file", refuse)
    assert not has_lists()
