from __future__ import annotations

from pathlib import Path

import pytest

from tenderlight.archive.store_place import NAME, StorePlace, access_from, note_place, parse_place, place_of
from tenderlight.errors import CaseDamaged, StoreRefused, UsageError

KEYS = {"AWS_ACCESS_KEY_ID": "the key", "AWS_SECRET_ACCESS_KEY": "the secret"}


@pytest.mark.parametrize(
    ("typed", "bucket", "prefix"),
    [
        ("s3://bucket", "bucket", ""),
        ("s3://bucket/", "bucket", ""),
        ("s3://my.bucket-2/cases/one", "my.bucket-2", "cases/one"),
        ("s3://bucket/cases/one/", "bucket", "cases/one"),
    ],
)
def test_a_place_is_read(typed: str, bucket: str, prefix: str) -> None:
    place = parse_place(typed)
    assert place == StorePlace(bucket=bucket, prefix=prefix)
    assert str(place) == typed.rstrip("/")


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "bucket",
        "s3:/bucket",
        "s3://",
        "s3://b",
        "S3://bucket",
        "s3://Bucket",
        "s3://key:secret@bucket/prefix",
        "s3://bucket/../other",
        "s3://bucket/a/./b",
        "s3://bucket//a",
        "s3://bucket/a?b",
        "s3://bucket/a b",
        "https://bucket.example.org/a",
        "s3://bucket/" + "a/" * 30,
    ],
)
def test_what_is_no_place_is_refused(typed: str) -> None:
    with pytest.raises(UsageError):
        parse_place(typed)


def test_a_case_remembers_its_place(tmp_path: Path) -> None:
    assert place_of(tmp_path) is None
    assert place_of(tmp_path / "none") is None
    place = parse_place("s3://bucket/cases/one")
    note_place(tmp_path, place)
    assert place_of(tmp_path) == place
    (tmp_path / NAME).write_text("nowhere")
    with pytest.raises(CaseDamaged):
        place_of(tmp_path)


def test_keys_come_from_the_environment_and_are_not_shown() -> None:
    access = access_from({**KEYS, "AWS_ENDPOINT_URL": "http://127.0.0.1:9000", "AWS_REGION": "eu-west-1"})
    assert (access.key_id, access.secret, access.region) == ("the key", "the secret", "eu-west-1")
    assert not access.is_virtual_hosted
    assert access_from(KEYS).is_virtual_hosted
    assert "the secret" not in repr(access)
    assert "the key" not in str(access)


def test_keys_come_from_the_file_of_a_profile(tmp_path: Path) -> None:
    folder = tmp_path / ".aws"
    folder.mkdir()
    (folder / "credentials").write_text(
        "[default]\naws_access_key_id = one\naws_secret_access_key = two%\n"
        "[desk]\naws_access_key_id = three\naws_secret_access_key = four\naws_session_token = five\n"
    )
    (folder / "config").write_text("[profile desk]\nregion = eu-north-1\n")
    access = access_from({"HOME": str(tmp_path)})
    assert (access.key_id, access.secret, access.region) == ("one", "two%", "us-east-1")
    desk = access_from({"HOME": str(tmp_path), "AWS_PROFILE": "desk"})
    assert (desk.key_id, desk.secret, desk.token, desk.region) == ("three", "four", "five", "eu-north-1")


def test_without_keys_nothing_is_asked(tmp_path: Path) -> None:
    (tmp_path / ".aws").mkdir()
    (tmp_path / ".aws" / "credentials").write_text("no file of keys")
    with pytest.raises(StoreRefused, match="no keys"):
        access_from({"HOME": str(tmp_path)})
    assert access_from({"AWS_WEB_IDENTITY_TOKEN_FILE": "/token"}).key_id is None


@pytest.mark.parametrize("address", ["ftp://host", "host:9000", "https://user:secret@host", "http://[::1", "http://"])
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(StoreRefused) as refused:
        access_from({**KEYS, "AWS_ENDPOINT_URL": address})
    assert "secret" not in refused.value.message
