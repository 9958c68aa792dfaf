"""What one lot of a list says of itself: who won it, for how much, or that nobody did.

A lot must prove itself: by a label, by words that settle who won, by one company with its legal form, or by a name at
the place at which the other lots of its list have their companies.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tenderlight.facts.document import Notice
from tenderlight.facts.entries import Entry
from tenderlight.facts.labels import find_labels
from tenderlight.facts.layout import Piece
from tenderlight.facts.lot_heads import LotBlock
from tenderlight.facts.name_grammar import can_be_western
from tenderlight.facts.names import find_names, names_in_lot
from tenderlight.facts.running_words import AWARDED_TO, WINNERS
from tenderlight.facts.sentences import NOT_PRICE, name_at, with_words
from tenderlight.facts.vocabulary import AMOUNTS, DATES, NUMBERS, WESTERN_LABELS, Meaning, mark_pattern, meaning_of
from tenderlight.facts.western_amounts import is_with_tax
from tenderlight.facts.western_names import companies, has_company
from tenderlight.languages.money import FoundAmount, find_amounts

VOID = mark_pattern("void")
NAMED = frozenset({Meaning.SUPPLIER, Meaning.LEAD, Meaning.MEMBER, Meaning.CONTRACT_SUPPLIER})
PRICED = frozenset({Meaning.AWARD_AMOUNT, Meaning.CONTRACT_AMOUNT})
_NO_PART = (DATES | NUMBERS | AMOUNTS) - PRICED - {Meaning.TOTAL, Meaning.AMOUNT, Meaning.BID_AMOUNT}
_LOSING = re.compile(
    r"(?<!\w)(?:other (?:bid|tender|offer|quot)|others?:|unsuccessful|losing|rejected|disqualified|runner|second |"
    r"reserve|next ranked|"
    r"bids? received|tenders? received|отклон|остальн|други\w+ участник|иные участник|відхил|інш\w+ учасник|"
    r"otr[oa]s (?:ofert|propon|licit|post)|demás|rechaza|desestima|desecha|perdedor|segund[oa]|demais|desclassifica|"
    r"inabilitad|autres (?:candidat|offre|soumission)|non retenu|écart[ée]|rejet[ée]|weitere bieter|"
    r"nicht berücksichtigt|ausgeschlossen|unterlegen|altri (?:concorrent|offerent)|esclus|odrzucon|"
    r"العروض الأخری|استبعاد|رفض|incumbent|previous (?:contract|supplier)|subcontract|sous-trait|subcontrat|субподряд)"
)
_APART = re.compile(r"\s[-–—=>]{1,2}\s|[:;|\t\n()→]|,\s|\.\s(?=\S)|،|؛")
_MONEY_LEAD = re.compile(
    r"(?:^|[\s,;])(?:(?:pour|for|at|por|à|al?|за|на|zum|ttc|ht|by|mit|per|con|con un|com|з|с)(?!\w)|montant|сум|"
    r"цен|ціною|valor|importe|monto|preço|precio|price|value|prix|betrag|auftragswert|بمبلغ|بقیمة|بسعر|total)[^\d]{0,30}$"
)
_FIRM_LEAD = re.compile(
    r"(?:ets|éts|établissements?|société|sté|ste|entreprise|groupe|groupement|cabinet|comercial|distribuidora|"
    r"constructora|"
    r"inversiones|grupo|m/s\.?|messrs\.?|firma|fa\.|consorcio|consórcio|consortium|cooperativa|coopérative|"
    r"corporaci[óo]n)\s"
)
"""Words that begin the name of a firm without a legal form."""
_ARABIC_FIRM = re.compile(
    r"(?:شرکة|مؤسسة|مجموعة|مصنع|مکتب|تحالف|ائتلاف|شرکت|موسسه|مؤسسه|کنسرسیوم)\s"
    r"(?:(?!بمبلغ|بقیمة|بسعر|بإجمالي|باجمالي|وذلک|بمدة|لمدة|به مبلغ|با مبلغ|برنده)[^\s:،؛,;()|\d–—-]{1,24}\s?){1,9}"
)
_LONGEST_NAME = 60
_CUT_WORD = 16
"""Characters of the word before which a block is cut: a lot may itself be "unsuccessful"."""
_OFFICIAL = re.compile(
    r"(?<!\w)(?:winner|tenderer|contractor|adjudicatario|ganador|titulaire|attributaire|gewinner|bieter|aggiudicatario|"
    r"adjudicatário|vencedor|wykonawca|zwycięzca)\s?:?\s{1,3}(?:official name|nombre oficial|nom officiel|"
    r"offizielle bezeichnung|denominazione ufficiale|nome oficial|oficjalna nazwa)\s?:\s{0,3}(?P<name>[^\n;|]{2,90})"
)
"""Printed eForms (Regulation (EU) 2019/1780): the winner's name stands under "Official name", as every name does."""
_LABELS_OF_WINNERS = sorted((one for one in WESTERN_LABELS if meaning_of(one) in NAMED and len(one) > 4), key=len)
_WINNER_WORDS = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, reversed(_LABELS_OF_WINNERS)))})\s?[–—-]?\s")
"""A word for who won, right before the name: "Auftragnehmer X GmbH", "adjudicatário Y, Lda."."""
_NEXT_CLAUSE = re.compile(r"[;\n]|,\s(?=[a-zà-ÿа-яёіїєґ])|\)\s")
_JOINT = re.compile(r"[\s.]{0,3}(?:\([^()\n]{1,30}\))?\s{0,2}(?:/|&|\+|,?\s?and|y|e|et|и|та|und)\s{0,2}")
_BRACKET_BEHIND = re.compile(r"\s{0,2}\([^()\n]{2,40}\)")
_GROUP_BEFORE = re.compile(r"(?:groupement|consortium|joint venture|consorcio|консорциум)[^\n:;.]{0,30}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a block says of its lot."""

    block: LotBlock
    names: Piece | None = None
    amount: Piece | None = None
    void: Piece | None = None
    part: int | None = None
    """At which place among the parts of the block the name stands."""


def judge(notice: Notice, block: LotBlock) -> Verdict:
    """Read one block: its winner by label, by words, by its legal form; its price; or that there is none."""
    body = _without_losers(block.body)
    names = _labelled(body) or _led(body) or _settled(body)
    void = VOID.search(block.body.flat, 0, body.end - block.body.start + _CUT_WORD) if names is None else None
    names = names or _arabic(body) or _only_company(body)
    amount = _amount(notice, body, names)
    if void is not None and (names is None or amount is None or void.start() < names.start - block.body.start):
        return Verdict(block=block, void=block.body.part(*void.span()))
    return Verdict(block=block, names=names, amount=amount, part=_part_of(body, names))


def _without_losers(body: Piece) -> Piece:
    """Return a block up to where it speaks of those who did not win."""
    losing = _LOSING.search(body.flat)
    return body.part(0, losing.start()).stripped() if losing else body.stripped()


def _labelled(body: Piece) -> Piece | None:
    """Return the value of a label for who won, in a line of the block."""
    official = _OFFICIAL.search(body.flat)
    if official is not None:
        return body.part(*official.span("name")).stripped(" \t.,;")
    for start, end in _lines(body):
        line = body.part(start, end)
        hits = find_labels(line.flat)
        for at, hit in enumerate(hits):
            if hit.meaning in NAMED and not hit.strict:
                stop = hits[at + 1].start if at + 1 < len(hits) else len(line.flat)
                value = _up_to_money(line.part(hit.value_start, max(hit.value_start, stop)).stripped(" \t.,;:–—-"))
                if find_names(value):
                    return value
    return None


def _led(body: Piece) -> Piece | None:
    """Return the name right behind a word for who won, without a colon between the two."""
    for match in _WINNER_WORDS.finditer(body.flat):
        stop = _NEXT_CLAUSE.search(body.text, match.end())
        value = _up_to_money(body.part(match.end(), stop.start() if stop else len(body.flat)).stripped(" \t.,;:–—-"))
        named = [span for span in companies(value.text) if span[0] <= 1]
        if named and len(list(companies(value.text))) == 1:
            value = value.part(0, named[0][1])
        if value.text[:1].isupper() and has_company(value.text) and find_names(value):
            return value
    return None


def _up_to_money(value: Piece) -> Piece:
    """Return a value up to the clause in which a price follows."""
    found = [one for one in find_amounts(value.text, decimal_mark=",") if not one.bare]
    if not found or found[0].start == 0:
        return value
    lead = _MONEY_LEAD.search(value.flat[: found[0].start])
    return value.part(0, lead.start() if lead else found[0].start).stripped(" \t.,;:–—-(")


def _lines(body: Piece) -> Iterator[tuple[int, int]]:
    for match in re.finditer(r"[^\n]+", body.flat):
        yield match.span()


def _settled(body: Piece) -> Piece | None:
    """Return the name behind words that settle who won."""
    for pattern in (AWARDED_TO, WINNERS):
        for match in pattern.finditer(body.text):
            span = name_at(body.text, match.end())
            if span is not None and can_be_western(body.text[slice(*span)]):
                return body.part(*span)
    return None


def _arabic(body: Piece) -> Piece | None:
    found = list(_ARABIC_FIRM.finditer(body.flat))
    return body.part(*found[0].span()).stripped() if len(found) == 1 else None


def _only_company(body: Piece) -> Piece | None:
    """Return the one company of a block, or the members of the one group."""
    names = names_in_lot(Entry(meaning=Meaning.LOT, label="", value=body, order=0))
    if not names:
        return None
    first, last, flat = names[0].piece, names[-1].piece, body.sheet.flat
    if len(names) == 1:
        return first
    if not any(one.leads or one.is_member or one.in_consortium for one in names):
        between = [flat[one.piece.end : two.piece.start] for one, two in pairwise(names)]
        if not all(map(_JOINT.fullmatch, between)):
            return None
    behind = _BRACKET_BEHIND.match(flat, last.end, body.end)
    group = _GROUP_BEFORE.search(flat[body.start : first.start])
    start = body.start + group.start() if group else first.start
    return Piece(sheet=body.sheet, start=start, end=behind.end() if behind else last.end)


def _amount(notice: Notice, body: Piece, names: Piece | None) -> Piece | None:
    """Return the one price of a block; with two, that without its tax said first, or the only one behind the name."""
    found = [
        one
        for one in find_amounts(body.text, decimal_mark=notice.decimal_mark)
        if not one.bare and not one.per_unit and one.amount > 0 and not NOT_PRICE.search(_clause(body.flat, one))
    ]
    found = [one for one in found if not _of_other_label(body, one)]
    if names is not None and len({one.amount for one in found}) > 1:
        behind = [one for one in found if body.start + one.start >= names.end]
        found = behind or found
    if not found:
        return None
    distinct = {one.amount for one in found}
    if len(distinct) > 1 and (len(distinct) > 2 or is_with_tax(body.flat, found[0]) is None):
        return None
    start, end = with_words(body.flat, found[0])
    return body.part(start, min(end, len(body.flat)))


def _clause(flat: str, amount: FoundAmount) -> str:
    return flat[max(flat.rfind("\n", 0, amount.start), 0) : amount.start]


def _of_other_label(body: Piece, amount: FoundAmount) -> bool:
    """Say whether an amount is the value of a label for something else than the price of an award."""
    line_start = body.flat.rfind("\n", 0, amount.start) + 1
    line_end = body.flat.find("\n", amount.start)
    line = body.flat[line_start : line_end if line_end >= 0 else None]
    hits = [hit for hit in find_labels(line) if hit.value_start <= amount.start - line_start]
    return bool(hits) and hits[-1].meaning in _NO_PART


def _part_of(body: Piece, names: Piece | None) -> int | None:
    if names is None:
        return None
    parts = _parts(body)
    return next(
        (at for at, part in enumerate(parts) if part.start <= names.start < max(part.end, part.start + 1)), None
    )


def _parts(body: Piece) -> list[Piece]:
    """Return what the signs of a block set apart: its subject, the name, the price, the time."""
    parts = []
    position = 0
    for start, end in [*(match.span() for match in _APART.finditer(body.flat)), (len(body.flat), len(body.flat))]:
        part = body.part(position, start).stripped(' \t\n.,«»"“”–—-')
        if part.end > part.start:
            parts.append(part)
        position = end
    return parts


def aligned(notice: Notice, verdicts: Sequence[Verdict]) -> Iterable[Verdict]:
    """Give lots without a winner the name at the place where the others have theirs, or before the price."""
    places = {one.part for one in verdicts if one.part is not None}
    for verdict in verdicts:
        if verdict.names is not None or verdict.void is not None:
            yield verdict
            continue
        body = _without_losers(verdict.block.body)
        parts = _parts(body)
        at = next((place for place in places if place < len(parts) and _is_firm(parts[place], sure=True)), None)
        names = parts[at] if len(places) == 1 and at is not None else _before_price(notice, parts)
        yield replace(verdict, names=names, amount=_amount(notice, body, names)) if names is not None else verdict


def _before_price(notice: Notice, parts: Sequence[Piece]) -> Piece | None:
    """Return the part right before the one with the price, if its first word says that it is a firm."""
    priced = [
        at
        for at, one in enumerate(parts)
        if any(not a.bare for a in find_amounts(one.text, decimal_mark=notice.decimal_mark))
    ]
    if not priced:
        return None
    before = parts[: priced[0]] if priced[0] else parts[:1]
    named = [one for one in before if _is_firm(one, sure=False)]
    return named[-1] if named else None


def _is_firm(part: Piece, *, sure: bool) -> bool:
    """Say whether a part may be a name: its place is sure, or its first word begins the names of firms."""
    text = part.text
    if not 3 <= len(text) <= _LONGEST_NAME or not text[0].isupper() or re.search(r"\d{3}", text):
        return False
    if not can_be_western(text) or find_amounts(text, decimal_mark=","):
        return False
    return sure or bool(_FIRM_LEAD.match(part.flat))
