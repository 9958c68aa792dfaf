"""Clients that stop in the middle: a connection takes a place at the desk, and is held while something comes of it.

How long a form may take to arrive is said where requests are let in (`tenderlight.web.guarding`); here it is said of
what comes before a request, of what is sent though nobody asked for more, and of an answer that is not taken.
"""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

HEAD_SECONDS = 15.0
"""How long the head of a request may take to arrive, from the connection or from its first sign."""
TAKING_SECONDS = 60.0
"""How long an answer may lie without a sign of it being taken."""


class BoundedConnection(H11Protocol):
    """A connection that is ended when its other end stops in the middle."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._asking: asyncio.TimerHandle | None = None
        self._taking: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as uvicorn's own
        """Begin to wait for a request."""
        super().connection_made(transport)
        self._expect()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing more."""
        self._stop_asking()
        self._stop_taking()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take what arrived; it need not be a whole request, or part of any."""
        super().data_received(data)
        self._expect()

    def on_response_complete(self) -> None:
        """Take note that an answer was given, if not yet taken."""
        super().on_response_complete()
        self._watch_taking()

    def pause_writing(self) -> None:
        """Take note that as much of an answer lies here as may."""
        super().pause_writing()
        self._watch_taking()

    def resume_writing(self) -> None:
        """Take note that some of it was taken."""
        self._stop_taking()
        super().resume_writing()

    def _expect(self) -> None:
        """Wait for a request, unless one is being answered."""
        request: RequestResponseCycle | None = self.cycle  # None until there is one, whatever uvicorn says of it
        if request is not None and not request.response_complete:
            self._stop_asking()
        elif self._asking is None:
            self._asking = self.loop.call_later(HEAD_SECONDS, self.transport.abort)

    def _watch_taking(self) -> None:
        left = self.transport.get_write_buffer_size()
        if left and self._taking is None:
            self._taking = self.loop.call_later(TAKING_SECONDS, self._end_unless_taken, left)

    def _end_unless_taken(self, before: int) -> None:
        self._taking = None
        if self.transport.get_write_buffer_size() >= before:
            self.transport.abort()
        else:
            self._watch_taking()

    def _stop_asking(self) -> None:
        if self._asking is not None:
            self._asking.cancel()
            self._asking = None

    def _stop_taking(self) -> None:
        if self._taking is not None:
            self._taking.cancel()
            self._taking = None
