"""What speaks against links, in fixed sentences: each says how common such a thing is among what was compared."""

from __future__ import annotations

from collections.abc import Iterator

from tenderlight.model.link_value import LinkKind, LinkValue

ONE_FORM = "Two notices of one form may have nearly the same words; no fact that was read tells these apart."
CROWD = "{documents} documents have nearly these words, among at least {of_documents} that were compared."
ELSEWHERE = (
    "One agency, a law, a standard or a maker's data sheet may be where both have the words from; "
    "the link does not say who wrote them."
)
CLAUSES_OF = (
    "The commonest of these clauses stands in {documents} documents among at least {of_documents} that were compared, "
    "of {buyers} buyers among at least {of_buyers} whose documents are in its language."
)
SAME_FACTS = "A notice that is published again, with a change in something else, may give the same facts."
BIDS = (
    "Two bids may have words, figures and errors from one form, one maker or one adviser; "
    "the link does not say that those who bid knew of each other."
)
FILES = (
    "What a file says of itself may come from a form, from a machine that many use, or from whoever put the files "
    "together; it is easily changed, and does not say who wrote the words."
)
PAIRS = (
    "Of at least {of_pairs} pairs of documents of different contracts, {pairs} share a trait of the sort among these "
    "that is shared most often."
)
FIXED_SENTENCES = (ONE_FORM, SAME_FACTS, ELSEWHERE, BIDS, FILES)
TEMPLATES = (CROWD, CLAUSES_OF, PAIRS)


def against_link(value: LinkValue) -> Iterator[str]:
    """Yield what speaks against a link, whatever its documents are."""
    if value.link is LinkKind.SAME_NOTICE and value.similarity is None:
        yield SAME_FACTS
    elif value.link is LinkKind.SAME_NOTICE:
        yield ONE_FORM
        yield CROWD.format(documents=value.documents, of_documents=value.of_documents)
    elif value.link is LinkKind.SHARED_TRAITS:
        yield BIDS
        if value.alike:
            yield FILES
        yield PAIRS.format(pairs=value.pairs, of_pairs=value.of_pairs)
    elif value.link is LinkKind.SHARED_CLAUSES:
        yield ELSEWHERE
        yield CLAUSES_OF.format(
            documents=value.documents,
            of_documents=value.of_documents,
            buyers=value.buyers,
            of_buyers=value.of_buyers,
        )
