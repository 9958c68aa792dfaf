"""What a browser would not show is left out; whatever might be shown stays."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from tenderlight.reading.web.html_hiding import hidden_elements


def hidden(html: str) -> list[str]:
    tree = LexborHTMLParser(html)
    found = hidden_elements(tree)
    return [node.text() for node in tree.css("*") if node.mem_id in found]


@pytest.mark.parametrize(
    "style",
    [
        "display:none",
        "visibility: hidden",
        "opacity:0",
        "font-size:0px",
        "color:transparent",
        "position:absolute;left:-9999px",
    ],
)
def test_styles_that_hide(style: str) -> None:
    assert hidden(f"<p>a<p style='{style}'>b") == ["b"]
    assert hidden(f"<style>.x, #y {{ {style} }}</style><p class=x>a<p>b<p id=y>c") == ["a", "c"]


@pytest.mark.parametrize("style", ["opacity:0.5", "font-size:0.8em", "left:-2px", "display:block", "color:#ffffff"])
def test_styles_that_do_not(style: str) -> None:
    assert hidden(f"<div bgcolor=blue><p style='{style}'>b</div>") == []
    assert hidden(f"<style>p {{ {style} }}</style><p>b") == []


@pytest.mark.parametrize(
    "page",
    [
        "<style>@media print { .x { display: none } }</style><p class=x>a",
        "<style media=print>.x { display: none }</style><p class=x>a",
        "<style>.x { display: none } .x.open { display: block }</style><p class='x open'>a",
        "<style>.x { display: none } .x { display: block }</style><p class=x>a",
        "<style>.x { display: none }</style><p class=x style='display: block'>a",
        "<style>.x:hover { display: none } ::: [ { display: none }</style><p class=x>a",
        "<style>/* .x { display: none } */</style><p class=x>a",
        "<link rel=stylesheet href=a.css><p style='color:#fff'>a",
        "<table bgcolor=navy><tr><td><font color=white>a</font></table>",
    ],
)
def test_what_may_be_shown_stays(page: str) -> None:
    assert hidden(page) == []


def test_white_letters_where_nothing_is_coloured() -> None:
    assert hidden("<p>a<p><font color=white>b</font><p style='color: #FFF'>c") == ["b", "c"]


def test_a_flood_of_rules_is_cut_off() -> None:
    rules = "".join(f".a{number} {{ display: none }}\n" for number in range(20_000))
    assert hidden(f"<style>{rules}</style><p class=a1>a<p class=a19999>b") == ["a"]
