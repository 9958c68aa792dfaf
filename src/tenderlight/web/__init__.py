"""The review desk: pages made on the server, for one reader on this machine or a team on a network."""

from __future__ import annotations

from tenderlight.web.app import make_app
from tenderlight.web.settings import DeskSettings

__all__ = ["DeskSettings", "make_app"]
