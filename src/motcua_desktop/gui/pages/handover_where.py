"""The box that says to which section dossiers go."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QLineEdit

from motcua_desktop.domain.text import named_alike
from motcua_desktop.gui.pages.forms.sections import take_meant
from motcua_desktop.gui.theme import fixed
from motcua_desktop.gui.widgets.inputs import ComboBox
from motcua_desktop.i18n import _

_AGAIN = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class ChosenSections:
    """Where the officer said dossiers go (row → section); what was said last can be taken back first."""

    def __init__(self) -> None:
        self._now: dict[int, str] = {}
        self._before: list[dict[int, str]] = []
        self._begun: dict[int, str] = {}
        self._for: list[int] = []

    def get(self, key: int, proposed: str) -> str:
        """Where a dossier goes, `proposed` where nothing was said."""
        return self._now.get(key, proposed)

    def begin(self, keys: Iterable[int]) -> None:
        """The officer comes to the box for these: whatever is said before they leave it is one choice."""
        self._begun, self._for = dict(self._now), list(keys)

    def choose(self, section: str) -> None:
        """Those the officer came for go to `section`."""
        self._now |= dict.fromkeys(self._for, section)
        if self._now != self._begun and (not self._before or self._before[-1] is not self._begun):
            self._before.append(self._begun)

    def keep(self, keys: Collection[int]) -> None:
        """Only these dossiers still wait."""
        self._now = {key: section for key, section in self._now.items() if key in keys}

    def forget_before(self) -> None:
        """Dossiers went: what was said before can be taken back no more."""
        self._before.clear()

    @property
    def can_go_back(self) -> bool:
        """Whether a choice can be taken back."""
        return bool(self._before)

    def go_back(self, keys: Collection[int]) -> list[int]:
        """Take the last choice back; those of `keys` it was for."""
        before, now = self._before.pop(), self._now
        self._now = {key: section for key, section in before.items() if key in keys}
        return [key for key in keys if before.get(key) != now.get(key)]


class SectionBox(ComboBox):
    """A section chosen or typed. `reached` when the keys come to it, `used(section)` when one is said."""

    reached = Signal()
    used = Signal(str)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(_("Chuyển cho"))
        fixed(self, 300, 36)
        self.picked.connect(lambda _section: self._use(self.currentText()))
        self.line.editingFinished.connect(self.use_typed)
        self.line.returnPressed.connect(self.entered)
        if self.below is not None:
            self.below.takes_only = True
            self.below.taken.connect(self.entered)

    @property
    def line(self) -> QLineEdit:
        """The line typed in."""
        line = self.lineEdit()
        assert line is not None  # it is editable
        return line

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in _AGAIN:
            self.reached.emit()

    def choose(self) -> None:
        """Take the keys; what is typed replaces what stands there."""
        self.setFocus()
        self.line.selectAll()

    def use_typed(self) -> None:
        """Use what was typed and not used yet."""
        if self.line.isModified():
            names = [self.itemText(number) for number in range(self.count())]
            self._use(named_alike(take_meant(self), names))

    def _use(self, section: str) -> None:
        self.line.setModified(False)
        self.used.emit(section.strip())

    def show_where(self, sections: Sequence[str], bare: int) -> None:
        """The one section, or of several how many there are; `bare` dossiers have none."""
        section = sections[0] if len(sections) == 1 else ""
        self.setCurrentIndex(self.findText(section))  # from none the arrow goes to the first
        self.setEditText(section)
        words = _("{n} nơi, mỗi nơi một danh sách") if len(sections) > 1 else _("Chưa chọn nơi nhận")
        if bare:
            words = _("Chưa chọn nơi nhận ({n} hồ sơ)")
        self.line.setPlaceholderText(words.format(n=bare or len(sections)))


def bare_words(bare: int) -> str:
    """Why nothing was handed over."""
    return _("{n} hồ sơ chưa chọn nơi nhận. Chọn phòng ở ô “Chuyển cho”, rồi F12.").format(n=bare)
