"""The error rates that dossiers tell are those that the evaluation publishes."""

from __future__ import annotations

import re

from tenderlight.publish.measured import LANGUAGE_NAMES, PASSAGES
from tests.house.tree import ROOT

README = (ROOT / "evaluation" / "passages" / "README.md").read_text("utf-8")


def test_figures_are_those_of_the_evaluation() -> None:
    rows = re.findall(r"(?m)^\| (?:held out, (all)|… ([A-Za-z, ]+)) \| ([\d,]+) \| (\d+) \|", README)
    found = [(whole or name, int(passages.replace(",", "")), int(wrong)) for whole, name, passages, wrong in rows]
    assert found == [("all", PASSAGES.passages, PASSAGES.wrong), *PASSAGES.by_language]
    assert PASSAGES.percent == dict(PASSAGES.by_confidence)["0"]
    shares = re.findall(r"(?m)^\| (0(?:\.\d\d)?)(?: \(all\))? \| (\d\.\d) % \|", README)
    assert tuple(shares) == PASSAGES.by_confidence


def test_every_language_has_its_chinese_name() -> None:
    assert list(LANGUAGE_NAMES) == [name for name, _, _ in PASSAGES.by_language]
