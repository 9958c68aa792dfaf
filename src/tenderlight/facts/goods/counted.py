"""Goods that a text counts and neither prices nor models: "- 12 thermal binoculars", "supply of 300 body cameras to …".

Lines with a bullet or number before them are a list of goods if two or more in a row are each goods and nothing else.
In a sentence goods stand behind a word for supplying them; their name ends at the first word that leads to something
else (for whom, where, for how much). This is the last way to goods: it is taken only where no other finds any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from tenderlight.facts.goods.slots import Goods, read_goods
from tenderlight.facts.goods.words import NUMBER_IN_WORDS, UNIT
from tenderlight.facts.goods.worked_upon import is_not_bought
from tenderlight.facts.pages.document import CONCLUDED, SETTLED, Notice
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.model.statement import Stage

_PAGES = 3
_LONGEST_PAGE = 12_000
_LINE = re.compile(r"[^\n]+")
_LISTED = re.compile(
    r"\s{0,8}(?:[-–—•*·▪]\s{0,3}|[(]?(?:\d{1,2}|[a-zа-я])[.)]{1,2}\s{1,3}|(?=(?:qty|cant|кол-во|quantité|menge)\b))"
)
"""What stands before an entry of a list."""
_COUNT_FIRST = re.compile(r"\s{0,8}(?=\d{1,6}\s[^\W\d_])")
"""An entry without any sign before it, below a line that ends in a colon."""
_FEWEST, _MOST = 2, 60
_MOST_LEADS = 12
_SUPPLY = re.compile(
    r"(?<!\w)(?:(?:supply|delivery|purchase|provision|procurement|acquisition|provide)(?: and [a-z]{4,14})? of|"
    r"(?:to|shall|will) (?:supply|deliver|provide)|"
    r"(?:entregar|suministrar|proveer|fornecer|fournir|livrer|fornire|liefern)(?: (?:e|y|et) \w{4,14})?|suppl(?:y|"
    r"ies|ied)|delivers?|delivered|furnish(?:es)?|"
    r"(?:suministro|adquisición|compra|entrega|provisión|fornecimento|aquisição|fourniture|livraison|achat|"
    r"acquisition|"
    r"fornitura|lieferung)(?: (?:e|y|et|ed) \w{4,14})? (?:de |d['’]|di |von )|"
    r"(?:suministra|suministrará|entregará|fornece|fornecerá|fournit|livre|livrera|liefert)(?: (?:e|y|et) \w{4,14})?|"
    r"(?:поставк[аиу]|закупк[аиу]|приобретение|постачання|закупівля|придбання)|приобретено|закуплено|придбано|"
    r"поставлено|поставит[ьи]?)\s{0,2}:?\s{0,2}(?=(?:n\.\s?)?\d)"
)
"""Words for supplying or buying, right before a number."""
_OBJECT = re.compile(
    r"(?:^|\n)\s{0,6}(?:\d{1,2}[.)]\s)?(?:objeto|objet|subject|description|scope|title|asunto|gegenstand|leistung|"
    r"oggetto|goods|"
    r"bienes|bens|предмет|назва|найменування|наименование)[^\n:.\d]{0,30}\s?[:.]{1,60}\s{0,4}[\"«“]?(?=\d)"
)
"""A label of what is bought, right before a number."""
_IN_WORDS = re.compile(
    r"(?<!\w)(?!(?:within|dans|of|de|les|des|the|and|y|"
    r"et)\s)[^\W\d_]{2,10}(?:[\s-][^\W\d_]{3,8}){0,2}\s(?=\(\d{1,6}\)\s[^\W\d_])"
)
"""A number in words before the figure in brackets: sixty (60)."""
_FOR = re.compile(r"(?<!\w)for\s(?:the\s)?(?=\d{1,3}(?:,\d{3})*\s[^\W\d_]{3})")
"""What an agreement or award is for: "awarded the contract for 24 kiosks"."""
_EARLIER = re.compile(
    r"(?:previous|earlier|former|existing|anterior|précédent|прежн|ранее|раніше|experience|reference)"
)
_NUMBER = r"\d{1,3}(?:[.,\s]\d{3})+(?!\d)|\d{1,6}"
_COUNTED = re.compile(
    rf"\s{{0,2}}(?:n\.\s?)?(?P<all>\(?(?P<number>{_NUMBER})(?!\d|[.,]\d|\s?[%€$£º°])\)?\s(?:\([^()\d]{{2,40}}\)\s)?"
    r"(?P<name>[^\W\d_](?:[^\n,;.:()\d«»“”\"]|(?<=[^\s.,])\d|(?<=\s)\d{1,4}(?=\d{0,3}\s?(?:l|ml|cv|hp|kg|kva|kw|w|v|"
    r"cm|mm|m3|gb|tb|mp|pulgadas|polegadas)(?!\w))){2,70}))"
)
_UNIT_ONLY = re.compile(rf"{UNIT}\.?\s(?:of|de|di|d['’])?\s?")
_NAME_ENDS = re.compile(
    r"\s(?:to|for|from|at|in|on|by|under|within|which|that|is|are|was|were|has|have|per|over|valued|worth|delivered|"
    r"installed|supplied|entregad[oa]s|instalad[oa]s|livrée?s|through|via|"
    r"para|por|al|ao|às|à (?:la|l['’]|une?|des|les|empresa|firma|sociedade|société|entreprise)|aux?|pour|"
    r"par|en|em|nel|nella|per|alla|destinad\w+|avec|"
    r"chez|dans|für|an|zu|zum|"
    r"a (?=[$€£]|s/|[rq]\$|us\$|usd|eur|gs)\S{1,3}|"
    r"на|в|во|у|для|по|из|від|до|за|с|із|з|and|y|e|et|ed|und|и|та)(?=\s|$)"
)
_MADE = re.compile(
    r"\s?\((?:models?|modelo|modèle|modell|mod\.|réf|ref|brand|make|marca|marque|marke|марк|модел|"
    r"тип)[^()\n;]{1,80}\)|"
    r"\s?[(,]\s?(?:models?|modelo|modèle|modell|mod\.|réf|ref|brand|make|marca|marque|marke|марк|модел|"
    r"тип)[^()\n;,]{1,60}[),]?"
)
"""Make or model right behind a name."""
_PRICED = re.compile(r"\s?\((?=[^()\n]{0,40}\d)[^()\n]{3,60}\)")
"""The price of one in brackets behind a name."""
_EACH = re.compile(
    r",?\s(?:at|@|à|a razón de|a|au prix unitaire de|zu je|por)\s"
    r"[^\n;,.\d]{0,6}\d[\d.,\s]{0,16}?(?:\s?[^\W\d_]{1,6})?\s"
    r"(?:each|apiece|per (?:unit|piece)|l['’]unité|(?:la )?pièce|cada un[ao]|c/u|je stück)(?!\w)"
)
"""The price of one behind a name."""
_JOINED = re.compile(
    rf"\s{{0,2}}(?:[,;]\s?(?:and|y|e|et|ed|und|и|та)?|and|y|e|et|ed|und|и|та)\s{{1,2}}"
    rf"(?:[a-z]\)\s)?(?:[^\W\d_]{{2,12}}\s(?=\())?(?=(?:n\.\s?)?\(?(?:{_NUMBER})\)?\s)"
)
_BRACKET = re.compile(r"(?<=\w)\s\((?P<inside>[^()\n]{12,400})\)")
_APART = re.compile(r"[,;]\s(?=[^\W\d_])")
NO_GOODS = re.compile(
    r"\b(?:days?|months?|years?|weeks?|hours?|minutes?|times|people|persons?|staff|officers?|guards?|sites?|"
    r"stations?|lots?|"
    r"copies|copy|bids?|offers?|tenders?|locations?|schools?|libraries|clinics?|prisons?|airports?|courts?|villages?|"
    r"towns?|hospitals?|buildings?|rooms?|km|metres?|meters?|percent|million|"
    r"thousand|euros?|dollars?|phases?|stages?|items?|d[íi]as|meses|años|anos|horas|semanas|personas?|pessoas?|"
    r"agentes|"
    r"sedes|puntos?|pontos?|lotes?|lotti|millones|milhões|mil|jours|mois|ans|heures|agents|personnes|lieux|bâtiments|"
    r"giorni|mesi|anni|tage|monate|jahre|дн\w+|месяц\w*|місяц\w*|лет|год\w*|рок\w*|час\w*|человек\w*|осіб|объект\w*|"
    r"об['’]єкт\w*|лот\w*|этап\w*|млн|тыс|тис|руб\w*|грн|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|"
    r"октября|ноября|декабря|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|"
    r"diciembre|de (?:janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro)|january|february|"
    r"march|april|may|june|july|august|september|october|november|december|janvier|février|mars|avril|mai|juin|"
    r"juillet|"
    r"août|septembre|octobre|novembre|décembre)\b"
)


def counted_lists(notice: Notice) -> list[Goods]:
    """Return the goods of the longest run of listed lines each of which is goods and nothing else."""
    runs = [run for sheet in notice.sheets[:_PAGES] for run in _runs(notice, sheet)]
    return max(runs, key=len, default=[])[:_MOST]


def counted_in_brackets(notice: Notice) -> list[Goods]:
    """Return the goods of the first bracket that lists at least two and nothing else: "(турнікет — 4 шт., …)"."""
    for sheet in notice.sheets[:_PAGES]:
        for bracket in islice(_BRACKET.finditer(sheet.flat[:_LONGEST_PAGE]), _MOST):
            whole = Piece(sheet=sheet, start=bracket.start("inside"), end=bracket.end("inside"))
            position = 0
            goods: list[Goods] = []
            for start, end in [*(one.span() for one in _APART.finditer(whole.flat)), (len(whole.flat),) * 2]:
                part = whole.part(position, start).stripped(" \t.;,")
                position = end
                read = read_goods(part, notice.decimal_mark) if part.end > part.start else None
                if read is None or read.unit is None or NO_GOODS.search(read.name.flat):
                    goods = []
                    break
                goods.append(read)
            if len(goods) >= _FEWEST:
                return goods
    return []


def counted_in_sentences(notice: Notice) -> list[Goods]:
    """Return the goods that the first sentence counts which says what is supplied."""
    if notice.stage not in SETTLED and notice.stage is not Stage.TENDER:
        return []
    for leads in (_SUPPLY, _OBJECT, _IN_WORDS, _FOR) if notice.stage in CONCLUDED else (_SUPPLY,):
        for sheet in notice.sheets[:_PAGES]:
            for lead in islice(leads.finditer(sheet.flat[:_LONGEST_PAGE]), _MOST_LEADS):
                line_start = sheet.flat.rfind("\n", 0, lead.start()) + 1
                if _EARLIER.search(sheet.flat, max(line_start, lead.start() - 80), lead.start()):
                    continue
                if leads is _IN_WORDS and not NUMBER_IN_WORDS.search(lead[0]):
                    continue
                goods = list(_counted(notice, sheet, lead.end()))
                if goods:
                    return [one for one in goods if not is_not_bought(one.name)]
    return []


def _runs(notice: Notice, sheet: Sheet) -> Iterator[list[Goods]]:
    run: list[Goods] = []
    headed = False
    for line in _LINE.finditer(sheet.flat[:_LONGEST_PAGE]):
        lead = _LISTED.match(line[0]) or (_COUNT_FIRST.match(line[0]) if headed else None)
        headed = line[0].rstrip().endswith(":") or (headed and lead is not None)
        piece = Piece(sheet=sheet, start=line.start() + (lead.end() if lead else 0), end=line.end())
        goods = read_goods(piece.stripped(" \t.;,"), notice.decimal_mark) if lead else None
        if goods is not None and not NO_GOODS.search(goods.name.flat):
            run.append(goods)
            continue
        if len(run) >= _FEWEST:
            yield run
        run = []
    if len(run) >= _FEWEST:
        yield run


def _counted(notice: Notice, sheet: Sheet, at: int) -> Iterator[Goods]:
    """Yield the goods that stand one after the other from a place on, each with its number."""
    while (found := _COUNTED.match(sheet.flat, at)) is not None:
        start = found.start("name")
        unit = _UNIT_ONLY.match(sheet.flat, start)
        named = found["name"][(unit.end() - start if unit else 0) :]
        stop = _NAME_ENDS.search(named)
        end = start + (unit.end() - start if unit else 0) + (stop.start() if stop else len(named))
        made = _MADE.match(sheet.flat, end)
        end = made.end() if made else end
        priced = _PRICED.match(sheet.flat, end)
        priced = _EACH.match(sheet.flat, priced.end() if priced is not None else end) or priced
        begins = found.start("all")
        if sheet.flat[begins] == "(":  # with the words before it, or the bracket is taken for that of a list
            begins = max(sheet.flat.rfind(sign, 0, begins - 1) for sign in " \n") + 1
        whole = Piece(sheet=sheet, start=begins, end=priced.end() if priced else end).stripped()
        goods = read_goods(whole, notice.decimal_mark)
        if goods is None and priced is not None:
            goods, priced = read_goods(whole.part(0, end - whole.start), notice.decimal_mark), None
        end = priced.end() if priced is not None else end
        if goods is None or NO_GOODS.search(goods.name.flat):
            return
        yield goods
        joined = _JOINED.match(sheet.flat, end)
        if joined is None:
            return
        at = joined.end()
