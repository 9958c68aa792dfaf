"""What the second reader adds is counted on top of the rules, at a score that pages say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tenderlight.cli import evaluate
from tenderlight.errors import UsageError
from tenderlight.evaluate.capabilities import Expected, Passage, Predicted, Prediction
from tenderlight.evaluate.suggestions import Readers, score_over, scores_of, texts_of_pages
from tenderlight.model.statement import Polarity

CODE = "dev.phone_forensics"
TEXT = "The laboratory needs a kit that unlocks seized phones and extracts deleted chats as evidence."


def test_the_score_is_that_of_the_first_place_not_suggested() -> None:
    scores = [0.9, 0.8, 0.7, 0.6]
    assert score_over(scores, 1000, 2) == 0.7
    assert score_over(scores, 500, 2) == 0.8
    assert score_over(scores, 1000, 50) == 0.0


def test_less_than_one_place_is_none() -> None:
    assert score_over([0.9], 10, 20) == 1.0


def test_only_purchases_that_the_rules_missed_are_added() -> None:
    wanted = Expected(capability=CODE, polarity=Polarity.REQUIRED, quote="unlocks seized phones")
    passage = Passage(id="1", lang="en", text=TEXT, expected=(wanted,))
    found = Predicted(capability=CODE, polarity=Polarity.REQUIRED, quote=TEXT)
    _, scores = scores_of([TEXT])
    assert scores[0] > 0.5
    missed = Readers([passage], [Prediction(id="1", predicted=())])
    by_rules = Readers([passage], [Prediction(id="1", predicted=(found,))])
    assert (missed.at(1000, 1, scores[:1]).added, by_rules.at(1000, 1, scores[:1]).added) == (1, 0)
    assert by_rules.at(1000, 1, scores[:1]).by_rules == 1
    assert missed.at(1, 1, scores).recall == 0.0


def test_a_refusal_is_no_purchase_to_be_added() -> None:
    refused = Expected(capability=CODE, polarity=Polarity.NEGATED, quote="unlocks seized phones")
    passage = Passage(id="1", lang="en", text=TEXT, expected=(refused,))
    assert Readers([passage], [Prediction(id="1", predicted=())]).at(1000, 1, [0.1]).recall is None


def test_a_folder_without_pages_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no page"):
        list(texts_of_pages(tmp_path))


def test_the_command_says_what_is_added(tmp_path: Path) -> None:
    labelled = {"id": "1", "lang": "en", "text": TEXT, "expected": []}
    labels = tmp_path / "passages.jsonl"
    labels.write_text(json.dumps(labelled), "utf-8")
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "a.txt").write_text("Supply of chairs and desks for the town library.", "utf-8")
    arguments = ["capabilities", str(labels), "--suggestions", "20", "--pages", str(pages)]
    outcome = CliRunner().invoke(evaluate.command, arguments)
    assert outcome.exit_code == 0
    assert "1 passages, 0 purchases" in outcome.output
    assert json.loads(CliRunner().invoke(evaluate.command, [*arguments, "--json"]).output)["added"] == 0
    assert CliRunner().invoke(evaluate.command, arguments[:4]).exit_code == 2
