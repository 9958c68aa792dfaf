"""What running text says in languages written with spaces: who awards what to whom, for how much, and when.

Notices say it in sentences ("X Council has awarded the contract to Y Ltd for £2m"), contracts in their opening
("X, hereinafter the Purchaser, and Y, hereinafter the Supplier"). What labels say counts before it: a sentence is only
taken up where no label says the same. Words of the sentence decide; none of them is a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from tenderlight.facts.dates.western_sentences import heading_date, running_dates, signature_days
from tenderlight.facts.fields.portal_lines import portal_parties
from tenderlight.facts.money.western_sentences import PRICES_SAID, lot_of_line, money_entries
from tenderlight.facts.names.groups_in_text import groups_in
from tenderlight.facts.names.in_values import find_names
from tenderlight.facts.names.joint_bids import bid_around
from tenderlight.facts.names.offices import PAPER, is_office, office_lines
from tenderlight.facts.names.western import CAPITALISED, EASTERN_COMPANY, NAMED_GROUP, companies, has_company
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.procedure.numbers import read_number
from tenderlight.facts.procedure.numbers_in_sentences import running_numbers
from tenderlight.facts.prose.arabic import arabic_awards
from tenderlight.facts.prose.awarded_firms import awarded_firms, awarded_price
from tenderlight.facts.prose.counted_firms import counted_firms
from tenderlight.facts.prose.iberian_awards import part_entries
from tenderlight.facts.prose.letters import letters_of
from tenderlight.facts.prose.no_award import is_of_other, rest_of_sentence
from tenderlight.facts.prose.sentences import own_bid, price_entries, read_sentences, winner_entries
from tenderlight.facts.prose.signing_parties import sellers_by_role, signing_parties
from tenderlight.facts.prose.western_buyers import acting_buyer, subjects
from tenderlight.facts.words.running import (
    APPOSED,
    AWARDED_TO,
    CALLED_OTHERWISE,
    DECIDED_LETTER,
    INTENDED,
    OTHER_ROLE,
    REPRESENTS,
    ROLES,
    WINNERS,
)
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.money import find_amounts

_PAGES, _LONGEST = 5, 60_000
"""Characters of a page that are looked at: sentences that decide stand at the head of a notice or a contract."""
_SUPPLIERS = frozenset({Meaning.SUPPLIER, Meaning.LEAD, Meaning.MEMBER, Meaning.CONTRACT_SUPPLIER})
_WINNERS = frozenset({Meaning.SUPPLIER, Meaning.CONTRACT_SUPPLIER})
_BUYERS = frozenset({Meaning.BUYER, Meaning.CONTRACT_BUYER})
_NAME = re.compile(rf"\s*(?:«|\")?(?P<name>{CAPITALISED})")
_BEFORE_ROLE = 260
_HARD = re.compile(r"(?:\n|;|(?<!P\.O)\.\s|:\s|стороны,?\s(?:и|та)\s|\(\d\)\s)")
_PARTIES_FOLLOW = re.compile(
    r"(?i)\b(?:entre|between|zwischen|tra|pomiędzy|між|между|by and between|بین|(?:por|de) una parte,?|(?:por|"
    r"de)(?: la)? otra(?: parte)?,?|"
    r"d['’]une part,?|d['’]autre part,?|de um lado,?|de outro(?: lado)?,?|(?:d?a|com a|de la|con la|à la|avec "
    r"la)\s(?:empresa|firma|sociedade?|société)|"
    r"z jednej strony,?|z drugiej strony,?|(?:działalność )?(?:gospodarczą )?pod (?:firmą|nazwą))\s*:?\s"
)
_JOINT = re.compile(
    r"[\s,;)»”\"']*(?:and|y|e|et|и|та|und|oraz)\s(?:(?:por|de)\s(?:la\s)?otra(?:\sparte)?,?\s|de\soutro\slado,?\s|"
    r"d['’]autre\spart,?\s|with\s|la\ssociété\s|la\sempresa\s|a\sempresa\s|l['’]entreprise\s)?",
    re.IGNORECASE,
)
_SOFT = re.compile(r",?\s(?:and|и|та|y|e|et|und|ed?|oraz|а также|а також|with|entre|between)\s")
_CLAUSE_NAME_ENDS = re.compile(
    r"\s(?:of|,)?\s?P\.?\s?O\.?\s?Box\s|"
    r"(?i:,\s(?!\s*(?:s\.|c\.v|inc|ltd|limit|llc|l\.|gmbh|co\.|plc|ltda|lda|sas?\b|s/a|srl|sarl|socieda|eireli|unip)))|\s\((?![A-Z]{2,6}\))|\s[-–—]\s|"
    r"(?i:\s(?:resuelve|dispone|decreta|acuerda|décide|arrête|resolve|в лице|далі|"
    r"в особі|a company|represent|con nit|inscrit|identificad|domiciliad|con domicilio|sise|dont le siège))"
)
_LEADING = re.compile(
    r"^(?:\W*\d{1,2}[.)]\s*|\W*\(\d\)\s*|the\s|el\s|la\s|los\s|las\s|o\s|a\s|os\s|as\s|le\s|les\s|l['’]|il\s|lo\s|"
    r"gli\s|der\s|die\s|das\s|entre\s|between\s|"
    r"(?:suscritos|infrascritos|abajo firmantes|abaixo assinados|soussignés|undersigned),?\s|"
    r"(?:la\s|una\s|a\s)?(?:sociedade?|empresa|firma|compañía|entidad|société|entreprise|firmą|spółką|ditta|impresa|società|"
    r"фирмой|компанией|организацией|фірмою|компанією)\s(?:mercantil\s|comercial\s|anónima\s)?(?!p[úu]blica|municipal|nacional|estatal|metropolitana|provincial|portuaria|de\s)"
    r"(?-i:(?=[A-Z«\"“]))|"
    r"de una parte,?\s|por una parte,?\s|de um lado,?\s|d'une part,?\s|y\s|и\s|та\s|and\s|"
    r"et\s|e\s|"
    r"\W+(?=[^\W\d_]))+",
    re.IGNORECASE,
)
_OFFICE_OF_PLACE = re.compile(
    r"(?:municipio|municipalidad|ayuntamiento|gobierno|gobernación|provincia|ministerio|alcaldía|prefeitura|município|"
    r"governo|"
    r"ville|commune|mairie|département|région|métropole|ministère|préfecture|conseil\s\w+)\s"
    r"(?:de\s(?:la\s|los\s|las\s)?|del\s|do\s|"
    r"da\s|du\s|des\s|d['’]|de\sl['’])(?=[A-ZÀ-Þ])"
)
"""An office whose own word is written small before its place: "el municipio de Lanús", "la ville de Lille"."""
_COMMA_ARTICLE = re.compile(r",\s(?:o|a|os|as|el|la|le|the)\s(?=[^\W\d_a-zà-ÿ])")
"""A clause that goes on with its subject: "Aos 20 dias do mês de outubro de 2022, o MUNICÍPIO DE …"."""
_SEAT = re.compile(
    r"\sof\s(?=\d|(?:[^\s,]{1,20}\s){0,3}(?i:house|centre|center|hall|road|street|lane|way|headquarters|"
    r"buildings?|offices?|"
    r"park|floor|square)\b)"
)
_ENDS_AS_OFFICE = re.compile(
    r"(?i:\s(?:council|authority|constabulary|university|trust|agency|commission|corporation|police|board))$"
)
_SUBORDINATE = re.compile(r"(?:.*\b(?:that|que|qu['’]|что|що)\s)")
_DEFINED = re.compile(r"[(](?:the\s|el\s|la\s|l['’]|le\s)?[\"“«][^\"“”»\n]{2,40}[\"”»][)]")
"""A word for a party in brackets and quotation marks, behind its name: ("the City")."""
_TIER = re.compile(r"^Sub-tier\s*:?\s+(?P<name>[A-Z][^\n]{3,80})$", re.MULTILINE)
"""The agency in a notice of SAM.gov, between its department and its office."""
_LOT_NEXT = re.compile(r"\s*(?:lote?|lotto|лот|partida|los|cz[ęe]ść)\b", re.IGNORECASE)
_RECOMMENDED = re.compile(
    r"(?i:\b(?:recomienda|recomendar|recomiendan|recomenda|sugiere|propone|propõe|proponer)\w*\s(?:\w+\s){0,2})\Z"
)
"""What somebody recommends has not been awarded yet."""
_OF_LINE = re.compile(
    r"^[ \t]*(?P<word>l[íi]nea|[íi]tem|rengl[óo]n|line|lote?|los|partida)\s*(?:n[°º.]*\s*)?\d{1,3}\b[^\n]*",
    re.MULTILINE,
)
_PARTIES_OF_CONTRACT = 2
_APPOSITION_ENDS = re.compile(r"\.?,\s")
_MOST_WORDS = 14
_PLACED = re.compile(r"\s{0,2}[LHT]-?1\s?[,(:–-]\s?(?:M/s\.?\s)?")
"""The place of a bid before the name of who made it, as in India: "L1, M/s X"."""


def running_entries(sheets: Sequence[Sheet], entries: Sequence[Entry], language: str) -> list[Entry]:
    """Return what sentences say that no label says; still without numbers.

    Args:
        sheets: The document.
        entries: What its labels say.
        language: ISO 639-1; Chinese has rules of its own.
    """
    if language == "zh":
        return []
    said = {entry.meaning for entry in entries if not entry.old and not _is_person(entry)}
    has_number = any(entry.meaning is Meaning.PROJECT_NUMBER and read_number(entry) for entry in entries)
    found: list[Entry] = []
    for sheet in sheets[:_PAGES]:
        portal = [_entry(meaning, sheet, start, end) for meaning, start, end in portal_parties(sheet, entries)]
        found += [entry for entry in portal if not said & (_BUYERS if entry.meaning is Meaning.BUYER else _WINNERS)]
        said |= {entry.meaning for entry in portal}
        if not said & _BUYERS:
            found += _acting_buyers(sheet)
        parts = part_entries(sheet, language) if not said & _WINNERS else []
        found += parts or (_by_sentences(sheet, entries, language) if not said & _WINNERS else [])
        if not said & (_SUPPLIERS | _BUYERS):
            found += _roles(sheet)
        elif not said & _WINNERS:
            found += [_entry(meaning, sheet, *span) for meaning, span in sellers_by_role(_text(sheet))]
        days = (*running_dates(_text(sheet)), *signature_days(_text(sheet)))
        found += [_entry(meaning, sheet, start, end) for meaning, start, end in days]
        if not has_number:
            found += _numbers(sheet, entries)
        found += money_entries(sheet, [*entries, *parts])
    if sheets:
        found += [_entry(meaning, sheets[0], start, end) for meaning, start, end in heading_date(_text(sheets[0]))]
    if sheets and not said & _BUYERS and not {entry.meaning for entry in found} & _BUYERS:
        found += _offices(sheets[0])
    return found


def _is_person(entry: Entry) -> bool:
    """Say whether a party's label stands before the person who signs for it: "Signed for the Contractor: P. Osei"."""
    return entry.meaning in _SUPPLIERS | _BUYERS and entry.row is None and not find_names(entry.value)


def _entry(meaning: Meaning, sheet: Sheet, start: int, end: int, *, strict: bool = False) -> Entry:
    value = Piece(sheet=sheet, start=start, end=end).stripped()
    return Entry(meaning=meaning, label="", value=value, order=0, lot=lot_of_line(sheet, start), strict=strict)


def _text(sheet: Sheet) -> str:
    return sheet.page.text[:_LONGEST]


def _acting_buyers(sheet: Sheet) -> Iterator[Entry]:
    """Yield who awards, announces, intends: the subject of the sentence."""
    text = _text(sheet)
    span = acting_buyer(sheet, text, _subjects(text))
    if span is not None:
        yield _entry(Meaning.BUYER, sheet, *span)


def _subjects(text: str) -> Iterator[tuple[int, int]]:
    for start, end in subjects(text):
        last = text.rfind(", ", start, end)
        span = _trimmed(text, last + 2, end) if last > 0 else None
        if span is not None and is_office(text[slice(*span)]):
            yield span
            continue
        clause = _SUBORDINATE.search(text, start, end)
        span = _trimmed(text, clause.end() if clause else start, end)
        if span is not None and PAPER.match(text, *span) is None:
            yield span


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return a name without articles before it and what a comma or bracket begins behind it; None if none is left."""
    leading = _LEADING.match(text[start:end])
    start += leading.end() if leading else 0
    formed = next((span for span in companies(text[start:end]) if span[0] == 0), (0, 0))
    stop = _CLAUSE_NAME_ENDS.search(text, start + formed[1], end)
    end = stop.start() if stop else end
    end = start + len(text[start:end].rstrip(" ,;:–—-\n"))
    words = text[start:end].split()
    name = text[start:end]
    is_written = name[:1].isupper() or name[:1] in ("«", "“", '"') or _OFFICE_OF_PLACE.match(name) is not None
    if not 2 <= len(words) <= _MOST_WORDS or not (is_written or EASTERN_COMPANY.match(text, start, end)):
        return None
    return start, end


def _winners(sheet: Sheet) -> Iterator[Entry]:
    text = _text(sheet)
    for match in AWARDED_TO.finditer(text):
        if _RECOMMENDED.search(text, max(0, match.start() - 30), match.start()):
            continue
        yield from _named_at(sheet, text, match.end(), Meaning.SUPPLIER)
    for match in APPOSED.finditer(text):
        firm = next((span for span in companies(text[match.end() : match.end() + _BEFORE_ROLE]) if span[0] <= 1), None)
        if firm is not None and _APPOSITION_ENDS.match(text, match.end() + firm[1]):
            yield _entry(Meaning.SUPPLIER, sheet, match.end() + firm[0], match.end() + firm[1])
    for match in WINNERS.finditer(text):
        bid = bid_around(text, match.end())
        if bid is not None:
            yield _entry(Meaning.SUPPLIER, sheet, bid.start, bid.end)
            continue
        company = EASTERN_COMPANY.match(text, match.end())
        if company is not None:
            yield _entry(Meaning.SUPPLIER, sheet, *company.span())


def _by_sentences(sheet: Sheet, entries: Sequence[Entry], language: str) -> list[Entry]:
    """Return who won, signed or is meant to, and the price that the same sentence states."""
    if language in {"ar", "fa"}:
        priced = any(entry.meaning in PRICES_SAID for entry in entries)
        told = [_entry(meaning, sheet, start, end) for meaning, start, end in arabic_awards(sheet, language)]
        return [entry for entry in told if entry.meaning is Meaning.SUPPLIER or not priced]
    firms = [_entry(Meaning.SUPPLIER, sheet, *span) for span in awarded_firms(_text(sheet))] if language == "en" else []
    if firms:
        price = awarded_price(_text(sheet))
        return [*firms, *([_entry(Meaning.AWARD_AMOUNT, sheet, *price)] if price else [])]
    sentences = read_sentences(sheet, language)
    settled = {entry.value.start: entry for entry in winner_entries(sheet, sentences)}
    told = [entry for entry in (*_winners(sheet), *_intended(sheet)) if _is_more_told(entry, settled)]
    told = [entry for entry in told if not is_of_other(rest_of_sentence(sheet.page.text, entry.value.end), language)]
    more = [entry for start, entry in settled.items() if start not in {one.value.start for one in told}]
    if not told and not more:
        more = [
            _entry(Meaning.SUPPLIER, sheet, one.start, one.end) for one in groups_in(sheet.page.text) if one.settled
        ] or [_entry(Meaning.SUPPLIER, sheet, *span) for span in counted_firms(sheet.page.text)]
    letters = list(letters_of(sheet, language)) if not told and not more else []
    if any(entry.meaning in PRICES_SAID and entry.row is None for entry in entries):
        return [*told, *more, *(entry for entry in letters if entry.meaning is not Meaning.AWARD_AMOUNT)]
    prices = [] if _is_by_line(sheet) else list(price_entries(sheet, sentences))
    if not prices and not letters:
        prices = list(own_bid(sheet, [entry.value.text for entry in (*told, *more) if entry.meaning in _WINNERS]))
    return [*told, *more, *letters, *prices]


def _is_by_line(sheet: Sheet) -> bool:
    """Say whether prices stand line by line of a list ("Línea 1, … por $ 5", "Línea 2, …"): none is the whole."""
    lines = [match["word"] for match in _OF_LINE.finditer(sheet.flat[:_LONGEST]) if find_amounts(match[0])]
    return len(lines) > 1


def _is_more_told(entry: Entry, settled: Mapping[int, Entry]) -> bool:
    """Say whether what is found by a few words holds beside what the sentence as a whole says of the same name."""
    return entry.meaning is not Meaning.INTENDED or settled.get(entry.value.start, entry).meaning is entry.meaning


def _intended(sheet: Sheet) -> Iterator[Entry]:
    text = _text(sheet)
    decided = Meaning.SUPPLIER if DECIDED_LETTER.search(sheet.flat[:_LONGEST]) else Meaning.INTENDED
    for match in INTENDED.finditer(text):
        yield from _named_at(sheet, text, match.end(), decided)


def _named_at(sheet: Sheet, text: str, at: int, meaning: Meaning) -> Iterator[Entry]:
    """Yield the name that begins at a place: a company with its legal form, a group, or any in capitals."""
    if _LOT_NEXT.match(text, at):
        return
    placed = _PLACED.match(text, at)
    at = placed.end() if placed is not None else at
    bid = bid_around(text, at)
    if bid is not None:
        yield _entry(meaning, sheet, bid.start, bid.end)
        return
    line_end = text.find("\n", at)
    stop = min(len(text) if line_end < 0 else line_end, at + _BEFORE_ROLE)
    eastern = EASTERN_COMPANY.match(text, at + len(text[at:stop]) - len(text[at:stop].lstrip()))
    if eastern is not None:
        yield _entry(meaning, sheet, *eastern.span())
        return
    name = _NAME.match(text, at, stop)
    if name is None:
        return
    start, end = name.span("name")
    formed = [span for span in companies(text[start:stop]) if span[0] == 0]
    if formed:
        end = start + formed[0][1]
        second = re.match(r"\s*(?:\([^()\n]{2,30}\))?\s*(?:/|,|;|and|et|y|e|&)\s*", text[end:stop])
        more = [span for span in companies(text[start:stop]) if second and span[0] == end - start + second.end()]
        bracket = re.match(r"\s*\([^()\n]{2,30}\)", text[(start + more[0][1] if more else end) : stop])
        end = (start + more[0][1] if more else end) + (bracket.end() if bracket else 0)
    yield _entry(meaning, sheet, start, end)


def _roles(sheet: Sheet) -> Iterator[Entry]:
    """Yield the parties of a contract, each named before the word for its part (hereinafter "the Supplier")."""
    text = _text(sheet)
    floor = 0
    named: dict[Meaning, tuple[int, int]] = {}
    others = [match.span() for match in CALLED_OTHERWISE.finditer(text)]
    for match in ROLES.finditer(text):
        meaning = Meaning.CONTRACT_BUYER if match["buyer"] else Meaning.CONTRACT_SUPPLIER
        floor = max([floor, *(end for _start, end in others if end <= match.start())])
        span = _party_before(text, floor, match.start())
        floor = match.end()
        if span is not None and meaning not in named:
            named[meaning] = span
    if Meaning.CONTRACT_SUPPLIER in named and Meaning.CONTRACT_BUYER not in named:
        before = named[Meaning.CONTRACT_SUPPLIER][0]
        other = OTHER_ROLE.search(text, 0, before) or CALLED_OTHERWISE.search(text, 0, before)
        span = _party_before(text, 0, other.start()) if other else None
        if span is not None:
            named[Meaning.CONTRACT_BUYER] = span
    if len(named) < _PARTIES_OF_CONTRACT:
        for meaning, span in signing_parties(text, sheet.flat[:_LONGEST], _trimmed):
            named.setdefault(meaning, span)
    for meaning, span in named.items():
        yield _entry(meaning, sheet, *span)


def _party_before(text: str, floor: int, end: int) -> tuple[int, int] | None:
    """Return the name of the party whose part is told at `end`; the clause of the party before it ends at `floor`."""
    window = max(floor, end - _BEFORE_ROLE)
    defined = [match.end() for match in _DEFINED.finditer(text, window, max(window, end - 1))]
    floor = window = defined[-1] if defined else window
    clause = text[window:end]
    joint = _JOINT.match(clause) if floor == window else None
    hard = [0, *(found.end() for found in _HARD.finditer(clause))]
    soft = [found.end() for found in _SOFT.finditer(clause)]
    between = [found.end() for found in _PARTIES_FOLLOW.finditer(clause)]
    for begin in (*reversed(between), *([joint.end()] if joint else []), *reversed(hard), *reversed(soft)):
        span = _trimmed(text, window + begin, end)
        if span is not None and _is_party(text[slice(*span)]):
            return _without_seat(text, _represented(text, span, end))
    for found in _COMMA_ARTICLE.finditer(clause):
        span = _trimmed(text, window + found.end(), end)
        if span is not None and (is_office(text[slice(*span)]) or has_company(text[slice(*span)])):
            return span
    return None


def _without_seat(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """Return a name without the house behind it: "X DISTRICT COUNCIL of Civic Centre, High Street"."""
    seat = _SEAT.search(text, *span)
    if seat is None or text[span[1] : span[1] + 1] != ",":
        return span
    name = text[span[0] : seat.start()]
    return (span[0], seat.start()) if has_company(name) or _ENDS_AS_OFFICE.search(name) else span


def _represented(text: str, span: tuple[int, int], end: int) -> tuple[int, int]:
    """Return the organisation that a person named first signs for; the group with its members if they are named."""
    stands_for = REPRESENTS.search(text, span[1], end)
    if stands_for is None or has_company(text[slice(*span)]) or is_office(text[slice(*span)]):
        return span
    behind = _trimmed(text, stands_for.end(), end)
    if behind is None:
        return span
    group = NAMED_GROUP.match(text, behind[0], end)
    return (behind[0], behind[0] + len(text[behind[0] : end].rstrip(" ,;"))) if group is not None else behind


def _is_party(name: str) -> bool:
    capitals = sum(word[0].isupper() or word[0] in '«“"(' for word in name.split())
    return capitals * 3 >= len(name.split()) or is_office(name)


def _numbers(sheet: Sheet, entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the one number in running text, unless a label says that it is none of the procedure."""
    others = [one.value for one in entries if one.meaning is Meaning.NO_NUMBER and one.value.sheet.page is sheet.page]
    for span in running_numbers(_text(sheet), sheet.flat):
        if any(value.start <= span[0] < value.end for value in others):
            continue
        yield _entry(Meaning.PROJECT_NUMBER, sheet, *span)


def _offices(sheet: Sheet) -> Iterator[Entry]:
    """Yield the name of an office that stands alone on a line (or a part of one) at the head or the foot of a page."""
    text = _text(sheet)
    tier = _TIER.search(text)
    if tier is not None:
        yield _entry(Meaning.BUYER, sheet, *tier.span("name"))
        return
    yield from (_entry(Meaning.BUYER, sheet, *span) for span in islice(office_lines(text), 1))
