"""What every archive reader shares: a budget for what is taken out, and a tally of what was left in.

Files are handed on in parts. If a file turns out to be unreadable after some of its parts, no part of it `is_last`, and
a problem follows at once: whoever collects parts drops an unfinished file when a problem comes.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator

from tenderlight.model.problem import Problem, problem
from tenderlight.model.reader import MemberPart, ReadingLimits

PART_BYTES = 4 * 1024 * 1024
_MOST_NAMED = 100
_SYSTEM_FILES = frozenset({".ds_store", "thumbs.db", "desktop.ini", ".localized", "ehthumbs.db"})
_SYSTEM_FOLDERS = frozenset({"__macosx", ".spotlight-v100", ".trashes", ".fseventsd"})


class Unpacking:
    """One archive being unpacked: says when to stop, and at the end what was not taken out.

    Args:
        packed_bytes: Size of the archive.
        limits: `members`, `unpacked_bytes`, `expansion_ratio` and `expansion_grace_bytes` are used.
        step: Step and version for problems.
    """

    def __init__(self, packed_bytes: int, limits: ReadingLimits, step: str) -> None:
        self.step = step
        self.is_over = False
        """Whether a limit was reached: nothing more is to be taken out."""
        self.taken = 0
        """Files taken out whole."""
        self.is_mid_file = False
        """Whether parts of a file were handed on, but not its last."""
        self._limits = limits
        most_by_ratio = max(packed_bytes * limits.expansion_ratio, limits.expansion_grace_bytes)
        self.most_bytes = min(limits.unpacked_bytes, most_by_ratio)
        """Bytes that may be taken out in all."""
        self._is_damaged = False
        self._bytes = 0
        self._unreadable = 0
        self._encrypted: list[str] = []
        self._not_files: list[str] = []
        self._system_files = 0

    @property
    def left_bytes(self) -> int:
        """Bytes that may still be taken out."""
        return max(0, self.most_bytes - self._bytes)

    def problem(self, code: str, *, detail: str = "", path: str | None = None) -> Problem:
        """Make a problem of this archive, or of the file at `path` in it."""
        return problem(code, step=self.step, detail=detail, pointer=path)

    def wants(self, untrusted_path: str) -> bool:
        """Whether the file is worth taking out; false for what operating systems leave behind."""
        *folders, name = untrusted_path.replace("\\", "/").lower().split("/")
        if name in _SYSTEM_FILES or name.startswith(("._", "~$")) or not _SYSTEM_FOLDERS.isdisjoint(folders):
            self._system_files += 1
            return False
        return True

    def note_not_a_file(self, untrusted_path: str) -> None:
        """Count a link, device or the like."""
        self._not_files.append(untrusted_path)

    def note_encrypted(self, untrusted_path: str) -> None:
        """Count a file locked with a password."""
        self._encrypted.append(untrusted_path)

    def file(self, untrusted_path: str, chunks: Iterable[bytes]) -> Iterator[MemberPart | Problem]:
        """Take one file out, part by part, as long as the budget lasts.

        The caller catches what `chunks` raises, and says so through `unreadable`.
        """
        if self.taken >= self._limits.members:
            yield from self._stop("limit-members", f"Limit: {self._limits.members} files.")
            return
        held: list[bytes] = []
        length = 0
        for chunk in chunks:
            self._bytes += len(chunk)
            if self._bytes > self.most_bytes:
                yield from self.stop_at_bytes(untrusted_path)
                return
            held.append(chunk)
            length += len(chunk)
            while length > PART_BYTES:
                whole = b"".join(held)
                self.is_mid_file = True
                yield MemberPart(untrusted_path=untrusted_path, content=whole[:PART_BYTES], is_last=False)
                held, length = [whole[PART_BYTES:]], length - PART_BYTES
        self.taken += 1
        self.is_mid_file = False
        yield MemberPart(untrusted_path=untrusted_path, content=b"".join(held), is_last=True)

    def unreadable(self, untrusted_path: str, why: object) -> Iterator[Problem]:
        """Say that one file cannot be read; after a hundred only count those of which nothing was handed on."""
        self._unreadable += 1
        if self._unreadable <= _MOST_NAMED or self.is_mid_file:
            self.is_mid_file = False
            yield self.problem("member-unreadable", detail=str(why), path=untrusted_path)

    def damaged(self, why: object) -> Problem:
        """Say that the archive cannot be read on: archive-cut-short if files came out before, else archive-damaged."""
        self._is_damaged = True
        return self.problem("archive-cut-short" if self.taken else "archive-damaged", detail=str(why))

    def stop_at_bytes(self, path: str | None = None) -> Iterator[Problem]:
        """Say that no more bytes may be taken out: limit-unpacked-bytes or limit-expansion."""
        if self.most_bytes == self._limits.unpacked_bytes:
            yield from self._stop("limit-unpacked-bytes", f"Limit: {self.most_bytes} bytes.", path)
        else:
            yield from self._stop(
                "limit-expansion", f"Limit: {self.most_bytes} bytes for an archive of its size.", path
            )

    def end(self, *, may_be_empty: bool = False) -> Iterator[Problem]:
        """Say what was left in.

        Args:
            may_be_empty: Whether it is nothing special that there are no files: in a mail, say.

        Problems: archive-empty, archive-encrypted, member-encrypted, member-not-a-file, member-unreadable,
        system-files-left-out.
        """
        if self._unreadable > _MOST_NAMED:
            yield self.problem("member-unreadable", detail=f"In all: {self._unreadable} files.")
        if self._encrypted:
            if self.taken:
                yield from (self.problem("member-encrypted", path=path) for path in self._encrypted[:_MOST_NAMED])
            else:
                yield self.problem("archive-encrypted")
        if self._not_files:
            detail = f"In all: {len(self._not_files)}."
            yield self.problem("member-not-a-file", detail=detail, path=self._not_files[0])
        if self._system_files:
            yield self.problem("system-files-left-out", detail=f"Files: {self._system_files}.")
        if self._unreadable and not self.taken and not self._is_damaged:
            yield self.problem("archive-damaged")
        is_explained = self._unreadable or self._encrypted or self.is_over or self._is_damaged
        if not self.taken and not is_explained and not may_be_empty:
            yield self.problem("archive-empty")

    def _stop(self, code: str, detail: str, path: str | None = None) -> Iterator[Problem]:
        self.is_over = True
        yield self.problem(code, detail=detail, path=path)


def unpacked_name(untrusted_name: str, endings: Iterable[str]) -> str:
    """Name of the one file that a packed file holds: its own name without the ending, else "content"."""
    name = posixpath.basename(untrusted_name.replace("\\", "/"))
    for ending in endings:
        if name.lower().endswith(ending) and len(name) > len(ending):
            return name[: -len(ending)]
    return name or "content"
