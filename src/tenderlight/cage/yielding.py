"""Work that nobody waits for yields the processor to what somebody does wait for: the review desk, a browser."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from tenderlight.errors import UsageError

NICENESS = "TENDERLIGHT_NICENESS"
"""Name of the variable that says how far work in the background yields."""
USUAL_NICENESS = 10
MOST_NICENESS = 19
SHARE_OF_A_STEP = 1.25
SESSION = Path("/proc/self/autogroup")


def yield_to_people() -> None:
    """Have this process, and those it will start, yield: to `$TENDERLIGHT_NICENESS`, 0 to 19, else to 10 (`nice(1)`).

    A process that yields further already goes on doing so.

    Raises:
        UsageError: If the variable says something else.
    """
    said = os.environ.get(NICENESS, "") or str(USUAL_NICENESS)
    if not (said.isascii() and said.isdecimal() and len(said) < 3 and int(said) <= MOST_NICENESS):
        raise UsageError(f"${NICENESS} is {said:.20}; it must be a whole number from 0 to {MOST_NICENESS}.")
    with suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, 0, max(int(said), os.getpriority(os.PRIO_PROCESS, 0)))


def patience() -> float:
    """Return how many times as long work of this process may take by the clock because it yields; 1 = it does not.

    Each step of niceness takes a fifth of the share of the processor that a process has beside others (`sched(7)`), so
    beside work that never rests ten steps leave a ninth. What others take is not to count against what is read.
    """
    return float(SHARE_OF_A_STEP ** max(0, os.getpriority(os.PRIO_PROCESS, 0)))


def yield_as_a_session() -> None:
    """Have the session that this process began yield as the process does.

    Linux deals the processor out among sessions first, and heeds what processes were told only within one (`sched(7)`,
    autogroups): without this, a process that yields in a session of its own yields to nobody.
    """
    with suppress(OSError):  # another system, or a kernel without such groups
        SESSION.write_text(f"{os.getpriority(os.PRIO_PROCESS, 0)}\n", "ascii")
