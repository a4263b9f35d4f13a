"""What all reports share: where data is cut, how a period is called, the words round the table."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from motcua_desktop.domain.report_period import PeriodKind, ReportPeriod
from motcua_desktop.reports.definition import COMMON
from motcua_desktop.reports.report_file import ReportFile

_PERIODS = ("month", "quarter", "half", "year", "days")
_WORDS: dict[str, tuple[str, ...]] = {
    "period": ("name",),
    "between": ("start", "end"),
    "office": ("office",),
    "receiver": ("receiver",),
    "unit": ("unit",),
    "counted": ("time", "day"),
    "prepared": (),
    "signed": (),
    "hint": (),
    "page": ("page", "pages"),
}
_ROMAN = ("", "I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class Wording:
    """`cutoff_day` is where the data of a period is cut while the office has set no other day."""

    cutoff_day: int
    usual: PeriodKind
    periods: dict[str, str]
    halves: tuple[str, ...]
    words: dict[str, str]

    def name_of(self, period: ReportPeriod | None) -> str:
        """ "Quý IV năm 2026"; None for days an officer has typed."""
        if period is None:
            return self.periods["days"]
        return self.periods[period.kind].format(
            number=period.number,
            year=period.year,
            roman=_ROMAN[period.number] if period.number < len(_ROMAN) else "",
            half=self.halves[period.number - 1] if period.number <= len(self.halves) else "",
        )


def load_wording(folder: Path) -> Wording:
    """Read `common.json` of a folder. Raises ReportFileWrong."""
    file = ReportFile(folder / COMMON)
    known = ("source", "unconfirmed", "cutoff_day", "usual_period", "periods", "halves", "words")
    raw = file.only(file.raw, known, COMMON)
    periods = file.only(raw.get("periods"), _PERIODS, "periods")
    words = file.only(raw.get("words"), _WORDS, "words")
    halves = file.texts(raw, "halves")
    if len(halves) != 2:
        raise file.wrong("missing", "halves")
    usual = file.text(raw, "usual_period")
    if usual not in set(PeriodKind):
        raise file.wrong("unknown_value", f"usual_period: {usual}")
    fields = ("number", "year", "roman", "half")
    return Wording(
        file.whole(raw, "cutoff_day", None, 1, 28),
        PeriodKind(usual),
        {key: file.template(periods, key, fields) for key in _PERIODS},
        halves,
        {key: file.template(words, key, fields) for key, fields in _WORDS.items()},
    )
