"""Where the names of suppliers and buyers begin and end, where rules and the tagger of parties cut them differently.

Rules cut a name by its words and signs, the tagger by what it has learned of all names. Where both mean the same place
and differ at an end, careful readers side with the tagger if it is certain and the difference is one that rules often
miss: what numbers a bid or leads to a name ("1. ", "Angebot der "), a sum or a term behind it ("pour 48 720"), the
rest of a legal form or of a shortened word ("Co. KG", "Co-operative"), a part of a name that has a dash in it
("Vigilarte - Segurança Privada, S.A."), the part of an office behind a dash. Elsewhere the rules know more: which
seats, branches and members of joint bids are no part of a name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tenderlight.facts import remarks
from tenderlight.facts.names.in_values import clean_name
from tenderlight.facts.names.joint_words import GROUP_WORD
from tenderlight.facts.names.western import has_company
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.parties.whole_names import is_part_of_office, whole_office
from tenderlight.facts.parties.winners import bare
from tenderlight.facts.readers.parties.roles import Part
from tenderlight.facts.words.lot_keys import key_of
from tenderlight.model.statement import Statement, StatementKind
from tenderlight.model.values import PartyValue, SupplierRole, SupplierValue

_PARTY = (PartyValue, SupplierValue)
LEAST_CERTAIN = 0.8
"""Of each word of the name of a supplier."""
LEAST_CERTAIN_MORE = 0.9
"""Of each word of the name of a buyer, or of one with a bracket behind it that rules leave out."""
LEAST_LIKELY_WON = 0.5
"""How likely it must be that a supplier won from whose name words before it are taken: they may say that it did not."""
_FIGURE_OR_TERM = re.compile(r"\d|[\"“”«»\[]")
"""In words that the tagger leaves out behind a name: a sum, or how the contract calls the firm."""
_SUM_NEXT = re.compile(r"\s?(?:[$€£¥]|\d)")
_LETTER = re.compile(r"[^\W_]")
_BRACKET = re.compile(r"\s?\([^\W\d_][^\d()]{1,30}\)")
_DASH = re.compile(r"\s[-–—]\s")
_DASH_OR_AND = re.compile(rf"{_DASH.pattern}|&")
_SEVERAL = re.compile(r"[/+|]")
_SHORT_WORDS = re.compile(r"(?=[^.]{0,24}\.)(?:[.,\s-]{1,3}[^\W\d_]{1,4}(?![^\W_])){1,6}[.\s]{0,3}")
"""Letters of a legal form, with full stops: " de C.V.", " p.A."."""
_END = re.compile(r"[ \t]{0,20}(?:\Z|[\n;|(,.:،])")
"""What ends a part behind a dash: the tagger has all of it."""
_PARTS_BEHIND_DASHES = frozenset({"es", "pt", "fr", "it", "ar"})
"""Languages in which a part of an office stands behind a dash more often than what it buys."""
_SHORTENED = re.compile(r"(?:\.[^\s.]{1,4}|(?<!\w)[Cc][Oo])$")
"""Ends of names that are never written without the full stop: "S.p.A", "Wire Co"."""
_APART = " \t\n,(/|;:،"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cut:
    """A name as rules cut it and as the tagger does, and what either leaves out that the other has."""

    name: Piece
    part: Part
    halves: bool = False
    """Rules take what stands before it in the name of the tagger for a supplier, too."""

    @property
    def told(self) -> Piece:
        """The name as the tagger cuts it."""
        return self.part.piece

    def _between(self, start: int, end: int) -> str:
        return self.name.sheet.page.text[start:end]

    @property
    def lead(self) -> str:
        """What only rules have before it."""
        return self._between(self.name.start, self.told.start)

    @property
    def tail(self) -> str:
        """What only rules have behind it."""
        return self._between(self.told.end, self.name.end)

    @property
    def before(self) -> str:
        """What only the tagger has before it."""
        return self._between(self.told.start, self.name.start)

    @property
    def behind(self) -> str:
        """What only the tagger has behind it."""
        return self._between(self.name.end, self.told.end)


def with_told_ends(notice: Notice, statements: Sequence[Statement], parts: Sequence[Part]) -> list[Statement]:
    """Return what is stated with the names of suppliers and buyers cut where the tagger does, where it knows more.

    What rules took for several suppliers and the tagger for one name is one supplier.

    Args:
        notice: The document.
        statements: What is stated of it.
        parts: The parties that the tagger finds.
    """
    if notice.language == "zh":
        return list(statements)  # there rules are right as often
    told: dict[tuple[StatementKind, str], Piece] = {}
    places = [_place(notice, one) for one in statements if one.kind is StatementKind.SUPPLIER]
    for one in statements:
        if one.kind in {StatementKind.SUPPLIER, StatementKind.BUYER} and isinstance(one.value, _PARTY):
            cut = _cut(_place(notice, one), one.kind, parts, places)
            if cut is not None and _is_better(cut, one.kind, notice.language):
                told.setdefault((one.kind, bare(one.value.name)), cut.told)
    if not told:
        return list(statements)
    return _each_once([_renamed(one, told) for one in statements])


def _cut(
    name: Piece | None, kind: StatementKind, parts: Sequence[Part], suppliers: Sequence[Piece | None]
) -> _Cut | None:
    """Return how rules and the tagger cut a name; None if they agree or the tagger is not certain.

    Args:
        name: Where it stands as rules cut it; None = it is not printed so.
        kind: What its party is.
        parts: The parties that the tagger finds.
        suppliers: Where those stand that rules take for suppliers.
    """
    if name is None:
        return None
    page = name.sheet.page.number
    met = [
        one
        for one in parts
        if one.piece.sheet.page.number == page and one.piece.start < name.end and name.start < one.piece.end
    ]
    least = LEAST_CERTAIN if kind is StatementKind.SUPPLIER else LEAST_CERTAIN_MORE
    if len(met) != 1 or met[0].certainty < least or met[0].piece == name:
        return None
    told = met[0].piece
    halves = any(one is not None and one.start == told.start and one.end <= name.start for one in suppliers)
    return _Cut(name=name, part=met[0], halves=halves)


def _place(notice: Notice, statement: Statement) -> Piece | None:
    """Return where a name stands as it is stated, or None if it is not printed so where it is quoted."""
    value, anchor = statement.value, statement.anchors[0]
    sheet = next((one for one in notice.sheets if one.page.number == anchor.page_number), None)
    if sheet is None or not isinstance(value, _PARTY):
        return None
    start = sheet.page.text.find(value.name, anchor.start, anchor.end + len(value.name))
    return Piece(sheet=sheet, start=start, end=start + len(value.name)) if start >= 0 else None


def _is_better(cut: _Cut, kind: StatementKind, language: str | None) -> bool:
    """Say whether the tagger knows more about each end at which both differ."""
    if kind is StatementKind.BUYER:
        return _is_more_of_office(cut, language)
    if cut.lead and (_LETTER.search(cut.lead) is None or cut.part.won < LEAST_LIKELY_WON):
        return False
    if cut.tail and not _is_no_name(cut):
        return False
    return (not cut.before or _is_first_half(cut)) and (not cut.behind or _goes_on(cut))


def _is_no_name(cut: _Cut) -> bool:
    """Say whether what only rules have behind a name is a sum, words that lead to one, or a term of the contract."""
    if _FIGURE_OR_TERM.search(cut.tail) is not None:
        return True
    leads = _LETTER.search(cut.tail) is not None
    return leads and _SUM_NEXT.match(cut.name.sheet.page.text, cut.name.end) is not None


def _is_first_half(cut: _Cut) -> bool:
    """Say whether what only the tagger has before a name is the half of one firm, which rules take for another."""
    if not cut.halves or not _is_one(cut.told.text) or _DASH_OR_AND.search(cut.before) is None:
        return False
    return has_company(cut.told.text) and not has_company(cut.before)


def _goes_on(cut: _Cut) -> bool:
    """Say whether what only the tagger has behind a name is the rest of one firm."""
    behind = cut.behind
    if not _is_one(cut.told.text):
        return False
    if _BRACKET.fullmatch(behind) is not None:
        return cut.part.certainty >= LEAST_CERTAIN_MORE and not has_company(behind)
    if behind == "." and has_company(cut.name.text) and _SHORTENED.search(cut.name.text) is None:
        return False  # rules know after which forms it ends the sentence
    if has_company(cut.told.text):
        return not has_company(cut.name.text) or behind[0] not in _APART or _SHORT_WORDS.fullmatch(behind) is not None
    return behind[0] not in _APART


def _is_one(name: str) -> bool:
    """Say whether no word or sign says that these are several who bid together."""
    return GROUP_WORD.search(name) is None and _SEVERAL.search(name) is None


def _is_more_of_office(cut: _Cut, language: str | None) -> bool:
    """Say whether the tagger has more behind the name of an office, and no rule takes it off: a part of it."""
    if cut.lead or cut.before or cut.tail:
        return False
    whole = whole_office(cut.told, language, is_labelled=True)
    if (whole.start, whole.end) != (cut.told.start, cut.told.end) or not is_part_of_office(cut.behind):
        return False
    if _DASH.match(cut.behind) is not None:
        is_whole = _END.match(cut.name.sheet.flat, cut.told.end) is not None
        return is_whole and language in _PARTS_BEHIND_DASHES
    if cut.behind[0] not in _APART:
        return True
    return language == "en" and _BRACKET.fullmatch(cut.behind) is not None


def _renamed(statement: Statement, told: dict[tuple[StatementKind, str], Piece]) -> Statement:
    """Return a supplier or buyer under the name that the tagger tells, all else as it is."""
    value = statement.value
    piece = told.get((statement.kind, bare(value.name))) if isinstance(value, _PARTY) else None
    if piece is None or not isinstance(value, _PARTY):
        return statement
    anchor, name = piece.anchor(), clean_name(piece.text)
    meets = any(
        one.page_number == anchor.page_number and one.start < anchor.end and anchor.start < one.end
        for one in statement.anchors[:1]
    )
    anchors = (anchor, *statement.anchors[1:]) if meets else (*statement.anchors, anchor)
    return replace(
        statement,
        value=replace(value, name=name),
        anchors=tuple(dict.fromkeys(anchors)),
        against=tuple(dict.fromkeys((*statement.against, remarks.READ_ENDS))),
    )


def _each_once(statements: Sequence[Statement]) -> list[Statement]:
    """Return what is stated with each supplier once for each lot; one who is left alone has won alone."""
    seen: set[tuple[str, str]] = set()
    kept: list[Statement] = []
    for one in statements:
        if isinstance(one.value, SupplierValue):
            key = (bare(one.value.name), key_of(one.value.lot))
            if key in seen:
                continue
            seen.add(key)
        kept.append(one)
    if len(kept) == len(statements) or len(seen) != 1:
        return kept
    return [_alone(one) for one in kept]


def _alone(statement: Statement) -> Statement:
    value = statement.value
    if not isinstance(value, SupplierValue) or value.lot is not None or value.role is SupplierRole.FRAMEWORK:
        return statement
    against = tuple(one for one in statement.against if one not in {remarks.NO_LOTS, remarks.JOINED})
    return replace(statement, value=replace(value, role=SupplierRole.SOLE), against=against)
