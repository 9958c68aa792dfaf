"""Files made to hurt: each ends with its content or with its problem, soon, and in little memory."""

from __future__ import annotations

import time

import pytest

from tenderlight.model.reader import Item, MemberPart
from tenderlight.reading import registry
from tenderlight.reading.detect import media_type
from tests.reading.made_files import codes, members, pages, read_all
from tests.shared_data import shared_file

VALUE = "Contract value EUR 5"

READS = {
    "own/markup/comment-inject.html": [VALUE],
    "own/markup/loaders.html": [VALUE],
    "own/markup/file-urls.html": [VALUE],
    "own/markup/deep-unclosed.html": [VALUE],
    "own/markup/attr-flood.html": [VALUE],
    "own/markup/table-span.html": [VALUE],
    "own/markup/utf16-nobom.html": [VALUE],
    "own/office/dde-field.docx": [VALUE],
    "own/office/remote-template.docx": [VALUE],
    "own/office/tracked-change.docx": [VALUE],
    "own/office/hidden-text.docx": [VALUE],
    "own/office/dup-part.docx": [VALUE],
    "own/office/formula-web.xlsx": ["1\t2\t999999"],
    "own/office/hidden-sheet.xlsx": ["999", "5"],
    "own/office/dimension-lie.xlsx": ["far"],
    "own/data/formulas.csv": ["=1+1", "=WEBSERVICE("],
    "own/data/sep-line.csv": ["a\tb"],
    "own/text/ansi.txt": ["\x1b"],
    "own/text/bidi.txt": ["\u202e", "Аcme"],
    "own/text/redos-spaces.txt": ["Contract"],
}


@pytest.mark.parametrize("name", READS)
def test_content_comes_out_all_the_same(name: str) -> None:
    text = "".join(page.text for page in pages(_read(name)))
    assert [part for part in READS[name] if part not in text] == []
    assert "CANARY" not in text


ENDS_WITH = {
    "own/pdf/tounicode-lie.pdf": "text-remapped",
    "own/pdf/actualtext-lie.pdf": "text-replaced",
    "own/pdf/revised.pdf": "pdf-revisions",
    "own/pdf/ocg-hidden.pdf": "hidden-text",
    "own/pdf/covered.pdf": "hidden-text",
    "own/pdf/white-on-white.pdf": "hidden-text",
    "own/office/lol.docx": "xml-dtd",
    "own/office/xxe.docx": "xml-dtd",
    "own/office/xxe-http.docx": "xml-dtd",
    "own/office/lol.xlsx": "xml-dtd",
    "own/office/xxe.xlsx": "xml-dtd",
    "own/office/not-xml.docx": "office-without-text",
    "own/office/deep-tables.docx": "office-without-text",
    "own/office/shared-strings.xlsx": "office-without-text",
    "own/office/repeat-bomb.ods": "office-without-text",
    "own/office/row-flood.xlsx": "no-text",
    "own/office/space-bomb.odt": "limit-expansion",
    "own/office/dup-part.docx": "office-part-twice",
    "own/archive/bomb.bz2": "limit-expansion",
    "own/archive/bomb.xz": "limit-expansion",
    "own/archive/overlap.zip": "limit-expansion",
    "own/archive/size-lies-small.zip": "member-unreadable",
    "own/archive/claims-4-exabytes.tar": "archive-damaged",
    "own/archive/links.tar": "member-not-a-file",
    "own/archive/symlink.zip": "member-not-a-file",
    "own/archive/trailing-garbage.gz": "rubbish-at-end",
    "own/data/mixed-encodings.csv": "charset-uncertain",
    "own/data/wide.csv": "limit-cells",
    "archive/tika/testZ_oom.Z": "archive-damaged",
    "archive/libarchive/test_read_format_gtar_sparse_1_13.tar": "limit-expansion",
    "office/tika/testEXCEL_protected_passtika_2.xlsx": "office-encrypted",
}


@pytest.mark.parametrize("name", ENDS_WITH)
def test_trouble_is_named(name: str) -> None:
    assert ENDS_WITH[name] in codes(_read(name))


def test_names_that_lead_outside_stay_text() -> None:
    found = members(_read("own/archive/names.zip"))
    assert "../../../../tmp/tl-escape" in found


def _read(name: str) -> list[Item]:
    content = shared_file(f"data/hostile/{name}").read_bytes()
    reader = registry.reader_for(media_type(content, name))
    assert reader is not None
    started = time.process_time()
    items = read_all(reader, content, name)
    assert time.process_time() - started < 5
    assert sum(len(item.content) for item in items if isinstance(item, MemberPart)) <= 64 * 1024 * 1024
    return items
