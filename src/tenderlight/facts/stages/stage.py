"""Which stage a document stands at: told by its heading, else by fields that only one stage has.

Words in running text tell nothing: a tender file speaks of the award on every page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tenderlight.facts.fields.bare import bare_fields
from tenderlight.facts.labels.in_lines import read_label, squeeze
from tenderlight.facts.names.blanks import is_blank
from tenderlight.facts.names.in_values import names_in_lot
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.stages.direct import only_intended, signed_directly
from tenderlight.facts.stages.settled import LETTER_HEAD, asks_one_alone, given_up, proposes, settled_after_all
from tenderlight.facts.stages.two_headings import own_of_two
from tenderlight.facts.stages.void_lots import void_lots
from tenderlight.facts.stages.words import (
    AWARDS,
    BY_FIRST_WORDS,
    BY_SENTENCE,
    BY_WORDS,
    FIGURE,
    FOLLOWS,
    HOW_PASSED,
    MODEL,
    NUMBERED,
    OF_COMPLAINT,
    OF_LOSERS,
    OF_PROCEDURE,
    OPEN_ENDED,
    RIGHTED_IN_BRACKETS,
    SETTLED,
    TAKEN,
    UNDECIDED,
)
from tenderlight.facts.words.vocabulary import TELLING_LABELS, TITLE_WORDS, Meaning, Section, mark_pattern, meaning_of
from tenderlight.languages.money import find_amounts
from tenderlight.languages.normalise import flatten, without_accents
from tenderlight.languages.scripts import Script, has_han, main_script
from tenderlight.model.document import Page
from tenderlight.model.statement import Stage, Statement, StatementKind
from tenderlight.model.values import StageValue

VERSION = 1
_HEAD_LINES, _LONGEST_TITLE = 18, 120
_TELLING_NAME, _LONG_NAME = 4, 24
_CHAPTER = re.compile(r"第\s*[一二三四五六七八九十\d]{1,3}\s*(?:章|部分|卷|册|篇|节)")
_MENU = re.compile(r"\s[>|»]\s|\|")
_NAMED_PAPER = re.compile(r"[^:,。;\s]{0,40}(?:公告|公示|通知书|验收[单书表]|报告|意见书)(?=:)")
"""A paper whose first line goes on behind its heading: "某项目成交公告：采购人为…"."""
_FRAMED = re.compile(r"[\[【〔](?P<paper>[^\[\]【】〔〕]{2,14}(?:公告|公示|结果|通知书|喜报))[\]】〕](?=.)")
"""The kind of paper, set before its subject: 【中标公告】某项目."""
_NUMBERED = re.compile(r"^\s*(?:[(]?[一二三四五六七八九十]{1,3}[)、.]|\d{1,2}(?:\.\d+)*\s*[、.)])")
_SENTENCE = re.compile(r"[。;!?]|,\s*(?:并|现|经|将|由|请|应)|应在|如下|获取|按照|根据")
_TAIL = re.compile(
    r"(?:\s|[(\[【〔《][^()\[\]【】〔〕《》]{0,40}[)\]】〕》]|[》\"”']|第[一二三四五六七八九十\d]+次|[一二三]次|正文|"
    r"20\d\d[-年./][\d\s年月日号:./-]*|-\s*\d+\s*-|v?\d(?:\.\d)*)+$"
)
_BRACKETED = re.compile(r"[(\[【][^()\[\]【】]{0,40}[)\]】]")
_VOID = mark_pattern("void")
_HAN_TITLES = {word: stage for word, stage in reversed(TITLE_WORDS) if has_han(word)}
_LONGEST_TITLE_WORD = max(map(len, _HAN_TITLES))
_WESTERN_TITLES: dict[str, Stage] = {}
for _words, _stage in TITLE_WORDS:
    if not has_han(_words):
        _WESTERN_TITLES.setdefault(without_accents(_words), _stage)
_TITLE_ENDS = re.compile(r"(?=[\s№#:–—-])|(?<=[^\W\d_])(?=\d)")
_FORM_CODE = re.compile(
    r"(?:f\d{2}|uk\d{1,2}|t\d{2}):?\s+|(?:mat|asunto|assunto|subject|sub|objet|betreff|oggetto|тема)\.?\s*:\s*(?=\w)"
)
"""The number of a form, or the word for a subject, before a title (F02: Contract notice; MAT.: …)."""
_LED_BY_PLACE = re.compile(r"[^\W\d_][^\n:;|–—]{2,40}\s[–—|-]\s(?=\w)")
_PORTAL = re.compile(r"(?:https?://)?[\w-]{2,30}(?:\.[\w-]{2,30}){1,3}\s[–—:-]{1,2}\s(?=\w)")
"""The address of a portal before a title: "icetrade.by — Сведения о результатах закупки"."""
_WESTERN_CHUNK = re.compile(r"[^.:;|\n]{3,90}")
_SENTENCES = {
    Meaning.SUPPLIER: Stage.AWARD,
    Meaning.CONTRACT_SUPPLIER: Stage.CONTRACT,
    Meaning.INTENDED: Stage.SINGLE_SOURCE,
}
_TOLD_TOGETHER = (
    (frozenset({Meaning.SUPPLIER, Meaning.AWARD_AMOUNT}), Stage.AWARD),
    (frozenset({Meaning.SUPPLIER, Meaning.AWARD_DATE}), Stage.AWARD),
    (frozenset({Meaning.SUPPLIER, Meaning.LOSER}), Stage.AWARD),
    (frozenset({Meaning.SUPPLIER, Meaning.CONTRACT_AMOUNT}), Stage.CONTRACT),
    (frozenset({Meaning.SUPPLIER, Meaning.CONTRACT_NUMBER}), Stage.CONTRACT),
    (frozenset({Meaning.INTENDED}), Stage.SINGLE_SOURCE),
    (frozenset({Meaning.DEADLINE}), Stage.TENDER),
)
_SIGNED_OR_WON = frozenset({Stage.AWARD, Stage.CONTRACT})
_WITH_LOTS = frozenset({Stage.AWARD, Stage.CANDIDATE, Stage.CORRECTION, Stage.CANCELLATION})


def heading_stages(pages: Sequence[Page]) -> list[tuple[Stage, Piece]]:
    """Return the stages that the headings of a document name and the words that name them, in order.

    Web pages print the headings of other notices above their own, so there may be several.
    """
    found = []
    for page in pages[:2]:
        sheet = Sheet(page=page, flat=flatten(page.text))
        found += [heading for line in _head_lines(sheet) if (heading := _title_in(line))]
        if found:
            break
    return found


def own_heading(headings: Sequence[tuple[Stage, Piece]], entries: Sequence[Entry]) -> tuple[Stage, Piece] | None:
    """Return the heading that is the document's own: it holds the name of the project, or it is the first."""
    names = [squeeze(entry.value.flat) for entry in entries if entry.meaning is Meaning.TITLE and not entry.strict]
    for stage, piece in headings:
        heading = squeeze(piece.flat)
        if any(len(name) >= _TELLING_NAME and (name in heading or name[:_LONG_NAME] in heading) for name in names[:3]):
            return stage, piece
    if headings and _is_first_line(headings[0][1]):
        return headings[0]
    if (own := own_of_two(headings)) is not None:
        return own
    fields = next(iter(bare_fields(entries)), None)
    if fields is not None and (told := _told_by_fields(entries)) is not None and told[0] in _SIGNED_OR_WON:
        headings = [one for one in headings if one[1].sheet.page is not fields.sheet.page or one[1].end <= fields.start]
    told = _told_by_fields(entries) if len({stage for stage, _piece in headings}) > 1 else None
    agreeing = [heading for heading in headings if told is not None and heading[0] is told[0]]
    return next(iter(agreeing or headings), None)


def _is_first_line(heading: Piece) -> bool:
    """Say whether a heading in a language written with spaces is the whole first line of its page."""
    flat = heading.sheet.flat
    line = flat.lstrip().partition("\n")[0].strip(" .:")
    code = _FORM_CODE.match(line)
    before, rest = (code[0].strip(), line[code.end() :]) if code else ("", line)
    named = heading.flat.strip(" .:")
    is_open = main_script(rest[:1]) is Script.CYRILLIC or (code is not None and rest.startswith(f"{named} "))
    is_whole = rest.startswith(heading.flat) if is_open else rest == named
    return not has_han(line) and is_whole and flat[: heading.start].strip() == before


def find_stage(title: tuple[Stage, Piece] | None, entries: Sequence[Entry]) -> tuple[Stage, Piece] | None:
    """Return the stage and the words it rests on, or None if the document does not tell.

    Args:
        title: The document's own heading.
        entries: The document's entries. They decide where there is no heading, and where an award's heading stands over
            a list of candidates.
    """
    if title is None:
        return _told_by_fields(entries)
    stage, piece = title
    if stage is Stage.AWARD and (intended := only_intended(entries)) is not None:
        return Stage.SINGLE_SOURCE, intended
    if stage is Stage.AWARD:
        candidates = [entry for entry in entries if proposes(entry)]
        winners = [entry for entry in entries if entry.meaning is Meaning.SUPPLIER and not is_blank(entry.value.text)]
        taken = SETTLED.search(piece.sheet.flat) if candidates else None
        if candidates and not winners and taken is None and not _has(entries, Meaning.AWARD_AMOUNT):
            return Stage.CANDIDATE, candidates[0].value
        is_open = not winners and SETTLED.search(piece.sheet.flat) is None
        undecided = UNDECIDED.search(piece.sheet.flat) if is_open else None
        if undecided is not None:
            return Stage.CANDIDATE, Piece(sheet=piece.sheet, start=undecided.start(), end=undecided.end())
    stage = Stage.SINGLE_SOURCE if stage is Stage.TENDER and asks_one_alone(piece, entries) else stage
    settled = settled_after_all(stage, piece, entries)
    return (Stage.AWARD, settled) if settled is not None else signed_directly(stage, piece, entries)


def stage_statements(
    found: tuple[Stage, Piece] | None, entries: Sequence[Entry], against: Sequence[str] = ()
) -> list[Statement]:
    """Return the document's stage, and the lots of an award that ended without a supplier.

    Args:
        found: The stage and the words that tell it.
        entries: The fields of the document.
        against: What speaks against the stage.
    """
    if found is None:
        return []
    stage, piece = found
    statements = [replace(_statement(StageValue(stage=stage.value), piece, stage), against=tuple(against))]
    if stage in _WITH_LOTS or (stage is Stage.CONTRACT and not has_han(piece.sheet.flat)):
        for lot, void in void_lots(entries).items():
            statements.append(_statement(StageValue(stage=Stage.CANCELLATION.value, lot=lot), void.value, stage))
    return statements


def _statement(value: StageValue, piece: Piece, stage: Stage) -> Statement:
    return Statement(
        kind=StatementKind.STAGE,
        value=value,
        anchors=(piece.anchor(),),
        rule="facts.stage",
        rule_version=VERSION,
        stage=stage,
    )


def _head_lines(sheet: Sheet) -> Iterator[Piece]:
    """Yield the first lines and cells that are not the value of a label before them."""
    count = 0
    is_value = False
    for match in re.finditer(r"[^\n\t]+", sheet.flat):
        line = Piece(sheet=sheet, start=match.start(), end=match.end()).stripped()
        if line.end == line.start:
            continue
        if not is_value and not _MENU.search(line.flat):
            yield line
        is_value = line.flat.endswith(":") or (len(line.flat) <= 20 and read_label(line.flat) is not None)
        count += 1
        if count >= _HEAD_LINES:
            return


def _title_in(line: Piece) -> tuple[Stage, Piece] | None:
    flat = line.flat
    if not has_han(flat):
        return _western_title(line)
    chunks = [(0, len(flat))]
    named = _NAMED_PAPER.match(flat)
    if named and not line.sheet.flat[: line.start].strip():
        chunks.append((0, named.end()))
    framed = _FRAMED.match(flat)
    if framed is not None:
        chunks.insert(0, framed.span("paper"))
    first = re.match(r"\S+(?=\s)", flat)
    if first:
        chunks.append((0, first.end()))
    for start, end in chunks:
        chunk = flat[start:end]
        if MODEL.match(chunk):
            return Stage.TENDER, line.part(start, end)
        if (
            len(chunk) > _LONGEST_TITLE
            or _NUMBERED.match(chunk)
            or _CHAPTER.match(chunk)
            or _SENTENCE.search(chunk)
            or ":" in _BRACKETED.sub("", _TAIL.sub("", chunk))
        ):
            continue
        kept = _TAIL.sub("", chunk).rstrip() or chunk
        stage = _stage_of_heading(chunk, kept)
        if stage is not None:
            return stage, line.part(start, start + len(kept))
    return None


def _stage_of_heading(chunk: str, kept: str) -> Stage | None:
    """Return the stage that a heading tells, by what it ends with and by the brackets cut off behind that."""
    if RIGHTED_IN_BRACKETS.search(squeeze(chunk)):
        return Stage.CORRECTION
    heading = squeeze(_without_brackets(kept))
    if OF_COMPLAINT.search(heading):
        return None
    return _by(BY_WORDS, heading) or _stage_by_end(heading) or _by(BY_SENTENCE, heading)


def _by(patterns: Sequence[tuple[Stage, re.Pattern[str]]], heading: str) -> Stage | None:
    return next((found for found, pattern in patterns if pattern.search(heading)), None)


def _stage_by_end(heading: str) -> Stage | None:
    """Return the stage that the longest word a heading ends with tells, or None."""
    for length in range(min(_LONGEST_TITLE_WORD, len(heading)), 1, -1):
        stage = _HAN_TITLES.get(heading[-length:])
        if stage is not None:
            return stage
    return None


def _without_brackets(text: str) -> str:
    return re.sub(r"[()\[\]【】]", "", text)


def _western_title(line: Piece) -> tuple[Stage, Piece] | None:
    portal = _PORTAL.match(line.flat)
    line = line.part(portal.end(), len(line.flat)) if portal else line
    flat = line.flat
    told = next((stage for stage, pattern in BY_FIRST_WORDS if pattern.match(flat)), None) or _behind_place(flat)
    if told is not None and len(flat) <= _LONGEST_TITLE:
        return told, line
    code = _FORM_CODE.match(flat)
    line = line.part(code.end(), len(flat)) if code else line
    flat = line.flat
    chunk = _WESTERN_CHUNK.match(flat)
    if chunk is None:
        return None
    words = FOLLOWS.sub("", without_accents(chunk[0].strip()))
    numbered = NUMBERED.match(words)
    words = f"{numbered['paper']} {words[numbered.end() :]}" if numbered else words
    if HOW_PASSED.match(words):
        return None
    after = flat[chunk.end() : chunk.end() + 1]
    for title in _titles_at_ends(words):
        stage = _WESTERN_TITLES[title]
        if stage is Stage.TENDER and words.startswith(title) and (void := _VOID.search(OF_LOSERS.sub("", flat))):
            return Stage.CANCELLATION, line.part(0, void.end())
        if words == title and (after != ":" or (" " in title and meaning_of(chunk[0].strip()) is None)):
            return stage, line.part(0, chunk.end()).stripped()
        rest = words[len(title) :]
        if words.startswith(title) and (OPEN_ENDED.match(rest) or (" " in title and OF_PROCEDURE.match(rest))):
            return stage, line.part(0, chunk.end() if numbered else len(title))
        if words.endswith(f" {title}") and after != ":" and len(words.split()) <= 14 and not words.startswith("the "):
            return Stage.AWARD if AWARDS.search(words) else stage, line.part(0, chunk.end()).stripped()
    return None


def _behind_place(flat: str) -> Stage | None:
    """Return the stage of a heading that a country or a portal leads: "Malta – Corrigendum to award notice"."""
    led = _LED_BY_PLACE.match(flat)
    told = (stage for stage, pattern in BY_FIRST_WORDS if led is not None and pattern.match(flat, led.end()))
    return next(told, None)


def _titles_at_ends(words: str) -> list[str]:
    """Return the titles that a heading begins or ends with, the longest first."""
    ends = [*(match.start() for match in _TITLE_ENDS.finditer(words)), len(words)]
    starts = [0, *(at + 1 for at, letter in enumerate(words) if letter == " ")]
    found = {words[:end].rstrip() for end in ends} | {words[start:] for start in starts}
    return sorted((one for one in found if one in _WESTERN_TITLES), key=len, reverse=True)


_OPEN_STAGES = frozenset({Stage.CANCELLATION, Stage.CANDIDATE})
"""What labels of others may tell of a document that names a winner with the price."""


def _told_by_fields(entries: Sequence[Entry]) -> tuple[Stage, Piece] | None:
    by_meaning: dict[Meaning, Entry] = {}
    by_label: dict[str, Entry] = {}
    for entry in entries:
        of_a_lot = entry.meaning is Meaning.CANCEL_REASON and entry.lot is not None
        is_no_day = entry.meaning is Meaning.CONTRACT_DATE and FIGURE.search(entry.value.text) is None
        if not is_blank(entry.value.text) and not of_a_lot and not is_no_day:
            by_meaning.setdefault(entry.meaning, entry)
            by_label.setdefault(entry.label, entry)
    if Meaning.CONTRACT_DATE in by_meaning:
        return Stage.CONTRACT, by_meaning[Meaning.CONTRACT_DATE].value
    if {Meaning.CONTRACT_BUYER, Meaning.CONTRACT_SUPPLIER} <= set(by_meaning):
        buyer, accepted = by_meaning[Meaning.CONTRACT_BUYER], by_meaning.get(Meaning.ACCEPTANCE_DATE)
        if accepted is not None:
            return Stage.ACCEPTANCE, accepted.value
        return Stage.ACCEPTANCE if _is_taken(buyer) else Stage.CONTRACT, buyer.value
    told = next(((stage, by_label[word].value) for word, stage in TELLING_LABELS if word in by_label), None)
    won = Meaning.SUPPLIER in by_meaning or (told is not None and told[0] is Stage.CANCELLATION)
    if told is not None and told[0] in _OPEN_STAGES and won and (awarded := _awarded(entries)) is not None:
        return Stage.AWARD, awarded
    return told or _told_by_sentences(entries) or _told_by_lots(entries) or _told_by_meanings(by_meaning)


def _told_by_meanings(by_meaning: dict[Meaning, Entry]) -> tuple[Stage, Piece] | None:
    """What the labels tell together, in languages written with spaces, where none of them tells it alone."""
    if any(has_han(entry.value.flat) for entry in by_meaning.values()):
        intended = by_meaning.get(Meaning.INTENDED)
        return (Stage.SINGLE_SOURCE, intended.value) if intended is not None and not intended.strict else None
    for needed, stage in _TOLD_TOGETHER:
        if needed <= set(by_meaning):
            return stage, min((by_meaning[meaning] for meaning in needed), key=lambda entry: entry.order).value
    return None


def _told_by_sentences(entries: Sequence[Entry]) -> tuple[Stage, Piece] | None:
    """What a sentence says that has no label: who won, or with whom a contract is intended."""
    for entry in entries:
        if not entry.label and entry.meaning in _SENTENCES:
            stage = _SENTENCES[entry.meaning]
            return Stage.ACCEPTANCE if stage is Stage.CONTRACT and _is_taken(entry) else stage, entry.value
    return None


def _is_taken(party: Entry) -> bool:
    """Say whether the text that names a party in a sentence says that what it delivered has been accepted."""
    return not party.label and TAKEN.search(party.value.sheet.flat[:LETTER_HEAD]) is not None


def _awarded(entries: Sequence[Entry]) -> Piece | None:
    """Return the price of a lot that was awarded beside another that was not."""
    for entry in entries:
        if entry.meaning is Meaning.AWARD_AMOUNT and find_amounts(entry.value.text, unit=entry.unit):
            return entry.value
    return None


def _told_by_lots(entries: Sequence[Entry]) -> tuple[Stage, Piece] | None:
    """Lots with names and money tell an award; conditions for bidders tell a tender."""
    for entry in entries:
        if entry.meaning is Meaning.LOT and names_in_lot(entry) and find_amounts(entry.value.text):
            return Stage.AWARD, entry.value
    invited = next((entry.value for entry in entries if entry.section is Section.INVITATION), None)
    told = (Stage.TENDER, invited) if invited is not None else (Stage.CANCELLATION, given_up(entries))
    return (told[0], told[1]) if told[1] is not None else None


def _has(entries: Sequence[Entry], meaning: Meaning) -> bool:
    return any(entry.meaning is meaning and not is_blank(entry.value.text) for entry in entries)
