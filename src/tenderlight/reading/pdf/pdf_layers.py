"""Layers of a PDF (optional content, ISO 32000-1, 8.11): which of them are switched off when the file is opened."""

from __future__ import annotations

import io
from collections.abc import Iterable
from itertools import repeat

import numpy as np

from tenderlight.reading.pdf.pdfium import function

_MOST_LAYERS = 10_000
_LAYER_MARK = "OC"
_NAME_BYTES = 512


def layers_switched_off(content: bytes) -> frozenset[str]:
    """Return the names of layers that nobody sees who opens the file.

    A name that a visible layer has as well is left out: text must not be lost for a doubt.
    """
    if b"/OCProperties" not in content and b"/ObjStm" not in content:
        return frozenset()
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            properties = pdf.Root.get("/OCProperties")
            if not isinstance(properties, pikepdf.Dictionary):
                return frozenset()
            layers = _names(properties.get("/OCGs"))
            chosen = properties.get("/D")
            settings = chosen if isinstance(chosen, pikepdf.Dictionary) else pikepdf.Dictionary()
            on, off = _names(settings.get("/ON")), _names(settings.get("/OFF"))
            hidden = set(layers) - set(on) if settings.get("/BaseState") == "/OFF" else set(off)
    except (pikepdf.PdfError, ValueError, TypeError):
        return frozenset()
    visible = {place for place in layers if place not in hidden}
    names = {**layers, **off}
    return frozenset(names[place] for place in hidden if place in names) - {layers[place] for place in visible}


def _names(layers: object) -> dict[tuple[int, int], str]:
    """Return the names of layers by object number."""
    import pikepdf

    if not isinstance(layers, pikepdf.Array):
        return {}
    entries = [layer for layer in list(layers)[:_MOST_LAYERS] if isinstance(layer, pikepdf.Dictionary)]
    return {layer.objgen: str(layer.get("/Name", "")) for layer in entries}


def in_layers(objects: Iterable[int], names: frozenset[str]) -> frozenset[int]:
    """Return those page objects (pdfium handles) that are marked as content of a layer of one of these names."""
    handles = list(objects)
    counts = map(function("FPDFPageObj_CountMarks"), handles)
    marked = [(handle, count) for handle, count in zip(handles, counts, strict=True) if count > 0]
    return frozenset(
        handle
        for handle, count in marked
        if any(_layer_of(mark) in names for mark in map(function("FPDFPageObj_GetMark"), repeat(handle), range(count)))
    )


def _layer_of(mark: int) -> str | None:
    """Return the name of the layer that a mark puts content in, or None if it is a mark of another kind."""
    room = np.zeros(_NAME_BYTES // 2, np.uint16)
    length = np.zeros(1, np.uint64)
    places = (room.ctypes.data, _NAME_BYTES, length.ctypes.data)
    if not function("FPDFPageObjMark_GetName")(mark, *places) or _read(room, length) != _LAYER_MARK:
        return None
    if not function("FPDFPageObjMark_GetParamStringValue")(mark, b"Name", *places):
        return None
    return _read(room, length)


def _read(
    room: np.ndarray[tuple[int, ...], np.dtype[np.uint16]], length: np.ndarray[tuple[int, ...], np.dtype[np.uint64]]
) -> str:
    """Return a text that pdfium wrote with its closing zero, or nothing if it did not fit."""
    size = int(length[0])
    return room.tobytes()[: size - 2].decode("utf-16-le", "replace") if 2 <= size <= _NAME_BYTES else ""
