"""Parties of a contract whose parts are told in other ways than "hereinafter the Supplier".

Spanish and Portuguese deeds name the persons who sign and whom they stand for; Arabic contracts count the parties,
(طرف أول), (طرف ثان); Persian ones say which of them "is called" employer or contractor; Russian and Ukrainian records
put the word for the part before the name ("представитель Заказчика — ГБУЗ «…»"). Short ones say no more than
"entre la Commune de X et la société Y SARL". Which of the two buys is told by the word, or by the names: an office and
a company. Where both are companies nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tenderlight.facts.names.offices import is_office
from tenderlight.facts.names.western import EASTERN_COMPANY, companies, has_company
from tenderlight.facts.words.running import SUPPLIER_WORDS
from tenderlight.facts.words.vocabulary import Meaning

Span = tuple[int, int]
Trim = Callable[[str, int, int], Span | None]
_HEAD = 6_000
"""Characters at the head of a contract in which its parties are named."""
_AHEAD = 170
_STANDING = re.compile(
    r"(?i:(?:excm[oa]\.?|ilm[oa]\.?|excelentísim[oa]|ilustrísim[oa]|la|el|entidad|mercantil|empresa|sociedad|compañía|"
    r"firma|société|persona\sjurídica)\s+){0,4}"
)
_REPRESENTED = re.compile(
    r"(?i:(?:en\s(?:nombre|representación)(?:\sy\s(?:en\s)?(?:nombre|representación))?\sde(?:l|\sla)?|"
    r"representante\s(?:legal\s)?d[aeo]l?(?:\sla)?|em\s(?:nome|representação)(?:\se\s(?:em\s)?(?:nome|representação))?"
    r"\sd[aeo]|agissant\s(?:au\snom|pour\sle\scompte)(?:\set\spour\sle\scompte)?\sd(?:u|e\sla|e))\s+)"
)
"""What stands between a person who signs and the organisation that is bound."""
_COUNTED = re.compile(
    r"(?i:(?:^|\n)[^\S\n]*(?:\d{1,2}[.)]?\s*)?(?:the\s|les\s|las\s|as\s)?(?:contracting\s)?(?:parties|partes|стороны|сторони|"
    r"vertragsparteien|parti)(?:\s(?:contractantes|contratantes))?\s*:?\s*)\((?:1|a|i)\)\s*(?P<one>[^;\n]{4,160}?)"
    r"\s*(?:;|,?\s(?:and|y|et|e|и|та|und)\s|[;,]?[^\S\n]*\n)\s*\((?:2|b|ii)\)\s*(?P<two>[^;\n]{4,120})"
)
_ACTING = re.compile(r"\s(?:acting|represented) (?:through|by) (?:the\s|its\s)?")
_ARABIC_PART = re.compile(r"\((?:ال)?(?:طرف|فریق)\s+(?:ال)?(?P<which>أول|اول|ثان)\w?\)")
_ARABIC_LEAD = re.compile(
    r"(?:أولا|اولا|ثانیا|بین(?:\s+کل\s+من)?|کل\s+من)[\u064b-\u0652]?\s*[:/-]?\s*(?:\d\s*[-.)]\s*)?|\d\s*[-.)]\s*|\n\s*(?:و\s*)?|\)\s*[،,]?\s*و\s?(?:بین\s+)?"
)
_ARABIC_NAME_ENDS = re.compile(
    r"\s*[،,(/]\s*|\s+(?:ویمثلها|ویمثله|یمثلها|یمثله|الممثلة?|ممثلة?|بصفته|بصفتها|ومقرها|ومقره|ویشار|المشار|سجل|بموجب)\b"
)
_ARABIC_COMPANY = re.compile(r"(?:ال)?(?:شرکة|مؤسسة(?!\s+العامة)|مکتب|مجموعة|مقاولة|مصنع)\s")
_PERSIAN_PART = re.compile(
    r"که\s+(?:(?:در\s+)?این\s+قرارداد\s+|از\s+این\s+پس\s+|منبعد\s+|اختصارا\s+|به\s+اختصار\s+|در\s+ادامه\s+){0,3}[«\"]?\s*"
    r"(?:(?P<buyer>کارفرما|خریدار|سفارش.?دهنده)|(?P<supplier>پیمانکار|فروشنده|مشاور|تأمین.?کننده|تامین.?کننده|مجری))\s*[»\"]?\s+"
    r"(?:نامیده|خوانده|اطلاق)"
)
_PERSIAN_BRACKET = re.compile(
    r"\(\s*(?:به\s+عنوان\s+)?[«\"]?(?:(?P<buyer>کارفرما|خریدار|سفارش.?دهنده|طرف\s+اول)|(?P<supplier>پیمانکار|فروشنده|مشاور|"
    r"تأمین.?کننده|تامین.?کننده|مجری|طرف\s+دوم))[»\"]?\s*\)"
)
_PERSIAN_AS = re.compile(
    r"\s(?:به\s?)?عنوان\s+[«\"]?(?:(?P<buyer>کارفرما|خریدار|سفارش.?دهنده|طرف\s+اول)|(?P<supplier>پیمانکار|فروشنده|مشاور|"
    r"تأمین.?کننده|تامین.?کننده|مجری|طرف\s+دوم))(?!\w)"
)
_PERSIAN_LEAD = re.compile(
    r"(?:(?:کارفرما|خریدار|سفارش.?دهنده)[»\"]?\s*[،,]?\s+و|\)\s*[،,]?\s*و|فی.?مابین|مابین|بین|از\s+یک\s+طرف\s*[،,]?\s*و|از\s+طرف\s+دیگر|می.?شود\s*[،,]?\s*و|می.?گردد\s*[،,]?\s*و)\s+"
)
_PERSIAN_NAME_ENDS = re.compile(
    r"\s*[،,]\s*|\s+(?:به\s+نمایندگی|به\s+شماره|به\s+نشانی|به\s+شناسه|با\s+نمایندگی|دارای|ثبت\s+شده|که)\s"
)
_BEFORE = 400
_ROLE_DASH = re.compile(
    r"(?i:\b(?:(?P<buyer>заказчик|покупател|замовник|покупц)|(?P<supplier>исполнител|подрядчик|поставщик|виконавц|підрядник|"
    r"постачальник))[а-яіїє]{0,3}\s(?:[—–-]\s)?)(?=[«\"А-ЯЁІЇЄҐ])"
)
_EASTERN_OFFICE = re.compile(r"[А-ЯЁІЇЄҐ][^,;:\n]{3,110}?(?=\s(?:и|та|й)\sпредставни?[кт]|[,;:\n]|$)")

_AGREED = re.compile(
    r"(?i:\b(?:contra(?:ct|t|to)|agreement|convention|convenio|marché|accord|acordo|memorandum|договор|контракт|"
    r"соглашение|договір|угода)\b[^.;]{0,160}?\b(?:entre|between|между|між)\b"
    r"(?:\s(?:les|the|los|os|as|las)\s(?:soussignés|undersigned|suscritos|abajo\sfirmantes|parties|partes))?\s?:?\s{1,3})"
)
"""A word for a contract, and between whom it is."""
_OTHER_SIDE = re.compile(
    r"(?i:[,;]?\s(?:(?:d['’]une\spart|of\sthe\s(?:one|first)\spart|(?:por|de)\s(?:la\s)?una\sparte|de\sum\slado|"
    r"с\sодной\sстороны|з\sодного\sбоку),?\s)?(?:et|and|y|e|и|та|і)\s)"
)
_SECOND_SIDE = re.compile(
    r"(?i:(?:(?:с\sодной\sстороны|з\sодного\sбоку|з\sодн[іо]єї\sсторони|of\sthe\s(?:one|first)\spart|d['’]une\spart|"
    r"(?:de|por)\s(?:la\s)?una\sparte|de\sum\slado)\s?,?\s(?:и|а\sтакже|та|і|й|and|et|y|e)\s?,?\s|"
    r"(?:и|а\sтакже|та|і|y|e|et),?\s(?:с\sдругой\sстороны|з\sіншого\sбоку|(?:por|de)\s(?:la\s)?otra(?:\sparte)?|"
    r"d['’]autre\spart|de\soutro(?:\slado)?)\s?[,:]?\s)"
    r"(?:(?:the|la|le|el|a|o|l['’])\s?)?(?:(?:company|empresa|sociedad|sociedade|société|firma|компания|компанія)\s)?)"
)
"""What stands between the first party of a contract and the second."""
_SELLER_BEFORE = re.compile(rf"(?i:(?<!\w)(?:{SUPPLIER_WORDS})(?!\w))")
_PARTIES_END = re.compile(r"\n\s*\n|[.;]\s|\n(?=(?i:art|clause|cl[áa]usula|objet|il a été|whereas|\d))")
_WITHIN = 420
_AND_FIRM = re.compile(
    r"(?i:,?\s(?:y|e|et|and|und|ed?)\s(?:(?:la|a|the|die|l['’])\s?)?(?:empresa|sociedade?|firma|compañía|mercantil|"
    r"société|entreprise|company|firm|ditta|società|impresa)\s)"
)
_HAVE_AGREED = re.compile(
    r"(?i:\b(?:hemos (?:convenido|acordado|celebrado)|convenimos|acordamos|acuerdan|convienen|celebran|suscriben|"
    r"celebramos|suscribimos|acordam|celebram|conviennent|(?:avons|ont) (?:convenu|conclu)|"
    r"have agreed|agreed? (?:as|to)|convengono|stipulano|vereinbaren|schließen)\b)"
)


def signing_parties(text: str, flat: str, trim: Trim) -> Iterator[tuple[Meaning, Span]]:
    """Yield the buyer and the supplier of a contract with the place of their names, each once.

    Args:
        text: The head of a page as written.
        flat: The same, flat; offsets agree.
        trim: Cuts a name out of a clause, or returns None.
    """
    named: dict[Meaning, Span] = {}
    for found in (
        _by_role(text),
        _arabic(flat),
        _persian(flat),
        _represented(text, trim),
        _between(text, trim),
        _second(text),
        _counted(text, trim),
        _agreeing(text),
    ):
        if len(named) < len(_BOTH):
            for meaning, span in found:
                named.setdefault(meaning, span)
    yield from named.items()


_BOTH = (Meaning.CONTRACT_BUYER, Meaning.CONTRACT_SUPPLIER)


def sellers_by_role(text: str) -> Iterator[tuple[Meaning, Span]]:
    """Yield the company behind the word for who sells and a dash: "Заказчик — X, Исполнитель — Y, договорились"."""
    named = [found for found in _by_role(text) if found[0] is Meaning.CONTRACT_SUPPLIER]
    if len({text[slice(*span)] for _meaning, span in named}) == 1:
        yield named[0]


def _by_role(text: str) -> Iterator[tuple[Meaning, Span]]:
    """Yield names behind the word for their part and a dash."""
    for match in _ROLE_DASH.finditer(text[:_HEAD]):
        meaning = Meaning.CONTRACT_BUYER if match["buyer"] else Meaning.CONTRACT_SUPPLIER
        company = EASTERN_COMPANY.match(text, match.end())
        is_apart = match[0].rstrip()[-1] in "—–-"
        office = _EASTERN_OFFICE.match(text, match.end()) if company is None and is_apart else None
        if company is not None:
            yield meaning, company.span()
        elif office is not None and is_office(office[0]):
            yield meaning, office.span()


def _counted(text: str, trim: Trim) -> Iterator[tuple[Meaning, Span]]:
    """Yield an office and a company that a heading of parties counts: "Parties: (1) Ministry of Works; (2) X Ltd"."""
    match = _COUNTED.search(text[:_HEAD])
    if match is None:
        return
    spans = []
    for group in ("one", "two"):
        start, end = match.span(group)
        acting = _ACTING.search(text, start, end)
        span = trim(text, acting.end() if acting is not None else start, end)
        if span is None:
            return
        spans.append(span)
    firms = [has_company(text[slice(*span)]) for span in spans]
    if firms == [False, True] and is_office(text[slice(*spans[0])]):
        yield from zip(_BOTH, spans, strict=True)


def _arabic(flat: str) -> Iterator[tuple[Meaning, Span]]:
    """Yield the two parties before the brackets that count them."""
    parties: dict[str, Span] = {}
    floor = 0
    for match in _ARABIC_PART.finditer(flat[:_HEAD]):
        window = max(floor, match.start() - _BEFORE)
        leads = [lead.end() for lead in _ARABIC_LEAD.finditer(flat, max(0, window - 1), match.start())]
        floor = match.end()
        for start in leads[-3:]:
            span = _up_to(flat, start, match.start(), _ARABIC_NAME_ENDS)
            if span is not None and (_ARABIC_COMPANY.match(flat, span[0]) or is_office(flat[slice(*span)])):
                parties.setdefault("first" if "ول" in match["which"] else "second", span)
                break
    if len(parties) < len(_BOTH):
        return
    first, second = parties["first"], parties["second"]
    sells = [bool(_ARABIC_COMPANY.match(flat, span[0])) for span in (first, second)]
    if sells == [False, True]:
        yield Meaning.CONTRACT_BUYER, first
        yield Meaning.CONTRACT_SUPPLIER, second
    elif sells == [True, False]:
        yield Meaning.CONTRACT_BUYER, second
        yield Meaning.CONTRACT_SUPPLIER, first


def _persian(flat: str) -> Iterator[tuple[Meaning, Span]]:
    """Yield the parties that are said to be called employer, contractor, buyer, seller."""
    head = flat[:_HEAD]
    told = (match for words in (_PERSIAN_PART, _PERSIAN_BRACKET, _PERSIAN_AS) for match in words.finditer(head))
    for match in sorted(told, key=re.Match.start):
        leads = [lead.end() for lead in _PERSIAN_LEAD.finditer(flat, max(0, match.start() - _BEFORE), match.start())]
        span = _up_to(flat, leads[-1], match.start(), _PERSIAN_NAME_ENDS) if leads else None
        if span is not None:
            yield Meaning.CONTRACT_BUYER if match["buyer"] else Meaning.CONTRACT_SUPPLIER, span


def _up_to(flat: str, start: int, end: int, ends: re.Pattern[str]) -> Span | None:
    """Return the name from a place up to what ends it; None if nothing of two words is left."""
    stop = ends.search(flat, start, end)
    stop_at = start + len(flat[start : stop.start() if stop else end].rstrip())
    return (start, stop_at) if len(flat[start:stop_at].split()) > 1 else None


def _between(text: str, trim: Trim) -> Iterator[tuple[Meaning, Span]]:
    """Yield the two parties between whom a contract is said to be: one office and one company."""
    for match in _AGREED.finditer(text[:_HEAD]):
        ends = _PARTIES_END.search(text, match.end(), match.end() + _WITHIN)
        stop = ends.start() if ends is not None else min(len(text), match.end() + _WITHIN)
        for joint in _OTHER_SIDE.finditer(text, match.end(), stop):
            first, second = trim(text, match.end(), joint.start()), trim(text, joint.end(), stop)
            if first is None or second is None:
                continue
            sells = [has_company(text[slice(*span)]) for span in (first, second)]
            buys = [
                not sold and is_office(text[slice(*span)]) for sold, span in zip(sells, (first, second), strict=True)
            ]
            if sorted((sells, buys)) == [[False, True], [True, False]]:
                yield Meaning.CONTRACT_BUYER, first if buys[0] else second
                yield Meaning.CONTRACT_SUPPLIER, first if sells[0] else second
                return


def _agreeing(text: str) -> Iterator[tuple[Meaning, Span]]:
    """Yield the company with which the first party says that it has agreed: "y la empresa X, S.A., hemos convenido"."""
    for match in _AND_FIRM.finditer(text[:_HEAD]):
        ends = _PARTIES_END.search(text, match.end(), match.end() + _WITHIN)
        stop = ends.start() if ends is not None and not has_company(text[match.end() : ends.end()]) else None
        stop = stop if stop is not None else min(len(text), match.end() + _WITHIN)
        company = next((span for span in companies(text[match.end() : stop]) if span[0] <= 1), None)
        if company is not None and _HAVE_AGREED.search(text, match.end() + company[1], stop + _WITHIN):
            yield Meaning.CONTRACT_SUPPLIER, (match.end() + company[0], match.end() + company[1])
            return


def _represented(text: str, trim: Trim) -> Iterator[tuple[Meaning, Span]]:
    """Yield whom the persons who sign stand for: one office and one company."""
    buyers: list[Span] = []
    sellers: list[Span] = []
    for match in _REPRESENTED.finditer(text[:_HEAD]):
        line = text.find("\n", match.end(), match.end() + _AHEAD)
        start = _STANDING.match(text, match.end()).end()  # type: ignore[union-attr]
        span = trim(text, start, line if line >= 0 else min(len(text), match.end() + _AHEAD))
        if span is None:
            continue
        name = text[slice(*span)]
        if has_company(name):
            sellers.append(span)
        elif is_office(name.rstrip(".")):
            buyers.append((span[0], span[0] + len(name.rstrip("."))))
    if len({text[slice(*span)] for span in buyers}) == len({text[slice(*span)] for span in sellers}) == 1:
        yield Meaning.CONTRACT_BUYER, buyers[0]
        yield Meaning.CONTRACT_SUPPLIER, sellers[0]


def _second(text: str) -> Iterator[tuple[Meaning, Span]]:
    """Yield the company that is the other party, whose part no word names: the seller, unless the first one sells."""
    for match in _SECOND_SIDE.finditer(text[:_HEAD]):
        ends = _PARTIES_END.search(text, match.end(), match.end() + _WITHIN)
        stop = ends.start() if ends is not None else match.end() + _WITHIN
        company = next((span for span in companies(text[match.end() : stop]) if span[0] <= 1), None)
        first_sells = _SELLER_BEFORE.search(text, max(0, match.start() - _BEFORE), match.start())
        if company is not None and first_sells is None:
            yield Meaning.CONTRACT_SUPPLIER, (match.end() + company[0], match.end() + company[1])
            return
