"""Tells the two-byte character sets of East Asia apart, by how many of their characters are everyday ones.

Each national standard puts the characters of every day into a block of its own (GB 2312 level 1, Big5 level 1, JIS
level 1 and kana). Text read by the wrong standard falls outside that block.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_PAIR = rb"[\x81-\xfe][\x40-\xfe]"
_FEWEST_PAIRS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """One character set, and what its everyday text is made of."""

    codec: str
    characters: re.Pattern[bytes]
    """Everything beyond ASCII."""
    usual: re.Pattern[bytes]

    def share(self, content: bytes) -> float:
        """Share of the characters beyond ASCII that are everyday ones, 0-1."""
        found = len(self.characters.findall(content))
        return len(self.usual.findall(content)) / found if found else 0.0


STANDARDS = (
    Standard(codec="gb18030", characters=re.compile(_PAIR), usual=re.compile(rb"[\xa1-\xa3\xb0-\xd7][\xa1-\xfe]")),
    Standard(
        codec="big5hkscs",
        characters=re.compile(_PAIR),
        usual=re.compile(rb"[\xa1\xa2\xa4-\xc6][\x40-\x7e\xa1-\xfe]"),
    ),
    Standard(
        codec="cp932",
        characters=re.compile(rb"[\x81-\x9f\xe0-\xfc][\x40-\xfc]|[\xa1-\xdf]"),
        usual=re.compile(rb"[\x81-\x83\x88-\x97][\x40-\xfc]"),
    ),
    Standard(
        codec="euc_jp",
        characters=re.compile(rb"\x8e[\xa1-\xdf]|[\xa1-\xfe]{2}|[\x80-\xff]"),
        usual=re.compile(rb"[\xa4\xa5][\xa1-\xf6]"),
    ),
)
"""In the order in which a tie is decided. Korean is told by `is_korean`: its block lies within the Chinese one."""
_HANGUL_ONLY = re.compile(rb"(?:[\x00-\x7f]|[\xb0-\xc8][\xa1-\xfe]|[\xa1-\xa3][\xa1-\xfe])+")


def is_korean(content: bytes) -> bool:
    """Say whether all pairs lie where Korean syllables do: more than a quarter of everyday Chinese does not."""
    pairs = sum(byte > 127 for byte in content) // 2
    return pairs >= _FEWEST_PAIRS and _HANGUL_ONLY.fullmatch(content) is not None


def likeliest(content: bytes, *, least_share: float) -> str | None:
    """The character set that content is likely in, as Python calls it; None if no share reaches `least_share`."""
    if is_korean(content):
        return "cp949"
    shares = [(standard.share(content), standard.codec) for standard in STANDARDS]
    best, codec = max(shares, key=lambda found: found[0])
    return codec if best >= least_share else None
