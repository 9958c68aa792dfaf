"""Says what the program does, an event a line, for programs that watch over it. Silent unless it is asked for.

An event has a name and fields: numbers, codes, hashes, names of hosts. No field holds words of a document, a secret, or
what follows the path of an address; whoever adds an event keeps it so, and what is longer than `LONGEST` is cut.
"""

from __future__ import annotations

import logging
import os
import sys
import time
from typing import TextIO

VARIABLE = "TENDERLIGHT_LOG"
FORMS = ("json", "text", "off")
LONGEST = 500
_LOGGER = logging.getLogger("tenderlight")
_LOGGER.addHandler(logging.NullHandler())

Field = str | int | float | bool | None


def log_event(name: str, /, **fields: Field) -> None:
    """Say that something happened.

    Args:
        name: What it is: the part of the program, a full stop, a verb.
        fields: What it is about; see above for what may not be in them.
    """
    if _LOGGER.isEnabledFor(logging.INFO):
        _LOGGER.info(name, extra={"fields": fields})


def write_events(form: str, stream: TextIO | None = None) -> None:
    """Write events from here on, in place of how they were written before.

    Args:
        form: json, a JSON object a line; text, for people; off.
        stream: Where to; None = the error stream.
    """
    for handler in [one for one in _LOGGER.handlers if isinstance(one.formatter, _Lines)]:
        _LOGGER.removeHandler(handler)
    _LOGGER.propagate = form == "off"
    _LOGGER.setLevel(logging.NOTSET if form == "off" else logging.INFO)
    if form != "off":
        handler = logging.StreamHandler(stream or sys.stderr)
        handler.setFormatter(_JsonLines() if form == "json" else _Lines())
        _LOGGER.addHandler(handler)


class _Lines(logging.Formatter):
    """A line for people: time, event, fields."""

    def format(self, record: logging.LogRecord) -> str:
        said = " ".join(f"{name}={_plain(value)}" for name, value in _fields(record).items())
        return f"{_time(record)} {record.getMessage()} {said}".rstrip()


class _JsonLines(_Lines):
    """A JSON object a line: time, level, event, process, then the fields."""

    def format(self, record: logging.LogRecord) -> str:
        import json

        own = {
            "time": _time(record),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
            "process": os.getpid(),
        }
        return json.dumps({**own, **{name: value for name, value in _fields(record).items() if name not in own}})


def _fields(record: logging.LogRecord) -> dict[str, Field]:
    fields = getattr(record, "fields", {})
    return {name: value[:LONGEST] if isinstance(value, str) else value for name, value in fields.items()}


def _plain(value: Field) -> str:
    said = str(value)
    return said if said and all(sign.isprintable() and sign not in ' "=' for sign in said) else ascii(said)


def _time(record: logging.LogRecord) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created)) + f".{int(record.msecs):03d}Z"
