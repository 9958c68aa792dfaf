"""What a team's desk is told about the issuer that its people may come in by (OpenID Connect)."""

from __future__ import annotations

import os
import stat
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tenderlight.errors import FetchRefused, UsageError
from tenderlight.sources.addresses import place_of
from tenderlight.web.sessions import Role

SECRET = "TENDERLIGHT_OIDC_SECRET"  # noqa: S105 - the name of a variable
"""Environment variable that holds the client's secret."""
KEYS = ("issuer", "client_id", "secret_file", "inside", "new_accounts", "passwords")
"""What the file of settings may say."""
LONGEST = 500
LONGEST_FILE_BYTES = 64 * 1024
_OTHERS = 0o077


@dataclass(frozen=True, slots=True, kw_only=True)
class OidcSettings:
    """How people come in by an issuer."""

    issuer: str
    """Its address, as it calls itself: `https://id.example.org`."""
    client_id: str
    """What the issuer calls this desk."""
    secret: str = field(default="", repr=False)
    """The client's; empty = none, the issuer knows the desk as a public client."""
    inside: frozenset[str] = frozenset()
    """Hosts, with their port where it is not 443, that may be on this machine or in a private network."""
    new_accounts: Role | None = None
    """What somebody may do whom no account is tied to, and for whom one is made then; None = they are refused."""
    has_passwords: bool = True
    """Whether people may still come in with name and password."""

    @property
    def host(self) -> str:
        """What people know the issuer by."""
        return place_of(self.issuer).authority


def read_oidc_settings(
    path: Path, *, case_folder: Path | None = None, environment: Mapping[str, str] = os.environ
) -> OidcSettings:
    """Read the settings, and the secret from the environment or from a file that nobody else may read.

    Args:
        path: TOML, see the reference of settings.
        case_folder: No secret is taken from here: a case is copied and handed on.
        environment: Of the process.

    Raises:
        UsageError: If the file cannot be read, says what it must not, or lacks something.
    """
    told = _told(path)
    issuer, client_id = (_text(told, key, path) for key in ("issuer", "client_id"))
    issuer_address(issuer)
    if not client_id or not client_id.isascii() or not client_id.isprintable():
        raise UsageError(f"{path}: client_id is what the issuer calls this desk.")
    passwords = told.get("passwords", True)
    if not isinstance(passwords, bool):
        raise UsageError(f"{path}: passwords is true or false.")
    return OidcSettings(
        issuer=issuer,
        client_id=client_id,
        secret=_secret(told, path, case_folder, environment),
        inside=_hosts(told.get("inside", []), path),
        new_accounts=_role(told.get("new_accounts"), path),
        has_passwords=passwords,
    )


def issuer_address(issuer: str) -> str:
    """Return an issuer's address, if it is one.

    Raises:
        UsageError: If not.
    """
    try:
        place_of(issuer)
    except FetchRefused as refused:
        raise UsageError(f"The issuer is no address of a service: {refused.message}") from None
    if "?" in issuer:
        raise UsageError("The address of an issuer has no question in it.")
    return issuer


def _told(path: Path) -> dict[str, object]:
    try:
        with path.open("rb") as file:
            content = file.read(LONGEST_FILE_BYTES + 1)
        told: dict[str, object] = tomllib.loads(content[:LONGEST_FILE_BYTES].decode("utf-8"))
    except (OSError, ValueError) as trouble:
        raise UsageError(f"The settings in {path} cannot be read: {trouble}.") from trouble
    unknown = sorted(set(told) - set(KEYS))
    if unknown:
        raise UsageError(f"{path} says {unknown[0][:80]}, which is no setting; there are {', '.join(KEYS)}.")
    return told


def _text(told: Mapping[str, object], key: str, path: Path) -> str:
    value = told.get(key, "")
    if not isinstance(value, str) or len(value) > LONGEST or (not value and key != "secret_file"):
        raise UsageError(f"{path} must say {key}, in quotation marks.")
    return value


def _secret(told: Mapping[str, object], path: Path, case_folder: Path | None, environment: Mapping[str, str]) -> str:
    given = environment.get(SECRET, "")
    name = _text(told, "secret_file", path)
    if given or not name:
        return given
    place = path.parent / name
    if case_folder is not None and place.resolve().is_relative_to(case_folder.resolve()):
        raise UsageError(f"The secret is in the case ({place}), which is copied and handed on: keep it elsewhere.")
    try:
        with place.open("rb") as file:
            if stat.S_IMODE(os.fstat(file.fileno()).st_mode) & _OTHERS:
                raise UsageError(f"Others may read the secret in {place}: run `chmod 600` on it.")
            secret = file.read(LONGEST + 2).decode("utf-8").strip()
    except (OSError, ValueError) as trouble:
        raise UsageError(f"The secret in {place} cannot be read: {trouble}.") from trouble
    if not 0 < len(secret) <= LONGEST:
        raise UsageError(f"There is no secret in {place}, or a longer one than secrets are.")
    return secret


def _hosts(value: object, path: Path) -> frozenset[str]:
    try:
        if isinstance(value, list) and all(isinstance(host, str) for host in value):
            return frozenset(place_of(f"https://{host}/").authority for host in value)
    except FetchRefused:
        pass
    raise UsageError(f"{path}: inside is a list of hosts, as `id.example.org` or `id.example.org:8443`.")


def _role(value: object, path: Path) -> Role | None:
    if value is None:
        return None
    if not isinstance(value, str) or value not in list(Role):
        raise UsageError(f"{path}: new_accounts is reader, reviewer or editor; leave it out, and no account is made.")
    return Role(value)
