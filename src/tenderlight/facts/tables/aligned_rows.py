"""Rows of Chinese tables of goods whose columns are one blank apart and whose cells may hold blanks themselves.

"1 视频加固 终端准入系统 奇安信 1 1352000 TQ-NAC V8" has one word more than its head. Its words are laid out under the
heads by what each kind of cell may hold: a number, a sum, a Han name, a make, the code of a model. Of all ways to do so
the cheapest counts, and none if two are as cheap.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise

from tenderlight._generated.makes import MAKES
from tenderlight.facts.labels.hits import Hit
from tenderlight.facts.names.in_values import looks_like_organisation
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.words.vocabulary import AMOUNTS, PARTIES, Meaning
from tenderlight.languages.scripts import HAN_CLASS, has_han

_FEWEST_HEADS, _MOST_HEADS = 5, 12
_MOST_JOINS = 4
"""So many words more than heads a row may have."""
_MOST_EMPTY = 2
"""So many words fewer than heads a row may have."""
_LONGEST_ROW = 200
_NEVER = 100
"""The cost of words that cannot stand in a cell."""
_FOREIGN = 3
"""The cost of a join that the kind of cell hardly has."""
_EMPTY = 5
"""The cost of a cell without words."""
_INDEX = re.compile(r"[a-z]?\d{1,4}(?:[-.]\d{1,4}){0,2}[.、]?")
_COUNT = re.compile(r"\d[\d,]{0,9}(?:\.\d{1,2})?\s?[(]?[^\d\s()]{0,4}[)]?|[/—-]")
_MONEY = re.compile(r"[¥￥]?\d[\d,]{0,14}(?:\.\d{1,6})?\s?(?:[(]?(?:万?元|人民币)[)]?)?(?:/[^\s\d]{1,3})?|[/—-]")
_UNIT = re.compile(rf"[{HAN_CLASS}]{{1,4}}(?:/[{HAN_CLASS}])?|[a-z]{{1,4}}|[/—-]")
_NUMBER = re.compile(r"[\d.,]+")
_GLUED = re.compile(rf"[{HAN_CLASS})）]/?[A-Z][A-Za-z]{{0,8}}[-/][A-Za-z\d]|[{HAN_CLASS}]/[A-Z]")
"""A make or model that stands in the cell of a name."""
_LEADING = re.compile(r"\d{1,3}[A-Z]{1,2}|[A-Z]{1,4}")
"""What a Han name may begin with before a blank: 4G 路由器."""
_NOTHING = frozenset({"/", "-", "—", "--", "——", "无"})
_NAMES = frozenset({Meaning.ITEM_NAME, Meaning.NAME, Meaning.LOT_NAME, Meaning.TITLE})
_MONEY_COLUMNS = AMOUNTS | {Meaning.UNIT_PRICE, Meaning.ITEM_TOTAL}
_INDEXES = frozenset({"序号", "品目号", "编号", "项号", "标的序号"})
_LONGEST_BRAND = 8

_THING = re.compile(
    r".{0,4}(?:摄像机|摄像头|录像机|交换机|路由器|服务器|支架|硬盘|电源|显示器|显示屏|打印机|投影仪|机柜|网线|线缆|终端|软件|平台|系统|主机|电脑)"
)
"""Words for things, which are no makes: they belong to the name."""
_KIND = re.compile(
    r"国产|进口|定制|标准|通用|优质|普通|一般|知名品牌|.{1,4}[级式型款色版]|超?[五六七]类.{0,2}|[千百万]兆.{0,2}|[单多]模.{0,2}|[单双四]芯|"
    r".{0,3}纤维|.{0,3}钢|铝|铜|铁|铝合金|.{0,2}合金|凯夫拉|芳纶|.{0,2}塑料|.{0,2}橡胶|牛皮|真皮|人造革|纯棉|涤纶|尼龙|实木|木质|"
    r"陶瓷|玻璃|亚克力|聚乙烯|聚氨酯|硅胶|皮革|棉|布|PE|PVC|ABS|酷睿|至强|锐龙|骁龙|龙芯|飞腾"
)
"""Words for kinds, materials and classes, which are no makes."""
_MEASURE = re.compile(r"\d+(?:\.\d+)?[A-Za-z寸米]{0,2}")

Words = tuple[str, ...]
_Way = tuple[int, tuple[int, ...]]
"""What a way to lay words out costs, and how many words each cell has."""


def aligned(words: Sequence[Piece], heads: Sequence[Hit]) -> list[Piece | None] | None:
    """Return the cell under each head of a table of goods (None = an empty one), or None if no one way is the best.

    Args:
        words: The words of a row, as blanks part them.
        heads: What the heads of the columns mean.
    """
    kinds = {head.meaning for head in heads}
    extra = len(words) - len(heads)
    if not _FEWEST_HEADS <= len(heads) <= _MOST_HEADS or not -_MOST_EMPTY <= extra <= _MOST_JOINS or not words:
        return None
    if not kinds & _NAMES or not {Meaning.ITEM_QUANTITY, Meaning.UNIT_PRICE} <= kinds:
        return None
    if words[-1].end - words[0].start > _LONGEST_ROW or sum(word.flat[0].isdigit() for word in words) < 2:
        return None
    costs = [_cost_of(head) for head in heads]
    ways = _ways(tuple(word.text for word in words), costs)
    if not ways or (len(ways) > 1 and ways[0][0] == ways[1][0]):
        return None
    cells: list[Piece | None] = []
    at = 0
    for length in ways[0][1]:
        first = words[at] if length else None
        cells.append(Piece(sheet=first.sheet, start=first.start, end=words[at + length - 1].end) if first else None)
        at += length
    empty = any(cell is None and head.meaning is Meaning.ITEM_MODEL for cell, head in zip(cells, heads, strict=True))
    glued = empty and any(cell is not None and _GLUED.search(cell.text) for cell in cells)
    return None if glued else cells


def _ways(words: Words, costs: Sequence[Callable[[Words], int]]) -> list[_Way]:
    """Return the two cheapest ways to lay words out under columns, the cheaper first."""
    reached: dict[int, list[_Way]] = {0: [(0, ())]}
    for cost_of in costs:
        further: dict[int, list[_Way]] = {}
        for at, ways in reached.items():
            for length in range(min(len(words) - at, _MOST_JOINS + 1) + 1):
                cost = cost_of(words[at : at + length])
                if cost < _NEVER:
                    further.setdefault(at + length, []).extend(
                        (before + cost, (*lengths, length)) for before, lengths in ways
                    )
        reached = {at: sorted(ways)[:2] for at, ways in further.items()}
    return reached.get(len(words), [])


def _cost_of(head: Hit) -> Callable[[Words], int]:
    """Return what tells how ill a run of words fits under a head."""
    if head.meaning in _NAMES:
        return _of_name
    if head.meaning is Meaning.ITEM_BRAND:
        return _of_brand
    if head.meaning is Meaning.ITEM_MODEL:
        return _of_model
    if head.meaning in PARTIES:
        return lambda words: 0 if len(words) == 1 and looks_like_organisation(words[0]) else _NEVER
    pattern = _pattern_of(head)
    if pattern is None:
        return _of_any
    return lambda words: _of_pattern(words, pattern, is_unit=pattern is _UNIT)


def _pattern_of(head: Hit) -> re.Pattern[str] | None:
    """Return the one form that cells under a head have; None if they may have any."""
    if head.meaning in _MONEY_COLUMNS:
        return _MONEY
    if head.meaning is Meaning.NO_NUMBER or head.label in _INDEXES:
        return _INDEX
    if head.meaning is Meaning.ITEM_QUANTITY:
        return _COUNT
    return _UNIT if head.meaning is Meaning.ITEM_UNIT else None


def _of_pattern(words: Words, pattern: re.Pattern[str], *, is_unit: bool) -> int:
    """Return the cost of words under a head whose cells have one form; a number and its unit may be apart."""
    if not words:
        return _EMPTY if is_unit else _NEVER
    written = " ".join(words).lower().replace("（", "(").replace("）", ")").replace("，", ",")
    is_whole = len(words) == 1 or (len(words) == 2 and pattern is _COUNT and not words[1][0].isdigit())
    return len(words) - 1 if is_whole and pattern.fullmatch(written) else _NEVER


def _of_any(words: Words) -> int:
    """Return the cost of words under a head that may have any: remarks, places, demands."""
    return _FOREIGN * (len(words) - 1) if words else _EMPTY + 1


def _of_name(words: Words) -> int:
    if not words or _NUMBER.fullmatch(words[-1]) or not any(map(has_han, words)):
        return _NEVER
    if any(has_han(left) and has_han(right) for left, right in pairwise(words)):
        return _NEVER
    return _FOREIGN * (len(words) - 1) - (_LEADING.fullmatch(words[0]) is not None)


@lru_cache(maxsize=1024)
def _of_brand(words: Words) -> int:
    """Return the cost of words as a make: one of letters, several in one script only if they are a known one."""
    if not words:
        return _EMPTY
    written = " ".join(words)
    is_known = words[-1] in MAKES and not any(map(has_han, words[:-1]))
    if written in _NOTHING or written in MAKES or (is_known and "".join(words).isalpha()):
        return 0
    is_long = has_han(written) and len(written) > _LONGEST_BRAND * len(words)
    if is_long or any(map(_NUMBER.fullmatch, words)) or (len(words) > 1 and all(map(has_han, words))):
        return _NEVER
    return _FOREIGN * (len(words) - 1 + any(map(str.isdigit, written)))


@lru_cache(maxsize=1024)
def _of_model(words: Words) -> int:
    """Return the cost of words as the code of a model: letters and figures; Han words are said of it at most."""
    if not words:
        return _EMPTY
    if words[0] in _NOTHING:
        return 0 if len(words) == 1 else _NEVER
    figures = sum(2 for word in words if _NUMBER.fullmatch(word))
    said = sum(1 for word in words if has_han(word))
    if len(words) > 1 and said == len(words):
        return _NEVER
    return figures + said + (len(words) - 1) * (_FOREIGN if said else 1)


def doubtful(heads: Sequence[Hit], cells: Sequence[Piece | None]) -> frozenset[Meaning]:
    """Return the meanings of the cells of a Chinese row that cannot be trusted: kinds or things stand for makes.

    In a row with another number of words than its head, a make must be known, or be one Han word with a code behind it.

    Args:
        heads: What the heads of the columns mean.
        cells: The cell under each head; None = an empty one.
    """
    found = {head.meaning: cell.text for head, cell in zip(heads, cells, strict=False) if cell is not None}
    if Meaning.ITEM_BRAND not in {head.meaning for head in heads}:
        return frozenset()
    brand, model = found.get(Meaning.ITEM_BRAND, ""), found.get(Meaning.ITEM_MODEL, "")
    made = frozenset({Meaning.ITEM_BRAND, Meaning.ITEM_MODEL})
    if brand not in MAKES and (_KIND.fullmatch(brand) or is_thing(brand)):
        return made
    is_guessed = sum(len(cell.text.split()) for cell in cells if cell is not None) != len(heads)
    return made if is_guessed and not _is_certain(brand, model) else frozenset()


def is_thing(written: str) -> bool:
    """Say whether what stands for a make is a Chinese word for a thing, which belongs to the name before it."""
    return _THING.fullmatch(written) is not None


def _is_certain(brand: str, model: str) -> bool:
    """Say whether a make and model that a guess laid out can be divided in no other way."""
    if brand in _NOTHING or brand in MAKES or (brand.split()[-1:] and brand.rsplit(maxsplit=1)[-1] in MAKES):
        return True
    if not brand:
        return model == "" or model in _NOTHING or (" " not in model and not _MEASURE.fullmatch(model))
    if " " in brand or not all(map(has_han, brand)):
        return " " not in brand and " " not in model
    return model == "" or model in _NOTHING or not has_han(model[0])
