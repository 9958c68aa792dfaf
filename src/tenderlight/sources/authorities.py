"""Asks a time stamping authority (RFC 3161, 3.4) that was named by whoever runs the program."""

from __future__ import annotations

from tenderlight.errors import FetchFailed
from tenderlight.sources.addresses import place_of
from tenderlight.sources.fetching import Call, Fetcher

QUERY, REPLY = "application/timestamp-query", "application/timestamp-reply"
SCHEMES = ("https", "http")
"""Many an authority answers in the clear: what it says is signed, and what it is asked is a hash."""


def ask_authority(url: str, request: bytes) -> bytes:
    """Return what an authority answers, not yet checked.

    Args:
        url: Its address; it may be in a private network, for it was named.
        request: DER, holding the hash of a checkpoint.

    Raises:
        FetchRefused: If the address is none to fetch from.
        FetchFailed: If it gives no answer.
    """
    place = place_of(url, schemes=SCHEMES)
    fetcher = Fetcher(named=frozenset({place.authority}), schemes=SCHEMES)
    call = Call(url=url, method="POST", headers={"Content-Type": QUERY, "Accept": REPLY}, body=request)
    answer = fetcher.fetch(call)
    if answer.status != 200 or not answer.untrusted_body:
        raise FetchFailed(f"{place.authority} puts no time on it: it answered {answer.status}.")
    return answer.untrusted_body
