"""The method statement in words, in every language of the catalogue."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tenderlight.model.problem import PROBLEMS
from tenderlight.publish.against import against_in
from tenderlight.publish.catalogue import say
from tenderlight.publish.dossier_lists import version_in
from tenderlight.publish.measured import LANGUAGE_NAMES, PASSAGES
from tenderlight.publish.method import Method, Unread
from tenderlight.publish.wording import page_ranges


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, and the lines that belong to it."""

    text: str
    lines: tuple[str, ...] = ()


def method_blocks(method: Method, *, language: str, published: str, version: str) -> list[Block]:
    """Return the method statement as paragraphs.

    Args:
        method: What happened.
        language: Of the reader.
        published: Day of publication.
        version: Of the program.
    """
    t = _Teller(language)
    blocks = [
        t.block("made_by", date=published, version=version),
        t.block(
            "received",
            documents=method.documents_received,
            first=method.first_received[:10],
            last=method.last_received[:10],
            here=len(method.documents),
        ),
        t.block("read_pages", **method.pages),
        *([t.block("without_pages", documents=method.without_pages)] if method.without_pages else []),
        t.block("unread", (t.unread(one) for one in method.unread)) if method.unread else t.block("all_read"),
        t.block("claims", **method.claims),
    ]
    if method.claims["left_out"]:
        blocks.append(t.block("selected", left_out=method.claims["left_out"]))
    blocks += [
        t.block("rules", (t.say("rule_line", rule=r, version=v, count=count) for r, v, count in method.rules)),
        t.block("versions", method.versions),
        t.block("readers", sorted({f"{one.reader}: {one.walls}" for one in method.documents})),
        t.lists(method),
        *t.measured(),
        t.block("log", entries=method.log_entries),
        t.block("limits"),
    ]
    return blocks


class _Teller:
    """Says things in one language."""

    def __init__(self, language: str) -> None:
        self._language = language

    def say(self, key: str, **values: object) -> str:
        return say(self._language, f"method.{key}", **values)

    def block(self, key: str, lines: Iterable[str] = (), /, **values: object) -> Block:
        return Block(text=self.say(key, **values), lines=tuple(lines))

    def unread(self, one: Unread) -> str:
        state = say(self._language, f"read.{one.state}")
        reasons = " ".join(self._reason(code) for code in one.reasons)
        if not one.pages:
            return self.say("unread_document", path=one.path, state=state, reasons=reasons)
        ranges = page_ranges(one.pages).partition(" ")[2]
        if self._language == "zh":
            ranges = ranges.replace(", ", "、")
        pages = self.say("pages", ranges=ranges)
        return self.say("unread_pages", path=one.path, pages=pages, state=state, reasons=reasons)

    def _reason(self, code: str) -> str:
        """Return a problem in words; one of another version's by its code."""
        kind = PROBLEMS.get(code)
        return code if kind is None else against_in(self._language, kind.message)

    def lists(self, method: Method) -> Block:
        if not method.lists:
            return self.block("no_lists")
        lines = (
            self.say("list_line", name=one.name, version=version_in(self._language, one.as_of), digest=one.sha256)
            for one in method.lists
        )
        return self.block("lists_told" if method.tells_lists else "lists", lines)

    def measured(self) -> list[Block]:
        languages = (
            self.say("measured_line", of=self._named(name), passages=passages, wrong=wrong)
            for name, passages, wrong in PASSAGES.by_language
        )
        confidences = (
            self.say("measured_confidence_line", confidence=least, percent=percent)
            for least, percent in PASSAGES.by_confidence
        )
        said = {"set": PASSAGES.set_name, "date": PASSAGES.measured_on, "percent": PASSAGES.percent}
        counts = {"passages": PASSAGES.passages, "wrong": PASSAGES.wrong}
        return [
            Block(text=self.say("measured", **said, **counts), lines=tuple(languages)),
            self.block("measured_confidence", confidences),
            self.block("measured_person"),
        ]

    def _named(self, name: str) -> str:
        return LANGUAGE_NAMES[name] if self._language == "zh" else name
