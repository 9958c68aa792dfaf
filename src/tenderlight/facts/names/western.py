"""Names of organisations in languages written with spaces: where they end, and how several in one field are joined.

A name of a company carries its legal form (Ltd, GmbH & Co. KG, S.A. de C.V., ООО «…»). Where a field must prove that it
holds a name at all, only such names count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenderlight.facts.names.addresses import ADDRESS_BEHIND, SEATED
from tenderlight.facts.names.eastern_places import end_before_place
from tenderlight.facts.names.legal_forms import FORMS, QUOTED_COMPANY

_WITH_FORM = re.compile(rf"(?<![\w.])(?:{FORMS})(?:\.(?!\s+[^\W\d_a-zà-ÿ]|\w))?(?![\w])(?!-[a-z]|(?<=\bAS)-)")
_REST_OF_CODE = re.compile(r"-[A-Za-z]{0,3}\d")
"""Behind letters that look like a legal form and begin the code of a model: SL-963."""
_PLAIN_FORM = re.compile(r"(?<![\w.])[A-ZА-Я]{2,4}\.$")
"""A form that is no abbreviation, before a full stop: the stop ends a sentence."""
_SIZE_BEHIND = re.compile(r"\s[-–]\s(?:ME|EPP|MEI|EIRELI)(?!\w)")
"""The size of a Brazilian firm behind a dash: a part of its name."""
_DOTTED = re.compile(r"(?<=\.)[A-Z]$|(?<=[A-Z]\. )[A-Z]$")
"""An abbreviation with stops inside: the stop behind it is its own, and need not end the sentence."""
_EASTERN_KINDS = (
    r"(?:ооо|осоо|сооо|одо|чуп|чп|оао|зао|пао|нао|ао|тоо|чтуп|чтпуп|чпуп|чутп|учп|уп|руп|куп|купп|иооо|кгп|гкп|ргп|ргу|кгу|осоо|тов|тзов|прат|пат|пп|кп|дп|гуп|муп|фгуп|ип|фоп|мку|"
    r"мбу|мау|гку|гбу|гау|фку|"
    r"фгбу|фгку|фгаоу|фгбоу|гбоу|гбпоу|мбоу|маоу|мбдоу|гбуз|гауз|гкуз|обуз|кгбу|кнп|гу|"
    r"(?:обществ|товариществ)(?:о|а|у|ом) с (?:ограниченной|дополнительной) ответственностью|"
    r"(?:(?:публичн|закрыт|открыт)[а-я]{2,3} )?акционерн[а-я]{2,3} обществ(?:о|а|у|ом)|"
    r"индивидуальн[а-я]{2,3} предпринимател(?:ь|я|ю|ем)|товариств(?:о|а|у|ом) з обмеженою відповідальністю|"
    r"приватн(?:е|ого|ому|им) (?:акціонерн(?:е|ого|ому|им) )?(?:підприємств|товариств)(?:о|а|у|ом)|"
    r"фізичн(?:а|ої|ій|ою) ос(?:оба|оби|обі|обою)[-–\s]+підприєм(?:ець|ця|цю|цем)|"
    r"[а-яёіїєґ]+(?:ое|не) (?:[а-яёіїєґ]+(?:ое|не) )?"
    r"(?:предприятие|учреждение|підприємство|установа))"
)
_ANY_BLANK = r"\s+"
_NESTED = r"«[^«»\n]{2,60}«[^«»\n]{2,60}»{1,2}|«[^«»\n]{2,110}»"
"""A name with another inside it: «Завод "Радиосигнал"», «НПО «Спектр»."""
EASTERN_COMPANY = re.compile(
    rf"(?<!\w)(?:{_ANY_BLANK.join(_EASTERN_KINDS.split())}\s*(?:{_NESTED}|[«“„\"][^«»“”„\"\n]{{2,90}}(?:[»”“\"]+))"
    r"|(?:физическое лицо|фізичн(?:а|ої|ою) ос(?:оба|оби|обою))[-–\s]+(?:предприниматель|підприєм(?:ець|ця|цем))"
    r"(?:\s+[а-яёіїєґ'’-]+){3}"
    r"|индивидуальн[а-я]{2,3}\s+предпринимател(?:ь|я|ю|ем)\s+[а-яё-]+\s+(?:[а-яё]\.\s?[а-яё]\.|[а-яё-]+\s+[а-яё-]+)"
    r"|«[^«»\n]{2,60}»,\s?(?:ооо|пао|зао|оао|ао)(?!\w)"
    r"|(?:ип|фоп)\s+[а-яёіїєґ'’-]+\s+[а-яёіїєґ]\.\s?(?:[а-яёіїєґ](?:\.|(?!\w)))?"
    r"|(?:ип|фоп)\s+[а-яёіїєґ'’-]+\s+[а-яёіїєґ'’-]+(?:\s+[а-яёіїєґ'’-]+)?)",
    re.IGNORECASE,
)
_LEADING_FORM = re.compile(
    r"(?<![\w'’])(?:SARL|S\.A\.R\.L\.|EURL|SASU?|SCOP|SNC|SELARL|Ets|ETS|Éts|Sté|STE|UAB|SIA|PT|CV|"
    r"UD)\s(?=[A-ZÀ-ÞĀ-Ž0-9])"
)
"""A legal form before the name, as in French, Baltic and Indonesian names: SARL X, UAB X, PT X."""
_MOST_WORDS_BEHIND = 7
_EXTENDED = "".join(chr(sign) for sign in range(0x100, 0x180) if chr(sign).isupper())
CAPITAL = f"A-ZÀ-ÖØ-Þ{_EXTENDED}А-ЯЁІЇЄҐ"
_WORD = rf"(?:[{CAPITAL}0-9](?:[\w'’&/-]|\+(?=[{CAPITAL}]))*(?:\.(?=\w)[\w'’&/-]+)*\.?)"
_BETWEEN = (
    r"(?:of|and|the|for|in|at|on|de|del|della|dello|delle|dei|di|do|da|das|dos|du|des|d'|l'|la|las|los|le|les|el|y|e|"
    r"et|&|"
    r"und|von|van|der|die|das|für|für die|i|z|w|na|o|à|aux|au|en|para|pour|per|и|та|по|с|з)"
)
_PART = (
    r"(?i:lead|leader|member|partner|mandataire|cotraitant|l[íi]der|miembro|membro|joint|jv|winner|awarded|adjudicad)"
)
"""Words in brackets that say what a company is in its bid, and are no part of its name."""
LEGAL = rf"(?:,?\s+|,)(?:{FORMS})\.?(?![\w])(?!-[A-Z]{{2}})"
CAPITALISED = (
    rf"{_WORD}(?:{LEGAL}|\s+(?:{_BETWEEN}\s+){{0,3}}(?:[dl]['’])?{_WORD}|\s*[«“„\"][^«»“”„\"\n]{{2,60}}[»”“\"]|"
    rf"\s+\([{CAPITAL}]{{2,6}}\)|"
    rf"\s+\((?!{_PART}\b)[{CAPITAL}][\w.&' -]{{0,24}}\)(?=(?:\s+{_WORD}){{0,4}}?,?\s+(?:{FORMS})(?!\w)))*"
)
"""A run of words in capitals with the small words between them, and the legal form behind a comma."""
_JOINED = re.compile(
    r"(?:(?<=\))\s*,\s+|\s+(?:and|y|e|et|und|и|та|i|&(?!\s*co\b)|"
    r"\+)\s+)(?=[A-ZÀ-ÞА-ЯЁІЇЄҐ«“\"])",
    re.IGNORECASE,
)
_COMMA = re.compile(r",\s+(?=[A-ZÀ-ÞА-ЯЁІЇЄҐ«“\"])")
_GROUP = re.compile(
    r"^\s*(?:the\s+)?(?:joint venture|consortium|jv|consorcio(?! de )|cons[óo]rcio(?! de )|groupement|"
    r"bietergemeinschaft|arge|rti|"
    r"raggruppamento temporaneo(?: di imprese)?|konsorcjum(?: firm)?|консорциум|об'єднання)"
    r"(?:\s+(?:of|between|solidaire|conjoint|avec|with|formado por|conformado por|integrado por|aus|tra|"
    r"composto (?:da|por)|"
    r"firm))*\s*:?\s+",
    re.IGNORECASE,
)
_NAMED_SO = frozenset({"conso", "consó"})
"""Where a consortium has a name of its own, that word is a part of it."""
NAMED_GROUP = re.compile(
    r"\s*(?P<name>(?:consortium|joint venture|consorcio|cons[óo]rcio|uni[oó]n temporal|ute|groupement|консорциум|"
    r"консорціум)\s+"
    r"[^,;()\n]{3,70}?)\s*,?\s+\(?(?:formad[oa] por|conformad[oa] por|integrad[oa] por|compuest[oa] por|"
    r"(?:formad[oa]|compost[oa]|integrad[oa]|constitu[ií]d[oa]) pel[oa]s?|"
    r"compost[oa] por|"
    r"constitu[ií]d[oa] por|comprising|comprised of|composed of|consisting of|made up of|composé d[eu]|constitué "
    r"d[eu]|"
    r"réunissant|в составе|у складі)\s*:?\s+(?:las empresas\s|as empresas\s|les sociétés\s)?",
    re.IGNORECASE,
)
"""A group with a name of its own, and the words behind which its members follow."""
_PLACE_BEHIND = re.compile(
    r"(?:\s*[,(–—-]\s*|\s+\()(?P<place>[^,()–—]{2,40})\)?\s*$",
)
_PLACE_AND_STATE = re.compile(
    rf",\s(?!(?i:[^,]*\b(?:board|office|department|division|directorate|bureau|authority|unit|branch|region)\b))"
    rf"[{CAPITAL}][\w'’.-]*(?:\s[{CAPITAL}][\w'’.-]*){{0,2}},\s(?P<state>[^,]{{3,30}})$"
)
"""Where an office is, down to its state: "Sheriff's Office, Ridge County, Ohio"."""
_OF_STATE = re.compile(r"(?i:the\s)?(?i:city|town|village|borough|township) (?i:of) [^,]{2,40}, [^,]{3,30}")
"""A town with its state, as contracts name it: that is how it is called in full."""
_STATE = re.compile(r"\s*[/,–-]\s*[A-Z]{2}$")
_CYRILLIC = re.compile("[А-Яа-яІіЇїЄє]")
_PLACE_AFTER_FORM = re.compile(
    rf"(?<=\s)(?:{FORMS})\.?(?P<rest>(?:,\s+(?=[{CAPITAL}])|\s+of\s+(?=[{CAPITAL}\d]))[^\n]{{2,60}})$"
)
"""A legal form, and a place behind it that is no part of the name (X Ltd, Leeds)."""
_NUMBER_BEHIND = re.compile(
    r"(?:[,;(]\s*|\s+)(?:инн|кпп|огрн|єдрпоу|код єдрпоу|nit|ruc|rut|rfc|cif|nif|nipc|cnpj|cpf|siret|siren|rccm|bin|"
    r"бин|cuit|p\.?\s?iva|"
    r"c\.f|pessoa cole[c]?tiva|persona jur[ií]dica|vat|company n|reg\. n|inscrit|nip|regon|uei|duns|cage)\b.*$|"
    r"(?:[,;(]\s*|\s+)(?:acn|abn|arbn|nzbn|neq|ice|ifu|ninea|niu|nui|rnc|rtn|trn|tin|pan|gstin|brn|crn|uen|bce|kbo|ide|"
    r"tva|r\.u\.[tc]|r\.f\.c|n\.i\.[tf]|c\.u\.i\.t|c\.i\.f|r\.i\.f|rif|c\.n\.p\.j)\b\.?"
    r"\s?(?:no?\.?|n[°º]\.?)?\s?[:.]?\s?(?:[A-Z]{1,3}[\s-]?)?\d[\d\s./-]{4,}.*$",
    re.IGNORECASE | re.DOTALL,
)
_GOES_ON = re.compile(r",\s(?:or|as|being|which|whose|who|a\s(?:company|firm|body))\s[a-z]")
"""A clause behind the name of a company: "X Ltd, or such other as the Authority approves"."""
_CLAUSE_LETTER = re.compile(r"(?<=[.;,])\s{1,3}[a-z]\)?\s{0,3}$")
"""The letter of the next clause behind a name: "X, S.A. d) Importe …"."""
_DAY_BEHIND = re.compile(r"[.,;]\s{1,3}\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\.?\s*$")
"""The day of the paper behind the last name of a clause: "… по Республике Мордовия. 30.11.2021"."""
_DAY_IN_WORDS = re.compile(
    r"\s(?:on|dated|le|em|am|vom|от|від)\s\d{1,2}(?:st|nd|rd|th|er|\.|º)?\s(?:de\s)?[^\W\d_]{3,12}\.?,?\s(?:de\s)?"
    r"(?:19|20)\d\d\s*$"
)
"""The day on which somebody did something, behind their name: "X Service on 2 March 2023"."""
_OTHER_PARTY = re.compile(
    r"(?i:,?\s(?:и|та|й|and|y|e|et|und)\s(?:(?:the|el|la|le|o|a|der|die)\s)?(?:исполнител|подрядчик|поставщик|продавец|"
    r"заказчик|покупател|виконавец|постачальник|підрядник|замовник|contractor|supplier|provider|seller|buyer|client|"
    r"contratist|contratad|proveedor|fornecedor|contratante|titulaire|prestataire|fournisseur|acheteur|"
    r"auftrag)\w{0,9}\s*)$"
)
"""The word for the other party, whose name stands behind it."""
_ACTS = re.compile(r"\s(?:RESUELVE|DISPONE|DECRETA|ACUERDA|RESOLVE|DECIDE|DÉCIDE|ARRÊTE|DETERMINA)\s{0,2}:?$")
"""The verb of a decree in capitals behind the name of who decrees."""
_DOTTED_FORM = re.compile(r"(?<![\w.])(?:[A-Z]\. ?){1,4}[A-Z]$")
"""A form written with a stop behind each letter: the stop behind the last is its own (S.A.U.)."""
_SHORTENED_TWICE = re.compile(r"\s(?:Pte|Pvt|Pty|Co|C[ií]a|S)\.,?\s(?:Ltd|Ltda|Lim|Co|Inc)$", re.IGNORECASE)
"""Two words shortened: where the first keeps its stop, the stop behind the second is its own."""
_QUOTES = {'"': '"', "“": "”", "«": "»", "„": "“", "‘": "’"}
_OPENING = {'"': '"', "”": "“„", "»": "«"}
_BEHIND_QUOTED = re.compile(r"\s?[,.;:(]|\s[a-zà-ÿа-яёіїєґ]")
"""What follows a name that stands between quotation marks, and is no part of it."""
_MONEY_NEXT = re.compile(r"(?:[A-Z]{1,3}\s?)?[$€£¥]\s?\d|[A-Z]{3}\s\d|[–—•-]\s")
"""A sum or a sign that sets apart: a full stop before it ends no sentence."""
_ALWAYS_SHORTENED = re.compile(r"\s(?:Ltda|Lda|Inc|INC|inc|Corp|CORP|Kft|Zrt|Nyrt|Bt|Coop)$")
_SHORTENED = re.compile(r"\s(?:inc|ltd|co|corp|ltda|lda|cía|bros|bhd)$", re.IGNORECASE)
_ROLE_BEFORE = re.compile(
    r"^\s*(?:(?:\d[\d./-]{8,20}\d)\s*[–—-]\s*|\d{3,8}\s[–—-]\s+(?=[«“\"A-ZÀ-ÞА-ЯЁІЇЄҐ])|"
    r"(?:bidder|tenderer|supplier|vendor|contractor|awardee|proveedor|fornecedor|fournisseur)\s{2,}(?=[A-ZÀ-Þ])|"
    r"/\s[^:;.,/\n«»\"]{2,40}:\s+(?=[A-ZÀ-ÞА-ЯЁІЇЄҐ«])|\d{10,14}\s+(?=[«“\"A-ZÀ-ÞА-ЯЁІЇЄҐ])|"
    r"(?:m/s|messrs)\.?\s+|(?:board of (?:commissioners|directors|trustees|"
    r"supervisors) of(?: the)?|board of the|"
    r"(?:(?:полное|сокращ[её]нное|фирменное|краткое|повне|скорочене)\s)?(?:наименование|найменування|назва)"
    r"(?:\s(?:организации|юридического лица|заказчика|поставщика|покупателя|исполнителя|подрядчика|участника|"
    r"організації|замовника|постачальника|переможця)){0,2}(?:\s\(ф\.\s?и\.\s?о\.?[^()]{0,30}\))?|"
    r"уполномоченн(?:ый орган|"
    r"ое учреждение)|организатор(?: закупки)?|коллективный участник|замовник|заказчик|the|la empresa|"
    r"a empresa|"
    r"la société|l'entreprise|die firma|firma|"
    r"(?:die |der |an die )?(?:fa\.|bieterin|bieter)|la ditta|la firma|el proponente)\s*(?:[–—:-]\s*|"
    r"\s+(?=[«“\"A-ZÀ-ÞА-ЯЁ])))",
    re.IGNORECASE,
)


def has_company(text: str) -> bool:
    """Say whether a text holds the name of a company, by its legal form."""
    return next(iter(companies(text)), None) is not None


_FIGURE_AND = re.compile(r"\d[\d.,]*\s(?:and|y|e|et|und|и|та)\s(?=[^\W\d_])")
"""The end of a sum and what joins to it the clause that begins with a name: "41,200 and B Ltd"."""


def companies(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of the names with a legal form in a text."""
    for match in EASTERN_COMPANY.finditer(text):
        yield match.span()
    quoted = [match.span() for match in QUOTED_COMPANY.finditer(text)]
    yield from quoted
    for match in re.finditer(CAPITALISED, text):
        if any(start <= match.start() < end for start, end in quoted):
            continue
        form = [found for found in _WITH_FORM.finditer(match[0]) if found.start() > 0]
        if form and form[-1].end() == len(match[0]) and _REST_OF_CODE.match(text, match.end()):
            form.pop()
        if form:
            end = match.start() + form[-1].end()
            end += _DOTTED.search(text, match.start(), end) is not None and text[end : end + 1] == "."
            size = _SIZE_BEHIND.match(text, end)
            figure = _FIGURE_AND.match(match[0])
            start = match.start() + (figure.end() if figure is not None else 0)
            yield start, size.end() if size else end - bool(_PLAIN_FORM.search(text, match.start(), end))
        elif _LEADING_FORM.match(match[0]) and len(match[0].split()) <= _MOST_WORDS_BEHIND:
            yield match.span()


def joined_parts(text: str) -> list[tuple[int, int]]:
    """Return the spans of names that a field joins by "and" (y, e, et …), if each of them shows that it is one.

    "Joint venture of A Ltd (lead partner) and B GmbH (partner)" holds two. A single name gives one span.
    """
    named = NAMED_GROUP.match(text)
    if named is not None:
        members = [(named.end() + left, named.end() + right) for left, right in joined_parts(text[named.end() :])]
        return [named.span("name"), *members]
    group = _GROUP.match(text)
    start = group.end() if group else 0
    if group is not None and _is_called_so(text, start):
        return [(0, len(text))]
    stops = sorted({*(match.span() for match in _JOINED.finditer(text, start)), *_commas(text, start)})
    spans: list[tuple[int, int]] = []
    position = start
    for before, after in [*stops, (len(text), len(text))]:
        spans.append((position, before))
        position = after
    if len(spans) == 1 and group and text[:5].lower() in _NAMED_SO and not has_company(text[start:]):
        return [(0, len(text))]
    if len(spans) > 1 and not all(
        has_company(text[left:right]) or (group and "(" in text[left:right]) for left, right in spans
    ):
        return [(start, len(text))]
    return spans


def _commas(text: str, start: int) -> list[tuple[int, int]]:
    """Return the commas between two companies, each with its legal form: "A SAS, B SARL et C SA"."""
    ends = {span[1] for span in companies(text)} | {span[1] + 1 for span in companies(text)}
    commas = [match.span() for match in _COMMA.finditer(text, start) if match.start() in ends]
    return [span for span in commas if has_company(text[span[1] :])]


def _is_called_so(text: str, start: int) -> bool:
    """Say whether the word for a group belongs to its name: neither a company nor a second name follows it."""
    rest = text[start:]
    words = rest.split()
    return (
        0 < len(words) <= 6
        and not re.search(r"[,/:;(]", rest)
        and not _JOINED.search(rest)
        and not has_company(rest)
        and words[0][0].isupper()
    )


def role_before(text: str) -> int:
    """Return how long the words are by which a name's part is said before it ("Заказчик – …", "la empresa …")."""
    role = _ROLE_BEFORE.match(text)
    return role.end() if role else 0


def keeps_full_stop(text: str, end: int, is_alone: bool = False) -> bool:
    """Say whether the full stop at `end` ends an abbreviation (Ltda. para …), and not the sentence.

    Args:
        text: The page.
        end: Where the name ends without it.
        is_alone: The name stands beside a label on a line of its own.
    """
    after = text[end + 1 : end + 3]
    if _DOTTED_FORM.search(text, max(0, end - 8), end):
        return text[end : end + 1] == "."
    if _ALWAYS_SHORTENED.search(text, max(0, end - 8), end) or _SHORTENED_TWICE.search(text, max(0, end - 12), end):
        return text[end : end + 1] == "."
    if is_alone and after.lstrip(" ")[:1] in ("", "\n", "\t", "|") and _SHORTENED.search(text, max(0, end - 8), end):
        return text[end : end + 1] == "."
    return text[end : end + 1] == "." and (
        after[:1] in tuple(",;)")
        or (after[:1] == " " and (after[1:].islower() or after[1:] == "("))
        or (
            after[:1] == " "
            and _SHORTENED.search(text, max(0, end - 8), end) is not None
            and _MONEY_NEXT.match(text, end + 2) is not None
        )
    )


def without_surroundings(text: str, countries: re.Pattern[str]) -> tuple[int, int]:
    """Return where a name begins and ends without words of its part, register numbers and the place behind it.

    Args:
        text: As printed.
        countries: Names of countries, folded: one behind the name is no part of it.
    """
    start = role_before(text)
    number = _NUMBER_BEHIND.search(text, start)
    end = number.start() if number and number.start() > start + 2 else len(text)
    acts = _ACTS.search(text, start, end)
    end = acts.start() if acts else end
    more = _GOES_ON.search(text, start, end)
    end = more.start() if more is not None and _WITH_FORM.search(text, start, more.start()) else end
    letter = _CLAUSE_LETTER.search(text, start, end)
    end = letter.start() if letter else end
    for behind in (SEATED, ADDRESS_BEHIND, _DAY_BEHIND, _DAY_IN_WORDS, _OTHER_PARTY):
        rest = behind.search(text, start + 2, end)
        end = rest.start() if rest else end
    end = start + len(text[start:end].rstrip(" ,;(–—-"))
    end = end_before_place(text, start, end) if _CYRILLIC.search(text, start, end) else end
    both = _PLACE_AND_STATE.search(text, start, end)
    if both and countries.fullmatch(both["state"].casefold()) and not _WITH_FORM.search(text, start, end):
        end = both.start()
    place = _PLACE_BEHIND.search(text, start, end)
    if place and countries.fullmatch(place["place"].strip().casefold()):
        end = end if _OF_STATE.fullmatch(text, start, end) else place.start()
    after = _PLACE_AFTER_FORM.search(text, start, end)
    if (
        after
        and not _WITH_FORM.search(re.sub(r",\s[A-Z]{2}$", "", after["rest"]))
        and len(text[start : after.start()].split()) > 0
    ):
        end = after.start("rest")
    state = _STATE.search(text, start, end)
    if state and not _WITH_FORM.search(text[state.start() : end]):
        end = state.start()
    end = start + len(text[start:end].rstrip(" ,;–—-*"))
    start, end = _unquoted(text, start, end)
    return start, end - (text[start:end].endswith(")") and "(" not in text[start:end])


def _unquoted(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where a name stands without quotation marks around all of it, or one that has no partner in it.

    ООО «Дозор» and "Дозор" ООО keep theirs: they stand around a part of the name.
    """
    start += len(text[start:end]) - len(text[start:end].lstrip(" *"))
    closing = _QUOTES.get(text[start : start + 1])
    if closing is not None:
        at = text.find(closing, start + 1, end)
        at = text.find("”", start + 1, end) if at < 0 and text[start] == "„" else at
        rest = text[at + 1 : end].strip(" .,;:–—-") if at > 0 else ""
        if at < 0 or not rest or _BEHIND_QUOTED.match(text, at + 1, end):
            return start + 1, start + 1 + len(text[start + 1 : at if at > 0 else end].rstrip(" ,;"))
    alone = next((at for at in range(start, end) if text[at] in _OPENING and not _is_closing(text, start, at)), None)
    if alone is not None and alone > start and (alone == end - 1 or _BEHIND_QUOTED.match(text, alone + 1, end)):
        return start, alone
    return start, end


def _is_closing(text: str, start: int, at: int) -> bool:
    """Say whether a mark that may close a quotation has one that opens it before, or opens one itself."""
    opening = _OPENING[text[at]]
    if opening == text[at]:
        return text.count(opening, start, at) % 2 == 1 or not text[at - 1 : at].strip(" (")
    return sum(text.count(sign, start, at) for sign in opening) > text.count(text[at], start, at)


def fields_of(text: str, flat: str) -> list[str]:
    """Take a field apart at semicolons, strokes and line ends; a line end inside the name of one company is none."""
    parts: list[str] = []
    for part in re.split(r"(\s*;\s*|\s+/\s+|\s*\n\s*)", flat):
        before = "".join(parts[-2:]) if len(parts) > 1 and "\n" in parts[-1] else ""
        at = sum(map(len, parts)) - len(before)
        if (
            before
            and part
            and not has_company(text[at : at + len(parts[-2])])
            and has_company(text[at : at + len(before + part)])
        ):
            parts[-2:] = [before + part]
        else:
            parts.append(part)
    return parts
