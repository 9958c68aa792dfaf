"""Refusals that follow what they refuse: "shall not be captured", no podrán ser captados, не могут собираться."""

from __future__ import annotations

import re

from tenderlight.capabilities.clauses import Span

_BETWEEN = r"[\s,](?:[\w'-]+,?\s){0,6}?"
_PASSIVE = re.compile(
    rf"{_BETWEEN}(?:be|ser|être|быть|бути)\s(?:[\w-]+(?:ly|mente|ment|но)\s)?"
    r"(?P<act>[\w-]+(?:ed|en|[aiuíá]d[oa]s?|cho?s?|chas?|és?|ées?|is|ise?s?|its?|ites?|us?|ues?"
    r"|н[ыоаі]|ен|ён|ний|т[ыоаі]|т)|made|held|built|sought|read|put|run|drawn|fed|done|bought|shot|heard|caught)\b"
)
_PARTICIPLE = re.compile(r"\s(?:[\w-]+ly\s)?(?P<act>[\w-]+(?:ed|en)|made|held|built|put|run|done|bought)\b")
_REFLEXIVE = re.compile(r"\s(?:[\w-]+\s){0,2}?(?P<act>\w+(?:[aei]rse|ться|тися|тись))\b")
_HARMLESS = re.compile(
    r"(?:touch|renew|renouvel|prolong|prorog|alter|chang|modif|replac|remov|dismantl|disabl|delet|uninstall|disconnect|tamper|remplac|supprim|retir|enlev"
    r"|sustitu|elimin|tocad|измен|удал|демонтир|вилуч|limit|reduc|lower|delay|impair|affect|interrupt|invoic|export|shar|exceed|disclos|restrict|confin|damag|expos"
    r"|obstruct|hinder|disturb|degrad|compromis|resold|subcontract|assign|transferr|deem|consider|regard|constru|interpret"
    r"|withheld|refus|reject|accept|paid|bill|reimburs|waiv|taken|mount|plac|position|paint|cover|fold|bent|shorten|open"
    r"|compart|cedid|transferid|reducid|afectad|retras|factur|superad|dañ|inferior|interpret|rechaz|acept|menor|mayor"
    r"|partag|cédé|transmis|sous-trait|réduit|affecté|retardé|dépass|inférieur|endommag|consid|refus|accept"
    r"|ограничен|передан|снижен|превышен|прерван|повреж|меньш|больш|принят|перед|ниж|превыш|обмежен|переван|зменшен|переви)"
)
"""What may be done to a thing that is there all the same: delayed, damaged, passed on, paid for."""
_PREDICATE = re.compile(
    r"(?<!that )(?<!which )(?<!who )(?<!qui )(?<!que )"
    r"\b(?:is|are|be|being|est|sont|être|queda|quedan|está|están|estará|estarán)\s(?:[\w-]+(?:ly|mente|ment)\s)?$"
)
_FINITE = re.compile(r"запреща[ею]тся|запрещен[оаы]?|заборон(?:яється|яються|ено|ена|ені)")
_ADJECTIVE = re.compile(
    r"prohib\w+|interdit\w*|proscri\w*|vedad\w*|запрещ\w*|заборон\w*|запрет\w*|недопустим\w*|forbid\w*|ban\w*|محظور\w*|ممنوع\w*"
)
_JOINED = re.compile(r" (?:and|y|e|et|и|і|й|та) $")
_POINTS_BACK = re.compile(
    r"\b(?:it|them|this|these|l[oae]s? \w+(?:r|re|ra|ront|r[áa]n?)|\w+[aei]rl[oa]s?|se|en|y"
    r"|l'\w+|s'\w+|его|ее|их|эт\w+|його|її|ц\w{1,3}|ser\w+|est|sont|est[áa]n?|be|буд\w+"
    r"|used?|using|utiliz\w+|utilis\w+|использ\w+|использов\w+|применя\w+|використ\w+|usará\w*|emplear\w*|activ\w+)\b"
)
"""What shows that a refusal behind "and" goes on to speak of what was named: a pronoun, a passive, a verb of use."""
LONGEST_PREDICATE = 32
_STOPS = ".;。!\n"


def is_of_what_came(text: str, hit: Span, end: int) -> bool:
    """Say whether a refusal behind words goes on to what is not to be done with them, or ends right there (…,一律不得).

    Args:
        text: The text searched, in small letters.
        hit: The refusal.
        end: Where its clause ends.
    """
    rest = text[hit[1] : end].strip(" )\"'”»")
    if not rest.strip(_STOPS):
        return (bool(rest) or end >= len(text.rstrip())) and _ADJECTIVE.fullmatch(text, *hit) is None
    for form in (_PARTICIPLE,) if text.endswith(" be", *hit) else (_PASSIVE, _REFLEXIVE):
        told = form.match(text, hit[1], end)
        if told is not None:
            return _HARMLESS.match(told["act"]) is None
    return False


def begins_its_own(text: str, hit: Span, end: int) -> bool:
    """Say whether a refusal behind "and" has an object of its own: "delivers … and will not assign the contract".

    Args:
        text: The text searched, in small letters.
        hit: The refusal.
        end: Where its clause ends.
    """
    if _JOINED.search(text, max(0, hit[0] - 6), hit[0]) is None or not text[hit[1] : end].strip(_STOPS + " )"):
        return False
    if _POINTS_BACK.search(text, hit[0], min(end, hit[1] + LONGEST_PREDICATE)) is not None:
        return False
    return not any(form.match(text, hit[1], end) for form in (_PASSIVE, _REFLEXIVE))


def is_predicate(text: str, hit: Span) -> bool:
    """Say whether a word for "forbidden" is what a sentence says ("… is forbidden"), and no adjective."""
    before = text[max(0, hit[0] - LONGEST_PREDICATE) : hit[0]]
    return _PREDICATE.search(before) is not None or _FINITE.fullmatch(text, hit[0], hit[1]) is not None
