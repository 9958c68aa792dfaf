"""The shape that the metadata of a file takes in JSON, and the way there and back. See `tenderlight.cases.shapes`."""

from __future__ import annotations

from typing import Annotated

import msgspec

from tenderlight.model.metadata import (
    LONGEST_PLACE,
    LONGEST_VALUE,
    MOST_PROPERTIES,
    FileMetadata,
    Property,
    PropertyKind,
)


class PropertyShape(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True):
    """``[kind, place, value]``."""

    kind: PropertyKind
    place: Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_PLACE)]
    value: Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_VALUE)]


class MetadataShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="item", tag="metadata"):
    """What a file says of itself beside its pages."""

    properties: Annotated[list[PropertyShape], msgspec.Meta(min_length=1, max_length=MOST_PROPERTIES)]


def metadata_to_shape(metadata: FileMetadata) -> MetadataShape:
    """Return the shape of metadata."""
    return MetadataShape([PropertyShape(one.kind, one.place, one.value) for one in metadata.properties])


def metadata_from_shape(shape: MetadataShape) -> FileMetadata:
    """Return the metadata of a shape."""
    properties = (Property(kind=one.kind, place=one.place, value=one.value) for one in shape.properties)
    return FileMetadata(properties=tuple(properties))
