"""Words and signs by which several say that they bid together, in languages written in Latin and Cyrillic letters."""

from __future__ import annotations

import re

from tenderlight.facts.names.western import CAPITAL, LEGAL

GROUP = (
    r"joint ventures?|joint bid|jv|consorti(?:um|a)|partnership|consorcios?|cons[óo]rcios?|agrupaci[óo]n|agrupamento|"
    r"uni[óo]n (?:temporal|transitoria)(?: de empresas)?|ute|groupements?(?: d['’]entreprises)?|cotraitance|"
    r"jvca|(?:association|société) momentanée|tijdelijke (?:vereniging|handelsvennootschap)|thv|"
    r"bietergemeinschaft|bieterkonsortium|arbeitsgemeinschaft|arge|biege|"
    r"raggruppamento(?: temporaneo)?(?: di (?:imprese|operatori economici))?|r\.?t\.?i\.?|a\.?t\.?i\.?|"
    r"konsorcj(?:um|a)(?: firm| wykonawców)?|консорциум\w{0,2}|консорціум\w{0,2}|коллективн\w{2,3} участник\w{0,2}|"
    r"простое товарищество|групп[аойуы]{1,2} (?:компаний|лиц)|об['’ʼ]єднан\w{2,3}(?: учасник\w{0,2})?"
)
"""Those who bid together."""
GROUP_WORD = re.compile(rf"(?<![\w.])(?:{GROUP})(?!\w)", re.IGNORECASE)
_LEADS_TO = (
    r"conjoint|solidaire|momentané|costituend[oa]|of|between|among|comprising|including|led by|headed by|"
    r"(?:formed|made up|composed|comprised|consisting) (?:by|of)|(?:bestehend )?aus|der firmen|tra|fra|"
    r"(?:composto|costituito|formato) (?:da|tra)|"
    r"(?:formad|integrad|conformad|compuest|compost|constitu[ií]d|liderad|encabezad)[oa]s? (?:por|pel[oa]s?)|entre|"
    r"(?:composé|constitué|formé|mené|conduit)e?s? (?:de|d['’]|par|entre)|réunissant|в составе|участников|"
    r"учасників|у складі|під проводом|во главе с|"
    r"las empresas|as empresas|les (?:sociétés|entreprises)|the (?:firms|companies)|le (?:imprese|ditte)|firm"
)
_ARTICLE = r"(?:the|an?|la|el|le|una?|uma?|die|der|das|il|lo|o|un['’]|l['’])"
LEAD_IN = re.compile(
    rf"(?i:{_ARTICLE}\s?)?(?i:(?:costituend[oa]|bidding|temporary)\s)?(?P<group>(?i:{GROUP}))(?![\w-])"
    rf"(?P<to>(?:\s?[:–-]?\s?(?i:{_LEADS_TO})(?![\w]))*)\s?[:–—-]?\s+"
)
"""What leads to the first member."""
WORD_BEFORE = re.compile(rf"(?<!\w)(?P<group>(?i:{GROUP})(?:\s?[:–-]?\s?(?i:{_LEADS_TO})(?!\w))*)\s?:?\s+\Z")
"""The same right before a place."""
FIRST_LEADS = re.compile(r"(?:led by|headed by|liderad|encabezad|mené|conduit|во главе|під проводом)")
CALLED_BY_MEMBERS = re.compile(r"(?i:ute|uni[óo]n|consorcio|cons[óo]rcio)")
"""Groups that are called by the names of their members, joined by a dash."""
_LEAD = (
    r"lead\w{0,3}|leading|principal|main partner|mandataire|chef de file|l[íi]der|lideran[çc]a|capogruppo|mandataria|"
    r"federführend\w{0,2}|konsortialführer\w{0,2}|bevollmächtigte\w{0,1}|лидер\w{0,3}|лідер\w{0,3}|головн\w{2,3}|"
    r"ведущ\w{2,3}|провідн\w{2,3}|"
    r"pełnomocnik"
)
_PART = (
    r"partner|member|co-?traitante?s?|integrante|miembro|socio|consorciad[ao]|membro|mandante|участник|член|"
    r"учасник|członek|uczestnik|mitglied"
)
SAYS_LEAD = re.compile(rf"(?i:(?<!\w)(?:{_LEAD})(?!\w))")
LEADER_NAMED = re.compile(
    rf"\s?(?i:(?:{_LEAD})(?:\s[a-zà-ÿа-яёіїєґ]{{2,14}}){{0,2}})\s?(?::|=)\s?(?P<name>[«„“\"]?[{CAPITAL}][^()\n]{{2,60}})"
)
"""Words in brackets that say which of a group leads it: "(leader: A Ltd)"."""
SAYS_PART = re.compile(rf"(?i:(?<!\w)(?:{_LEAD}|{_PART})(?!\w))")
BRACKET = re.compile(r"\s?\((?P<said>[^()\n]{1,60})\)")
BEHIND = re.compile(
    rf"\s?[,–—-]\s?(?!(?i:leading|heading|mandataire\s(?:du|d['’]un))\s)"
    rf"(?P<said>(?i:(?:jv|consortium|as|the|als|como|en tant que|w roli)\s){{0,2}}(?i:{_LEAD}|{_PART})"
    rf"(?:\s[a-zà-ÿа-яёіїєґ]{{2,14}}){{0,3}})(?=\s?[,;/.)–—-]|\s|$)"
)
"""What a member is, behind its name."""
BEFORE = re.compile(rf"(?P<said>(?i:{_LEAD}|{_PART})(?:\s[a-zà-ÿа-яёіїєґ]{{2,14}}){{0,2}})\s?[:–—-]\s?")
_WITH = r"(?:with|con|com|avec|mit|ze?|с|со|із|з)"
JOINED = re.compile(
    rf"(?P<joint>(?i:\s?\((?:in\s)?(?:an?\s)?(?:{GROUP})\s{_WITH}\s(?:m/s\.?\s)?)|"
    rf"(?i:,?\s(?:in|as an?|as|en|em|w|в)\s(?:an?\s)?(?:{GROUP}|association|participación conjunta|"
    rf"participação conjunta)\s{_WITH}\s)|"
    rf"(?i:\s(?:jointly|in association|together|conjuntamente|mancomunadamente|conjointement|совместно|спільно)"
    rf"\s{_WITH}\s))|"
    rf"(?P<leads>(?i:,?\s(?:leading|heading)\san?\s(?:{GROUP})\s(?:with|of|including)\s|"
    rf",?\smandataire\s(?:du|d['’]un)\s(?:{GROUP})(?:\s(?:conjoint|solidaire))?\s(?:avec|composé de|comprenant)\s))|"
    rf"(?P<with>,?\s{_WITH}\s)|"
    r"(?P<apart>\s?/\s?|\s?[;+]\s|\s[+]\s)|(?P<weak>\s[–—-]\s|,\s(?:(?i:and|y|e|et|und|и|та|sowie|oraz)\s)?)|"
    r"(?P<and>\s(?i:and(?: including| with)?|y|e|et|und|ed?|i|oraz|sowie|и|та|і|а также|as well as)\s)|"
    r"(?P<sign>\s&\s(?!Co\b))"
)
"""What joins two members: words that say that they bid together, and signs and words that may as well set apart."""
LED = re.compile(
    r"(?:(?:the|an?|la|el|le|las|los|les|o|as|os|die|der|il|l['’]|by|of|par|por|de|d['’]|pela)\s?"
    r"(?=[\s«\"“A-ZÀ-ÞА-ЯЁІЇЄҐ])|"
    r"(?:firms?|compan(?:y|ies)|empresas?|firmas?|sociedad(?:es)?|sociétés?|entreprises?|ditta|spółka|компания|фирма)"
    r"\s)\s?"
)
TAIL = re.compile(
    rf"(?i:\s?[,(–-]?\s?(?:in|as an?|as|en|em|w)?\s?(?:{GROUP})\b\)?|"
    r",?\s\(?(?:bidding|acting|tendering)\s(?:jointly|together|as an?\s(?:jv|joint venture|consortium))\)?|"
    r",?\s\(?(?:jointly|conjuntamente|conjointement|gemeinschaftlich)\)?(?![\w]))"
)
"""What says behind all members that they bid together."""
ACTS_AS_LEAD = re.compile(
    rf"\s?[,(]\s?(?i:represented by\s|with\s|led by\s)?"
    rf"(?P<name>[{CAPITAL}][\w'’.& -]{{2,40}}?)\s(?i:acting as|being|as|serving as)\s(?:the\s)?(?i:{_LEAD})"
)
"""Behind the members: which of them leads, by a part of its name."""
PROVES = re.compile(
    rf"(?i:(?<!\w)(?:{GROUP}|jointly|conjunta|conjointement|in association with|совместно|спільно)(?!\w))"
)
BEGINS = re.compile(
    r"(?:^|[:;|\t,(]\s?|\s[–—-]\s|"
    r"\s(?:to|al?|à|au|an|ao|alla|is|are|has|ist|sind|by|par|por|победитель|переможець|titulaire)\s)\s{0,3}"
    rf"(?=[«“\"{CAPITAL}]|(?i:{_ARTICLE}?\s?(?:bidding\s|costituend[oa]\s)?(?:{GROUP})(?!\w)))"
)
"""Where the names of a joint bid may begin in a line."""
LINE_ENDS = re.compile(
    rf"(?!{LEGAL})(?<![,/&;-])(?<! and)(?<! [yeи])(?<! et)(?<! und)[ \t]{{0,3}}\n(?![ \t]*[a-zà-ÿа-яёіїєґ(])|\n\s*\n"
)
"""The end of a line that does not go on in the next."""
WORD_AT_END = re.compile(rf"\s(?i:{GROUP})$")
_SMALL = (
    r"(?:of|the|for|de|del|della|delle|dei|di|do|da|das|dos|du|des|la|las|los|le|les|von|der|für|z|w|à|aux|au|en|para|"
    r"pour|per|по|зі?|на)"
)
_QUOTE = r"[«“„\"][^«»“”„\"\n]{2,60}[»”“\"]"
_SIGN = (
    rf"(?:(?![A-Z]{{2,4}}\$?\s?\d)[{CAPITAL}][\w'’.-]*(?:/A(?!\w))?(?:[«“\"][^«»“”\"\n]{{2,60}}[»”\"])?|"
    r"\d{1,3}[A-Z]\w*)"
)
_GOES_ON = (
    rf"\s(?:{_SMALL}\s){{0,2}}(?:d['’]|l['’]|dell['’])?{_SIGN}|\s?{_QUOTE}|{LEGAL}|\s(?:e\. ?V\.|i\. ?G\.)|"
    r"\s\d{1,4}(?=\s?[(/])|"
    rf"\s\([{CAPITAL}][\w.&' -]{{0,24}}\)(?={LEGAL})"
)
NAME = re.compile(rf"(?:{_SIGN}|{_QUOTE})(?:{_GOES_ON})*")
NAME_WITH_SIGN = re.compile(rf"(?:{_SIGN}|{_QUOTE})(?:{_GOES_ON}|\s&\s{_SIGN})*")
"""A name without any word for "and"; the second takes "Pell & Rowe" for one, the first for two."""
KEEPS_STOP = re.compile(r"(?:\.\w{1,4}|(?<!\w)(?:Ltd|Inc|Co|Ltda|Lda|Cia|Bros|V|G))\.$")
IS_LABEL = re.compile(r"\s?(?::|[€£$]|\d{3}|\d{1,3}[.,\s]\d{3})")
"""Behind a word that a comma or dash sets apart: it is the label of a sum, and no member."""
PLACES = re.compile(rf"(?:,\s[{CAPITAL}][\w'’-]+){{1,2}}(?=\s?[;/\n]|\s(?:and|y|e|et|und|и|та)\s|\s?$)")
"""Town and country of a company."""
