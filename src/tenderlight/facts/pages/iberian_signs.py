"""Words, registers and moneys that one country has alone among those that buy in Spanish or Portuguese, folded."""

from __future__ import annotations

IBERIAN_SIGNS: dict[str, str] = {
    "AO": r"\bkwanzas?\b|\baoa\b|\bkz\s?\d|\d\s?kz\b",
    "BO": r"\bsicoes\b|\bcuce\b|\bbolivianos\b|gobierno autónomo (?:municipal|departamental)",
    "BR": r"\bpregão\b|\buasg\b|\bpncp\b|\bprefeitura\b|\blei (?:federal )?(?:n[.º°]* ?)?(?:14\.133|8\.666)",
    "CL": (
        r"resoluci[oó]n exenta|decreto (?:alcaldicio|exento)|\bmercadop[uú]blico\b|\bilustre municipalidad\b|"
        r"\bchilecompra\b|boleta de garantía"
    ),
    "CR": r"\bsicop\b|\bcolones\b|₡|\bcrc\b|costa rica",
    "CV": r"cabo verde",
    "DO": (
        r"\brnc:?\s?\d-?\d\d-|-ccc-(?:lpn|lpi|cp|peex|peor|peen|pepu|peub|sip)-|-daf-cm-|\bdgcp\b|"
        r"república dominicana"
    ),
    "ES": r"boletín oficial del estado|plataforma de contratación del sector público|\blcsp\b|\bley 9/2017\b",
    "GT": r"\bguatecompras\b|\bnog:?\s?\d|\bquetzales\b|(?<![\w-])q\.?\s?\d{1,3}(?:,\d{3})+",
    "HN": r"\blempiras?\b|\bhonduras\b|\bhonducompras\b|\boncae\b|(?<![\w.-])l\.?\s?\d{1,3}(?:,\d{3})+\.\d\d",
    "MX": r"invitación a cuando menos tres personas",
    "MZ": r"\bmetica(?:l|is)\b|\bmzn\b|moçambique|\bugea\b|\d\s?mt\b",
    "NI": r"\bcórdobas (?:netos|oro)\b|\bnicaragua\b|\bsiscae\b",
    "PA": r"\bpanamacompra\b|\bbalboas\b|\bb/\.\s?\d",
    "PE": r"\bbuena pro\b|\d/100 soles\b|\bconsucode\b",
    "PY": r"\bdncp\b|\bgs\.?\s?\d",
    "SV": r"\bel salvador\b|\buaci\b|\bcomprasal\b",
    "UY": r"intendencia departamental|\bmontevideo\b",
    "VE": r"\bbolívares\b|república bolivariana|\brif:?\s?[jg]-\d|\bsnc\b",
}
COMMON_FORM = frozenset({"HN", "SV", "GT", "NI", "CR", "PA"})
"""Countries whose companies bear the legal form that is a sign of Mexico elsewhere (S.A. de C.V.)."""
