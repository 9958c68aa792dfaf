"""Which form of list a file is in, told by its bytes (for lists in parts, by OFAC's file names); read whole or not."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from tenderlight.lists import bods, followthemoney, ofac, stakes, tables_and_pages, un_xml, us_consolidated, us_json
from tenderlight.lists.entries import ReadList
from tenderlight.lists.files import ListRefused, rows_of, text_of, unpacked
from tenderlight.lists.known import code_of
from tenderlight.lists.ofac import PARTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form of list file that is known."""

    reader: str
    what: str
    """In plain words, for the reference."""
    read: Callable[[bytes], ReadList]


_XML_FORMS = {
    "sdnList": Form(reader=ofac.XML_READER, what="OFAC `sdn.xml` and `consolidated.xml`", read=ofac.read_xml),
    "CONSOLIDATED_LIST": Form(reader=un_xml.READER, what="UN Security Council list, XML", read=un_xml.read),
}
_US_JSON = Form(reader=us_json.READER, what="US lists as JSON, one list a file (nsfreg)", read=us_json.read)
_CSL_JSON = Form(
    reader=us_consolidated.JSON_READER, what="US Consolidated Screening List, JSON", read=us_consolidated.read_json
)
_FTM = Form(reader=followthemoney.READER, what="FollowTheMoney JSON lines, or a JSON list", read=followthemoney.read)
_UFLPA = Form(
    reader=tables_and_pages.UFLPA_READER, what="the page of the UFLPA Entity List", read=tables_and_pages.read_uflpa
)
_BODS = Form(reader=bods.READER, what="stakes: Beneficial Ownership Data Standard 0.2 to 0.4, JSON", read=bods.read)
_CSV_FORMS: tuple[tuple[frozenset[str], Form], ...] = (
    (
        us_consolidated.COLUMNS,
        Form(
            reader=us_consolidated.CSV_READER,
            what="US Consolidated Screening List, CSV",
            read=us_consolidated.read_csv,
        ),
    ),
    (
        followthemoney.SIMPLE_COLUMNS,
        Form(
            reader=followthemoney.SIMPLE_READER,
            what="OpenSanctions `targets.simple.csv`",
            read=followthemoney.read_simple,
        ),
    ),
    (
        tables_and_pages.EU_COLUMNS,
        Form(
            reader=tables_and_pages.EU_READER,
            what="annexes of EU acts as CSV, one row a name",
            read=tables_and_pages.read_eu,
        ),
    ),
    (
        stakes.GLEIF_COLUMNS,
        Form(
            reader=stakes.GLEIF_READER, what="stakes: GLEIF relationship records (level 2), CSV", read=stakes.read_gleif
        ),
    ),
    (
        stakes.COLUMNS,
        Form(
            reader=stakes.READER,
            what="stakes: a table with the columns owner, owned, percent, date, source",
            read=stakes.read_table,
        ),
    ),
)
_DENIED = Form(
    reader=tables_and_pages.DENIED_READER, what="US Denied Persons List, `dpl.txt`", read=tables_and_pages.read_denied
)
_OFAC_CSV = Form(
    reader=ofac.CSV_READER,
    what="OFAC `sdn.csv` or `cons_prim.csv` with the files of aliases, addresses and comments beside it",
    read=lambda content: ofac.read_csv({"sdn.csv": content}),
)
FORMS: tuple[Form, ...] = (
    *_XML_FORMS.values(),
    _OFAC_CSV,
    *(form for _, form in _CSV_FORMS),
    _CSL_JSON,
    _US_JSON,
    _FTM,
    _BODS,
    _DENIED,
    _UFLPA,
)
"""Every form that is read, for the reference."""

_ROOT = re.compile(rb"<(?![?!])(?:[\w.-]+:)?([\w.-]+)")
_HEAD_BYTES = 4096


def read_list(parts: Mapping[str, bytes]) -> ReadList:
    """Read a list, out of its gzip if need be.

    Args:
        parts: The bytes of the file by its name; of a list in parts, of every part.

    Raises:
        ListRefused: `list-cut-short`, `list-damaged`, `list-empty`, `list-is-a-change`, `list-too-large`,
            `list-unknown-form`.
    """
    content = {name: unpacked(part) for name, part in parts.items()}
    if any(name in PARTS for name in content):
        return ofac.read_csv(content)
    ((name, only),) = content.items()
    form = _form_of(only)
    is_joined = form.reader == ofac.XML_READER and name.lower().startswith("cons")
    read = ofac.read_xml(only, is_joined=True) if is_joined else form.read(only)
    stem = name.partition(".")[0]
    if any(entity.list_code == followthemoney.UNNAMED for entity in read.entities):
        code = code_of(stem)
        read = replace(read, entities=tuple(replace(entity, list_code=code) for entity in read.entities))
    if any(stake.list_code == stakes.UNNAMED for stake in read.stakes):
        code = stakes.dataset_code(stem)
        named = (replace(each, list_code=code) if each.list_code == stakes.UNNAMED else each for each in read.stakes)
        read = replace(read, stakes=tuple(named))
    return read


def _form_of(content: bytes) -> Form:
    head = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:_HEAD_BYTES]
    if head[:1] == b"<":
        form = _form_of_markup(content, head)
    elif head[:1] in b"{[" and head:
        form = _form_of_json(head)
    else:
        form = _form_of_table(content)
    if form is None:
        raise ListRefused("list-unknown-form")
    return form


def _form_of_markup(content: bytes, head: bytes) -> Form | None:
    root = _ROOT.search(head)
    if root is not None and root[1].decode() in _XML_FORMS:
        return _XML_FORMS[root[1].decode()]
    is_page = b"<html" in head.lower() and any(name in content.lower() for name in (b"name of entity", b"entity name"))
    return _UFLPA if is_page else None


def _form_of_json(head: bytes) -> Form | None:
    if b'"list_id"' in head:
        return _US_JSON
    if b'"statementID"' in head or b'"statementId"' in head:
        return _BODS
    if b'"properties"' in head or (b'"schema"' in head and b'"id"' in head):
        return _FTM
    return _CSL_JSON if b'"source"' in head or b'"results"' in head else None


def _form_of_table(content: bytes) -> Form | None:
    first = content.partition(b"\n")[0]
    text = text_of(first)
    if "\t" in text:
        columns = {cell.strip().lower() for _, row in rows_of(text, delimiter="\t") for cell in row}
        return _DENIED if columns >= tables_and_pages.DENIED_COLUMNS else None
    try:
        columns = {cell.strip().lower() for _, row in rows_of(text) for cell in row}
    except ListRefused:
        return None
    return next((form for wanted, form in _CSV_FORMS if columns >= wanted), None)
