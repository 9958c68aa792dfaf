"""Which elements of a web page a browser does not show, as far as the page itself says.

Known are the `hidden` attribute, inline styles, and rules of the page's own style sheets with plain selectors. Sheets
that lie elsewhere, scripts and conditions (`@media`) are not followed: in doubt an element is shown.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from selectolax.lexbor import LexborHTMLParser, LexborNode

_HIDING = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|opacity\s*:\s*0*\.?0+\s*(?:;|!|$)"
    r"|font(?:-size)?\s*:\s*0(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:;|!|$)|color\s*:\s*transparent"
    r"|text-indent\s*:\s*-\d{3,}|(?:left|top|right|margin-left)\s*:\s*-\d{3,}(?:px|pt|em|rem))",
    re.IGNORECASE,
)
_HIDING_WORDS = (
    "display", "visibility", "mso-hide", "opacity", "font", "color", "text-indent", "left", "top", "right",
)  # fmt: skip
_SHOWING = re.compile(r"(?:^|;)\s*(?:display\s*:\s*(?!none)[a-z]|visibility\s*:\s*visible)", re.IGNORECASE)
_WHITE = re.compile(r"(?:^|;)\s*color\s*:\s*(?:white|#fff(?:fff)?|rgba?\(\s*255\s*,\s*255\s*,\s*255)\b", re.IGNORECASE)
_WHITE_NAMES = frozenset({"white", "#fff", "#ffffff"})
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_AT_BLOCK = re.compile(r"@[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|@[^{};]*;")
_MOST_SHEET_CHARACTERS = 256 * 1024
_MOST_SELECTORS = 300
_LONGEST_SELECTOR = 200
_PLAIN_SELECTOR = re.compile(r"[\w\-.#*>+~\s\[\]=\"']+")
_MOST_ANCESTORS = 200


def hidden_elements(tree: LexborHTMLParser) -> set[int]:
    """Return the `mem_id` of every element that is not shown; what stands in them is not shown either."""
    hidden = {node.mem_id for node in tree.css("[hidden]")}
    hidden |= _by_sheets(tree)
    hidden |= styled(tree, _HIDING_WORDS, _HIDING)
    return hidden | _white_on_nothing(tree)


def styled(tree: LexborHTMLParser, properties: Sequence[str], wanted: re.Pattern[str]) -> set[int]:
    """Return the `mem_id` of elements whose inline style names one of the properties and matches a pattern."""
    found = set()
    for name in properties:
        for node in tree.css(f'[style*="{name}" i]'):
            if wanted.search(node.attributes.get("style") or ""):
                found.add(node.mem_id)
    return found


def _by_sheets(tree: LexborHTMLParser) -> set[int]:
    """Return elements that the page's own style sheets hide and neither they nor the element show again."""
    hiding: dict[str, None] = {}
    showing: dict[str, None] = {}
    for selector, declarations in _rules(tree):
        if _HIDING.search(declarations):
            hiding[selector] = None
            showing.pop(selector, None)
        elif _SHOWING.search(declarations):
            showing[selector] = None
            hiding.pop(selector, None)
    hidden = _matching(tree, list(hiding)[:_MOST_SELECTORS])
    if not hidden:
        return hidden
    shown = _matching(tree, [one for one in showing if one in hiding or not one.isalnum()][:_MOST_SELECTORS])
    return hidden - shown - styled(tree, ("display", "visibility"), _SHOWING)


def _rules(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    left = _MOST_SHEET_CHARACTERS
    for node in tree.css("style"):
        if (node.attributes.get("media") or "all").strip().lower() not in {"all", "screen", ""}:
            continue
        sheet = _AT_BLOCK.sub(" ", _COMMENT.sub(" ", (node.text() or "")[: max(0, left)]))
        left -= len(sheet)
        for found in _RULE.finditer(sheet):
            for selector in found[1].split(","):
                plain = " ".join(selector.split())
                if 0 < len(plain) <= _LONGEST_SELECTOR and _PLAIN_SELECTOR.fullmatch(plain):
                    yield plain, found[2]


def _matching(tree: LexborHTMLParser, selectors: Iterable[str]) -> set[int]:
    from selectolax.lexbor import SelectolaxError

    found: set[int] = set()
    for selector in selectors:
        try:
            found.update(node.mem_id for node in tree.css(selector))
        except (SelectolaxError, ValueError, RuntimeError):
            continue
    return found


def _white_on_nothing(tree: LexborHTMLParser) -> set[int]:
    """Return elements whose letters are white where nothing on the page could colour what is behind them."""
    if tree.css_first("style") or tree.css_first("link[rel]"):
        return set()
    white = [node for node in tree.css('[style*="color" i]') if _WHITE.search(node.attributes.get("style") or "")]
    white += [
        node for node in tree.css("font[color]") if (node.attributes.get("color") or "").strip().lower() in _WHITE_NAMES
    ]
    return {node.mem_id for node in white if not _may_have_background(node)}


def _may_have_background(node: LexborNode) -> bool:
    current: LexborNode | None = node
    for _ in range(_MOST_ANCESTORS):
        if current is None:
            return False
        given = current.attributes
        if "bgcolor" in given or "background" in given or "background" in (given.get("style") or "").lower():
            return True
        current = current.parent
    return True
