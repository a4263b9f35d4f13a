"""Accounts: who may sit at the desk and do what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import zip_longest
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from motcua_desktop.domain.errors import Refusal
from motcua_desktop.domain.lifecycle import Role
from motcua_desktop.gui.actions import Action, Hint
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.accounts_fields import RoleField, TypedBox, is_same, passwords, role_words
from motcua_desktop.gui.pages.settings_pane import SettingsPane
from motcua_desktop.gui.pages.telling import tell
from motcua_desktop.gui.table_model import Column, TableModel
from motcua_desktop.gui.theme import margins, spacing
from motcua_desktop.gui.widgets.badge import BadgeFace
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.empty_state import EmptyState
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.gui.widgets.table import Table
from motcua_desktop.gui.widgets.text import holder, label, row
from motcua_desktop.i18n import _
from motcua_desktop.say import say


class AccountsPane(SettingsPane):
    """The list; each act is a short form or one key."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # where nothing is listed yet
        self._save: Callable[[], object] | None = None
        self._titles: tuple[str, ...] = ()
        self._wanted = ""
        self.words = label(_("Mỗi người vào quầy bằng tài khoản của mình."), "second", wrap=True)
        line = row(self.words, self._adder(), gap=12)
        line.setStretch(0, 1)
        self.top = holder(line)
        self.body.addWidget(self.top)
        self.rows = TableModel(_columns(), self, id_of=lambda account: account.login)
        self.table = Table(self.rows, _("Tài khoản"))
        self.table.opened.connect(lambda _row: self.open_edit())
        self.none = EmptyState(
            "key-round",
            _("Chưa có tài khoản"),
            _("Chưa có tài khoản thì ai mở máy cũng làm được mọi việc. Tài khoản đầu tiên là của quản trị."),
            self._adder(),
            tint="neutral",
        )
        self.shown = QStackedWidget()
        for part in (self.table, self.none):
            self.shown.addWidget(part)
        card = Card(flush=True)
        card.add(self.shown, 1)
        self.panel = self.put_list(card, self._closed)
        self.refresh()

    def _adder(self) -> Button:
        return Button(_("Thêm tài khoản"), self.open_new, icon="plus", key="N", small=True)

    def refresh(self) -> None:
        counter = self.context.counter
        self.context.tasks.ask(
            self,
            lambda: (counter.accounts.list(), counter.office.names("account_titles")),
            then=lambda read: self._came(*read),
            fail=self._not_shown,
            name="accounts",
        )

    def _came(self, found: Sequence[Any], titles: tuple[str, ...]) -> None:
        self._titles = titles
        self.rows.show_rows(found)
        self.shown.setCurrentWidget(self.table if found else self.none)
        self._show_top()
        if found and not self.table.currentIndex().isValid():
            self.table.choose(0)
        if self._wanted and self.table.choose_id(self._wanted):  # just made: the keys are about it
            self._wanted = ""
        if self.hasFocus():
            self.focus_first()
        self.stated.emit()

    def _not_shown(self, error: Exception) -> None:
        """A list this officer may not see, or not any more, is not left standing."""
        self.rows.show_rows(())
        self.panel.close_form()
        self.failed(error)

    def _show_top(self) -> None:
        self.top.setVisible(bool(self.rows.rowCount()) and self.panel.form is None)

    def _closed(self) -> None:
        self._save = None
        self._show_top()
        self.focus_first()
        self.stated.emit()

    # ------------------------------------------------------------ forms
    def _open(self, title: str, fields: Sequence[Field], save: Callable[[], object]) -> None:
        form = QWidget()
        form.setProperty("plain", True)
        layout = QVBoxLayout(form)
        margins(layout, 16, 12, 16, 12)
        spacing(layout, 10)
        for one, other in zip_longest(fields[::2], fields[1::2]):
            layout.addLayout(row(one, other, gap=12))
        layout.addStretch(1)
        self.panel.open_form(title, form, Button(_("Ghi"), save, key="F12", kind="main", small=True))
        fields[0].setFocus()
        self._save = save
        self._show_top()
        self.stated.emit()

    def open_new(self) -> None:
        """N: a new account. The first must be an administrator."""
        accounts = self.context.counter.accounts
        login = Field(_("Tên đăng nhập"), hint=_("Chữ thường, không có khoảng cách."))
        name, title, desk = self._who()
        first = not self.rows.rowCount()
        role = RoleField([Role.ADMIN] if first else list(Role))
        password, again = passwords(_("Mật khẩu"))

        def save() -> None:
            if not is_same(password, again):
                return
            who = (login.text(), name.text(), password.text())
            post = {"title": title.text(), "desk": desk.text()}
            chosen = role.role()

            def work() -> object:
                return accounts.create_first(*who, **post) if first else accounts.add(*who, chosen, **post)

            def chosen_now(made: Any) -> None:
                self._wanted = made.login
                if first:  # signed in with it: the next start offers it
                    self.context.settings.put("login", made.login)

            told = _("Đã thêm tài khoản {login}").format(login=login.text())
            self._do(work, told, {"login": login, "name": name, "password": password}, then=chosen_now)

        self._open(_("Thêm tài khoản"), (login, name, title, desk, password, again, role), save)

    def _who(self) -> tuple[Field, Field, Field]:
        return Field(_("Họ tên")), Field(_("Chức vụ"), TypedBox(self._titles)), Field(_("Quầy"))

    def open_edit(self) -> None:
        """Enter: who the account is and what it may do."""
        account = self.table.current()
        if account is None:
            return
        name, title, desk = self._who()
        name.set_text(account.name)
        title.edit.setEditText(account.title)  # type: ignore[attr-defined]
        desk.set_text(account.desk)
        role = RoleField(list(Role))
        role.choose(account.role)
        edit = partial(self.context.counter.accounts.edit, account.login)

        def back() -> None:
            before = partial(edit, account.name, account.role, title=account.title, desk=account.desk)
            told = _("Đã lấy lại tài khoản {login}").format(login=account.login)
            self.context.tasks.do(self, before, then=lambda _n: tell(self, told), fail=self.failed)

        def save() -> None:
            work = partial(edit, name.text(), role.role(), title=title.text(), desk=desk.text())
            told = _("Đã sửa tài khoản {login}").format(login=account.login)
            self._do(work, told, {"name": name, "login": role}, back)

        form = _("Tài khoản {login}").format(login=account.login)
        self._open(form, (name, role, title, desk), save)

    def open_password(self) -> None:
        """P: a new password for the account."""
        account = self.table.current()
        if account is None:
            return
        password, again = passwords(_("Mật khẩu mới của {name}").format(name=account.name))
        accounts = self.context.counter.accounts

        def save() -> None:
            if not is_same(password, again):
                return
            told = _("Đã đổi mật khẩu của {name}").format(name=account.name)
            new = password.text()
            self._do(lambda: accounts.set_password(account.login, new), told, {"password": password})

        self._open(_("Đổi mật khẩu"), (password, again), save)

    def switch(self) -> None:
        """D: stop the account, or let it be used again."""
        account = self.table.current()
        if account is None:
            return
        accounts = self.context.counter.accounts
        stops, starts = accounts.deactivate, accounts.activate
        act, back = (stops, starts) if account.active else (starts, stops)
        words = _("Đã ngừng {name}") if account.active else _("Đã mở lại {name}")

        def undo() -> None:
            self.context.tasks.do(self, back, account.login, fail=self.failed)

        told = words.format(name=account.name)
        self.context.tasks.do(
            self, act, account.login, then=lambda _n: tell(self, told, undo), fail=self.failed
        )

    def _do(
        self,
        work: Callable[[], Any],
        told: str,
        fields: dict[str, Field],
        undo: Callable[[], object] | None = None,
        then: Callable[[Any], object] = lambda _value: None,
    ) -> None:
        def done(value: Any) -> None:
            then(value)
            self.panel.close_form()
            tell(self, told, undo)

        def refused(error: Exception) -> None:
            field = fields.get(error.field) if isinstance(error, Refusal) else None
            if field is not None:
                field.fail(say(error))
                field.setFocus()
            else:
                self.failed(error)

        for field in fields.values():
            field.calm()
        self.context.tasks.do(self, work, then=done, fail=refused)

    # ------------------------------------------------------------ what the page asks
    def keys(self) -> Sequence[Hint]:
        if self._save is not None:
            return [Hint("Tab", _("Ô kế tiếp")), Hint("F12", _("Ghi")), Hint("Esc", _("Bỏ"))]
        if not self.rows.rowCount():
            return [Hint("N", _("Thêm tài khoản"))]
        return [
            Hint("N", _("Thêm")),
            Hint("Enter", _("Sửa")),
            Hint("P", _("Đổi mật khẩu")),
            Hint("D", _("Ngừng, mở lại")),
        ]

    def actions(self) -> list[Action]:  # type: ignore[override]
        if self._save is not None:
            return [Action("F12", _("Ghi"), self._save, "save")]
        return [
            Action("N", _("Thêm tài khoản"), self.open_new, "plus"),
            Action("P", _("Đổi mật khẩu"), self.open_password, "key-round", can=self._has_accounts),
            Action("D", _("Ngừng hoặc mở lại tài khoản"), self.switch, "ban", can=self._has_accounts),
        ]

    def _has_accounts(self) -> bool:
        return bool(self.rows.rowCount())

    def panes(self) -> Sequence[QWidget]:
        return [self.table]

    def focus_first(self) -> None:
        (self.table if self._has_accounts() else self).setFocus()

    def escape(self) -> bool:
        return self.panel.close_form()


def _columns() -> list[Column]:
    return [
        Column("login", _("Tên đăng nhập"), lambda a: a.login, width=136),
        Column("name", _("Họ tên"), lambda a: a.name, stretch=1, bold=True),
        Column("role", _("Quyền"), lambda a: role_words()[a.role], width=112),
        Column("title", _("Chức vụ"), lambda a: a.title, width=168, tint="text2"),
        Column("desk", _("Quầy"), lambda a: a.desk, width=104),
        Column(
            "last", _("Lần cuối"), lambda a: f"{a.last_at:%d/%m/%Y %H:%M}" if a.last_at else "", width=160
        ),
        Column("active", _("Trạng thái"), lambda _a: "", width=144, badge=_badge),
    ]


def _badge(account: Any) -> BadgeFace:
    if account.active:
        return BadgeFace(_("Đang dùng"), "circle-check", "green")
    return BadgeFace(_("Đã ngừng"), "ban", "neutral")
