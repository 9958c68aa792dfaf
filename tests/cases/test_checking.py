"""A check of a case names everything that is not what it was."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tenderlight.archive.custody import read_log
from tenderlight.cases import Case
from tenderlight.cases.checking import check_case
from tenderlight.cases.maker_statements import FOLDER, MakerStatement
from tenderlight.errors import ArchiveDamaged, CaseDamaged, CustodyLogDamaged, Damaged, NoSuchCase
from tests.cases.small_job import do_job, make_sources
from tests.memory_disk import memory_folder


@pytest.fixture(scope="module")
def whole() -> Iterator[Path]:
    with memory_folder() as folder:
        do_job(folder / "case", make_sources(folder / "sources"))
        yield folder / "case"


@pytest.fixture
def folder(whole: Path, tmp_path: Path) -> Path:
    return shutil.copytree(whole, tmp_path / "case")


def one_of(folder: Path, part: str) -> Path:
    path = sorted(path for path in (folder / part).rglob("*") if path.is_file())[0]
    path.chmod(0o600)
    return path


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def in_database(folder: Path, statement: str) -> None:
    connection = sqlite3.connect(folder / "case.sqlite")
    with connection:
        connection.execute(statement)
    connection.close()


def change_an_original(folder: Path) -> None:
    flip(one_of(folder, "objects"))


def remove_an_original(folder: Path) -> None:
    one_of(folder, "objects").unlink()


def add_a_file(folder: Path) -> None:
    (one_of(folder, "objects").parent / "notes.txt").write_bytes(b"x")


def change_a_reading(folder: Path) -> None:
    flip(one_of(folder, "readings"))


def change_the_log(folder: Path) -> None:
    flip(folder / "custody.jsonl")


def cut_the_log_with_its_checkpoints(folder: Path) -> None:
    (*_, (_, size)) = [(entry, at) for entry, at in read_log(folder) if entry.seq == 10]
    content = (folder / "custody.jsonl").read_bytes()
    (folder / "custody.jsonl").write_bytes(content[:size])
    shutil.rmtree(folder / "checkpoints")


def change_a_claim(folder: Path) -> None:
    in_database(
        folder, "UPDATE claims SET body = replace(body, '采购', '销售') WHERE id IN (SELECT id FROM claims LIMIT 1)"
    )


def slip_in_a_document(folder: Path) -> None:
    in_database(folder, f"INSERT INTO documents VALUES ('{'0' * 64}', 1)")


def slip_in_a_reading(folder: Path) -> None:
    in_database(
        folder, f"UPDATE readings SET file_sha256 = '{'0' * 64}' WHERE document = (SELECT min(document) FROM pages)"
    )


def lose_the_database(folder: Path) -> None:
    (folder / "case.sqlite").unlink()


def lose_the_log(folder: Path) -> None:
    (folder / "custody.jsonl").unlink()


def break_the_database(folder: Path) -> None:
    content = (folder / "case.sqlite").read_bytes()
    (folder / "case.sqlite").write_bytes(content[: len(content) // 2])


def test_a_whole_case_has_nothing_to_name(folder: Path) -> None:
    assert check_case(folder) == []


@pytest.mark.parametrize(
    ("tamper", "expected"),
    [
        (change_an_original, [ArchiveDamaged]),
        (remove_an_original, [ArchiveDamaged]),
        (add_a_file, [ArchiveDamaged]),
        (change_a_reading, [CaseDamaged]),
        (change_the_log, [CustodyLogDamaged]),
        (lose_the_log, [CustodyLogDamaged]),
        (lose_the_database, [CaseDamaged]),
        (change_a_claim, [CaseDamaged]),
        (slip_in_a_document, [CaseDamaged, ArchiveDamaged]),
        (slip_in_a_reading, [CaseDamaged, CaseDamaged]),
    ],
)
def test_each_change_is_named(folder: Path, tamper: Callable[[Path], None], expected: list[type[Damaged]]) -> None:
    tamper(folder)
    assert [type(damage) for damage in check_case(folder)] == expected


@pytest.mark.parametrize("tamper", [cut_the_log_with_its_checkpoints, break_the_database])
def test_larger_damage_is_named_too(folder: Path, tamper: Callable[[Path], None]) -> None:
    tamper(folder)
    assert any(isinstance(damage, CaseDamaged) for damage in check_case(folder))


def test_a_database_ahead_of_the_log_is_named(folder: Path) -> None:
    cut_the_log_with_its_checkpoints(folder)
    assert any("entries of the log, which has 11" in damage.message for damage in check_case(folder))


def test_there_is_nothing_to_check_where_there_is_no_case(tmp_path: Path) -> None:
    with pytest.raises(NoSuchCase):
        check_case(tmp_path / "nowhere")


def test_a_statement_of_a_maker_that_was_changed_is_named(folder: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("We sell through resellers.", "utf-8")
    said = MakerStatement(
        maker="x", said_on="2021-03-01", source="made up", words="We sell", page_number=1, sha256="", name="", added=""
    )
    with Case.open(folder, create=True) as case:
        kept = case.maker_statements.add(letter, said)
    assert check_case(folder) == []
    flip(folder / FOLDER / kept.sha256)
    assert [type(trouble) for trouble in check_case(folder)] == [CaseDamaged]
