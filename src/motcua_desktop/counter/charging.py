"""What is to be paid where the rules alone do not say it: papers copied, waived, lowered, other amounts.

The words here are kept in the register and printed, so they are never translated.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from motcua_desktop.domain.fees import FeeLine, FeeRule, Per, fee_lines
from motcua_desktop.domain.procedure import Procedure
from motcua_desktop.domain.text import clean, dong

#: What a paper is called that nobody named, and how `CopyLine.words` are read again.
_PAPER, _COPIED = "Giấy tờ", re.compile(r"(.*) \((\d+) trang, (\d+) bản sao\)")


@dataclass(frozen=True, slots=True)
class CopyLine:
    """A paper to be copied: its name, pages of the original, copies wanted."""

    name: str = ""
    pages: int = 1
    copies: int = 1

    @property
    def words(self) -> str:
        """As the papers say it: "Bằng tốt nghiệp (2 trang, 3 bản sao)"."""
        name = clean(self.name) or _PAPER
        return f"{name} ({self.pages} trang, {self.copies} bản sao)"


@dataclass(frozen=True, slots=True)
class FeeChange:
    """What an officer decided about the fee of one dossier, with the ground.

    `base` is what the rules gave when it was decided: when they give something else (other pages, another
    channel), amounts decided one by one no longer hold. `waived`: nothing is paid, whatever the rules give.
    """

    base: tuple[FeeLine, ...]
    lines: tuple[FeeLine, ...]
    ground: str
    waived: bool = False

    def holds(self, counted: tuple[FeeLine, ...]) -> bool:
        """Whether the decision still fits what the rules give now."""
        return self.waived or self.base == counted

    def applied(self, counted: tuple[FeeLine, ...]) -> tuple[FeeLine, ...]:
        """The lines to be paid, given what the rules give now."""
        if self.waived:
            return waived(counted, self.ground)
        return self.lines if self.base == counted else counted


def waived(lines: tuple[FeeLine, ...], ground: str) -> tuple[FeeLine, ...]:
    """Nothing to be paid, and why (Law on fees and charges Art. 10)."""
    return tuple(replace(line, amount=0, confirmed=True, note=f"miễn: {clean(ground)}") for line in lines)


def changed(line: FeeLine, amount: int, ground: str) -> FeeLine:
    """The line with another amount in đồng, and why; unchanged when the amount is."""
    if amount == line.amount:
        return line
    lower = "giảm" if 0 < amount < line.amount else "miễn" if amount == 0 else "thu theo"
    was = f" từ {dong(line.amount)}" if lower == "giảm" else ""
    return replace(line, amount=amount, confirmed=True, note=f"{lower}{was}: {clean(ground)}")


def page_rule(procedure: Procedure | None) -> FeeRule | None:
    """The rule by which pages are paid."""
    rules = procedure.fees if procedure else ()
    return next((rule for rule in rules if rule.per is Per.PAGE), None)


def line_fee(procedure: Procedure, line: CopyLine, channel: str, on: date) -> int:
    """What one paper costs, all its copies, in đồng: the first pages of each copy, the others, the cap."""
    rules = tuple(rule for rule in procedure.fees if rule.per is Per.PAGE)
    pages, copies = max(1, line.pages), max(1, line.copies)
    return sum(fee.amount for fee in fee_lines(rules, channel=channel, on=on, pages=pages, copies=copies))


def copying_fees(
    procedure: Procedure, lines: tuple[CopyLine, ...], channel: str, on: date
) -> tuple[FeeLine, ...] | None:
    """One line of the fee for each paper, with its pages and copies; None where pages are not paid for."""
    rule = page_rule(procedure)
    if rule is None:
        return None
    return tuple(
        FeeLine(
            f"{rule.name}: {line.words}", rule.kind, line_fee(procedure, line, channel, on), rule.confirmed
        )
        for line in lines
    )


def papers_copied(
    procedure: Procedure, fees: tuple[FeeLine, ...], channel: str, on: date
) -> tuple[CopyLine, ...]:
    """The papers that made these lines by the rules; none where an officer decided on an amount."""
    rule = page_rule(procedure)
    found = [_COPIED.fullmatch(fee.name.removeprefix(f"{rule.name}: ")) for fee in fees] if rule else []
    papers = tuple(CopyLine("" if m[1] == _PAPER else m[1], int(m[2]), int(m[3])) for m in found if m)
    return papers if copying_fees(procedure, papers, channel, on) == fees else ()


def copied_words(lines: tuple[CopyLine, ...]) -> str:
    """The papers of a slip in one text, "" when none of them has a name."""
    return "; ".join(line.words for line in lines) if any(clean(line.name) for line in lines) else ""
