"""Runs one engine in a process of its own: names of pictures in, what stands in them out, one JSON line each.

python benchmarks/recognising/engines.py tenderlight|tables|rapidocr|img2table|img2table-level
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
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

TENDERLIGHT, RAPIDOCR = "tenderlight", "rapidocr"
TABLES, IMG2TABLE, IMG2TABLE_LEVEL = "tables", "img2table", "img2table-level"
"""Ours without reading any text; the peer as it is told to look for skewed pages, and not to."""
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
    from tenderlight.reading.recognition.page_pixels import PagePixels
    from tenderlight.reading.recognition.pages import recognise

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


def _tables() -> Callable[[Path, float], Answer]:
    import cv2

    from tenderlight.reading.recognition.ink import rules_of
    from tenderlight.reading.recognition.level_frame import LevelFrame
    from tenderlight.reading.recognition.print_slant import slant_of_print
    from tenderlight.reading.recognition.ruled_lines import find_rules, grids_of

    cv2.setNumThreads(0)

    def read(path: Path, dpi: float) -> Answer:
        file, points = np.frombuffer(path.read_bytes(), np.uint8), 72 / dpi
        started = time.process_time()
        picture = np.asarray(cv2.imdecode(file, cv2.IMREAD_COLOR_RGB), np.uint8)
        plane = rules_of(picture, points_a_pixel=points)
        slant = slant_of_print(plane, points_a_pixel=points)
        grids = grids_of(find_rules(plane, degrees=slant, points_a_pixel=points))
        seconds = time.process_time() - started
        frame = LevelFrame(width=plane.shape[1] * points, height=plane.shape[0] * points, degrees=slant)
        boxes = np.concatenate([np.zeros((0, 4)), *(grid.cell_boxes for grid in grids)])
        corners = boxes[:, [0, 1, 2, 1, 2, 3, 0, 3]].reshape(-1, 4, 2)
        return Answer(seconds=seconds, cells=(frame.displayed(corners) / points).tolist())

    return read


def _img2table(*, may_be_askew: bool) -> Callable[[Path, float], Answer]:
    document: Any = import_module("img2table.document")
    rotation: Any = import_module("img2table.document.rotation")
    turned: list[NDArray[np.float64]] = []
    warp = rotation.cv2.warpAffine

    def noted(picture: Any, matrix: Any, size: Any, **options: Any) -> Any:
        # Only the last turning is that of the picture in which tables are looked for; it is the one with a border.
        if "borderValue" in options:
            turned.append(np.asarray(matrix, np.float64))
        return warp(picture, matrix, size, **options)

    rotation.cv2.warpAffine = noted

    def read(path: Path, _: float) -> Answer:
        file = path.read_bytes()
        turned.clear()
        started = time.process_time()
        tables = document.Image(file, detect_rotation=may_be_askew).extract_tables(borderless_tables=False)
        seconds = time.process_time() - started
        boxes = {
            (cell.bbox.x1, cell.bbox.y1, cell.bbox.x2, cell.bbox.y2)
            for table in tables
            for row in table.content.values()
            for cell in row
        }
        cells = np.array([[[x1, y1], [x2, y1], [x2, y2], [x1, y2]] for x1, y1, x2, y2 in sorted(boxes)], np.float64)
        if turned and len(cells):
            cells = (cells - turned[-1][:, 2]) @ np.linalg.inv(turned[-1][:, :2]).T
        return Answer(seconds=seconds, cells=cells.tolist())

    return read


def main() -> None:
    """Answer until asked to end."""
    engines: dict[str, Callable[[], Callable[[Path, float], Answer]]] = {
        TENDERLIGHT: _tenderlight,
        TABLES: _tables,
        RAPIDOCR: _rapidocr,
        IMG2TABLE: partial(_img2table, may_be_askew=True),
        IMG2TABLE_LEVEL: partial(_img2table, may_be_askew=False),
    }
    read = engines[sys.argv[1]]()
    for line in sys.stdin:
        question = json.loads(line)
        if not question:
            break
        answer = read(Path(question["path"]), question["dpi"])
        print(json.dumps({name: getattr(answer, name) for name in Answer.__slots__}), flush=True)
    print(json.dumps({"bytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024}), flush=True)


if __name__ == "__main__":
    main()
