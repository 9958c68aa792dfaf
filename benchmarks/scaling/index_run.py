"""The index of a made case, made by so many workers: makes the case, or an index of it, and prints what that came to.

    python -m benchmarks.scaling.index_run make CASE PAGES
    python -m benchmarks.scaling.index_run index CASE FOLDER WORKERS [CLUSTER]
    python -m benchmarks.scaling.index_run connect CLUSTER WORKERS

With the address of a cluster its workers make the parts; `connect` starts one, or joins it, and does nothing else.

Pages are some 700 Chinese characters of words drawn here, each word with its box, as of a PDF file.
"""

from __future__ import annotations

import hashlib
import json
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tenderlight.cases import Case, ReadingEnd
from tenderlight.cases.index_making import LocalWorkers
from tenderlight.cases.searching import question_of
from tenderlight.model.box import Box
from tenderlight.model.document import Page, ReadState, Word
from tenderlight.model.reader import PageCount
from tenderlight.pipeline.cluster_index import ClusterWorkers

PAGES_OF_A_DOCUMENT = 20
WORDS_OF_A_PAGE = 120
KNOWN_WORDS = 20_000
COMMON_CHARACTERS = bytes(byte for row in range(0xB0, 0xD7) for cell in range(0xA1, 0xFF) for byte in (row, cell))
"""Rows 16 to 54 of GB 2312: its more common characters."""
QUERIES = 200
SEED = 20231107


def _known_words() -> list[str]:
    chance = random.Random(SEED)
    characters = list(COMMON_CHARACTERS.decode("gb2312"))
    chance.shuffle(characters)
    return [
        "".join(characters[int(len(characters) * chance.random() ** 3)] for _ in range(chance.randint(2, 10)))
        for _ in range(KNOWN_WORDS)
    ]


def _page(number: int, known: list[str], chance: random.Random) -> Page:
    drawn = [known[int(KNOWN_WORDS * chance.random() ** 3)] for _ in range(WORDS_OF_A_PAGE)]
    words: list[Word] = []
    at = 0
    for index, word in enumerate(drawn):
        left, top = 72.0 + 90 * (index % 5), 72.0 + 14 * (index // 5)
        words.append(
            Word(
                start=at,
                end=at + len(word),
                box=Box(left=left, top=top, right=left + 10 * len(word) - 0.5, bottom=top + 11.04),
            )
        )
        at += len(word) + 1
    return Page(number=number, text="\n".join(drawn), width=595.0, height=842.0, words=tuple(words))


def make_case(folder: Path, pages: int) -> None:
    """Make a case of so many pages."""
    known, chance = _known_words(), random.Random(SEED + 1)
    with tempfile.TemporaryDirectory() as place, Case.open(folder, create=True) as case:
        source = Path(place) / "source"
        for number in range(-(-pages // PAGES_OF_A_DOCUMENT)):
            source.write_text(f"made document {number}", "utf-8")
            received = case.receive_file(source, received_as=f"{number:06d}.pdf")
            with case.reading_writer(getattr(received, "document", "")) as writer:
                writer.add(PageCount(count=PAGES_OF_A_DOCUMENT))
                for page_number in range(1, PAGES_OF_A_DOCUMENT + 1):
                    writer.add(_page(page_number, known, chance))
                end = ReadingEnd(media_type="application/pdf", reader="pdf", reader_version=1, state=ReadState.READ)
                case.record_reading(writer.finish(end))


def _queries() -> Iterator[str]:
    known, chance = _known_words(), random.Random(SEED + 2)
    for _ in range(QUERIES):
        word = known[int(KNOWN_WORDS * chance.random() ** 3)]
        start = chance.randrange(len(word))
        yield word[start : start + chance.randint(1, 6)]


def make_index(case_folder: Path, folder: Path, workers: int, cluster: str | None) -> dict[str, object]:
    """Make an index; return seconds by the clock and of processors, and the hash of answers to 200 queries.

    Of a cluster, the processors' seconds are of this process alone: its own are for whoever watches it to count.
    """
    start = time.perf_counter()
    with Case.open(case_folder) as case:
        case.search.keep_in(folder)
        if cluster is None:
            case.search.refresh(workers=LocalWorkers(case=case_folder, count=workers))
        else:
            with ClusterWorkers(cluster, case.search.texts, count=workers) as hands:
                case.search.refresh(workers=hands)
            if hands.why_not:
                raise SystemExit(hands.why_not)
        seconds, spent, own = time.perf_counter() - start, _processor_seconds(), time.process_time()
        found = [case.search.find(question_of(query)) for query in _queries()]
    answers = [(one.total, [(hit.document, hit.page_number, hit.start) for hit in one.hits]) for one in found]
    told = hashlib.sha256(json.dumps(answers).encode()).hexdigest()
    return {
        "seconds": seconds,
        "cpu_seconds": spent,
        "own_cpu_seconds": own,
        "asking_cpu_seconds": time.process_time() - own,
        "answers": told,
        "hits": sum(one.total for one in found),
    }


def connect(cluster: str, workers: int) -> None:
    """Start a cluster, or join it, and leave it."""
    with ClusterWorkers(cluster, lambda _: (), count=workers) as hands:
        if not hands.count:
            raise SystemExit(hands.why_not)


def _processor_seconds() -> float:
    found = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in found)


def main() -> None:
    """Do as told."""
    if sys.argv[1] == "make":
        make_case(Path(sys.argv[2]), int(sys.argv[3]))
    elif sys.argv[1] == "connect":
        connect(sys.argv[2], int(sys.argv[3]))
    else:
        cluster = sys.argv[5] if len(sys.argv) > 5 else None
        print(json.dumps(make_index(Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]), cluster)))


if __name__ == "__main__":
    main()
