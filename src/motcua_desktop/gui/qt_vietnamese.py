"""Vietnamese for Qt's own buttons, menus and dialogs, which Qt does not bring."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QTranslator

from motcua_desktop import i18n
from motcua_desktop.assets import read_json


class QtVietnamese(QTranslator):
    """Answers for the texts listed in `resources/words/qt_vi.json`, whatever part of Qt asks."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: dict[str, str] = read_json("words/qt_vi.json")["words"]

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, source: str, _disambiguation: str | None = None, number: int = -1
    ) -> str | None:
        """The Vietnamese, or None so that Qt goes on looking."""
        return self._words.get(source)


def install(app: QCoreApplication) -> QtVietnamese | None:
    """Let Qt speak Vietnamese when the program does; None (and Qt's English) otherwise."""
    if i18n.language() != "vi":
        return None
    translator = QtVietnamese(app)
    QCoreApplication.installTranslator(translator)
    return translator
