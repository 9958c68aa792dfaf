"""Where the lots of a list begin, in languages written with spaces: "Lot 1 –", "Partida 2:", "Package C (trailers):".

A word for a lot with a number or letter is the head of one only in a list: the same word stands with another number
at the beginning of another line or clause. What is under a head goes to the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from tenderlight.facts.labels import find_labels, read_label
from tenderlight.facts.layout import Piece, Sheet
from tenderlight.facts.lots import OF_THE_WHOLE
from tenderlight.facts.vocabulary import Meaning

_LONGEST_PAGE = 60_000
_LONGEST_BLOCK = 900
_LONGEST_CLAUSE = 300
_MOST_HEADS = 400
_MOST_LINES = 8
_FEWEST = 2
_ORDINALS = "اولی?|اول|أولی|أول|ثانیة|ثانی|ثالثة|ثالث|رابعة|رابع|خامسة|خامس|سادسة|سادس|سابعة|سابع|ثامنة|ثامن|تاسعة|تاسع"
_NOUN = (
    r"lots?|lotes?|lotto|lotti|lose|los(?=\s{0,2}(?:nr\.?\s{0,2})?\d{1,3}\s{0,2}[:.,(–—-])|лот(?:у|а|ом|е|ы)?|partidas?|rengl[óo]n(?:es)?|rubros?|[íi]tem(?:s)?|itens|"
    r"l[íi]neas?|lines?|packages?|parts?|tranches?|groups?|groupes?|grupos?|"
    r"cz[ęe]ść|zadanie|pakiet|частина|часть|posición|position|teil|"
    r"المجموعة|الحزمة|البند|القسم|الجزء|الدفعة|العملیة|بخش|بسته|گروه|ردیف"
)
_DESIGNATOR = rf"\d{{1,4}}(?:[.-]\d{{1,3}})?[a-z]?|[ivx]{{1,5}}|[a-z]|(?:ال)?(?:{_ORDINALS})"
_AND = r"(?:\s?&\s?|\s(?:and|y|e|et|und|i|и|та|و)\s)"
_HEAD = re.compile(
    rf"(?<![\w-])(?P<noun>{_NOUN})(?![^\W\d_])(?:\s?[-–]\s?|\s{{0,2}})(?:no\.?|n[°ºo]\.?|nr\.?|nos?\.|№|#|num\.?|رقم)?\s{{0,2}}\(?"
    rf"(?P<first>{_DESIGNATOR})(?P<more>(?:(?:\s?,\s?(?:{_DESIGNATOR})(?!\w)){{0,12}}{_AND}(?:{_DESIGNATOR})(?!\w))?)(?![\w%])(?![.,]\d)"
)
_LEAD = re.compile(r"[\s•*·–—>-]{0,4}(?:\(?\d{1,2}(?:\.\d{1,2}){0,2}[.)]?\s{1,3})?[\s•*·–—>(\[-]{0,4}")
"""Signs and a number that may stand before a head at the beginning of its line."""
_CLAUSE = re.compile(r"(?:[.;:]\s{1,3}|\)\s?,\s|\s(?:по|for|para (?:el|la|o)|en (?:el|la)|pour le|per il|für|под)\s)$")
_BEHIND = re.compile(r"\s{0,3}(?:[:–—(|.\t,«\"“)-]|$|\n)")
"""What must follow a head that is a letter: "lot a" may begin a sentence."""
_DESIGNATORS = re.compile(rf"(?<!\w)(?:{_DESIGNATOR})(?!\w)")
_CASE = re.compile(r"(?<=лот)(?:у|а|ом|е|ы)(?=\s)", re.IGNORECASE)
_SINGULAR = re.compile(r"(?<=lot)es?$|(?<=[a-z]{3})s$|(?:у|а|ом|е|ы)$")
_OF_NOTICE = frozenset(
    {
        *(Meaning.BUYER, Meaning.AGENCY, Meaning.PUBLICATION_DATE, Meaning.PROJECT_NUMBER),
        *(Meaning.AWARD_DATE, Meaning.TOTAL, Meaning.DATE, Meaning.CONTRACT_DATE, Meaning.OTHER_DATE),
    }
)
"""Labels of the notice as a whole: with one of them the last lot of a list is at its end."""
_NUMBERED = re.compile(r"\s{0,4}\d{1,2}[.)]\s")
_CLAUSE_STOP = re.compile(r"[.;](?=\s)|\n")
_WHOLE = re.compile(
    r"\s*(?:\W\s)?(?:(?:grand |overall |sub)?total\b|sum of|итого|всего|усього|разом|gesamt|summe|en fe de|"
    r"dad[oa] en|fait (?:à|le)|done (?:at|this)|signed|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\s*$)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LotBlock:
    """One lot of a list, with the text under its head."""

    lots: tuple[str, ...]
    """As printed; several where a head names several."""
    head: Piece
    body: Piece


def lot_lists(sheet: Sheet) -> list[list[LotBlock]]:
    """Return the lists of lots on a page, one for each word used; none with fewer than two lots."""
    flat = sheet.flat[:_LONGEST_PAGE]
    found = list(_heads(flat))
    for heads in ([match for match, begins in found if begins], [match for match, _begins in found]):
        kinds: dict[str, list[re.Match[str]]] = {}
        for match in heads:
            kinds.setdefault(_kind(match["noun"]), []).append(match)
        listed = [same for same in kinds.values() if len({match["first"] for match in same}) >= _FEWEST]
        if listed:
            return [_blocks(sheet, flat, same) for same in listed]
    return []


def other_mentions(sheet: Sheet, blocks: Sequence[LotBlock]) -> Iterator[LotBlock]:
    """Yield the lots named beside the list, each with its clause ("the board declares lot 4 void")."""
    flat = sheet.flat[:_LONGEST_PAGE]
    known = {_number(lot) for block in blocks for lot in block.lots}
    kind = _kind_of(blocks[0].head.flat) if blocks else ""
    for match in islice(_HEAD.finditer(flat), _MOST_HEADS):
        names = tuple(name for name in _names(sheet, match) if _number(name) not in known)
        if not names or _kind(match["noun"]) != kind or any(_is_in(block.body, match.start()) for block in blocks):
            continue
        before = [
            stop.end() for stop in _CLAUSE_STOP.finditer(flat, max(0, match.start() - _LONGEST_BLOCK), match.start())
        ]
        behind = _CLAUSE_STOP.search(flat, match.end(), match.end() + _LONGEST_BLOCK)
        clause = Piece(
            sheet=sheet,
            start=before[-1] if before else max(0, match.start() - _LONGEST_BLOCK),
            end=behind.start() if behind else min(len(flat), match.end() + _LONGEST_BLOCK),
        )
        yield LotBlock(lots=names, head=Piece(sheet=sheet, start=match.start(), end=match.end()), body=clause)


def _is_in(piece: Piece, at: int) -> bool:
    return piece.start <= at < piece.end


def _number(lot: str) -> str:
    return lot.rpartition(" ")[2].casefold().lstrip("0")


def _kind_of(flat: str) -> str:
    match = _HEAD.match(flat)
    return _kind(match["noun"]) if match else ""


def _heads(flat: str) -> Iterator[tuple[re.Match[str], bool]]:
    """Yield what may be heads, each with whether its line begins with it."""
    for match in islice(_HEAD.finditer(flat), _MOST_HEADS):
        if match["first"].isalpha() and len(match["first"]) == 1 and not _BEHIND.match(flat, match.end()):
            continue
        line_start = flat.rfind("\n", 0, match.start()) + 1
        begins = _LEAD.fullmatch(flat, line_start, match.start()) is not None
        if begins or _CLAUSE.search(flat, max(line_start, match.start() - 14), match.start()):
            yield match, begins


def _kind(noun: str) -> str:
    return _SINGULAR.sub("", noun)


def _blocks(sheet: Sheet, flat: str, heads: Sequence[re.Match[str]]) -> list[LotBlock]:
    stops = [*(match.start() for match in heads[1:]), len(flat)]
    blocks = []
    for match, stop in zip(heads, stops, strict=True):
        end = _end_of(flat, match.end(), min(stop, match.end() + _LONGEST_BLOCK))
        blocks.append(
            LotBlock(
                lots=tuple(_names(sheet, match)),
                head=Piece(sheet=sheet, start=match.start(), end=match.end()),
                body=Piece(sheet=sheet, start=match.end(), end=max(match.end(), end)),
            )
        )
    return blocks


def _end_of(flat: str, start: int, stop: int) -> int:
    """Return where the text under a head ends: before an empty line, or one that is about the whole notice."""
    end = start
    line_start = flat.rfind("\n", 0, start) + 1
    is_numbered = _NUMBERED.match(flat, line_start) is not None
    for count, line in enumerate(re.finditer(r"[^\n]*(?:\n|$)", flat[start:stop])):
        text = line[0].rstrip("\n")
        if count and (count > _MOST_LINES or not text.strip() or _is_of_notice(text)):
            break
        if count and not is_numbered and _NUMBERED.match(text):
            break
        end = start + line.end()
        if start + line.end() >= stop:
            break
    return min(end, stop)


def _is_of_notice(line: str) -> bool:
    if _WHOLE.match(line):
        return True
    hits = find_labels(line.strip())
    label = read_label(line.strip())
    if hits and hits[0].start == 0 and (hits[0].meaning in _OF_NOTICE or OF_THE_WHOLE.match(hits[0].label)):
        return True
    return label is not None and label.section is not None


def _names(sheet: Sheet, match: re.Match[str]) -> Iterator[str]:
    """Yield the names of the lots of a head: "Lots 1 and 3" are lot 1 and lot 3, by the word as printed."""
    written = sheet.page.text
    if not match["more"]:
        yield _CASE.sub("", " ".join(written[match.start() : match.end()].split()))
        return
    noun = written[slice(*match.span("noun"))]
    noun = noun[:-1] if noun.lower().endswith("s") and noun.lower() not in {"los"} else noun
    start = match.start("first")
    for one in _DESIGNATORS.finditer(match[0], start - match.start()):
        yield f"{noun} {written[match.start() + one.start() : match.start() + one.end()]}"
