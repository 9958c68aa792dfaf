"""The command line: one module a command, no logic. Modules are imported when their command is called."""

from __future__ import annotations

import importlib
import os
import sys

import click

COMMANDS = {
    "find": "The main job: archive, read, claim. Resumes where it stopped.",
    "plan": "What a run would have to do, how long, how much disk.",
    "read": "Pages, words, boxes and tables of one file.",
    "watch": "Look at places again and again, and take in what is new.",
    "export": "Write the claims of a case as JSON Lines, CSV or XLSX.",
    "search": "Find words in the pages of a case.",
    "suggest": "Places that a person may want to look at: no claims.",
    "link": "Notices published twice, and clauses that few buyers share.",
    "review": "Look at the claims of a case in a browser, and decide.",
    "team": "Accounts of those who review together, and what they may do.",
    "report": "Write the claims of a case as static pages.",
    "exposure": "Every contract of a case that names a maker's goods.",
    "parties": "Who the parties are, under which spellings, and why.",
    "decide": "Confirm, reject or leave open a claim.",
    "reply": "Whom we asked for a reply, and what they answered.",
    "screen": "Hold names, or a case, against lists, on a day.",
    "lists": "Keep lists of sanctions and controls; show what changed.",
    "publish": "Write the dossier of a contract, for others to check.",
    "withdraw": "Say in the log that a dossier no longer holds.",
    "verify": "Check originals, log and quotes of a case, or a dossier.",
    "doctor": "What is installed and works, what is not, and how to mend it.",
    "case": "Copy a case: from a folder into a database, or back.",
    "custody": "Keys, checkpoints, time stamps and erasure.",
    "evaluate": "Score capabilities, facts or components on a labelled set.",
    "new": "Begin a rule of the vocabulary.",
}


class _Commands(click.Group):
    """Knows the commands by name; imports one only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"tenderlight.cli.{cmd_name}").command
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; whoever stops reading its output interrupts it (`tenderlight find … --json | head`)."""
        try:
            result: object = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            # what is still to be written goes nowhere, or Python would try again at its end
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise click.Abort from None
        return result

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _print_version(ctx: click.Context, _parameter: click.Parameter, is_wanted: bool) -> None:
    if not is_wanted:
        return
    from tenderlight import __version__

    click.echo(f"tenderlight {__version__}")
    ctx.exit()


@click.group(
    cls=_Commands,
    epilog="Start with: tenderlight find FOLDER --case my-case",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--version", is_flag=True, expose_value=False, is_eager=True, callback=_print_version, help="Show the version."
)
@click.option(
    "--log",
    "log_form",
    envvar="TENDERLIGHT_LOG",
    type=click.Choice(["json", "text", "off"]),
    default="off",
    help="Write what happens to the error stream, an event a line. [$TENDERLIGHT_LOG, else off]",
)
@click.pass_context
def tenderlight(context: click.Context, log_form: str) -> None:
    """Read public contracts and show, with proof, who bought what."""
    if log_form != "off":
        from tenderlight import __version__
        from tenderlight.logs import log_event, write_events

        write_events(log_form)
        log_event("command.begin", command=context.invoked_subcommand or "", version=__version__)


def main() -> None:
    """Run the command line; end with the exit code of `tenderlight.errors.ExitCode`."""
    import time

    began = time.monotonic()
    code, trouble = _run()
    if "tenderlight.logs" in sys.modules:
        from tenderlight.logs import log_event

        log_event("command.end", code=code, trouble=trouble, seconds=round(time.monotonic() - began, 3))
    sys.exit(code)


def _run() -> tuple[int, str]:
    """Return the exit code, and the kind of trouble; empty = none."""
    from tenderlight.errors import ExitCode, TenderlightError

    try:
        code = tenderlight.main(standalone_mode=False, prog_name="tenderlight")
    except click.ClickException as trouble:
        trouble.show()
        return trouble.exit_code, type(trouble).__name__
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted. Run the same command again to go on.", err=True)
        return ExitCode.INTERRUPTED, "Interrupted"
    except TenderlightError as trouble:
        from tenderlight.cli.plain import plain

        click.echo(plain(f"{type(trouble).__name__}: {trouble.message}\nWhat to do: {trouble.what_to_do()}"), err=True)
        return trouble.exit_code, type(trouble).__name__
    return code if isinstance(code, int) else ExitCode.DONE, ""
