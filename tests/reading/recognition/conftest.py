from __future__ import annotations

import pytest

from tenderlight.reading.recognition.models import Models, is_installed, load_models


@pytest.fixture(scope="session")
def models() -> Models:
    if not is_installed():
        pytest.skip("the extra `ocr` is not installed")
    return load_models()
