"""What one line or clause may say of goods, in any language, as far as its form tells: words, numbers, money, codes.

A line is taken apart where signs set its cells apart. Each cell is a number of pieces, a sum of money, a bare number,
a code, a make, something with a word before it that says what it is, or words. The first words are the name. What
is left over is kept, so that a series of like lines can tell whether it matters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tenderlight.facts.goods.like_cells import EDGES, cells_of
from tenderlight.facts.goods.like_keys import GOODS_KEYS, Key, keys_of
from tenderlight.facts.goods.like_numbers import ANY_UNIT, Number, numbers_in
from tenderlight.facts.goods.makes import apart
from tenderlight.facts.goods.words import CAPITALS, NO_CODE
from tenderlight.facts.labels.in_lines import read_label
from tenderlight.facts.names.in_values import looks_like_organisation
from tenderlight.facts.names.western import has_company
from tenderlight.facts.pages.layout import Piece
from tenderlight.languages.scripts import HAN_CLASS, has_han

_ORDINAL = re.compile(
    r"[\s\t]*(?:[-•*·–—▪▲★◆●]\s*)?(?:"
    r"(?:(?:items?|no(?=[.\s])|n[°º]|№|s/?no|s[lr]\.?\s?no|l[ií]nea|line|[ií]tem|pos|posten|position|art[íi]c(?:ulo|le|olo)|artigo|poz|"
    r"rengl[óo]n|ligne|поз|позиция|lote?|lotto|los|partida|лот|clin|编号|品项|品目|标的|分?包|序号|项)"
    r"\.?\s?(?:n[°ºo.]{0,2}|№)?\s?(?:\d{1,4}(?:\.\d{1,2})?|[一二三四五六七八九十①-⑳])\s?(?:[:.)、/–—-]+|(?=\s))\s*)|"
    rf"0\d{{1,3}}\s+|\d{{1,2}}\.\d{{1,2}}\s{{1,4}}(?=[{HAN_CLASS}]{{2}}|\d{{1,4}}[{HAN_CLASS}])|"
    r"[(]?[a-h][.)]\s+|[(]?(?:\d{1,3}(?:\.\d{1,2})?)[.)、]{1,2}(?!\d)\s*|[(][一二三四五六七八九十]{1,2}[)]\s*|"
    r"[一二三四五六七八九十]{1,3}、\s*|[①-⑳]\s*)?(?:n\.\s(?=\d))?"
)
_CODE = r"(?=[^\s]{0,24}\d)(?=[^\s]{0,24}[A-Za-zА-Яа-я])[A-Za-zА-ЯЁІЇЄҐа-я0-9][\w./+-]{1,24}"
_CODE_ALONE = re.compile(rf"[\"«“„]?(?P<model>{_CODE})[\"»”]?")
_MEASURE = re.compile(
    r"\d+(?:[.,]\d+)?\s?(?:[gtmk]b|gb?|kg|mm|cm|m|ml|l|kw|kva|va|w|v|ah|mah|mp|hz|ghz|mhz|[gк]|k|dpi|u|寸|英寸|毫米|厘米|米|核|"
    r"路|口|通道|人份|倍|万像素)(?![^\W\d_])|"
    r"\d+(?:[.,]\d+)?(?:\s?[x×*]\s?\d+(?:[.,]\d+)?){1,3}.{0,6}|[cp]at\.?\s?\d\w{0,2}$|ip\d\d$",
    re.IGNORECASE,
)
_CAPITAL = rf"[A-ZÀ-ÞА-ЯЁІЇЄҐ][^\W\d_{HAN_CLASS}]{{1,19}}"
_MADE = re.compile(
    rf"[\"«“„]?(?P<brand>[{HAN_CLASS}]{{2,6}}(?<![型号格])|{_CAPITAL}(?:[ -]{_CAPITAL})?(?![^\W_]))[\"»”]?"
    rf"(?:牌)?[ /]?\s?(?P<model>{_CODE})(?:\s(?P<rest>\S{{1,12}}))?"
)
_CAPITALS = re.compile(rf"(?:(?P<brand>[{HAN_CLASS}]{{2,6}})\s?)?(?P<model>{CAPITALS})")
_MAKE = re.compile(
    rf"[{HAN_CLASS}]{{2,6}}|[A-ZÀ-ÞА-ЯЁІЇЄҐ][^\W\d_{HAN_CLASS}]{{1,19}}(?: [A-ZÀ-ÞА-ЯЁ][^\W\d_]{{1,19}})?"
)
_NOTHING = frozenset({"等", "等等", "etc", "", "-", "–", "—", "/", "无", "n/a", "na", "s/d"})
_JOINT = re.compile(r"(?:and|y|e|et|и|та|und|和|与|及|و|of|de|at|por|à|a)(?:\s|$)")
_LOT = re.compile(
    r"(?:采购包|合同包|分包|标包|包组|包|标段|标项|第|lote?|лот)\s?[\d一二三四五六七八九十]{1,3}(?:包|标段)?"
)
_LONG = 24
_ANNEX = re.compile(r"(?:seg[úu]n|according|as per|see|annex|anexo|appendix|attached|приложени|详见|见附|anlage|serie)")
"""What refers to another paper."""
_UNIT_ALONE = re.compile(ANY_UNIT)
_MODELLED = re.compile(r"\d|[A-Z]{2}")
_QUOTES = '"«»“”„'
_FEWEST_LETTERS = 2


@dataclass(slots=True, kw_only=True)
class Entry:
    """What an entry says of goods, as far as its form tells."""

    name: Piece | None = None
    brand: str | None = None
    model: str | None = None
    unit: str | None = None
    numbers: list[Number] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)
    """Cells that are none of all that."""
    is_listed: bool = False


def read_entry(piece: Piece, work: str, decimal_mark: str | None) -> Entry:
    """Return what a line or clause says of goods; `work` is its text with the signs that set cells apart made plain."""
    lead = _ORDINAL.match(work)
    begins = lead.end() if lead else 0
    entry = Entry(is_listed=bool(lead and lead[0].strip()))
    taken: list[tuple[int, int]] = []
    keys = list(keys_of(work, begins))
    for key in keys:
        _take(entry, key, piece.part(key.start, key.end).stripped(EDGES + _QUOTES))
        if key.kind != "figure":
            taken.append((key.at, key.start if key.kind == "lead" else key.end))
    entry.numbers = list(numbers_in(work, begins, decimal_mark, taken))
    taken += [(0, begins), *((number.start, number.end) for number in entry.numbers)]
    leads = [key for key in keys if key.kind == "lead"]
    cells = [one for one in cells_of(piece, work, taken) if _says_something(one[0].flat)]
    for at, (cell, is_hard) in enumerate(cells):
        _read_cell(entry, cell, cells[at + 1][0] if at + 1 < len(cells) else None, is_hard=is_hard)
    if entry.name is None and leads:
        entry.name = piece.part(leads[0].at, leads[0].start).stripped(EDGES)
    _split_name(entry)
    return entry


def _take(entry: Entry, key: Key, value: Piece) -> None:
    """Take up what a label inside an entry says."""
    if key.kind not in {"brand", "model", "unit", "name"} or value.flat in _NOTHING:
        return
    if key.kind == "name":
        entry.name = entry.name or value
    elif key.kind == "model" and (_MEASURE.match(value.flat) or not _MODELLED.search(value.text)):
        return
    elif key.kind == "model" and (made := _MADE.fullmatch(value.text)) is not None and entry.brand is None:
        entry.brand, entry.model = made["brand"], entry.model or made["model"]
    elif getattr(entry, key.kind) is None:
        setattr(entry, key.kind, value.text)


def _says_something(flat: str) -> bool:
    return (
        flat not in _NOTHING and not _LOT.fullmatch(flat) and not _JOINT.fullmatch(flat) and any(map(str.isalnum, flat))
    )


def _read_cell(entry: Entry, cell: Piece, following: Piece | None, *, is_hard: bool) -> None:
    """Take up a cell of words: a unit, the name, a make or model; a company is none of the goods; or left over."""
    flat, text = cell.flat, cell.text
    if entry.unit is None and _UNIT_ALONE.fullmatch(flat):
        entry.unit = text
    elif entry.name is None:
        if sum(map(str.isalpha, flat)) < _FEWEST_LETTERS:
            entry.rest.append(text)
        elif not _is_label(flat):
            entry.name = cell
    elif (made := _made(text) or _capitals(entry.name, text)) is not None and (entry.model is None or made[1] is None):
        entry.brand, entry.model = entry.brand or made[0], entry.model or made[1]
    elif flat.startswith("m/s") or has_company(text) or (has_han(flat) and looks_like_organisation(text)):
        return
    elif _is_make(entry, text, following):
        entry.brand = text
    elif not is_hard and _is_rest_of_name(entry, cell):
        entry.name = Piece(sheet=cell.sheet, start=entry.name.start, end=cell.end)
    elif not (is_hard and (_MEASURE.match(flat) or len(text) >= _LONG)) and not _ANNEX.search(flat):
        entry.rest.append(text if is_hard else f",{text}")


def _is_rest_of_name(entry: Entry, cell: Piece) -> bool:
    """Say whether a cell behind a comma goes on with the name before it: "Cloud licence, 3 years"."""
    name = entry.name
    if name is None or has_han(cell.flat) or entry.brand is not None or _ANNEX.search(cell.flat):
        return False
    return name.sheet is cell.sheet and cell.sheet.flat[name.end : cell.start] == ", "


def _is_make(entry: Entry, text: str, following: Piece | None) -> bool:
    """Say whether a cell is the make before the code of a model."""
    if following is None or entry.brand is not None or entry.model is not None:
        return False
    return _MAKE.fullmatch(text) is not None and _CODE_ALONE.fullmatch(following.text) is not None


def _split_name(entry: Entry) -> None:
    """Take make and model off the end of a name."""
    if entry.name is None or entry.model is not None:
        return
    entry.name, entry.brand, entry.model = apart(entry.name, entry.brand)


def _capitals(name: Piece, text: str) -> tuple[str | None, str | None] | None:
    """Return make and model of a cell behind a Chinese name whose code is all capitals, or None."""
    found = _CAPITALS.fullmatch(text) if has_han(name.flat) else None
    return (found["brand"], found["model"]) if found is not None else None


def _is_label(flat: str) -> bool:
    """Say whether words are the label of goods, not goods: 标的, 商品."""
    hit = read_label(flat) if has_han(flat) else None
    return hit is not None and hit.meaning in GOODS_KEYS and flat in hit.label


def _made(text: str) -> tuple[str | None, str | None] | None:
    """Return make and model of a cell by its look, or None."""
    if _MEASURE.fullmatch(text) or NO_CODE.match(text):
        return None
    code = _CODE_ALONE.fullmatch(text)
    if code is not None:
        return (None, code["model"])
    made = _MADE.fullmatch(text)
    if made is None or NO_CODE.match(made["model"]) or _MEASURE.fullmatch(made["model"]):
        return None
    return (made["brand"], made["model"]) if made["rest"] is None or _MEASURE.fullmatch(made["rest"]) else None
