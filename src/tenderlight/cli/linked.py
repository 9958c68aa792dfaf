"""After a run: documents that have something in common are linked, where the extra `linking` is installed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from tenderlight.cli.plain import as_typed, plain

if TYPE_CHECKING:
    from tenderlight.cases import Case
    from tenderlight.model.claim import Claim


def link_after(case: Case, on_claim: Callable[[Claim], None]) -> None:
    """Link a case and say what came of it, on the error stream. Trouble with links does not undo a run."""
    from tenderlight.errors import OptionalPartMissing, TenderlightError
    from tenderlight.pipeline.link_claims import link_case

    try:
        linked = link_case(case)
    except OptionalPartMissing:
        return
    except TenderlightError as trouble:
        click.echo(plain(f"Not linked: {trouble.message}\nWhat to do: {trouble.what_to_do()}"), err=True)
        return
    if linked is None:
        return
    for claim in linked.new:
        on_claim(claim)
    copies = linked.notices.copies
    if linked.claims:
        click.echo(
            plain(
                f"Documents compared: {linked.notices.compared}; notices: {linked.notices.notices}; copies of those: "
                f"{copies}; claims of what documents have in common: {linked.claims} "
                f"(`tenderlight link {as_typed(case.place)}` shows more)."
            ),
            err=True,
        )
