from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenderlight.languages import name_scan
from tenderlight.languages.automaton import CompiledAutomaton, PlainAutomaton
from tenderlight.languages.name_scan import NameScan
from tenderlight.languages.normalise import fold_text, without_hyphens

NAMES = [
    ("澜水智能科技有限公司", "a1"),
    ("瀾水智能", "a2"),
    ("Lanshui-Intelligent Co., Ltd.", "b1"),
    ("lanshui intelligent", "b2"),
    ("LANSHUI Intelligent", "b3"),
    ("Ace", "c1"),
    ("DS-2CD", "d1"),
    ("水", "e1"),
    ("ab", "e2"),
]


def found(text: str, scan: NameScan) -> list[tuple[str, tuple[str, ...]]]:
    folded = without_hyphens(fold_text(text))
    return [(folded[hit.start : hit.end], hit.ids) for hit in scan.find(folded)]


@pytest.fixture(scope="module")
def scan() -> NameScan:
    return NameScan(NAMES)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("中标人：澜水智能科技\n有限公司", [("澜水智能科技有限公司", ("a1",))]),
        ("瀾水智能科技有限公司与澜水智能", [("澜水智能科技有限公司", ("a1",)), ("澜水智能", ("a2",))]),
        ("by Lanshui Intelligent Co., Ltd. (seller)", [("lanshui intelligent co., ltd.", ("b1",))]),
        ("LANSHUI\nINTELLIGENT", [("lanshui intelligent", ("b2", "b3"))]),
        ("a face, a space, Ace Ltd", [("ace", ("c1",))]),
        ("采用Ace设备", [("ace", ("c1",))]),
        ("DS-2CD2T47 and ds-2cd", [("ds-2cd", ("d1",))]),
        ("水 ab", []),
    ],
)
def test_names_are_found_where_they_stand_whole(
    text: str, names: list[tuple[str, tuple[str, ...]]], scan: NameScan
) -> None:
    assert found(text, scan) == names


def test_names_too_short_to_mean_anything_are_counted(scan: NameScan) -> None:
    assert (len(scan), scan.too_short) == (6, 2)


def test_no_names_find_nothing() -> None:
    assert NameScan([]).find("澜水智能") == []
    assert NameScan.loaded(NameScan([]).saved()).find("澜水智能") == []


@pytest.mark.parametrize("strange", ["a\nb", "a\tb"])
def test_ids_hold_no_separators(strange: str) -> None:
    with pytest.raises(ValueError, match="line feed or a tabulator"):
        NameScan([("澜水智能", strange)])


def test_saved_names_find_the_same(scan: NameScan) -> None:
    text = "瀾水智能科技有限公司与澜水智能, Lanshui Intelligent"
    assert found(text, NameScan.loaded(scan.saved())) == found(text, scan)


def test_names_saved_on_another_machine_are_put_together_anew(scan: NameScan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(name_scan, "build_automaton", PlainAutomaton)
    monkeypatch.setattr(CompiledAutomaton, "loaded", classmethod(_not_here))
    assert found("澜水智能", NameScan.loaded(scan.saved())) == [("澜水智能", ("a2",))]


def _not_here(cls: type, content: bytes) -> None:
    raise ImportError


@pytest.mark.parametrize("place", [0, 25, 60, -1])
def test_changed_bytes_are_refused(scan: NameScan, place: int) -> None:
    content = bytearray(scan.saved())
    content[place] ^= 1
    with pytest.raises(ValueError, match="as they were saved"):
        NameScan.loaded(bytes(content))


def test_the_digest_covers_everything_behind_it(scan: NameScan) -> None:
    content = scan.saved()
    assert hashlib.sha256(content[len(name_scan._MAGIC) + 32 :]).digest() in content


@given(st.lists(st.text(min_size=2, max_size=6, alphabet="澜水智能ab -\u200b\n|\u0301Ａ"), max_size=8), st.data())
def test_hits_are_those_of_a_search_for_each_name(names: list[str], data: st.DataObject) -> None:
    scan = NameScan([(name, str(number)) for number, name in enumerate(names)])
    text = without_hyphens(fold_text("、".join(data.draw(st.permutations(names)))))
    keys = {without_hyphens(fold_text(" ".join(name.split()))).strip() for name in names}
    spans = {
        (at, at + len(key))
        for key in keys
        if len(key) >= (2 if any(sign > "\u2e80" for sign in key) else 3)
        for at in range(len(text))
        if text.startswith(key, at) and name_scan._stands_alone(text, at, at + len(key))
    }
    outermost = {one for one in spans if not any(o != one and o[0] <= one[0] and one[1] <= o[1] for o in spans)}
    assert {(hit.start, hit.end) for hit in scan.find(text)} == outermost
