"""The versions that results depend on: known before any rule or reader is loaded.

A run that finds everything done under these versions starts no lane.
"""

from __future__ import annotations

import zlib

from tenderlight.cases.stored_readings import CYRILLIC, RECOGNISER
from tenderlight.reading import registry
from tenderlight.reading.recognition import cyrillic_engine, models
from tenderlight.reading.recognition import page_pixels as recognition
from tenderlight.sources import recognise

CLAIM_STEP = "claim/5"
NO_READER = ""
LARGEST_VERSION = 2**31 - 1
"""What a stored reading may give as its reader's version."""


def claim_version() -> str:
    """Return what the claims depend on besides what was read: versions of facts, components, rules and vocabulary."""
    from tenderlight.capabilities.vocabulary import vocabulary_version
    from tenderlight.components.catalogue import catalogue_version
    from tenderlight.components.version import COMPONENTS_VERSION
    from tenderlight.facts.version import FACTS_VERSION

    components = f"components/{COMPONENTS_VERSION}-{catalogue_version()}"
    return f"{CLAIM_STEP} facts/{FACTS_VERSION} {components} {vocabulary_version()}"


def reader_versions() -> dict[str, int]:
    """Return the version of every reader by name, and of text recognition where it is installed.

    Under "" there is a number that changes whenever any reader does: a file that no reader takes is looked at again
    when a newer version reads more formats.
    """
    versions = {reader.name: reader.version for reader in (*registry.all_readers(), *recognise.all_readers())}
    known = ",".join(f"{name}/{version}" for name, version in sorted(versions.items()))
    recogniser = {RECOGNISER: recognition.VERSION} if models.is_installed() else {}
    if recogniser and cyrillic_engine.is_installed():
        recogniser[CYRILLIC] = 2
    return {**versions, **recogniser, NO_READER: zlib.crc32(known.encode("ascii")) & LARGEST_VERSION}
