"""Procedures: found as typed, edited in place of the panel, and the portal's lists with a preview."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from motcua_desktop.domain.catalogue_change import CataloguePreview, NotAPortalList
from motcua_desktop.domain.procedure import Procedure
from motcua_desktop.gui.actions import Action, Hint
from motcua_desktop.gui.choosing_files import open_file
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.catalogue_form import ProcedureForm
from motcua_desktop.gui.pages.catalogue_preview import ChangesView, title_words
from motcua_desktop.gui.pages.catalogue_term import fee_words, rule_words
from motcua_desktop.gui.pages.settings_pane import SettingsPane
from motcua_desktop.gui.pages.settings_rights import may_keep, only_seen_words
from motcua_desktop.gui.pages.telling import tell
from motcua_desktop.gui.table_model import Column, TableModel
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.search_box import SearchBox
from motcua_desktop.gui.widgets.table import Table
from motcua_desktop.gui.widgets.text import elided, holder, row
from motcua_desktop.i18n import _

MOST = 500


class CataloguePane(SettingsPane):
    """The list; Enter edits a procedure, Ctrl+O looks into a list of the portal."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._form: ProcedureForm | None = None
        self._preview: CataloguePreview | None = None
        self.search = SearchBox(_("Tìm thủ tục"), width=420)
        self.search.setAccessibleName(_("Tìm thủ tục"))
        self.search.asked.connect(self._load)
        self.search.entered.connect(self._to_table)
        bring = Button(_("Nhập danh sách của Cổng"), self.bring, icon="download", key="Ctrl+O", small=True)
        self._may = may_keep(context.counter)
        if not self._may:
            bring.hide()
        how = _("Mã, tên không dấu, tên tắt") if self._may else only_seen_words()
        line = row(self.search, elided(how, "second"), bring, gap=12)
        line.insertStretch(2, 1)
        self.top = holder(line)
        self.body.addWidget(self.top)
        today = context.counter.now().date()
        self.rows = TableModel(_columns(today), self, id_of=lambda p: p.code)
        self.table = Table(self.rows, _("Thủ tục"))
        self.table.opened.connect(self.edit)
        card = Card(flush=True)
        card.add(self.table, 1)
        self.panel = self.put_list(card, self._closed)
        self._load("")

    def _load(self, words: str = "") -> None:
        find = self.context.counter.catalogue.find
        self.context.tasks.ask(self, find, words, MOST, then=self._came, fail=self.failed, name="find")

    def _came(self, found: Sequence[Procedure]) -> None:
        self.rows.show_rows(found)
        self.search.set_note(str(len(found)) if self.search.text() else "")
        if found and not self.table.currentIndex().isValid():
            self.table.choose(0)

    def _closed(self) -> None:
        self._form = self._preview = None
        self.top.show()
        self.table.setFocus()
        self.stated.emit()

    # ------------------------------------------------------------ editing
    def edit(self, procedure: Procedure) -> None:
        """Open a procedure; who may not change it reads it."""
        if not self._may:
            form = ProcedureForm(procedure)
            form.setEnabled(False)
            leave = Button(_("Đóng"), self.panel.close_form, key="Esc", small=True)
            self.panel.open_form(_("Thủ tục {code}").format(code=procedure.code), form, leave)
            leave.setFocus()
            self.stated.emit()
            return
        self._form = form = ProcedureForm(procedure)
        keep = Button(_("Ghi"), self.save, icon="save", key="F12", kind="main", small=True)
        self.panel.open_form(_("Thủ tục {code}").format(code=procedure.code), form, keep)
        self.top.hide()  # the form needs the room
        form.first.setFocus()
        self.stated.emit()

    def save(self) -> None:
        """F12 in the form of a procedure."""
        made = self._form.procedure() if self._form else None
        if made is not None:
            self._write(made, self._form.before if self._form else made)

    def _write(self, made: Procedure, before: Procedure | None) -> None:
        def done(_none: object) -> None:
            self.panel.close_form()
            undo = None if before is None else lambda: self._write(before, None)
            tell(self, _("Đã ghi thủ tục {code}").format(code=made.code), undo)

        self.context.tasks.do(
            self, self.context.counter.catalogue_import.save, made, then=done, fail=self.failed
        )

    # ------------------------------------------------------------ the portal's lists
    def choose_file(self) -> Path | None:
        """Ask for a list."""
        kinds = "Excel, JSON (*.xlsx *.json)"
        return open_file(self, self.context, _("Danh sách của Cổng"), kinds)

    def bring(self) -> None:
        """Ctrl+O: read a list and show what it would change."""
        path = self.choose_file()
        if path is not None:
            self.context.tasks.ask(
                self,
                self.context.counter.catalogue_import.preview,
                path,
                then=self._show_preview,
                fail=self._not_read,
                words=_("Đang đọc danh sách"),
            )

    def _not_read(self, error: Exception) -> None:
        if isinstance(error, NotAPortalList):
            words = _("Tệp {name} không phải danh sách thủ tục của Cổng hay tệp LayThuTuc. Chọn tệp khác.")
            self.blame(words.format(name=Path(error.path).name), "warning")
        else:
            self.failed(error)

    def _show_preview(self, preview: CataloguePreview) -> None:
        self.mended()
        self.changes = ChangesView(preview, self.context.counter.now().date())
        self.keep = Button("", self.apply, icon="save", key="F12", kind="main", small=True)
        leave = Button(_("Đóng"), self.panel.close_form, key="Esc", small=True)
        self.panel.open_form(title_words(preview), self.changes, self.keep if preview.changes else leave)
        self._preview = preview
        self.top.hide()
        self.changes.rows.ticks_changed.connect(self._count)
        self._count()
        (self.changes if preview.changes else leave).setFocus()
        self.stated.emit()

    def _count(self) -> None:
        count = len(self.changes.rows.ticked)
        self.keep.set_words(_("Ghi {n} thủ tục").format(n=count))
        self.keep.setEnabled(bool(count))

    def apply(self) -> None:
        """F12 in the preview: write what is ticked."""
        preview = self._preview
        if preview is None or not self.changes.rows.ticked:
            return
        ticked = frozenset(self.changes.rows.ticked)
        office = self.context.counter.catalogue_import

        def taken_back(count: int) -> None:
            tell(self, _("Đã lấy lại {n} thủ tục như trước khi nhập").format(n=count))

        def undo() -> None:
            asked = (office.take_back, preview, ticked)
            self.context.tasks.do(self, *asked, then=taken_back, fail=self.failed)

        def done(count: int) -> None:
            self.panel.close_form()
            tell(self, _("Đã ghi {n} thủ tục").format(n=count), undo)

        self.context.tasks.do(self, office.apply, preview, ticked, then=done, fail=self.failed)

    # ------------------------------------------------------------ what the page asks
    def keys(self) -> Sequence[Hint]:
        if self._preview is not None and not self._preview.changes:
            return [Hint("Esc", _("Đóng"))]
        if self._preview is not None:
            return [Hint("Space", _("Đánh dấu")), Hint("F12", _("Ghi")), Hint("Esc", _("Bỏ"))]
        if self._form is not None:
            return [
                Hint("Tab", _("Ô kế tiếp")),
                Hint("Ctrl+N", _("Thêm mức phí")),
                Hint("Ctrl+Enter", _("Thêm bước")),
                Hint("Ctrl+D", _("Bỏ dòng")),
                Hint("F12", _("Ghi")),
                Hint("Esc", _("Bỏ")),
            ]
        if not self._may:
            shut = [Hint("Esc", _("Đóng"))]
            return shut if self.panel.form else [Hint("↑↓", _("Chọn")), Hint("Enter", _("Xem"))]
        return [Hint("↑↓", _("Chọn")), Hint("Enter", _("Sửa")), Hint("Ctrl+O", _("Nhập danh sách"))]

    def actions(self) -> list[Action]:  # type: ignore[override]
        can = [
            Action("Ctrl+F", _("Tìm thủ tục"), self.search.take, "search"),
            Action("Ctrl+O", _("Nhập danh sách của Cổng"), self.bring, "download", can=lambda: self._may),
            Action("Down", _("Xuống danh sách"), self._to_table, can=self.search.hasFocus),
        ]
        if self._preview is not None:
            can.append(
                Action("F12", _("Ghi"), self.apply, "save", can=lambda: bool(self.changes.rows.ticked))
            )
        elif self._form is not None:
            form = self._form
            can += [
                Action("F12", _("Ghi"), self.save, "save"),
                Action("Ctrl+N", _("Thêm mức phí, lệ phí"), form.fees.add, "plus"),
                Action("Ctrl+Return", _("Thêm bước"), form.steps.add, "plus"),
                Action("Ctrl+D", _("Bỏ mức phí hoặc bước này"), form.drop_here, "trash-2"),
            ]
        return can

    def _to_table(self) -> None:
        self.table.setFocus()

    def panes(self) -> Sequence[QWidget]:
        return [self.search, self.table]

    def focus_first(self) -> None:
        self.search.take()

    def refresh(self) -> None:
        self._load(self.search.text())

    def escape(self) -> bool:
        return self.panel.close_form()


def _columns(today: date) -> list[Column]:
    return [
        Column("code", _("Mã"), lambda p: p.code, width=112),
        Column("name", _("Tên thủ tục"), lambda p: p.name, stretch=3, bold=True),
        Column("alias", _("Tên tắt"), lambda p: p.alias, width=96),
        Column("term", _("Thời hạn"), lambda p: rule_words(p, today), width=144),
        Column("fee", _("Phí, lệ phí"), lambda p: fee_words(p, today), width=168, right=True),
        Column("field", _("Lĩnh vực"), lambda p: p.field, stretch=1, tint="text2"),
    ]
