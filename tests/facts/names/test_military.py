import pytest

from tests.facts.names.test_in_values import names


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("武警某部", ["武警某部"]),
        ("某部", ["某部"]),
        ("空军某旅", ["空军某旅"]),
        ("海军某部", ["海军某部"]),
        ("东部战区某部队", ["东部战区某部队"]),
        ("92117部队", ["92117部队"]),
        ("武警江州总队某支队", ["武警江州总队某支队"]),
        ("某公司", []),
        ("某企业", []),
        ("某先生", []),
    ],
)
def test_units_of_the_forces_are_called_without_their_name_or_by_number(value: str, found: list[str]) -> None:
    assert names(value) == found
