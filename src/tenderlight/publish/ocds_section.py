"""One object of an OCDS release, field by field, with the claims that each field rests on, and what was left out."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from tenderlight.model.claim import Claim
from tenderlight.model.values import AmountValue, DateValue
from tenderlight.publish.believed import DIFFER, Fact, agreed, agreed_day, most_printed, weakest

EXTENSION = "tenderlight"
"""The field that our extension adds to objects."""
NO_CURRENCY = "The documents print no currency."
NOT_IN_OCDS = "OCDS 1.1 has no code for the currency."
PER_PERIOD = "The amount is for a period, not for the whole."
PERCENTAGE = "The documents give a percentage, no amount of money."
SEVERAL_SUPPLIERS = "The documents name several suppliers and do not say whose it is."
_CODES = (
    "ADP AED AFA AFN ALK ALL AMD ANG AOA AOK AON AOR ARA ARP ARS ARY ATS AUD AWG AYM AZM AZN BAD BAM BBD BDT "
    "BEC BEF BEL BGJ BGK BGL BGN BHD BIF BMD BND BOB BOP BOV BRB BRC BRE BRL BRN BRR BSD BTN BUK BWP BYB BYN "
    "BYR BZD CAD CDF CHC CHE CHF CHW CLF CLP CNY COP COU CRC CSD CSJ CSK CUC CUP CVE CYP CZK DDM DEM DJF DKK "
    "DOP DZD ECS ECV EEK EGP ERN ESA ESB ESP ETB EUR FIM FJD FKP FRF GBP GEK GEL GHC GHP GHS GIP GMD GNE GNF "
    "GNS GQE GRD GTQ GWE GWP GYD HKD HNL HRD HRK HTG HUF IDR IEP ILP ILR ILS INR IQD IRR ISJ ISK ITL JMD JOD "
    "JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAJ LAK LBP LKR LRD LSL LSM LTL LTT LUC LUF LUL LVL LVR LYD MAD "
    "MDL MGA MGF MKD MLF MMK MNT MOP MRO MRU MTL MTP MUR MVQ MVR MWK MXN MXP MXV MYR MZE MZM MZN NAD NGN NIC "
    "NIO NLG NOK NPR NZD OMR PAB PEH PEI PEN PES PGK PHP PKR PLN PLZ PTE PYG QAR RHD ROK ROL RON RSD RUB RUR "
    "RWF SAR SBD SCR SDD SDG SDP SEK SGD SHP SIT SKK SLL SOS SRD SRG SSP STD STN SUR SVC SYP SZL THB TJR TJS "
    "TMM TMT TND TOP TPE TRL TRY TTD TWD TZS UAH UAK UGS UGW UGX USD USN USS UYI UYN UYP UYU UYW UZS VEB VEF "
    "VES VNC VND VUV WST XAF XAG XAU XBA XBB XBC XBD XCD XDR XEU XFO XFU XOF XPD XPF XPT XRE XSU XTS XUA XXX "
    "YDD YER YUD YUM YUN ZAL ZAR ZMK ZMW ZRN ZRZ ZWC ZWD ZWL ZWN ZWR"
)
CURRENCIES = frozenset(_CODES.split())
"""Codes that OCDS 1.1 takes (its closed codelist of currencies, 1.1.4)."""

LeftOut = dict[str, object]
"""`field`, `because`, `claims`."""


@dataclass(slots=True, kw_only=True)
class Section:
    """An object of a release that is being made.

    Fields whose claims do not agree, or cannot be said in OCDS, stay empty and are listed in `left_out`.
    """

    place: str
    """Where it will stand: "tender", "awards/…id…"."""
    left_out: list[LeftOut]
    fields: dict[str, object] = field(default_factory=dict)
    _claims: dict[str, list[Claim]] = field(default_factory=dict)

    def put(self, name: str, value: object, claims: Iterable[Claim]) -> None:
        """Fill a field, and say which claims it rests on."""
        self.fields[name] = value
        self._claims[name] = list(claims)

    def text(self, name: str, facts: Sequence[Fact[str]]) -> None:
        """Fill a field with the text that most documents print."""
        chosen = most_printed(facts, lambda text: text)
        if chosen:
            self.put(name, chosen[0].value, [fact.claim for fact in chosen])
        elif facts:
            self.leave_out(name, DIFFER, facts)

    def money(self, name: str, facts: Sequence[Fact[AmountValue]]) -> None:
        """Fill a field with an amount that all agree on."""
        chosen = self._agreed(name, facts, lambda value: (value.amount, value.currency, value.percent))
        if not chosen:
            return
        value = chosen[0].value
        because = _unsayable(chosen)
        if because is not None:
            self.leave_out(name, because, chosen)
        elif value.amount is not None:
            self.put(name, worth(value.amount, value.currency), [fact.claim for fact in chosen])

    def day(self, name: str, facts: Sequence[Fact[DateValue]], *, ends: bool = False) -> None:
        """Fill a field with a day that all agree on: its first second, or its last where it ends something."""
        day, claims, because = day_of(facts)
        if because is not None:
            self.leave_out(name, because, facts)
        elif day is not None:
            self.put(name, f"{day}T23:59:59Z" if ends else f"{day}T00:00:00Z", claims)

    def leave_out(self, name: str, because: str, facts: Iterable[Fact[object]]) -> None:
        """Say why a field stays empty."""
        claims = [fact.claim.claim for fact in facts]
        self.left_out.append({"field": f"{self.place}/{name}", "because": because, "claims": claims})

    def made(self) -> dict[str, object]:
        """Return the object, with the claims behind its fields and whether people confirmed them."""
        behind = {name: [claim.claim for claim in claims] for name, claims in self._claims.items() if claims}
        every = [claim for claims in self._claims.values() for claim in claims]
        if not every:
            return dict(self.fields)
        return {**self.fields, EXTENSION: {"status": weakest(every).value, "claims": behind}}

    def _agreed(
        self, name: str, facts: Sequence[Fact[AmountValue]], key: Callable[[AmountValue], Hashable]
    ) -> list[Fact[AmountValue]]:
        chosen, because = agreed(facts, key)
        if because is not None:
            self.leave_out(name, because, facts)
        return chosen


def day_of(facts: Sequence[Fact[DateValue]]) -> tuple[str | None, list[Claim], str | None]:
    """Return the day that all agree on with its claims, or why there is none."""
    chosen, because = agreed_day([Fact(claim=fact.claim, value=fact.value.date) for fact in facts])
    return (chosen[0].value.iso() if chosen else None), [fact.claim for fact in chosen], because


def worth(amount: Decimal, currency: str | None) -> dict[str, object]:
    """Return a value object of OCDS; the amount keeps the digits it has."""
    return {"amount": amount, "currency": currency}


def _unsayable(facts: Sequence[Fact[AmountValue]]) -> str | None:
    """Return why an amount cannot stand in a value object; None if it can."""
    value = facts[0].value
    if value.amount is None:
        return PERCENTAGE
    if any(fact.value.period for fact in facts):
        return PER_PERIOD
    if value.currency is None:
        return NO_CURRENCY
    return None if value.currency in CURRENCIES else NOT_IN_OCDS
