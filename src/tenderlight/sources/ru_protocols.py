"""Protocols of a purchasing commission (zakupki.gov.ru): who won, at what price, and that nobody did.

The winner is the admitted application with the first rating. Protocols of first parts and of the auction itself name no
bidder. Prices of others are bids (`winnerPrice` stands at every application); rejected ones name no supplier.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenderlight.model.statement import Stage, StatementKind
from tenderlight.model.values import AmountKind, BidderValue, BidOutcome, DateKind
from tenderlight.sources.notice import Notice, Written
from tenderlight.sources.ru_money import state_price
from tenderlight.sources.ru_parties import party_in, state_buyer, state_responsible, state_supplier
from tenderlight.sources.xml_text import at, first_at, local_name, name_of, pointer_to, written

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LOTS = ("protocolLot", "protocolLots/protocolLot", "protocolInfo", "protocolLots/lot")
_APPLICATIONS = ("applications/application", "application", "applicationsInfo/applicationInfo", "applicationInfo")
_PARTICIPANTS = ("appParticipant", "appParticipants/appParticipant", "appParticipantInfo", "participantInfo")
_RATINGS = ("appRating", "admittedInfo/appRating", "commonInfo/appRating")
_PRICES = ("winnerPrice", "price", "finalPrice", "lastPriceOffer/price", "priceOffers/lastOffer/price", "offerPrice")
_REASONS = ("protocolLot/abandonedReason", "protocolLots/protocolLot/abandonedReason", "protocolInfo/abandonedReason")
_TAKEN_BACK = ("ProtocolCancel", "ProtocolEFInvalidation", "ProtocolInvalidation")
_LAST = (
    "EF3",
    "Final",
    "SingleApp",
    "SinglePart",
    "OK2",
    "OKOU3",
    "OKD5",
    "ZKBI",
    "ZK",
    "ZP",
    "POSingleApp",
    "EOKFinal",
)
"""What the names of protocols hold that decide; the others (EF1, EF2, OK1 …) only admit or record offers."""
_ONLY = ("It was the only application; the procedure is recorded as not having taken place.",)


def protocol_stage(paper: Element, kind: str) -> tuple[Stage | None, Written | None]:
    """Return the stage of a protocol and the words that say it; None where the winner evaded the contract."""
    if kind.startswith(("ProtocolEvasion", "ProtocolDeviation")):
        return None, None
    if kind.startswith(_TAKEN_BACK):
        return Stage.CANCELLATION, name_of(paper)
    applications = _applications(paper)
    admitted = [one for one in applications if _is_admitted(one)]
    reason = first_at(paper, *_REASONS)
    if reason is not None and not admitted:
        return Stage.CANCELLATION, written(first_at(reason, "name", "code")) or name_of(reason)
    if any(last in kind for last in _LAST):
        return Stage.AWARD, name_of(paper)
    return Stage.CANDIDATE, name_of(paper)


def state_protocol(notice: Notice, paper: Element) -> None:
    """State who bought and who won."""
    publisher = first_at(paper, "protocolPublisher/publisherOrg", "protocolPublisherInfo/publisherOrg")
    role = written(first_at(paper, "protocolPublisher/publisherRole", "protocolPublisherInfo/publisherRole"))
    state_responsible(notice, publisher, role)
    for lot in [lot for path in _LOTS for lot in at(paper, path)]:
        state_buyer(notice, first_at(lot, "customer"), rule="lot_customer")
    if notice.stage is Stage.AWARD:
        decided = first_at(paper, "protocolDate", "commonInfo/procedureDT", "commonInfo/signDate", "signDate")
        notice.date(DateKind.AWARD, written(decided), rule="protocol_date")
        for lot in [lot for path in _LOTS for lot in at(paper, path)]:
            _state_winner(notice, lot)


def _applications(holder: Element) -> list[Element]:
    lots = [lot for path in _LOTS for lot in at(holder, path)] or [holder]
    return [application for lot in lots for path in _APPLICATIONS for application in at(lot, path)]


def _is_admitted(application: Element) -> bool:
    """Say whether an application was admitted; where nothing is said of it, a rating says so."""
    said = written(first_at(application, "admitted", "admittedInfo/admitted", "admittedInfo/appAdmittedInfo/admitted"))
    if said is not None:
        return said.words == "true"
    rejected = first_at(application, "appRejectedReason", "notConsidered", "admittedInfo/appNotAdmittedInfo")
    return rejected is None and first_at(application, *_RATINGS) is not None


def _state_winner(notice: Notice, lot: Element) -> None:
    applications = [application for path in _APPLICATIONS for application in at(lot, path)]
    admitted = [application for application in applications if _is_admitted(application)]
    first = [one for one in admitted if (rating := written(first_at(one, *_RATINGS))) and rating.words == "1"]
    only = admitted if len(admitted) == 1 and first_at(lot, "abandonedReason") is not None else []
    winners = first or only
    if len(winners) != 1:
        notice.trouble("supplier-not-named", pointer=pointer_to(lot))
    number = written(first_at(lot, "lotNumber"))
    name = number.words if number is not None and len(at(lot.getparent(), local_name(lot))) > 1 else None
    for application in applications:
        price = first_at(application, *_PRICES)
        if application in winners and len(winners) == 1:
            against = _ONLY if application in only and not first else ()
            for participant in [part for path in _PARTICIPANTS for part in at(application, path)]:
                state_supplier(notice, participant, rule="winner", lot=name, against=against)
            state_price(notice, AmountKind.AWARD, price, (application, lot), rule="winner_price", lot=name)
        else:
            state_price(notice, AmountKind.BID, price, (application, lot), rule="bid_price", lot=name)
            _state_bidder(notice, application, price, lot=name)


def _state_bidder(notice: Notice, application: Element, price: Element | None, *, lot: str | None) -> None:
    """State who bid and did not win: rejected, or ranked behind."""
    rating = written(first_at(application, *_RATINGS))
    rank = int(rating.words) if rating is not None and rating.words.isascii() and rating.words.isdigit() else None
    amount = written(price)
    number = notice.number(amount)
    for participant in [part for path in _PARTICIPANTS for part in at(application, path)]:
        party = party_in(participant)
        if party is not None:
            value = BidderValue(
                name=party.name,
                outcome=BidOutcome.LOST if _is_admitted(application) else BidOutcome.REJECTED,
                rank=rank,
                amount=number if number is not None and number > 0 else None,
                lot=lot,
            )
            words = [*party.words, amount if value.amount is not None else None]
            notice.state(StatementKind.BIDDER, value, words, rule="bidder")


def state_placement(notice: Notice, paper: Element) -> None:
    """State the price of the first application of a result; the paper names nobody."""
    if notice.stage is not Stage.AWARD:
        return
    for application in at(paper, "applications/application"):
        rating = written(first_at(application, "appRating"))
        is_first = rating is not None and rating.words == "1"
        kind = AmountKind.AWARD if is_first else AmountKind.BID
        state_price(notice, kind, first_at(application, "price"), (application, paper), rule="result_price")
    notice.trouble("supplier-not-named", pointer=pointer_to(paper))
