"""The desk itself: the case it holds, who is at it, and what it remembers."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TypeVar

from starlette.requests import Request
from starlette.responses import Response

from tenderlight.cases import Case, Summary
from tenderlight.cases.answers import DocumentLine
from tenderlight.cases.heads import ContractHead
from tenderlight.cases.listing import Wanted
from tenderlight.cases.stored_pages import StoredPage
from tenderlight.model.claim import Claim
from tenderlight.model.document import ReadState
from tenderlight.model.review import Review
from tenderlight.model.statement import StatementKind
from tenderlight.screening.kept import by_contract, newest
from tenderlight.screening.told import ToldScreening
from tenderlight.web.acknowledging import Acknowledged
from tenderlight.web.drawings import Figures
from tenderlight.web.forms import OnceForms
from tenderlight.web.kept_heads import contract_heads, keep
from tenderlight.web.others import reviewed_since
from tenderlight.web.page_images import PageImages
from tenderlight.web.rereading import Rereading
from tenderlight.web.search_making import SearchMaking
from tenderlight.web.sessions import LocalSessions, Session
from tenderlight.web.settings import DeskSettings
from tenderlight.web.sign_ins import SignIns
from tenderlight.web.team import Audited, Team, utc_now
from tenderlight.web.team_sessions import TeamSessions

_LONG = frozenset({StatementKind.CAPABILITY, StatementKind.LINE_ITEM, StatementKind.COMPONENT})
PAGES_REMEMBERED = 64
COUNTS_REMEMBERED = 256
MOST_ON_PAGE = 150
"""Claims on a page whose boxes are shown on its picture."""
OTHERS_SECONDS = 20.0
"""After so long what others read into the case is seen."""
CONTRACTS_REMEMBERED = 128
"""Contracts whose facts are remembered."""
MOST_TOLD = 300
"""Characters of what was tried that are written down."""
_KeyT = TypeVar("_KeyT")
_MadeT = TypeVar("_MadeT")


class Desk:
    """A case on the desk.

    Pages are made in one thread, the one that opened the case, of what the disk has; only pictures of pages are drawn,
    and the disk is waited for, in others.

    Args:
        case: Open for changes. It is for `write` alone from here on.
        settings: How the desk is reached.
    """

    def __init__(self, case: Case, settings: DeskSettings) -> None:
        case.commit()
        self.case = Case.open(case.place)
        """What pages show: the case as it was last acknowledged."""
        self._writing = Acknowledged(case, case.commit)
        self.settings = settings
        self.team = None if settings.team is None else Team(settings.team)
        self._auditing = None if self.team is None else Acknowledged(self.team, self.team.write_notes)
        self.sessions: LocalSessions | TeamSessions = (
            LocalSessions(settings.token, person=settings.person)
            if self.team is None
            else TeamSessions(self.team, self.case.case_id)
        )
        self.sign_ins = None if settings.issuer is None else SignIns(settings.issuer)
        self.forms = OnceForms()
        self.images = PageImages(self.case)
        self.search_making = SearchMaking(self.case)
        self.why = Rereading(self.page)
        self._heads: dict[str, ContractHead] = {}
        self._has_all_heads = False
        self._stale: set[str] = set()
        """Contracts whose line is to be made anew."""
        self._counts: OrderedDict[tuple[Wanted, Sequence[str]], dict[str, dict[str, int]]] = OrderedDict()
        self._figures: dict[str, Figures] = {}
        self._facts: OrderedDict[str, list[Claim]] = OrderedDict()
        self._pages: OrderedDict[tuple[str, int], StoredPage | None] = OrderedDict()
        self._on_pages: OrderedDict[tuple[str, int], list[Claim]] = OrderedDict()
        self._unread: list[DocumentLine] | None = None
        self._made: dict[str, list[Review]] = {}
        self._seen: set[int] = set()
        """Numbers of reviews made here, before which nothing is known any more."""
        self._position = self.case.position
        self._asked_anew = time.monotonic()

    async def close(self) -> None:
        """Let go of what the desk opened itself; the case is closed by who opened it."""
        await self._writing.settle()
        if self._auditing is not None:
            await self._auditing.settle()
        await self.why.settle()
        self.images.close()
        self.search_making.close()
        if self.team is not None:
            self.team.close()
        if self._has_all_heads:
            keep(self.case, self.heads())
        self.case.close()

    async def write(self, change: Callable[[Case], _MadeT]) -> _MadeT:
        """Change the case, and return what the change returned once the disk has it.

        Raises:
            StorageFull: If the disk would not take it.
        """
        return await self._writing.make(change)

    async def audit(self, request: Request, account: str, outcome: str) -> None:
        """Write down a write that somebody of a team tried."""
        about = request.scope["state"].get("about", "")
        if self._auditing is not None:
            told = Audited(
                at=utc_now(),
                case_id=self.case.case_id,
                account=account,
                address=address_of(request),
                what=" ".join([request.method, request.url.path, *([f"({about})"] if about else [])])[:MOST_TOLD],
                outcome=outcome,
            )
            await self._auditing.make(lambda team: team.note(told))

    def look_again(self) -> None:
        """Take in what others did to the case meanwhile, if its tables are where others may change them.

        Their decisions are seen at once; other claims, of documents read beside the desk, some seconds later, since
        what is remembered of a large case is dear.

        Raises:
            DatabaseLost: If the server cannot be reached.
        """
        if isinstance(self.case.place, Path) or (position := self.case.position) == self._position:
            return
        reviewed = reviewed_since(self.case, self._position, position, known=self._seen)
        if reviewed is None:
            if time.monotonic() < self._asked_anew + OTHERS_SECONDS:
                return
            self._forget_all()
        for claim in map(self.case.claim, reviewed or ()):
            if claim is not None:
                self.changed(claim)
        self._position = position
        self._seen.clear()

    def _forget_all(self) -> None:
        self.case.forget()
        self._has_all_heads = False
        for known in (self._heads, self._stale, self._counts, self._figures, self._facts, self._pages, self._on_pages):
            known.clear()
        self._unread = None
        self.__dict__.pop("summary", None)
        self.__dict__.pop("screened", None)
        self.search_making.renew()
        self._asked_anew = time.monotonic()

    def heads(self) -> dict[str, ContractHead]:
        """Return the contracts of the case, each in a line."""
        if not self._has_all_heads:
            self._heads = contract_heads(self.case)
            self._has_all_heads = True
        elif self._stale:
            self._heads |= self.case.contract_heads(*self._stale)
        self._stale.clear()
        return self._heads

    def head(self, contract: str) -> ContractHead | None:
        """Return a contract in a line; None if there is none such."""
        is_known = self._has_all_heads or contract in self._heads
        if contract and (not is_known or contract in self._stale):
            self._heads |= self.case.contract_heads(contract)
            self._stale.discard(contract)
        return self._heads.get(contract)

    def figures(self, language: str, draw: Callable[[], Figures]) -> Figures:
        """Return what is drawn of the contracts in a language; drawn anew when somebody has decided on a claim."""
        if language not in self._figures:
            self._figures[language] = draw()
        return self._figures[language]

    @cached_property
    def summary(self) -> Summary:
        """The case in figures, as it was when the desk was opened, or last took in what others had read into it."""
        return self.case.summary()

    def facets(self, wanted: Wanted, names: Sequence[str]) -> dict[str, dict[str, int]]:
        """Return how many of the claims that fit there are by each of these facets."""
        return _remembered(
            self._counts, (wanted, names), lambda: self.case.facets(wanted, names), most=COUNTS_REMEMBERED
        )

    def page(self, document: str, page_number: int) -> StoredPage | None:
        """Return a page as it was read; None if it was not."""
        key = document, page_number
        return _remembered(self._pages, key, lambda: self.case.load_page(*key), most=PAGES_REMEMBERED)

    def claims_on(self, document: str, page_number: int) -> list[Claim]:
        """Return the claims on a page, at most `MOST_ON_PAGE`."""
        key = document, page_number
        return _remembered(
            self._on_pages, key, lambda: list(islice(self.case.claims_on(*key), MOST_ON_PAGE)), most=PAGES_REMEMBERED
        )

    def unread(self) -> list[DocumentLine]:
        """Return the documents that were not read, or not wholly, by path."""
        if self._unread is None:
            self._unread = [line for line in self.case.documents() if line.state is not ReadState.READ]
        return self._unread

    def facts_of(self, contract: str) -> list[Claim]:
        """Return what documents say of a contract, but for capabilities and goods."""
        return _remembered(
            self._facts,
            contract,
            lambda: [claim for claim in self.case.claims(contract=contract) if claim.kind not in _LONG],
            most=CONTRACTS_REMEMBERED,
        )

    @cached_property
    def screened(self) -> dict[str, tuple[ToldScreening, ...]]:
        """Names of each contract held against lists, of the newest screening of the case."""
        record = newest(self.case.folder)
        return {} if record is None else {key: tuple(found) for key, found in by_contract(record).items()}

    def changed(self, claim: Claim, made: Review | None = None) -> None:
        """Forget what was known before a claim was reviewed; by which review, if it was made here."""
        if made is not None and not isinstance(self.case.place, Path):
            self._seen.add(made.number)
        self._counts.clear()
        self._figures.clear()
        self._facts.pop(claim.contract, None)
        self._stale.add(claim.contract)
        for quote in claim.quotes:
            self._on_pages.pop((quote.document, quote.page_number or 0), None)

    def remember(self, session: Session, made: Review) -> None:
        """Remember a review that somebody made here, so that they can undo it."""
        self._made.setdefault(session.key, []).append(made)

    def last_made(self, session: Session) -> Review | None:
        """Return the last review that somebody made here and did not undo; None if there is none."""
        made = self._made.get(session.key)
        return made[-1] if made else None

    def forget(self, session: Session, number: int) -> None:
        """Say that a review was undone."""
        self._made[session.key] = [one for one in self._made[session.key] if one.number != number]

    @property
    def cookie(self) -> str:
        """Name of the cookie of sessions; it names the port, for cookies of one machine are shared by all ports."""
        if self.settings.is_secure:
            return "__Host-tenderlight"
        return f"tenderlight-{self.settings.hosts[0].rpartition(':')[2]}"

    def cookie_of(self, request: Request) -> str:
        """Return the token that a request carries; empty if none."""
        return request.cookies.get(self.cookie, "")[:200]

    def hand_out(self, answer: Response, token: str) -> None:
        """Have a browser keep the token of a session."""
        answer.set_cookie(
            self.cookie,
            token,
            path="/",
            secure=self.settings.is_secure,
            httponly=True,
            samesite="lax",
            max_age=12 * 3600,
        )


def _remembered(known: OrderedDict[_KeyT, _MadeT], key: _KeyT, make: Callable[[], _MadeT], *, most: int) -> _MadeT:
    """Return what is known under a key, made if need be; of more than `most`, the oldest are forgotten."""
    if key not in known:
        known[key] = make()
        if len(known) > most:
            known.popitem(last=False)
    known.move_to_end(key)
    return known[key]


def address_of(request: Request) -> str:
    """Return the network address that a request comes from."""
    return "" if request.client is None else request.client.host[:100]


OpenCase = Callable[[], AbstractContextManager[Case]]
"""Opens the case of a desk, and closes it."""
