"""Files of stakes: a small table of our own, GLEIF level 2, and what all readers of stakes share.

A stake needs an owner, somebody owned, and a source. What a row lacks otherwise (percent, day) is kept as not said, and
counts towards no sum. Relations of GLEIF say who consolidates whom in its accounts, and no percent.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from tenderlight.lists.entries import ReadList
from tenderlight.lists.files import ListRefused, records_of, text_of
from tenderlight.lists.known import code_of
from tenderlight.lists.words import date_of
from tenderlight.model.problem import Problem, problem
from tenderlight.model.stake import Holder, Stake
from tenderlight.model.values import Identifier, PartialDate

READER = "stakes-csv/1"
COLUMNS = frozenset({"owner", "owned", "percent", "date", "source"})
GLEIF_READER = "gleif-relations-csv/1"
GLEIF_COLUMNS = frozenset(
    {
        "relationship.startnode.nodeid",
        "relationship.endnode.nodeid",
        "relationship.relationshiptype",
        "relationship.relationshipstatus",
    }
)
GLEIF = "gleif-level-2"
BEGINS = "ownership-"
"""Begins the codes of lists that are stakes."""
UNNAMED = f"{BEGINS}list"
"""Of a file that names no data set; its name takes the place."""
_CONSOLIDATED = frozenset(
    {"IS_DIRECTLY_CONSOLIDATED_BY", "IS_ULTIMATELY_CONSOLIDATED_BY", "IS_INTERNATIONAL_BRANCH_OF"}
)
_NAME_CHARACTERS, _SAID_CHARACTERS = 300, 1_000
_WHOLE = Decimal(100)


class Stakes:
    """The stakes of one file.

    Args:
        reader: Which reader makes them, with its version.

    Problems: `ownership-incomplete`, `ownership-percent-missing`, `ownership-percent-unreadable`, `ownership-undated`.
    """

    def __init__(self, reader: str) -> None:
        self._reader = reader
        self.made: list[Stake] = []
        self._odd: dict[str, list[str]] = {}

    def add(self, stake: Stake | None, place: str, *, written: str = "") -> None:
        """Take a stake; None = it lacks a party or a source.

        Args:
            stake: The stake.
            place: Where in the file.
            written: The percent as written.
        """
        if stake is None:
            self._note("ownership-incomplete", place)
            return
        if stake.percent is None:
            self._note("ownership-percent-unreadable" if written.strip() else "ownership-percent-missing", place)
        if stake.since is None:
            self._note("ownership-undated", place)
        self.made.append(stake)

    def finish(self) -> ReadList:
        """Return what was read.

        Raises:
            ListRefused: `list-empty`.
        """
        if not self.made:
            raise ListRefused("list-empty")
        return ReadList(entities=(), stakes=tuple(self.made), reader=self._reader, problems=self.problems())

    def problems(self) -> tuple[Problem, ...]:
        """Return what was odd, by code."""
        step = f"lists:{self._reader}"
        return tuple(
            problem(code, step=step, detail=f"({len(places)} times: {'; '.join(places[:5])})", pointer=places[0])
            for code, places in sorted(self._odd.items())
        )

    def _note(self, code: str, place: str) -> None:
        self._odd.setdefault(code, []).append(place)


def percent_of(written: str) -> Decimal | None:
    """Return a percent from 0 to 100, or None: "50", "50,5 %", "33.3%"; never of a fraction or a word."""
    text = written.strip().removesuffix("%").removesuffix("％").strip().replace(",", ".")
    if not text or len(text) > 20 or text.count(".") > 1 or not text.replace(".", "").isascii():
        return None
    try:
        found = Decimal(text)
    except InvalidOperation:
        return None
    is_plain = text.replace(".", "").isdecimal()
    return found if is_plain and 0 <= found <= _WHOLE else None


def holder_of(name: str, identifiers: tuple[Identifier, ...] = ()) -> Holder | None:
    """Return a party of a stake, or None if it has neither name nor number."""
    even = " ".join(name.split())[:_NAME_CHARACTERS]
    return Holder(name=even, identifiers=identifiers) if even or identifiers else None


def said_of(text: str) -> str:
    """Return words of a source, with even blanks and bounded."""
    return " ".join(text.split())[:_SAID_CHARACTERS]


def dataset_code(name: str) -> str:
    """Return the code of a list of stakes that a data set or file is named so."""
    return f"{BEGINS}{code_of(name).removeprefix(BEGINS)}" if name else UNNAMED


def read_table(content: bytes) -> ReadList:
    """Read a table of stakes: owner, owned, percent, date, source; until, owner_id and owned_id where they are there.

    Numbers are written with their register: "XI-LEI:5493…", "CN-USCC:9133…".

    Raises:
        ListRefused: `list-cut-short`, `list-damaged`, `list-empty`.
    """
    stakes = Stakes(READER)
    for number, row in records_of(text_of(content)):
        place = f"row {number}"
        owner = holder_of(row["owner"], _numbers(row.get("owner_id", "")))
        owned = holder_of(row["owned"], _numbers(row.get("owned_id", "")))
        says = said_of(row["source"])
        made = None
        if owner is not None and owned is not None and says:
            made = Stake(
                owner=owner,
                owned=owned,
                percent=percent_of(row["percent"]),
                since=date_of(row["date"]),
                until=date_of(row.get("until", "")),
                says=says,
                list_code=UNNAMED,
                place=place,
            )
        stakes.add(made, place, written=row["percent"])
    return stakes.finish()


def _numbers(cell: str) -> tuple[Identifier, ...]:
    found = []
    for part in cell.split(";"):
        scheme, sign, number = part.strip().partition(":")
        if sign and scheme.strip() and number.strip():
            found.append(Identifier(scheme=scheme.strip(), number=number.strip()))
    return tuple(found)


def read_gleif(content: bytes) -> ReadList:
    """Read GLEIF's relationship records (level 2) as CSV: who consolidates whom. Only active ones are kept.

    Raises:
        ListRefused: `list-cut-short`, `list-damaged`, `list-empty`.
    """
    stakes = Stakes(GLEIF_READER)
    for number, row in records_of(text_of(content)):
        kind = row["relationship.relationshiptype"].strip()
        if kind not in _CONSOLIDATED or row["relationship.relationshipstatus"].strip() != "ACTIVE":
            continue
        place = f"row {number}"
        child = row["relationship.startnode.nodeid"].strip()
        parent = row["relationship.endnode.nodeid"].strip()
        made = None
        if child and parent:
            made = Stake(
                owner=Holder(name="", identifiers=(Identifier(scheme="XI-LEI", number=parent),)),
                owned=Holder(name="", identifiers=(Identifier(scheme="XI-LEI", number=child),)),
                percent=None,
                since=_start(row),
                says=f"GLEIF level 2: {kind}",
                list_code=GLEIF,
                place=place,
            )
        stakes.add(made, place)
    return stakes.finish()


def _start(row: dict[str, str]) -> PartialDate | None:
    """Return the start of the relationship period of a record."""
    for number in range(1, 6):
        if row.get(f"relationship.period.{number}.periodtype", "").strip() == "RELATIONSHIP_PERIOD":
            return date_of(row.get(f"relationship.period.{number}.startdate", "")[:10])
    return None
