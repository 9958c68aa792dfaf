"""Several winners that a sentence counts before it names them: "a retenu trois entreprises : A SAS, B SARL et C SA".

The names stand on end behind a colon, each with its legal form, and there are as many as the sentence says. And one
who won with somebody else in another part: "A Inc. (prime) with B Ltd. as subcontractor". Written with spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tenderlight.facts.names.groups_in_text import members_on_end
from tenderlight.facts.names.western import has_company
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.words.vocabulary import Meaning

_LONGEST = 30_000
_NUMBERS = {
    2: "two|2|dos|deux|dois|duas|zwei|due|две|двум|двумя|дві|двома",
    3: "three|3|tres|trois|três|drei|tre|три|трем|тремя|трьома",
    4: "four|4|cuatro|quatre|quatro|vier|quattro|четыре|четырьмя|чотири|чотирма",
    5: "five|5|cinco|cinq|fünf|cinque|пять|пятью|п['’]ять",
    6: "six|6|seis|sechs|sei|шесть|шестью|шість",
}
_COUNTED = re.compile(
    r"(?<!\w)(?:"
    + "|".join(f"(?P<n{count}>{words})" for count, words in _NUMBERS.items())
    + r")\s(?:[^\W\d_]{2,14}\s)?(?:firms?|companies|suppliers?|bidders|tenderers|contractors|providers|"
    r"vendors|operators|"
    r"empresas|firmas|proveedores|oferentes|fornecedores|licitantes|entreprises|sociétés|prestataires|fournisseurs|"
    r"titulaires|unternehmen|firmen|bieter|imprese|ditte|operatori|компани\w{1,4}|организаци\w{1,3}|поставщик\w{0,4}|"
    r"участник\w{0,4}|фірм\w{0,3}|учасник\w{0,4}|переможц\w{1,3})\b[^.:\n]{0,120}:\s{1,2}"
)
_FOLLOWING = re.compile(
    r"(?<!\w)(?:(?:mit|an)\s(?:die\s)?folgenden?\s(?:unternehmen|firmen|bieter\w{0,2}|auftragnehmer\w{0,2})|"
    r"z\s(?:następującymi\s)?wykonawcami|"
    r"со?\s(?:следующими\s)?(?:поставщиками|участниками|компаниями|победителями|исполнителями)|"
    r"(?:з|із)\s(?:такими\s|наступними\s)?(?:постачальниками|учасниками|переможцями|виконавцями))\b[^.:\n]{0,90}:\s{1,2}"
)
"""Several winners that a sentence announces without their number."""
_SETTLES = re.compile(
    r"\b(?:award|appoint|select|retenu|retient|attribu|octroy|adjudic|seleccion|homolog|contrata|credenci|beauftrag|zuschlag|"
    r"aggiudic|победител|заключ|признан|визна|укла)"
)
_CONCLUDED = re.compile(
    r"\b(?:(?:ab)?geschlossen|vergeben|erteilt|beauftragt|zawart[aoy]?|podpisan[aoy]?|"
    r"заключ(?:ила?|или|ило|[её]н[аоы]?|ены)|подписа(?:ла?|ли|ло|н[аоы]?)|признан[аоы]?|"
    r"укла(?:в|ла|ли|ло|дено|дена|дені)|уклад[еа]н[аоіи]?|підписа(?:в|ла|ли|ло|но|на|ні)|визнано)\b"
)
"""A verb that says that a contract was made, not a noun for its making: before that, one only talks."""
_ELSE = re.compile(
    r"\b(?:invit|receiv|submitted|particip|rejected|unsuccess|soumission|présent|recib|recebid|consult|отклон|поступ|надійш|"
    r"shortlist|short-list|prequalif|preselec|précalif|"
    r"negoti|negoci|négoci|verhandel|verhandl|переговор|перемов|negocj|rokowa|trattativ|gespräch|bespr|встреч|зустріч|"
    r"vor (?:dem |der )?(?:ab|erteil|verga|zuschl)|до (?:заключ|уклад|подпис|підпис)|перед|przed|before|prior|avant|"
    r"antes d|prima d|приглаш|запрош|zaprosz|eingeladen|aufgeforder|nicht|kein|"
    r"не (?:был|заключ|уклад)|nie (?:zawart|podpis)|beabsicht|geplant|soll|планир|плану|намер|намір|планов|"
    r"расторг|розірв|gekündigt|aufgelöst|rozwiązan)"
)
_PRIME = re.compile(
    r"(?P<first>[^\n]{4,90}?)(?:\s\((?i:prime|main|lead)[^()\n]{0,20}\))?,?\s(?i:with|con|com|avec|mit|с|з)\s(?P<second>[^\n]{4,90}?)"
    r",?\s(?i:as|como|comme|als|в качестве|як)\s(?i:(?:an?|the|its|su|seu|son|main|principal)\s){0,2}"
    r"(?i:sub-?\s?(?:contractor|contratista|contratad[oa]|auftragnehmer)|sous-traitant|unterauftragnehmer|nachunternehmer|"
    r"субподрядчик\w{0,2}|субпідрядник\w{0,2})\b"
)


def counted_firms(text: str) -> Iterator[tuple[int, int]]:
    """Yield the place of each firm that a sentence counts and names as one of several winners.

    Args:
        text: A page as printed.
    """
    flat = text[:_LONGEST].lower()
    for match in (*_COUNTED.finditer(flat), *_FOLLOWING.finditer(flat)):
        begins = max(flat.rfind("\n", 0, match.start()), flat.rfind(". ", 0, match.start())) + 1
        said = flat[begins : match.end()]
        settles = _SETTLES if match.re is _COUNTED else _CONCLUDED
        if not settles.search(said) or _ELSE.search(said):
            continue
        count = next((int(name[1:]) for name, found in match.groupdict().items() if found), None)
        firms = list(members_on_end(text, match.end()))
        if len(firms) == count or (count is None and len(firms) > 1):
            yield from firms
            return


def with_subcontractors(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries numbered anew, those apart that name beside a supplier who works for it."""
    known = list(entries)
    apart = list(_apart(known))
    return [replace(entry, order=order) for order, entry in enumerate(apart)] if len(apart) > len(known) else known


def _apart(entries: Iterable[Entry]) -> Iterator[Entry]:
    for entry in entries:
        takes = entry.meaning in {Meaning.SUPPLIER, Meaning.CONTRACT_SUPPLIER}
        apart = _PRIME.match(entry.value.text) if takes else None
        if apart is None or not has_company(apart["first"]) or not has_company(apart["second"]):
            yield entry
            continue
        yield replace(entry, value=entry.value.part(*apart.span("first")))
        yield replace(entry, value=entry.value.part(*apart.span("second")), meaning=Meaning.SUBCONTRACTOR)
