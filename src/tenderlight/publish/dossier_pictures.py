"""Pictures of the pages that a dossier quotes, drawn in the cage; with redaction, black where the text is black.

What was blacked out is put on record: for each text the places, for each picture the boxes, and for both the SHA-256 of
what is published and a keyed hash (HMAC-SHA-256) of what it was. The key of a document is the nonce of the first entry
`claim` about it in the custody log, which a redacted dossier does not show: without it nobody can try out names until
the hash fits, and whoever has the case can show that nothing else was changed (`publish.redaction_proof`).
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tenderlight.archive.custody import Act, read_log
from tenderlight.cases import Case
from tenderlight.model.box import Box
from tenderlight.model.claim import Claim
from tenderlight.model.quote import Quote
from tenderlight.pipeline.drawing import draw_pages
from tenderlight.pipeline.messages import Sides
from tenderlight.publish.dossier_findings import Finding
from tenderlight.publish.dossier_places import Blackened, Place, Places, blackened, drawn_pages
from tenderlight.publish.dossier_views import shown_quotes
from tenderlight.publish.dossier_words import Blacked
from tenderlight.publish.pictures import DOTS_PER_INCH, picture_name

FOLDER = "pictures"
FORMAT = "tenderlight-redactions/1"
_OF_PEOPLE = frozenset({Act.REVIEW, Act.REPLY, Act.CORRECT, Act.WITHDRAW})
Key = tuple[str, int]
"""SHA-256 of the file that is drawn, and page number."""


@dataclass(slots=True, kw_only=True)
class Drawn:
    """The pictures of a dossier."""

    names: dict[str, str] = field(default_factory=dict)
    """Where each lies below the payload, by the name that `publish.pictures` gives it."""
    black: dict[Key, tuple[Box, ...]] = field(default_factory=dict)
    """The boxes that are black on a picture."""
    of_document: dict[Key, str] = field(default_factory=dict)
    """The original whose page a picture shows."""
    withheld: dict[Key, str] = field(default_factory=dict)
    """Why a picture is left out."""
    after: dict[Key, str] = field(default_factory=dict)
    """SHA-256 of a picture as published."""


def draw(case: Case, data: Path, findings: Sequence[Finding], places: Places, *, redact: bool) -> Drawn:
    """Draw the pages that findings quote into the payload, and say which were drawn.

    Args:
        case: The case.
        data: The payload folder.
        findings: What is published.
        places: Where its quotes stand.
        redact: Whether what is black in the texts is black in the pictures.
    """
    drawn = Drawn()
    quotes = [(finding.claim, quote) for finding in findings for quote in shown_quotes(finding)]
    wanted: dict[str, set[int]] = {}
    for _, quote in quotes:
        for key in drawn_pages([quote]):
            drawn.of_document[key] = quote.document
            wanted.setdefault(key[0], set()).add(key[1])
    if redact:
        about: dict[str, list[tuple[Claim, Quote]]] = {}
        for claim, quote in quotes:
            about.setdefault(places.of(quote).file, []).append((claim, quote))
        for place in places:
            here = about.get(place.file, [])
            keys = drawn_pages(quote for _, quote in here)
            _blacken(drawn, blackened(place, [claim for claim, _ in here]), keys)
    for source, number in drawn.withheld:
        wanted[source].discard(number)
    for (source, number), png in _pngs(case, wanted, drawn.black).items():
        name = picture_name(source, number)
        (data / FOLDER).mkdir(exist_ok=True)
        (data / FOLDER / name).write_bytes(png)
        drawn.names[name] = f"{FOLDER}/{name}"
        drawn.after[source, number] = hashlib.sha256(png).hexdigest()
    return drawn


def record_of(case: Case, drawn: Drawn, places: Places, words: Iterable[Blacked]) -> dict[str, object]:
    """Return what was blacked out, as `redactions.json` says it."""
    keys = keys_of(case)
    before = _pngs(case, _numbers(key for key in drawn.after if drawn.black.get(key)), {})
    return {
        "format": FORMAT,
        "hashes": "after: SHA-256. before: HMAC-SHA-256, the key being the nonce of the first entry “claim” about the "
        "document in the custody log of the case, as its 32 hexadecimal digits; of what people wrote, the nonce of its "
        "own entry. Those entries are not shown.",
        "texts": [_text(place, keys) for place in places if place.spans],
        "words": [_words(one, keys) for one in words],
        "pictures": [
            {
                "file": drawn.names[picture_name(*key)],
                "document": drawn.of_document[key],
                "drawn": key[0],
                "page_number": key[1],
                "dots_per_inch": DOTS_PER_INCH,
                "boxes": [_sides(box) for box in drawn.black[key]],
                "before": keyed_hash(keys[drawn.of_document[key]], before[key]),
                "after": drawn.after[key],
            }
            for key in sorted(drawn.after)
            if drawn.black.get(key)
        ],
        "pictures_left_out": [
            {"document": drawn.of_document[key], "drawn": key[0], "page_number": key[1], "because": because}
            for key, because in sorted(drawn.withheld.items())
        ],
    }


def keys_of(case: Case) -> dict[str, str]:
    """Return the keys for hashes of what is not published: by document, and by act and number of what people wrote.

    Raises:
        CustodyLogDamaged: If the log cannot be read.
    """
    found: dict[str, str] = {}
    for entry, _ in read_log(case.folder):
        if entry.act == Act.CLAIM:
            found.setdefault(str(entry.details.get("object")), entry.nonce)
        elif entry.act in _OF_PEOPLE:
            found.setdefault(f"{entry.act} {entry.details.get('number')}", entry.nonce)
    return found


def keyed_hash(key: str, content: bytes) -> str:
    """Return the HMAC-SHA-256 of bytes, in hexadecimal."""
    return hmac.new(key.encode("ascii"), content, hashlib.sha256).hexdigest()


def _text(place: Place, keys: Mapping[str, str]) -> dict[str, object]:
    return {
        "file": place.file,
        "document": place.document,
        "spans": [{"start": span.start, "end": span.end, "kind": span.kind.value} for span in place.spans],
        "before": keyed_hash(keys[place.document], place.was.encode()),
        "after": hashlib.sha256(place.text.encode()).hexdigest(),
    }


def _words(one: Blacked, keys: Mapping[str, str]) -> dict[str, object]:
    return {
        "of": one.of,
        "number": one.number,
        "field": one.field,
        "spans": [{"start": span.start, "end": span.end, "kind": span.kind.value} for span in one.spans],
        "before": keyed_hash(keys[f"{one.of} {one.number}"], one.was.encode()),
        "after": hashlib.sha256(one.now.encode()).hexdigest(),
    }


def _blacken(drawn: Drawn, found: Blackened, keys: Iterable[Key]) -> None:
    for key in keys:
        if found.withheld:
            drawn.withheld[key] = found.withheld
        boxes = found.boxes.get(key, ())
        drawn.black[key] = tuple(dict.fromkeys((*drawn.black.get(key, ()), *boxes)))


def _numbers(keys: Iterable[Key]) -> dict[str, set[int]]:
    numbers: dict[str, set[int]] = {}
    for source, number in keys:
        numbers.setdefault(source, set()).add(number)
    return numbers


def _pngs(case: Case, wanted: Mapping[str, set[int]], black: Mapping[Key, tuple[Box, ...]]) -> dict[Key, bytes]:
    numbers = {source: tuple(sorted(found)) for source, found in sorted(wanted.items())}
    boxes: dict[str, tuple[tuple[int, Sides], ...]] = {}
    for (source, number), found in sorted(black.items()):
        boxes[source] = (*boxes.get(source, ()), *((number, _sides(box)) for box in found))
    drawn = draw_pages(case, numbers, dots_per_inch=DOTS_PER_INCH, black=boxes)
    return {(source, picture.page_number): picture.png for source, picture in drawn}


def _sides(box: Box) -> Sides:
    return round(box.left, 2), round(box.top, 2), round(box.right, 2), round(box.bottom, 2)
