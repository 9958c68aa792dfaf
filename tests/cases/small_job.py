"""A small, whole job on a case: receive a folder, read each file (an archive, too), make claims."""

from __future__ import annotations

from pathlib import Path

from tenderlight.cases import Case, Member, ReadingEnd
from tenderlight.cases.encoding import encode_claim
from tenderlight.cases.places import Place
from tenderlight.linking.procedures import ContractKey
from tenderlight.model.claim import Claim
from tenderlight.model.document import Page, ReadState
from tenderlight.model.problem import Problem, problem
from tenderlight.model.quote import Quote
from tenderlight.model.reader import MemberPart, PageCount
from tenderlight.model.statement import StatementKind
from tenderlight.model.values import TextValue

READERS = {"lines": 1, "box": 1}
VERSION = "rules/1"
BOX = b"BOX\n"
"""First line of an archive; each further line is a file in it."""


def make_sources(folder: Path, *, files: int = 5) -> Path:
    """Write a folder with files in subfolders, two equal ones, and an archive that repeats one of them."""
    folder.mkdir(parents=True)
    for number in range(files):
        place = folder / f"part {number % 2}" / f"公告{number}.txt"
        place.parent.mkdir(exist_ok=True)
        place.write_text(f"采购公告 {number}\n" * (1 + number * 300), "utf-8")
    (folder / "again.txt").write_bytes((folder / "part 0" / "公告0.txt").read_bytes())
    (folder / "annex.box").write_bytes(BOX + "附件一\n附件二\n采购公告 0\n".encode())
    return folder


def do_job(case_folder: Place, sources: Path) -> None:
    """Do the job, or go on with it."""
    with Case.open(case_folder, create=True) as case:
        case.coordinate()
        for file in sorted(path for path in sources.rglob("*") if not path.is_dir()):
            case.receive_file(file, received_as=file.relative_to(sources.parent).as_posix())
        while waiting := case.unread(READERS):
            for document in waiting:
                read(case, document)
        for document in case.unclaimed(VERSION):
            claim(case, document)
        case.finish_run()


def read(case: Case, document: str) -> None:
    """Read one document: a page of its text, or the files in it."""
    with case.originals.open(document) as original:
        content = original.read()
    members = []
    with case.reading_writer(document) as writer:
        if content.startswith(BOX):
            lines = content.splitlines(keepends=True)[1:]
            writer.add(PageCount(count=len(lines)))
            for line in lines:
                path = f"附件/{line.decode().strip()}.txt"
                writer.add(MemberPart(untrusted_path=path, content=line, is_last=True))
                with case.originals.writer() as member:
                    member.add(line)
                    kept = member.finish()
                members.append(Member(path=path, document=kept.sha256, size_bytes=kept.size_bytes))
        else:
            writer.add(PageCount(count=2))
            writer.add(Page(number=1, text=content.decode("utf-8")))
            writer.add(problem("crashed", step="lines/1", page_number=2))
        state = ReadState.READ if members else ReadState.PARTLY
        reader = "box" if members else "lines"
        end = ReadingEnd(media_type="text/plain", reader=reader, reader_version=1, state=state, walls="none")
        stored = writer.finish(end)
    case.record_reading(stored, members=members)


def claim(case: Case, document: str) -> None:
    """Make a claim of each of the first lines of a document."""
    reading = case.load_reading(document)
    assert reading is not None
    text = reading.pages[0].text
    found: dict[str, list[Claim]] = {}
    for line in text.splitlines()[:3]:
        key = ContractKey(key=f"project:{line}", because="The same words.")
        quote = Quote(document=document, path="", start=0, end=len(line), text=line, page_number=1, reader="lines/1")
        found.setdefault(line, []).append(
            Claim(
                claim=f"{document[:8]}-{len(found)}-{len(found.get(line, ()))}",
                contract=key.contract,
                kind=StatementKind.TITLE,
                value=TextValue(text=line),
                polarity=None,
                stage=None,
                rule="facts.title",
                rule_version=1,
                confidence=None,
                against=(),
                quotes=(quote,),
            )
        )
    contracts = [
        (ContractKey(key=f"project:{line}", because="The same words."), claims) for line, claims in found.items()
    ]
    case.record_claims(document, contracts, version=VERSION)


def everything(case_folder: Place) -> str:
    """Return all that a case says, as text; equal cases give equal text."""
    with Case.open(case_folder) as case:
        lines = [encode_claim(one).decode() for one in case.claims()]
        for line in case.documents():
            lines.append(str(line))
            lines.extend(case.paths(line.document))
            lines.extend(map(_words, case.problems_of(line.document)))
            lines.append(str(case.load_reading(line.document)))
        lines.append(str(case.summary()))
        lines.extend(f"{path} {_words(trouble)}" for path, trouble in case.not_received())
        return "\n".join(lines)


def _words(trouble: Problem) -> str:
    return f"{trouble.code} {trouble.severity} {trouble.page_number} {trouble.message}"
