"""What a sentence tells of a company, and how far a sentence runs."""

from __future__ import annotations

from enum import StrEnum


class Told(StrEnum):
    """What a sentence says of a company."""

    WON = "won"
    SIGNED = "signed"
    INTENDED = "intended"
    DELIVERED = "delivered"


RUNNING = r"(?:[^.;]|\.(?=\S|\s[\da-zà-ÿа-яіїєґ(])|(?<=No)\.)"
"""Anything up to the end of the sentence; a full stop inside a number or abbreviation ends none."""
