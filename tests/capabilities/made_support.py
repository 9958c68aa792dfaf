"""What stands around a find of which nothing is to be told: for tests that change one thing of it."""

from __future__ import annotations

from tenderlight.capabilities.support import Near, Support

PLAIN_SUPPORT = Support(
    ways=1,
    length=8,
    has_rival=False,
    has_equal_rival=False,
    has_stronger_rival=False,
    refusal=Near.NOWHERE,
    background=Near.NOWHERE,
    is_near_things=False,
    is_near_exclusion=False,
    is_quoted=False,
    is_latin=False,
    line_length=80,
    is_near_trade=False,
)
