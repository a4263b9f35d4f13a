"""Days an officer types, as 25/11/2026; and going to a field of a long form."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from motcua_desktop.gui.theme import px
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.i18n import _


class NoDay(ValueError):
    """What stands in the field is no day; the field says so."""


def go_to(field: Field) -> None:
    """Put the focus into a field and bring it into sight where its form scrolls."""
    field.setFocus()
    into_sight(field)


def into_sight(field: QWidget) -> None:
    """Scroll the form a field stands in until it is seen."""
    above = field.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is not None:
        area = above
        QTimer.singleShot(0, area, lambda: area.ensureWidgetVisible(field, 0, px(24)))


def day_field(words: str, day: date | None = None, *, hint: str = "") -> Field:
    """A field for a day."""
    field = Field(words, placeholder=_("ngày/tháng/năm"), hint=hint)
    field.set_text(f"{day:%d/%m/%Y}" if day else "")
    return field


def day_of(field: Field) -> date | None:
    """The day in a field, None when it is empty. Raises NoDay after the field has said so."""
    field.calm()
    text = field.text().strip()
    day = typed_day(text)
    if text and day is None:
        field.fail(_("Gõ ngày dạng 25/11/2026."))
        go_to(field)
        raise NoDay(text)
    return day


def typed_day(text: str) -> date | None:
    """The day a text means ("25/11/2026", "25-11-2026"), None for none."""
    try:
        return datetime.strptime(text.strip().replace("-", "/").replace(".", "/"), "%d/%m/%Y").date()
    except ValueError:
        return None


def wrong_order(first: date, last: date) -> str:
    """What is said where the last day lies before the first."""
    words = _("Ngày cuối {last} trước ngày đầu {first}. Sửa một trong hai ngày.")
    return words.format(last=f"{last:%d/%m/%Y}", first=f"{first:%d/%m/%Y}")


def days_of(start: Field, end: Field) -> tuple[date | None, date | None]:
    """From and to. Raises NoDay; also where the last day lies before the first."""
    first, last = day_of(start), day_of(end)
    if first and last and last < first:
        end.fail(wrong_order(first, last))
        go_to(end)
        raise NoDay(end.text())
    return first, last
