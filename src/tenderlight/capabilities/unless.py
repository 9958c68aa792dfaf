"""Demands that look like refusals: "unless the system can …, the bid is rejected", 除非…, если система не может …."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tenderlight.capabilities.clauses import Layout, Span
from tenderlight.capabilities.cues import CueHit, of_polarity
from tenderlight.capabilities.senses import SenseMap
from tenderlight.model.statement import Polarity

FARTHEST = 120
"""Characters between "unless" and the words that it demands."""
_UNLESS = re.compile(
    r"\bunless\b|\bà moins (?:que|de|d')|\ba menos que\b|\bsalvo que\b|\bесли только\b|\bякщо тільки\b|الا اذا"
    r"|ما لم|مگر اینکه|مگر آنکه|除非"
)
_TURNED_AWAY = re.compile(
    r"reject\w*|\bno (?:offer|bid|tender|proposal|application)s? (?:will|shall|may|can) be"
    r"|not (?:be )?(?:accepted|evaluated|considered|admitted|opened|paid|approved|examined|scored|signed)"
    r"|disqualif\w*|inadmissible|non-compliant|rechaz\w*|no (?:se |ser[áa]n? )?(?:admit|acept|evalu|consider|valor)\w*"
    r"|rejet\w*|ne ser\w+ pas (?:retenu|accept|examin|évalu)\w*|écart[ée]\w*|irrecevable|отклон\w*"
    r"|не (?:рассматрива|допуска|принима)\w*|відхил\w*|не (?:розгляда|прийма)\w*"
    r"|无效|不予(?:接受|受理|通过|验收)|不得分|废标|否决"
    r"|[تی]ستبعد|[تی]رفض|(?:لا|لن) [تی]قبل|مردود|رد (?:می|خواهد)|پذیرفته نمی"
)
_SET_ASIDE = re.compile(
    _TURNED_AWAY.pattern
    + r"|\b(?:excluded|eliminated|discarded|set aside)\b|exclu[si]d\w*|descart\w*|desestim\w*|élimin\w*|exclue?s?\b"
)
_OFFER_LACKS = re.compile(
    r"(?:\b(?:offers?|bids?|tenders?|proposals?|tenderers?|bidders?|ofertas?|propuestas?|offres?|заявк\w+|предложени\w+|пропозиці\w+)"
    r"|投标产品|投标人|投标文件|供应商|所投产品|عروض|عطاءات|پیشنهاد\w*)"
    r"[^.;。\n]{0,24}?(?:\bnot|\bwithout|\black\w*|\bmissing|\bno|\bne|n'|\bsin|\bsans|\bdépourvu\w*|\bincapa\w*|\bunable|\bбез|\bне|缺少|缺失|没有|不具备"
    r"|不支持|不含|不能|无法|未提供|لا|بدون|فاقد)[^.;。\n]{0,40}?$"
)
_CHINESE_LACK = re.compile(r"(?:缺少|缺失|没有|不具备|不支持|不能|无法|未提供|未能)[^,。;\n]{0,16}$")
_OF_AN_OFFER = re.compile(r"[^,。;\n]{0,24}?的(?:投标人|供应商|投标|产品|响应|报价)")
"""Behind a Chinese lack, the offer that it describes: 无法提供…的投标人."""
_UNDELIVERED = re.compile(
    r"\b(?:fail\w*|late|delay\w*|belated|non-?)\W{0,2}(?:\w+\W){0,2}(?:deliver|suppl|provi[ds]|install|hand)\w*"
    r"|\b(?:retraso|demora|falta|omisión)(?: \w+){0,2} (?:entreg|suministr|instal)\w*"
    r"|\b(?:défaut|retard|absence)(?: \w+){0,2} (?:la |de |d'|l')?(?:livr|fourni|instal)\w*"
    r"|\bне(?:до)?по(?:ставк|стачання)\w*|\b(?:просрочк|задержк|прострочен|затримк)\w+ (?:поста|монтаж|установк)\w+"
    r"|(?:تاخر|تاخیر|عدم|تخلف)(?: \w+)? (?:ال)?(?:تورید|تسلیم|ترکیب|تحویل|نصب|تامین)"
    r"|(?:未(?![经經获得征])|逾期|[迟延]|拖延|拒[绝不]|不按[期时])[^,。;\n]{0,6}?(?:交付|供货|供应|提供|安装|交货|移交|到货)"
)
_BREACH = re.compile(
    r"\bbreach|\bground\w* for termination|\bincumplimiento|\bcausa de resolución|\bmanquement|résiliation"
    r"|нарушени\w+ (?:договор|контракт)|расторжени|порушення\w* договор|розірвання|违约|اخلال|فسخ|نقض"
)
_IF = re.compile(r"(?:^|[.;,:\n]\s?)(?:if|si|s'|если|якщо|如果?|若|倘若|اذا|اگر|چنانچه)")
_CANNOT = re.compile(r"не мо[жг]\w+|no pueden?|ne peu\w+(?: pas)?|cannot|can not|不能|无法|نمیتواند|لا یمکن\w*")


def is_demanded(layout: Layout, core: Span) -> bool:
    """Say whether what looks like a refusal demands what words name."""
    return is_demanded_by_unless(layout, core) or is_lack_turned_away(layout, core) or is_failure_a_breach(layout, core)


def is_demanded_by_unless(layout: Layout, core: Span) -> bool:
    """Say whether offers are turned away unless they have what words name."""
    text = layout.text
    first, last = layout.sentence(core[0])[0], layout.sentence(core[1] - 1)[1]
    opened = _UNLESS.search(text, max(first, core[0] - FARTHEST), core[0])
    if opened is None:
        return False
    return any(_TURNED_AWAY.search(text, *span) is not None for span in ((first, opened.start()), (core[1], last)))


def is_lack_turned_away(layout: Layout, core: Span) -> bool:
    """Say whether offers that lack what words name are turned away ("offers which do not include … are excluded")."""
    text = layout.text
    first, last = layout.sentence(core[0])[0], layout.sentence(core[1] - 1)[1]
    before = text[max(first, core[0] - FARTHEST) : core[0]]
    if _OFFER_LACKS.search(before) is None and not (
        _CHINESE_LACK.search(before) and _OF_AN_OFFER.match(text, core[1], last)
    ):
        return False
    return _SET_ASIDE.search(text, core[1], last) is not None or _SET_ASIDE.search(before) is not None


def is_failure_a_breach(layout: Layout, core: Span) -> bool:
    """Say whether who does not deliver what words name breaks the contract ("failure to deliver … is a breach")."""
    text = layout.text
    first, last = layout.sentence(core[0])[0], layout.sentence(core[1] - 1)[1]
    breach = _BREACH.search(text, core[1], min(last, core[1] + FARTHEST))
    if breach is None:
        return False
    return _UNDELIVERED.search(text, max(first, core[0] - FARTHEST // 2), breach.start()) is not None


def is_void_if_missing(senses: SenseMap, cues: Sequence[CueHit], core: Span) -> bool:
    """Read 不支持…的按无效投标处理: whoever lacks it is out, so it is demanded."""
    layout = senses.layout
    forbidding = of_polarity(cues, Polarity.FORBIDDEN)
    lacking = [hit for hit, _ in forbidding if _is_case_of_lack(layout, (hit.start, hit.end))]
    if len(lacking) < len(forbidding) or not (lacking or of_polarity(cues, Polarity.NEGATED)):
        return False
    sentence = layout.sentence(core[0])[0], layout.sentence(core[1] - 1)[1]
    around = max(sentence[0], core[0] - 60), min(sentence[1], core[1] + 120)
    return bool(senses.within(("void_if_missing",), around)) and not senses.within(("if_there",), around)


def _is_case_of_lack(layout: Layout, hit: Span) -> bool:
    """Say whether "cannot" stands in an if-clause: who cannot is spoken of, and nothing is forbidden."""
    if _CANNOT.fullmatch(layout.text, *hit) is None:
        return False
    clause = layout.clause(hit[0])
    return _IF.search(layout.text, max(0, clause[0] - 1), hit[0]) is not None
