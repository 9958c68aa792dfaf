"""Pages → entries: the pairs of label and value of running text, of key-value tables and of tables with a head.

The walk goes through lines and tables in reading order and remembers the heading and the lot it is under. Chapters of a
tender file that are models, forms or scoring are passed over: nothing in them is stated of this procedure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tenderlight.facts.fields.asked_names import asks_name, asks_until, named_below, without_asking
from tenderlight.facts.fields.chapters import chapter_named, is_model, says_needs
from tenderlight.facts.fields.lot_names import (
    begins_with_lot,
    by_lot,
    is_code_of_lot,
    is_second_price,
    lot_name,
    lot_of_sentence,
    number_first,
    void_in_sentences,
)
from tenderlight.facts.fields.told_below import told_below
from tenderlight.facts.fields.totals_of_lots import totals_in_their_lots
from tenderlight.facts.fields.trimming import is_list_row, is_one_of_many, is_told_in_one_line, passed_over, plain, trim
from tenderlight.facts.labels.hits import Hit, may_be_value
from tenderlight.facts.labels.in_lines import find_labels, read_label
from tenderlight.facts.names.in_values import looks_like_organisation
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Grid, Piece, blocks, lines_of
from tenderlight.facts.tables.columns import read_on, read_run, read_spaced
from tenderlight.facts.tables.grids import Head, Pair, read_rows
from tenderlight.facts.words.lot_keys import OF_THE_WHOLE, half_width
from tenderlight.facts.words.vocabulary import (
    AMOUNTS,
    BIDS,
    DATES,
    ITEMS,
    PARTIES,
    PASSED_OVER,
    Meaning,
    Section,
    section_of,
)
from tenderlight.languages.scripts import has_han
from tenderlight.model.document import Page

_TOP_HEADING = re.compile(r"^\s*[一二三四五六七八九十]{1,3}\s*[、.]")
_LONGEST_HEADING, _MOST_ENUMERATED = 40, 200
_REMARKS = frozenset({"备注", "说明", "其他", "备注信息", "其他说明"})
_FEES = re.compile(r"收费|服务费|代理费|专家|评委|保证金")
_LEAVES_IGNORED = frozenset(
    {Meaning.BUYER, Meaning.AGENCY, Meaning.PUBLICATION_DATE, Meaning.PROJECT_NUMBER, Meaning.AWARD_DATE, Meaning.TITLE}
)
"""Labels of the notice as a whole: a line that begins with one is no longer under the heading before it."""
_OF_LISTS = (ITEMS - {Meaning.UNIT_PRICE, Meaning.ITEM_TOTAL}) | {Meaning.NAME, Meaning.LOT, Meaning.OTHER}
_OF_WINNER = ("中选", "中标", "成交")
"""Words before a label of goods that say that they are those of who won, under a heading over all bids."""
_TOLD_BY_LOT = frozenset({Meaning.SUPPLIER, Meaning.AWARD_AMOUNT, Meaning.PARTY, Meaning.BUDGET, Meaning.CEILING})
_LETTER = re.compile(r"[^\W\d_]")
_MOST_BARE_LABELS = 2  # one after the other: more of them are the head of a table whose cells are lost
_ENDS_WITH_SENTENCE = PARTIES | DATES
"""What a value ends with the sentence it stands in: no name and no day goes on behind a full stop."""
_MAY_GO_ON = PARTIES | {Meaning.TITLE}
_CURRENCY_LINE = re.compile(r"[(]?(?:人民币|rmb|cny|¥|港币|新台币|nt\$|hk\$)[)]?[:]?")
"""A value that stops before its figure: the line was broken there."""
_CURRENCY_TOLD = re.compile(r"(?:moneda|moeda|currency|devise|divisa|валюта)[^:\n]{0,30}:\s?\S")
_UNIT_LINE = re.compile(r"\s*[(]?\s*(?:人民币)?[百千万亿]*元\s*[)]?\s*")


def read_entries(pages: Iterable[Page], *, skip_models: bool) -> list[Entry]:
    """Return the entries of a document in reading order.

    Args:
        pages: Pages in order.
        skip_models: Pass over chapters that hold contract models, forms, scoring and specifications (tender files).
    """
    walk = _Walk(skip_models=skip_models)
    for page in pages:
        walk.page(page)
    return walk.finished()


class _Walk:
    """The state of one walk through one document."""

    def __init__(self, *, skip_models: bool) -> None:
        self.entries: list[Entry] = []
        self._skip_models = skip_models
        self._excluded = False
        self._items_only = False
        """The chapter says what is needed: its lists of goods are read, and nothing else."""
        self._section: Section | None = None
        self._lot: str | None = None
        self._row = 0
        self._grids = 0
        self._pending: Hit | None = None
        self._before: Meaning | None = None
        self._whole: Hit | None = None
        """A price whose parts are told first."""
        self._bare_labels = 0
        self._numbered: set[str] = set()
        """Numbers of lots that tables have instead of their names."""
        self._head: Head | None = None
        """Of the latest table: it may go on on the next page."""
        self._heads: tuple[Hit, ...] = ()
        """Of the latest table whose columns blanks set apart."""

    def page(self, page: Page) -> None:
        """Walk through one page."""
        lines: list[Piece] = []
        for block in blocks(page):
            if isinstance(block, Piece):
                lines.append(block)
                continue
            self._lines(lines)
            lines = []
            self._grid(block)
        self._lines(lines)

    def finished(self) -> list[Entry]:
        """Return the entries; a number that all rows of lots share is that of the whole."""
        if len(self._numbered) != 1:
            return totals_in_their_lots(self.entries)
        return [replace(one, lot=None) if one.lot in self._numbered else one for one in self.entries]

    def _lines(self, lines: Sequence[Piece]) -> None:
        at = 0
        while at < len(lines):
            line = lines[at]
            if self._pending is None and not _LETTER.search(line.sheet.flat, line.start, line.end):
                at += 1
                continue
            self._chapter(line)
            if self._excluded:
                at += self._line_of_needs(lines, at) if self._items_only else 1
                continue
            run = read_run(lines, at) or read_spaced(lines, at) or read_on(lines, at, self._heads)
            if run is not None:
                self._pending, self._heads = None, run.heads
                for pairs in run.rows:
                    self._pairs(pairs)
                at += run.length
                continue
            at += self._line(lines, at)
        self._pending = None

    def _line_of_needs(self, lines: Sequence[Piece], at: int) -> int:
        """Read a line of a chapter that says what is needed: a list of goods, the number and name of the procedure."""
        run = read_spaced(lines, at)
        if run is not None:
            for pairs in run.rows:
                self._pairs(pairs)
            return run.length
        hits = find_labels(lines[at].flat)
        if hits and hits[0].meaning in {Meaning.PROJECT_NUMBER, Meaning.TITLE} and not hits[0].strict:
            self._hits(lines[at], hits[:1], lines, at)
        return 1

    def _chapter(self, line: Piece) -> None:
        name = chapter_named(line.flat)
        if name is not None:
            self._excluded = self._skip_models and is_model(name)
            self._items_only = self._excluded and says_needs(name)
            self._section = self._lot = None

    def _line(self, lines: Sequence[Piece], at: int) -> int:
        """Read one line; return how many lines were used."""
        line = lines[at]
        flat = line.flat
        if asks_name(self._pending, flat):
            return 1
        is_one = len(flat) <= _LONGEST_HEADING and not flat.endswith(".") and not _CURRENCY_TOLD.match(flat)
        whole = read_label(flat) if is_one else None
        if whole is not None:
            return self._label_line(lines, at, whole)
        self._bare_labels = 0
        self._void(line)
        hits = find_labels(flat)
        if self._pending is not None and (not hits or hits[0].start > asks_until(self._pending, hits, flat)):
            value = line.part(0, hits[0].start if hits else len(flat))
            used = self._emit_pending(value, lines, at) if may_be_value(flat, hits) else 0
            if used:
                self._pending = None
                if hits:
                    self._hits(line, hits, lines, at)
                return used
        if hits:
            self._whole, hits = told_below(self._pending, self._whole, named_below(self._pending, hits, flat))
            self._pending = None
            if _TOP_HEADING.match(flat) and hits[0].section is None:
                heading = passed_over(flat[: min(hits[0].value_start, _LONGEST_HEADING)])
                is_told = self._section in BIDS or heading in BIDS or _FEES.search(flat[: hits[0].value_start])
                self._section = heading if is_told else None if self._section in PASSED_OVER else self._section
            return 1 + self._hits(line, hits, lines, at)
        if _TOP_HEADING.match(flat):
            self._section = passed_over(flat[:_LONGEST_HEADING])
            self._lot = None
        return 1

    def _void(self, line: Piece) -> None:
        """Take up that a lot ended without a supplier, where a sentence says so ("本包因…废标")."""
        for lot, value in void_in_sentences(line, self._lot):
            self.entries.append(Entry(meaning=Meaning.STATUS, label="", value=value, order=len(self.entries), lot=lot))

    def _label_line(self, lines: Sequence[Piece], at: int, whole: Hit) -> int:
        """A line that is nothing but a label: its value follows, perhaps behind a colon on the next line."""
        flat = lines[at].flat
        section = section_of(whole.label)
        if section is not None or _TOP_HEADING.match(flat):
            self._enter(section)
        if whole.lot:
            self._lot = plain(half_width(lines[at].text[slice(*whole.lot)]))
        if whole.meaning in {Meaning.OLD, Meaning.NEW}:
            self._before = whole.meaning
        self._bare_labels += 1
        self._pending = whole if self._bare_labels <= _MOST_BARE_LABELS else None
        if at + 1 < len(lines) and lines[at + 1].flat.lstrip().startswith(":"):
            following = lines[at + 1]
            rest = following.part(following.flat.index(":") + 1, len(following.flat))
            if rest.flat.strip():
                self._emit(whole, rest, lines[at + 2] if at + 2 < len(lines) else None)
                self._pending = None
            return 2
        return 1

    def _enter(self, section: Section | None) -> None:
        self._section = section
        if section not in {Section.AWARD, Section.ITEMS}:
            self._lot = None

    def _emit_pending(self, value: Piece, lines: Sequence[Piece], at: int) -> int:
        """Give the waiting label its value; return how many lines were used, 0 if it takes none."""
        pending = self._pending
        if pending is None or (pending.meaning is None and pending.lot is None):
            return 1
        used = 1
        if pending.meaning in AMOUNTS and at + 1 < len(lines) and _UNIT_LINE.fullmatch(lines[at + 1].flat):
            used = 2
            value = Piece(sheet=value.sheet, start=value.start, end=lines[at + 1].end)
        following = lines[at + used] if at + used < len(lines) else None
        self._emit(pending, without_asking(pending, value), following)
        if pending.meaning is not None and pending.meaning in PARTIES and is_one_of_many(value):
            used += self._enumerated(pending, lines, at + used)
        return used

    def _enumerated(self, pending: Hit, lines: Sequence[Piece], at: int) -> int:
        """Take up the numbered names on the lines below a label; return how many lines were used."""
        used = 0
        for line in lines[at : at + _MOST_ENUMERATED]:
            hits = find_labels(line.flat)
            name = line.part(0, hits[0].start) if hits else line
            if not is_one_of_many(line) or begins_with_lot(line) or not looks_like_organisation(name.text):
                break
            self._emit(pending, name, None)
            if hits:
                self._hits(line, hits, lines, at + used)
            used += 1
        return used

    def _hits(self, line: Piece, hits: Sequence[Hit], lines: Sequence[Piece], at: int) -> int:
        """Take up the pairs of a line; return how many of the lines below it were used."""
        carried: Hit | None = None
        for index, found in enumerate(hits):
            last = index + 1 == len(hits)
            hit = found
            if carried is not None and hit.lot and hit.meaning is None:
                hit = replace(hit, meaning=carried.meaning or Meaning.OTHER, label=carried.label, unit=carried.unit)
            end = len(line.flat) if last else hits[index + 1].start
            is_short = hit.strict or (hit.meaning is not None and hit.meaning in _ENDS_WITH_SENTENCE)
            stop = line.flat.find("。", hit.value_start, end) if is_short else -1
            end = stop if stop >= 0 else end
            value = line.part(hit.value_start, max(hit.value_start, end))
            if hit.section is not None:
                self._enter(hit.section)
                self._pending = None
                is_named = hit.section is Section.INTENDED and looks_like_organisation(value.text)
                hit = replace(hit, meaning=Meaning.INTENDED) if is_named and hit.meaning is None else hit
            elif (
                (self._section in PASSED_OVER and hit.meaning in _LEAVES_IGNORED and hit.start == 0)
                or (self._section is Section.IGNORED and hit.meaning is Meaning.SUPPLIER and hit.start == 0)
                or (self._section is Section.BIDDERS and hit.meaning in ITEMS and line.flat.startswith(_OF_WINNER))
            ):
                self._section = None
            if hit.lot:
                self._lot = plain(half_width(line.text[slice(*hit.lot)]))
            following = lines[at + 1] if last and at + 1 < len(lines) else None
            if not self._emit(hit, value, following):
                is_head = hit.meaning in AMOUNTS | {Meaning.OTHER_AMOUNT, None} and not hit.lot
                carried = hit if is_head and hit.section is None else None
                self._pending = hit if last else self._pending
        if hits[0].lot and is_told_in_one_line(line):
            self._lot = None
        rest = line.part(hits[-1].value_start, len(line.flat))
        marked = hits[-1].meaning in PARTIES and has_han(line.flat) and is_one_of_many(rest)
        return self._enumerated(hits[-1], lines, at + 1) if marked else 0

    def _emit(self, hit: Hit, value: Piece, following: Piece | None) -> bool:
        """Take a pair up; return False if there is no value."""
        before, self._before = self._before, hit.meaning or self._before
        trimmed = trim(value)
        if trimmed is None:
            return False
        meaning = hit.meaning
        if meaning in AMOUNTS and following is not None and _CURRENCY_LINE.fullmatch(trimmed.flat):
            trimmed = Piece(sheet=trimmed.sheet, start=trimmed.start, end=following.end)
        if meaning is None:
            if hit.lot is None:
                return True
            meaning = Meaning.ITEM_NAME if (self._lot or "")[:2] in {"品项", "品項"} else Meaning.LOT
        elif meaning is Meaning.LOT and not hit.lot:
            self._lot = lot_name(hit.label, plain(trimmed.text))
        elif meaning is Meaning.LOT_NUMBER and is_code_of_lot(hit.label, trimmed.flat):
            self._lot = plain(trimmed.text)
            self._numbered.add(self._lot)
        may_go_on = following is not None and meaning in _MAY_GO_ON and not find_labels(following.flat)
        entry = Entry(
            meaning=meaning,
            label=hit.label,
            value=trimmed,
            order=len(self.entries),
            unit=hit.unit,
            section=self._section,
            lot=self._lot_of(hit, trimmed),
            strict=hit.strict,
            hint=hit.hint,
            tail=following if may_go_on else None,
            before=before,
            old=hit.old,
        )
        parts = by_lot(trimmed) if meaning in _TOLD_BY_LOT and has_han(trimmed.flat) else []
        for lot, part in parts:
            self.entries.append(replace(entry, value=part, lot=lot, order=len(self.entries), tail=None))
        if not parts:
            self.entries.append(entry)
        return True

    def _lot_of(self, hit: Hit, value: Piece) -> str | None:
        """Return the lot a value belongs to: the one it is under, else the one that its own clause names."""
        if not hit.lot and (OF_THE_WHOLE.match(hit.label) or is_second_price(self.entries, hit, self._lot)):
            return None
        if self._lot is not None or not hit.strict or hit.meaning not in _TOLD_BY_LOT:
            return self._lot
        return lot_of_sentence(value.sheet, value.start, value.start)

    def _grid(self, grid: Grid) -> None:
        if not grid.continues:
            self._head = None
            self._grids += 1
        for reading in read_rows(grid.rows, self._head):
            self._head = reading.head
            for cell in reading.running:
                self._lines(lines_of(cell))
            across = len(reading.columns) > 1
            for at, pairs in enumerate(reading.groups):
                self._pairs(pairs, column=(self._grids, reading.columns[at]) if across else None)

    def _pairs(self, pairs: Sequence[Pair], *, column: tuple[int, int] | None = None) -> None:
        """Take up the pairs of one row."""
        if self._excluded and not (self._items_only and is_list_row(pairs)):
            return
        self._row += 1
        lots = number_first([pair for pair in pairs if pair.hit.meaning is Meaning.LOT and trim(pair.value)])
        if not lots and {pair.hit.meaning for pair in pairs} & {Meaning.SUPPLIER, Meaning.AWARD_AMOUNT}:
            lots = [pair for pair in pairs if pair.hit.meaning is Meaning.LOT_NUMBER and trim(pair.value)]
            self._numbered |= {plain(pair.value.text) for pair in lots}
        lot = lot_name(lots[0].hit.label, plain(lots[0].value.text)) if lots else self._lot
        for pair in pairs:
            trimmed = trim(pair.value)
            if trimmed is None or pair.hit.meaning is None:
                continue
            if self._excluded and pair.hit.meaning not in _OF_LISTS:
                continue
            own = plain(pair.label_text[slice(*pair.hit.lot)]) if pair.hit.lot else lot
            self.entries.append(
                Entry(
                    meaning=pair.hit.meaning,
                    label=pair.hit.label,
                    value=trimmed,
                    order=len(self.entries),
                    unit=pair.hit.unit,
                    section=self._section,
                    lot=own,
                    row=self._row,
                    column=column,
                    hint=pair.hit.hint,
                    old=pair.hit.old,
                )
            )
            remarks = pair.hit.label in _REMARKS
            if pair.hit.meaning in {Meaning.CHANGE, Meaning.OTHER} and (remarks or "\n" in trimmed.flat):
                self._lines(lines_of(trimmed))
