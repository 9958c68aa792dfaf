"""What is asked: a name as somebody wrote it, what else is known of it, and the days it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tenderlight.matching import Query
from tenderlight.model.problem import Problem, problem
from tenderlight.model.values import Identifier, PartialDate

STEP = "screening/1"
NAME_CHARACTERS = 300
"""A name that is longer is no name."""
MOST_QUESTIONS = 1_000_000
NAME_COLUMNS = (
    "name",
    "party",
    "supplier",
    "company",
    "entity",
    "名称",
    "供应商",
    "供应商名称",
    "企业名称",
    "公司名称",
)
"""Heads of the column of names, in small letters, where none is named; the first that is there counts."""
IDENTIFIER_COLUMNS = {
    "uscc": "CN-USCC",
    "credit_code": "CN-USCC",
    "统一社会信用代码": "CN-USCC",
    "inn": "RU-INN",
    "ogrn": "RU-OGRN",
    "lei": "XI-LEI",
    "imo": "IMO",
}
"""Heads of columns of registered numbers, with their scheme."""
COUNTRY_COLUMNS = ("country", "国家")
PLACE_COLUMNS = ("place", "address", "地址")
DAY_COLUMNS = ("on", "date", "日期", "合同签订日期")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One party to hold against the lists."""

    query: Query
    days: tuple[PartialDate, ...] = ()
    """The days it is asked for: one; several where documents differ; none where none is known."""
    where: str = ""
    """Where the name comes from: "argument 1", "row 3", the id of a contract."""
    role: str = ""
    """Of a case: supplier, buyer, brand …"""
    day_is: str = ""
    """What the day is: of the contract, of the award …; "asked for" where a person named it."""
    claims: tuple[str, ...] = ()
    """Of a case: ids of the claims that name the party."""


def troubles(question: Question) -> tuple[Problem, ...]:
    """Return why a question cannot be answered, or not by its name.

    Problems: `screen-name-empty`, `screen-name-long`, `screen-name-short`.
    """
    query = question.query
    letters = sum(map(str.isalnum, query.name))
    if len(query.name) > NAME_CHARACTERS:
        return (problem("screen-name-long", step=STEP, pointer=question.where),)
    if not query.name.strip() and not query.identifiers:
        return (problem("screen-name-empty", step=STEP, pointer=question.where),)
    if letters < 2:
        return (problem("screen-name-short", step=STEP, pointer=question.where),)
    return ()


def of_names(names: Iterable[str], *, on: PartialDate, origin: str) -> Iterator[Question]:
    """Yield a question a name.

    Args:
        names: As written.
        on: The day asked for.
        origin: "argument" or "line"; each is numbered from 1.
    """
    for number, name in enumerate(names, 1):
        query = Query(name=" ".join(name.split()))
        yield Question(query=query, days=(on,), where=f"{origin} {number}", day_is="asked for")


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Which columns of a table say what; each the head's words, or None."""

    name: str
    identifiers: Mapping[str, str]
    """Scheme by head."""
    country: str | None = None
    place: str | None = None
    day: str | None = None


def columns_of(head: Iterable[str], *, name: str | None = None) -> Columns | None:
    """Return the columns of a table, or None if none holds names.

    Args:
        head: The heads, as written.
        name: The head of the column of names; None = one of `NAME_COLUMNS`.
    """
    heads = {" ".join(each.split()).casefold(): each for each in reversed(list(head))}
    wanted = (name.casefold(),) if name is not None else NAME_COLUMNS
    names = [heads[each] for each in wanted if each in heads]
    if not names:
        return None

    def first(among: tuple[str, ...]) -> str | None:
        return next((heads[each] for each in among if each in heads), None)

    return Columns(
        name=names[0],
        identifiers={heads[each]: scheme for each, scheme in IDENTIFIER_COLUMNS.items() if each in heads},
        country=first(COUNTRY_COLUMNS),
        place=first(PLACE_COLUMNS),
        day=first(DAY_COLUMNS),
    )


def of_row(row: Mapping[str, str], columns: Columns, *, on: PartialDate, where: str) -> Question:
    """Return the question of one row; a day of its own counts before `on`, and one that is unreadable is none."""
    from tenderlight.languages.dates import read_date
    from tenderlight.sources.countries import country_code

    written_day = row.get(columns.day or "", "").strip()
    own = read_date(written_day) if written_day else None
    identifiers = tuple(
        Identifier(scheme=scheme, number=row[head].strip())
        for head, scheme in columns.identifiers.items()
        if row.get(head, "").strip()
    )
    query = Query(
        name=" ".join(row.get(columns.name, "").split()),
        identifiers=identifiers,
        country=country_code(row.get(columns.country or "", "")),
        place=row.get(columns.place or "", "").strip() or None,
    )
    days = ((own,) if own is not None else ()) if written_day else (on,)
    return Question(query=query, days=days, where=where, day_is="of the row" if written_day else "asked for")
