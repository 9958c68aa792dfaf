"""What the parts of offices are called outside English, which of them only buy, and what stands there for no part."""

from __future__ import annotations

import re

PART = (
    r"(?:sub)?secretar[ií]a|sous-direction|direcci[oó]n|direc?ção|diretoria|direction|direzione|departa?ment[oe]?|"
    r"département|dipartimento|divisi[oó]n|divisão|division|gerencia|gerência|superintend[eêé]ncia|"
    r"regi[oó]n(?:al)? policial|comando?|comandancia|jefatura|pr[eé]fecture|prefectura|prefettura|questura|"
    r"polic[ií]a|polícia|police|gendarmerie|gabinete|administraci[oó]n (?:general|central)|instituto|servi[cç]i?os?|"
    r"servizi?o?|services?|brigada|batall[oó]n|batalhão|hospital|fiscal[ií]a|guardia|guarda|corpo|cuerpo|tribunal|"
    r"seccional|secr[eé]tariat|d[eé]l[eé]gation|delega(?:ci[oó]n|ção|cia)|agence|agencia|agência|commissariat|"
    r"office|ufficio|settore|polo|provveditorato|abteilung|fachbereich|dezernat|referat|\w*direktion|\w{0,24}amt|"
    r"polizei(?:direktion|präsidium|inspektion|revier|behörde|akademie|verwaltung|station)?|"
    r"justizvollzugsanstalt|(?:[\w-]+ )?oddział|(?:[\w-]+ )?delegatura|komenda|wydział|zarząd|departament|"
    r"(?:[\w-]+ )?(?:филиал|отделение|управление|філія|відділення|управління)|(?:\d+ )?(?:прикордонний )?загін|"
    r"(?:ال)?(?:مديرية|إدارة|دائرة|قسم|هيئة|شرطة)"
)
"""Alternatives of a pattern: the word, or words, that a part of an office begins with."""
WORK_OR_GOODS = re.compile(
    r"(?:servi[cç]i?os?|services?|servizi?o?)\s(?:d['’]|(?:de|da|do|di|of|del|della)\s(?:l[ao]s?\s|l['’])?)"
    r"(?:limp|nettoy|mens[ae]|transport|vigil|entretien|manuten|manten|maint|aliment|restaura|puli[zt]|segurança|"
    r"seguridad|gardien|coleta|recog|colecta|collecte|raccolta|assur|segur|copi|impr|repar|répar|trasport|cantin)|"
    r"(?<!\w)(?:obra|nuev[oa]|nov[oa]|nuov[oa]|neubau|umbau|equip\w*|furniture|vehicles?|vehículos?|veículos|laptops?|"
    r"computers?|uniforms?|w budowie|budow[aęy]|remont\w*|livrée?s?|строительств\w*|будівництв\w*)(?!\w)"
)
"""Works and goods behind a dash, which are what is bought; flat text."""
BUYING_BRANCH = re.compile(
    r"(?:,|\s[-–—])\s(?:(?:geschäftsbereich|abteilung|fachbereich|referat|dezernat|sachgebiet|stabsstelle|bereich|amt)\s"
    r"(?:für\s)?(?:zentrale[rn]?\s)?(?:einkauf|beschaffung|vergabe|materialwirtschaft)\w*|"
    r"(?:zentral(?:er?)?\s?)(?:einkauf|beschaffung|vergabe)\w*|(?:einkauf|beschaffung|vergabestelle)|"
    r"(?:ufficio|settore|servizio|area)\s(?:gare|appalti|acquisti|contratti|provveditorato)[\w ]*|"
    r"(?:dział|wydział|biuro|referat|sekcja)\s(?:ds\.\s)?zamówień[\w ]*|"
    r"(?:отдел|управление)\s(?:закупок|снабжения|мтс)|відділ\s(?:закупівель|постачання))\s*$",
    re.IGNORECASE,
)
"""The branch that buys for the whole office."""
