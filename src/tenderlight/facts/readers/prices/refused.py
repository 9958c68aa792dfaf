"""Words beside a sum by which it is no price of the contract, whatever a model says.

They are of money for the works (programmes, credits, subsidies), securities, payments so far, what it cost before, the
size of somebody's business, bids of others told by their numbers, and of differences. Most such words are never listed;
so a sum right behind a label is no price unless the label has a word of one, or names who won.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tenderlight.facts.money.turned_down import is_turned_down
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.price.only_sums import PRICE, says_other, words_beside
from tenderlight.facts.readers.prices.figures import Figure
from tenderlight.facts.words.vocabulary import Meaning

_OTHERS = frozenset(
    {
        *(Meaning.BUDGET, Meaning.CEILING, Meaning.ESTIMATE, Meaning.LOSER, Meaning.CANDIDATE, Meaning.OLD),
        *(Meaning.OTHER_AMOUNT, Meaning.UNIT_PRICE, Meaning.PERCENT),
    }
)
"""Labels that are of no price of a contract or a lot."""
_PRICES = frozenset({Meaning.AWARD_AMOUNT, Meaning.CONTRACT_AMOUNT})
_LABEL = re.compile(r"(?:^|[|\t;])\s*(?P<label>[^:\n|\t;]{2,60}):\s?(?:[^\W\d_]{1,5}\$?\.?|[$€£¥₹₽₴])?\s?\Z")
_PAID = re.compile(
    rf"{PRICE.pattern}|honorar|onorari|compenso|corrispettivo|r[ée]mun[ée]ra|вознагражд|винагород|offre|offert|angebot|"
    r"propos|пропоз|成交|中标|得标|決標|决标|签约|签订|价|費|费|zapłat|solde|account|contra[ct]t|marché|\ball\b|whole|overall|ensemble|insgesamt|совокупн|всего|усього|quot|tender|pric|ask|vertrag|umow|"
    r"договор|договір|контракт|heißen|award|winning|won\b|bid\b|итог|підсум|adjudica|attribu|zuschlag|aggiudica|udziel"
)
_MONEY_FOR_IT = (
    r"概算|总投资|拨款|自筹|补助|贷款|专项资金|(?<!\w)(?:programme of|loans?(?!\w)|grants?(?!\w)|subsid\w*|co-?fund\w*|"
    r"contribut\w+|donat\w+|gift|subvenci\w+|préstamo|empréstimo|cr[ée]dito de|inversión|emenda|subvention\w*|"
    r"participation d|prêt|kredit\w*|zuwendung\w*|förder\w*|zusch[uü]ss\w*|preisgeld|gesamtkosten|субвенц\w*|субсид\w*|"
    r"кредит\w*|выделят\w*|выделенн\w*|виділен\w*|finanziament\w*|contribut[oi]|dofinansowan\w*|investment)"
)
_SECURITY = (
    r"(?<!\w)(?:cauç\w+|cauzion\w+|bürgschaft|kaution|einbehalt|задаток|wadium|zabezpiecz\w+|liability|cover(?:age)?)"
)
_SO_FAR = (
    r"已支付|余款|首付|(?<!\w)(?:paid (?:to date|so far)|sums? paid|adelanto|adiantamento|medid[ao]|medici[oó]n|"
    r"medição|"
    r"abschlagszahlung\w*|anzahlung\w*|acompte|mandatée?|saldo|остат\w+|залиш\w+|удержан\w*|оплачено|сплачено)"
)
_BEFORE_IT = (
    r"上年度|上一合同|去年|(?<!\w)(?:last (?:year|winter|summer|season)|incumbent|año anterior|ano anterior|consumo|"
    r"gasto de|l['’]an passé|l['’]année dernière|ancien|bisher\w*|bislang|vorjahr\w*|торік|минулорічн\w*|"
    r"прошл\w+ год|прошлогодн\w*|действующ\w+ договор|spesa storica|storic\w+)"
)
_BUSINESS = (
    r"码洋|本金|营业收入|评估|月租|(?<!\w)(?:chiffre d['’]affaires|umsatz|оборот\w*|apprais\w+|valuation|кадастров\w*|"
    r"gesamtvolumen|geschätzt\w*|лимит\w*|multiple[- ]award|damages?|sch[äa]den?|ущерб\w*|збитк\w*)"
)
_DIFFERENCE = (
    r"新增|结余|节约|(?<!\w)(?:increas\w+|reduc\w+ by|збільш\w+|увелич\w+|сниз\w+ на|зниз\w+ на|экономи\w+|економі\w+|"
    r"saved|savings?|ahorr\w+|economia|incremento|aumento|augment\w+)"
)
_ELSE_BEFORE = re.compile(f"{_MONEY_FOR_IT}|{_SECURITY}|{_SO_FAR}|{_BEFORE_IT}|{_BUSINESS}|{_DIFFERENCE}")
_ELSE_BEHIND = re.compile(
    r"[^.;\n。；\d]{0,24}(?:programme\b|programm\b|billiger|günstiger|cheaper|дешевле|moins cher|más barato|bewilligt|"
    r"in grants?\b|subsid|subvention|补助|拨款|贷款)"
)
_NUMBERED = re.compile(
    r"(?:participant|bidder|tenderer|oferente|licitante|участник\w?|учасник\w?|anbieter|bieter)\s?(?:№|no\.?|n[.º°]{1,2}|"
    r"nr\.?|#)?\s?(?:[2-9]|1\d)(?!\d)"
)
"""One of several bidders, told by a number that is not the first."""
_LINE = 120


def is_no_price(notice: Notice, figure: Figure, winners: Sequence[str], begins: int) -> bool:
    """Say whether a label or words beside a sum say that it is no price.

    Args:
        notice: The document.
        figure: The sum.
        winners: Flat names of those who won.
        begins: Where on the page the sum before it ends: words before that are of that one.
    """
    piece = figure.piece
    before, clause, behind = words_beside(piece, begins)
    if is_turned_down(piece.sheet, piece.end) or says_other(before, clause, behind):
        return True
    if _ELSE_BEFORE.search(before) or _NUMBERED.search(before) or _ELSE_BEHIND.match(behind):
        return True
    start = max(piece.sheet.flat.rfind("\n", 0, piece.start) + 1, piece.start - _LINE)
    label = _LABEL.search(piece.sheet.flat[start : piece.start])
    if label is not None and not _PAID.search(label["label"]) and not any(one in label["label"] for one in winners):
        return True
    return any(entry.meaning in _OTHERS for entry in _entries_of(notice, piece))


def is_taken(notice: Notice, figure: Figure, *, in_row: bool = False) -> bool:
    """Say whether rules have looked at a sum because of its label and made of it what they make of it.

    Args:
        notice: The document.
        figure: The sum.
        in_row: Only heads of columns count as labels.
    """
    labels = _entries_of(notice, figure.piece)
    return any(entry.meaning in _PRICES and (entry.row is not None or not in_row) for entry in labels)


def _entries_of(notice: Notice, piece: Piece) -> Iterator[Entry]:
    """Yield the fields of whose value something is a part."""
    page = piece.sheet.page.number
    for entry in notice.entries:
        if entry.value.start <= piece.start < entry.value.end and entry.value.sheet.page.number == page:
            yield entry
