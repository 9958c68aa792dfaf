"""Static pages: one style sheet in each, nothing fetched, everything from documents escaped."""

from __future__ import annotations

import base64
import hashlib
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment


def page_environment(*more_styles: str) -> Environment:
    """Return what makes pages of the templates.

    Args:
        more_styles: Names of further style sheets, put behind that of the report.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined

    folder = resources.files("tenderlight.publish") / "templates"
    style = "".join((folder / name).read_text("utf-8") for name in ("report.css", *more_styles))
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    environment = Environment(
        loader=PackageLoader("tenderlight.publish"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # the style sheet is ours and its hash is in the policy; everything else is escaped
    from markupsafe import Markup

    environment.globals |= {"style": Markup(style), "style_hash": f"sha256-{digest}"}  # noqa: S704
    return environment
