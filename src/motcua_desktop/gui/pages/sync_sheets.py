"""Dossiers from Excel (looked at first, each bad row named), and the public lists."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from motcua_desktop.domain.exchange import RowFault, SheetHeads, SheetRead
from motcua_desktop.gui.actions import Action, Hint
from motcua_desktop.gui.choosing_files import EXCEL, open_file, save_file
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.long_names import file_words
from motcua_desktop.gui.pages.settings_pane import SettingsPane
from motcua_desktop.gui.pages.sync_mapping import MappingForm, column_words
from motcua_desktop.gui.pages.sync_publish import PublishCard
from motcua_desktop.gui.pages.telling import tell
from motcua_desktop.gui.table_model import Column, TableModel
from motcua_desktop.gui.tasks import Job
from motcua_desktop.gui.theme import fixed, least, margins, spacing
from motcua_desktop.gui.widgets.bar import Bar
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.empty_state import EmptyState
from motcua_desktop.gui.widgets.page import Columns
from motcua_desktop.gui.widgets.side_panel import SidePanel
from motcua_desktop.gui.widgets.table import Table
from motcua_desktop.gui.widgets.text import column, holder, row
from motcua_desktop.i18n import _
from motcua_desktop.say import say

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter


class SheetsPane(SettingsPane):
    """Nothing is received while one row is bad; a row received before is known and skipped."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.looked: SheetRead | None = None
        self.mapping: MappingForm | None = None
        self._path: Path | None = None
        self.publishing = PublishCard(self)
        self.panel = SidePanel(self.publishing)
        self.panel.form_closed.connect(self._closed)
        fixed(self.panel, 368)
        columns = Columns()
        spacing(columns, 16)
        columns.addWidget(self._make_import(), 1)
        columns.addWidget(self.panel)
        self.body.addLayout(columns, 1)
        self._say_look()

    def _make_import(self) -> Card:
        template = Button(_("Lưu mẫu trống"), self.save_template, icon="save", key="Ctrl+E", small=True)
        choose = Button(_("Chọn tệp Excel"), self.choose, icon="folder-open", key="Ctrl+O", small=True)
        self.bar = Bar("info", "")
        self.rows = TableModel(_columns(), self, id_of=lambda fault: (fault.row, fault.column))
        self.table = Table(self.rows, _("Dòng phải sửa"))
        self.run_button = Button(_("Nhập hồ sơ"), self.receive, key="F12", small=True)
        card = Card(_("Nhập hồ sơ từ Excel"), "", template, choose, flush=True)
        top = column(self.bar, gap=0)
        margins(top, 16, 12, 16, 12)
        self._top = holder(top)
        card.add(self._top)
        card.add(self.table, 1)
        words = _("Lưu mẫu trống, điền mỗi hồ sơ một dòng, rồi chọn tệp. Tệp được xem trước, chưa ghi gì.")
        self._nothing = EmptyState("sheet", _("Chưa chọn tệp nào"), words, tint="neutral")
        self._fine = EmptyState("circle-check", _("Không dòng nào phải sửa"))
        for state in (self._nothing, self._fine):
            card.add(state, 1)
        foot = row(1, self.run_button)
        margins(foot, 16, 8, 16, 8)
        card.add_foot(holder(foot))
        least(card, 480, 200)
        return card

    # ------------------------------------------------------------ choosing files
    def choose_file(self) -> Path | None:
        """Ask for a sheet of dossiers."""
        return open_file(self, self.context, _("Nhập hồ sơ từ Excel"), EXCEL)

    def choose_place(self) -> Path | None:
        """Ask where the empty sheet goes."""
        return save_file(self, self.context, _("Lưu mẫu trống"), "mau-nhap-ho-so.xlsx", EXCEL)

    def save_template(self) -> None:
        """Ctrl+E: an empty sheet with our columns and their choices."""
        out = self.choose_place()
        if out is not None:
            told = _("Đã lưu mẫu {name}. Trang thứ hai có mã mọi thủ tục.").format(name=out.name)
            template = self.context.counter.exchange.sheets.template
            self.context.tasks.do(self, template, out, then=lambda _x: tell(self, told), fail=self.failed)

    # ------------------------------------------------------------ looking, then receiving
    def choose(self) -> None:
        """Ctrl+O: choose a sheet and look at it; nothing is received yet."""
        path = self.choose_file()
        if path is not None:
            self._path = path
            heads = self.context.counter.exchange.sheets.heads
            self.context.tasks.ask(self, heads, path, then=self._heads_came, fail=self.failed)

    def _heads_came(self, heads: SheetHeads) -> None:
        if heads.missing:
            self._open_mapping(heads)
        else:
            self.look()

    def _open_mapping(self, heads: SheetHeads) -> None:
        form = MappingForm(heads)
        keep = Button(_("Nhớ cách chọn"), self.keep_mapping, key="F12", kind="main", small=True)
        self.panel.open_form(_("Cột nào là gì"), form, keep)
        self.mapping = form
        form.setFocus()
        self.stated.emit()

    def keep_mapping(self) -> None:
        """F12: keep what was chosen for each column, then look at the sheet."""
        form = self.mapping
        if form is None:
            return

        def kept(_none: object) -> None:
            self.panel.close_form()
            self.look()

        keep = self.context.counter.exchange.sheets.keep_mapping
        self.context.tasks.do(self, keep, form.heads.headers, form.mapping(), then=kept, fail=self.failed)

    def look(self) -> None:
        """A dry run over the chosen sheet."""
        self.context.tasks.ask(
            self,
            _look,
            self.context.counter,
            self._path,
            then=self._looked_at,
            fail=self.failed,
            words=_("Đang xem bảng"),
            steps=True,
        )

    def _looked_at(self, read: SheetRead) -> None:
        self.looked = read
        self._say_look()
        if read.bad:
            self.table.choose(0)
            self.table.setFocus()

    @property
    def ready(self) -> int:
        """How many dossiers F12 would receive."""
        read = self.looked
        return read.rows - read.known if read is not None and not read.bad else 0

    def receive(self) -> None:
        """F12: receive every dossier of the sheet that was looked at, or none."""
        if self.looked is not None and self.ready:
            self.context.tasks.do(
                self,
                _receive,
                self.context.counter,
                self.looked.path,
                then=self._received,
                fail=self.failed,
                words=_("Đang nhập hồ sơ"),
                steps=True,
            )

    def _received(self, read: SheetRead) -> None:
        if read.bad:  # somebody changed the file after it was looked at
            self._looked_at(read)
            return
        self.looked = None
        self._say_look()
        tell(self, _("Đã nhập {n} hồ sơ từ {name}").format(n=len(read.received), name=read.path.name))

    def _say_look(self) -> None:
        read = self.looked
        self.rows.show_rows(read.bad if read is not None else ())
        self.table.setEnabled(bool(read is not None and read.bad))
        self._top.setVisible(read is not None)
        self.table.setVisible(bool(read is not None and read.bad))
        self._nothing.setVisible(read is None)
        self._fine.setVisible(read is not None and not read.bad)
        if read is not None and read.bad:
            bad = len({fault.row for fault in read.bad})
            words = _("<b>{name}</b>: {bad} trong {n} dòng phải sửa. Chưa nhập dòng nào.")
            self.bar.say("warning", words.format(name=file_words(read.path.name), bad=bad, n=read.rows))
        elif read is not None:
            words = _("<b>{name}</b>: {n} dòng đều đúng, {known} dòng đã nhập trước đây.")
            self.bar.say("good", words.format(name=file_words(read.path.name), n=read.rows, known=read.known))
        self.run_button.set_words(_("Nhập {n} hồ sơ").format(n=self.ready) if self.ready else _("Nhập hồ sơ"))
        self.run_button.setEnabled(bool(self.ready))
        self.run_button.set_kind("main" if self.ready else "plain")
        self.stated.emit()

    def _closed(self) -> None:
        self.mapping = None
        self.focus_first()
        self.stated.emit()

    # ------------------------------------------------------------ what the page asks
    def keys(self) -> Sequence[Hint]:
        if self.mapping is not None:
            return [Hint("Tab", _("Ô kế tiếp")), Hint("F12", _("Nhớ cách chọn")), Hint("Esc", _("Bỏ qua"))]
        run = [Hint("F12", _("Nhập hồ sơ"))] if self.ready else []
        return [
            *run,
            Hint("Ctrl+O", _("Chọn tệp Excel")),
            Hint("Ctrl+E", _("Lưu mẫu trống")),
            Hint("Ctrl+L", _("Danh sách công khai")),
        ]

    def actions(self) -> list[Action]:  # type: ignore[override]
        if self.mapping is not None:
            return [Action("F12", _("Nhớ cách chọn"), self.keep_mapping, "check")]
        return [
            Action("F12", _("Nhập hồ sơ"), self.receive, "download", can=lambda: bool(self.ready)),
            Action("Ctrl+O", _("Chọn tệp Excel"), self.choose, "folder-open"),
            Action("Ctrl+E", _("Lưu mẫu trống"), self.save_template, "save"),
            Action("Ctrl+L", _("Lập danh sách công khai"), self.publishing.publish, "file-text"),
        ]

    def panes(self) -> Sequence[QWidget]:
        return [self.table, *self.publishing.panes()]

    def focus_first(self) -> None:
        first: QWidget = self.table if self.rows.rowCount() else self.publishing.start
        first.setFocus()

    def escape(self) -> bool:
        return self.panel.close_form()


def _look(counter: Counter, path: Path, *, job: Job) -> SheetRead:
    return counter.exchange.sheets.read_in(path, dry_run=True, step=job.step)


def _receive(counter: Counter, path: Path, *, job: Job) -> SheetRead:
    return counter.exchange.sheets.read_in(path, dry_run=False, step=job.step)


def _columns() -> list[Column]:
    return [
        Column("row", _("Dòng"), lambda fault: str(fault.row), width=72, right=True, bold=True),
        Column("column", _("Cột"), _column_of, width=176),
        Column("why", _("Phải sửa"), lambda fault: say(fault.refusal), stretch=1),
    ]


def _column_of(fault: RowFault) -> str:
    return column_words().get(fault.column, fault.column)
