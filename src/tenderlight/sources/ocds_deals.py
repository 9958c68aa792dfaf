"""The awards and contracts of an OCDS release, and which of them count."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tenderlight.sources.json_places import JsonPlace

_VOID_WORDS = ("cancel", "unsuccess", "withdraw", "reject", "void", "revoc", "desiert", "anul", "скасован", "отмен")
"""Beginnings of status words by which nothing was bought, in the languages publishers write them in."""
_ENDED = frozenset({"cancelled", "canceled", "unsuccessful", "withdrawn"})
_KNOWN_WORDS = frozenset({"", "active", "pending", "terminated", "complete", "completed"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Deal:
    """An award or a contract."""

    place: JsonPlace
    is_contract: bool
    status: JsonPlace
    lot: str | None
    """Lots it is about, else its id where several awards stand; None = the whole."""
    against: tuple[str, ...] = ()
    """What speaks against it as something bought."""
    is_void: bool = False
    is_pending: bool = False

    @property
    def counts(self) -> bool:
        """Say whether it stands: neither cancelled, nor failed, nor still pending."""
        return not (self.is_void or self.is_pending)


def deals(release: JsonPlace) -> list[Deal]:
    """Return the awards, then the contracts, of a release. A contract has the lot of its award."""
    awards = release.get("awards").objects()
    contracts = release.get("contracts").objects()
    is_divided = len(release.get("tender", "lots").objects()) != 1
    standing = {award.get("id").words() for award in awards if not _is_void(award.get("status").words())}
    lots = {award.get("id").words(): _lot(award, several=len(standing) > 1) if is_divided else None for award in awards}
    cancelled = {contract.get("awardID").words() for contract in contracts if _is_void(contract.get("status").words())}
    found = [_deal(award, lots.get(award.get("id").words()), is_contract=False) for award in awards]
    found = [_with_cancelled_contract(deal, cancelled) for deal in found]
    voided = {deal.place.get("id").words() for deal in found if deal.is_void}
    several = not awards and len({contract.get("id").words() for contract in contracts}) > 1
    for contract in contracts:
        award = contract.get("awardID").words()
        lot = lots[award] if award in lots else _lot(contract, several=several)
        deal = _deal(contract, lot, is_contract=True)
        if award and award in voided and deal.counts:
            deal = _deal(contract, lot, is_contract=True, against=("The award of this contract was cancelled.",))
        found.append(deal)
    return [replace(deal, is_void=True) for deal in found] if end_of(release) is not None else found


def end_of(release: JsonPlace) -> JsonPlace | None:
    """Return the status by which the whole procedure ended without a purchase, or None if it did not.

    A procedure may be cancelled after the award, which then keeps its status; a signed contract outlasts it.
    """
    status = release.get("tender", "status")
    if status.words().casefold() not in _ENDED:
        return None
    signed = [contract.get("status").words().casefold() for contract in release.get("contracts").objects()]
    return None if any(not _is_void(word) and word != "pending" for word in signed) else status


def _deal(place: JsonPlace, lot: str | None, *, is_contract: bool, against: tuple[str, ...] = ()) -> Deal:
    status = place.get("status")
    word = status.words().casefold()
    if not _is_void(word) and word not in _KNOWN_WORDS:
        against += (f"Its status is “{status.words()[:60]}”, a word the standard does not know.",)
    if word == "pending":
        against += ("Its status is “pending”: it was not yet in force.",)
    return Deal(
        place=place,
        is_contract=is_contract,
        status=status,
        lot=lot,
        against=against,
        is_void=_is_void(word),
        is_pending=word == "pending",
    )


def _with_cancelled_contract(deal: Deal, cancelled: set[str]) -> Deal:
    award = deal.place.get("id").words()
    if award and award in cancelled and deal.counts:
        against = ("A contract of this award was cancelled.",)
        return _deal(deal.place, deal.lot, is_contract=False, against=against)
    return deal


def _is_void(status: str) -> bool:
    return status.casefold().startswith(_VOID_WORDS)


def _lot(place: JsonPlace, *, several: bool) -> str | None:
    related = [lot.words() or lot.first("lotId", "id").words() for lot in place.get("relatedLots").entries()]
    related = [words for words in related if words]
    if not related:
        related = [words for words in (place.get(name).words() for name in ("relatedLot", "lotID", "lotId")) if words]
    if related:
        return ", ".join(related)
    return place.get("id").words() or None if several else None
