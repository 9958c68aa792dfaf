"""Names held against lists, on a day: a record that anyone can run again to the same bytes."""

from tenderlight.screening.questions import Question
from tenderlight.screening.screener import Hit, Screener, Screening

__all__ = ["Hit", "Question", "Screener", "Screening"]
