"""Claims in words, in the language of the interface. What documents say stays in the language they say it in."""

from __future__ import annotations

import re
from dataclasses import replace

from tenderlight.capabilities import capability_entries
from tenderlight.model.claim import Claim, ClaimStatus, PictureSays
from tenderlight.model.link_value import LinkValue
from tenderlight.model.statement import BUYING_POLARITIES, Stage
from tenderlight.model.values import CapabilityValue, ComponentValue, StageValue
from tenderlight.publish.against import against_in
from tenderlight.publish.catalogue import knows, say
from tenderlight.publish.cells import row
from tenderlight.publish.link_words import link_in
from tenderlight.publish.told_words import pointer_in
from tenderlight.publish.wording import PICTURES_THAT_PROVE_NOTHING, is_purchase, where

_LOT = re.compile(r"(?P<sort>[^,]{1,80}), lot (?P<lot>.{1,400})", re.DOTALL)


def label_of(language: str, code: str) -> str:
    """Return what people call a capability; its code if it is no longer in the vocabulary."""
    entry = capability_entries().get(code)
    if entry is None:
        return code
    return entry.label_zh if language == "zh" else entry.label


def value_of(language: str, claim: Claim) -> str:
    """Return the value of a claim in words; what a reviewer put in its place, if anything."""
    if claim.edit is not None and claim.edit.value is not None:
        claim = replace(claim, value=claim.edit.value, edit=None)
    return printed_value(language, claim)


def printed_value(language: str, claim: Claim) -> str:
    """Return the value that the rule found, in words."""
    if isinstance(claim.value, CapabilityValue):
        return label_of(language, claim.value.capability)
    if isinstance(claim.value, StageValue):
        return _known(language, "stage", claim.value.stage)
    if isinstance(claim.value, LinkValue):
        return link_in(language, claim.value)
    words = str(row(replace(claim, edit=None))["value"])
    if isinstance(claim.value, ComponentValue) and claim.value.quantity_per_unit is not None:
        each = f"{claim.value.quantity_per_unit:f}"
        words = words.removesuffix(f"{each} in each") + say(language, "sort.in_each", quantity=each)
    return words


def sort_of(language: str, claim: Claim) -> str:
    """Return what sort of value it is, in words; empty where there is none."""
    sort = row(claim)["value_kind"]
    if sort is None:
        return ""
    found = _LOT.fullmatch(str(sort))
    if found is None:
        return _known(language, "sort", str(sort))
    return say(language, "sort.of_lot", sort=_known(language, "sort", found["sort"]), lot=found["lot"])


def sentence_of(language: str, claim: Claim) -> str:
    """Return what a claim says, in one sentence that says no more than its document."""
    document = say(language, f"document.{stage_key(claim.stage)}")
    key = claim.kind.value if claim.polarity is None else claim.polarity.value
    sort = sort_of(language, claim) or say(language, "sort.none")
    return say(language, f"says.{key}", document=document, subject=value_of(language, claim), sort=sort)


def against_of(language: str, claim: Claim) -> tuple[str, ...]:
    """Return what speaks against a claim, never empty: what is not shown is said, too."""
    sentences = [against_in(language, sentence) for sentence in claim.against]
    if claim.polarity in BUYING_POLARITIES and not is_purchase(claim):
        sentences.append(say(language, "against.no_purchase"))
    if claim.picture in PICTURES_THAT_PROVE_NOTHING:
        assert claim.picture is not None
        sentences.append(say(language, f"against.picture_{claim.picture.value}"))
    if claim.status is ClaimStatus.UNREVIEWED:
        sentences.append(say(language, "against.unreviewed"))
    return tuple(sentences) or (say(language, "against.none"),)


def picture_of(language: str, picture: PictureSays | None) -> str:
    """Return what the pictures of the pages say, in a sentence; empty where there is nothing to compare."""
    return "" if picture is None else say(language, f"picture.{picture.value}")


def stage_key(stage: Stage | None) -> str:
    """Return the name of a stage in the catalogue."""
    return "none" if stage is None else stage.value


def where_of(language: str, path: str, page_number: int | None, pointer: str | None) -> str:
    """Return where a quote stands, for people: path, page, place."""
    if language == "en":
        return where(path, page_number, pointer)
    parts = [path]
    if page_number is not None and not (pointer and pointer.startswith(("paragraph", "table", "line"))):
        parts.append(say(language, "claim.page", page=page_number))
    return "，".join([*parts, *([pointer_in(language, pointer)] if pointer else [])])


def _known(language: str, table: str, name: str) -> str:
    """Return the text of a name of the program's own; words from a document come as they are."""
    key = f"{table}.{name.replace(' ', '_').replace('-', '_')}"
    return say(language, key) if re.fullmatch(r"[a-z_]+\.[a-z_]+", key) and knows(key) else name
