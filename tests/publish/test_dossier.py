"""The dossier: whole, the same in every run, a valid bag, and nothing in it that was not confirmed."""

from __future__ import annotations

import errno
import hashlib
import io
import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import bagit
import pytest

from tenderlight.archive.custody import Act
from tenderlight.cases import Case
from tenderlight.errors import PublicationStopped, StorageFull, UsageError
from tenderlight.model.reply import Answer, Asked
from tenderlight.model.statement import Stage, StatementKind
from tenderlight.model.values import PartyValue
from tenderlight.publish import dossier
from tests.journeys.report_pages import faults_of
from tests.memory_disk import memory_folder
from tests.publish.conftest import Made
from tests.publish.made_dossier import (
    HOSTILE,
    KEY,
    PARTIES,
    PERSON,
    TENDER,
    ask_all,
    claim_of,
    confirm_all,
    publish_it,
)


def read(folder: Path, name: str) -> dict[str, object]:
    found: dict[str, object] = json.loads((folder / "data" / name).read_text("utf-8"))
    return found


def entries_of(folder: Path) -> list[dict[str, object]]:
    lines = (folder / "data" / "custody" / "entries.jsonl").read_text("utf-8").splitlines()
    return [json.loads(json.loads(line)["entry"]) for line in lines]


def test_a_dossier_is_a_valid_bag_and_its_digest_is_in_the_log(made: Made) -> None:
    for one in (made.plain, made.redacted):
        bag = bagit.Bag(str(one.folder))
        bag.validate()
        lines = (one.folder / "manifest-sha256.txt").read_text("utf-8").splitlines(keepends=True)
        outside = "".join(line for line in lines if " data/custody/" not in line)
        assert hashlib.sha256(outside.encode()).hexdigest() == one.sha256
        said = [entry for entry in entries_of(one.folder) if entry["act"] == Act.PUBLISH]
        assert said[-1]["sha256"] == one.sha256


def test_pages_are_well_formed_without_script_and_lead_nowhere_outside(made: Made) -> None:
    for one in (made.plain, made.redacted):
        assert faults_of(one.folder / "data") == []
        for language in ("en", "zh"):
            page = (one.folder / "data" / language / "index.html").read_text("utf-8")
            assert HOSTILE not in page
            assert "<script" not in page
            assert "http" not in re.sub(r'http-equiv="', "", page)


def test_every_quote_stands_in_its_text_and_on_its_picture(made: Made) -> None:
    claims = read(made.plain.folder, "claims.json")["claims"]
    assert isinstance(claims, list)
    assert len(claims) == made.plain.findings == 8
    for claim in claims:
        assert claim["status"] == "confirmed"
        for quote in claim["quotes"]:
            place = read(made.plain.folder, quote["page_file"])
            text, offset = str(place["text"]), int(str(place["offset"]))
            assert text[quote["start"] - offset : quote["end"] - offset] == quote["text"]
            assert place["document"] == quote["document"]
            assert (made.plain.folder / "data" / "originals" / quote["document"]).is_file()
            assert bool(quote["pictures"]) == bool(quote["boxes"])
            for picture in quote["pictures"]:
                assert (made.plain.folder / "data" / picture["file"]).read_bytes().startswith(b"\x89PNG")
                assert all(0 <= side <= 1 for box in picture["fractions"] for side in box)


def test_replies_travel_with_the_findings_that_name_somebody(made: Made) -> None:
    told = read(made.plain.folder, "claims.json")
    assert isinstance(told["replies"], list)
    assert isinstance(told["claims"], list)
    entries = {one["party"]: one["entries"] for one in told["replies"]}
    assert entries["Ashdown Vision Ltd"][0]["answer"]["text"].startswith("We sell cameras.")
    assert entries["青溪县公安局"][0]["answer"] is None
    supplier = next(claim for claim in told["claims"] if claim["kind"] == "supplier")
    assert supplier["replies"] == [entries["Ashdown Vision Ltd"][0]["number"]]
    page = (made.plain.folder / "data" / "zh" / "index.html").read_text("utf-8")
    assert "截至 2026-02-20 未答复；至发布之日 2026-03-02 仍未答复。" in page


def test_names_are_left_out_of_everything_if_so_wished(made: Made) -> None:
    named = [path for path in made.plain.folder.rglob("*") if path.is_file() and b"Osei" in path.read_bytes()]
    assert {path.name for path in named} >= {"index.html", "claims.json", "entries.jsonl"}
    for path in made.redacted.folder.rglob("*"):
        assert not path.is_file() or b"Osei" not in path.read_bytes(), path


def test_a_newer_dossier_names_the_older_one_by_its_digest(made: Made) -> None:
    assert read(made.plain.folder, "dossier.json")["supersedes"] is None
    older = read(made.redacted.folder, "dossier.json")["supersedes"]
    assert isinstance(older, dict)
    assert older["sha256"] == made.plain.sha256
    page = (made.redacted.folder / "data" / "en" / "index.html").read_text("utf-8")
    assert f"published 2026-03-02, digest {made.plain.sha256}" in page


def test_the_same_case_gives_the_same_bytes_but_for_the_log(made: Made, unreviewed: Path) -> None:
    with memory_folder() as folder:
        shutil.copytree(made.folder / "case", folder / "case")
        again = publish_it(folder, folder / "again", redact=True, has_names=False)
        with Case.open(folder / "case") as case:
            assert [one.sha256 for one in case.publications][-2:] == [made.redacted.sha256, again.sha256]
        older, newer = read(made.redacted.folder, "dossier.json"), read(again.folder, "dossier.json")
        assert {key for key in older if older[key] != newer[key]} == {"name", "supersedes"}
        pages = {"index.html", "short.html"}
        may_differ = {"dossier.json", "annotations.json", "ro-crate-metadata.json", "method.json", *pages}
        for path in (made.redacted.folder / "data").rglob("*"):
            name = path.relative_to(made.redacted.folder)
            if path.is_file() and path.name not in may_differ and "custody" not in name.parts:
                assert (again.folder / name).read_bytes() == path.read_bytes(), name
            elif (
                path.name == "short.html"
            ):  # it tells the name of the dossier, what it replaces, and the log, as index does
                assert of_findings(again.folder / name) == of_findings(path) != []


def of_findings(page: Path) -> list[str]:
    """Return the parts of a short form that speak of findings and pictures alone."""
    parts = dict(re.findall(r'(?s)<section id="(\w+)">(.*?)</section>', page.read_text("utf-8")))
    return [parts[name] for name in ("marks", "findings", "facts", "pictures")]


def test_only_what_was_confirmed_and_asked_for_leaves_the_machine(case_folder: Path) -> None:
    with Case.open(case_folder / "case", create=True) as case:
        supplier = claim_of(case, StatementKind.SUPPLIER)
        confirm_all(case, but=[supplier.claim])
        price = claim_of(case, StatementKind.AMOUNT)
        ask_all(case)
    some = publish_it(case_folder, case_folder / "some")
    claims = read(some.folder, "claims.json")["claims"]
    assert isinstance(claims, list)
    assert supplier.claim not in {claim["claim"] for claim in claims}
    assert supplier.claim.encode() not in (some.folder / "data" / "en" / "index.html").read_bytes()
    one = publish_it(case_folder, case_folder / "one", only=(price.claim,), seal=("notices/award.pdf",))
    assert [path.name for path in (one.folder / "data" / "pages").iterdir()] == [f"{price.document}-1.json"]
    assert not (one.folder / "data" / "originals").exists()
    (sealed,) = json.loads((one.folder / "data" / "sealed.json").read_text("utf-8"))
    assert sealed["document"] == price.document
    method = read(one.folder, "method.json")
    assert method["claims"]["left_out"] == 6  # type: ignore[index]
    with pytest.raises(UsageError, match="nothing to seal"):
        publish_it(case_folder, case_folder / "none", seal=("notices/other.pdf",))
    with pytest.raises(UsageError, match="never written over"):
        publish_it(case_folder, one.folder)
    assert sorted(path.name for path in case_folder.iterdir() if path.name.startswith(".")) == []


def test_a_redacted_dossier_shows_no_private_person_anywhere(made: Made) -> None:
    hidden = [word.encode() for word in (*PERSON, "欧阳建国", "0571-87654321")]
    for path in made.redacted.folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert [word for word in hidden if word in content] == [], path
    assert not (made.redacted.folder / "data" / "originals").exists()


def test_words_that_people_read_otherwise_and_dossiers_taken_back_are_told(case_folder: Path) -> None:
    with Case.open(case_folder / "case", create=True) as case:
        buyer = claim_of(case, StatementKind.BUYER)
        quote = buyer.quotes[0]
        confirm_all(case)
        ask_all(case)
        case.corrections.add(
            quote.document, 1, (quote.start, quote.end), "Wexmore Constabulary", person="L. Marsh", because="The scan."
        )
    first = publish_it(case_folder, case_folder / "first", only=(buyer.claim,))
    page = (first.folder / "data" / "en" / "index.html").read_text("utf-8")
    assert "“Wexmoor Constabulary” was read by the machine; L. Marsh reads “Wexmore Constabulary”" in page
    told = read(first.folder, "claims.json")["corrections"]
    assert isinstance(told, list)
    assert [one["now"] for one in told] == ["Wexmore Constabulary"]
    assert [entry["act"] for entry in entries_of(first.folder)].count("correct") == 1
    with Case.open(case_folder / "case", create=True) as case:
        case.publications.withdraw(1, person="R. Osei", because="The scan is of another contract.")
    second = publish_it(case_folder, case_folder / "second", only=(buyer.claim,), has_names=False)
    page = (second.folder / "data" / "en" / "index.html").read_text("utf-8")
    assert f"digest {first.sha256}, was withdrawn on" in page
    assert "The scan is of another contract." in page
    assert "a reviewer reads “Wexmore Constabulary”" in page
    assert read(second.folder, "dossier.json")["supersedes"] is None


def test_a_value_that_holds_a_private_person_is_not_published_with_redaction(case_folder: Path) -> None:
    with Case.open(case_folder / "case", create=True) as case:
        user = claim_of(case, StatementKind.END_USER, Stage.TENDER)
        (quote,) = user.quotes
        start = TENDER.index("欧阳建国")
        words = replace(quote, text="欧阳建国", start=start, end=start + 4)
        person = replace(user, claim="d" * 32, value=PartyValue(name="欧阳建国"), quotes=(words,))
        others = [claim for claim in case.claims(document=user.document) if claim.claim != user.claim]
        case.record_claims(user.document, [(KEY, [*others, person])], version="claim/6")
        confirm_all(case)
        ask_all(case, *PARTIES, "欧阳建国")
    with pytest.raises(PublicationStopped, match=r"The value of finding d{32} holds words about a private person"):
        publish_it(case_folder, case_folder / "dossier", redact=True)
    assert publish_it(case_folder, case_folder / "dossier").findings == 8


def test_a_dossier_that_cannot_be_written_to_its_end_is_taken_back(
    case_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Case.open(case_folder / "case", create=True) as case:
        confirm_all(case)
        ask_all(case)
        title = claim_of(case, StatementKind.TITLE, Stage.TENDER).claim

    def full(*_arguments: object, **_more: object) -> None:
        raise OSError(errno.ENOSPC, "no room")

    with monkeypatch.context() as patch:
        patch.setattr(dossier, "seal_bag", full)
        with pytest.raises(StorageFull):
            publish_it(case_folder, case_folder / "dossier", only=(title,))
    assert not (case_folder / "dossier").exists()
    with Case.open(case_folder / "case") as case:
        assert [(one.kind.value, one.concerns) for one in case.publications] == [("publish", None), ("withdraw", 1)]
        assert case.publications.current() == ()
    assert publish_it(case_folder, case_folder / "dossier", only=(title,)).name.endswith("-2")


def test_what_came_with_a_reply_travels_byte_for_byte_and_is_never_led_to(case_folder: Path) -> None:
    page = b"<script>alert(1)</script>"
    asked = Asked(party=PARTIES[0], asked_of="clerk", asked_how="mail", asked_at="2026-02-01", deadline="2026-02-20")
    with Case.open(case_folder / "case", create=True) as case:
        buyer = claim_of(case, StatementKind.BUYER)
        confirm_all(case)
        answer = Answer(text="", at="2026-02-03")
        case.replies.add(asked, person="R", answer=answer, attachments=[("../../reply.html", io.BytesIO(page))])
    with pytest.raises(PublicationStopped, match="answered in a file alone"):
        publish_it(case_folder, case_folder / "dossier", only=(buyer.claim,))
    made = publish_it(case_folder, case_folder / "dossier", only=(buyer.claim,), attach=("reply.html",))
    digest = hashlib.sha256(page).hexdigest()
    assert [path.name for path in (made.folder / "data" / "replies").iterdir()] == [digest]
    assert (made.folder / "data" / "replies" / digest).read_bytes() == page
    shown = (made.folder / "data" / "en" / "index.html").read_text("utf-8")
    assert f"Attached: reply.html, SHA-256 {digest}" in shown
    assert "All of the answer is in what came with it." in shown
    assert f'href="../replies/{digest}' not in shown
    assert "originals/" not in "".join(re.findall(r'(?:href|src)="([^"]*)"', shown))
