from __future__ import annotations

from tenderlight.sources.json_places import JsonPlace, Number, escaped, members_of, value_under

HISTORY = [
    {"releaseID": "2", "releaseDate": "2014-02-01T00:00:00Z", "releaseTag": ["tender"], "value": "second"},
    {"releaseID": "1", "releaseDate": "2014-01-01T00:00:00Z", "releaseTag": ["tender"], "value": "first"},
]


def test_members_have_pointers() -> None:
    place = JsonPlace({"tender": {"items": [{"id": Number("7")}]}}, "/releases/3")
    item = place.get("tender", "items").entries()[0].get("id")
    assert (item.pointer, item.words()) == ("/releases/3/tender/items/0/id", "7")


def test_what_is_not_there_is_a_place_without_a_value() -> None:
    nothing = JsonPlace({"buyer": "a name"}, "").get("buyer", "identifier", "id")
    assert not nothing
    assert nothing.written() is None
    assert nothing.pointer == "/buyer/identifier/id"


def test_names_are_escaped_as_the_standard_says() -> None:
    assert escaped("a/b~c") == "a~1b~0c"
    assert value_under({"a/b~c": {"": "x"}}, "/a~1b~0c/") == "x"


def test_a_single_object_stands_for_a_list_of_one() -> None:
    assert [entry.pointer for entry in JsonPlace({"id": "1"}, "/awards").entries()] == ["/awards"]


def test_the_last_value_of_a_history_counts() -> None:
    place = JsonPlace({"title": HISTORY}, "").get("title")
    assert (place.words(), place.pointer) == ("second", "/title/0/value")


def test_a_list_of_objects_is_no_history() -> None:
    assert len(JsonPlace([{"id": "1", "value": "x"}], "").entries()) == 1


def test_null_at_the_end_of_a_history_is_nothing() -> None:
    ended = [*HISTORY, {"releaseID": "3", "releaseDate": "2014-03-01T00:00:00Z", "releaseTag": [], "value": None}]
    assert not JsonPlace(ended, "")


def test_doubled_names_are_listed_with_their_places() -> None:
    inner = members_of([("amount", Number("1")), ("amount", Number("2"))])
    outer = members_of([("value", inner), ("id", "a"), ("id", "a")])
    assert [place.pointer for place in JsonPlace([outer], "").doubled_names()] == ["/0/value/amount"]
