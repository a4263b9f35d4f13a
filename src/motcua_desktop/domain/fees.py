"""What a procedure costs: phí and lệ phí by channel, date, pages and copies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

#: What an unnamed fee is called; kept in the register and printed, so never translated.
CHARGE_NAME = "Lệ phí"
#: How a fee was paid: in cash, by bank transfer, on the portal.
PAID_WAYS = ("cash", "transfer", "online")
#: What stands in the place of the way while the fee is still owed.
NOT_PAID = "none"


class FeeKind(StrEnum):
    """Phí and lệ phí are two columns in every report."""

    FEE = "phi"
    CHARGE = "le_phi"


class Per(StrEnum):
    """What the amount is counted by."""

    DOSSIER = "dossier"
    PAGE = "page"
    COPY = "copy"


@dataclass(frozen=True, slots=True)
class FeeRule:
    """One amount in đồng. Per page: `amount` for the first `first_pages` pages of each copy, `amount_after`
    for the others, at most `cap` a copy. `confirmed` is false where no published text was read.
    """

    name: str
    kind: FeeKind
    amount: int
    per: Per = Per.DOSSIER
    channel: str = ""
    first_pages: int = 0
    amount_after: int = 0
    cap: int = 0
    effective_from: date | None = None
    effective_to: date | None = None
    confirmed: bool = True


@dataclass(frozen=True, slots=True)
class FeeLine:
    """One line of what is to be paid, in đồng; `note` says why it is not what the rules give."""

    name: str
    kind: FeeKind
    amount: int
    confirmed: bool = True
    note: str = ""

    @property
    def words(self) -> str:
        """The name as papers say it, with the note."""
        return f"{self.name} ({self.note})" if self.note else self.name


def fee_lines(
    rules: tuple[FeeRule, ...], *, channel: str, on: date, pages: int = 1, copies: int = 1
) -> tuple[FeeLine, ...]:
    """The lines to be paid for a dossier of `channel` received on `on`, with `pages` of `copies` each."""
    return tuple(
        FeeLine(rule.name, rule.kind, _amount(rule, pages, copies), rule.confirmed)
        for rule in in_force(rules, on)
        if rule.channel in ("", channel)
    )


def in_force(rules: tuple[FeeRule, ...], on: date) -> tuple[FeeRule, ...]:
    """The fees that are charged on that day."""
    return tuple(
        rule for rule in rules if (rule.effective_from or date.min) <= on <= (rule.effective_to or date.max)
    )


def _amount(rule: FeeRule, pages: int, copies: int) -> int:
    if rule.per is Per.DOSSIER:
        return rule.amount
    if rule.per is Per.COPY:
        return rule.amount * copies
    first = min(pages, rule.first_pages) if rule.first_pages else pages
    one_copy = first * rule.amount + (pages - first) * rule.amount_after
    return copies * (min(one_copy, rule.cap) if rule.cap else one_copy)


def total(lines: tuple[FeeLine, ...]) -> int:
    """The sum in đồng."""
    return sum(line.amount for line in lines)


def owed(lines: tuple[FeeLine, ...], paid_by: str) -> int:
    """What is still to be paid, in đồng, where the officer said that it was not paid yet."""
    return total(lines) if paid_by == NOT_PAID else 0


def doubled(rules: tuple[FeeRule, ...]) -> FeeRule | None:
    """The first rule that another of the same name and channel already covers on some day: both would be
    charged. None when there is none."""
    for number, rule in enumerate(rules):
        for other in rules[:number]:
            channels = {rule.channel, other.channel}
            same = rule.name == other.name and (len(channels) == 1 or "" in channels)
            if same and _meet(rule, other):
                return rule
    return None


def _meet(one: FeeRule, other: FeeRule) -> bool:
    start = max(one.effective_from or date.min, other.effective_from or date.min)
    return start <= min(one.effective_to or date.max, other.effective_to or date.max)
