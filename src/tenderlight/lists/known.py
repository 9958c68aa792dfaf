"""The lists that are known by name: who issues them, under what terms, and how files name them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

US_LAW = "US government work, public domain"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownList:
    """A list and its issuer."""

    code: str
    title: str
    issuer: str
    licence: str = US_LAW
    also: tuple[str, ...] = ()
    """Ids and abbreviations by which files name it, in small letters."""
    start_is_publication: bool = False
    """The one date that collections give of an entry is that of the official journal, not the day of effect."""
    is_issued_whole: bool = False
    """Each edition names everybody anew under its own date, which says nothing of when an entry first stood there."""
    names_persons: bool = False
    """Mostly private persons: their addresses are not kept."""


_BIS = "US Department of Commerce, Bureau of Industry and Security"
_OFAC = "US Department of the Treasury, Office of Foreign Assets Control"
_EU = "Council of the European Union"
_EU_TERMS = "the act: free reuse (2011/833/EU); a transcription of it: as its maker says"
_STATE = "US Department of State"

_ALL = (
    KnownList(
        code="us-entity-list",
        title="Entity List (15 CFR 744, Supplement 4)",
        issuer=_BIS,
        also=("el", "bis-entity-list"),
        start_is_publication=True,
    ),
    KnownList(
        code="us-military-end-user",
        title="Military End-User List (15 CFR 744, Supplement 7)",
        issuer=_BIS,
        also=("meu", "bis-meu"),
        start_is_publication=True,
    ),
    KnownList(
        code="us-unverified",
        title="Unverified List (15 CFR 744, Supplement 6)",
        issuer=_BIS,
        also=("uvl", "bis-uvl"),
        start_is_publication=True,
    ),
    KnownList(
        code="us-denied-persons",
        title="Denied Persons List",
        issuer=_BIS,
        also=("dpl", "bis-dpl", "us_bis_denied"),
        names_persons=True,
    ),
    KnownList(
        code="us-sdn", title="Specially Designated Nationals", issuer=_OFAC, also=("sdn", "ofac-sdn", "us_ofac_sdn")
    ),
    KnownList(code="us-ssi", title="Sectoral Sanctions Identifications", issuer=_OFAC, also=("ssi",)),
    KnownList(code="us-capta", title="Correspondent Account Sanctions (CAPTA)", issuer=_OFAC, also=("cap",)),
    KnownList(code="us-fse", title="Foreign Sanctions Evaders", issuer=_OFAC, also=("fse",)),
    KnownList(code="us-plc", title="Palestinian Legislative Council List", issuer=_OFAC, also=("plc", "ns-plc")),
    KnownList(
        code="us-ns-mbs",
        title="Non-SDN Menu-Based Sanctions List",
        issuer=_OFAC,
        also=("ns-mbs list", "ns-mbs", "mbs"),
    ),
    KnownList(
        code="us-ns-cmic",
        title="Non-SDN Chinese Military-Industrial Complex Companies List",
        issuer=_OFAC,
        also=("cmic", "ns-cmic", "ofac-nscmic"),
    ),
    KnownList(code="us-eo14032", title="Annex of Executive Order 14032", issuer=_OFAC, also=("ofac-eo14032",)),
    KnownList(code="us-ofac-other", title="OFAC lists other than the SDN List, joined", issuer=_OFAC),
    KnownList(
        code="us-itar-debarred",
        title="Parties debarred under the Arms Export Control Act",
        issuer=_STATE,
        also=("dtc", "state-debarred-statutory", "state-debarred-admin"),
        names_persons=True,
    ),
    KnownList(
        code="us-nonproliferation",
        title="Nonproliferation Sanctions",
        issuer=_STATE,
        also=("isn", "state-nonproliferation"),
    ),
    KnownList(
        code="us-uflpa",
        title="Entity List of the Uyghur Forced Labor Prevention Act",
        issuer="US Department of Homeland Security",
        also=("uflpa", "dhs-uflpa", "us_dhs_uflpa"),
    ),
    KnownList(
        code="us-withhold-release",
        title="Withhold Release Orders and Findings",
        issuer="US Customs and Border Protection",
        also=("wro", "cbp-wro"),
    ),
    KnownList(
        code="us-1260h",
        title="Chinese military companies (Section 1260H, NDAA 2021)",
        issuer="US Department of War (of Defense until 2025)",
        also=("1260h", "dow-1260h", "dod-1260h", "us_dod_chinese_milcorps"),
        is_issued_whole=True,
    ),
    KnownList(
        code="us-1286",
        title="Academic institutions (Section 1286, NDAA 2019)",
        issuer="US Department of War (of Defense until 2025)",
        also=("dow-1286", "dod-1286"),
        is_issued_whole=True,
    ),
    KnownList(
        code="us-fcc-covered",
        title="Covered List (Section 2, Secure Networks Act)",
        issuer="US Federal Communications Commission",
        also=("fcc-covered",),
    ),
    KnownList(
        code="un-sc",
        title="United Nations Security Council Consolidated List",
        issuer="United Nations Security Council",
        licence="free use, source: United Nations",
        also=("un_sc_sanctions",),
    ),
    KnownList(
        code="gleif-level-2",
        title="Relationship records (who consolidates whom)",
        issuer="Global Legal Entity Identifier Foundation",
        licence="CC0 1.0",
    ),
)

KNOWN_LISTS = {known.code: known for known in _ALL}
_BY_NAME = {name: known for known in _ALL for name in (known.code, *known.also)}
_ABBREVIATION = re.compile(r"\(([A-Z -]+(?: List)?)\)")


@lru_cache(maxsize=10_000)
def known_list(name: str) -> KnownList | None:
    """Return the list of that code, id or abbreviation, or of "Entity List (EL) - Bureau of …"; None if unknown."""
    found = _BY_NAME.get(name.strip().lower())
    if found is None:
        for abbreviation in _ABBREVIATION.findall(name):
            found = found or _BY_NAME.get(abbreviation.lower())
    return found


@lru_cache(maxsize=10_000)
def code_of(name: str) -> str:
    """Return the code of the list that a file names so: a known one's, or one made of the name's words."""
    found = known_list(name)
    if found is not None:
        return found.code
    words = re.findall(r"\w+", name.casefold())
    return "-".join(words)[:80] or "list"


def list_of(code: str) -> KnownList:
    """Return what is known of a list; of an unknown one, its code."""
    if code in KNOWN_LISTS:
        return KNOWN_LISTS[code]
    if code.startswith("eu-"):
        return KnownList(code=code, title=f"Annex of the EU act {code}", issuer=_EU, licence=_EU_TERMS)
    return KnownList(code=code, title=code, issuer="not said", licence="not said")
