from __future__ import annotations

import subprocess
import sys

import pytest

from tenderlight.reading.recognition.models import is_installed

HALVED = """
from tenderlight.reading.recognition.models import load_models
smallest = 2.2250738585072014e-308
assert smallest / 2 > 0
load_models()
print(smallest / 2)
"""


@pytest.mark.skipif(not is_installed(), reason="the extra `ocr` is not installed")
def test_numbers_next_to_nothing_cost_no_time() -> None:
    ended = subprocess.run([sys.executable, "-c", HALVED], capture_output=True, text=True, check=True)
    assert float(ended.stdout) == 0
