"""Keys are made once, kept from others, and sign what can be checked without us."""

from __future__ import annotations

import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from tenderlight.archive import keys
from tenderlight.archive.checkpoints import Checkpoint, parse_checkpoint
from tenderlight.archive.custody import Act, Entry
from tenderlight.archive.key_changes import KeyInForce, change_to, key_of
from tenderlight.archive.keys import is_signed, own_key, public_pem, retired_key, rotate
from tenderlight.archive.notes import is_note_signed, key_id, sign_note, split_note, verifier_key
from tenderlight.errors import KeyNotUsable

ORIGIN = "tenderlight-case/0123"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(keys.PLACE, str(tmp_path / "keys"))
    return tmp_path / "keys"


def test_a_key_is_made_once_and_others_may_not_read_it(place: Path) -> None:
    first, again = own_key(), own_key()
    assert first is not None
    assert again is not None
    assert first.public == again.public
    assert stat.S_IMODE(place.stat().st_mode) == 0o700
    assert stat.S_IMODE((place / "signing-key.pem").stat().st_mode) == 0o600
    assert [path.name for path in place.iterdir()] == ["signing-key.pem"]
    (place / "signing-key.pem").chmod(0o640)
    with pytest.raises(KeyNotUsable, match="Others may read"):
        own_key()


@pytest.mark.parametrize("content", [b"", b"no key", b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"])
def test_what_is_no_key_is_not_written_over(place: Path, content: bytes) -> None:
    place.mkdir()
    path = place / "signing-key.pem"
    path.write_bytes(content)
    path.chmod(0o600)
    with pytest.raises(KeyNotUsable) as raised:
        own_key()
    assert str(path) in raised.value.what_to_do()
    assert path.read_bytes() == content


def test_a_key_of_another_kind_is_refused(place: Path) -> None:
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    place.mkdir()
    path = place / "signing-key.pem"
    kinds = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path.write_bytes(X25519PrivateKey.generate().private_bytes(*kinds))
    path.chmod(0o600)
    with pytest.raises(KeyNotUsable, match="no Ed25519 key"):
        own_key()


def test_without_a_place_there_is_no_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(keys.PLACE, str(tmp_path / "file" / "keys"))
    (tmp_path / "file").write_bytes(b"")
    assert own_key() is None
    with pytest.raises(KeyNotUsable, match="No key can be kept"):
        rotate()


def test_keys_lie_where_the_user_keeps_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(keys.PLACE, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert keys.default_folder() == tmp_path / "tenderlight" / "keys"
    monkeypatch.delenv("XDG_CONFIG_HOME")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert keys.default_folder() == tmp_path / "home" / ".config" / "tenderlight" / "keys"


def test_a_change_of_keys_is_signed_by_both(place: Path) -> None:
    old = own_key()
    assert old is not None
    first = change_to(old, origin=ORIGIN, before=None)
    assert first is not None
    assert change_to(old, origin=ORIGIN, before=old.digits) is None
    new = rotate()
    assert new.public != old.public
    kept = retired_key(old.digits)
    assert kept is not None
    assert kept.public == old.public
    second = change_to(new, origin=ORIGIN, before=old.digits)
    assert second is not None
    before = key_of(entry_of(first), origin=ORIGIN, before=None)
    assert key_of(entry_of(second, seq=9), origin=ORIGIN, before=before) == KeyInForce(
        since=9, public=new.public, is_confirmed=True
    )
    for wrong in (
        {**second, "signature": first["signature"]},
        {**second, "signature": None},
        {**second, "signature_before": second["signature"]},
        {**second, "before": None},
        {**second, "key": old.digits},
        {**second, "key": "not hexadecimal"},
        {**second, "key": 7},
        {},
    ):
        with pytest.raises(ValueError, match=r"change of keys|hexadecimal"):
            key_of(entry_of(wrong), origin=ORIGIN, before=before)
    with pytest.raises(ValueError, match="not signed as it should be"):
        key_of(entry_of(second), origin="tenderlight-case/4567", before=before)


def test_a_case_taken_over_elsewhere_says_so(place: Path, tmp_path: Path) -> None:
    old, other = own_key(), own_key(tmp_path / "elsewhere")
    assert old is not None
    assert other is not None
    before = KeyInForce(since=1, public=old.public, is_confirmed=True)
    taken = change_to(other, origin=ORIGIN, before="ab" * 32)
    assert taken is not None
    assert taken["signature_before"] is None
    taken = change_to(other, origin=ORIGIN, before=old.digits)
    assert taken is not None
    assert not key_of(entry_of({**taken, "signature_before": None}), origin=ORIGIN, before=before).is_confirmed
    ended = change_to(None, origin=ORIGIN, before="cd" * 32)
    assert ended == {"key": None, "before": "cd" * 32, "signature": None, "signature_before": None}


def entry_of(details: object, seq: int = 5) -> Entry:
    assert isinstance(details, dict)
    return Entry(seq=seq, time="", act=Act.KEY, by="", nonce="", details=details)


def test_a_note_of_the_reference_is_read() -> None:
    """The example of the Go checksum database's package `note` (BSD-3-Clause)."""
    note = (
        "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n"
        "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
    )
    verifier = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    public = bytes.fromhex("1a5cd907143c384c41e830c5bce12aa8817ec5649aaabf2c31388b35b2d744d6")
    assert verifier_key("PeterNeumann", public) == verifier
    assert key_id("PeterNeumann", public).hex() == "c74f20a3"
    assert is_note_signed(note, name="PeterNeumann", public=public)
    assert not is_note_signed(note.replace("don't", "do"), name="PeterNeumann", public=public)
    assert not is_note_signed(note, name="PeterNewman", public=public)
    assert not is_note_signed(note, name="PeterNeumann", public=bytes(32))


def test_a_checkpoint_is_signed_as_a_note(place: Path) -> None:
    key = own_key()
    assert key is not None
    checkpoint = Checkpoint(origin=ORIGIN, entries=3, size_bytes=99, root=bytes(range(32)), sha256="ab" * 32)
    note = sign_note(checkpoint.text(), name=ORIGIN, key=key)
    assert parse_checkpoint(note) == checkpoint
    assert split_note(note)[0] == checkpoint.text()
    assert split_note(checkpoint.text()) == (checkpoint.text(), ())
    assert is_note_signed(note, name=ORIGIN, public=key.public)
    assert not is_note_signed(note.replace("\n3\n", "\n4\n"), name=ORIGIN, public=key.public)
    assert not is_note_signed(checkpoint.text(), name=ORIGIN, public=key.public)


@pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl")
def test_openssl_checks_a_signature_of_ours(place: Path, tmp_path: Path) -> None:
    key = own_key()
    assert key is not None
    message, signature, public = tmp_path / "message", tmp_path / "signature", tmp_path / "key.pem"
    message.write_bytes(b"words\n")
    signature.write_bytes(key.sign(b"words\n"))
    public.write_text(public_pem(key.public))
    assert is_signed(key.public, signature.read_bytes(), b"words\n")
    command = ["openssl", "pkeyutl", "-verify", "-rawin", "-pubin", "-inkey", str(public), "-in", str(message)]
    assert subprocess.run([*command, "-sigfile", str(signature)], check=False, capture_output=True).returncode == 0
    message.write_bytes(b"other words\n")
    assert subprocess.run([*command, "-sigfile", str(signature)], check=False, capture_output=True).returncode != 0
