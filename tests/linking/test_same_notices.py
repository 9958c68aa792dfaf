"""What is one notice, and what is only alike."""

from __future__ import annotations

from tenderlight.linking.resemblance import Pair
from tenderlight.linking.same_notices import Facts, counted_once, likenesses
from tenderlight.model.statement import StatementKind


def facts(**values: set[str]) -> Facts:
    return Facts({StatementKind(kind): value for kind, value in values.items()})


def test_facts_that_differ_tell_notices_of_one_form_apart() -> None:
    one = facts(buyer={"a"}, amount={"1 CNY"}, stage={"award"})
    assert one.differs_from(one) == one.differs_from(facts(buyer={"a"})) == ()
    assert one.differs_from(facts(amount={"2 CNY"}, stage={"tender"})) == ("stage", "amount")
    assert one.buyer == "a"
    assert facts(buyer={"a", "b"}).buyer is facts().buyer is None


def test_notices_that_are_one_count_once() -> None:
    known = {0: facts(amount={"1"}), 1: facts(amount={"1"}), 2: facts(), 3: facts(amount={"2"})}
    found = list(likenesses([Pair(0, 1, 0.9), Pair(1, 2, 0.9), Pair(0, 3, 0.9), Pair(4, 5, 1.0)], known))
    assert [one.differs for one in found] == [(), (), ("amount",), ()]
    assert counted_once(6, [(one.pair.first, one.pair.second) for one in found if not one.differs]) == 3
    assert counted_once(3, [(0, 1), (0, 2)]) == 1
    assert counted_once(2, []) == 2
