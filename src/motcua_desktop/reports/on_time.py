"""Form II.06a/VPCP/KSTT (Circular 01/2020/TT-VPCP): results of settling procedures, by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from motcua_desktop.domain.dossier import Period
from motcua_desktop.domain.report import BrokenFormula, Report, ReportColumn, ReportRow

KEY = "06a"
FORM = "Biểu số II.06a/VPCP/KSTT"
TITLE = "Tình hình, kết quả giải quyết TTHC tại cơ quan, đơn vị trực tiếp giải quyết TTHC"
_TAKEN, _SETTLED, _PENDING = (
    "Số hồ sơ nhận giải quyết",
    "Số hồ sơ đã giải quyết",
    "Số hồ sơ đang giải quyết",
)
COLUMNS = (
    ReportColumn("taken", "Tổng số", _TAKEN, 3),
    ReportColumn("online", "Trong kỳ: trực tuyến", _TAKEN, 4),
    ReportColumn("direct", "Trong kỳ: trực tiếp, bưu chính", _TAKEN, 5),
    ReportColumn("carried", "Từ kỳ trước", _TAKEN, 6),
    ReportColumn("settled", "Tổng số", _SETTLED, 7),
    ReportColumn("early", "Trước hạn", _SETTLED, 8),
    ReportColumn("on_time", "Đúng hạn", _SETTLED, 9),
    ReportColumn("late", "Quá hạn", _SETTLED, 10),
    ReportColumn("pending", "Tổng số", _PENDING, 11),
    ReportColumn("in_time", "Trong hạn", _PENDING, 12),
    ReportColumn("overdue", "Quá hạn", _PENDING, 13),
)
_NUMBER = {column.key: column.number for column in COLUMNS}
#: What must hold in every line, as printed in the form; the last is the check of both sides.
FORMULAS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("taken", ("online", "direct", "carried")),
    ("settled", ("early", "on_time", "late")),
    ("pending", ("in_time", "overdue")),
    ("taken", ("settled", "pending")),
)


def report(office: str, period: Period, counted: Sequence[tuple[str, Mapping[str, int]]]) -> Report:
    """The form from the figures of each field; every column was counted by itself, so formulas can break."""
    rows = tuple(
        ReportRow(field, field or "Chưa rõ lĩnh vực", tuple(figures[column.key] for column in COLUMNS))
        for field, figures in counted
    )
    sums = tuple(sum(row.figures[place] for row in rows) for place in range(len(COLUMNS)))
    total = ReportRow("", "Tổng số", sums)
    broken = tuple(one for row in (*rows, total) for one in _broken(row))
    return Report(KEY, FORM, TITLE, period, office, "Lĩnh vực giải quyết", COLUMNS, rows, total, broken)


def _broken(row: ReportRow) -> Iterator[BrokenFormula]:
    figures = {column.key: figure for column, figure in zip(COLUMNS, row.figures, strict=True)}
    for whole, parts in FORMULAS:
        left, right = figures[whole], sum(figures[part] for part in parts)
        if left != right:
            formula = f"({_NUMBER[whole]}) = " + " + ".join(f"({_NUMBER[part]})" for part in parts)
            yield BrokenFormula(row.title, formula, left, right)
