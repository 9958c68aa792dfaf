"""The price of an award or contract that prints one sum which can be it: the last of several ways to a price.

"La Ville verse la somme de 187 250 $", "cena brutto 118 080,00 zł", "auf Rs. 21,84,000 against …": words of a price, or
the name of the supplier, stand in the clause of the sum, and no word says that it is a budget, a limit, a fee, a
security, tax, an instalment, a price of one piece or the bid of somebody else. Where two sums are left, none is told,
unless one is the other with its tax: then the one that is named first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tenderlight.facts.lots.verdicts import LOST, OTHERS
from tenderlight.facts.money.turned_down import is_turned_down
from tenderlight.facts.pages.document import CONCLUDED, Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.found_amount import FoundAmount
from tenderlight.languages.money import find_amounts
from tenderlight.languages.normalise import flatten
from tenderlight.languages.number_words import read_number_words
from tenderlight.model.statement import Stage

_LONGEST = 12_000
_WITHIN = 110
_SMALLEST = 100
_MOST_TAX = Decimal("1.4")
_BEHIND_WITHIN = 60
_TAX_WITHIN = 30
_END = re.compile(r"[\n。]")
_CLAUSE = re.compile(
    r"\n|[;；。]|(?<=[^\W\d_]{3})\.\s+(?=[^\W\d_a-zà-ÿа-яёіїєґ])|(?<=[»)])\.\s+(?=[^\W\d_a-zà-ÿа-яёіїєґ])"
)
_NOT_PRICE = re.compile(
    r"budget|ceiling|indicativ|indicatif|ориентир|tentative|planned|maxim|máxim|minim|mínim|exceed|up to|"
    r"estimat|estimad|estimé|presupuest|orçament|referen|référ|"
    r"prévi|"
    r"начальн|очікув|нмц|максимальн|fee\b|fees\b|deposit|guarant|garant|bond\b|secur(?:ed|ity deposit)|"
    r"performance security|"
    r"bid security|caution|fianza|póliza|обеспеч|забезпеч|аванс|advance|anticipo|avance|penal|pénal|liquidat|"
    r"damages|multa|"
    r"штраф|пен[яіи]\b|неустойк|insur|seguro|assuran|turnover|capital|option|retention|instal|tranche|mensu|mensal|"
    r"monthly|"
    r"per (?:day|week|month|unit|item|year)|previous|original|ранее|раніше|anterior|initial|saving|discount|"
    r"grant\b|freight|shipping|postage|flete|\bfrete|\bfrais de (?:port|transport)|fracht|доставк|"
    r"ضمان|تأمین|کفالة|رسوم|رسم\b|کراسة|غرامة|تقدیر|تخمین|میزانیة|موازنة|اعتماد|لتخصیص|سلفة|دفعة|سعر الوحدة|للوحدة|"
    r"unit|each\b|c/u|unitaire|единиц|за штук|за од|stück|einzel|"
    r"geboten|respectively|respectiv|against|reserve|backup|quote[ds]? (?:by|from)|competing|second|segund|"
    r"deuxième|lower than|higher|"
    r"compared|"
    r"保证金|保证书|预算|限价|控制价|代理[^,。;]{0,8}费|招标服务费|手续费|工本费|候选|分别|评审费|专家费|单价|违约|质保|押金|罚|费率|注册资|保险|底价|估算|预估|定金|首付|"
    r"每日|每天|每月|未中|落选|备选|候补|备用|不超过|最高|上限|分期|前支付|预付|进度款|增加|减少|原合同|原价|节约|年服务费|年费"
)
PRICE = re.compile(
    r"total|sum\b|price|amount|value|worth|cost|consideration|shall pay|agreed|at rs|lowest|accepted|"
    r"precio|importe|monto|valor|cuantía|suma|oferta|preço|proposta|montant|prix|somme|verse|s['’]élève|"
    r"цен|сумм|стоим|варт|сум|ціна|руб\w* ндс|предлож|wert|summe|preis|betrag|beträgt|euro brutto|euro netto|"
    r"importo|prezzo|"
    r"cena|wartość|kwot|obligated|合计|总计|总价|金额|价款|成交价|中标价|合同价|报价|费用共|价格|共计|قیمة|بقيمة|مبلغ"
)
"""Words of a price, beside a sum or in its label."""
EACH = (
    r"(?:each\b|apiece|c/u\b|cada un|chacune?\b|pi[èe]ce\b|l['’]unité|(?:la|por) unidad\b|a unidade\b|"
    r"(?:за |/)?шт|за (?:один|единиц|одиниц)|je stück|per (?:unit|month|item|day|hour)\b|/\s?(?:unit|pc|month|мес)|"
    r"par (?:mois|unité|pièce)|al mes|por mes|в месяц|на місяць|/[台套个件只樘米页月])"
)
"""Words behind a sum that is for one piece or one month."""
_EACH = re.compile(
    rf"\s*(?:{EACH}|per\s|/\s?(?:year|day|h)|par an|за од|/年|每|的(?:保证|预算|履约)|"
    r"\(?(?:not-to-exceed|not to exceed|ceiling|maximum|cap\b|budget|estimated))"
)
_TAX_ITSELF = re.compile(
    r"\b(?:vat|iva|tva|ндс|пдв|mwst|ust|igv|itbis|tax|gst|hst)\b[^.,;\n]{0,20}$",
)
_TAX_BESIDE = re.compile(
    r"\b(?:incl|excl|plus|más|mais|oltre|hors|sin|sans|inc\b|with|without|exkl|inkl|zzgl|с учетом|без|включ|"
    r"с (?=ндс)|[зі]з? (?=пдв)|co[nm] (?=iva)|avec (?=tva)|mit (?=mwst|ust))"
)
_TAKEN = frozenset({Meaning.BUDGET, Meaning.CEILING, Meaning.ESTIMATE, Meaning.LOSER, Meaning.CANDIDATE, Meaning.OLD})
_IN_WORDS = re.compile(
    r"\b(?:hundred|thousand|million|lakh|crore|mil|millones|cent|mille|тысяч|миллион|мільйон|тисяч|"
    r"tausend)\w*\b[^\d;.\n]{0,60}$"
)
"""A sum in words before the digits: words count, and they are not read here."""
_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]")
_LONGEST_WORDS = 160
_ARABIC = frozenset({"ar", "fa"})
_TOLD = frozenset({Meaning.AWARD_AMOUNT, Meaning.CONTRACT_AMOUNT, Meaning.PERCENT})


def only_sum(notice: Notice, suppliers: Sequence[str]) -> Entry | None:
    """Return the one sum of a short document that can be its price, as an entry without a label, or None.

    Args:
        notice: An award, contract or acceptance for which no price has been found.
        suppliers: Names of those who won; in Arabic and Persian no price is told without any.
    """
    if notice.stage not in CONCLUDED or sum(len(sheet.flat) for sheet in notice.sheets) > _LONGEST:
        return None
    if any(entry.lot is not None for entry in notice.entries) or any(entry.label for entry in notice.of(*_TOLD)):
        return None
    if not suppliers and notice.language in _ARABIC:
        return None
    names = [flatten(name) for name in suppliers]
    found = [one for sheet in notice.sheets for one in _sums(notice, sheet, names)]
    told = [(piece, amount) for piece, amount, proved in found if proved]
    left = {amount.amount for _piece, amount, _proved in found}
    if not told or (len(left) > 1 and not _is_twin([amount for _piece, amount, _proved in found])):
        return None
    meaning = Meaning.AWARD_AMOUNT if notice.stage is Stage.AWARD else Meaning.CONTRACT_AMOUNT
    return Entry(meaning=meaning, label="", value=found[0][0], order=len(notice.entries))


def _is_twin(amounts: Sequence[FoundAmount]) -> bool:
    """Say whether two sums are the same without tax and with it, the one without first."""
    values = list(dict.fromkeys(one.amount for one in amounts))
    return len(values) == len(("net", "gross")) and values[0] < values[1] <= values[0] * _MOST_TAX


def _sums(notice: Notice, sheet: Sheet, names: Sequence[str]) -> Iterator[tuple[Piece, FoundAmount, bool]]:
    """Yield the sums that no word says to be something else, and whether words of a price stand beside them."""
    other = _TAKEN | {Meaning.OTHER_AMOUNT} if notice.language in _ARABIC else _TAKEN
    taken = [entry.value for entry in notice.entries if entry.meaning in other and entry.value.sheet.page is sheet.page]
    begins = 0
    for one in find_amounts(sheet.page.text, decimal_mark=notice.decimal_mark):
        if one.bare:
            continue
        before, clause, behind = words_beside(Piece(sheet=sheet, start=one.start, end=one.end), begins)
        begins = one.end
        in_words = _IN_WORDS.search(before) is not None and _agrees(sheet.flat[: one.start], one.amount)
        before = "" if in_words else before
        if (
            one.amount < _SMALLEST
            or one.per_unit
            or says_other(before, clause, behind)
            or is_turned_down(sheet, one.end)
        ):
            continue
        if not any(value.start <= one.start < value.end for value in taken):
            proved = in_words or PRICE.search(clause) is not None or any(name in clause for name in names)
            yield Piece(sheet=sheet, start=one.start, end=one.end), one, proved


def _agrees(before: str, amount: Decimal) -> bool:
    """Say whether the words before a sum in digits are the same number: "four million Kina (K4,000,000)"."""
    stretch = before[-_LONGEST_WORDS:]
    for word in _WORD.finditer(stretch):
        number = read_number_words(stretch[word.start() :])
        if number is not None and number[0] >= _SMALLEST:
            return number[0] == int(amount)
    return False


def words_beside(piece: Piece, begins: int) -> tuple[str, str, str]:
    """Return the clause before a sum, its clause without it, and what stands behind it.

    Args:
        piece: The sum.
        begins: Where on the page the sum before it ends: words before that are of that one.
    """
    flat = piece.sheet.flat
    before = _CLAUSE.split(flat[max(begins, piece.start - _WITHIN) : piece.start])[-1]
    behind = flat[piece.end : piece.end + _BEHIND_WITHIN]
    return before, before + _END.split(behind)[0], behind


def says_other(before: str, clause: str, behind: str) -> bool:
    """Say whether words beside a sum say that it is none of the price."""
    if _NOT_PRICE.search(before) or _IN_WORDS.search(before) or _EACH.match(behind):
        return True
    is_tax = _TAX_ITSELF.search(before) and not _TAX_BESIDE.search(before[-_TAX_WITHIN:])
    return bool(is_tax or LOST.search(clause) or OTHERS.search(clause))
