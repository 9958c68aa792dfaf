"""Runs one engine in a process of its own: names of pictures in, what stands in them out, one JSON line each.

python benchmarks/recognising/engines.py tenderlight|rapidocr|img2table
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import IO, Any

import numpy as np
from PIL import Image

TENDERLIGHT, RAPIDOCR, IMG2TABLE = "tenderlight", "rapidocr", "img2table"
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "OPENCV_FOR_THREADS_NUM": "1"}

Quad = list[list[float]]


@dataclass(slots=True, kw_only=True)
class Answer:
    """What an engine made of one picture. Places are pixels of the picture."""

    seconds: float
    """CPU time."""
    text: str = ""
    pieces: list[tuple[str, Quad]] = field(default_factory=list)
    """Words or lines, each with its corners."""
    letters: list[tuple[str, Quad]] = field(default_factory=list)
    """Characters as a quote of each of them would be lit."""
    cells: list[Quad] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    doubtful: list[Quad] = field(default_factory=list)
    """Places of numbers that may be other ones, as it says itself."""


class Engine:
    """An engine in a process of its own."""

    def __init__(self, name: str, *, package_folder: str | None = None) -> None:
        """Start it; `package_folder` holds packages that are not installed beside ours."""
        environment = {**os.environ, **_ONE_THREAD}
        if package_folder:
            environment["PYTHONPATH"] = os.pathsep.join([package_folder, environment.get("PYTHONPATH", "")])
        self.name = name
        self._process: subprocess.Popen[str] = subprocess.Popen(
            [sys.executable, __file__, name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
        )

    def read(self, path: Path, dpi: float) -> Answer:
        """Have it read one picture."""
        return Answer(**self._ask({"path": str(path), "dpi": dpi}))

    def end(self) -> int:
        """End it, and return the most memory it held, in bytes."""
        most: int = self._ask({})["bytes"]
        self._process.wait()
        return most

    def _ask(self, question: dict[str, Any]) -> dict[str, Any]:
        writing, reading = _both(self._process)
        writing.write(json.dumps(question) + "\n")
        writing.flush()
        for line in reading:
            if line.startswith("{"):
                answer: dict[str, Any] = json.loads(line)
                return answer
        raise RuntimeError(f"{self.name} ended without an answer")


def _both(process: subprocess.Popen[str]) -> tuple[IO[str], IO[str]]:
    assert process.stdin is not None
    assert process.stdout is not None
    return process.stdin, process.stdout


def _corners(box: Any, scale: float) -> Quad:
    left, top, right, bottom = (side * scale for side in (box.left, box.top, box.right, box.bottom))
    return [[left, top], [right, top], [right, bottom], [left, bottom]]


def _tenderlight() -> Callable[[Path, float], Answer]:
    from tenderlight.model.box import Box
    from tenderlight.reading.layout.lines import boxes_of
    from tenderlight.reading.recognition.models import load_models
    from tenderlight.reading.recognition.pages import PagePixels, recognise

    models = load_models()

    def read(path: Path, dpi: float) -> Answer:
        picture = Image.open(path).convert("RGB")
        pixels = PagePixels(
            page_number=1,
            width_points=picture.width * 72 / dpi,
            height_points=picture.height * 72 / dpi,
            width=picture.width,
            height=picture.height,
            samples=picture.tobytes(),
        )
        started = time.process_time()
        found = recognise(pixels, models)
        seconds = time.process_time() - started
        page, scale = found.page, dpi / 72
        whole = Box(left=0, top=0, right=pixels.width_points, bottom=pixels.height_points)
        places = [offset for word in page.words for offset in range(word.start, word.end)]
        return Answer(
            seconds=seconds,
            text=page.text,
            pieces=[(page.text[word.start : word.end], _corners(word.box, scale)) for word in page.words],
            letters=[(page.text[at], _corners(boxes_of(page, at, at + 1)[0], scale)) for at in places],
            cells=[_corners(cell.box, scale) for table in page.tables for cell in table.cells],
            problems=[*dict.fromkeys(problem.code for problem in found.problems)],
            doubtful=[
                _corners(problem.box or whole, scale)
                for problem in found.problems
                if problem.code == "recognition-numbers-unsure"
            ],
        )

    return read


def _rapidocr() -> Callable[[Path, float], Answer]:
    rapidocr = import_module("rapidocr")
    engine = rapidocr.RapidOCR(
        params={
            "Global.use_cls": False,
            "Global.log_level": "error",
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )

    def read(path: Path, _: float) -> Answer:
        picture = np.asarray(Image.open(path).convert("RGB"))[:, :, ::-1].copy()
        started = time.process_time()
        found = engine(picture)
        seconds = time.process_time() - started
        texts: Sequence[str] = found.txts or ()
        pieces = (
            [(text, np.asarray(box).tolist()) for text, box in zip(texts, found.boxes, strict=True)] if texts else []
        )
        return Answer(seconds=seconds, text="\n".join(texts), pieces=pieces)

    return read


def _img2table() -> Callable[[Path, float], Answer]:
    document: Any = import_module("img2table.document")

    def read(path: Path, _: float) -> Answer:
        started = time.process_time()
        tables = document.Image(str(path), detect_rotation=False).extract_tables(borderless_tables=False)
        seconds = time.process_time() - started
        boxes = {
            (cell.bbox.x1, cell.bbox.y1, cell.bbox.x2, cell.bbox.y2)
            for table in tables
            for row in table.content.values()
            for cell in row
        }
        cells = [[[x1, y1], [x2, y1], [x2, y2], [x1, y2]] for x1, y1, x2, y2 in sorted(boxes)]
        return Answer(seconds=seconds, cells=cells)

    return read


def main() -> None:
    """Answer until asked to end."""
    started = {TENDERLIGHT: _tenderlight, RAPIDOCR: _rapidocr, IMG2TABLE: _img2table}[sys.argv[1]]
    read = started()
    for line in sys.stdin:
        question = json.loads(line)
        if not question:
            break
        answer = read(Path(question["path"]), question["dpi"])
        print(json.dumps({name: getattr(answer, name) for name in Answer.__slots__}), flush=True)
    print(json.dumps({"bytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024}), flush=True)


if __name__ == "__main__":
    main()
