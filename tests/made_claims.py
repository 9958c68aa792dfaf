"""Claims made for tests, one for each value."""

from __future__ import annotations

from itertools import count

from tenderlight.model.claim import Claim
from tenderlight.model.quote import Quote
from tenderlight.model.statement import VALUE_TYPES, StatementKind
from tenderlight.model.values import Value

_COUNT = count()
_KINDS = {
    kind: made for kind, made in VALUE_TYPES.items() if kind not in {StatementKind.AGENCY, StatementKind.END_USER}
}


def made_claim(value: Value, contract: str = "k1", kind: StatementKind | None = None, text: str = "x") -> Claim:
    """Return a claim with a value, of the first kind that takes such values unless one is given; no two have one id."""
    quote = Quote(
        document="a" * 64,
        path="a.html",
        start=0,
        end=len(text),
        text=text,
        before="",
        after="",
        pointer="/",
        reader="test/1",
    )
    return Claim(
        claim=f"c{next(_COUNT)}",
        contract=contract,
        kind=kind or next(each for each, made in _KINDS.items() if type(value) is made),
        value=value,
        polarity=None,
        stage=None,
        rule="test",
        rule_version=1,
        confidence=None,
        against=(),
        quotes=(quote,),
    )
