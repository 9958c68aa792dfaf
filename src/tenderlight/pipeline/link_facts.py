"""What the claims of one document say of whether it is another one, and the form in which that is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec

from tenderlight.cases import Case
from tenderlight.cases.link_keeping import CLAIMS, Keeping, Made
from tenderlight.linking.clause_rows import Stretch
from tenderlight.linking.same_facts import KINDS, Notice, SameFacts
from tenderlight.linking.same_notices import Facts
from tenderlight.model.claim import Claim
from tenderlight.model.statement import Stage, StatementKind

OF_PURCHASE = (StatementKind.CAPABILITY, StatementKind.COMPONENT)
"""Claims whose words say what is bought."""
_ASKED = (*KINDS, *OF_PURCHASE)

_NoticeShape = tuple[str, str | None, msgspec.Raw]
"""Contract, stage, and what is said: taken apart only where it is compared."""


class _Shape(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    facts: dict[str, list[str]]
    notices: list[_NoticeShape]
    quoted: list[Stretch]


_decoder = msgspec.msgpack.Decoder(_Shape)
_said_decoder = msgspec.msgpack.Decoder(dict[str, dict[str, str]])


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimedFacts:
    """What is claimed of a document, as far as others are compared with it."""

    facts: Facts
    """Nothing of a structured source: its records are compared one by one."""
    notices: tuple[_NoticeShape, ...]
    """By contract and stage. What says each of their facts are ids of claims."""
    quoted: tuple[Stretch, ...]
    """Words that say what is bought."""


class FactsOfCase:
    """The facts of the documents of a case.

    Args:
        case: The case.
        keeping: What is kept of its documents.
        documents: All that were read.
    """

    def __init__(self, case: Case, keeping: Keeping, documents: Sequence[Made]) -> None:
        self._case = case
        self._documents = documents
        self.kept: list[tuple[Made, bytes]] = []
        """What is to be kept."""
        self.of: dict[str, ClaimedFacts] = {}
        """By document."""
        missing = []
        for one, body in zip(documents, keeping.all_of(CLAIMS, documents), strict=True):
            found = None if body is None else _from_bytes(body)
            if found is None:
                missing.append(one)
            else:
                self.of[one.document] = found
        told = case.links.claims_of([one.document for one in missing], [kind.value for kind in _ASKED])
        document, claims = next(told, ("", []))
        for one in missing:
            body = _to_bytes(one, claims if document == one.document else ())
            if document == one.document:
                document, claims = next(told, ("", []))
            found = _from_bytes(body)
            assert found is not None
            self.of[one.document] = found
            self.kept.append((one, body))

    def notices(self, into: Mapping[str, str]) -> list[list[Notice[str]]]:
        """Return the notices of each contract, in order.

        Args:
            into: The contract that others are one with.
        """
        of_contract: dict[str, list[tuple[Made, _NoticeShape]]] = {}
        for one in self._documents:
            for shape in self.of[one.document].notices:
                of_contract.setdefault(into.get(shape[0], shape[0]), []).append((one, shape))
        notices = []
        for _, found in sorted(of_contract.items()):
            is_compared = len(found) > 1 and any(one.is_record for one, _ in found)
            notices.append([_notice_of(one, shape, is_compared=is_compared) for one, shape in found])
        return notices

    def with_claims(self, same: SameFacts[str]) -> SameFacts[Claim]:
        """Return the same of two notices, with the claims themselves."""
        agreeing = tuple(
            (self._case.links.claim(same.first.document, one), self._case.links.claim(same.second.document, other))
            for one, other in same.agreeing
        )
        first, second = (
            Notice[Claim](document=one.document, contract=one.contract, stage=one.stage, is_record=one.is_record)
            for one in (same.first, same.second)
        )
        return SameFacts(first=first, second=second, agreeing=agreeing)


def _to_bytes(one: Made, claims: Sequence[Claim]) -> bytes:
    """Return what claims say, in the form in which it is kept.

    Args:
        one: Their document.
        claims: Kind by kind in the order of those asked for, and as they stand in it.
    """
    facts, quoted = Facts(), list[Stretch]()
    notices: dict[tuple[str, Stage | None], Notice[Claim]] = {}
    for claim in claims:
        if claim.kind in OF_PURCHASE:
            quoted += ((at.page_number, at.start, at.end) for at in claim.quotes if at.page_number is not None)
            continue
        if not one.is_record:
            facts.take(claim)
        notice = Notice[Claim](
            document=one.document, contract=claim.contract, stage=claim.stage, is_record=one.is_record
        )
        notices.setdefault((claim.contract, claim.stage), notice).take(claim)
    for notice in notices.values():
        notice.settle()
    shape = _Shape(
        {kind.value: sorted(values) for kind, values in facts.values.items()},
        [_notice_shape(notice) for _, notice in sorted(notices.items(), key=lambda one: (one[0][0], one[0][1] or ""))],
        quoted,
    )
    return msgspec.msgpack.encode(shape)


def _notice_shape(notice: Notice[Claim]) -> _NoticeShape:
    said = {name: {value: claim.claim for value, claim in values.items()} for name, values in notice.said.items()}
    stage = None if notice.stage is None else notice.stage.value
    return notice.contract, stage, msgspec.Raw(msgspec.msgpack.encode(said))


def _from_bytes(untrusted_body: bytes) -> ClaimedFacts | None:
    try:
        shape = _decoder.decode(untrusted_body)
        return ClaimedFacts(
            facts=Facts({_KINDS[kind]: set(values) for kind, values in shape.facts.items()}),
            notices=tuple(shape.notices),
            quoted=tuple(shape.quoted),
        )
    except (ValueError, KeyError):  # of msgspec, too
        return None


def _notice_of(one: Made, shape: _NoticeShape, *, is_compared: bool) -> Notice[str]:
    """Return a notice; with what it says only if that is compared."""
    contract, stage, said = shape
    return Notice(
        document=one.document,
        contract=contract,
        stage=None if stage is None else _STAGES[stage],
        is_record=one.is_record,
        said=_said_decoder.decode(said) if is_compared else {},
    )


_KINDS = {kind.value: kind for kind in StatementKind}
_STAGES = {stage.value: stage for stage in Stage}
