"""One OCDS release: its stage, its numbers and dates, its texts; parties and money are read beside it."""

from __future__ import annotations

from collections.abc import Iterator

from tenderlight.model.problem import Problem
from tenderlight.model.record import Record
from tenderlight.model.statement import Stage, StatementKind
from tenderlight.model.values import DateKind, ProjectNumberValue, StageValue, TextValue
from tenderlight.sources.json_places import JsonPlace
from tenderlight.sources.notice import Notice
from tenderlight.sources.ocds_deals import Deal, deals, end_of
from tenderlight.sources.ocds_money import state_money
from tenderlight.sources.ocds_parties import state_parties
from tenderlight.sources.ocds_texts import keep_texts, titles
from tenderlight.sources.plain_values import read_language

SECTIONS = ("ocid", "tender", "awards", "contracts", "planning", "buyer", "parties")
"""A JSON object with any of these is taken for a release."""

_TAGS = {
    "planning": Stage.PLAN,
    "planningUpdate": Stage.PLAN,
    "tender": Stage.TENDER,
    "tenderAmendment": Stage.CORRECTION,
    "tenderUpdate": Stage.CORRECTION,
    "tenderCancellation": Stage.CANCELLATION,
    "award": Stage.AWARD,
    "awardUpdate": Stage.AWARD,
    "awardCancellation": Stage.CANCELLATION,
    "awardNotice": Stage.AWARD,
    "contract": Stage.CONTRACT,
    "contractUpdate": Stage.CONTRACT,
    "contractAmendment": Stage.CONTRACT,
    "contractTermination": Stage.CONTRACT,
    "implementation": Stage.CONTRACT,
    "implementationUpdate": Stage.CONTRACT,
}
SHORTEST_NUMBER = {"contracts.contractNumber": 4}
"""A contract number of fewer characters ("6") counts contracts; it names none."""
_PLANNED = frozenset({"planning", "planned"})


def read_release(
    release: JsonPlace, *, step: str, of: JsonPlace, source: str = "ocds", key: str | None = None
) -> Iterator[Record | Problem]:
    """Yield the notice that a release is, and what could not be read in it.

    Args:
        release: The release; a compiled or versioned one where there is a record.
        step: Step and version for problems.
        of: The record it belongs to (the release itself if none).
        source: What the codes of rules begin with.
        key: Identity of the notice, where the release has no `ocid` to tell it by.

    Problems: record-without-id, amount-unreadable, date-unreadable, party-without-name.
    """
    done = deals(release)
    stage, words = _stage(release, done)
    notice = Notice(source=source, step=step, stage=stage)
    ocid = release.first("ocid") or of.get("ocid")
    if stage is not None:
        notice.state(StatementKind.STAGE, StageValue(stage=stage.value), [words.written()], rule="stage")
    _state_numbers(notice, release, ocid)
    state_parties(notice, release, done)
    state_money(notice, release, done)
    _state_dates(notice, release, done)
    for title in titles(release):
        notice.state(StatementKind.TITLE, TextValue(text=title.line), [title], rule="title")
    keep_texts(notice, release, done)
    if key is None and not ocid.words():
        notice.trouble("record-without-id", pointer=of.pointer or "/")
        key = f"release:{release.get('id').words() or of.pointer or '/'}"
    yield notice.record(
        key=key or f"ocid:{ocid.words()}", pointer=of.pointer, language=read_language(release.get("language").words())
    )
    yield from notice.problems()


def _stage(release: JsonPlace, done: list[Deal]) -> tuple[Stage | None, JsonPlace]:
    """Return the stage, and the words that say it.

    What has happened counts before what the tag announces: an award that was cancelled is no award, whatever the tag.
    "limited" lets several suppliers bid, so only "direct" is a single source.
    """
    tags = [tag for tag in (release.get("tag").entries() or [release.get("tag")]) if tag.words() in _TAGS]
    named = {_TAGS[tag.words()]: tag for tag in tags}
    ended = _ended(release, done)
    if ended is not None:
        return Stage.CANCELLATION, ended
    if len(named) == 1 and set(named) != {Stage.TENDER}:
        return _one_tag(*next(iter(named.items())), done)
    return _by_sections(release, done, tags)


def _ended(release: JsonPlace, done: list[Deal]) -> JsonPlace | None:
    """Return the words by which nothing is bought, or None if something (still) may be."""
    if any(deal.counts for deal in done):
        return None
    status = end_of(release)
    if status is not None:
        return status
    if done and not any(deal.is_pending for deal in done):
        return done[-1].status
    tags = release.get("tag").entries() or [release.get("tag")]
    return next((tag for tag in tags if tag.words() in ("tenderCancellation", "awardCancellation")), None)


def _one_tag(stage: Stage, tag: JsonPlace, done: list[Deal]) -> tuple[Stage | None, JsonPlace]:
    pending = next((deal for deal in done if deal.is_pending), None)
    if stage is Stage.AWARD and pending is not None and not any(deal.counts for deal in done):
        return Stage.CANDIDATE, pending.status
    return stage, tag


def _by_sections(release: JsonPlace, done: list[Deal], tags: list[JsonPlace]) -> tuple[Stage | None, JsonPlace]:
    """Return the furthest stage for which a section is filled in, resting on a status, an id or a tag."""
    fallback = [*tags, *release.get("tag").entries(), release.get("tag"), release.get("ocid"), release.get("id")]
    for is_contract, stage in ((True, Stage.CONTRACT), (False, Stage.AWARD)):
        for deal in done:
            if deal.counts and deal.is_contract == is_contract:
                return stage, _first_words(deal.status, deal.place.get("id"), *fallback)
    pending = next((deal for deal in done if deal.is_pending), None)
    if pending is not None:
        return Stage.CANDIDATE, pending.status
    tender = release.get("tender")
    status = tender.get("status")
    if tender and status.words().casefold() not in _PLANNED:
        method = tender.get("procurementMethod")
        if method.words() == "direct":
            return Stage.SINGLE_SOURCE, method
        return Stage.TENDER, _first_words(status, tender.get("id"), *fallback)
    plans = release.get("planning").objects()
    if tender or plans:
        return Stage.PLAN, _first_words(status, tender.get("id"), *(plan.get("id") for plan in plans), *fallback)
    return None, release


def _first_words(*places: JsonPlace) -> JsonPlace:
    return next((place for place in places if place.words()), places[-1])


def _state_numbers(notice: Notice, release: JsonPlace, ocid: JsonPlace) -> None:
    tender = release.get("tender")
    numbers = [(ocid, "ocid"), (tender.get("id"), "tender.id"), (tender.get("tenderID"), "tender.tenderID")]
    numbers += [(tender.get("tenderId"), "tender.tenderId")]
    for contract in release.get("contracts").objects():
        numbers.append((contract.get("contractNumber"), "contracts.contractNumber"))
    told: set[str] = set()
    for place, label in numbers:
        if len(place.words()) >= SHORTEST_NUMBER.get(label, 1) and place.words() not in told:
            told.add(place.words())
            value = ProjectNumberValue(number=place.words(), label=label)
            notice.state(StatementKind.PROJECT_NUMBER, value, [place.written()], rule="project_number")


def _state_dates(notice: Notice, release: JsonPlace, done: list[Deal]) -> None:
    notice.date(DateKind.PUBLICATION, release.get("date").written(), rule="release_date")
    tender = release.get("tender")
    notice.date(DateKind.DEADLINE, tender.get("tenderPeriod", "endDate").written(), rule="tender_deadline")
    notice.date(DateKind.OPENING, tender.get("bidOpening", "date").written(), rule="bid_opening")
    if notice.stage is Stage.CORRECTION:
        for amendment in [tender.get("amendment"), *tender.get("amendments").objects()]:
            notice.date(DateKind.CORRECTION, amendment.get("date").written(), rule="amendment_date")
    for deal in done:
        if not deal.counts:
            continue
        if deal.is_contract:
            notice.date(DateKind.CONTRACT, deal.place.get("dateSigned").written(), rule="date_signed")
        else:
            notice.date(DateKind.AWARD, deal.place.first("date", "awardDate").written(), rule="award_date")
        period = deal.place.first("period", "contractPeriod")
        notice.date(DateKind.START, period.get("startDate").written(), rule="contract_period")
        notice.date(DateKind.END, period.get("endDate").written(), rule="contract_period")
