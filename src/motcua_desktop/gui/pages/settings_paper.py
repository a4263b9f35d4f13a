"""Papers: how each form is printed here, which edition of wording is used, and the office's own editions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from motcua_desktop.domain.errors import BadValue
from motcua_desktop.domain.form_choices import EditionLine, FormChoice
from motcua_desktop.gui.actions import Action, Hint
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.settings_editions import EditionsView, edition_words
from motcua_desktop.gui.pages.settings_pane import SettingsPane
from motcua_desktop.gui.pages.settings_paper_form import PaperForm, PaperWish, heading, paper_words
from motcua_desktop.gui.pages.settings_rights import may_keep
from motcua_desktop.gui.pages.telling import tell
from motcua_desktop.gui.paper_view import show_pdf
from motcua_desktop.gui.table_model import Column, TableModel
from motcua_desktop.gui.theme import fixed, spacing
from motcua_desktop.gui.widgets.bar import Bar
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.flow import Flow
from motcua_desktop.gui.widgets.inputs import ComboBox
from motcua_desktop.gui.widgets.table import Table
from motcua_desktop.gui.widgets.text import holder, label, row
from motcua_desktop.gui.window_settings import OTHER_PAPERS
from motcua_desktop.i18n import _
from motcua_desktop.say import say
from motcua_desktop.say_paper import form_name

TRIAL_FILE = "in-thu.pdf"


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A line of the table: a form of the edition, or (`choice` None) the papers that are no form."""

    form: str
    choice: FormChoice | None
    printer: str
    only_save: bool


class PaperPane(SettingsPane):
    """Enter opens a form with its picture; copies, paper, title are the office's, the printer this desk's."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.form: PaperForm | None = None
        self.editions: EditionsView | None = None
        self._lines: tuple[EditionLine, ...] = ()
        self.edition = ComboBox()
        self.edition.setAccessibleName(_("Bộ mẫu giấy tờ"))
        self.edition.picked.connect(lambda name: self._use_edition(str(name)))
        self.printer = ComboBox(self._printers())
        self.printer.setAccessibleName(_("Máy in của máy này"))
        self.printer.set_value(context.settings.printer)
        self.printer.picked.connect(self._use_printer)
        self.edition.setEnabled(may_keep(context.counter))
        for box, width in ((self.edition, 220), (self.printer, 240)):
            fixed(box, width, 36)
        look = Button(_("Các bộ mẫu"), self.open_editions, icon="folder-open", key="M", small=True)
        first = label(_("Bộ mẫu cho hồ sơ mới"), "second", buddy=self.edition)
        second = label(_("Máy in của máy này"), "second", buddy=self.printer)
        choices = Flow()
        spacing(choices, 24)
        choices.addWidget(holder(row(first, self.edition, look)))
        choices.addWidget(holder(row(second, self.printer)))
        self.top = holder(choices)
        self.body.addWidget(self.top)
        self.trouble = Bar("warning", "")
        self.trouble.hide()
        self.body.addWidget(self.trouble)
        self.rows = TableModel(_columns(), self, id_of=lambda line: line.form)
        self.table = Table(self.rows, _("Giấy in"))
        self.table.opened.connect(lambda _line: self.open_form())
        card = Card(flush=True)
        card.add(self.table, 1)
        self.panel = self.put_list(card, self._closed)
        self.refresh()

    def _printers(self) -> list[tuple[object, str]]:
        return [("", _("Máy in của hệ điều hành")), *((n, n) for n in self.context.printing.printers())]

    # ------------------------------------------------------------ reading
    def refresh(self) -> None:
        choices = self.context.counter.paper.choices
        self.context.tasks.ask(
            self,
            lambda: (choices.forms(), choices.editions()),
            then=lambda found: self._came(*found),
            fail=self.failed,
            name="papers",
        )

    def _came(self, forms: Sequence[FormChoice], lines: tuple[EditionLine, ...]) -> None:
        settings = self.context.settings
        known = [(one.form, one) for one in forms]
        self.rows.show_rows(
            PaperRow(form, choice, settings.printer_of(form), settings.only_saves(form))
            for form, choice in (*known, (OTHER_PAPERS, None))
        )
        if not self.table.currentIndex().isValid():
            self.table.choose(0)
        self._lines = lines
        usable = [line for line in lines if line.trouble is None]
        self.edition.set_choices([(line.name, edition_words(line)) for line in usable])
        self.edition.set_value(next((line.name for line in usable if line.in_use), None))
        broken = [line.name for line in lines if line.trouble is not None]
        words = _("Bộ mẫu {names} có lỗi, chưa dùng được. Bấm M để xem lỗi ở tệp nào.")
        self.trouble.say("warning", words.format(names=", ".join(broken)))
        self._show_trouble()
        if self.editions is not None:
            self.editions.show_lines(lines)
        self.stated.emit()

    def _show_trouble(self) -> None:
        """Beside the list only: an open form needs the room, and the editions say it themselves."""
        self.top.setVisible(self.panel.form is None)
        broken = any(line.trouble is not None for line in self._lines)
        self.trouble.setVisible(broken and self.panel.form is None)

    def _closed(self) -> None:
        self.form = self.editions = None
        self._show_trouble()
        self.table.setFocus()
        self.stated.emit()

    # ------------------------------------------------------------ one form
    def open_form(self) -> None:
        """Enter: how the chosen form is printed."""
        if (line := self.table.current()) is None:
            return
        choice = line.choice or FormChoice(OTHER_PAPERS, "", _other(), (), "A4", 1, 1, is_book=True)
        self.form = form = PaperForm(self.context, choice)
        look = Button(_("In thử"), self.try_out, icon="printer", key="Ctrl+P", small=True)
        keep = Button(_("Ghi"), self.save, icon="save", key="F12", kind="main", small=True)
        self.panel.open_form(heading(choice), form, *([look, keep] if form.is_form else [keep]))
        self._show_trouble()
        form.setFocus()
        self.stated.emit()

    def save(self) -> None:
        """F12: keep what was chosen, for the office and for this desk."""
        wish = self.form.wish() if self.form is not None else None
        if wish is None or self.form is None:
            return
        choice, settings = self.form.choice, self.context.settings
        before = PaperWish(
            choice.form,
            choice.copies,
            choice.on_a4,
            choice.titled,
            settings.printer_of(choice.form),
            settings.only_saves(choice.form),
        )
        self._write(wish, lambda: self._write(before, None, _("Đã lấy lại: {title}")))

    def _write(self, wish: PaperWish, undo: Callable[[], object] | None, words: str = "") -> None:
        title = form_name(wish.form) if wish.form != OTHER_PAPERS else _other()
        told = (words or _("Đã ghi: {title}")).format(title=title.lower())
        choose = self.context.counter.paper.choices.choose

        def work() -> None:
            if wish.form != OTHER_PAPERS:
                choose(wish.form, wish.copies, wish.on_a4, wish.title)

        def done(_none: object) -> None:
            self.context.settings.put_printing(wish.form, wish.printer, only_save=wish.only_save)
            self.panel.close_form()
            self.refresh()
            tell(self, told, undo)

        self.context.tasks.do(self, work, then=done, fail=self._refused)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, BadValue) and self.form is not None and error.field == "copies":
            self.form.copies.fail(say(error))
        else:
            self.failed(error)

    def try_out(self) -> None:
        """Ctrl+P: the trial at its true size, where Enter prints it."""
        form = self.form
        if form is None or not form.trial:
            return
        path, pdf = self.context.counter.folder / TRIAL_FILE, form.trial

        def written() -> Path:
            path.write_bytes(pdf)
            return path

        title = _("In thử: {title}").format(title=heading(form.choice))
        self.context.tasks.ask(
            self,
            written,
            then=lambda made: show_pdf(self.window(), self.context, made, title),
            fail=self.failed,
        )

    # ------------------------------------------------------------ editions
    def open_editions(self) -> None:
        """M: the shipped editions and the office's own, each with what is wrong in it."""
        self.editions = EditionsView()
        self.editions.show_lines(self._lines)
        opener = Button(_("Mở thư mục biểu mẫu"), self.open_folder, icon="folder-open", key="O", small=True)
        self.panel.open_form(_("Các bộ mẫu giấy tờ"), self.editions, opener)
        self._show_trouble()
        self.editions.setFocus()
        self.stated.emit()

    def open_folder(self) -> None:
        """O: the folder an office puts its own editions into, with the words on how."""

        def opened(folder: Path) -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

        self.context.tasks.ask(self, self.context.counter.paper.choices.folder, then=opened, fail=self.failed)

    def _use_edition(self, name: str, *, undoing: bool = False) -> None:
        before = next((line.name for line in self._lines if line.in_use), name)
        if name == before:
            return

        def done(_none: object) -> None:
            told = _("Đã lấy lại bộ mẫu {name}") if undoing else _("Hồ sơ mới in theo bộ mẫu {name}")
            undo = None if undoing else lambda: self._use_edition(before, undoing=True)
            self.refresh()
            tell(self, told.format(name=name), undo)

        desk = self.context.counter.office
        self.context.tasks.do(self, desk.set, "form_edition", name, then=done, fail=self.failed)

    def _use_printer(self, name: object) -> None:
        before = self.context.settings.printer

        def back() -> None:
            self.context.settings.put("printer/slips", before)
            self.printer.set_value(before)

        self.context.settings.put("printer/slips", str(name))
        tell(self, _("Đã ghi: máy in của máy này"), back)

    # ------------------------------------------------------------ what the page asks
    def keys(self) -> Sequence[Hint]:
        if self.form is not None:
            trial = [Hint("Ctrl+P", _("In thử"))] if self.form.is_form else []
            return [Hint("F12", _("Ghi")), *trial, Hint("Esc", _("Bỏ"))]
        if self.editions is not None:
            return [Hint("O", _("Mở thư mục biểu mẫu")), Hint("Esc", _("Đóng"))]
        return [Hint("↑↓", _("Chọn")), Hint("Enter", _("Sửa")), Hint("M", _("Các bộ mẫu"))]

    def actions(self) -> list[Action]:  # type: ignore[override]
        if self.form is not None:
            return [
                Action("F12", _("Ghi"), self.save, "save"),
                Action("Ctrl+P", _("In thử"), self.try_out, "printer"),
            ]
        opener = Action("O", _("Mở thư mục biểu mẫu"), self.open_folder, "folder-open")
        return [opener, Action("M", _("Các bộ mẫu giấy tờ"), self.open_editions, "file-text")]

    def panes(self) -> Sequence[QWidget]:
        return [self.edition, self.printer, self.table]

    def focus_first(self) -> None:
        self.table.setFocus()

    def escape(self) -> bool:
        return self.panel.close_form()


def _other() -> str:
    return _("Báo cáo, danh sách và giấy khác")


def _columns() -> list[Column]:
    return [
        Column("number", _("Mẫu"), lambda line: line.choice.number if line.choice else "", width=64),
        Column("title", _("Giấy"), _title, stretch=1, bold=True),
        Column(
            "copies", _("Số bản"), lambda x: str(x.choice.copies) if x.choice else "", width=84, right=True
        ),
        Column("paper", _("Khổ giấy"), lambda x: paper_words(x.choice) if x.choice else "", fit=True),
        Column("printer", _("Máy in"), lambda x: x.printer or _("chung"), fit=True, tint="text2"),
        Column("manner", _("Khi làm xong"), _manner, width=120, tint="text2"),
    ]


def _title(line: PaperRow) -> str:
    return heading(line.choice) if line.choice else _other()


def _manner(line: PaperRow) -> str:
    return _("chỉ lưu") if line.only_save else _("in ngay")
