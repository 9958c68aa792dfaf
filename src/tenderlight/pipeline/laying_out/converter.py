"""The program that lays documents out on pages: one LibreOffice, kept warm behind walls, fed one document at a time.

It starts when the first document needs it, takes the next while it is warm, and is started anew after a document that
broke it and after every `DOCUMENTS_A_START`. What it answers is not believed: the PDF is read in the cage like any
other, and a word only gets a place on it where the PDF has that word.
"""

from __future__ import annotations

import enum
import fcntl
import json
import os
import re
import shutil
import subprocess
import time
import weakref
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, BinaryIO

import msgspec

from tenderlight.cage import WalledProgram, behind_walls, bubblewrap, held_interrupts, open_call_filter
from tenderlight.cage.yielding import patience
from tenderlight.reading import formats

SCRIPT = Path(__file__).with_name("office_script.py")
PROGRAM_NAMES = ("soffice", "libreoffice")
SYSTEM_PYTHON = "/usr/bin/python3"
SYSTEM_MODULE = "/usr/lib/python3/dist-packages/uno.py"
MEBIBYTE = 1024 * 1024
MEMORY_BYTES = 2048 * MEBIBYTE
SCRATCH_BYTES = 512 * MEBIBYTE
LARGEST_PDF_BYTES = 64 * MEBIBYTE
LONGEST_ANSWER_BYTES = 4096
START_SECONDS = 120.0
GRACE_SECONDS = 2.0
MOST_SPENT_SECONDS = 100_000.0
"""Of a processor, that it is believed to have spent on a document."""
DOCUMENTS_A_START = 100
PDF_SIGNATURE = b"%PDF-"
_TIMES = (
    (re.compile(rb"(/CreationDate\s*\(D:)\d{14}"), rb"\g<1>19700101000000"),
    (re.compile(rb"/ID\s*\[\s*<[0-9A-Fa-f]{32}>\s*<[0-9A-Fa-f]{32}>"), None),
    (re.compile(rb"/DocChecksum\s*/[0-9A-Fa-f]{32}"), None),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """How LibreOffice is to take a format: never by its own guess."""

    suffix: str
    load: str
    store: str


_WRITER, _IMPRESS = "writer_pdf_Export", "impress_pdf_Export"
FILTERS: dict[str, Filters] = {
    formats.DOCX: Filters(suffix=".docx", load="MS Word 2007 XML", store=_WRITER),
    formats.ODT: Filters(suffix=".odt", load="writer8", store=_WRITER),
    formats.DOC: Filters(suffix=".doc", load="MS Word 97", store=_WRITER),
    formats.RTF: Filters(suffix=".rtf", load="Rich Text Format", store=_WRITER),
    "text/html": Filters(suffix=".html", load="HTML (StarWriter)", store=_WRITER),
    formats.PPTX: Filters(suffix=".pptx", load="Impress MS PowerPoint 2007 XML", store=_IMPRESS),
    formats.PPT: Filters(suffix=".ppt", load="MS PowerPoint 97", store=_IMPRESS),
}
"""By media type: the formats that are laid out. Workbooks are not: on paper their columns are cut off, and their cells
have names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Installed:
    """A converter that can be started."""

    bubblewrap: str
    program: str
    python: str
    readable: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """Why there is no converter."""

    reason: str


def find_converter() -> Installed | Missing:
    """Look for LibreOffice, its Python module and bubblewrap on this machine; nothing is started."""
    office = next((found for name in PROGRAM_NAMES if (found := shutil.which(name))), None)
    if office is None:
        return Missing(reason="LibreOffice is not installed")
    folder = Path(office).resolve().parent
    program, own_python = folder / "soffice.bin", folder / "python"
    if not program.is_file():
        return Missing(reason="LibreOffice is not installed whole")
    if not own_python.exists() and not Path(SYSTEM_MODULE).exists():
        return Missing(reason="LibreOffice's Python module (python3-uno) is not installed")
    walls = bubblewrap()
    if walls is None:
        return Missing(reason="bubblewrap is not installed")
    return Installed(
        bubblewrap=walls,
        program=str(program),
        python=str(own_python) if own_python.exists() else SYSTEM_PYTHON,
        readable=(str(folder.parent), "/etc/libreoffice", str(SCRIPT)),
    )


class _AnswerShape(msgspec.Struct, forbid_unknown_fields=True):
    """A line that comes from behind the walls."""

    ready: Annotated[str, msgspec.Meta(pattern=r"^[\w .():/+-]{1,100}\Z")] | None = None
    size_bytes: Annotated[int, msgspec.Meta(ge=1, le=LARGEST_PDF_BYTES)] | None = None
    trouble: Annotated[str, msgspec.Meta(max_length=300)] = ""
    spent_seconds: Annotated[float, msgspec.Meta(ge=0, le=MOST_SPENT_SECONDS)] = 0.0


_decoder = msgspec.json.Decoder(_AnswerShape)


class State(enum.Enum):
    """What a converter is doing."""

    OPENING = "opening"
    FREE = "free"
    BUSY = "busy"
    LOST = "lost"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came of one document, or of the start."""

    pdf: bytes | None
    trouble: str = ""
    """Why there is no PDF, in words that may come from a hostile document."""
    cpu_seconds: float = 0.0
    """Processor time that LibreOffice took for the document, by its own words; 0 = it did not say."""


class Converter:
    """One LibreOffice behind walls. Use it from one thread: wait on `filenos()`, then call `receive()`."""

    def __init__(self, installed: Installed) -> None:
        """Start it; it opens in its own time."""
        self.state = State.OPENING
        self.version = ""
        self.documents = 0
        """Documents it has taken."""
        self.deadline = time.monotonic() + START_SECONDS * patience()
        self._received = bytearray()
        self._tray = os.memfd_create("original")
        self._pdf_tray = _sealed_tray(LARGEST_PDF_BYTES)
        with held_interrupts():
            self._process = _start(installed, self._tray, self._pdf_tray)
            weakref.finalize(self, _kill, self._process)
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._requests, self._answers = self._process.stdin, self._process.stdout
        os.set_blocking(self._answers.fileno(), False)

    def filenos(self) -> tuple[int, ...]:
        """Descriptors to wait on until one can be read; none if nothing is to come."""
        return (self._answers.fileno(),) if self.state in (State.OPENING, State.BUSY) else ()

    def submit(self, original: BinaryIO, filters: Filters, *, wall_seconds: float, cpu_seconds: float) -> None:
        """Have a document laid out.

        Args:
            original: The file; may be closed after this call.
            filters: How it is to be taken.
            wall_seconds: After so long the program is ended.
            cpu_seconds: What it may use of a processor.

        Raises:
            RuntimeError: If it is not free.
        """
        if self.state is not State.FREE:
            raise RuntimeError(f"the converter is {self.state.value}")
        request = {
            "size_bytes": self._fill_tray(original),
            "suffix": filters.suffix,
            "load_filter": filters.load,
            "store_filter": filters.store,
            "cpu_seconds": cpu_seconds,
        }
        self.state = State.BUSY
        self.documents += 1
        self.deadline = time.monotonic() + wall_seconds + GRACE_SECONDS
        try:
            self._requests.write(json.dumps(request).encode("ascii") + b"\n")
            self._requests.flush()
        except OSError:
            self._process.kill()  # `receive` finds it gone

    def receive(self) -> Answer | None:
        """Take what has come, without waiting: the answer to the document, a failed start, or None if neither is there.

        After an answer with the state `LOST`, the program is gone.
        """
        if self.state not in (State.OPENING, State.BUSY):
            return None
        is_over = not self._take()
        line, end, rest = bytes(self._received).partition(b"\n")
        if end and not rest:
            self._received.clear()
            return self._answer(line)
        if len(self._received) > LONGEST_ANSWER_BYTES or rest:
            return self._lose("it sent what it should not")
        if is_over:
            return self._lose("it ended")
        if time.monotonic() > self.deadline:
            return self._lose("it took longer than it may")
        return None

    def close(self) -> None:
        """End it, and wait until it is gone. Harmless if it is."""
        if self.state is State.LOST:
            return
        self.state = State.LOST
        _kill(self._process)
        with suppress(OSError):
            self._requests.close()
        self._answers.close()
        os.close(self._tray)
        os.close(self._pdf_tray)

    def _fill_tray(self, original: BinaryIO) -> int:
        os.ftruncate(self._tray, 0)
        size = 0
        original.seek(0)
        while piece := original.read(MEBIBYTE):
            size += os.pwrite(self._tray, piece, size)
        return size

    def _take(self) -> bool:
        """Read what is there; say whether more may come."""
        try:
            piece = os.read(self._answers.fileno(), LONGEST_ANSWER_BYTES)
        except BlockingIOError:
            return True
        self._received += piece
        return bool(piece)

    def _answer(self, line: bytes) -> Answer | None:
        try:
            answer = _decoder.decode(line)
        except ValueError:  # msgspec's errors are ValueErrors
            return self._lose("it sent what it should not")
        if self.state is State.OPENING and answer.ready is not None:
            self.version = answer.ready
            self.state = State.FREE
            return None
        if self.state is State.BUSY and answer.ready is None:
            self.state = State.FREE
            if answer.size_bytes is None:
                return Answer(pdf=None, trouble=answer.trouble, cpu_seconds=answer.spent_seconds)
            pdf = os.pread(self._pdf_tray, answer.size_bytes, 0)
            if pdf.startswith(PDF_SIGNATURE):
                return Answer(pdf=without_times(pdf), cpu_seconds=answer.spent_seconds)
            return self._lose("it made no PDF")
        return self._lose("it sent what it should not")

    def _lose(self, words: str) -> Answer:
        self.close()
        return Answer(pdf=None, trouble=words)


def without_times(pdf: bytes) -> bytes:
    """Return a PDF of LibreOffice without when it was made and the chance numbers of its trailer, as long as before.

    So the same document laid out twice is the same file.
    """
    for pattern, replacement in _TIMES:
        pdf = pattern.sub(replacement if replacement is not None else _zeros, pdf)
    return pdf


def _zeros(found: re.Match[bytes]) -> bytes:
    return re.sub(rb"[0-9A-Fa-f]{32}", b"0" * 32, found.group())


def _sealed_tray(size_bytes: int) -> int:
    """Return a file in memory that nobody can make larger."""
    tray = os.memfd_create("pdf", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    os.ftruncate(tray, size_bytes)
    fcntl.fcntl(tray, fcntl.F_ADD_SEALS, fcntl.F_SEAL_GROW | fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_SEAL)
    return tray


def _kill(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()


def _start(installed: Installed, tray: int, pdf_tray: int) -> subprocess.Popen[bytes]:
    program = WalledProgram(
        command=(
            installed.python,
            "-I",
            str(SCRIPT),
            str(tray),
            str(pdf_tray),
            installed.program,
            str(MEMORY_BYTES),
            str(LARGEST_PDF_BYTES),
        ),
        readable=installed.readable,
        environment=(("SAL_USE_VCLPLUGIN", "svp"),),
        scratch_bytes=SCRATCH_BYTES,
    )
    call_filter = open_call_filter()
    trays = (tray, pdf_tray)
    try:
        return subprocess.Popen(
            behind_walls(program, bubblewrap=installed.bubblewrap, call_filter=call_filter),
            pass_fds=trays if call_filter is None else (*trays, call_filter),
            env={},
            cwd="/",
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    finally:
        if call_filter is not None:
            os.close(call_filter)
