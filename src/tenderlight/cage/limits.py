"""What one job in the cage may use. The name of a field is the name of the limit in an outcome."""

from __future__ import annotations

import dataclasses
import json

MEBIBYTE = 1024 * 1024


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The budget of one job. A job that needs more ends there; what it sent before is kept.

    Attributes:
        wall_seconds: Time from fork to end by the clock on the wall. It runs on while the parent
            does not read the answer. In a lane that yields (`cage.yielding`) the time in which others
            had the processor does not count.
        cpu_seconds: Time on a processor. The kernel counts whole seconds: fractions are rounded up.
        memory_bytes: Private memory (`RLIMIT_DATA`), the libraries loaded beforehand included; the
            address space is bounded by the same amount on top of what the lane had.
        answer_bytes: All frames together.
        frame_bytes: One frame.
        frames: Frames in the answer: taking many small ones apart is work for the parent.
        descriptors: Open files at once, the five the cage itself uses included.

    Raises:
        ValueError: A limit is not above zero, or `descriptors` leaves none for the job.
    """

    wall_seconds: float = 60.0
    cpu_seconds: float = 30.0
    memory_bytes: int = 1024 * MEBIBYTE
    answer_bytes: int = 512 * MEBIBYTE
    frame_bytes: int = 16 * MEBIBYTE
    frames: int = 100_000
    descriptors: int = 32

    def __post_init__(self) -> None:
        for field in dataclasses.fields(self):
            if not getattr(self, field.name) > 0:
                raise ValueError(f"{field.name} must be above zero")
        if self.descriptors < 8:
            raise ValueError("descriptors must be at least 8: the cage itself uses 5")

    def as_bytes(self) -> bytes:
        """Write the limits for the lane; `from_bytes` reads them back."""
        return json.dumps(dataclasses.asdict(self)).encode("ascii")

    @classmethod
    def from_bytes(cls, written: bytes) -> Limits:
        """Read limits written by `as_bytes`."""
        return cls(**json.loads(written))
