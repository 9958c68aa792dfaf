"""Sums that look like the price, and whose own sentence says that they are something else.

Whatever way found it, no price is a budget, a limit, an estimate, the price of one piece or one month, a security, the
capital of a company, the sum of a bid that was refused, of an award that was annulled, or what a contract was worth
before it was changed. Words count where no figure stands between them and the sum; that a bid was refused counts
anywhere before it in its clause.
"""

from __future__ import annotations

import re

from tenderlight.facts.money.western_sentences import LIMITS
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.price.only_sums import EACH
from tenderlight.facts.words.errata import WRONG_IBERIAN
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.model.statement import Anchor, Statement
from tenderlight.model.values import AmountKind, AmountValue

_PRICES = frozenset({AmountKind.AWARD, AmountKind.CONTRACT})
_BEFORE, _BEHIND = 90, 60
_END = re.compile(r"[\n;；。]|(?<=[^\W\d_]{3})\.\s+(?=[^\W\d_])")
_BETWEEN = r"[^\d]{0,40}$"
_WORTH = r"(?:montant|importe|monto|valor|prix|price|sum|value|amount|цена|сумма|ціна|сума|вартість)"
_SAID_BEFORE = re.compile(
    rf"(?:{_WORTH} (?:initial\w*|inicial\w*|original\w*|первоначальн\w*|початков\w*)|"
    rf"(?:initial|original|первоначальн\w{{2}}|початков\w{{1,2}}) (?:contract |договорн\w{{2}} )?{_WORTH}|"
    r"原(?:合同|契约|中标|成交)(?:总)?(?:价|金额|价款|额)|"
    r"上限|控制在|最高限价|предельн\w{2} (?:сумм|цен|стоим)\w*|гранич\w+ (?:сум|цін)\w*|"
    r"максимальн\w{2} (?:сумм|цен|сум|цін)\w*|"
    rf"{_WORTH} (?:total )?(?:max\w*|máx\w*|maximal\w*)|(?:maximum|máximo|maximal|plafond|ceiling|not exceeding|up to)|"
    rf"{LIMITS[Meaning.CEILING].pattern}|{LIMITS[Meaning.ESTIMATE].pattern}|(?:monto|importe) (?:estimado|referencial)|"
    r"montant estim[ée]\w*|ориентировочн\w{2} (?:стоимость|цена)|начальн\w{2} (?:\(максимальн\w{2}\) )?цен\w{1,2}|"
    r"\bcapital (?:social|of)|注册资[本金]|уставн\w{2} капитал\w*|"
    r"sub ?-?total|sous-total|小计|amendment value|montant de l['’]avenant|"
    r"до аукціону|до аукциона|"
    rf"au lieu de|{WRONG_IBERIAN}|anstatt|instead of|вместо|замість){_BETWEEN}"
    r"|(?:已缴|保证金|押金|每期|每月|单价|l['’]unité|unit price|units? at|@)\s?:?\s?$"
    r"|(?:відхил|отклон|reject|disqualif|desestim|rechaz|否决)\w*\b.{0,80}$"
)
_SAID_BEHIND = re.compile(
    r"\s*(?:以内|为限|上限|de presupuesto|of budget|\(?maximum\b|\(?max\b|at most\b)"
    r"|\s*\.?\s*(?:ht |ttc |neto |netos |net |hors taxes? |\+ ?iva )?"
    rf"{EACH}"
    r"|[^\n.;；。\d]{0,30}(?:annulée?s?\b|中标无效|成交无效|放弃(?:本次)?(?:中标|成交|签约)|取消(?:其)?(?:中标|成交)资格|"
    r"anulad[ao]|отменен|скасован|revoked|withdrawn|set aside)"
)


def said_otherwise(notice: Notice, statement: Statement) -> bool:
    """Say whether a statement gives as the price what its own sentence calls something else."""
    value = statement.value
    if not isinstance(value, AmountValue) or value.amount_kind not in _PRICES:
        return False
    anchor = statement.anchors[0]
    flat = next((one.flat for one in notice.sheets if one.page.number == anchor.page_number), "")
    return bool(_SAID_BEFORE.search(_clause_before(flat, anchor)) or _SAID_BEHIND.match(_behind(flat, anchor)))


def _clause_before(flat: str, anchor: Anchor) -> str:
    first = max(0, anchor.start - _BEFORE)
    ends = [one.end() for one in _END.finditer(flat, first, anchor.start)]
    return flat[ends[-1] if ends else first : anchor.start]


def _behind(flat: str, anchor: Anchor) -> str:
    return flat[anchor.end : anchor.end + _BEHIND].partition("\n")[0]
