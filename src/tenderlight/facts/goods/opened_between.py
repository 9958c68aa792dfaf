"""Makes and models that stand below a line which speaks of something else than the goods above it.

"Tractors, 4 pcs", "Engine", "Make: Perkins": between goods and the labels of their make and model only other labels
may stand. A line that opens a part, an accessory, another bid or what is there already takes both away.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tenderlight.facts.goods.of_others import is_of_others
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Sheet
from tenderlight.model.statement import Statement
from tenderlight.model.values import LineItemValue

_REACH = 700
_LABEL = re.compile(
    r"\s{0,8}(?:[-–•*·]\s?)?(?:marca|make|brand|marque|marke|fabrikat|marchio|marka|марка|торгов\w+ марка|бренд|"
    r"modelo?s?|model|modèle|modell|modello|модель|variación|versão|versión)(?!\w)[^:\n]{0,30}:"
)
_PART = re.compile(
    r"\W{0,4}(?P<part>(?:accesor|accessor|acess[óo]r|zubehör|akcesori|аксессуар|аксесуар|приналежност|принадлежност|"
    r"chas[ií]s|châssis|chassis|telaio|fahrgestell|podwozi|шасси|шасі|"
    r"engine|motor(?=\W|$)|moteur|motore|silnik|двигател|двигун|"
    r"compres+[oe]u?r|компрес+ор|batter|bater[íi]|акумулятор|аккумулятор|"
    r"carroc|carross|carrozz|aufbau|кузов|надстройк|charger|cargador|carregador|chargeur|ladegerät|trailer|"
    r"remolque|reboque|remorque|anhänger|прицеп|причіп|included|incluid|inclus|"
    r"vehicle|veh[íi]c|véhic|ve[íi]c|fahrzeug|veicol|pojazd|автомоб|транспортн))"
)
"""Parts, accessories and what the goods are for, at the beginning of a line."""
_ASKED = re.compile(
    r"(?<!\w)(?:pedid\w+|requerid\w+|solicitad\w+|exigid\w+|requested|required|demandée?s?|gefordert\w*|verlangt\w*|"
    r"richiest\w+|требуем\w+|вимага\w+|pliego|edital|tender documents?|cahier des charges)(?!\w)"
)
"""What the buyer asked for, which need not be what was offered."""
_OF_GOODS = re.compile(
    r"(?<!\w)(?:offer(?:ed|ta)?|ofert\w*|ofrecid\w+|propost\w+|proposed|quoted|cotizad\w+|adjudicad\w+|attribué\w*|"
    r"award\w*|winning|vencedor\w*|ganador\w*|produ[ck]t\w*|produit\w*|prodott\w*|bien(?:es)?|bens|items?|ítems?|"
    r"goods|articles?|artículos?|caracter\w+|caractér\w+|descri\w+|bezeichnung|detal\w+|détail\w*|details?|especific\w+|"
    r"specific\w+|technical|técnic\w+|techni\w+|datos|dados|données|daten|товар\w*|продукц\w*|характерист\w*|опис\w*|"
    r"технич\w+|технічн\w+|предлож\w+|пропоз\w+)(?!\w)"
)
"""A heading over what the labels say of the goods themselves."""
_PAPER = re.compile(r"(?:contrato|contract|contrat|contratto|vertrag|umowa|договор|договір)(?!\w)")
"""The beginning of what a form of contract is called: no model of goods."""
_FREE = re.compile(r"[ \t]*[^\s:|;\d][^:|;\n\d]{3,58}:?[ \t]*")


def without_makes_of_others(notice: Notice, items: Sequence[Statement]) -> list[Statement]:
    """Return goods without make and model that labels below a line of something else say."""
    sheets = {sheet.page.number: sheet for sheet in notice.sheets}
    return [_own(sheets.get(one.anchors[0].page_number or 0), one) for one in items]


def _own(sheet: Sheet | None, item: Statement) -> Statement:
    value = item.value
    if sheet is None or not isinstance(value, LineItemValue):
        return item
    if value.model is not None and _PAPER.match(value.model.lower()):
        value = replace(value, model=None)
        item = replace(item, value=value)
    told = [one for one in (value.brand, value.model) if one]
    if not any(_is_below_another(sheet, item, value, one) for one in told):
        return item
    return replace(item, value=replace(value, brand=None, model=None))


def _is_below_another(sheet: Sheet, item: Statement, value: LineItemValue, told: str) -> bool:
    """Say whether what a label below goods says stands behind a line that opens something else."""
    first = item.anchors[0]
    at = sheet.page.text.find(told, first.start, first.end + _REACH)
    begin = sheet.flat.rfind("\n", 0, max(at, 0)) + 1
    if at < 0 or begin <= first.end or not _LABEL.match(sheet.flat, begin, at):
        return False
    name_line = sheet.flat[sheet.flat.rfind("\n", 0, first.start) + 1 :].split("\n", 1)[0]
    start = sheet.flat.find("\n", first.end) + 1
    lines = sheet.flat[start:begin].split("\n")[:-1]
    written = sheet.page.text[start:begin].split("\n")[:-1]
    followed = [_LABEL.match(line) is not None for line in [*lines[1:], sheet.flat[begin:]]][: len(lines)]
    goes_on = re.search(r"\d", name_line) is None
    return any(
        _opens_another(line, value.name)
        or (is_last and not (index == 0 and goes_on) and not text.lstrip()[:1].islower() and _is_free(line))
        for index, (line, text, is_last) in enumerate(zip(lines, written, followed, strict=True))
    )


def _opens_another(line: str, name: str) -> bool:
    """Say whether a line below goods opens a part of them, another bid, what is there or what was asked for."""
    part = _PART.match(line)
    is_part = part is not None and part["part"] not in name.lower()
    return is_part or is_of_others(line) or (_LABEL.match(line) is None and _ASKED.search(line) is not None)


def _is_free(line: str) -> bool:
    """Say whether a line right above the labels is a heading of its own and no heading of the goods."""
    return _FREE.fullmatch(line) is not None and _OF_GOODS.search(line) is None
