"""What stands where in a document as it was read."""

from __future__ import annotations

from tenderlight.model.document import Reading
from tenderlight.model.quote import Quote


class Places:
    """Says what stands where in a document as read."""

    def __init__(self, reading: Reading) -> None:
        self._pages = {page.number: page.text for page in reading.pages}
        self._values: dict[str, set[str]] = {}
        for one in reading.metadata:
            self._values.setdefault(one.pointer, set()).add(one.value)
        for record in reading.records:
            for field in record.fields:
                self._values.setdefault(field.pointer, set()).add(field.text)
            for statement in record.statements:
                for anchor in statement.anchors:
                    if anchor.pointer is not None:
                        self._values.setdefault(anchor.pointer, set()).add(" " * anchor.start + anchor.text)

    def hold(self, quote: Quote) -> bool:
        """Say whether the words of a quote stand where it says."""
        if quote.page_number is not None:
            return self._pages.get(quote.page_number, "")[quote.start : quote.end] == quote.text
        return self.has(quote.pointer or "", quote.start, quote.end, quote.text)

    def has(self, pointer: str, start: int, end: int, text: str) -> bool:
        """Say whether words stand in a value of a structured original."""
        return any(value[start:end] == text for value in self._values.get(pointer, set()))
