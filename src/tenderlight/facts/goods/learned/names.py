"""What the model takes for the name of goods → the name alone, or nothing where it is none."""

from __future__ import annotations

import re

from tenderlight.facts.pages.layout import Piece

EDGES = " \t,;:.、，；：。|/–—=-·•*"
"""Signs that bound a name, and are none of it."""
_LONGEST_NAME, _BEFORE = 120, 60
_LETTER = re.compile(r"[^\W\d_]")
_LEAD = re.compile(
    r"[(]?(?:\d{1,2}|[a-zа-я])[).]\s?(?=[^\W\d_])|(?:and|y|e|et|und|oraz|i|и|та|й|of|the|de|di|von)\s|d['’]|"
    r"(?:supply|provision|purchase|procurement|delivery|поставка|закупка|постачання|закупівля|suministro|adquisici[oó]n|"
    r"compra|aquisição|fornecimento|fourniture|acquisition|achat|fornitura|acquisto|lieferung|dostawa|zakup)\s"
    r"(?:(?:of|and (?:installation|delivery) of|de|di|von)\s|d['’])?|(?:采购|购置|购买|新购|供应|提供)(?=\w{2})"
)
"""What stands before a name in a list or sentence, and is none of it."""
_THERE_ALREADY = re.compile(
    r"(?:现有|已有|原有|既有|已建|已配备|利旧|"
    r"(?<!\w)(?:existing|already (?:installed|in use|owned)|currently (?:in use|installed|owns)|"
    r"existentes?|ya instalad[oa]s|já instalad[oa]s|existante?s?|déjà install\w+|esistenti|vorhanden\w*|bestehend\w*|"
    r"istniejąc\w+|имеющ\w+|существующ\w+|наявн\w+|існуюч\w+|الموجودة|القائمة))[^.;。；\n]{0,40}$"
)
"""What a sentence says before the name of things that are there already, and are not bought."""
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
    lead = _LEAD.match(name.flat)
    if lead is not None:
        name = name.part(lead.end(), name.end - name.start).stripped(EDGES)
    twice = _TWICE.fullmatch(name.flat)
    if twice is not None:
        name = name.part(0, twice.end("name"))
    if name.flat.endswith(")") and "(" not in name.flat:
        name = name.part(0, name.end - name.start - 1)
    before = name.sheet.flat[max(0, name.start - _BEFORE) : name.start]
    is_named = _LETTER.search(name.flat) is not None and _NO_NAME.fullmatch(name.flat) is None
    is_short = 1 < name.end - name.start <= _LONGEST_NAME and "\n" not in name.flat
    return name if is_named and is_short and _THERE_ALREADY.search(before) is None else None
