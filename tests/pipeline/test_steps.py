"""From bytes to items and from readings to claims; what breaks costs its document and nothing else."""

from __future__ import annotations

import gzip
import io
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Sequence

import pytest

from tenderlight.cases.encoding import decode_reading, encode_reading
from tenderlight.evidence import assemble
from tenderlight.linking import procedures
from tenderlight.model.document import Page, PageMethod, Reading
from tenderlight.model.problem import PROBLEMS, Problem
from tenderlight.model.reader import Item, OpenOriginal, ReadingLimits
from tenderlight.model.record import Record
from tenderlight.model.statement import Anchor, Stage, Statement, StatementKind
from tenderlight.model.values import StageValue
from tenderlight.pipeline import claims_of as making
from tenderlight.pipeline import steps
from tenderlight.pipeline.heads import ContractClaims, ReadingHead
from tenderlight.pipeline.versions import CLAIM_STEP, NO_READER, reader_versions
from tenderlight.reading import registry
from tenderlight.reading.text import TextReader
from tests.pipeline.made import buyer


def read(content: bytes, name: str = "") -> tuple[ReadingHead, list[Item]]:
    original = OpenOriginal(content=content, untrusted_name=name)
    head, *items = steps.read_original(original, ReadingLimits())
    assert isinstance(head, ReadingHead)
    assert not any(isinstance(item, ReadingHead) for item in items)
    return head, [item for item in items if not isinstance(item, ReadingHead)]


def test_whatever_readers_there_are_their_joint_version_can_be_stored(monkeypatch: pytest.MonkeyPatch) -> None:
    one = TextReader()
    monkeypatch.setattr(registry, "all_readers", lambda: (one,))
    for version in range(40):
        one.version = version
        joint = reader_versions()[NO_READER]
        reading = Reading(document="ab" * 32, media_type="text/plain", reader="", reader_version=joint)
        assert decode_reading(io.BytesIO(encode_reading(reading))).reader_version == joint


UNREAD = {
    "nothing": (b"", "notice.pdf", "empty-file"),
    "noughts": (bytes(1000), "notice.pdf", "unknown-format"),
    "any bytes": (bytes(range(256)) * 4, "notice.html", "unknown-format"),
    "a database": (b"SQLite format 3\0" + bytes(84), "prices.db", "format-not-yet-read"),
    "JSON of something else": (b'{"name": "camera", "price": [1, 2]}', "prices.json", "record-format-unknown"),
    "JSON that is a list": (b"[1, 2, 3]", "prices.json", "record-format-unknown"),
    "lines of JSON": (b'{"a": 1}\n{"a": 2}\n', "rows.jsonl", "record-format-unknown"),
    "XML of something else": (b"<?xml version='1.0'?><feed><entry/></feed>", "feed.xml", "record-format-unknown"),
}


@pytest.mark.parametrize(("content", "name", "code"), UNREAD.values(), ids=UNREAD)
def test_what_no_reader_takes_is_said_in_one_problem(content: bytes, name: str, code: str) -> None:
    head, items = read(content, name)
    assert (head.reader, head.reader_version) == ("", reader_versions()[""])
    assert [item.code if isinstance(item, Problem) else None for item in items] == [code]
    assert PROBLEMS[code].severity == "not_read"


def zipped(content: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("notice.txt", content)
    return packed.getvalue()


RELEASE = (
    b'{"ocid": "ocds-ex4mpl-1", "id": "1", "date": "2024-01-01T00:00:00Z", "tag": ["tender"], "buyer": {"name": "B"}}'
)
READ = {
    "text": ("采购公告\n".encode("gb18030"), "notice.txt", "text"),
    "HTML without a name": (b"<!doctype html><p>notice</p>", "", "html"),
    "an archive": (zipped(b"notice"), "notice.docx", "zip"),
    "a release package": (b'{"uri": "x", "version": "1.1", "releases": [' + RELEASE + b"]}", "data.json", "ocds"),
    "releases, packed": (gzip.compress(RELEASE + b"\n", mtime=0), "data.jsonl.gz", "ocds"),
}


@pytest.mark.parametrize(("content", "name", "reader"), READ.values(), ids=READ)
def test_the_bytes_say_who_reads(content: bytes, name: str, reader: str) -> None:
    head, items = read(content, name)
    assert (head.reader, head.reader_version) == (reader, reader_versions()[reader])
    assert items
    # some are called what they are not, on purpose
    assert {item.code for item in items if isinstance(item, Problem)} <= {"named-otherwise"}


class Broken:
    """A reader that breaks down after its first page."""

    name = "broken"
    version = 3
    media_types = frozenset({"text/plain"})

    def __init__(self, trouble: Exception) -> None:
        self.trouble = trouble

    def read(self, original: OpenOriginal, limits: ReadingLimits) -> Iterator[Item]:
        assert limits.pages
        yield Page(number=1, text=original.content.decode("utf-8"), method=PageMethod.FLOW)
        raise self.trouble


def test_a_reader_that_breaks_down_keeps_what_it_gave(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "_reader_for", lambda _: Broken(RuntimeError("row 7 " + "x" * 1000)))
    head, (page, trouble) = read(b"notice")
    assert head == ReadingHead(media_type="text/plain", reader="broken", reader_version=3)
    assert isinstance(page, Page)
    assert isinstance(trouble, Problem)
    assert (trouble.code, trouble.step) == ("reader-failed", "read:broken/3")
    assert "RuntimeError: row 7 x" in trouble.message
    assert len(trouble.message) < 400


def test_a_reader_out_of_memory_ends_its_job(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "_reader_for", lambda _: Broken(MemoryError()))
    with pytest.raises(MemoryError):
        read(b"notice")


def test_a_changed_reader_changes_the_version_of_no_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    before = reader_versions()
    readers = registry.all_readers()
    newer = type("Newer", (), {"name": readers[0].name, "version": readers[0].version + 1})()
    monkeypatch.setattr(registry, "all_readers", lambda: (newer, *readers[1:]))
    after = reader_versions()
    assert {name for name in before if before[name] != after[name]} == {readers[0].name, ""}


# Claims ---------------------------------------------------------------------------------------------------------------

NOTICE = """澜水县公安局视频系统采购项目中标公告
项目编号：LSX-2024-001
项目名称：澜水县公安局视频系统采购项目
采购人：澜水县公安局
中标供应商：南屿云岫信息技术有限公司
中标金额：100万元
"""


def paged(text: str) -> Reading:
    page = Page(number=1, text=text, method=PageMethod.FLOW)
    return Reading(document="ab" * 32, media_type="text/plain", reader="text", reader_version=1, pages=(page,))


def recorded(*names: str) -> Reading:
    records = tuple(
        Record(key=f"ocid:ocds-213czf-{name}", pointer=f"/{name}", statements=(buyer(name, f"/{name}/buyer"),))
        for name in names
    )
    return Reading(document="cd" * 32, media_type="application/json", reader="ocds", reader_version=1, records=records)


def claims_of(reading: Reading) -> list[ContractClaims]:
    found = list(steps.claim(reading))
    assert all(isinstance(one, ContractClaims) for one in found), found
    return [one for one in found if isinstance(one, ContractClaims)]


def test_a_document_with_pages_is_about_one_contract() -> None:
    (found,) = claims_of(paged(NOTICE))
    assert found.key.key == "project:LSX-2024-001 buyer:澜水县公安局"
    assert {claim.contract for claim in found.claims} == {found.key.contract}
    assert {"buyer", "supplier", "amount"} <= {claim.kind.value for claim in found.claims}
    assert {claim.stage for claim in found.claims} == {Stage.AWARD}


def test_a_document_without_a_project_number_stands_alone() -> None:
    (found,) = claims_of(paged(NOTICE.replace("项目编号：LSX-2024-001\n", "")))
    assert found.key == procedures.alone("ab" * 32)


def test_each_record_is_about_a_contract_of_its_own() -> None:
    found = claims_of(recorded("A", "B"))
    assert [one.key for one in found] == [
        procedures.of_record(f"ocid:ocds-213czf-{name}", document="cd" * 32) for name in "AB"
    ]


def test_nothing_is_claimed_of_what_says_nothing() -> None:
    assert claims_of(paged("")) == []
    assert claims_of(recorded()) == []


def test_a_rule_that_breaks_down_on_pages_costs_the_document(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(pages: Sequence[Page]) -> tuple[Statement, ...]:
        raise ZeroDivisionError("no rows")

    monkeypatch.setattr(making, "read_document", broken)
    (trouble,) = steps.claim(paged(NOTICE))
    assert isinstance(trouble, Problem)
    assert (trouble.code, trouble.step, trouble.pointer) == ("rule-failed", CLAIM_STEP, None)
    assert "ZeroDivisionError: no rows" in trouble.message


def test_a_rule_that_breaks_down_on_a_record_costs_that_record(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(reading: Reading, statements: Sequence[Statement], *, contract: str) -> object:
        if contract == procedures.of_record("ocid:ocds-213czf-B", document="cd" * 32).contract:
            raise LookupError("B")
        return assemble(reading, statements, contract=contract)

    monkeypatch.setattr(making, "assemble", broken)
    first, trouble, last = steps.claim(recorded("A", "B", "C"))
    assert [one.key.key for one in (first, last) if isinstance(one, ContractClaims)] == [
        "ocid:ocds-213czf-A",
        "ocid:ocds-213czf-C",
    ]
    assert isinstance(trouble, Problem)
    assert (trouble.code, trouble.pointer) == ("rule-failed", "/B")


def test_the_first_stage_that_is_said_counts() -> None:
    def stage(name: str) -> Statement:
        return Statement(
            kind=StatementKind.STAGE,
            value=StageValue(stage=name),
            anchors=(Anchor(start=0, end=1, text="x", page_number=1),),
            rule="facts.stage",
            rule_version=1,
        )

    assert making.stage_of([]) is None
    assert making.stage_of([buyer("B", "/b")]) is None
    assert making.stage_of([buyer("B", "/b"), stage("contract"), stage("tender")]) is Stage.CONTRACT


def test_whoever_only_reads_loads_no_rules_and_who_starts_a_run_no_arrays() -> None:
    code = (
        "import sys\n"
        "from tenderlight.pipeline import local, one_file\n"
        "heavy = {'numpy', 'tenderlight.capabilities.statements', 'tenderlight.reading.recognition.pages'}\n"
        "print(sorted(heavy.intersection(sys.modules)))\n"
        "from tenderlight.pipeline import workshop\n"
        "workshop.open_readers()\n"
        "rooms = {'facts', 'capabilities', 'components'}\n"
        "names = [name.split('.')[1] for name in sys.modules if name.startswith('tenderlight.')]\n"
        "print(sorted(rooms.intersection(names)))\n"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout == "[]\n[]\n"


def test_warming_up_leaves_nothing_for_each_document_to_build() -> None:
    """In an interpreter of its own, as the cage opens it: what is built once a process is there before a fork."""
    code = (
        "from tenderlight.pipeline import steps\n"
        "steps.warm_up()\n"
        "from tenderlight.capabilities.matching import shared_matcher\n"
        "from tenderlight.capabilities.second_reader import load_model\n"
        "print(shared_matcher.cache_info().currsize, load_model.cache_info().currsize)\n"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout == "1 1\n"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("采购人：甲县公安局\n", []),
        ("The supplier shall deliver all equipment within sixty days.\n", []),
        ("Постачальник зобов'язаний поставити обладнання протягом шістдесяти днів.\n", ["language-without-rules"]),
        ("Поставщик обязан поставить оборудование в течение шестидесяти дней.\n", ["language-without-rules"]),
        ("El proveedor deberá entregar todos los equipos en un plazo de sesenta días.\n", []),
        (
            "Le fournisseur devra livrer tous les équipements dans un délai de soixante jours.\n",
            ["language-without-rules"],
        ),
        (
            "O fornecedor deverá entregar todos os equipamentos no prazo de sessenta dias úteis.\n",
            ["language-without-rules"],
        ),
        ("مال سېتىۋېلىش ئېلانى، تەمىنلىگۈچى ئۈسكۈنىلەرنى يەتكۈزۈپ بېرىدۇ\n", ["language-without-rules"]),
        ("2021-03-04 / 1234.56\n", []),
    ],
)
def test_language_without_rules_is_said(text: str, codes: list[str]) -> None:
    found = [one.code for one in steps.claim(paged(text)) if isinstance(one, Problem)]
    assert found == codes


def test_a_price_that_is_announced_and_not_given_is_told_beside_the_claims() -> None:
    found = list(steps.claim(paged("成交公告\n项目编号：AB-2022-31\n采购人：南溪县公安局\n成交金额：面议\n")))
    assert [type(one) for one in found] == [ContractClaims, Problem]
    assert [one.code for one in found if isinstance(one, Problem)] == ["price-without-figure"]
