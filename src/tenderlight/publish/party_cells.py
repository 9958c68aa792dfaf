"""The parties of a case as rows of a table, one a spelling, and as lines of JSON, one a party.

The words for parties are those of FollowTheMoney: `id`, `schema`, `name`, `alias`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import msgspec

from tenderlight.linking.parties import PARTIES_VERSION, Parties, Party, Variant
from tenderlight.linking.party_reasons import Reason
from tenderlight.matching.identifiers import LABELS
from tenderlight.publish.cells import Cell

PARTY_COLUMNS = {
    "party": "Id of the party.",
    "schema": "FollowTheMoney: Company where a name has a legal form, else LegalEntity.",
    "name": "The spelling of the party that most claims use.",
    "spelling": "Id of this spelling; it finds the party, too.",
    "written": "Every way in which this spelling is written.",
    "identifiers": "Valid registered numbers beside it.",
    "roles": "In what parts it is named: buyer, agency, end_user, supplier, bidder.",
    "contracts": "Ids of the contracts that name it.",
    "claims": "Ids of the claims that name it.",
    "grade": "How it belongs to the other spellings: decided, same-identifier, same-registered-name …",
    "because": "Why, in words, with the second reason where the grade needs one.",
    "perhaps": "Other parties that this one resembles or is told apart from, with what speaks against it.",
    "rules": "Version of the rules.",
}
"""Columns of the exported parties, in order, with their meaning."""
_SEPARATOR = "\n"
_encoder = msgspec.json.Encoder()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRow:
    """One spelling of a party; as a line of JSON, the whole party."""

    party: Party
    variant: Variant


def party_rows(found: Parties) -> Iterator[PartyRow]:
    """Yield a row a spelling, those of a party together."""
    for party in found.parties:
        for variant in party.variants:
            yield PartyRow(party=party, variant=variant)


def party_lines(found: Parties) -> Iterator[PartyRow]:
    """Yield a row a party, for lines of JSON."""
    for party in found.parties:
        yield PartyRow(party=party, variant=party.variants[0])


def numbers_said(numbers: Iterable[tuple[str, str]]) -> list[str]:
    """Return registered numbers with the name of their register."""
    return [f"{LABELS.get(scheme, scheme.upper())} {number}" for scheme, number in numbers]


def party_cells(row: PartyRow) -> dict[str, Cell]:
    """Return a row by column."""
    party, variant = row.party, row.variant
    own = [reason for reason in party.reasons if variant.key in {reason.one, reason.other}]
    perhaps = [f"{each.party}: {each.reason.because}" for each in party.perhaps]
    return {
        "party": party.id,
        "schema": party.schema,
        "name": party.name,
        "spelling": variant.id,
        "written": _SEPARATOR.join(variant.written),
        "identifiers": _SEPARATOR.join(numbers_said(variant.numbers)) or None,
        "roles": _SEPARATOR.join(variant.roles),
        "contracts": _SEPARATOR.join(variant.contracts),
        "claims": _SEPARATOR.join(variant.claims),
        "grade": _SEPARATOR.join(dict.fromkeys(reason.grade for reason in own)) or None,
        "because": _SEPARATOR.join(dict.fromkeys(map(_words, own))) or None,
        "perhaps": _SEPARATOR.join(perhaps) or None,
        "rules": f"parties/{PARTIES_VERSION}",
    }


def encode_row(row: PartyRow) -> bytes:
    """Return the whole party of a row as a line of JSON, without its end."""
    return encode_party(row.party)


def encode_party(party: Party) -> bytes:
    """Return a party as a line of JSON, without its end."""
    aliases = [name for variant in party.variants for name in variant.written if name != party.name]
    return _encoder.encode(
        {
            "id": party.id,
            "schema": party.schema,
            "name": party.name,
            "alias": list(dict.fromkeys(aliases)),
            "identifiers": _numbers(party.numbers),
            "roles": list(party.roles),
            "contracts": list(party.contracts),
            "variants": [
                {
                    "id": variant.id,
                    "key": variant.key,
                    "written": list(variant.written),
                    "identifiers": _numbers(variant.numbers),
                    "roles": list(variant.roles),
                    "contracts": list(variant.contracts),
                    "claims": list(variant.claims),
                    "others_may_bear_it": variant.is_doubtful,
                }
                for variant in party.variants
            ],
            "reasons": [_reason(reason) for reason in party.reasons],
            "perhaps": [{"party": each.party, **_reason(each.reason)} for each in party.perhaps],
            "rules": f"parties/{PARTIES_VERSION}",
        }
    )


def _numbers(numbers: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"scheme": scheme, "number": number} for scheme, number in numbers]


def _reason(reason: Reason) -> dict[str, object]:
    return {
        "one": reason.one,
        "other": reason.other,
        "grade": reason.grade,
        "because": reason.because,
        "second": reason.second,
    }


def _words(reason: Reason) -> str:
    return f"{reason.because} {reason.second}".strip()
