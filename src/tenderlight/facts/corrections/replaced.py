"""What a correction takes back and what it puts in place: the new value holds, the old one is remembered beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tenderlight.facts.corrections.chinese_sentences import CHANGED, label_before, sums_put_right
from tenderlight.facts.labels.in_lines import find_labels, read_label
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.words.errata import RIGHT_IBERIAN, WRONG_IBERIAN
from tenderlight.facts.words.vocabulary import AMOUNTS, DATES, NUMBERS, PARTIES, Meaning
from tenderlight.languages.money import find_amounts
from tenderlight.languages.scripts import has_han

_LONGEST_RENEWAL = 8
_QUOTED = re.compile(
    rf"原?[^“”\"。;\n]{{0,30}}[“\"](?P<old>[^“”\"\n]{{2,300}})[”\"][^“”\"。;\n]{{0,16}}{CHANGED}[^“”\"。;\n]{{0,10}}"
    rf"[“\"](?P<new>[^“”\"\n]{{2,300}})[”\"]"
)
_CORNERS = str.maketrans("「」『』", "“”“”")
"""Quotation marks of Taiwan and Hong Kong as those of the mainland."""
_ERRATUM = re.compile(
    rf"(?:{WRONG_IBERIAN}|dice(?=\s*:)|where it (?:says|reads|read)|\bfor|au lieu de|instead of|"
    r"вместо(?: слов)?|"
    r"замість(?: слів)?|statt|anziché|zamiast)\s*:?\s*[“\"«„'](?P<old>[^“”\"«»\n]{2,300})[”\"»“'][\s,;.]*"
    rf"(?:{RIGHT_IBERIAN}|se lee|(?:it )?(?:should|shall|must) read|\bread|"
    r"lire|il faut lire|"
    r"(?:следует )?читать|(?:слід )?читати|muss es heißen|leggasi|powinno być)\s*:?\s*"
    r"[“\"«„'](?P<new>[^“”\"«»\n]{2,300})[”\"»“']"
)
"""What a correction takes back and puts in place, each in quotation marks, in languages written with spaces."""
_TEXT = r"(?:[^“”\"。;,\n]|(?<=\d),(?=\d))"
_WITHIN = re.compile(
    rf"(?:由|从|原(?:为|定)?)?[“\"]?(?P<old>{_TEXT}{{1,80}}?)[”\"]?[,\s]*{CHANGED}[“\"]?(?P<new>{_TEXT}{{1,80}})"
)
"""Both values in the field of one label: 预算金额：由120万元调整为98万元."""
_WITHIN_WESTERN = re.compile(
    r"(?:[-–—]\s)?(?:(?:was |is )?(?:printed|shown|stated|published|given|entered)(?: as)?|of|as|is|was|"
    r":)?\s{0,2}[“\"«„]?(?P<old>[^“”\"«»\n;]{1,60}?)[”\"»]?[\s,]{1,3}"
    r"(?:(?:is|was) (?:incorrect|wrong|a mistake)[\s,]{1,2}and )?"
    r"(?:(?:should|shall|must|is to|to) (?:be )?(?:read|corrected|replaced|amended|changed)(?: (?:as|to|by|with))?|"
    rf"{RIGHT_IBERIAN}|se lee|il faut lire|lire|(?:следует|слід) (?:читать|читати)|читать|читати)"
    r"\s?:?\s{1,2}[“\"«„]?(?P<new>[^“”\"«»\n;]{1,60})"
)
"""The same in languages written with spaces: the value "GBP 412,000" should read "GBP 421,000"."""
_FROM_TO = re.compile(
    rf"(?P<from>由|从|原(?:公告|文件|公示|合同|结果|(?:招标|采购)(?:公告|文件))?[列定订载中]?[为是]?:?(?=[^\s:])|"
    rf"误(?:写|登|录|报|印)?(?:成|为))(?:原(?:来|"
    rf"定)?的?)?[“\"]?(?P<old>{_TEXT}{{1,60}}?)[”\"]?[,\s]*{CHANGED}[“\"]?"
    rf"(?P<new>{_TEXT}{{1,60}})"
)
_OLD_OF_LABEL = re.compile(
    rf"原(?:来|先|定)?的?(?P<label>[^“”\"。;:,\s为是]{{2,14}})(?:[为是:]\s?[“\"]?|[“\"])(?P<old>{_TEXT}{{1,60}}?)[”\"]?"
    rf"(?:[,\s]*|[, ]{{0,3}}[现拟已]){CHANGED}:?\s?[“\"]?(?P<new>{_TEXT}{{1,60}})"
)
"""What was and what is behind one label that is called the old one: 原中标金额“28万元”更正为“29万元”."""
_IS_NEW = re.compile(
    r"\b(?:revised|modified|amended|updated|new|after (?:the )?(?:modification|amendment|change|variation)|après|"
    r"nuevo|modificado|actualizado|novo|alterado|nouveau|modifié|нов\w+|после изменени\w+|після змін)\b"
)
"""Labels of the value that holds now."""
_LINE_WAS = re.compile(
    r"\s*(?:[(]?[\d一二三四五六七八九十]{1,2}[)、.]\s*)?(?:原(?:公告|文件|公示|结果|表述)?的?(?:内容|信息|表述|规定)|"
    r"(?:更正|变更|修改|调整)前)|"
    r"\s{0,9}from\s?:\s(?=[^\n@]{0,90}\d[,.]\d{3})"
)
_LINE_IS = re.compile(
    r"\s*(?:[(]?[\d一二三四五六七八九十]{1,2}[)、.]\s*)?(?:现?(?:更正|变更|修改|调整)[后为]|现(?:公告|更正|变更)?内容)|"
    r"\s{0,9}to\s?:\s(?=[^\n@]{0,90}\d[,.]\d{3})"
)
_LINE_NOW = re.compile(r"\s*(?:[(]?[\d一二三四五六七八九十]{1,2}[)、.]\s*)?(?:现|更正|变更|修改|调整|改)")
_LONGEST_ABOVE = 160
_NUMBER_ENDS = re.compile(r"[):.]\s{1,3}")
"""The end of the number of a section, behind which its name stands."""
_LINES_BACK = 3
"""Entries between the line that says what is put right and the one with the new value."""
_TAKEN_UP = AMOUNTS | DATES | NUMBERS | PARTIES


def apply_corrections(entries: Sequence[Entry], sheets: Sequence[Sheet]) -> list[Entry]:
    """Return the entries of a correction with the old values marked as old and the new ones put under their labels.

    Args:
        entries: What the walk found, in reading order.
        sheets: The document's pages, for what is put right in quotation marks or in one sentence.
    """
    quoted = [change for sheet in sheets for change in quotations(sheet)]
    entries = _beside_old_party(_by_line(entries))
    marked = [part for entry in _mark_old(entries) for part in _within_one_field(_by_quotation(entry, quoted, entries))]
    result: list[Entry] = []
    old: list[Entry] = []
    for entry in marked:
        if entry.meaning is Meaning.OLD:
            old = [*_inside(entry), *_by_change_item(entry, marked)]
            result.extend(old)
        elif entry.meaning is Meaning.NEW:
            renewed_now = _renewed(entry, old, marked)
            result.extend(renewed_now)
            taken = {one.meaning for one in renewed_now}
            old = [one for one in old if renewed_now and one.meaning not in taken]
        else:
            if entry.old:
                old.append(entry)
            elif entry.meaning is Meaning.LOSER and entry.label.startswith("原"):
                old.append(replace(entry, meaning=Meaning.SUPPLIER))
            is_new = entry.before is Meaning.NEW or _IS_NEW.search(entry.label) is not None or _follows(entry, old)
            renewed = bool(old) and is_new and not entry.old
            result.append(_with_old(entry, old) if renewed else entry)
    result += [entry for sheet in sheets for entry in (*_in_one_sentence(sheet), *sums_put_right(sheet))]
    return [replace(entry, order=order) for order, entry in enumerate(result)]


def _follows(entry: Entry, old: Sequence[Entry]) -> bool:
    """Say whether an entry says again what the one before it took back: 原中标供应商, then 现中标供应商."""
    if entry.meaning not in _TAKEN_UP or entry.meaning is Meaning.PUBLICATION_DATE:
        return False
    return bool(old) and old[-1].meaning is entry.meaning and old[-1].lot == entry.lot


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """What a sentence takes back and what it puts in place, both in quotation marks."""

    old: Piece
    new: Piece


def quotations(sheet: Sheet) -> Iterator[Quotation]:
    """Yield what sentences of a page take back and put in place, each in quotation marks."""
    for match in (*_QUOTED.finditer(sheet.flat.translate(_CORNERS)), *_ERRATUM.finditer(sheet.flat)):
        yield Quotation(
            old=Piece(sheet=sheet, start=match.start("old"), end=match.end("old")),
            new=Piece(sheet=sheet, start=match.start("new"), end=match.end("new")),
        )


def _by_quotation(entry: Entry, quoted: Sequence[Quotation], entries: Sequence[Entry]) -> Entry:
    """Mark an entry by the quotation it stands in; one in the new text remembers what it replaces."""
    for quotation in quoted:
        if _inside_of(entry, quotation.old):
            return replace(entry, old=True)
        if _inside_of(entry, quotation.new):
            old = [one for one in entries if _inside_of(one, quotation.old) and one.meaning is entry.meaning]
            return replace(entry, old=False, replaces=old[0].value.text if len(old) == 1 else None)
    return entry


def _within_one_field(entry: Entry) -> list[Entry]:
    """Take a field apart that holds what was and what is."""
    takes = entry.meaning in AMOUNTS | DATES and not entry.old
    match = (_WITHIN.match(entry.value.flat) or _WITHIN_WESTERN.match(entry.value.flat)) if takes else None
    if match is None:
        return [entry]
    old = entry.value.part(*match.span("old")).stripped()
    new = entry.value.part(*match.span("new")).stripped()
    return [replace(entry, value=old, old=True), replace(entry, value=new, replaces=old.text)] if new.text else [entry]


def _inside_of(entry: Entry, piece: Piece) -> bool:
    same_page = entry.value.sheet.page.number == piece.sheet.page.number
    return same_page and piece.start <= entry.value.start < piece.end


def _in_one_sentence(sheet: Sheet) -> Iterator[Entry]:
    """Read "预算金额由3200000元变更为2980000元": a label, what was, what is."""
    for match in (*_FROM_TO.finditer(sheet.flat), *_OLD_OF_LABEL.finditer(sheet.flat)):
        at = match.end("label") if match.re is _OLD_OF_LABEL else match.start("from")
        label = label_before(sheet.flat, at)
        if label is None or label.meaning not in _TAKEN_UP:
            continue
        old = Piece(sheet=sheet, start=match.start("old"), end=match.end("old")).stripped()
        new = Piece(sheet=sheet, start=match.start("new"), end=match.end("new")).stripped()
        if not old.text or not new.text:
            continue
        entry = Entry(meaning=label.meaning, label=label.label, value=old, order=0, unit=label.unit, old=True)
        yield entry
        yield replace(entry, value=new, old=False, replaces=old.text)


_OF_PROCEDURE = frozenset(
    {Meaning.PROJECT_NUMBER, Meaning.TITLE, Meaning.BUYER, Meaning.AGENCY, Meaning.CORRECTION_DATE}
)
"""What a paper says of the procedure it is about; without a new value, the one printed holds."""


def _mark_old(entries: Sequence[Entry]) -> list[Entry]:
    """Mark what stands between the word for "old" and the word for "new" in running text."""
    marked: list[Entry] = []
    is_old = False
    for entry in entries:
        if entry.row is None:
            if entry.meaning is Meaning.OLD or entry.before is Meaning.OLD:
                is_old = True
            if entry.meaning is Meaning.NEW or entry.before is Meaning.NEW:
                is_old = False
        if entry.meaning is Meaning.NEW and entry.row is None and marked and _touches(marked[-1], entry):
            marked[-1] = replace(marked[-1], old=True)
        marked.append(replace(entry, old=True) if is_old and entry.meaning is not Meaning.OLD else entry)
    holding = {one.meaning for one in marked if not one.old}
    return [one if _is_replaced(one, was, holding) else was for was, one in zip(entries, marked, strict=True)]


def _is_replaced(entry: Entry, was: Entry, holding: set[Meaning]) -> bool:
    """Say whether what stands below the word for "old" is: of the procedure itself only if something new is said.

    一、原公告信息 is a heading over the number, title and buyer, which hold on.
    """
    return not entry.old or was.old or entry.meaning not in _OF_PROCEDURE or entry.meaning in holding


def _by_line(entries: Sequence[Entry]) -> list[Entry]:
    """Mark what stands on a line that begins with the word for what was (原公告内容), where another says what is."""
    heads = [_head_of_line(entry) if entry.row is None and entry.meaning in _TAKEN_UP else "" for entry in entries]
    is_old = [_LINE_WAS.match(head) is not None for head in heads]
    is_new = [_LINE_IS.match(head) is not None for head in heads]
    if not any(is_old) or not (any(is_new) or any(entry.meaning is Meaning.NEW for entry in entries)):
        return list(entries)
    return [
        replace(entry, old=True) if was else replace(entry, before=Meaning.NEW) if now else entry
        for entry, was, now in zip(entries, is_old, is_new, strict=True)
    ]


def _beside_old_party(entries: Sequence[Entry]) -> list[Entry]:
    """Mark the sum beside a party that a correction replaces (原成交供应商：甲，成交金额…), if one stands below."""
    found = list(entries)
    for at, (party, entry) in enumerate(pairwise(entries), start=1):
        beside = party.meaning is Meaning.LOSER and party.label.startswith("原") and entry.meaning in AMOUNTS
        if not beside or "\n" in entry.value.sheet.flat[party.value.start : entry.value.start]:
            continue
        below = [one for one in entries[at + 1 :] if one.meaning is entry.meaning and one.lot == entry.lot]
        if any(_LINE_NOW.match(_head_of_line(one)) for one in below):
            found[at] = replace(entry, old=True)
    return found


def _head_of_line(entry: Entry) -> str:
    flat = entry.value.sheet.flat
    return flat[flat.rfind("\n", 0, entry.value.start) + 1 : entry.value.start]


def _touches(before: Entry, renewal: Entry) -> bool:
    """Say whether a value is followed at once by the word that puts another in its place (120万元调整为98万元)."""
    gap = renewal.value.start - before.value.end
    one_field = before.meaning in AMOUNTS | DATES | NUMBERS and before.row is None and before.strict is False
    same_page = before.value.sheet.page.number == renewal.value.sheet.page.number
    return one_field and same_page and 0 <= gap <= _LONGEST_RENEWAL


def _inside(entry: Entry) -> list[Entry]:
    """Read the pairs inside the text that is taken back ("包2中标金额75.5万元")."""
    return [replace(found, old=True) for found in _pairs_in(entry)]


def _pairs_in(entry: Entry) -> Iterator[Entry]:
    flat = entry.value.flat
    hits = find_labels(flat)
    for index, hit in enumerate(hits):
        end = hits[index + 1].start if index + 1 < len(hits) else len(flat)
        value = entry.value.part(hit.value_start, end).stripped(" \t\n;,。、")
        if hit.meaning in _TAKEN_UP and value.end > value.start:
            lot = flat[slice(*hit.lot)] if hit.lot else entry.lot
            yield replace(
                entry,
                meaning=hit.meaning,
                label=hit.label,
                value=value,
                unit=hit.unit or entry.unit,
                lot=lot,
                strict=hit.strict,
            )


def _by_change_item(entry: Entry, entries: Sequence[Entry]) -> list[Entry]:
    """Return what a column or line 更正项 says that the old and the new value are of."""
    lines = [one for one in entries if one.row is None and 0 < entry.order - one.order <= _LINES_BACK]
    for other in lines if entry.row is None else entries:
        if other.row == entry.row and other.meaning in {Meaning.CHANGE, Meaning.OTHER, Meaning.ITEM_NAME, Meaning.NAME}:
            label = read_label(other.value.flat)
            if label is not None and label.meaning in _TAKEN_UP:
                lot = other.value.text[slice(*label.lot)] if label.lot else entry.lot
                return [replace(entry, meaning=label.meaning, label=label.label, unit=label.unit, lot=lot, old=True)]
    return _by_line_above(entry) if entry.row is None else []


def _by_line_above(entry: Entry) -> list[Entry]:
    """Return an old sum under the label that ends the line above: "Section number: II.1.5) Estimated total value"."""
    flat = entry.value.sheet.flat
    if has_han(entry.value.flat) or not find_amounts(entry.value.flat):
        return []
    line_start = flat.rfind("\n", 0, entry.value.start) + 1
    above = flat[max(0, line_start - _LONGEST_ABOVE) : max(0, line_start - 1)].rpartition("\n")[2].strip()
    tails = [above, *(above[match.end() :] for match in _NUMBER_ENDS.finditer(above))]
    label = next((found for tail in tails if (found := read_label(tail)) is not None), None)
    if label is None or label.meaning not in AMOUNTS:
        return []
    return [replace(entry, meaning=label.meaning, label=label.label, unit=label.unit, old=True)]


def _renewed(entry: Entry, old: Sequence[Entry], entries: Sequence[Entry]) -> list[Entry]:
    """Return the new values: with their own labels, else under the labels of what they replace."""
    labelled = [found for found in _pairs_in(entry) if not found.strict or find_amounts(found.value.text)]
    if labelled:
        return [_with_old(found, old) for found in labelled]
    old = _of_its_kind(entry, old) or _by_change_item(entry, entries)
    if len(old) != 1:
        return []
    before = old[0]
    taken_back = before.value.text.lstrip("由从") if before.row is None or before.value != entry.value else None
    renewed = replace(
        entry, meaning=before.meaning, label=before.label, unit=before.unit, lot=before.lot, old=False, strict=False
    )
    return [replace(renewed, replaces=None if taken_back == renewed.value.text else taken_back, section=None)]


def _of_its_kind(entry: Entry, old: Sequence[Entry]) -> list[Entry]:
    """Return the old values, or of several the one that is a party's name, a sum or a day as the new one is."""
    text = entry.value.text
    kinds = AMOUNTS if find_amounts(text) else DATES if any(map(str.isdigit, text)) else PARTIES
    same = [one for one in old if one.meaning in kinds]
    return same if len(old) > 1 and len(same) == 1 else list(old)


def _with_old(entry: Entry, old: Sequence[Entry]) -> Entry:
    same = [one for one in old if one.meaning is entry.meaning and one.lot == entry.lot]
    taken_back = same[0].value.text if same and same[0].value.text != entry.value.text else None
    return replace(entry, replaces=taken_back, section=None, old=False)
