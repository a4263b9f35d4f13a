"""How one form is printed: copies, paper, title, printer; with a picture of what would come out."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from motcua_desktop.domain.form_choices import MOST_COPIES, FormChoice
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.settings_paper_pages import SmallPages
from motcua_desktop.gui.pages.settings_rights import may_keep, only_seen_words
from motcua_desktop.gui.paper_view import SCREEN_DPI
from motcua_desktop.gui.printing import PagePicture, pictures
from motcua_desktop.gui.theme import fixed, margins, spacing
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.gui.widgets.inputs import ComboBox
from motcua_desktop.gui.widgets.text import column, holder, label
from motcua_desktop.gui.window_settings import OTHER_PAPERS
from motcua_desktop.i18n import _
from motcua_desktop.say import say
from motcua_desktop.say_paper import form_name

WAIT_MS = 200


@dataclass(frozen=True, slots=True)
class PaperWish:
    """What the form was left with: for the office (copies, paper, title) and for this desk."""

    form: str
    copies: int
    on_a4: bool
    title: str
    printer: str
    only_save: bool


def heading(choice: FormChoice) -> str:
    """The title as printed in one line, in ordinary letters; what an office calls it where it has none."""
    return _ordinary(choice.title) if choice.title else form_name(choice.form)


def _ordinary(title: str) -> str:
    return title[:1] + title[1:].lower()


def paper_words(choice: FormChoice) -> str:
    """ "A5", "hai tờ A5 trên một A4"."""
    return _("hai tờ A5 trên một A4") if choice.on_a4 else choice.paper


class PaperForm(QWidget):
    """`wish()` is what was chosen, None while the number of copies cannot be; `drawn` carries each trial."""

    drawn = Signal(bytes)

    def __init__(self, context: PageContext, choice: FormChoice) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self._context, self.choice = context, choice
        self.trial: bytes = b""
        self.copies = Field(_("Số bản"), hint=self._copies_hint())
        self.copies.set_text(str(choice.copies))
        self.copies.edit.setEnabled(not choice.is_book)
        self.paper = Field(_("Khổ giấy"), ComboBox(self._papers()))
        self.title = Field(_("Tên in trên giấy"), ComboBox(self._titles()))
        self.printer = Field(_("Máy in của máy này"), ComboBox(self._printers()))
        manners = [(False, _("In ngay")), (True, _("Chỉ lưu, in khi bấm In"))]
        self.manner = Field(_("Khi làm xong giấy"), ComboBox(manners))
        self._show_choice()
        self._arrange()
        self._wait = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._wait.timeout.connect(self.draw)
        for field in (self.copies, self.paper, self.title):
            field.edited.connect(lambda _text: self._wait.start())
        self.setFocusProxy(self.copies.edit if self.copies.edit.isEnabled() else self.printer.edit)
        self.draw()

    def _copies_hint(self) -> str:
        if not may_keep(self._context.counter):
            return only_seen_words()
        if self.choice.is_book:
            return _("Sổ in một bản, từ trang Báo cáo.")
        return _("Từ 1 đến {most}; mẫu có {n} bản.").format(most=MOST_COPIES, n=self.choice.usual_copies)

    def _papers(self) -> list[tuple[object, str]]:
        papers: list[tuple[object, str]] = [(False, self.choice.paper)]
        return [*papers, (True, _("hai tờ A5 trên một A4"))] if self.choice.can_share_a4 else papers

    def _titles(self) -> list[tuple[object, str]]:
        others = [(key, _ordinary(title)) for key, title in self.choice.titles]
        return [("", heading(self.choice)), *others]

    def _printers(self) -> list[tuple[object, str]]:
        names = self._context.printing.printers()
        return [("", _("Máy in chung của máy này")), *((name, name) for name in names)]

    def _show_choice(self) -> None:
        settings, form = self._context.settings, self.choice.form
        for field, value in (
            (self.paper, self.choice.on_a4),
            (self.title, self.choice.titled),
            (self.printer, settings.printer_of(form)),
            (self.manner, settings.only_saves(form)),
        ):
            _box(field).set_value(value)
        self.paper.edit.setEnabled(self.choice.can_share_a4)
        self.title.setVisible(bool(self.choice.titles))
        for field in (self.copies, self.paper):
            field.setVisible(self.is_form)
        if not may_keep(self._context.counter):
            for field in (self.copies, self.paper, self.title):
                field.edit.setEnabled(False)

    @property
    def is_form(self) -> bool:
        """Whether it is a form with a picture; reports and lists only have a printer and a manner."""
        return self.choice.form != OTHER_PAPERS

    def _arrange(self) -> None:
        self.sheets, self.trouble = SmallPages(), label("", "second", wrap=True)
        self.trouble.hide()
        fields = column(self.copies, self.paper, self.title, self.printer, self.manner, 1, gap=10)
        left = holder(fields)
        fixed(left, 440)
        words = _("Xem trước với người nộp bịa")
        other = _("Báo cáo, danh sách bàn giao và giấy khác: bản in theo trang lập ra chúng.")
        self.told = label(words if self.is_form else other, "second", wrap=True)
        right = holder(column(self.told, self.trouble, self.sheets, 1, gap=6))
        layout = QHBoxLayout(self)
        margins(layout, 16, 12, 16, 12)
        spacing(layout, 24)
        layout.addWidget(left, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(right, 1)

    # ------------------------------------------------------------ values
    def wish(self) -> PaperWish | None:
        """What was chosen; a number of copies that cannot be is said beside its field."""
        text = self.copies.text().strip()
        if not text.isdecimal() or not 1 <= int(text) <= MOST_COPIES:
            self.copies.fail(_("Số bản là một số từ 1 đến {most}.").format(most=MOST_COPIES))
            return None
        self.copies.calm()
        return PaperWish(
            self.choice.form,
            int(text),
            bool(_box(self.paper).value()),
            str(_box(self.title).value() or ""),
            str(_box(self.printer).value() or ""),
            bool(_box(self.manner).value()),
        )

    # ------------------------------------------------------------ the trial
    def draw(self) -> None:
        """Draw what would come out; what is typed meanwhile is drawn next."""
        wish = self.wish() if self.is_form else None
        if wish is None:
            return
        paper = self._context.counter.paper

        def look() -> tuple[bytes, list[PagePicture]]:
            pdf = paper.choices.trial(wish.form, wish.copies, wish.on_a4, wish.title)
            return pdf, list(pictures(paper, pdf, SCREEN_DPI))

        self._context.tasks.ask(
            self, look, then=lambda made: self._show(*made), fail=self._not_drawn, name="trial"
        )

    def _show(self, pdf: bytes, pages: list[PagePicture]) -> None:
        self.trial = pdf
        self.trouble.hide()
        self.sheets.show_pages(pages)
        self.told.setText(_("Xem trước với người nộp bịa: {n} trang").format(n=len(pages)))
        self.drawn.emit(pdf)

    def _not_drawn(self, error: Exception) -> None:
        self.trial = b""
        self.sheets.show_pages(())
        self.trouble.setText(say(error))
        self.trouble.show()


def _box(field: Field) -> ComboBox:
    assert isinstance(field.edit, ComboBox)
    return field.edit
