"""The general settings: one column of lines under their groups, searched without marks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from motcua_desktop.domain.text import fold
from motcua_desktop.gui.actions import Action, Hint
from motcua_desktop.gui.choosing_files import choose_folder, open_file, save_file
from motcua_desktop.gui.office_look import colour_of, logo_of
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.settings_backup import copy_now, look_after_copies, place_words
from motcua_desktop.gui.pages.settings_colour import worn_colour
from motcua_desktop.gui.pages.settings_found import GroupCard, best_found, show_found
from motcua_desktop.gui.pages.settings_list import Kind, Setting, desk_value, groups
from motcua_desktop.gui.pages.settings_pane import SettingsPane
from motcua_desktop.gui.pages.settings_rights import general_words, may_change
from motcua_desktop.gui.pages.settings_row import SettingRow
from motcua_desktop.gui.pages.settings_values import read_values, write_value
from motcua_desktop.gui.pages.telling import tell
from motcua_desktop.gui.theme import look, margins, spacing
from motcua_desktop.gui.theme.tokens import StateColourRefused
from motcua_desktop.gui.widgets.bar import Bar
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.empty_state import EmptyState
from motcua_desktop.gui.widgets.search_box import SearchBox
from motcua_desktop.gui.widgets.text import holder, rule, scrolled
from motcua_desktop.i18n import _
from motcua_desktop.say import say

if TYPE_CHECKING:
    from motcua_desktop.counter.safekeeping import CopyState

#: Settings that are colours of the office.
COLOURS = ("accent", "nav")


class GeneralPane(SettingsPane):
    """Every change is written at once and can be taken back with Ctrl+Z."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.search = SearchBox(_("Tìm cài đặt"), width=420)
        self.search.setAccessibleName(_("Tìm cài đặt"))
        self.search.asked.connect(self._searched)
        self.search.entered.connect(self._to_first)
        self.body.addWidget(self.search)
        self.told = Bar("info", words := general_words(context.counter), icon="lock")
        self.body.addWidget(self.told)
        self.told.setHidden(not words)
        self.rows: dict[str, SettingRow] = {}
        self.cards: list[GroupCard] = []
        self.inside = inside = QVBoxLayout()
        margins(inside, 0, 0, 8, 0)
        spacing(inside, 12)
        for group in groups():
            inside.addWidget(self._card(group.title, group.settings))
        self._nothing = EmptyState(
            "search", _("Không có cài đặt nào khớp"), _("Gõ ít chữ hơn."), tint="neutral"
        )
        self._nothing.hide()
        inside.addWidget(self._nothing)
        inside.addStretch(1)
        self.area = scrolled(holder(inside))
        self.body.addWidget(self.area, 1)
        look().changed.connect(self._show_desk)
        self.refresh()

    def _card(self, title: str, settings: Sequence[Setting]) -> Card:
        card = Card(title, flush=True)
        parts: list[tuple[SettingRow, QWidget]] = []
        for number, setting in enumerate(settings):
            line = rule()
            if number:
                card.add(line)
            words, clear = button_words().get(setting.key, ("", ""))
            made = SettingRow(setting, self._change, words, clear, notes().get(setting.key))
            if not (setting.of_desk or may_change(self.context.counter, setting.key)):
                made.lock()
            card.add(made)
            self.rows[setting.key] = made
            parts.append((made, line))
        self.cards.append(GroupCard(card, parts))
        return card

    # ------------------------------------------------------------ reading
    def refresh(self) -> None:
        self.context.tasks.ask(self, read_values, self.context.counter, then=self._came, name="settings")
        self.context.tasks.ask(
            self, self.context.counter.safekeeping.state, then=self._show_copies, name="copies"
        )
        self._show_desk()

    def _show_copies(self, state: CopyState) -> None:
        words, worry = place_words(state, self.context.counter.now().date())
        self.rows["backup_folder"].tell(words, "warning" if worry else "second")

    def _came(self, values: dict[str, Any]) -> None:
        for key, made in self.rows.items():
            if key in values:
                made.show_value(values[key])
        self.stated.emit()

    def _show_desk(self) -> None:
        for key, made in self.rows.items():
            if made.setting.of_desk:
                made.show_value(desk_value(key, self.context.settings.text(key)))

    # ------------------------------------------------------------ changing
    def _change(self, setting: Setting, value: object) -> None:
        if setting.kind is Kind.BUTTON and value is None:
            self._press(setting.key)
        elif setting.of_desk:
            self._change_desk(setting, value)
        elif setting.key in COLOURS:
            self._change_colour(setting, str(value))
        else:
            self._write(setting, value)

    def _change_colour(self, setting: Setting, text: str) -> None:
        try:
            colour = colour_of(text)
        except StateColourRefused:
            self.rows[setting.key].fail(_("Màu này giống màu của một trạng thái hồ sơ. Chọn màu khác."))
        except ValueError:
            self.rows[setting.key].fail(_("Mã màu gồm sáu chữ số hoặc chữ A–F, như 1B4B8F."))
        else:
            self._write(setting, colour)

    def _write(self, setting: Setting, value: object, *, undoing: bool = False) -> None:
        before = self.rows[setting.key].value

        def done(_none: object) -> None:
            undo = None if undoing else lambda: self._write(setting, before, undoing=True)
            self.rows[setting.key].give_up()
            if setting.key in COLOURS:
                self.context.settings.wear_office(**{setting.key: str(value)})
            if setting.key == "backup_folder":
                look_after_copies(self)
            tell(self, self._told(setting, undoing), undo)

        self.context.tasks.do(
            self,
            write_value,
            self.context.counter,
            setting.key,
            value,
            then=done,
            fail=lambda error: self.rows[setting.key].fail(say(error)),
        )

    def _change_desk(self, setting: Setting, value: object, *, undoing: bool = False) -> None:
        made = self.rows[setting.key]
        before = made.value
        self._wear(setting.key, value)
        self.context.settings.put(setting.key, str(value))
        self._show_desk()
        undo = None if undoing else lambda: self._change_desk(setting, before, undoing=True)
        tell(self, self._told(setting, undoing), undo)

    def _wear(self, key: str, value: object) -> None:
        text = str(value)
        if key == "look/scale":
            look().set(scale=float(text))
        elif key == "look/mode":
            look().set(mode=text)

    def _told(self, setting: Setting, undoing: bool) -> str:
        words = _("Đã lấy lại “{title}”") if undoing else _("Đã ghi “{title}”")
        return words.format(title=setting.title)

    # ------------------------------------------------------------ buttons
    def choose_backup(self, name: str) -> Path | None:
        """Ask where the copy goes."""
        return save_file(self, self.context, _("Sao lưu vào"), name)

    def choose_folder(self) -> Path | None:
        """Ask for the folder of the copies."""
        return choose_folder(self, self.context, _("Nơi sao lưu"))

    def choose_logo(self) -> Path | None:
        """Ask for the picture."""
        return open_file(self, self.context, _("Biểu trưng"), "PNG, JPEG, SVG (*.png *.jpg *.jpeg *.svg)")

    def _press(self, key: str) -> None:
        if key in ("calendar", "paper", "lists"):
            self.wanted.emit(key, None)
        elif key == "backup":
            self._backup()
        elif key == "logo":
            self._take_logo(self.choose_logo())
        elif chosen := self.choose_folder():
            self._write(self.rows[key].setting, str(chosen))

    def _take_logo(self, path: Path | None) -> None:
        if path is None:
            return
        try:
            logo = logo_of(str(path))
        except ValueError:
            self.rows["logo"].fail(_("Tệp {name} không phải ảnh. Chọn tệp khác.").format(name=path.name))
        else:
            self._write(self.rows["logo"].setting, logo)

    def _backup(self) -> None:
        counter = self.context.counter
        out = self.choose_backup(f"motcua-{counter.now():%Y%m%d-%H%M}.db")
        if out is not None:
            copy_now(self, self.context, out)

    # ------------------------------------------------------------ search
    def _searched(self, words: str) -> None:
        found = show_found(self, fold(words).split())
        self._nothing.setVisible(not found)
        self.search.set_note(str(found) if words.strip() else "")

    def keys(self) -> Sequence[Hint]:
        return [
            Hint("Ctrl+F", _("Tìm cài đặt")),
            Hint("Enter", _("Đến lựa chọn đầu")),
            Hint("PgDn", _("Cuộn")),
            Hint("Esc", _("Trở lại")),
        ]

    def actions(self) -> list[Action]:  # type: ignore[override]
        return [
            Action("Ctrl+F", _("Tìm cài đặt"), self.search.take, "search"),
            Action("Down", _("Đến lựa chọn đầu"), self._to_first, can=self.search.hasFocus),
            # Wherever the cursor is: a box of choices would take another one.
            Action("PgDown", _("Cuộn xuống"), partial(self._scroll, 1)),
            Action("PgUp", _("Cuộn lên"), partial(self._scroll, -1)),
        ]

    def look_for(self, words: str) -> None:
        """Show what these words find, all settings where they find nothing."""
        self.search.setText(words if show_found(self, fold(words).split()) else "")
        self._searched(self.search.text())

    def _to_first(self) -> None:
        """Into the setting that answers the search best, ready to be changed."""
        if (first := best_found(self, fold(self.search.text()).split())) is not None:
            first.control.setFocus(Qt.FocusReason.TabFocusReason)
            self.area.ensureWidgetVisible(first)

    def _scroll(self, pages: int) -> None:
        bar = self.area.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep())

    def panes(self) -> Sequence[QWidget]:
        return [self.search, self.area]

    def focus_first(self) -> None:
        self.search.take()

    def escape(self) -> bool:
        given_up = [made.give_up() for made in self.rows.values()]
        if any(given_up):
            return True
        if not self.search.text():
            return False
        self.search.setText("")
        self._searched("")
        return True


def button_words() -> dict[str, tuple[str, str]]:
    """What the button of a setting says, and the one that takes the choice back."""
    return {
        "calendar": (_("Mở lịch"), ""),
        "paper": (_("Mở Giấy in"), ""),
        "lists": (_("Mở Danh mục"), ""),
        "backup": (_("Sao lưu"), ""),
        "logo": (_("Chọn ảnh"), _("Bỏ ảnh")),
        "backup_folder": (_("Chọn thư mục"), _("Để cạnh sổ")),
    }


def notes() -> dict[str, Callable[[str], str]]:
    """What is said about the value of a setting, after its sentence."""

    def darker(key: str, colour: str) -> str:
        worn = worn_colour(key, colour)
        if worn == colour:
            return ""
        return _("Màu đã chọn sáng quá, máy dùng {code} cho dễ đọc.").format(code=worn.removeprefix("#"))

    return {"accent": partial(darker, "accent"), "nav": partial(darker, "nav")}
