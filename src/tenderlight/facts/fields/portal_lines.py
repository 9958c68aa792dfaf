"""Pages of registers saved as text: labels without a colon before their values, and blocks under the word for a party.

"Proveedor CONSORCIO VIGÍA" is a label and its value only on a page that prints its other fields so, too; a line that
begins with such a word elsewhere is a sentence. Under "Supplier details" a line "Name: X" names the supplier, and
under "Информация о поставщиках" the company that stands alone on its line does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tenderlight.facts.fields.bare import bare_fields
from tenderlight.facts.labels.parts import read_parts
from tenderlight.facts.names.offices import is_office
from tenderlight.facts.names.western import EASTERN_COMPANY, companies, has_company
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Sheet
from tenderlight.facts.words.vocabulary import Meaning, meaning_of

Told = tuple[Meaning, int, int]
_LONGEST = 20_000
_MOST_WORDS = 6
_LINE = re.compile(r"[^\n]{3,300}")
_WORD_ENDS = re.compile(r"(?<=[^\W\d_])\s(?=[«“\"„A-ZÀ-ÞА-ЯЁІЇЄҐ])")
_GROUP = re.compile(r"(?i:uni[oó]n temporal|cons[oó]rcio|groupement|консорциум)\s")
_SELLER = (
    r"(?:awarded\s|winning\s|successful\s)?(?:supplier|contractor|vendor|awardee|winner|tenderer|bidder)s?|"
    r"(?:del?\s|de\sla\s)?(?:adjudicatari[oa]s?|contratistas?|proveedor(?:es)?)|d[oa]s?\s(?:fornecedor(?:es)?|contratad[oa]s?)|"
    r"d[ue]s?\s?(?:l['’])?(?:titulaires?|attributaires?)|о(?:б)?\s(?:поставщик|подрядчик|исполнител|победител)[а-я]{1,3}|"
    r"про\s(?:постачальник|переможц|виконавц)[а-яіїє]{1,3}"
)
_HEADING = re.compile(
    rf"(?im)^\s{{0,9}}(?:\d{{1,2}}[.)]\s{{1,3}})?(?:the\s)?(?:(?:details|information|particulars|datos|información|dados|informações|coordonnées|informations?|"
    rf"информация|сведения|данные|інформація|відомості)\s(?:of\s(?:the\s)?|on\s(?:the\s)?)?)?(?P<party>{_SELLER})"
    r"(?:\s(?:details|information|particulars|data))?\s{0,3}:?\s{0,9}$"
)
_NAMED = re.compile(
    r"(?im)^\s{0,9}(?:official\s|legal\s|company\s|business\s|полное\s|сокращенное\s|повне\s)?(?:name|nombre|razón\ssocial|"
    r"denominación(?:\ssocial)?|nom|raison\ssociale|dénomination|nome|razão\ssocial|наименование(?:\sорганизации)?|найменування)"
    r"(?:\s[^:\n]{0,24})?\s?[:\t]\s{0,9}(?P<name>[^\n]{3,140})$"
)
_COUNTED = re.compile(
    r"(?im)^[^\n]{0,60}\bawarded\sto\s(?P<count>\d{1,2}|one|two|three|four|five)\s(?:suppliers?|contractors?|"
    r"vendors?)\b[^\n]{0,20}$|"
    r"^\s{0,9}number of (?:awarded |framework )?(?:suppliers|contractors|vendors)\b[^\n:]{0,40}:\s{0,3}"
    r"(?P<number>\d{1,2})\s{0,9}$"
)
_COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
"""A line that says how many suppliers are named below it, each alone on its line."""
_COUNTED_BLOCK = 3_000
_BEHIND = re.compile(
    r"\s{0,3}(?:\([^()\n]{2,60}\)\s?)?(?:[,;]?\s?(?:инн|кпп|огрн|єдрпоу|код|nit|ruc|rut|nif|cif|cnpj|siret|siren|abn)\b[^\n]{0,60})?[\s,.;]{0,3}$",
    re.IGNORECASE,
)
"""What may stand behind a company on its line: its size in brackets and its number in a register."""
_CAPITALS = re.compile(r"[^\W\d_a-zà-ÿа-яёіїєґ][^:;|\ta-zà-ÿа-яёіїєґ]{4,90}")
_FEWEST_CAPITALS, _MOST_CAPITALS = 2, 10
_BLOCK = 420
"""Characters of a block under its heading."""
_BLOCK_LINES = 4


def portal_parties(sheet: Sheet, entries: Sequence[Entry]) -> Iterator[Told]:
    """Yield buyer and suppliers that a page of a register names without a colon, or in a block of their own.

    Args:
        sheet: A page.
        entries: What its labels say: three fields without a colon tell that labels stand so.
    """
    text = sheet.page.text[:_LONGEST]
    if any(field.sheet.page is sheet.page for field in bare_fields(entries)):
        yield from _without_colon(text, sheet.flat)
    yield from _blocks(text)


def _without_colon(text: str, flat: str) -> Iterator[Told]:
    for line in _LINE.finditer(text):
        for at, stop in enumerate(_WORD_ENDS.finditer(line[0])):
            if at >= _MOST_WORDS:
                break
            label = flat[line.start() : line.start() + stop.start()].strip()
            meaning = meaning_of(label) or read_parts(label)
            name = line[0][stop.end() :]
            proved = _proves_itself(name) or (meaning_of(label) is not None and _is_in_capitals(name))
            if meaning in {Meaning.BUYER, Meaning.SUPPLIER} and proved:
                yield meaning, line.start() + stop.end(), line.end()
                break


def _proves_itself(name: str) -> bool:
    """Say whether what stands behind a label is an office, a company or a group by its own words."""
    return is_office(name.strip()) or has_company(name) or _GROUP.match(name) is not None


def _is_in_capitals(name: str) -> bool:
    """Say whether what stands behind a label is in capitals, several words of it, and none of them one of labels."""
    words = name.split()
    if not _FEWEST_CAPITALS <= len(words) <= _MOST_CAPITALS or not _CAPITALS.fullmatch(name):
        return False
    return read_parts(name.casefold()) is None and meaning_of(name.casefold()) is None


def _blocks(text: str) -> Iterator[Told]:
    for heading in _HEADING.finditer(text):
        stop = min(len(text), heading.end() + _BLOCK)
        named = _NAMED.search(text, heading.end(), stop)
        if named is not None and text.count("\n", heading.end(), named.start()) <= _BLOCK_LINES:
            yield (Meaning.SUPPLIER, *named.span("name"))
            continue
        lines = [*_LINE.finditer(text, heading.end(), stop)][:_BLOCK_LINES]
        alone = next((line for line in lines if _is_company(line[0])), None)
        if alone is not None:
            yield Meaning.SUPPLIER, alone.start(), alone.end()
    counted = _COUNTED.search(text)
    if counted is not None:
        yield from _below(text, counted)


def _below(text: str, counted: re.Match[str]) -> Iterator[Told]:
    """Yield the companies alone on their lines below a line that counts them, if there are as many."""
    written = counted["count"] or counted["number"]
    count = _COUNTS.get(written.lower()) or int(written)
    lines = _LINE.finditer(text, counted.end(), min(len(text), counted.end() + _COUNTED_BLOCK))
    named = [line for line in lines if _is_company(line[0])][:count]
    if len(named) == count:
        yield from ((Meaning.SUPPLIER, line.start(), line.end()) for line in named)


def _is_company(line: str) -> bool:
    """Say whether a line is the name of a company, and behind it at most its number and what size it is of."""
    written = line.strip(" ,.;")
    eastern = EASTERN_COMPANY.match(written)
    ends = [eastern.end()] if eastern is not None else [span[1] for span in companies(written) if span[0] == 0]
    return any(_BEHIND.match(written, end) for end in ends)
