"""What belongs to this desk and not to the office: language, look, printer, where the window stood."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from motcua_desktop import i18n
from motcua_desktop.domain.errors import Refusal
from motcua_desktop.gui.theme import look

FILE_NAME = "window.ini"
OTHER_PAPERS = "lists"
"""Papers that are no form: reports, lists, delivery notes."""
_ONLY_SAVE = "save"


class WindowSettings:
    """A small file in the data folder. Where it cannot be written, changes are forgotten."""

    def __init__(self, folder: Path) -> None:
        self._kept = QSettings(str(folder / FILE_NAME), QSettings.Format.IniFormat)

    def text(self, key: str, default: str = "") -> str:
        """One setting as text."""
        return str(self._kept.value(key, default))

    def number(self, key: str, default: float) -> float:
        """One setting as a number; what is no number counts as not set."""
        try:
            return float(self.text(key, str(default)))
        except ValueError:
            return default

    def put(self, key: str, value: str | float) -> None:
        """Remember a setting."""
        self._kept.setValue(key, value)

    def place(self) -> QByteArray:
        """Where the window stood, empty when it never stood anywhere."""
        kept = self._kept.value("window/place")
        return kept if isinstance(kept, QByteArray) else QByteArray()

    def put_place(self, place: QByteArray) -> None:
        """Remember where the window stands."""
        self._kept.setValue("window/place", place)

    @property
    def printer(self) -> str:
        """The printer of this desk, "" for the one of the system."""
        return self.text("printer/slips")

    def printer_of(self, form: str) -> str:
        """The printer for one form, "" for the desk's."""
        return self.text(f"printer/form/{form}")

    def only_saves(self, form: str) -> bool:
        """Whether this desk keeps a form as a file and prints it only when asked."""
        return self.text(f"printing/{form}") == _ONLY_SAVE

    def put_printing(self, form: str, printer: str, *, only_save: bool) -> None:
        """Remember printer and manner for one form."""
        self.put(f"printer/form/{form}", printer)
        self.put(f"printing/{form}", _ONLY_SAVE if only_save else "")

    def use(self) -> None:
        """Speak the language and wear the look that are set; an office colour that is refused is left out."""
        i18n.use_language(i18n.preferred(self.text("language") or None))
        chosen = {"mode": self.text("look/mode", "system"), "scale": self.number("look/scale", 1.0)}
        try:
            look().set(
                **chosen,  # type: ignore[arg-type]
                accent=self.text("look/accent"),
                nav=self.text("look/nav"),
            )
        except (Refusal, ValueError):
            look().set(**chosen)  # type: ignore[arg-type]

    def wear_office(self, accent: str | None = None, nav: str | None = None) -> None:
        """Wear and remember the office's colours; what it never chose (None) stays as this desk has it. The
        next start is in them before the register is open."""
        wish = {"look/accent": accent, "look/nav": nav}
        new = {key: text for key, text in wish.items() if text is not None and text != self.text(key)}
        if not new:
            return
        for key, text in new.items():
            self.put(key, text)
        with suppress(Refusal, ValueError):  # from a register that was written by hand
            look().set(accent=self.text("look/accent"), nav=self.text("look/nav"))

    def keep_look(self) -> None:
        """Remember scale and theme as they are now (Ctrl + and Ctrl − change them)."""
        self.put("look/mode", look().mode)
        self.put("look/scale", look().scale)
