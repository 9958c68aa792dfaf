"""One document's pages → everything they state of the contract."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tenderlight.facts import remarks
from tenderlight.facts.bids.bidders import find_bidders
from tenderlight.facts.bids.lines import winning_entries
from tenderlight.facts.bids.ranked import with_ranked_bids
from tenderlight.facts.bids.rows import lots_of_items, settled_rows
from tenderlight.facts.corrections.contract_changes import apply_changes
from tenderlight.facts.corrections.eastern_changes import with_eastern_changes
from tenderlight.facts.corrections.replaced import apply_corrections
from tenderlight.facts.corrections.superseded import find_superseded
from tenderlight.facts.dates.events import find_dates_of_notice
from tenderlight.facts.dates.iberian import with_own_days
from tenderlight.facts.fields.boxes import without_unticked
from tenderlight.facts.fields.eforms_pages import eforms_entries, eforms_stage
from tenderlight.facts.fields.iberian_rows import with_iberian_rows
from tenderlight.facts.fields.key_values import read_entries
from tenderlight.facts.fields.keyed import with_keyed_fields
from tenderlight.facts.fields.numbered_lots import with_numbered_lots
from tenderlight.facts.fields.standard_forms import form_entries, form_stage, told_by_form
from tenderlight.facts.fields.styled_firms import with_styled_firms
from tenderlight.facts.fields.terms_between import with_terms_between
from tenderlight.facts.fields.typed import with_typed_cells
from tenderlight.facts.fields.units_behind import with_units_behind
from tenderlight.facts.goods.items import find_line_items
from tenderlight.facts.goods.labelled_below import with_labelled_makes
from tenderlight.facts.goods.only_thing import with_only_make, with_only_thing
from tenderlight.facts.goods.opened_between import without_makes_of_others
from tenderlight.facts.goods.parts import find_parts, plainly_named
from tenderlight.facts.goods.priced_elsewhere import with_prices_elsewhere
from tenderlight.facts.goods.proved_prices import with_proved_prices, with_units_of_prices
from tenderlight.facts.goods.titled import goods_of_title, is_sale
from tenderlight.facts.goods.works import is_of_works
from tenderlight.facts.left_over import suppliers_and_prices
from tenderlight.facts.lots.in_values import with_values_by_lot
from tenderlight.facts.lots.one_name import with_one_name
from tenderlight.facts.lots.only_lots import without_only_lot
from tenderlight.facts.lots.stated import with_lots
from tenderlight.facts.lots.tied_prices import with_tied_prices
from tenderlight.facts.lots.verdicts import WON_IN_TURN_HAN
from tenderlight.facts.lots.void_sentences import with_void_sentences
from tenderlight.facts.lots.wholes import with_wholes
from tenderlight.facts.money.absent import absent_prices
from tenderlight.facts.money.chinese_sentences import money_entries, signed_entries
from tenderlight.facts.money.decimal_marks import decimal_mark_of
from tenderlight.facts.money.led_totals import with_led_totals
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.iberian_divisions import country_of_divisions
from tenderlight.facts.pages.language import language_of_notice
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.pages.origins import country_of_notice, is_day_first
from tenderlight.facts.paragraphs.unbroken import unbroken
from tenderlight.facts.parties.buyers import Offices, find_offices
from tenderlight.facts.parties.chinese_listed_firms import with_chinese_listed_firms
from tenderlight.facts.parties.firms_below import with_firms_below
from tenderlight.facts.parties.helpers_told import with_helpers_told
from tenderlight.facts.parties.listed_firms import with_listed_firms
from tenderlight.facts.parties.one_winner import with_one_winner
from tenderlight.facts.parties.parted_work import with_parted_work
from tenderlight.facts.parties.parts_of_offices import without_posts
from tenderlight.facts.parties.parts_told import with_told_parts
from tenderlight.facts.parties.suppliers import LETTER, contested_lots
from tenderlight.facts.parties.undone import without_undone
from tenderlight.facts.places.habits import country_of_dollars
from tenderlight.facts.places.iberian import signing_lines
from tenderlight.facts.places.regions import chinese_country, find_region
from tenderlight.facts.price.checks import check_figures
from tenderlight.facts.procedure.numbers import find_project_numbers
from tenderlight.facts.procedure.titles import find_title
from tenderlight.facts.prose.chinese import prose_entries
from tenderlight.facts.prose.corrected_lots import by_lot_clauses
from tenderlight.facts.prose.counted_firms import with_subcontractors
from tenderlight.facts.prose.english_errata import english_errata
from tenderlight.facts.prose.former_winners import without_former_winners
from tenderlight.facts.prose.quoted_corrections import corrected_awards, without_quoted
from tenderlight.facts.prose.western import running_entries
from tenderlight.facts.readers.goods.divided import with_told_makes
from tenderlight.facts.readers.goods.together import with_read_goods
from tenderlight.facts.readers.parties.together import with_read_parties
from tenderlight.facts.readers.prices.together import with_read_prices
from tenderlight.facts.readers.stages.told import read_stage
from tenderlight.facts.stages.eastern import told_in_cyrillic
from tenderlight.facts.stages.iberian import iberian_stage
from tenderlight.facts.stages.loosely import stage_loosely_told
from tenderlight.facts.stages.roots import beside_its_fields, stage_by_roots
from tenderlight.facts.stages.stage import find_stage, heading_stages, own_heading, stage_statements
from tenderlight.facts.stages.western_sentences import settled_in_words, told_in_sentences, with_undone_selection
from tenderlight.facts.words.vocabulary import DATES, Meaning
from tenderlight.languages.normalise import flatten
from tenderlight.model.document import Page
from tenderlight.model.problem import Problem
from tenderlight.model.statement import Stage, Statement

_NEVER_OLD = DATES | {Meaning.BUDGET, Meaning.CEILING, Meaning.ESTIMATE}
"""What 原 before a label does not take back where nothing is put right: 原预算 of a notice of cancellation."""
_GUESSED = frozenset({remarks.ONLY_FIRM, remarks.ONLY_SUM, remarks.BESIDE_WINNER})
"""What no word says: not told of a document whose stage no word tells either."""
_LONGEST = 20_000
_WITH_MODELS = frozenset({Stage.TENDER, Stage.PLAN})
"""Stages whose files carry contract models and forms to be filled in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """What a document prints in fields and sentences, as it is found before its stage is known."""

    sheets: tuple[Sheet, ...]
    entries: tuple[Entry, ...]
    running: tuple[Entry, ...]
    """Of its sentences."""
    form: tuple[Entry, ...]
    """Of a standard form; they are among the entries."""
    title: tuple[Stage, Piece] | None
    """The stage that its own heading names, and the words that name it."""
    language: str
    """ISO 639-1."""

    def all(self) -> list[Entry]:
        """Return the entries of fields, and behind them those of sentences."""
        return [*self.entries, *self.running]


def read_facts(pages: Sequence[Page]) -> tuple[Statement, ...]:
    """Return what the pages of one document state, each with the words it rests on.

    A pure function of the pages: stage, title, numbers, buyer, agency, suppliers, amounts, dates, region, line items.
    What cannot be told is left out; an empty field is better than a wrong one.
    """
    return read_document(pages)[0]


def read_document(pages: Sequence[Page]) -> tuple[tuple[Statement, ...], tuple[Problem, ...]]:
    """Return what the pages of one document state, and what they announce and do not give.

    Lines that were broken for want of room are read as one; what is quoted is as written. Problems:
    price-without-figure, price-not-understood, lot-with-several-winners.
    """
    copies = unbroken(pages)
    statements, problems = _read(copies.pages)
    return copies.as_written(statements), problems


def _read(pages: Sequence[Page]) -> tuple[tuple[Statement, ...], tuple[Problem, ...]]:
    notice, offices, statements = before_goods(pages)
    items: list[Statement] = []
    if not is_sale(notice) and not is_of_works(notice):
        items = with_read_goods(notice, statements, find_line_items(notice) or goods_of_title(notice))
        items = with_only_make(notice, statements, with_only_thing(notice, statements, items))
        items = with_labelled_makes(notice, statements, with_units_of_prices(notice, with_proved_prices(notice, items)))
        items = without_makes_of_others(notice, with_told_makes(notice, items))
        items = with_prices_elsewhere(notice, statements, items)
    items = plainly_named(notice, items)
    statements = [
        *check_figures(notice, statements, items),
        *find_region(notice, statements),
        *items,
        *find_parts(notice, items),
        *find_bidders(notice, statements),
        *offices.end_users,
    ]
    return tuple(statements), (*absent_prices(notice, statements), *contested_lots(notice))


def before_goods(pages: Sequence[Page]) -> tuple[Notice, Offices, list[Statement]]:
    """Return a document as it is understood before its goods are looked for, with its offices and what it states."""
    notice, offices, statements = told_by_rules(pages)
    statements = with_told_parts(notice, with_read_parties(notice, offices, statements))
    return notice, offices, with_one_name(without_undone(notice, with_read_prices(notice, statements)))


def fields_of(pages: Sequence[Page]) -> Fields:
    """Return what a document prints in fields and sentences, as it is found before its stage is known."""
    headings = heading_stages(pages)
    first = headings[0][0] if headings else None
    entries = read_entries(pages, skip_models=first in _WITH_MODELS)
    title = own_heading(headings, entries)
    if title is not None and (title[0] in _WITH_MODELS) != (first in _WITH_MODELS):
        entries = read_entries(pages, skip_models=title[0] in _WITH_MODELS)
    sheets = tuple(Sheet(page=page, flat=flatten(page.text)) for page in pages)
    form = form_entries(sheets) or eforms_entries(sheets)
    told = told_by_form(form)
    if form:
        entries = [*form, *(entry for entry in entries if entry.meaning not in told)]
        entries = [replace(entry, order=index) for index, entry in enumerate(entries)]
    language = language_of_notice(pages, entries)
    entries = settled_rows(
        with_numbered_lots([*with_terms_between(with_units_behind(entries))])
        if language == "zh"
        else with_typed_cells(with_styled_firms(entries))
    )
    entries = without_posts(with_iberian_rows(with_keyed_fields(lots_of_items(entries)), language))
    entries = with_led_totals(entries) if language != "zh" else entries
    running = [one for one in running_entries(sheets, entries, language) if one.meaning not in told]
    running = with_own_days(
        without_former_winners(running, sheets, language), sheets, signing_lines(sheets, language), language
    )
    return Fields(
        sheets=sheets,
        entries=tuple(entries),
        running=tuple(running),
        form=tuple(form),
        title=title,
        language=language,
    )


def told_by_rules(pages: Sequence[Page]) -> tuple[Notice, Offices, list[Statement]]:
    """Return a document as rules understand it before its goods are looked for, with its offices and what it states.

    The statements are those of stage, title, numbers, buyer, agency, suppliers, amounts and dates. The stage is the
    model's where rules tell none or one that it finds very unlikely.
    """
    fields = fields_of(pages)
    sheets, entries, title, language = fields.sheets, list(fields.entries), fields.title, fields.language
    stage = _stage_of(fields)
    read = (
        None if _is_settled(fields, stage) else read_stage(sheets, fields.all(), language, stage[0] if stage else None)
    )
    stage = (read.stage, read.line) if read is not None else stage
    running = without_quoted(fields.running, sheets, stage[0] if stage else None, language)
    entries = _as_changed(sheets, entries, running, stage[0] if stage else None, language)
    entries = with_subcontractors(entries) if language != "zh" else entries
    entries = [*entries, *(replace(entry, order=len(entries) + index) for index, entry in enumerate(running))]
    entries = with_eastern_changes(entries, sheets, language, stage[0] if stage else None)
    flats = [sheet.flat for sheet in sheets]
    if language == "zh":
        country: str | None = chinese_country(sheets)
        entries = with_parted_work(entries)
        entries = _with_sentences(sheets, entries, stage[0] if stage else None, title[1] if title else None)
    else:
        country = country_of_notice(_about_buyer(entries), language, flats) or country_of_dollars(sheets, language)
        country = country or country_of_divisions([page.text for page in pages], language)
    notice = Notice(
        sheets=sheets,
        entries=tuple(without_unticked(entries)),
        stage=stage[0] if stage else None,
        title=title[1] if title else None,
        language=language,
        country=country,
        day_first=is_day_first(language, country, flats),
        decimal_mark=decimal_mark_of(language, country, flats),
    )
    notice = with_void_sentences(with_tied_prices(with_lots(with_values_by_lot(with_wholes(notice)))))
    notice = with_ranked_bids(with_listed_firms(with_chinese_listed_firms(without_only_lot(notice))))
    notice = with_helpers_told(with_firms_below(with_one_winner(notice)))
    offices = find_offices(notice)
    notice, bought = suppliers_and_prices(notice, offices)
    if read is not None:
        bought = [one for one in bought if not _GUESSED.intersection(one.against)]
    statements = [
        *stage_statements(stage, notice.entries, (remarks.READ_STAGE,) if read is not None else ()),
        *find_title(notice),
        *find_project_numbers(notice),
        *offices.buyers,
        *offices.agencies,
        *bought,
        *find_dates_of_notice(notice),
        *find_superseded(notice),
    ]
    return notice, offices, statements


def _is_settled(fields: Fields, stage: tuple[Stage, Piece] | None) -> bool:
    """Say whether a model need not be asked: a Chinese heading tells the stage, or sections of a standard form do."""
    is_headed = stage is not None and fields.title is not None and fields.title[0] is stage[0]
    return bool(fields.form) or (fields.language == "zh" and is_headed)


def _stage_of(fields: Fields) -> tuple[Stage, Piece] | None:
    """Return the stage and the words that tell it: by heading, fields and sentences, else by ways of last resort."""
    sheets, title, form, language = fields.sheets, fields.title, fields.form, fields.language
    entries, running = fields.entries, fields.running
    stage = find_stage(
        title or form_stage(form, sheets) or eforms_stage(form),
        [*entries, *(running or _telling(sheets, title, language))],
    ) or told_in_sentences(sheets, fields.all(), language)
    is_headed = bool(title or form)
    stage = settled_in_words(stage, sheets, fields.all(), language=language, is_headed=is_headed)
    stage = iberian_stage(stage, sheets, fields.all(), language)
    stage = beside_its_fields(stage, sheets, title[1] if title else None) or stage_by_roots(sheets)
    stage = with_undone_selection(stage, sheets)
    stage = told_in_cyrillic(stage, sheets, fields.all(), language)
    return stage or stage_loosely_told(sheets, language)


def _as_changed(
    sheets: tuple[Sheet, ...], entries: list[Entry], running: Sequence[Entry], stage: Stage | None, language: str
) -> list[Entry]:
    """Return the entries with what a correction or a supplement puts in the place of the old values."""
    if stage is Stage.CORRECTION:
        entries = by_lot_clauses(apply_corrections(entries, sheets), sheets)
        entries = [*entries, *corrected_awards(sheets, [*entries, *running])]
        return [*entries, *english_errata(sheets, [*entries, *running])] if language == "en" else entries
    if language == "zh" and stage in {Stage.CONTRACT, Stage.ACCEPTANCE}:
        entries = apply_changes(entries, sheets)
    return [replace(one, old=False) if one.old and one.meaning in _NEVER_OLD else one for one in entries]


def _with_sentences(
    sheets: tuple[Sheet, ...], entries: Sequence[Entry], stage: Stage | None, title: Piece | None
) -> list[Entry]:
    """Return the entries of a Chinese document, and behind them what its sentences say."""
    found = list(entries)
    is_letter = title is not None and LETTER.search("".join(title.flat.split())) is not None
    found += prose_entries(sheets, stage, is_letter=is_letter, first=len(found))
    found += money_entries(sheets, found)
    return [*found, *(winning_entries(sheets, found) if stage is Stage.AWARD else [])]


def _telling(sheets: Sequence[Sheet], title: object, language: str) -> list[Entry]:
    """Return what Chinese sentences say that may tell the stage of a document without a heading."""
    if title is not None or language != "zh":
        return []
    told = prose_entries(sheets, None, is_letter=False, first=0)
    for sheet in sheets[:1]:
        won = WON_IN_TURN_HAN.search(sheet.flat[:_LONGEST])
        value = Piece(sheet=sheet, start=won.start(), end=won.end()) if won else None
        told += [Entry(meaning=Meaning.SUPPLIER, label="", value=value, order=0)] if value else []
    return [*told, *signed_entries(sheets)]


def _about_buyer(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries that may say in which country the buyer is."""
    meanings = (Meaning.BUYER, Meaning.PLACE, Meaning.ADDRESS)
    return [entry for meaning in meanings for entry in entries if entry.meaning is meaning][:6]
