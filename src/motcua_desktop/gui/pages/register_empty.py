"""What the register says when nothing is found, and the words of its saved filters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from motcua_desktop.domain.query import Chip, Query, Sort
from motcua_desktop.gui.actions import Hint
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.empty_state import EmptyState
from motcua_desktop.gui.widgets.page import Page
from motcua_desktop.i18n import _

#: What the register shows when nothing was chosen: every dossier, what needs work first.
START = Query(sort=Sort.WORK)


def dots(number: int) -> str:
    """12.480"""
    return f"{number:,}".replace(",", ".")


def chip_words() -> dict[str, str]:
    """The saved filters of the first row, in their order."""
    return {
        Chip.ALL: _("Tất cả"),
        Chip.RUNNING: _("Đang giải quyết"),
        Chip.NEAR_DUE: _("Đến hạn"),
        Chip.OVERDUE: _("Quá hạn"),
        Chip.WAITING: _("Chờ bổ sung"),
        Chip.RESULT_READY: _("Có kết quả"),
    }


class NothingFound(Card):
    """Offers to clear search and filters, and says what would match without them."""

    def __init__(self, clear: Callable[[], object], receive: Callable[[], object]) -> None:
        super().__init__(flush=True)
        self._query = START
        self.clear = Button(_("Xóa tìm và lọc"), clear, icon="x")
        self.receive = Button(_("Tiếp nhận hồ sơ"), receive, icon="file-plus", key="F2")
        self.state = EmptyState("search", "", "", self.clear, self.receive, tint="neutral")
        self.add(self.state, 1)

    def say(self, query: Query) -> None:
        """Nothing for this question."""
        self._query = query
        self.clear.setVisible(query != START)
        self.receive.set_kind("main" if query == START else "plain")
        if query == START:
            self.state.say(_("Sổ chưa có hồ sơ nào"), _("Hồ sơ nhận ở quầy sẽ nằm ở đây."))
        elif query.words:
            found = _("Không có hồ sơ nào khớp “{words}”").format(words=query.words)
            self.state.say(found, _("Bỏ dấu, gõ ít chữ hơn, hoặc bỏ bộ lọc."))
        else:
            chip = chip_words().get(query.chip, "")
            group = _("Không có hồ sơ nào ở “{chip}”").format(chip=chip)
            self.state.say(
                group if query == replace(START, chip=query.chip) and chip else _("Không có hồ sơ nào khớp"),
                _("Bỏ bộ lọc để xem cả sổ."),
            )

    def keys(self) -> list[Hint]:
        """The keys for the status bar."""
        words = _("Xóa tìm") if self._query.words else _("Bỏ lọc")
        clear = [] if self._query == START else [Hint("Esc", words)]
        return [*clear, Hint("F2", _("Tiếp nhận"))]

    def count_without(self, page: Page, context: PageContext, query: Query) -> None:
        """Say how many the words of `query` alone would find."""
        plain, words = replace(START, words=query.words), query.words
        if words and query != plain:
            count = context.counter.register.count
            then = partial(self._say_without_filter, words)
            context.tasks.ask(page, count, plain, then=then, name="without")

    def _say_without_filter(self, words: str, number: int) -> None:
        if number:
            there = _("Không lọc thì có {n} hồ sơ khớp “{words}”.").format(n=dots(number), words=words)
            self.state.say(_("Không có hồ sơ nào khớp “{words}”").format(words=words), there)
