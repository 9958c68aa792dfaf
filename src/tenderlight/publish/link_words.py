"""What a link says, in the language of a reader."""

from __future__ import annotations

from tenderlight.model.link_value import LinkValue
from tenderlight.publish.catalogue import say


def link_in(language: str, value: LinkValue) -> str:
    """Return what two documents have in common, in words."""
    comma = "、" if language == "zh" else ", "
    traits = comma.join(say(language, f"trait.{name}") for name in value.traits)
    return say(
        language,
        f"link.{value.link.value}",
        similarity=str(value.similarity),
        shared=str(value.shared),
        traits=traits,
    )
