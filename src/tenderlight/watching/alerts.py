"""Tells people what a look at a place brought. What could not be told waits, and is told at the next look.

An alert names addresses, hashes and codes; it holds no words of a document, which belong into the case.
"""

from __future__ import annotations

import os
import stat
import tomllib
from collections.abc import Callable, Mapping
from email.message import EmailMessage
from pathlib import Path

import msgspec

from tenderlight.archive.storage import make_folder, write_whole
from tenderlight.errors import FetchFailed, FetchRefused, UsageError
from tenderlight.sources.addresses import place_of
from tenderlight.sources.telling import SCHEMES, MailServer, post, send_mail
from tenderlight.watching.looks import Event

WEBHOOK, PASSWORD = "TENDERLIGHT_WEBHOOK", "TENDERLIGHT_MAIL_PASSWORD"  # names of variables, no secrets
OUTBOX = "outbox"
MOST_WAITING = 1_000
MOST_NAMED = 50
LONGEST_FILE_BYTES = 64 * 1024
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_SECURITY = ("tls", "starttls", "none")


class Mail(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where mail goes, and by which server."""

    host: str
    sender: str
    to: tuple[str, ...]
    port: int = 587
    security: str = "starttls"
    user: str = ""
    password: str = ""


class Channels(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """By which ways people are told; none = only on the error stream."""

    webhook: str = ""
    mail: Mail | None = None

    def __repr__(self) -> str:
        """Say nothing of what is secret."""
        return f"Channels(webhook={bool(self.webhook)}, mail={self.mail is not None})"


class FoundClaim(msgspec.Struct, frozen=True, kw_only=True):
    """A claim that was made of what a look brought. Nobody has reviewed it."""

    claim: str
    contract: str
    capability: str
    polarity: str | None
    path: str


class Alert(msgspec.Struct, frozen=True, kw_only=True):
    """What people are told of one look."""

    case: str
    place: str
    at: str
    events: tuple[Event, ...]
    events_in_all: int
    claims: tuple[FoundClaim, ...]
    claims_in_all: int
    told: tuple[str, ...] = ()
    """Ways by which it was told already: webhook, mail."""


def read_channels(path: Path | None, *, environment: Mapping[str, str] = os.environ) -> Channels:
    """Return by which ways people are told.

    Args:
        path: A file of settings, which nobody else may read; None = there is none.
        environment: `$TENDERLIGHT_WEBHOOK` and `$TENDERLIGHT_MAIL_PASSWORD` stand above the file.

    Raises:
        UsageError: If the file cannot be read or taken, or others may read it.
    """
    channels = Channels() if path is None else _channels_of(path)
    webhook = environment.get(WEBHOOK, "") or channels.webhook
    if webhook:
        try:
            place_of(webhook, schemes=SCHEMES)
        except FetchRefused as refused:
            raise UsageError(f"The webhook is no address of a service. {refused.message}") from None
    mail = channels.mail
    if mail is not None:
        mail = msgspec.structs.replace(mail, password=environment.get(PASSWORD, "") or mail.password)
        _check(mail, path)
    return Channels(webhook=webhook, mail=mail)


def _channels_of(path: Path) -> Channels:
    try:
        with path.open("rb") as file:
            if stat.S_IMODE(os.fstat(file.fileno()).st_mode) & _OTHERS:
                raise UsageError(f"Others may read {path}, where secrets are: run `chmod 600` on it.")
            content = file.read(LONGEST_FILE_BYTES)
        return msgspec.convert(tomllib.loads(content.decode("utf-8")), Channels)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as trouble:
        raise UsageError(f"The settings in {path} cannot be read: {type(trouble).__name__}.") from None
    except msgspec.ValidationError as trouble:
        raise UsageError(f"{path}: {trouble}.") from None


def _check(mail: Mail, path: Path | None) -> None:
    if mail.security not in _SECURITY:
        raise UsageError(f"{path}: security is {', '.join(_SECURITY)}.")
    if mail.security == "none" and mail.user:
        raise UsageError(f"{path}: a password is not sent over a line that is not encrypted.")
    if not mail.to or not all("@" in one and one.isprintable() for one in (*mail.to, mail.sender)):
        raise UsageError(f"{path}: sender and to are addresses of mail.")


class Outbox:
    """Alerts that wait to be told, each a file.

    Args:
        folder: The folder of the watch.
        channels: By which ways people are told.
        agent: What the program calls itself.
    """

    def __init__(self, folder: Path, channels: Channels, *, agent: str) -> None:
        self._folder = folder / OUTBOX
        self._channels = channels
        self._agent = agent

    def put(self, name: str, alert: Alert) -> None:
        """Have an alert told; the same name stands for the same alert.

        Raises:
            StorageFull: If the disk would not take it.
        """
        make_folder(self._folder)
        write_whole(self._folder / name, msgspec.json.encode(alert), temporary=self._folder / f".{name}")

    def send(self, say: Callable[[str], None]) -> None:
        """Tell all that waits, by every way by which it was not told yet; what fails waits on."""
        waiting = sorted(path for path in self._folder.iterdir() if path.name[0] != ".") if self._is_there else []
        for path in waiting[:-MOST_WAITING]:
            say(f"Nobody could be told of {path.name}, and too much waits: it is dropped.")
            path.unlink()
        for path in waiting[-MOST_WAITING:]:
            alert = msgspec.json.decode(path.read_bytes(), type=Alert)
            told = set(alert.told) | self._told(alert, say)
            if self._wanted <= told:
                path.unlink()
            elif told != set(alert.told):
                self.put(path.name, msgspec.structs.replace(alert, told=tuple(sorted(told))))

    @property
    def _is_there(self) -> bool:
        return self._folder.is_dir()

    @property
    def _wanted(self) -> set[str]:
        ways = {"webhook": bool(self._channels.webhook), "mail": self._channels.mail is not None}
        return {way for way, is_wanted in ways.items() if is_wanted}

    def _told(self, alert: Alert, say: Callable[[str], None]) -> set[str]:
        told: set[str] = set()
        for way in sorted(self._wanted - set(alert.told)):
            try:
                self._tell(way, alert)
            except (FetchFailed, FetchRefused) as trouble:
                say(f"Nobody was told by {way}: {trouble.message}")
            else:
                told.add(way)
        return told

    def _tell(self, way: str, alert: Alert) -> None:
        mail = self._channels.mail
        if way == "webhook":
            body = {"text": text_of(alert), **{key: value for key, value in _named(alert).items() if key != "told"}}
            post(self._channels.webhook, msgspec.json.encode(body), agent=self._agent)
        elif mail is not None:
            server = MailServer(
                host=mail.host, port=mail.port, security=mail.security, user=mail.user, password=mail.password
            )
            send_mail(server, message_of(alert, mail))


def _named(alert: Alert) -> dict[str, object]:
    named: dict[str, object] = msgspec.to_builtins(alert)
    return named


def message_of(alert: Alert, mail: Mail) -> EmailMessage:
    """Return an alert as a message."""
    message = EmailMessage()
    message["From"], message["To"] = mail.sender, ", ".join(mail.to)
    message["Subject"] = "".join(sign if sign.isprintable() else " " for sign in subject_of(alert))[:200]
    message.set_content(text_of(alert))
    return message


def subject_of(alert: Alert) -> str:
    """Return an alert in one line."""
    counts = {what: sum(event.what == what for event in alert.events) for what in ("seen", "changed", "gone")}
    said = [f"{count} {'new' if what == 'seen' else what}" for what, count in counts.items() if count]
    claims = [f"{alert.claims_in_all} possible claims to review"] if alert.claims_in_all else []
    return f"Tenderlight, {alert.case}: {', '.join([*said, *claims])} at {alert.place}"


def text_of(alert: Alert) -> str:
    """Return an alert in words."""
    lines = [subject_of(alert), "", f"Looked at {alert.at}."]
    lines += [f"{event.what:8} {event.address}" for event in alert.events]
    if alert.events_in_all > len(alert.events):
        lines.append(f"... and {alert.events_in_all - len(alert.events)} more.")
    if alert.claims:
        lines += ["", "Possible matches, made by rules and reviewed by nobody:"]
        lines += [f"{one.capability} ({one.polarity or 'no polarity'}) in {one.path}" for one in alert.claims]
    lines += ["", f"Captures and log are in the case {alert.case}; look at them with `tenderlight review`."]
    return "\n".join(lines)
