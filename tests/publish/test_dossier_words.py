"""What people wrote is published without private persons, what came with replies only if it was chosen; with proof."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tenderlight.cases import Case
from tenderlight.errors import PublicationStopped, UsageError
from tenderlight.model.reply import Answer, Asked
from tenderlight.model.review import ReviewVerdict
from tenderlight.model.statement import Stage, StatementKind
from tenderlight.publish.dossier_words import Words
from tenderlight.publish.personal_names import with_names
from tenderlight.publish.redaction_proof import record_faults, redaction_faults
from tenderlight.publish.standalone.verify import Check
from tests.memory_disk import memory_folder
from tests.publish.made_dossier import PARTIES, claim_of, make_case, publish_it

REASON = "欧阳建国在第二行；见 jane@example.org"
ANSWER = "已收悉。\n欧阳建国同志负责，电话：0571-87654321。我局不予评论。"
ASKED_OF = "Jane Whitlock at the front desk"
FILE, OTHER = b"<script>alert(1)</script>", b"a second file"
PERSONAL = ("欧阳建国", "jane@example.org", "0571-87654321", "Jane Whitlock", "R. Osei")


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A case in which people wrote of persons."""

    folder: Path
    claim: str


@pytest.fixture(scope="module")
def written() -> Iterator[Written]:
    """A case with one finding of a page of text, so that nothing is drawn; each test publishes elsewhere."""
    with memory_folder() as folder:
        make_case(folder)
        with Case.open(folder / "case", create=True) as case:
            claim = claim_of(case, StatementKind.END_USER, Stage.TENDER).claim
            case.reviews.add(ReviewVerdict.CONFIRM, claim, person="R. Osei", because=REASON)
            asked = Asked(
                party=PARTIES[2], asked_of=ASKED_OF, asked_how="letter", asked_at="2026-02-01", deadline="2026-02-20"
            )
            files = [("答复 联系人：欧阳建国.html", io.BytesIO(FILE)), ("other.pdf", io.BytesIO(OTHER))]
            answer = Answer(text=ANSWER, at="2026-02-11")
            case.replies.add(asked, person="R. Osei", answer=answer, attachments=files)
        yield Written(folder=folder, claim=claim)


def claims_of(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "data" / "claims.json").read_text("utf-8"))
    return found


def faults_of(folder: Path) -> list[str]:
    check = Check(folder)
    check.dossier()
    return check.faults


def test_persons_in_reasons_and_replies_are_black_everywhere_and_on_record(written: Written) -> None:
    with memory_folder() as folder:
        made = publish_it(written.folder, folder / "d", redact=True, has_names=False, only=(written.claim,)).folder
        for path in made.rglob("*"):
            if path.is_file():
                text = path.read_text("utf-8")
                assert [one for one in PERSONAL if one in text] == [], path
        (named,) = claims_of(made)["replies"]
        (entry,) = named["entries"]
        assert entry["answer"]["text"].startswith("已收悉。\n████同志负责，电话：██")
        assert entry["answer"]["text"].endswith("我局不予评论。")
        assert entry["asked"]["asked_of"] == re.sub(r"\S", "█", ASKED_OF)
        assert entry["asked"]["asked_how"] == "letter"
        record = json.loads((made / "data" / "redactions.json").read_text("utf-8"))["words"]
        assert {(one["of"], one["field"]) for one in record} == {
            ("review", "because"),
            ("reply", "asked_of"),
            ("reply", "answer"),
            ("reply", "attachment 1"),
        }
        assert faults_of(made) == []
        assert record_faults(made) == []
        with Case.open(written.folder / "case") as case:
            assert redaction_faults(case, made) == []


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        (
            "我局不予评论",
            "我局完全同意",
            "reply 1 says as “answer” differs from what was written in more than is on record",
        ),
        ('"letter"', '"threat"', "reply 1 says as “asked_how” differs from what was written"),
    ],
)
def test_a_reply_that_says_something_else_is_found_by_whoever_has_the_case(
    written: Written, was: str, now: str, told: str
) -> None:
    with memory_folder() as folder:
        made = publish_it(written.folder, folder / "d", redact=True, only=(written.claim,)).folder
        path = made / "data" / "claims.json"
        path.write_text(path.read_text("utf-8").replace(was, now), "utf-8")
        with Case.open(written.folder / "case") as case:
            assert any(told in fault for fault in redaction_faults(case, made))


def test_a_record_that_the_words_do_not_bear_out_is_found_without_the_case(written: Written) -> None:
    with memory_folder() as folder:
        made = publish_it(written.folder, folder / "d", redact=True, only=(written.claim,)).folder
        path = made / "data" / "redactions.json"
        record = json.loads(path.read_text("utf-8"))
        answer = next(one for one in record["words"] if one["field"] == "answer")
        answer["spans"].append({"start": 0, "end": 2, "kind": "name"})
        record["words"][0]["after"] = "ab" * 32
        path.write_text(json.dumps(record), "utf-8")
        faults = record_faults(made)
    assert sorted(fault.split(" is not ")[1][:5] for fault in faults) == ["black", "the t"]


@pytest.mark.parametrize(("attach", "published"), [((), set()), (("other.pdf",), {OTHER}), (("all",), {FILE, OTHER})])
def test_what_came_with_a_reply_is_published_only_if_it_was_chosen(
    written: Written, attach: tuple[str, ...], published: set[bytes]
) -> None:
    with memory_folder() as folder:
        made = publish_it(written.folder, folder / "d", attach=attach, only=(written.claim,)).folder
        replies = made / "data" / "replies"
        assert {path.read_bytes() for path in replies.iterdir()} == published if published else not replies.exists()
        (named,) = claims_of(made)["replies"]
        files = named["entries"][0]["attachments"]
        sealed = {one["document"] for one in json.loads((made / "data" / "sealed.json").read_text("utf-8"))}
        assert {file["sha256"] for file in files if not file["is_published"]} == sealed
        assert len(sealed) == 2 - len(published)
        page = (made / "data" / "en" / "index.html").read_text("utf-8")
        assert page.count("and left out of this dossier: ") == len(sealed)
        assert faults_of(made) == []


def test_a_file_that_came_with_no_reply_and_a_reason_that_tells_a_person_stop_the_publication(written: Written) -> None:
    with memory_folder() as folder:
        with pytest.raises(UsageError, match=r"Nothing called “letter\.pdf” came with a reply"):
            publish_it(written.folder, folder / "d", attach=("letter.pdf",), only=(written.claim,))
        with pytest.raises(PublicationStopped, match="The reason given for publishing tells a private person") as told:
            publish_it(
                written.folder, folder / "d", redact=True, only=(written.claim,), because="欧阳建国 asked for it."
            )
        assert "所述发布理由含有私人信息" in told.value.details["zh"]
        assert list(folder.iterdir()) == []


def test_a_name_is_found_again_but_not_inside_a_word_and_not_where_it_is_too_short() -> None:
    def found(text: str, *names: str) -> list[str]:
        return [text[span.start : span.end] for span in with_names(text, (), names)]

    assert found("Jane Whitlock, Jane Whitlocks, aJane Whitlock", "Jane Whitlock") == ["Jane Whitlock"]
    assert found("欧阳建国与欧阳建国", "欧阳建国") == ["欧阳建国", "欧阳建国"]
    assert found("欧阳建国", "欧阳建", "阳建国") == ["欧阳建国"]
    words = Words(frozenset({"Jane Whitlock"}), redact=False)
    assert not words.tells("Jane Whitlock")
