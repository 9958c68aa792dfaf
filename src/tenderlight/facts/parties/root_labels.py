"""Who won, beside labels that no vocabulary knows: by the roots of their words, in languages written with spaces.

Forms call the winner in ever new words ("Marché n° attribué à", "Awarded Bidder(s)", "Operador económico al que se ha
adjudicado", "[Successful vendor]"), but with few roots. The name stands behind the label, on the next line, or below a
heading of such words beside "Name". Labels of days, sums, numbers and of those who lost are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tenderlight.facts.names.grammar import can_be_western
from tenderlight.facts.names.in_values import find_names
from tenderlight.facts.names.offices import is_office
from tenderlight.facts.names.western import CAPITALISED, EASTERN_COMPANY, LEGAL, companies, has_company
from tenderlight.facts.pages.document import SETTLED, Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.parties.only_firms import key_of_name
from tenderlight.facts.words.lot_keys import HEADS_WESTERN, western_names
from tenderlight.facts.words.vocabulary import Meaning

_LONGEST = 20_000
_MOST = 24
_LONGEST_LINE = 500
"""Longer ones are no labels. Blanks at the end are cut off first: from each of them a sign would be looked for anew."""
_LINE = re.compile(r"[^\n]+")
_ROOT = re.compile(
    r"award(?:ee|ed\s(?:bid|tend|supp|vend|contr|firm|comp|to\b|part|oper))|(?<!un)success|winn|\bcontractor|"
    r"\bvendor|\bsupplier|"
    r"\bseller|service provider|economic operator|selected (?:bid|tend|supp|vend|firm|prop)|attribu(?:é|t)|"
    r"titulaire|retenue?\b|"
    r"opérateurs? économique|fournisseur|prestataire|adjudicat[aá]ri|adjudicad[oa]s?\b|ganador|proveedor|"
    r"contratista|contratad[oa]\b|"
    r"vencedor|fornecedor|operador(?:es)? econ[óo]mico|gewinner|auftragnehmer|wirtschaftsteilnehmer|"
    r"zuschlagsempf|lieferant|"
    r"aggiudicatari|affidatari|appaltatore|operatore economico|wykonawc|dostawc|победител|поставщик|исполнител|"
    r"подрядчик|"
    r"переможе?ц|постачальник|виконав|підрядник"
)
_OTHER = re.compile(
    r"\b(?:date|dated|day|datum|fecha|data|amount|price|prix|montant|monto|valor|valeur|value|wert|sum|cost|id|"
    r"criteri\w*|crit[eè]res?|type|status|method|phone|tel|telephone|e-?mail|address|contact|code|nuts|sme|pme|"
    r"pyme|country|"
    r"town|reason|motif|motivo|total|share|score|points|rating|representative|signature|signed|obligations?|"
    r"duty|duties|terms?|"
    r"(?:number|nombre|n[uú]mero|кількість|quantity) (?:of|de)|invoices?|payment|bank|account|qualif\w*|"
    r"requirement\w*|registr\w*|nit|ruc|rut|cnpj|siret|vat|tax|"
    r"bidders? not|not|non|no|"
    r"reject\w*|losing|lost|unsuccessful|other|items?|renglon\w*|received|invited|submitted|previous|former|"
    r"estimated|дата|сумма|"
    r"цена|инн|кпп|адрес|номер|количество|ціна|вартість|код|обязанност\w*|требовани\w*)\b|(?:№|n[°º]|\bno\.?|"
    r"\bnos\.?|\bnumbers?|\bnúmero|\bnuméro|номер)\s*$"
)
_WITH_ADDRESS = re.compile(
    r"(?P<name>\b(?:name|nom|nombre|nome|nazwa|наименование|denominación|dénomination)\S*) (?:and|et|y|e|i|"
    r"и) (?:address|adresse|dirección|endereço|"
    r"adres|адрес)\S*"
)
_ID = re.compile(r"^(?:uei|duns|cage|id|ids|ref|portal|register|database|list|performance|diversity)\b")
_PAIR = re.compile(
    r"[\s•*·–—-]*+(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s+)?\[?(?P<label>[^:|\n\[\]]{3,90}?)\]?\s*(?::|\t|\s{2,}|"
    r"(?<=\])\s|\|)\s*(?P<value>\S[^\n]*)"
)
_HEADING = re.compile(r"[\s•*·–—-]*+(?:[\divx]{1,4}(?:\.\d{1,2})*[.)]{1,2}\s+)?(?P<label>[^:|\n]{4,110}?)\s*+:?\s*+")
_NAMED = re.compile(
    r"\s*(?:(?:official|company|legal|firm|business|trading|registered|nombre o|full)\s)?(?:name|"
    r"nom(?: officiel)?|dénomination|"
    r"raison sociale|nombre(?: oficial)?|raz[óo]n social|denominaci[óo]n|denominação(?: social)?|nome|firma|"
    r"nazwa|наименование|"
    r"найменування|ragione sociale|denominazione)(?:\s(?:of|de|du)[^:\n]{0,40})?\s*(?::|\s{2,}|"
    r"\t)\s*(?P<value>\S[^\n]*)"
)
_WITHIN = 4
"""Lines below a heading in which the name stands."""
_NAME = re.compile(rf"[«“\"„]?(?:(?:JV|Joint venture|Consortium|Groupement)\s(?:of\s)?:?\s*)?(?P<name>{CAPITALISED})")
_LOT_HEAD = re.compile(
    r"(?<![\w-])(?i:lot|lote|lotto|los|лот|partie|partida)\s*(?i:no\.?|n[°ºo]\.?|nr\.?|"
    r"№)?\s*:?\s*(?P<lot>\d{1,3}|[A-Z])(?![\w])"
)
_DASHED = re.compile(rf"(?P<name>{CAPITALISED}\s[–-]\s{CAPITALISED}{LEGAL})")
"""A name with a dash inside, and its legal form: "Torre – Sistemas, Lda."."""
_NUMBERED = re.compile(r"\s*(?:\d[\d./-]*\s*[/–—-]\s*|\(?\d{1,2}[.)]\s+|M/s\.?\s+)?", re.IGNORECASE)
_GROUP = re.compile(
    r"(?i:\b(?:jv|joint venture|consortium|consorcio|consórcio|groupement|ute|rti|ati|r\.?t\.?i\.?|"
    r"a\.?t\.?i\.?|union temporal|unión temporal)\b)"
)


def root_labels(notice: Notice, parties: Iterable[str]) -> list[Entry]:
    """Return who won beside labels told by their roots; none where one name is that of a known party.

    Args:
        notice: A document in which no known words say who won.
        parties: Names of the buyer and the agency.
    """
    if notice.language in {"zh", "ar", "fa"} or notice.stage not in SETTLED:
        return []
    others = [key_of_name(name) for name in parties]
    found: dict[tuple[str, str | None], Entry] = {}
    for sheet in notice.sheets:
        for piece, lot in _in_sheet(sheet):
            key = key_of_name(piece.text)
            if len(key) > 2 and not any(key == other or key in other for other in others):
                found.setdefault((key, lot), Entry(meaning=Meaning.SUPPLIER, label="", value=piece, order=0, lot=lot))
    told = [one for (key, lot), one in found.items() if lot is not None or not _has_lot(found, key)]
    if len(told) > _MOST:
        return []
    return [replace(one, order=len(notice.entries) + at) for at, one in enumerate(told)]


def _has_lot(found: Iterable[tuple[str, str | None]], key: str) -> bool:
    return any(other == key and lot is not None for other, lot in found)


def _in_sheet(sheet: Sheet) -> Iterator[tuple[Piece, str | None]]:
    lines = [line for line in _LINE.finditer(sheet.flat[:_LONGEST]) if line.end() - line.start() <= _LONGEST_LINE]
    left = 0
    several = len({one["lot"] for one in _LOT_HEAD.finditer(sheet.page.text[:_LONGEST])}) > 1
    lot: str | None = None
    for at, line in enumerate(lines):
        text = line[0].rstrip()
        pair = _PAIR.fullmatch(text)
        part = _LOT_HEAD.search(sheet.page.text, *line.span())
        lot = part["lot"] if part is not None and several else lot
        if pair is not None and _is_winner(pair["label"]):
            named_here = list(_name(sheet, line.start() + pair.start("value"), line.end(), lot))
            yield from named_here
            left = 0 if named_here else left
            continue
        named = _NAMED.fullmatch(text) if left else None
        if named is not None:
            yield from _name(sheet, line.start() + named.start("value"), line.end(), lot)
            left = 0 if not _NAMED.fullmatch(_next(lines, at)) else left
            continue
        heading = _HEADING.fullmatch(text)
        if (
            heading is not None
            and _is_winner(heading["label"])
            and not has_company(sheet.page.text[slice(*line.span())])
        ):
            left = _WITHIN + 1
            below = lines[at + 1] if at + 1 < len(lines) else None
            if below is not None and text.endswith(":") and ":" not in below[0]:
                yield from _name(sheet, below.start(), below.end(), lot)
        left = max(0, left - 1)


def _next(lines: list[re.Match[str]], at: int) -> str:
    return lines[at + 1][0].rstrip() if at + 1 < len(lines) else ""


def _is_winner(label: str) -> bool:
    label = _WITH_ADDRESS.sub(r"\g<name>", label.strip(" .("))
    return (
        _ROOT.search(label) is not None
        and not _OTHER.search(label)
        and not _ID.search(label)
        and len(label.split()) < 14
    )


def _name(sheet: Sheet, start: int, end: int, of: str | None) -> Iterator[tuple[Piece, str | None]]:
    """Yield the name that a value begins with, and the lot that brackets behind it name."""
    text = sheet.page.text
    lead = _NUMBERED.match(text, start, end)
    start = lead.end() if lead is not None else start
    eastern = EASTERN_COMPANY.match(text, start, end)
    formed = next((span for span in companies(text[start:end]) if span[0] <= 1), None)
    name = _NAME.match(text, start, end)
    dashed = _DASHED.match(text, start, end)
    if eastern is not None:
        span = eastern.span()
    elif formed is not None:
        span = start + formed[0], start + formed[1]
    elif dashed is not None:
        span = dashed.span("name")
    elif name is not None and _GROUP.match(text, start) is None:
        span = name.span("name")
    else:
        return
    behind = HEADS_WESTERN.search(sheet.flat, span[1], min(end, span[1] + 24))
    called = next(western_names(text, behind), None) if behind is not None else of
    names = find_names(Piece(sheet=sheet, start=span[0], end=span[1]))
    if len(names) == 1 and can_be_western(names[0].piece.text) and _may_sell(names[0].piece.text, formed is not None):
        yield names[0].piece, called


def _may_sell(name: str, is_company: bool) -> bool:
    """Say whether a text may be a firm: with a legal form, or two words and more that are no office and no lot."""
    if is_company:
        return True
    return (
        len(name.split()) > 1
        and not is_office(name)
        and not re.search(r"\d{3}", name)
        and not HEADS_WESTERN.search(name.casefold())
    )
