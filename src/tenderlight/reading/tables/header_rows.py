"""The head of a table: which rows at its top say what stands in the columns below them.

Three kinds of evidence count: cells merged in the way of a head, columns that hold figures below a word, and words that
heads are made of in many languages. Where labels stand beside their values there is no head, and none is made up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tenderlight.languages.scripts import HAN_CLASS
from tenderlight.model.document import Cell

_MOST_HEADER_ROWS = 5
_MOST_ROWS = 40
"""Rows looked at."""
_LONGEST_HEAD = 60
_LEAST_FILLED = 0.6
_LEAST_FIGURES = 0.6
_WORDS = re.compile(
    "序号|编号|編號|序號|名称|名稱|品名|项目|項目|规格|規格|型号|型號|参数|參數|品牌|单位|單位|数量|數量|单价|單價|总价|總價|合价|"
    "金额|金額|价格|價格|报价|合计|备注|備註|说明|說明|内容|內容|要求|技术|技術|日期|时间|地点|供应商|供應商|厂商|厂家|产地|比例|"
    "得分|评分|分值|权重|标准|標準|类别|類別|类型|指标|次数|姓名|电话|地址|工程量|特征|偏离|响应|条款|因素|分类|"
    r"\b(?:no|nr|item|items|description|name|unit|units|quantity|qty|price|rate|amount|total|cost|value|date|code|remarks?|"
    r"notes?|brand|make|model|specifications?|supplier|vendor|contractor|buyer|category|class|type|year|period|status|score|"
    r"points|weight|requirements?|response|lot|county|city|state|country|company|number|address|reference|ref|criteri(?:on|a)|"
    r"наименование|кол-во|количество|ед|цена|сумма|стоимость|п/п|описание|дата|"
    r"descri(?:ção|ción|ption)|quantidade|valor|unidade?|désignation|quantité|prix|montant|cantidad|precio|importe|"
    r"bezeichnung|menge|preis|einheit|betrag)\b|№",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"[\s\d.,%‰¥￥$€£()（）+\-–—/:：年月日元万亿×=]*|(?:[A-Z]{3}|RMB|US\$)?\s*[\d.,]+\s*(?:元|万元|%)?"
)
_PERIOD = re.compile(r"(?:19|20)\d\d(?:\s*年.*|\s*[-/–]\s*(?:(?:19|20)?\d\d))?")
"""2018, 2018年1-3月, 2017/18: years head columns of figures."""
_SPACED = re.compile(rf"(?<=[{HAN_CLASS}])\s+(?=[{HAN_CLASS}])")
_MOST_FILLED_OF_FORM = 0.2
"""Share of filled cells below the head of a form that is yet to be filled in."""
_LABELLED = re.compile(r"\w\s*[:：]")
_MOST_TITLES = 8
_DIGIT = re.compile(r"\d")
_SENTENCE_END = re.compile(r"[。；;]\s*$|[.!?]\s*$(?<=\w\w\w\w.)")


class _Row(NamedTuple):
    cells: list[tuple[Cell, str]]

    @property
    def end(self) -> int:
        """The row after the last that a cell of it reaches into."""
        return max(cell.row + cell.row_span for cell, _ in self.cells)


def find_header_rows(cells: Iterable[tuple[Cell, str]], *, row_count: int, column_count: int) -> int:
    """Return how many rows at the top of a table are its head, titles above it included.

    Args:
        cells: In row order, each with its text.
        row_count: Rows of the table.
        column_count: Columns of the table.

    Returns:
        0 if no head can be told from what it would stand over.
    """
    rows = _rows(cells)
    first = 0
    while first in rows and first < _MOST_TITLES and is_title(rows[first].cells, column_count):
        first += 1
    if column_count < 2 or first not in rows:
        return 0
    ends = {_end_of_group(rows, first), first + 1}
    for end in sorted(ends, reverse=True):
        if end < row_count and end - first <= _MOST_HEADER_ROWS and _is_head(rows, first, end, column_count):
            return end
    return 0


def _rows(cells: Iterable[tuple[Cell, str]]) -> dict[int, _Row]:
    rows: dict[int, _Row] = {}
    for cell, text in cells:
        if cell.row >= _MOST_ROWS:
            break
        rows.setdefault(cell.row, _Row([])).cells.append((cell, " ".join(text.split())))
    return rows


def is_title(row: Iterable[tuple[Cell, str]], column_count: int) -> bool:
    """Say whether a row at the top of a table is a title, or says something of the whole table ("Unit: euro")."""
    filled = [(cell, text) for cell, text in row if text.strip()]
    if len(filled) < 2:
        return not filled or filled[0][0].column_span in {1, column_count}
    return 2 * len(filled) <= column_count and all(_LABELLED.search(text) for _, text in filled)


def _end_of_group(rows: dict[int, _Row], first: int) -> int:
    """Return where a head of several rows ends: cells over several columns beside cells over several rows."""
    row = rows[first]
    end = row.end
    if any(cell.column_span > 1 for cell, _ in row.cells):
        return max(end, first + 2)
    return end


def _is_head(rows: dict[int, _Row], first: int, end: int, column_count: int) -> bool:
    heads = _lowest(rows, first, end)
    if not _may_be_head(heads, column_count):
        return False
    if any(cell.row + cell.row_span > end for row in range(first, end) if row in rows for cell, _ in rows[row].cells):
        return False
    below = [rows[row] for row in sorted(rows) if row >= end]
    body = _columns(below, column_count)
    words = sum(map(is_head_word, heads.values()))
    if words < len(heads) and is_head_word(heads.get(0, "")) and _are_labels(body[0]):
        return False
    is_form = len(below) > 1 and sum(map(len, body)) <= _MOST_FILLED_OF_FORM * column_count * len(below)
    if is_form and len(heads) == column_count > 2:
        return True
    figures = sum(
        bool(texts) and sum(map(is_figure, texts)) >= _LEAST_FIGURES * len(texts)
        for texts in (body[column] for column in heads)
    )
    if column_count == 2:
        return words == 2 or (words == 1 and figures >= 1)
    return figures >= 2 or (figures >= 1 and words >= 1) or words >= max(2, _LEAST_FILLED * len(heads))


def is_head_word(head: str) -> bool:
    """Say whether a text has a word in it that heads are made of; 项 目 is one word."""
    return _WORDS.search(_SPACED.sub("", head)) is not None


def _are_labels(texts: Sequence[str]) -> bool:
    """Say whether the cells below a label are labels too: then their values stand beside them, and there is no head."""
    return bool(texts) and sum(map(is_head_word, texts)) * 2 > len(texts)


def _lowest(rows: dict[int, _Row], first: int, end: int) -> dict[int, str]:
    """Return the lowest filled cell of the head over each column, by the column it begins at.

    A row of numbers that count the columns, as forms have it under their heads, is passed over.
    """
    found: dict[int, str] = {}
    for row in range(first, end):
        for cell, text in rows[row].cells if row in rows else ():
            if text and not (cell.column in found and is_figure(text)):
                found[cell.column] = text
    return found


def _may_be_head(heads: dict[int, str], column_count: int) -> bool:
    if len(heads) < 2 or len(heads) < _LEAST_FILLED * column_count:
        return False
    texts = list(heads.values())
    if any(len(text) > _LONGEST_HEAD or _SENTENCE_END.search(text) for text in texts):
        return False
    if any(is_figure(text) and not _PERIOD.fullmatch(text) for text in texts) or all(map(is_figure, texts)):
        return False
    return not any(text.endswith((":", "：")) for text in texts)


def _columns(body: Sequence[_Row], column_count: int) -> list[list[str]]:
    columns: list[list[str]] = [[] for _ in range(column_count)]
    for row in body:
        for cell, text in row.cells:
            if text and cell.column_span == 1 and cell.column < column_count:
                columns[cell.column].append(text)
    return columns


def is_figure(text: str) -> bool:
    """Say whether a text is a figure, an amount or a date, and no word."""
    return len(text) <= _LONGEST_HEAD and _FIGURE.fullmatch(text) is not None and _DIGIT.search(text) is not None
