"""What the operative part of a decree or resolution disposes: to whom a contract is given, in Romance languages.

"ARTÍCULO PRIMERO: Adjudicar la Licitación No. 4, cuyo objeto es "…", a la UNIÓN TEMPORAL X, por valor de …": between
the verb and the name stand the number and the title of the procedure, and often much more. What is quoted or stands in
brackets is passed over; the name must be that of a company or a group, or follow a word for a firm.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from tenderlight.facts.names.western import has_company

NameAt = Callable[[str, int], tuple[int, int] | None]
_VERBS = {
    "es": r"adjud[ií]\w{2,10}|otorg\w{1,4}\s+la\s+buena\s+pro|encomend\w{1,6}|encárg\w{2,6}",
    "pt": r"adjudic\w{1,8}|homolog\w{1,8}|ratific\w{1,8}|autoriz\w{1,6}",
    "fr": r"attribu\w{1,6}|retenir|retenue?|confier|confiée?",
    "it": r"aggiudic\w{2,8}|affid\w{2,8}",
}
_FIRM = {
    "es": r"empresas?|firmas?|sociedad|sociedades|proponentes?|oferentes?|proveedore?s?|licitantes?|postore?s?|"
    r"contratistas?|compañía|mercantil|persona\sjurídica|razón\ssocial",
    "pt": r"empresas?|firmas?|sociedades?|licitantes?|concorrentes?|proponentes?|fornecedore?s?",
    "fr": r"sociétés?|entreprises?|groupement|prestataires?|soumissionnaires?|candidats?|cabinet",
    "it": r"ditta|società|impresa|operatore\seconomico|concorrente",
}
_TO = {
    "es": r"a\sfavor\sde(?:l|\sla)?|en\sfavor\sde(?:l|\sla)?|al?|a\sl[ao]s?",
    "pt": r"(?:em|a)\sfavor\sd[aeo]|à|ao|às|aos|com\sa|da",
    "fr": r"à\sla|à\sl['’]|à|au|aux|en\sfaveur\sd[eu]",
    "it": r"alla|all['’]|al|in\sfavore\sd[ei]l?(?:la)?",
}
_VERB = {language: re.compile(rf"(?i:\b(?:{verbs})\b)") for language, verbs in _VERBS.items()}
_LEAD = {
    language: re.compile(
        rf"(?i:(?<=\s)(?:{_TO[language]})\s{{0,2}}(?:la\s|el\s|le\s|l['’])?(?P<firm>(?:{firm})\s"
        r"(?:denominad[ao]\s|mercantil\s|dénommée\s)?)?)(?=[«“\"A-ZÀ-ÖØ-Þ])"
    )
    for language, firm in _FIRM.items()
}
_GROUP = re.compile(r"(?i:uni[oó]n\stemporal|cons[oó]rcio|u\.?t\.?e\.?\s|groupement|r\.?t\.?i\.?\s|promesa\sde)")
_QUOTED = re.compile(r"[«“\"][^«»“”\"\n]{1,300}[»”\"]|\([^()\n]{1,160}\)")
_QUOTED_NAME = re.compile(r"(?i:empresa|firma|sociedad|société|ditta|licitante|proveedor|consorcio|temporal)\s{0,2}$")
"""Words before quotation marks that hold a name and not a title."""
_NOT_DISPOSED = re.compile(
    r"(?i:\bno\s+(?:se\s+)?adjud|\bpodrá|\bpropo(?:ne|ner|nga)\b|\brecomend|\brecomienda|\bpropos|\bsi\s+se\s+adjud|"
    r"\bimpugn|\bdesestim|\brechaz|\bdeixar\s+de|\bne\s+(?:pas\s+)?(?:retenir|attribuer)|\bdejar\s+sin\s+efecto)"
)
_WITHIN = 600


def disposed_to(sentence: str, language: str, name_at: NameAt) -> tuple[int, int] | None:
    """Return where the name stands of whom a sentence gives a contract to, or None.

    Args:
        sentence: One sentence as written.
        language: ISO 639-1; other languages than Romance ones have frames of their own.
        name_at: Reads the name that begins at a place.
    """
    verb = _VERB.get(language)
    if verb is None or _NOT_DISPOSED.search(sentence):
        return None
    masked = _QUOTED.sub(lambda match: _mask(match, sentence), sentence)
    acts = verb.search(masked)
    if acts is None:
        return None
    for lead in _LEAD[language].finditer(masked, acts.end(), acts.end() + _WITHIN):
        span = name_at(sentence, lead.end())
        if span is not None and (
            lead["firm"] or _GROUP.match(sentence, span[0]) or has_company(sentence[slice(*span)])
        ):
            return span
    return None


def _mask(match: re.Match[str], sentence: str) -> str:
    """Hide what is quoted, unless a word for a firm stands before it."""
    before = sentence[max(0, match.start() - 14) : match.start()]
    return match[0] if _QUOTED_NAME.search(before) else "_" * len(match[0])
