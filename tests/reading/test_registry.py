"""Every reader keeps what readers promise."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tenderlight.model.problem import PROBLEMS
from tenderlight.reading import formats, registry

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
    assert registry.reader_for("image/jpeg") is None
    assert registry.reader_for(formats.UNKNOWN) is None


def test_asking_for_one_reader_loads_no_other() -> None:
    script = (
        "import sys; from tenderlight.reading import registry; registry.reader_for('text/plain'); "
        "assert not {'lxml', 'selectolax', 'python_calamine', 'pypdfium2', 'libarchive', 'chardet'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
