"""Lists of lots: where each lot begins and where the text about it ends, in all languages.

A word for a lot with a number or letter is the head of one only in a list: the same word stands with another number
at the beginning of another line or clause, or one head names several lots. What is under a head goes to the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from tenderlight.facts.labels.in_lines import find_labels, read_label
from tenderlight.facts.lots.coded_heads import coded_heads
from tenderlight.facts.lots.ends_han import OVER_HAN, SECTION_HAN
from tenderlight.facts.lots.lost_bids import is_of_lost_bid_han
from tenderlight.facts.lots.of_others import before_others, is_of_other
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.words.lot_keys import (
    HEADS_WESTERN,
    LOT,
    NAMED_WESTERN,
    OF_THE_WHOLE,
    half_width,
    heads_han,
    key_of,
    kind_of,
    several,
    western_names,
)
from tenderlight.facts.words.vocabulary import Meaning, mark_pattern
from tenderlight.languages.normalise import flatten
from tenderlight.languages.scripts import has_han

_LONGEST_PAGE = 60_000
_LONGEST_BLOCK = 900
_LONGEST_LEAD = 70
_VOID = mark_pattern("void")
LOT_IN_BRACKET = re.compile(rf"\s?\((?P<lot>{LOT.pattern})\)")
_LATIN = "lot"
_MOST_HEADS = 400
_MOST_LINES = 8
_FEWEST = 2
_LEAD = re.compile(
    r"[\s•*·–—>-]{0,4}(?:(?:sr|sl|s/n|s\.?no|serial|item|no)\b\.?\s?(?:no\.?\s?)?\d{1,3}\s?[|.):–-]\s{0,3})?"
    r"(?:\(?(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)]?|[a-zа-я][.)]{1,2}|[ivx]{1,4}(?:\.\d{1,2}){0,3}[.)]{1,2})\s{1,3})?"
    r"(?:(?:les?|the|el|los|las|os?|il|del|du|for|al)\s)?"
    r"(?:(?:contract|contrat|contrato|contratto|marché|auftrag|umowa|контракт|договор|договір)\s(?:no\.?|n[°ºo]\.?|nr\.?|№)?\s?"
    r"[\w./-]{1,24}\s?[:.,–—-]\s|(?:cig|cup)\s)?[\s•*·–—>(\[-]{0,4}"
)
"""Signs and a number that may stand before a head at the beginning of its line."""
_CLAUSE = re.compile(
    r"(?:[.;:]\s{1,3}(?:(?:the|el|la|le|o|il|das)\s)?|\)\s?,\s|"
    r"(?<!\S)(?:по|за|щодо|for|para (?:el|la|o)|en (?:el|la)|pour le|per il|(?:für|zu|bei)(?: das)?|"
    r"w|dla|do|w zakresie|под)\s|"
    r"(?:award|awards|awarding|adjudicar|adjudica|adjudícase|adjudicando|adjudicou|adjudicó|"
    r"attribuer|attribue|octroyer|octroie|adjuger|aggiudicare|aggiudica|aggiudicato|affidare|affida|affidato|attribuisce|"
    r"attribué|octroyé|adjugé|adjudicado)\s"
    r"(?:(?:the|el|la|los|las|le|les|o|a|os|as|il|i)\s)?|"
    r"(?:,|\d[\d.,]{3,12})\s(?:and|et|y|e|ed|und|и|та)\s(?:for\s)?(?:(?:the|el|la|los|las|les?|os?|as?|il|gli|das)\s)?|"
    r",\s(?:the|el|la|los|las|les?|os?|il|das)\s|"
    r"(?:[€$)\d]|euros?|h\.?t|ttc|tvac|iva|reais)\.?\s(?:e|et|y|and)\s(?:the|el|los|le|les|os?|il)\s)$"
)
_TO_PROVE = re.compile(
    r"(?m)^[ \t]{0,6}(?:[-•*·–—]\s{0,2}|\(?\d{1,2}[.)]\s{1,2})?"
    r"(?P<lot>(?P<noun>contract|section|region|area|district|depot|route|division|bill)\s"
    r"(?:no\.?\s{0,2})?(?:\d{1,2}|[a-h]|[ivx]{1,4}))(?=\s?[:–—(-]|\s{2})"
)
"""What may be the head of a lot if all of its list have a winner or none."""
_LOOSE = re.compile(
    r"(?:adjudi|aggiudic|award|attribu|vergeben|zuschlag|wybran|udziel|признать|присудить|определить|визначити|присудити|"
    r"declar|déclar|dichiar|erklär|unieważn|признан|визнат|победител|переможц|(?<!\w)(?:на|auf|na|za|за|по)(?!\w))[^;.\n]{0,60}$"
)
"""Words that decide on a lot, before it in its clause."""
_BEHIND = re.compile(
    r"\s{0,3}(?:[:–—(|.\t,«\"“)-]|$|\n)|\s{2,}|\s[^\W_][^:.;|\n]{2,60}:\s|\s(?:to|was|were|is|has been|went|goes)\s"
)
"""What must follow a head that is a letter, a title and a colon too: "lot a" may begin a sentence."""
_OF_NOTICE = frozenset(
    {
        *(Meaning.BUYER, Meaning.AGENCY, Meaning.PUBLICATION_DATE, Meaning.PROJECT_NUMBER),
        *(Meaning.AWARD_DATE, Meaning.DATE, Meaning.CONTRACT_DATE, Meaning.OTHER_DATE),
    }
)
"""Labels of the notice as a whole: with one of them the last lot of a list is at its end."""
_OFFICES = frozenset({Meaning.BUYER, Meaning.AGENCY, Meaning.PROJECT_NUMBER})
_NUMBERED = re.compile(r"\s{0,4}\d{1,2}[.)]\s")
_PARAGRAPH = re.compile(r"\n(?!\s{0,8}[a-zà-ÿа-яёіїєґ(])")
"""The end of a line that does not go on in the next: the text about a lot named in a sentence does not either."""
_CLAUSE_STOP = re.compile(r"[.;](?=\s)|\n")
_WHOLE = re.compile(
    r"\s*(?:\W\s)?(?:(?:grand |overall |sub)?total\b|sum of|итого|всего|усього|разом|gesamt|summe|en fe de|"
    r"إجمالی|الإجمالی|المجموع|razem|łącznie|totale\b|dad[oa] en|fait (?:à|le)|done (?:at|this)|signed|"
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\s*$)"
)
_NAMED_HAN = re.compile(
    r"(?:^|(?<=\n)|(?<=[;。]))[ \t]{0,4}(?:[(]?\d{1,2}[).、][ \t]?|[-•·][ \t]?)?"
    r"(?P<lot>[^\s:,;。、()\d][^\s:,;。、]{1,23}):"
    r"(?=[^。;\n]{0,24}?(?:(?<![未非拟候])(?:中标|成交|中选)(?:人|单位|供应商|方|商)?(?:为|是|:)|"
    r"(?:流标|废标|招标失败|采购失败)|(?:不足三家|少于三家|不足3家)))"
)
"""A lot that a list calls by its name alone: 前端设备:中标人为甲公司."""
_ORDERED_HAN = re.compile(
    r"(?:^|(?<=\n))[ \t]{0,4}[(]?(?P<lot>\d{1,2})[).、 \t]{1,3}"
    r"(?=[^\n]{0,60}?(?:(?<![未非拟候])(?:中标|成交|中选|入围)(?:人|单位|供应商|方|商)?(?:为|是|:)|流标|废标|招标失败|采购失败))"
)
"""The number of a project in a list of results: 2 图书馆密集书库 中标:甲公司."""
_ENDS_AS_FIRM = re.compile(r"(?:公司|集团|人|单位|供应商|结果|情况|名称|如下|公告|公示|通知)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class LotBlock:
    """One lot of a list, with the text under its head."""

    lots: tuple[str, ...]
    """As printed; several where a head names several."""
    head: Piece
    body: Piece
    lead: Piece | None = None
    """The words of its clause before the head, if they say that nobody won: "declares lot 2 void"."""
    is_coded: bool = False
    """The list has no word for lots: only what is said of all of them proves it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    lots: tuple[str, ...]
    kind: str
    start: int
    end: int
    begins: bool
    """Its line begins with it."""
    is_loose: bool = False
    """Neither line nor clause begins with it: it is the only one in its clause."""


@lru_cache(maxsize=8)
def lot_lists(sheet: Sheet, *, in_chinese: bool) -> Sequence[list[LotBlock]]:
    """Return the lists of lots on a page, one for each word used; none with fewer than two lots."""
    return next(iter(ways_to_lots(sheet, in_chinese=in_chinese)), [])


def ways_to_lots(sheet: Sheet, *, in_chinese: bool) -> Iterator[list[list[LotBlock]]]:
    """Yield the lists of lots on a page by each way to tell heads of lots, the surest first."""
    flat = sheet.flat[:_LONGEST_PAGE]
    found = list(_han_heads(sheet, flat)) if in_chinese else _without_lines([*_western_heads(sheet, flat)])
    sure = [head for head in found if not head.is_loose]
    for heads in ([head for head in sure if head.begins], sure):
        listed = _listed(heads)
        if listed:
            yield [_blocks(sheet, flat, same) for same in listed]
            break
    named = list(_named_heads(sheet, flat) if in_chinese else _named_western_heads(sheet, flat))
    if in_chinese and len(named) < _FEWEST:
        named = list(_ordered_heads(flat))
    if len(named) >= _FEWEST:
        yield [_blocks(sheet, flat, named)]
    for same in _listed(found) if len(found) > len(sure) else ():
        blocks = _blocks(sheet, flat, same)
        yield [blocks, [with_clause(one) for one in blocks]]
    if not in_chinese:
        for same in _listed(list(_heads_to_prove(sheet, flat))):
            yield [[replace(one, is_coded=True) for one in _blocks(sheet, flat, same)]]
    for codes in coded_heads(flat):
        heads = [_coded(sheet, one.stem, one.start, one.end) for one in codes]
        yield [[replace(one, is_coded=True) for one in _blocks(sheet, flat, heads)]]


def _heads_to_prove(sheet: Sheet, flat: str) -> Iterator[_Head]:
    """Yield the heads of lists that words begin which mean much else: "Contract 1 (doors): A Ltd, EUR 41,200"."""
    for match in islice(_TO_PROVE.finditer(flat), _MOST_HEADS):
        lot = " ".join(sheet.page.text[slice(*match.span("lot"))].split())
        yield _Head(lots=(lot,), kind=match["noun"], start=match.start("lot"), end=match.end("lot"), begins=True)


def _without_lines(heads: Sequence[_Head]) -> list[_Head]:
    """Return heads of lots without the lines of goods that Costa Rica counts below each "Partida"."""
    is_parted = any(head.kind == "partida" and head.begins for head in heads)
    return [head for head in heads if not is_parted or head.kind not in {"línea", "linea"}]


def mentions(sheet: Sheet) -> list[list[LotBlock]]:
    """Return all that a page says of lots in languages written with spaces, one list for each word used.

    Each mention has its block, those in the middle of a clause too; a lot may have several.
    """
    flat = sheet.flat[:_LONGEST_PAGE]
    return [_blocks(sheet, flat, same) for same in _listed(list(_western_heads(sheet, flat)))]


def with_clause(block: LotBlock) -> LotBlock:
    """Return a block with the clause that its head stands in: who won may be named before the lot."""
    head, body, flat = block.head, block.body, block.head.sheet.flat
    first = max(0, head.start - _LONGEST_BLOCK)
    before = [stop.end() for stop in _CLAUSE_STOP.finditer(flat, first, head.start)]
    behind = _CLAUSE_STOP.search(flat, head.end, body.end)
    return replace(
        block,
        body=Piece(sheet=head.sheet, start=before[-1] if before else first, end=behind.start() if behind else body.end),
    )


def _listed(heads: Sequence[_Head]) -> list[list[_Head]]:
    """Return the heads of lists, one list for each word used."""
    kinds: dict[str, list[_Head]] = {}
    for head in heads:
        kinds.setdefault(head.kind, []).append(head)
    return [same for same in kinds.values() if len({key_of(lot) for head in same for lot in head.lots}) >= _FEWEST]


def _coded(sheet: Sheet, stem: str, start: int, end: int) -> _Head:
    """Return the head of a lot that is called by a code, or by the word for a lot in brackets behind the code."""
    named = LOT_IN_BRACKET.match(sheet.flat, end)
    if named is not None:
        lot, end = half_width(sheet.page.text[slice(*named.span("lot"))]), named.end()
    else:
        lot = half_width(sheet.page.text[start:end])
    return _Head(lots=(lot,), kind=stem, start=start, end=end, begins=True)


def other_mentions(sheet: Sheet, blocks: Sequence[LotBlock], lots: Sequence[str] = ()) -> Iterator[LotBlock]:
    """Yield the lots named beside the list, each with its clause ("the board declares lot 4 void").

    Args:
        sheet: The page.
        blocks: The list.
        lots: Lots that are known without a list, as printed.
    """
    flat = sheet.flat[:_LONGEST_PAGE]
    known = {key_of(lot) for lot in (*lots, *(lot for block in blocks for lot in block.lots))}
    heads = (*(block.head.flat for block in blocks), *map(flatten, lots))
    kinds = {kind_of(match["noun"]) for head in heads if (match := HEADS_WESTERN.match(head))}
    for match in islice(HEADS_WESTERN.finditer(flat), _MOST_HEADS) if kinds else ():
        names = tuple(name for name in western_names(sheet.page.text, match) if key_of(name) not in known)
        inside = any(block.body.start <= match.start() < block.body.end for block in blocks)
        if not names or inside or kind_of(match["noun"]) not in kinds:
            continue
        first = max(0, match.start() - _LONGEST_BLOCK)
        before = [stop.end() for stop in _CLAUSE_STOP.finditer(flat, first, match.start())]
        behind = _CLAUSE_STOP.search(flat, match.end(), match.end() + _LONGEST_BLOCK)
        clause = Piece(
            sheet=sheet,
            start=before[-1] if before else first,
            end=behind.start() if behind else min(len(flat), match.end() + _LONGEST_BLOCK),
        )
        yield LotBlock(lots=names, head=Piece(sheet=sheet, start=match.start(), end=match.end()), body=clause)


def _han_heads(sheet: Sheet, flat: str) -> Iterator[_Head]:
    won = (match for match in heads_han(flat) if not is_of_lost_bid_han(flat, match.end()))
    for match in islice(won, _MOST_HEADS):
        group = "lot" if match["lot"] else "several"
        written = half_width(sheet.page.text[slice(*match.span(group))])
        lots = (" ".join(written.split()),) if match["lot"] else tuple(several(match["several"]))
        kind = _LATIN if match[group].isascii() else kind_of(match[group])
        yield _Head(lots=lots, kind=kind, start=match.start(), end=match.end(), begins=True)


def _ordered_heads(flat: str) -> Iterator[_Head]:
    """Yield the heads of projects that a list counts, each of which says who won it or that nobody did."""
    found = list(islice(_ORDERED_HAN.finditer(flat), _MOST_HEADS))
    if [int(match["lot"]) for match in found] == list(range(1, len(found) + 1)):
        for match in found:
            yield _Head(lots=(match["lot"],), kind="", start=match.start("lot"), end=match.end(), begins=True)


def _named_heads(sheet: Sheet, flat: str) -> Iterator[_Head]:
    """Yield the heads of lots with a name and no number: before a colon and who won, or that nobody did."""
    for match in islice(_NAMED_HAN.finditer(flat), _MOST_HEADS):
        name = sheet.page.text[slice(*match.span("lot"))].strip()
        if read_label(match["lot"]) is None and not _ENDS_AS_FIRM.search(name):
            yield _Head(lots=(name,), kind="", start=match.start("lot"), end=match.end(), begins=True)


def _named_western_heads(sheet: Sheet, flat: str) -> Iterator[_Head]:
    """Yield the heads of lots with a name and no number, where two or more say who won: "Radios: awarded to"."""
    found = list(islice(NAMED_WESTERN.finditer(flat), _MOST_HEADS))
    if sum(match["won"] is not None for match in found) < _FEWEST:
        return
    for match in found:
        group = "quoted" if match["quoted"] is not None else "lot"
        name = " ".join(sheet.page.text[slice(*match.span(group))].split())
        if read_label(match[group]) is None:
            yield _Head(lots=(name,), kind="", start=match.start("head"), end=match.end("head"), begins=True)


def _western_heads(sheet: Sheet, flat: str) -> Iterator[_Head]:
    for match in islice(HEADS_WESTERN.finditer(flat), _MOST_HEADS):
        if is_of_other(flat, match.start()):
            continue
        if match["first"].isalpha() and len(match["first"]) == 1 and not _BEHIND.match(flat, match.end()):
            continue
        line_start = flat.rfind("\n", 0, match.start()) + 1
        begins = _LEAD.fullmatch(flat, line_start, match.start()) is not None
        is_clause = begins or _CLAUSE.search(flat, max(line_start, match.start() - 20), match.start()) is not None
        if is_clause or _LOOSE.search(flat, max(line_start, match.start() - 60), match.start()):
            lots = tuple(western_names(sheet.page.text, match))
            yield _Head(
                lots=lots,
                kind=kind_of(match["noun"]),
                start=match.start(),
                end=match.end(),
                begins=begins,
                is_loose=not is_clause,
            )


def _blocks(sheet: Sheet, flat: str, heads: Sequence[_Head]) -> list[LotBlock]:
    blocks = []
    stops = [*(head.start for head in heads[1:]), len(flat)]
    go_on = [*(not _is_named(heads[at], heads[:at]) for at in range(1, len(heads))), False]
    own = {label for head, stop in zip(heads[:-1], stops[:-1], strict=True) for label in _labels(flat[head.end : stop])}
    leads = [_lead(sheet, flat, head) for head in heads]
    stops = [lead.start if lead is not None else stop for lead, stop in zip([*leads[1:], None], stops, strict=True)]
    for head, lead, stop, goes_on in zip(heads, leads, stops, go_on, strict=True):
        ends = stop if goes_on else before_others(flat, heads[0].start, head.end, stop)
        last = min(ends if head.begins else _end_of_paragraph(sheet, head.end, ends), head.end + _LONGEST_BLOCK)
        is_between = ends < len(flat) and SECTION_HAN.match(flat, head.end) is not None
        end = last if is_between else _end_of(flat, head.end, last, own=own)
        blocks.append(
            LotBlock(
                lots=head.lots,
                head=Piece(sheet=sheet, start=head.start, end=head.end),
                body=Piece(sheet=sheet, start=head.end, end=max(head.end, end)),
                lead=lead,
            )
        )
    return blocks


def _is_named(head: _Head, before: Sequence[_Head]) -> bool:
    """Say whether each lot of a head has been named by one before it: a list is at its end."""
    return {key_of(lot) for lot in head.lots} <= {key_of(lot) for one in before for lot in one.lots}


def _lead(sheet: Sheet, flat: str, head: _Head) -> Piece | None:
    """Return the words of a clause before its head that say that nobody won the lot, or None."""
    first = max(0, head.start - _LONGEST_LEAD)
    before = [stop.end() for stop in _CLAUSE_STOP.finditer(flat, first, head.start)]
    start = before[-1] if before else first
    found = _VOID.search(flat, start, head.start)
    if found is None:
        return None
    comma = flat.rfind(", ", start, found.start())
    return Piece(sheet=sheet, start=comma + 1 if comma >= 0 else start, end=head.start)


def _end_of_paragraph(sheet: Sheet, start: int, stop: int) -> int:
    """Return where the text about a lot ends that a sentence names: with its line, unless nothing is left of it."""
    end = _PARAGRAPH.search(sheet.page.text, start, stop)
    return end.start() if end is not None and sheet.flat[start : end.start()].strip(" .:") else stop


def _labels(block: str) -> Iterator[str]:
    """Yield the labels of days and sums that lines between two heads begin with: each lot has its own."""
    for line in block.split("\n")[1:_MOST_LINES] if len(block) <= _LONGEST_BLOCK else ():
        first = next(iter(find_labels(line.strip())), None)
        if first is not None and first.start == 0 and first.meaning not in _OFFICES:
            yield first.label


def _end_of(flat: str, start: int, stop: int, *, own: set[str]) -> int:
    """Return where the text under a head ends: before an empty line, or one that is about the whole notice.

    Args:
        flat: The page.
        start: Where the head ends.
        stop: Where the text ends at the latest.
        own: Labels that lots of the list have of their own.
    """
    if has_han(flat[start:stop]):
        over = OVER_HAN.search(flat, start, stop)
        return over.start() if over else stop
    end = start
    line_start = flat.rfind("\n", 0, start) + 1
    is_numbered = _NUMBERED.match(flat, line_start) is not None
    for count, line in enumerate(re.finditer(r"[^\n]*(?:\n|$)", flat[start:stop])):
        text = line[0].rstrip("\n")
        is_next = not is_numbered and _NUMBERED.match(text) is not None
        if count and (count > _MOST_LINES or is_next or not text.strip() or _is_of_notice(text, own=own)):
            break
        end = start + line.end()
        if start + line.end() >= stop:
            break
    return min(end, stop)


def _is_of_notice(line: str, *, own: set[str]) -> bool:
    if _WHOLE.match(line):
        return True
    hits = find_labels(line.strip())
    label = read_label(line.strip())
    first = hits[0] if hits and hits[0].start == 0 else None
    if first is not None and ((first.meaning in _OF_NOTICE and not first.strict) or OF_THE_WHOLE.match(first.label)):
        return first.label not in own
    return label is not None and label.section is not None
