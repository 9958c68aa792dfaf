"""States and towns that tell a country in English papers, as patterns over folded text by ISO 3166-1 alpha-2.

Sources: ISO 3166-2 for states and provinces; capitals and the largest towns of each country. Names that two countries
share (Punjab, Western Province, Delta) stand where a word beside them settles it, or not at all.
"""

from __future__ import annotations

import re

STATES = {
    "AU": "queensland|new south wales|tasmania|western australia|south australia|northern territory",
    "BD": "(?:dhaka|chattogram|chittagong|khulna|rajshahi|barishal|barisal|sylhet|rangpur|mymensingh) division",
    "BW": "(?:south-east|north-west|kgatleng|kweneng|ghanzi|kgalagadi|chobe) district",
    "CA": "qu[eé]bec|ontario|alberta|british columbia|manitoba|nova scotia|saskatchewan|new brunswick",
    "GB": "scotland|(?<!new south )wales|northern ireland",
    "GH": (
        "greater accra(?: region)?|(?:ashanti|volta|oti|bono(?: east)?|ahafo|savannah|brong[- ]ahafo|"
        "upper (?:east|west)|"
        "north east) region"
    ),
    "IN": (
        "madhya pradesh|kerala|karnataka|maharashtra|uttar pradesh|gujarat|tamil nadu|rajasthan|bihar|haryana|"
        "telangana|andhra pradesh|odisha|orissa|west bengal|assam|jharkhand|chhattisgarh|uttarakhand|"
        "himachal pradesh|arunachal pradesh|goa|manipur|meghalaya|mizoram|nagaland|sikkim|tripura|"
        "jammu (?:and|&) kashmir|ladakh|puducherry|andaman (?:and|&) nicobar(?: islands)?"
    ),
    "KE": "rift valley|nyanza",
    "LK": "(?:north western|north central|uva|sabaragamuwa) province",
    "MY": (
        "johor(?: darul ta'?zim)?|kedah|kelantan|melaka|negeri sembilan|pahang|perak|perlis|pulau pinang|penang|sabah|"
        "sarawak|selangor|terengganu"
    ),
    "NA": "(?:oshikoto|oshana|ohangwena|omusati|erongo|hardap|khomas|kunene|otjozondjupa|omaheke|zambezi|karas) region",
    "NG": (
        "(?:abia|adamawa|akwa ibom|anambra|bauchi|bayelsa|benue|borno|cross river|delta|ebonyi|edo|ekiti|enugu|"
        "gombe|imo|"
        "jigawa|kaduna|kano|katsina|kebbi|kogi|kwara|lagos|nasarawa|niger|ogun|ondo|osun|oyo|plateau|rivers|"
        "sokoto|taraba|"
        "yobe|zamfara) state"
    ),
    "NP": "(?:koshi|madhesh|bagmati|gandaki|lumbini|karnali|sudurpashchim|sudurpaschim) province",
    "PH": (
        "zamboanga (?:del (?:sur|norte)|sibugay)|misamis (?:oriental|occidental)|agusan del (?:sur|norte)|surigao del "
        "(?:sur|norte)|lanao del (?:sur|norte)|davao (?:del (?:sur|norte)|oriental|occidental|de oro)|"
        "ilocos (?:sur|norte)|"
        "camarines (?:sur|norte)|negros (?:oriental|occidental)|metro manila|national capital region|"
        "nueva (?:ecija|vizcaya)|"
        "(?:northern|eastern|western) samar|southern leyte|mountain province|cotabato|south cotabato|sultan kudarat|"
        "maguindanao(?: del (?:sur|norte))?|bukidnon|camiguin|cebu|bohol|iloilo|capiz|aklan|antique|guimaras|palawan|"
        "(?:oriental|occidental) mindoro|marinduque|romblon|masbate|sorsogon|albay|catanduanes|cavite|laguna|batangas|"
        "bulacan|pampanga|tarlac|zambales|bataan|pangasinan|benguet|ifugao|kalinga|apayao|abra|cagayan|isabela|quirino|"
        "batanes|basilan|tawi-tawi|sarangani|siquijor|biliran|calabarzon|mimaropa|soccsksargen|caraga"
    ),
    "PK": (
        "sindh|khyber[- ]pakhtunkhwa|balochistan|gilgit-baltistan|azad (?:jammu (?:and|&) )?kashmir|"
        "islamabad capital territory"
    ),
    "RW": "(?:kigali city|(?:eastern|western|southern|northern) province, rwanda)",
    "TZ": (
        "(?:arusha|dodoma|geita|iringa|kagera|katavi|kigoma|kilimanjaro|lindi|manyara|mara|mbeya|morogoro|"
        "mtwara|mwanza|"
        "njombe|pwani|rukwa|ruvuma|shinyanga|simiyu|singida|songwe|tabora|tanga|dar es salaam) region"
    ),
    "US": (
        "alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|hawaii|idaho|illinois|"
        "indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|"
        "montana|nebraska|nevada|new hampshire|new jersey|new mexico|north carolina|north dakota|ohio|oklahoma|"
        "oregon|pennsylvania|texas|rhode island|south carolina|south dakota|tennessee|utah|vermont|virginia|"
        "wisconsin|wyoming"
    ),
    "ZA": "eastern cape|western cape|northern cape|gauteng|kwazulu-natal|limpopo|mpumalanga|free state",
    "ZM": "(?:copperbelt|luapula|muchinga|lusaka|north-western) province",
    "ZW": "mashonaland (?:central|east|west)|matabeleland (?:north|south)|manicaland|masvingo",
}
"""Names that no other country has, folded."""
SHARED = (
    "punjab|north west|western province|eastern province|northern province|southern province|central province|"
    "central region|western region|eastern region|northern region|southern region|north west province"
)
"""Names that several countries have: a province of whatever country the paper is of."""
TOWNS = {
    "AE": "abu dhabi|dubai|sharjah",
    "AG": "st\\.? john's",
    "BB": "bridgetown",
    "BD": (
        "dhaka|chattogram|chittagong|khulna|rajshahi|barishal|sylhet|rangpur|mymensingh|narayanganj|gazipur|"
        "cumilla|bogura"
    ),
    "BH": "manama",
    "BN": "bandar seri begawan",
    "BS": "nassau",
    "BT": "thimphu",
    "BW": "gaborone|francistown|maun",
    "BZ": "belmopan|belize city",
    "DM": "roseau",
    "ET": "addis ababa|hawassa|mekelle",
    "FJ": "suva|nadi|lautoka|labasa",
    "FM": "palikir|kolonia",
    "GD": "st\\.? george's",
    "GH": "accra|kumasi|tamale|takoradi|sekondi|cape coast|koforidua|sunyani|tema|bolgatanga",
    "GM": "banjul|serekunda|brikama",
    "IN": (
        "new delhi|mumbai|kolkata|chennai|bengaluru|bangalore|kochi|pune|lucknow|jaipur|ahmedabad|bhopal|indore|"
        "thiruvananthapuram|coimbatore|chandigarh|nagpur|patna|ranchi|raipur|bhubaneswar|guwahati|dehradun|shimla|"
        "gandhinagar|surat|vadodara|visakhapatnam|vijayawada|madurai|mysuru|mangaluru|agartala|imphal|shillong|aizawl|"
        "kohima|itanagar|gangtok|panaji|srinagar|jammu|kozhikode|ludhiana|amritsar|kanpur|varanasi|prayagraj|jodhpur|"
        "udaipur|gwalior|jabalpur|nashik|navi mumbai|noida|gurugram|faridabad"
    ),
    "JM": "kingston, jamaica|montego bay|spanish town",
    "KE": "nairobi|mombasa|kisumu|nakuru|eldoret|nyeri|machakos|thika|garissa|malindi|kakamega",
    "KN": "basseterre",
    "LC": "castries",
    "LK": (
        "colombo|kandy|galle|jaffna|trincomalee|badulla|kurunegala|anuradhapura|batticaloa|matara|ratnapura|"
        "negombo|battaramulla"
    ),
    "LR": "monrovia",
    "LS": "maseru",
    "MU": "port louis",
    "MV": "malé",
    "MW": "lilongwe|blantyre|zomba|mzuzu",
    "MY": "kuala lumpur|putrajaya|johor bahru|george town|shah alam|kota kinabalu|kuching|ipoh|petaling jaya",
    "NA": "windhoek|walvis bay|swakopmund|oshakati",
    "NG": (
        "abuja|ikeja|ibadan|port harcourt|enugu|kaduna|calabar|benin city|jos|maiduguri|sokoto|ilorin|abeokuta|akure|"
        "owerri|uyo|asaba|yenagoa|lokoja|minna|makurdi"
    ),
    "NP": "kathmandu|pokhara|lalitpur|biratnagar|birgunj|bhaktapur|butwal|dhangadhi|surkhet|nepalgunj",
    "OM": "muscat",
    "PG": "port moresby|mt\\.? hagen|madang, png",
    "PH": (
        "quezon city|manila|cebu city|davao city|makati(?: city)?|pasig(?: city)?|taguig(?: city)?|pasay(?: city)?|"
        "baguio(?: city)?|iloilo city|zamboanga city|cagayan de oro(?: city)?|bacolod(?: city)?|"
        "general santos(?: city)?|"
        "butuan(?: city)?|tacloban(?: city)?|naga city|legazpi city"
    ),
    "PK": (
        "islamabad|karachi|lahore|peshawar|rawalpindi|quetta|multan|faisalabad|gilgit|muzaffarabad|sialkot|sukkur|"
        "gujranwala|abbottabad|bahawalpur"
    ),
    "QA": "doha",
    "RW": "kigali|musanze|huye|rubavu",
    "SB": "honiara",
    "SC": "victoria, mah[eé]",
    "SL": "freetown",
    "SS": "juba",
    "SZ": "mbabane|manzini",
    "TO": "nuku'?alofa",
    "TT": "port of spain|chaguanas|port-of-spain",
    "TZ": "dar es salaam|dodoma|mwanza|arusha|mbeya|morogoro|zanzibar|tanga",
    "UG": "kampala|entebbe|gulu|mbarara|jinja|arua|mbale|fort portal|soroti|masaka",
    "VC": "kingstown",
    "VU": "port vila",
    "WS": "apia",
    "ZA": (
        "pretoria|johannesburg|cape town|durban|bloemfontein|kimberley|polokwane|mahikeng|mbombela|nelspruit|"
        "pietermaritzburg|gqeberha|port elizabeth|bhisho|centurion"
    ),
    "ZM": "lusaka|ndola|kitwe|livingstone|kabwe|chipata|solwezi|kasama|mongu|mansa",
    "ZW": "harare|bulawayo|mutare|gweru",
}
"""Towns that everybody who reads a paper of their country knows."""


_TOWNS_OF_TWO = "hyderabad|victoria|kingston|georgetown|salem|santa cruz|san fernando|san jose|rajgarh"
"""Towns that two countries have: where an office sits, though not in which."""


def _whole(names: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{names})(?![\w-])")


STATE_OF = {code: _whole(names) for code, names in STATES.items()}
STATE = _whole("|".join(STATES.values()))
"""A state or province whose name tells the country, folded."""
PROVINCE = _whole("|".join((*STATES.values(), SHARED)))
"""Any state or province, folded."""
TOWN = _whole("|".join((*TOWNS.values(), _TOWNS_OF_TWO)))
_TOWNS_OF = {code: _whole(names) for code, names in TOWNS.items()}
SHORT_STATES = {
    "AU": "NSW|VIC|QLD|TAS|ACT",
    "CA": "ON|QC|BC|AB|MB|SK|NS|NB|NL|PEI?|NT|YT|NU",
    "US": (
        "A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|"
        "W[AIVY]"
    ),
}
"""States as addresses shorten them, as written."""
SHORT_STATE = re.compile("|".join(SHORT_STATES.values()))
STATE_BEHIND_TOWN = re.compile("Washington|Georgia|Newfoundland and Labrador|Victoria|Yukon|Nunavut")
"""What is a state behind a town, and may be something else alone; as written."""


def country_of_town(name: str) -> str | None:
    """Return the country (ISO 3166-1 alpha-2) that a town is known to be in, or None."""
    return next((code for code, towns in _TOWNS_OF.items() if towns.fullmatch(name.lower())), None)


def countries_of_towns(flat: str) -> list[str]:
    """Return the countries (ISO 3166-1 alpha-2) whose towns a folded text names."""
    return [code for code, towns in _TOWNS_OF.items() if towns.search(flat)]
