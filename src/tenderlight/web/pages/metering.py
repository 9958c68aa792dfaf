"""The case in numbers, for a collector of metrics."""

from __future__ import annotations

import ipaddress
from contextlib import suppress

from starlette.responses import Response

from tenderlight.cases.metrics import MEDIA_TYPE, Sample, samples_of, text_of
from tenderlight.web.asked import Asked
from tenderlight.web.sessions import Role

_FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip", "via")
"""Headers by which a program in front says that somebody else is asking."""


async def show_metrics(asked: Asked) -> Response:
    """Send the numbers of the case: to whoever is signed in, and on a desk for this machine alone to programs on it.

    A team's desk may have a program in front of it, for which everybody comes from this machine: there nobody is let in
    without having signed in.
    """
    if not _is_from_this_machine(asked):
        asked.needs(Role.READER)
    desk = asked.desk
    progress = desk.case.queue.progress()
    own = (("case", desk.case.name),)
    reviews = [
        Sample("tenderlight_claims_by_review", "Claims by what people said of them.", count, (*own, ("status", status)))
        for status, count in ((one.value, progress.by_status[one]) for one in progress.by_status)
    ]
    waiting = Sample("tenderlight_claims_waiting", "Claims that wait for a decision.", progress.waiting, own)
    text = text_of([*samples_of(desk.summary, case=desk.case.name), *reviews, waiting])
    return Response(text, media_type=MEDIA_TYPE)


def _is_from_this_machine(asked: Asked) -> bool:
    client = asked.request.client
    if asked.desk.team is not None or client is None or any(name in asked.request.headers for name in _FORWARDED):
        return False
    with suppress(ValueError):
        return ipaddress.ip_address(client.host).is_loopback
    return False
