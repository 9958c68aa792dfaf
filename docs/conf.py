"""How the documentation is built."""

from __future__ import annotations

import tenderlight

project = "Tenderlight"
author = "The Tenderlight contributors"
copyright = "The Tenderlight contributors, Apache-2.0"  # noqa: A001 - the name Sphinx wants
version = release = tenderlight.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"Tenderlight {release}"
html_static_path: list[str] = []
# the theme may not fetch anything from elsewhere
html_theme_options = {"source_repository": "", "top_of_page_buttons": []}
autodoc_typehints = "description"
