"""Reconciliation: where paper, register and the province's last answer disagree about a dossier."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from motcua_desktop.domain.exchange import Difference
from motcua_desktop.gui.actions import Action, Hint
from motcua_desktop.gui.choosing_files import EXCEL, save_file
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.settings_pane import SettingsPane
from motcua_desktop.gui.pages.telling import tell
from motcua_desktop.gui.table_model import Column, TableModel
from motcua_desktop.gui.tasks import Job
from motcua_desktop.gui.theme import least
from motcua_desktop.gui.widgets.bar import Bar
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.empty_state import EmptyState
from motcua_desktop.gui.widgets.table import Table
from motcua_desktop.i18n import _
from motcua_desktop.say import status_word
from motcua_desktop.say_sync import difference_words

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter

BLOCK, MOST = 500, 2000


class ChecksPane(SettingsPane):
    """A row opens its dossier; the whole list goes to Excel."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._more = False
        words = _("Trạng thái trong sổ, trên giấy đã in và theo phản hồi gần nhất của tỉnh được so với nhau.")
        self.out = Button(_("Xuất Excel"), self.export, icon="sheet", key="Ctrl+E", small=True)
        self.body.addWidget(Bar("info", words, self.out, icon="clipboard-list"))
        self.rows = TableModel(_columns(), self, id_of=lambda line: line.code)
        self.table = Table(self.rows, _("Đối chiếu"))
        self.table.opened.connect(self._open)
        self.card = Card(_("Hồ sơ chưa khớp"), flush=True)
        self.card.add(self.table, 1)
        least(self.card, 480, 180)
        none = Card(flush=True)
        none.add(
            EmptyState("circle-check", _("Giấy, sổ và tỉnh khớp nhau"), _("Không có hồ sơ nào lệch.")), 1
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.card)
        self.stack.addWidget(none)
        self.body.addWidget(self.stack, 1)
        self.refresh()

    def refresh(self) -> None:
        self.context.tasks.ask(
            self, _first, self.context.counter, then=self._came, fail=self.failed, name="checks"
        )

    def _came(self, found: list[Difference]) -> None:
        self._more = len(found) > MOST
        self.rows.show_rows(found[:MOST])
        if found and self.table.current() is None:
            self.table.choose(0)
        words = _("{n} hồ sơ đầu tiên, Excel có đủ") if self._more else "{n}"
        self.card.set_count(words.format(n=min(len(found), MOST)))
        self.stack.setCurrentIndex(0 if found else 1)
        self.out.setEnabled(bool(found))
        self.stated.emit()

    def _open(self, line: Difference) -> None:
        self.context.tasks.ask(
            self,
            self.context.counter.register.dossier,
            line.code,
            then=lambda dossier: self.wanted.emit("dossier", dossier.id),
            fail=self.failed,
        )

    def choose_place(self, name: str) -> Path | None:
        """Ask where the sheet goes."""
        return save_file(self, self.context, _("Xuất Excel"), name, EXCEL)

    def export(self) -> None:
        """Ctrl+E: the whole list as a sheet."""
        out = self.choose_place(f"doi-chieu-{self.context.counter.now():%Y%m%d-%H%M}.xlsx")
        if out is not None:
            self.context.tasks.do(
                self,
                _write,
                self.context.counter,
                out,
                then=lambda count: tell(self, _("Đã xuất {n} hồ sơ ra Excel").format(n=count)),
                fail=self.failed,
                words=_("Đang xuất Excel"),
                steps=True,
            )

    # ------------------------------------------------------------ what the page asks
    @property
    def context_line(self) -> str:
        number = self.rows.rowCount()
        if not number:
            return _("Không có hồ sơ nào lệch")
        return _("{n} hồ sơ chưa khớp").format(n=f"{number}+" if self._more else number)

    def keys(self) -> Sequence[Hint]:
        return [Hint("↑↓", _("Chọn")), Hint("Enter", _("Mở hồ sơ")), Hint("Ctrl+E", _("Xuất Excel"))]

    def actions(self) -> list[Action]:  # type: ignore[override]
        return [Action("Ctrl+E", _("Xuất Excel"), self.export, "sheet", can=self.out.isEnabled)]

    def panes(self) -> Sequence[QWidget]:
        return [self.table]

    def focus_first(self) -> None:
        self.table.setFocus()


def _every(counter: Counter) -> Iterator[Difference]:
    after = 0
    while block := counter.exchange.differences(BLOCK, after):
        yield from (line for _mark, line in block)
        after = block[-1][0]


def _first(counter: Counter) -> list[Difference]:
    found: list[Difference] = []
    for line in _every(counter):
        found.append(line)
        if len(found) > MOST:
            break
    return found


def _write(counter: Counter, out: Path, *, job: Job) -> int:
    heads = [column.title for column in _columns()]

    def rows() -> Iterator[list[object]]:
        for done, line in enumerate(_every(counter)):
            job.step(done)
            yield [column.text(line) for column in _columns()]

    return counter.exchange.to_excel(out, _("Đối chiếu"), heads, rows())


def _columns() -> list[Column]:
    return [
        Column("code", _("Mã hồ sơ"), lambda line: line.code, fit=True),
        Column("who", _("Người nộp"), lambda line: line.applicant, width=176, bold=True),
        Column("status", _("Trong sổ"), lambda line: status_word(line.status), width=136),
        Column("paper", _("Giấy đã in"), _paper, width=136),
        Column("province", _("Tỉnh giữ"), _province, width=136),
        Column("why", _("Chưa khớp ở đâu"), _why, stretch=1, tint="text2"),
    ]


def _paper(line: Difference) -> str:
    return f"{line.paper_at:%d/%m/%Y}" if line.paper_at else _("chưa in")


def _province(line: Difference) -> str:
    return status_word(line.acknowledged) if line.acknowledged else _("chưa có")


def _why(line: Difference) -> str:
    return "; ".join(difference_words(why) for why in line.why)
