"""Tenders and contracts of Prozorro (Ukraine) as its own interface gives them, before they are turned into OCDS.

A tender of Prozorro is an OCDS release whose tender section is the whole: it is read as one, with its own pointers.
`value` of the tender is the expected value (очікувана вартість) and stays there when the tender fails. What was paid is
no price. https://prozorro-api-docs.readthedocs.io/en/latest/standard/tender.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenderlight.model.problem import problem
from tenderlight.model.reader import Item, OpenOriginal, PageCount, ReadingLimits
from tenderlight.model.record import Record
from tenderlight.sources.json_places import JsonPlace
from tenderlight.sources.json_text import damage, decoded, open_json, values
from tenderlight.sources.ocds_release import read_release

STEP = "read:prozorro/1"
_PEEK_BYTES = 4 * 1024**2
_OCID_PREFIX = "ocds-be6bcu-"
"""The prefix under which Prozorro publishes the same tenders as OCDS: both are one contract."""
_TENDER = re.compile(r'"tenderID"\s*:\s*"UA-')
_CONTRACT = re.compile(r'"contractID"\s*:\s*"UA-')
_OF_TENDER = re.compile(r'"tender_id"\s*:')
_IS_OCDS = re.compile(r'"ocid"\s*:')
_NESTING = 3
_DIRECT = frozenset({"reporting", "negotiation", "negotiation.quick"})
_NUMBER_OF_CONTRACT = re.compile(r"-[a-z]?\d+$")


class ProzorroReader:
    """Reads tenders and contracts of Prozorro: alone, wrapped in `data`, in lists or lines. Pointers are RFC 6901."""

    name = "prozorro"
    version = 1
    media_types = frozenset({"application/json", "application/x-ndjson"})

    def recognises(self, content: bytes) -> bool:
        """Say whether numbers as Prozorro gives them stand in the file, and no `ocid`."""
        text, _ = decoded(content[:_PEEK_BYTES])
        if text.lstrip("\ufeff \t\r\n")[:1] not in ("{", "[") or _IS_OCDS.search(text):
            return False
        return bool(_TENDER.search(text) or (_CONTRACT.search(text) and _OF_TENDER.search(text)))

    def read(self, original: OpenOriginal, limits: ReadingLimits) -> Iterator[Item]:
        """Yield each tender or contract as a notice, and what was wrong.

        Problems: those of JSON, no-record-read, record-limit, and those of an OCDS release.
        """
        file = open_json(original.content, limits)
        for trouble in file.troubles:
            yield problem(trouble, step=STEP)
        yield from damage(file, step=STEP)
        yield PageCount(count=max(1, len(file.outline.spans)))
        count = 0
        for span, value, _has_doubles in values(file.text, file.outline.spans):
            for place in _under(JsonPlace(value, span.pointer), _NESTING):
                for item in read_release(_AsRelease(place), step=STEP, of=place, source="prozorro", key=_key(place)):
                    count += isinstance(item, Record)
                    if count > limits.records:
                        yield problem("record-limit", step=STEP, pointer=place.pointer)
                        return
                    yield item
        if not count:
            yield problem("no-record-read", step=STEP)


def _under(place: JsonPlace, nesting: int) -> Iterator[JsonPlace]:
    if place.is_list and nesting:
        for entry in place.entries():
            yield from _under(entry, nesting - 1)
    elif place.get("data") and nesting:
        yield from _under(place.get("data"), nesting - 1)
    elif place.get("tenderID") or place.get("contractID"):
        yield place


def _key(place: JsonPlace) -> str:
    """Return the OCID of a tender; a contract has the number of its tender and one more part."""
    tender = place.get("tenderID").words() or _NUMBER_OF_CONTRACT.sub("", place.get("contractID").words())
    return f"ocid:{_OCID_PREFIX}{tender}"


class _AsTender(JsonPlace):
    """A tender of Prozorro, seen as the tender section of an OCDS release. A contract has no such section."""

    __slots__ = ()

    def get(self, *names: str) -> JsonPlace:
        """Return what an OCDS tender has under this path of names; `id` is a key of the database, and none."""
        own = JsonPlace(self.value, self.pointer)
        if names == ("id",):
            return JsonPlace(None, f"{self.pointer}/id")
        method = own.get("procurementMethodType")
        if names == ("procurementMethod",) and method.words() in _DIRECT:
            return _Direct(method)
        return own.get(*names)


class _Direct(JsonPlace):
    """The words by which a procedure is a direct one, which OCDS calls "direct"."""

    __slots__ = ()

    def __init__(self, place: JsonPlace) -> None:
        super().__init__(place.value, place.pointer)

    def words(self) -> str:
        """Return the word of OCDS; what is quoted is that of the file."""
        return "direct"


class _AsRelease(JsonPlace):
    """A tender or contract of Prozorro, seen as an OCDS release."""

    __slots__ = ()

    def __init__(self, place: JsonPlace) -> None:
        super().__init__(place.value, place.pointer)

    def get(self, *names: str) -> JsonPlace:
        """Return what an OCDS release has under this path of names."""
        own = JsonPlace(self.value, self.pointer)
        name, rest = names[0], names[1:]
        is_contract = not own.get("tenderID")
        found = JsonPlace(None, f"{self.pointer}/{name}")
        if name == "tender" and not is_contract:
            found = _AsTender(self.value, self.pointer)
        elif name == "buyer":
            buyers = own.get("buyers").objects()
            found = buyers[0] if buyers else own.get("procuringEntity")
        elif name == "contracts" and is_contract:
            found = own
        elif name == "date":
            found = own.first("datePublished", "dateCreated")
        elif name == "language":
            found = JsonPlace("uk", own.pointer)
        elif name in ("awards", "contracts"):
            found = own.get(name)
        return found.get(*rest) if rest else found
