"""The case: one folder a person can copy, holding originals, log, readings, claims and their problems."""

from tenderlight.cases.answers import DocumentLine, Summary
from tenderlight.cases.case import Case
from tenderlight.cases.ledger import Member
from tenderlight.cases.page_ledger import PageCounts, PageLine
from tenderlight.cases.receipt import Receipt
from tenderlight.cases.stored_readings import ReadingEnd, ReadingWriter, StoredReading

__all__ = [
    "Case",
    "DocumentLine",
    "Member",
    "PageCounts",
    "PageLine",
    "ReadingEnd",
    "ReadingWriter",
    "Receipt",
    "StoredReading",
    "Summary",
]
