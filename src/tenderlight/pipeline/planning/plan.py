"""A run, planned: what there is to receive, to read again, to claim anew and to look up, and about what it costs."""

from __future__ import annotations

import os
import shutil
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tenderlight.cases import Case
from tenderlight.cases.costs import ReceivedCost
from tenderlight.cases.opening import is_there
from tenderlight.cases.places import Place
from tenderlight.cases.search_index import FOLDER as INDEX
from tenderlight.cases.stored_readings import CONVERTER
from tenderlight.lists.place import LOG, default_folder
from tenderlight.lists.store import ListStore
from tenderlight.model.problem import Severity
from tenderlight.pipeline.laying_out.converter import Installed, find_converter
from tenderlight.pipeline.planning.estimate import Estimate, Tried, counted_up
from tenderlight.pipeline.planning.strata import Planned, Stratum, chosen, grouped
from tenderlight.pipeline.planning.trial import Trial, as_tried, try_files
from tenderlight.pipeline.recogniser_workshop import NO_PICTURES, PICTURES
from tenderlight.pipeline.versions import claim_version, reader_versions
from tenderlight.screening.kept import is_current
from tenderlight.screening.of_case import questions_of_case
from tenderlight.sources.folder import FoundFile, walk

MOST_FILES = 48
MOST_BYTES = 96 << 20
MOST_SECONDS = 90.0
RATE_UNSURE = 0.25
"""By how much of it what is known of pages on average only, not file by file, may be off."""
ENOUGH_KNOWN = 8
"""Files of a kind and size in the case by which others are judged; of fewer, some are tried as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanOptions:
    """What to plan."""

    paths: tuple[Path, ...]
    case_folder: Place
    workers: int | None = None
    tries: bool = True
    """Whether to try a few of the files; if not, only what the case holds tells what they cost."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KindPlan:
    """The new files of one kind."""

    kind: str
    """End of their names; empty = none."""
    files: int
    size_bytes: int
    pages: Estimate
    records: Estimate
    """Notices of structured sources."""
    recognised: Estimate
    """Pages to be read from their pictures."""
    seconds: Estimate
    """Of a processor, for reading them and making claims."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfCase:
    """What is to be done in a case as it is."""

    unchanged: int = 0
    """Files under the paths that are known and not read again."""
    read: Mapping[str, int] = field(default_factory=dict)
    """Documents to be read, by why."""
    read_pages: int = 0
    read_seconds: float = 0.0
    """Processor time that reading them took the last time."""
    claim: Mapping[str, int] = field(default_factory=dict)
    """Documents whose claims are to be made, by why."""
    claim_pages: int = 0
    is_screened: bool | None = None
    """Whether all names were held against the lists of the user; None = no list is held."""
    search_pages: int = 0
    """Pages that the index does not hold yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a run would have to do."""

    kinds: tuple[KindPlan, ...]
    """New files by kind, those that take longest first."""
    not_received: Mapping[str, int]
    """What could not be received, by code of the problem."""
    of_case: OfCase
    trial: Trial
    known_files: int
    """Files of the case by which others were judged."""
    lanes: int
    pages: Estimate
    """Of new files; notices of structured sources counted as one each."""
    seconds: Estimate
    """Of a processor, for everything."""
    disk_bytes: Estimate
    """That the case will grow by."""
    free_bytes: int
    """On the disk that the case is on."""
    is_guessed: bool
    """Nothing was tried and nothing known: only files and bytes are facts."""


def plan(options: PlanOptions) -> Plan:
    """Plan a run; nothing is changed.

    Raises:
        CaseDamaged, CaseTooNew: If there is a case and it cannot be read.
    """
    case = Case.open(options.case_folder) if is_there(options.case_folder) else None
    if case is None:
        return _plan(options, None)
    with case:
        return _plan(options, case)


def _plan(options: PlanOptions, case: Case | None) -> Plan:
    files, unchanged, not_received = _walked(options, case)
    groups = grouped(files)
    known = _known(case)
    counts = {stratum: len(each) if len(each) >= ENOUGH_KNOWN else 0 for stratum, each in known.items()}
    trial = Trial()
    if options.tries:
        picked = chosen(groups, known=counts, most_files=MOST_FILES, most_bytes=MOST_BYTES)
        trial = try_files(picked, workers=options.workers, most_seconds=MOST_SECONDS)
    tried = {
        stratum: [*_as_tried(known.get(stratum, ()), trial), *trial.tried.get(stratum, ())]
        for stratum in {*known, *trial.tried}
    }
    kinds = tuple(sorted(_kinds(groups, tried), key=lambda kind: (-kind.seconds.value, kind.kind)))
    whole = {stratum: (len(group), sum(file.size_bytes for file in group)) for stratum, group in groups.items()}
    pages = _sum(counted_up(whole, tried, "pages"), counted_up(whole, tried, "records"))
    of_case = _of_case(case, unchanged)
    start, each = trial.beside
    again = (start if files or of_case.read or of_case.claim else 0.0) + of_case.read_seconds
    again += trial.claim_seconds * (of_case.read_pages + of_case.claim_pages)
    again += each * sum((*of_case.read.values(), *of_case.claim.values()))
    return Plan(
        kinds=kinds,
        not_received=not_received,
        of_case=of_case,
        trial=trial,
        known_files=sum(len(each) for stratum, each in known.items() if stratum in groups),
        lanes=options.workers or os.cpu_count() or 1,
        pages=pages,
        seconds=_sum(
            counted_up(whole, tried, "seconds"),
            _at_a_rate(counted_up(whole, tried, "documents"), each),
            Estimate(value=again, low=again, high=again),
        ),
        disk_bytes=_sum(
            _at_a_rate(pages, trial.page_bytes),
            _exactly(sum(file.size_bytes for file in files) + (trial.empty_bytes if case is None else 0)),
        ),
        free_bytes=shutil.disk_usage(_there(_folder(options, case))).free,
        is_guessed=bool(files) and not any(tried.values()),
    )


def _folder(options: PlanOptions, case: Case | None) -> Path:
    """Return where originals and readings are, or would be; of a new case in a database that is not said here."""
    if case is not None:
        return case.folder
    return options.case_folder if isinstance(options.case_folder, Path) else Path.cwd()


def _walked(options: PlanOptions, case: Case | None) -> tuple[list[Planned], int, dict[str, int]]:
    """Return the files that are new or changed, how many are known, and what cannot be received."""
    files: list[Planned] = []
    unchanged = 0
    not_received: Counter[str] = Counter()
    for found in walk(options.paths, leave_out=_folder(options, case)):
        if not isinstance(found, FoundFile):
            if found.problem.severity is not Severity.NOTE:
                not_received[found.problem.code] += 1
        elif not found.path.is_file():
            not_received["not-a-regular-file"] += 1
        elif case is not None and case.is_unchanged(found.path, received_as=found.shown_path):
            unchanged += 1
        else:
            size = found.path.stat().st_size
            files.append(Planned(path=found.path, shown_path=found.shown_path, size_bytes=size))
    return files, unchanged, dict(not_received)


def _known(case: Case | None) -> dict[Stratum, list[ReceivedCost]]:
    """Return what files that the case has came to, by their like."""
    found: dict[Stratum, list[ReceivedCost]] = defaultdict(list)
    for cost in () if case is None else case.received_costs():
        if cost.cpu_seconds is not None:
            found[Stratum.of(cost.path, cost.size_bytes)].append(cost)
    return dict(found)


def _as_tried(costs: Sequence[ReceivedCost], trial: Trial) -> Iterable[Tried]:
    """Yield what files of the case came to; what followed their reading is known of those tried only."""
    for cost in costs:
        yield as_tried(cost, after_seconds=trial.claim_seconds * (cost.pages + cost.records))


def _kinds(groups: Mapping[Stratum, Sequence[Planned]], tried: Mapping[Stratum, Sequence[Tried]]) -> Iterable[KindPlan]:
    for kind in sorted({stratum.kind for stratum in groups}):
        counts = {
            stratum: (len(group), sum(file.size_bytes for file in group))
            for stratum, group in groups.items()
            if stratum.kind == kind
        }
        figures = {name: counted_up(counts, tried, name) for name in ("pages", "records", "recognised", "seconds")}
        yield KindPlan(
            kind=kind,
            files=sum(files for files, _ in counts.values()),
            size_bytes=sum(size for _, size in counts.values()),
            **figures,
        )


def _of_case(case: Case | None, unchanged: int) -> OfCase:
    if case is None:
        return OfCase()
    readers = reader_versions()
    if isinstance(find_converter(), Installed):
        readers[CONVERTER] = 1
    version = claim_version()
    versions = (version, f"{version} {PICTURES}", f"{version} {NO_PICTURES}")
    unread, unclaimed = case.unread(readers), set(case.unclaimed(*versions))
    lines = {line.document: line for line in case.documents()}
    store = ListStore(default_folder())
    held = store.held() if (store.folder / LOG).exists() else []
    return OfCase(
        unchanged=unchanged,
        read=case.why_to_read(unread, readers),
        read_pages=sum(lines[document].pages_read for document in unread),
        read_seconds=case.reading_seconds(unread),
        claim=case.why_to_claim(*versions),
        claim_pages=sum(lines[document].pages_read for document in unclaimed.difference(unread)),
        is_screened=is_current(case.folder, questions_of_case(case.claims()), held) if held else None,
        search_pages=_to_search(case),
    )


def _to_search(case: Case) -> int:
    """Return how many pages and notices the index does not hold. An index that is not there is not begun for that."""
    if not (case.folder / INDEX).is_dir():
        return sum(line.pages_read + line.records for line in case.documents())
    taken = case.search.taken()
    return taken.of_pages - taken.pages


def _sum(*parts: Estimate) -> Estimate:
    """Add estimates; what they rest on is the same files, so that their bounds are added too."""
    return Estimate(
        value=sum(one.value for one in parts), low=sum(one.low for one in parts), high=sum(one.high for one in parts)
    )


def _at_a_rate(pages: Estimate, rate: float) -> Estimate:
    """Return what pages come to of which only the mean of those tried is known."""
    found = pages.times(rate)
    return Estimate(value=found.value, low=found.low * (1 - RATE_UNSURE), high=found.high * (1 + RATE_UNSURE))


def _exactly(value: float) -> Estimate:
    return Estimate(value=value, low=value, high=value)


def _there(folder: Path) -> Path:
    """Return the first folder above that is there."""
    return next(each for each in (folder.absolute(), *folder.absolute().parents) if each.is_dir())
