"""Links of a case as claims: stored, with quotes of both documents, once everything else is claimed.

Made are claims of notices that stand in the case twice, of clauses that few buyers share, and of what bids for one
contract share. They depend on nothing but what was read and claimed of the documents, and are the same whoever read
those, and in which order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Self

from tenderlight.cases import Case
from tenderlight.cases.links import Notices
from tenderlight.evidence.assembling import digest
from tenderlight.linking.bid_traits import Sign
from tenderlight.linking.link_sentences import against_link
from tenderlight.linking.same_facts import SameFacts
from tenderlight.model.claim import Claim, PictureSays
from tenderlight.model.link import Link, SharedWords
from tenderlight.model.link_value import LinkKind, LinkValue, at_least
from tenderlight.model.quote import Quote
from tenderlight.model.statement import Stage, StatementKind
from tenderlight.pipeline.link_quotes import Shown
from tenderlight.pipeline.link_version import LINKS_VERSION, links_version
from tenderlight.pipeline.linking import LinkedCase, link, place_of, words_of_sign

MOST_QUOTED = 10
"""Clauses of a link that are quoted, each from both documents."""
_CLAIMED = frozenset({LinkKind.SAME_NOTICE, LinkKind.SHARED_CLAUSES})


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedNow:
    """What became of linking a case."""

    notices: Notices
    claims: int
    """Links that the case holds."""
    new: tuple[Claim, ...]
    """Those that were not there in this form."""


def link_case(case: Case) -> LinkedNow | None:
    """Store the links of a case in the place of those it has; None if nothing has changed since they were made.

    Args:
        case: The case; open for reading, it is opened for changes only where there is something to store.

    Raises:
        CaseInUse, StorageFull, UsageError: If the case cannot be written to.
        OptionalPartMissing: If the extra `linking` is not installed.
    """
    depends_on = case.links.depends_on(links_version())
    return None if case.links.is_current(depends_on) else store_links(case, link(case), depends_on=depends_on)


def store_links(case: Case, linked: LinkedCase, *, depends_on: str) -> LinkedNow:
    """Store links in the place of those that a case has.

    Args:
        case: As for `link_case`.
        linked: What is linked.
        depends_on: What `case.links.depends_on` said before that was found.

    Raises:
        CaseInUse, StorageFull, UsageError: If the case cannot be written to.
    """
    version = links_version()
    claims = list(claims_of(linked, case.links.filed()))
    compared = linked.documents + linked.records
    notices = Notices(compared=compared, copies=compared - linked.notices)
    with ExitStack() as stack:
        writing = case if case.links.is_for_changes else stack.enter_context(Case.open(case.place, create=True))
        new = writing.links.record(claims, version=version, depends_on=depends_on, notices=notices, found=linked.found)
    stored = (case.claim(claim.claim) for claim in new)  # with paths, and the contract that others are joined with
    return LinkedNow(notices=notices, claims=len(claims), new=tuple(one for one in stored if one is not None))


def claims_of(linked: LinkedCase, filed: Mapping[str, str]) -> Iterator[Claim]:
    """Yield claims of links. Documents that claim nothing are linked only with one that does.

    Args:
        linked: What is linked.
        filed: The contract that each document is filed under by itself, if it claims anything.
    """
    for one in linked.links:
        words = _ordered(one, filed)
        if one.kind in _CLAIMED and words[0].first.document in filed:
            yield _claim(one, words, linked, filed)
    for same in linked.same:
        yield _claim_of_facts(same)
    for sign in linked.signs:
        yield _claim_of_sign(sign, linked, filed)


def _ordered(one: Link, filed: Mapping[str, str]) -> tuple[SharedWords, ...]:
    """Return words with the document first that claims something, and of two such the one whose hash is smaller."""
    first, second = one.words[0].first.document, one.words[0].second.document
    if (first not in filed, first) <= (second not in filed, second):
        return one.words
    return tuple(replace(each, first=each.second, second=each.first) for each in one.words)


def _claim(one: Link, words: tuple[SharedWords, ...], linked: LinkedCase, filed: Mapping[str, str]) -> Claim:
    first, second = words[0].first.document, words[0].second.document
    is_of_clauses = one.kind is LinkKind.SHARED_CLAUSES
    value = LinkValue(
        link=one.kind,
        other=second,
        other_contract=filed.get(second),
        similarity=None if one.similarity is None else Decimal(f"{one.similarity:.2f}"),
        shared=one.clauses if is_of_clauses else None,
        documents=max(each.documents for each in words),
        of_documents=at_least(one.of_documents),
        buyers=max(each.buyers for each in words) if is_of_clauses else None,
        of_buyers=at_least(min(each.of_buyers for each in words)) if is_of_clauses else None,
    )
    quotes = tuple(quote for each in words[:MOST_QUOTED] for quote in (each.first, each.second))
    shown = [linked.shown[place_of(quote)] for quote in quotes]
    return _link(value, _Quoted.of(quotes, shown), contract=filed[first], rule=f"link.{one.kind.value}")


def _claim_of_facts(same: SameFacts[Claim]) -> Claim:
    value = LinkValue(
        link=LinkKind.SAME_NOTICE,
        other=same.second.document,
        other_contract=same.second.contract,
        shared=len(same.agreeing),
    )
    claims = [one for both in same.agreeing for one in both]
    quoted = _Quoted(
        quotes=tuple(one.quotes[0] for one in claims),
        against=tuple(said for one in claims for said in one.against),
        has_picture=any(one.picture is not None for one in claims),
    )
    of = same.first.contract, same.second.contract, f"{same.first.stage}"
    return _link(value, quoted, contract=same.first.contract, rule="link.same_facts", stage=same.first.stage, of=of)


def _claim_of_sign(sign: Sign, linked: LinkedCase, filed: Mapping[str, str]) -> Claim:
    first, second = sign.documents
    value = LinkValue(
        link=LinkKind.SHARED_TRAITS,
        other=second,
        other_contract=filed.get(second),
        shared=sign.shared,
        traits=sign.sorts,
        alike=tuple((one.first.pointer, one.second.pointer) for one in sign.properties),
        pairs=sign.pairs,
        of_pairs=at_least(sign.of_pairs),
    )
    shown = [one for both in words_of_sign(linked, sign)[:MOST_QUOTED] for one in both]
    quoted = _Quoted.of(tuple(one.quote for one in shown), shown)
    return _link(value, quoted, contract=filed[first], rule="link.shared_traits")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Quoted:
    """What a link quotes, and what speaks against these words."""

    quotes: tuple[Quote, ...]
    against: tuple[str, ...]
    has_picture: bool

    @classmethod
    def of(cls, quotes: tuple[Quote, ...], shown: Iterable[Shown]) -> Self:
        """Return the same of words as the case shows them."""
        shown = tuple(shown)
        return cls(
            quotes=quotes,
            against=tuple(said for one in shown for said in one.against),
            has_picture=any(one.has_picture for one in shown),
        )


def _link(
    value: LinkValue, quoted: _Quoted, *, contract: str, rule: str, stage: Stage | None = None, of: Iterable[str] = ()
) -> Claim:
    return Claim(
        claim=link_id(value.link, quoted.quotes, of=of),
        contract=contract,
        kind=StatementKind.LINK,
        value=value,
        polarity=None,
        stage=stage,
        rule=rule,
        rule_version=LINKS_VERSION,
        confidence=None,
        against=tuple(dict.fromkeys((*against_link(value), *quoted.against))),
        quotes=quoted.quotes,
        picture=PictureSays.NOT_COMPARED if quoted.has_picture else None,
    )


def link_id(kind: LinkKind, quotes: Iterable[Quote], *, of: Iterable[str] = ()) -> str:
    """Return the stable id of a link: what it is, and between which documents.

    How common its words are stays out of it, and which of them are quoted: both change with what comes to the case.

    Args:
        kind: What it is.
        quotes: Of both documents.
        of: Of two records, their contracts and stage: an original may hold thousands.
    """
    documents = sorted({quote.document for quote in quotes})
    return digest("\n".join((StatementKind.LINK.value, kind.value, *documents, *sorted(of))))
