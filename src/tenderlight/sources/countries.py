"""Countries as structured sources write them: two letters, three letters, or a name.

Codes are ISO 3166-1; names are English, Spanish and the country's own official languages (Unicode CLDR 46), and the
parts of the United Kingdom that British publishers write as countries. "EL" and "UK" are the European Union's codes,
"ENG", "SCT", "WLS" and "NIR" those of ISO 3166-2.
"""

from __future__ import annotations

import re
from functools import cache

_TABLE = """
AD AND Andorra
AE ARE United Arab Emirates|Emiratos Árabes Unidos|الإمارات العربية المتحدة
AF AFG Afghanistan|Afganistán|افغانستان
AG ATG Antigua and Barbuda|Antigua & Barbuda|Antigua y Barbuda
AI AIA Anguilla|Anguila
AL ALB Albania|Shqipëri
AM ARM Armenia|Հայաստան
AO AGO Angola
AQ ATA Antarctica|Antártida
AR ARG Argentina
AS ASM American Samoa|Samoa Americana
AT AUT Austria|Österreich
AU AUS Australia
AW ABW Aruba
AX ALA Åland Islands|Islas Aland|Åland
AZ AZE Azerbaijan|Azerbaiyán|Azərbaycan|Азәрбајҹан
BA BIH Bosnia and Herzegovina|Bosnia y Herzegovina|Босна и Херцеговина|Bosna i Hercegovina
BB BRB Barbados
BD BGD Bangladesh|Bangladés|বাংলাদেশ
BE BEL Belgium|Bélgica|België|Belgique|Belgien
BF BFA Burkina Faso
BG BGR Bulgaria|България
BH BHR Bahrain|Baréin|البحرين
BI BDI Burundi|Uburundi
BJ BEN Benin|Benín|Bénin
BL BLM Saint Barthélemy|St. Barthélemy|San Bartolomé|Saint-Barthélemy
BM BMU Bermuda|Bermudas
BN BRN Brunei Darussalam|Brunei|Brunéi|بروني
BO BOL Bolivia (Plurinational State of)|Bolivia
BQ BES Bonaire, Sint Eustatius and Saba|Caribbean Netherlands|Caribe neerlandés|Caribisch Nederland
BR BRA Brazil|Brasil
BS BHS Bahamas
BT BTN Bhutan|Bután|འབྲུག
BV BVT Bouvet Island|Isla Bouvet
BW BWA Botswana|Botsuana
BY BLR Belarus|Bielorrusia|Беларусь
BZ BLZ Belize|Belice
CA CAN Canada|Canadá
CC CCK Cocos (Keeling) Islands|Islas Cocos
CD COD Congo - Kinshasa|República Democrática del Congo|Congo-Kinshasa|Democratic Republic of the Congo
CF CAF Central African Republic|República Centroafricana|Ködörösêse tî Bêafrîka|République centrafricaine
CG COG Congo|Congo - Brazzaville|Congo-Brazzaville
CH CHE Switzerland|Suiza|Schweiz|Schwiiz|Suisse|Svizzera
CI CIV Côte d'Ivoire|Côte d’Ivoire|Ivory Coast
CK COK Cook Islands|Islas Cook
CL CHL Chile
CM CMR Cameroon|Camerún|Cameroun
CN CHN China|中国|PR China|People's Republic of China
CO COL Colombia
CR CRI Costa Rica
CU CUB Cuba
CV CPV Cabo Verde|Cape Verde
CW CUW Curaçao|Curazao|Kòrsou
CX CXR Christmas Island|Isla de Navidad
CY CYP Cyprus|Chipre|Κύπρος|Kıbrıs
CZ CZE Czechia|Chequia|Česko|Czech Republic
DE DDR Germany|Alemania|Deutschland
DJ DJI Djibouti|Yibuti|جيبوتي
DK DNK Denmark|Dinamarca|Danmark
DM DMA Dominica
DO DOM Dominican Republic|República Dominicana
DZ DZA Algeria|Argelia|الجزائر|Algérie
EC ECU Ecuador
EE EST Estonia|Eesti
EG EGY Egypt|Egipto|مصر
EH ESH Western Sahara|Sáhara Occidental|الصحراء الغربية
ER ERI Eritrea|ኤርትራ|إريتريا
ES ESP Spain|España
ET ETH Ethiopia|Etiopía|ኢትዮጵያ
FI FIN Finland|Finlandia|Suomi
FJ FJI Fiji|Fiyi
FK FLK Falkland Islands [Malvinas]|Falkland Islands|Islas Malvinas
FM FSM Micronesia (Federated States of)|Micronesia
FO FRO Faroe Islands|Islas Feroe|Føroyar
FR FRA France|Francia
GA GAB Gabon|Gabón
GB GBR United Kingdom|Reino Unido|England|Scotland|Wales|Northern Ireland|Great Britain|UK
GD GRD Grenada|Granada
GE GEO Georgia|საქართველო
GF GUF French Guiana|Guayana Francesa|Guyane française
GG GGY Guernsey|Guernesey
GH GHA Ghana
GI GIB Gibraltar
GL GRL Greenland|Groenlandia|Kalaallit Nunaat
GM GMB Gambia
GN GIN Guinea|Guinée
GP GLP Guadeloupe|Guadalupe
GQ GNQ Equatorial Guinea|Guinea Ecuatorial|Guinée équatoriale|Guiné Equatorial
GR GRC Greece|Grecia|Ελλάδα|EL
GS SGS South Georgia and the South Sandwich Islands|Islas Georgia del Sur y Sandwich del Sur
GT GTM Guatemala
GU GUM Guam
GW GNB Guinea-Bissau|Guinea-Bisáu|Guiné-Bissau
GY GUY Guyana
HK HKG Hong Kong|Hong Kong SAR China|RAE de Hong Kong (China)|中國香港特別行政區
HM HMD Heard Island and McDonald Islands|Heard & McDonald Islands|Islas Heard y McDonald
HN HND Honduras
HR HRV Croatia|Croacia|Hrvatska
HT HTI Haiti|Haití|Haïti
HU HUN Hungary|Hungría|Magyarország
ID IDN Indonesia
IE IRL Ireland|Irlanda|Éire
IL ISR Israel|ישראל|إسرائيل
IM IMN Isle of Man|Isla de Man|Ellan Vannin
IN IND India|भारत
IO IOT British Indian Ocean Territory|Territorio Británico del Océano Índico
IQ IRQ Iraq|Irak|العراق
IR IRN Iran (Islamic Republic of)|Iran|Irán|ایران
IS ISL Iceland|Islandia|Ísland
IT ITA Italy|Italia
JE JEY Jersey
JM JAM Jamaica
JO JOR Jordan|Jordania|الأردن
JP JPN Japan|Japón|日本
KE KEN Kenya|Kenia
KG KGZ Kyrgyzstan|Kirguistán|Кыргызстан|Киргизия
KH KHM Cambodia|Camboya|កម្ពុជា
KI KIR Kiribati
KM COM Comoros|Comoras|جزر القمر|Comores
KN KNA Saint Kitts and Nevis|St. Kitts & Nevis|San Cristóbal y Nieves
KP PRK Korea (the Democratic People's Republic of)|North Korea|Corea del Norte|북한
KR KOR Korea (the Republic of)|South Korea|Corea del Sur|대한민국|Korea
KW KWT Kuwait|الكويت
KY CYM Cayman Islands|Islas Caimán
KZ KAZ Kazakhstan|Kazajistán|Казахстан|Қазақстан
LA LAO Lao People's Democratic Republic|Laos|ລາວ
LB LBN Lebanon|Líbano|لبنان
LC LCA Saint Lucia|St. Lucia|Santa Lucía
LI LIE Liechtenstein|Liächteschtäi
LK LKA Sri Lanka|ශ්‍රී ලංකාව|இலங்கை
LR LBR Liberia
LS LSO Lesotho|Lesoto
LT LTU Lithuania|Lituania|Lietuva
LU LUX Luxembourg|Luxemburgo|Lëtzebuerg|Luxemburg
LV LVA Latvia|Letonia|Latvija
LY LBY Libya|Libia|ليبيا
MA MAR Morocco|Marruecos|المغرب|Maroc|Meṛṛuk
MC MCO Monaco|Mónaco
MD MDA Moldova (the Republic of)|Moldova|Moldavia|Republica Moldova
ME MNE Montenegro|Crna Gora
MF MAF Saint Martin (French part)|St. Martin|San Martín|Saint-Martin
MG MDG Madagascar|Madagasikara
MH MHL Marshall Islands|Islas Marshall
MK MKD North Macedonia|Macedonia del Norte|Северна Македонија
ML MLI Mali
MM BUR Myanmar|Myanmar (Burma)|Myanmar (Birmania)|မြန်မာ
MN MNG Mongolia|Монгол
MO MAC Macao|Macao SAR China|RAE de Macao (China)|中國澳門特別行政區|Macau, RAE da China|Macau
MP MNP Northern Mariana Islands|Islas Marianas del Norte
MQ MTQ Martinique|Martinica
MR MRT Mauritania|موريتانيا
MS MSR Montserrat
MT MLT Malta
MU MUS Mauritius|Mauricio|Maurice
MV MDV Maldives|Maldivas|ދިވެހި ރާއްޖެ
MW MWI Malawi|Malaui
MX MEX Mexico|México
MY MYS Malaysia|Malasia
MZ MOZ Mozambique|Moçambique
NA NAM Namibia
NC NCL New Caledonia|Nueva Caledonia|Nouvelle-Calédonie
NE NER Niger|Níger
NF NFK Norfolk Island|Isla Norfolk
NG NGA Nigeria|Nàìjíríà
NI NIC Nicaragua
NL NLD Netherlands|Países Bajos|Nederland|Holland
NO NOR Norway|Noruega|Norge|Noreg
NP NPL Nepal|नेपाल
NR NRU Nauru
NU NIU Niue
NZ NZL New Zealand|Nueva Zelanda|Aotearoa
OM OMN Oman|Omán|عُمان
PA PAN Panama|Panamá
PE PER Peru|Perú
PF PYF French Polynesia|Polinesia Francesa|Polynésie française
PG PNG Papua New Guinea|Papúa Nueva Guinea|Papua Niugini
PH PHL Philippines|Filipinas|Pilipinas
PK PAK Pakistan|Pakistán|پاکستان
PL POL Poland|Polonia|Polska
PM SPM Saint Pierre and Miquelon|St. Pierre & Miquelon|San Pedro y Miquelón|Saint-Pierre-et-Miquelon
PN PCN Pitcairn|Pitcairn Islands|Islas Pitcairn
PR PRI Puerto Rico
PS PSE Palestine, State of|Palestinian Territories|Territorios Palestinos|الأراضي الفلسطينية|Palestine
PT PRT Portugal
PW PLW Palau|Palaos
PY PRY Paraguay|Paraguai
QA QAT Qatar|Catar|قطر
RE REU Réunion|Reunión|La Réunion
RO ROU Romania|Rumanía|România
RS SRB Serbia|Srbija|Србија
RU RUS Russian Federation|Russia|Rusia|Россия
RW RWA Rwanda|Ruanda|U Rwanda
SA SAU Saudi Arabia|Arabia Saudí|المملكة العربية السعودية
SB SLB Solomon Islands|Islas Salomón
SC SYC Seychelles
SD SDN Sudan|Sudán|السودان
SE SWE Sweden|Suecia|Sverige
SG SGP Singapore|Singapur|新加坡|Singapura|சிங்கப்பூர்
SH SHN Saint Helena, Ascension and Tristan da Cunha|St. Helena|Santa Elena
SI SVN Slovenia|Eslovenia|Slovenija
SJ SJM Svalbard and Jan Mayen|Svalbard & Jan Mayen|Svalbard y Jan Mayen|Svalbard og Jan Mayen
SK SVK Slovakia|Eslovaquia|Slovensko
SL SLE Sierra Leone|Sierra Leona
SM SMR San Marino
SN SEN Senegal|Senegaal|Sénégal
SO SOM Somalia|Soomaaliya|الصومال
SR SUR Suriname|Surinam
SS SSD South Sudan|Sudán del Sur
ST STP Sao Tome and Principe|São Tomé & Príncipe|Santo Tomé y Príncipe|São Tomé e Príncipe
SV SLV El Salvador
SX SXM Sint Maarten (Dutch part)|Sint Maarten|Sint-Maarten
SY SYR Syrian Arab Republic|Syria|Siria|سوريا
SZ SWZ Eswatini|Esuatini
TC TCA Turks and Caicos Islands|Turks & Caicos Islands|Islas Turcas y Caicos
TD TCD Chad|تشاد|Tchad
TF ATF French Southern Territories|Territorios Australes Franceses
TG TGO Togo
TH THA Thailand|Tailandia|ไทย
TJ TJK Tajikistan|Tayikistán|Тоҷикистон
TK TKL Tokelau
TL TLS Timor-Leste
TM TKM Turkmenistan|Turkmenistán|Türkmenistan
TN TUN Tunisia|Túnez|تونس|Tunisie
TO TON Tonga
TR TUR Turkey|Türkiye|Turquía
TT TTO Trinidad and Tobago|Trinidad & Tobago|Trinidad y Tobago
TV TUV Tuvalu
TW TWN Taiwan (Province of China)|Taiwan|Taiwán|台灣
TZ TZA Tanzania, the United Republic of|Tanzania
UA UKR Ukraine|Ucrania|Україна|Украина
UG UGA Uganda
UM UMI United States Minor Outlying Islands|U.S. Outlying Islands|Islas menores alejadas de EE. UU.
US USA United States of America|United States|Estados Unidos|USA
UY URY Uruguay
UZ UZB Uzbekistan|Uzbekistán|Oʻzbekiston|Ўзбекистон
VA VAT Holy See|Vatican City|Ciudad del Vaticano|Città del Vaticano
VC VCT Saint Vincent and the Grenadines|St. Vincent & Grenadines|San Vicente y las Granadinas
VE VEN Venezuela (Bolivarian Republic of)|Venezuela
VG VGB Virgin Islands (British)|British Virgin Islands|Islas Vírgenes Británicas
VI VIR Virgin Islands (U.S.)|U.S. Virgin Islands|Islas Vírgenes de EE. UU.
VN VNM Viet Nam|Vietnam|Việt Nam
VU VUT Vanuatu
WF WLF Wallis and Futuna|Wallis & Futuna|Wallis y Futuna|Wallis-et-Futuna
WS WSM Samoa
XK XKK Kosovo|Kosovë|Косово
YE YMD Yemen|اليمن
YT MYT Mayotte
ZA ZAF South Africa|Sudáfrica
ZM ZMB Zambia
ZW ZWE Zimbabwe|Zimbabue
"""

_OTHER_CODES = {"EL": "GR", "UK": "GB", "ENG": "GB", "SCT": "GB", "WLS": "GB", "NIR": "GB"}


@cache
def _by_name() -> dict[str, str]:
    codes: dict[str, str] = {}
    for line in _TABLE.strip().splitlines():
        two, three, names = line.split(" ", 2)
        codes[two.casefold()] = two
        codes[three.casefold()] = two
        codes.update((name.casefold(), two) for name in names.split("|"))
    codes.update((code.casefold(), two) for code, two in _OTHER_CODES.items())
    return codes


_NUTS = re.compile(r"[A-Z]{2}[0-9A-Z]{1,3}")
_NUTS_CODES = (
    "AL AT BE BG CH CY CZ DE DK EE EL ES FI FR HR HU IE IS IT LI LT LU LV ME MK MT NL NO PL PT RO RS SE SI SK TR UK"
)
_NUTS_COUNTRIES = frozenset(_NUTS_CODES.split())


def country_of_region(written: str) -> str | None:
    """Return the country of a European region code (NUTS), "UKM82" → "GB", or None if it is not surely one.

    Letters alone may be a place or a state elsewhere ("DELHI", "DE" for Delaware), so a digit is asked for.
    """
    text = written.strip()
    if text in _OTHER_CODES:
        return country_code(text)
    is_region = _NUTS.fullmatch(text) is not None and text[:2] in _NUTS_COUNTRIES
    return country_code(text[:2]) if is_region and any(mark.isdigit() for mark in text) else None


def country_code(written: str) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of a country's code or name, or None if it is not one of these."""
    return _by_name().get(" ".join(written.split()).casefold())
