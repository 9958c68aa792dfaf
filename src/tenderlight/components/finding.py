"""One document's pages and line items → the products they name, each with its quote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tenderlight.components import remarks
from tenderlight.components.catalogue import catalogue
from tenderlight.components.configured import HARDWARE, configured_parts, item_of_configuration
from tenderlight.components.counted import with_counts
from tenderlight.components.counts import count_beside, count_in_cell
from tenderlight.components.makers import named_company
from tenderlight.components.naming import grade_of, has_alternatives, is_alternative, naming_scan, plain_naming
from tenderlight.components.parts import Part, parts_between, parts_in
from tenderlight.components.places import Places, items_by_page
from tenderlight.components.version import COMPONENTS_VERSION
from tenderlight.components.words import word_scan
from tenderlight.languages.normalise import flatten
from tenderlight.model.document import Page
from tenderlight.model.problem import Problem, problem
from tenderlight.model.record import Field
from tenderlight.model.statement import Anchor, Stage, Statement, StatementKind
from tenderlight.model.values import ComponentValue, Grade, LineItemValue, Naming

STEP = f"components/{COMPONENTS_VERSION}"
RULE = "components.named"
MOST = 2_000
"""Products taken of one page and of one document; what is beyond is told by a problem."""
_BEGINNING = 400
_LONGEST_MODEL = 60
_LONGEST_NAME = 80
_SHORT_BRAND = 5
_PARTIES = frozenset(
    {StatementKind.BUYER, StatementKind.AGENCY, StatementKind.SUPPLIER, StatementKind.BIDDER, StatementKind.END_USER}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """A text being searched, and how its words are quoted."""

    text: str
    places: Places
    page_number: int | None = None
    pointer: str | None = None
    items: tuple[Statement, ...] = ()
    """Line items of the whole document."""
    offset: int = 0
    """Of the text in the value at `pointer`."""
    stage: Stage | None = None
    grade: Grade | None = None

    def anchor(self, start: int, end: int) -> Anchor:
        first = start + self.offset
        return Anchor(
            start=first,
            end=end + self.offset,
            text=self.text[start:end],
            page_number=self.page_number,
            pointer=self.pointer,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Components:
    """What a document names."""

    statements: tuple[Statement, ...]
    problems: tuple[Problem, ...] = ()


def find_components(pages: Sequence[Page], facts: Sequence[Statement], *, stage: Stage | None) -> Components:
    """Return the products that a document names, those that its facts counted among them.

    A pure function of its arguments and the catalogue. What is only in the facts is returned, too, so that the result
    takes the place of their components.

    Args:
        pages: The document.
        facts: What it states: line items tell how many units, counted parts how many in each.
        stage: Of the document; None = it does not say.

    Problems: `components-many`.
    """
    items = items_by_page(facts)
    parties = [anchor for fact in facts if fact.kind in _PARTIES for anchor in fact.anchors]
    is_bid = bool(pages) and naming_scan().is_bid(flatten(pages[0].text[:_BEGINNING]))
    grade = grade_of(stage, is_bid=is_bid)
    listed = tuple(fact for fact in facts if fact.kind is StatementKind.LINE_ITEM)
    found: list[Statement] = []
    heads: Mapping[int, str] = {}
    for page in pages:
        if len(found) > MOST:
            break
        flat = flatten(page.text)
        places = Places(flat, page, items.get(page.number, ()), heads)
        heads = places.last_heads
        text = _Text(text=page.text, places=places, page_number=page.number, items=listed, stage=stage, grade=grade)
        named = _named_in(text, [one for one in parties if one.page_number == page.number])
        found += [*named, *configured_parts(page, places, listed, named, stage=stage, grade=grade)]
    counted = [fact for fact in facts if fact.kind is StatementKind.COMPONENT]
    return _bounded(with_counts(found, counted, grade=grade))


def find_in_record(statements: Sequence[Statement], fields: Sequence[Field], *, stage: Stage | None) -> Components:
    """Return the products that a notice of a structured source names: in its line items, then in its texts.

    Problems: `components-many`.
    """
    grade = grade_of(stage, is_bid=False)
    found: list[Statement] = []
    searched: set[tuple[str | None, int, int]] = set()
    texts: list[tuple[str, str | None, int, tuple[Statement, ...]]] = [
        (anchor.text, anchor.pointer, anchor.start, (one,))
        for one in statements
        if one.kind is StatementKind.LINE_ITEM
        for anchor in one.anchors
    ]
    texts += [(field.text, field.pointer, 0, ()) for field in fields]
    for text, pointer, offset, items in texts:
        place = (pointer, offset, offset + len(text))
        if any(pointer == other and offset < end and start < place[2] for other, start, end in searched):
            continue
        searched.add(place)
        places = Places(flatten(text), None, [_from_zero(item, pointer, offset) for item in items])
        found += _named_in(
            _Text(text=text, places=places, pointer=pointer, offset=offset, stage=stage, grade=grade), ()
        )
    counted = [fact for fact in statements if fact.kind is StatementKind.COMPONENT]
    return _bounded(with_counts(found, counted, grade=grade))


def _from_zero(item: Statement, pointer: str | None, offset: int) -> Statement:
    """Return a line item with the anchors at a pointer, as offsets of the text that is searched."""
    moved = tuple(
        replace(anchor, start=anchor.start - offset, end=anchor.end - offset)
        for anchor in item.anchors
        if anchor.pointer == pointer and anchor.start >= offset
    )
    return replace(item, anchors=moved or item.anchors)


def _bounded(found: Sequence[Statement]) -> Components:
    problems = (problem("components-many", step=STEP, detail=f"(more than {MOST})"),) if len(found) > MOST else ()
    return Components(statements=tuple(found[:MOST]), problems=problems)


def _named_in(text: _Text, parties: Iterable[Anchor]) -> list[Statement]:
    flat = text.places.flat
    zones = list(dict.fromkeys(text.places.brand_zones()))
    parts = parts_in(flat, zones)
    parts += [part for start, end in zones for part in _companies(flat, start, end, parts)]
    parts = sorted(parts, key=lambda part: part.start)
    taken = [(anchor.start, anchor.end) for anchor in parties]
    parts = [
        part
        for part in parts
        if (part.in_brand_zone or not any(first < part.end and part.start < last for first, last in taken))
        and _is_written_so(text.text, part)
    ]
    rows = _by_row(text, parts)
    found = [_statement(text, group, parts) for group in rows[: MOST + 1]]
    return [*found, *_of_shared_brands(text, parts)]


def _of_shared_brands(text: _Text, parts: Sequence[Part]) -> Iterator[Statement]:
    """Yield the line items whose brand stands in a cell that they share with the line above."""
    by_brand = {part.brand_span: part for part in parts if part.brand_span is not None and part.in_brand_zone}
    for item in text.places.items[:MOST]:
        value = item.value
        own = [(anchor.start, anchor.end) for anchor in item.anchors]
        shared = [by_brand[span] for span in own if span in by_brand]
        if not isinstance(value, LineItemValue) or len(shared) != 1 or not value.model:
            continue
        brand = shared[0]
        is_first = text.places.item_at(brand.start, brand.end) is item
        has_own = any(parts_between(parts, *span) for span in own if span != brand.brand_span)
        if not is_first and not has_own:
            yield _statement(text, [brand], parts, item)


def _is_written_so(text: str, part: Part) -> bool:
    """Say whether a short brand alone is in capitals or as its maker writes it: DJI is one, DjI is not."""
    if part.brand_span is None or part.model_span is not None:
        return True
    written = text[slice(*part.brand_span)]
    if len(written) > _SHORT_BRAND or not written.isascii():
        return True
    maker = catalogue().makers[part.maker]
    return written.isupper() or written in (*maker.brands, *maker.beside, *maker.ordinary)


def _companies(flat: str, start: int, end: int, parts: Sequence[Part]) -> list[Part]:
    """Return the legal person that is printed where makers stand, if it is one of the catalogue; no other is meant."""
    if parts_between(parts, start, end):
        return []
    named = named_company(flat[start:end])
    if named is None:
        return []
    return [
        Part(
            start=start + named.start,
            end=start + named.end,
            maker=named.maker,
            company=named.name,
            brand_span=(start + named.start, start + named.end),
            is_goods=True,
            in_brand_zone=True,
        )
    ]


def _by_row(text: _Text, parts: Sequence[Part]) -> list[list[Part]]:
    """Return the parts, those of one row together that are brand and model of the same thing."""
    groups: list[list[Part]] = []
    for part in parts:
        cell = text.places.cell_at(part.start)
        mate = next((group for group in reversed(groups[-4:]) if _are_one(text, group, part, cell is not None)), None)
        if mate is not None:
            mate.append(part)
        else:
            groups.append([part])
    return groups


def _are_one(text: _Text, group: Sequence[Part], part: Part, is_in_cell: bool) -> bool:
    """Say whether a brand in one cell and a model in another of the row are of one thing: no count, no part list."""
    other = group[0]
    if len(group) > 1 or other.maker != part.maker or not is_in_cell:
        return False
    first, second = text.places.cell_at(other.start), text.places.cell_at(part.start)
    if first is None or second is None or first == second or (first.table, first.row) != (second.table, second.row):
        return False
    brand, model = (other, part) if other.model_span is None else (part, other)
    is_pair = brand.model_span is None and brand.in_brand_zone and model.model_span is not None
    return is_pair and _count(text, model) is None


def _count(text: _Text, part: Part) -> Decimal | None:
    first, last, _head = text.places.clause(part.start, part.end)
    flat = text.places.flat
    beside = count_beside(flat[first : part.start], flat[part.end : last])
    if beside is not None:
        return beside
    cell = text.places.cell_at(part.start)
    if cell is None or text.places.item_at(part.start, part.end) is not None:
        return None
    row = text.places.row_of(cell)
    counts = [count_in_cell(flat[one.start : one.end]) for one in row if one.column > cell.column]
    told = [
        count
        for one, count in zip([one for one in row if one.column > cell.column], counts, strict=True)
        if count and not flat[one.start : one.end].strip().isdigit()
    ]
    return told[0] if len(told) == 1 else None


def _statement(
    text: _Text, group: Sequence[Part], parts: Sequence[Part], shared_by: Statement | None = None
) -> Statement:
    main = next((part for part in group if part.model_span is not None), group[0])
    brand = next((part.brand_span for part in group if part.brand_span is not None), None)
    item = shared_by or text.places.item_at(main.start, main.end)
    count = _count(text, main)
    value = item.value if item is not None and isinstance(item.value, LineItemValue) else None
    is_whole = value is not None and count is None and _is_whole(text, main, value)
    value = value or _item_above(text, main)
    is_unit = value is None and main.kind not in HARDWARE
    model_span = main.model_span or (_model_of_item(text, main, item, value) if is_whole else None)
    naming, against = _naming(text, main, parts, has_model=model_span is not None, is_whole=is_whole)
    words = text.text
    made = catalogue().makers[main.maker]
    if item is not None:
        against += list(item.against)
    if main.read_as is not None:
        against.append(remarks.misread(words[main.start : main.end], main.read_as))
    if made.confidence != "high":
        against.append(remarks.CONFIDENCE[made.confidence])
    quoted = sorted({*((part.start, part.end) for part in group), *([model_span] if model_span else [])})
    model = words[slice(*model_span)] if model_span is not None else None
    printed = words[slice(*brand)] if brand is not None else None
    return Statement(
        kind=StatementKind.COMPONENT,
        value=ComponentValue(
            name=_name(text, main, value if is_whole else None, printed or model or ""),
            part_of=value.name if value is not None and not is_whole else None,
            maker=printed,
            model=" ".join(model.split())[:_LONGEST_MODEL] if model is not None else None,
            quantity_per_unit=None if is_whole or is_unit else count,
            units=value.quantity if value is not None else count if is_unit else None,
            lot=value.lot if value is not None else None,
            kind=main.kind or _kind(main, value if is_whole else None),
            product=main.product,
            made_by=main.maker,
            company=main.company,
            naming=naming,
            grade=text.grade,
            read_as=main.read_as,
        ),
        anchors=tuple(dict.fromkeys(text.anchor(*span) for span in _apart(quoted))),
        rule=RULE,
        rule_version=COMPONENTS_VERSION,
        stage=text.stage,
        against=tuple(dict.fromkeys(against)),
    )


def _item_above(text: _Text, part: Part) -> LineItemValue | None:
    """Return the line item whose configuration the table of a part is, by what stands above it."""
    cell = text.places.cell_at(part.start)
    return item_of_configuration(text.places, text.items, cell) if cell is not None else None


def _apart(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return stretches without those that lie in another."""
    return [one for one in spans if not any(o != one and o[0] <= one[0] and one[1] <= o[1] for o in spans)]


def _name(text: _Text, part: Part, item: LineItemValue | None, printed: str) -> str:
    if item is not None:
        return item.name
    kind = catalogue().kinds.get(part.kind or "")
    first, last, _head = text.places.clause(part.start, part.end)
    if kind is not None:
        for word in kind.words:
            at = text.places.flat.find(flatten(word), first, last)
            if at >= 0 and not any(sign in word for sign in "*+"):
                return text.text[at : at + len(word)]
    return " ".join(printed.split())[:_LONGEST_NAME] or text.text[part.start : part.end]


def _kind(part: Part, item: LineItemValue | None) -> str | None:
    kinds = catalogue().makers[part.maker].kinds
    if item is not None:
        return word_scan().kinds_in(flatten(item.name), kinds)
    return None


def _is_whole(text: _Text, part: Part, item: LineItemValue) -> bool:
    """Say whether a product is the line item itself, by brand, model or name, and no part within it."""
    words = text.text[part.start : part.end]
    if item.brand and words in item.brand and part.in_brand_zone:
        return True
    maker = catalogue().makers[part.maker]
    kinds = (part.kind,) if part.product is not None and part.kind else maker.kinds
    is_such = word_scan().kinds_in(flatten(item.name), kinds) is not None
    others = word_scan().kinds_in(flatten(item.name), catalogue().kinds)
    if item.model and words in item.model and len(item.model) <= _LONGEST_MODEL:
        return is_such or others is None or part.kind not in HARDWARE
    return words in item.name and (is_such or part.product is None)


def _model_of_item(
    text: _Text, part: Part, item: Statement | None, value: LineItemValue | None
) -> tuple[int, int] | None:
    """Return where the model of a line item stands whose brand is known and whose model is of no known pattern."""
    if item is None or value is None or not value.model or part.product is not None:
        return None
    for anchor in item.anchors:
        if anchor.text.strip() == value.model and anchor.page_number == text.page_number:
            return anchor.start, anchor.end
    return None


def _naming(
    text: _Text, part: Part, parts: Sequence[Part], *, has_model: bool, is_whole: bool
) -> tuple[Naming, list[str]]:
    first, last, head = text.places.clause(part.start, part.end)
    clause = text.places.flat[first:last]
    inside = [one for one in parts_between(parts, first, last) if one.end <= last]
    lead = f"{head}: " if head else ""
    others = [(one.start - first + len(lead), one.end - first + len(lead)) for one in inside if one is not part]
    start, end = part.start - first + len(lead), part.end - first + len(lead)
    said = naming_scan().naming_of(lead + clause, start, end, others)
    if said is not None:
        return said, [remarks.NAMINGS[said]]
    if _is_one_of_several(text, part, inside):
        return Naming.REFERENCE, [remarks.SEVERAL]
    plain = plain_naming(text.grade, is_part=part.is_goods, is_whole_item=is_whole and has_model)
    return plain, [remarks.NAMINGS[plain]] if plain in remarks.NAMINGS else []


def _is_one_of_several(text: _Text, part: Part, inside: Sequence[Part]) -> bool:
    if has_alternatives(text.text, part.start, part.end, in_brand_zone=part.in_brand_zone):
        return True
    at = inside.index(part)
    neighbours = [(inside[at - 1], part)] if at else []
    neighbours += [(part, inside[at + 1])] if at + 1 < len(inside) else []
    for one, other in neighbours:
        between = text.places.flat[one.end : other.start]
        is_list = is_alternative(between) and ("、" not in between or text.grade is Grade.SPEC or one.in_brand_zone)
        if one.maker != other.maker and is_list:
            return True
    return False
