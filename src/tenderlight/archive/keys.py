"""The key of an installation, which signs the checkpoints of its cases. It never lies in a case.

::

    keys/                      $TENDERLIGHT_KEYS, else tenderlight/keys in the user's folder of settings; 0700
      signing-key.pem          the Ed25519 key in use (PKCS #8, as `openssl pkey` reads it); 0600
      retired-<16 digits>.pem  keys that were in use before, kept to sign the change to the next one

A case says in its log which key signs it (act `key`). A change of keys is signed by both, the one that ends and the one
that begins; where the one before is not there to sign (the case went to another machine, or the key was lost), the
entry says so, and whoever checks the case is told.
"""

from __future__ import annotations

import base64
import os
import secrets
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tenderlight.archive.storage import sync_folder, write_all
from tenderlight.errors import KeyNotUsable

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

PLACE = "TENDERLIGHT_KEYS"
NAME = "signing-key.pem"
KEY_BYTES, SIGNATURE_BYTES = 32, 64
_DER_HEAD = bytes.fromhex("302a300506032b6570032100")
"""What stands before the 32 bytes of a public Ed25519 key in its DER form (RFC 8410)."""
_MOST_BYTES = 4_096
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningKey:
    """A key that can sign."""

    path: Path
    public: bytes
    """The public half, 32 bytes."""
    private: Ed25519PrivateKey

    def sign(self, message: bytes) -> bytes:
        """Return the signature of a message, 64 bytes (RFC 8032)."""
        return self.private.sign(message)

    @property
    def digits(self) -> str:
        """The public half, in hexadecimal, as the log has it."""
        return self.public.hex()


def default_folder() -> Path:
    """Return where keys are kept.

    Raises:
        RuntimeError: If the user has no home.
    """
    named = os.environ.get(PLACE)
    if named:
        return Path(named)
    settings = os.environ.get("XDG_CONFIG_HOME")
    return (Path(settings) if settings else Path.home() / ".config") / "tenderlight" / "keys"


def own_key(folder: Path | None = None) -> SigningKey | None:
    """Return the key of this installation, made if there is none yet; None if there is no place to keep one.

    Raises:
        KeyNotUsable: If there is one and it cannot be read, is no Ed25519 key, or others may read it.
    """
    try:
        place = default_folder() if folder is None else folder
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = place / NAME
        if not path.exists():
            _make(path)
    except (OSError, RuntimeError):
        return None
    return read_key(path)


def retired_key(digits: str, folder: Path | None = None) -> SigningKey | None:
    """Return a key of this installation that was in use before, by its public half; None if it is not there.

    Raises:
        KeyNotUsable: If it is there, and cannot be used.
    """
    place = default_folder() if folder is None else folder
    path = place / f"retired-{digits[:16]}.pem"
    key = read_key(path) if path.is_file() else None
    return key if key is not None and key.digits == digits else None


def rotate(folder: Path | None = None) -> SigningKey:
    """Retire the key in use and make another; cases say so, signed by both, when they are next changed.

    Raises:
        KeyNotUsable: If there is no place to keep a key, or the one in use cannot be used.
    """
    place = default_folder() if folder is None else folder
    old = own_key(place)
    if old is None:
        raise KeyNotUsable(f"No key can be kept in {place}.", path=str(place))
    old.path.rename(place / f"retired-{old.digits[:16]}.pem")
    new = own_key(place)
    if new is None:
        raise KeyNotUsable(f"No key can be kept in {place}.", path=str(place))
    return new


def read_key(path: Path) -> SigningKey:
    """Read a key.

    Raises:
        KeyNotUsable: If it cannot be read, is no Ed25519 key, or others may read it.
    """
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    try:
        with path.open("rb") as file:
            if stat.S_IMODE(os.fstat(file.fileno()).st_mode) & _OTHERS:
                raise KeyNotUsable(f"Others may read the key {path}.", path=str(path))
            private = serialization.load_pem_private_key(file.read(_MOST_BYTES), password=None)
    except (OSError, ValueError, TypeError, UnsupportedAlgorithm) as trouble:
        raise KeyNotUsable(f"{path} is no key that can be read.", path=str(path)) from trouble
    if not isinstance(private, Ed25519PrivateKey):
        raise KeyNotUsable(f"{path} is no Ed25519 key.", path=str(path))
    return SigningKey(path=path, public=private.public_key().public_bytes_raw(), private=private)


def is_signed(public: bytes, signature: bytes, message: bytes) -> bool:
    """Say whether a signature of a message is by the holder of a key."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    if len(public) != KEY_BYTES or len(signature) != SIGNATURE_BYTES:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def public_pem(public: bytes) -> str:
    """Return a public key in the form that `openssl` reads."""
    text = base64.b64encode(_DER_HEAD + public).decode("ascii")
    return f"-----BEGIN PUBLIC KEY-----\n{text}\n-----END PUBLIC KEY-----\n"


def _make(path: Path) -> None:
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    content = Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    temporary = path.with_name(f"new-{secrets.token_hex(8)}")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        write_all(descriptor, content)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    try:
        os.link(temporary, path)
    except FileExistsError:
        pass  # another process made one meanwhile: that one is the key
    except OSError:  # no links here
        temporary.rename(path)
    temporary.unlink(missing_ok=True)
    sync_folder(path.parent)
