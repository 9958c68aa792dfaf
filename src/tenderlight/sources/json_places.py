"""Values of a JSON document with their places (RFC 6901), numbers kept as they were written."""

from __future__ import annotations

from typing import Any, Final

from tenderlight.sources.notice import Written


class Number(str):
    """A JSON number, to the letter: "2000.680" stays "2000.680"."""

    __slots__ = ()


class Members(dict[str, Any]):
    """The members of a JSON object that has some name twice, with other values; the last one counts."""

    __slots__ = ("doubled",)

    def __init__(self, pairs: list[tuple[str, Any]], doubled: list[str]) -> None:
        super().__init__(pairs)
        self.doubled = doubled


def members_of(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make an object of its members, remembering names that stand twice with different values."""
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    doubled = sorted({name for name, value in pairs if found[name] != value})
    return Members(pairs, doubled) if doubled else found


_VERSION_MARKS: Final = ({"releaseID", "releaseDate", "value"}, {"releaseDate", "releaseTag", "value"})


def _is_history(entries: list[Any]) -> bool:
    """Say whether these are dated values, as OCDS writes a field's history in a versioned release."""
    return bool(entries) and all(
        isinstance(entry, dict) and any(marks <= entry.keys() for marks in _VERSION_MARKS) for entry in entries
    )


class JsonPlace:
    """A value of a document and where it stands. A member that is not there is a place without a value.

    The history of a field (OCDS versioned release) stands for its last value.
    """

    __slots__ = ("pointer", "value")

    def __init__(self, value: object, pointer: str) -> None:
        while isinstance(value, list) and _is_history(value):
            dates = [str(entry["releaseDate"]) for entry in value]
            last = max(range(len(dates)), key=lambda index: (dates[index], index))
            value, pointer = value[last]["value"], f"{pointer}/{last}/value"
        self.value = value
        self.pointer = pointer

    def __bool__(self) -> bool:
        """Say whether there is something: not null, not an empty text, list or object."""
        return self.value is not None and self.value not in ("", [], {})

    @property
    def is_object(self) -> bool:
        """Say whether it has members."""
        return isinstance(self.value, dict)

    @property
    def is_list(self) -> bool:
        """Say whether it has entries."""
        return isinstance(self.value, list)

    def names(self) -> list[str]:
        """Return the names of its members, in the order of the file."""
        return list(self.value) if isinstance(self.value, dict) else []

    def get(self, *names: str) -> JsonPlace:
        """Return the member under this path of names."""
        place = self
        for name in names:
            value = place.value.get(name) if isinstance(place.value, dict) else None
            place = JsonPlace(value, f"{place.pointer}/{escaped(name)}")
        return place

    def first(self, *names: str) -> JsonPlace:
        """Return the first of these members that has a value, or the last one."""
        found = self
        for name in names:
            found = self.get(name)
            if found:
                break
        return found

    def entries(self) -> list[JsonPlace]:
        """Return the entries of a list; a single object stands for a list of one (older drafts wrote it so)."""
        if isinstance(self.value, list):
            return [JsonPlace(value, f"{self.pointer}/{index}") for index, value in enumerate(self.value)]
        return [self] if isinstance(self.value, dict) and self.value else []

    def objects(self) -> list[JsonPlace]:
        """Return the entries that are objects."""
        return [entry for entry in self.entries() if entry.is_object]

    def written(self) -> Written | None:
        """Return a string or a number as it was written; None for anything else, and for blanks."""
        if isinstance(self.value, str) and self.value.strip():
            return Written(pointer=self.pointer, text=str(self.value))
        return None

    def words(self) -> str:
        """Return a string's or number's words, "" if there are none."""
        return self.value.strip() if isinstance(self.value, str) else ""

    def doubled_names(self) -> list[JsonPlace]:
        """Return all places under this one whose name stands twice in its object, with other values."""
        found: list[JsonPlace] = []
        waiting = [self]
        while waiting:
            place = waiting.pop()
            if isinstance(place.value, Members):
                found.extend(place.get(name) for name in place.value.doubled)
            if isinstance(place.value, dict):
                waiting.extend(
                    JsonPlace(value, f"{place.pointer}/{escaped(name)}") for name, value in place.value.items()
                )
            elif isinstance(place.value, list):
                waiting.extend(JsonPlace(value, f"{place.pointer}/{index}") for index, value in enumerate(place.value))
        return found


def escaped(name: str) -> str:
    """Return a member's name as a JSON Pointer writes it."""
    return name.replace("~", "~0").replace("/", "~1")


def value_under(value: object, pointer: str) -> str | None:
    """Return the string or number at a JSON Pointer, as it was written; None if there is none."""
    for token in pointer.split("/")[1:]:
        name = token.replace("~1", "/").replace("~0", "~")
        if isinstance(value, dict):
            value = value.get(name)
        elif isinstance(value, list) and name.isascii() and name.isdigit() and int(name) < len(value):
            value = value[int(name)]
        else:
            return None
    return str(value) if isinstance(value, str) else None
