import json
from pathlib import Path

from tenderlight.facts.reading import read_facts
from tenderlight.model.document import Page
from tenderlight.model.reader import OpenOriginal, ReadingLimits
from tenderlight.model.statement import Statement
from tenderlight.model.values import PartyValue, ProjectNumberValue, StageValue, SupplierValue
from tenderlight.reading.web.html import HtmlReader
from tests.shared_data import shared_file

EVERY = 5
"""One page in so many is read here; the benchmark reads them all."""


def read(path: Path) -> tuple[Statement, ...]:
    items = HtmlReader().read(OpenOriginal(content=path.read_bytes()), ReadingLimits())
    return read_facts([item for item in items if isinstance(item, Page)])


def stage_of(statements: tuple[Statement, ...]) -> str | None:
    return next((one.value.stage for one in statements if isinstance(one.value, StageValue)), None)


def test_award_pages_of_a_trading_centre_are_read_as_labelled() -> None:
    folder = shared_file("data/zh-yichang-notices")
    labels = [json.loads(line) for line in (folder / "awards.jsonl").read_text("utf-8").splitlines()]
    pages = {label["infoid"]: label["fields"] for label in labels}
    paths = sorted((folder / "html" / "award").glob("*.html"))[::EVERY]
    for path in paths:
        fields = pages[path.stem]
        statements = read(path)
        parties = {one.kind.value: one.value.name for one in statements if isinstance(one.value, PartyValue)}
        numbers = [one.value.number for one in statements if isinstance(one.value, ProjectNumberValue)]
        assert parties == {"buyer": fields["招标人"], "agency": fields["招标机构"]}
        assert numbers[0] == fields["标段(包)编号"]
        assert stage_of(statements) == "award"
        assert any(isinstance(one.value, SupplierValue) for one in statements)


def test_nobody_is_a_supplier_in_a_list_of_candidates() -> None:
    folder = shared_file("data/zh-yichang-notices/html/candidate")
    for path in sorted(folder.glob("*.html"))[::EVERY]:
        statements = read(path)
        assert stage_of(statements) == "candidate"
        assert not [one.value for one in statements if isinstance(one.value, SupplierValue)]


def test_notices_of_many_provinces_name_the_buyer_that_the_platform_names() -> None:
    path = shared_file("data/zh-national-notices/notices.jsonl")
    for line in path.read_text("utf-8").splitlines():
        notice = json.loads(line)
        statements = read_facts([Page(number=1, text=notice["content_text"])])
        for kind, field in (("buyer", "issuer"), ("agency", "agency")):
            found = [one.value.name for one in statements if one.kind == kind and isinstance(one.value, PartyValue)]
            if notice[field] and found:
                assert found[0].startswith(notice[field])
        if notice["info_type"] in {"采购/资审公告", "招标/资审公告", "更正事项"}:
            assert not any(isinstance(one.value, SupplierValue) for one in statements)
