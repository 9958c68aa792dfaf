"""The sourced table of companies: names that no rule can derive (海康威视 / Hikvision), each with where it stands."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from tenderlight.matching.parsing import HAN, ParsedName, parse_name
from tenderlight.matching.relation import Standing, relate
from tenderlight.matching.tables import CompanyRow, name_tables


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedCompany:
    """A company that a name stands for, by the table."""

    company: CompanyRow
    written: str
    """The name in the table that it is."""
    kind: str
    """registered, former, alias or ambiguous."""

    @property
    def is_certain(self) -> bool:
        """Whether the name means this company and no other, and stands in a file that was at hand."""
        return self.kind != "ambiguous" and self.is_checked

    @property
    def is_checked(self) -> bool:
        """Whether the name stands in a file that was at hand when it was entered."""
        return self.written not in self.company.unchecked

    @property
    def is_registered(self) -> bool:
        """Whether the name is or was in the register."""
        return self.kind in {"registered", "former"}


class CompanyTable:
    """The companies by the distinctive part of their names."""

    def __init__(self, companies: tuple[CompanyRow, ...]) -> None:
        self._by_code = {company.code: company for company in companies}
        self._by_rest: defaultdict[str, list[tuple[ParsedName, NamedCompany]]] = defaultdict(list)
        for company in companies:
            kinds = (
                ("registered", company.registered),
                ("former", company.former),
                ("alias", company.aliases),
                ("ambiguous", company.ambiguous),
            )
            for kind, names in kinds:
                for name in names:
                    parsed = parse_name(name)
                    entry = NamedCompany(company=company, written=name, kind=kind)
                    self._by_rest[rest_of(parsed)].append((parsed, entry))

    def head_of(self, company: CompanyRow) -> CompanyRow | None:
        """Return the company that heads the group of another; None if it heads its own, or none is known."""
        return self._by_code.get(company.group or "")

    def named(self, name: ParsedName) -> list[NamedCompany]:
        """Return the companies that a name stands for; certain names before ambiguous ones, each company once."""
        alike = self._by_rest.get(rest_of(name))
        if alike is None:
            return []
        found: dict[str, NamedCompany] = {}
        for parsed, entry in alike:
            standing = relate(name, parsed).standing
            if standing is Standing.SAME or (standing is Standing.DERIVED and entry.is_registered):
                known = found.get(entry.company.code)
                if known is None or (entry.is_certain and not known.is_certain):
                    found[entry.company.code] = entry
        return sorted(found.values(), key=lambda entry: (not entry.is_certain, not entry.is_registered))


def rest_of(name: ParsedName) -> str:
    """Return the distinctive part by which names are looked up: Chinese without place and form, other words joined."""
    return f"{name.kind is HAN:d}{name.rest}"


@lru_cache(maxsize=1)
def company_table() -> CompanyTable:
    """Return the table that ships with the program."""
    return CompanyTable(name_tables().companies)
