"""Claims tied to words of an original that anyone can find again."""

from tenderlight.evidence.assembling import assemble

__all__ = ["assemble"]
