"""Checks of a server that keeps the tables of a case: whether it answers, its version, the format, rights, size."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

from tenderlight.cases.database import CASE_FORMAT, Database
from tenderlight.cases.places import Server
from tenderlight.doctor.checks import Check, Verdict, broken, missing, works
from tenderlight.errors import TenderlightError

OLDEST = 150_000
"""As the server numbers its versions."""
_ABOUT = "SELECT current_setting('server_version_num'), current_setting('server_version')"
_IS_CASE = "SELECT to_regclass('meta') IS NOT NULL"
_FORMAT = "SELECT value FROM meta WHERE key = 'case_format'"
_RIGHTS = """
SELECT current_user::text, current_schema()::text,
       coalesce(has_schema_privilege(current_schema(), 'CREATE'), false),
       coalesce(bool_and(has_table_privilege(oid, 'SELECT')), true),
       coalesce(bool_and(has_table_privilege(oid, 'INSERT') AND has_table_privilege(oid, 'UPDATE')
                         AND has_table_privilege(oid, 'DELETE')), true),
       coalesce(bool_and(pg_has_role(relowner, 'MEMBER')), true)
FROM pg_class WHERE relnamespace = to_regnamespace(quote_ident(current_schema())) AND relkind = 'r'
"""
_SIZE = """
SELECT coalesce(sum(pg_total_relation_size(oid)), 0), count(*), pg_database_size(current_database())
FROM pg_class WHERE relnamespace = to_regnamespace(quote_ident(current_schema())) AND relkind = 'r'
"""
_FORCED = "SELECT current_setting('fsync'), current_setting('full_page_writes'), pg_is_in_recovery()"


def server_checks(server: Server) -> Iterator[Check]:
    """Yield the state of the server of a case. It is only asked; no password is in what is said."""
    from tenderlight.cases.postgresql import PostgresqlDatabase  # the driver takes a tenth of a second to import

    try:
        database = PostgresqlDatabase(server, is_for_changes=False)
    except TenderlightError as trouble:
        costs = "The case cannot be opened, nor changed."
        yield broken("case server", trouble.message, costs=costs, mend=trouble.what_to_do())
        return
    with closing(database):
        try:
            yield _version(server, database)
            rights = _rights(database)
            yield rights
            if rights.verdict is Verdict.BROKEN:
                return
            yield _format(server, database)
            yield _forcing(database)
            tables, count, whole = database.row(_SIZE) or (0, 0, 0)
            yield works("case tables", f"{count} tables of {tables} bytes, in a database of {whole}")
        except TenderlightError as trouble:
            costs = "Whether the case can be opened is not known."
            yield broken("case answers", trouble.message, costs=costs, mend=trouble.what_to_do())


def _version(server: Server, database: Database) -> Check:
    number, version = database.row(_ABOUT) or (0, "unknown")
    if int(number) >= OLDEST:
        return works("case server", f"{server} answers, PostgreSQL {version}")
    costs = "Nothing was tried with so old a server."
    return missing("case server", f"PostgreSQL {version}", costs=costs, mend="Move it to PostgreSQL 15 or newer.")


def _format(server: Server, database: Database) -> Check:
    is_there = database.row(_IS_CASE)
    row = database.row(_FORMAT) if is_there and is_there[0] else None
    if row is None:
        mend = f"tenderlight find PATH --case '{server}' --store FOLDER, or name another database or schema"
        return broken("case format", "no tables of a case", costs="There is no case here.", mend=mend)
    if int(row[0]) == CASE_FORMAT:
        return works("case format", f"{row[0]}, the newest")
    if int(row[0]) > CASE_FORMAT:
        costs, mend = "It cannot be opened.", "Install the newer Tenderlight that made it."
        return broken("case format", f"{row[0]}, newer than {CASE_FORMAT}", costs=costs, mend=mend)
    mend = f"tenderlight find --again --case '{server}': it migrates the tables first"
    costs = "It cannot be read before it is migrated."
    return broken("case format", f"{row[0]}, older than {CASE_FORMAT}", costs=costs, mend=mend)


def _rights(database: Database) -> Check:
    user, schema, may_make, may_read, may_change, owns = database.row(_RIGHTS) or ("", "", False, False, False, False)
    found = f"{user} in the schema {schema or '(none)'}"
    if not may_read:
        mend = f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO {user}"
        return broken("case rights", f"{found}: some tables may not be read", costs="It cannot be opened.", mend=mend)
    if not may_change:
        mend = "None is needed to read. To change it, name the owner of the tables in the address."
        return missing("case rights", f"{found}: may read alone", costs="Nothing can be changed.", mend=mend)
    if not (owns and may_make):
        mend = "Name the owner of schema and tables in the address of `find`."
        return missing("case rights", f"{found}: reads and changes", costs="It cannot migrate the tables.", mend=mend)
    return works("case rights", f"{found}: reads, changes, migrates")


def _forcing(database: Database) -> Check:
    fsync, full_pages, is_copy = database.row(_FORCED) or ("", "", False)
    if is_copy:
        mend = "Name the address of the primary."
        return missing("case safety", "a copy that follows another server", costs="Nothing can be changed.", mend=mend)
    if fsync == full_pages == "on":
        return works("case safety", "what is acknowledged is forced to the disk")
    mend = "Set fsync and full_page_writes to on, unless what is lost may be made again from the log."
    costs = "A power cut may damage the tables."
    return missing("case safety", f"fsync {fsync}, full_page_writes {full_pages}", costs=costs, mend=mend)
