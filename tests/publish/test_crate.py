"""The crate names every file of a dossier that there was before the log was asked, and no other."""

from __future__ import annotations

import json

from tests.publish.conftest import Made


def test_every_file_is_in_the_crate(made: Made) -> None:
    for one in (made.plain, made.redacted):
        data = one.folder / "data"
        crate = json.loads((data / "ro-crate-metadata.json").read_text("utf-8"))
        assert crate["@context"] == "https://w3id.org/ro/crate/1.1/context"
        described = {entity["@id"]: entity for entity in crate["@graph"]}
        assert described["ro-crate-metadata.json"]["about"] == {"@id": "./"}
        root = described["./"]
        assert root["@type"] == "Dataset"
        assert root["datePublished"] == "2026-03-02"
        paths = {path.relative_to(data).as_posix() for path in data.rglob("*") if path.is_file()}
        expected = {path for path in paths if not path.startswith("custody/")} - {"ro-crate-metadata.json"}
        assert {part["@id"] for part in root["hasPart"]} == expected
        assert {path for path, entity in described.items() if entity["@type"] == "File"} == expected
        assert described["claims.json"]["encodingFormat"] == "application/json"
