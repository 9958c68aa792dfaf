"""Times as files write them, in PDF (D:20240131093000+08'00') and elsewhere (2024-01-31T09:30:00Z)."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import NamedTuple

_PDF = re.compile(
    r"(?:D:)?(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)?"
    r"(?P<zone>Z(?:00'?00'?)?|[+-]\d\d(?:'?\d\d'?)?)?'?",
    re.ASCII,
)
_ISO = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)[T ]"
    r"(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d{1,9})?)?"
    r"(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?",
    re.ASCII,
)
_PARTS = ("year", "month", "day", "hour", "minute", "second")
_FIRST_YEAR, _LAST_YEAR = 1970, 2200


class Moment(NamedTuple):
    """A time that a file gives."""

    at: datetime
    """In UTC where the zone is known; else as written, and named UTC although it is not."""
    has_zone: bool

    @property
    def minute(self) -> str:
        """The minute, in a form that is the same for the same minute: "202401310130Z", without Z as written."""
        return f"{self.at:%Y%m%d%H%M}{'Z' if self.has_zone else ''}"


def moment_of(value: str) -> Moment | None:
    """Return the time that a value is; None if it is none: no such day, no hour, or no year of any computer."""
    found = _PDF.fullmatch(value) or _ISO.fullmatch(value)
    if found is None:
        return None
    year, month, day, hour, minute, second = (int(found[name] or 0) for name in _PARTS)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    zone = _zone(found["zone"])
    try:
        at = datetime(year, month, day, hour, minute, second, tzinfo=UTC if zone is None else timezone(zone))
        return Moment(at.astimezone(UTC), zone is not None)
    except (ValueError, OverflowError):
        return None


def _zone(written: str | None) -> timedelta | None:
    if not written:
        return None
    digits = "".join(sign for sign in written if sign.isdigit()).ljust(4, "0")
    minutes = 60 * int(digits[:2]) + int(digits[2:])
    return timedelta(minutes=-minutes if written.startswith("-") else minutes)
