"""Short forms for all ticked dossiers: where to, or that all are printed again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from motcua_desktop.domain.lifecycle import RULES, Move
from motcua_desktop.gui.theme import margins, spacing
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.gui.widgets.inputs import ComboBox
from motcua_desktop.gui.widgets.text import label
from motcua_desktop.i18n import _


class _ManyForm(QWidget):
    """One sentence, and what stands below it. `entered` is Enter in a line."""

    entered = Signal()

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        margins(self.column, 16, 12, 16, 12)
        spacing(self.column, 12)
        self.column.addWidget(label(sentence, wrap=True))
        self.setAccessibleName(sentence)


class HandManyForm(_ManyForm):
    """Pass all of them to one section, on one list both sides sign."""

    def __init__(self, number: int, sections: Sequence[str]) -> None:
        super().__init__(_("Chuyển {n} hồ sơ trên một danh sách bàn giao.").format(n=number))
        self.title, self.confirm = _("Chuyển xử lý"), _("Chuyển {n} hồ sơ").format(n=number)
        self.to = ComboBox([(section, section) for section in sections])
        self.to.setEditable(True)
        self.to.setCurrentIndex(-1)  # the ticked may belong to several: the officer says where to
        self.field = Field(_("Chuyển cho"), self.to)
        self.column.addWidget(self.field)
        self.column.addWidget(label(RULES[Move.HAND_OVER].article, "hint", wrap=True))
        self.column.addStretch(1)
        self.setFocusProxy(self.to)

    def section(self) -> str:
        """Where to; "" with the reason beside the field."""
        chosen = self.to.currentText().strip()
        if not chosen:
            self.field.fail(_("Chưa chọn nơi nhận. Chọn hoặc gõ tên phòng."))
            self.to.setFocus()
        return chosen


class PrintManyForm(_ManyForm):
    """Print every receipt once more."""

    def __init__(self, number: int) -> None:
        super().__init__(_("In lại giấy hẹn của {n} hồ sơ, mỗi giấy ghi rõ là in lại.").format(n=number))
        self.title, self.confirm = _("In lại giấy hẹn"), _("In {n} giấy").format(n=number)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.column.addStretch(1)
