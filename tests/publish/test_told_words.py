"""What a screening says of a name and an entry is said in the language of the reader, clause by clause."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tenderlight.publish.told_words import MOST_CUTS, feature_in, pointer_in, rows_of, screening_in
from tenderlight.screening.told import ToldFeature
from tests.house.tree import PACKAGE

SAY = ("matching/relation.py", "matching/judge.py", "matching/matcher.py", "lists/standing.py", "screening/screener.py")
"""The modules that say how a name and an entry belong together, and how the entry stood on a day."""
WHOLE = (
    "The brand is the same, the trade is another and the place is another: perhaps a sister company.",
    (
        "It is the same place, brand and trade; the place is written otherwise or stands elsewhere in the name and the "
        "legal form is left out or said less exactly."
    ),
    "The words are the same, and so is the legal form. The list gives it as a former name of the entry.",
    "The letters are the same, the words are cut otherwise; the legal form is left out or said less exactly.",
    "By the sourced table it is another company, Acorn Co., Ltd. The words are the same in another order.",
    "The sourced table gives “Acorn” as a brand or word of Acorn, Inc. (a list, p. 3); others bear it too.",
    "The sourced table gives “Acorn” as the registered name of Acorn, Inc. (a list, p. 3).",
    "Both give the same number: unified social credit code (GB 32100-2015), 91110000MA005UCQ5P.",
    (
        "Announced 2019-10-07, printed in the official journal on 2019-10-09; a newer list of the same form "
        "(2024-01-01) no longer has it."
    ),
    "In effect from 2019-10-09; whether it was in effect on that day the list does not say.",
    "It stands in the list of 2024-05-01 and in that of 2024-07-01.",
    "The documents give several days: listed on 2020-01-01; before listing on 2018.",
    "Only 2019-10 is known: before listing on its first day, listed on its last.",
    "In effect from 2019-10-09; a newer list of the same form (0f1e2d3c4b5a) no longer has it.",
    "The entry is a vessel, not a party. The distinctive words differ.",
)
ENGLISH = re.compile(r"(?:[a-z]+ ){2,}[a-z]+")


def sentences() -> Iterator[str]:
    """Yield what the modules say, in clauses, with something in each place of a name or day."""
    for name in SAY:
        tree = ast.parse((PACKAGE / name).read_text("utf-8"))
        manuals = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        parts = {part for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):
                yield "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and not {node} & (manuals | parts):
                yield node.value


def fixed_words() -> set[str]:
    """Return the words of these sentences that are the program's own, two or more in a row."""
    parts = {part.strip(" .;,:()“”") for said in sentences() for part in said.split("{}")}
    return {part for part in parts if " " in part and re.search("[a-z]{2}", part)}


def test_every_word_that_the_program_says_of_a_hit_stands_in_the_catalogue() -> None:
    words = fixed_words()
    keys = "\n".join(rows_of("zh", "screening")).lower()
    assert len(words) > 60
    assert {word for word in words if word.lower() not in keys} == set()


@pytest.mark.parametrize("said", WHOLE)
def test_whole_reasons_are_told_in_chinese(said: str) -> None:
    told = screening_in("zh", said)
    assert told.endswith("。")
    assert not ENGLISH.search(told.replace("a list", ""))
    assert screening_in("en", said) == said


def test_one_unknown_clause_leaves_all_as_it_is() -> None:
    said = "The words are the same. Somebody said so."
    assert screening_in("zh", said) == said
    many = "The words are the same, " * (MOST_CUTS + 1)
    assert screening_in("zh", many) == many


def test_a_comparison_names_both_values() -> None:
    feature = ToldFeature(name="legal form", ours="ltd", theirs="llc", weight=-0.6, note="")
    assert feature_in("en", feature) == "legal form: ltd / llc"
    assert feature_in("zh", feature) == "组织形式：ltd / llc"


@pytest.mark.parametrize(
    ("pointer", "told"),
    [
        ("paragraph 12", "第 12 段"),
        ("table 2 row 3 cell 1", "表 2 第 3 行第 1 格"),
        ("header 1 paragraph 1", "页眉 1 第 1 段"),
        ("text boxes 2 paragraph 1", "文本框 2 第 1 段"),
        ("notes paragraph 3", "备注 第 3 段"),
        ("line 7", "第 7 行"),
        ("/releases/0/tender/title", "/releases/0/tender/title"),
        ("Sheet1!B7", "Sheet1!B7"),
        ("header Subject", "header Subject"),
        ("row of ducks", "row of ducks"),
        ("", ""),
    ],
)
def test_a_place_without_pages_is_told_in_chinese(pointer: str, told: str) -> None:
    assert pointer_in("zh", pointer) == told
    assert pointer_in("en", pointer) == pointer
