"""The country of a paper that no name and no register tells: its money, its buyer's town, the habits of its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.pages.provinces import country_of_town
from tenderlight.facts.places.continental import country_of_state
from tenderlight.facts.places.habits import country_by_habit
from tenderlight.model.statement import Statement, StatementKind
from tenderlight.model.values import AmountValue

_OF_ONE_COUNTRY = """
GBP=GB RUB=RU COP=CO UAH=UA KZT=KZ PEN=PE CLP=CL ARS=AR MXN=MX BRL=BR INR=IN KES=KE NGN=NG GHS=GH UGX=UG TZS=TZ
ETB=ET ZMW=ZM PHP=PH BYN=BY KGS=KG UZS=UZ PLN=PL SAR=SA TND=TN DZD=DZ ZAR=ZA DOP=DO PYG=PY GTQ=GT HNL=HN CRC=CR
UYU=UY BOB=BO BDT=BD PKR=PK MAD=MA KWD=KW JOD=JO AED=AE IRR=IR MZN=MZ AOA=AO AUD=AU NZD=NZ CAD=CA SGD=SG MYR=MY
NAD=NA BWP=BW MWK=MW RWF=RW JMD=JM TTD=TT LKR=LK NPR=NP EGP=EG QAR=QA BHD=BH OMR=OM IQD=IQ LBP=LB TRY=TR CHF=CH
CZK=CZ HUF=HU RON=RO SEK=SE NOK=NO DKK=DK AMD=AM GEL=GE AZN=AZ MDL=MD TJS=TJ MNT=MN SCR=SC SBD=SB PGK=PG FJD=FJ
BBD=BB BSD=BS BZD=BZ GYD=GY MUR=MU MVR=MV MMK=MM HKD=HK GMD=GM SLE=SL LRD=LR SZL=SZ LSL=LS SDG=SD SSP=SS
SOS=SO BIF=BI VUV=VU WST=WS TOP=TO THB=TH IDR=ID BTN=BT AFN=AF KHR=KH LAK=LA VND=VN MOP=MO
"""
"""Currencies (ISO 4217) that one country pays in."""
_BY_CURRENCY = dict(pair.split("=") for pair in _OF_ONE_COUNTRY.split())


def pieces_of(notice: Notice, found: Iterable[Statement], kind: StatementKind) -> list[Piece]:
    """Return where the statements of a kind stand."""
    sheets = {sheet.page.number: sheet for sheet in notice.sheets}
    return [
        Piece(sheet=sheets[anchor.page_number], start=anchor.start, end=anchor.end)
        for statement in found
        if statement.kind is kind
        for anchor in statement.anchors
        if anchor.page_number in sheets
    ]


def country_told(
    notice: Notice, found: Sequence[Statement], place: str | None, admin1: str | None
) -> tuple[str | None, list[Piece]]:
    """Return the country of a paper, and what tells it where the paper does not name it.

    Args:
        notice: The paper.
        found: What has been read of it.
        place: Where the buyer sits.
        admin1: The state or province of that place.
    """
    if notice.country is not None:
        return notice.country, []
    for statement in found:
        if isinstance(statement.value, AmountValue) and statement.value.currency in _BY_CURRENCY:
            return _BY_CURRENCY[statement.value.currency], pieces_of(notice, [statement], StatementKind.AMOUNT)[:1]
    state = country_of_state(notice.language, admin1) if admin1 is not None else None
    if state is not None:
        return state, []
    town = country_of_town(place) if place is not None and notice.language == "en" else None
    if town is not None:
        return town, []
    told = country_by_habit(notice.sheets, notice.language)
    return (told[0], [told[1]]) if told is not None else (None, [])
