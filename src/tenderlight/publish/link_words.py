"""What a link says, in the language of a reader."""

from __future__ import annotations

from tenderlight.model.link_value import LinkKind, LinkValue
from tenderlight.publish.catalogue import say


def link_in(language: str, value: LinkValue) -> str:
    """Return what two documents have in common, in words."""
    is_by_facts = value.link is LinkKind.SAME_NOTICE and value.similarity is None
    comma = "、" if language == "zh" else ", "
    traits = comma.join(say(language, f"trait.{name}") for name in value.traits)
    return say(
        language,
        "link.same_facts" if is_by_facts else f"link.{value.link.value}",
        similarity=str(value.similarity),
        shared=str(value.shared),
        traits=traits,
    )
