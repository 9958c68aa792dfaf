"""Private persons in languages written with spaces: who signs, sits on a commission or answers the telephone.

Names are told by a form of address, by initials, by a patronymic, or by "represented by" before them; numbers by the
word for a telephone or an identity document before them. A sole trader (ИП, ФОП) is a supplier and keeps its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenderlight.facts.names.western import has_company

Span = tuple[int, int]
_LATIN = r"[A-ZÀ-ÖØ-Þ][\w'’-]{1,24}"
_RUN = rf"{_LATIN}(?:\s(?:(?:de|del|de\sla|da|do|dos|van|von|bin|al)\s)?{_LATIN}){{0,3}}"
_CYRILLIC = r"[А-ЯЁІЇЄҐ][а-яёіїєґ'’-]{1,24}"
_INITIAL = r"[А-ЯЁІЇЄҐ]\.\s?(?:[А-ЯЁІЇЄҐ]\.)?"
_TRADER = r"(?<!(?:ИП|ип)\s)(?<!(?:ФОП|фоп)\s)"
_NAMES = (
    re.compile(
        rf"(?<!\w)(?:Mrs?|Ms|Miss|Messrs|Dr|Prof|Engr?|Sr|Sra|Srta|Lic|Ing|Arq|Mme|Mlle|Abg|Dña|Dª|D\.ª)\.?\s(?P<name>{_RUN})"
    ),
    re.compile(
        rf"(?<!\w)(?:Monsieur|Madame|Maître|Herr|Frau|Señora?|Senhora?|Don|Doña|(?:EL|LA|el|la)\s(?:LIC|ING|C|MTRO)\.|LIC\.|ING\.)\s"
        rf"(?P<name>{_LATIN}(?:\s{_LATIN}){{1,3}})"
    ),
    re.compile(rf"(?<![\w.])(?:D|M)\.\s(?P<name>{_LATIN}(?:\s(?:de\s|del\s)?{_LATIN}){{1,3}})"),
    re.compile(rf"{_TRADER}(?<!\w)(?P<name>{_CYRILLIC}\s{_INITIAL})(?!\w)"),
    re.compile(rf"(?<![\w.])(?P<name>[А-ЯЁІЇЄҐ]\.\s?[А-ЯЁІЇЄҐ]\.\s?{_CYRILLIC})"),
    re.compile(
        rf"{_TRADER}(?<!\w)(?P<name>{_CYRILLIC}\s{_CYRILLIC}\s[А-ЯЁІЇЄҐ][а-яёіїєґ'’-]{{1,20}}?"
        r"(?:вич|вича|вичем|вичу|вна|вны|вной|вне|івна|івни|івною|ївна|ївни|ича|ична|ичны|ичем))(?!\w)"
    ),
    re.compile(
        r"(?i:represented\sby|acting\sthrough|représentée?\spar|representad[oa]\s(?:legalmente\s|neste\sato\s)?p(?:or|el[oa])|"
        r"pregoeir[oa]\s?:|secretari[oa]\s(?:técnic[oa]\s)?:|fiscal\sdo\scontrato\s?:|supervisor\s?:)\s"
        rf"(?:(?:[a-zà-ÿ'’]{{1,16}},?\s){{0,7}})(?P<name>{_LATIN}(?:\s(?:(?:de|da|do|dos|del)\s)?{_LATIN}){{1,3}})"
    ),
    re.compile(
        r"(?:السيدة?|الأستاذة?|المهندسة?|الدكتورة?|اللواء|العقيد|آقای|خانم)\s?(?:(?:اللواء|العقيد|المهندس|الدكتور)\s?)?/?\s?"
        r"(?P<name>[\u0621-\u06cc]{2,16}\s[\u0621-\u06cc]{2,16})"
    ),
)
_PHONE = re.compile(
    r"(?i:\b(?:tel|tél|phone|telephone|téléphone|teléfonos?|telefones?|telefax|fax|mob|mobile|móvil|celular|тел|телефон|"
    r"факс|моб)\b|(?:ال)?هاتف|تلفن)\.?\s{0,2}[:№]?\s{0,2}(?P<number>[+(]?\d[\d\s().-]{5,18}\d)"
)
_IDENTITY = re.compile(
    r"(?i:\b(?:dni|nie|cpf|curp|c\.c\.|cédula(?:\sde\sciudadanía)?|passport|паспорт|рнокпп|іпн|carte\sd['’]identité|cnie?|"
    r"cin|bilhete\sde\sidentidade|ssn|nino)|رقم\sقومي|کد\sملی)\s{0,2}(?:no\.?|n[°ºo.]{1,2}|№|:|серия)?\s{0,3}"
    r"(?P<number>[A-Z]{0,2}\d[\dA-Z./-]{4,16}[\dA-Z]|\d{4}\s\d{6})"
)


def western_names(text: str) -> Iterator[Span]:
    """Yield the names of persons in a text as written; the name of a company is none."""
    for pattern in _NAMES:
        for match in pattern.finditer(text):
            behind = text[match.start("name") : match.end() + 12].partition("\n")[0]
            if not has_company(behind):
                yield match.span("name")


def western_phones(text: str) -> Iterator[Span]:
    """Yield telephone numbers behind a word for one."""
    for match in _PHONE.finditer(text):
        yield match.span("number")


def western_identities(text: str) -> Iterator[Span]:
    """Yield numbers of identity documents behind the word for one."""
    for match in _IDENTITY.finditer(text):
        yield match.span("number")
