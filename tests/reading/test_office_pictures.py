"""Pictures in Office files: the larger are handed on as files, the others counted."""

from __future__ import annotations

import io
import zipfile

import pytest
from PIL import Image

from tenderlight.model.problem import Problem
from tenderlight.model.reader import Item, MemberPart, ReadingLimits
from tenderlight.reading.archives.unpacking import PART_BYTES
from tenderlight.reading.office.office_package import OfficePackage
from tenderlight.reading.office.office_pictures import pictures_in


def png(width: int, height: int) -> bytes:
    file = io.BytesIO()
    Image.new("L", (width, height), 200).save(file, "PNG")
    return file.getvalue()


def package(**parts: bytes) -> OfficePackage:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return OfficePackage(file.getvalue(), ReadingLimits(), "read:word/1")


def taken(items: list[Item]) -> dict[str, bytes]:
    whole: dict[str, bytes] = {}
    for item in items:
        if isinstance(item, MemberPart):
            whole[item.untrusted_path] = whole.get(item.untrusted_path, b"") + item.content
    return whole


def left_in(items: list[Item]) -> list[str]:
    return [f"{item.code}: {item.message}" for item in items if isinstance(item, Problem)]


@pytest.mark.parametrize("folder", ["word__media", "xl__media", "ppt__media", "Pictures"])
def test_larger_pictures_are_handed_on_and_small_ones_counted(folder: str) -> None:
    large = png(200, 80)
    parts = {f"{folder}__{name}": content for name, content in (("a_dot_png", large), ("b_dot_png", png(199, 400)))}
    items = list(pictures_in(package(**parts, other__c_dot_png=large), "read:word/1"))
    assert taken(items) == {f"{folder.lower().replace('__', '/')}/a.png": large}
    (told,) = left_in(items)
    assert told.startswith("pictures-not-read: ")
    assert told.endswith("Pictures: 1.")


def test_what_is_no_picture_of_pixels_is_counted() -> None:
    parts = {
        "word__media__a_dot_emf": b"\x01\0\0\0" + bytes(36) + b" EMF" + bytes(80),
        "word__media__b_dot_svg": b"<svg xmlns='http://www.w3.org/2000/svg' width='900' height='900'/>",
        "word__media__c_dot_png": png(400, 400)[:30],
        "word__media__d_dot_png": b"",
    }
    items = list(pictures_in(package(**parts), "read:word/1"))
    assert taken(items) == {}
    assert left_in(items)[0].endswith("Pictures: 4.")


def test_a_large_file_comes_in_parts() -> None:
    file = io.BytesIO()
    Image.effect_noise((2400, 2400), 90).save(file, "BMP")
    items = list(pictures_in(package(word__media__a_dot_bmp=file.getvalue()), "read:word/1"))
    sent = [item for item in items if isinstance(item, MemberPart)]
    assert [len(part.content) <= PART_BYTES for part in sent] == [True, True]
    assert [part.is_last for part in sent] == [False, True]
    assert taken(items) == {"word/media/a.bmp": file.getvalue()}


def test_a_file_without_pictures_says_nothing() -> None:
    assert list(pictures_in(package(word__document_dot_xml=b"<w/>"), "read:word/1")) == []
