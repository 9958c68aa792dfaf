"""`tenderlight decide`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tenderlight.cli.places import CasePlace

if TYPE_CHECKING:
    from tenderlight.cases import Case
    from tenderlight.cases.places import Place
    from tenderlight.model.edit import Edit
    from tenderlight.model.review import Review


@click.command(name="decide", short_help="Confirm, reject or leave open a claim; show what people said.")
@click.argument("case_folder", metavar="CASE", type=CasePlace())
@click.argument("claim", required=False)
@click.argument("verdict", required=False, type=click.Choice(["confirm", "reject", "unsure", "undo"]))
@click.option("--by", "person", metavar="NAME", help="Who decides; with a verdict.")
@click.option("--because", metavar="TEXT", default="", help="Why.")
@click.option("--value", metavar="JSON", help="With confirm: the right value, as exports write it.")
@click.option("--json", "as_json", is_flag=True, help="Print lines of JSON.")
def command(
    case_folder: Place, claim: str | None, verdict: str | None, *, person: str | None, because: str, **options: object
) -> None:
    """Say of CLAIM of CASE that its document says it, does not say it, or that it cannot be told; or take that back.

    \b
    tenderlight decide my-case 0f6c0d6c5d8d2f10a1b2c3d4e5f60718 confirm --by "A. Reader"
    tenderlight decide my-case 0f6c0d6c5d8d2f10a1b2c3d4e5f60718 reject --by "A. Reader" --because "the losing bid"
    tenderlight decide my-case 0f6c0d6c5d8d2f10a1b2c3d4e5f60718 confirm --by Me --value '{"name": "Acorn Optics"}'
    tenderlight decide my-case 0f6c0d6c5d8d2f10a1b2c3d4e5f60718 undo --by "A. Reader"
    tenderlight decide my-case 0f6c0d6c5d8d2f10a1b2c3d4e5f60718
    tenderlight decide my-case

    Without a verdict, show what was said of the claim; without a claim, every review whose claim is gone, says other
    words now, or is disputed. Reviews are entries of the log: none is overwritten.
    """
    from tenderlight.cases import Case
    from tenderlight.errors import UsageError

    value, as_json = options["value"], bool(options["as_json"])
    with Case.open(case_folder) as case:
        if claim is None:
            _tell_open(case, as_json=as_json)
            return
        if verdict is None:
            for review in case.reviews.of(claim):
                _tell(case, review, as_json=as_json)
            _tell_standing(case, claim, as_json=as_json)
            return
    if person is None:
        raise UsageError("Say --by: who decides.")
    with Case.open(case_folder, create=True) as case:
        if verdict == "undo":
            made = case.reviews.undo(claim, person=person, because=because)
        else:
            made = _add(case, claim, verdict, person=person, because=because, value=value)
        _tell(case, made, as_json=as_json)
        _tell_standing(case, claim, as_json=as_json)


def _add(case: Case, claim: str, verdict: str, *, person: str, because: str, value: object) -> Review:
    from tenderlight.model.review import ReviewVerdict

    edit = None if value is None else _edit(case, claim, str(value))
    return case.reviews.add(ReviewVerdict(verdict), claim, person=person, because=because, edit=edit)


def _edit(case: Case, claim: str, value: str) -> Edit | None:
    """Return the edit of a value as typed; None if there is no such claim, which whoever writes it will say."""
    from tenderlight.cases.encoding import Undecodable, edit_of_value
    from tenderlight.errors import UsageError

    found = case.claim(claim)
    if found is None:
        return None
    try:
        return edit_of_value(found.kind, value)
    except Undecodable as trouble:
        raise UsageError(f"--value is no value of a claim of the kind {found.kind.value}: {trouble}.") from trouble


def _tell(case: Case, review: Review, *, as_json: bool) -> None:
    import msgspec

    from tenderlight.cli.plain import plain_line

    if as_json:
        details = case.reviews.details(review.number)
        edit = None if details["edit"] is None else msgspec.Raw(str(details["edit"]).encode("utf-8"))
        click.echo(msgspec.json.encode({**details, "edit": edit}).decode("utf-8"))
        return
    what = f" review {review.undoes}" if review.undoes else " with another value or box" if review.edit else ""
    because = f": {review.because}" if review.because else ""
    said = f"{review.number}  {review.at}  {review.claim}  {review.verdict.value}{what}  by {review.person}{because}"
    click.echo(plain_line(said))


def _tell_standing(case: Case, claim: str, *, as_json: bool) -> None:
    from tenderlight.cli.plain import plain_line

    standing = case.reviews.standing(claim)
    if as_json:
        return
    click.echo(plain_line(f"The claim is {standing.status.value} now."))
    if standing.is_disputed:
        said = ", ".join(f"{review.person}: {review.verdict.value}" for review in standing.counting)
        click.echo(plain_line(f"People disagree ({said}); it is in the queue again."))
    for review in standing.outdated:
        click.echo(f"Review {review.number} was of other words than the claim has now, and does not count.")
    for number, missed in standing.unseen:
        click.echo(f"Review {number} was made without seeing {', '.join(map(str, missed))}.")


def _tell_open(case: Case, *, as_json: bool) -> None:
    reasons = (
        ("Its claim is no longer made.", case.reviews.without_claim()),
        ("Its claim says other words now.", case.reviews.outdated()),
        ("People disagree.", case.reviews.disputed()),
    )
    for reason, reviews in reasons:
        for review in reviews:
            _tell(case, review, as_json=as_json)
            click.echo(f"{review.number}: {reason}", err=True)
