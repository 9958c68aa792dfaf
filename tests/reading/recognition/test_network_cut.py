from __future__ import annotations

import importlib
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from tenderlight.reading.recognition.ink import ink_of
from tenderlight.reading.recognition.line_network import LineNetwork
from tenderlight.reading.recognition.models import Models, folders
from tenderlight.reading.recognition.network_cut import cut_network
from tests.reading.made_pictures import blank, write

if TYPE_CHECKING:
    from numpy.typing import NDArray


@pytest.fixture(scope="module")
def whole(models: Models) -> LineNetwork:
    """Return the network that reads lines as it is in its package, not cut."""
    assert models.reader.weights is not None, "the network was not cut"
    engine = importlib.import_module("onnxruntime")
    options = engine.SessionOptions()
    options.intra_op_num_threads = 1
    path = Path(folders()[0], "PP-OCRv6_rec_small.onnx")
    return LineNetwork(engine.InferenceSession(path, options, providers=["CPUExecutionProvider"]))


@pytest.fixture(scope="module")
def lines() -> list[NDArray[np.float32]]:
    """Return two batches of lines as the network wants them."""
    page = write(blank(), [(40, 40, "Price 36,575.20"), (40, 90, "Lot 7: cameras"), (40, 140, "Total")])
    plane = ink_of(np.asarray(page), points_a_pixel=0.36).plane
    rows = np.stack([plane[at : at + 48, :640] for at in range(0, 480, 48)]).astype(np.float32) / 127.5 - 1.0
    pictures = np.repeat(rows[:, None], 3, axis=1)
    return [pictures[:7], pictures[7:, :, :, :320].copy()]


def test_the_cut_network_reads_what_the_whole_one_reads(
    models: Models, whole: LineNetwork, lines: list[NDArray[np.float32]]
) -> None:
    cut, uncut = models.reader.likeliest(lines), whole.likeliest(lines)
    assert [numbers.shape for numbers, _ in cut] == [numbers.shape for numbers, _ in uncut]
    written = 0
    for (numbers, shares), (expected, sure) in zip(cut, uncut, strict=True):
        assert (numbers == expected).all()
        assert np.abs(shares - sure)[numbers > 0].max(initial=0) < 1e-3
        written += int((numbers > 0).sum())
    assert written > 10, "nothing was written on these lines"


def test_the_cut_network_gives_each_character_its_share(
    models: Models, whole: LineNetwork, lines: list[NDArray[np.float32]]
) -> None:
    cut, uncut = models.reader.shares(lines[0]), whole.shares(lines[0])
    assert cut.shape == uncut.shape
    assert np.abs(cut - uncut).max() < 1e-3


def test_no_lines_have_no_characters(models: Models) -> None:
    assert models.reader.likeliest([]) == []


def test_a_network_that_ends_otherwise_is_left_whole(models: Models) -> None:
    assert cut_network(b"") is None
    assert cut_network(Path(folders()[0], "PP-OCRv6_det_small.onnx").read_bytes()) is None


def test_a_damaged_network_is_left_as_it_is(models: Models) -> None:
    network = Path(folders()[0], "PP-OCRv6_rec_small.onnx").read_bytes()
    assert models.reader.weights is not None
    for size in (1, 7, len(network) // 2, len(network) - 1):
        assert cut_network(network[:size]) is None
    assert cut_network(b"\xff" * 64) is None
