from __future__ import annotations

import gzip
import json
import time

import pytest

from tenderlight.model.reader import ReadingLimits
from tenderlight.sources.json_text import (
    decoded,
    has_doubled_names,
    open_json,
    outline,
    unpacked,
    values,
    without_extras,
)

PACKAGE = {"version": "1.1", "releases": [{"ocid": "a"}, {"ocid": "b"}], "publisher": {"name": "x"}}


def pointers(text: str) -> list[str]:
    return [span.pointer for span in outline(text).spans]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_encodings_are_read_without_a_problem(encoding: str) -> None:
    assert decoded('{"name": "Україна 中国"}'.encode(encoding)) == ('{"name": "Україна 中国"}', None)


def test_western_bytes_are_read_as_such_and_noted() -> None:
    assert decoded('{"name": "Ministère de l\'Intérieur – été"}'.encode("cp1252")) == (
        '{"name": "Ministère de l\'Intérieur – été"}',
        "encoding-guessed",
    )


def test_chinese_bytes_are_read_as_such_and_noted() -> None:
    text = '{"name": "南溪县公安局人脸识别系统采购项目"}'
    assert decoded(text.encode("gb18030")) == (text, "encoding-guessed")


def test_one_wrong_byte_does_not_spoil_the_rest() -> None:
    content = '{"name": "Україна", "x": "?"}'.encode().replace(b"?", b"\xe9")
    assert decoded(content) == ('{"name": "Україна", "x": "\ufffd"}', "text-damaged")


def test_gzip_is_unpacked() -> None:
    assert unpacked(gzip.compress(b"[1]") + gzip.compress(b"[2]"), ReadingLimits()) == (b"[1][2]", None)


def test_a_cut_off_gzip_gives_what_came_before() -> None:
    packed = gzip.compress(b"0123456789" * 1000)
    content, code = unpacked(packed[:-8], ReadingLimits())
    assert code == "gzip-damaged"
    assert content.startswith(b"0123456789")


def test_a_gzip_bomb_stops_at_the_limit() -> None:
    limits = ReadingLimits(unpacked_bytes=2 * 1024**2)
    content, code = unpacked(gzip.compress(bytes(64 * 1024**2)), limits)
    assert code == "gzip-too-large"
    assert len(content) <= 3 * 1024**2


def test_each_notice_of_a_package_is_found() -> None:
    assert pointers(json.dumps(PACKAGE)) == ["/releases/0", "/releases/1"]
    assert pointers(json.dumps(PACKAGE, indent=2)) == ["/releases/0", "/releases/1"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"ocid": "a", "releases": [{}]}, [""]),  # a record, with its releases inside
        ({"compiledRelease": {}, "releases": []}, [""]),
        ([{"ocid": "a"}, {"ocid": "b"}], ["/0", "/1"]),
        ({"tender": {}}, [""]),
        ({"records": [], "releases": [{"ocid": "a"}]}, ["/releases/0"]),
        ({"releases": []}, []),
        ([], []),
        ("text", []),
    ],
)
def test_outline_by_shape(value: object, expected: list[str]) -> None:
    assert pointers(json.dumps(value)) == expected


def test_lines_are_values_of_their_own() -> None:
    assert pointers('{"ocid": "a"}\n\n{"ocid": "b"}\r\n{"ocid": "c"}') == ["/0", "/1", "/2"]


def test_values_need_no_line_breaks_between_them() -> None:
    assert pointers('{"ocid": "a"}{"ocid": "b"}') == ["/0", "/1"]


@pytest.mark.parametrize("damaged", [0, 1, 2])
def test_a_damaged_line_does_not_hide_the_others(damaged: int) -> None:
    lines = ['{"ocid": "a"}', '{"ocid": "b"}', '{"ocid": "c"}']
    lines[damaged] = '{"ocid": }'
    found = outline("\n".join(lines))
    assert [span.pointer for span in found.spans] == [f"/{index}" for index in range(3) if index != damaged]
    assert len(found.damage) == 1


@pytest.mark.parametrize("cut", [40, 60, -1, -30])
def test_a_cut_off_package_keeps_whole_notices(cut: int) -> None:
    text = json.dumps({"releases": [{"ocid": "a", "n": 1}, {"ocid": "b", "n": 2}, {"ocid": "c", "n": 3}]})
    found = outline(text[:cut])
    assert found.is_cut_off
    whole = text[:cut].count("}")
    assert [span.pointer for span in found.spans] == [f"/releases/{index}" for index in range(whole)][:3]


def test_damage_in_the_middle_is_not_a_cut() -> None:
    found = outline('{"releases": [{"ocid": "a"}, {"ocid" "b"}, {"ocid": "c"}]}')
    assert [span.pointer for span in found.spans] == ["/releases/0"]
    assert found.damage
    assert not found.is_cut_off


def test_nesting_without_end_is_refused() -> None:
    assert outline('{"releases": [{"ocid": "a", "x": ' + "[" * 100_000).is_too_deep


def test_comments_and_trailing_commas_are_left_out_but_not_inside_texts() -> None:
    text = '{"a": "x,}  // no comment", /* one */ "b": [1, 2,], // two\n}'
    assert json.loads(without_extras(text)) == {"a": "x,}  // no comment", "b": [1, 2]}


@pytest.mark.parametrize(
    "hostile", ["/*" * 200_000, ",/*" * 100_000, '"' * 99_999, "\\" * 200_000, ", " * 200_000 + "]"]
)
def test_hostile_text_is_gone_through_once(hostile: str) -> None:
    started = time.perf_counter()
    without_extras(hostile)
    assert time.perf_counter() - started < 5


def test_repair_is_said() -> None:
    file = open_json(b'{"releases": [{"ocid": "a",},],}', ReadingLimits())
    assert file.troubles == ("json-repaired",)
    assert [span.pointer for span in file.outline.spans] == ["/releases/0"]


@pytest.mark.parametrize("sign", ["\ufeff", "\x1e", "\x00\x00"])
def test_signs_between_members_that_are_no_blanks_hide_no_notice(sign: str) -> None:
    text = f'{{"ocid": "a",{sign} "b": ["\x1e"]{sign}}}'
    ((span, value, has_doubles),) = values(text, outline(text).spans)
    assert (span.pointer, value, has_doubles) == ("", {"ocid": "a", "b": ["\x1e"]}, False)


def test_numbers_stay_as_written() -> None:
    text = '{"a": 2000.680, "b": 1E+5, "c": 123456789012345678901234567890, "d": NaN}'
    [(_, value, doubled)] = values(text, outline(text).spans)
    assert value == {"a": "2000.680", "b": "1E+5", "c": "123456789012345678901234567890", "d": "NaN"}
    assert not doubled


def test_numbers_of_many_digits_do_no_harm() -> None:
    text = '{"ocid": "a", "n": ' + "9" * 100_000 + "}"
    [(_, value, _)] = values(text, outline(text).spans)
    assert len(value["n"]) == 100_000


def test_doubled_names_are_seen() -> None:
    text = '[{"a": 1, "a": 2}, {"a": 1, "a": 1}, {"a": 1}]'
    assert [doubled for _, _, doubled in values(text, outline(text).spans)] == [True, False, False]


@pytest.mark.parametrize(
    ("content", "is_doubled"),
    [
        (b'{"value": 5, "value": 999}', True),
        (b'{"a": {"value": 5, "value": 999}}', True),
        (b'{"value": 5, "value": 5}', False),
        (b'{"value": 5}', False),
        (b'{"value": 5, "value": ', False),
        (b"[" * 20_000, False),
    ],
)
def test_names_that_stand_twice_are_seen_in_any_json(content: bytes, is_doubled: bool) -> None:
    assert has_doubled_names(content, ReadingLimits()) is is_doubled
