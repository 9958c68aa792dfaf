"""Every reader keeps what readers promise."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tenderlight.model.problem import PROBLEMS
from tenderlight.reading import formats, registry
from tests.shared_data import shared_file

READ = sorted(registry.media_types())


@pytest.mark.parametrize("media_type", READ)
def test_a_reader_reads_what_it_is_registered_for(media_type: str) -> None:
    reader = registry.reader_for(media_type)
    assert reader is not None
    assert media_type in reader.media_types
    assert media_type in formats.FORMAT_NAMES
    assert reader.name.isalpha()
    assert reader.version >= 1


@pytest.mark.parametrize("media_type", READ)
def test_the_problems_a_reader_names_are_registered(media_type: str) -> None:
    reader = registry.reader_for(media_type)
    named = (type(reader).__doc__ or "").partition("Problems:")[2].replace("`", "").replace("\n", " ")
    words = {word.strip(" .,") for word in named.split() if "-" in word}
    assert words - set(PROBLEMS) == set()


def test_there_is_no_reader_for_what_is_not_read() -> None:
    assert registry.reader_for("image/heif") is None
    assert registry.reader_for(formats.UNKNOWN) is None


def test_asking_for_one_reader_loads_no_other() -> None:
    script = (
        "import sys; from tenderlight.reading import registry; registry.reader_for('text/plain'); "
        "assert not {'lxml', 'selectolax', 'python_calamine', 'pypdfium2', 'libarchive', 'chardet'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


CAGED = """
import sys
from tenderlight.model.reader import OpenOriginal, ReadingLimits
from tenderlight.reading import registry
from tenderlight.reading.detect import media_type

registry.warm_up()
assert "Threads:\t1" in open("/proc/self/status").read()
originals = [open(path, "rb").read() for path in sys.argv[1:]]
originals += ["供應商".encode(charset) * 99 for charset in ("gb18030", "big5", "utf-16")]
originals += ["Поставщик и цена".encode(charset) * 99 for charset in ("koi8-r", "cp1251")]
touched = []
sys.addaudithook(lambda event, details: touched.append(details) if event in {"open", "import"} else None)
for content in originals:
    found = media_type(content)
    list(registry.reader_for(found).read(OpenOriginal(content=content, media_type=found), ReadingLimits()))
assert not touched, touched
"""


def test_after_warming_up_no_reader_opens_a_file_or_starts_a_thread() -> None:
    folder = shared_file("data/reading/office")
    names = (
        "contract1.pdf",
        "contract1.docx",
        "contract1.odt",
        "contract1.doc",
        "contract1.rtf",
        "boq1.xlsx",
        "boq1.xls",
        "boq1.ods",
        "names.7z",
        "clarify.eml",
        "raw_gbk_headers.eml",
        "gbk_names.zip",
        "notice_gb18030_nometa.html",
        "notice_gb2312_meta_but_gb18030.html",
    )
    subprocess.run([sys.executable, "-c", CAGED, *(folder / name for name in names)], check=True)
