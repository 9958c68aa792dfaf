"""`tenderlight link`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tenderlight.cli.places import CasePlace

if TYPE_CHECKING:
    from tenderlight.cases.places import Place
    from tenderlight.model.link import Link, SharedWords

LONGEST_SHOWN = 100
SHOWN = 3
_SAID = {
    "same_notice": "One notice twice",
    "similar_text": "Nearly the same text",
    "shared_clauses": "Clauses that two buyers share",
    "shared_traits": "What two bids for one contract share",
}


@click.command(name="link", short_help="Notices published twice, and clauses that few buyers share.")
@click.argument("case_folder", metavar="CASE", type=CasePlace())
@click.option("--json", "as_json", is_flag=True, help="One link a line, as JSON, with all quotes.")
def command(case_folder: Place, as_json: bool) -> None:
    """Compare all documents of CASE with each other, show which have text in common, and claim it.

    \b
    tenderlight link my-case
    tenderlight link my-case --json > links.jsonl

    Shown are notices that stand in the case twice, so that they can be counted once, and clauses that different
    buyers use and few others do. What many buyers have is boilerplate, and left out. A link says that the words stand
    in both, and never why: an agency, a law or a data sheet may be where they come from. It accuses nobody.
    Links that are claims stand in the case from then on; `find` makes them, too.
    """
    import msgspec

    from tenderlight.cases import Case
    from tenderlight.cli.plain import plain
    from tenderlight.errors import TenderlightError
    from tenderlight.pipeline.link_claims import store_links
    from tenderlight.pipeline.link_version import links_version
    from tenderlight.pipeline.linking import link, link_of_facts, link_of_sign

    with Case.open(case_folder) as case:
        depends_on = case.links.depends_on(links_version())
        linked = link(case)
        links = [*linked.links, *(link_of_facts(case, one) for one in linked.same)]
        links += [link_of_sign(linked, one) for one in linked.signs]
        if not case.links.is_current(depends_on):
            try:
                store_links(case, linked, depends_on=depends_on)
            except TenderlightError as trouble:
                click.echo(plain(f"Not claimed: {trouble.message}\nWhat to do: {trouble.what_to_do()}"), err=True)
    for one in links:
        if as_json:
            click.echo(msgspec.json.encode(one))
        else:
            _print(one)
    click.echo(
        f"{linked.documents} documents with pages{_and_records(linked.records)} are {linked.notices} notices, each "
        "counted once. "
        f"In {linked.without_buyer} no buyer, or more than one, was read: no clause is shared with those.",
        err=True,
    )


def _and_records(count: int) -> str:
    return f" and {count} records" if count else ""


def _print(one: Link) -> None:
    from tenderlight.cli.plain import plain

    words = one.words[0]
    alike = "" if one.similarity is None else f" ({one.similarity:.2f})"
    differs = f", other {', '.join(one.differs).replace('_', ' ')}" if one.differs else ""
    count = f": {one.clauses}" if one.clauses else ""
    rate = f", as {one.pairs} of {one.of_pairs} pairs of documents of different contracts do" if one.of_pairs else ""
    traits = f": {', '.join(one.traits)}" if one.traits else ""
    click.echo(plain(f"{_SAID[one.kind]}{alike}{differs}{count}{traits}{rate}"))
    click.echo(plain(f"      {words.first.path}\n      {words.second.path}"))
    for each in one.words[:SHOWN] if one.clauses else ():
        _print_words(each, one)


def _print_words(each: SharedWords, one: Link) -> None:
    from tenderlight.cli.plain import plain

    said = " ".join(each.first.text.split())[:LONGEST_SHOWN]
    base = (
        f"in {each.documents} of {one.of_documents} documents, {each.buyers} of {each.of_buyers} buyers of its language"
    )
    click.echo(plain(f"      p. {each.first.page_number} and {each.second.page_number}, {base}: {said}"))
