from pathlib import Path

import pytest

from tenderlight.archive.custody import Act, read_log
from tenderlight.cases import Case
from tenderlight.cases.checking import check_case
from tenderlight.cases.maker_statements import (
    FOLDER,
    MakerStatement,
    add_statement,
    check_statements,
    noted_statements,
    sha256_of,
    statements_of,
)
from tenderlight.errors import CaseDamaged, UsageError

SAID = MakerStatement(
    maker="hikvision",
    said_on="2021-03-01",
    source="made up for this test",
    words="We sell through resellers.",
    page_number=1,
    sha256="",
    name="",
    added="",
)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_text("We sell through resellers.", "utf-8")
    return path


def test_a_statement_is_kept_byte_for_byte_and_once(tmp_path: Path, letter: Path) -> None:
    kept = add_statement(tmp_path, letter, SAID)
    assert statements_of(tmp_path) == [kept]
    assert (tmp_path / FOLDER / kept.sha256).read_bytes() == letter.read_bytes()
    assert (kept.name, kept.words, kept.maker) == ("letter.txt", SAID.words, "hikvision")
    assert add_statement(tmp_path, letter, SAID) == kept
    assert len(statements_of(tmp_path)) == 1
    assert list(check_statements(tmp_path)) == []


def test_a_changed_or_missing_file_is_told(tmp_path: Path, letter: Path) -> None:
    kept = add_statement(tmp_path, letter, SAID)
    (tmp_path / FOLDER / kept.sha256).write_bytes(b"something else")
    assert ["is not what was added" in one.message for one in check_statements(tmp_path)] == [True]
    (tmp_path / FOLDER / kept.sha256).unlink()
    assert ["is missing" in one.message for one in check_statements(tmp_path)] == [True]


def test_a_damaged_index_is_told(tmp_path: Path, letter: Path) -> None:
    add_statement(tmp_path, letter, SAID)
    (tmp_path / FOLDER / "index.jsonl").write_text('{"maker": 1}\n', "utf-8")
    with pytest.raises(CaseDamaged):
        statements_of(tmp_path)
    assert len(list(check_statements(tmp_path))) == 1


def test_a_day_that_is_none_and_an_empty_file_are_refused(tmp_path: Path, letter: Path) -> None:
    import msgspec

    with pytest.raises(UsageError):
        add_statement(tmp_path, letter, msgspec.structs.replace(SAID, said_on="2021-13-01"))
    letter.write_bytes(b"")
    with pytest.raises(UsageError):
        add_statement(tmp_path, letter, SAID)
    assert statements_of(tmp_path) == []


def test_a_statement_is_an_entry_of_the_log_once(tmp_path: Path, letter: Path) -> None:
    folder = tmp_path / "case"
    with Case.open(folder, create=True) as case:
        kept = case.maker_statements.add(letter, SAID)
        assert case.maker_statements.add(letter, SAID) == kept
        assert list(case.maker_statements) == [kept]
    (entry,) = [entry for entry, _ in read_log(folder) if entry.act == Act.STATE]
    assert (entry.details["maker"], entry.details["said_on"], entry.details["source"]) == (
        SAID.maker,
        SAID.said_on,
        SAID.source,
    )
    assert entry.details["file_sha256"] == kept.sha256
    assert noted_statements(folder) == {sha256_of(kept): entry.time}
    assert check_case(folder) == []
    with Case.open(folder) as case, pytest.raises(UsageError):
        case.maker_statements.add(letter, SAID)


def test_words_that_were_changed_or_taken_away_are_not_what_the_log_says(tmp_path: Path, letter: Path) -> None:
    folder = tmp_path / "case"
    with Case.open(folder, create=True) as case:
        case.maker_statements.add(letter, SAID)
    index = folder / FOLDER / "index.jsonl"
    index.write_bytes(index.read_bytes().replace(b"through resellers", b"to everybody"))
    assert sorted("log does not say" in one.message for one in check_case(folder)) == [False, True]
    index.write_bytes(b"")
    (fault,) = check_case(folder)
    assert "has none" in fault.message
