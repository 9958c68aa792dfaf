"""Makes and models told of other goods than those bought: of a loser's bid, of what is there, of examples.

"Rejected bid of Bolt Ltd: make: Lion, model: 700", "Radios existentes: marca: Motorola", "make: Draeger as example".
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tenderlight.facts.goods.refused import NOT_BOUGHT
from tenderlight.facts.names.western import has_company
from tenderlight.facts.pages.layout import Sheet

_OTHERS = re.compile(
    r"(?<!\w)(?:examples?|e\.g\.|such as|like the|for instance|equivalents?|similar|existing|currently|current|in use|"
    r"already|installed|compatible|losers?|losing|competitors?|competing|another|other|instead|declin\w+|disqualif\w+|"
    r"ineligible|non[- ]?(?:responsive|compliant)|refus\w+|lost|specif(?:ication|ied)\w*|"
    r"runner-?s?[- ]?up|second[- ](?:lowest|best|placed?|ranked|bid\w*)|trade-?ins?|traded in|"
    r"to be (?:fitted|mounted)|fits|reference (?:product|make|brand|model)|"
    r"[2-9][ºª°] (?:colocad\w|lugar|cla\w?sificad\w)|segund[oa] (?:colocad\w|lugar|cla\w?sificad\w)|permuta|retoma|"
    r"class[ée]+e? (?:deuxième|seconde?|troisième)|reprise|repris|à équiper|a equipar|"
    r"second[oa] classificat\w|ritir[oa]|ritirat[oaie]|inzahlung\w*|zweitplatzier\w*|"
    r"второ(?:й|го) (?:участник\w*|мест\w+)|устанавлива\w+|встановлю\w+|для (?:принтер|автомоб|машин|трактор)\w*|"
    r"ejemplo|existentes?|actual(?:es)?|equivalentes?|similar(?:es)?|compatib\w+|perdedor\w*|descalific\w+|inhabilit\w+|"
    r"desestim\w+|no admitid[oa]s?|otr[oa]s?|referencial|"
    r"exemplo|existentes?|desclassif\w+|inabilit\w+|compat[ií]v\w+|outr[oa]s?|"
    r"exemple|existant\w*|équivalent\w*|similaires?|évinc\w+|éliminé\w*|autres?|"
    r"beispiel\w*|vorhanden\w*|bestehend\w*|gleichwertig\w*|kompatib\w+|unterlegen\w*|anderer?|"
    r"esempio|esistent\w+|attual\w+|equivalent\w+|"
    r"przykład\w*|istniejąc\w+|równoważn\w+|kompatybiln\w+|inn[aye]|"
    r"например|пример\w*|аналог\w*|эквивалент\w*|существующ\w+|имеющ\w+|действующ\w+|установленн\w+|совместим\w+|"
    r"проигравш\w+|дисквалиф\w+|не допущен\w*|друг\w+|"
    r"наприклад|приклад\w*|еквівалент\w*|існуюч\w+|наявн\w+|встановлен\w+|сумісн\w+|дискваліф\w+|не допущен\w*|інш\w+)"
    r"(?!\w)"
)
"""Words of a line that speaks of other goods than those bought; flat text."""
_TAIL = re.compile(
    r"[\s,(]{1,3}(?:or|o|ou|или|або|oder|lub)(?: an?| un)? (?:equal|equi\w+|équi\w+|similar\w*|like|экв\w*|"
    r"екв\w*|аналог\w*|"
    r"подобн\w+|gleichw\w*|równow\w*|superior\w*|mejor\w*|melhor\w*|better|higher|supérieure?s?|mieux|"
    r"besser\w*|höherwertig\w*|migliore?|superiore|лучше|кращ\w*|выше|вище|lepsz\w*)\W{0,2}$",
    re.IGNORECASE,
)
"""What a demand says behind a make: "Axis o similar"."""
_NO_MAKE = re.compile(
    r"any|none|nil|not applicable|n\s?/\s?a|no|not stated|not specified|unbranded|no brand|generic|various|"
    r"local(?:ly made)?|"
    r"imported|chinese|american|german|british|french|japanese|korean|indian|turkish|italian|spanish|"
    r"ningun[oa]|cualquiera|sin marca|gen[ée]ric[oa]|vari[oa]s|nacional|importad[oa]|chin[oa]|american[oa]|"
    r"nenhum[oa]?|qualquer|sem marca|chin[eê]s|"
    r"aucune?|sans marque|quelconque|génériqu?e|chinoise?|keine|ohne|beliebig|nessun[oa]?|qualsiasi|cinese|"
    r"brak|dowoln[aey]|"
    r"нет|любая|любой|отсутствует|без марки|китай(?:ский|ская)?|отечественн(?:ый|ая)|"
    r"немає|будь-яка|відсутн(?:я|ій)|китайськ(?:ий|а)|вітчизнян(?:ий|а)|国产|进口|國產|進口|定制|不限",
    re.IGNORECASE,
)
"""What stands for a make and names none: that there is none, or where goods come from."""
_SENTENCE = re.compile(r"[.;]\s+(?=\S)|\.$|\s?\|")
"""What ends a model: the sentence, or the cell."""


def speaks_of_others(sheet: Sheet, start: int, end: int, names: Iterable[str] = ()) -> bool:
    """Say whether the line of a make and model speaks of other goods than those bought, or of another firm.

    Args:
        sheet: The page.
        start: Where the make begins.
        end: Where the model ends.
        names: Who supplies the goods, as printed; any other company is another firm.
    """
    first = sheet.flat.rfind("\n", 0, start) + 1
    above = sheet.flat.rfind("\n", 0, max(0, first - 1)) + 1
    leads = sheet.flat[above:first].rstrip().endswith(":") or sheet.page.text[first : first + 1].islower()
    begin = above if leads else first
    last = sheet.flat.find("\n", end)
    last = last if last >= 0 else len(sheet.flat)
    flat = f"{sheet.flat[begin:start]} ; {sheet.flat[end:last]}"
    if _OTHERS.search(flat) or NOT_BOUGHT.search(flat):
        return True
    text = f"{sheet.page.text[begin:start]} ; {sheet.page.text[end:last]}"
    for name in names:
        text = text.replace(name, "")
    return has_company(text)


def is_of_others(flat: str) -> bool:
    """Say whether words, flat, speak of other goods than those bought: "35 sets (existing)"."""
    return _OTHERS.search(flat) is not None or NOT_BOUGHT.search(flat) is not None


def names_no_make(written: str) -> bool:
    """Say whether what stands for a make says that there is none, or where goods come from alone."""
    return _NO_MAKE.fullmatch(written.strip(" .")) is not None


def told_make(written: str) -> str:
    """Return a make without "or similar" behind it; "" if it is none."""
    make = _TAIL.sub("", written).strip()
    return "" if names_no_make(make) else make


def told_model(written: str) -> str:
    """Return a model up to the end of its cell or sentence, without "or similar"; "" if it is none."""
    end = _SENTENCE.search(written)
    return told_make(written[: end.start()] if end is not None else written)
