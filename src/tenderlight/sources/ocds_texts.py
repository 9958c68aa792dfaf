"""The free texts of an OCDS release: titles, descriptions, reasons; not code labels, contacts or legal terms."""

from __future__ import annotations

from collections.abc import Iterator

from tenderlight.sources.json_places import JsonPlace
from tenderlight.sources.notice import Notice, Written
from tenderlight.sources.ocds_deals import Deal

_TEXT_NAMES = ("title", "description", "rationale", "project", "scope")
_TITLES = ("title", "name", "title_en", "title_es", "title_fr")


def titles(release: JsonPlace) -> Iterator[Written]:
    """Yield the title of the procedure: the tender's, else the release's, else those of contracts and awards."""
    for place in (release.get("tender").first(*_TITLES), release.first(*_TITLES)):
        title = place.written()
        if title is not None:
            yield title
            return
    for section in ("contracts", "awards"):
        found = [title for deal in release.get(section).objects() if (title := deal.first(*_TITLES).written())]
        if found:
            yield from found
            return


def keep_texts(notice: Notice, release: JsonPlace, done: list[Deal]) -> None:
    """Keep the texts to be searched for capabilities, each once; of cancelled awards and contracts none."""
    for title in titles(release):
        notice.text(title, heading="title")
    tender = release.get("tender")
    plans = release.get("planning").objects()
    for place in (release, tender, *plans, *(plan.get("budget") for plan in plans)):
        _keep(notice, place, heading="description")
    for lot in [*tender.get("lots").objects(), *tender.get("lotDetails").objects()]:
        _keep(notice, lot, heading="lot")
    for item in tender.get("items").objects():
        _keep(notice, item, heading="item")
    for amendment in [tender.get("amendment"), *tender.get("amendments").objects()]:
        _keep(notice, amendment, heading="amendment")
    standing = [deal for deal in done if not deal.is_void]
    for deal in standing:
        _keep_deal(notice, deal)
    for place in (tender, *plans, *(deal.place for deal in standing)):
        for document in place.get("documents").objects():
            _keep(notice, document, heading="document")


def _keep_deal(notice: Notice, deal: Deal) -> None:
    _keep(notice, deal.place, heading="contract" if deal.is_contract else "award")
    for item in deal.place.get("items").objects():
        _keep(notice, item, heading="item")
    for amendment in [deal.place.get("amendment"), *deal.place.get("amendments").objects()]:
        _keep(notice, amendment, heading="amendment")


def _keep(notice: Notice, place: JsonPlace, *, heading: str) -> None:
    for name in place.names():
        base = name.split("_")[0]  # "description_fr": the language extension
        if base in _TEXT_NAMES:
            text = place.get(name).written()
            notice.text(text, heading="title" if base == "title" and heading == "description" else heading)
