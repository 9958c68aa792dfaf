"""Firms listed one a line, in languages written with spaces: all of them appointed, or all of them bidders.

Below a line that ends in a colon and speaks of those appointed or awarded, numbered or bulleted lines that are names of
companies and nothing else are the suppliers. Where each line gives a price as well, the lines are bids: the one that
says of itself that it won is the supplier's, and its price that of the award. Nothing is taken up where a label, a
sentence or a table has named who won.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tenderlight.facts.lots.firm_parts import firms_listed
from tenderlight.facts.names.western import companies
from tenderlight.facts.pages.document import SETTLED, Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.words.vocabulary import Meaning, marks
from tenderlight.languages.money import find_amounts
from tenderlight.languages.normalise import flatten

_PAGES = 5
_LONGEST_PAGE = 40_000
_LINE = re.compile(r"[^\n]{3,200}")
_LEAD = re.compile(
    r"(?:appointed|awarded|(?:offers?|contracts?|orders?|agreements?|arrangements?)[^\n:]{0,30} issued to|concluded|"
    r"successful|selected|adjudicatari|adjudicad|adjudica\b|adjudicó|seleccionad|contratad|adjudicataires|affidat[aio]|attribuée?s?\b|"
    r"attributaires|titulaires|retenu|adjudicatári|vencedor|credenciad|победител|заключен|переможц|укладен|"
    r"zuschlag(?!s)|beauftragt|vergeben|erteilt|aggiudicat|wybran)[^\n]{0,120}(?::|(?:соглашени|догов[оі]р|контракт|угод)\w*\s(?:со?|зі?|із))\s*$"
)
"""What says of those below it that they were awarded something."""
_ONLY_NAMED = re.compile(
    r"\s{0,6}(?:[\d.]{1,6}\s{1,3})?(?:(?:framework|panel)(?:\sagreements?)?\s)?"
    r"(?:(?:with|the|these|following|los|las|les|os|i|die)\s){0,3}"
    r"(?:suppliers|contractors|proveedores|contratistas|fournisseurs|prestataires|fornecedores|fornitori|auftragnehmer|"
    r"поставщики|постачальники|wykonawcy)"
    r"(?:\s(?:on|of|to|under)\s(?:the|this)\s(?:framework|panel)(?:\sagreement)?)?\s{0,3}:\s*"
)
"""Those who supply, called so and nothing else; beside other words they may have bid, or been asked to."""
_NOT_LEAD = re.compile(
    r"unsuccessful|\bnot |reject|invit|\bnon |não |\bno (?:adjudic|selec|result|fue)|nicht |\bnie |غیر|отклон|відхил|"
    r"\bне |receiv|submit|consider|evaluat|assess|negotiat|shortlist|short-list|prequalif|interview|quot|"
    r"\bto (?:bid|tender)|open(?:ed|ing)|\bpoints?\b|\bscor|rank|respon|request|reserve|"
    r"exclu|declin|withdr|disqual|objection|protest|"
    r"previous|former|\bbefore\b|prior|candidat|consult|convidad|convoca|particip|rechaz|recha[çc]|écart|"
    r"present[aoóeé]|présent|remis|soum|dépos|reç|recib|receb|sollicit|solicit|cota[dç]|cotiz|registrad|inscri|habilitad|"
    r"licitante|representante|sessão|lances|precal|preselec|présélec|évalu|avaliad|pontu|puntu|clas+ific|ofert|oferent|"
    r"negoci|négoci|concorr|concurr|"
    r"antes d|avant|anterior|précédent|\bvor (?:ab|de)|bisherig|angefragt|aufgeforder|eingeladen|eingereicht|verhand|"
    r"bewerb|angebote|invitat|valutat|esclus|concorrent|offert|precedent|\bprima d|"
    r"до (?:заключ|уклад)|перед|переговор|приглаш|запрош|подав|поступ|надійш|допущ|оцен|оцін|заявк|претенд|предыдущ|"
    r"попередн|учасники,|участники,|złoży|zaprosz|ofert|odrzuc|wezwan|ocenion|"
    r"phase|stage|\bfase\b|etapa|étape|"
    r"sub-?\s?(?:contr|append|empreit|appalt)|subcontrat|sous-?\s?trait|unterauftrag|nachuntern|субп[оі]др|podwykonaw"
)
"""What those who were asked, bid, were heard or work for others are said to have done or undergone."""
_NOT_WON = re.compile(
    r"(?<!\w)(?:no|not|non|não|nicht|nie|не|un(?!i)\w|reject|withdr|disq|declin|exclu|elimin|inadm|inabil|inhab|reserv|réserv|"
    r"ersatz|stand-?by|backup|runner|second|third|fourth|fifth|\d(?:nd|rd|th)|rank|losing|loser|bidder|unsuc|"
    r"segund|tercer|cuart|suplent|classif|clasif|rechaz|desclas|desestim|retir|renunc|perd|"
    r"deuxi|trois|quatri|classé|rejet|écart|désist|renon|suppl|substit|terceir|quart|recus|desist|vencid|"
    r"zweit|dritt|viert|rang|abgelehnt|ausgeschl|verlier|terz[oa]|esclus|escl|riserv|rifiut|rinunc|"
    r"втор|трет|четв|резерв|отклон|отказ|друг|трет|відхил|відмов|rezerw|drug|trzeci|odrzuc|wyklucz|"
    r"sub-?contr|sub-?trait|sous-trait|subcontrat|unterauftrag|nachunt|subappalt|субп)|"
    r"\d\s?[ªº°]|\d\.?\s?(?:platz|miejsce|место|місце)"
)
"""What a list may say of those on it who did not win, or only if another fails."""
_ON_LIST = re.compile(
    r"[\s.,;]*(?:(?:[(][^()\n]{1,60}[)]|[,–—-]\s?(?:"
    r"(?i:cnpj|nit|ruc|rut|ni[fp]c?|cif|cuit|rfc|siret|siren|nuit|p\.?\s?iva|c\.?\s?f\.|ice)(?!\w)[^,;\n]{2,40}|"
    r"\d{4,5}(?:-\d{3})?\s[^\n,;]{2,40}|"
    r"(?i:con domicilio|con sede|com sede|domiciliad[oa]|sise?|dont le siège)\s[^;\n]{2,80}|"
    r"(?i:ite(?:m|ns|ms)|ítems?|lot(?:e|es|s|to|ti)?|partidas?|renglones)\s[\d, yeaàtl]{1,30}|"
    r"(?i:of\s)?[A-ZÀ-ÞА-ЯІЇЄ][\w'’-]{1,20}"
    r"(?:\s(?:(?i:de|del|do|da|di|la|le|am|an der|on|upon)\s)?[A-ZÀ-ÞА-ЯІЇЄ][\w'’-]{0,20}){0,3})))*"
    r"[\s.,;]*"
)
"""What a list of those appointed may say behind a name: its number, its seat, what it was appointed for."""
_PLAIN = re.compile(
    r"[A-ZÀ-Þ][\w'’.&-]*"
    r"(?:\s(?:(?:de|del|do|da|du|des|di|et|y|e|&)\s)?(?:[dl]['’])?[A-ZÀ-Þ0-9][\w'’.&-]*){0,6}"
)
"""The name of a company without its legal form."""
_BULLET = re.compile(r"\s{0,6}(?:[•*·▪◦–—-]\s{0,2}|[(]?\d{1,3}[.)]\s{1,3}|[a-z][.)]\s{1,3})")
_BRACKET = re.compile(r"[\s.,;]*(?:\([^()\n]{1,40}\))?[\s.,;]*")
_BEFORE_FIRST = re.compile(r"\s{0,4}(?:\(?\d{1,2}[.)]\s{0,2})?(?:m/s\.?\s)?")
_BETWEEN = re.compile(
    r"[\s.]*(?:\([^()\n]{1,30}\))?\s{0,3}[:–—=,|-]{0,2}[\s.]{0,3}(?:(?:of|at|for|por|de|"
    r"(?:bid|offer|tender|quoted|price|قیمة العرض|قیمة|بمبلغ|"
    r"oferta|ofertó|proposta|offre|angebot|предложени[ея](?: цены)?|пропозиція|"
    r"цена|ціна|сумма|"
    r"monto|montant|valor)(?:\s(?:of|de|о цене|price))?)(?!\w)\s?[:–—-]?)?\s{0,3}"
)
_WON = frozenset(flatten(word) for word in marks("row_won"))
_TELLS = re.compile(
    r"(?:recommended(?: for)? award|awarded|winner|winning bid(?:der)?|adjudicad[oa]|ganadora?|attributaire|vencedora?|"
    r"победитель|переможець|aggiudicatari[oa]|bezuschlagt|zuschlag|wybran[aey]|najkorzystniejsz|retenue?|titulaire|"
    r"selected|successful|(?:ال)?فائز)"
)
_ARABIC_FIRM = re.compile(
    r"(?:شرکة|مؤسسة|مجموعة|مصنع|مکتب|شرکت|موسسه)\s[^\n:،؛,;()|\d–—-]{2,70}?(?=\s?[:،؛,;()|\d–—-]|\s?$)"
)
_PARTS = re.compile(r"\s?[;؛]\s?")
_LABEL = re.compile(r"[^\n:;]{3,60}:\s")
_FEWEST = 2
_FIRST_NAMED = frozenset({Meaning.SUPPLIER, Meaning.CONTRACT_SUPPLIER, Meaning.LEAD, Meaning.MEMBER})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listed:
    """A line with the name of a company, and perhaps a price and the word that it won."""

    name: Piece
    amount: Piece | None
    won: bool
    is_plain: bool = False
    """It has no legal form: only beside others that have one is it a name."""


def with_listed_firms(notice: Notice) -> Notice:
    """Return a notice with the suppliers that only a list of firms names."""
    if notice.language == "zh" or notice.stage not in SETTLED:
        return notice
    named = notice.of(*_FIRST_NAMED)
    told: list[Entry] = []
    for sheet in notice.sheets[:_PAGES]:
        for lead, lines in _runs(notice, sheet):
            is_appointed = bool(lead) and not any(one.amount for one in lines)
            if named:
                told += _others_appointed(lines, named) if is_appointed else []
            else:
                told += _appointed(lines, lead) if is_appointed else _best_bid(lines)
    if not told:
        return notice
    entries = (*notice.entries, *(replace(one, order=len(notice.entries) + at) for at, one in enumerate(told)))
    return replace(notice, entries=entries)


def _runs(notice: Notice, sheet: Sheet) -> Iterator[tuple[str, list[_Listed]]]:
    """Yield the runs of lines that each name one company, each with the line over it that leads to suppliers, or ""."""
    headed, before = "", ""
    run: list[_Listed] = []
    for line in _LINE.finditer(sheet.flat[:_LONGEST_PAGE]):
        if not run:
            headed = _lead_in(before)
        listed = _listed(notice, Piece(sheet=sheet, start=line.start(), end=line.end()), on_list=bool(headed))
        if listed is not None:
            run.append(listed)
            continue
        if _is_list(run):
            yield headed, run
        run, before, above = [], line[0], before
        piece = Piece(sheet=sheet, start=line.start(), end=line.end())
        within = _within(notice, piece)
        if within:
            yield "", within
        elif (named := _in_one_line(piece, above)) is not None:
            yield named
    if _is_list(run):
        yield headed, run


def _is_list(run: Sequence[_Listed]) -> bool:
    return len(run) >= _FEWEST and not all(one.is_plain for one in run)


def _lead_in(line: str) -> str:
    """Return a line that leads to suppliers without its colon, or ""."""
    is_awarded = _LEAD.search(line) is not None and _NOT_LEAD.search(line) is None
    leads = is_awarded or _ONLY_NAMED.fullmatch(line) is not None
    return line.rstrip(" \t:") if leads else ""


def _in_one_line(line: Piece, above: str) -> tuple[str, list[_Listed]] | None:
    """Return the firms that a line names one behind the other, with the words that lead to them, in it or above."""
    colon = line.flat.rfind(":") + 1
    lead = _lead_in(line.flat[:colon] if colon else above)
    if not lead:
        return None
    rest = line.part(colon, len(line.flat))
    firms = firms_listed(rest)
    if not firms or _BEFORE_FIRST.fullmatch(rest.flat[: firms[0].start - rest.start]) is None:
        return None
    ends = [*(one.start - rest.start for one in firms[1:]), len(rest.flat)]
    behind = [rest.flat[one.end - rest.start : end] for one, end in zip(firms, ends, strict=True)]
    if any(_NOT_WON.search(one) for one in behind):
        return None
    return lead, [_Listed(name=one, amount=None, won=False) for one in firms]


def _within(notice: Notice, line: Piece) -> list[_Listed]:
    """Return the bidders that one line lists behind a label, each with its price; none if a part is anything else."""
    label = _LABEL.match(line.flat)
    if label is None or line.flat.count(";") + line.flat.count("؛") < _FEWEST - 1:
        return []
    stops = [
        label.end(),
        *(at for sign in _PARTS.finditer(line.flat, label.end()) for at in sign.span()),
        len(line.flat),
    ]
    parts = [line.part(start, end) for start, end in zip(stops[::2], stops[1::2], strict=True) if end > start]
    found = [_listed(notice, part.stripped(" .")) for part in parts]
    listed = [one for one in found if one is not None and one.amount is not None]
    return listed if len(listed) == len(found) >= _FEWEST else []


def _listed(notice: Notice, line: Piece, *, on_list: bool = False) -> _Listed | None:
    """Return the company of a line that holds nothing else than it, its price and the word that it won, or None.

    On a list of those appointed, a number, seat or lots may follow the name, which needs no legal form.
    """
    bullet = _BULLET.match(line.flat)
    rest = line.part(bullet.end() if bullet else 0, len(line.flat)).stripped()
    arabic = _ARABIC_FIRM.match(rest.flat)
    named = arabic.span() if arabic else next((span for span in companies(rest.text) if span[0] <= 1), None)
    if named is None:
        plain = _PLAIN.match(rest.text) if on_list and bullet is not None else None
        if plain is None or not _is_on_list(rest, plain.end()):
            return None
        return _Listed(name=rest.part(0, plain.end()), amount=None, won=False, is_plain=True)
    stop = named[1] + (rest.flat[named[1] : named[1] + 1] == ".")
    name = rest.part(named[0], stop)
    is_bare = _is_on_list(rest, stop) if on_list else _BRACKET.fullmatch(rest.flat, stop)
    if bullet is not None and is_bare:
        return _Listed(name=name, amount=None, won=False)
    found = [one for one in find_amounts(rest.text[stop:], decimal_mark=notice.decimal_mark) if not one.bare]
    if len(found) != 1 or not _BETWEEN.fullmatch(rest.flat, stop, stop + found[0].start):
        return None
    tail = rest.flat[stop + found[0].end :].strip(" \t.,;:()[]*|–—-")
    won = tail in _WON or (len(tail) < 60 and _TELLS.search(tail) is not None and not _NOT_LEAD.search(tail))
    return _Listed(name=name, amount=rest.part(stop + found[0].start, stop + found[0].end), won=won)


def _is_on_list(line: Piece, stop: int) -> bool:
    """Say whether what stands behind a name may stand there on a list of those appointed, and takes nothing back."""
    return _ON_LIST.fullmatch(line.text, stop) is not None and _NOT_WON.search(line.flat, stop) is None


def _appointed(lines: Sequence[_Listed], lead: str) -> Iterator[Entry]:
    for one in lines:
        yield Entry(meaning=Meaning.SUPPLIER, label="", value=one.name, order=0, hint=lead)


def _others_appointed(lines: Sequence[_Listed], named: Sequence[Entry]) -> Iterator[Entry]:
    """Yield those on a list whom its label does not name, where everybody named stands on it."""
    places = [(one.name.start, one.name.end) for one in lines]
    meet = [[at for at, (start, end) in enumerate(places) if _meets(one, start, end)] for one in named]
    if all(meet):
        known = {at for found in meet for at in found}
        yield from (
            replace(one, label=named[0].label)
            for one in _appointed([line for at, line in enumerate(lines) if at not in known], "")
        )


def _meets(entry: Entry, start: int, end: int) -> bool:
    is_whole = bool(entry.label) and entry.row is None and entry.lot is None
    return is_whole and entry.value.start < end and start < entry.value.end


def _best_bid(lines: Sequence[_Listed]) -> Iterator[Entry]:
    """Yield the one bidder of a list of bids whose line says that it won, with its price; the others as losers."""
    won = [one for one in lines if one.won]
    if len(won) != 1 or any(one.amount is None for one in lines):
        return
    for one in lines:
        yield Entry(meaning=Meaning.SUPPLIER if one.won else Meaning.LOSER, label="", value=one.name, order=0)
    if won[0].amount is not None:
        yield Entry(meaning=Meaning.AWARD_AMOUNT, label="", value=won[0].amount, order=0)
