from __future__ import annotations

from tenderlight.matching.postings import PostingsBuilder


def built(*names: list[str]):  # type: ignore[no-untyped-def]
    builder = PostingsBuilder()
    for at, keys in enumerate(names):
        builder.add(at, keys)
    return builder.build(len(names))


def test_the_name_that_shares_most_comes_first() -> None:
    index = built(["a", "b", "c"], ["a", "x"], ["z"])
    found = index.search(["a", "b", "c"], most=5)
    assert [one.name for one in found] == [0, 1]
    assert found[0].score > found[1].score


def test_a_rare_key_weighs_more_than_a_common_one() -> None:
    index = built(["common", "rare"], *[["common", f"other{at}"] for at in range(50)])
    assert index.search(["common", "rare"], most=1)[0].name == 0


def test_asking_twice_gives_the_same() -> None:
    index = built(*[[f"k{at % 7}", f"m{at % 5}"] for at in range(100)])
    assert index.search(["k1", "m3"], most=7) == index.search(["k1", "m3"], most=7)


def test_nothing_is_found_under_unknown_keys_or_in_nothing() -> None:
    assert built(["a"]).search(["q"], most=3) == []
    assert PostingsBuilder().build(1).search(["a"], most=3) == []
