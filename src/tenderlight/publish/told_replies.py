"""Replies as exports tell them: whom we asked, how, when, by when, and what they answered, beside what was claimed.

The same case gives the same bytes on any day, so whether a deadline is over is left to the reader: the deadline and
the answer, if one came, stand there. Who wrote an entry is never told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

import msgspec

from tenderlight.cases import Case
from tenderlight.linking.parties import Parties, Party
from tenderlight.model.claim import Claim
from tenderlight.model.reply import Asked, Reply
from tenderlight.publish.redaction import redacted_text

ToldReply = dict[str, object]
REPLY_KEYS = {
    "reply": "Number of the entry, from 1.",
    "party": "Name of the party.",
    "contract": "Id of the contract it was asked about; null = the whole case.",
    "asked_of": "Whom we asked: a person, an office, an address; null where private persons are blacked out.",
    "asked_how": "By letter, mail, telephone …",
    "asked_at": "When: a day or a time.",
    "deadline": "By which day an answer was asked for.",
    "answer": "The answer in full; null = none came so far.",
    "answered_at": "When it came; null = none came so far.",
    "attachments": "What lies beside it: `name`, `sha256`, `size_bytes` of each.",
}
"""Keys of a reply in JSON, with their meaning."""
_encoder = msgspec.json.Encoder()


@dataclass(slots=True, kw_only=True)
class Replies:
    """The replies of a case, by what they belong to: each is looked up once."""

    case: Case
    parties: Parties
    is_redacted: bool = False
    _of_claim: Mapping[str, Party] = field(init=False)
    _of_contract: Mapping[str, list[Party]] = field(init=False)
    _known: dict[tuple[str | None, str], tuple[Reply, ...]] = field(init=False, default_factory=dict)
    _has_any: bool = field(init=False)

    def __post_init__(self) -> None:
        self._of_claim = self.parties.by_claim()
        self._of_contract = self.parties.by_contract()
        self._has_any = bool(self.case.replies.current())

    def __bool__(self) -> bool:
        """Say whether anybody was asked."""
        return self._has_any

    def of(self, claim: Claim) -> tuple[Reply, ...]:
        """Return what belongs to a claim, the oldest request first.

        To a claim that names a party: what that party was asked about its contract or the whole case, under any of
        its spellings. To any other: what the parties of its contract were asked, and all that was asked about it.
        """
        if not self._has_any:
            return ()
        party = self._of_claim.get(claim.claim)
        return self.of_contract(claim.contract) if party is None else self._of(party, claim.contract)

    def of_contract(self, contract: str) -> tuple[Reply, ...]:
        """Return what the parties of a contract were asked about it or the whole case, and all asked about it."""
        if not self._has_any:
            return ()
        known = self._known.get((None, contract))
        if known is None:
            named = {
                reply.number: reply
                for party in self._of_contract.get(contract, ())
                for reply in self._of(party, contract)
            }
            asked = {reply.asked.party for reply in self.case.replies.current() if reply.asked.contract}
            about = self.case.replies.of(asked, contract=contract)
            found = named | {reply.number: reply for reply in about if reply.asked.contract}
            known = self._known[None, contract] = _in_order(found.values())
        return known

    def _of(self, party: Party, contract: str) -> tuple[Reply, ...]:
        known = self._known.get((party.id, contract))
        if known is None:
            names = {name for variant in party.variants for name in variant.written}
            known = self._known[party.id, contract] = self.case.replies.of(names, contract=contract)
        return known

    def told(self, replies: Iterable[Reply]) -> list[ToldReply]:
        """Return replies by key; without private persons where they are blacked out."""
        return [told_reply(redacted_reply(reply) if self.is_redacted else reply) for reply in replies]


def _in_order(replies: Iterable[Reply]) -> tuple[Reply, ...]:
    return tuple(sorted(replies, key=lambda reply: reply.number))


def redacted_reply(reply: Reply) -> Reply:
    """Return a reply without whom we asked, and with the persons blacked out that its answer and files show."""
    asked, answer = reply.asked, reply.answer
    return replace(
        reply,
        asked=Asked(
            party=redacted_text(asked.party),
            asked_of="",
            asked_how=redacted_text(asked.asked_how),
            asked_at=asked.asked_at,
            deadline=asked.deadline,
            contract=asked.contract,
        ),
        answer=None if answer is None else replace(answer, text=redacted_text(answer.text)),
        attachments=tuple(replace(each, name=redacted_text(each.name)) for each in reply.attachments),
    )


def told_reply(reply: Reply) -> ToldReply:
    """Return a reply by `REPLY_KEYS`."""
    asked, answer = reply.asked, reply.answer
    return {
        "reply": reply.number,
        "party": asked.party,
        "contract": asked.contract or None,
        "asked_of": asked.asked_of or None,
        "asked_how": asked.asked_how,
        "asked_at": asked.asked_at,
        "deadline": asked.deadline,
        "answer": None if answer is None else answer.text,
        "answered_at": None if answer is None else answer.at,
        "attachments": [
            {"name": each.name, "sha256": each.sha256, "size_bytes": each.size_bytes} for each in reply.attachments
        ],
    }


def reply_words(told: Mapping[str, object]) -> str:
    """Return a reply in words, for a cell."""
    asked = f"{told['party']}: asked {told['asked_at']} by {told['asked_how']}, answer asked for by {told['deadline']}."
    if told["answered_at"] is None:
        return f"{asked} No answer so far."
    attached = told["attachments"]
    beside = f" (with {len(attached)} attachments)" if isinstance(attached, list) and attached else ""
    return f"{asked} Answered {told['answered_at']}{beside}: {told['answer']}".strip()


def encode_replies(told: list[ToldReply]) -> bytes:
    """Return replies as a JSON array."""
    return _encoder.encode(told)
