"""What another counter's package would bring, before anything is written."""

from __future__ import annotations

import html
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from motcua_desktop.domain.exchange import Imported
from motcua_desktop.domain.text import in_groups
from motcua_desktop.gui.pages.long_names import file_words
from motcua_desktop.gui.theme import margins, spacing
from motcua_desktop.gui.widgets.bar import Bar
from motcua_desktop.gui.widgets.text import label
from motcua_desktop.i18n import _


class Incoming(QWidget):
    """The facts of a package and the four counts. `brings` is False where it would change nothing."""

    def __init__(self, path: Path, read: Imported) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self.path, self.read = path, read
        self.brings = bool(read.added or read.moved_on or read.conflicts)
        layout = QVBoxLayout(self)
        margins(layout, 16, 12, 16, 12)
        spacing(layout, 12)
        layout.addWidget(self._bar())
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        spacing(grid, 8)
        for number, (title, words) in enumerate(self._lines()):
            grid.addWidget(label(title, "second"), number, 0)
            grid.addWidget(label(words, "strong", wrap=True), number, 1)
        layout.addLayout(grid)
        layout.addStretch(1)

    def _bar(self) -> Bar:
        read = self.read
        if not self.brings:
            return Bar("good", _("Mọi hồ sơ của gói này đã có trong sổ. Không cần nhập."))
        if read.conflicts:
            words = _("Chữ ký đúng. {n} hồ sơ hai quầy cùng thay đổi sẽ chờ quyết định, không ghi đè.")
            return Bar("warning", words.format(n=read.conflicts))
        return Bar("good", _("Chữ ký đúng, gói còn nguyên. Chưa ghi gì vào sổ."))

    def _lines(self) -> list[tuple[str, str]]:
        facts, read = self.read.facts, self.read
        return [
            (_("Tệp"), file_words(self.path.name)),
            (_("Khóa đã ký"), html.escape(facts.signer_name or facts.signer)),
            (_("Nơi lập"), html.escape(facts.office or facts.unit)),
            (_("Lập lúc"), f"{_made_at(facts.made_at)}, {html.escape(facts.officer)}"),
            (_("Mã kiểm tra"), in_groups(facts.hash)),
            (_("Hồ sơ trong gói"), str(facts.dossiers)),
            (_("Hồ sơ mới"), str(read.added)),
            (_("Hồ sơ có thay đổi"), str(read.moved_on)),
            (_("Đã có, giữ nguyên"), str(read.known)),
            (_("Cần quyết định"), str(read.conflicts)),
        ]


def _made_at(text: str) -> str:
    try:
        return f"{datetime.strptime(text, '%Y%m%d%H%M%S'):%H:%M %d/%m/%Y}"
    except ValueError:
        return text
