"""What is told after a hand-over, and the papers of its lists: printed, shown again, printed again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from motcua_desktop.domain.handover import HandedOver, HandoverList
from motcua_desktop.domain.numbering import short_code
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.telling import print_paper, show_paper, tell, tell_trouble
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.i18n import _
from motcua_desktop.say import say


class HandoverPaper(QObject):
    """The lists of the page `page` on their way to paper and back to sight."""

    def __init__(self, page: QWidget, context: PageContext) -> None:
        super().__init__(page)
        self._page, self._context = page, context

    def tell_made(self, answer: HandedOver) -> None:
        """Say what was handed over with the way back, print its lists, say what went wrong."""
        if answer.lists:
            uids = [made.uid for made in answer.lists]
            tell(self._page, _told(answer), lambda: self._undo(uids))
            self._print(answer)
        if answer.trouble:
            tell_trouble(self._page, answer.trouble, "warning")
        elif answer.refused:
            code, refusal = answer.refused[0]
            tell_trouble(self._page, f"{short_code(code)}: {say(refusal)}", "warning")

    def _print(self, answer: HandedOver) -> None:
        unprinted = [path for path in answer.papers if not self._context.printing.send(path)]
        if not unprinted:
            return
        look = Button(
            _("Mở danh sách"), lambda: self._look(unprinted[0]), key="Ctrl+P", kind="link", small=True
        )
        numbers = ", ".join(made.number for made in answer.lists)
        words = _("Chưa có máy in. Danh sách {numbers} đã lưu trong thư mục dữ liệu.")
        tell_trouble(self._page, words.format(numbers=numbers), "warning", look)

    def _look(self, path: Path) -> None:
        show_paper(self._page, self._context, path, _("Danh sách bàn giao"))

    def show(self, made: HandoverList | None) -> None:
        """Show a list as it was drawn."""
        if made is not None:
            self._ask(self._context.counter.handover.kept, made, self._look)

    def reprint(self, made: HandoverList | None) -> None:
        """Print a list once more; it is marked as a reprint."""
        if made is not None:
            self._ask(self._context.counter.handover.reprint, made, self._reprinted)

    def _reprinted(self, path: Path) -> None:
        tell(self._page, _("Đã in lại danh sách bàn giao"))
        print_paper(self._page, self._context, path, asked=True)

    def _ask(self, act: object, made: HandoverList, then: object) -> None:
        self._context.tasks.do(
            self._page,
            act,  # type: ignore[arg-type]
            made,
            then=then,  # type: ignore[arg-type]
            fail=lambda error: tell_trouble(self._page, say(error), "warning"),
        )

    def _undo(self, uids: Sequence[str]) -> None:
        self._context.tasks.do(
            self._page,
            self._context.counter.handover.undo,
            uids,
            then=self._undone,
            fail=lambda error: tell_trouble(self._page, say(error), "warning"),
        )

    def _undone(self, lists: Sequence[HandoverList]) -> None:
        window = self._page.window()
        if isinstance(window, MainWindow):
            window.clear_bars()  # it may still offer the list that is no more
        numbers = ", ".join(made.number for made in reversed(lists))
        words = _("Đã hủy danh sách {numbers}, hồ sơ trở lại chỗ cũ").format(numbers=numbers)
        tell(self._page, words, kind="info")


def _told(answer: HandedOver) -> str:
    first, count = answer.lists[0], len(answer.codes)
    if len(answer.lists) > 1:
        words = (
            _("Đã nhận lại {n} hồ sơ, {m} danh sách")
            if first.back
            else _("Đã chuyển {n} hồ sơ, {m} danh sách")
        )
    elif first.back:
        words = _("Đã nhận lại {n} hồ sơ từ {section}, danh sách {number}")
    else:
        words = _("Đã chuyển {n} hồ sơ cho {section}, danh sách {number}")
    return words.format(n=count, m=len(answer.lists), section=first.section, number=first.number)
