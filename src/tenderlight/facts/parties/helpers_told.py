"""Who works for a winner, by words around its name: "Subcontractor for civil works: A Ltd", "B SARL (sous-traitant)".

A vocabulary of labels has the plain words; here they stand with what is left to the subcontractor, behind its name, or
as a verb: "part sous-traitée: génie civil, confiée à l'entreprise C SARL". Only names with a legal form count, and only
beside a winner that something else names. What is forbidden, refused, left open, of a former contract, or told of the
bids of others names nobody; nor does a sentence about papers that go to somebody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from tenderlight.facts.lots.chinese_firms import companies_han
from tenderlight.facts.names.western import companies, keeps_full_stop
from tenderlight.facts.pages.document import SETTLED, Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.words.subcontracting import (
    GIVEN,
    NOT_LEFT,
    OF_FORMER_CONTRACT,
    OF_OTHER_BIDS,
    PAPERS,
    REFUSED,
    SUBCONTRACTING,
    SUBCONTRACTORS,
    is_left_in_chinese,
)
from tenderlight.facts.words.vocabulary import Meaning

_PAGES, _LONGEST_PAGE, _MOST = 3, 40_000, 20
_REFUSED_WITHIN = 70
"""Characters behind a name, in its sentence, that may say that it was refused."""
_SCOPE = (
    r"(?:\s?\([^()\n:]{2,50}\)|"
    r"\s(?:for|para|pour|für|per|de|du|des|do|da|di|dla|по|на|для|з|із|щодо|в)\s[^\n:;|.()]{2,50})"
)
_LABEL = re.compile(rf"(?<![\w-])(?:{SUBCONTRACTORS}){_SCOPE}\s?:\s{{0,2}}")
_BEHIND = re.compile(
    rf"\.?\s?(?:\((?:(?:as|als|como|comme|en tant que|jako|як|как)\s)?(?:an?\s|un\s|the\s)?(?:\w{{3,12}}\s)?"
    rf"{SUBCONTRACTORS}(?!\w)[^()\n]{{0,60}}\)|"
    rf"[,–—-]\s?(?:as|als|como|en tant que|в качестве|як)\s(?:an?\s|the\s)?{SUBCONTRACTORS}(?!\w))"
)
_HANDED = re.compile(
    r"(?:sub-?contract\w*|subcontrat\w*|sous-?trait\w*|untervergeb\w*|unterauftrag\w*|subappalt\w*|субподряд\w*|субпідряд\w*)"
    r"[^\n.;]{0,90}?(?<!\w)(?:to|to be (?:provided|performed|carried out|done) by|confiée?s? (?:à|au)|à|a|à empresa|"
    r"a cargo d[aeo]s?|"
    r"an die|an|"
    r"all['’ ]|alla|передан\w{0,2}|доручен\w{0,2}|поручен\w{0,2})\s"
    r"(?:(?:the|la|l['’]|los|the firm|(?:l['’])?entreprise|la société|la empresa|empresa|firma|ditta|impresa)\s?){0,2}$"
)
_HAN = re.compile(r"分包(?:厂?商|单位|方|供应商|企业|承包人|给)[^\n:。;,]{0,16}?[:为]\s{0,2}|分包给")
_WINNERS = frozenset({Meaning.SUPPLIER, Meaning.CONTRACT_SUPPLIER, Meaning.LEAD})
_MARK = re.compile(r"sub|sous-?trait|nachunter|podwykon|субп|соисполн|співвик|分包")


def with_helpers_told(notice: Notice) -> Notice:
    """Return a notice with the subcontractors that words around their names tell, beside winners it names."""
    winners = notice.of(*_WINNERS)
    if notice.stage not in SETTLED or not winners or notice.of(Meaning.SUBCONTRACTOR):
        return notice
    places: list[Piece] = []
    for sheet in notice.sheets[:_PAGES]:
        if _MARK.search(sheet.flat, 0, _LONGEST_PAGE) is not None:
            places += _han(sheet) if notice.language == "zh" else _western(sheet, winners)
    named = {one.flat: one for one in reversed(places) if not any(_is_in(one, entry) for entry in winners)}
    first = len(notice.entries)
    told = [
        Entry(
            meaning=Meaning.SUBCONTRACTOR, label="subcontractor", value=one, order=first + at, lot=_lot_of(one, winners)
        )
        for at, one in enumerate(sorted(named.values(), key=lambda one: one.start))
    ]
    return replace(notice, entries=(*notice.entries, *told)) if told else notice


def _is_in(name: Piece, entry: Entry) -> bool:
    return name.flat in entry.value.flat


def _lot_of(name: Piece, winners: list[Entry]) -> str | None:
    """Return the lot of the winner named last before, where every winner has one."""
    before = [one for one in winners if one.value.sheet is name.sheet and one.value.start < name.start]
    if not before or any(one.lot is None for one in winners):
        return None
    return max(before, key=lambda one: one.value.start).lot


def _western(sheet: Sheet, winners: Sequence[Entry]) -> Iterator[Piece]:
    """Yield the names with a legal form that words of subcontracting lead to or stand behind."""
    flat = sheet.flat
    for line in re.finditer(r"[^\n]+", flat[:_LONGEST_PAGE]):
        if _MARK.search(line[0]) is None:
            continue
        piece = Piece(sheet=sheet, start=line.start(), end=line.end())
        strangers: list[str] = []
        for start, end in islice(companies(piece.text), _MOST):
            before = line[0][max(0, start - 160) : start]
            told = max(before.rfind(". "), before.rfind("; "))
            sentence = before[told + 1 :]
            label = next((one for one in _LABEL.finditer(before) if one.end() == len(before)), None)
            led = label is not None or _is_handed(before, sentence)
            named = piece.part(start, end + keeps_full_stop(piece.text, end))
            if not led and _BEHIND.match(line[0], end) is None:
                if not any(_is_in(named, entry) for entry in winners):
                    strangers.append(named.flat)
                continue
            said = before[label.start() :] if label is not None else sentence if led else ""
            is_refused = REFUSED.search(_to_stop(line[0], named.end - piece.start)) is not None
            is_of_another = bool(strangers) and led
            is_denied = any(word.search(one) for word, one in ((NOT_LEFT, said), (OF_OTHER_BIDS, line[0][:start])))
            if not (is_denied or is_refused or is_of_another or OF_FORMER_CONTRACT.search(sentence)):
                yield named


def _is_handed(before: str, sentence: str) -> bool:
    """Say whether the words before a name hand work over to it, and no papers."""
    handed = _HANDED.search(before)
    if handed is None or PAPERS.search(sentence) is not None:
        return False
    noun = SUBCONTRACTING.match(handed[0])
    return noun is None or GIVEN.search(handed[0][noun.end() :]) is not None


def _to_stop(line: str, start: int) -> str:
    """Return the words behind a name up to the end of its sentence."""
    return re.split(r"[.;]", line[start : start + _REFUSED_WITHIN], maxsplit=1)[0]


def _han(sheet: Sheet) -> Iterator[Piece]:
    """Yield the Chinese firms that words for a subcontractor lead to."""
    flat = sheet.flat[:_LONGEST_PAGE]
    for match in islice(_HAN.finditer(flat), _MOST):
        ends = next(
            (at for at in range(match.end(), min(len(flat), match.end() + 40)) if flat[at] in "\n。;,、("),
            match.end() + 40,
        )
        firms = companies_han(Piece(sheet=sheet, start=match.end(), end=min(ends, len(flat))))
        if len(firms) != 1 or firms[0].piece.start != match.end():
            continue
        if is_left_in_chinese(flat, match.end(), firms[0].piece.end):
            yield firms[0].piece
