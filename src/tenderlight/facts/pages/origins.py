"""Where a document comes from, as far as that decides how it is to be read: country, dates, decimal marks.

What a document shows counts before what is usual: a date that can be read in one way only, an amount with both marks.
What neither shows nor follows from a country stays open, and values that depend on it are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tenderlight.facts.pages.country_names import NAMES
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.iberian_signs import COMMON_FORM, IBERIAN_SIGNS
from tenderlight.facts.pages.provinces import STATE_OF, countries_of_towns

_SAMPLE = 20_000
_HEAD = 160
_SAID = re.compile(
    r"(?:^|[\n.|;]\s{0,12})(?:country(?: of (?:the )?(?:buyer|purchaser|procuring entity|project|origin of buyer))?|"
    r"borrower(?:/recipient)?|recipient country|beneficiary country|borrower country|duty station|"
    r"place of (?:delivery|performance))\s{0,20}[:|]\s{0,20}(?P<country>[^\n|;]{3,60})"
)
"""What a form of a bank says of where the project is: "Country: Republic of Malawi"."""
_NAME = {code: re.compile(rf"(?<![\w-])(?:{names})(?![\w-])") for code, names in NAMES.items()}
COUNTRY = re.compile("|".join(f"(?:{names})" for names in NAMES.values()))
"""Any country, folded."""
_SIGNS = {
    "BR": r"\bcnpj\b|r\$",
    "AR": (
        r"\bcuit\b|pesos? argentinos?|\bcompr\.ar\b|\bprovincia de (?:misiones|mendoza|buenos aires|santa fe|"
        r"entre ríos|salta|jujuy|tucumán|chubut|neuquén|río negro|san juan|san luis|la pampa|formosa|catamarca|"
        r"santiago del estero|tierra del fuego)\b"
    ),
    "MX": r"\bs\.?\s?a\.? de c\.?\s?v\b|\bm\.\s?n\.|moneda nacional|\brfc\b|mxn|pesos? mexicanos?|\bcompranet\b",
    "CO": r"m/cte|\be\.\s?s\.\s?[ep]\b|pesos? colombianos?|\bsecop\b|\bcolombia compra",
    "CA": r"\bproactive disclosure\b|\bdisclosure of contracts over\b|\bhst\b|\balberta purchasing\b|\bbc bid\b|"
    r"\bseao\b|\bqu[eé]bec\b|\bmerx\b|\bcanadabuys\b|\bbuyandsell\.gc\.ca\b|\bcad\b|"
    r"\badvance contract award notice\b|\bacan\b",
    "CL": r"\brut:?\s(?!\d{12})\d|\br\.u\.t\.?:?\s(?!\d{12})\d|\bmercado p[uú]blico\b|\butm\b|pesos? chilenos?",
    "PE": r"(?<![\w/])s/\.?\s?\d|\bseace\b|\bosce\b|nuevos soles",
    "EC": r"\bsercop\b|\bgad municipal\b|autónomo descentralizado",
    "CH": r"\bchf\b|\bsimap\b",
    "EG": r"جنیه مصری|\begp\b",
    "UY": r"\buyu\b|\br\.?u\.?t\.?:?\s\d{12}(?!\d)|\$u\b|pesos uruguayos",
    "PT": r"\bnipc\b|contos? de r[eé]is",
    "FR": (
        r"code (?:général des collectivités|de la commande publique)|\bbons? de commande\b.*€|\bsiret\b|"
        r"\bsiren\b|€\s*(?:ht|ttc)\b|\bboamp\b"
    ),
    "IT": r"\bcig[:\s]{1,3}[0-9a-z]{10}\b|partita iva|p\.\s?iva",
    "PL": r"\bregon\b|\bnip\b|\bzł\b|\bpln\b",
    "AE": r"إماراتی|\baed\b",
    "AU": r"(?<!\()\bpty\.? ltd\b|\bshire council\b|\bacn\b|\babn\b|\baud\b|\bnsw\b|\bqtenders\b|"
    r"\baustender\b|\bbuying for victoria\b|\btenders wa\b",
    "BD": r"\bbdt\b|\btaka\b",
    "DO": r"rd\$",
    "ET": r"\bbirr\b|\betb\s?\d|\d\s?etb\b",
    "GH": r"gh[¢₵]|\bghs\b|\bcedis\b",
    "IQ": r"دینار عراقی|\biqd\b",
    "DZ": r"دینار جزائری|\bdzd\b|(?<!\w)دج(?!\w)|دنانیر جزائریة",
    "IR": r"شناسه ملی",
    "JO": r"دینار أردنی",
    "KE": r"\bkshs?\b|\bkes\b|kenya shillings",
    "KG": r"\bкыргыз|\bkgs\b",
    "KW": r"دینار کویتی",
    "MA": r"درهم مغربی|\bmad\b",
    "NG": r"₦|\bnaira\b|\bngn\b",
    "PH": (
        r"₱|\bphp\b|philgeps|\bbarangay\b|\bapproved budget for the contract\b|\bpesos only\b|"
        r"\bbids and awards committee\b|\bfund cluster\b|\bbac (?:chair(?:person|man)|secretariat|resolution)\b|"
        r"\bsupplemental/bid bulletin\b|\biar no\b|inspection and acceptance report|\bbrgy\b|\bsangguniang?\b"
    ),
    "PY": r"guaran[ií]es|₲",
    "SA": r"ریال سعودی",
    "TN": r"dinars? tunisiens?|دینار تونسی|\btnd\b",
    "TZ": r"\btshs?\b|\btzs\b",
    "UG": r"\bugx\b|\bush[s.]|uganda shillings",
    "UZ": r"\bsoʻm\b|\bso'm\b|\buzs\b|\bстир\b",
    "ZA": r"\bzar\b|\bb-bbee\b|\bbbbee\b",
    "ZM": r"\bzmw\b|\bkwacha\b",
    "UA": r"єдрпоу|prozorro|\bua-20\d\d-\d\d-\d\d-\d{6}|грн|₴",
    "KZ": r"\bбин\b|тенге|₸",
    "RU": r"№\s*0\d{18}\b|(?<!белорусского )(?<!белорусских )(?<!белорусский )(?<!бел\. )\bруб(?:л|\.)|"
    r"44-фз|223-фз|\bкпп\b|\bнмцк\b|\bокпд|₽",
    "BY": r"белорусск\w+ руб|\bунп\b|\bbyn\b|бел\. руб",
    "US": (
        r"\bidiq\b|order for supplies or services|\bu\.s\.c\.|\bnaics\b|sam\.gov|\bfar (?:part )?\d|\bduns\b|"
        r"\bcage code\b|\bpiid\b|\bsources sought\b|combined synopsis|unique entity id"
    ),
    "GB": (
        r"companies house|find a tender|contracts finder|£|\bgbp\b|\(uk\)|\bpolice and crime commissioner\b|"
        r"\bpublic contracts scotland\b|\bsell2wales\b|\betendersni\b"
    ),
    "IN": r"\bgstin\b|₹|\bgem/20\d\d/|\bgemc-\d",
    "HK": r"hk\$|\bhkd\b|hong kong special administrative region",
    "LK": r"\blkr\b|sri lanka(?:n)? rupees",
    "NP": r"\bnpr\b|\bnrs\b|nepalese rupees|\bv\.?d\.?c\.? office",
    "PK": (
        r"\bpkr\b|\bpak(?:istan)? rupees|\bppra website\b|\bm/s [^\n]{3,60}\((?:private|pvt\.?)\) (?:limited|"
        r"ltd)\b.{0,300}?\bpunjab\b|\bppra rules?\b|\bsppra\b|\bkppra\b|\(private\) limited\b.{0,400}\brs\."
    ),
    "SG": r"\bgebiz\b|\bsgd\b",
    "MY": r"\bsdn\.? bhd\b|ringgit",
}
_PEOPLE = {
    "CA": re.compile(r"\bcanadian\b"),
    "AU": re.compile(r"\baustralian\b"),
    "NZ": re.compile(r"\baotearoa\b|\bnzbn\b|\bgets (?:id|ref(?:erence)?)\b"),
    "IE": re.compile(r"\birish\b|\betenders\.gov\.ie\b"),
    "MT": re.compile(r"\bmaltese\b"),
    "CY": re.compile(r"\bcypriot\b"),
}
"""Words for a people, which tell the country where nothing else does."""
_WITH_RUPEES = frozenset({"IN", "PK", "LK", "NP", "MU", "MV", "BD"})
_WEAK_SIGNS = {"IN": re.compile(r"\blakh|\bcrore|\brs\.")}
"""Signs that neighbours share: they tell a country where nothing else tells another."""
_SIGN = {code: re.compile(pattern) for code, pattern in _SIGNS.items()}
_SHARED_SIGNS = {"US": re.compile(r"\b(?:e|c|m|p)[sd]t\b"), "GB": re.compile(r"\bconstabulary\b")}
"""Hours and offices that neighbours or former colonies call alike: they count where no other sign does."""
_IBERIAN = {code: re.compile(pattern) for code, pattern in IBERIAN_SIGNS.items()}
_ASKED = re.compile(
    r"(?:^|(?<=[\t|;])|(?<=\s\s))[ ]?(?:pays|land|staat|paese|stato|kraj|państwo|country|país|الدولة|"
    r"البلد)\s?:\s?(?P<name>[^\n;|:,]{3,40})",
    re.MULTILINE,
)
"""A form asks for the country: that of the buyer stands first."""
CODES = "ie|gb|uk|cy|nz|za|ke|ug|tz|zm|zw|gh|ng|bd|lk|ph|pk|sg|jm"
"""Letters (ISO 3166-1) of countries that end an address and are no state of North America; folded."""
_CODED = re.compile(rf",\s(?P<code>{CODES})\.?\s{{0,3}}$")
_ENGLISH = frozenset({"US", "GB", "IN", "LK", "NP", "PK", "SG", "MY"})
"""Countries whose signs (est, far …) are words of other languages."""
_IN_EUROS = {"es": "ES", "pt": "PT"}
_EUROS = re.compile(r"€|\beur\b|\beuros\b")
_BY_LANGUAGE = {"uk": "UA", "pl": "PL", "it": "IT", "fa": "IR"}
"""Languages in which one country buys, as good as alone."""
_DAY_LAST_COUNTRIES = frozenset({"US"})
_DAY_FIRST_COUNTRIES = frozenset(
    {
        "GB",
        "IE",
        "IN",
        "AU",
        "UA",
        "ZA",
        "LK",
        "BD",
        "NP",
        "SG",
        "ZW",
        "MW",
        "BW",
        "SL",
        "GM",
        "NA",
        "NZ",
        "KE",
        "NG",
        "GH",
        "UG",
        "TZ",
        "ZM",
        "PK",
        "MT",
        "RW",
        "ET",
        "EG",
    }
)
_DAY_FORM = re.compile(r"(?<!\w)(?:(?P<first>d)d?\s?[/.-]\s?mm?|mm?\s?[/.-]\s?dd?)\s?[/.-]\s?yy(?:yy)?(?!\w)")
"""How a paper says that it writes its days: "05/04/2022 (dd/mm/yyyy)"."""
_NUMERIC_DATE = re.compile(r"(?<![\d./-])(\d\d?)([/-])(\d\d?)\2(?:19|20)\d\d(?!\d)")
_DOLLARS = {
    "CO": "COP",
    "MX": "MXN",
    "CL": "CLP",
    "AR": "ARS",
    "US": "USD",
    "CA": "CAD",
    "AU": "AUD",
    "NZ": "NZD",
    "EC": "USD",
    "SV": "USD",
    "UY": "UYU",
    "TW": "TWD",
    "HK": "HKD",
    "MO": "MOP",
    "NA": "NAD",
    "LR": "LRD",
    "ZW": "USD",
    "TT": "TTD",
    "JM": "JMD",
    "GY": "GYD",
    "BB": "BBD",
    "BS": "BSD",
    "BZ": "BZD",
    "FJ": "FJD",
    "SB": "SBD",
    "SG": "SGD",
    "BN": "BND",
    "SR": "SRD",
    **dict.fromkeys(("AG", "DM", "GD", "KN", "LC", "VC"), "XCD"),
}


def country_of_notice(entries: Iterable[Entry], language: str, texts: Sequence[str]) -> str | None:
    """Return the country a document is of, or None if its words do not tell.

    In order: a country named beside the buyer or in its address, words and registers that only one country has, the
    only country named at all, the language.

    Args:
        entries: Places where the buyer and its address stand.
        language: ISO 639-1.
        texts: Flat texts of the pages.
    """
    said = (_named(entry.value.flat) or _coded(entry.value.flat, language) for entry in entries)
    beside = next((named[0] for named in said if len(named) == 1), None)
    return beside or (_of_english_paper(texts) if language == "en" else _of_paper(language, texts))


def _of_english_paper(texts: Sequence[str]) -> str | None:
    """Return the country of an English paper: what its form says, its words and registers, its heading, its states."""
    whole = "\n".join(text[:_SAMPLE] for text in texts[:3])
    said = _SAID.search(whole)
    named = _named(whole)
    signs = [code for code, pattern in _SIGN.items() if pattern.search(whole)]
    signs = signs or [code for code, pattern in _SHARED_SIGNS.items() if pattern.search(whole)]
    ways = ([_named(said["country"])] if said else []) + [signs, named, _named("\n".join(texts[:1])[:_HEAD])]
    told = next((found[0] for found in ways if len(found) == 1), None)
    states = [code for code, pattern in STATE_OF.items() if pattern.search(whole)]
    if told == "US" and states == ["CA"] and not said and not named:
        return "CA"  # the hours of both countries are called the same
    if told is not None or named or signs:
        return told
    if states:
        return states[0] if len(states) == 1 else None
    people = [code for code, pattern in _PEOPLE.items() if pattern.search(whole)]
    if len(people) == 1:
        return people[0]
    weak = [code for code, pattern in _WEAK_SIGNS.items() if pattern.search(whole)]
    if weak:
        near = [code for code in countries_of_towns(whole) if code in _WITH_RUPEES]
        return near[0] if len(near) == 1 else weak[0]
    # no other country that pays in dollars writes the month first
    return "US" if "$" in whole and is_day_first("en", None, texts) is False else None


def _of_paper(language: str, texts: Sequence[str]) -> str | None:
    """Return the country of a paper in another language: its words and registers, the only one named, the language."""
    whole = "\n".join(text[:_SAMPLE] for text in texts[:3])
    signs = [code for code, pattern in _SIGN.items() if code not in _ENGLISH and pattern.search(whole)]
    signs = _with_iberian(signs, whole) if language in _IN_EUROS else signs
    named = _named(whole)
    asked = _ASKED.search(whole)
    for found in (_named(asked["name"]) if asked is not None else [], signs, named):
        if len(found) == 1:
            return found[0]
    states = [code for code, pattern in STATE_OF.items() if pattern.search(whole)] if language == "fr" else []
    if len(states) == 1 and not named and not signs:
        return states[0]
    if language in _IN_EUROS and _EUROS.search(whole):
        return _IN_EUROS[language]
    return _BY_LANGUAGE.get(language)


def _with_iberian(signs: list[str], whole: str) -> list[str]:
    """Return the countries that the signs of a Spanish or Portuguese document stand for."""
    found = {*signs, *(code for code, pattern in _IBERIAN.items() if pattern.search(whole))}
    return sorted(found - {"MX"} if found & COMMON_FORM else found)


def where_told(country: str, flat: str) -> tuple[int, int] | None:
    """Return where a flat text has the name of a country, a sign of it or one of its states, or None."""
    patterns = (table[country] for table in (_NAME, _SIGN, _SHARED_SIGNS, STATE_OF, _IBERIAN) if country in table)
    found = next((match for pattern in patterns if (match := pattern.search(flat))), None)
    return found.span() if found else None


def _named(flat: str) -> list[str]:
    if not COUNTRY.search(flat):
        return []
    return [code for code, pattern in _NAME.items() if pattern.search(flat)]


def _coded(flat: str, language: str) -> list[str]:
    """Return the country whose letters an address in English ends with: "Bridge Street, Glenarrow, IE"."""
    coded = _CODED.search(flat) if language == "en" else None
    return [{"UK": "GB"}.get(coded["code"].upper(), coded["code"].upper())] if coded is not None else []


def is_day_first(language: str, country: str | None, texts: Sequence[str]) -> bool | None:
    """Say whether 05/04/2023 is the fifth of April; None = it may be either."""
    if language != "en":
        return language != "zh" or None
    told = next((told for text in texts if (told := _DAY_FORM.search(text))), None)
    if told is not None:
        return told["first"] == "d"
    found = [(int(first), int(second)) for text in texts for first, _mark, second in _NUMERIC_DATE.findall(text)]
    day_first = any(first > 12 for first, _second in found)
    month_first = any(second > 12 for _first, second in found)
    if day_first != month_first:
        return day_first
    if country in _DAY_LAST_COUNTRIES:
        return False
    return True if country in _DAY_FIRST_COUNTRIES else None


def dollar_of(country: str | None) -> str | None:
    """Return the currency that a plain "$" is in a country; None = it is not known."""
    return _DOLLARS.get(country or "")
