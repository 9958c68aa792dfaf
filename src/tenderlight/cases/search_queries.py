"""What the index of the search is asked for a phrase: as little as says on which pages it stands."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from tenderlight.cases.search_taking import ALONE, COMMON, TERMS, UNTOLD
from tenderlight.languages.common_phrases import CommonPhrases
from tenderlight.languages.search_terms import Phrase

if TYPE_CHECKING:
    from tantivy import Index, Query, Schema, Searcher

LONGEST_RUN_WEIGHED = 40
"""Characters of the longest run of which it is asked how rare each of its pairs is."""
LEAST_WEIGHT = 0.05


def query_of(phrase: Phrase, index: Index, common: CommonPhrases | None) -> Query:
    """Return what finds the pages on which a phrase stands.

    Args:
        phrase: What is looked for.
        index: Where.
        common: The phrases that are told of its entries; None = of none.
    """
    from tantivy import Occur, Query

    schema = index.schema
    if phrase.character is not None:
        return Query.term_query(schema, ALONE, phrase.character, "basic")
    if phrase.words:
        forms = [Query.term_query(schema, ALONE, word, "basic") for word in phrase.words]
        forms += [Query.term_query(schema, TERMS, word) for word in phrase.words if ((0, word),) != phrase.terms]
        in_order = _in_order(phrase.terms, schema, is_open=phrase.is_open)
        return Query.boolean_query([(Occur.Should, query) for query in (in_order, *forms)])
    searcher = index.searcher()
    in_order = _in_order(_rarest_first(phrase, searcher), schema, is_open=phrase.is_open)
    if common is None or phrase.run not in common:
        return in_order
    told = [_told(one, schema, searcher) for one in common.holding(phrase.run)]
    untold = Query.const_score_query(Query.term_query(schema, COMMON, UNTOLD, "basic"), 0.0)
    among_untold = Query.boolean_query([(Occur.Must, untold), (Occur.Must, in_order)])
    return Query.boolean_query([(Occur.Should, query) for query in (*told, among_untold)])


def _told(phrase: str, schema: Schema, searcher: Searcher) -> Query:
    """Return what finds the entries of which a common phrase is told; how common it is counts for nothing."""
    from tantivy import Query

    entries, having = searcher.num_docs, searcher.doc_freq(COMMON, phrase)
    rareness = math.log(1 + (max(0, entries - having) + 0.5) / (having + 0.5))
    return Query.boost_query(Query.term_query(schema, COMMON, phrase, "freq"), 1 / max(rareness, LEAST_WEIGHT))


def _rarest_first(phrase: Phrase, searcher: Searcher) -> tuple[tuple[int, str], ...]:
    """Return the terms of a phrase; of one run of characters every second pair from the rarest on, to both sides.

    Pages that lack the rarest are not looked at.
    """
    last = len(phrase.run) - 2
    if not 0 < last <= LONGEST_RUN_WEIGHED:
        return phrase.terms
    pairs = [phrase.run[at : at + 2] for at in range(last + 1)]
    numbers = [searcher.doc_freq(TERMS, pair) for pair in pairs]
    rarest = numbers.index(min(numbers))
    places = sorted({0, last, *range(rarest, -1, -2), *range(rarest, last + 1, 2)})
    return tuple((place, pairs[place]) for place in places)


def _in_order(phrase: tuple[tuple[int, str], ...], schema: Schema, *, is_open: bool) -> Query:
    from tantivy import Query

    terms: list[str | tuple[int, str]] = [(place, term) for place, term in phrase]
    (_, first), (place, last) = phrase[0], phrase[-1]
    if is_open:  # terms are letters and digits: none means anything in a regular expression
        pattern = f"{last}.*"
        if len(terms) == 1:
            return Query.regex_query(schema, TERMS, pattern)
        return Query.regex_phrase_query(schema, TERMS, [*terms[:-1], (place, pattern)])
    return Query.term_query(schema, TERMS, first) if len(terms) == 1 else Query.phrase_query(schema, TERMS, terms)
