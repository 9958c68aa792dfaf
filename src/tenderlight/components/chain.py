"""From the model as written to whoever owns its maker: each step with where it comes from, and of when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tenderlight.components.catalogue import catalogue
from tenderlight.model.values import ComponentValue


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One step."""

    step: str
    """"printed", "product line", "maker", "legal person", "owner"."""
    name: str
    because: str
    source: str
    """Where it comes from; of what is printed: the document itself."""
    as_of: str
    """Day, month or year of the source; empty for what is printed."""
    confidence: str
    """high, medium or low; empty for what is printed."""
    is_claim: bool = True
    """False: a reading aid, for which a source of its own is still to be found."""


def chain_of(value: ComponentValue) -> tuple[Hop, ...]:
    """Return the steps from the words to the owner of the maker, as far as the catalogue knows them."""
    return tuple(_hops(value))


def _hops(value: ComponentValue) -> Iterator[Hop]:
    known = catalogue()
    source, as_of = known.source.title, known.source.as_of
    printed = " ".join(part for part in (value.maker, value.model) if part) or value.name
    yield Hop(step="printed", name=printed, because="as written", source="the document", as_of="", confidence="")
    if value.made_by is None or value.made_by not in known.makers:
        return
    maker = known.makers[value.made_by]
    product = known.products.get(value.product or "")
    if product is not None:
        how = f"read as {value.read_as}, with signs that look alike" if value.read_as else "its name or model number"
        yield Hop(
            step="product line",
            name=product.name,
            because=how,
            source=source,
            as_of=as_of,
            confidence=product.confidence,
        )
    because = f"goods of the line {product.name}" if product is not None else f"goods under the name {value.maker}"
    yield Hop(step="maker", name=maker.name, because=because, source=source, as_of=as_of, confidence=maker.confidence)
    if value.company is not None:
        yield Hop(
            step="legal person",
            name=value.company,
            because="its registered name is printed as maker",
            source="the document",
            as_of="",
            confidence="",
        )
    if maker.owner:
        yield Hop(
            step="owner",
            name=maker.owner,
            because="a reading aid: ownership on a day needs a source of that day",
            source=source,
            as_of=as_of,
            confidence=maker.confidence,
            is_claim=False,
        )
