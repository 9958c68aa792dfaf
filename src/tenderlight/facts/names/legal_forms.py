"""Legal forms of companies in languages written with spaces, and names that stand with theirs in quotation marks."""

from __future__ import annotations

import re

FORMS = (
    r"(?i:gmbh ?& ?co\.? ?(?:kgaa|kg|ohg)|(?:pte|pvt|pty|co)\.?,? (?:ltd|limited)|\(private\) (?:ltd|limited)|"
    r"cía\.? ltda|cia\.? ltda|"
    r"s\. ?de ?r\. ?l\.?(?: ?de ?c\. ?v| ?mi)?|"
    r"s\.a\.b\.(?: de c\.v)?|"
    r"s\.a\.a|s\. en c|c\. por a|(?:s\.a\.s|s\.a)\.? e\.s\.p|s\.a\.u|\(pty\) ltd|ltd|limited|"
    r"s\.a\.p\.i\.(?: de (?:c\.v|"
    r"r\.l\.? de c\.v))?|"
    r"sdn\.? ?bhd|bhd|fz-?llc|fzco|fze|w\.l\.l|s\.a\.e|s\.a\.l|scrl|suarl|sarlu|sarl au|llc|llp|"
    r"l\.l\.c|inc|"
    r"incorporated|corporation|limitada|sociedad an[oó]nima|sociedade anónima|plc|p\.l\.c|pty|pvt|pte|gmbh|"
    r"s\.a\.s\.?u?|"
    r"s\.a\.r\.l|"
    r"s\.a\.c|s\.l\.l|s\.l\.p|s\.c\.a r\.l|s\.c\.p\.a|s\.?r\.?l\.? unipersonale|"
    r"soc(?:ietà|\.) coop(?:erativa|\.)(?: sociale| a r\.l)?|"
    r"sociét[eé] anonyme|s\.a|s/a|s\.l\.u|s\.l|"
    r"s\.r\.l\.s|srls|s\.c\.a\.r\.l|scarl|s\.c\.r\.l|s\.r\.l|srl|sarl|s\.p\.a|spa|s\.n\.c|"
    r"s\.e\.n\.c|ltée|enr|b\.v|n\.v|d\.o\.o|s\.r\.o|sp\. ?z ?o\. ?o|"
    r"sp\. ?[kj]|s\.k\.a|spółka (?:z ograniczoną odpowiedzialnością|akcyjna|jawna|komandytowa|cywilna)|"
    r"e\.u|ges\.?m\.?b\.?h|"
    r"kft|zrt|nyrt|"
    r"s\.c\.c\.l|s\. ?coop|s\.c\.a|s\.c\.s|s\.c\.p|s\.a\.t|c\.b|e\.k|e\.v|e\.p\.e|a\.ş|"
    r"ltd\. şti|a\.s|k\.s|v\.o\.s|"
    r"d\.d|a\.d|o\.o\.d|e\.o\.o\.d|b\.s\.c|k\.s\.c|q\.s\.c|p\.j\.s\.c|s\.a\.o\.g|s\.a\.o\.c|"
    r"sprl|bvba|asbl|ehf|pjsc|ojsc|cjsc|tbk|"
    r"s\.? ?à ?r\.? ?l|"
    r"(?:eireli|ltda\.?)[-–](?:me|epp)|eireli|ltda|lda|unipessoal|e\.i\.r\.l|de r\.?l\.?(?: de c\.?v)?|de c\.?v|"
    r"c\.a|eurl|sasu)|"
    r"S\. A\. S|S\. A\. U|S\. A|S\. L|PLLC|SU|PC|P\.C|LP|DAC|CLG|CIC|PBC|CC|SAL|SCCL|SCA|S\.C|E\.I|SCOP|SCIC|"
    r"SPC|EIRL|KGaA|GbR|mbH|gGmbH|"
    r"Corp|Co|SA|SAS|SAC|SAA|SAU|SL|SLU|SLL|SLP|SGPS|CRL|MEI|SELARL|SCS|Sagl|SAGL|ONLUS|"
    r"S\.H|S\.E\.C|SNC|BV|NV|AG|KG|SE|UG|OHG|Oyj?|OY|AB|A/S|AS|ASA|ApS|APS|ME|EPP|CA|"
    r"GIE|UAB|SIA|OÜ|EI|"
    r"ОсОО|СООО|ОДО|ЧУП|ООО|ОАО|ЗАО|ПАО|АО|ТОО|ТОВ|ТзОВ|ПрАТ|ПП"
)
QUOTED_COMPANY = re.compile(
    rf"[„“«\"](?=[^\W_a-zà-ÿа-яё])[^„“”«»\"\n]{{1,60}}[”“»\"]\s?(?:{FORMS}|MCHJ|MChJ|АЖ|МЧЖ|AJ|XK)(?![\w]|\s?[«„“\"])"
    r"|(?<![\w.])(?:(?:P\.?P?\.?|F\.?|Z\.?P?\.?)H\.?U\.?|P\.?U\.?|F\.?U\.?)\s"
    r"(?![^\n,;|:]{0,60}?\s(?:Sp\.|S\.\s?[AK]|[Ss]półka|[Ss]pół\.))(?:[„“\"][^„“”\"\n]{2,40}[”“\"]\s)?"
    r"[A-ZĄĆĘŁŃÓŚŹŻ][\w-]+(?:\s[A-ZĄĆĘŁŃÓŚŹŻ][\w-]+){1,3}"
    r"|(?<![\w.])(?:S\.R\.L\.|SRL|S\.A\.|Î\.[ISM]\.|I\.P\.|MCHJ|MChJ|AJ|LLC|SIA|UAB)\s?[„“«\"][^„“”«»\"\n]{2,60}[”“»\"]"
)
"""A name between quotation marks, and the form behind or before it: „DROGBUD” Sp. z o.o., S.R.L. «Bugeac Soft»; and the
firms of Polish traders, that begin with what they do: P.H.U. „Sokół” Jan Wrona."""
