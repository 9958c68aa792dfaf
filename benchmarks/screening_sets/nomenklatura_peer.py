"""Runs nomenklatura over names and pairs, under a Python that has it; `benchmarks/screening.py` starts it as a child.

Reads one JSON document from standard input, {"entities": [[id, schema, name]], "queries": [[id, schema, name]],
"pairs": [[schema, name, name]]}, and writes one: {"candidates": {id: [id]}, "index_seconds", "build_seconds",
"scores": [score], "pair_seconds"}. Seconds are processor time of this process.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

MOST = 5


class Everything:
    """What the index takes for a view of a store."""

    def __init__(self, entities: list[Any]) -> None:
        self._entities = entities

    def entities(self, *_: Any, **__: Any) -> list[Any]:
        """Return all entities."""
        return self._entities


def main() -> int:
    """Do what standard input asks for."""
    from followthemoney import Dataset, StatementEntity

    asked = json.load(sys.stdin)
    dataset = Dataset.make({"name": "names", "title": "names"})

    def entity(row: list[str]) -> Any:
        data = {"id": row[0], "schema": row[1], "properties": {"name": [row[2]]}, "datasets": ["names"]}
        return StatementEntity.from_data(dataset, data, cleaned=True)

    answer: dict[str, Any] = {}
    if asked["entities"]:
        answer |= _index([entity(row) for row in asked["entities"]], [entity(row) for row in asked["queries"]])
    if asked["pairs"]:
        answer |= _pairs(asked["pairs"], entity)
    json.dump(answer, sys.stdout)
    return 0


def _index(entities: list[Any], queries: list[Any]) -> dict[str, Any]:
    from nomenklatura.blocker.index import Index

    started = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        index = Index(Everything(entities), Path(folder))
        index.build()
        built = time.process_time()
        candidates = {
            str(one): [str(other) for other, _ in found[:MOST]] for one, found in index.match_entities(queries)
        }
        asked = time.process_time()
        index.close()
    return {"candidates": candidates, "build_seconds": built - started, "index_seconds": asked - built}


def _pairs(pairs: list[list[str]], entity: Any) -> dict[str, Any]:
    from nomenklatura.matching.logic_v2.model import LogicV2

    rows = [(entity([f"a{at}", row[0], row[1]]), entity([f"b{at}", row[0], row[2]])) for at, row in enumerate(pairs)]
    config = LogicV2.default_config()
    LogicV2.compare(*rows[0], config)
    started = time.process_time()
    scores = [LogicV2.compare(one, other, config).score for one, other in rows]
    return {"scores": scores, "pair_seconds": time.process_time() - started}


if __name__ == "__main__":
    sys.exit(main())
