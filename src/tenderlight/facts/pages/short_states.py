"""States as addresses shorten them, spelled out: a paper that prints "Reno, NV" tells of Nevada.

Those of Australia stay as printed: they are what the states are called. Sources: ISO 3166-2 and the postal services.
"""

from __future__ import annotations

_NAMES = {
    "US": (
        "AL=Alabama AK=Alaska AZ=Arizona AR=Arkansas CA=California CO=Colorado CT=Connecticut DE=Delaware FL=Florida "
        "GA=Georgia HI=Hawaii ID=Idaho IL=Illinois IN=Indiana IA=Iowa KS=Kansas KY=Kentucky LA=Louisiana ME=Maine "
        "MD=Maryland MA=Massachusetts MI=Michigan MN=Minnesota MS=Mississippi MO=Missouri MT=Montana NE=Nebraska "
        "NV=Nevada NH=New_Hampshire NJ=New_Jersey NM=New_Mexico NY=New_York NC=North_Carolina ND=North_Dakota OH=Ohio "
        "OK=Oklahoma OR=Oregon PA=Pennsylvania RI=Rhode_Island SC=South_Carolina SD=South_Dakota TN=Tennessee TX=Texas "
        "UT=Utah VT=Vermont VA=Virginia WA=Washington WV=West_Virginia WI=Wisconsin WY=Wyoming"
    ),
    "CA": (
        "ON=Ontario QC=Quebec BC=British_Columbia AB=Alberta MB=Manitoba SK=Saskatchewan NS=Nova_Scotia "
        "NB=New_Brunswick NL=Newfoundland_and_Labrador PE=Prince_Edward_Island PEI=Prince_Edward_Island "
        "NT=Northwest_Territories YT=Yukon NU=Nunavut"
    ),
}
_SPELLED = {
    country: {short: name.replace("_", " ") for short, name in (pair.split("=") for pair in pairs.split())}
    for country, pairs in _NAMES.items()
}


def spelled_out(state: str | None, country: str | None) -> str | None:
    """Return the full name of a state that is printed in its postal letters; any other is returned as it is.

    Args:
        state: As printed; None = none is.
        country: ISO 3166-1 alpha-2; letters of no known country stay as they are.
    """
    return _SPELLED.get(country or "", {}).get(state or "", state)
