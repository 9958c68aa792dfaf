"""The validator of FollowTheMoney: its own model, and that every link leads to an entity of the right schema."""

from __future__ import annotations

from typing import Any

Entities = list[dict[str, Any]]


def faults(entities: Entities) -> list[str]:
    """Return what the model finds wrong: values of a wrong type, what is required and absent, links to nowhere."""
    import followthemoney

    found = []
    by_id: dict[str, Any] = {entity["id"]: followthemoney.model.get(entity["schema"]) for entity in entities}
    found += [] if len(by_id) == len(entities) else ["an id twice"]
    for entity in entities:
        schema = by_id[entity["id"]]
        schema.validate(entity)
        proxy = followthemoney.model.get_proxy(entity)
        found += [f"{entity['id']}: no {name}" for name in schema.required if not proxy.get(name)]
        for name, values in entity["properties"].items():
            property_ = schema.get(name)
            if property_ is None or proxy.get(name) == []:
                found.append(f"{entity['id']}: {name}")
            elif property_.range is not None:
                found += [
                    f"{entity['id']}: {name} leads to {value}"
                    for value in values
                    if value not in by_id or not by_id[value].is_a(property_.range)
                ]
    return found
