"""The letter beside the list: as it would be, as it was recorded, or the letters printed just now."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QTimer, Signal

from motcua_desktop.domain.paper_answers import LetterDraft, Signer
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.letters_work import draw_preview
from motcua_desktop.gui.paper_view import Sheets
from motcua_desktop.gui.printing import PagePicture, pictures
from motcua_desktop.gui.theme import fixed, least, px
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.text import label, scrolled
from motcua_desktop.i18n import _
from motcua_desktop.say import say

DPI, WAIT_MS = 130, 250
#: A printed letter is a page or two; sixty of them as pictures would fill the memory of a small machine.
MOST_PAGES = 4
#: What is in sight, how many pages it has, and those shown.
_Drawn = tuple[bytes | Path, int, list[PagePicture]]


class LettersPreview(Card):
    """`drawn` when another paper is in sight; `turned` (−1 or 1) when the letter before or after is wanted.

    What is to be shown is asked of `wanted` a moment after `ask`, so that typing does not draw every letter.
    """

    drawn = Signal()
    turned = Signal(int)

    def __init__(
        self, context: PageContext, wanted: Callable[[], tuple[LetterDraft | Path | None, Signer | None]]
    ) -> None:
        self._turns = [
            Button(words, lambda step=step: self.turned.emit(step), icon=icon, kind="icon", small=True)  # type: ignore[misc]
            for words, icon, step in (
                (_("Thư trước"), "chevron-left", -1),
                (_("Thư sau"), "chevron-right", 1),
            )
        ]
        super().__init__(_("Xem trước"), "", *self._turns, flush=True)
        self._context, self._wanted = context, wanted
        self.pdf: bytes | Path = b""
        self.pages = 0
        self.sheets = Sheets(fit=True)
        self._why = label("", "second", wrap=True)
        self._why.setContentsMargins(px(16), px(12), px(16), 0)
        self._why.hide()
        self.add(self._why)
        self.add(scrolled(self.sheets), 1)
        fixed(self, 440)
        least(self, 440, 200)
        self._wait = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._wait.timeout.connect(self._draw)

    def ask(self) -> None:
        """Draw in a moment."""
        self._wait.start()

    def name(self, printed: bool) -> None:
        """Whether it shows printed letters or one that waits."""
        self.title.setText(_("Thư đã in") if printed else _("Xem trước"))
        for turn in self._turns:
            turn.setVisible(not printed)

    def _draw(self) -> None:
        counter = self._context.counter
        what, signer = self._wanted()
        if what is None:
            self._show((b"", 0, []))
            return

        def drawn() -> _Drawn:
            pdf = what.read_bytes() if isinstance(what, Path) else draw_preview(counter, what, signer)
            shown = list(islice(pictures(counter.paper, pdf, DPI), MOST_PAGES))
            return (what if isinstance(what, Path) else pdf), counter.paper.page_count(pdf), shown

        self._context.tasks.ask(self, drawn, then=self._show, fail=self._cannot, name="preview")

    def _cannot(self, error: Exception) -> None:
        self._show((b"", 0, []), say(error))

    def _show(self, drawn: _Drawn, why: str = "") -> None:
        """The sheets, or `why` there are none."""
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self.pdf, self.pages, shown = drawn
        self.sheets.show_pages(shown)
        if isinstance(self.pdf, Path):
            self.set_count(_("{n} trang").format(n=self.pages))
        self.drawn.emit()
