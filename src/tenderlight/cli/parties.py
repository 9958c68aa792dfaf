"""`tenderlight parties`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tenderlight.cli.places import CasePlace

if TYPE_CHECKING:
    from tenderlight.cases.places import Place
    from tenderlight.linking.parties import Parties, Party, Variant
    from tenderlight.linking.party_decisions import Decision, Verdict

_CASE = click.argument("case_folder", metavar="CASE", type=CasePlace())
_JSON = click.option("--json", "as_json", is_flag=True, help="Print a line of JSON each.")
_BY = click.option("--by", "person", metavar="NAME", required=True, help="Who decides.")
_BECAUSE = click.option("--because", metavar="TEXT", required=True, help="Why.")


class _Parties(click.Group):
    """Takes a case where no other word stands: `tenderlight parties my-case`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        words = [arg for arg in args if not arg.startswith("-")]
        if words and words[0] not in self.commands:
            args = ["show", *args]
        return super().parse_args(ctx, args)


@click.group(name="parties", cls=_Parties, short_help="Who the parties of a case are, under which spellings, and why.")
@_JSON
def command(*, as_json: bool) -> None:
    """Show the parties of CASE, each with its spellings and the reasons why they are one; decide where rules cannot.

    \b
    tenderlight parties my-case
    tenderlight parties my-case --json
    tenderlight parties same my-case "Acorn Optics" "Acorn Optics Ltd" --by "A. Reader" --because "one address"
    tenderlight parties different my-case party-0f6c0d6c5d8d2f10 party-a1b2c3d4e5f60718 --by Me --because "two towns"
    tenderlight parties undo my-case 3 --by "A. Reader" --because "the address was an agent's"

    Names are one only for a reason: the same registered number, the same registered name, an alias that a source
    gives, a form that a rule derives and a second reason beside it. Decisions are kept in the case, survive every
    run, and can be undone.
    """
    del as_json  # read where the case is


@command.command(name="show", short_help="The same as without a word behind it.")
@_CASE
@_JSON
def show(case_folder: Place, *, as_json: bool) -> None:
    """Show the parties of CASE.

    \b
    tenderlight parties show my-case
    tenderlight parties show my-case --json | jq .variants
    """
    import sys

    from tenderlight.cases import Case
    from tenderlight.cases.case_parties import parties_of_case
    from tenderlight.publish.party_cells import encode_party

    with Case.open(case_folder) as case:
        found = parties_of_case(case)
    for party in found.parties:
        if as_json:
            sys.stdout.buffer.write(encode_party(party) + b"\n")
        else:
            _print(party, found)
    sys.stdout.flush()
    for decision in found.passed_over:
        click.echo(f"Decision {decision.number} contradicts a newer one and is passed over.", err=True)
    for decision in found.waiting:
        click.echo(f"Decision {decision.number} waits: a name it is about is in no claim of the case now.", err=True)


def _print(party: Party, found: Parties) -> None:
    from tenderlight.cli.plain import plain_line
    from tenderlight.publish.party_cells import numbers_said

    said = "".join(f"; {number}" for number in numbers_said(party.numbers))
    roles = ", ".join(party.roles).replace("_", " ")
    contracts = "1 contract" if len(party.contracts) == 1 else f"{len(party.contracts)} contracts"
    click.echo(plain_line(f"{party.id}  {party.name}  ({roles}; {contracts}{said})"))
    names = [name for variant in party.variants for name in variant.written if name != party.name]
    for name in dict.fromkeys(names):
        click.echo(plain_line(f"  also  {name}"))
    for reason in party.reasons:
        click.echo(plain_line(f"  why   {reason.grade}: {reason.because} {reason.second}".rstrip()))
    called = {each.id: each.name for each in found.parties}
    for each in party.perhaps:
        click.echo(plain_line(f"  perhaps {each.party} {called[each.party]}: {each.reason.because}"))


@command.command(name="same", short_help="Say that two names are one party.")
@_CASE
@click.argument("one")
@click.argument("other")
@_BY
@_BECAUSE
@_JSON
def same(case_folder: Place, one: str, other: str, *, person: str, because: str, as_json: bool) -> None:
    """Say that ONE and OTHER are one party: names as written, or ids of parties or spellings.

    \b
    tenderlight parties same my-case "Acorn Optics" "Acorn Optics Ltd" --by "A. Reader" --because "one address"
    """
    _decide(case_folder, "same", (one, other), person=person, because=because, as_json=as_json)


@command.command(name="different", short_help="Say that two names are two parties.")
@_CASE
@click.argument("one")
@click.argument("other")
@_BY
@_BECAUSE
@_JSON
def different(case_folder: Place, one: str, other: str, *, person: str, because: str, as_json: bool) -> None:
    """Say that ONE and OTHER are two parties; what would join them, through others too, no longer does.

    \b
    tenderlight parties different my-case "Acorn Optics" "Acorn Optics Ltd" --by "A. Reader" --because "two towns"
    """
    _decide(case_folder, "different", (one, other), person=person, because=because, as_json=as_json)


@command.command(name="unsure", short_help="Say that two names were looked at and cannot be told.")
@_CASE
@click.argument("one")
@click.argument("other")
@_BY
@_BECAUSE
@_JSON
def unsure(case_folder: Place, one: str, other: str, *, person: str, because: str, as_json: bool) -> None:
    """Say that ONE and OTHER were looked at and cannot be told apart or together: no rule joins them then.

    \b
    tenderlight parties unsure my-case "Acorn Optics" "Acorn Optics Ltd" --by "A. Reader" --because "no address"
    """
    _decide(case_folder, "unsure", (one, other), person=person, because=because, as_json=as_json)


@command.command(name="undo", short_help="Say that a decision no longer counts.")
@_CASE
@click.argument("number", type=click.IntRange(min=1))
@_BY
@_BECAUSE
@_JSON
def undo(case_folder: Place, number: int, *, person: str, because: str, as_json: bool) -> None:
    """Say that decision NUMBER no longer counts; it stays in the log.

    \b
    tenderlight parties undo my-case 3 --by "A. Reader" --because "the address was an agent's"
    """
    from tenderlight.cases import Case
    from tenderlight.linking.party_decisions import Verdict

    with Case.open(case_folder):
        pass  # there is one; opening it for changes would make it
    with Case.open(case_folder, create=True) as case:
        made = case.decisions.add(Verdict.UNDO, person=person, because=because, undoes=number)
    _tell(made, as_json=as_json)


@command.command(name="log", short_help="Show every decision, undone ones too.")
@_CASE
@_JSON
def log(case_folder: Place, *, as_json: bool) -> None:
    """Show every decision on the parties of CASE, in the order in which they were made.

    \b
    tenderlight parties log my-case
    """
    from tenderlight.cases import Case

    with Case.open(case_folder) as case:
        for decision in case.decisions:
            _tell(decision, as_json=as_json)


def _decide(case_folder: Place, said: str, names: tuple[str, str], *, person: str, because: str, as_json: bool) -> None:
    from tenderlight.cases import Case
    from tenderlight.cases.case_parties import parties_of_case
    from tenderlight.linking.party_decisions import Verdict

    verdict: Verdict = Verdict(said)
    with Case.open(case_folder) as case:
        found = parties_of_case(case)
    pair = (_meant(found, names[0]).key, _meant(found, names[1]).key)
    with Case.open(case_folder, create=True) as case:
        made = case.decisions.add(verdict, pair, person=person, because=because)
    _tell(made, as_json=as_json)


def _meant(found: Parties, said: str) -> Variant:
    """Return the one spelling that somebody means."""
    from tenderlight.cli.plain import plain
    from tenderlight.errors import UsageError

    variants = found.find(said)
    if len(variants) == 1:
        return variants[0]
    if not variants:
        raise UsageError(plain(f"No party of the case is called {said}; `tenderlight parties CASE` shows them."))
    ids = ", ".join(f"{each.id} ({each.contracts[0]})" for each in variants[:5])
    raise UsageError(plain(f"Several parties of the case are called {said}; name one of them by its id: {ids}."))


def _tell(decision: Decision, *, as_json: bool) -> None:
    import msgspec

    from tenderlight.cases.deciding import details_of
    from tenderlight.cli.plain import plain_line

    if as_json:
        click.echo(msgspec.json.encode(details_of(decision)).decode("utf-8"))
        return
    what = f"decision {decision.undoes}" if decision.undoes else f"{decision.one} / {decision.other}"
    said = f"{decision.number}  {decision.at}  {decision.verdict.value}: {what}  by {decision.person}"
    click.echo(plain_line(f"{said}: {decision.because}"))
