"""Short forms for all ticked dossiers: where to, or that all are printed again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from motcua_desktop.domain.dossier import DossierLine
from motcua_desktop.domain.lifecycle import RULES, Move
from motcua_desktop.gui.pages.forms.sections import take_meant, watch_section
from motcua_desktop.gui.pages.forms.short_form import wrapped_bar
from motcua_desktop.gui.theme import margins, spacing
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.gui.widgets.inputs import ComboBox
from motcua_desktop.gui.widgets.text import label
from motcua_desktop.i18n import _
from motcua_desktop.say import status_word


class _ManyForm(QWidget):
    """One sentence, and what stands below it."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        margins(self.column, 16, 12, 16, 12)
        spacing(self.column, 12)
        self.column.addWidget(label(sentence, wrap=True))
        self.setAccessibleName(sentence)


@dataclass(frozen=True, slots=True)
class ManyToHand:
    """Ticked dossiers: those that may go, with where each most likely goes ("" unknown), and the others."""

    proposed: Mapping[str, str]
    staying: tuple[DossierLine, ...]
    sections: tuple[str, ...]

    @property
    def proposal(self) -> str:
        """The one section all of them go to, "" where they go to several or one is unknown."""
        found = set(self.proposed.values())
        return found.pop() if len(found) == 1 else ""

    @property
    def is_told(self) -> bool:
        """Whether it is known of each where it goes, and they go to several sections."""
        return all(self.proposed.values()) and len(set(self.proposed.values())) > 1


class HandManyForm(_ManyForm):
    """Pass all of them on, a list for each section; both sides sign it."""

    def __init__(self, many: ManyToHand) -> None:
        number = len(many.proposed)
        super().__init__(_("Chuyển {n} hồ sơ, mỗi nơi nhận một danh sách bàn giao.").format(n=number))
        self.title, self.confirm = _("Chuyển xử lý"), _("Chuyển {n} hồ sơ").format(n=number)
        self._many = many
        if many.staying:
            self.column.addWidget(wrapped_bar("warning", _staying_words(many.staying)))
        each = len(set(many.proposed.values()))
        self._each = _("Mỗi hồ sơ về nơi của nó ({n} nơi)").format(n=each) if many.is_told else ""
        names = [*([self._each] if self._each else []), *dict.fromkeys([many.proposal, *many.sections])]
        self.to = ComboBox([(name, name) for name in names if name])
        self.to.setEditable(True)
        self.to.narrow()
        if not self._each and not many.proposal:
            self.to.leave_open(_("Chọn (↓) hoặc gõ tên phòng"))  # of some nothing is known
        self.field = Field(_("Chuyển cho"), self.to)
        watch_section(self.field, {*names, *many.proposed.values()})
        self.column.addWidget(self.field)
        self.column.addWidget(label(RULES[Move.HAND_OVER].article, "hint", wrap=True))
        self.column.addStretch(1)
        self.setFocusProxy(self.to)

    def sections(self) -> dict[str, str]:
        """Dossier's code → where it goes; none, with the reason beside the field, where that is not said."""
        chosen = take_meant(self.to).strip()
        if not chosen:
            self.field.fail(_("Chưa chọn nơi nhận. Chọn hoặc gõ tên phòng."))
            self.to.setFocus()
            return {}
        if chosen == self._each:
            return dict(self._many.proposed)
        return dict.fromkeys(self._many.proposed, chosen)


def _staying_words(staying: Sequence[DossierLine]) -> str:
    states = ", ".join(dict.fromkeys(status_word(line.status).lower() for line in staying))
    return _("{n} hồ sơ ở lại, không chuyển được lúc này: {states}").format(n=len(staying), states=states)


class ReadyManyForm(_ManyForm):
    """The results of all of them have come; those that cannot be told so are named."""

    def __init__(self, lines: Sequence[DossierLine]) -> None:
        sources = RULES[Move.RESULT_READY].sources
        self.codes = [line.code for line in lines if line.status in sources]
        number = len(self.codes)
        super().__init__(
            _("Kết quả của {n} hồ sơ đã về quầy. Các hồ sơ thôi tính hạn từ lúc này.").format(n=number)
        )
        self.title, self.confirm = _("Báo có kết quả"), _("Có kết quả {n} hồ sơ").format(n=number)
        if staying := [line for line in lines if line.status not in sources]:
            names = ", ".join(f"{line.short_code} ({status_word(line.status).lower()})" for line in staying)
            words = _("{n} hồ sơ không báo được lúc này: {names}").format(n=len(staying), names=names)
            self.column.addWidget(wrapped_bar("warning", words))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.column.addStretch(1)


class PrintManyForm(_ManyForm):
    """Print every receipt once more."""

    def __init__(self, number: int) -> None:
        super().__init__(_("In lại giấy hẹn của {n} hồ sơ, mỗi giấy ghi rõ là in lại.").format(n=number))
        self.title, self.confirm = _("In lại giấy hẹn"), _("In {n} giấy").format(n=number)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.column.addStretch(1)
