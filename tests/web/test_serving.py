"""A desk that answers on a port: the link works as soon as it is printed, pictures are ready, ports that are taken."""

from __future__ import annotations

import socket
import threading
from contextlib import AbstractContextManager
from pathlib import Path

import httpx
import pytest

from tenderlight.cases import Case
from tenderlight.errors import UsageError
from tenderlight.web import DeskSettings, make_app
from tenderlight.web.serving import bound, server_of
from tenderlight.web.settings import local_hosts


def test_the_link_waits_for_the_desk_and_lets_in(folder: Path) -> None:
    def opened() -> AbstractContextManager[Case]:
        return Case.open(folder, create=True)

    with bound("127.0.0.1", 0) as place:
        settings = DeskSettings(hosts=local_hosts(place.port), token=place.token, is_ready_to_draw=True)
        server = server_of(make_app(opened, settings))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [place.taken]}, daemon=True)
        answers: list[httpx.Response] = []

        def visit() -> None:
            with httpx.Client(trust_env=False, follow_redirects=True, timeout=30) as client:
                answers.append(client.get(place.opening_link))
                answers.append(client.get(f"http://127.0.0.1:{place.port}/queue.json"))
                answers.append(client.get(place.opening_link))

        early = threading.Thread(target=visit)
        early.start()
        thread.start()
        early.join(40)
        server.should_exit = True
        thread.join(20)
    assert [answer.status_code for answer in answers] == [200, 200, 403]
    assert "server" not in answers[0].headers
    assert not thread.is_alive()


def test_no_answer_waits_for_the_receipt_of_its_beginning() -> None:
    with bound("127.0.0.1", 0) as place, socket.create_connection(("127.0.0.1", place.port)):
        taken, _ = place.taken.accept()
        with taken:
            assert taken.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # uvicorn leaves what it could not bind
def test_a_port_that_is_taken_is_said_so() -> None:
    with bound("127.0.0.1", 0) as place, pytest.raises(UsageError, match="taken"), bound("127.0.0.1", place.port):
        pass


def test_a_desk_answers_under_some_name() -> None:
    with pytest.raises(ValueError, match="name"):
        DeskSettings(hosts=())
