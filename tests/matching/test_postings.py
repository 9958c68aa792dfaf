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
    assert [name for name, _ in found] == [0, 1]
    assert found[0][1] > found[1][1]


def test_a_rare_key_weighs_more_than_a_common_one() -> None:
    index = built(["common", "rare"], *[["common", f"other{at}"] for at in range(50)])
    assert index.search(["common", "rare"], most=1)[0][0] == 0


def test_asking_twice_gives_the_same() -> None:
    index = built(*[[f"k{at % 7}", f"m{at % 5}"] for at in range(100)])
    assert index.search(["k1", "m3"], most=7) == index.search(["k1", "m3"], most=7)


def test_many_questions_at_once_are_answered_as_one_by_one() -> None:
    index = built(*[[f"k{at % 7}", f"m{at % 5}", f"n{at % 11}"] for at in range(400)])
    questions = [["k1", "m3"], ["m3", "n10", "k2"], [], ["unknown"], ["k1"], ["n4", "k1", "m0"]]
    assert index.search_all(questions, most=6) == [index.search(keys, most=6) for keys in questions]


def test_a_common_key_counts_for_the_names_that_a_rare_one_finds() -> None:
    index = built(["rare"], ["rare", "common"], *[["common"]] * 3_000)
    assert [name for name, _ in index.search(["rare", "common"], most=2)] == [1, 0]


def test_one_pair_of_syllables_tells_nothing_and_a_word_or_two_pairs_do() -> None:
    index = built(["w:optics", "y:lanchuan", "y:chuanji", "b:lanchuan"], *[[f"k{at}"] for at in range(9)])
    pair, word, pairs, other = (
        index.told(keys, [0, 1])
        for keys in (
            ["y:lanchuan", "b:lanchuan"],
            ["w:optics"],
            ["y:lanchuan", "y:chuanji"],
            ["y:other"],
        )
    )
    assert pair == other == [0.0, 0.0]
    assert 0 < word[0] < pairs[0]
    assert word[1] == pairs[1] == 0


def test_nothing_is_found_under_unknown_keys_or_in_nothing() -> None:
    assert built(["a"]).search(["q"], most=3) == []
    assert PostingsBuilder().build(1).search(["a"], most=3) == []
