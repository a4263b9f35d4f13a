"""Where each setting is kept, and how it is read and written. Plain functions for the background."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter

DEFAULTS: dict[str, Any] = {
    "policy": "same_clock",
    "near_due_days": 3,
    "report_cutoff_day": 15,
    "report_waiting": "pending",
    "report_ended": "settled",
    "report_refused": "dated",
    "report_transfer": "direct",
    "report_receiver": "",
    "backup_folder": "",
    "idle_minutes": 15,
    "logo": "",
    "accent": "",
    "nav": "",
}
"""Plain settings of the office with what holds while nobody has chosen."""


def read_values(counter: Counter) -> dict[str, Any]:
    """Every setting by its key: "office.name", "pattern.width", "near_due_days"."""
    desk = counter.office
    office = desk.office()
    pattern = asdict(counter.numbering.pattern())
    values = {f"office.{name}": value for name, value in asdict(office).items()}
    values |= {f"pattern.{name}": value for name, value in pattern.items()}
    return values | {key: desk.setting(key, default) for key, default in DEFAULTS.items()}


def write_value(counter: Counter, key: str, value: Any) -> None:
    """Write one setting. Raises BadValue for a code pattern no code could be read back from."""
    desk = counter.office
    part, _dot, name = key.partition(".")
    if part == "office":
        desk.set_up(replace(desk.office(), **{name: value}))
    elif part == "pattern":
        counter.numbering.set_pattern(replace(counter.numbering.pattern(), **{name: value}))
    else:
        desk.set(key, value)
