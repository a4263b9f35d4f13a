"""Letters of apology: who must get one and until when, why, which new date, the letter beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from motcua_desktop.domain.numbering import short_code
from motcua_desktop.domain.paper_answers import LetterDraft, LettersMade
from motcua_desktop.gui.actions import Action, Hint
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.letters_rows import LetterRow, LetterRows
from motcua_desktop.gui.pages.letters_work import LettersView, draw_preview, make_letters, read_letters
from motcua_desktop.gui.pages.moments import weekday
from motcua_desktop.gui.pages.telling import print_paper, tell, tell_trouble
from motcua_desktop.gui.paper_view import Sheets, show_pdf
from motcua_desktop.gui.printing import PagePicture, pictures
from motcua_desktop.gui.theme import fixed, least
from motcua_desktop.gui.widgets.bar import Bar
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.empty_state import EmptyState
from motcua_desktop.gui.widgets.key_cap import KeyCap
from motcua_desktop.gui.widgets.page import Page, page_columns
from motcua_desktop.gui.widgets.text import column, label, scrolled
from motcua_desktop.i18n import _
from motcua_desktop.say import say

#: More letters than this are made in several presses; each row holds real inputs.
MOST_ROWS = 60
PREVIEW_DPI, PREVIEW_MS = 130, 250


def make(context: PageContext) -> Page:
    """The page of this module."""
    return LettersPage(context)


class LettersPage(Page):
    """F12 records a number for each ticked letter and prints all of them."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.title = _("Thư xin lỗi")
        self._context = context
        self._view: LettersView | None = None
        self._typed: dict[str, tuple[str, str, bool]] = {}
        self._signer = label("", "body")
        self._signer_row = [label(_("Người ký"), "second"), self._signer]
        self._pdf = b""
        self._make_left()
        self._make_right()
        self._columns = page_columns(self)
        self._columns.addLayout(self._left, 3)
        self._columns.addWidget(self._preview)
        self._wait = QTimer(self, singleShot=True, interval=PREVIEW_MS)
        self._wait.timeout.connect(self._draw)
        self.refresh()

    def _make_left(self) -> None:
        self.bar = Bar("urgent", "")
        self.rows = LetterRows()
        self.rows.moved.connect(self._wait_start)
        self.rows.edited.connect(self._edited)
        area = scrolled(self.rows)
        self._area = area
        self.list = Card(_("Dự kiến quá hạn"), "", label(_("Chọn hết"), "hint"), KeyCap("Ctrl+A"), flush=True)
        self.list.add(area, 1)
        self.list.set_foot(_("Mỗi hồ sơ chỉ được hẹn lại một lần. Ngày hẹn cũ vẫn giữ trong sổ."))
        empty = Card(flush=True)
        empty.add(
            EmptyState(
                "mail",
                _("Không có thư nào phải gửi"),
                _("Hồ sơ sắp quá hạn sẽ hiện ở đây trước hạn 01 ngày."),
                Button(
                    _("Xem hồ sơ đến hạn"),
                    lambda: self.wanted.emit("due", "all"),
                    icon="alarm-clock",
                    key="F4",
                ),
            ),
            1,
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(empty)
        least(self.stack, 560, 200)
        self._left = column(self.bar, self.stack, gap=12)
        self._left.setStretch(1, 1)

    def _make_right(self) -> None:
        back = Button(
            _("Thư trước"),
            lambda: self.rows.go(self.rows.at - 1),
            icon="chevron-left",
            kind="icon",
            small=True,
        )
        on = Button(
            _("Thư sau"),
            lambda: self.rows.go(self.rows.at + 1),
            icon="chevron-right",
            kind="icon",
            small=True,
        )
        self.sheets = Sheets(fit=True)
        self._preview = Card(_("Xem trước"), "", back, on, flush=True)
        self._preview.add(scrolled(self.sheets), 1)
        fixed(self._preview, 440)
        least(self._preview, 440, 200)

    # ------------------------------------------------------------ reading
    def refresh(self) -> None:
        self._keep_typed()
        self._context.tasks.ask(
            self,
            read_letters,
            self._context.counter,
            then=self._came,
            fail=lambda error: tell_trouble(self, say(error)),
            name="letters",
        )

    def _keep_typed(self) -> None:
        for made in self.rows.rows:
            if not made.draft.locked:
                self._typed[made.draft.code] = (
                    made.reason.currentText(),
                    made.date.text(),
                    made.tick.isChecked(),
                )

    def _came(self, view: LettersView) -> None:
        self._view = view
        made = [LetterRow(d, view.reasons, short_code(d.code)) for d in view.drafts[:MOST_ROWS]]
        for one in made:
            kept = self._typed.get(one.draft.code)
            if kept and not one.draft.locked:
                one.reason.setCurrentText(kept[0])
                one.date.setText(kept[1])
                one.tick.setChecked(kept[2])
        self.rows.show_rows(made)
        self.stack.setCurrentIndex(0 if made else 1)
        self._preview.setVisible(bool(made))
        office = view.office
        self._signer.setText(
            ", ".join(part for part in (office.signer_name, office.signer_title.capitalize()) if part)
        )
        self._say_until()
        self._edited()

    def _say_until(self) -> None:
        assert self._view is not None
        free = [draft for draft in self._view.drafts if not draft.locked]
        self.bar.setVisible(bool(free))
        if not free:
            return
        first, now = min(free, key=lambda d: d.send_by), self._context.counter.now()
        until = first.send_by
        article = _("NĐ 118/2025, Điều 19 khoản 6")
        if until < now:
            words = _(
                "<b>Đã quá lúc phải gửi.</b> Hạn {due}, thư phải đi trước hạn 01 ngày; gửi ngay. {article}"
            )
        else:
            words = _("<b>Phải gửi trước {until}.</b> Hạn {due}, chậm nhất trước hạn 01 ngày. {article}")
        day = _("hôm nay") if until.date() == now.date() else f"{weekday(until.date())} {until:%d/%m}"
        sentence = words.format(until=f"{until:%H:%M} {day}", due=f"{first.old_date:%d/%m}", article=article)
        self.bar.say("urgent", sentence)

    def _edited(self) -> None:
        chosen = sum(one.is_ticked for one in self.rows.rows)
        total = len(self._view.drafts) if self._view else 0
        self.list.set_count(_("{n} hồ sơ, đã chọn {m}").format(n=total, m=chosen))
        self._wait_start()
        self.stated.emit()

    def _wait_start(self) -> None:
        current = self.rows.current
        if current is not None:
            self._area.ensureWidgetVisible(current, 0, 0)
            self._preview.set_count(_("{n} trên {m}").format(n=self.rows.at + 1, m=len(self.rows.rows)))
        self._wait.start()

    def _draw(self) -> None:
        current = self.rows.current
        draft = current.new_draft() if current and not current.draft.locked else None
        if draft is None or self._view is None:
            self._pdf = b""
            self.sheets.show_pages([])
            return
        counter = self._context.counter

        def drawn() -> tuple[bytes, list[PagePicture]]:
            pdf = draw_preview(counter, draft)
            return pdf, list(pictures(counter.paper, pdf, PREVIEW_DPI))

        self._context.tasks.ask(
            self, drawn, then=self._show_preview, fail=lambda _error: None, name="preview"
        )

    def _show_preview(self, drawn: tuple[bytes, list[PagePicture]]) -> None:
        self._pdf = drawn[0]
        self.sheets.show_pages(drawn[1])

    # ------------------------------------------------------------ making them
    def _make_letters(self) -> None:
        drafts: list[LetterDraft] = []
        for one in self.rows.rows:
            draft = one.new_draft()
            if not one.is_ticked:
                continue
            if draft is None:
                one.refuse(_("Chưa đọc được ngày hẹn mới. Gõ như 16:00 27/11/2026."))
                return
            drafts.append(draft)
        if drafts:
            self._context.tasks.do(
                self,
                make_letters,
                self._context.counter,
                drafts,
                then=self._made,
                fail=lambda error: tell_trouble(self, say(error)),
                words=_("Đang làm thư xin lỗi"),
                steps=True,
            )

    def _made(self, answer: LettersMade) -> None:
        for code in answer.codes:
            self._typed.pop(code, None)
        if answer.codes:
            tell(self, _("Đã ghi số {n} thư xin lỗi").format(n=len(answer.codes)))
            print_paper(self, self._context, answer.pdf)
        if answer.refused:
            code, refusal = answer.refused[0]
            tell_trouble(self, f"{short_code(code)}: {say(refusal)}", "warning")

    def _show_true_size(self) -> None:
        if self._pdf:
            show_pdf(self.window(), self._context, self._pdf, _("Thư xin lỗi và hẹn lại"))

    def _edit_reason(self) -> None:
        if self.rows.current is not None:
            self.rows.current.reason.setFocus()

    # ------------------------------------------------------------ what the window asks
    @property
    def context_line(self) -> str:
        return _("và hẹn lại ngày trả kết quả")

    def keys(self) -> Sequence[Hint]:
        return [
            Hint("↑↓", _("Chọn")),
            Hint("Space", _("Đánh dấu")),
            Hint("Enter", _("Sửa lý do, ngày hẹn")),
            Hint("Ctrl+P", _("Xem cỡ thật")),
        ]

    def actions(self) -> list[Action]:  # type: ignore[override]
        return [
            Action("Ctrl+A", _("Chọn hết"), self.rows.tick_all, "check"),
            Action("Ctrl+M", _("Sửa lý do"), self._edit_reason, "pencil", show="bar", side="right"),
            Action("M", _("Sửa lý do"), self._edit_reason, "pencil"),
            Action("Ctrl+P", _("Xem cỡ thật"), self._show_true_size, "eye", can=lambda: bool(self._pdf)),
        ]

    @property
    def main_action(self) -> Action | None:
        chosen = sum(one.is_ticked for one in self.rows.rows)
        if not chosen:
            return None
        return Action("F12", _("Ghi số và in {n} thư").format(n=chosen), self._make_letters, "printer")

    def bar_widgets(self) -> Sequence[QWidget]:
        return self._signer_row

    def panes(self) -> Sequence[QWidget]:
        return [self.rows]

    def focus_first(self) -> None:
        self.rows.setFocus()

    def on_enter(self, argument: Any = None) -> None:
        if isinstance(argument, str):
            for number, one in enumerate(self.rows.rows):
                if one.draft.code == argument:
                    self.rows.go(number)

    def escape(self) -> bool:
        focus = self.focusWidget()
        if focus is not self.rows and self.rows.isAncestorOf(focus):
            self.rows.setFocus()
            return True
        return False
