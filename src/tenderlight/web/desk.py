"""The desk itself: the case it holds, who is at it, and what it remembers."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import cached_property

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
from tenderlight.web.forms import OnceForms
from tenderlight.web.page_images import PageImages
from tenderlight.web.sessions import LocalSessions, Session
from tenderlight.web.settings import DeskSettings
from tenderlight.web.team import Team
from tenderlight.web.team_sessions import TeamSessions

_LONG = frozenset({StatementKind.CAPABILITY, StatementKind.LINE_ITEM, StatementKind.COMPONENT})
PAGES_REMEMBERED = 64
COUNTS_REMEMBERED = 256


class Desk:
    """A case on the desk.

    Everything of it happens in one thread, the one that opened the case; only pictures of pages are drawn in another.

    Args:
        case: Open for changes.
        settings: How the desk is reached.
    """

    def __init__(self, case: Case, settings: DeskSettings) -> None:
        self.case = case
        self.settings = settings
        self.team = None if settings.team is None else Team(settings.team)
        self.sessions: LocalSessions | TeamSessions = (
            LocalSessions(settings.token, person=settings.person)
            if self.team is None
            else TeamSessions(self.team, case.case_id)
        )
        self.forms = OnceForms()
        self.images = PageImages(case)
        self._heads: dict[str, ContractHead] | None = None
        self._counts: OrderedDict[Wanted, dict[str, dict[str, int]]] = OrderedDict()
        self._pages: OrderedDict[tuple[str, int], StoredPage | None] = OrderedDict()
        self._is_search_fresh = False
        self._unread: list[DocumentLine] | None = None
        self._made: dict[str, list[Review]] = {}

    def close(self) -> None:
        """Let go of what the desk opened itself; the case is closed by who opened it."""
        self.images.close()
        if self.team is not None:
            self.team.close()

    def audit(self, request: Request, account: str, outcome: str) -> None:
        """Write down a write that somebody of a team tried."""
        if self.team is not None:
            self.team.note(
                case_id=self.case.case_id,
                account=account,
                address=address_of(request),
                what=f"{request.method} {request.url.path}",
                outcome=outcome,
            )

    def heads(self) -> dict[str, ContractHead]:
        """Return the contracts of the case, each in a line."""
        if self._heads is None:
            self._heads = self.case.contract_heads()
        return self._heads

    @cached_property
    def summary(self) -> Summary:
        """The case in figures, as it was when the desk was opened; nobody reads documents while it is."""
        return self.case.summary()

    def facets(self, wanted: Wanted) -> dict[str, dict[str, int]]:
        """Return how many of the claims that fit there are by each facet."""
        if wanted not in self._counts:
            self._counts[wanted] = self.case.facets(wanted)
            if len(self._counts) > COUNTS_REMEMBERED:
                self._counts.popitem(last=False)
        return self._counts[wanted]

    def page(self, document: str, page_number: int) -> StoredPage | None:
        """Return a page as it was read; None if it was not."""
        key = document, page_number
        if key not in self._pages:
            self._pages[key] = self.case.load_page(document, page_number)
            if len(self._pages) > PAGES_REMEMBERED:
                self._pages.popitem(last=False)
        self._pages.move_to_end(key)
        return self._pages[key]

    def refresh_search(self) -> None:
        """Bring the index of the search up to what was read; nobody reads while the desk is open, so once."""
        if not self._is_search_fresh:
            self.case.search.refresh()
            self._is_search_fresh = True

    def unread(self) -> list[DocumentLine]:
        """Return the documents that were not read, or not wholly, by path."""
        if self._unread is None:
            self._unread = [line for line in self.case.documents() if line.state is not ReadState.READ]
        return self._unread

    def facts_of(self, contract: str) -> list[Claim]:
        """Return what documents say of a contract, but for capabilities and goods."""
        return [claim for claim in self.case.claims(contract=contract) if claim.kind not in _LONG]

    @cached_property
    def screened(self) -> dict[str, tuple[ToldScreening, ...]]:
        """Names of each contract held against lists, of the newest screening of the case."""
        record = newest(self.case.folder)
        return {} if record is None else {key: tuple(found) for key, found in by_contract(record).items()}

    def changed(self, contract: str) -> None:
        """Forget what was counted before a claim of a contract was reviewed."""
        self._counts.clear()
        if self._heads is not None:
            self._heads |= self.case.contract_heads(contract)

    def remember(self, session: Session, made: Review) -> None:
        """Remember a review that somebody made here, so that they can undo it."""
        self._made.setdefault(session.key, []).append(made)

    def last_made(self, session: Session) -> Review | None:
        """Return the last review that somebody made here and did not undo; None if there is none."""
        made = self._made.get(session.key)
        return made[-1] if made else None

    def forget_last(self, session: Session) -> None:
        """Say that the last review was undone."""
        self._made[session.key].pop()

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


def address_of(request: Request) -> str:
    """Return the network address that a request comes from."""
    return "" if request.client is None else request.client.host[:100]


OpenCase = Callable[[], AbstractContextManager[Case]]
"""Opens the case of a desk, and closes it."""
