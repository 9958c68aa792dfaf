"""What files of two bids say alike: planted properties, and innocents: forms, own bids, scans, programs."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenderlight.linking.bid_properties import (
    AUTHOR,
    COMPANY,
    CREATED,
    DOCUMENT_ID,
    MODIFIED,
    PROGRAM,
    SORTS,
    TEMPLATE,
    Bids,
    Form,
    PropertiesOfCase,
    are_same,
    comparable,
    may_be_shown,
)
from tenderlight.linking.bid_traits import FIGURES, WORDS, is_enough
from tenderlight.linking.resemblance import letters_of
from tenderlight.model.metadata import Property, PropertyKind

ONE, TWO, THREE, FOUR = "bid/one", "bid/two", "bid/three", "bid/four"
_PLACES = {
    PropertyKind.AUTHOR: "Info/Author",
    PropertyKind.LAST_MODIFIED_BY: "docProps/core.xml/lastModifiedBy",
    PropertyKind.COMPANY: "docProps/app.xml/Company",
    PropertyKind.CREATED: "Info/CreationDate",
    PropertyKind.MODIFIED: "Info/ModDate",
    PropertyKind.DOCUMENT_ID: "ID/1",
    PropertyKind.PRODUCER: "Info/Producer",
    PropertyKind.TEMPLATE: "docProps/app.xml/Template",
}


def said(**values: str) -> tuple[Property, ...]:
    kinds = {PropertyKind(name): value for name, value in values.items()}
    return tuple(Property(kind=kind, place=_PLACES[kind], value=value) for kind, value in kinds.items())


Files = Mapping[str, tuple[Property, ...]]
LONG_ID = "9f3ac1d04b7e8862a5d1903be47cf610"


def shared(
    files: Files, *, bidders: Mapping[str, str] | None = None, form: Form | None = None, others: Files | None = None
) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the sorts that pairs of bids for one contract share; other files are each of a contract of their own."""
    names = dict(bidders or {name: name for name in files})
    case = PropertiesOfCase()
    for name, properties in files.items():
        case.take(name, "c", names[name], properties)
    for name, properties in (others or {}).items():
        case.take(name, name, name.split("/")[0], properties)
    bids = Bids(bidders=names, form=form or Form())
    ordered = sorted(names)
    pairs = [(one, two) for one in ordered for two in ordered if one < two and names[one] != names[two]]
    found = {pair: tuple(one.sort for one in case.shared(*pair, bids, SORTS)) for pair in pairs}
    return {pair: sorts for pair, sorts in found.items() if sorts}


PLANTED = {
    "an author": ({"author": "Nora Fenwick"}, {"author": "nora  FENWICK"}, {"author": "Ivo Lindt"}, (AUTHOR,)),
    "who wrote one saved the other": (
        {"author": "周文彬", "last_modified_by": "甲组"}, {"author": "乙组", "last_modified_by": "周文彬"},
        {"author": "丙组"}, (AUTHOR,)),
    "a company": (
        {"company": "云岭咨询有限公司"}, {"company": "云岭咨询有限公司"}, {"company": "东岭电子公司"}, (COMPANY,)),
    "the second of two zones": (
        {"created": "D:20240515101203+01'00'"}, {"created": "D:20240515121203+03'00'"},
        {"created": "D:20240517101203+01'00'"}, (CREATED,)),
    "a minute of saving": (
        {"modified": "2024-05-15T10:12:00Z"}, {"modified": "2024-05-15T10:12:59Z"},
        {"modified": "2024-05-15T18:00:00Z"}, (MODIFIED,)),
    "an identifier": (
        {"document_id": LONG_ID}, {"document_id": LONG_ID}, {"document_id": LONG_ID[::-1]}, (DOCUMENT_ID,)),
    "a rare program and a template": (
        {"producer": "Foxglove 2.1.3 build 1234", "template": "Angebot Straße 4"},
        {"producer": "Foxglove 2.1.3 build 1234", "template": "Angebot Straße 4"},
        {"producer": "Foxglove 2.1.4", "template": "Vorlage"}, (PROGRAM, TEMPLATE)),
}  # fmt: skip


@pytest.mark.parametrize("name", PLANTED)
def test_what_two_of_three_bids_say_alike_is_told(name: str) -> None:
    one, two, three, sorts = PLANTED[name]
    assert shared({ONE: said(**one), TWO: said(**two), THREE: said(**three)}) == {(ONE, TWO): sorts}


_A, _B, _C = said(author="Nora Fenwick"), said(author="Ivo Lindt"), said(author="Ulla Brandt")
_AT = "2024-05-15T10:12:00Z"
_FORM_OF_ALL = said(
    author="Nora Fenwick", company="Vale Agency Ltd", created=_AT, document_id=LONG_ID, template="Form 7b"
)
INNOCENT: dict[str, Files] = {
    "the form of all bids": {ONE: _FORM_OF_ALL, TWO: _FORM_OF_ALL, THREE: _FORM_OF_ALL},
    "the form of two bids, where nobody else bids": {ONE: _FORM_OF_ALL, TWO: _FORM_OF_ALL},
    "the form of two bids, where the third says nothing": {ONE: _FORM_OF_ALL, TWO: _FORM_OF_ALL, THREE: ()},
    "what most bids have": {ONE: _A, TWO: _A, THREE: _A, FOUR: _B},
    "names that programs put in": {ONE: said(author="Administrator", last_modified_by="微软用户", company="Microsoft"),
                                   TWO: said(author="ADMINISTRATOR", last_modified_by="微软用户", company="Microsoft"),
                                   THREE: _C},
    "a program without a version": {ONE: said(producer="Foxglove"), TWO: said(producer="Foxglove"),
                                    THREE: said(producer="Other 1")},
    "times of the empty file of a program": {ONE: said(created="2013-12-23T23:15:00Z"),
                                             TWO: said(created="2013-12-23T23:15:00Z"), THREE: said(created=_AT)},
    "scans one after the other": {ONE: said(created="D:20240515101203"), TWO: said(created="D:20240515101240"),
                                  THREE: said(created="D:20240515101311"), FOUR: said(created="D:20240515101402")},
    "letters too few": {ONE: said(author="PC"), TWO: said(author="pc"), THREE: _C},
    "identifiers that say nothing": {ONE: said(document_id="0" * 32), TWO: said(document_id="0" * 32),
                                     THREE: said(document_id=LONG_ID)},
}  # fmt: skip


@pytest.mark.parametrize("name", INNOCENT)
def test_innocents_are_not_told(name: str) -> None:
    assert shared(INNOCENT[name]) == {}


THREE_BIDS = {ONE: _A, TWO: _A, THREE: _B}


def test_two_bids_of_one_firm_are_no_sign() -> None:
    files = {**THREE_BIDS, FOUR: said(author="Vera Stone")}
    assert shared(files, bidders={ONE: "oak", TWO: "oak", THREE: "ash", FOUR: "elm"}) == {}
    assert shared(files, bidders={ONE: "oak", TWO: "yew", THREE: "ash", FOUR: "elm"}) == {(ONE, TWO): (AUTHOR,)}


def test_what_a_file_of_another_contract_has_is_no_sign_unless_it_is_a_bid_of_one_of_the_two() -> None:
    """An agency's form, and whoever writes for everybody, are elsewhere too; so is a firm's own author."""
    assert shared(THREE_BIDS, others={"agency/1": _A}) == {}
    assert shared(THREE_BIDS, others={f"{ONE}/of another": _A}) == {}
    own = PropertiesOfCase()
    for name, properties in THREE_BIDS.items():
        own.take(name, "c", name, properties)
    own.take("elsewhere", "d", ONE, _A)
    bids = Bids(bidders={name: name for name in THREE_BIDS})
    assert [one.sort for one in own.shared(ONE, TWO, bids, SORTS)] == [AUTHOR]


def test_what_the_tender_file_is_written_by_is_no_sign() -> None:
    """Two of three fill in the form that came with it, and the third writes a file of its own."""
    case = PropertiesOfCase()
    for name, properties in {**THREE_BIDS, "tender": _A}.items():
        case.take(name, "c", "the buyer" if name == "tender" else name, properties)
    assert case.shared(ONE, TWO, Bids(bidders={name: name for name in THREE_BIDS}), SORTS) == ()


def test_what_the_tender_file_says_is_no_sign() -> None:
    named = Form(letters=[letters_of("Questions: Ms Nora Fenwick, Vale Agency")])
    assert shared(THREE_BIDS, form=named) == {}
    assert shared(THREE_BIDS, form=Form(letters=["another"])) == {(ONE, TWO): (AUTHOR,)}


@pytest.mark.parametrize(("made", "is_told"), [("D:20240516080000Z", False), ("D:20240514080000Z", True)])
def test_a_time_before_the_tender_file_is_that_of_a_form(made: str, *, is_told: bool) -> None:
    form = Form()
    form.take(said(created="D:20200101000000Z", modified=made))
    files = {ONE: said(created=_AT), TWO: said(created=_AT), THREE: said(created="2024-05-17T10:12:00Z")}
    assert shared(files, form=form) == ({(ONE, TWO): (CREATED,)} if is_told else {})


def test_a_sort_that_is_shared_often_does_not_count() -> None:
    case = PropertiesOfCase()
    for name, properties in THREE_BIDS.items():
        case.take(name, "c", name, properties)
    bids = Bids(bidders={name: name for name in THREE_BIDS})
    assert case.shared(ONE, TWO, bids, {COMPANY}) == ()


def test_the_base_rate_is_among_files_that_say_something_of_that_sort() -> None:
    case = PropertiesOfCase()
    for at in range(6):
        case.take(f"f{at}", f"c{at}", f"h{at}", said(author=f"Clerk {at // 2}x", company=f"Firm {at}"))
    case.take("silent", "c9", "h9", ())
    case.take("same contract", "c0", "h8", said(author="Clerk 0x"))
    case.take("same hand", "c8", "h1", said(author="Clerk 0x"))
    rates = case.rates()
    # of 8 files 28 pairs, without one of one contract and one of one hand; four files of Clerk 0x, six pairs less two
    assert (rates[AUTHOR].pairs, rates[AUTHOR].of_pairs) == (4 + 2, 26)
    assert (rates[COMPANY].pairs, rates[COMPANY].of_pairs) == (0, 15)
    assert (rates[DOCUMENT_ID].of_pairs, rates[DOCUMENT_ID].share) == (0, 1.0)


def test_what_many_files_have_is_common_and_raises_no_rate() -> None:
    case = PropertiesOfCase()
    for at in range(20):
        case.take(f"f{at}", f"c{at}", f"h{at}", said(author="The clerk of all"))
    assert case.rates()[AUTHOR].pairs == 0


def test_a_program_alone_is_no_sign_and_adds_to_another() -> None:
    found = PropertiesOfCase()
    for name, number in ((ONE, "2.1"), (TWO, "2.1"), (THREE, "2.2")):
        found.take(name, "c", name, said(producer=f"Foxglove {number}"))
    programs = found.shared(ONE, TWO, Bids(bidders={name: name for name in (ONE, TWO, THREE)}), SORTS)
    assert [one.sort for one in programs] == [PROGRAM]
    assert not is_enough([], programs)
    assert not is_enough([(WORDS, "letters")], programs)
    assert is_enough([(FIGURES, "2841693")], programs)
    assert not is_enough([(FIGURES, "2841693")])


@pytest.mark.parametrize(
    ("one", "two", "is_weak"),
    [
        ("D:20240515101203+01'00'", "2024-05-15T09:12:03Z", False),
        ("2024-05-15T10:12:03Z", "2024-05-15T10:12:59Z", True),
        ("2024-05-15T10:12:00Z", "2024-05-15T10:12:00Z", True),  # a program that writes no seconds
    ],
)
def test_a_time_is_a_sign_by_itself_to_the_second_only(one: str, two: str, *, is_weak: bool) -> None:
    case = PropertiesOfCase()
    for name, created in ((ONE, one), (TWO, two), (THREE, "2024-05-17T10:12:03Z")):
        case.take(name, "c", name, said(created=created))
    found = case.shared(ONE, TWO, Bids(bidders={name: name for name in (ONE, TWO, THREE)}), SORTS)
    assert [(each.sort, each.is_weak) for each in found] == [(CREATED, is_weak)]
    assert is_enough([], found) is not is_weak


@pytest.mark.parametrize(
    ("properties", "is_shown"),
    [
        (said(author="Oak Lenses Ltd"), False),
        (said(last_modified_by="user7"), False),
        (said(template="C:\\Users\\Nora\\bid.dotx"), False),
        (said(company="Nora Fenwick"), False),
        (said(company="Oak Lenses Ltd"), True),
        (said(company="云岭咨询有限公司"), True),
        (said(company="ООО «Северные камеры»"), True),
        (said(created=_AT), True),
        (said(document_id=LONG_ID), True),
        (said(producer="Foxglove 2.1"), True),
    ],
)
def test_names_of_persons_are_not_shown_nor_what_may_hold_one(properties: tuple[Property], *, is_shown: bool) -> None:
    assert may_be_shown(properties[0]) is is_shown


def test_files_are_the_same_at_their_pointers_alone() -> None:
    pair = ("metadata:Info/Author", "metadata:docProps/core.xml/lastModifiedBy")
    saved = said(last_modified_by="Nora FENWICK")
    assert are_same(_A, saved, pair)
    assert not are_same(saved, _A, pair)
    assert not are_same(_B, saved, pair)
    assert not are_same((), (), pair)


@given(st.sampled_from(PropertyKind), st.text(max_size=60))
def test_no_value_breaks_the_comparison(kind: PropertyKind, value: str) -> None:
    same = comparable(Property(kind=kind, place="x", value=value))
    assert same is None or same
