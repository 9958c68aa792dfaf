"""Which key signs a log, as its entries say, and whether each change was signed by both.

What is signed is this text, its last line ended::

    tenderlight-key
    <origin of the log>
    <the key before in hexadecimal, or none>
    <the key from here on in hexadecimal, or none>
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tenderlight.archive.acts import Act
from tenderlight.archive.custody import Detail, Entry
from tenderlight.archive.keys import SigningKey, is_signed, retired_key

NO_KEY = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyInForce:
    """A key, and from where on it signs."""

    since: int
    """Number of the entry that says so."""
    public: bytes | None
    """The public half, 32 bytes; None = from here on, nobody signs."""
    is_confirmed: bool
    """Whether the key before signed the change; of the first key, True."""


def statement(origin: str, *, before: str | None, key: str | None) -> bytes:
    """Return what both keys sign."""
    return f"tenderlight-key\n{origin}\n{before or NO_KEY}\n{key or NO_KEY}\n".encode()


def change_to(key: SigningKey | None, *, origin: str, before: str | None) -> Mapping[str, Detail] | None:
    """Return what the entry says that makes a key the one that signs; None if it is that already.

    Args:
        key: The key of this installation; None = it has none.
        origin: Of the log.
        before: The key that signs so far, in hexadecimal; None = none does.

    Raises:
        KeyNotUsable: If the key before is here and cannot be used.
    """
    now = None if key is None else key.digits
    if now == before:
        return None
    said = statement(origin, before=before, key=now)
    old = None if before is None else retired_key(before)
    return {
        "key": now,
        "before": before,
        "signature": None if key is None else key.sign(said).hex(),
        "signature_before": None if old is None else old.sign(said).hex(),
    }


def key_of(entry: Entry, *, origin: str, before: KeyInForce | None) -> KeyInForce:
    """Return the key that an entry (act `key`) puts in force.

    Args:
        entry: The entry.
        origin: Of the log.
        before: The key in force so far; None = there was none yet.

    Raises:
        ValueError: If the entry does not go on from that key, or a signature in it is wrong.
    """
    assert entry.act == Act.KEY
    digits, old = _text(entry, "key"), _text(entry, "before")
    held = None if before is None or before.public is None else before.public.hex()
    said = statement(origin, before=old, key=digits)
    public = None if digits is None else bytes.fromhex(digits)
    by_both = (_text(entry, "signature"), _text(entry, "signature_before"))
    signed, signed_before = (None if one is None else bytes.fromhex(one) for one in by_both)
    is_right = (
        old == held
        and (public is None) == (signed is None)
        and (public is None or is_signed(public, signed or b"", said))
        and (signed_before is None or (old is not None and is_signed(bytes.fromhex(old), signed_before, said)))
    )
    if not is_right:
        raise ValueError("a change of keys that was not signed as it should be")
    return KeyInForce(since=entry.seq, public=public, is_confirmed=before is None or signed_before is not None)


def _text(entry: Entry, key: str) -> str | None:
    value = entry.details.get(key)
    if value is not None and not isinstance(value, str):
        raise ValueError(f"a change of keys with a wrong {key}")
    return value
