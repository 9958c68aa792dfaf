"""Money in sentences: the price of an award or contract, limits that are no price, and what a correction changes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tenderlight.facts.money.arabic_limits import arabic_limits
from tenderlight.facts.money.eastern_limits import eastern_limits
from tenderlight.facts.money.turned_down import is_turned_down
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.words.lot_keys import LOT_WESTERN
from tenderlight.facts.words.vocabulary import AMOUNTS, Meaning
from tenderlight.languages.money import find_amounts

_LONGEST = 60_000
_AHEAD = 130
PRICES_SAID = frozenset({Meaning.AWARD_AMOUNT, Meaning.CONTRACT_AMOUNT})
_SHORTEST_NAME = 4
_TO_LOT = re.compile(r"\s*(?:по|for|para (?:el|o)|en el|pour le|per il)\s+")
_CASE = re.compile(r"(?i)(?<=лот)(?:у|а|ом|е)(?=\s)")
"""Endings of the word for a lot in other cases than its name: по лоту № 1."""
LIMITS = {
    Meaning.BUDGET: re.compile(
        r"\bbudget(?:ed)?\b|\babc\)? of\b|\bappropriation of\b|\b(?:budget )?allocation of\b|"
        r"\bfunds available(?: of)?\b|\bpresupuesto(?: oficial| base(?: de licitación)?| referencial| estimado)?\b|"
        r"\borçamento\b|"
        r"\benveloppe (?:budgétaire|prévisionnelle)\b|\bmonto disponible\b|\bстоимость по смете\b|"
        r"\b(?:existen?|hay|con)\s(?:los\s)?(?:fondos|disponibilidad(?:\spresupuestaria)?|"
        r"recursos)(?:\ssuficientes)?\spor\b|"
        r"\bdisponibilidad (?:presupuestaria )?de (?=[$u])|\bsuficiencia presupuestal\b|\btecho presupuest\w+"
    ),
    Meaning.CEILING: re.compile(
        r"\b(?:shall|may|will|does|must|to)? ?not (?:to )?exceed\b|\bmaximum (?:total )?value\b|\bnot-to-exceed\b|"
        r"\bначальн\w+ \(?максимальн\w+\)? цен\w+(?: контракт\w+)?|\bнмцк\b|\bvalor máximo\b|\bpreço (?:máximo|"
        r"base)\b|\bprecio base\b|"
        r"\bmontant maxim\w+|\bhöchstwert\b|\bгранична (?:вартість|ціна)\b|\bbase d['’]asta\b|\bvalore massimo\b"
    ),
    Meaning.ESTIMATE: re.compile(
        r"\bestimated (?:total )?(?:contract )?(?:value|cost|price|expenditure)\b|\bestimated (?:to cost|at)\b|"
        r"\b(?:pre-tender |cost |engineer['’]?s )?estimate (?:of|had been|has been|was|is)\b|"
        r"\bvalor(?: total)? estimado\b|"
        r"\bочікуван\w+ варт\w+|"
        r"\bvaleur (?:totale )?estimée\b|\bestimation\b|\bgeschätzte[rn]? (?:gesamt|auftrags)?wert\b|"
        r"\bvalore stimato\b|"
        r"\bszacunkow\w+ wartoś\w+|\bvalor de referência\b|\bvalor referencial\b|\bpreço de referência\b"
    ),
}
"""Words of sentences for sums that are no price."""
_LIMIT_BEFORE = re.compile(
    r"(?:hasta|fondos|disponibilidad|certificaci[oó]n presup|suficiencia presup|cabimento|proposal dated|"
    r"bid dated|quotation dated|offer dated|budget|estimat|presupuest|orçament|"
    r"valor referencial|référence|начальн|очікуван|нмцк|maxim|máxim|not exceed|"
    r"previously|initially|guarant|garant|bond|security|deposit|caution|обеспечени|забезпечен|аванс|advance|fee|"
    r"penal|"
    r"штраф|пен[яі]|turnover|insur|losing|unsuccessful|rejected|desechad|rechazad|non retenu|отклон|відхилен|"
    r"desclassificad|(?:foi|foram|fue|fueron|quedó) exclu[ií]d|(?:propostas?|ofertas?) exclu[ií]d|écartée?s?\b|évincé)"
    r"(?:[^.;\n]|\.(?=[\w,])){0,60}$"
)
_AWARD = re.compile(
    r"\b(?:award|accept|contrat|marché|signer|"
    r"ratific|inexigibil|dispensa|em favor|acepta|conclu|adjud[ií]c|attribu|contratação direta|"
    r"contratar|homolog|zuschlag|aggiudic|"
    r"affid|wybrano|udzielono|"
    r"победител|переможц|"
    r"the (?:contract|deal|award)|five-year deal|contract|deal)"
)
_PRICE = re.compile(
    r"\bawarded an? (?=[£€$]|usd|eur|gbp)|"
    r"\b(?:is |are |was )?(?:worth|valued at)\s|\b(?:for|at) (?:a |the )?(?:total |contract )?(?:price|sum|amount|"
    r"value|consideration) (?:of|equivalent to|equal to|amounting to|totall?ing)\s|"
    r"\b(?:for|in|at) the (?:lump |total |contract )?(?:sum|price|amount) of\s|\bpour la somme(?: totale)? de\s|"
    r"\bin the (?:total )?amount of\s|\bfor (?=[£€$]|usd|eur|gbp)|\bwith a (?:total )?value of\s|"
    r"\b(?:por )?(?:un )?monto(?: total)? (?:de )?(?=[$€]|usd|us\$|s/|mxn|cop|clp)|"
    r"\bpor (?:un |el |la |una )?(?:monto|valor|suma|importe|cuantía|precio)(?: total| global)? de\s|\bpor (?=[$€]|"
    r"usd|s/|mxn)|"
    r"\b(?:pelo|no|ao) (?:valor|preço)(?: total| global| anual)? de\s|"
    r"\bpour (?:un|le) (?:montant|prix)(?: d['’]offre)?(?: (?:total|global|contrôlé|corrigé|ttc|ht))?"
    r"(?: de| d['’])\s?|"
    r"\b(?:на сумму|с предложением о цене(?: контракта)?|с ценой(?: контракта)?|предложи\w+ цену(?: контракта)?|"
    r"по цене|"
    r"с ценой контракта|на суму|за ціною|з ціною(?: пропозиції)?|вартістю)\s|\bzum [a-zäöü]*preis von\s|\b(?:mit|zu) "
    r"eine[rm] [a-zäöü]*(?:summe|preis|wert) von\s(?:brutto\s|netto\s)?|"
    r"\bin höhe von\s|"
    r"\bper (?:un |l['’])?importo(?: complessivo| totale)? (?:di|pari a)\s|\bza (?:cenę|kwotę)\s|\bo wartości\s"
)
_OF_CONTRACT = re.compile(
    r"\bshall pay\b[^.;\n\d]{0,60}?\b(?:the|a) (?:total |fixed |lump )?(?:sum|amount|fee|price) of\s|"
    r"\b(?:montant|prix|coût|rémunération)(?: (?:total|global|forfaitaire)e?){0,2} (?:du |de la |de l['’])"
    r"(?:présente? )?(?:marché|contrat|convention|accord|prestation|commande|lettre de commande|mission) "
    r"(?:est|s['’]élève|a été)(?: (?:fixé|arrêté|établi|convenu)e?)?(?: (?:forfaitairement|définitivement))?"
    r"(?: à| de)?(?: la somme(?: totale| globale| forfaitaire)? de)?\s|"
    r"\b(?:pagará|se obliga a pagar|se compromete a pagar|pagarà)\b[^.;\n\d]{0,80}?\bla (?:cantidad|suma)(?: "
    r"total)?(?: fija)? de\s|"
    r"\b(?:the )?(?:total )?(?:charges|price|consideration)(?: payable)?(?: for [^.,;\n\d]{3,40})? "
    r"(?:is|are|shall be|will be|amounts? to)\s|"
    r"\b(?:the )?contract (?:price|sum|value|amount) (?:is|of|shall be|amounts to|works out to|comes to|totals|"
    r"stands at)\s|"
    r"\b(?:el )?(?:valor|precio|monto|importe)(?: total)? del (?:presente )?contrato (?:es|asciende|será|"
    r"se fija)(?: de| a| en)?(?: la suma de)?\s|"
    r"\b(?:o )?(?:valor|preço)(?: total| global)? (?:do|deste) (?:presente )?contrato é(?: de)?\s|"
    r"\b(?:общая )?(?:цена|стоимость|сумма) (?:настоящего )?(?:контракта|договора) составляет\s|"
    r"\b(?:загальна )?(?:ціна|сума|вартість) (?:цього )?договору (?:становить|складає)\s|"
    r"\b(?:der )?(?:auftragswert|vertragspreis) beträgt\s|\b(?:l['’])?importo (?:contrattuale|del contratto) è (?:di|"
    r"pari a)\s|"
    r"\bwartość umowy wynosi\s"
)
_STATED = re.compile(
    r"\b(?:monto|valor|precio|importe|suma|price|sum|amount|value|consideration|montant|prix|preço|сумма|цена|"
    r"стоимость|"
    r"ціна|вартість|wynagrodzenie|wartość|cena|[a-zäöü]*(?:preis|summe|betrag|wert)|importo|corrispettivo)"
    r"(?:\s[^\W\d_]+){0,3}?\s(?:asciende a|es de|será de|is|shall be|amounts to|stands at|comes to|s['’]élève à|est de|"
    r"est fixée? à|é de|составляет|становить|wynosi|beträgt|beläuft sich auf|ammonta a|è di|è pari a)\s"
)
"""A noun of money, up to three words that go with it, and the verb behind which the sum stands."""
_OTHER_SUM = re.compile(
    r"unit|mensu|mensal|anual|annu|month|year|day|each|kaution|tax|iva|vat|tva|ндс|пдв|minim|mínim|option|share|"
    r"capital|saving|"
    r"offer|offert|oferta|bid|angebot|tender|guarant|garant|expens|maxim|máxim|estim|presup|budget|referen|base"
)
_UNIT_BEFORE = re.compile(r"(?:unit|unit rate|monthly|annual|daily|hourly|reserve|floor|list|market)\s\Z")
"""Words before a price that make it that of a piece or a time, or no price of the bid."""
_UNIT_WITHIN = 12
_CHANGE = re.compile(
    r"(?:\bfrom\b|\bde\b|\bс\b|\bз\b|\bdu\b|\bda\b|\bvon\b|\bz\b)?\s{0,2}(?P<old>(?:[^\W\d_]{0,3}[$€£]\s?|"
    r"[a-z]{3}\s)?\d[\d\s.,]{0,30}\d"
    r"(?:\s?[^\s\d.,;]{1,12}\.?)?)\s{0,3},?\s{0,3}(?:(?:is |was |has been )?(?:pasa|passa|passe|"
    r"queda|fica|sube|baja|sobe|"
    r"porté|changed|amended|increased|reduced|revised|"
    r"изменен\w*|змінен\w*|"
    r"увеличен\w*|уменьшен\w*|збільшен\w*|зменшен\w*)\s{0,3})?(?:\bto\b|\ba\b|\bpara\b|\bà\b|\bна\b|\bдо\b|\bauf\b|"
    r"\bal\b|\bna\b)\s+"
    r"(?P<new>(?:[^\W\d_]{0,3}[$€£]\s?|[a-z]{3}\s)?\d[\d\s.,]{0,30}\d(?:\s?[^\s\d.,;]{1,12}\.?)?)"
)
_CHANGED = re.compile(
    r"\b(?:chang|amend|modif|increas|reduc|revis|alter|acresc|acréscimo|passando|passou|elev|aument|dismin|suprim|"
    r"reajust|"
    r"измен|внос|змін|увелич|уменьш|збільш|зменш|исправл|rectif|änder|rettific|zmien|port(?:e|ant|é)\b|pass|pasa|"
    r"antes|اصلاح|تعدیل)\w*"
)


_INSTEAD = re.compile(
    r"\b(?:ранее|вместо|замість|раніше|instead of|previously|en lugar de|anteriormente|au lieu de|em vez "
    r"de)\b[\s:—–(-]*"
)
_PAID_BEFORE = re.compile(r"(?:оплачен|сплачен|выплачен|перечислен|перерахован|исполнен|виконан)\w*\s$")
"""What was paid before takes the place of nothing."""
_SHARE_OF = re.compile(
    r"\d\s?%\s*(?:of|de|del|do|da|du|от|від|des|der|z)?(?:\s(?:the|el|la|le|o|a|l['’]|нового|nuevo|novo))?\s*$"
)
"""A share of a limit is a security or a fee (5 % НМЦК — 249 000 руб.)."""
_FARTHEST_BEFORE = 600
"""How far back a sentence is looked at from what it says of a sum."""
_INSTEAD_WITHIN = 60
_OF_PRICE = re.compile(
    r"цен\w+|ц[іи]н\w+|сум\w+|стоимост\w+|варт\w+|price|value|sum|valor|precio|preço|importe|"
    r"monto|montant"
)


def money_entries(sheet: Sheet, entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yield prices and limits that sentences state, where no label states them."""
    flat = sheet.flat[:_LONGEST]
    taken = [
        (entry.value.start, entry.value.end)
        for entry in entries
        if entry.value.sheet.page is sheet.page
        and (
            entry.meaning in {Meaning.OLD, Meaning.NEW} or (entry.meaning in AMOUNTS and find_amounts(entry.value.text))
        )
    ]
    changed = list(_changes(sheet, flat))
    changed += _instead(sheet, flat)
    yield from changed
    taken += [(entry.value.start, entry.value.end) for entry in changed]
    for meaning, pattern in LIMITS.items():
        for match in pattern.finditer(flat):
            begins = max(match.start() - _FARTHEST_BEFORE, 0)
            begins = max(begins, *(flat.rfind(sign, begins, match.start()) for sign in ("\n", ". ")))
            clause = flat[begins : match.start()]
            if not _SHARE_OF.search(clause):
                yield from _amount_after(sheet, flat, match.end(), meaning, taken)
    yield from (_entry(meaning, sheet, one.start, one.end) for meaning, one in eastern_limits(sheet, entries))
    yield from arabic_limits(sheet, entries)
    yield from _beside_names(sheet, entries)
    has_price = any(
        entry.meaning in PRICES_SAID and entry.row is None and bool(find_amounts(entry.value.text)) for entry in entries
    )
    if has_price:
        return
    yield from _stated(sheet, flat)


def _stated(sheet: Sheet, flat: str) -> Iterator[Entry]:
    """Yield the prices that sentences state; those of a piece, a month or a year are none."""
    for match in _OF_CONTRACT.finditer(flat):
        if _UNIT_BEFORE.search(flat, max(0, match.start() - _UNIT_WITHIN), match.start()):
            continue
        yield from _amount_at(sheet, flat, match.end(), Meaning.CONTRACT_AMOUNT)
    for match in _STATED.finditer(flat):
        sentence = flat[max(flat.rfind(". ", 0, match.start()), flat.rfind("\n", 0, match.start()), 0) : match.end()]
        unit = _UNIT_BEFORE.search(flat, max(0, match.start() - _UNIT_WITHIN), match.start())
        is_other = _LIMIT_BEFORE.search(sentence) or _OTHER_SUM.search(match[0]) or is_turned_down(sheet, match.end())
        if unit is None and not is_other:
            yield from _amount_at(sheet, flat, match.end(), Meaning.CONTRACT_AMOUNT)
    for match in _PRICE.finditer(flat):
        sentence = flat[max(flat.rfind(". ", 0, match.start()), flat.rfind("\n", 0, match.start()), 0) : match.start()]
        earlier = flat[max(0, match.start() - 260) : match.start()]
        is_other = _LIMIT_BEFORE.search(sentence) or is_turned_down(sheet, match.end())
        if _AWARD.search(earlier + match[0]) and not is_other:
            yield from _amount_at(sheet, flat, match.end(), Meaning.AWARD_AMOUNT)


def _beside_names(sheet: Sheet, entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the one amount that stands behind the name of a supplier in the same field."""
    named = [entry for entry in entries if entry.meaning is Meaning.SUPPLIER and entry.row is None and not entry.old]
    for entry in named:
        if entry.value.sheet.page is not sheet.page:
            continue
        flat = entry.value.flat
        found = [amount for amount in find_amounts(entry.value.text, decimal_mark=",") if not amount.bare]
        behind = len(found) == 1 and found[0].start > _SHORTEST_NAME
        if behind and not _LIMIT_BEFORE.search(flat[: found[0].start]):
            value = entry.value.part(found[0].start, found[0].end)
            yield Entry(meaning=Meaning.AWARD_AMOUNT, label="", value=value, order=0, lot=entry.lot)


def lot_of_line(sheet: Sheet, at: int) -> str | None:
    """Return the name of the lot that a line begins with, as written, or None."""
    start = sheet.flat.rfind("\n", 0, at) + 1
    lead = _TO_LOT.match(sheet.flat, start)
    found = LOT_WESTERN.match(sheet.flat, lead.end() if lead else start)
    if found is None:
        return None
    return _CASE.sub("", " ".join(sheet.page.text[slice(*found.span())].split()))


def _amount_at(sheet: Sheet, flat: str, at: int, meaning: Meaning) -> Iterator[Entry]:
    """Yield the amount that begins at a place, with the words around it on its line."""
    end = flat.find("\n", at)
    end = min(len(flat) if end < 0 else end, at + _AHEAD)
    found = find_amounts(flat[at:end], decimal_mark=",")
    if found and not found[0].bare:
        stop = found[0].end + (1 if flat[at + found[0].end : at + found[0].end + 1] == "." else 0)
        leads = found[0].start <= 3 or "(" in flat[at : at + found[0].start]
        if leads:
            yield _entry(
                meaning, sheet, at if found[0].start > 3 else at + found[0].start, at + max(stop, found[0].end)
            )


def _amount_after(
    sheet: Sheet, flat: str, at: int, meaning: Meaning, taken: Sequence[tuple[int, int]]
) -> Iterator[Entry]:
    """Yield the amount in the rest of the clause, unless a label or a correction has it, or a range is given."""
    end = flat.find("\n", at)
    end = min(len(flat) if end < 0 else end, at + _AHEAD)
    found = [amount for amount in find_amounts(flat[at:end], decimal_mark=",") if not amount.bare]
    if not found or re.search(r"[.;]\s", flat[at : at + found[0].start]):
        return
    start, stop = at + found[0].start, at + found[0].end
    if any(left <= start < right for left, right in taken):
        return
    if len(found) > 1 and re.fullmatch(r"\s*(?:to|and|a|e|y|à|bis|до|–|—|-)\s*", flat[stop : at + found[1].start]):
        return
    yield _entry(meaning, sheet, start, stop)


def _changes(sheet: Sheet, flat: str) -> Iterator[Entry]:
    """Yield the new value of a limit or price that a sentence changes from one amount to another."""
    for match in _CHANGE.finditer(flat):
        line_start = max(flat.rfind("\n", 0, match.start()), flat.rfind(". ", 0, match.start())) + 1
        before = flat[line_start : match.start()]
        if not (_CHANGED.search(before) or _CHANGED.search(match[0])):
            continue
        meaning = next((kind for kind, pattern in LIMITS.items() if pattern.search(before)), None)
        if meaning is None and re.search(
            r"contract (?:value|price|sum)|(?:valor|importe|monto|montante|preço|precio) (?:total|global|"
            r"contratual|contractual|actual|del "
            r"contrato|do contrato)|"
            r"montant (?:total |initial )?du (?:marché|contrat)|(?:цен|сумм|стоимост|сум|варт|ц[іи]н)\w* "
            r"(?:контракт|догов[іо]р)",
            before,
        ):
            meaning = Meaning.CONTRACT_AMOUNT
        old, new = find_amounts(match["old"], decimal_mark=","), find_amounts(match["new"], decimal_mark=",")
        if meaning is None or not new or new[0].bare:
            continue
        if old:
            yield replace(_entry(meaning, sheet, *match.span("old")), old=True)
        entry = _entry(meaning, sheet, *match.span("new"))
        yield Entry(
            meaning=meaning,
            label="",
            value=entry.value,
            order=0,
            replaces=sheet.page.text[slice(*match.span("old"))].strip() if old else None,
        )


def _instead(sheet: Sheet, flat: str) -> Iterator[Entry]:
    """Yield the price that takes the place of another named behind it ("… 44 000 руб. (ранее — 42 000 руб.)")."""
    for match in _INSTEAD.finditer(flat):
        line = max(flat.rfind("\n", 0, match.start()), match.start() - _FARTHEST_BEFORE, 0)
        if _PAID_BEFORE.search(flat[line : match.start()]):
            continue
        before = [amount for amount in find_amounts(flat[line : match.start()], decimal_mark=",") if not amount.bare]
        behind = find_amounts(flat[match.end() : match.end() + _INSTEAD_WITHIN], decimal_mark=",")
        if not before or not behind or behind[0].bare or behind[0].start > _SHORTEST_NAME:
            continue
        start, end = line + before[-1].start, line + before[-1].end
        if not _OF_PRICE.search(flat[line:start]) or _LIMIT_BEFORE.search(flat[line:start]):
            continue
        old = sheet.page.text[match.end() + behind[0].start : match.end() + behind[0].end]
        yield replace(_entry(Meaning.CONTRACT_AMOUNT, sheet, start, end), replaces=old)


def _entry(meaning: Meaning, sheet: Sheet, start: int, end: int) -> Entry:
    value = Piece(sheet=sheet, start=start, end=end).stripped()
    return Entry(meaning=meaning, label="", value=value, order=0, lot=lot_of_line(sheet, start))
