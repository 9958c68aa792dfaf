"""The quotes of findings as W3C Web Annotations, so that any annotation program finds the words again.

One annotation a finding: its sentences are the bodies, its quotes the targets. A target names the original and, as
selectors of the same words, the words with what stands around them (TextQuoteSelector), their offsets in the text of
the page (TextPositionSelector) and the page or the place in the file (FragmentSelector, or XPathSelector). A picture of
the page is a further target, with the box as a fragment of it.

Source: https://www.w3.org/TR/annotation-model/, https://www.w3.org/TR/media-frags/, RFC 6901, RFC 8118, RFC 6920.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tenderlight.model.quote import Quote

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
PDF_FRAGMENTS = "http://tools.ietf.org/rfc/rfc3778"
POINTERS = "http://tools.ietf.org/rfc/rfc6901"
MEDIA_FRAGMENTS = "http://www.w3.org/TR/media-frags/"

Json = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A quote as it lies in a dossier."""

    quote: Quote
    source: str | None
    """Where the original lies in the dossier; None = it is sealed."""
    media_type: str
    pictures: tuple[tuple[str, tuple[tuple[float, float, float, float], ...]], ...] = ()
    """Where a picture of a page lies, and the boxes on it as left, top, right, bottom, 0-1 of the picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """A finding to be annotated."""

    claim: str
    bodies: Mapping[str, str]
    """Its sentence, by language (BCP 47)."""
    targets: tuple[Target, ...]


def annotation_page(dossier: str, found: Sequence[Annotated]) -> Json:
    """Return all annotations of a dossier as one AnnotationPage.

    Args:
        dossier: Its name.
        found: The findings.
    """
    collection = f"urn:tenderlight:{dossier}"
    return {
        "@context": CONTEXT,
        "id": f"{collection}:annotations",
        "type": "AnnotationPage",
        "partOf": {"id": collection, "type": "AnnotationCollection", "total": len(found)},
        "startIndex": 0,
        "items": [_annotation(collection, one) for one in found],
    }


def named_by_hash(sha256: str) -> str:
    """Return the name of an original that needs no place: `ni:///sha-256;…` (RFC 6920)."""
    encoded = base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode("ascii").rstrip("=")
    return f"ni:///sha-256;{encoded}"


def _annotation(collection: str, one: Annotated) -> Json:
    return {
        "id": f"{collection}:claim:{one.claim}",
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            {"type": "TextualBody", "value": text, "language": language, "format": "text/plain"}
            for language, text in one.bodies.items()
        ],
        "target": [target for each in one.targets for target in _targets(each)],
    }


def _targets(target: Target) -> Iterable[Json]:
    name = named_by_hash(target.quote.document)
    yield {
        "type": "SpecificResource",
        "source": {"id": target.source or name, "type": "Text", "format": target.media_type, "canonical": name},
        "selector": _selectors(target.quote, target.media_type),
    }
    for picture, boxes in target.pictures:
        yield {
            "type": "SpecificResource",
            "source": {"id": picture, "type": "Image", "format": "image/png"},
            "selector": [_box_selector(box) for box in boxes],
        }


def _selectors(quote: Quote, media_type: str) -> list[Json]:
    position: Json = {"type": "TextPositionSelector", "start": quote.start, "end": quote.end}
    words: Json = {"type": "TextQuoteSelector", "exact": quote.text}
    if quote.before:
        words["prefix"] = quote.before
    if quote.after:
        words["suffix"] = quote.after
    return [words, position, {**_place(quote, media_type), "refinedBy": position}]


def _place(quote: Quote, media_type: str) -> Json:
    """Return where in the original the text begins that the offsets are of."""
    if quote.page_number is None:
        if "xml" in media_type:
            return {"type": "XPathSelector", "value": quote.pointer}
        return {"type": "FragmentSelector", "conformsTo": POINTERS, "value": quote.pointer}
    page: Json = {"type": "FragmentSelector", "value": f"page={quote.page_number}"}
    return {**page, "conformsTo": PDF_FRAGMENTS} if media_type == "application/pdf" else page


def _box_selector(box: tuple[float, float, float, float]) -> Json:
    left, top, right, bottom = (100 * side for side in box)
    numbers = ",".join(f"{figure:.4f}" for figure in (left, top, right - left, bottom - top))
    return {"type": "FragmentSelector", "conformsTo": MEDIA_FRAGMENTS, "value": f"xywh=percent:{numbers}"}
