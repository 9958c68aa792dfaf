"""What the model takes for the name of goods → the name alone, or nothing where it is none."""

from __future__ import annotations

import re

from tenderlight.facts.goods.counted import NO_GOODS
from tenderlight.facts.goods.words import TIME
from tenderlight.facts.pages.layout import Piece

EDGES = " \t,;:.、，；：。|/–—=-·•*"
"""Signs that bound a name, and are none of it."""
_LONGEST_NAME, _BEFORE, _BEHIND = 120, 60, 24
_LETTER = re.compile(r"[^\W\d_]")
_LEAD = re.compile(
    r"[(]?(?:\d{1,2}|[a-zа-я])[).]\s?(?=[^\W\d_])|(?:and|y|e|et|und|oraz|i|и|та|й|of|the|de|di|von)\s|d['’]|"
    r"(?:supply|provision|purchase|procurement|delivery|поставка|закупка|постачання|закупівля|suministro|adquisici[oó]n|"
    r"compra|aquisição|fornecimento|fourniture|acquisition|achat|fornitura|acquisto|lieferung|dostawa|zakup)\s"
    r"(?:(?:of|and (?:installation|delivery) of|de|di|von)\s|d['’])?|(?:采购|购置|购买|新购|供应|提供)(?=\w{2})"
)
"""What stands before a name in a list or sentence, and is none of it."""
_THERE_ALREADY = re.compile(
    r"现有|已有|原有|既有|已建|已配备|在用|更换旧|^旧|"
    r"(?<!\w)(?:existing|already (?:installed|in use|owned)|currently (?:in use|installed|owns)|"
    r"existentes?|ya instalad[oa]s|já instalad[oa]s|existante?s?|déjà install\w+|esistenti|vorhanden\w*|"
    r"bestehend\w*|istniejąc\w+|имеющ\w+|существующ\w+|демонтир\w+|наявн\w+|існуюч\w+)(?!\w)|الموجودة|القائمة"
)
"""What a clause says, before or in a name, of things that are there already, and are not bought."""
_STAYS = re.compile(
    r"利旧|拆除|汰换|(?<!\w)(?:retained|in service|in use|to be removed|existentes?|existante?s?|esistenti|"
    r"weiterverwend\w+|демонтир\w+)(?!\w)"
)
"""What stands right behind the name of such things."""
_IN_EACH = re.compile(
    r"(?:每|单)[台套个只路组节机部]\s?(?:均|各|须|需)?\s?(?:内?含|内置|标?配|配备|安?装|搭载)[^。；;\n]*$|"
    r"(?<!\w)(?:each|every|per) (?:unit|device|server|camera|set|vehicle) "
    r"(?:has|holds|contains|with|includes|fitted)[^.;\n]*$"
)
"""What leads to parts of goods: they are bought in them, not beside them."""
_CLAUSE = re.compile(r"[.;。；\n]")
_NO_NAME = re.compile(
    r"(?:lots?|lotes?|lotto|los|лот|част(?:ь|ина)|część|zadanie|items?|ítem|partida|renglón|posten|позиция|позиція|"
    r"cuit|nif|cif|cnpj|nit|ruc|rfc|инн|іпн|єдрпоу|auftrags-?nr|los-?nr|ref|no|nr|n[°º])?[\s.:№°º#]*[\d\s./-]*"
)
"""Words that number lots, rows and firms, and name no goods."""
_TWICE = re.compile(r"(?P<name>\S.{1,60})[ \t|]{1,4}(?P=name)")
"""A name that two columns hold."""


def name_of(found: Piece) -> Piece | None:
    """Return a name without what leads to it; None if it names no goods, or things that are there already.

    Args:
        found: The words that the model takes for a name.
    """
    name = found.stripped(EDGES)
    if not 1 < name.end - name.start <= _LONGEST_NAME or "\n" in name.flat:
        return None
    lead = _LEAD.match(name.flat)
    if lead is not None:
        name = name.part(lead.end(), name.end - name.start).stripped(EDGES)
    twice = _TWICE.fullmatch(name.flat)
    if twice is not None:
        name = name.part(0, twice.end("name"))
    if name.flat.endswith(")") and "(" not in name.flat:
        name = name.part(0, name.end - name.start - 1).stripped(EDGES)
    is_named = _LETTER.search(name.flat) is not None and _NO_NAME.fullmatch(name.flat) is None
    is_named = is_named and NO_GOODS.fullmatch(name.flat) is None
    return name if is_named and not _is_there_already(name) and not _is_part(name) else None


def is_time(unit: str) -> bool:
    """Say whether what a number counts is time; months of a service are bought by number where each has a price."""
    return re.fullmatch(TIME, unit.lower()) is not None


def _is_part(name: Piece) -> bool:
    """Say whether the clause before a name says that this is in each of other goods."""
    return _IN_EACH.search(name.sheet.flat, max(0, name.start - _BEFORE), name.start) is not None


def _is_there_already(name: Piece) -> bool:
    """Say whether the clause of a name says that these things are there already: before it, in it or right behind."""
    flat = name.sheet.flat
    before = _CLAUSE.split(flat[max(0, name.start - _BEFORE) : name.start])[-1]
    behind = re.split(r"[,;、。.\n]", flat[name.end : name.end + _BEHIND], maxsplit=1)[0]
    named = _THERE_ALREADY.search(name.flat) or _THERE_ALREADY.search(before)
    return named is not None or _STAYS.search(behind) is not None
