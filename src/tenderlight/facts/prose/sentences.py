"""Sentences that settle who won or signed, with the one price they state.

"The Council has approved award of contract for … in favour of Messrs X Ltd in the sum of N3,412,500,000.00": the
company behind the words that settle it is the supplier, and where the sentence states one amount that is no limit, fee
or security, that is the price. Two amounts that cannot be told apart are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tenderlight.facts.money.beside_amounts import is_with_tax
from tenderlight.facts.money.western_sentences import lot_of_line
from tenderlight.facts.names.joint_bids import joint_bid_at
from tenderlight.facts.names.offices import is_office
from tenderlight.facts.names.western import EASTERN_COMPANY, companies, has_company
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.prose.central_frames import behind_article
from tenderlight.facts.prose.dispositions import disposed_to
from tenderlight.facts.prose.named_at import QUOTED, name_at
from tenderlight.facts.prose.no_award import is_no_award, is_none_of_firm
from tenderlight.facts.prose.sentence_words import AFTER, BEFORE, UNSETTLED, accepted_offer
from tenderlight.facts.prose.taken_back import taken_back_until
from tenderlight.facts.prose.told import Told
from tenderlight.facts.words.lot_keys import HEADS_WESTERN, western_names
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.found_amount import FoundAmount
from tenderlight.languages.money import find_amounts
from tenderlight.languages.normalise import flatten

_LONGEST = 30_000
_LONGEST_SENTENCE = 900
SOFT_BREAK = re.compile(r"\n(?=[ \t]*[a-zà-ÿа-яёіїєґ(])")
_STOP = re.compile(
    r"(?<!\b[A-ZА-Я])(?<!\b(?:No|St|Mr|Ms|Dr|Co|Fa))(?<!\b(?:Nos|Art|art|Mrs|Pvt|Pte|Pty|Cia|CIA|Rs\.|ref|Ref|обл|"
    r"тыс|млн|руб))"
    r"[.!?;](?=\s+(?:[A-ZÀ-ÞА-ЯЁІЇЄҐ«“\"(•–-]|\d{1,2}[.)]))|\n"
)
_PARTNER = re.compile(r"\.?\s*(?:\([^()\n]{2,40}\))?\s*,?\s*(?:and|y|e|et|и|та|&)\s+")
_NOT_PRICE = re.compile(
    r"(?:budget|estimat|approved budget|ceiling|maxim|not\s+(?:to\s+)?exceed|up to|cap(?:ped)?\b|secur|bond|"
    r"guarant|deposit|fee|penalt|damages|"
    r"advance|retention|insur|turnover|compared|against|lower than|previous|original|saving|discount|quoted by|"
    r"presupuest|fondos|disponibilidad|cabimento|estimad|referencial|garant|fianza|póliza|multa|anticipo|máxim|"
    r"tope|orçament|caução|base|"
    r"budgét|caution|estim|pénalit|avance|plafond|начальн|нмцк|максимальн|бюджет|обеспечен|аванс|штраф|просил|"
    r"предлагал|очікуван|забезпечен|граничн|vat of|tax of|gst of|stamp duty|unsuccessful|read out|unit (?:price|rate)|"
    r"sicherheitsleistung|bürgschaft|(?<!\w)kaution|(?<![\w-])sicherheit(?=\s(?:von|in|i\.|über|€|eur|$))|"
    r"geschätzt|cauzion|fideiuss|wadium|zabezpieczeni\w{1,3} należyt|szacunkow|budżet|"
    r"at the rate of|\bl[23]\b)[^,;()]{0,60}$",
    re.IGNORECASE,
)
_LONGEST_FIRM = 80
_WHOLE = re.compile(r"(?:total|grand|overall|итого|всего|разом|gesamt)[^,;:()\d]{0,40}$", re.IGNORECASE)
_ADDRESSED = re.compile(
    r"(?im)^[ \t]*(?:to\s*[,:]\s*)?(?:m/s\.?|messrs\.?)\s+(?P<name>(?-i:[A-Z0-9])[^\n]{2,90})$|"
    r"^[ \t]*to\s*[,:]\s*\n?[ \t]*(?:the\s+(?:managing director|director|manager|proprietor|"
    r"ceo)\s*,?\s*\n[ \t]*)?(?P<line>(?-i:[A-Z0-9])[^\n]{2,90})$"
)
_TO_FIRM = re.compile(
    r"(?i)^\s*(?:à|a|al?|an|to|para|aos?|кому)\s*:?\s+(?:l['’]attention\sde\s)?(?:(?:monsieur|madame|m\.|"
    r"señor(?:es)?|sr\.)[^,\n]{0,60}?|"
    r"(?:la|l['’]|las?|os?)\s?|)"
    r"(?:société|entreprise|cabinet|empresa|firma|sociedad|sociedade|ditta)\s{1,3}(?P<name>(?-i:[A-ZÀ-Þ])[^,\n]{2,80})",
    re.MULTILINE,
)
"""A letter to the head of a company: "À Monsieur le Directeur de la société X SARL, Niamey"."""
_ADDRESS = re.compile(
    r"(?im)(?:^|\n[ \t]*\n)(?P<block>[ \t]*(?:mr|ms|mrs|miss|dr|engr|eng|atty|sr|sra|m|mme|"
    r"the)\b\.?[^\n]{2,60}\n(?:[^\n]{3,90}\n){1,6})\s*"
    r"(?:dear|sirs?\b|madam|gentlemen|re:|sub(?:ject)?\s*[:.]|estimad|prezad|monsieur|madame|de (?:nuestra|"
    r"mi) consideración)"
)
"""The address of a letter to a person, above its salutation."""
_PERSON_LINE = re.compile(
    r"(?i)(?:mr|ms|mrs|miss|dr|engr|eng|atty|sr|sra|m|mme)\b\.?\s|(?:the\s)?(?:proprietor|proprietress|owner|"
    r"president|managing|"
    r"general manager|manager|director|chief|ceo|authori[sz]ed|representative|sole|gerente|representante|"
    r"directeur|gérant|partner)\b"
)
_TELLS_WHOM = re.compile(
    r"(?i:\b(?:уведомля|извеща|информиру|повідомля)\w{1,4}\s+|^\s*(?:(?:генеральному\s)?директору|руководителю|"
    r"кому:?|керівнику)\s+)"
    r"(?=(?:ООО|АО|ПАО|ЗАО|ИП|ТОО|ТОВ|ПП|ФОП|ПрАТ)\s)",
    re.MULTILINE,
)
_TRADE = re.compile(
    r"(?i:\b(?:trading|enterprises?|holdings?|systems?|technologies|solutions|group|services|supplies|"
    r"suppliers|stores|traders|"
    r"industries|associates|ventures|construction|engineering|consult(?:ing|ants)|international|networks|electronics|"
    r"motors|agencies|infocom|telecom)\b)"
)
_LETTER_HEAD = 1_200
_LOT_WITHIN = 40
"""Characters behind the word that accepts in which a letter says for which lot."""
_SALUTATION = re.compile(
    r"(?im)^\s*(?:dear|sir|madam|gentlemen|re:|sub(?:ject)?\s*[:.]|estimad|prezad|monsieur|madame)"
)
MOST_TAX = Decimal("1.4")
_TAX_WITHIN = 40
_TAX_OF = re.compile(
    r"\b(?:i\.?v\.?a|t\.?v\.?a|igv|itbis|iss|icms|vat)\.?\s(?:(?:al|del?|di)\s)?\(?\d{1,2}(?:[.,]\d{1,2})?\s?%\)?"
    r"\s?(?:per|por|de|di|pari a|soit|=|:|of)?\s{0,2}(?:[€$]|eur|us\$|r\$)?\s?\Z"
)
"""Tax and its rate right before a sum: the sum is that of the tax."""
_BID_WITHIN = 70
_BID_LEAD = re.compile(
    r"[\s,:;()»\"”–—-]*(?:(?:at|with|for|by|à|por|за|цена|ціна|price|offre|oferta|proposta|предложение|на\sсум(?:у|и|му)|"
    r"(?:с|по|з|за)\s(?:(?:предложенной|запропонованою)\s)?(?:ценой|цене|ціною)(?:\s(?:предложения|контракта|договора|"
    r"пропозиції|договору|контракту))?|с\sпредложением(?:\sо\sцене(?:\s(?:контракта|договора))?)?|"
    r"предложи(?:в|вш[а-я]{2}|л[аои]?)|запропонува(?:в|л[аои]|вши))\s)?[\s(:]*"
)
_MEANINGS = {Told.WON: Meaning.SUPPLIER, Told.SIGNED: Meaning.CONTRACT_SUPPLIER, Told.INTENDED: Meaning.INTENDED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence that settles something; offsets are those of the page."""

    start: int
    end: int
    told: Told
    name: tuple[int, int]


def read_sentences(sheet: Sheet, language: str) -> list[Sentence]:
    """Return the sentences of a page that say who won, signed or is meant to, each with the place of the name."""
    if language not in AFTER and language != "it":
        return []
    text = SOFT_BREAK.sub(" ", sheet.page.text[:_LONGEST])
    found = []
    for begins, end in sentences_of(text):
        start = begins + (taken_back_until(text[begins:end]) if language == "en" else 0)
        sentence = text[start:end]
        one = _after(sentence, language) or _before(sentence, language) or _disposed(sentence, language)
        if one is None or (one[0] is not Told.INTENDED and UNSETTLED.search(sentence)):
            continue
        told, name = one[0], (start + one[1][0], start + one[1][1])
        if not is_no_award(text, (start, end), name, language):
            found.append(Sentence(start=start, end=end, told=told, name=name))
    return found


def sentences_of(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the sentences of a text stand; a line end is the end of one."""
    position = 0
    for stop in _STOP.finditer(text):
        if text[position : stop.start()].strip():
            yield position, min(stop.end(), position + _LONGEST_SENTENCE)
        position = stop.end()
    if text[position:].strip():
        yield position, min(len(text), position + _LONGEST_SENTENCE)


def _after(sentence: str, language: str) -> tuple[Told, tuple[int, int]] | None:
    """Return the name behind the words that settle; the first frame that fits holds."""
    for told, pattern in AFTER.get(language, ()):
        match = pattern.search(sentence)
        name = name_at(sentence, match.end()) if match else None
        if name is not None and not (language == "de" and is_none_of_firm(sentence, name)):
            return told, name
    return None


def _before(sentence: str, language: str) -> tuple[Told, tuple[int, int]] | None:
    """Return the company that ends where the words that settle begin."""
    for told, pattern in BEFORE.get(language, ()):
        for match in pattern.finditer(sentence):
            spans = [*companies(sentence[: match.start() + 1])]
            near = [
                span
                for span in spans
                if re.fullmatch(r"[\s,.()»\"]*(?:\([^()]*\)|,[^,]{2,40},?)?\s*", sentence[span[1] : match.start()])
            ]
            if near:
                start, end = _with_partners(sentence, near[-1], spans)
                return told, (behind_article(sentence, start, end) if language == "de" else start, end)
    return None


def _disposed(sentence: str, language: str) -> tuple[Told, tuple[int, int]] | None:
    name = disposed_to(sentence, language, name_at)
    return (Told.WON, name) if name is not None else None


def _with_partners(sentence: str, last: tuple[int, int], spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Return the span of a company with those that "and" joins to it before it: "A S.A. (lead) and B Ltda."."""
    start = last[0]
    for span in reversed([one for one in spans if one[1] <= last[0]]):
        if _PARTNER.fullmatch(sentence[span[1] : start]) is None:
            break
        start = span[0]
    return start, last[1]


def winner_entries(sheet: Sheet, sentences: list[Sentence]) -> Iterator[Entry]:
    """Yield the companies that sentences name."""
    for sentence in sentences:
        yield _entry(_MEANINGS[sentence.told], sheet, *sentence.name)


def price_entries(sheet: Sheet, sentences: list[Sentence], decimal_mark: str = ",") -> Iterator[Entry]:
    """Yield the one price that each sentence states of what it settles."""
    for sentence in sentences:
        if sentence.told is Told.INTENDED:
            continue
        meaning = Meaning.CONTRACT_AMOUNT if sentence.told is Told.SIGNED else Meaning.AWARD_AMOUNT
        text = sheet.page.text[sentence.start : sentence.end]
        span = _one_price(sheet.flat[sentence.start : sentence.end], text, decimal_mark)
        if span is not None:
            yield _entry(meaning, sheet, sentence.start + span[0], sentence.start + span[1])


def is_other_money(flat: str, text: str) -> bool:
    """Say whether the words before an amount say that it is none of the price: a budget, a fee, a security.

    Names of companies are no such words: "Copperline Security LLC for £4,000".

    Args:
        flat: What stands before the amount, folded.
        text: The same as written.
    """
    found = _NOT_PRICE.search(flat)
    if found is None:
        return False
    flat = QUOTED.sub(lambda quoted: "«" + "x" * (len(quoted[0]) - 2) + "»", flat)
    begins = max(0, found.start() - _LONGEST_FIRM)
    left, position = "", begins
    for start, end in companies(text[begins:]):
        left += flat[position : begins + start] + "x"
        position = begins + end
    return _NOT_PRICE.search(left + flat[position:]) is not None


_EACH_BEFORE = re.compile(r"(?:\(|,\s|;\s)[^()\n]{0,60}\s(?:po|je|à|по)\s{1,2}\Z")
"""The price of one piece, behind that of all: "(2 szt. po 159 285,00 zł)"."""
_EACH_WITHIN = 70


def _one_price(flat: str, text: str, decimal_mark: str) -> tuple[int, int] | None:
    found = [amount for amount in find_amounts(flat, decimal_mark=decimal_mark) if not amount.bare]
    prices = [
        amount
        for amount in found
        if not amount.per_unit
        and not _EACH_BEFORE.search(flat, max(0, amount.start - _EACH_WITHIN), amount.start)
        and not is_other_money(flat[: amount.start], text[: amount.start])
        and not _TAX_OF.search(flat, max(0, amount.start - _TAX_WITHIN), amount.start)
    ]
    prices = _first_of_twins(flat, prices)
    if len({amount.amount for amount in prices}) > 1:
        prices = [amount for amount in prices if _WHOLE.search(flat[: amount.start])]
    if len({amount.amount for amount in prices}) != 1:
        return None
    return with_words(flat, prices[0])


def _first_of_twins(flat: str, prices: list[FoundAmount]) -> list[FoundAmount]:
    """Leave out the second of two amounts that are the same with tax and without, as both say."""
    said = [is_with_tax(flat, one) for one in prices]
    is_net_first = said[:1] == [False] and said[1:] == [None] and prices[0].amount < prices[1].amount
    if len(prices) != 2 or (set(said) != {True, False} and not is_net_first):
        return prices
    low, high = sorted(one.amount for one in prices)
    return prices[:1] if high <= low * MOST_TAX else prices


def with_words(flat: str, amount: FoundAmount) -> tuple[int, int]:
    """Return the span of an amount with what says tax or the same in words right behind it."""
    behind = re.compile(r"\s*(?:\([^()\n]{2,200}\))?(?:\s*[^\W\d_]{2,12}){0,4}").match(flat, amount.end)
    return amount.start, behind.end() if behind else amount.end


def own_bid(sheet: Sheet, names: Sequence[str]) -> Iterator[Entry]:
    """Yield the amount right behind the winner's name in a list of those who bid: their one bid is the price."""
    found: dict[object, tuple[int, int]] = {}
    flat = sheet.flat[:_LONGEST]
    ends: set[int] = set()
    for name in dict.fromkeys(map(flatten, names)):
        for match in re.finditer(re.escape(name), flat):
            if match.end() in ends:
                continue
            ends.add(match.end())
            behind = find_amounts(flat[match.end() : match.end() + _BID_WITHIN], decimal_mark=",")
            lead = flat[match.end() : match.end() + behind[0].start] if behind else ""
            if behind and not behind[0].bare and not behind[0].per_unit and _BID_LEAD.fullmatch(lead):
                span = (match.end() + behind[0].start, match.end() + behind[0].end)
                found.setdefault(behind[0].amount, span)
    if len(found) == 1:
        yield _entry(Meaning.AWARD_AMOUNT, sheet, *next(iter(found.values())))


def letter_entries(sheet: Sheet) -> Iterator[Entry]:
    """Yield the company a letter is written to, where it says that its offer is accepted, and the price it says."""
    text = SOFT_BREAK.sub(" ", sheet.page.text[:_LONGEST])
    accepted = accepted_offer(text)
    if accepted is None:
        return
    name = _told_to(sheet.page.text, accepted) or _addressee(sheet.page.text)
    line = text.find("\n", accepted.end())
    of_lot = HEADS_WESTERN.search(
        sheet.flat, accepted.start(), min(accepted.end() + _LOT_WITHIN, line if line >= 0 else len(text))
    )
    lot = next(western_names(sheet.page.text, of_lot), None) if of_lot is not None else None
    if name is not None:
        yield replace(_entry(Meaning.SUPPLIER, sheet, *name), lot=lot)
    for start, end in sentences_of(text):
        if start <= accepted.start() < end:
            span = _one_price(sheet.flat[start:end], sheet.page.text[start:end], ",")
            if span is not None:
                yield replace(_entry(Meaning.AWARD_AMOUNT, sheet, start + span[0], start + span[1]), lot=lot)


def _told_to(text: str, accepted: re.Match[str]) -> tuple[int, int] | None:
    """Return the company that a Russian or Ukrainian letter calls by name as the one it tells that it has won."""
    inside = EASTERN_COMPANY.search(text, *accepted.span())
    told = _TELLS_WHOM.search(text[:_LETTER_HEAD]) if inside is None else None
    company = inside or (EASTERN_COMPANY.match(text, told.end()) if told else None)
    return company.span() if company is not None else None


def _addressee(text: str) -> tuple[int, int] | None:
    headed = _TO_FIRM.search(text[:_LETTER_HEAD])
    if headed is not None:
        return headed.span("name")
    named = _ADDRESSED.search(text)
    if named is not None:
        start, end = named.span("name") if named["name"] else named.span("line")
        bid = joint_bid_at(text, start)
        if bid is not None:
            return bid.start, bid.end
        company = [span for span in companies(text[start:end]) if span[0] <= 1]
        cut = company[0][1] if company else len(re.split(r",|\s[-–—]\s", text[start:end])[0])
        return start, start + cut
    block = _address_block(text)
    if block is not None:
        return block
    salutation = _SALUTATION.search(text)
    head = text[: salutation.start() if salutation and salutation.start() > 0 else 0][:_LETTER_HEAD]
    for line in reversed([*re.finditer(r"[^\n]+", head)]):
        written = line[0].strip(" ,.")
        if has_company(written) or (_TRADE.search(written) and written.isupper() and not re.search(r"[\d:]", written)):
            start = line.start() + len(line[0]) - len(line[0].lstrip())
            company = [span for span in companies(written) if span[0] <= 1]
            return start, start + (company[0][1] if company else len(written))
    return None


def _address_block(text: str) -> tuple[int, int] | None:
    """Return the firm in the address above a salutation: the line behind a person's name and office ("Proprietor")."""
    block = _ADDRESS.search(text[:_LETTER_HEAD])
    if block is None:
        return None
    for line in re.finditer(r"[^\n]+", text[slice(*block.span("block"))]):
        written = line[0].strip(" ,.")
        if _PERSON_LINE.match(written):
            continue
        start = block.start("block") + line.start() + len(line[0]) - len(line[0].lstrip())
        name = re.split(r",\s(?!\s*(?i:inc|ltd|llc|co\b|s\.|l))", written)[0]
        is_firm = written[:1].isupper() and len(name.split()) > 1 and not re.search(r"\d|:", name)
        return (start, start + len(name)) if is_firm and (has_company(name) or not is_office(name)) else None
    return None


def _entry(meaning: Meaning, sheet: Sheet, start: int, end: int) -> Entry:
    value = Piece(sheet=sheet, start=start, end=end).stripped()
    return Entry(meaning=meaning, label="", value=value, order=0, lot=lot_of_line(sheet, start))
