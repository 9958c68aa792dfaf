"""Numbers of procedures in the subject lines of letters."""

from __future__ import annotations

import time

import pytest

from tenderlight.evaluate.facts import predict


@pytest.mark.parametrize(
    ("subject", "number"),
    [
        ("RE: TENDER NO. NWR/T/009/2022-2023 - PROVISION OF DRONES (5 NO.)", "NWR/T/009/2022-2023"),
        ("Sub: Acceptance of your offer against Tender No. PHQ/22/17 for jammers.", "PHQ/22/17"),
        ("Subject: Award of contract, RFP No: 2023-041", "2023-041"),
        ("RE: Award of contract for drones", "NWR/HQ/SCM/2023/118"),
    ],
)
def test_they_count_before_the_number_of_the_letter(subject: str, number: str) -> None:
    text = (
        "NOTIFICATION OF AWARD\nRef: NWR/HQ/SCM/2023/118                Date: 4th May 2023\nTo: Tembo Surveys Ltd\n"
        f"Dear Sir/Madam,\n{subject}\nYour tender of Kshs. 18,640,000 has been accepted by the Wildlife Service.\n"
    )
    assert predict(text).project_number == number


def test_long_subjects_are_read_quickly() -> None:
    began = time.perf_counter()
    predict("NOTIFICATION OF AWARD\nRe: tender no. " + "a1" * 25_000)
    predict("NOTIFICATION OF AWARD\nRe: " + "tender " * 8_000)
    assert time.perf_counter() - began < 10
