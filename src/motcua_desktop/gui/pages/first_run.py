"""The first run: at most five steps from an empty folder to the first slip, or demo data with one click."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from motcua_desktop.domain.account_errors import AccountExists
from motcua_desktop.domain.errors import Refusal
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.first_run_admin import AdminStep
from motcua_desktop.gui.pages.first_run_hours import HoursStep
from motcua_desktop.gui.pages.first_run_steps import CodeStep, OfficeStep, SignerStep, Step
from motcua_desktop.gui.pages.first_run_values import SetUp, trial, write
from motcua_desktop.gui.theme import colour, fixed, font, look, margins, paint_icon, px, spacing
from motcua_desktop.gui.theme.paint import frame, words
from motcua_desktop.gui.widgets.bar import Bar
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.stage import Stage
from motcua_desktop.gui.widgets.text import holder, label
from motcua_desktop.i18n import _
from motcua_desktop.say import say

NAV_WIDTH, NARROW_NAV, FOOT = 312, 84, 72
#: A narrower window (large letters) leaves the answers the room: the steps are numbers only.
NAMED_FROM = 1200
_CENTRE = Qt.AlignmentFlag.AlignHCenter


class StepList(QWidget):
    """The steps at the left: done with a tick and the answer, the present one filled, later ones open."""

    def __init__(self, steps: list[Step]) -> None:
        super().__init__()
        self._steps = steps
        self.here, self.details = 0, [""] * len(steps)
        self.is_narrow = False
        fixed(self, NAV_WIDTH)

    def set_narrow(self, narrow: bool) -> None:
        """Numbers only, or names and answers too."""
        self.is_narrow = narrow
        fixed(self, NARROW_NAV if narrow else NAV_WIDTH)
        self.update()

    def show_step(self, here: int, details: list[str]) -> None:
        """Mark the present step; `details` stand below the names."""
        self.here, self.details = here, details
        self.setAccessibleName(
            _("Bước {n} trên {m}: {name}").format(
                n=here + 1, m=len(self._steps), name=self._steps[here].words
            )
        )
        self.update()

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("nav"))
        square = QRect(px(22 if self.is_narrow else 28), px(34), px(40), px(40))
        frame(painter, square, QColor("#FFFFFF"), None)
        paint_icon(painter, square, "stamp", QColor("#1B4B8F"))
        for number, step in enumerate(self._steps):
            self._paint_step(painter, number, step, px(112 + 56 * number))
        if self.is_narrow:
            return
        place = QRect(px(80), px(32), self.width() - px(96), px(24))
        words(painter, place, _("Một Cửa"), font(14, bold=True), QColor("#FFFFFF"))
        words(painter, place.translated(0, px(23)), _("Chuẩn bị lần đầu"), font(), "nav_sub")
        foot = QRect(px(28), self.height() - px(64), self.width() - px(56), px(48))
        painter.setFont(font())
        painter.setPen(colour("nav_sub"))
        painter.drawText(foot, Qt.TextFlag.TextWordWrap, _("Mọi mục đều sửa lại được trong Cài đặt (F10)."))

    def _paint_step(self, painter: QPainter, number: int, step: Step, top: int) -> None:
        circle = QRect(px(28), top + px(6), px(28), px(28))
        white, round_ = QColor("#FFFFFF"), 14
        if number < self.here:
            frame(painter, circle, QColor("#E7F4EB"), None, radius=round_)
            paint_icon(painter, circle, "check", QColor("#1C6A3A"), 16)
        elif number == self.here:
            frame(painter, circle, white, None, radius=round_)
            words(painter, circle, str(number + 1), font(bold=True), QColor("#14305A"), _CENTRE)
        else:
            frame(painter, circle, None, colour("nav_sub"), radius=round_)
            words(painter, circle, str(number + 1), font(bold=True), "nav_sub", _CENTRE)
        if self.is_narrow:
            return
        place = QRect(px(68), top, self.width() - px(84), px(20))
        ink = white if number <= self.here else colour("nav_sub")
        words(painter, place, step.words, font(bold=number == self.here), ink)
        detail = _("Đang chọn") if number == self.here else self.details[number]
        words(painter, place.translated(0, px(20)), detail, font(), "nav_sub")


class FirstRun(QFrame):
    """Covers the window. `finished` when everything is written, `demo_wanted` for the demonstration data."""

    finished = Signal()
    demo_wanted = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.context = context
        counter = context.counter
        self.steps: list[Step] = [
            OfficeStep(counter),
            CodeStep(counter),
            HoursStep(self._ask_trial),
            SignerStep(counter),
            AdminStep(counter),
        ]
        self.set_up, self.here, self.busy = SetUp(), 0, False
        self.list = StepList(self.steps)
        self.counted, self.question = label("", "second"), label("", "due")
        self.purpose, self.trouble = label("", "second", wrap=True), Bar("error", "")
        self.stack = QStackedWidget()
        for step in self.steps:
            self.stack.addWidget(Stage(step))
        self._arrange()
        self.trouble.hide()
        look().changed.connect(self._suit)
        self._show(0)

    def _arrange(self) -> None:
        inner = QVBoxLayout()
        margins(inner, 48, 32, 48, 16)
        spacing(inner, 4)
        for part in (self.counted, self.question, self.purpose, self.trouble):
            inner.addWidget(part)
        inner.addSpacing(px(20))
        inner.addWidget(self.stack, 1)
        foot = QFrame()
        foot.setProperty("kind", "foot")
        fixed(foot, height=FOOT)
        buttons = QHBoxLayout(foot)
        margins(buttons, 48, 0, 48, 0)
        spacing(buttons, 8)
        self.demo = Button(_("Dùng thử với dữ liệu mẫu"), self._want_demo, kind="link")
        self.back = Button(_("Trở lại"), self.go_back, key="Esc")
        self.next = Button(_("Tiếp tục"), self.go_on, key="Enter", kind="main")
        buttons.addWidget(self.demo)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.next)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(holder(inner), 1)
        right.addWidget(foot)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.list)
        whole.addLayout(right, 1)

    def paintEvent(self, event: object) -> None:
        QPainter(self).fillRect(self.rect(), colour("bg"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._suit()

    def _suit(self) -> None:
        self.list.set_narrow(self.width() < px(NAMED_FROM))

    # ------------------------------------------------------------ steps
    def _show(self, number: int) -> None:
        self.here = number
        step = self.steps[number]
        done = [one.summary(self.set_up) if n < number else one.later for n, one in enumerate(self.steps)]
        self.list.show_step(number, done)
        self.counted.setText(_("Bước {n} trên {m}").format(n=number + 1, m=len(self.steps)))
        self.question.setText(step.question)
        self.purpose.setText(step.purpose)
        self.trouble.hide()
        self.back.setVisible(number > 0)
        last = number == len(self.steps) - 1
        self.next.set_words(_("Bắt đầu dùng") if last else _("Tiếp tục"))
        self.stack.setCurrentIndex(number)
        step.show_answers(self.set_up)
        self._focus()

    def _focus(self) -> None:
        step = self.steps[self.here]
        (step.focusProxy() or step).setFocus()

    def focusInEvent(self, event: Any) -> None:
        self._focus()

    def go_on(self) -> None:
        """Enter: keep this step's answers and show the next; after the last one write everything."""
        step = self.steps[self.here]
        if self.busy or step.to_next_field() or step.wrong():
            return
        self.set_up = step.read(self.set_up)
        if self.here < len(self.steps) - 1:
            self._show(self.here + 1)
            return
        self._set_busy(True)
        self.context.tasks.do(
            self,
            write,
            self.context.counter,
            self.set_up,
            then=lambda _nothing: self._written(),
            fail=self._refused,
            words=_("Đang ghi"),
        )

    def _written(self) -> None:
        """The next start asks for the password of who is signed in by now."""
        self.context.settings.put("login", self.context.counter.officer.login)
        self.finished.emit()

    def go_back(self) -> None:
        """Esc: the step before; what was typed stays."""
        if self.here and not self.busy:
            with suppress(Refusal):  # hours that are none stay in their fields
                self.set_up = self.steps[self.here].read(self.set_up)
            self._show(self.here - 1)

    def _refused(self, error: Exception) -> None:
        self._set_busy(False)
        known = isinstance(error, AccountExists)
        self.trouble.say("error", _("Tên đăng nhập đã có. Chọn tên khác.") if known else say(error))
        self.trouble.show()

    def _set_busy(self, busy: bool) -> None:
        self.busy = busy
        for button in (self.next, self.back, self.demo):
            button.setEnabled(not busy)

    def _want_demo(self) -> None:
        self._set_busy(True)
        self.next.set_words(_("Đang dựng dữ liệu mẫu…"))
        self.demo_wanted.emit()

    def _ask_trial(self, set_up: SetUp, then: Any, fail: Any) -> None:
        self.context.tasks.ask(self, trial, self.context.counter, set_up, then=then, fail=fail, name="trial")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F12):
            self.go_on()
        elif event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)
