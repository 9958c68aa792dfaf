"""The report's pages of makers: every contract that names the goods of one, and an overview of all that are named."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tenderlight.cases.maker_statements import MakerStatement
from tenderlight.components.catalogue import catalogue
from tenderlight.model.values import CHOSEN_FROM
from tenderlight.publish.exposure import NO_SALE, ExposureRow, name_of
from tenderlight.publish.exposure_cells import chain_words, exposure_cells

OVERVIEW = "makers.html"
_PAGE = re.compile(r"[0-9a-f]{16}\.html")
WritePage = Callable[..., Path]
"""Writes a page: its name, its template, its values."""


def page_of_maker(key: str) -> str:
    """Return the page of a maker, from the report's folder: a name may hold anything, its digest does not."""
    return f"makers/{hashlib.sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}.html"


def write_exposure_pages(
    folder: Path,
    exposure: Mapping[str, Sequence[ExposureRow]],
    statements: Sequence[MakerStatement],
    write: WritePage,
) -> None:
    """Write the overview and a page a maker; pages of makers that are no longer named are removed.

    Args:
        folder: The report's.
        exposure: Rows by maker.
        statements: What makers say of themselves.
        write: Writes a page.
    """
    pages = {key: page_of_maker(key) for key in exposure}
    for older in (folder / "makers").glob("*.html"):
        if _PAGE.fullmatch(older.name) and f"makers/{older.name}" not in pages.values():
            older.unlink()
    for key, rows in exposure.items():
        known = catalogue().makers.get(key)
        write(
            pages[key],
            "maker.html",
            called=name_of(key),
            maker=known,
            rows=[
                {
                    "cells": exposure_cells(row),
                    "row": row,
                    "chain": chain_words(row),
                    "href": f"../contracts/{row.contract}.html",
                    "has_page": (folder / "contracts" / f"{row.contract}.html").exists(),
                }
                for row in rows
            ],
            contracts=len({row.contract for row in rows}),
            statements=[one for one in statements if one.maker == key],
            no_sale=NO_SALE,
        )
    write(OVERVIEW, "makers.html", makers=[_line(key, rows, pages[key]) for key, rows in sorted(exposure.items())])


def _line(key: str, rows: Sequence[ExposureRow], href: str) -> dict[str, object]:
    strongest = max(rows, key=lambda row: row.naming.rank)
    years = sorted({row.year for row in rows if row.year is not None})
    return {
        "name": name_of(key),
        "href": href,
        "is_known": key in catalogue().makers,
        "contracts": len({row.contract for row in rows}),
        "chosen": len({row.contract for row in rows if row.naming.rank >= CHOSEN_FROM}),
        "strongest": strongest.naming.value,
        "years": f"{years[0]}–{years[-1]}" if len(years) > 1 else "".join(map(str, years)),
    }
