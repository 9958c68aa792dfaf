"""Numbers of private persons: where a supplier is one, its name is public, its identity number is never kept."""

from __future__ import annotations

import re

_SCHEMES = re.compile(
    r"c.{0,2}dula|persona\s+natural|persona\s+f[ií]sica|pasaporte|passport|curp|\bdni\b|\bcpf\b|identity\s+card|"
    r"national\s+id\b|personal|身份证|паспорт",
    re.IGNORECASE,
)
"""Words in the name of a register that say it registers persons, as publishers write them."""

_NUMBERS = (
    # register of companies that also serves sole traders under their personal number, and the shape of the latter
    (re.compile(r"ua-(?:edr|edrpou|ipn)", re.IGNORECASE), re.compile(r"\d{10}")),
    (re.compile(r"(?:mx-)?rfc", re.IGNORECASE), re.compile(r"[A-ZÑ&]{4}\d{6}[A-Z0-9]{3}", re.IGNORECASE)),
    (re.compile(r"(?:ru|kz)-inn|inn|инн", re.IGNORECASE), re.compile(r"\d{12}")),
)
_CHINESE_CARD = re.compile(r"[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]")


def is_personal(scheme: str, number: str) -> bool:
    """Say whether an identifier is that of a private person, by the name of its register or by its shape.

    Args:
        scheme: The register, as the source names it.
        number: The number in it.
    """
    compact = re.sub(r"[\s.-]", "", number)
    if _SCHEMES.search(scheme) or _CHINESE_CARD.fullmatch(compact):
        return True
    return any(register.fullmatch(scheme.strip()) and shape.fullmatch(compact) for register, shape in _NUMBERS)
