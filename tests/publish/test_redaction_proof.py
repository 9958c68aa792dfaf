"""Redaction with proof: what is on record was blacked out, in text and pixels, and nothing else was changed."""

from __future__ import annotations

import io
import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from tenderlight.cases import Case
from tenderlight.errors import UsageError
from tenderlight.model.document import Page, ReadState
from tenderlight.model.statement import StatementKind
from tenderlight.publish.dossier_places import Place, Places, blackened
from tenderlight.publish.redaction_proof import record_faults, redaction_faults
from tenderlight.publish.verifying import verify_dossier
from tenderlight.publish.words_proof import blacked_out
from tests.memory_disk import memory_folder
from tests.publish.conftest import Made
from tests.publish.made_dossier import TENDER, claim_of


def record_of(folder: Path) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = json.loads((folder / "data" / "redactions.json").read_text("utf-8"))
    return found


def picture(folder: Path, file: object) -> Image.Image:
    return Image.open(io.BytesIO((folder / "data" / str(file)).read_bytes())).convert("RGB")


def test_whoever_has_the_case_finds_nothing_else_changed(made: Made) -> None:
    with Case.open(made.folder / "case") as case:
        assert redaction_faults(case, made.redacted.folder) == []
        with pytest.raises(UsageError, match="no record"):
            redaction_faults(case, made.plain.folder)


def test_texts_are_black_where_the_record_says_and_nowhere_else(made: Made) -> None:
    texts = record_of(made.redacted.folder)["texts"]
    assert len(texts) == 2
    for one in texts:
        plain = json.loads((made.plain.folder / "data" / str(one["file"])).read_text("utf-8"))["text"]
        shown = json.loads((made.redacted.folder / "data" / str(one["file"])).read_text("utf-8"))["text"]
        spans = [(span["start"], span["end"]) for span in one["spans"]]  # type: ignore[attr-defined]
        assert len(shown) == len(plain)
        assert shown != plain
        assert shown == blacked_out(plain, spans)
        assert {sign for start, end in spans for sign in shown[start:end]} <= {"█", " "}


def test_pictures_are_black_inside_the_boxes_and_the_same_outside(made: Made) -> None:
    (one,) = record_of(made.redacted.folder)["pictures"]
    plain, shown = picture(made.plain.folder, one["file"]), picture(made.redacted.folder, one["file"])
    scale = 110 / 72
    outside = ImageChops.difference(plain, shown)
    boxes = one["boxes"]
    assert isinstance(boxes, list)
    assert len(boxes) >= 2
    for left, top, right, bottom in boxes:
        inside = (round(left * scale) + 2, round(top * scale) + 2, round(right * scale) - 2, round(bottom * scale) - 2)
        assert shown.crop(inside).getextrema() == ((0, 0), (0, 0), (0, 0))
        assert plain.crop(inside).getextrema() != ((0, 0), (0, 0), (0, 0))
        around = (int(left * scale) - 1, int(top * scale) - 1, int(right * scale) + 2, int(bottom * scale) + 2)
        outside.paste((0, 0, 0), around)
    assert outside.getbbox() is None


def test_a_change_that_is_not_on_record_is_found(made: Made) -> None:
    with memory_folder() as folder, Case.open(made.folder / "case") as case:
        shutil.copytree(made.redacted.folder, folder / "changed")
        data = folder / "changed" / "data"
        record = record_of(folder / "changed")
        (of_picture,) = record["pictures"]
        text_file = next(one["file"] for one in record["texts"] if "招标" in _text(data / str(one["file"])))
        place = json.loads((data / str(text_file)).read_text("utf-8"))
        place["text"] = place["text"].replace("少数", "多数")
        (data / str(text_file)).write_text(json.dumps(place), "utf-8")
        changed = picture(folder / "changed", of_picture["file"])
        changed.putpixel((5, 5), (1, 2, 3))
        changed.save(data / str(of_picture["file"]))
        faults = redaction_faults(case, folder / "changed")
    assert f"{text_file} differs from what was read in more than is on record." in faults
    assert f"{text_file} has another hash than is on record." in faults
    assert any("not the page with the boxes on record" in fault for fault in faults)


def _text(path: Path) -> str:
    return str(json.loads(path.read_text("utf-8"))["text"])


def test_the_hash_of_what_is_hidden_needs_a_key_that_a_dossier_does_not_show(made: Made) -> None:
    shown = (made.redacted.folder / "data" / "custody" / "entries.jsonl").read_text("utf-8")
    assert '\\"act\\":\\"ingest\\"' in shown
    assert '\\"act\\":\\"claim\\"' not in shown
    assert "欧阳建国" not in shown


def test_a_picture_that_may_show_more_than_was_read_is_left_out(case_folder: Path) -> None:
    with Case.open(case_folder / "case") as case:
        claim = claim_of(case, StatementKind.BUYER)
        place = Places(case, redact=True).of(claim.quotes[0])
    assert place.page is not None
    assert blackened(place, [claim]).withheld == ""
    partly = _with_page(place, state=ReadState.PARTLY)
    assert blackened(partly, [claim]).withheld == "something on the page was not read"
    wordless = _with_page(place, words=(), lines=())
    assert blackened(wordless, [claim]).withheld == "words to be blacked out have no place on the picture"


def _with_page(place: Place, **changes: object) -> Place:
    assert place.page is not None
    return replace(place, page=replace(place.page, **changes))  # type: ignore[arg-type]


def test_white_space_stays_so_that_lines_stay() -> None:
    assert blacked_out("ab c\nd", [(1, 5)]) == "a█ █\nd"
    assert len(blacked_out(TENDER, [(0, len(TENDER))])) == len(TENDER)
    assert Page(number=1, text=blacked_out(TENDER, [])).text == TENDER


def test_what_the_record_does_not_bear_out_is_told_without_the_case(made: Made) -> None:
    assert record_faults(made.redacted.folder) == []
    assert verify_dossier(made.redacted.folder, made_from=made.folder / "case").faults == ()
    with memory_folder() as folder:
        changed = shutil.copytree(made.redacted.folder, folder / "changed")
        path = changed / "data" / "redactions.json"
        record = record_of(changed)
        file = str(record["texts"][0]["file"])
        record["texts"][0]["spans"][0]["start"] -= 3  # type: ignore[index]
        path.write_text(json.dumps(record), "utf-8")
        assert record_faults(changed) == [f"data/{file} is not black where the record of what was blacked out says so."]
        record["pictures"][0]["after"] = "ab" * 32
        record["texts"] = []
        path.write_text(json.dumps(record), "utf-8")
        (fault,) = record_faults(changed)
        assert fault.endswith("is not the picture that the record of what was blacked out is of.")
        assert fault in verify_dossier(changed).faults
        record["pictures"][0]["file"] = "../../../case/lock"
        path.write_text(json.dumps(record), "utf-8")
        assert any("which is no file of a dossier" in fault for fault in verify_dossier(changed).faults)
