"""What the cage raises when it cannot work at all. What a file does to it is an `Outcome`, never an exception."""

from __future__ import annotations

from tenderlight.errors import TenderlightError


class WorkshopNotOpened(TenderlightError):
    """The lane's process ended before its first job: an import failed, a thread was left running, or the walls fell.

    `details["opener"]` says whose.
    """

    next_step = "The last line says where it stopped. If a package is missing or broken, install Tenderlight afresh."


class LanesLost(TenderlightError):
    """Lane after lane was lost with no job done in between: the machine ends them, likely for lack of memory."""

    next_step = "Free some memory, or use fewer lanes, and run the command again: it goes on where it stopped."


class LaneKilled(WorkshopNotOpened):
    """The system killed the lane's process while its workshop opened: no fault of the workshop's, so another may do."""

    next_step = LanesLost.next_step
