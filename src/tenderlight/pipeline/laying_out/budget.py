"""What laying one document out may take, in proportion to what it has to show.

Measured with LibreOffice 7.4: 0.1 seconds of a processor for a short file; 20 for a million characters of prose, 20
for a table of eighteen thousand cells. Whoever needs several times as much makes the converter work and not the page.
"""

from __future__ import annotations

from dataclasses import dataclass

from tenderlight.cage.yielding import patience

MEBIBYTE = 1024 * 1024
LARGEST_DOCUMENT_BYTES = 64 * MEBIBYTE
START_CPU_SECONDS = 8.0
CPU_SECONDS_A_CHARACTER = 250e-6
CPU_SECONDS_A_MEBIBYTE = 15.0
"""Of the file: pictures have no characters."""
LONGEST_CPU_SECONDS = 120.0
LONG_CPU_SECONDS = 30.0
START_WALL_SECONDS = 12.0
WALL_SECONDS_A_CPU_SECOND = 3.0
"""The clock runs on while the machine is busy with others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """What the converter may take for one document."""

    cpu_seconds: float
    """Of a processor."""
    wall_seconds: float
    """Of the clock on the wall."""

    @property
    def is_long(self) -> bool:
        """Whether so much is granted that the document gets a process of its own, and so is never tried twice."""
        return self.cpu_seconds > LONG_CPU_SECONDS


def budget(*, size_bytes: int, characters: int) -> Budget:
    """Return what laying a document out may take.

    Args:
        size_bytes: Of the file.
        characters: In what was read of it.
    """
    needed = START_CPU_SECONDS + CPU_SECONDS_A_CHARACTER * characters + CPU_SECONDS_A_MEBIBYTE * size_bytes / MEBIBYTE
    cpu_seconds = min(LONGEST_CPU_SECONDS, needed)
    return Budget(
        cpu_seconds=cpu_seconds,
        wall_seconds=patience() * (START_WALL_SECONDS + WALL_SECONDS_A_CPU_SECOND * cpu_seconds),
    )
