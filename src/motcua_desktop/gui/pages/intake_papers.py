"""The components of the dossier: which papers lie on the desk."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal

from motcua_desktop.domain.dossier import Channel
from motcua_desktop.domain.errors import Refusal
from motcua_desktop.domain.procedure import Component, Procedure
from motcua_desktop.gui.pages.intake_words import case_and_name
from motcua_desktop.gui.pages.intake_wrapped import Wrapped
from motcua_desktop.gui.widgets.badge import Badge, BadgeFace
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.components_list import ComponentLine, ComponentsList
from motcua_desktop.gui.widgets.key_cap import KeyCap
from motcua_desktop.gui.widgets.text import label
from motcua_desktop.i18n import _
from motcua_desktop.say import say


class PapersCard(Card):
    """Lists the components that apply to the channel; `edited` at each tick."""

    edited = Signal()

    def __init__(self) -> None:
        self.badge = Badge(BadgeFace("", "check", "green"))
        self._hint = label("", "hint")
        self._all = label(_("đủ hết"), "hint")
        super().__init__(_("Thành phần hồ sơ"), "", self._hint, KeyCap("Ctrl+Space"), self._all, flush=True)
        self.head.insertWidget(2, self.badge)
        self.list = ComponentsList()
        self.sentence = Wrapped("error")
        self.sentence.setContentsMargins(16, 6, 16, 6)
        self.sentence.hide()
        self.add(self.sentence)
        self.add(self.list, 1)
        self._shown: tuple[Component, ...] = ()
        self.list.ticked.connect(lambda _number, _on: self._ticked())
        self.show_papers(None, Channel.DIRECT)

    def show_papers(self, procedure: Procedure | None, channel: Channel, ticked: Iterable[int] = ()) -> None:
        """List the papers of a procedure for a channel; `ticked` are component numbers."""
        chosen = set(ticked)
        rows = procedure.components if procedure else ()
        self._shown = tuple(c for c in rows if c.applies_to(channel.value) and not c.is_note)
        self.list.set_lines(
            [
                ComponentLine(
                    case_and_name(component),
                    _duty(component),
                    _copies(component),
                    component.is_required(channel.value),
                    component.number in chosen,
                )
                for component in self._shown
            ]
        )
        count = min(9, len(self._shown))
        self._hint.setText(_("Phím 1 đến {n} đánh dấu").format(n=count) if count > 1 else "")
        self._tell()

    def set_compact(self, compact: bool) -> None:
        """At large letters the hints give way."""
        self._hint.setVisible(not compact)
        self._all.setVisible(not compact)

    def ticked(self) -> tuple[int, ...]:
        """Numbers of the components that are there."""
        return tuple(self._shown[row].number for row in self.list.checked())

    def tick_required(self) -> None:
        """Tick everything the dossier must hold (Ctrl+Space)."""
        self.list.tick_required()

    def _ticked(self) -> None:
        self.calm()
        self._tell()
        self.edited.emit()

    def _tell(self) -> None:
        lines = [line for line in self.list.lines() if line.required]
        there = sum(line.checked for line in lines)
        if not lines:
            count = len(self.list.checked())
            words = _("có {n} giấy").format(n=count) if count else _("tùy trường hợp")
            face = BadgeFace(words, "check" if count else "clipboard-list", "neutral")
        elif there == len(lines):
            face = BadgeFace(_("đủ {n} trên {m}").format(n=there, m=len(lines)), "check", "green")
        else:
            face = BadgeFace(_("có {n} trên {m}").format(n=there, m=len(lines)), "clipboard-list", "neutral")
        self.badge.set_face(face)
        self.badge.setVisible(bool(self._shown))

    def fail_missing(self, refusal: Refusal) -> None:
        """Red: the digits of the missing papers and what to do; their whole names stand on the tip."""
        lines = self.list.lines()
        digits = [str(n) for n, line in enumerate(lines, start=1) if line.required and not line.checked]
        self.sentence.setText(
            _("Còn thiếu giấy {digits} (NĐ 118/2025, Điều 17). Đánh dấu giấy đã có, hoặc Ctrl+B.").format(
                digits=", ".join(digits)
            )
            if digits
            else say(refusal)
        )
        self.sentence.setToolTip(say(refusal))
        self.list.setAccessibleDescription(say(refusal))
        self.sentence.show()

    def go_to_missing(self) -> None:
        """The cursor on the first paper that is missing."""
        lines = self.list.lines()
        missing = next((n for n, line in enumerate(lines) if line.required and not line.checked), None)
        if missing is not None:
            self.list.go_to(missing)
        self.list.setFocus()

    def calm(self) -> None:
        """Take the red sentence away."""
        self.sentence.hide()


def _duty(component: Component) -> str:
    if component.conditional:
        return _("Nếu có")
    return _("Xuất trình") if component.to_show else _("Phải nộp")


def _copies(component: Component) -> str:
    if component.to_show:
        return _("xem và trả")
    parts = []
    if component.originals:
        parts.append(_("{n} bản chính").format(n=component.originals))
    if component.copies:
        parts.append(_("{n} bản sao").format(n=component.copies))
    return " ".join(parts[:1]) if not component.conditional else ""
