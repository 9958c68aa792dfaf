"""The static report of a case: pages that open from a USB stick, without script, and print well."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from pathlib import Path

import tenderlight
from tenderlight.archive.storage import writing_to
from tenderlight.capabilities import CapabilityEntry, capability_entries
from tenderlight.cases import Case, PageLine
from tenderlight.cases.case_parties import parties_of_case
from tenderlight.cases.maker_statements import statements_of
from tenderlight.evidence.anchoring import layout_of, page_of
from tenderlight.linking.parties import Parties, Party
from tenderlight.lists.known import list_of
from tenderlight.model.claim import Claim
from tenderlight.model.document import Page, PageMethod, Reading, ReadState
from tenderlight.model.layout import Layout
from tenderlight.model.problem import PROBLEMS, Problem
from tenderlight.model.statement import Polarity
from tenderlight.pipeline.drawing import draw_pages
from tenderlight.publish.exposure import exposure_of
from tenderlight.publish.exposure_pages import write_exposure_pages
from tenderlight.publish.ordering import least_telling
from tenderlight.publish.pages import page_environment
from tenderlight.publish.party_pages import PartyLink, party_view
from tenderlight.publish.pictures import DOTS_PER_INCH, picture_name
from tenderlight.publish.redaction import Redaction
from tenderlight.publish.screening_page import DAY_WORDS
from tenderlight.publish.views import ContractLine, ContractView, FindPage, capability_of, claim_view, pages_wanted
from tenderlight.publish.wording import page_ranges
from tenderlight.publish.writing import whole_file
from tenderlight.screening.kept import by_contract, newest
from tenderlight.sources.folder import shown_path

_CONTRACT_PAGE = re.compile(r"[0-9a-f]{32}\.html")
PROBLEMS_SHOWN = 5
"""Kinds of problem listed for each document, with all their pages; the rest are counted."""


def write_report(case: Case, folder: Path, *, redact: bool = False) -> Path:
    """Write the report of a case into `folder`, over an older one.

    Pictures of pages are drawn in the cage, from the archived originals.

    Args:
        case: The case.
        folder: Where to.
        redact: Black private persons out in quotes and the words around them, and leave pictures of pages out.

    Returns:
        The page to open first.
    """
    return _Report(case, folder, redact=redact).write()


class _Report:
    def __init__(self, case: Case, folder: Path, *, redact: bool) -> None:
        self._case = case
        self._redaction = Redaction(case) if redact else None
        self._folder = folder
        self._templates = page_environment()
        self._entries = capability_entries()
        self._counts: Counter[tuple[str, Polarity]] = Counter()
        self._wanted: dict[str, set[int]] = {}
        self._contract_titles: dict[str, str] = {}
        record = newest(case.folder) if redact is False else None
        self._screened = by_contract(record) if record is not None else {}
        self._record = record.name if record is not None else ""
        found = parties_of_case(case) if redact is False else Parties(parties=())
        self._party_names = {party.id: party.name for party in found.parties}
        self._parties = found.by_contract()

    def write(self) -> Path:
        """Write all pages; the overview last, so that it never names a page that is not there."""
        lines = [self._write_contract(view) for view in self._contracts()]
        self._remove_older({line.href for line in lines})
        parties = self._write_parties(lines)
        for entry in self._entries.values():
            self._write(f"rules/{entry.code}.html", "rule.html", entry=entry)
        self._draw()
        exposure = exposure_of(self._claims())
        said = statements_of(self._case.folder) if self._redaction is None else []
        write_exposure_pages(self._folder, exposure, said, self._write)
        return self._write(
            "index.html",
            "index.html",
            counts=self._case.summary(),
            counted_once=self._case.links.notices,
            record=self._record,
            makers=len(exposure),
            parties=parties,
            matched={f"contracts/{contract}.html": names for contract, names in self._matched().items()},
            contracts=sorted(lines, key=_most_telling_first),
            by_capability=self._by_capability(),
            polarities=[polarity.value for polarity in Polarity],
            unread=list(self._unread()),
            pages=list(_pages_told(self._case.pages())),
            documents=list(self._documents()),
        )

    def _matched(self) -> dict[str, list[str]]:
        """Return the names with a possible match on a list, by contract."""
        found = {
            contract: [each.question.name for each in screened if any(hit.may_carry_a_claim for hit in each.hits)]
            for contract, screened in self._screened.items()
        }
        return {contract: list(dict.fromkeys(names)) for contract, names in found.items() if names}

    def _claims(self) -> Iterator[Claim]:
        return self._case.claims() if self._redaction is None else map(self._redaction, self._case.claims())

    def _contracts(self) -> Iterator[ContractView]:
        """Yield the contracts that have a capability claim; only one is in memory at a time."""
        reasons = self._case.contract_reasons()
        for contract, claims in groupby(self._claims(), key=lambda claim: claim.contract):
            view = ContractView(contract=contract, because=reasons.get(contract, ""))
            for claim in claims:
                view.add(claim)
            self._contract_titles[contract] = view.line(self._entries).title
            if view.capabilities:
                yield view

    def _write_contract(self, view: ContractView) -> ContractLine:
        line = view.line(self._entries)
        self._counts.update((capability_of(claim), claim.polarity) for claim in view.capabilities if claim.polarity)
        wanted = pages_wanted(view.capabilities) if self._redaction is None else {}
        for document, numbers in wanted.items():
            self._wanted.setdefault(document, set()).update(numbers)
        find_page: FindPage = _PageFinder(self._case) if self._redaction is None else _no_page
        self._write(
            line.href,
            "contract.html",
            contract=line,
            facts=view.fact_views(),
            items=view.item_views(),
            screened=self._screened.get(view.contract, ()),
            record=self._record,
            parties=[party_view(party, self._party_names) for party in self._parties.get(view.contract, ())],
            list_title=lambda code: list_of(code).title,
            day_words=DAY_WORDS,
            claims=[
                claim_view(claim, self._entries, find_page) for claim in sorted(view.capabilities, key=least_telling)
            ],
        )
        return line

    def _write_parties(self, lines: list[ContractLine]) -> int:
        """Write the page of the parties of the contracts that have a page, and return how many there are."""
        links: dict[str, list[PartyLink]] = {}
        shown: dict[str, Party] = {}
        for line in lines:
            for party in self._parties.get(Path(line.href).stem, ()):
                shown[party.id] = party
                links.setdefault(party.id, []).append(PartyLink(href=line.href, title=line.title))
        if shown:
            ordered = sorted(shown.values(), key=lambda party: (-len(links[party.id]), party.name, party.id))
            views = [party_view(party, self._party_names, tuple(links[party.id])) for party in ordered]
            self._write("parties.html", "parties.html", parties=views, shown=frozenset(shown))
        else:
            with writing_to(self._folder):
                (self._folder / "parties.html").unlink(missing_ok=True)
        return len(shown)

    def _remove_older(self, written: set[str]) -> None:
        """Remove the pages that an earlier report wrote of contracts that no longer have capability claims."""
        for page in (self._folder / "contracts").glob("*.html"):
            if _CONTRACT_PAGE.fullmatch(page.name) and f"contracts/{page.name}" not in written:
                with writing_to(page):
                    page.unlink()

    def _draw(self) -> None:
        for older in (self._folder / "pages").glob("*.png") if self._redaction is not None else ():
            with writing_to(older):
                older.unlink()
        missing = {
            document: tuple(sorted(number for number in numbers if not self._picture(document, number).exists()))
            for document, numbers in self._wanted.items()
        }
        for document, picture in draw_pages(self._case, missing, dots_per_inch=DOTS_PER_INCH):
            with whole_file(self._picture(document, picture.page_number)) as unfinished:
                unfinished.write_bytes(picture.png)

    def _picture(self, document: str, page_number: int) -> Path:
        return self._folder / "pages" / picture_name(document, page_number)

    def _by_capability(self) -> list[dict[str, object]]:
        codes = sorted({code for code, _ in self._counts})
        return [
            {
                "capability": code,
                "label": self._label(code),
                "href": f"rules/{code}.html",
                "counts": [self._counts[code, polarity] for polarity in Polarity],
            }
            for code in codes
        ]

    def _label(self, code: str) -> str:
        entry: CapabilityEntry | None = self._entries.get(code)
        return entry.label if entry else code

    def _unread(self) -> Iterator[dict[str, object]]:
        for document in self._case.documents():
            if document.state is not ReadState.READ:
                state = "waiting" if document.state is None else document.state.value
                yield _unread_line(document.path, state, self._case.problems_of(document.document))
        for path, problem in self._case.not_received():
            yield _unread_line(path, "not received", [problem])

    def _documents(self) -> Iterator[dict[str, object]]:
        with_claims = self._case.contracts_of_documents()
        for document in self._case.documents():
            yield {
                "path": document.path,
                "state": "" if document.state is None else document.state.value.replace("_", " "),
                "pages": "" if document.page_count is None else document.page_count,
                "document": document.document,
                "contracts": [
                    {"href": f"contracts/{contract}.html", "title": self._contract_titles[contract]}
                    for contract in with_claims.get(document.document, ())
                    if (self._folder / "contracts" / f"{contract}.html").exists()
                ],
            }

    def _write(self, name: str, template: str, **values: object) -> Path:
        target = self._folder / name
        text = self._templates.get_template(template).render(
            case_name=shown_path(Path(self._case.name)), version=tenderlight.__version__, **values
        )
        with whole_file(target) as unfinished:
            unfinished.write_text(text, encoding="utf-8")
        return target


def _no_page(_document: str, _page_number: int) -> None:
    """Find no page: a redacted report shows the words kept with a quote, and no picture."""


class _PageFinder:
    """Finds pages of stored readings; keeps the last few readings."""

    def __init__(self, case: Case) -> None:
        self._load = lru_cache(maxsize=4)(case.load_reading)

    def __call__(self, document: str, page_number: int) -> tuple[Page, Layout | None] | None:
        reading: Reading | None = self._load(document)
        page = None if reading is None else page_of(reading, page_number)
        return None if reading is None or page is None else (page, layout_of(reading, page_number))


def _unread_line(path: str, state: str, problems: list[Problem]) -> dict[str, object]:
    costly = sorted(
        problems, key=lambda one: (one.severity != "not_read", one.severity == "note", one.page_number or 0)
    )
    pages: dict[tuple[str, str], list[int]] = {}
    for one in costly:
        pages.setdefault((one.code, one.message), []).extend([one.page_number] if one.page_number else [])
    kinds = [
        {"code": code, "message": message, "pages": page_ranges(numbers)} for (code, message), numbers in pages.items()
    ]
    return {
        "path": path,
        "state": state.replace("_", " "),
        "problems": kinds[:PROBLEMS_SHOWN],
        "more": max(0, len(kinds) - PROBLEMS_SHOWN),
        "next_step": PROBLEMS[costly[0].code].next_step if costly else "",
    }


def _most_telling_first(line: ContractLine) -> tuple[int, int, str, str]:
    bought = sum(count.count for one in line.capabilities for count in one.purchase if count.is_buying)
    asked = sum(count.count for one in line.capabilities for count in one.other if count.is_buying)
    return -bought, -asked, line.title, line.href


def _pages_told(pages: Iterable[PageLine]) -> Iterator[dict[str, object]]:
    """Yield a line for each document with pages that were recognised, read partly or not read."""
    for path, of_path in groupby(pages, key=lambda page: page.path):
        told = [page for page in of_path if page.state is not ReadState.READ or page.method is PageMethod.RECOGNISED]
        sure = [page.confidence for page in told if page.confidence is not None]
        if told:
            yield {
                "path": path,
                "recognised": page_ranges(page.page_number for page in told if page.method is PageMethod.RECOGNISED),
                "confidence": f"{sum(sure) / len(sure):.2f}" if sure else "",
                "partly": page_ranges(page.page_number for page in told if page.state is ReadState.PARTLY),
                "not_read": page_ranges(page.page_number for page in told if page.state is ReadState.NOT_READ),
                "reasons": sorted({code for page in told for code in page.reasons}),
            }
