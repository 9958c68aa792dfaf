"""The number and the name by which the documents of one procedure are joined."""

from __future__ import annotations

from collections.abc import Iterable

from tenderlight.languages.normalise import fold_text
from tenderlight.model.statement import Statement, StatementKind
from tenderlight.model.values import ProjectNumberValue

_SHORTEST = 5
_BRACKETS = str.maketrans("[]【】〔〕{}（）", "()()()()()")


def comparable_number(number: str) -> str:
    """Return a number for comparing: width folded, in capitals, without blanks, with one kind of bracket."""
    return "".join(fold_text(number).split()).translate(_BRACKETS).upper()


def procedure_number(statements: Iterable[Statement]) -> str | None:
    """Return the document's first number in comparable form.

    Width folded, in capitals, without blanks, with one kind of bracket.

    Returns:
        None where there is no number that could tell one procedure from others: too short, or without enough digits.
    """
    for statement in statements:
        if statement.kind is StatementKind.PROJECT_NUMBER and isinstance(statement.value, ProjectNumberValue):
            number = comparable_number(statement.value.number)
            digits = sum(character.isdigit() for character in number)
            if len(number) >= _SHORTEST and digits >= 3:
                return number
            return None
    return None
