"""What was read of one document, as claims: facts, components and capabilities, each with its quotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tenderlight.capabilities import LANGUAGES_WITH_RULES, find_capabilities, find_in_fields
from tenderlight.components.finding import find_components, find_in_record
from tenderlight.evidence import assemble
from tenderlight.facts.reading import read_document
from tenderlight.linking import procedures
from tenderlight.linking.numbers import procedure_number
from tenderlight.linking.procedures import ContractKey
from tenderlight.model.document import Reading
from tenderlight.model.problem import Problem
from tenderlight.model.record import Record
from tenderlight.model.statement import Stage, Statement, StatementKind
from tenderlight.model.values import PartyValue, StageValue
from tenderlight.pipeline.heads import ContractClaims
from tenderlight.reading.tables.table_links import link_tables


def has_rules(language: str) -> bool:
    """Return whether there are rules for a language (ISO 639-1)."""
    return language in LANGUAGES_WITH_RULES


def claims_of_pages(reading: Reading) -> list[ContractClaims | Problem]:
    """Return the claims of a document with pages, and what went wrong while they were made."""
    pages = link_tables(reading.pages)
    facts, problems = read_document(pages)
    stage = stage_of(facts)
    components = find_components(pages, facts, stage=stage)
    statements = [
        *(fact for fact in facts if fact.kind is not StatementKind.COMPONENT),
        *components.statements,
        *find_capabilities(pages, stage=stage),
    ]
    buyers = [
        fact.value.name for fact in facts if fact.kind is StatementKind.BUYER and isinstance(fact.value, PartyValue)
    ]
    key = procedures.of_document(reading.document, number=procedure_number(facts), buyer=buyers[0] if buyers else None)
    return [*_assembled(reading, statements, stage, key), *problems, *components.problems]


def claims_of_record(reading: Reading, record: Record) -> list[ContractClaims | Problem]:
    """Return the claims of one record of a structured source, and what went wrong while they were made."""
    stage = stage_of(record.statements)
    components = find_in_record(record.statements, record.fields, stage=stage)
    statements = [
        *(one for one in record.statements if one.kind is not StatementKind.COMPONENT),
        *components.statements,
        *find_in_fields(record.fields, stage=stage),
    ]
    key = procedures.of_record(record.key, document=reading.document)
    return [*_assembled(reading, statements, stage, key), *components.problems]


def _assembled(
    reading: Reading, statements: Sequence[Statement], stage: Stage | None, key: ContractKey
) -> list[ContractClaims | Problem]:
    staged = [statement if statement.stage is not None else replace(statement, stage=stage) for statement in statements]
    claims = tuple(assemble(reading, staged, contract=key.contract))
    return [ContractClaims(key=key, claims=claims)] if claims else []


def stage_of(statements: Sequence[Statement]) -> Stage | None:
    """Return the stage a document says it stands at, or None if it does not say."""
    for statement in statements:
        if isinstance(statement.value, StageValue) and statement.value.lot is None:
            return Stage(statement.value.stage)
    return None
