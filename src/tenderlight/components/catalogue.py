"""The catalogue of makers, product lines and kinds of parts, as `vocabulary/components` has it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

TABLE = "components.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of part and the words for it."""

    en: str
    zh: str
    words: tuple[str, ...]
    """`+` ends a word that may have a plural s, `*` one that may go on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """Whoever makes the goods of a brand."""

    code: str
    name: str
    company: str
    """Code of the company in `vocabulary/parties`."""
    makes: str
    kinds: tuple[str, ...]
    countries: tuple[str, ...]
    """ISO 3166-1 alpha-2."""
    confidence: str
    names: tuple[str, ...] = ()
    """Registered names."""
    brands: tuple[str, ...] = ()
    """Names that mean its goods wherever they stand."""
    beside: tuple[str, ...] = ()
    """Names that mean its goods in a column of brands, or beside a word for such goods or a model."""
    ordinary: tuple[str, ...] = ()
    """Words of the language: they mean its goods only beside a word for such goods."""
    never_alone: tuple[str, ...] = ()
    """Signs that mean nothing by themselves."""
    owner: str = ""
    """What is known of its owner: a reading aid, no claim."""
    lists: str = ""
    """Lists that are known to name it: a reading aid, no claim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """A product line of a maker."""

    code: str
    name: str
    maker: str
    kind: str
    confidence: str
    words: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    """Words that mean it with one of `near` in the same clause."""
    near: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    """Words that say that something else is meant."""
    ordinary: tuple[str, ...] = ()
    needs_brand: tuple[str, ...] = ()
    """Those of `beside` that mean it only with the maker's name in the same clause."""
    models: tuple[str, ...] = ()
    """Patterns of model numbers: `#` a figure, `?` a figure or letter, `…` anything that may follow."""
    branded: tuple[str, ...] = ()
    """Patterns that mean it only with the maker's name in the same clause, cell or row."""
    not_when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupCompany:
    """A legal person beside a maker."""

    of: str
    is_of_group: bool
    """False: its name is only like the maker's, or it was sold."""
    note: str
    confidence: str
    names: tuple[str, ...] = ()
    english: str = ""
    called: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where the entries come from."""

    title: str
    as_of: str
    checked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NamingWords:
    """Words that say as what a product is named."""

    rank: int = 0
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    glued: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    source: Source
    kinds: dict[str, Kind]
    makers: tuple[Maker, ...]
    companies: tuple[GroupCompany, ...]
    products: tuple[Product, ...]
    naming: dict[str, NamingWords]
    lookalikes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """The catalogue, by code."""

    source: Source
    kinds: dict[str, Kind]
    makers: dict[str, Maker]
    companies: tuple[GroupCompany, ...]
    products: dict[str, Product]
    naming: dict[str, NamingWords]
    lookalikes: tuple[str, ...]
    """Families of signs that are read for one another in model numbers."""

    def maker_called(self, name: str) -> Maker | None:
        """Return the maker with this code, name, brand or registered name; None if there is none, or several."""
        from tenderlight.languages.normalise import flatten  # a run that has nothing to do does not need it

        wanted = flatten(name).strip()
        found = {
            maker.code: maker
            for maker in self.makers.values()
            if wanted in map(flatten, (maker.code, maker.name, *maker.names, *maker.brands, *maker.beside))
        }
        return next(iter(found.values())) if len(found) == 1 else None


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    """Return the catalogue that ships with the program; read once a process."""
    import msgspec

    table = msgspec.json.decode(_content(), type=_Table)
    return Catalogue(
        source=table.source,
        kinds=table.kinds,
        makers={maker.code: maker for maker in table.makers},
        companies=table.companies,
        products={product.code: product for product in table.products},
        naming=table.naming,
        lookalikes=table.lookalikes,
    )


def catalogue_version() -> str:
    """Return a name for this catalogue: another name means that claims may differ."""
    return hashlib.sha256(_content()).hexdigest()[:16]


def _content() -> bytes:
    return (resources.files("tenderlight._generated") / TABLE).read_bytes()
