"""What the pages of a dossier show, in the order of the page, each text in the language of the reader."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from tenderlight.capabilities import CapabilityEntry, capability_entries
from tenderlight.languages.scripts import has_han
from tenderlight.model.quote import Quote
from tenderlight.model.statement import StatementKind
from tenderlight.model.values import CapabilityValue
from tenderlight.publish.against import against_in
from tenderlight.publish.catalogue import HTML_CODES, say
from tenderlight.publish.dossier_findings import Finding
from tenderlight.publish.dossier_places import Place, Places
from tenderlight.publish.dossier_sentences import Sentence, sentence_of, value_of
from tenderlight.publish.pictures import Picture, pictures_of
from tenderlight.publish.terms import term_in
from tenderlight.publish.told_words import pointer_in
from tenderlight.publish.wording import PICTURES_THAT_PROVE_NOTHING, where

PRODUCTS = frozenset({StatementKind.LINE_ITEM, StatementKind.COMPONENT})


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteView:
    """A quote in its sentence, with the pictures of its place."""

    before: str
    text: str
    after: str
    language: str
    """Of the words, as `lang` says it; empty = not known."""
    where: str
    path: str
    document: str
    start: int
    end: int
    reader: str
    is_laid_out: bool
    pictures: tuple[Picture, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmationView:
    """One confirmation."""

    person: str
    """Empty where names are left out."""
    date: str
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """One finding."""

    claim: str
    sentence: Sentence
    quotes: tuple[QuoteView, ...]
    against: tuple[str, ...]
    confirmations: tuple[ConfirmationView, ...]
    rule: str
    rule_version: int
    confidence: str
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TermView:
    """A capability of which findings speak."""

    code: str
    label: str
    definition: str
    not_when: str
    language: str
    """Of the words, as `lang` says it."""
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartsView:
    """The findings of a dossier by the part of the page they stand in."""

    capabilities: tuple[FindingView, ...]
    facts: tuple[FindingView, ...]
    products: tuple[FindingView, ...]
    terms: tuple[TermView, ...]


def parts_of(
    findings: Sequence[Finding], places: Places, drawn: Mapping[str, str], *, language: str, has_names: bool
) -> PartsView:
    """Return the findings as the page of a language shows them.

    Args:
        findings: In the order of the page.
        places: Where quotes stand.
        drawn: Where the pictures lie, by the name that `publish.pictures` gives them; others were not drawn.
        language: Of the reader.
        has_names: Whether those who confirmed are named.
    """
    parts: dict[str, list[FindingView]] = {"capabilities": [], "facts": [], "products": []}
    for finding in findings:
        kind = finding.claim.kind
        part = "capabilities" if kind is StatementKind.CAPABILITY else "products" if kind in PRODUCTS else "facts"
        parts[part].append(_finding(finding, places, drawn, language=language, has_names=has_names))
    return PartsView(
        capabilities=tuple(parts["capabilities"]),
        facts=tuple(parts["facts"]),
        products=tuple(parts["products"]),
        terms=tuple(_terms(findings, language)),
    )


def against(finding: Finding) -> tuple[str, ...]:
    """Return what speaks against a finding, with what was not compared; empty if nothing was found."""
    said = list(finding.claim.against)
    if finding.claim.picture in PICTURES_THAT_PROVE_NOTHING:
        said.append(PICTURES_THAT_PROVE_NOTHING[finding.claim.picture])
    return tuple(dict.fromkeys(said))


def shown_quotes(finding: Finding) -> tuple[Quote, ...]:
    """Return the quotes of a finding with the boxes that those who confirmed it drew, if they did."""
    edit = finding.claim.edit
    if edit is None or edit.boxes is None:
        return finding.claim.quotes
    pairs = zip(finding.claim.quotes, edit.boxes, strict=True)
    return tuple(
        replace(quote, boxes=boxes, layout_pages=quote.layout_pages if quote.layout else ()) for quote, boxes in pairs
    )


def pictures_on_page(quote: Quote, place: Place, drawn: Mapping[str, str]) -> tuple[Picture, ...]:
    """Return the parts of pictures that show a quote, as far as they were drawn."""
    if place.page is None:
        return ()
    found = pictures_of(quote, place.page, place.layout)
    named = ((picture, picture.href.rpartition("/")[2]) for picture in found)
    return tuple(replace(picture, href=f"../{drawn[name]}") for picture, name in named if name in drawn)


def _finding(
    finding: Finding, places: Places, drawn: Mapping[str, str], *, language: str, has_names: bool
) -> FindingView:
    claim = finding.claim
    return FindingView(
        claim=claim.claim,
        sentence=sentence_of(claim, language),
        quotes=tuple(_quote(quote, places, drawn, language) for quote in shown_quotes(finding)),
        against=tuple(against_in(language, sentence) for sentence in against(finding)),
        confirmations=tuple(
            ConfirmationView(person=review.person if has_names else "", date=review.at[:10], because=review.because)
            for review in finding.reviews
        ),
        rule=claim.rule,
        rule_version=claim.rule_version,
        confidence="" if claim.confidence is None else f"{claim.confidence:.2f}",
        parties=finding.parties,
    )


def _quote(quote: Quote, places: Places, drawn: Mapping[str, str], language: str) -> QuoteView:
    place, shown = places.of(quote), places.published(quote)
    before, after = place.sentence_around(quote)
    return QuoteView(
        before=before,
        text=shown.text,
        after=after,
        language="zh" if has_han(shown.text) else "",
        where=where_words(shown, language),
        path=shown.path,
        document=shown.document,
        start=shown.start,
        end=shown.end,
        reader=shown.reader,
        is_laid_out=quote.layout is not None,
        pictures=pictures_on_page(quote, place, drawn),
    )


def where_words(quote: Quote, language: str) -> str:
    """Return where a quote stands, for people."""
    return _WHERE.get(language, _where_in_english)(quote)


def _where_in_english(quote: Quote) -> str:
    return where(quote.path, quote.page_number, quote.pointer)


def _where_in_chinese(quote: Quote) -> str:
    parts = [quote.path]
    if quote.page_number is not None and not quote.pointer:
        parts.append(f"第 {quote.page_number} 页")
    if quote.pointer:
        parts.append(pointer_in("zh", quote.pointer))
    return "，".join(parts)


_WHERE: dict[str, Callable[[Quote], str]] = {"en": _where_in_english, "zh": _where_in_chinese}


def _terms(findings: Sequence[Finding], language: str) -> list[TermView]:
    values = (value_of(finding.claim) for finding in findings)
    codes = sorted({value.capability for value in values if isinstance(value, CapabilityValue)})
    entries = capability_entries()
    return [_term(entries[code], language) for code in codes if code in entries]


def _term(entry: CapabilityEntry, language: str) -> TermView:
    term = term_in(language, entry)
    is_chinese = term.language == HTML_CODES["zh"]
    not_when = ("；" if is_chinese else "; ").join(term.not_when)
    return TermView(
        code=entry.code,
        label=term.label,
        definition=term.definition,
        not_when=say("zh" if is_chinese else "en", "dossier.term_not", not_when=not_when),
        language=term.language,
        sources=entry.sources,
    )
