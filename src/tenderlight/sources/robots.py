"""What a site asks of programs that fetch from it: `robots.txt`, as RFC 9309 has it.

The rules are matched by a walk that needs no more steps than signs in rule times signs in address: a site's own file is
as hostile as any, and regular expressions made of it could be made to run without end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote_to_bytes

PLACE = "/robots.txt"
AGENT = "tenderlight"
"""The name by which a site may speak to this program alone."""
MOST_BYTES = 500 * 1024
"""RFC 9309, 2.5: so much must be read; what follows is passed over."""
MOST_RULES = 5_000
LONGEST_RULE = 2_000
MOST_DELAY_SECONDS = 120.0
_MEANT = re.compile(r"%(2[fFaA4])")
"""Signs that mean something else where they are written plainly: `/`, `*`, `$`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A path, `*` for anything and `$` for the end, and whether what it fits may be fetched."""

    pattern: str
    may: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Robots:
    """What a site asks of us."""

    rules: tuple[Rule, ...] = ()
    delay_seconds: float = 0.0
    """Time between two requests, as many sites give it (`Crawl-delay`, no part of the RFC); 0 = not said."""

    def may_fetch(self, target: str) -> bool:
        """Say whether a path, with its query, may be fetched: the longest rule that fits counts."""
        wanted = _plain(target)
        fitting = [rule for rule in self.rules if _fits(rule.pattern, wanted)]
        return max(fitting, key=lambda rule: (len(rule.pattern), rule.may)).may if fitting else True


NOTHING_SAID = Robots()
NOTHING_ALLOWED = Robots(rules=(Rule(pattern="/", may=False),))


def read_robots(untrusted_text: bytes, *, agent: str = AGENT) -> Robots:
    """Return what a site asks of a program of that name, or else of all.

    Args:
        untrusted_text: The file.
        agent: In lower case.
    """
    groups: dict[str, list[tuple[str, str]]] = {}
    named: list[str] = []
    is_naming = False
    for line in untrusted_text[:MOST_BYTES].decode("utf-8", "replace").removeprefix("\ufeff").splitlines():
        key, colon, value = line.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if not colon:
            continue
        if key == "user-agent":
            named = [*(named if is_naming else ()), _token(value)]
            is_naming = True
        elif key in ("allow", "disallow", "crawl-delay"):
            is_naming = False
            for name in dict.fromkeys(named):
                groups.setdefault(name, []).append((key, value))
    return _of(groups.get(agent, groups.get("*", [])))


def _token(agent: str) -> str:
    return agent.partition("/")[0].strip().lower()


def _of(lines: list[tuple[str, str]]) -> Robots:
    rules = [
        Rule(pattern=_plain(value), may=key == "allow")
        for key, value in lines[:MOST_RULES]
        if key != "crawl-delay" and value and len(value) <= LONGEST_RULE
    ]
    delays = [_seconds(value) for key, value in lines if key == "crawl-delay"]
    return Robots(rules=tuple(rules), delay_seconds=max(delays, default=0.0))


def _seconds(said: str) -> float:
    try:
        seconds = float(said)
    except ValueError:
        return 0.0
    return min(seconds, MOST_DELAY_SECONDS) if seconds > 0 else 0.0


def _plain(path: str) -> str:
    """Return a path in the one form in which paths are compared: per cent signs only where they must be."""
    kept = _MEANT.sub(lambda found: f"%25{found[1].upper()}", path)
    return quote(unquote_to_bytes(kept), safe="/?=&*$%:@!'(),;+~.-_")


def _fits(pattern: str, target: str) -> bool:
    """Say whether a pattern fits the beginning of a target; the first place for each part is the best one."""
    is_to_the_end = pattern.endswith("$")
    parts = pattern.removesuffix("$").split("*")
    if not target.startswith(parts[0]):
        return False
    at = len(parts[0])
    if len(parts) == 1:
        return not is_to_the_end or at == len(target)
    for part in parts[1:-1]:
        found = target.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    last = parts[-1]
    if is_to_the_end:
        return target.endswith(last) and len(target) - len(last) >= at
    return target.find(last, at) >= 0
