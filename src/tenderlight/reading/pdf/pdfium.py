"""The PDF engine's own functions, called with plain integers.

pypdfium2 ships pdfium and a complete binding. Its functions build Python objects for every argument and give up the
interpreter lock on every call, which costs more than the work itself when a page has thousands of characters. Here the
same functions are bound again: handles and addresses are integers, the lock is kept.
Figures: `benchmarks/reading_pdf.py`.

pdfium is not safe for threads: use one process a document.
"""

from __future__ import annotations

import ctypes
import functools
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from itertools import repeat
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3
"""Options of glibc's mallopt(3)."""
_KEPT_BYTES = 1 << 28
_INT = ctypes.c_int
_SIZE = ctypes.c_ulong
_HANDLE = ctypes.c_void_p
_ADDRESS = ctypes.c_void_p

# What each function returns and takes, after the public headers fpdfview.h, fpdf_text.h, fpdf_edit.h, fpdf_annot.h,
# fpdf_formfill.h and fpdf_flatten.h. Handles and out-parameters are passed as integers.
_SIGNATURES: dict[str, tuple[type | None, tuple[type, ...]]] = {
    "FORM_OnAfterLoadPage": (None, (_HANDLE, _HANDLE)),
    "FORM_OnBeforeClosePage": (None, (_HANDLE, _HANDLE)),
    "FPDFDOC_ExitFormFillEnvironment": (None, (_HANDLE,)),
    "FPDFDOC_InitFormFillEnvironment": (_HANDLE, (_HANDLE, _ADDRESS)),
    "FPDFAnnot_GetSubtype": (_INT, (_HANDLE,)),
    "FPDFBitmap_CreateEx": (_HANDLE, (_INT, _INT, _INT, _ADDRESS, _INT)),
    "FPDFBitmap_Destroy": (None, (_HANDLE,)),
    "FPDFBitmap_FillRect": (_INT, (_HANDLE, _INT, _INT, _INT, _INT, ctypes.c_ulong)),
    "FPDFClipPath_CountPathSegments": (_INT, (_HANDLE, _INT)),
    "FPDFClipPath_CountPaths": (_INT, (_HANDLE,)),
    "FPDFClipPath_GetPathSegment": (_HANDLE, (_HANDLE, _INT, _INT)),
    "FPDFFont_GetBaseFontName": (_SIZE, (_HANDLE, _ADDRESS, _SIZE)),
    "FPDFFont_GetIsEmbedded": (_INT, (_HANDLE,)),
    "FPDFFormObj_CountObjects": (_INT, (_HANDLE,)),
    "FPDFFormObj_GetObject": (_HANDLE, (_HANDLE, _SIZE)),
    "FPDFPageObjMark_GetName": (_INT, (_HANDLE, _ADDRESS, _SIZE, _ADDRESS)),
    "FPDFPageObjMark_GetParamStringValue": (_INT, (_HANDLE, ctypes.c_char_p, _ADDRESS, _SIZE, _ADDRESS)),
    "FPDFPageObj_CountMarks": (_INT, (_HANDLE,)),
    "FPDFPageObj_GetBounds": (_INT, (_HANDLE, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS)),
    "FPDFPageObj_GetClipPath": (_HANDLE, (_HANDLE,)),
    "FPDFPageObj_GetFillColor": (_INT, (_HANDLE, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS)),
    "FPDFPageObj_GetMark": (_HANDLE, (_HANDLE, _SIZE)),
    "FPDFPageObj_GetMatrix": (_INT, (_HANDLE, _ADDRESS)),
    "FPDFPageObj_HasTransparency": (_INT, (_HANDLE,)),
    "FPDFPageObj_GetType": (_INT, (_HANDLE,)),
    "FPDFPage_CloseAnnot": (None, (_HANDLE,)),
    "FPDFPage_CountObjects": (_INT, (_HANDLE,)),
    "FPDFPage_Flatten": (_INT, (_HANDLE, _INT)),
    "FPDFPage_GetAnnot": (_HANDLE, (_HANDLE, _INT)),
    "FPDFPage_GetAnnotCount": (_INT, (_HANDLE,)),
    "FPDFPage_GetObject": (_HANDLE, (_HANDLE, _INT)),
    "FPDFPage_GetRotation": (_INT, (_HANDLE,)),
    "FPDFPathSegment_GetClose": (_INT, (_HANDLE,)),
    "FPDFPathSegment_GetPoint": (_INT, (_HANDLE, _ADDRESS, _ADDRESS)),
    "FPDFPathSegment_GetType": (_INT, (_HANDLE,)),
    "FPDFPath_CountSegments": (_INT, (_HANDLE,)),
    "FPDFPath_GetDrawMode": (_INT, (_HANDLE, _ADDRESS, _ADDRESS)),
    "FPDFPath_GetPathSegment": (_HANDLE, (_HANDLE, _INT)),
    "FPDFTextObj_GetFont": (_HANDLE, (_HANDLE,)),
    "FPDFTextObj_GetTextRenderMode": (_INT, (_HANDLE,)),
    "FPDFText_ClosePage": (None, (_HANDLE,)),
    "FPDFText_CountChars": (_INT, (_HANDLE,)),
    "FPDFText_GetCharAngle": (ctypes.c_float, (_HANDLE, _INT)),
    "FPDFText_GetText": (_INT, (_HANDLE, _INT, _INT, _ADDRESS)),
    "FPDFText_GetTextIndexFromCharIndex": (_INT, (_HANDLE, _INT)),
    "FPDFText_GetTextObject": (_HANDLE, (_HANDLE, _INT)),
    "FPDFText_GetUnicode": (ctypes.c_uint, (_HANDLE, _INT)),
    "FPDFText_HasUnicodeMapError": (_INT, (_HANDLE, _INT)),
    "FPDFText_LoadPage": (_HANDLE, (_HANDLE,)),
    "FPDF_CloseDocument": (None, (_HANDLE,)),
    "FPDF_ClosePage": (None, (_HANDLE,)),
    "FPDF_RenderPageBitmap": (None, (_HANDLE, _HANDLE, _INT, _INT, _INT, _INT, _INT, _INT)),
    "FPDF_GetLastError": (_SIZE, ()),
    "FPDF_GetPageBoundingBox": (_INT, (_HANDLE, _ADDRESS)),
    "FPDF_GetPageCount": (_INT, (_HANDLE,)),
    "FPDF_LoadMemDocument64": (_HANDLE, (_ADDRESS, ctypes.c_size_t, ctypes.c_char_p)),
    "FPDF_LoadPage": (_HANDLE, (_HANDLE, _INT)),
}

_FLATTEN_FOR_DISPLAY = 0
PASSWORD_ERRORS = frozenset({4, 5})
"""FPDF_ERR_PASSWORD and FPDF_ERR_SECURITY: the file is encrypted and nothing opens it."""

OBJECT_TEXT, OBJECT_PATH, OBJECT_IMAGE, OBJECT_SHADING, OBJECT_FORM = 1, 2, 3, 4, 5
SEGMENT_LINE, SEGMENT_BEZIER, SEGMENT_MOVE = 0, 1, 2


@functools.cache
def function(name: str) -> Callable[..., int]:
    """Return a pdfium function bound for plain integers.

    Args:
        name: As in pdfium's public headers, and in the table above.

    Raises:
        KeyError: If the table above does not know the function.
    """
    import pypdfium2  # starts the library
    import pypdfium2.raw

    result, arguments = _SIGNATURES[name]
    address = ctypes.cast(getattr(pypdfium2.raw, name), ctypes.c_void_p).value
    assert address is not None
    # PYFUNCTYPE keeps the interpreter lock; CFUNCTYPE would hand it over and back on each of thousands of calls.
    bound: Callable[..., int] = ctypes.PYFUNCTYPE(result, *arguments)(address)
    return bound


def run_all(calls: Iterable[object]) -> None:
    """Exhaust an iterator of calls without keeping their results."""
    deque(calls, maxlen=0)


_SCRATCH_UNITS = 32_768


@functools.cache
def _text_scratch() -> tuple[int, NDArray[np.uint16]]:
    """Return room for the text of most pages, with its address: asking numpy for one costs more than the text."""
    import numpy as np

    room = (ctypes.c_uint16 * _SCRATCH_UNITS)()
    units: NDArray[np.uint16] = np.ctypeslib.as_array(room)
    return ctypes.addressof(room), units


def text_units(text_page: int, count: int) -> NDArray[np.uint16]:
    """Return the first characters of a text page as UTF-16 units."""
    import numpy as np

    if count == 0:
        return np.empty(0, np.uint16)
    address, units = _text_scratch()
    if 2 * count + 8 > _SCRATCH_UNITS:
        units = np.empty(2 * count + 8, np.uint16)
        address = units.ctypes.data
    written = function("FPDFText_GetText")(text_page, 0, count, address)
    return units[: max(0, written - 1)].copy()


_BOX_CALL = "FPDFText_GetLooseCharBox"
_SCRATCH_ROWS = 1024


@functools.cache
def _scratch() -> tuple[Callable[..., None], NDArray[np.float32], Sequence[object]]:
    """Return the box call, room for some boxes, and a reference to each place in it.

    Without declared argument types ctypes passes integers and references as they are: 170 ns a call instead of 430.
    """
    import numpy as np
    import pypdfium2.raw

    room = (ctypes.c_float * (4 * _SCRATCH_ROWS))()
    address = ctypes.cast(getattr(pypdfium2.raw, _BOX_CALL), ctypes.c_void_p).value
    assert address is not None
    call: Callable[..., None] = ctypes.PYFUNCTYPE(None)(address)
    places = [ctypes.byref(room, 16 * row) for row in range(_SCRATCH_ROWS)]
    rows: NDArray[np.float32] = np.ctypeslib.as_array(room).reshape(-1, 4)
    return call, rows, places


def character_boxes(text_page: int, indices: NDArray[np.int64]) -> NDArray[np.float32]:
    """Return the loose boxes of some characters: the advance wide, the font's ascent to descent high.

    Args:
        text_page: A pdfium text page.
        indices: pdfium character indices.

    Returns:
        One row a character: left, top, right, bottom in points of the page as stored, y upwards. Rows of characters
        that have no box are zero.
    """
    import numpy as np

    call, room, places = _scratch()
    page = repeat(ctypes.byref(ctypes.c_char.from_address(text_page)))
    boxes = np.empty((len(indices), 4), np.float32)
    for start in range(0, len(indices), _SCRATCH_ROWS):
        some = indices[start : start + _SCRATCH_ROWS].tolist()
        room[: len(some)] = 0
        run_all(map(call, page, some, places))
        boxes[start : start + len(some)] = room[: len(some)]
    return boxes


def keep_freed_memory() -> None:
    """Have the C library keep what the engine frees between pages: giving it back costs a tenth of the reading.

    For processes that end soon. Nothing happens where the C library is not glibc.
    """
    change_option = getattr(ctypes.CDLL(None), "mallopt", None)
    if change_option is not None:
        for option in (_TRIM_THRESHOLD, _MMAP_THRESHOLD):
            change_option(option, _KEPT_BYTES)


class OpenPdf:
    """A document held open by pdfium. Use it in a `with` statement; the bytes stay alive as long as it does."""

    __slots__ = ("_form_settings", "_forms", "content", "handle", "is_cut_off")

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.is_cut_off = False
        self._forms = 0
        self._form_settings: object = None
        self.handle = function("FPDF_LoadMemDocument64")(content, len(content), None) or 0

    def flatten(self, page: int) -> None:
        """Draw the form fields and notes of an open page into it; load it again to see them.

        Fields without looks of their own get them first, as in a viewer.
        """
        forms = self._start_forms()
        if forms:
            function("FORM_OnAfterLoadPage")(page, forms)
            function("FORM_OnBeforeClosePage")(page, forms)
        function("FPDFPage_Flatten")(page, _FLATTEN_FOR_DISPLAY)

    def _start_forms(self) -> int:
        if self._form_settings is None:
            import pypdfium2.raw

            settings = pypdfium2.raw.FPDF_FORMFILLINFO()  # type: ignore[attr-defined]
            settings.version = 2
            self._form_settings = settings  # pdfium keeps its address
            self._forms = function("FPDFDOC_InitFormFillEnvironment")(self.handle, ctypes.addressof(settings)) or 0
        return self._forms

    def close(self) -> None:
        """Let go of the document."""
        if self._forms:
            function("FPDFDOC_ExitFormFillEnvironment")(self._forms)
        if self.handle:
            function("FPDF_CloseDocument")(self.handle)
        self._forms = self.handle = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
