"""Who sits at the desk: covers the window until somebody has signed in."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout

from motcua_desktop.gui.office_look import picture
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.theme import colour, fixed, margins, px
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.gui.widgets.inputs import CheckBox
from motcua_desktop.gui.widgets.text import label, row
from motcua_desktop.i18n import _
from motcua_desktop.say import say

#: Side of the office's picture.
LOGO = 40


class SignIn(QFrame):
    """Login and password; `signed_in` when the counter has let somebody in."""

    signed_in = Signal()

    def __init__(self, context: PageContext, login: str = "") -> None:
        super().__init__()
        self.context, self.busy = context, False
        self.login = Field(_("Tên đăng nhập"))
        self.login.set_text(login)
        self.password = Field(_("Mật khẩu"))
        for field in (self.login, self.password):
            field.edited.connect(lambda _text, field=field: field.calm())
        self.password.line.setEchoMode(QLineEdit.EchoMode.Password)
        card = Card(_("Đăng nhập"))
        card.add(self.login)
        card.add(self.password)
        enter = Button(_("Vào quầy"), self.try_in, key="Enter", kind="main")
        # A Vietnamese keyboard left on makes "dd" a "đ" behind the dots.
        self.shown = CheckBox(_("Hiện mật khẩu"))
        self.shown.toggled.connect(self._show_password)
        card.add(label(_("Quên mật khẩu thì hỏi người quản trị."), "hint"))
        card.add(row(self.shown, 1, enter))
        fixed(card, 440)
        layout = QVBoxLayout(self)
        margins(layout, 24, 24, 24, 24)
        layout.addStretch(2)
        self.logo, self.office = QLabel(), label("", "strong")
        self.logo.hide()
        layout.addLayout(row(1, self.logo, self.office, 1, gap=12))
        layout.addSpacing(px(16))
        layout.addLayout(row(1, card, 1))  # an alignment would not let a long refusal make the card taller
        layout.addStretch(3)

        ask = context.tasks.ask
        ask(self, context.counter.accounts.office_face, then=lambda face: self._show_office(*face))

    def _show_office(self, name: str, logo: str) -> None:
        """Whose desk this is."""
        self.office.setText(name)
        kept = picture(logo)
        if not kept.isNull():
            smooth = Qt.TransformationMode.SmoothTransformation
            side = px(LOGO)
            self.logo.setPixmap(kept.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio, smooth))
            self.logo.show()

    def _show_password(self, shown: bool) -> None:
        modes = QLineEdit.EchoMode
        self.password.line.setEchoMode(modes.Normal if shown else modes.Password)
        self.password.edit.setFocus()

    def try_in(self) -> None:
        """Ask the counter, unless nothing stands in one of the fields: that is said beside it."""
        empty = _("Gõ tên đăng nhập."), _("Gõ mật khẩu.")
        for field, words in zip((self.login, self.password), empty, strict=True):
            field.calm()
            if not field.text().strip():
                field.fail(words)
                field.edit.setFocus()
                return
        if self.busy:
            return
        self.busy = True
        counter = self.context.counter
        self.context.tasks.do(
            self,
            counter.accounts.sign_in,
            self.login.text(),
            self.password.text(),
            then=lambda _officer: self.signed_in.emit(),
            fail=self._refused,
        )

    def _refused(self, error: Exception) -> None:
        self.busy = False
        self.password.set_text("")
        self.password.fail(say(error))
        self.password.edit.setFocus()

    def focusInEvent(self, event: Any) -> None:
        (self.password if self.login.text() else self.login).edit.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            goes_on = self.login.edit.hasFocus() and self.login.text() and not self.password.text()
            self.password.edit.setFocus() if goes_on else self.try_in()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: object) -> None:
        QPainter(self).fillRect(self.rect(), colour("bg"))
