from __future__ import annotations

import json
from pathlib import Path

import pytest

from tenderlight.capabilities.compile import compile_files, compile_vocabulary
from tenderlight.capabilities.vocabulary import TABLES, WORDS, Scope, vocabulary_from
from tenderlight.capabilities.word_classes import VocabularyMistake

ROOT = Path(__file__).resolve().parents[2]
SENSES = """
[sense.face]
en = "faces"
zh = "人脸"
slips = true
[sense.face.terms]
zh = ["人臉"]
en = ["face+", "watch~list", "recogni* face*"]
"""
SLIPS = """
[slips]
"脸" = "险睑"
"""
CAPABILITY = """
[[capability]]
code = "x.y"
version = 2
severity = "high"
definition = "d"
not_when = []
matters_because = "m"
sources = ["s"]
label = { en = "label", zh = "标签" }
[[capability.pattern]]
name = "p"
core = ["face*2@clause"]
without = ["face@line!face"]
"""


def folder(tmp_path: Path, *sheets: str) -> Path:
    for number, sheet in enumerate(sheets):
        (tmp_path / f"{number}.toml").write_text(sheet, "utf-8")
    return tmp_path


def test_terms_are_folded_and_spelt_out(tmp_path: Path) -> None:
    vocabulary = vocabulary_from(compile_vocabulary(folder(tmp_path, SENSES, CAPABILITY, SLIPS)))
    terms = {(term.literal, term.rest): term for term in vocabulary.terms}
    assert {("人脸", ""), ("人险", ""), ("face", ""), ("faces", ""), ("watchlist", ""), ("watch list", "")} <= set(
        terms
    )
    assert terms["人险", ""].weak
    assert terms["人睑", ""].weak
    assert not terms["人脸", ""].weak
    assert terms["recogni", "* face*"].bordered
    assert not terms["人脸", ""].bordered


def test_a_spelling_has_no_sense_that_a_shorter_stem_of_the_same_word_has(tmp_path: Path) -> None:
    more = """
[sense.rostro]
en = "faces"
zh = "脸"
[sense.rostro.terms]
es = ["rostr*", "rostros", "rostros de", "rostr* de*"]
[sense.plural]
en = "many"
zh = "多"
[sense.plural.terms]
es = ["rostros"]
"""
    vocabulary = vocabulary_from(compile_vocabulary(folder(tmp_path, SENSES, more, CAPABILITY)))
    terms = {(term.literal, term.rest): term.senses for term in vocabulary.terms if term.literal.startswith("rostr")}
    assert terms == {
        ("rostr", "*"): {"rostro"},
        ("rostr", "* de*"): {"rostro"},
        ("rostros", ""): {"plural"},
        ("rostros de", ""): {"rostro"},
    }


def test_a_sense_takes_the_words_of_others_in_languages_but_chinese_and_english(tmp_path: Path) -> None:
    more = """
[sense.visage]
en = "faces, widely"
zh = "脸"
like = ["face", "rostro"]
[sense.visage.terms]
fr = ["visage+"]
[sense.rostro]
en = "faces"
zh = "脸"
[sense.rostro.terms]
es = ["rostro"]
fr = ["figure"]
"""
    vocabulary = vocabulary_from(compile_vocabulary(folder(tmp_path, SENSES, more, CAPABILITY)))
    terms = {term.literal for term in vocabulary.terms if "visage" in term.senses}
    assert terms == {"visage", "visages", "figure", "rostro"}
    other = tmp_path / "other"
    other.mkdir()
    for sheet in tmp_path.glob("*.toml"):
        sheet.unlink()
    with pytest.raises(VocabularyMistake, match="no sense is called so"):
        compile_vocabulary(folder(other, SENSES, more.replace('"rostro"]', '"cara"]'), CAPABILITY))


def test_words_stand_in_files_by_their_script_and_are_read_as_one(tmp_path: Path) -> None:
    more = """
[sense.head]
en = "heads"
zh = "头"
[sense.head.terms]
zh = ["头像"]
en = ["head+", "1:n head"]
es = ["ñandú"]
ru = ["голов*", "лоб"]
ar = ["رأس"]
"""
    where = folder(tmp_path, SENSES, more, CAPABILITY)
    made = compile_files(where)
    words = {name: json.loads(made[name])["words"] for name in WORDS}
    assert [len(rows) for rows in words.values()] == [5, 4, 2, 1, 2]
    assert [written for written, _ in words["capability_terms_cyrillic.json"]["голов"]] == ["голов*"]
    assert [written for written, _ in words["capability_terms_latin_from_m.json"]["nandu"]] == ["ñandú"]
    assert vocabulary_from(*made.values()) == vocabulary_from(compile_vocabulary(where))


def test_needs_are_read_with_count_scope_and_what_lifts_them(tmp_path: Path) -> None:
    (capability,) = vocabulary_from(compile_vocabulary(folder(tmp_path, SENSES, CAPABILITY))).capabilities
    (pattern,) = capability.patterns
    assert (pattern.core[0].count, pattern.core[0].scope) == (2, Scope.CLAUSE)
    assert (pattern.without[0].scope, pattern.without[0].spare) == (Scope.LINE, frozenset({"face"}))


@pytest.mark.parametrize(
    ("sheets", "message"),
    [
        ((SENSES, SENSES), "twice"),
        ((CAPABILITY,), "no sense is called face"),
        ((SENSES, CAPABILITY, CAPABILITY), "twice"),
        ((SENSES.replace('zh = "人脸"\n', ""),), "needs en, zh and terms"),
        ((SENSES.replace("slips", "slip"),), "no use for"),
        ((SENSES.replace("en = [", "xx = ["),), "unknown language"),
        ((SENSES, CAPABILITY.replace('core = ["face*2@clause"]', "")), "needs a core"),
        ((SENSES, CAPABILITY.replace("version = 2", "")), "has not exactly"),
        ((SENSES.replace('"face+"', '"*face"'),), "cannot begin"),
        ((SENSES, SLIPS.replace("脸", "人脸")), "one simplified character"),
        ((SENSES, SLIPS.replace("睑", "瞼")), "one simplified character"),
    ],
)
def test_mistakes_are_named(tmp_path: Path, sheets: tuple[str, ...], message: str) -> None:
    with pytest.raises(VocabularyMistake, match=message):
        compile_vocabulary(folder(tmp_path, *sheets))


def test_the_committed_tables_are_all_there_and_none_is_too_large() -> None:
    """That they are those that the vocabulary makes is held by `make up-to-date`, which makes them all."""
    tables = {name: (ROOT / "src/tenderlight/_generated" / name).read_bytes() for name in TABLES}
    assert all(len(content) < 2_000_000 for content in tables.values())
    assert all(map(json.loads, tables.values()))
    assert json.loads(tables["capabilities.json"])["capabilities"]
