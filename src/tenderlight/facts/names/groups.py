"""Joint bids in languages written with spaces: several firms by name in one field, and what each of them is there.

"A AG (lead partner), Zürich; B Ltd (JV member), Accra", "A SAS (mandataire), groupement conjoint avec B SARL",
"консорциум в составе ООО «А» и АО «Б»": a word for a group or for a part in one says that they bid together. Members
are companies by their legal form; a name of the group itself stands before the words that lead to its members. What is
said of others in the same field (a subcontractor, an agent) leaves it unread here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenderlight.facts.names.arabic_groups import arabic_members
from tenderlight.facts.names.joint_bids import joint_bid_at
from tenderlight.facts.names.joint_words import LEADER_NAMED
from tenderlight.facts.names.western import companies, has_company

Member = tuple[int, int, str]
GROUP_ITSELF = "the group"
"""The part of the name under which several bid."""
_LONGEST = 600
_FEWEST = 2
_GROUP = (
    r"joint ventures?|jv|consorti(?:um|a)|consorcios?|cons[óo]rcios?|agrupaci[óo]n|agrupamento|uni[óo]n temporal|ute|"
    r"(?:participación|proposición|propuesta|oferta) conjunta|proposta conjunta|"
    r"groupements?|groupés|conjointement|bietergemeinschaft|arge|raggruppamento|rti|r\.t\.i\.?|a\.t\.i\.?|konsorcjum|"
    r"консорциум\w{0,2}|консорціум\w{0,2}|коллективн\w{2,3} участник\w{0,2}|"
    r"об['’]єднан\w{2,3}(?: учасник\w{0,2})?|jointly|bidding together"
)
_LEADS = (
    r"lead\w{0,3}|leading|main partner|mandataire|chef de file|l[íi]der|lideran[çc]a|capogruppo|mandataria|"
    r"federführ\w{3,6}|lider\w{0,3}|лидер\w{0,3}|лідер\w{0,3}|головн\w{2,3}|представитель"
)
_PART = (
    r"(?:jv|consortium) (?:partner|member)|partner|member|co-?traitants?|integrante|miembro|socio|consorciad[ao]|"
    r"membro|участник|член|учасник"
)
WORDS_OF_GROUP = re.compile(rf"(?i:(?<!\w)(?:{_GROUP})(?!\w))")
"""Words for firms that bid together."""
_MARKED = re.compile(rf"(?i:[(,]\s?(?:[^(),;\n]{{0,16}}\s)?(?:{_LEADS}|{_PART})(?!\w|\s(?:of|de|du|des|del|da|do)\s))")
_SHARE = re.compile(r"\(\s?(\d{1,2}(?:[.,]\d{1,2})?)\s?%\s?\)")
"""The share of a member in a joint bid, in brackets behind its name."""
_WHOLE = range(99, 102)
_OWNERS = re.compile(
    r"(?i:share-?holders?|stock-?holders?|owne(?:d|rs?|rship)(?!\w)|propriet|accionist|acionist|(?<!\w)s[oó]ci[oa]s(?!\w)|"
    r"actionnaire|associés|azionist|(?<!\w)soci(?!\w)|gesellschafter|anteil|udziałow|wspólni|fiduciari|fideicomiso|trustee|"
    r"акционер|учредител|засновник|акціонер|бенефициар|бенефіціар)"
)
"""Words for those who own a firm or hold money for it: their shares are none in a bid."""
_BEHIND = re.compile(
    r"\s?(?:\((?P<bracket>[^()\n]{2,60})\)|[,–—-]\s?(?!represented|led by|headed by|with\s)(?P<words>[^(),;\n]{2,30}))"
)
_BEFORE = re.compile(rf"(?i:(?<!\w)(?:{_LEADS})(?:\s[^\s:–—-]{{2,14}}){{0,2}}\s?[:–—-]\s?)\Z")
_IS_LEAD = re.compile(rf"(?i:(?<!\w)(?:{_LEADS})(?!\w))")
_OTHERS = re.compile(
    r"(?i:subcontract|sub-contract|subcontrat|sous-trait|subappalt|субподряд|субпідряд|"
    r"represent(?!ed by [^,;\n]{3,60} as (?:the )?lead)|représent|on behalf|"
    r"в лице|в особі|manufactur|fabricant|производител|виробник|guarant|unsuccessful|losing)"
)
"""Words for parts of others than those who bid together."""
_LED = re.compile(
    rf"(?i:m/s|messrs)\.?\s|(?:the|an?|la|el|le|les|las|los|o|as|os|l['’])\s|(?:The|An?|La|El|Les?|Las|Los|O|As|Os)\s(?=[a-zà-ÿ])|"
    rf"(?i:(?:{_GROUP})\s|(?:of|between|de|d['’]|du|des|del|da|do|das|dos|"
    r"entre|avec|with|con|com|aus|tra|conjoint|solidaire|momentané)\s|"
    r"(?:firms?|compan(?:y|ies)|empresas?|firmas?|sociedad(?:es)?|sociedades?|sociétés?|entreprises?)\s)"
)
"""Words before the first name of a group that are no part of it."""
_AND = re.compile(
    r"\s(?:and|y|e|et|und|i|&(?! Co\b))\s(?:(?:by|of|de|par|por|com|con|avec|the|la)\s|[dl]['’]|"
    r"pela\s)?(?=[^\W\d_a-zà-ÿ])|"
    r"\s?/\s?(?=[^\W\d_a-zà-ÿ])"
)
_OWN_NAME = re.compile(
    rf"\s{{0,3}}(?P<name>(?i:{_GROUP})\s(?-i:(?=[«“\"A-ZÀ-ÞА-ЯЁІЇЄҐ]))[^,;()\n]{{3,70}}?|"
    r"[A-ZÀ-ÞА-ЯЁІЇЄҐ][^,;()\n]{3,70}?\s(?i:joint venture|jv|consortium|konsorcjum|консорциум|консорціум)|"
    rf"[A-ZÀ-ÞА-ЯЁІЇЄҐ][^,;()\n]{{3,70}}?(?=\s\((?i:(?:an?\s)?(?:{_GROUP})\s"
    r"(?:of|between|comprising|consisting of|formed by))\s))"
    r"(?:\s\((?=[A-ZÀ-ÞА-ЯЁІЇЄҐ«])|[,;]?\s\(?(?i:bestehend aus|gebildet aus|"
    r"(?:compost|format|costituit)[oa] (?:da|tra)|w składzie|utworzon[ey] przez|"
    r"(?:formad|conformad|integrad|compuest|compost|constitu[ií]d)[oa]s? (?:por|pel[oa]s?)|comprising|"
    r"(?:composed|consisting|made up|comprised) of|(?:composé|constitué|formé)e?s? (?:de|d['’]|par)|réunissant|"
    r"в составе|у складі))"
)
"""The name of a group, before a bracket or the words that lead to its members."""


def members_of_group(text: str) -> list[Member]:
    """Return the members of a joint bid, each with its start, end and part ("lead", "member"), and first the group.

    The group itself has the part `GROUP_ITSELF`. Empty if the text names no such bid of at least two companies.

    Args:
        text: A field as printed.
    """
    if len(text) > _LONGEST or _OTHERS.search(text):
        return []
    arabic = arabic_members(text) if _ARABIC.search(text) else []
    if arabic:
        return arabic
    bid = joint_bid_at(text, len(text) - len(text.lstrip(_BLANK)))
    listed = _listed(text)
    if listed and listed[0][2] == GROUP_ITSELF:
        return listed
    return list(bid.members) if bid is not None and len(bid.members) >= len(listed) else listed


_ARABIC = re.compile(r"[\u0621-\u06cc]")
_BLANK = " \n\t,;:–—-"


def _listed(text: str) -> list[Member]:
    """Return the members that have a legal form, wherever in the field they stand."""
    if not (WORDS_OF_GROUP.search(text) or _MARKED.search(text) or _is_shared_out(text)):
        return []
    own = _OWN_NAME.match(text)
    begins = own.end() if own is not None else 0
    spans = [one for span in companies(text) if span[1] > begins for one in apart(text, max(span[0], begins), span[1])]
    spans = [span for at, span in enumerate(spans) if not any(_within(span, other) for other in spans[:at])]
    named = {" ".join(text[start:end].casefold().split()): (start, end) for start, end in reversed(spans)}
    spans = list(named.values())
    if len(spans) < _FEWEST:
        return []
    members = [(start, end, part_in_group(text, start, end)) for start, end in sorted(spans)]
    return [(*own.span("name"), GROUP_ITSELF), *members] if own is not None else members


def _is_shared_out(text: str) -> bool:
    """Say whether each company has its share in brackets behind it, and the shares of two or more make up the whole."""
    shares = list(_SHARE.finditer(text)) if "%" in text else []
    if len(shares) < _FEWEST or _OWNERS.search(text):
        return False
    spans = [one for span in companies(text) for one in apart(text, *span)]
    held = [share for share in shares if any(not text[end : share.start()].strip() for _start, end in spans)]
    whole = round(sum(float(share[1].replace(",", ".")) for share in shares))
    return len(held) == len(shares) == len({end for _start, end in spans}) and whole in _WHOLE


def _within(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return span[0] < other[1] and other[0] < span[1]


def apart(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the companies that a run of words holds, each without the words that lead to it.

    Args:
        text: As printed.
        start: Where the run begins.
        end: Where it ends.
    """
    position = start
    for found in _AND.finditer(text, start, end):
        if not _divides(text, position, found, end):
            continue
        yield _led(text, position, found.start())
        position = found.end()
    yield _led(text, position, end)


def _divides(text: str, start: int, found: re.Match[str], end: int) -> bool:
    return has_company(text[start : found.start()]) and has_company(text[found.end() : end])


def _led(text: str, start: int, end: int) -> tuple[int, int]:
    lead = _LED.match(text, start, end)
    while lead is not None and lead.end() > start:
        start = lead.end()
        lead = _LED.match(text, start, end)
    return start, end


def part_in_group(text: str, start: int, end: int) -> str:
    """Return whether a company leads its group, by the words in brackets behind it or before a colon."""
    behind = _BEHIND.match(text, end)
    said = (behind["bracket"] or behind["words"] or "") if behind is not None else ""
    named = LEADER_NAMED.fullmatch(said)
    if named is not None:
        return "lead" if text[start:end].casefold().startswith(named["name"].casefold().strip(" .")) else "member"
    leads = _IS_LEAD.search(said) or _BEFORE.search(text, max(0, start - 40), start)
    return "lead" if leads else "member"
