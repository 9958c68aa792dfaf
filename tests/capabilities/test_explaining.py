"""Why a rule fired: the words of each sense, the cue, and what was looked for in vain."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tenderlight.capabilities import find_capabilities
from tenderlight.capabilities.explaining import Explanation, explain, sense_labels
from tenderlight.capabilities.weaker_forms import WEAKER
from tenderlight.evidence.assembling import assemble
from tenderlight.model.claim import Claim
from tenderlight.model.document import Page, Reading
from tenderlight.model.statement import Stage

PLAIN = "The supplier shall train the staff of the buyer on site."


def claimed(*texts: str) -> tuple[list[Claim], list[Page]]:
    pages = [Page(number=number, text=text) for number, text in enumerate(texts, start=1)]
    reading = Reading(document="a" * 64, media_type="text/plain", reader="made", reader_version=1, pages=tuple(pages))
    return assemble(reading, find_capabilities(pages, stage=Stage.TENDER), contract="c" * 32), pages


def words_of(found: Explanation) -> list[str]:
    return [" ".join(dict.fromkeys(word.text for word in one.words)) for one in found.met if not one.is_context]


@pytest.mark.parametrize(
    ("text", "words", "labels", "cue"),
    [
        (
            "The software shall compare passing faces with the list of wanted persons.",
            ["faces", "passing", "compare"],
            ["faces", "now, as people pass", "compare one with others to find who it is"],
            "shall",
        ),
        (
            "系统应支持对经过人员的人脸进行实时比对。",
            ["人脸", "实时", "实时比对"],
            ["人脸、人像、面部", "实时、动态", "比对、匹配、认证"],
            "应支持",
        ),
    ],
)
def test_each_sense_is_shown_with_the_words_that_stand_for_it(
    text: str, words: list[str], labels: list[str], cue: str
) -> None:
    claims, pages = claimed(f"{PLAIN}\n{text}\n{PLAIN}")
    claim = next(one for one in claims if one.rule == "face.live_watchlist")
    found = explain(claim, pages)
    assert found is not None
    assert (found.rule, found.version) == (claim.rule, claim.rule_version)
    assert words_of(found) == words
    shown = [one.labels_zh if text.startswith("系统") else one.labels for one in found.met if not one.is_context]
    assert [label for (label,) in shown] == labels
    assert [anchor.text for anchor in found.cue] == [cue]
    for anchor in [*found.cue, *(word for one in found.met for word in one.words)]:
        assert pages[0].text[anchor.start : anchor.end] == anchor.text
    assert found.exclusions
    assert not any(one.is_there for one in found.exclusions)
    assert all(one.labels and one.labels_zh for one in found.exclusions)


def test_a_claim_of_a_weaker_form_is_explained_by_the_words_that_stand_there() -> None:
    claims, pages = claimed(
        "Citizens start with 1,000 points; misconduct deducts, volunteering adds, and low scorers lose access to "
        "municipal services. The supplier builds and operates the software."
    )
    (claim,) = (one for one in claims if WEAKER in one.against)
    found = explain(claim, pages)
    assert found is not None
    assert found.rule == claim.rule
    assert words_of(found)
    for word in (word for one in found.met for word in one.words):
        assert pages[0].text[word.start : word.end] == word.text


def test_words_on_two_pages_are_both_shown() -> None:
    claims, pages = claimed("系统应支持对经过人员的人脸进行", "实时比对。")
    claim = next(one for one in claims if one.rule == "face.live_watchlist")
    found = explain(claim, pages)
    assert found is not None
    assert {word.page_number for one in found.met for word in one.words} == {1, 2}


def test_a_claim_without_pages_is_explained_by_the_words_around_its_quote() -> None:
    claims, _ = claimed("系统应支持对经过人员的人脸进行实时比对。")
    (quote,) = claims[0].quotes
    claim = replace(claims[0], quotes=(replace(quote, page_number=None, pointer="/tender/description", boxes=()),))
    found = explain(claim, ())
    assert found is not None
    assert words_of(found)[0] == "人脸"


def test_what_the_rules_do_not_find_again_is_not_explained() -> None:
    claims, pages = claimed("系统应支持对经过人员的人脸进行实时比对。")
    assert explain(replace(claims[0], rule="face.retro_search"), pages) is None, "a rule of another capability"
    assert explain(claims[0], [Page(number=1, text="食堂采购大米和蔬菜，供应一年。")]) is None
    assert explain(claims[0], [Page(number=1, text="")]) is None


def test_every_sense_says_what_it_means_in_both_languages() -> None:
    labels = sense_labels()
    assert len(labels) > 700
    assert all(english and chinese for english, chinese in labels.values())
