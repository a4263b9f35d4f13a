"""Trusted keys: ours to give away, those of the province and of other counters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from motcua_desktop.domain.exchange import KeyRole, PublicKey
from motcua_desktop.gui.actions import Action, Hint
from motcua_desktop.gui.choosing_files import open_file, save_file
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.settings_pane import SettingsPane
from motcua_desktop.gui.pages.telling import tell
from motcua_desktop.gui.table_model import Column, TableModel
from motcua_desktop.gui.theme import margins, spacing
from motcua_desktop.gui.widgets.bar import Bar
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.empty_state import EmptyState
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.gui.widgets.inputs import ComboBox
from motcua_desktop.gui.widgets.table import Table
from motcua_desktop.gui.widgets.text import label
from motcua_desktop.i18n import _

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter

CARDS = "JSON (*.json)"


def key_roles() -> dict[KeyRole, str]:
    """Whose key it is, in words."""
    return {KeyRole.PROVINCE: _("Tỉnh"), KeyRole.COUNTER: _("Quầy khác")}


class KeysPane(SettingsPane):
    """A package is read only when a key of this list has signed it."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._run: tuple[str, Callable[[], object]] | None = None
        give = Button(_("Lưu thẻ khóa"), self.give_card, icon="save", key="Ctrl+E", small=True)
        self.add_button = Button(_("Thêm khóa"), self.open_new, icon="plus", key="N", small=True)
        self.bar = Bar("info", _("Đang đọc khóa của cơ quan"), give, self.add_button, icon="key-round")
        self.body.addWidget(self.bar)
        self.rows = TableModel(_columns(), self, id_of=lambda key: key.fingerprint)
        self.table = Table(self.rows, _("Khóa tin cậy"))
        self.table.opened.connect(lambda _key: self.open_forget())
        card = Card(_("Khóa tin cậy"), flush=True)
        card.add(self.table, 1)
        words = _("Bấm N để thêm thẻ khóa của tỉnh và của quầy khác; chưa có thì gói của họ không được nhận.")
        self._nothing = EmptyState("key-round", _("Chưa tin cậy khóa nào"), words, tint="neutral")
        card.add(self._nothing, 1)
        card.set_foot(_("Chỉ gói và phản hồi do một khóa trong danh sách này ký mới được nhận."))
        self.panel = self.put_list(card, self._closed)
        self.refresh()

    def refresh(self) -> None:
        self.context.tasks.ask(
            self, _read, self.context.counter, then=lambda read: self._came(*read), fail=self.failed, name="k"
        )

    def _came(self, own: PublicKey, found: tuple[PublicKey, ...]) -> None:
        words = _("Mã khóa của cơ quan: <b>{fingerprint}</b>. Đọc mã này cho nơi nhận thẻ khóa.")
        self.bar.say("info", words.format(fingerprint=own.fingerprint), "key-round")
        here = self.table.hasFocus() or self.add_button.hasFocus()
        self.rows.show_rows(found)
        self.table.setVisible(bool(found))
        self._nothing.setVisible(not found)
        if found and self.table.current() is None:
            self.table.choose(0)
        if here:  # an empty list does not show that it has the focus
            self.focus_first()
        self.stated.emit()

    def _closed(self) -> None:
        self._run = None
        self.focus_first()
        self.stated.emit()

    # ------------------------------------------------------------ choosing files
    def choose_card(self) -> Path | None:
        """Ask for a key card."""
        return open_file(self, self.context, _("Thẻ khóa"), CARDS)

    def choose_place(self) -> Path | None:
        """Ask where our card goes."""
        return save_file(self, self.context, _("Lưu thẻ khóa"), "the-khoa.json", CARDS)

    def give_card(self) -> None:
        """Ctrl+E: our key card as a file to give away."""
        out = self.choose_place()
        if out is not None:
            words = _("Đã lưu thẻ khóa {name}. Thẻ không chứa khóa bí mật.").format(name=out.name)
            keys = self.context.counter.exchange.keys
            self.context.tasks.do(
                self, keys.write_card, out, then=lambda _key: tell(self, words), fail=self.failed
            )

    # ------------------------------------------------------------ forms
    def open_new(self) -> None:
        """N: the card of somebody else; the fingerprint is compared before it is trusted."""
        path = self.choose_card()
        if path is not None:
            read = self.context.counter.exchange.keys.read_card
            self.context.tasks.ask(
                self, read, path, then=lambda card: self._open_card(path, card), fail=self.failed
            )

    def _open_card(self, path: Path, card: PublicKey) -> None:
        name = Field(_("Tên gọi"), hint=_("Tên hiện khi lập gói và đọc gói."))
        name.set_text(card.name)
        whose = Field(_("Khóa của"), ComboBox(list(key_roles().items())))
        role = whose.edit
        assert isinstance(role, ComboBox)
        role.set_value(KeyRole.COUNTER)
        advice = _("Gọi cho nơi gửi, so từng nhóm của mã này. Khác một ký tự thì không thêm.")
        parts = (label(card.fingerprint, "sum"), label(advice, wrap=True), name, whose)

        def save() -> None:
            told = _("Đã tin cậy khóa của {name}").format(name=name.text() or card.fingerprint)
            keys = self.context.counter.exchange.keys
            self._do(lambda: keys.trust(path, name.text(), KeyRole(str(role.value()))), told)

        self._open(_("Thêm khóa"), parts, _("Mã đã khớp, tin cậy"), save)
        name.setFocus()

    def open_forget(self) -> None:
        """D: trust the chosen key no more."""
        key = self.table.current()
        if key is None:
            return
        words = _("Gói và phản hồi do khóa này ký sẽ không được nhận nữa. Những gì đã nhập vẫn giữ nguyên.")

        def forget() -> None:
            told = _("Đã bỏ khóa của {name}").format(name=key.name)
            keys = self.context.counter.exchange.keys
            self._do(lambda: keys.forget(key.fingerprint), told)

        parts = (label(key.fingerprint, "sum"), label(words, wrap=True))
        self._open(_("Bỏ khóa của {name}").format(name=key.name), parts, _("Bỏ khóa"), forget)

    def _open(self, title: str, parts: Sequence[QWidget], words: str, run: Callable[[], object]) -> None:
        form = QWidget()
        form.setProperty("plain", True)
        layout = QVBoxLayout(form)
        margins(layout, 16, 12, 16, 12)
        spacing(layout, 12)
        for part in parts:
            layout.addWidget(part)
        layout.addStretch(1)
        leave = Button(_("Bỏ qua"), self.panel.close_form, key="Esc", small=True)
        self.panel.open_form(title, form, leave, Button(words, run, key="F12", kind="main", small=True))
        self._run = (words, run)
        self.stated.emit()

    def _do(self, work: Callable[[], object], told: str) -> None:
        def done(_value: object) -> None:
            self.panel.close_form()
            tell(self, told)

        self.context.tasks.do(self, work, then=done, fail=self.failed)

    # ------------------------------------------------------------ what the page asks
    @property
    def context_line(self) -> str:
        number = self.rows.rowCount()
        return _("{n} khóa được tin cậy").format(n=number) if number else ""

    def keys(self) -> Sequence[Hint]:
        if self._run is not None:
            return [Hint("Tab", _("Ô kế tiếp")), Hint("F12", self._run[0]), Hint("Esc", _("Bỏ qua"))]
        drop = [Hint("D", _("Bỏ khóa"))] if self.rows.rowCount() else []
        return [Hint("N", _("Thêm khóa")), *drop, Hint("Ctrl+E", _("Lưu thẻ khóa"))]

    def actions(self) -> list[Action]:  # type: ignore[override]
        if self._run is not None:
            return [Action("F12", *self._run, "check")]
        chosen = self.table.current
        return [
            Action("N", _("Thêm khóa"), self.open_new, "plus"),
            Action("D", _("Bỏ khóa"), self.open_forget, "ban", can=lambda: chosen() is not None),
            Action("Ctrl+E", _("Lưu thẻ khóa"), self.give_card, "save"),
        ]

    def panes(self) -> Sequence[QWidget]:
        return [self.table]

    def focus_first(self) -> None:
        first: QWidget = self.table if self.rows.rowCount() else self.add_button
        first.setFocus()

    def escape(self) -> bool:
        return self.panel.close_form()


def _read(counter: Counter) -> tuple[PublicKey, tuple[PublicKey, ...]]:
    keys = counter.exchange.keys
    return keys.public(), keys.trusted()


def _columns() -> list[Column]:
    return [
        Column("name", _("Tên gọi"), lambda key: key.name, stretch=1, bold=True),
        Column("role", _("Khóa của"), lambda key: key_roles()[key.role], width=112),
        Column("unit", _("Mã đơn vị"), lambda key: key.unit, width=128),
        Column("print", _("Mã khóa"), lambda key: key.fingerprint, width=360, tint="text2"),
    ]
