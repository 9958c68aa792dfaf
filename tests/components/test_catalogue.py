import csv
import re
import tomllib

import pytest

from tenderlight.components.catalogue import catalogue
from tenderlight.languages.normalise import flatten
from tests.house.tree import ROOT
from tests.shared_data import shared_file

KNOWN = catalogue()


def rows(name: str) -> list[dict[str, str]]:
    with shared_file(f"domain/{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_maker_of_the_domain_is_there_with_its_names_and_confidence() -> None:
    by_name = {maker.name: maker for maker in KNOWN.makers.values()}
    for row in rows("components_makers"):
        maker = by_name[row["maker"]]
        assert maker.confidence == row["confidence"]
        assert maker.countries == tuple(row["country"].split()[0].split("/"))
        names = {name.strip() for name in row["local_names"].replace("since December 2023", "").split(";")} - {"—"}
        assert names == set(maker.names), row["maker"]
        products = [one for one in KNOWN.products.values() if one.maker == maker.code]
        known = {flatten(word) for word in (*maker.brands, *maker.beside, *maker.ordinary, *maker.never_alone)}
        known |= {flatten(word) for one in products for word in (one.name, *one.words, *one.beside, *one.ordinary)}
        patterns = " ".join(flatten(word) for one in products for word in (*one.models, *one.branded))
        for alias in row["aliases"].split(";"):
            word = flatten(re.split(r"…|nnn|xx|\(", alias)[0].strip())
            assert all(any(part in one for one in (*known, patterns)) for part in word.split()), (maker.name, alias)


def test_every_company_of_the_domain_is_there_with_its_confidence() -> None:
    by_name = {name: one for one in KNOWN.companies for name in (*one.names, one.called)}
    for row in rows("components_companies"):
        for name in row["name_zh"].split(";"):
            one = by_name[name.strip()]
            assert one.confidence == row["confidence"]
            assert one.is_of_group == ("(" not in row["of"])


def test_every_product_line_of_the_domain_is_there_with_its_confidence() -> None:
    written = tomllib.loads((ROOT / "vocabulary" / "components" / "products.toml").read_text("utf-8"))["product"]
    by_row = {one["row"]: one for one in written if "row" in one}
    assert set(by_row) == {row["product"] for row in rows("components_products")}
    for row in rows("components_products"):
        assert by_row[row["product"]]["confidence"] == row["confidence"]
        assert bool(row["mistaken_for"]) <= bool(by_row[row["product"]].get("not_when")), row["product"]


def test_codes_point_to_what_is_there() -> None:
    assert all(one.maker in KNOWN.makers and one.kind in KNOWN.kinds for one in KNOWN.products.values())
    assert all(one.of in KNOWN.makers for one in KNOWN.companies)
    assert KNOWN.source.as_of


@pytest.mark.parametrize(
    ("name", "code"),
    [("Hikvision", "hikvision"), ("海康威视", "hikvision"), ("NVIDIA", "nvidia"), ("dahua", "dahua"), ("曜核", None)],
)
def test_a_maker_is_known_by_its_names(name: str, code: str | None) -> None:
    found = KNOWN.maker_called(name)
    assert (found.code if found is not None else None) == code


def test_look_alikes_are_families_of_a_figure_and_its_letters() -> None:
    assert set(KNOWN.lookalikes) >= {"0o", "1li|", "8b"}
    assert len("".join(KNOWN.lookalikes)) == len(set("".join(KNOWN.lookalikes)))
