"""Cuts the last step off the network that reads lines, in the bytes of its file.

The file is a message of Protocol Buffers (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto); it is taken apart
only as far as that needs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Tensor = NDArray[np.float32]

_GRAPH = 7
_NODE, _TENSOR, _RESULT = 1, 5, 12
"""Parts of a graph."""
_TAKES, _GIVES, _KIND = 1, 2, 4
"""Parts of a node."""
_SIDES, _TENSOR_TYPE, _TENSOR_NAME, _RAW = 1, 2, 8, 9
"""Parts of a tensor."""
_FLOAT = 1
_SIZED = 2


class _Part(NamedTuple):
    """One field of a message."""

    number: int
    whole: bytes
    """As it stands in the file."""
    value: bytes
    """What is in it."""


@dataclass(frozen=True, slots=True)
class _Node:
    part: _Part
    kind: str
    takes: tuple[str, ...]
    gives: str


def cut_network(network: bytes) -> tuple[bytes, Tensor] | None:
    """Cut the last step off the network that reads lines.

    Args:
        network: Its file.

    Returns:
        The network without it, which answers with the numbers that are to be weighed, and the weights (see
        `LineNetwork`). None if the network ends in another way than in a product, a sum and shares, or is damaged.
    """
    try:
        return _cut(network)
    except (IndexError, ValueError):
        return None


def _cut(network: bytes) -> tuple[bytes, Tensor] | None:
    parts = list(_parts(network))
    graph = list(_parts(b"".join(part.value for part in parts if part.number == _GRAPH)))
    nodes = {node.gives: node for node in map(_node, (part for part in graph if part.number == _NODE))}
    tensors = {_text(part.value, _TENSOR_NAME): part for part in graph if part.number == _TENSOR}
    results = [_text(part.value, 1) for part in graph if part.number == _RESULT]
    last: list[_Node] = []
    name = results[0] if len(results) == 1 else ""
    for kind in ("Softmax", "Add", "MatMul"):
        while name in nodes and nodes[name].kind == "Identity":
            last.append(nodes[name])
            name = nodes[name].takes[0]
        if name not in nodes or nodes[name].kind != kind:
            return None
        last.append(nodes[name])
        name = nodes[name].takes[0]
    product, addition = last[-1].takes[1:], next(node.takes[1:] for node in last if node.kind == "Add")
    rows = [_floats(tensors[each].value) for each in (*product, *addition) if each in tensors]
    if len(rows) != 2 or rows[0].ndim != 2 or rows[1].shape != rows[0].shape[1:]:
        return None
    dropped = [node.part for node in last] + [tensors[each] for each in (*product, *addition)]
    kept = [part for part in graph if part.number != _RESULT and not any(part is other for other in dropped)]
    cut = [*(part.whole for part in kept), _sized(_RESULT, _sized(1, name.encode()))]
    others = [part.whole for part in parts if part.number != _GRAPH]
    return b"".join([*others, _sized(_GRAPH, b"".join(cut))]), np.concatenate([rows[0], rows[1][None]])


def _node(part: _Part) -> _Node:
    inside = list(_parts(part.value))
    takes = tuple(each.value.decode() for each in inside if each.number == _TAKES)
    gives = b" ".join(each.value for each in inside if each.number == _GIVES)
    return _Node(part, _text(part.value, _KIND), takes, gives.decode())


def _floats(tensor: bytes) -> Tensor:
    """Return the numbers of a tensor; empty if they are kept in another way than as they lie in memory."""
    inside = list(_parts(tensor))
    sides = [int.from_bytes(each.value, "little") for each in inside if each.number == _SIDES]
    kinds = [int.from_bytes(each.value, "little") for each in inside if each.number == _TENSOR_TYPE]
    raw = b"".join(each.value for each in inside if each.number == _RAW)
    if kinds != [_FLOAT] or len(raw) != 4 * int(np.prod(sides)):
        return np.zeros(0, np.float32)
    return np.frombuffer(raw, "<f4").reshape(sides).astype(np.float32)


def _text(message: bytes, number: int) -> str:
    return next((part.value.decode() for part in _parts(message) if part.number == number), "")


def _parts(message: bytes) -> Iterator[_Part]:
    """Yield the fields of a message; the value of a count is ten bytes, the lowest first.

    Raises:
        IndexError: If the message breaks off inside a count.
        ValueError: If it breaks off inside a field.
    """
    at = 0
    while at < len(message):
        start = at
        key, at = _count(message, at)
        number, kind = key >> 3, key & 7
        if kind == 0:
            count, at = _count(message, at)
            yield _Part(number, message[start:at], count.to_bytes(10, "little"))
            continue
        size = {1: 8, 5: 4}.get(kind, 0)
        if kind == _SIZED:
            size, at = _count(message, at)
        if at + size > len(message):
            raise ValueError("a field goes on past the end of its message")
        yield _Part(number, message[start : at + size], message[at : at + size])
        at += size


def _count(message: bytes, at: int) -> tuple[int, int]:
    """Return a count of any length, seven bits a byte, and where it ends."""
    count = shift = 0
    while True:
        byte = message[at]
        at += 1
        count |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            return count, at


def _sized(number: int, value: bytes) -> bytes:
    """Return a field of a message."""
    size, head = len(value), bytearray([number << 3 | _SIZED])
    while size > 0x7F:
        head.append(size & 0x7F | 0x80)
        size >>= 7
    head.append(size)
    return bytes(head) + value
