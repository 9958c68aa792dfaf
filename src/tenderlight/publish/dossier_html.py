"""The pages of a dossier: one for each language, and one that leads to them. Static, without script, for print too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

import tenderlight
from tenderlight.model.correction import Correction
from tenderlight.model.values import TextValue
from tenderlight.publish.against import reason_in
from tenderlight.publish.catalogue import HTML_CODES, LANGUAGES, NAMES, say
from tenderlight.publish.dossier_findings import Selection
from tenderlight.publish.dossier_lists import Listings, list_lines, name_views
from tenderlight.publish.dossier_obstacles import contradiction_in
from tenderlight.publish.dossier_places import Places
from tenderlight.publish.dossier_sentences import value_of
from tenderlight.publish.dossier_short import short_of
from tenderlight.publish.dossier_views import PartsView, parts_of
from tenderlight.publish.method import Method
from tenderlight.publish.method_words import method_blocks
from tenderlight.publish.pages import page_environment

_LANGUAGES = [{"code": code, "name": NAMES[code], "html_code": HTML_CODES[code]} for code in LANGUAGES]


class DossierPages:
    """Writes the pages of one dossier.

    Args:
        selection: What is published.
        head: What the dossier says of itself: `dossier.json`.
        method: How it was made.
        sealed: Originals that are left out.
        corrections: Words that people read otherwise than the machine.
        attached: SHA-256 of what came with replies and is published.
    """

    def __init__(
        self,
        selection: Selection,
        *,
        head: Mapping[str, object],
        method: Method,
        sealed: frozenset[str],
        corrections: Iterable[Correction],
        attached: frozenset[str],
    ) -> None:
        self._selection = selection
        self._head = head
        self._method = method
        self._sealed = sealed
        self._corrections = tuple(corrections)
        self._attached = attached
        self._templates = page_environment("dossier.css")

    def write(
        self,
        data: Path,
        places: Places,
        drawn: Mapping[str, str],
        *,
        has_names: bool,
        listings: Listings | None = None,
    ) -> None:
        """Write every page.

        Args:
            data: The payload folder.
            places: Where quotes stand.
            drawn: Where pictures lie, by the name that `publish.pictures` gives them.
            has_names: Whether those who confirmed are named.
            listings: What lists say to the names; None = it is not told.
        """
        for language in LANGUAGES:
            parts = parts_of(self._selection.findings, places, drawn, language=language, has_names=has_names)
            told = {
                "parts": parts,
                "has_names": has_names,
                "listed": () if listings is None else tuple(name_views(listings, language)),
                "list_lines": () if listings is None else list_lines(listings, language),
            }
            self._write(data / language / "index.html", "dossier.html", language, **told)
            self._write(data / language / "short.html", "short.html", language, short=short_of(parts), **told)
        self._write(data / "index.html", "start.html", LANGUAGES[0], published=str(self._head["published"])[:10])

    def _write(self, target: Path, template: str, language: str, **values: object) -> None:
        target.parent.mkdir(exist_ok=True)
        published = str(self._head["published"])[:10]
        text = self._templates.get_template(f"dossier/{template}").render(
            say=say,
            t=partial(say, language),
            language=language,
            html_code=HTML_CODES[language],
            languages=_LANGUAGES,
            colon="：" if language == "zh" else ": ",
            semicolon="；" if language == "zh" else "; ",
            title=self._title(language),
            dossier=self._head,
            is_redacted=self._head["is_redacted"],
            named=self._selection.named,
            numbers={one.name: number for number, one in enumerate(self._selection.named, 1)},
            contradictions=[contradiction_in(language, one) for one in self._selection.contradictions],
            corrections=self._corrections,
            because=reason_in(language, self._selection.because),
            paths={one.document: one.path for one in self._method.documents},
            documents=self._method.documents,
            sealed=self._sealed,
            attached=self._attached,
            quoted={quote.document for finding in self._selection.findings for quote in finding.claim.quotes},
            method=method_blocks(self._method, language=language, published=published, version=tenderlight.__version__),
            contents=_contents(
                values.get("parts"),
                language,
                has_contradictions=bool(self._selection.contradictions),
                has_lists=bool(values.get("list_lines")),
            ),
            version=tenderlight.__version__,
            **values,
        )
        target.write_text(text, encoding="utf-8", newline="\n")

    def _title(self, language: str) -> str:
        """Return the title that a finding gives the contract; without one, its number."""
        values = (value_of(finding.claim) for finding in self._selection.findings)
        titles = [value.text for value in values if isinstance(value, TextValue)]
        return titles[0] if titles else say(language, "dossier.untitled", contract=self._selection.contract[:12])


def _contents(parts: object, language: str, *, has_contradictions: bool, has_lists: bool) -> list[dict[str, str]]:
    names = [
        "findings",
        "facts",
        "products",
        "contradictions",
        "lists",
        "replies",
        "corrections",
        "documents",
        "method",
        "check",
    ]
    if not isinstance(parts, PartsView) or not parts.products:
        names.remove("products")
    if not has_contradictions:
        names.remove("contradictions")
    if not has_lists:
        names.remove("lists")
    tables = {"lists": "listing"}
    return [{"id": name, "title": say(language, f"{tables.get(name, 'dossier')}.{name}")} for name in names]
