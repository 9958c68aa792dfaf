"""Documents are joined by number, never by likeness."""

from __future__ import annotations

from tenderlight.linking.procedures import alone, of_project, of_record


def test_the_same_number_is_the_same_contract() -> None:
    assert of_project("project:HBZC-2022-0315").contract == of_project("project:HBZC-2022-0315").contract


def test_other_numbers_other_schemes_and_lone_documents_are_other_contracts() -> None:
    keys = [of_project("project:A-1"), of_project("project:A-2"), of_record("ocid:A-1"), alone("ab" * 32)]
    assert len({key.contract for key in keys}) == len(keys)
    assert all(key.because.endswith(".") for key in keys)
