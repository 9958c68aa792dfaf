"""Where the originals of a case lie when not in its folder: an object store, named once and noted in the case folder.

A place is written ``s3://bucket/prefix``. Which server, which keys and which region come from the environment, in the
names that every tool for such stores knows (`AWS_ENDPOINT_URL`, `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`,
`AWS_SESSION_TOKEN`, `AWS_REGION`), or from the files of keys that those tools keep (`AWS_PROFILE`). A place never holds
a secret, so it may be written down and shown.
"""

from __future__ import annotations

import configparser
import hashlib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from tenderlight.archive.storage import make_folder, write_whole
from tenderlight.errors import CaseDamaged, StoreRefused, UsageError

COPIES_VARIABLE = "TENDERLIGHT_COPIES"
NAME = "store"
"""File of a case folder that says where the originals lie; without it they lie in the folder."""
_PLACE = re.compile(
    r"s3://(?P<bucket>[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?P<prefix>(?:/[A-Za-z0-9!_.*'()-]{1,200}){0,20})/?"
)
_GIVEN_OTHERWISE = ("AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_METADATA_ENDPOINT")
_MOST_BYTES = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class StorePlace:
    """A bucket of an object store, and the part of it that one case has to itself."""

    bucket: str
    prefix: str = ""
    """Without a slash at either end; empty = the whole bucket."""

    def __str__(self) -> str:
        return f"s3://{self.bucket}" + (f"/{self.prefix}" if self.prefix else "")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Access:
    """How a store is reached. Is never shown: it may hold a secret."""

    endpoint: str | None
    """Address of the server; None = Amazon's own."""
    region: str
    key_id: str | None
    """None = the machine is given its keys in another way."""
    secret: str | None
    token: str | None
    is_virtual_hosted: bool
    """Whether the bucket is part of the server's name; if not, of the path."""


def parse_place(text: str) -> StorePlace:
    """Read a place as it is typed.

    Raises:
        UsageError: If it is none.
    """
    parts = _PLACE.fullmatch(text)
    if parts is None or any(part in (".", "..") for part in parts["prefix"].split("/")):
        raise UsageError(
            "A store is named s3://bucket or s3://bucket/prefix (letters, digits and - _ . only; the server and the "
            "keys come from the environment)."
        )
    return StorePlace(bucket=parts["bucket"], prefix=parts["prefix"].strip("/"))


def place_of(folder: Path) -> StorePlace | None:
    """Return where the originals of a case folder lie; None = in it.

    Raises:
        CaseDamaged: If what the folder says of it is no place.
    """
    path = folder / NAME
    try:
        with path.open("rb") as file:
            text = file.read(_MOST_BYTES).decode("utf-8", errors="replace").strip()
    except (FileNotFoundError, NotADirectoryError):
        return None
    try:
        return parse_place(text)
    except UsageError:
        raise CaseDamaged(f"{path} names no store.", path=str(path)) from None


def copies_folder(place: StorePlace, environment: Mapping[str, str] = os.environ) -> Path:
    """Return where this machine has its copies of a case of which it has no folder: tables and store are elsewhere.

    Raises:
        RuntimeError: If the user has no home.
    """
    named, data = environment.get(COPIES_VARIABLE), environment.get("XDG_DATA_HOME")
    above = Path(data) if data else Path.home() / ".local" / "share"
    server = environment.get("AWS_ENDPOINT_URL_S3") or environment.get("AWS_ENDPOINT_URL") or ""
    digest = hashlib.sha256(f"{server} {place}".encode()).hexdigest()
    return (Path(named) if named else above / "tenderlight" / "copies") / f"{place.bucket}-{digest[:16]}"


def note_place(folder: Path, place: StorePlace) -> None:
    """Write into a case folder where its originals lie. Only under the writer's lock.

    Raises:
        StorageFull: If the disk would not take it.
    """
    make_folder(folder / "tmp")
    write_whole(folder / NAME, f"{place}\n".encode(), temporary=folder / "tmp" / NAME)


def access_from(environment: Mapping[str, str] = os.environ) -> Access:
    """Return how stores are reached, from the environment and the files of keys that it names.

    Raises:
        StoreRefused: If no keys are to be found, or the address of the server is none.
    """
    profile = _profile(environment)
    key_id = environment.get("AWS_ACCESS_KEY_ID") or profile.get("aws_access_key_id")
    secret = environment.get("AWS_SECRET_ACCESS_KEY") or profile.get("aws_secret_access_key")
    if not (key_id and secret) and not any(environment.get(name) for name in _GIVEN_OTHERWISE):
        raise StoreRefused("There are no keys for the store: neither AWS_ACCESS_KEY_ID nor a profile has them.")
    endpoint = environment.get("AWS_ENDPOINT_URL_S3") or environment.get("AWS_ENDPOINT_URL") or None
    if endpoint is not None:
        try:
            parts = urlsplit(endpoint)
            is_plain = parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
        except ValueError:
            is_plain = False
        if not is_plain:
            raise StoreRefused("AWS_ENDPOINT_URL is no plain address (https://host or http://host:port).")
    named = environment.get("AWS_REGION") or environment.get("AWS_DEFAULT_REGION") or profile.get("region")
    return Access(
        endpoint=endpoint,
        region=named or "us-east-1",
        key_id=key_id,
        secret=secret,
        token=environment.get("AWS_SESSION_TOKEN") or profile.get("aws_session_token"),
        is_virtual_hosted=environment.get("AWS_VIRTUAL_HOSTED_STYLE_REQUEST", str(endpoint is None)).lower() == "true",
    )


def _profile(environment: Mapping[str, str]) -> Mapping[str, str]:
    """Return what the files of keys say of the profile chosen; nothing if there are none, or they cannot be read."""
    home = Path(environment.get("HOME", "/nonexistent")) / ".aws"
    name = environment.get("AWS_PROFILE", "default")
    found: dict[str, str] = {}
    for variable, file, section in (
        ("AWS_CONFIG_FILE", "config", name if name == "default" else f"profile {name}"),
        ("AWS_SHARED_CREDENTIALS_FILE", "credentials", name),
    ):
        parser = configparser.RawConfigParser()
        try:
            parser.read(environment.get(variable) or home / file, "utf-8")
        except (configparser.Error, UnicodeDecodeError):
            continue
        if parser.has_section(section):
            found.update(parser.items(section))
    return found
