"""Correcting a claim that is right but for its value or its boxes: both versions are kept."""

from __future__ import annotations

import json
import re
import types
import typing
from dataclasses import dataclass, fields, replace
from decimal import Decimal, InvalidOperation
from enum import StrEnum

import msgspec

from tenderlight.capabilities import capability_entries
from tenderlight.cases.encoding import Undecodable, edit_of_value, encode_claim
from tenderlight.model.box import Box
from tenderlight.model.claim import Claim
from tenderlight.model.edit import Edit
from tenderlight.model.link_value import LinkValue
from tenderlight.model.review import ReviewVerdict
from tenderlight.model.values import DateValue
from tenderlight.publish.catalogue import knows
from tenderlight.web.asked import Asked, Form, Trouble
from tenderlight.web.page_views import PictureView, pictures_of
from tenderlight.web.pages.claim import claim_named
from tenderlight.web.pages.deciding import signed_form
from tenderlight.web.pages.entering import local_address
from tenderlight.web.saying import label_of, sentence_of, value_of
from tenderlight.web.showing import Moved, Shown

SIDES = ("left", "top", "right", "bottom")
MOST_BOXES = 40
_FIGURE = re.compile(r"-?[0-9]{1,40}(\.[0-9]{1,20})?", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A part of a value that can be written anew."""

    name: str
    label: str
    value: str
    choices: tuple[tuple[str, str], ...]
    """Values that there are, with their words; none = any text."""
    is_figure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxField:
    """A box of a quote, in points of the page as displayed."""

    name: str
    """`<quote>.<box>`, counted from 0."""
    page_number: int | None
    sides: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EditPage:
    """The form that corrects a claim."""

    claim: str
    sentence: str
    value: str
    quote: str
    fields: tuple[Field, ...]
    boxes: tuple[BoxField, ...]
    pictures: tuple[PictureView, ...]
    seen: int
    to: str


async def show_edit(asked: Asked) -> Shown:
    """Show a claim's value and boxes, to be written anew."""
    claim = claim_named(asked, asked.part("claim"))
    reviews = asked.desk.case.reviews.of(claim.claim)
    page = EditPage(
        claim=claim.claim,
        sentence=sentence_of(asked.language, claim),
        value=value_of(asked.language, claim),
        quote=claim.quotes[0].text,
        fields=tuple(_fields(asked, claim)),
        boxes=tuple(_boxes(claim))[:MOST_BOXES],
        pictures=pictures_of(asked, claim),
        seen=reviews[-1].number if reviews else 0,
        to=asked.word("to"),
    )
    return Shown(template="edit.html", values=page)


async def edit(asked: Asked) -> Moved:
    """Confirm a claim with another value, other boxes, or both."""
    session, form = await signed_form(asked)
    claim = claim_named(asked, asked.part("claim"))
    value, boxes = _value_sent(form, claim), _boxes_sent(form, claim)
    if value is None and boxes is None:
        raise Trouble(400, "error.no_edit")
    edited = Edit(value=None if value is None else value.value, boxes=boxes)
    because, seen = form.text("because"), form.whole("seen")
    made = await asked.desk.write(
        lambda case: case.reviews.add(
            ReviewVerdict.CONFIRM, claim.claim, person=session.person, because=because, edit=edited, seen=seen
        )
    )
    asked.desk.remember(session, made)
    asked.desk.changed(claim)
    return Moved(to=local_address(form.text("to")) or asked.link(f"/claims/{claim.claim}"))


def _as_it_is(claim: Claim) -> dict[str, object]:
    """Return a claim's value as JSON has it; what a reviewer put in its place, if anything."""
    if claim.edit is not None and claim.edit.value is not None:
        claim = replace(claim, value=claim.edit.value, edit=None)
    value: dict[str, object] = json.loads(encode_claim(claim), parse_float=Decimal)["value"]
    return value


def _fields(asked: Asked, claim: Claim) -> typing.Iterator[Field]:
    for name, kind in _kinds_of(claim).items():
        value = _as_it_is(claim)[name]
        choices = _choices(asked, name, kind)
        key = f"field.{name}"
        yield Field(
            name=name,
            label=asked.say(key) if knows(key) else name.replace("_", " "),
            value="" if value is None else str(value),
            choices=choices,
            is_figure=issubclass(kind, Decimal | int | float) and not issubclass(kind, bool),
        )


def _choices(asked: Asked, name: str, kind: type) -> tuple[tuple[str, str], ...]:
    """Return the values that there are for a part of a value; none where any text may stand."""
    if name == "capability":
        return tuple((code, f"{label_of(asked.language, code)} ({code})") for code in capability_entries())
    if kind is bool:
        return tuple((str(one), asked.say(f"field.{'yes' if one else 'no'}")) for one in (True, False))
    return tuple((one.value, _named(asked, one.value)) for one in kind) if issubclass(kind, StrEnum) else ()


def _named(asked: Asked, value: str) -> str:
    key = f"sort.{value.replace(' ', '_')}"
    return asked.say(key) if knows(key) else value


def _kinds_of(claim: Claim) -> dict[str, type]:
    """Return the type of each part of a value that a form can hold, without "or nothing"; numbers of registers stay."""
    if isinstance(claim.value, DateValue):
        return {"date": str, "date_kind": type(claim.value.date_kind)}
    if isinstance(claim.value, LinkValue):
        return {}  # people confirm or reject it; there is nothing in it to type
    hints = typing.get_type_hints(type(claim.value))
    kinds = {field.name: _without_none(hints[field.name]) for field in fields(claim.value)}
    return {name: kind for name, kind in kinds.items() if isinstance(kind, type)}


def _without_none(hint: object) -> object:
    if isinstance(hint, types.UnionType):
        hint = next(one for one in typing.get_args(hint) if one is not type(None))
    return hint


def _value_sent(form: Form, claim: Claim) -> Edit | None:
    """Return the value that a form has, where it is another one.

    Raises:
        Trouble: If it is no value of that kind.
    """
    before = _as_it_is(claim)
    sent = dict(before)
    for name, kind in _kinds_of(claim).items():
        text = form.text(f"value.{name}")
        sent[name] = _typed(text, kind) if text else None
    if sent == before:
        return None
    try:
        return edit_of_value(claim.kind, msgspec.json.Encoder(decimal_format="number").encode(sent).decode("utf-8"))
    except Undecodable as trouble:
        raise Trouble(400, "error.no_value", str(trouble)) from trouble


def _typed(text: str, kind: type) -> object:
    if issubclass(kind, bool):
        return text == "True"
    if not issubclass(kind, Decimal | int):
        return text
    try:
        return Decimal(text.replace(",", "")) if issubclass(kind, Decimal) else int(text)
    except (InvalidOperation, ValueError):
        raise Trouble(400, "error.no_value", text[:80]) from None


def _boxes(claim: Claim) -> typing.Iterator[BoxField]:
    for number, quote in enumerate(claim.quotes):
        moved = claim.edit.boxes[number] if claim.edit is not None and claim.edit.boxes is not None else quote.boxes
        for place, box in enumerate(moved):
            sides = tuple((side, float(getattr(box, side))) for side in SIDES)
            yield BoxField(name=f"{number}.{place}", page_number=quote.page_number, sides=sides)


def _boxes_sent(form: Form, claim: Claim) -> tuple[tuple[Box, ...], ...] | None:
    """Return the boxes that a form has, where they are other ones.

    Raises:
        Trouble: If one is no box.
    """
    before = tuple(quote.boxes for quote in claim.quotes)
    sent = tuple(
        tuple(_box_sent(form, f"{number}.{place}", box) for place, box in enumerate(boxes))
        for number, boxes in enumerate(before)
    )
    return None if sent == before else sent


def _box_sent(form: Form, name: str, before: Box) -> Box:
    sides = {}
    for side in SIDES:
        text = form.text(f"box.{name}.{side}")
        if text and not _FIGURE.fullmatch(text):
            raise Trouble(400, "error.no_box", text[:40])
        sides[side] = float(text) if text else getattr(before, side)
    try:
        return Box(**sides)
    except ValueError as trouble:
        raise Trouble(400, "error.no_box", str(trouble)) from trouble
