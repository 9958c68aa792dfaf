"""What all tests share.

Properties are tried without a clock, since a slow machine is no fault of the code; lists that the user of the machine
holds are not looked at.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

os.environ["TENDERLIGHT_LISTS"] = "/nonexistent/lists"
