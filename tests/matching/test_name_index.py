"""The index of names, and the same out of bytes."""

from __future__ import annotations

import pytest

from tenderlight.matching import Matcher, Query
from tenderlight.matching.companies import company_table
from tenderlight.matching.name_index import NameIndex
from tenderlight.model.listing import ListedEntity, ListedName
from tenderlight.model.values import Identifier

CODE = Identifier(scheme="CN-USCC", number="91110000MA005UCQ5P")
ENTITIES = (
    ListedEntity(entry="1", list_code="l", schema="Company", names=(ListedName(text="Müller Optik GmbH"),)),
    ListedEntity(
        entry="2",
        list_code="l",
        schema="Company",
        names=(ListedName(text="苏州岚川智能科技有限公司"), ListedName(text="Lanchuan")),
        identifiers=(CODE,),
    ),
    ListedEntity(entry="3", list_code="l", schema="Company", names=(ListedName(text="Hikvision"),), countries=("CN",)),
)


def packed() -> dict[str, memoryview]:
    index = NameIndex.of(ENTITIES, company_table())
    return {name: memoryview(content) for name, content in index.packed().items()}


def test_names_are_found_by_their_words_numbers_and_companies() -> None:
    index = NameIndex.of(ENTITIES, company_table())
    assert [index.name(number).written for number in index.of_rest("0lanchuan")] == ["Lanchuan"]
    assert list(index.of_number("uscc", CODE.number)) == [1]
    assert list(index.of_company("hikvision")) == [2]
    assert index.companies(2) == {"hikvision"}
    assert index.companies(0) == frozenset()
    assert list(index.of_rest("0nobody")) == []


def test_umlauts_are_found_both_ways() -> None:
    index = NameIndex.of(ENTITIES, company_table())
    (number,) = index.of_rest("0muelleroptik")
    assert (index.name(number).written, index.name(number).listed.text) == ("mueller optik gmbh", "Müller Optik GmbH")


@pytest.mark.parametrize(
    "name", ["mueller optik", "Müller Optik GmbH", "苏州岚川智能科技", "海康威视", "Lanchuan Ltd", "x"]
)
def test_an_index_out_of_bytes_answers_alike(name: str) -> None:
    again = Matcher(NameIndex.unpacked(ENTITIES, packed()))
    for query in (Query(name=name), Query(name=name, identifiers=(CODE,))):
        assert again.find(query) == Matcher(ENTITIES).find(query)


@pytest.mark.parametrize(
    "part",
    [
        "entity",
        "listed",
        "rest_starts",
        "looked",
        "own.postings",
        "own.keys",
        "latin.starts",
        "own.held",
        "other.held_starts",
    ],
)
def test_parts_that_do_not_fit_are_refused(part: str) -> None:
    sections = packed()
    sections[part] = sections[part][: len(sections[part]) // 2 // 8 * 8]
    with pytest.raises(ValueError):  # noqa: PT011 - of the part, whichever it is
        NameIndex.unpacked(ENTITIES, sections)


def test_an_index_of_other_entries_is_refused() -> None:
    with pytest.raises(ValueError, match="other entries"):
        NameIndex.unpacked(ENTITIES[:1], packed())


def test_nothing_packs_into_nothing() -> None:
    sections = {name: memoryview(content) for name, content in NameIndex.of((), company_table()).packed().items()}
    assert Matcher(NameIndex.unpacked((), sections)).find(Query(name="Lanchuan")) == ()
