"""A rule that was just begun compiles, finds its sentence, and leaves the innocent one alone."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tenderlight.capabilities.compile import compile_vocabulary
from tenderlight.capabilities.entries import compile_entries
from tenderlight.capabilities.matching import Matcher
from tenderlight.capabilities.new_rule import NewRule, write_rule
from tenderlight.capabilities.vocabulary import vocabulary_from
from tenderlight.errors import UsageError
from tenderlight.languages.normalise import fold_text

ROOT = Path(__file__).resolve().parents[2]
RULE = NewRule(
    code="track.tattoo_register",
    label='Registers of tattoos, "marks" and scars',
    label_zh="纹身库",
    severity="high",
    definition="Pictures of tattoos kept to find persons by them.",
    says_it="建设纹身比对库，支持按纹身检索人员。",
    words="纹身比对库",
    innocent="提供纹身清洗服务。",
    not_when="tattoo removal",
    because="ICCPR Art. 17.",
    source="International Covenant on Civil and Political Rights, Art. 17",
)


ENGLISH = replace(
    RULE,
    code="track.tattoo_matching",
    says_it="The Supplier shall deliver a Tattoo Matching system.",
    words="tattoo matching",
    innocent="A campaign on tattoo hygiene.",
)


def copied(folder: Path) -> Path:
    shutil.copytree(ROOT / "vocabulary" / "capabilities", folder / "vocabulary" / "capabilities")
    (folder / "docs" / "capabilities").mkdir(parents=True)
    return folder


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    return copied(tmp_path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """Two rules begun in one copy of the repository, and the matcher of all that is compiled of it."""

    files: Mapping[str, Sequence[Path]]
    matcher: Matcher


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Begun:
    folder = copied(tmp_path_factory.mktemp("checkout"))
    files = {rule.code: write_rule(folder, rule) for rule in (RULE, ENGLISH)}
    vocabulary = vocabulary_from(compile_vocabulary(folder / "vocabulary" / "capabilities"))
    return Begun(files=files, matcher=Matcher(vocabulary))


@pytest.mark.parametrize("rule", [RULE, ENGLISH], ids=["Chinese", "English"])
def test_a_new_rule_finds_its_sentence_and_not_the_innocent_one(begun: Begun, rule: NewRule) -> None:
    entry, page, example, expected = begun.files[rule.code]
    matcher = begun.matcher
    assert rule.code in matcher.vocabulary.codes
    lines = [line.partition("\t")[2] for line in example.read_text("utf-8").splitlines()]
    sense = rule.code.replace(".", "_")
    found = [[sense in hit.senses for hit in matcher.hits(fold_text(line))] for line in lines]
    assert [any(hits) for hits in found] == [True, False]
    assert json.loads(expected.read_text("utf-8"))["expected"][0]["quote"] in lines[0] or rule.words in lines[0].lower()
    told = next(row for row in json.loads(compile_entries(entry.parent)) if row["code"] == rule.code)
    text = page.read_text("utf-8")
    assert (told["label"], told["definition"] in text, f"- {rule.not_when}\n" in text) == (rule.label, True, True)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"code": "Tattoos"}, "is no code"),
        ({"code": "../../x.y"}, "is no code"),
        ({"severity": "awful"}, "is no severity"),
        ({"words": "纹身芯片"}, "do not stand in the sentence"),
        ({"words": "纹身"}, "stand in the innocent sentence too"),
    ],
)
def test_a_rule_that_could_not_hold_is_refused(change: dict[str, str], says: str) -> None:
    with pytest.raises(UsageError, match=says):
        replace(RULE, **change)


def test_a_rule_is_begun_once_and_only_in_a_copy_of_the_repository(checkout: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no copy of the repository"):
        write_rule(tmp_path / "elsewhere", RULE)
    with pytest.raises(UsageError, match=r"There is a rule face\.live_watchlist already"):
        write_rule(checkout, replace(RULE, code="face.live_watchlist"))
    write_rule(checkout, RULE)
    with pytest.raises(UsageError, match="already"):
        write_rule(checkout, RULE)
