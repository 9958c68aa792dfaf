"""What the program fetches from, against a listener on this machine that counts who comes."""

from __future__ import annotations

import ipaddress
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tenderlight.errors import FetchFailed, FetchRefused
from tenderlight.sources.addresses import place_of, refusal_of
from tenderlight.sources.fetching import Call, Fetcher
from tests.sources.listener import Listener, Turning, fetcher_of, make_certificate, try_all, unguarded
from tests.sources.ssrf_forms import ELSEWHERE, HERE, PUBLIC


@pytest.fixture
def listener() -> Iterator[Listener]:
    with Listener() as listening:
        yield listening


def test_no_form_of_an_address_reaches_this_machine(listener: Listener) -> None:
    tried, refused = try_all(listener)
    assert tried >= 60
    assert (refused, listener.count) == (tried, 0)


def test_the_same_forms_reach_it_where_nothing_guards(listener: Listener) -> None:
    with unguarded():
        for form in HERE:
            listener.is_refused(form)
    assert listener.count >= 45


@pytest.mark.parametrize("address", ELSEWHERE)
def test_addresses_inside_are_refused(address: str) -> None:
    assert refusal_of(ipaddress.ip_address(address), is_named=False) is not None
    fetcher = Fetcher(resolve=lambda *_: ["93.184.215.14", address])
    with pytest.raises(FetchRefused, match="stands for"):
        fetcher.fetch(Call(url="https://name.example/"))


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_taken(address: str) -> None:
    assert refusal_of(ipaddress.ip_address(address), is_named=False) is None


def test_a_named_host_may_be_inside_and_nothing_else_may() -> None:
    inside = ("127.0.0.1", "10.1.2.3", "192.168.7.7", "::1", "fd12::1")
    assert [refusal_of(ipaddress.ip_address(one), is_named=True) for one in inside] == [None] * 5
    for never in ("169.254.169.254", "168.63.129.16", "fd00:ec2::254", "224.0.0.1", "0.0.0.0", "64:ff9b::7f00:1"):
        assert refusal_of(ipaddress.ip_address(never), is_named=True)
    fetcher = Fetcher(named=frozenset({"id.example"}), resolve=lambda *_: ["127.0.0.1"])
    for url in ("https://id.example:8443/", "https://a.id.example/", "https://id.example.evil.example/"):
        with pytest.raises(FetchRefused):
            fetcher.fetch(Call(url=url))


def test_a_place_is_what_was_written() -> None:
    place = place_of("https://Id.Example:8443/a/b?c=d%20e")
    assert (place.host, place.port, place.target, place.authority) == (
        "id.example",
        8443,
        "/a/b?c=d%20e",
        "id.example:8443",
    )
    assert place_of("https://[2606:2800::1]").authority == "[2606:2800::1]"
    for wrong in ("https://a..example/", "https://a.example:0/", "https://a.example:65536/", "https://-a.example/"):
        with pytest.raises(FetchRefused):
            place_of(wrong)


# A server of our own, with a certificate ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_certificate(tmp_path_factory.mktemp("certificate") / "id.pem")


@pytest.fixture
def serve(certificate: Path) -> Iterator[Callable[..., tuple[Fetcher, str]]]:
    """Make a server that gives one answer, and what fetches from it."""
    opened: list[Listener] = []

    def made(answer: bytes, *, name: str = "id.example", seconds: float = 5.0) -> tuple[Fetcher, str]:
        server = Listener(answer=answer, certificate=certificate)
        opened.append(server)
        url = f"https://{name}:{server.port}/path?a=b"
        return fetcher_of(server, certificate, name=name, seconds=seconds), url

    yield made
    for one in opened:
        one.close()


def test_what_is_asked_and_answered(serve: Callable[..., tuple[Fetcher, str]]) -> None:
    fetcher, url = serve(
        b"HTTP/1.1 200 OK\r\nContent-Type: Application/JSON; charset=utf-8\r\nContent-Length: 2\r\n\r\n{}"
    )
    answer = fetcher.fetch(Call(url=url, method="POST", headers={"Content-Type": "text/plain"}, body=b"hello"))
    assert (answer.status, answer.media_type, answer.untrusted_body) == (200, "application/json", b"{}")


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (b"HTTP/1.1 302 Found\r\nLocation: https://127.0.0.1/\r\nContent-Length: 0\r\n\r\n", "leads elsewhere"),
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 0\r\n\r\n", "packs its answer"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n" + b"x" * 2000, "more than 1000 bytes"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\nx", "no answer"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"x" * 70_000, "no answer"),
        (b"* OK IMAP ready\r\n\r\n", "no answer"),
        (b"", "no answer"),
    ],
)
def test_answers_that_are_not_taken(serve: Callable[..., tuple[Fetcher, str]], answer: bytes, why: str) -> None:
    fetcher, url = serve(answer)
    with pytest.raises(FetchFailed, match=why):
        fetcher.fetch(Call(url=url))


def test_the_certificate_is_held_against_the_name(serve: Callable[..., tuple[Fetcher, str]]) -> None:
    fetcher, url = serve(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", name="other.example")
    with pytest.raises(FetchFailed, match=r"(?i)certificate"):
        fetcher.fetch(Call(url=url))


def test_time_is_bounded_for_names_and_for_answers(serve: Callable[..., tuple[Fetcher, str]]) -> None:
    fetcher, url = serve(b"HTTP/1.1 200 OK\r\n", seconds=0.2)
    with pytest.raises(FetchFailed, match="no answer"):
        fetcher.fetch(Call(url=url))
    never = threading.Event()
    slow = Fetcher(resolve=lambda *_: ["93.184.215.14"] if never.wait(5) else [], most_seconds=0.05)
    with pytest.raises(FetchFailed, match="not resolved in time"):
        slow.fetch(Call(url="https://slow.example/"))
    never.set()


def test_a_name_is_asked_once_and_what_was_looked_at_is_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    connected: list[object] = []

    class NoSocket(socket.socket):
        def connect(self, address: object) -> None:
            connected.append(address)
            raise OSError("nobody is called in a test")

    monkeypatch.setattr(socket, "socket", NoSocket)
    turning = Turning(["93.184.215.14"], ["127.0.0.1"])
    with pytest.raises(FetchFailed, match="nobody is called"):
        Fetcher(resolve=turning).fetch(Call(url="https://turning.example:8443/"))
    assert connected == [("93.184.215.14", 8443)]
    assert turning.asked == 1
