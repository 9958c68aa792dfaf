"""The files of a dossier that machines read: findings, texts, originals, replies, annotations."""

from __future__ import annotations

import json
import shutil
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from tenderlight.cases import Case
from tenderlight.cases.encoding import encode_claim
from tenderlight.evidence.anchoring import as_fractions
from tenderlight.model.box import Box
from tenderlight.model.correction import Correction
from tenderlight.model.reply import Attachment
from tenderlight.model.review import Review
from tenderlight.publish.annotations import Annotated, Target, annotation_page
from tenderlight.publish.catalogue import HTML_CODES, LANGUAGES
from tenderlight.publish.dossier_findings import Finding, Named, Selection
from tenderlight.publish.dossier_places import Places
from tenderlight.publish.dossier_sentences import grade_of, sentence_of
from tenderlight.publish.dossier_views import against, pictures_on_page, shown_quotes
from tenderlight.publish.pictures import Picture

FORMAT = "tenderlight-dossier/1"
ORIGINALS = "originals"
Fractions = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """An original that is not in the dossier."""

    document: str
    size_bytes: int
    media_type: str
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What of the words of people a dossier shows."""

    has_names: bool
    """Whether those who reviewed are named."""
    attached: frozenset[str]
    """SHA-256 of what came with replies and is published."""
    blacked_reviews: frozenset[int]
    """Numbers of the reviews whose reasons are blacked out in part, so that their entries of the log are left out."""


def write_json(path: Path, value: object) -> None:
    """Write a value as JSON for people and machines: sorted keys, two spaces, UTF-8."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, indent=2)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def write_places(data: Path, places: Places) -> None:
    """Write the text of every place that was quoted."""
    for place in places:
        write_json(data / place.file, place.as_json())


def write_claims(
    data: Path,
    selection: Selection,
    places: Places,
    drawn: Mapping[str, str],
    *,
    corrections: Iterable[Correction],
    shown: Shown,
) -> None:
    """Write `claims.json`.

    Args:
        data: The payload folder.
        selection: What is published.
        places: Where quotes stand.
        drawn: Where pictures lie, by the name that `publish.pictures` gives them.
        corrections: Words that people read otherwise than the machine.
        shown: What else of it is shown.
    """
    numbers = {one.name: [reply.number for reply in one.replies] for one in selection.named}
    write_json(
        data / "claims.json",
        {
            "format": FORMAT,
            "contract": selection.contract,
            "because": selection.because,
            "claims": [_claim(finding, places, drawn, numbers, shown=shown) for finding in selection.findings],
            "replies": [_reply(one, shown) for one in selection.named],
            "corrections": [_correction(one, shown) for one in corrections],
            "contradictions": [one.sentence for one in selection.contradictions],
        },
    )


def write_annotations(
    data: Path,
    dossier: str,
    findings: Iterable[Finding],
    places: Places,
    drawn: Mapping[str, str],
    sealed: frozenset[str],
) -> None:
    """Write `annotations.json`; see `write_claims` and `publish.annotations`."""
    found = [
        Annotated(
            claim=finding.claim.claim,
            bodies={HTML_CODES[language]: _whole(finding, language) for language in LANGUAGES},
            targets=tuple(_target(finding, places, drawn, sealed)),
        )
        for finding in findings
    ]
    write_json(data / "annotations.json", annotation_page(dossier, found))


def write_originals(case: Case, data: Path, documents: Iterable[str], sealed: Sequence[Sealed]) -> None:
    """Write the originals that findings quote, byte for byte, and the list of those that are left out.

    Raises:
        ArchiveDamaged: If an original is not what was received.
    """
    kept_back = {one.document for one in sealed}
    folder = data / ORIGINALS
    for document in documents:
        if document in kept_back:
            continue
        folder.mkdir(exist_ok=True)
        case.originals.check(document)
        with case.originals.open(document) as original, (folder / document).open("wb") as copy:
            shutil.copyfileobj(original, copy)
    write_json(data / "sealed.json", [asdict(one) for one in sealed])


def write_attachments(case: Case, data: Path, named: Iterable[Named], attached: Collection[str]) -> None:
    """Write what came with replies and is to be published, byte for byte, under its SHA-256.

    Raises:
        ArchiveDamaged: If it is not what was received.
    """
    for one in attachments_of(named):
        if one.sha256 in attached:
            (data / "replies").mkdir(exist_ok=True)
            case.originals.check(one.sha256)
            with case.originals.open(one.sha256) as file, (data / "replies" / one.sha256).open("wb") as copy:
                shutil.copyfileobj(file, copy)


def attachments_of(named: Iterable[Named]) -> list[Attachment]:
    """Return what came with the replies of those named, each file once, by hash."""
    found = {file.sha256: file for one in named for reply in one.replies for file in reply.attachments}
    return [found[sha256] for sha256 in sorted(found)]


def _claim(
    finding: Finding,
    places: Places,
    drawn: Mapping[str, str],
    numbers: Mapping[str, list[int]],
    *,
    shown: Shown,
) -> dict[str, object]:
    written: dict[str, object] = json.loads(encode_claim(finding.claim))
    quotes = []
    for each in shown_quotes(finding):
        place, quote = places.of(each), places.published(each)
        quotes.append(
            {
                **asdict(quote),
                "boxes": [_sides(box) for box in quote.boxes],
                "page_file": place.file,
                "pictures": [
                    {"file": file, "fractions": boxes}
                    for file, boxes in _pictures(pictures_on_page(each, place, drawn))
                ],
            }
        )
    return {
        **written,
        "quotes": quotes,
        "against": list(against(finding)),
        "grade": grade_of(finding.claim),
        "sentences": {language: asdict(sentence_of(finding.claim, language)) for language in LANGUAGES},
        "reviews": [_review(review, shown) for review in finding.reviews],
        "parties": list(finding.parties),
        "replies": sorted({number for party in finding.parties for number in numbers[party]}),
    }


def _review(one: Review, shown: Shown) -> dict[str, object]:
    written: dict[str, object] = {"number": one.number, "at": one.at, "because": one.because}
    if one.number in shown.blacked_reviews:
        written["is_entry_left_out"] = True
    return written | ({"person": one.person} if shown.has_names else {})


def _reply(one: Named, shown: Shown) -> dict[str, object]:
    entries = []
    for reply in one.replies:
        written = asdict(reply)
        del written["person"], written["amends"]
        for file in written["attachments"]:
            file["is_published"] = file["sha256"] in shown.attached
        entries.append(written)
    return {"party": one.name, "written": list(one.written), "entries": entries}


def _correction(one: Correction, shown: Shown) -> dict[str, object]:
    written = asdict(one)
    if not shown.has_names:
        del written["person"]
    return written


def _whole(finding: Finding, language: str) -> str:
    sentence = sentence_of(finding.claim, language)
    return f"{sentence.says} {sentence.shows_not}" if language == "en" else f"{sentence.says}{sentence.shows_not}"


def _target(finding: Finding, places: Places, drawn: Mapping[str, str], sealed: frozenset[str]) -> Iterable[Target]:
    for shown in shown_quotes(finding):
        place = places.of(shown)
        yield Target(
            quote=places.published(shown),
            source=None if shown.document in sealed else f"{ORIGINALS}/{shown.document}",
            media_type=place.media_type,
            pictures=tuple(_pictures(pictures_on_page(shown, place, drawn))),
        )


def _pictures(pictures: Iterable[Picture]) -> Iterable[tuple[str, tuple[Fractions, ...]]]:
    for picture in pictures:
        boxes = (
            Box(
                left=max(0.0, box.x),
                top=max(0.0, box.y + picture.top),
                right=max(0.0, box.x + box.width),
                bottom=max(0.0, box.y + picture.top + box.height),
            )
            for box in picture.boxes
        )
        fractions = (as_fractions(box, width=picture.width, height=picture.page_height) for box in boxes)
        yield picture.href.removeprefix("../"), tuple(_rounded(each) for each in fractions)


def _rounded(fractions: Fractions) -> Fractions:
    left, top, right, bottom = (round(side, 6) for side in fractions)
    return left, top, right, bottom


def _sides(box: Box) -> list[float]:
    return [box.left, box.top, box.right, box.bottom]
