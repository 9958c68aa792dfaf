"""The country of a document that names none: what its words for offices, firms, taxes and money, taken together, tell.

One word proves little ("ayuntamiento" is said in Spain and in Mexico), several do. Each sign weighs for the countries
that use it; a country is told where its signs weigh enough and clearly more than those of any other. The currency
counts by the words as printed, and cities that everybody knows count for the country they are in.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache

from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.pages.provinces import SHORT_STATES

_SAMPLE = 20_000
_IN_DOLLARS = {
    "en": frozenset({"US", "CA", "AU", "NZ"}),
    "es": frozenset({"AR", "CL", "CO", "MX", "UY", "SV", "EC"}),
}
"""Countries whose own money is written "$", by language."""
_ENOUGH = 2
_LEAD = 1
"""By how much the signs of a country must outweigh those of the next."""
_Sign = tuple[str, dict[str, int]]
_SIGNS: dict[str, tuple[_Sign, ...]] = {
    "fr": (
        (r"€|\beur(?:os?)?\b", {"FR": 2, "BE": 1, "LU": 1}),
        (r"\b(?:ht|ttc)\b|hors taxes?", {"FR": 1}),
        (r"\bf\.?\s?cfa\b|\bfrancs?\s?cfa\b|\bfcfa\b|\bxo?[af]f\b", {"FR": -6, "BE": -6, "LU": -6}),
        (
            (
                r"sans suite pour|motif d['’]intérêt général|\bexe\s?\d{1,2}\b|\b[lr]\.\s?\d{4}-\d|\bsiv(?:u|om)\b|"
                r"commission d['’]appel d['’]offres|police municipale|maître d['’]œuvre"
            ),
            {"FR": 1},
        ),
        (r"\bwilaya\b|\bdaïra\b|\balgérien\w*|\bda\s(?:ttc|ht)\b|\((?:da|dzd)\b|\bbomop\b", {"DZ": 3}),
        (r"\bdhs?\b|\bdirhams?\b|\bmarocain\w*", {"MA": 3}),
        (r"\btuneps\b|\bmillimes\b|\btunisien\w*", {"TN": 3}),
        (r"\bivoirien\w*|\bcojo\b", {"CI": 3}),
        (r"\bcamerounais\w*|\bcipm\b|paix\s?[-–]\s?travail\s?[-–]\s?patrie|\blettre-commande\b", {"CM": 3}),
        (r"\bburkinab[èe]\b|revue des marchés publics|\bhtva\b(?=[\s\S]{0,2000}\bcfa\b)|cfa\shtva", {"BF": 3}),
        (r"\brdc\b|\bcgpmp\b|\bdgcmp\b|\bcdf\b|francs?\scongolais|\bfc\s\d", {"CD": 3}),
        (r"\bmalgaches?\b|\bmalagasy\b|\bariary\b|\bmga\b|(?<!\w)ar\s?\d{1,3}(?:[ .]\d{3})", {"MG": 3}),
        (r"\bsénégalais\w*", {"SN": 3}),
        (r"\bbéninois\w*", {"BJ": 3}),
        (r"\bnigérien\w*", {"NE": 3}),
        (r"\bmalien(?:ne)?s?\b", {"ML": 3}),
        (r"\btogolais\w*", {"TG": 3}),
        (r"\bguinéen\w*|\bgnf\b|francs?\sguinéens", {"GN": 3}),
        (r"\btchadien\w*", {"TD": 3}),
        (r"\bgabonais\w*", {"GA": 3}),
        (r"\bcentrafricain\w*", {"CF": 3}),
        (r"\bdjiboutien\w*|\bfdj\b|\bdjf\b", {"DJ": 3}),
        (r"\bmauritanien\w*|\bmru\b|\bouguiyas?\b", {"MR": 3}),
        (r"\bcomorien\w*|\bkmf\b", {"KM": 3}),
        (r"\bhaïtien\w*|\bgourdes?\b|\bhtg\b", {"HT": 3}),
        (r"\brwandais\w*", {"RW": 3}),
        (r"\bburundais\w*|\bfbu\b|\bbif\b", {"BI": 3}),
        (r"\bmonégasque\w*|principauté de monaco", {"MC": 3}),
        (r"\bchf\b|\bsimap\b|\bcanton(?:al)?e?\b|\bfranc suisse", {"CH": 2}),
        (
            (
                r"\b(?:mairie|préfecture|conseil (?:départemental|régional)|communauté (?:d'agglomération|de communes|"
                r"urbaine)|métropole|centre hospitalier|sdis|syndicat (?:mixte|intercommunal)|appel public à la "
                r"concurrence|"
                r"accord-cadre|mapa|code de la commande publique|bouches-du-rhône|sarl|eurl)\b"
            ),
            {"FR": 1},
        ),
        (r"\b(?:bourgmestre|échevins?|bruxelles|wallon\w*|sprl|srl|asbl|tvac|htva|collège communal)\b", {"BE": 3}),
        (r"\bluxembourg\w*", {"LU": 3}),
        (r"\d\s?\$", {"CA": 2}),
        (
            r"\b(?:mrc|municipalité régionale de comté|ltée|soumission(?:naire|s)?|tps|tvq|octroyé\w*|montréal)\b",
            {"CA": 1},
        ),
    ),
    "de": (
        (r"€|\beuro?\b", {"DE": 2, "AT": 1}),
        (
            (
                r"\b(?:uvgo|vgv|vob|vol/a|gmbh & co|landes\w+|landkreis|bundesamt|bundeswehr|freistaat|vergabekammer|"
                r"stadtwerke|mwst)\b"
            ),
            {"DE": 1},
        ),
        (
            r"\b(?:bverg\w*|österreich\w*|magistrat|bezirkshauptmannschaft|ges\.m\.b\.h|wien\w*|graz|linz|innsbruck)\b",
            {"AT": 3},
        ),
        (r"\b(?:chf|franken|kanton\w*|schweiz\w*|zürich\w*|bern)\b", {"CH": 2}),
        (r"\b(?:uvgo|vgv|vob/[ab]|vol/a|gwb)\b", {"DE": 1}),
        (
            (
                r"\b(?:burgenland|kärnten|niederösterreich|oberösterreich|steiermark|tirol|vorarlberg|jänner|eingelangt|"
                r"gesmbh|exkl\. ust|bbg|ankö)\b"
            ),
            {"AT": 3},
        ),
    ),
    "es": (
        (r"€|\beur(?:os)?\b", {"ES": 3}),
        (
            (
                r"\b(?:ayuntamiento|ajuntament|diputación|cabildo|consejería|mesa de contratación|poder adjudicador|"
                r"formalización|comunidad autónoma|junta de gobierno local)\b"
            ),
            {"ES": 1},
        ),
        (r"\b(?:gobernación|alcald[ií]a|personería|acuerdo marco de precios)\b", {"CO": 1}),
        (r"\bunión temporal\b", {"CO": 2}),
        (r"\bnit\b|\bs\.a\.s\b", {"CO": 1}),
        (r"\bcop\b|\bpesos? m/?l\b|\bbogotá\b|\bcundinamarca\b|\bantioquia\b|\bdistrito (?:de|especial)\b", {"CO": 2}),
        (r"\bc[ií]a\.? ltda\b|\bpresupuesto referencial\b|\bempresa pública (?:municipal )?de\b", {"EC": 1}),
        (r"\bquito\b|\bguayaquil\b|\bcuenca, ecuador\b|\bprefectura de\b", {"EC": 2}),
        (r"\bsecretaría de [^.\n]{3,40} del estado\b|\bconvocante\b|\bm\.n\.", {"MX": 2}),
        (r"\bs\.? ?a\.? de c\.? ?v\b", {"MX": 2, "SV": 1}),
        (r"\balcald[ií]a municipal\b", {"SV": 1}),
        (r"\b(?:ilustre municipalidad|decreto alcaldicio|decreto exento|chilecompra|santiago de chile)\b", {"CL": 3}),
        (r"\b(?:cuit|s\.r\.l|provincia de buenos aires|buenos aires|boletín oficial)\b", {"AR": 1}),
        (r"\bintendencia (?:de|departamental)\b|\bmontevideo\b", {"UY": 3}),
        (r"\bsoles\b|\blima\b|\bbuena pro\b|\be\.i\.r\.l\b", {"PE": 2}),
        (r"\bgobierno regional\b", {"PE": 1, "CL": 1}),
        (r"\bs\.p\.a\b|\bspa\b", {"CL": 1}),
        (r"(?<![\w-])\d{3,8}-\d{1,5}-(?:l[1epqrs]|se|ag|cm|co|tr|b2|e2|h2|i2|d1|cc)\d{2}\b", {"CL": 3}),
        (
            (
                r"\bresoluci[oó]n exenta\b|\bcarabineros\b|\bpropuesta pública\b|"
                r"\bservicio de salud [a-zñ]+ (?:norte|sur)\b"
            ),
            {"CL": 2},
        ),
        (r"\brengl[oó]n(?:es)?\b", {"AR": 1}),
        (r"\bexpte\b", {"AR": 2}),
        (
            (
                r"\blicitación privada\b|\bconcurso de precios\b|"
                r"\b(?:adjudíc|desestím|apruéb|autoríz|regístr)[ae]n?se\b"
            ),
            {"AR": 1},
        ),
        (r"\bpesos(?:\s[a-záéíóúñ]{2,16}){1,14}\s\(\$", {"AR": 1}),
        (r"\bprovincia de\b", {"AR": 1}),
        (r"\bselecci[oó]n abreviada\b|\b(?:sasi|samc|samc-sip|cdp)\b|\be\.s\.p\b", {"CO": 2}),
        (r"\b(?:iva del? 19\s?%|iva \(?19\s?%)", {"CL": 1, "CO": 1}),
        (r"\bcomprasal\b|\buaci\b|\blacap\b|\bsan salvador\b|\bsalvadoreñ[oa]s?\b", {"SV": 4}),
        (r"\bquetzales\b|\bq\.?\s?\d", {"GT": 2}),
        (r"\blempiras\b", {"HN": 3}),
        (r"\bbalboas\b|\bb/\.", {"PA": 3}),
        (r"\bbolivianos\b|\bbs\.?\s?\d", {"BO": 2}),
        (r"\bcolones\b|₡", {"CR": 3}),
        (r"\bcórdobas\b", {"NI": 2}),
    ),
    "pt": (
        (r"r\$|\breais\b", {"BR": 3}),
        (r"\b(?:pregão|prefeitura|homolog\w+|licita\w+|edital|ltda|secretaria (?:de estado|municipal))\b", {"BR": 1}),
        (r"€|\beuros?\b", {"PT": 3}),
        (r"\b(?:ajuste direto|lda|adjudicatário|município d[eoa]|despacho)\b", {"PT": 1}),
        (r"\bmetica(?:l|is)\b|\bmzn\b|\d\s?mt\b|\bmaputo\b", {"MZ": 3}),
        (r"\bkwanzas?\b|\baoa\b|\bluanda\b|\bkz\s?\d", {"AO": 3}),
        (r"\bescudos cabo|\bcabo verde\b|\bcve\b", {"CV": 3}),
    ),
    "en": (
        (r"£|\bgbp\b|\bpounds sterling\b", {"GB": 3}),
        (
            (
                r"\b(?:borough council|district council|combined authority|nhs|fire and rescue|chief constable|hmp|"
                r"city council|find a tender|contracting authority|framework agreement|lot \d+:|unitary)\b"
            ),
            {"GB": 1},
        ),
        (r"\bcounty council\b", {"GB": 1, "IE": 1}),
        (r"€|\beuros?\b", {"IE": 1, "MT": 1}),
        (r"\b(?:garda|dublin|cork|galway|an bord|údarás)\b", {"IE": 2}),
        (r"(?<![a-z])\$\s?\d|\busd\b", {"US": 1}),
        (
            (
                r"\b(?:county|sheriff|commissioners?(?: court)?|board of supervisors|school district|city manager|"
                r"awardee|"
                r"state of|department of corrections|solicitation|sole source|federal|resolution no|purchase order|"
                r"police department|city council|rfp|transportation authority|transit)\b"
            ),
            {"US": 1},
        ),
        (r"\bfor convenience\b|\bfirm[- ]fixed[- ]price\b|\bcontracting officer\b|\bset-aside\b", {"US": 2}),
        (r"\ba\$\s?\d|\bshire of\b|\bpty\.? ltd\b|\bnsw\b|\bbrisbane\b|\bsydney\b|\bmelbourne\b|\bgst\b", {"AU": 1}),
        (r"\ba\$\s?\d|\bnsw\b|\bbrisbane\b|\bsydney\b|\bmelbourne\b|\bperth, wa\b", {"AU": 1}),
        (r"\bnz\$|\bnzd\b|\bauckland\b|\bwellington, n|\bkāinga|\bte [a-zā]+ o\b|\bgets ref\b", {"NZ": 3}),
        (r"(?<![a-z])r\s?\d{1,3}(?:[ ,.]\d{3})+", {"ZA": 2}),
        (r"\(pty\)|\bpreferential procurement\b|\bsouth african\b|\bscm\b|\bgauteng\b|\bkwazulu", {"ZA": 2}),
        (r"\brm\s?\d|\bringgit\b|\bsdn\.? bhd\b", {"MY": 2}),
        (r"\bs\$\s?\d|\bsgd\b|\bpte\.? ltd\b", {"SG": 2}),
        (r"\bhk\$|\bhkd\b", {"HK": 3}),
        (
            (
                r"\brs\b|\d/-|\bm/s\b|\bl1\b|\bpvt\b|\btender committee\b|\bgem\b|\bnit no\b|\bcollectorate\b|"
                r"\bsuperintend\w+|\bmunicipal corporation\b|\bnagar\b|\btaluk\b|\bemd\b|\binr\b"
            ),
            {"IN": 1},
        ),
        (r"\bkarachi\b|\blahore\b|\bislamabad\b|\bpkr\b|\bppra\b|\bpunjab police\b", {"PK": 3}),
        (r"(?<![a-z])n\s?\d{1,3}(?:,\d{3}){2,}|\bfederal executive council\b|\bnaira\b|\babuja\b|\blagos\b", {"NG": 2}),
        (r"\bcounty government of\b|\bnairobi\b|\bmombasa\b|\bkes\b", {"KE": 2}),
        (r"\bn\$\s?\d|\bwindhoek\b", {"NA": 2}),
        (r"\bj\$\s?\d|\bjmd\b|\bjamaica\b", {"JM": 3}),
        (r"\bc\$\s?\d|\bcad\b|\bhst\b|\bcity of toronto\b|\bregional district\b|\bottawa\b", {"CA": 2}),
    ),
    "ru": (
        (r"руб(?:л|\.|\b)|₽", {"RU": 2}),
        (
            (
                r"\b(?:(?:муниципальн|областн|краев)\w+|кра[йяею]|гбуз?|мку|мбу|фку|гку|фгуп|гуп|мвд|уфсин|"
                r"росгварди\w+|"
                r"единая информационная система|еис|инн|нмцк?|оао|пао)\b"
            ),
            {"RU": 1},
        ),
        (r"\b(?:росси\w+|рф|московск\w+|москв\w+|санкт-петербург\w*)\b", {"RU": 2}),
        (r"тенге|\bбин\b|казахстан|акимат|\bтоо\b|\bалматы\b|\bастан\w+", {"KZ": 3}),
        (r"беларус|облисполком|райисполком|\bбел\. руб|\bминск\w*|\bунп\b", {"BY": 3}),
        (r"\bсом(?:ов|а)?\b|кыргыз|\bбишкек\w*", {"KG": 3}),
        (r"\bташкент\w*|\bсум(?:ов)?\b(?= |,)", {"UZ": 1}),
    ),
    "ar": (
        (r"أمانة منطقة|الریاض|جدة|الدمام|مکة", {"SA": 2}),
        (r"عمان|الأمانة العامة لعمان|دائرة العطاءات", {"JO": 2}),
        (r"القاهرة|الإسکندریة|الجیزة|محافظة [^\n]{2,20} - مصر", {"EG": 2}),
        (r"بغداد|البصرة|أربیل|دینار عراقی", {"IQ": 3}),
        (r"الدار البیضاء|الرباط|درهم مغربی|جماعة", {"MA": 2}),
        (r"دبی|أبوظبی|الشارقة", {"AE": 2}),
        (r"المنامة", {"BH": 2}),
        (r"ریال عمانی|مسقط", {"OM": 3}),
        (r"ریال قطری|الدوحة", {"QA": 3}),
        (r"لیرة لبنانیة|بیروت", {"LB": 3}),
        (r"تونس", {"TN": 2}),
        (r"دینار جزائری|الجزائر|ولایة", {"DZ": 2}),
    ),
}
"""Signs by language, folded, and what each weighs for which country."""
_CITIES = {
    "AO": "luanda",
    "BF": "ouagadougou|bobo-dioulasso",
    "BJ": "cotonou|porto-novo",
    "BR": "brasília|são paulo|rio de janeiro|curitiba|porto alegre|recife|fortaleza|salvador, ba|belo horizonte|manaus",
    "CD": "kinshasa|lubumbashi|goma",
    "CG": "brazzaville|pointe-noire",
    "CI": "abidjan|yamoussoukro|bouaké",
    "CL": "valparaíso|antofagasta|temuco|concepción, chile",
    "CM": "yaoundé|douala",
    "CO": "bogotá|medellín|barranquilla|bucaramanga|cartagena de indias",
    "DJ": "djibouti",
    "DZ": "alger|oran, algérie|constantine",
    "EC": "quito|guayaquil",
    "ET": "addis ababa",
    "GA": "libreville",
    "GH": "accra|kumasi",
    "GN": "conakry",
    "HT": "port-au-prince",
    "IN": (
        "new delhi|mumbai|kolkata|chennai|bengaluru|bangalore|hyderabad|kochi|pune|lucknow|jaipur|ahmedabad|bhopal|"
        "thiruvananthapuram|coimbatore|chandigarh|nagpur|patna"
    ),
    "KE": "nairobi|mombasa|kisumu",
    "MA": "casablanca|rabat|marrakech|tanger|agadir",
    "MG": "antananarivo",
    "ML": "bamako",
    "MR": "nouakchott",
    "MX": "ciudad de méxico|guadalajara, jal|monterrey, n",
    "MZ": "maputo|beira, mo|nampula",
    "NE": "niamey",
    "NG": "abuja|lagos|kano|port harcourt|ibadan",
    "PE": "arequipa|trujillo, per|lima",
    "PH": "quezon city|manila|cebu city|davao city|makati",
    "PK": "islamabad|karachi|lahore|peshawar|rawalpindi",
    "PT": "lisboa|coimbra|braga|setúbal",
    "RW": "kigali",
    "SN": "dakar|thiès|saint-louis du sénégal",
    "TD": "n'djamena|n’djamena",
    "TG": "lomé",
    "TN": "sfax|sousse",
    "TZ": "dar es salaam|dodoma",
    "UG": "kampala|entebbe",
    "ZM": "lusaka|ndola",
    "ZW": "harare|bulawayo",
}
"""Cities whose names stand for one country in whatever language."""
_CITY_WEIGHT = 2
_US_STATE = re.compile(rf",\s(?:{SHORT_STATES['US']})\b(?=[ ,.;)\n]|$)")
"""Two letters of a state behind a place: as written, for "or" and "in" are words."""
_AMERICAN_DAY = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}, \d{4}"
)


@lru_cache(maxsize=16)
def _signs_of(language: str) -> tuple[tuple[re.Pattern[str], dict[str, int]], ...]:
    cities = tuple((rf"(?<![\w-])(?:{names})(?![\w-])", {code: _CITY_WEIGHT}) for code, names in _CITIES.items())
    return tuple((re.compile(pattern), weights) for pattern, weights in (*_SIGNS.get(language, ()), *cities))


def country_by_habit(sheets: Sequence[Sheet], language: str) -> tuple[str, Piece] | None:
    """Return the country that the signs of a document weigh for, and where the first of its weightiest stands.

    None where they weigh too little, or for two countries alike.
    """
    weights: Counter[str] = Counter()
    places: defaultdict[str, list[tuple[int, Piece]]] = defaultdict(list)
    for sheet in sheets[:3]:
        flat = sheet.flat[:_SAMPLE]
        signs = [(found, of) for pattern, of in _signs_of(language) if (found := pattern.search(flat))]
        if language == "en":
            signs += [(found, {"US": 2}) for found in [_US_STATE.search(sheet.page.text[:_SAMPLE])] if found]
            signs += [(found, {"US": 1}) for found in [_AMERICAN_DAY.search(flat)] if found]
        for found, of in signs:
            for code, weight in of.items():
                weights[code] += weight
                places[code].append((-weight, Piece(sheet=sheet, start=found.start(), end=found.end())))
    ranked = [*weights.most_common(2), ("", 0)]
    if ranked[0][1] < _ENOUGH or ranked[0][1] < ranked[1][1] + _LEAD:
        return None
    code = ranked[0][0]
    return code, min(places[code], key=lambda one: one[0])[1]


def country_of_dollars(sheets: Sequence[Sheet], language: str) -> str | None:
    """Return the country of a paper with amounts in "$", where its habits tell one whose money is written so."""
    if language not in _IN_DOLLARS or not any("$" in sheet.flat[:_SAMPLE] for sheet in sheets):
        return None
    told = country_by_habit(sheets, language)
    return told[0] if told is not None and told[0] in _IN_DOLLARS[language] else None
