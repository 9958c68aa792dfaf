"""The reference pages that repeat a register of the code: problems, columns, commands. `make_tables.py` writes them."""

from __future__ import annotations

from collections.abc import Callable

import click

from tenderlight.cli import COMMANDS, tenderlight
from tenderlight.errors import ExitCode
from tenderlight.model.problem import PROBLEMS
from tenderlight.publish.cells import COLUMNS
from tenderlight.publish.contract_cells import CONTRACT_COLUMNS
from tenderlight.publish.converted_cells import RATE_COLUMNS
from tenderlight.publish.exposure_cells import EXPOSURE_COLUMNS
from tenderlight.publish.hit_cells import HIT_COLUMNS
from tenderlight.publish.page_cells import PAGE_COLUMNS
from tenderlight.publish.parquet import CLAIM_COLUMNS
from tenderlight.publish.party_cells import PARTY_COLUMNS
from tenderlight.publish.read_tables import TABLE_COLUMNS
from tenderlight.publish.screening_cells import SCREENING_COLUMNS
from tenderlight.publish.statement_cells import STATEMENT_COLUMNS
from tenderlight.publish.suggestion_cells import SUGGESTION_COLUMNS
from tenderlight.publish.told_replies import REPLY_KEYS

MADE = "<!-- Made by tools/make_tables.py; change the register in the code instead. -->\n\n"
COST = {
    "note": "Costs nothing; a reader of the results should know.",
    "partly": "Something of the document was not read.",
    "not_read": "Nothing of the document (or of the page named) was read.",
}
ENDS = {
    ExitCode.DONE: "Done.",
    ExitCode.FAULT: "A fault of ours.",
    ExitCode.USAGE: "The call cannot be taken as it is.",
    ExitCode.DONE_WITH_UNREAD: "Done, and some document was not read, or not wholly.",
    ExitCode.PART_MISSING: "An optional part is not installed.",
    ExitCode.DAMAGED: "Stored data is not what it was, or the disk is full.",
    ExitCode.NOT_VERIFIED: "A check did not hold.",
    ExitCode.CLUSTER_LOST: "The cluster is gone, or its workers are; the same command goes on where it stopped.",
    ExitCode.INTERRUPTED: "Interrupted; the same command goes on where it stopped.",
}


_TABLES = (
    COLUMNS,
    RATE_COLUMNS,
    CONTRACT_COLUMNS,
    PAGE_COLUMNS,
    TABLE_COLUMNS,
    SUGGESTION_COLUMNS,
    HIT_COLUMNS,
    PARTY_COLUMNS,
    SCREENING_COLUMNS,
    EXPOSURE_COLUMNS,
    STATEMENT_COLUMNS,
    CLAIM_COLUMNS,
    REPLY_KEYS,
)


def problems_page() -> str:
    """Return the page of problem codes."""
    parts = [
        "# Problems\n",
        "Trouble with a document is recorded and the run goes on. What was not read is unknown, never empty. Each",
        "problem has a code, the step that met it, and the page or place it concerns.\n",
    ]
    for code, kind in sorted(PROBLEMS.items()):
        parts += [f"({code})=", f"## {code}\n", f"{kind.message} {COST[kind.severity.value]}\n"]
        parts += [f"**What to do.** {kind.next_step}\n"]
    return MADE + "\n".join(parts)


def columns_page() -> str:
    """Return the page of columns and keys."""
    every = ([f"| `{name}` | {meaning} |" for name, meaning in columns.items()] for columns in _TABLES)
    (
        rows,
        rate_rows,
        contract_rows,
        page_rows,
        table_rows,
        suggestion_rows,
        hit_rows,
        party_rows,
        screening_rows,
        exposure_rows,
        statement_rows,
        parquet_rows,
        reply_rows,
    ) = every
    parts = [
        "# Columns of the exports\n",
        "`tenderlight export --format csv` and `xlsx` write one claim a row. Columns may be added, never renamed.\n",
        "| column | meaning |",
        "| --- | --- |",
        *rows,
        "\nA text that a spreadsheet program might take for a formula has a leading apostrophe. Numbers stay so.\n",
        "`--format jsonl` and `tenderlight find --json` write one claim a line with every quote in full: see",
        "{doc}`json`. The party of a claim stands in tables alone; in JSON Lines `--table parties` has it.",
        "\n(converted-figures)=",
        "## Converted figures\n",
        "With `--rates FILE`, these columns follow the others. The amount stays as printed; the converted figure",
        "stands beside it. Each is converted at the date of the contract that its document gives, else of the award,",
        "the correction, the acceptance, the publication. On a day without rates the last banking day before counts,",
        "at most seven days back. In JSON Lines, a further key `converted` holds these keys, or null.\n",
        "| column | meaning |",
        "| --- | --- |",
        *rate_rows,
        "\n(contracts-table)=",
        "## Contracts\n",
        "`--table contracts` writes a row a contract. Several values stand in lines of one cell; in JSON Lines, all",
        "but `contract` and `because` are lists. Values that differ stand side by side: the tool does not choose.\n",
        "| column | meaning |",
        "| --- | --- |",
        *contract_rows,
        "\n(ledger-of-pages)=",
        "## The ledger of pages\n",
        "`--table pages` writes a row, or a line of JSON with these keys, for every page of every document.\n",
        "| column | meaning |",
        "| --- | --- |",
        *page_rows,
        "\n(suggestions-table)=",
        "## Suggestions\n",
        "`tenderlight suggest` writes a row a suggestion, the likeliest first. A suggestion is no claim. In JSON",
        "Lines the keys are `capability`, `score`, `model` and `quotes`, which are those of claims.\n",
        "| column | meaning |",
        "| --- | --- |",
        *suggestion_rows,
        "\n(hits-table)=",
        "## Hits of a search\n",
        "`tenderlight search --format` writes a row a page (or a notice of a structured source), by path and page.\n",
        "| column | meaning |",
        "| --- | --- |",
        *hit_rows,
        "\n(parties-table)=",
        "## Parties\n",
        "`--table parties` writes a row a spelling, those of a party together; JSON Lines has one line a party, with",
        "the keys that [parties](parties.md) explains. The words for parties are those of FollowTheMoney.\n",
        "| column | meaning |",
        "| --- | --- |",
        *party_rows,
        "\n(screenings-table)=",
        "## Screenings\n",
        "`tenderlight screen --format csv` and `xlsx` write a row a possible match or resemblance, and one for a name",
        "without any. `jsonl` is the whole record: first a line for the lists and the versions of the rules, then one",
        "for each name.\n",
        "| column | meaning |",
        "| --- | --- |",
        *screening_rows,
        "\n(exposure-table)=",
        "## Exposure\n",
        "`tenderlight exposure CASE MAKER --csv` writes a row for each place where a contract names the maker's goods.",
        "With `--json`, a first line has the maker, the statements kept of it and what no row proves; then each place",
        "is a line with these keys, where buyers, suppliers, places, capabilities, sentences and the chain are lists",
        "and `claim` is the whole claim in place of quote, where and document.\n",
        "| column | meaning |",
        "| --- | --- |",
        *exposure_rows,
        "\n(statements-table)=",
        "## Statements of makers\n",
        "`--table statements` writes a row, or a line of JSON with these keys, for each statement that was added with",
        "`tenderlight exposure CASE MAKER --statement`.\n",
        "| column | meaning |",
        "| --- | --- |",
        *statement_rows,
        "\n(replies-told)=",
        "## Replies\n",
        "What parties were asked and answered stands in every export. A claim that names a party has what that party",
        "was asked about its contract or the whole case, under any of its spellings; any other claim has what the",
        "parties of its contract were asked. Tables have it in words. Where anybody was asked in the case, lines of",
        "JSON have a further key `replies`: a list with these keys. Who wrote an entry is never told. Whether a",
        "deadline is over is not said either, for the same case gives the same bytes on any day.\n",
        "| key | meaning |",
        "| --- | --- |",
        *reply_rows,
        "\n(parquet-columns)=",
        "## Parquet\n",
        "`--format parquet` writes claims with these columns, contracts with those above (lists of texts) and pages",
        "with those above, `page_number` and `confidence` as numbers, `reasons` as a list.\n",
        "| column | meaning |",
        "| --- | --- |",
        *parquet_rows,
        "\n(tables-of-one-file)=",
        "## The tables of one file\n",
        "`tenderlight read FILE --tables csv` writes one table, a line for each row of every table in it. A table",
        "that goes on over pages is one table. A merged cell stands in its first place; lines end in CR LF.\n",
        "| column | meaning |",
        "| --- | --- |",
        *table_rows,
        "| `cell_1` | The first cell; `cell_2` and so on follow, as far as the widest table goes. |",
    ]
    return MADE + "\n".join(parts) + "\n"


def commands_page() -> str:
    """Return the page of commands, from their own help."""
    parts = ["# Commands\n", "Data goes to standard output, words to the error stream.\n"]
    for name in COMMANDS:
        command = tenderlight.get_command(click.Context(tenderlight), name)
        assert command is not None
        help_text = command.get_help(click.Context(command, info_name=f"tenderlight {name}", max_content_width=100))
        parts += [f"(command-{name})=", f"## tenderlight {name}\n", f"```text\n{help_text}\n```\n"]
        for below, each in sorted(command.commands.items()) if isinstance(command, click.Group) else ():
            whole = f"tenderlight {name} {below}"
            help_text = each.get_help(click.Context(each, info_name=whole, max_content_width=100))
            parts += [f"### {whole}\n", f"```text\n{help_text}\n```\n"]
    parts += ["## Exit codes\n", "| code | meaning |", "| --- | --- |"]
    parts += [f"| {code.value} | {meaning} |" for code, meaning in ENDS.items()]
    return MADE + "\n".join(parts) + "\n"


PAGES: dict[str, Callable[[], str]] = {
    "problems.md": problems_page,
    "columns.md": columns_page,
    "commands.md": commands_page,
}
