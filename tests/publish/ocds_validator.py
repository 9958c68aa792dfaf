"""The validator of OCDS 1.1: its release package schema, with the schema of releases patched by our extension.

`ocds_schema/` holds the schemas as the packages of the Open Contracting Partnership carry them for their own tests: the
release schema 1.1.4 (ocdsmerge 0.8.0) and the head of the release package schema 1.1.5 (ocdskit 1.7.0; its copies of
the release schema are a reference to that here).
"""

from __future__ import annotations

import datetime
import json
import re
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from jsonschema import Draft4Validator, FormatChecker
from referencing import Registry
from referencing.jsonschema import DRAFT4

SCHEMAS = Path(__file__).parent / "ocds_schema"
EXTENSION = resources.files("tenderlight.publish") / "ocds_extension"
formats = FormatChecker(formats=())


@formats.checks("date-time", raises=ValueError)
def is_time(value: object) -> bool:
    assert isinstance(value, str)
    datetime.datetime.fromisoformat(value)
    return re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", value) is not None


@formats.checks("uri")
def is_uri(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"[a-z][a-z0-9+.-]*:[!-~]+", value) is not None


def merged(target: Any, patch: Any) -> Any:
    """Return a JSON value patched by another (RFC 7396)."""
    if not isinstance(patch, dict):
        return patch
    found = dict(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        if value is None:
            found.pop(key, None)
        else:
            found[key] = merged(found.get(key), value)
    return found


def read(name: str) -> Any:
    return json.loads((SCHEMAS / name).read_text("utf-8"))


@cache
def release_schema() -> Any:
    patch = json.loads((EXTENSION / "release-schema.json").read_text("utf-8"))
    return merged(read("release-schema-1__1__4.json"), patch)


@cache
def validator() -> Any:
    schema = release_schema()
    registry: Registry[Any] = Registry().with_resource(schema["id"], DRAFT4.create_resource(schema))
    package = read("release-package-schema-1__1__5.json")
    return Draft4Validator(package, registry=registry, format_checker=formats)


def unknown_fields(value: Any, schema: Any, at: str = "") -> set[str]:
    """Return the fields of a release that neither OCDS nor our extension knows."""
    while "$ref" in schema:
        schema = release_schema()["definitions"][schema["$ref"].rpartition("/")[2]]
    if isinstance(value, list):
        return {found for each in value for found in unknown_fields(each, schema.get("items", {}), at)}
    if not isinstance(value, dict) or "properties" not in schema:
        return set()
    known = schema["properties"]
    return {
        found
        for key, each in value.items()
        for found in (unknown_fields(each, known[key], f"{at}/{key}") if key in known else {f"{at}/{key}"})
    }


def faults(package: Any) -> list[str]:
    """Return what is wrong with a release package: by the schemas, and every field that nobody has declared."""
    found = [
        f"{'/'.join(map(str, each.absolute_path))}: {each.message:.200}" for each in validator().iter_errors(package)
    ]
    return found + sorted({each for one in package["releases"] for each in unknown_fields(one, release_schema())})


def read_exact(text: bytes) -> Any:
    """Return JSON with its numbers as they are written."""
    from decimal import Decimal

    return json.loads(text, parse_float=Decimal)
