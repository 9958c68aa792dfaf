"""Goods in series of like lines or clauses, in any language: what form and arithmetic prove, no word need say.

A run of lines, or the clauses of a line, is a series of goods if each of them is: a name, how many, and what one
costs. How many times the price of one is the price of all, in whatever order the three stand; where lines have one
sum each, a total that the document states tells whether it is of one or of all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from tenderlight.facts.goods.like_entries import read_entry
from tenderlight.facts.goods.like_keys import kind_of_label
from tenderlight.facts.goods.like_numbers import EVIDENCE
from tenderlight.facts.goods.like_prices import Priced, priced
from tenderlight.facts.goods.pieces import counts_pieces
from tenderlight.facts.goods.slots import Goods
from tenderlight.facts.goods.subjects import SUBJECT
from tenderlight.facts.goods.words import OF_MONEY
from tenderlight.facts.labels.in_lines import read_label
from tenderlight.facts.names.western import has_company
from tenderlight.facts.pages.document import SETTLED, Notice
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.languages.money import find_amounts
from tenderlight.languages.scripts import has_han

_PAGES = 5
_LONGEST_PAGE = 20_000
_LONGEST_LINE = 500
_LONGEST_ENTRY = 200
_MOST = 200
_LINE = re.compile(r"[^\n]+")
_WIDE_SIGNS = re.compile("[\u3000\u2003\u2002]|，(?![０-９]{3})")
_TWO_FIGURES = re.compile(r"\d[^\n]*?[^\d\n.,' ][^\n]*?\d|\d(?: {2,}|\s?\.{3})[^\n]*\d|\d\s?[^\W\d_]")
_SENTENCES = re.compile(r"。|(?<=[^\W\d_]{4})\.(?=\s+[^\W\d_a-zа-я])")
_CLAUSES = (
    re.compile(r";"),
    re.compile(
        r"(?:[;、]|(?<!\d),(?=\d))(?![^()]*\))|,(?![^()]*\))(?=\s(?:(?:و|y|e|et|and|и|та|und)\s?)?\d)|,(?=و\s?\d)|"
        r"\s(?:and|y|e|et|и|та|und|و)\s(?=\d)|و(?=\s\d)"
    ),
    re.compile(r"[;、,](?=\s?[^\s\d;、,])(?![^()]*\))"),
    re.compile(r"\s[+]\s"),
)
_HEADING = re.compile(
    r"\s{0,4}(?:[^\W\d_]{2,10}\.?\s(?:n[°ºo.]{0,2}\s?)?\d{1,3}|\d{1,3}[.)、])\s{0,3}[:.)、–—-]?\s{1,3}[^\W\d_]"
)
"""A numbered line that may name goods which the lines below it count."""
_BELOW = re.compile(
    r"\n[ \t\u3000]{1,12}(?!(?:items?|[ií]tem|pos|поз|ligne|line|rengl[óo]n|"
    r"品目)\.?\s?(?:n\S{0,2}\s?)?\d)[^\W\d_][^\n:]{1,40}[: ][^\n]{1,160}"
)
"""A line set in below another."""
_MOST_BELOW = 4
_JOINT = re.compile(r"(?:و|y|e|et|and|и|та|und|和|与|及)\s?(?=\d)")
_COLON = re.compile(r":(?!\d)")
_MOST_COLONS = 3
_FEWEST_CLAUSES = 2
_LEAD = re.compile(r"[^:\d]{0,60}:\s?(?=[^\s:])")
_TOTAL = re.compile(
    r"(?:sub|gran |grand )?-?total|合\s?计|总\s?计|小\s?计|共\s?计|итого|всего|разом|усього|summe|gesamt|soma|suma|"
    r"summa|net[ot]|"
    r"iva|vat|gst|tva|mwst|ндс|пдв|razem|importe|valor|amount|price|preço|precio|montant|цена|сумма|总价|金额|预算|"
    r"tax|tps|tvq|transport|freight|montante"
)
_NO_GOODS = re.compile(
    r"(?<!\w)(?:payment|bidder|tender(?:er)?|bid|offer|score|points?|weight|criteri\w+|page|clause|article|section|"
    r"guarantee|bond|consignee|recipient|addressee|warehouse|"
    r"penalt\w+|deadline|phone|tel|fax|plazo|anexo|cláusula|pagos?|anticipo|puntos?|prazo|délai|балл\w*|заявк\w+|"
    r"участник\w*|"
    r"пункт|аванс|срок|пропозиц\w+|учасник\w*|day|days|month|months|budget|estimated|date|contract|invoice|licitante|"
    r"proponente|proveedor|offre|acompte|retenue|caution|multa|fianza|contrato|invoice)(?!\w)|"
    r"公司|供应商|投标|报价|排名|得分|评审|保证金|服务费|代理费|中标|成交|合同|预算|限价|收费|费$|付款|支付|违约|质保期|工期|交货|履约|天内|"
    r"日内|第[一二三四五六七八九十\d]+[条款]|电话|邮编|账号|注册资本|首付|尾款|预付|代码"
)
_OFFICE = re.compile(r"(?:局|医院|学院|大学|学校|委员会|政府|厂|支队|大队)$")
_SENTENCE = re.compile(
    r"(?<!\w)(?:is|was|were|are|has|have|had|been|will|shall|must|should|this|that|which|es|fue|fueron|será|este|"
    r"esta|"
    r"según|foi|"
    r"foram|serão|est|sont|sera|ont|было|была|были|должен|ist|wurde|you|we|your|our|передает|приймає)(?!\w)"
)
_MONTHS = re.compile(
    r"(?<!\w)(?:january|february|march|april|may|june|july|august|september|october|november|december|janvier|"
    r"février|"
    r"mars|"
    r"avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|"
    r"agosto|"
    r"septiembre|octubre|noviembre|diciembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|dezembro|"
    r"januar|"
    r"februar|märz|juni|juli|oktober|dezember|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|"
    r"dicembre|"
    r"января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|січня|лютого|березня|квітня|"
    r"травня|червня|липня|серпня|вересня|жовтня|листопада|грудня)(?!\w)"
)
_LONGEST_NAME = 80
_FEWEST_LETTERS = 2
_LEAST_BARE = 100
"""A number without a currency counts for a sum from here on."""
_ROUNDED = Decimal("0.006")
"""By how much the price of one may be rounded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """The pages of a document, and how it writes numbers."""

    sheets: tuple[Sheet, ...]
    decimal_mark: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """Lines of one page, one below the other, each of goods alone."""

    sheet: Sheet
    start: int
    end: int
    lines: tuple[Sequence[Priced], ...]


def goods_in_like_lines(notice: Notice, told: int) -> list[Goods]:
    """Return the goods of the series of like lines in a document, unless as many are `told` as lines may count."""
    if notice.stage not in SETTLED:
        return []
    sheets = notice.sheets[:_PAGES]
    if notice.language == "zh":
        sheets = tuple(sheet for sheet in sheets if counts_pieces(sheet.flat))
    text = _Text(sheets=sheets, decimal_mark=notice.decimal_mark)
    return list(_series(text)) if not told or _counting(text.sheets) > told else []


@lru_cache(maxsize=2)
def _series(text: _Text) -> tuple[Goods, ...]:
    """Several ways to a price ask for the goods of one document, one behind the other."""
    found: list[Goods] = []
    for sheet in text.sheets:
        for run in _runs(text, sheet):
            found += _settled(text, run)
            if len(found) >= _MOST:
                break
    return tuple(found[:_MOST])


@lru_cache(maxsize=2)
def _counting(sheets: tuple[Sheet, ...]) -> int:
    """Return how many lines may count goods."""
    lines = [line[0] for sheet in sheets for line in _LINE.finditer(sheet.flat[:_LONGEST_PAGE])]
    return sum(_TWO_FIGURES.search(line) is not None and EVIDENCE.search(line) is not None for line in lines)


def _runs(text: _Text, sheet: Sheet) -> Iterator[_Run]:
    """Yield the longest runs of lines all of which are goods, or sentences all of whose clauses are."""
    lines: list[list[Priced]] = []
    start = end = 0
    done = 0
    for line in _LINE.finditer(sheet.flat[:_LONGEST_PAGE]):
        if line.start() < done:
            continue
        done = line.end()
        reads = _of_line(text, Piece(sheet=sheet, start=line.start(), end=line.end()))
        if not reads and _HEADING.match(line[0]):
            reads, done = _of_block(text, sheet, line.start(), done)
        if reads:
            start, end = start if lines else line.start(), done
            lines.append(reads)
        elif lines:
            yield _Run(sheet=sheet, start=start, end=end, lines=tuple(lines))
            lines = []
    if lines:
        yield _Run(sheet=sheet, start=start, end=end, lines=tuple(lines))


def _of_block(text: _Text, sheet: Sheet, start: int, end: int) -> tuple[list[Priced], int]:
    """Return the goods that a numbered line names and the labelled lines below it count and price, and their end."""
    stop = end
    for _line in range(_MOST_BELOW):
        below = _BELOW.match(sheet.flat, stop)
        if below is None:
            break
        stop = below.end()
        read = _read(text, Piece(sheet=sheet, start=start, end=stop))
        if read is not None and read.each is not None:
            return [read], stop
    return [], end


def _work(piece: Piece) -> str:
    """Return the text with the signs that set cells apart made plain: wide blanks are tabulators, wide commas 、."""
    text = piece.text
    if "\u3000" not in text and "，" not in text:
        return piece.flat
    return _work_of(piece.sheet)[piece.start : piece.end]


@lru_cache(maxsize=2)
def _work_of(sheet: Sheet) -> str:
    """Return a page with its wide blanks and wide commas made plain."""
    kept, position = [], 0
    for match in _WIDE_SIGNS.finditer(sheet.page.text):
        kept += [sheet.flat[position : match.start()], "、" if match[0] == "，" else "\t"]
        position = match.end()
    return "".join([*kept, sheet.flat[position:]])


def _of_line(text: _Text, line: Piece) -> list[Priced]:
    """Return the goods of a line: one, or those of its clauses; [] if anything in it that is counted is none."""
    if line.end - line.start > _LONGEST_LINE or not _TWO_FIGURES.search(line.flat) or not EVIDENCE.search(_work(line)):
        return []
    is_short = len(line.flat) <= _LONGEST_ENTRY
    one = _read(text, line) if is_short else None
    if one is not None:
        return [one]
    for lead in (_LEAD.match(line.flat), SUBJECT.match(line.flat)) if is_short else ():
        if lead is not None and lead.end() < len(line.flat) and kind_of_label(lead[0]) in {"other", "name"}:
            one = _read(text, line.part(lead.end(), len(line.flat)))
            if one is not None:
                return [one]
    for sentence in _parts(line, _SENTENCES):
        if len(EVIDENCE.findall(_work(sentence))) < _FEWEST_CLAUSES:
            continue
        reads = _of_sentence(text, sentence)
        if reads:
            return reads
    return []


def _of_sentence(text: _Text, sentence: Piece) -> list[Priced]:
    """Return the goods of the clauses of a sentence, behind the colon that leads to most of them."""
    colons = [match.end() for match in _COLON.finditer(sentence.flat)][:_MOST_COLONS]
    ways = [_of_clauses(text, sentence.part(start, len(sentence.flat))) for start in (*reversed(colons), 0)]
    return max(ways, key=len)


def _of_clauses(text: _Text, piece: Piece) -> list[Priced]:
    for pattern in _CLAUSES:
        parts = list(_parts(piece, pattern))
        if len(parts) < _FEWEST_CLAUSES:
            continue
        first = re.search(r"\d", parts[0].flat)
        if first is not None and all(re.match(r"\s*\d", part.flat) for part in parts[1:]):
            parts[0] = parts[0].part(first.start(), len(parts[0].flat))
        while len(parts) > _FEWEST_CLAUSES and not re.search(r"\d", parts[-1].flat):
            parts.pop()
        reads: list[Priced] = []
        for part in parts:
            read = _read(text, part)
            if read is None:
                break
            reads.append(read)
        if len(reads) == len(parts):
            return reads
    return []


def _parts(piece: Piece, pattern: re.Pattern[str]) -> Iterator[Piece]:
    work, position = _work(piece), 0
    for start, end in [*(match.span() for match in pattern.finditer(work)), (len(work), len(work))]:
        part = piece.part(position, start).stripped(" \t\n,;、。.")
        position = end
        joint = _JOINT.match(part.flat)
        part = part.part(joint.end() if joint else 0, len(part.flat))
        if part.end > part.start:
            yield part


def _read(text: _Text, piece: Piece) -> Priced | None:
    """Return what an entry says of goods with its numbers told apart, or None if it is none."""
    piece = piece.stripped(" \t\n;、。│|")
    entry = read_entry(piece, _work(piece), text.decimal_mark)
    name = entry.name
    if name is None or not _can_name(name) or SUBJECT.match(f"{name.flat} "):
        return None
    if entry.brand and (has_company(entry.brand) or len(entry.brand) > 24):
        return None
    return priced(entry)


def _can_name(name: Piece) -> bool:
    flat = name.flat
    letters = sum(map(str.isalpha, flat))
    if letters < _FEWEST_LETTERS or len(flat) > _LONGEST_NAME or ":" in flat or len(flat.split()) > 10:
        return False
    if (
        OF_MONEY.fullmatch(flat)
        or _TOTAL.match(flat)
        or _NO_GOODS.search(flat)
        or re.search(r"\d{5,}|[\t;|│▪•]| {3}", flat)
    ):
        return False
    if has_han(flat):
        return not _OFFICE.search(flat) and read_label(flat) is None
    return not (has_company(name.text) or _SENTENCE.search(flat) or _MONTHS.search(flat))


def _settled(text: _Text, run: _Run) -> Iterator[Goods]:
    """Yield the goods of a run, if its numbers are settled and nothing of its words is left over."""
    reads = [read for line in run.lines for read in line]
    left = [set(read.entry.rest) for read in reads]
    common = set.intersection(*left) if len(left) > 1 else set()
    if any(one - common for one in left):
        return
    is_priced = any(read.each is not None or read.open is not None for read in reads)
    if not is_priced and (len(reads) < _FEWEST_CLAUSES or any(read.entry.model is None for read in reads)):
        return
    stated = _stated(text, run) if any(read.open is not None for read in reads) else frozenset()
    whole = _opened(reads, stated)
    by_line = [whole if whole is not None or len(run.lines) == 1 else _opened(line, stated) for line in run.lines]
    if None in by_line:
        return
    for line, of_one in zip(run.lines, by_line, strict=True):
        yield from (_goods(read, of_one=bool(of_one)) for read in line)


def _goods(read: Priced, *, of_one: bool) -> Goods:
    price = read.each
    if read.open is not None:
        price = read.open if of_one else _divided(read.open, read.quantity)
    assert read.entry.name is not None
    return Goods(
        name=read.entry.name,
        quantity=read.quantity,
        unit=read.unit,
        brand=read.entry.brand,
        model=read.entry.model,
        unit_price=price,
        total=read.total,
    )


def _divided(total: Decimal, quantity: Decimal) -> Decimal | None:
    price = total / quantity
    return price if price == price.quantize(Decimal("0.01")) else None


def _opened(run: Sequence[Priced], stated: frozenset[Decimal]) -> bool | None:
    """Say whether the one sum of each entry is of one piece; None if no total of the document tells."""
    if all(read.open is None for read in run):
        return True
    sums = [(read.quantity, read.each, read.open) for read in run]
    known = sum((count * each for count, each, _open in sums if each is not None), Decimal(0))
    of_one = known + sum((count * one for count, _each, one in sums if one is not None), Decimal(0))
    of_all = known + sum((one for _count, _each, one in sums if one is not None), Decimal(0))
    if of_one == of_all:
        return True
    slack = _ROUNDED * sum((count for count, _each, _one in sums), Decimal(0))
    is_of_one = any(abs(of_one - one) <= slack for one in stated)
    return is_of_one if is_of_one != (of_all in stated) else None


def _stated(text: _Text, run: _Run) -> frozenset[Decimal]:
    """Return the sums that the document states outside a run."""
    return frozenset(
        amount.amount
        for sheet in text.sheets
        for amount in find_amounts(sheet.page.text[:_LONGEST_PAGE], decimal_mark=text.decimal_mark)
        if (sheet is not run.sheet or not run.start <= amount.start < run.end)
        and (not amount.bare or amount.amount >= _LEAST_BARE)
    )
