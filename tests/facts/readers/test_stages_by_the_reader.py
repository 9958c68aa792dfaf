"""Stages that no rule tells: what the model sees, when it is believed, and which words are quoted for it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tenderlight.facts import remarks
from tenderlight.facts.readers.model import shared_model
from tenderlight.facts.readers.signs import Signs
from tenderlight.facts.readers.stages import told
from tenderlight.facts.readers.stages.signs import MOST_LINES, lines_of_document, signs_of_document, signs_of_line
from tenderlight.facts.reading import fields_of, read_facts
from tenderlight.model.document import Page
from tenderlight.model.statement import Stage
from tenderlight.model.values import StageValue

UNTOLD = "Town of Ashmere\nRadios for the wardens\nForty of them, blue, with chargers.\n"
TENDER = "INVITATION TO TENDER\nTown of Ashmere\nRadios for the wardens\nDeadline: 4 June 2024, noon\n"


def signs(text: str) -> Signs:
    fields = fields_of([Page(number=1, text=text)])
    return signs_of_document(lines_of_document(fields.sheets), fields.all(), fields.language)


def stages(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """The stages told of a text, the words they rest on, and what speaks against them."""
    return [
        (one.value.stage, text[one.anchors[0].start : one.anchors[0].end], one.against)
        for one in read_facts([Page(number=1, text=text)])
        if isinstance(one.value, StageValue) and one.value.lot is None
    ]


class Given:
    """A model that finds these stages likely; the line that speaks most for any is the one with "blue"."""

    def __init__(self, **chances: float) -> None:
        self.chances_given = chances
        self.was_asked = False

    def chances(self, seen: Sequence[Signs]) -> list[dict[str, float]]:
        """Return for each document or line how likely each stage is."""
        self.was_asked = True
        is_line = not any(one.startswith("language:") for one in seen[0])
        return [dict.fromkeys(self.chances_given, float("w:blue" in seen[0])) if is_line else self.chances_given]


def given(monkeypatch: pytest.MonkeyPatch, **chances: float) -> Given:
    model = Given(**chances)
    monkeypatch.setattr(told, "shared_model", lambda _name: model)
    return model


def test_a_stage_that_no_rule_tells_is_told_with_the_line_that_speaks_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, award=0.8, tender=0.2)
    assert stages(UNTOLD) == [("award", "Forty of them, blue, with chargers.", (remarks.READ_STAGE,))]


@pytest.mark.parametrize("chances", [{"award": 0.74, "tender": 0.26}, {"none": 0.9, "award": 0.1}])
def test_no_stage_is_told_where_none_is_likely(chances: dict[str, float], monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, **chances)
    assert stages(UNTOLD) == []


@pytest.mark.parametrize(
    ("chances", "expected"),
    [
        ({"candidate": 0.97, "tender": 0.03}, "tender"),
        ({"candidate": 0.98, "tender": 0.02}, "candidate"),
        ({"candidate": 0.6, "plan": 0.4}, "candidate"),
        ({"none": 0.99, "tender": 0.01}, "tender"),
        ({"award": 1.0, "tender": 0.0}, "tender"),
        ({"contract": 1.0, "tender": 0.0}, "tender"),
    ],
    ids=["not forty times", "forty times as likely", "held for impossible", "no stage", "an award", "a contract"],
)
def test_what_rules_tell_gives_way_only_to_what_is_far_likelier_and_never_to_what_more_has_come_of(
    chances: dict[str, float], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    given(monkeypatch, **chances)
    ((stage, _quote, against),) = stages(TENDER)
    assert (stage, remarks.READ_STAGE in against) == (expected, expected != "tender")


@pytest.mark.parametrize(
    "line",
    [
        "Bids are invited until 4 June 2024.",
        "The procedure was cancelled.",
        "APPROVED VENDORS - FY2024",
    ],
)
def test_no_award_is_made_of_what_is_open_undone_or_said_to_be_none(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, award=1.0, tender=0.0)
    assert all(stage != "award" for stage, _quote, _against in stages(f"Town of Ashmere\nRadios, blue\n{line}\n"))


def test_a_chinese_heading_is_not_doubted(monkeypatch: pytest.MonkeyPatch) -> None:
    model = given(monkeypatch, award=1.0, tender=0.0)
    ((stage, _quote, against),) = stages("青岭县公安局执法记录仪采购项目公开招标公告\n采购人：青岭县公安局\n")
    assert (stage, against, model.was_asked) == ("tender", (), False)


def test_an_empty_document_has_no_stage() -> None:
    assert stages(" \n\n") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Notice of result\nWon by Brack Ltd", {"w:notice", "first:of result", "second:won", "last:brack ltd"}),
        ("Señal\nAdjudicación: x", {"w:senal", "label:adjudic", "first:senal"}),
        ("驗收報告\n合格", {"w:验收", "w:验收报", "w:=验收报告", "first:验收报告", "last:合格"}),
    ],
    ids=["en", "es", "zh"],
)
def test_what_is_seen_of_a_document(text: str, expected: set[str]) -> None:
    assert expected <= set(signs(text))


def test_labels_that_rules_know_are_seen_by_their_meaning() -> None:
    assert "meaning:supplier" in signs("Supplier: Brackmoor Systems Ltd\nBuyer: Dray Fire Service\n")


def test_signs_have_no_doubles_and_come_in_the_same_order() -> None:
    text = "Radios, radios, radios\nRadios for radios\n"
    assert signs(text) == signs(text) == list(dict.fromkeys(signs(text)))


def test_only_the_first_lines_with_text_are_looked_at() -> None:
    fields = fields_of([Page(number=1, text="a\n\n" * 90), Page(number=2, text="b")])
    assert len(lines_of_document(fields.sheets)) == MOST_LINES


def test_a_line_is_seen_by_its_words_alone() -> None:
    line = lines_of_document(fields_of([Page(number=1, text="Won by Brack Ltd")]).sheets)[0]
    assert signs_of_line(line) == ["w:won", "w:by", "w:brack", "w:ltd", "w:won by", "w:by brack", "w:brack ltd"]


def test_every_stage_that_the_model_tells_is_one_of_the_stages() -> None:
    model = shared_model(told.MODEL)
    assert set(model.chances([["w:award"]])[0]) == {stage.value for stage in Stage} | {told.NONE}
