"""The files of a dossier for machines that read RO-Crate 1.1 (https://www.researchobject.org/ro-crate/specification/1.1/)."""

from __future__ import annotations

from pathlib import Path

METADATA = "ro-crate-metadata.json"
CONTEXT = "https://w3id.org/ro/crate/1.1/context"
_MEDIA_TYPES = {
    ".html": "text/html",
    ".json": "application/json",
    ".png": "image/png",
    ".py": "text/x-python",
    ".txt": "text/plain",
}
_CONFORMS = "https://w3id.org/ro/crate/1.1"


def crate_of(data: Path, name: str, published: str) -> dict[str, object]:
    """Return the metadata of a payload folder.

    Args:
        data: The folder, with every file but those of `custody/`, which the log's entry about the dossier comes before.
        name: Of the dossier.
        published: When, ISO 8601.
    """
    paths = sorted(path.relative_to(data).as_posix() for path in data.rglob("*") if path.is_file())
    files = [{"@id": path, "@type": "File", **_format(path)} for path in paths if path != METADATA]
    return {
        "@context": CONTEXT,
        "@graph": [
            {
                "@id": METADATA,
                "@type": "CreativeWork",
                "about": {"@id": "./"},
                "conformsTo": {"@id": _CONFORMS},
            },
            {
                "@id": "./",
                "@type": "Dataset",
                "name": f"Dossier {name}",
                "description": "What documents say of a public contract, with quotes and originals.",
                "datePublished": published[:10],
                "hasPart": [{"@id": file["@id"]} for file in files],
            },
            *files,
        ],
    }


def _format(path: str) -> dict[str, str]:
    if path.startswith(("originals/", "replies/")):
        return {}
    media_type = _MEDIA_TYPES.get(Path(path).suffix)
    return {"encodingFormat": media_type} if media_type else {}
