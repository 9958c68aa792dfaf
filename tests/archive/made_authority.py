"""A time stamping authority of our own, made with openssl for tests."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

OPENSSL = shutil.which("openssl")
_SETTINGS = """
[ tsa ]
default_tsa = here
[ here ]
serial = {folder}/serial
signer_cert = {folder}/tsa.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """Where its keys lie."""

    folder: Path

    @property
    def certificates(self) -> bytes:
        """Its root, PEM."""
        return (self.folder / "root.pem").read_bytes()

    def stamp(self, request: bytes) -> bytes:
        """Return its answer to a request."""
        asked, answer = self.folder / "request.tsq", self.folder / "answer.tsr"
        asked.write_bytes(request)
        _run("ts", "-reply", "-config", self.folder / "settings", "-queryfile", asked, "-out", answer)
        return answer.read_bytes()

    def verify(self, token: Path, data: Path) -> bool:
        """Say whether openssl takes a token."""
        command = ("ts", "-verify", "-data", data, "-in", token, "-CAfile", self.folder / "root.pem")
        done = subprocess.run([str(OPENSSL), *map(str, command)], check=False, capture_output=True)
        return done.returncode == 0


def make_authority(folder: Path, name: str = "Authority of the tests") -> Authority:
    """Make a root and a certificate for time stamps."""
    folder.mkdir(parents=True)
    root, key = folder / "root.pem", folder / "root.key"
    curve = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
    _run("req", "-x509", *curve, "-keyout", key, "-out", root, "-days", 3650, "-subj", f"/CN={name}, root")
    _run("req", *curve, "-keyout", folder / "tsa.key", "-out", folder / "tsa.csr", "-subj", f"/CN={name}")
    (folder / "uses").write_text("extendedKeyUsage=critical,timeStamping\n")
    signed_by = ("-CA", root, "-CAkey", key, "-CAcreateserial", "-days", 3650, "-extfile", folder / "uses")
    _run("x509", "-req", "-in", folder / "tsa.csr", *signed_by, "-out", folder / "tsa.pem")
    (folder / "serial").write_text("01\n")
    (folder / "settings").write_text(_SETTINGS.format(folder=folder))
    return Authority(folder=folder)


def _run(*words: object) -> None:
    subprocess.run([str(OPENSSL), *map(str, words)], check=True, capture_output=True)
