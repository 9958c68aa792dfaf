"""Reads labelled sets and writes what was found in them: JSON Lines, one case a line."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

import msgspec

from tenderlight.errors import UsageError

Labelled = TypeVar("Labelled", bound=msgspec.Struct)

_ENCODER = msgspec.json.Encoder(decimal_format="number")


def read_set(set_path: Path, kind: type[Labelled], *, file_name: str, called: str) -> list[Labelled]:
    """Read a set.

    Args:
        set_path: The file, or the folder that holds it.
        kind: What a line holds.
        file_name: Name of the file in a folder; where it is not there, all `*.jsonl` of the folder are read by name.
        called: What messages call a line: "a passage".

    Raises:
        UsageError: If it cannot be read, or a line is none of `kind`.
    """
    return [case for path in _files(set_path, file_name) for case in _read_file(path, kind, called)]


def _files(set_path: Path, file_name: str) -> list[Path]:
    if not set_path.is_dir():
        return [set_path]
    whole = set_path / file_name
    parts = sorted(set_path.glob("*.jsonl"))
    return parts if parts and not whole.exists() else [whole]


def _read_file(path: Path, kind: type[Labelled], called: str) -> list[Labelled]:
    decoder = msgspec.json.Decoder(kind)
    cases = []
    try:
        lines = path.read_bytes().splitlines()
    except OSError as trouble:
        raise UsageError(f"the set cannot be read: {trouble}") from trouble
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            cases.append(decoder.decode(line))
        except msgspec.DecodeError as trouble:
            raise UsageError(f"line {number} of {path.name} is not {called}: {trouble}") from trouble
    return cases


def write_predictions(target: Path, made: Iterable[msgspec.Struct]) -> None:
    """Write one line a case; amounts as numbers."""
    target.write_bytes(b"".join(_ENCODER.encode(one) + b"\n" for one in made))
