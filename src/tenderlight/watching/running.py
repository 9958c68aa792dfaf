"""Looks at what is due, has the case take in what came of it, runs the main job on what is new, and tells people.

One thread does all but fetching: it asks for one address a place at a time, and threads fetch them side by side, one
connection a host. So a place that answers slowly keeps nobody else waiting.
"""

from __future__ import annotations

import concurrent.futures
import contextlib
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from tenderlight.archive.storage import WriterLock, make_folder
from tenderlight.cases.opening import folder_of
from tenderlight.cases.places import Place as CasePlace
from tenderlight.logs import log_event
from tenderlight.sources.addresses import place_of
from tenderlight.sources.fetching import Fetcher, IpNetwork
from tenderlight.watching.alerts import Channels, Outbox
from tenderlight.watching.fetches import Fetched, Manners, PoliteFetcher
from tenderlight.watching.folders import look_into
from tenderlight.watching.list_reader import ListReader
from tenderlight.watching.looks import ARRIVED, Look, settle, waiting_rounds
from tenderlight.watching.places import SCHEMES, Place, State, Watched
from tenderlight.watching.polls import Asking, look_at
from tenderlight.watching.taking_in import AfterRun, take_in

MOST_BYTES = 64 << 20
"""Of one answer, also unpacked."""
MOST_SECONDS = 120.0
"""For one answer, however slowly it drips."""
LONGEST_PAUSE_SECONDS = 86_400.0
"""A place that fails again and again is looked at once a day, or as seldom as it is otherwise."""
LONGEST_WAIT_SECONDS = 7 * 86_400.0
"""So long a server is left alone that asks to be."""
SOON_SECONDS = 60.0
"""A place of which something was left is looked at again after this."""
NAP_SECONDS = 30.0
"""How long nothing is done at most: places may be added meanwhile, and the case may be let go."""


def _say_nothing(_words: str) -> None:
    """Tell nobody."""


def _do_nothing(_case: CasePlace) -> None:
    """Do nothing after a run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchOptions:
    """How to watch."""

    case: CasePlace
    """Folder, or server of its tables."""
    is_once: bool = False
    """Look at what is due now, and end."""
    allowed: tuple[IpNetwork, ...] = ()
    """Networks on this machine, or private ones, that may be fetched from."""
    manners: Manners
    channels: Channels = field(default_factory=Channels)
    workers: int | None = None
    """Caged lanes of the main job; None = one a core."""
    at_once: int = 8
    """Places looked at side by side."""
    most_bytes: int = MOST_BYTES
    most_seconds: float = MOST_SECONDS
    say: Callable[[str], None] = _say_nothing
    """Told what happens, in a line each."""
    after_run: AfterRun = _do_nothing
    """Called with the case after each run of the main job."""


@dataclass(slots=True, kw_only=True)
class Looked:
    """Counts of a watch, for whoever asks."""

    looks: int = 0
    failed: int = 0
    events: int = 0
    left_waiting: int = 0
    """Looks whose captures the case has not taken in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Going:
    look: Look
    asking: Asking


_AllGoing = dict[concurrent.futures.Future[Fetched], _Going]


class Watch:
    """Watches the places of a case. `go` does it; set `is_over` from anywhere to end it."""

    def __init__(self, options: WatchOptions) -> None:
        self.is_over = threading.Event()
        self.counts = Looked()
        self._options = options
        self._case_folder = folder_of(options.case)
        self._watched = Watched(self._case_folder)
        self._waiting = self._watched.folder / ARRIVED
        fetcher = Fetcher(
            allowed=options.allowed, schemes=SCHEMES, most_bytes=options.most_bytes, most_seconds=options.most_seconds
        )
        self._polite = PoliteFetcher(fetcher, options.manners, self.is_over, options.say)
        self._outbox = Outbox(self._watched.folder, options.channels, agent=options.manners.agent)

    def go(self) -> Looked:
        """Look at what is due; again and again, unless it is for once.

        Raises:
            CaseInUse: If another watch of this case goes on.
            StorageFull: If the disk would not take it.
        """
        make_folder(self._waiting)
        lock = WriterLock(self._watched.folder)
        try:
            self._settle()
            while True:
                self._turn()
                if self._options.is_once or self.is_over.wait(self._nap()):
                    return self.counts
        finally:
            self.is_over.set()
            lock.free()

    def _settle(self) -> None:
        """Bring what is known of places up to looks that a crash kept from being remembered."""
        places = {place.id: place for place in self._watched.places()}
        for _, found in waiting_rounds(self._waiting):
            place = places.get(found.place)
            if place is not None and place.address == found.address:
                state = self._watched.state(place)
                settle(state, found)
                self._watched.remember(place, state)

    def _turn(self) -> None:
        due = [(place, state) for place, state in self._states() if _is_due(state, time.time())]
        for place, state in due:
            if place.is_folder:
                look = Look(place, state, self._waiting)
                with _dropped_if_it_fails([look]):
                    look_into(look, leave_out=self._case_folder)
                    self._finish(look)
        self._fetch_all([(place, state) for place, state in due if not place.is_folder])
        self.counts.left_waiting = take_in(self._waiting, self._options, self._outbox)
        self._outbox.send(self._options.say)

    def _states(self) -> list[tuple[Place, State]]:
        return [(place, self._watched.state(place)) for place in self._watched.places()]

    def _nap(self) -> float:
        now = time.time()
        next_at = min((state.next_at for _, state in self._states()), default=now + NAP_SECONDS)
        return min(max(next_at - now, 0.1), NAP_SECONDS)

    def _fetch_all(self, due: Iterable[tuple[Place, State]]) -> None:
        """Look at places on networks side by side, those of one host one after the other."""
        waiting = deque(due)
        going: _AllGoing = {}
        with (
            ListReader() as lists,
            concurrent.futures.ThreadPoolExecutor(self._options.at_once, thread_name_prefix="fetch") as threads,
            _ended_if_it_fails(self.is_over, going),
        ):
            while waiting or going:
                self._begin(waiting, going, lists, threads)
                done, _ = concurrent.futures.wait(going, return_when=concurrent.futures.FIRST_COMPLETED)
                for future in done:
                    one = going[future]
                    self._go_on(one, future.result(), going, threads)
                    del going[future]

    def _begin(
        self,
        waiting: deque[tuple[Place, State]],
        going: _AllGoing,
        lists: ListReader,
        threads: concurrent.futures.ThreadPoolExecutor,
    ) -> None:
        busy = {_host(one.look.place) for one in going.values()}
        for _ in range(len(waiting)):
            place, state = waiting.popleft()
            if len(going) >= self._options.at_once or _host(place) in busy:
                waiting.append((place, state))
                continue
            busy.add(_host(place))
            look = Look(place, state, self._waiting)
            one = _Going(look=look, asking=look_at(look, lists.read))
            going[threads.submit(self._polite.fetch, next(one.asking))] = one

    def _go_on(
        self,
        one: _Going,
        got: Fetched,
        going: _AllGoing,
        threads: concurrent.futures.ThreadPoolExecutor,
    ) -> None:
        try:
            wanted = one.asking.send(got)
        except StopIteration:
            self._finish(one.look)
        else:
            going[threads.submit(self._polite.fetch, wanted)] = one

    def _finish(self, look: Look) -> None:
        """Keep what a look brought, then what is known now, and say both."""
        found = look.finish()
        state, now = look.state, time.time()
        state.looked_at = now
        state.failed = state.failed + 1 if look.failed else 0
        state.trouble = look.troubles[0][:500] if look.troubles else ""
        state.next_at = now + _pause(look)
        named = (look.place.id, look.place.address)
        if named in [(one.id, one.address) for one in self._watched.places()]:  # its schedule may be another by now
            self._watched.remember(look.place, state)
        self.counts.looks += 1
        self.counts.failed += look.failed
        self.counts.events += len(look.events)
        log_event(
            "watch.looked",
            place=look.place.id,
            kind=state.kind,
            failed=look.failed,
            events=len(look.events),
            troubles=len(look.troubles),
            left=look.left,
        )
        events = "nothing new" if found is None else _counted(look)
        left = f"; {look.left} left for the next look" if look.left else ""
        self._options.say(f"{look.place.address}: {'not read' if look.failed else events}{left}.")
        for trouble in look.troubles:
            self._options.say(trouble)


@contextlib.contextmanager
def _dropped_if_it_fails(looks: Iterable[Look]) -> Iterator[None]:
    try:
        yield
    except BaseException:
        for look in looks:
            look.drop()
        raise


@contextlib.contextmanager
def _ended_if_it_fails(is_over: threading.Event, going: _AllGoing) -> Iterator[None]:
    """Where all ends early, let the threads stop waiting, and what was begun go: the next look does it again."""
    try:
        yield
    except BaseException:
        is_over.set()
        for one in going.values():
            one.look.drop()
        raise


def _is_due(state: State, now: float) -> bool:
    """Say whether a place is to be looked at; also if the clock was set back since."""
    return now >= state.next_at or state.looked_at > now + SOON_SECONDS


def _pause(look: Look) -> float:
    """Return after how many seconds a place is looked at again."""
    every = look.place.every_seconds
    if look.failed:
        longest = max(every, LONGEST_PAUSE_SECONDS)
        return max(
            min(every * 2.0 ** min(look.state.failed, 30), longest), min(look.wait_seconds, LONGEST_WAIT_SECONDS)
        )
    return min(every, SOON_SECONDS) if look.left else every


def _host(place: Place) -> str:
    return place_of(place.address, schemes=SCHEMES).authority


def _counted(look: Look) -> str:
    counts = {what: sum(event.what == what for event in look.events) for what in ("seen", "changed", "gone")}
    return ", ".join(f"{count} {'new' if what == 'seen' else what}" for what, count in counts.items() if count)
