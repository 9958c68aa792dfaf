"""The report's pages of makers, made of claims without a case."""

from __future__ import annotations

from pathlib import Path

from tenderlight.cases.maker_statements import MakerStatement
from tenderlight.publish.exposure import exposure_of
from tenderlight.publish.exposure_pages import page_of_maker, write_exposure_pages
from tenderlight.publish.pages import page_environment
from tests.publish.made_exposure import CLAIMS

SAID = MakerStatement(
    maker="hikvision",
    said_on="2021-03-01",
    source="made up for this test",
    words="We sell <through> resellers.",
    page_number=2,
    sha256="ab" * 32,
    name="letter.pdf",
    added="",
)


def pages(folder: Path) -> dict[str, str]:
    def write(name: str, template: str, **values: object) -> Path:
        target = folder / name
        target.parent.mkdir(exist_ok=True)
        text = page_environment().get_template(template).render(case_name="a case", version="0", **values)
        target.write_text(text, "utf-8")
        return target

    write_exposure_pages(folder, exposure_of(CLAIMS), [SAID], write)
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.html")}


def test_every_maker_has_a_page_and_a_line_in_the_overview(tmp_path: Path) -> None:
    made = pages(tmp_path)
    assert set(made) == {"makers.html", *(page_of_maker(key) for key in ("hikvision", "seagate", "朔川"))}
    overview = made["makers.html"]
    assert "Hikvision" in overview
    assert page_of_maker("hikvision") in overview
    assert "as printed; not in the catalogue" in overview


def test_a_page_says_what_it_does_not_prove_and_what_the_maker_says(tmp_path: Path) -> None:
    page = pages(tmp_path)[page_of_maker("hikvision")]
    assert "does not say that its maker sold it" in page
    assert "Nothing here says that the product was chosen." in page
    assert "We sell &lt;through&gt; resellers." in page
    assert "20 printed in the line" in page
    other = pages(tmp_path)[page_of_maker("seagate")]
    assert "No statement of the maker is kept" in other


def test_pages_of_makers_that_are_no_longer_named_are_removed(tmp_path: Path) -> None:
    (tmp_path / "makers").mkdir()
    older = tmp_path / page_of_maker("nobody")
    older.write_text("old", "utf-8")
    kept = tmp_path / "makers" / "notes.html"
    kept.write_text("somebody's own", "utf-8")
    pages(tmp_path)
    assert not older.exists()
    assert kept.exists()
