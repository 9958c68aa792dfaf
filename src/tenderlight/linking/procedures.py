"""Which contract a document is about.

A procedure is known by its number: the OCID of a structured source, or the project number that a Chinese, Russian or
English document prints. Two documents with the same number are about the same contract; a document without one stands
alone. Nothing is joined by likeness of names here.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

ID_LENGTH = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractKey:
    """What a contract is known by, and how that was found."""

    key: str
    """With scheme: "ocid:…", "project:…", "document:…"."""
    because: str
    """A sentence for readers: why documents with this key are one contract."""

    @property
    def contract(self) -> str:
        """Id of the contract: 128 bits of the key's SHA-256, in hexadecimal."""
        return hashlib.sha256(self.key.encode("utf-8", errors="surrogatepass")).hexdigest()[:ID_LENGTH]


def of_project(project_key: str) -> ContractKey:
    """Return the key of a document that prints a project number (`project_key` as `facts` normalised it)."""
    return ContractKey(key=project_key, because="The documents print the same project number.")


def of_record(record_key: str) -> ContractKey:
    """Return the key of a structured notice."""
    return ContractKey(key=record_key, because="The notices carry the same identifier.")


def alone(document: str) -> ContractKey:
    """Return the key of a document that prints no number: it is joined with nothing."""
    return ContractKey(key=f"document:{document}", because="The document prints no project number; it stands alone.")
