"""Numbers of procedures and contracts in running text and headings, where no label gives one.

First the numbers whose own form tells what they are (registers of Ukraine and Russia, open contracting), then those
behind the word for a procedure or a contract, last a code of letters, digits and strokes at the head of a notice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenderlight.facts.procedure.eastern_numbers import numbers_of_papers, registered_number
from tenderlight.facts.words.running import ALONE, CONTRACTS, FURTHER_ON, NUMBERED, PROCEDURES
from tenderlight.languages.dates import find_dates

_HEAD_CHARACTERS = 1_500
_HEAD_LINES = 7
_LONGEST = 30_000
_BY_FORM = re.compile(
    r"(?<![\w-])(?P<number>UA-(?:P-)?20\d\d-\d\d-\d\d-\d{6}(?:-[a-z])?|ocds-[a-z0-9]{6}-[\w.-]+|"
    r"20\d\d/S \d{2,3}-\d{5,7}(?!\d)|0\d{18}(?:[-_](?=[\w-]*\d)[\w-]{1,16})?(?![\w])|"
    r"\d{2}-\d{4}-\d{2}-\d{5,7}-\d-\d(?![\d-])|20\d\d-\d-\d{2}-\d{1,2}-\d{2}-[A-Z]{2}-\d{6}(?!\d)|"
    r"\d{1,3}-\d{4}-(?:LP[UR]|CDI|CPU|CPR|SMC|SPU)\d\d(?![\w-])|"
    r"20\d\d(?:L[NADEYC]|CD|PX|XE|PE)-\d{6}-\d{10}(?!\d)|"
    r"(?:(?<=ID )|(?<=ID: )|(?i:(?<=\badquisición )))"
    r"\d{3,8}-\d{1,4}-(?:L[1EPQRS]|CO|[BEHIO]2|O1)\d{2,3}(?![\d-])|"
    r"[A-Z]{2,12}-(?:CCC|DAF)-[A-Z]{2,4}-20\d\d-\d{4}(?!\d))"
)
"""Also the registers of Argentina, Bolivia, Panama, Costa Rica, Chile and the Dominican Republic."""
_CODE = r"(?P<number>(?=[\w/.&-]*\d)[^\W_](?:[\w/-]|&(?=[A-Z]))*(?:\.\w[\w/-]*)*)"
_DATED_CONTRACT = re.compile(
    rf"(?i:\b(?:контракт|договор|догов[іо]р|соглашени|угод)\w*\s(?:от|від)\s[^№\n]{{6,34}}?№\s*){_CODE}"
)
"""A contract whose date stands before its number."""
_NAMED = re.compile(
    r"(?i:\b(?:orden de (?:compra|servicio)|compra directa(?: por excepción)?|compra menor|trato directo|"
    r"proceso de compra|"
    r"contratación (?:menor|directa)|"
    r"contrato(?: abierto| menor| derivado)?|"
    r"convenio|pedido|accord-cadre(?:\s[^\W\d_]+){0,4}|march[ée](?: public| de [^\W\d_]+)?|"
    r"demande de prix|consultation|"
    r"décision(?: municipale)?|délibération|"
    r"resolución(?:\s[^\W\d_]+)?|arrêté|запрос (?:котировок|предложений)|purchase order|work order|supply order|"
    r"rate contract|"
    r"contract|agreement|order|resolution|tender|bid|quotation|rfp|rfq|itb|termo de contrato|ata de registro de preços|"
    r"concurso(?:\s[^\W\d_]+){0,5}|dispensa(?: eletrônica| de licitação)?|inexigibilidade|nota de empenho|"
    r"extrato(?:\s[^\W\d_]+){0,3}|proc\.|(?:as|lp|cp|sie|amc|adp|pec)(?=\sn[°º])|znak(?: sprawy)?(?=:)|протокол|"
    r"процедура|"
    r"решение|распоряжение|рішення)"
    rf"(?:\s(?:n[°º]|no\.?|nº|n\.º|№|#))?[\s:]{{1,3}}){_CODE}"
)
_FILE = re.compile(
    r"(?i:(?<![\w.])(?:expte|expdte|exp|expediente)\b\.?\s?(?:n\.?[º°]\.?|núm\.?|no\.)?\s?:?\s?)"
    r"(?P<number>\d[\w.-]*/[\w./-]*\d)"
)
"""The file of a procedure: "Expte. 1184/2022"."""
_LONE_CODE = re.compile(
    r"(?<![\w/.@&-])(?P<number>(?=[\w/.&-]*\d)[A-ZА-ЯЁІЇЄҐ0-9]{1,10}(?:&[A-Z]{1,4})?(?:[-/.&][A-ZА-ЯЁІЇЄҐ0-9]{1,14}){1,6})(?![\w/@-]|\.\w)"
)
_TELLING_CODE = re.compile(r"(?=.*[^\W\d_])(?=.*\d).*(?:/.*|-.*-|-\d{2,4}-?\d*)")
_EASTERN = re.compile(
    r"(?:رقم|شماره|الرقم|المرقم|المرقمة|رقمها)\s*[:(]?\s*(?P<number>[^\W_]*\d[^\W_]*(?:[/-][^\W_]+)*)"
)
_ARABIC = re.compile(
    r"(?:مناقصة|المناقصة|منافسة|المنافسة|عطاء|العطاء|ممارسة|الممارسة|العروض|عروض|استشارة|الاستشارة|مزایدة)\s"
    r"(?:[^\W\d_]+\s){0,3}?(?:رقم|عدد)\s*[:(]?\s*"
    r"(?P<number>(?:[^\W\d_]{1,2}\u200b?\s?){0,3}[/-]?\d{1,10}(?:[/-][^\W_]+){0,4}(?:\sلسنة\s\d{4}(?:[/-]\d{4})?)?)"
)
"""A number behind the word for a procedure in Arabic, with letters before it or the year behind: "م/12/2022"."""
_SHORTEST = 4
_NO_NUMBER = re.compile(
    r"(?:19|20)\d\d|\d{1,3}(?:\.\d{3})+|(?:(?:19|20)?\d\d/\d{1,4}|\d{1,4}/(?:19|20)?\d\d)/"
    r"(?i:eu|ue|ec|ce|eg|ewg|cee|we|ес|єс)"
)
"""A year, a sum of money up to its decimal mark, and a law of the European Union."""
_YEARLY = re.compile(
    r"(?m)(?:^|(?<=\|)|(?<=\t))\s{0,3}(?!(?:LEY|LEI|LOI|LAW|ACT|ART|ISO|IEC|DIN|BOE|BOP|DOE|DOU|RD|GO|SI)\s)"
    r"(?P<number>[A-Z]{2,6}\s\d{1,4}/(?:20)?\d\d(?:-\d\d)?)(?=\s)(?!\s(?:of|de|del|from|dated?|act)\s(?:19|20))"
)
"""Capitals, a number and its year where a line or a cell begins: "CTN 118/2023  Supply and Delivery of …"."""
_PRIVATE_PAPER = re.compile(
    r"\s*(?i:quotation|quote|(?:price )?offer|(?:pro[ -]?forma )?invoice|estimate|报价单|報價單|发票|發票|счет|счёт"
    r"|рахунок|коммерческое предложение|комерційна пропозиція|cotización|presupuesto|factura|fatura|orçamento|devis"
    r"|facture)\b"
)
"""A paper of a seller's own begins so: its number counts his papers, and no procedure."""


def running_numbers(text: str, flat: str) -> Iterator[tuple[int, int]]:
    """Yield the place of the one number that a page gives without a label.

    Args:
        text: The page as written.
        flat: The same, flat.
    """
    if _PRIVATE_PAPER.match(text):
        yield from (match.span("number") for match in (_BY_FORM.search(text, 0, _LONGEST),) if match)
        return
    registered = registered_number(text) if _BY_FORM.search(text, 0, _LONGEST) is None else None
    if registered is not None:
        yield registered
        return
    arabic = _ARABIC.search(flat, 0, _LONGEST)
    if arabic is not None and _is_number(arabic["number"]):
        yield arabic.span("number")
        return
    for pattern in (_BY_FORM, PROCEDURES, NUMBERED, ALONE, CONTRACTS, _DATED_CONTRACT):
        match = pattern.search(text, 0, _LONGEST)
        if match is not None:
            yield match.span("number")
            return
    for pattern in (FURTHER_ON, _NAMED):
        for match in pattern.finditer(text[:_HEAD_CHARACTERS]):
            if pattern is FURTHER_ON or _is_number(match["number"]):
                yield match.span("number")
                return
    file, eastern = _FILE.search(text, 0, _HEAD_CHARACTERS), _EASTERN.search(flat)
    told = file or (eastern if eastern is not None and _is_number(eastern["number"]) else None)
    told = told or _YEARLY.search(text, 0, _HEAD_CHARACTERS)
    if told is not None:
        yield told.span("number")
        return
    papers = list(numbers_of_papers(text))
    yield from papers or _codes(text)


def number_by_form(text: str) -> tuple[int, int] | None:
    """Return the place of the number of a procedure that its own form tells, or None."""
    found = _BY_FORM.search(text, 0, _LONGEST)
    return found.span("number") if found is not None else registered_number(text)


def _is_number(number: str) -> bool:
    """Say whether a code is long enough to be the number of a paper, and no date and no plain small number."""
    plain = number.strip("-/.")
    if len(plain) < _SHORTEST or find_dates(plain, day_first=True) or _NO_NUMBER.fullmatch(plain):
        return False
    return bool(re.search(r"[-/]", plain)) or len(re.findall(r"\d", plain)) >= _SHORTEST


def _codes(text: str) -> Iterator[tuple[int, int]]:
    """Yield a code that stands in one of the first lines, or any that is made of letters, digits and a year."""
    head = sum(len(line) + 1 for line in text.split("\n")[:_HEAD_LINES])
    for match in _LONE_CODE.finditer(text[:_LONGEST]):
        number = match["number"]
        if not _TELLING_CODE.fullmatch(number) or not _is_number(number):
            continue
        many = len(re.findall(r"[-/]", number)) >= 2
        if (match.start() < head and ("/" in number or many)) or (
            many and re.search(r"(?<!\d)(?:19|20)?\d\d(?!\d)", number)
        ):
            yield match.span("number")
            return
