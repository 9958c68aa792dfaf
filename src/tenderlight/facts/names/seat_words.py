"""Words behind the name of an office in English: of offices, of what they see to, of streets, of those who buy."""

from __future__ import annotations

import re

OFFICE = re.compile(
    r"\b(?:ministry|department|dept|directorate|office|board|authority|council|commission|agency|police|bureau|branch|"
    r"section|services?|corporation|municipality|assembly|administration|secretariat|institute|university|college|"
    r"hospital|school|prisons?|cent(?:er|re)|unit|cell|wing|laboratory|headquarters|command|division|treasury|registry|"
    r"trust|fund|bank|court|ports|airport|project|programme|facility|society|library|museum|forces?|army|navy|guard|"
    r"brigade|district|barangay|inspectorate|depot|academy|customs|zoo|parks?|works|utility|task ?force|mission|"
    r"polytechnic|conservancy|archives|garrison|embassy|constabulary|governorate|parliament|senate|port(?!\s\w))\b"
)
"""What English calls offices, folded; "Port Lamar" is a town."""
NO_TOWN = re.compile(
    rf"{OFFICE.pattern}|\b(?:health|education|training|environment|sciences?|technology|technologies|innovation|trade|"
    r"industry|industries|commerce|energy|power|water|sanitation|transport|transportation|roads?|highways|housing|"
    r"lands?|agriculture|livestock|irrigation|fisheries|forestry|forests?|mining|mines|minerals|petroleum|gas|tourism|"
    r"culture|arts|heritage|sports?|recreation|youth|gender|women|children|family|labou?r|employment|justice|law|"
    r"legal|corrections?|finance|planning|economy|interior|home|defen[cs]e|security|safety|ict|information|"
    r"communications?|media|wildlife|climate|excise|immigration|citizenship|affairs|development|research|statistics|"
    r"revenue|social|welfare|community|communities|local|rural|urban|regional|national|federal|infrastructure|"
    r"aviation|maritime|marine|shipping|nutrition|wellness|digital|electoral|religious|foreign|international|"
    r"cooperation|cooperatives|supplies|stores|procurement|purchasing|purchases?|logistics|operations|group|team|"
    r"faculty|attn|attention|director\w*|manager|secretary|officer|commissioner|chief|head|engineer\w*|limited|ltd|"
    r"llc|inc|plc|company|jr|sr|esq|phase|zone|ward|circle|range|corridor|sector|region|area|province|territory|"
    r"state|county|distt?|republic|government|leader?|member|procurer|buyer|purchaser|client|customer|central|"
    r"(?:northern|southern|eastern|western|north|south|east|west|the)(?:$|,))\b"
)
"""Words of offices, what they see to, their parts, their officers: what holds one is no town, folded."""
_STREET = (
    r"house|hall|building|buildings|block|headquarters|hq|tower|towers|park|place|offices|campus|centre|plaza|chambers|"
    r"complex|street|st|road|rd|avenue|ave|lane|drive|way|quay|row|square|terrace|crescent|close|court|gate|wharf|brae|"
    r"hill|parade|highway|boulevard|blvd|mews|walk|embankment|esplanade|compound|floor|suite|room|level|box|bag|plot"
)
ADDRESS = re.compile(
    rf"[^;|()]*\d[^;|()]*|.*\b(?:{_STREET})\.?|"
    r"(?:[\w'’-]+ )?(?:harbour|port|town|city|county|district|parish|municipal|main|head|central|registered) office|"
    r"p\.?\s?o\.? box.*|plot .*|co\.?(?: [\w'’-]+)?|county [\w'’-]+|neuadd .*|áras .*",
    re.IGNORECASE,
)
"""Parts of an address: a house, a street, a number, a postcode, an Irish county."""
_BUYS = (
    r"procurement|purchasing|acquisitions?|contracting|contracts?|supply|supplies|stores?|commercial|sourcing|tenders?"
)
BRANCH = re.compile(
    rf"(?=.*\b(?:{_BUYS})\b)(?:(?:{_BUYS}|facilities|field|finance|financial|corporate|shared|central|estates?|ict|it|"
    r"services?|support|management|logistics|materials?|property|division|department|dept|branch|office|unit|team|"
    r"section|directorate|group|hub|bureau|of|and|&|the)\.?(?:\s+|$))+|"
    r"(?:campus|estates?|finance|accounts?|facilities|legal)(?: (?:security|department|division|office|team|"
    r"services))?",
    re.IGNORECASE,
)
"""The part of an office that buys for the whole of it, without a name of its own."""
_OFFICERS = (
    r"superintendent|executive engineer|commissioner of police|director of school|headmaster|principal|collector|"
    r"sheriff|mayor|governor|magistrate|prosecutor|coroner|(?:city|county|district|town) (?:attorney|clerk|treasurer)"
)
_WORDS_OF_MANY = (
    r"the|of|for|and|office|ministry|department|directorate|police|metropolitan|municipal|state|national|regional|"
    r"provincial|district|city|county|town|village|executive|engineer|commissioner|superintendent|collector|council|"
    r"general|hospital|prison|university|college|school|public|central|government|works|division|sheriff'?s?"
)
BORNE_BY_MANY = re.compile(
    rf"(?:the )?(?:(?:deputy |district |divisional |regional |city |state )?(?:office of (?:the )?)?"
    rf"(?:(?:deputy |district |divisional |regional |city |state )?(?:{_OFFICERS})|municipal)|"
    r"board of (?:county )?commissioners|board of trustees|metropolitan police|public works department|"
    r"barangay|town hall|police|prisons?|central stores)\b.*|"
    rf"(?:(?:{_WORDS_OF_MANY})(?:\s|$))+"
)
"""The name of an office that is told from others by its town, which belongs to it; folded."""
