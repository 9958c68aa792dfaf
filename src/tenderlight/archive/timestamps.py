"""Times that an authority puts on a checkpoint (RFC 3161): what is asked and what is taken in. Nothing is sent here.

The request holds the SHA-256 of the checkpoint and nothing of the case. The answer, with the certificates of the
authority, is kept beside the checkpoint, and the next entry of the log (act `token`) has their SHA-256: some bytes of a
token are signed by nobody, and only the log shows a change of those. That entry also bounds time from below: whatever
follows it was written after the authority's time; whatever the checkpoint covers, before.
"""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tenderlight.archive.acts import Act
from tenderlight.archive.checkpoints import FOLDER
from tenderlight.archive.custody import Detail, Entry
from tenderlight.archive.storage import write_whole
from tenderlight.errors import CustodyLogDamaged, NotVerified

if TYPE_CHECKING:
    from cryptography.x509 import Certificate
    from rfc3161_client import TimeStampResponse

_HASH = re.compile("[0-9a-f]{64}")
MOST_BYTES = 1 << 20
"""No token, and no list of certificates, is longer."""
DIGITS = 16
CLOCK_SECONDS = 300
"""So far a machine's clock may be from an authority's before it is said to have been wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A time that an authority put on a checkpoint, as the log has it."""

    seq: int
    """Number of the entry that says so."""
    entries: int
    """The checkpoint is of the first so many entries."""
    said_at: str
    """The time the authority gives, UTC, ISO 8601."""
    authority: str
    """What the authority's certificate calls it."""
    token_sha256: str
    authority_sha256: str
    """Of the certificates that were given with the token."""

    @property
    def checkpoint(self) -> str:
        """Name of the checkpoint's file."""
        return f"{self.entries:08d}"

    @property
    def token(self) -> str:
        """Name of the token's file, beside it."""
        return f"{self.checkpoint}.{self.token_sha256[:DIGITS]}.tsr"

    @property
    def authority_file(self) -> str:
        """Name of the file of certificates, beside it."""
        return f"{self.authority_sha256[:DIGITS]}.pem"


def stamp_of(entry: Entry) -> Stamp:
    """Return the stamp that an entry (act `token`) says was taken in.

    Raises:
        ValueError: If it lacks something.
    """
    said: dict[str, str] = {}
    for key in ("said_at", "authority", "token_sha256", "authority_sha256"):
        value = entry.details.get(key)
        if not isinstance(value, str) or (key.endswith("_sha256") and not _HASH.fullmatch(value)):
            raise ValueError(f"a time stamp without {key}")
        said[key] = value
    entries = entry.details.get("checkpoint")
    if type(entries) is not int or not 0 < entries <= entry.seq:
        raise ValueError("a time stamp of no checkpoint before it")
    return Stamp(seq=entry.seq, entries=entries, **said)


def request_for(checkpoint: bytes) -> bytes:
    """Return the request to send to an authority (DER, media type `application/timestamp-query`).

    Args:
        checkpoint: All bytes of the checkpoint's file.
    """
    from rfc3161_client import HashAlgorithm, TimestampRequestBuilder

    builder = TimestampRequestBuilder().data(checkpoint).hash_algorithm(HashAlgorithm.SHA256)
    return builder.nonce(nonce=False).cert_request(cert_request=True).build().as_bytes()


def check_token(token: bytes, checkpoint: bytes, authority: bytes) -> tuple[datetime.datetime, str]:
    """Return the time a token gives, and the name of who gives it, if it holds.

    Args:
        token: The answer of the authority (DER, `application/timestamp-reply`).
        checkpoint: All bytes of the checkpoint's file.
        authority: Certificates of the authority (PEM), its root among them.

    Raises:
        NotVerified: If the token is none, is of something else, or is not signed by that authority.
    """
    from rfc3161_client import VerificationError, decode_timestamp_response

    if max(len(token), len(authority)) > MOST_BYTES:
        raise NotVerified("The token, or the list of certificates, is longer than any is.")
    certificates = _certificates(authority)
    try:
        answer = decode_timestamp_response(token)
        _verify(answer, checkpoint, certificates)
        signer = _signer(answer, certificates)
    except (ValueError, VerificationError) as trouble:
        raise NotVerified(f"The time stamp does not hold: {trouble}.") from trouble
    return answer.tst_info.gen_time.astimezone(datetime.UTC), signer


def is_of(token: bytes, checkpoint: bytes) -> bool:
    """Say whether a token is of a checkpoint, whoever signed it.

    Raises:
        NotVerified: If it is no token.
    """
    from rfc3161_client import decode_timestamp_response

    if len(token) > MOST_BYTES:
        raise NotVerified("The token is longer than any is.")
    try:
        said = decode_timestamp_response(token).tst_info.message_imprint.message
    except ValueError as trouble:
        raise NotVerified(f"This is no answer of a time stamping authority, or it refused: {trouble}.") from trouble
    return bytes(said) == hashlib.sha256(checkpoint).digest()


def keep_token(case_folder: Path, *, entries: int, token: bytes, authority: bytes) -> dict[str, Detail]:
    """Check a token of a checkpoint, write it beside it, and return what its entry of the log says.

    Args:
        case_folder: The case, held for changes.
        entries: The checkpoint is of so many entries.
        token: See `check_token`.
        authority: See `check_token`.

    Raises:
        NotVerified: As `check_token`; nothing was written then.
        CustodyLogDamaged: If there is no such checkpoint.
        StorageFull: If the disk would not take it.
    """
    folder = case_folder / FOLDER
    path = folder / f"{entries:08d}"
    if not path.is_file():
        raise CustodyLogDamaged(f"There is no checkpoint {path}.", path=str(path))
    said_at, name = check_token(token, path.read_bytes(), authority)
    stamp = Stamp(
        seq=entries,
        entries=entries,
        said_at=said_at.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        authority=name,
        token_sha256=hashlib.sha256(token).hexdigest(),
        authority_sha256=hashlib.sha256(authority).hexdigest(),
    )
    for file, content in ((stamp.token, token), (stamp.authority_file, authority)):
        write_whole(folder / file, content, temporary=case_folder / "tmp" / file)
    return {
        "checkpoint": entries,
        "token_sha256": stamp.token_sha256,
        "said_at": stamp.said_at,
        "authority": stamp.authority,
        "authority_sha256": stamp.authority_sha256,
    }


def check_stamps(folder: Path, stamps: Sequence[Stamp], *, trusted: bytes | None = None) -> Iterator[CustodyLogDamaged]:
    """Yield what does not hold of the stamps of a log.

    Args:
        folder: Where checkpoints, tokens and certificates lie.
        stamps: As the log has them.
        trusted: Certificates (PEM) that the tokens are held against; None = those that were given with each.
    """
    for stamp in stamps:
        try:
            _hold(folder, stamp, trusted)
        except (OSError, NotVerified, ValueError) as trouble:
            yield CustodyLogDamaged(
                f"The time stamp of entry {stamp.seq} ({stamp.token}) does not hold: {trouble}",
                path=str(folder / stamp.token),
            )


def _hold(folder: Path, stamp: Stamp, trusted: bytes | None) -> None:
    names = (stamp.checkpoint, stamp.token, stamp.authority_file)
    checkpoint, token, authority = ((folder / name).read_bytes() for name in names)
    if hashlib.sha256(token).hexdigest() != stamp.token_sha256:
        raise NotVerified("The token was changed.")
    if hashlib.sha256(authority).hexdigest() != stamp.authority_sha256:
        raise NotVerified("The certificates kept with it were changed.")
    said_at, _ = check_token(token, checkpoint, authority if trusted is None else trusted)
    if abs((said_at - datetime.datetime.fromisoformat(stamp.said_at)).total_seconds()) >= 1:
        raise NotVerified("It gives another time than the log says.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Between which times an entry was written, by the authorities' clocks; "" = not known."""

    after: str
    before: str


def bounds_of(seq: int, stamps: Sequence[Stamp]) -> Bounds:
    """Return the bounds of the entry of that number."""
    after = max((stamp.said_at for stamp in stamps if stamp.seq < seq), default="")
    before = min((stamp.said_at for stamp in stamps if stamp.entries > seq), default="")
    return Bounds(after=after, before=before)


def clock_doubt(entry: Entry, bounds: Bounds) -> str | None:
    """Return in a sentence how the machine's clock contradicts the authorities' at an entry; None if it does not."""
    try:
        said = datetime.datetime.fromisoformat(entry.time)
        after, before = (datetime.datetime.fromisoformat(one) if one else said for one in (bounds.after, bounds.before))
    except (ValueError, TypeError):
        return f"Entry {entry.seq} of the log gives no time that can be read."
    if (after - said).total_seconds() > CLOCK_SECONDS:
        return f"Entry {entry.seq} of the log says {entry.time}; it was written after {bounds.after}."
    if (said - before).total_seconds() > CLOCK_SECONDS:
        return f"Entry {entry.seq} of the log says {entry.time}; it was written before {bounds.before}."
    return None


def stamps_of(entries: Sequence[Entry]) -> list[Stamp]:
    """Return the stamps that entries say were taken in.

    Raises:
        ValueError: If one of those entries lacks something.
    """
    return [stamp_of(entry) for entry in entries if entry.act == Act.STAMP]


def _verify(answer: TimeStampResponse, checkpoint: bytes, certificates: Sequence[Certificate]) -> None:
    from rfc3161_client import VerifierBuilder

    builder = VerifierBuilder()
    for one in certificates:
        is_root = one.subject == one.issuer
        builder = builder.add_root_certificate(one) if is_root else builder.add_intermediate_certificate(one)
    if not answer.signed_data.certificates:
        for one in certificates:
            if _is_for_stamps(one):
                builder = builder.tsa_certificate(one)
                break
    builder.build().verify_message(answer, checkpoint)


def _certificates(pem: bytes) -> list[Certificate]:
    from cryptography import x509

    try:
        found = x509.load_pem_x509_certificates(pem)
    except ValueError as trouble:
        raise NotVerified(f"There is no certificate in the list of the authority ({trouble}).") from trouble
    return list(dict.fromkeys(found))


def _is_for_stamps(certificate: Certificate) -> bool:
    from cryptography import x509
    from cryptography.x509.oid import ExtendedKeyUsageOID

    try:
        uses = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    except x509.ExtensionNotFound:
        return False
    return ExtendedKeyUsageOID.TIME_STAMPING in uses


def _signer(answer: TimeStampResponse, certificates: Sequence[Certificate]) -> str:
    """Return the subject of the certificate that signed, as RFC 4514 writes it."""
    from cryptography import x509

    told = [x509.load_der_x509_certificate(one) for one in answer.signed_data.certificates]
    for info in answer.signed_data.signer_infos:
        for one in (*told, *certificates):
            if (one.issuer, one.serial_number) == (info.issuer, info.serial_number):
                return one.subject.rfc4514_string()[:500]
    raise ValueError("nobody's certificate is given")
