"""A colour of the office: chosen by its name and swatch, or typed as a code."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from motcua_desktop.gui.theme import px
from motcua_desktop.gui.theme.tokens import LIGHT, with_office
from motcua_desktop.gui.widgets.inputs import ComboBox
from motcua_desktop.i18n import _

_SWATCH = 16


def office_colours() -> tuple[tuple[str, str], ...]:
    """Colours of no state and dark enough as they are, the program's own first."""
    return (
        ("", _("Màu của chương trình")),
        ("#094359", _("Xanh nước biển")),
        ("#084448", _("Xanh mòng két")),
        ("#29378A", _("Chàm")),
        ("#414214", _("Ô liu")),
        ("#711958", _("Hồng sen")),
        ("#353F4C", _("Xám than")),
    )


def worn_colour(key: str, colour: str) -> str:
    """What the window makes of a chosen colour: darker where white words could not be read on it."""
    if not colour:
        return ""
    worn = with_office(LIGHT, **{key: colour})
    return worn.accentfill if key == "accent" else worn.nav


class ColourBox(ComboBox):
    """`left` carries "#RRGGBB" or "" when a colour was chosen, and the text as typed when it is no listed
    one. `own`: the program's own colour."""

    left = Signal(str)

    def __init__(self, own: str) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(ComboBox.InsertPolicy.NoInsert)
        self.setCompleter(None)  # type: ignore[arg-type]  # what is typed stands as it is
        self.setIconSize(QSize(px(_SWATCH), px(_SWATCH)))
        for colour, words in office_colours():
            self.addItem(_swatch(colour or own), words, colour)
        self.picked.connect(lambda colour: self.left.emit(str(colour)))
        typed = self.lineEdit()
        assert typed is not None  # it is editable
        typed.editingFinished.connect(self._typed)

    def _typed(self) -> None:
        text = self.currentText().strip()
        listed = next((n for n in range(self.count()) if self.itemText(n) == text), -1)
        self.left.emit(str(self.itemData(listed)) if listed >= 0 else text)

    def show_colour(self, colour: str) -> None:
        """Show the kept colour; one that is not listed joins the list under its code."""
        if colour and self.findData(colour) < 0:
            self.addItem(_swatch(colour), colour.removeprefix("#"), colour)
        self.setCurrentIndex(max(0, self.findData(colour)))
        self.setEditText(self.itemText(self.currentIndex()))


def _swatch(colour: str) -> QIcon:
    made = QPixmap(px(_SWATCH), px(_SWATCH))
    made.fill(QColor(colour))
    painter = QPainter(made)
    painter.setPen(QColor(LIGHT.ctl))
    painter.drawRect(made.rect().adjusted(0, 0, -1, -1))
    painter.end()
    return QIcon(made)
