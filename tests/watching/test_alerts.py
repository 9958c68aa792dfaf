"""Who is told, by which ways, and what is never said."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tenderlight.errors import FetchFailed, UsageError
from tenderlight.sources.telling import MailServer, post, send_mail
from tenderlight.watching.alerts import Alert, Channels, FoundClaim, Mail, Outbox, message_of, read_channels
from tenderlight.watching.looks import Event
from tests.sources.listener import make_certificate
from tests.watching.site import Site

ALERT = Alert(
    case="my-case",
    place="https://example.org/feed",
    at="2026-01-02T03:04:05Z",
    events=(Event(what="gone", address="https://example.org/a\r\nBcc: x@example.org", before="0" * 64),),
    events_in_all=3,
    claims=(FoundClaim(claim="c", contract="k", capability="face.live_watchlist", polarity=None, path="watch/a!b"),),
    claims_in_all=1,
)
MAIL = Mail(host="127.0.0.1", sender="a@example.org", to=("b@example.org", "c@example.org"))


@contextmanager
def mail_server(
    certificate: Path | None = None, *, greets: bytes = b"220 hello\r\n"
) -> Iterator[tuple[int, list[bytes]]]:
    """Take mail, saying yes to all; what was said comes out line by line."""
    said: list[bytes] = []
    listening = socket.create_server(("127.0.0.1", 0))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    if certificate is not None:
        context.load_cert_chain(certificate)

    def serve() -> None:
        line, _ = listening.accept()
        with suppress(OSError), line if certificate is None else context.wrap_socket(line, server_side=True) as talking:
            talking.settimeout(5)
            talking.sendall(greets)
            file = talking.makefile("rb")
            is_body = False
            for words in file:
                said.append(words)
                is_body = is_body and words != b".\r\n"
                if is_body:
                    continue
                if words.upper().startswith(b"AUTH"):
                    talking.sendall(b"535 no\r\n")
                elif words.upper().startswith(b"DATA"):
                    is_body = True
                    talking.sendall(b"354 go on\r\n")
                else:
                    talking.sendall(b"250-hello\r\n250 AUTH PLAIN\r\n" if words.startswith(b"ehlo") else b"250 yes\r\n")
                if words.upper().startswith(b"QUIT"):
                    return

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield listening.getsockname()[1], said
    finally:
        thread.join(timeout=5)
        listening.close()


def test_mail_is_sent_and_nothing_gets_into_its_head() -> None:
    with mail_server() as (port, said):
        send_mail(MailServer(host="127.0.0.1", port=port, security="none"), message_of(ALERT, MAIL))
    text = b"".join(said)
    assert b"rcpt TO:<b@example.org>" in text
    assert b"rcpt TO:<c@example.org>" in text
    head = text.partition(b"\r\n\r\n")[0]
    assert b"Bcc" not in head
    assert b"possible claims" in head.replace(b"\r\n ", b" ").replace(b"_", b" ")


def test_mail_over_an_encrypted_line_to_a_server_that_is_who_it_says(tmp_path: Path) -> None:
    certificate = make_certificate(tmp_path / "id.pem")
    server = MailServer(host="127.0.0.1", port=0, security="tls", user="who", password="hush-hush")
    with mail_server(certificate) as (port, said), pytest.raises(FetchFailed) as trouble:
        send_mail(MailServer(host="127.0.0.1", port=port, security="tls"), message_of(ALERT, MAIL), seconds=5)
    assert said == []
    assert "hush" not in repr(server) + trouble.value.message


def test_a_password_goes_over_no_line_that_is_in_the_clear(tmp_path: Path) -> None:
    server = MailServer(host="127.0.0.1", port=0, security="starttls", user="who", password="hush-hush")
    with mail_server() as (port, said), pytest.raises(FetchFailed) as trouble:
        send_mail(
            MailServer(host=server.host, port=port, security="starttls", user="who", password="hush-hush"),
            message_of(ALERT, MAIL),
            seconds=5,
        )
    assert not any(b"AUTH" in words.upper() for words in said)
    assert "hush" not in trouble.value.message


def test_a_webhook_takes_json_and_its_address_stays_secret(site: Site) -> None:
    with pytest.raises(FetchFailed) as trouble:
        post(f"{site.url}/T0/secret", b"{}", agent="tenderlight/test")
    assert "secret" not in trouble.value.message
    assert "503" in trouble.value.message


def test_settings_are_read_from_a_file_that_nobody_else_may_read(tmp_path: Path) -> None:
    path = tmp_path / "alerts.toml"
    path.write_text(
        'webhook = "https://hooks.example.org/T0/secret"\n[mail]\nhost = "smtp.example.org"\nsender = "a@example.org"\n'
        'to = ["b@example.org"]\nuser = "who"\npassword = "hush-hush"\n'
    )
    path.chmod(0o640)
    with pytest.raises(UsageError, match="chmod 600"):
        read_channels(path, environment={})
    path.chmod(0o600)
    channels = read_channels(path, environment={"TENDERLIGHT_MAIL_PASSWORD": "other"})
    assert channels.mail is not None
    assert (channels.mail.password, channels.mail.security) == ("other", "starttls")
    assert "secret" not in repr(channels)
    assert "hush" not in repr(channels)
    assert read_channels(None, environment={}) == Channels()


@pytest.mark.parametrize(
    "text",
    [
        "webhook = 5",
        "webhok = 'https://example.org/'",
        "webhook = 'file:///etc/passwd'",
        "[mail]\nhost = 'x'\nsender = 'a@b'\nto = []",
        "[mail]\nhost = 'x'\nsender = 'a@b'\nto = ['c@d']\nsecurity = 'none'\nuser = 'u'",
        "[mail]\nhost = 'x'\nsender = 'a@b'\nto = ['c@d']\nsecurity = 'some'",
        "[mail]\nhost = 'x'\nsender = \"a@b\\r\\nBcc: c@d\"\nto = ['c@d']",
        "password = [",
    ],
    ids=range(8),
)
def test_settings_that_cannot_be_taken(tmp_path: Path, text: str) -> None:
    path = tmp_path / "alerts.toml"
    path.write_text(text)
    path.chmod(0o600)
    with pytest.raises(UsageError):
        read_channels(path, environment={})


def test_what_could_be_told_by_one_way_is_told_by_it_once(site: Site, tmp_path: Path) -> None:
    told: list[object] = []
    said: list[str] = []
    site.hook = told.append
    with mail_server(greets=b"554 no\r\n") as (port, _):
        mail = Mail(host="127.0.0.1", port=port, security="none", sender="a@b", to=("c@d",))
        box = Outbox(tmp_path, Channels(webhook=f"{site.url}/hook", mail=mail), agent="tenderlight/test")
        box.put("1.json", ALERT)
        box.send(said.append)
    assert (len(told), len(said)) == (1, 1)
    with mail_server() as (port, words):
        mail = Mail(host="127.0.0.1", port=port, security="none", sender="a@b", to=("c@d",))
        Outbox(tmp_path, Channels(webhook=f"{site.url}/hook", mail=mail), agent="tenderlight/test").send(said.append)
    assert any(b"QUIT" in one.upper() for one in words)
    assert len(told) == 1
    assert list((tmp_path / "outbox").iterdir()) == []
