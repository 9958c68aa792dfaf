from __future__ import annotations

import ctypes
from dataclasses import replace

import pytest

from tenderlight.reading.recognition.models import Models, is_installed, load_models

_ROOM = 256
"""Bytes; no C library keeps more than that about how it reckons."""


@pytest.fixture(scope="session")
def models() -> Models:
    """Load the models, and have this process reckon as before: other tests ask for the smallest of numbers."""
    if not is_installed():
        pytest.skip("the extra `ocr` is not installed")
    library, reckoning = ctypes.CDLL(None), ctypes.create_string_buffer(_ROOM)
    library.fegetenv(reckoning)
    loaded = load_models()
    library.fesetenv(reckoning)
    return loaded


@pytest.fixture(scope="session")
def both(models: Models) -> Models:
    """Return models that have an engine for Cyrillic letters."""
    if models.cyrillic is None:
        pytest.skip("the engine for Cyrillic letters is not installed (tesserocr, tesseract-ocr-script-cyrl)")
    return models


@pytest.fixture(scope="session")
def latin(models: Models) -> Models:
    """Return models that have none."""
    return replace(models, cyrillic=None)
