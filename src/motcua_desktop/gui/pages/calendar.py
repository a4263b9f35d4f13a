"""The working calendar: a year at a glance, and changes that never move a printed date by themselves."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from motcua_desktop.domain.calendar_change import CalendarChange, Decision
from motcua_desktop.domain.days_off import DayKind, OfficeDay
from motcua_desktop.domain.errors import Refusal
from motcua_desktop.domain.office_hours import WeekPattern
from motcua_desktop.gui.actions import Action, Hint
from motcua_desktop.gui.choosing_files import open_file
from motcua_desktop.gui.pages import PageContext, calendar_deciding, calendar_saving
from motcua_desktop.gui.pages.calendar_actions import calendar_actions, calendar_main_action
from motcua_desktop.gui.pages.calendar_forms import DayForm, HoursForm
from motcua_desktop.gui.pages.calendar_notice import NoticeForm
from motcua_desktop.gui.pages.calendar_side import CalendarSide
from motcua_desktop.gui.pages.calendar_top import CalendarTop, YearCard
from motcua_desktop.gui.pages.calendar_view import (
    CalendarView,
    faces,
    read_file,
    read_view,
    with_days,
    without_day,
)
from motcua_desktop.gui.pages.settings_rights import may_keep, only_seen_words
from motcua_desktop.gui.pages.telling import take_back, tell_trouble
from motcua_desktop.gui.widgets.page import Page, page_columns
from motcua_desktop.gui.widgets.text import elided
from motcua_desktop.i18n import _
from motcua_desktop.say import say


def make(context: PageContext) -> Page:
    """The calendar page."""
    return CalendarPage(context)


class CalendarPage(Page):
    """The year at left, the day or the weighed change at right. `change` is None while nothing is changed."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.title = _("Lịch làm việc")
        self.context, self.counter, self.tasks = context, context.counter, context.tasks
        self.year = self.counter.now().year
        self.view: CalendarView | None = None
        self.change: CalendarChange | None = None
        self.decisions: dict[str, Decision] = {}
        self.busy, self._trouble = False, ""
        self.form: DayForm | HoursForm | NoticeForm | None = None
        self._foot = elided("", "second")
        self.top = CalendarTop()
        self.card = YearCard()
        self.calendar = self.card.calendar
        self.side = CalendarSide()
        self.day_card, self.change_card = self.side.day_card, self.side.change_card
        self.body.addWidget(self.top)
        columns = page_columns(self)
        columns.addWidget(self.card, 1)
        columns.addWidget(self.side)
        if not may_keep(self.counter):
            self.top.lock()
            self.side.lock(only_seen_words())
        self._connect()

    def _connect(self) -> None:
        self.top.year_chosen.connect(self._choose_year)
        self.top.hours_wanted.connect(self.edit_hours)
        self.top.file_wanted.connect(self.ask_notice)
        self.calendar.picked.connect(lambda _day: self._show_day())
        self.calendar.left_year.connect(lambda step: self.show_year(self.year + step))
        self.side.settled.connect(partial(calendar_deciding.settle, self))
        self.day_card.made.connect(self.make_day)
        self.day_card.removed.connect(self.remove_day)
        self.day_card.undone.connect(self.undo_edition)
        self.change_card.decided.connect(partial(calendar_deciding.decide, self))
        self.change_card.all_moved.connect(self.move_all)
        self.side.form_closed.connect(self._form_closed)

    # ------------------------------------------------------------ what the frame reads
    @property
    def context_line(self) -> str:
        if self.view is None:
            return ""
        words = _("Năm {year}, {n} ngày làm việc").format(year=self.year, n=self.view.sheet.working_days)
        return words + (", " + _("tạm tính") if self.view.sheet.provisional else "")

    def keys(self) -> list[Hint]:
        deciding = [Hint("←→", _("Giữ, In lại")), Hint("Ctrl+Tab", _("Lịch, hồ sơ"))]
        return deciding if self.side.has_to_decide else [Hint("←↑↓→", _("Chọn ngày"))]

    def actions(self) -> list[Action]:  # type: ignore[override]
        return calendar_actions(self)

    @property
    def main_action(self) -> Action | None:
        return calendar_main_action(self)

    def bar_widgets(self) -> list[QWidget]:
        return [self._foot] if self.change is not None else []

    def panes(self) -> list[QWidget]:
        return [self.calendar, self.form or (self.change_card.list if self.change else self.day_card)]

    def focus_first(self) -> None:
        self.calendar.setFocus()

    def on_enter(self, argument: Any = None) -> None:
        day = argument if isinstance(argument, date) else None
        self.year = day.year if day else self.year
        self.read(day)

    def on_leave(self) -> None:
        # Later: the bars of the page that is left go with it.
        QTimer.singleShot(0, self, lambda: calendar_saving.tell_left(self))

    def refresh(self) -> None:
        self.read()

    def escape(self) -> bool:
        return self.side.close_form()

    def unsaved(self) -> str:
        return _("Thay đổi lịch chưa lưu sẽ mất.") if self.change is not None else ""

    def is_free(self) -> bool:
        """Whether a day may be made something now."""
        return self.view is not None and not self.busy and self.form is None

    def can_drop(self) -> bool:
        """Whether there is a change to leave or decide."""
        return self.change is not None and self.form is None and not self.busy

    def can_save(self) -> bool:
        """Whether every dossier the change would move is decided."""
        preview = self.view.preview if self.view and not self.busy else None
        return preview is not None and all(one.code in self.decisions for one in preview.differing)

    # ------------------------------------------------------------ reading
    def show_year(self, year: int) -> None:
        """Another year."""
        self.year = year
        self.read()

    def _choose_year(self, year: int) -> None:
        self.calendar.setFocus()  # the arrows walk days, not the years above
        self.show_year(year)

    def read(self, day: date | None = None, *, deciding: bool = False) -> None:
        """Ask for the year again, with the change that is being weighed; its dossiers are to be decided."""

        def then(view: CalendarView) -> None:
            self._show(view)
            if day is not None:
                self.calendar.set_day(day)
            if deciding:
                (self.change_card.list if self.side.has_to_decide else self.calendar).setFocus()

        asked = (self.counter, self.year, self.change)
        self.tasks.ask(self, read_view, *asked, then=then, fail=self._not_read, name="year")

    def _not_read(self, error: Exception) -> None:
        if self.view is not None:
            self.year, self.change = self.view.sheet.year, self.view.change
        self.refused(error)

    def _show(self, view: CalendarView) -> None:
        self.view = view
        self.calendar.show_year(view.sheet.year, faces(view.sheet), view.today)
        self.top.show_years(view.provisional, self.year, view.sheet.notice)
        if view.preview is not None:
            self.decisions = calendar_deciding.decided_so_far(view.preview, self.decisions)
        self.side.show_view(view, self.decisions)
        self._show_day()
        self._tell_foot()

    def _show_day(self) -> None:
        if self.view is not None:
            self.side.show_day(self.view, self.calendar.day)

    def _tell_foot(self) -> None:
        self._foot.setText(calendar_saving.foot_words(self))
        self.side.show_waiting(calendar_saving.waiting_words(self))
        self.stated.emit()

    # ------------------------------------------------------------ making a change
    def weigh(self, change: CalendarChange) -> None:
        """Show what a change would do; nothing is written before F12."""
        self.mended()
        self.change = change
        self.side.close_form()
        self.read(deciding=True)
        self.stated.emit()

    def make_day(self, kind: DayKind) -> None:
        """A form for the day under the cursor; a day that is off already cannot be made off once more."""
        if calendar_saving.is_so_already(self, kind):
            return
        form = DayForm(kind, self.calendar.day, self.view.works if self.view else lambda _day: False)
        form.done.connect(self._add)
        self._open(form)

    def _add(self, days: tuple[OfficeDay, ...]) -> None:
        self.weigh(with_days(self.change, self._own(), self.view.needed(days) if self.view else days))

    def _own(self) -> tuple[OfficeDay, ...]:
        return self.view.decisions.days if self.view else ()

    def remove_current(self) -> None:
        """Take away what the office has entered for the day under the cursor."""
        if self.view is not None and self.view.is_own(self.calendar.day):
            self.remove_day(self.calendar.day)

    def remove_day(self, day: date) -> None:
        """Take away what the office has entered for a day."""
        change = without_day(self.change, self._own(), day)
        self.weigh(change) if change is not None else self.drop()

    def edit_hours(self) -> None:
        """The hours of the week, from the day under the cursor on."""
        day = max(self.calendar.day, self.counter.now().date())

        def then(week: WeekPattern) -> None:
            form = HoursForm(week, day)
            form.done.connect(lambda new: self.weigh(CalendarChange(patterns=(new,))))
            self._open(form)

        self.tasks.ask(self, self.counter.calendar_office.week, day, then=then)

    def _open(self, form: DayForm | HoursForm | NoticeForm) -> None:
        self.form = form
        self.side.open_form(form.title, form)
        self.stated.emit()

    def _form_closed(self) -> None:
        self.form = None
        self.calendar.setFocus()
        self.stated.emit()

    def ask_notice(self) -> None:
        """What a file of a year's notice is and how to do without one."""
        self._open(NoticeForm(self, self.context, self.choose_file))

    def choose_file(self) -> None:
        """A year's notice, or any change, from a file."""
        path = open_file(self, self.context, _("Nhập thông báo năm"), _("Tệp lịch (*.json)"))
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Weigh the change of a file."""
        self.tasks.ask(self, read_file, self.counter, path, then=self.weigh, fail=self.refused)

    # ------------------------------------------------------------ deciding
    def show_decisions(self) -> None:
        """What has been decided on each dossier, and what is left."""
        if self.view is not None and self.view.preview is not None:
            self.change_card.show_change(self.view, self.decisions)
        self._tell_foot()

    def move_all(self) -> None:
        """Print every slip anew."""
        calendar_deciding.move_all(self)

    def undo_edition(self, number: int) -> None:
        """Weigh taking a saved change back."""
        calendar_deciding.undo_edition(self, number)

    def drop(self) -> None:
        """Leave the calendar as it was; the focus is on its days before the list of dossiers goes."""
        self.change, self.decisions = None, {}
        self.calendar.setFocus()
        self.read()
        self.stated.emit()

    def save(self) -> None:
        """Write the change and print the slips of what has moved."""
        calendar_saving.save(self)

    def refused(self, error: Exception) -> None:
        """Say what was refused; what is no refusal is our own fault."""
        self.busy = False
        self.stated.emit()
        if not isinstance(error, Refusal | OSError):
            raise error
        self._trouble = say(error)
        tell_trouble(self, self._trouble, "warning" if isinstance(error, Refusal) else "error")

    def mended(self) -> None:
        """What was refused before has been done rightly since: it is not blamed any more."""
        take_back(self, self._trouble)
        self._trouble = ""
