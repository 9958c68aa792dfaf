"""What is kept for linking: links are those of a linking from nothing, whatever came, went or was damaged."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tenderlight.cases import Case, ReadingEnd, Receipt
from tenderlight.cases.checking import check_case
from tenderlight.cases.copying import copy_case
from tenderlight.cases.encoding import encode_claim
from tenderlight.cases.erasing import erase
from tenderlight.cases.link_keeping import ALIKE, ID_BYTES
from tenderlight.cases.links import _body
from tenderlight.cases.reading_texts import PageText
from tenderlight.model.claim import Claim
from tenderlight.model.document import Page, PageMethod, Reading, ReadState
from tenderlight.model.link_value import LinkKind, LinkValue
from tenderlight.model.metadata import FileMetadata, Property, PropertyKind
from tenderlight.model.statement import StatementKind
from tenderlight.pipeline import link_bids, link_corpus, linking
from tenderlight.pipeline.link_claims import claims_of, link_case
from tenderlight.pipeline.link_texts import LookedAt, look_at, signed, text_from_bytes, text_to_bytes
from tenderlight.pipeline.linking import LinkedCase, link
from tests.linking.made_clauses import changed, made_clause, plain_clause
from tests.memory_disk import memory_folder
from tests.pipeline.test_link_bids import BID, NAMES, TENDER, points
from tests.pipeline.test_linking import BUYERS, notice
from tests.pipeline.test_suggesting import claims_made

_CHANCE = random.Random(61)
LAW = [plain_clause(_CHANCE, 20) for _ in range(3)]
SHARED = [made_clause(_CHANCE, 20) for _ in range(4)]
ASKED = [plain_clause(_CHANCE) for _ in range(4)]
TRAITS = [plain_clause(_CHANCE), "前端设备安装单价为1837.46元", "平台软件单价为28416.93元"]


def text_of(number: int, variant: int = 0) -> str:
    """Return a made text: notices of ten buyers that share clauses, some twice; a tender file and its bids."""
    chance = random.Random(f"{number % 17} {variant}")
    kind = number % 17
    if kind == 10:
        return TENDER.format(points=points(ASKED)) + f"\n第{number}号"
    if kind in {11, 12, 13}:
        own = [plain_clause(chance) for _ in range(3)]
        price = f"4{kind}6350.{kind}"
        held = [*ASKED, *(TRAITS if kind < 13 else ()), *own, f"第{number}份"]
        return BID.format(name=NAMES[kind - 11], price=price, points=points(held))
    if kind == 14:
        return "采购公告"  # without clauses
    if kind in {15, 16}:
        return f"转载{number}\n{text_of(kind - 15, variant)}"
    held = [*LAW, *(made_clause(chance) for _ in range(5))]
    if kind in {2, 3, 4}:
        held += [changed(SHARED[0]) if kind == 3 else SHARED[0], *SHARED[1:]]
    return notice(BUYERS[kind], f"QC-2023-{number:03}", f"{100 + number}0000", held)


def read(case: Case, document: str, text: str, number: int) -> None:
    said = Property(kind=PropertyKind.AUTHOR, place="Info/Author", value=f"Clerk Number {number % 17 // 2}")
    with case.reading_writer(document) as writer:
        writer.add(FileMetadata(properties=(said,)))
        for page, part in enumerate(text.split("\f"), 1):
            writer.add(Page(number=page, text=part, method=PageMethod.FLOW))
        end = ReadingEnd(media_type="text/plain", reader="text", reader_version=1, state=ReadState.READ, walls="none")
        stored = writer.finish(end)
    case.record_reading(stored)
    claims_made(case, document)


def add(case: Case, number: int, text: str | None = None) -> str:
    text = text_of(number) if text is None else text
    file = case.folder.parent / "source"
    file.write_text(f"{number} {text}", "utf-8")
    receipt = case.receive_file(file, received_as=f"{number}.txt")
    assert isinstance(receipt, Receipt)
    read(case, receipt.document, text, number)
    return receipt.document


def claims_in(case: Case, linked: LinkedCase) -> list[bytes]:
    return [encode_claim(one) for one in claims_of(linked, case.links.filed())]


def from_nothing(case: Case) -> LinkedCase:
    """Return what is linked where nothing that is kept is of the same rules."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(linking, "kept_version", lambda: "other rules")
        return link(case)


def links(case: Case) -> list[Claim]:
    return list(case.claims(kind=StatementKind.LINK))


def stored(case: Case) -> list[str]:
    return sorted(str(body) for (body,) in case._database.query("SELECT body FROM claims WHERE kind = 'link'"))


def kept(case: Case) -> set[tuple[str, str]]:
    return set(case._database.query("SELECT document, part FROM kept_for_links"))


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kept")
    with Case.open(folder / "case", create=True) as case:
        for number in range(17):
            add(case, number)
        link_case(case)
    return folder / "case"


@pytest.fixture
def whole(made_once: Path) -> Iterator[Case]:
    with memory_folder() as folder:
        shutil.copytree(made_once, folder / "case")
        with Case.open(folder / "case", create=True) as case:
            yield case


@dataclass
class _Changes:
    """Changes of a case, each of a document that it has, or of one more."""

    case: Case
    documents: list[tuple[str, int]] = field(default_factory=list)
    count: int = 17

    def come(self, number: int) -> None:
        self.count += 17
        self.documents.append((add(self.case, self.count + number), self.count + number))

    def erase(self, number: int) -> None:
        document, _ = self.documents.pop(number % len(self.documents))
        assert self.case._journal is not None
        erase(self.case._journal, document, person="A. Editor", because="a court's order")

    def read_again(self, number: int) -> None:
        self.count += 1
        document, its = self.documents[number % len(self.documents)]
        read(self.case, document, text_of(its, self.count) + "\f\f" + SHARED[number % 4] + "。", its)

    def claim_otherwise(self, number: int) -> None:
        document, _ = self.documents[number % len(self.documents)]
        self.count += 1
        self.case.record_claims(document, [], version=f"other/{self.count}")

    def claim_again(self, number: int) -> None:
        claims_made(self.case, self.documents[number % len(self.documents)][0])

    def damage(self, number: int) -> None:
        rows = list(self.case._database.query("SELECT document, part, body FROM kept_for_links ORDER BY 1, 2"))
        document, part, body = rows[number * 7 % len(rows)]
        body = bytes([*body[:-1], body[-1] ^ 1]) if body else b"\0"
        self.case._database.change(
            "UPDATE kept_for_links SET body = ? WHERE document = ? AND part = ?", (body, document, part)
        )

    def lose(self, number: int) -> None:
        rows = list(self.case._database.query("SELECT document, part FROM kept_for_links ORDER BY 1, 2"))
        for row in rows[number % 3 :: 3]:
            self.case._database.change("DELETE FROM kept_for_links WHERE document = ? AND part = ?", row)


CHANGES: tuple[Callable[[_Changes, int], None], ...] = (
    _Changes.come,
    _Changes.come,
    _Changes.erase,
    _Changes.read_again,
    _Changes.claim_otherwise,
    _Changes.claim_again,
    _Changes.damage,
    _Changes.lose,
)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    changes=st.lists(
        st.lists(st.tuples(st.sampled_from(CHANGES), st.integers(0, 16)), min_size=1, max_size=3),
        min_size=1,
        max_size=4,
    )
)
def test_links_are_those_of_a_linking_from_nothing(
    made_once: Path, changes: list[list[tuple[Callable[[_Changes, int], None], int]]]
) -> None:
    with memory_folder() as folder:
        shutil.copytree(made_once, folder / "case")
        with Case.open(folder / "case", create=True) as case:
            told = {line.document: int(line.path.removesuffix(".txt")) for line in case.documents()}
            made = _Changes(case, sorted(told.items()))
            for some in changes:
                for change, number in some:
                    change(made, number)
                expected, found = from_nothing(case), link(case)
                assert found == expected
                assert claims_in(case, found) == claims_in(case, expected)
                link_case(case)
                assert stored(case) == sorted(map(_body, claims_of(expected, case.links.filed())))
        assert check_case(folder / "case") == []


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Documents whose pages or reading were loaded for linking, as often as they were."""
    found: list[str] = []
    pages_of, load_reading = link_corpus.pages_of, Case.load_reading

    def pages(case: Case, document: str) -> list[PageText]:
        found.append(document)
        return pages_of(case, document)

    def reading(self: Case, document: str) -> Reading | None:
        found.append(document)
        return load_reading(self, document)

    for module in (link_corpus, link_bids):
        monkeypatch.setattr(module, "pages_of", pages)
    monkeypatch.setattr(Case, "load_reading", reading)
    return found


def test_all_sorts_of_links_are_among_those_that_are_made(whole: Case) -> None:
    found = {value.link for one in links(whole) if isinstance(value := one.value, LinkValue)}
    assert found == {LinkKind.SAME_NOTICE, LinkKind.SHARED_CLAUSES, LinkKind.SHARED_TRAITS}
    assert {part for _, part in kept(whole)} == {"text", "claims", "alike", "shown", "traits"}


def test_one_document_more_is_looked_at_and_no_other(whole: Case, looked_at: list[str]) -> None:
    document = add(whole, 100, notice("北河县民政局", "QC-2024-001", "770000", [made_clause(random.Random(3))] * 4))
    looked_at.clear()
    link_case(whole)
    assert set(looked_at) == {document}
    looked_at.clear()
    assert link_case(whole) is None
    assert looked_at == []


def test_what_is_compared_with_a_new_document_is_looked_at_once(whole: Case, looked_at: list[str]) -> None:
    alike = {line.document for line in whole.documents() if line.path in {"1.txt", "16.txt"}}
    document = add(whole, 101, text_of(1) + "\n来源：另一网站")
    looked_at.clear()
    link_case(whole)
    assert document in looked_at
    assert set(looked_at) <= alike | {document}
    add(whole, 102, "另一份公告，没有条款。")
    looked_at.clear()
    link_case(whole)
    assert not alike & set(looked_at)


def test_claims_made_anew_need_no_reading(whole: Case, looked_at: list[str]) -> None:
    document = links(whole)[0].document
    before = stored(whole)
    claims_made(whole, document)
    assert (document, "claims") not in kept(whole)
    looked_at.clear()
    link_case(whole)
    assert stored(whole) == before
    assert looked_at == []


def test_nothing_of_an_erased_original_is_kept(whole: Case) -> None:
    database = whole._database
    bodies: dict[str, bytes] = dict(
        database.query("SELECT document, body FROM kept_for_links WHERE part = ?", (ALIKE,))
    )
    gone = next(
        line.document
        for line in whole.documents()
        if any(bytes.fromhex(line.document)[:ID_BYTES] in body for body in bodies.values())
    )
    assert whole._journal is not None
    erase(whole._journal, gone, person="A. Editor", because="a court's order")
    assert gone not in {document for document, _ in kept(whole)}
    for (body,) in database.query("SELECT body FROM kept_for_links WHERE part = ?", (ALIKE,)):
        assert bytes.fromhex(gone)[:ID_BYTES] not in body
    link_case(whole)
    assert stored(whole) == sorted(map(_body, claims_of(from_nothing(whole), whole.links.filed())))


def test_what_a_document_signed_for_others_is_signed_again_when_it_goes(whole: Case) -> None:
    assert whole._journal is not None
    for line in list(whole.documents()):
        if int(line.path.removesuffix(".txt")) < 8:
            erase(whole._journal, line.document, person="A. Editor", because="a court's order")
    assert link(whole) == from_nothing(whole)


def test_a_copy_of_a_case_has_what_is_kept(whole: Case, tmp_path: Path, looked_at: list[str]) -> None:
    whole.close()
    copy_case(whole.folder, tmp_path / "copy")
    with Case.open(tmp_path / "copy", create=True) as copy:
        document = add(copy, 103, "一份新的公告。")
        looked_at.clear()
        link_case(copy)
        assert set(looked_at) <= {document}


def test_a_reading_that_is_lost_takes_its_document_out_if_it_is_to_be_quoted(whole: Case) -> None:
    claim = next(one for one in links(whole) if one.rule == "link.shared_clauses")
    before = link(whole)
    file = whole._database.row("SELECT file FROM readings WHERE document = ?", (claim.document,))
    assert file is not None
    (whole.folder / file[0]).unlink()
    assert link(whole) == before  # its words are kept
    whole._database.change("DELETE FROM kept_for_links WHERE part = 'shown'")
    found = link(whole)
    assert found.documents == before.documents - 1
    assert claim.document not in {one.document for one in claims_of(found, whole.links.filed())}


def test_what_is_kept_of_a_document_is_a_bounded_part_of_its_text(whole: Case) -> None:
    chance = random.Random(5)
    clauses = [made_clause(chance) for _ in range(400)]
    document = add(whole, 104, "。\n".join(clauses))
    link_case(whole)
    rows = whole._database.query("SELECT part, length(body) FROM kept_for_links WHERE document = ?", (document,))
    sizes: dict[str, int] = dict(rows)
    assert sizes["text"] < 1_000 + 290 * len(clauses)
    again = add(whole, 105, "。\n".join(reversed(clauses)))
    link_case(whole)
    rows = whole._database.query("SELECT part, length(body) FROM kept_for_links WHERE document = ?", (again,))
    sizes = dict(rows)
    assert sizes["text"] < 1_000 + 34 * len(clauses)  # all are signed already


@given(st.lists(st.text(alphabet="设备不低于8G。\n★x ", max_size=300), min_size=1, max_size=3))
def test_a_text_comes_back_from_the_form_in_which_it_is_kept(texts: list[str]) -> None:
    looked: LookedAt = look_at([PageText(number, text or "空") for number, text in enumerate(texts, 1)])
    (text,) = signed([looked], [range(len(looked.letters))])
    body = text_to_bytes(text)
    again = text_from_bytes(body)
    assert again is not None
    assert text_to_bytes(again) == body
    for cut in (0, 3, len(body) // 2, len(body) - 1):
        short = text_from_bytes(body[:cut])
        assert short is None or text_to_bytes(short) == body[:cut]
