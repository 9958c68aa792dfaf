"""Sockets that others connect to."""

from __future__ import annotations

import socket


def send_at_once(listening: socket.socket) -> None:
    """Let whoever connects have the end of each answer at once, and not when they have told that its beginning came.

    That receipt takes 40 ms on Linux (Nagle's rule, RFC 896, and delayed receipts, RFC 1122, 4.2.3.2). Asyncio switches
    the rule off only for sockets that name their protocol, and those that uvicorn binds do not.
    """
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
