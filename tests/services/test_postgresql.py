"""A case whose tables a PostgreSQL server keeps says what the same case in a folder says, whatever happens to it."""

from __future__ import annotations

import multiprocessing
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from tenderlight.cases import Case, sqlite_file
from tenderlight.cases.checking import check_case
from tenderlight.cases.copying import copy_case, digest_of
from tenderlight.cases.database import CASE_FORMAT
from tenderlight.cases.places import Server
from tenderlight.cases.postgresql import PostgresqlDatabase
from tenderlight.cases.postgresql_case import FORMAT, migrate, open_to_write
from tenderlight.cli import tenderlight
from tenderlight.errors import CaseInUse, CaseTooNew, DatabaseLost, NoSuchCase, UsageError
from tenderlight.model.note import NoteKind
from tenderlight.web.others import reviewed_since
from tests.cases.small_job import do_job, everything
from tests.services.made_case import CONFIRM, claims
from tests.services.postgresql import OwnServer

REVIEWERS, EACH = 6, 5


def test_a_case_says_the_same_on_a_server_and_in_a_folder(made: Server, expected: str) -> None:
    assert everything(made) == expected
    assert check_case(made) == []


def test_a_second_run_reads_and_logs_nothing_again(made: Server, sources: Path) -> None:
    with Case.open(made) as case:
        before = case.position
    do_job(made, sources)
    with Case.open(made) as case:
        assert case.position == before


def test_a_case_needs_a_store_once_and_remembers_it(place: Server, quick: Path) -> None:
    with pytest.raises(NoSuchCase):
        Case.open(place)
    with pytest.raises(UsageError, match="--store"):
        Case.open(replace(place, store=None), create=True)
    Case.open(place, create=True).close()
    with Case.open(replace(place, store=None)) as case:
        assert case.folder == quick / "store"
    with pytest.raises(UsageError, match="not in"):
        Case.open(replace(place, store=quick / "other"), create=True)
    for create in (False, True):
        with pytest.raises(UsageError, match="kept by a server"):
            Case.open(quick / "store", create=create)


def test_tables_of_something_else_and_of_a_newer_version_are_left_alone(server: OwnServer, made: Server) -> None:
    import psycopg

    other = server.case(made.store)
    with psycopg.connect(other.address) as connection:
        connection.execute("CREATE TABLE meta (key TEXT, value TEXT)")
    with pytest.raises(UsageError, match="something else"):
        Case.open(other, create=True)
    with psycopg.connect(made.address) as connection:
        connection.execute("UPDATE meta SET value = '999' WHERE key = 'case_format'")
    for create in (False, True):
        with pytest.raises(CaseTooNew):
            Case.open(made, create=create)


def test_tables_are_migrated_in_one_transaction(made: Server) -> None:
    database = open_to_write(made)
    with pytest.raises(Exception, match="nothing_such"):
        migrate_to_next(database, "ALTER TABLE pages ADD COLUMN seen BIGINT; SELECT nothing_such;")
    database.roll_back()
    assert database.row("SELECT value FROM meta WHERE key = ?", (FORMAT,)) == (str(CASE_FORMAT),)
    migrate_to_next(database, "ALTER TABLE pages ADD COLUMN seen BIGINT;")
    database.commit()
    assert database.row("SELECT value FROM meta WHERE key = ?", (FORMAT,)) == (str(CASE_FORMAT + 1),)
    assert database.row("SELECT count(seen) FROM pages") == (0,)
    database.close()


def migrate_to_next(database: PostgresqlDatabase, script: str) -> None:
    database.begin()
    migrate(database, [(CASE_FORMAT + 1, script)])


def test_a_table_that_lacks_a_column_is_found(made: Server) -> None:
    database = open_to_write(made)
    database.begin()
    database.script("ALTER TABLE pages DROP COLUMN reasons")
    database.commit()
    database.close()
    assert any("reasons of pages" in trouble.message for trouble in check_case(made))


HARD = ("a\0b", "\U0010ffff0\0\U0010ffff1", "\\N", "\t\r\n\\", "x" * 4_000 + "é", "%s $1 ?", "")


@pytest.mark.parametrize("index", range(len(HARD)))
def test_any_text_is_kept_as_it_is(made: Server, index: int) -> None:
    text = HARD[index]
    database = open_to_write(made)
    document = next(database.query("SELECT sha256 FROM documents"))[0]
    database.change("INSERT INTO sightings (path, document) VALUES (?, ?)", (f"p{text}", document))
    database.add_many("meta", "key value", [(f"k{index}", text)])
    database.commit()
    assert database.row("SELECT value FROM meta WHERE key = ?", (f"k{index}",)) == (text,)
    assert database.row("SELECT path FROM sightings WHERE path = ?", (f"p{text}",)) == (f"p{text}",)
    database.close()


@pytest.mark.parametrize("text", ["plain", "a\\u0000b", "\\\\u0000", "\\\\\\u0000", "\\u4e2d\\n"])
def test_the_value_of_a_claim_is_taken_out_of_any_body(made: Server, text: str) -> None:
    database = open_to_write(made)
    value = '{"text":"' + text + '"}'
    body = '{"a":"' + text + '","value":' + value + ',"z":1}'
    database.change("UPDATE claims SET body = ?", (body,))
    assert database.row("SELECT json_extract(body, '$.value') FROM claims") == (value,)
    database.close()


def test_a_case_is_copied_both_ways_and_says_the_same(
    made: Server, expected: str, server: OwnServer, quick: Path
) -> None:
    with Case.open(made, create=True) as case:
        case.reviews.add(CONFIRM, claims(made)[0], person="A. Reader")
    with Case.open(made) as case:
        digest = digest_of(case)
    there = copy_case(made, quick / "back")
    again = copy_case(quick / "back", server.case(quick / "second"))
    assert {(there.claims, there.sha256), (again.claims, again.sha256)} == {digest}
    assert check_case(quick / "back") == []
    assert everything(quick / "back") == everything(made) != expected
    with pytest.raises(UsageError, match="there already"):
        copy_case(made, quick / "back")
    with pytest.raises(UsageError, match="already"):
        copy_case(quick / "back", replace(made, store=quick / "third"))
    assert not list(quick.glob("*.unfinished"))


def test_lost_tables_are_made_again_from_the_log(made: Server, sources: Path, expected: str, server: OwnServer) -> None:
    claim = claims(made)[0]
    with Case.open(made, create=True) as case:
        case.reviews.add(CONFIRM, claim, person="A. Reader")
        store = case.folder
    said = everything(made)
    (store / "tables-elsewhere.txt").unlink()
    new = server.case(store)
    do_job(new, sources)
    assert everything(new) == said != expected


def test_two_runs_do_not_read_into_one_case(made: Server, sources: Path) -> None:
    with Case.open(made, create=True) as case:
        case.coordinate()
        with pytest.raises(CaseInUse):
            do_job(made, sources)
        with Case.open(made, create=True) as beside:
            beside.notes.add(NoteKind.NOTE, "case", "beside it", person="B")
    do_job(made, sources)


def review(address: str, person: str, wanted: list[str]) -> None:
    with Case.open(Server(address=address), create=True) as case:
        for claim in wanted:
            case.reviews.add(CONFIRM, claim, person=person)
            case.commit()


def test_decisions_of_many_processes_are_all_in_the_log_once(made: Server) -> None:
    wanted = claims(made)[:EACH]
    context = multiprocessing.get_context("spawn")
    people = [
        context.Process(target=review, args=(made.address, f"Reader {number}", wanted)) for number in range(REVIEWERS)
    ]
    for process in people:
        process.start()
    for process in people:
        process.join()
    assert [process.exitcode for process in people] == [0] * REVIEWERS
    with Case.open(made) as case:
        reviews = list(case.reviews)
    assert [one.number for one in reviews] == list(range(1, REVIEWERS * EACH + 1))
    assert len({(one.person, one.claim) for one in reviews}) == REVIEWERS * EACH
    assert check_case(made) == []


def test_readers_connect_again(made: Server, server: OwnServer) -> None:
    with Case.open(made) as case:
        before = len(list(case.claims()))
        server.cut()
        assert len(list(case.documents())) > 0
        server.cut()
        assert len(list(case.claims())) == before


def test_commands_take_an_address_and_show_no_password(made: Server, quick: Path) -> None:
    secret = made.address.replace("tenderlight@", "tenderlight:se-cret@")
    run = CliRunner().invoke(tenderlight, ["export", secret, "--format", "jsonl", "-o", str(quick / "out.jsonl")])
    assert run.exit_code == 0, run.output
    assert len((quick / "out.jsonl").read_text().splitlines()) == len(claims(made))
    wrong = secret.replace("/case_", "/no_case_")
    run = CliRunner().invoke(tenderlight, ["export", wrong, "--format", "jsonl", "-o", str(quick / "no.jsonl")])
    assert isinstance(run.exception, DatabaseLost)
    assert "se-cret" not in f"{run.exception}{run.exception.details}{run.output}{secret_of(secret)}"


def secret_of(address: str) -> str:
    return f"{Server(address=address)} {Server(address=address)!r}"


def test_lists_are_in_the_order_of_a_folder_where_pages_are_not_known(made: Server, quick: Path) -> None:
    copy_case(made, quick / "folder")
    for_both = "UPDATE claims SET page_number = NULL WHERE id IN (SELECT min(id) FROM claims GROUP BY document)"
    database = open_to_write(made)
    database.change(for_both)
    database.commit()
    database.close()
    file, _ = sqlite_file.open_to_write(quick / "folder")
    file.change(for_both)
    file.commit()
    file.close()
    assert claims(made) == claims(quick / "folder")


def test_two_first_openings_make_one_case(place: Server) -> None:
    opened: list[str] = []

    def make() -> None:
        with Case.open(place, create=True) as case:
            opened.append(case.case_id)

    threads = [threading.Thread(target=make) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(opened) == 2
    assert len(set(opened)) == 1


def test_statements_are_prepared_and_planned_for_their_values(made: Server) -> None:
    database = open_to_write(made)
    for number in range(30):
        database.row("SELECT body FROM claims WHERE id = ?", (str(number),))
    found = list(database.query("SELECT generic_plans, custom_plans FROM pg_prepared_statements"))
    database.close()
    assert found, "nothing was prepared"
    assert [generic for generic, _ in found] == [0] * len(found)
    assert max(custom for _, custom in found) > 20


def test_what_others_say_of_a_claim_right_after_us_is_seen(made: Server) -> None:
    claim = claims(made)[0]
    with Case.open(made, create=True) as case, Case.open(made, create=True) as other:
        before = case.position
        ours = case.reviews.add(CONFIRM, claim, person="A")
        case.commit()
        assert reviewed_since(case, before, case.position) == [claim]
        assert reviewed_since(case, before, case.position, known={ours.number}) == []
        other.reviews.add(CONFIRM, claim, person="B")
        other.commit()
        assert reviewed_since(case, before, case.position, known={ours.number}) == [claim]
