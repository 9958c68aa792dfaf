"""The models of text recognition, and the engine that runs them.

The models are those that ship inside the `rapidocr` package (PP-OCRv6 small, Apache-2.0); nothing is downloaded. Its
code is not used: our own pipeline makes the same text at two fifths of the cost (`benchmarks/recognition.py`).

The engine (onnxruntime, MIT) reports its use to its maker unless told not to before it is loaded. It is told here; and
in the cage it has no network and can write no file.
"""

from __future__ import annotations

import importlib.util
import os
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tenderlight.reading.pdf.pdfium import keep_freed_memory
from tenderlight.reading.recognition import cyrillic_engine
from tenderlight.reading.recognition.cyrillic_engine import CyrillicEngine
from tenderlight.reading.recognition.page_pixels import RECOGNISER

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tenderlight.reading.recognition.line_network import LineNetwork

    Tensor = NDArray[np.float32]

_PACKAGES = ("rapidocr", "onnxruntime", "cv2")
_FILES = {
    "finder": "PP-OCRv6_det_small.onnx",
    "reader": "PP-OCRv6_rec_small.onnx",
    "turner": "ch_ppocr_mobile_v2.0_cls_mobile.onnx",
}
_NO_REPORTS = ("ORT_DISABLE_TELEMETRY", "ORT_TELEMETRY_DISABLED")
"""The engine's switch had one name and then the other."""
_ERRORS_ONLY = 3
_FLUSHING = "session.set_denormal_as_zero"
"""Numbers next to nothing (under 1e-38) become nothing. They say nothing, and processors take a hundred times as long
over them: two layers of the finder, on blank paper, else cost more than all the rest of it."""


@dataclass(frozen=True, slots=True)
class Model:
    """One network: a batch of tensors in, a batch out."""

    session: Any

    def run(self, batch: Tensor) -> Tensor:
        """Return the network's first output for a batch."""
        (name,) = (each.name for each in self.session.get_inputs())
        result: Tensor = self.session.run(None, {name: batch})[0]
        return result


@dataclass(frozen=True, slots=True, kw_only=True)
class Models:
    """Everything that recognition needs, loaded."""

    finder: Model
    """Picture of a page → how likely each pixel is text."""
    reader: LineNetwork
    """Pictures of lines → characters."""
    turner: Model
    """Pictures of lines → upright or upside down."""
    alphabet: tuple[str, ...]
    """What the reader's outputs stand for; the first stands for no character."""
    cyrillic: CyrillicEngine | None = None
    """Reads lines in Cyrillic letters, which the alphabet lacks; None where it is not installed."""


def is_installed() -> bool:
    """Say whether the packages of the extra `ocr` are there. Does not import them."""
    return all(importlib.util.find_spec(package) is not None for package in _PACKAGES)


def name() -> str:
    """Return the name of what reads pictures here: that of the models, and that of the engine for Cyrillic letters."""
    return f"{RECOGNISER}-and-{cyrillic_engine.NAME}" if cyrillic_engine.is_installed() else RECOGNISER


def folders() -> tuple[str, ...]:
    """Return the folders the models are read from."""
    found = importlib.util.find_spec("rapidocr")
    return () if found is None or found.origin is None else (str(Path(found.origin).parent / "models"),)


def load_models() -> Models:
    """Load the models into a process that has, and keeps, one thread.

    From then on that thread takes numbers next to nothing for nothing, in all its reckoning.

    Raises:
        ModuleNotFoundError: The extra `ocr` is not installed.
        FileNotFoundError: The package does not hold the models it should.
    """
    for switch in _NO_REPORTS:
        os.environ[switch] = "1"
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    import cv2

    from tenderlight.reading.recognition.line_network import LineNetwork
    from tenderlight.reading.recognition.network_cut import cut_network

    onnxruntime: Any = import_module("onnxruntime")
    keep_freed_memory()
    cv2.setNumThreads(0)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    options.log_severity_level = _ERRORS_ONLY
    options.add_session_config_entry(_FLUSHING, "1")
    sessions = {}
    weights = None
    for name, file_name in _FILES.items():
        paths = [Path(folder) / file_name for folder in folders()]
        if not paths or not paths[0].is_file():
            raise FileNotFoundError(f"the rapidocr package has no model {file_name}")
        network = paths[0].read_bytes()
        if name == "reader" and (cut := cut_network(network)) is not None:
            network, weights = cut
        sessions[name] = onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])
    letters = sessions["reader"].get_modelmeta().custom_metadata_map["character"].split("\n")
    return Models(
        finder=Model(sessions["finder"]),
        reader=LineNetwork(sessions["reader"], weights),
        turner=Model(sessions["turner"]),
        alphabet=("", *letters, " "),
        cyrillic=CyrillicEngine() if cyrillic_engine.is_installed() else None,
    )
