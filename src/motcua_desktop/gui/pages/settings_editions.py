"""The editions of wording as a list: shipped, the office's own, and what is wrong in one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from motcua_desktop.domain.form_choices import EditionLine
from motcua_desktop.gui.table_model import Column, TableModel
from motcua_desktop.gui.theme import least, margins, spacing
from motcua_desktop.gui.widgets.badge import BadgeFace
from motcua_desktop.gui.widgets.bar import Bar
from motcua_desktop.gui.widgets.table import Table
from motcua_desktop.gui.widgets.text import label
from motcua_desktop.i18n import _
from motcua_desktop.say import say


def edition_words(line: EditionLine) -> str:
    """ "Mẫu 2025", "QĐ 750 (của cơ quan)"."""
    if line.folder:
        return _("{name} (của cơ quan)").format(name=line.name)
    return _("Mẫu {year}").format(year=line.name)


class EditionsView(QWidget):
    """The chosen line's trouble stands below the list in full."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self.rows = TableModel(_columns(), self, id_of=lambda line: line.folder or line.name)
        self.table = Table(self.rows, _("Các bộ mẫu giấy tờ"))
        self.table.chosen.connect(self._say)
        least(self.table, 480, 148)
        self.told = Bar("warning", "")
        self.told.hide()
        words = _(
            "Mỗi bộ mẫu của cơ quan là một thư mục trong thư mục biểu mẫu, có tệp edition.json. "
            "Cách làm ở tệp HUONG-DAN.md tại đó. Hồ sơ đã nhận giữ bộ mẫu lúc nhận."
        )
        layout = QVBoxLayout(self)
        margins(layout, 0, 0, 0, 12)
        spacing(layout, 12)
        layout.addWidget(self.table, 1)
        below = QVBoxLayout()
        margins(below, 16, 0, 16, 0)
        spacing(below, 8)
        below.addWidget(self.told)
        below.addWidget(label(words, "second", wrap=True))
        layout.addLayout(below)
        self.setFocusProxy(self.table)

    def show_lines(self, lines: Sequence[EditionLine]) -> None:
        """Show these; the first that has a trouble is chosen."""
        self.rows.show_rows(lines)
        first = next((n for n, line in enumerate(lines) if line.trouble is not None), 0)
        self.table.choose(first)
        self._say(lines[first] if lines else None)

    def _say(self, line: EditionLine | None) -> None:
        trouble = line.trouble if line is not None else None
        self.told.setVisible(trouble is not None)
        if trouble is not None:
            self.told.say("warning", say(trouble))


def _columns() -> list[Column]:
    return [
        Column("name", _("Bộ mẫu"), edition_words, width=220, bold=True),
        Column("title", _("Tên"), lambda line: line.title or Path(line.folder).name, stretch=1),
        Column("from", _("Hiệu lực"), _from, width=112),
        Column("state", _("Trạng thái"), lambda _line: "", width=176, badge=_badge),
    ]


def _from(line: EditionLine) -> str:
    return f"{line.effective_from:%d/%m/%Y}" if line.effective_from else ""


def _badge(line: EditionLine) -> BadgeFace:
    if line.trouble is not None:
        return BadgeFace(_("Có lỗi"), "triangle-alert", "amber")
    if line.in_use:
        return BadgeFace(_("Đang dùng"), "circle-check", "green")
    return BadgeFace(_("Dùng được"), "check", "neutral")
