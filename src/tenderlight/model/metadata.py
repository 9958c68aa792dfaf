"""What a file says of itself beside its pages: who wrote it, with what program, when. Nobody checks that it is true.

Names of authors are names of persons. They are kept with what was read, to be compared, and shown by nothing but the
command that reads one file.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

LONGEST_VALUE = 500
"""Code points of a property; a longer one is left out."""
LONGEST_PLACE = 120
MOST_PROPERTIES = 64
"""Properties of one file."""
POINTER = "metadata:"
"""What the pointer of a quote starts with whose words are a property of the file."""


class PropertyKind(StrEnum):
    """What a property says."""

    AUTHOR = "author"
    LAST_MODIFIED_BY = "last_modified_by"
    COMPANY = "company"
    PROGRAM = "program"
    """What it was written with."""
    PROGRAM_VERSION = "program_version"
    PRODUCER = "producer"
    """What made a PDF of it."""
    TITLE = "title"
    TEMPLATE = "template"
    CREATED = "created"
    MODIFIED = "modified"
    REVISION = "revision"
    """How often it was saved."""
    EDITING_TIME = "editing_time"
    """As its format counts: minutes (Office, RTF), ISO 8601 (OpenDocument)."""
    DOCUMENT_ID = "document_id"
    """The same in what is made of one file."""
    INSTANCE_ID = "instance_id"
    """Another each time it is saved."""


PERSONAL = frozenset({PropertyKind.AUTHOR, PropertyKind.LAST_MODIFIED_BY})
"""What says the name of a person, or of whoever a computer was set up for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """One property, as it is written; white space around it, and zeros behind it, are none of it."""

    kind: PropertyKind
    place: str
    """Where it stands in the file: "Info/Author", "docProps/core.xml/creator"."""
    value: str

    @property
    def pointer(self) -> str:
        """The pointer of a quote of it."""
        return f"{POINTER}{self.place}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileMetadata:
    """The properties of one file, in the order of their places."""

    properties: tuple[Property, ...]
