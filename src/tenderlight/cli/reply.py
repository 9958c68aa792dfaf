"""`tenderlight reply`."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypedDict, Unpack

import click

from tenderlight.cli.places import CasePlace

if TYPE_CHECKING:
    from tenderlight.cases.places import Place
    from tenderlight.model.reply import Answer, Reply

_CASE = click.argument("case_folder", metavar="CASE", type=CasePlace())
_JSON = click.option("--json", "as_json", is_flag=True, help="Print a line of JSON each.")
_BY = click.option("--by", "person", metavar="NAME", required=True, help="Who writes this down.")
_ANSWER = click.option("--answer", metavar="TEXT", help="What it answered, in full.")
_ANSWER_FILE = click.option(
    "--answer-file",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Take the answer from a text file (UTF-8).",
)
_ANSWERED = click.option("--answered", metavar="DAY", help="When the answer came.")
_ATTACH = click.option(
    "--attach",
    "files",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    multiple=True,
    help="Keep a file that was sent along; as often as there are files.",
)


class _Reply(click.Group):
    """Takes the case first or last: `tenderlight reply my-case add`, `tenderlight reply add my-case`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and not args[0].startswith("-") and args[0] not in self.commands:
            is_named = len(args) > 1 and args[1] in self.commands
            args = [args[1], args[0], *args[2:]] if is_named else ["list", *args]
        return super().parse_args(ctx, args)


class _Answered(TypedDict):
    answer: str | None
    answer_file: Path | None
    answered: str | None
    files: tuple[Path, ...]


class _Asked(_Answered):
    party: str
    asked_of: str
    asked_how: str
    asked_at: str
    deadline: str
    contract: str


@click.group(name="reply", cls=_Reply, short_help="Write down whom we asked for a reply, and what they answered.")
def command() -> None:
    """Write down which party was asked to reply, how, when and by when, and what it answered.

    \b
    tenderlight reply add my-case --party Acorn --asked Press --how mail --on 2026-05-01 --deadline 2026-05-15 --by Me
    tenderlight reply answer my-case 1 --answer "We sold cameras only." --answered 2026-05-09 --by "A. Reader"
    tenderlight reply list my-case

    A finding that names a party is not published before it was asked. Entries are kept in the log of the case; what
    comes later is an entry of its own.
    """


@command.command(name="add", short_help="A party was asked.")
@_CASE
@click.option("--party", metavar="NAME", required=True, help="Name of the party.")
@click.option("--asked", "asked_of", metavar="WHOM", required=True, help="Person, office or address.")
@click.option("--how", "asked_how", metavar="HOW", required=True, help="By letter, mail, telephone.")
@click.option("--on", "asked_at", metavar="DAY", required=True, help="When it was asked: YYYY-MM-DD.")
@click.option("--deadline", metavar="DAY", required=True, help="By when an answer was asked for.")
@click.option("--contract", metavar="ID", default="", help="About which contract. [the whole case]")
@_ANSWER
@_ANSWER_FILE
@_ANSWERED
@_ATTACH
@_BY
@_JSON
def add(case_folder: Place, *, person: str, as_json: bool, **options: Unpack[_Asked]) -> None:
    """Write down that a party of CASE was asked to reply.

    \b
    tenderlight reply add my-case --party Acorn --asked Press --how mail --on 2026-05-01 --deadline 2026-05-15 --by Me
    """
    from tenderlight.cases import Case
    from tenderlight.model.reply import Asked

    answer = _answer(options)
    asked = Asked(
        party=options["party"],
        asked_of=options["asked_of"],
        asked_how=options["asked_how"],
        asked_at=options["asked_at"],
        deadline=options["deadline"],
        contract=options["contract"],
    )
    with Case.open(case_folder):
        pass  # there is one; opening it for changes would make it
    with ExitStack() as opened, Case.open(case_folder, create=True) as case:
        files = _opened(opened, options["files"])
        made = case.replies.add(asked, person=person, answer=answer, attachments=files)
    _tell(made, as_json=as_json)


@command.command(name="answer", short_help="A party answered.")
@_CASE
@click.argument("number", type=click.IntRange(min=1))
@_ANSWER
@_ANSWER_FILE
@_ANSWERED
@_ATTACH
@_BY
@_JSON
def answered(case_folder: Place, number: int, *, person: str, as_json: bool, **options: Unpack[_Answered]) -> None:
    """Write down what came back on the request with that NUMBER; the request stays in the log as it was.

    \b
    tenderlight reply answer my-case 1 --answer "We sold cameras only." --answered 2026-05-09 --by "A. Reader"
    tenderlight reply answer my-case 1 --answer-file mail.txt --answered 2026-05-09 --attach annex.pdf --by Me
    """
    from tenderlight.cases import Case
    from tenderlight.errors import UsageError

    answer = _answer(options)
    if answer is None:
        raise UsageError("Say --answer or --answer-file, and --answered: when it came.")
    with Case.open(case_folder):
        pass  # there is one; opening it for changes would make it
    with ExitStack() as opened, Case.open(case_folder, create=True) as case:
        files = _opened(opened, options["files"])
        made = case.replies.answer(number, answer, person=person, attachments=files)
    _tell(made, as_json=as_json)


@command.command(name="list", short_help="Show each request and what came of it.")
@_CASE
@click.option("--all", "is_all", is_flag=True, help="Entries too that later ones stand for.")
@_JSON
def listed(case_folder: Place, *, is_all: bool, as_json: bool) -> None:
    """Show which parties of CASE were asked, and what came of it by today.

    \b
    tenderlight reply list my-case
    tenderlight reply list my-case --json
    """
    from tenderlight.cases import Case

    with Case.open(case_folder) as case:
        for reply in list(case.replies) if is_all else case.replies.current():
            _tell(reply, as_json=as_json)


def _answer(options: _Answered | _Asked) -> Answer | None:
    from tenderlight.errors import UsageError
    from tenderlight.model.reply import Answer

    text, file = options["answer"], options["answer_file"]
    if text is not None and file is not None:
        raise UsageError("Say --answer or --answer-file, not both.")
    if (text is None and file is None) != (options["answered"] is None):
        raise UsageError("--answer or --answer-file, and --answered, go together.")
    if options["answered"] is None:
        return None
    if file is not None:
        try:
            text = file.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as trouble:
            raise UsageError(f"{file} cannot be read as text ({trouble}); attach it as a file.") from trouble
    return Answer(text=text or "", at=options["answered"])


def _opened(stack: ExitStack, files: tuple[Path, ...]) -> list[tuple[str, BinaryIO]]:
    from tenderlight.errors import UsageError

    try:
        return [(file.name, stack.enter_context(file.open("rb"))) for file in files]
    except OSError as trouble:
        raise UsageError(f"An attachment cannot be read: {trouble}.") from trouble


def _tell(reply: Reply, *, as_json: bool) -> None:
    import datetime

    import msgspec

    from tenderlight.cli.plain import plain, plain_line

    state = reply.state(datetime.datetime.now(datetime.UTC).date())
    if as_json:
        click.echo(msgspec.json.encode({**msgspec.to_builtins(reply), "state": state.value}).decode("utf-8"))
        return
    asked, answer = reply.asked, reply.answer
    about = f", about contract {asked.contract}" if asked.contract else ""
    click.echo(
        plain_line(
            f"{reply.number}  {asked.party}: asked {asked.asked_of} by {asked.asked_how} on {asked.asked_at}{about}, "
            f"by {asked.deadline}"
        )
    )
    if answer is None:
        none = f"no answer by {asked.deadline}" if state.value == "none_by_deadline" else "no answer yet"
        click.echo(f"  {none}")
    else:
        click.echo(plain(f"  answered on {answer.at}: {answer.text}"))
    for one in reply.attachments:
        click.echo(plain_line(f"  attached: {one.name} ({one.size_bytes} bytes, SHA-256 {one.sha256})"))
