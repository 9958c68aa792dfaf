import pytest

from tenderlight.components.models import model_scan
from tenderlight.languages.normalise import flatten


def models(text: str) -> list[tuple[str, str | None]]:
    return [(hit.product, hit.read_as) for hit in model_scan().find(flatten(text)) if not hit.is_branded]


@pytest.mark.parametrize("text", ["DS-2CD3T46WD-I3", "DS 2CD3T46WD-I3", "DS2CD3T46WD-I3", "ds-2cd3t46wd-i3"])
def test_hyphens_may_be_blanks_or_left_out(text: str) -> None:
    assert models(f"型号{text}。") == [("hikvision-cameras", None)]


@pytest.mark.parametrize(
    ("text", "product", "read_as"),
    [
        ("1MX335", "sony-imx-starvis", "IMX335"),
        ("ST40OOVX007", "seagate-skyhawk", "ST4000VX007"),
        ("Hi3SI9", "hisilicon-hi35", "HI3519"),
        ("WD4OPURX", "wd-purple", "WD40PURX"),
    ],
)
def test_signs_that_look_alike_are_read_as_the_line_spells_them(text: str, product: str, read_as: str) -> None:
    assert models(text) == [(product, read_as)]


@pytest.mark.parametrize(
    "text",
    [
        "DS-2CO3T46",
        "stools",
        "imxsol",
        "ABCDS-2CD3",
        "XY-DS-2CD3",
        "d58b726b-0770-42f7-b4de-9a389b1faeb2",
        "d58632",
        "1.8",
        "DS",
        "TC",
    ],
)
def test_what_fits_no_line_is_none(text: str) -> None:
    assert models(text) == []


def test_a_pattern_of_many_makers_is_told_apart() -> None:
    assert [(hit.product, hit.is_branded) for hit in model_scan().find("ipc2322lb")] == [("uniview-cameras", True)]
