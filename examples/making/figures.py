"""The facts that several documents repeat, read once and checked before anything is written."""

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

DIGITS = "零壹贰叁肆伍陆柒捌玖"
PLACES = ("", "拾", "佰", "仟")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One row of the price list; `price` is for one unit, in yuan."""

    number: int
    name: str
    brand: str
    model: str
    unit: str
    quantity: int
    price: Decimal

    @property
    def total(self) -> Decimal:
        """Quantity times unit price, in yuan."""
        return self.quantity * self.price


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A titled part of the price list."""

    title: str
    items: tuple[Item, ...]

    @property
    def total(self) -> Decimal:
        """Sum of the rows, in yuan."""
        return sum((item.total for item in self.items), Decimal(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """Something offered beside the contract that no total includes."""

    name: str
    unit: str
    price: Decimal
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """One instalment: its share of the contract in per cent, and the sum in yuan, digits and capitals."""

    share: int
    when: str
    amount: Decimal
    capitals: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Everything that must agree between the documents of the story."""

    story: dict[str, str]
    amount: Decimal
    budget: Decimal
    groups: tuple[Group, ...]
    options: tuple[Option, ...]
    payments: tuple[Payment, ...]

    def item(self, name: str) -> Item:
        """The row called `name`."""
        return next(item for group in self.groups for item in group.items if item.name == name)


def money(amount: Decimal | str) -> str:
    """An amount with thousands separators and two decimals: 42,868,000.00."""
    return f"{Decimal(amount):,.2f}"


def in_capitals(amount: Decimal) -> str:
    """A whole number of yuan below one hundred million in capital numerals, as contracts write it."""
    if amount != amount.to_integral_value() or not 0 < amount < 10**8:
        message = f"Only whole yuan below one hundred million are written here, not {amount}."
        raise ValueError(message)
    high, low = divmod(int(amount), 10_000)
    words = _four_digits(high) + "万" if high else ""
    if low:
        words += ("零" if high and low < 1000 else "") + _four_digits(low)
    return words + "元整"


def _four_digits(number: int) -> str:
    words, gap = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            words += ("零" if gap and words else "") + DIGITS[digit] + PLACES[place]
        gap = digit == 0
    return words


def read_figures(path: Path) -> Figures:
    """Read and check the figures.

    Raises:
        ValueError: When a sum, a share or an amount in capitals does not agree with the rest.
    """
    tables = tomllib.loads(path.read_text("utf-8"), parse_float=Decimal)
    story = tables["story"]
    amount, budget = Decimal(story["amount"]), Decimal(story["budget"])
    payments = tuple(
        Payment(share=row["share"], when=row["when"], amount=amount * row["share"] / 100, capitals=row["capitals"])
        for row in story["payments"]
    )
    options = tuple(Option(**{**row, "price": Decimal(row["price"])}) for row in tables["options"])
    words = {key: str(value) for key, value in story.items() if key != "payments"}
    figures = Figures(
        story=words, amount=amount, budget=budget, groups=_groups(tables["groups"]), options=options, payments=payments
    )
    _check(figures)
    return figures


def _groups(rows: list[dict[str, list[dict[str, str | int]]]]) -> tuple[Group, ...]:
    groups, number = [], 0
    for row in rows:
        items = []
        for entry in row["items"]:
            number += 1
            price = Decimal(entry["price"])
            items.append(
                Item(
                    number=number,
                    name=str(entry["name"]),
                    brand=str(entry["brand"]),
                    model=str(entry["model"]),
                    unit=str(entry["unit"]),
                    quantity=int(entry["quantity"]),
                    price=price,
                )
            )
        groups.append(Group(title=str(row["title"]), items=tuple(items)))
    return tuple(groups)


def _check(figures: Figures) -> None:
    pairs = [
        (sum(group.total for group in figures.groups), figures.amount),
        (sum(payment.amount for payment in figures.payments), figures.amount),
        (figures.story["amount_in_capitals"], in_capitals(figures.amount)),
        *((payment.capitals, in_capitals(payment.amount)) for payment in figures.payments),
    ]
    for written, computed in pairs:
        if written != computed:
            message = f"The figures disagree: {written} is not {computed}."
            raise ValueError(message)
