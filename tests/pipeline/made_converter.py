"""Converters for tests: the real one where it is installed, and a program in its place that misbehaves when asked."""

from __future__ import annotations

import os
import select
import shutil
import time
from pathlib import Path

import pytest

from tenderlight.pipeline.laying_out.converter import Answer, Converter, Installed, State, find_converter
from tests.reading.made_pdfs import MadePage, made_pdf, show

STAND_IN = '''#!/usr/bin/python3
"""Stands in for the interpreter beside LibreOffice: answers as the real script does, or not, as the document asks."""
import json, os, sys, time

tray, pdf_tray = int(sys.argv[3]), int(sys.argv[4])


def say(**answer):
    print(json.dumps(answer), flush=True)


if os.path.exists(os.path.join(os.path.dirname(__file__), "does-not-open")):
    sys.exit(1)
say(ready="LibreOffice 0.1")
for line in sys.stdin:
    request = json.loads(line)
    content = os.pread(tray, request["size_bytes"], 0)
    if b"hang" in content or os.path.exists(os.path.join(os.path.dirname(__file__), "hangs")):
        time.sleep(600)
    elif b"crash" in content:
        sys.exit(139)
    elif b"babble" in content:
        print("{" * 100_000, flush=True)
    elif b"boast" in content:
        say(size_bytes=10**12)
    elif b"refuse" in content:
        say(trouble="it would not" + chr(27), spent_seconds=0.25)
    elif b"eternity" in content:
        say(trouble="it would not", spent_seconds=-1)
    elif b"forge" in content:
        os.pwrite(pdf_tray, b"MZ", 0)
        say(size_bytes=2)
    else:
        with open(os.path.join(os.path.dirname(__file__), "laid-out.pdf"), "rb") as file:
            say(size_bytes=os.pwrite(pdf_tray, file.read(), 0), spent_seconds=0.5)
'''


def needs_walls() -> None:
    """Skip where bubblewrap is missing or may not make namespaces."""
    if shutil.which("bwrap") is None or os.system("bwrap --unshare-all --ro-bind / / true 2>/dev/null") != 0:
        pytest.skip("bubblewrap is not installed, or may not be used")


def needs_converter() -> Installed:
    """Return the converter of this machine; skip where there is none."""
    needs_walls()
    installed = find_converter()
    if not isinstance(installed, Installed):
        pytest.skip(installed.reason)
    return installed


def stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch, *, text: str = "", opens: bool = True) -> Path:
    """Put a program in LibreOffice's place, first on the path; what it lays out is one page with `text`."""
    program = folder / "office" / "program"
    program.mkdir(parents=True)
    for name in ("soffice", "soffice.bin", "python"):
        (program / name).write_text(STAND_IN, "utf-8")
        (program / name).chmod(0o755)
    lines = "".join(show(40, 260 - 20 * row, line) for row, line in enumerate(text.split("\n")))
    (program / "laid-out.pdf").write_bytes(made_pdf(MadePage(content=lines)))
    if not opens:
        (program / "does-not-open").touch()
    monkeypatch.setenv("PATH", f"{program}{os.pathsep}{os.environ['PATH']}")
    return program


def no_converter(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave no program on the path."""
    empty = folder / "nothing"
    empty.mkdir()
    monkeypatch.setenv("PATH", str(empty))


def answer_of(converter: Converter) -> Answer | None:
    """Wait for what comes next: an answer, or None once it is ready for a document."""
    while True:
        select.select(converter.filenos(), (), (), max(0.0, converter.deadline - time.monotonic()))
        answer = converter.receive()
        if answer is not None or converter.state in (State.FREE, State.LOST):
            return answer
