"""What `tenderlight export` writes, by form and table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tenderlight.cases import Case
from tenderlight.cases.case_parties import parties_of_case
from tenderlight.errors import UsageError
from tenderlight.model.claim import Claim, ClaimStatus
from tenderlight.publish.contract_cells import contract_rows
from tenderlight.publish.converted_cells import Conversion
from tenderlight.publish.party_cells import party_lines, party_rows
from tenderlight.publish.rates import read_rates
from tenderlight.publish.redaction import Redaction, redacted_contract, redacted_page
from tenderlight.publish.screening_page import write_kept_screenings
from tenderlight.publish.statement_cells import statement_rows
from tenderlight.publish.tables import (
    CLAIMS,
    CONTRACT_WRITERS,
    PAGE_WRITERS,
    PARTY_WRITERS,
    STATEMENT_WRITERS,
    Table,
    converted,
    with_parties,
    with_replies,
    writers,
)
from tenderlight.publish.told_replies import Replies

SHEETS = ("jsonl", "csv", "xlsx")
FORMS = (*SHEETS, "parquet", "ocds", "ftm")
TABLES = ("claims", "contracts", "pages", "parties", "screenings", "statements")
_OF_CLAIMS = frozenset({"claims", "contracts"})
"""Tables that are made of claims alone, so that fewer claims make a smaller table."""
_IN_PARQUET = frozenset({"claims", "contracts", "pages"})
_NOT_REDACTED = frozenset({"parties", "screenings", "statements"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is to be exported, and how.

    Raises:
        UsageError: If it cannot be had together.
    """

    form: str
    table: str = "claims"
    only: ClaimStatus | None = None
    """Claims of this status alone; None = all."""
    rates: Path | None = None
    currency: str = "EUR"
    is_redacted: bool = False
    ocid_prefix: str | None = None
    extension_url: str | None = None

    def __post_init__(self) -> None:
        if self.rates is not None and (self.table != "claims" or self.form not in SHEETS):
            raise UsageError("--rates converts the amounts of claims in jsonl, csv and xlsx.")
        if self.is_redacted and self.table in _NOT_REDACTED:
            raise UsageError(
                "Parties, names held against lists and statements are not redacted; such a publication leaves them out."
            )
        if self.only is not None and self.table not in _OF_CLAIMS:
            raise UsageError("--only chooses among claims: of the tables, it goes with claims and contracts.")
        if self.form in {"ocds", "ftm"} and self.table != "claims":
            raise UsageError(f"--format {self.form} holds the whole case; leave --table out.")
        if self.form == "parquet" and self.table not in _IN_PARQUET:
            raise UsageError("Parquet holds the tables of claims, contracts and pages.")
        if self.form != "ocds" and (self.ocid_prefix or self.extension_url):
            raise UsageError("--ocid-prefix and --extension-url go with --format ocds.")


def export(case: Case, wish: Wish, target: Path) -> None:
    """Write what is wished for; the same case gives the same bytes in every run.

    Raises:
        CaseDamaged, CustodyLogDamaged: If the case is not whole.
        OptionalPartMissing: If the form needs an extra that is not installed.
        UsageError: If there is nothing to write where the form does not allow that, or the place cannot be written to.
        StorageFull: If the disk would not take it.
    """
    claims = partial(_claims, case, wish)
    pages = case.pages()
    write: dict[str, Callable[[], None]] = {
        "claims": lambda: _write_claims(case, wish, claims, target),
        "contracts": lambda: _write_contracts(case, wish, target),
        "pages": lambda: _writer(PAGE_WRITERS, "pages", wish)(
            map(redacted_page, pages) if wish.is_redacted else pages, target
        ),
        "parties": lambda: _write_parties(case, wish, target),
        "screenings": lambda: write_kept_screenings(case.folder, wish.form, target),
        "statements": lambda: STATEMENT_WRITERS[wish.form](statement_rows(case), target),
    }
    write[wish.table]()


def _claims(case: Case, wish: Wish) -> Iterator[Claim]:
    """Yield the claims that are wished for, redacted where that is asked for."""
    found = case.claims()
    if wish.only is not None:
        found = (claim for claim in found if claim.status is wish.only)
    return map(Redaction(case), found) if wish.is_redacted else found


def _write_claims(case: Case, wish: Wish, claims: Callable[[], Iterator[Claim]], target: Path) -> None:
    replies = Replies(case=case, parties=parties_of_case(case), is_redacted=wish.is_redacted)
    if wish.form == "ocds":
        from tenderlight.publish.ocds import OCID_PREFIX, Packaging, write_ocds

        packaging = Packaging(ocid_prefix=wish.ocid_prefix or OCID_PREFIX, extension_url=wish.extension_url)
        write_ocds(case, claims(), replies, target, packaging)
    elif wish.form == "ftm":
        from tenderlight.publish.followthemoney import write_entities

        write_entities(case, claims, replies, target)
    elif wish.form == "parquet":
        from tenderlight.publish.parquet import write_claims

        write_claims(claims(), replies, target)
    else:
        table = CLAIMS if wish.rates is None else _with_converted_figures(case, wish.rates, wish.currency)
        table = with_replies(table, replies)
        if wish.form != "jsonl":
            table = with_parties(table, replies.parties)
        writers(table)[wish.form](claims(), target)


def _write_contracts(case: Case, wish: Wish, target: Path) -> None:
    claims = None if wish.only is None else (claim for claim in case.claims() if claim.status is wish.only)
    rows = contract_rows(case, claims)
    _writer(CONTRACT_WRITERS, "contracts", wish)(map(redacted_contract, rows) if wish.is_redacted else rows, target)


def _writer(of_sheets: dict[str, Callable[..., None]], table: str, wish: Wish) -> Callable[..., None]:
    if wish.form != "parquet":
        return of_sheets[wish.form]
    from tenderlight.publish.parquet import WRITERS

    return WRITERS[table]


def _write_parties(case: Case, wish: Wish, target: Path) -> None:
    found = parties_of_case(case)
    PARTY_WRITERS[wish.form](party_lines(found) if wish.form == "jsonl" else party_rows(found), target)


def _with_converted_figures(case: Case, rates: Path, currency: str) -> Table[Claim]:
    """Return the table of claims with the amounts converted, each at a date of its document."""
    conversion = Conversion(table=read_rates(rates), target=currency.upper())
    if conversion.target not in conversion.table.currencies:
        raise UsageError(f"The table of rates has no {conversion.target}.")
    conversion.learn(case.claims(kind="date"))
    return converted(conversion)
