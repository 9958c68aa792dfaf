"""Awards that papers tell of under headings of another kind: a lot void, candidates settled, an order won."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tenderlight.facts.names.blanks import is_blank
from tenderlight.facts.names.in_values import looks_like_organisation
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.prose.sentence_words import accepted_offer
from tenderlight.facts.stages.words import SETTLED
from tenderlight.facts.tables.verdict_cells import is_won
from tenderlight.facts.words.lot_keys import LOT_WESTERN
from tenderlight.facts.words.vocabulary import Meaning, Section
from tenderlight.languages.money import find_amounts
from tenderlight.languages.scripts import has_han
from tenderlight.model.statement import Stage

_WITHIN = 20_000
LETTER_HEAD = 2_500
"""Characters in which a letter says what it is about."""
_SALUTATION = re.compile(
    r"(?m)^\s*(?:dear |sirs?,|gentlemen|madam,|estimad|señor|prezad|monsieur|madame|уважаем|шановн)"
)
_PROPOSED = re.compile(r"候选|[预拟]中标|[预拟]成交|推荐|拟中选|第[一二三]名")
_TELLS_WINNER = re.compile(
    r"winn|award|success|adjudic|ganador|vencedor|attribut|retenu|победит|переможе|zuschlag|aggiudic|الفائز|برنده"
)
"""Labels that name nobody but who has won."""
_HAN_WINNER = re.compile(r"^(?:最终|第一)?(?:中标|成交|中选|得标|决标)(?!候选)")
_AWARDED = re.compile(
    r"\b(?:(?:has|have) been|was|were|(?:we )?(?:intend|propose|have decided) to|foi|foram|fue|fueron|ha sido|han sido|"
    r"a été|ont été|wurden?|è stat[oa]|sono stat[ie])\s(?:provisionally |definitivamente |definitiva )?"
    r"(?:award(?:ed)?(?: the contract)?|adjudicad[oa]s?|attribuée?s?|vergeben|aggiudicat[oaie])\s"
    r"(?:to|à|aos?|a|al|an|la|l['’]|por)\s"
)
_GIVEN = re.compile(
    r"(?<!be )(?<!not )(?<!previously )\bawarded (?:by (?:resolution|motion|council|the board|ordinance)\b|to (?!be\b)|"
    r"on \d|in the amount)"
)
"""Words under the heading of a list of bids that say that one of them has been taken."""
_ONLY_PROPOSED = re.compile(r"recommend|propos|intend|prefer|provision|recomend|pré-|прогноз")
_HEADED_AS_PROPOSED = re.compile(
    r"(?<![^\W\d_])(?:int(?:ent|end|enci|enç)|propos|propuest|propost|propõe|prelimin|provision|provis[óo]ri|recomm|"
    r"recomend|préalable|предварит|намер|намір|попередн|рекоменд|absicht|vorschlag|vorläufig|zamiar)"
)
"""Headings over what is only meant: "Letter of intent to award", "Propuesta de adjudicación"."""
_STILL_TO_COME = re.compile(
    r"(?<![^\W\d_])(?:subject to (?:the )?(?:contract|approval|board|signature|confirmation)|"
    r"(?:pending|awaiting|awaits) (?:\w+ ){0,2}(?:approv|confirm|decision|signature)\w*|"
    r"unless (?:a|any|an) (?:complaint|objection|appeal)|withdraw\w*|re-?advertis\w*|re-?tender\w*|rescind\w*|"
    r"pendiente de|sujet[oa] a|a reserva de|sous réserve|en attente d|dans l['’]attente|retirée?s?\b|"
    r"retirad[oa]s?\b|sin efecto|pendente de|sujeit[oa] a|vorbehaltlich|zurückgezogen|отозван\w*|відкликан\w*)"
)
"""An award that needs somebody's word yet, or was taken back."""
_INVITES = frozenset({Meaning.DEADLINE, Meaning.OPENING_DATE})


def settled_after_all(stage: Stage, piece: Piece, entries: Sequence[Entry]) -> Piece | None:
    """Return the words that tell of an award under a heading of another kind, or None.

    Args:
        stage: What the heading tells.
        piece: The heading.
        entries: The document's entries.
    """
    if stage is Stage.CANDIDATE and not any(proposes(entry) for entry in entries):
        taken = (SETTLED if has_han(piece.sheet.flat) else _GIVEN).search(piece.sheet.flat)
        if taken is not None:
            return Piece(sheet=piece.sheet, start=taken.start(), end=taken.end())
        return None if has_han(piece.sheet.flat) else _successful_row(piece, entries)
    if has_han(piece.sheet.flat):
        return _won_in_chinese(entries) if stage is Stage.TENDER else None
    if stage is Stage.CANCELLATION and LOT_WESTERN.search(_line_of(piece)):
        return next((one.value for one in entries if one.meaning is Meaning.SUPPLIER and not one.old), None)
    if stage is Stage.CONTRACT:
        return _accepted(piece.sheet)
    return (_won(entries) or _has_been_awarded(piece.sheet, entries)) if stage is Stage.TENDER else None


def asks_one_alone(piece: Piece, entries: Sequence[Entry]) -> bool:
    """Say whether a Chinese paper headed as an invitation names whom alone the buyer means to ask (擬洽廠商)."""
    if not has_han(piece.sheet.flat) or any(one.meaning is Meaning.DEADLINE for one in entries):
        return False
    return any(
        one.meaning is Meaning.INTENDED and not one.strict and looks_like_organisation(one.value.text)
        for one in entries
    )


def given_up(entries: Sequence[Entry]) -> Piece | None:
    """Return what a Chinese paper without a heading says of a lot under the words for why it ended, if nobody won."""
    if any(one.meaning is Meaning.SUPPLIER and not is_blank(one.value.text) for one in entries):
        return None
    return next((one.value for one in entries if one.section is Section.CANCELLED and one.lot is not None), None)


def proposes(entry: Entry) -> bool:
    """Say whether an entry names somebody proposed; a mere place in an order (排名) says nothing of the kind."""
    return entry.meaning is Meaning.CANDIDATE and not entry.strict and bool(_PROPOSED.search(entry.label))


def _line_of(piece: Piece) -> str:
    """Return the line a piece stands in."""
    flat = piece.sheet.flat
    end = flat.find("\n", piece.end)
    return flat[flat.rfind("\n", 0, piece.start) + 1 : end if end >= 0 else len(flat)]


def _accepted(sheet: Sheet) -> Piece | None:
    """Return the words of a letter that accept the offer of the one it is written to, whatever its subject line."""
    salutation = _SALUTATION.search(sheet.flat[:LETTER_HEAD])
    accepted = accepted_offer(sheet.page.text, salutation.end(), LETTER_HEAD) if salutation else None
    return Piece(sheet=sheet, start=accepted.start(), end=accepted.end()) if accepted else None


def _successful_row(piece: Piece, entries: Sequence[Entry]) -> Piece | None:
    """Return who has won by the one row of a table that says so, where others say of their bidders that they lost.

    An intention to award, or an award that is subject to something or taken back, gives nothing to anybody yet; two
    rows may only say that both bidders passed a step.
    """
    if not any(one.meaning is Meaning.LOSER and one.row is not None for one in entries):
        return None
    if _HEADED_AS_PROPOSED.search(_line_of(piece)) or _STILL_TO_COME.search(piece.sheet.flat[:_WITHIN]):
        return None
    won = {
        one.row
        for one in entries
        if one.row is not None
        and one.meaning is Meaning.STATUS
        and is_won(one.value.flat)
        and _ONLY_PROPOSED.search(one.value.flat) is None
    }
    if len(won) != 1:
        return None
    return next((one.value for one in entries if one.row in won and one.meaning is Meaning.SUPPLIER), None)


def _won(entries: Sequence[Entry]) -> Piece | None:
    """Return who has won, where the heading names only the kind of procedure ("Request for quotations No. 5")."""
    suppliers = [entry for entry in entries if entry.meaning is Meaning.SUPPLIER and entry.label and not entry.strict]
    named = [entry.value for entry in suppliers if not is_blank(entry.value.text) and _TELLS_WINNER.search(entry.label)]
    invites = any(entry.meaning is Meaning.DEADLINE and not is_blank(entry.value.text) for entry in entries)
    return named[0] if named and not invites else None


def _has_been_awarded(sheet: Sheet, entries: Sequence[Entry]) -> Piece | None:
    """Return the words of a sentence by which something was awarded, where the heading names only a kind of paper."""
    told = _AWARDED.search(sheet.flat[:LETTER_HEAD])
    if told is None or any(entry.meaning in _INVITES and not is_blank(entry.value.text) for entry in entries):
        return None
    return Piece(sheet=sheet, start=told.start(), end=told.end())


def _won_in_chinese(entries: Sequence[Entry]) -> Piece | None:
    """Return who has won at what price, under a heading that names only a kind of paper, where nobody is invited."""
    if any(entry.meaning in _INVITES and not is_blank(entry.value.text) for entry in entries):
        return None
    named = [entry for entry in entries if not entry.strict and entry.label and _HAN_WINNER.match(entry.label)]
    sellers = [one for one in named if one.meaning is Meaning.SUPPLIER and looks_like_organisation(one.value.text)]
    prices = [
        one for one in named if one.meaning is Meaning.AWARD_AMOUNT and find_amounts(one.value.text, unit=one.unit)
    ]
    return sellers[0].value if sellers and prices else None
