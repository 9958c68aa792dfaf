"""Signed notes (https://c2sp.org/signed-note): a text, a blank line, and a line for each signature.

::

    — <name> <base64 of 4 bytes that tell the key, and of the signature>

The name is that of the log, as https://c2sp.org/tlog-checkpoint asks, so the tools of transparency logs read our
checkpoints with the verifier key that `verifier_key` gives.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from dataclasses import dataclass

from tenderlight.archive.keys import SigningKey, is_signed

_ED25519 = b"\x01"
_SIGNATURE = re.compile(r"— (?P<name>[^\s+]{1,200}) (?P<signature>[A-Za-z0-9+/]{20,400}={0,2})")


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteSignature:
    """A line of a signed note."""

    name: str
    key_id: bytes
    signature: bytes


def key_id(name: str, public: bytes) -> bytes:
    """Return the 4 bytes that tell a key of this name from others."""
    return hashlib.sha256(name.encode() + b"\n" + _ED25519 + public).digest()[:4]


def verifier_key(name: str, public: bytes) -> str:
    """Return a key as the tools of transparency logs take it."""
    return f"{name}+{key_id(name, public).hex()}+{base64.b64encode(_ED25519 + public).decode('ascii')}"


def sign_note(text: str, *, name: str, key: SigningKey) -> str:
    """Return a text (its last line ended) with a signature."""
    signed = key_id(name, key.public) + key.sign(text.encode())
    return f"{text}\n— {name} {base64.b64encode(signed).decode('ascii')}\n"


def split_note(note: str) -> tuple[str, tuple[NoteSignature, ...]]:
    """Return the text of a note, its last line ended, and its signatures; a note without any is all text."""
    text, blank, lines = note.rpartition("\n\n")
    if not blank:
        return note, ()
    found = []
    for line in lines.splitlines():
        parts = _SIGNATURE.fullmatch(line)
        if parts is not None:
            try:
                signed = base64.b64decode(parts["signature"], validate=True)
            except binascii.Error:
                continue
            found.append(NoteSignature(name=parts["name"], key_id=signed[:4], signature=signed[4:]))
    return text + "\n", tuple(found)


def is_note_signed(note: str, *, name: str, public: bytes) -> bool:
    """Say whether a note carries a right signature by a key of that name."""
    text, signatures = split_note(note)
    wanted = key_id(name, public)
    return any(
        is_signed(public, one.signature, text.encode())
        for one in signatures
        if one.name == name and one.key_id == wanted
    )
