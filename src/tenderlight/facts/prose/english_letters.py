"""Letters in English that tell a firm that it has won or is to deliver, as offices of Asia and Africa write them.

"To: M/s X … your offer is accepted at a total cost of …", "the contract be awarded to your company in the sum of …",
"you are directed to supply …". Who is written to has won; who writes ("From:", "for and on behalf of") buys; the price
is the one sum that the sentence states which accepts, else the one behind words for the sum of the contract.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenderlight.facts.names.joint_bids import bid_around
from tenderlight.facts.names.offices import is_office
from tenderlight.facts.names.western import companies
from tenderlight.facts.names.western_values import is_western_name
from tenderlight.facts.prose.letter_words import REGRETS
from tenderlight.facts.prose.sentences import SOFT_BREAK, is_other_money, sentences_of
from tenderlight.languages.money import find_amounts

Span = tuple[int, int]
_HEAD = 1_500
_LONGEST = 20_000
_LONGEST_LINE = 70
_BID = r"(?:bid|tender|offer|quotation|quote|proposal|rates?)"
_SAYS = re.compile(
    rf"\b(?:accept(?:ed|ance\sof)?|approv(?:e|ed|al\sof))\s(?:[a-z/]+\s){{0,3}}your\s(?:[a-z-]+\s){{0,4}}{_BID}\b|"
    rf"\byour\s(?:[a-z/’'-]+\s){{0,5}}{_BID}\b[^\n]{{0,300}}?\b(?:accepted|approved|successful|selected|awarded|"
    r"lowest evaluated|best evaluated|most advantageous|found responsive)\b|"
    r"\b(?:pleased|directed|happy|glad|decided|resolved)\sto\s(?:inform\syou\sthat\syou|award|place|offer|"
    r"convey|accept|appoint)\b|"
    r"\b(?:award|awarded|awarding)\b[^\n.]{0,160}?\b(?:to\s)?(?:you|your\s(?:company|firm|esteemed\s\w+|"
    r"organi[sz]ation))\b|"
    r"\byou(?:r\s(?:company|firm|organi[sz]ation))?\s(?:has|have|are|is|were|was)\s(?:been\s|hereby\s|"
    r"therefore\s|now\s)*"
    r"(?:awarded|selected|appointed|engaged|directed\sto|requested\sto\s(?:supply|execute|deliver|commence|"
    r"provide)|instructed\sto|"
    r"authori[sz]ed\sto|adjudged|declared|recommended\sfor\saward)|"
    r"\bwork\smay\sproceed\b|\bplease\s(?:supply|furnish\sthis\soffice|furnish\sthe\sfollowing|deliver|"
    r"arrange\sto\ssupply)\b|"
    r"\b(?:kindly|please)\ssupply\b|\bnotice\sto\sproceed\b|"
    r"\b(?:purchase|supply|work)\sorder\sis\s(?:hereby\s)?(?:placed|issued)\b"
)
"""What tells whom a letter is written to that it has won or is to deliver, folded."""
_ORDERS = re.compile(
    r"(?m)^[^\n]{0,60}\b(?:(?:purchase|supply|work|service|job|delivery|local\spurchase|local\sservice)\sorder|"
    r"l\.?p\.?o\b|"
    r"letter\sof\s(?:award|acceptance|appointment|intent)|notification\sof\saward|notice\sof\saward)\b"
)
"""The heading of an order or of a letter of award."""
_TOP = 500
_PUBLIC = re.compile(
    r"(?i:\b(?:ministry|department|council|authority|commission|committee|government|directorate|board|municipality)\b)"
)
_WITH = re.compile(
    r"\s*(?:\([^()\n]{2,30}\))?,?\s(?:in|as)\s(?:a\s)?(?:consortium|joint\sventure|jv|association|partnership)\swith\s",
    re.I,
)
_EACH = re.compile(r"\s?/?[-=]{0,2}\s?(?:\([^()]{3,120}\)\s?)?(?:each\b|per\s(?!cent)|/\s?[a-z])")
"""Behind a sum: it is that of a piece."""
_HEADING = re.compile(
    r"(?i:^(?:contract|supply|provision|award|notice|letter|purchase|procurement|tender|subject|work)\b)|[:?]"
)
_TO = re.compile(r"(?m)^[ \t]*(?:To|TO|The\sSupplier|Addressee)[ \t]{0,8}[:,;.]?[ \t]*(?P<rest>[^\n]{0,200})$")
_STYLED = re.compile(r"(?m)^[ \t]*(?:\d[.)][ \t]*)?(?:M/s|M/S|Messrs|MESSRS)\.?[ \t]+(?P<rest>[^\n]{3,200})$")
_OFFICER = re.compile(
    r"(?i:^(?:the\s)?(?:authori[sz]ed\s(?:representative|signatory)|(?:(?:group|deputy|country|general|sales|"
    r"executive)\s)?(?:managing\s)?"
    r"(?:director|manager|proprietor|proprietress|partner|owner|president|ceo|md|chief\sexecutive(?:\sofficer)?|"
    r"chair(?:man|person)))"
    r"(?:/[a-z]+)?\s{0,2}(?:[,:]|$|of\s))"
)
_PERSON = re.compile(r"(?:MR|MS|MRS|MISS|DR|ENGR?|ATTY|HON|Mr|Ms|Mrs|Miss|Dr|Engr?|Atty|Hon|Shri|Smt|Sri)\b\.?\s")
_STYLE = re.compile(r"^[ \t]*(?:(?:M/s|M/S|Messrs|MESSRS)\.?[ \t]+)?")
_SALUTES = re.compile(r"(?mi)^[ \t]*(?:dear\b|sirs?\s?[/,]|madam\b|gentlemen\b|sir\b)")
_NAME_ENDS = re.compile(
    r",|;|\s[-–—]\s|\s\(|\s{3,}|\t|\.(?=\s|$)(?<!Pvt\.)(?<!Ltd\.)(?<!Co\.)(?<!Inc\.)(?<!Corp\.)(?<!Bhd\.)"
)
_NO_FIRM = re.compile(
    r"(?i:^(?:p\.?\s?o\.?\b|box\b|plot\b|attn\b|attention\b|ref\b|date\b|subject\b|sub\b|re\b|email\b|tel\b|"
    r"through\b|from\b|gstin\b|tin\b|accounting\sofficer|"
    r"all\s|whom\s|department\b|ministry\b|sir\b|dear\b|madam\b|file\b))|\d{4}"
)
_FROM = re.compile(
    r"(?m)^[ \t]*(?:From|FROM)[ \t]{0,8}[:,][ \t]*(?P<rest>[^\n]{4,150})$|"
    r"^[ \t]*(?i:for\s(?:and\son\sbehalf\sof\s)?)(?:the\s)?(?P<behalf>[A-Z][^\n]{5,120})$"
)
_LEAD = re.compile(
    r"\b(?:contract|tender|order|total|bid|award|agreed|accepted|quoted|final|corrected|evaluated|lump)\s(?:sum|"
    r"price|amount|value|cost)\b|"
    r"\b(?:in|at|for)\s(?:the|a|an)\s(?:[a-z]+\s){0,3}(?:sum|price|amount|cost|value|consideration|rate)\b|"
    r"\bamounting\sto\b|"
    r"\bat\s(?=[a-z₦$£€₹₱]{1,5}\.?\s?\d)"
)


def letter_of_award(text: str, flat: str) -> tuple[Span | None, Span | None, Span | None]:
    """Return the firm that a letter is written to, who writes it, and the price; all None where it is no such letter.

    Args:
        text: A page as written.
        flat: The same, flat; offsets agree.
    """
    body = flat[:_LONGEST].replace("\n", " ")
    says = _SAYS.search(body)
    ordered = says or _ORDERS.search(flat[:_TOP])
    if ordered is None or REGRETS.search(body):
        return None, None, None
    firm = _addressee(text, says.start() if says is not None else _HEAD)
    if firm is None:
        return None, None, None
    return firm, _sender(text, firm), _price(text[:_LONGEST], flat)


def _addressee(text: str, told: int) -> Span | None:
    """Return the firm that a letter is written to, above its salutation or what it is told."""
    salute = _SALUTES.search(text[:_HEAD])
    head = text[: salute.start() if salute is not None else min(_HEAD, max(told, _TOP))]
    for found in sorted((*_TO.finditer(head), *_STYLED.finditer(head)), key=re.Match.start):
        start = found.start("rest")
        if text[start : found.end()].strip():
            return _of_line(text, start, found.end(), len(head))
        return _below(text, found.end(), len(head))
    for line in re.finditer(r"[^\n]+", head):
        officer = _OFFICER.match(f"{line[0].strip()},")
        if officer is not None and len(line[0]) < _LONGEST_LINE:
            return _of_line(text, line.start(), line.end(), len(head))
    return None


def _of_line(text: str, start: int, end: int, last: int) -> Span | None:
    """Return the firm that a line names: behind the word for its head, else on the next line."""
    start += len(text[start:end]) - len(text[start:end].lstrip())
    officer = _OFFICER.match(text[start:end]) or _OFFICER.fullmatch(f"{text[start:end].rstrip(' ,.')},")
    if officer is None and not _PERSON.match(text[start:end]):
        return _firm(text, start, end)
    rest = start + officer.end() if officer is not None else end
    if text[rest:end].strip(" ,."):
        return _firm(text, rest + len(text[rest:end]) - len(text[rest:end].lstrip()), end)
    return _below(text, end, last)


def _below(text: str, start: int, end: int) -> Span | None:
    """Return the firm on the first of the next lines that is neither a person nor an officer."""
    for line in [*re.finditer(r"[^\n]+", text[start:end])][:4]:
        written = line[0].strip(" ,.")
        officer = _OFFICER.match(f"{written},")
        if not written or _PERSON.match(written) or (officer is not None and officer.end() >= len(written)):
            continue
        if officer is not None:
            return _of_line(text, start + line.start(), start + line.end(), end)
        return _firm(text, start + line.start(), start + line.end())
    return None


def _firm(text: str, start: int, end: int) -> Span | None:
    """Return the firm, or the group of firms, that a line begins with."""
    style = _STYLE.match(text[start:end])
    start += style.end() if style is not None else 0
    bid = bid_around(text, start)
    if bid is not None and bid.end <= end + 200:
        return bid.start, bid.end
    line = text[start:end]
    if _NO_FIRM.match(line.strip()) or _HEADING.search(line) or _PERSON.match(line) or _OFFICER.match(line):
        return None
    formed = next((span for span in companies(line) if span[0] <= 1), None)
    stop = _NAME_ENDS.search(line)
    if formed is not None and _WITH.match(line, formed[1]):
        return start, start + len(line.rstrip(" ,."))
    last = formed[1] if formed is not None else (stop.start() if stop is not None else len(line))
    name = line[:last].rstrip(" ,.") if formed is None else line[:last]
    words = name.split()
    if (
        not name[:1].isupper()
        or not 2 <= len(words) <= 10
        or (formed is None and _PUBLIC.search(name))
        or not is_western_name(name)
    ):
        return None
    return start, start + len(name)


def _sender(text: str, firm: Span) -> Span | None:
    for found in _FROM.finditer(text[:_LONGEST]):
        group = "rest" if found["rest"] is not None else "behalf"
        start, end = found.span(group)
        stop = re.search(r",|;|\s\(|\s{3,}", text[start:end])
        name = (text[start : start + stop.start()] if stop is not None else text[start:end]).rstrip(" .,")
        is_named = is_office(name) or (group == "behalf" and bool([*companies(name)]))
        if is_named and not _PERSON.match(name) and name.lower() not in text[slice(*firm)].lower():
            return start, start + len(name)
    return None


def _price(text: str, flat: str) -> Span | None:
    """Return the one sum of the sentences that accept, else the one behind words for the sum of the contract."""
    sentences = [*sentences_of(SOFT_BREAK.sub(" ", text))]
    accepting = [one for one in sentences if _SAYS.search(flat[slice(*one)].replace("\n", " "))]
    leading = [one for one in sentences if _LEAD.search(flat[slice(*one)].replace("\n", " "))]
    for group in (accepting, leading):
        found = [span for one in group for span in _sums(text, flat, one)]
        if len({flat[slice(*span)] for span in found}) == 1:
            return found[0]
        if found and group is accepting:
            whole = [span for span in found if re.search(r"total[^.;\d]{0,50}$", flat[max(0, span[0] - 70) : span[0]])]
            return whole[0] if len({flat[slice(*span)] for span in whole}) == 1 else None
    return None


def _sums(text: str, flat: str, sentence: Span) -> Iterator[Span]:
    start, end = sentence
    part = flat[start:end]
    for amount in find_amounts(part, decimal_mark="."):
        if amount.bare or amount.per_unit or _EACH.match(part, amount.end):
            continue
        if is_other_money(part[: amount.start], text[start : start + amount.start]):
            continue
        yield start + amount.start, start + amount.end
