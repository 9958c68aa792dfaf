"""What a desk is told about an issuer, and where its secret may be."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tenderlight.errors import OptionalPartMissing, UsageError
from tenderlight.web.issuer import over_the_network
from tenderlight.web.oidc_settings import KEYS, SECRET, OidcSettings, issuer_address, read_oidc_settings
from tenderlight.web.sessions import Role
from tests.house.tree import part_of, reference, table_values

LEAST = 'issuer = "https://id.example.org"\nclient_id = "tenderlight"\n'


def read(folder: Path, told: str, **environment: str) -> OidcSettings:
    path = folder / "oidc.toml"
    path.write_text(told, "utf-8")
    return read_oidc_settings(path, case_folder=folder / "case", environment=environment)


def test_what_is_said_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, LEAST) == OidcSettings(issuer="https://id.example.org", client_id="tenderlight")
    more = 'inside = ["id.example.org:8443", "[fd12::1]"]\nnew_accounts = "reader"\npasswords = false\n'
    found = read(tmp_path, LEAST + more)
    assert (found.inside, found.new_accounts, found.has_passwords, found.host) == (
        frozenset({"id.example.org:8443", "[fd12::1]"}),
        Role.READER,
        False,
        "id.example.org",
    )


def test_the_secret_is_read_where_nobody_else_can_read_it(tmp_path: Path) -> None:
    told = LEAST + 'secret_file = "client.secret"\n'
    with pytest.raises(UsageError, match="cannot be read"):
        read(tmp_path, told)
    secret = tmp_path / "client.secret"
    secret.write_text("  hidden\n")
    secret.chmod(0o640)
    with pytest.raises(UsageError, match="chmod 600"):
        read(tmp_path, told)
    secret.chmod(0o600)
    found = read(tmp_path, told)
    assert found.secret == "hidden"
    assert "hidden" not in repr(found)
    assert read(tmp_path, told, **{SECRET: "from outside"}).secret == "from outside"
    secret.write_text(" \n")
    with pytest.raises(UsageError, match="no secret"):
        read(tmp_path, told)


def test_no_secret_is_read_from_the_case(tmp_path: Path) -> None:
    (tmp_path / "case").mkdir()
    (tmp_path / "case" / "client.secret").write_text("hidden")
    (tmp_path / "case" / "client.secret").chmod(0o600)
    (tmp_path / "link").symlink_to(tmp_path / "case" / "client.secret")
    for name in ("case/client.secret", "link"):
        with pytest.raises(UsageError, match="in the case"):
            read(tmp_path, f'{LEAST}secret_file = "{name}"\n')


@pytest.mark.parametrize(
    ("told", "match"),
    [
        ("", "must say issuer"),
        ('issuer = "https://id.example.org"', "must say client_id"),
        (LEAST + 'client_secret = "x"', "no setting"),
        (LEAST + "passwords = 1", "true or false"),
        (LEAST + 'inside = "id.example.org"', "list of hosts"),
        (LEAST + 'inside = ["https://id.example.org"]', "list of hosts"),
        (LEAST + 'new_accounts = "owner"', "reader, reviewer or editor"),
        (LEAST.replace("https", "http"), "no address"),
        (LEAST.replace(".org", ".org?x=y"), "no question"),
        (LEAST.replace("tenderlight", "ten\\u0007der"), "what the issuer calls"),
        ("issuer = ", "cannot be read"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, told: str, match: str) -> None:
    with pytest.raises(UsageError, match=match):
        read(tmp_path, told)


def test_an_issuer_has_an_address() -> None:
    assert issuer_address("https://id.example.org/realms/a") == "https://id.example.org/realms/a"
    with pytest.raises(UsageError):
        issuer_address("https://127.1/")


def test_what_checks_tokens_is_an_optional_part(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = OidcSettings(issuer="https://id.example.org", client_id="tenderlight")
    assert over_the_network(settings).settings is settings
    monkeypatch.setitem(sys.modules, "joserfc", None)
    with pytest.raises(OptionalPartMissing, match="oidc"):
        over_the_network(settings)


def test_every_setting_is_described() -> None:
    assert tuple(table_values(part_of(reference("signing-in.md"), "The file"), column=1)) == KEYS
