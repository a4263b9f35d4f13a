"""To the province: make a package, carry it, read the answer; and what came back."""

from __future__ import annotations

import html
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from motcua_desktop.domain.exchange import Exported
from motcua_desktop.domain.text import size_words
from motcua_desktop.gui.actions import Action, Hint
from motcua_desktop.gui.choosing_files import open_file, save_file
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.settings_pane import SettingsPane
from motcua_desktop.gui.pages.stick_watch import StickWatch
from motcua_desktop.gui.pages.sync_packages import ChainSign, Line, NextPackage, package_columns
from motcua_desktop.gui.pages.sync_returned import ReturnedCard, returned_of
from motcua_desktop.gui.pages.sync_steps import StepCard
from motcua_desktop.gui.pages.sync_work import (
    Standing,
    make_package,
    numbers_words,
    read,
    read_words,
    since_choices,
    waiting_words,
)
from motcua_desktop.gui.pages.telling import show_paper, tell
from motcua_desktop.gui.table_model import TableModel
from motcua_desktop.gui.theme import fixed, least, spacing
from motcua_desktop.gui.widgets.bar import Bar
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.inputs import CheckBox, ComboBox
from motcua_desktop.gui.widgets.page import Columns
from motcua_desktop.gui.widgets.table import Table
from motcua_desktop.i18n import _


class ProvincePane(SettingsPane):
    """Where the counter's changes go, and what the province said of them.

    `package_found(path)`: the chosen file is no answer but a package of another counter.
    """

    package_found = Signal(object)

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._standing: Standing | None = None
        self.bar = Bar("info", _("Đang tìm USB"), icon="usb")
        self.body.addWidget(self.bar)
        self._make_steps()
        self._make_list()
        self.sticks = StickWatch(self)
        self.sticks.changed.connect(self.refresh)
        self.refresh()

    def _make_steps(self) -> None:
        self.make_button = Button(_("Lập gói"), self.make_package, icon="package", key="F12", small=True)
        self.note_button = Button(
            _("In phiếu giao gói"), self.print_note, icon="printer", key="Ctrl+P", small=True
        )
        self.read_button = Button(
            _("Đọc phản hồi"), self.read_answer, icon="folder-open", key="Ctrl+O", small=True
        )
        self.since = ComboBox()
        self.since.setAccessibleName(_("Gói gồm"))
        self.since.picked.connect(lambda _since: self._say_made())
        fixed(self.since, height=36)
        self.attached = CheckBox(_("Kèm bản chụp"))
        self.attached.setToolTip(_("Bản chụp và giấy đã in đi cùng gói"))
        self.attached.setAccessibleDescription(self.attached.toolTip())
        self.steps = (
            StepCard(1, _("Lập gói"), "file-plus", self.make_button, self.since, self.attached),
            StepCard(2, _("Mang đi nộp"), "send", self.note_button),
            StepCard(3, _("Đọc phản hồi"), "download", self.read_button),
        )
        side_by_side = Columns()
        spacing(side_by_side, 16)
        for card in self.steps:
            side_by_side.addWidget(card, 1)
        self.body.addLayout(side_by_side)

    def _make_list(self) -> None:
        self.rows = TableModel(package_columns(), self, id_of=lambda line: line.sequence)
        self.table = Table(self.rows, _("Các gói đã lập"))
        self.table.opened.connect(lambda _line: self.print_note())
        self.chain = ChainSign()
        card = Card(_("Các gói đã lập"), "", self.chain, flush=True)
        card.add(self.table, 1)
        card.set_foot(_("Lập lại hay nộp lại một gói không tạo hồ sơ trùng."))
        least(card, 480, 180)
        self.returned = ReturnedCard(self.mend)
        fixed(self.returned, 384)
        side_by_side = Columns()
        spacing(side_by_side, 16)
        self.body.addLayout(side_by_side, 1)
        side_by_side.addWidget(card, 1)
        side_by_side.addWidget(self.returned)

    # ------------------------------------------------------------ reading
    def refresh(self) -> None:
        self.context.tasks.ask(
            self,
            read,
            self.context.counter,
            then=self._came,
            fail=self.failed,
            name="sync",
            words=_("Đang đếm hồ sơ chưa gửi"),
        )

    def _came(self, standing: Standing) -> None:
        self._standing = standing
        self.sticks.seen(standing.sticks)
        self._say_stick(standing)
        self._say_steps(standing)
        lines: list[Line] = list(standing.outbox.packages)
        if fresh := standing.outbox.waiting - standing.outbox.on_the_way:
            lines.insert(0, NextPackage(standing.next_number, fresh))
        self.rows.show_rows(lines)
        if lines and self.table.current() is None:
            self.table.choose(0)
        elif not lines and self.table.hasFocus():
            self.read_button.setFocus()  # an empty list does not show that it has the focus
        self.returned.show_returned(returned_of(standing))
        self.returned.say_read(standing.outbox.packages)
        self.chain.show_packages(standing.outbox.packages)
        self.stated.emit()

    def _say_stick(self, standing: Standing) -> None:
        stick = standing.stick
        if stick is None:
            self.bar.say("info", _("Chưa có USB. Cắm USB, hoặc lập gói vào một thư mục."), "usb")
            return
        words = _("<b>{name}</b> sẵn sàng, còn {free}.").format(
            name=html.escape(stick.name), free=size_words(stick.free)
        )
        if standing.province is not None:
            name = html.escape(standing.province.name or standing.province.unit)
            words += " " + _("Gói được mã hóa cho {name}.").format(name=name)
        self.bar.say("good", words, "usb")

    def _say_steps(self, standing: Standing) -> None:
        make, carry, answer = self.steps
        outbox, unanswered = standing.outbox, standing.unanswered
        changed = outbox.waiting - outbox.on_the_way
        last = outbox.packages[0] if outbox.packages else None
        words = _("{n} hồ sơ thay đổi").format(n=changed) if changed else _("Không có thay đổi mới")
        make.say(words, "")
        where = _("Lập gói {n} vào USB") if standing.stick else _("Lập gói {n}")
        self.make_button.set_words(where.format(n=standing.next_number))
        self.since.set_choices(since_choices(standing))
        self._say_made()
        if unanswered:
            days = (standing.now - unanswered[0].at).days
            line = _("gói {numbers}, lâu nhất {days} ngày").format(
                numbers=numbers_words(unanswered), days=days
            )
            carry.say(_("{n} gói chờ phản hồi").format(n=len(unanswered)), line)
        else:
            carry.say(
                _("Không có gói nào chờ"), _("mọi gói đã có phản hồi") if last else _("lập gói trước đã")
            )
        self.note_button.setEnabled(last is not None)
        if returned := len([one for one in standing.refused if not one.corrected]):
            answer.say(_("{n} hồ sơ trả lại").format(n=returned), _("sửa ở khung bên phải"))
        else:
            answer.say(_("Chưa có phản hồi mới"), _("cắm USB rồi bấm Đọc"))
        make.set_turn(bool(changed))
        answer.set_turn(not changed and bool(unanswered))

    def _say_made(self) -> None:
        """A package can be made of what waits, or of anything earlier that is chosen."""
        waits = self._standing is not None and bool(self._standing.outbox.waiting)
        self.make_button.setEnabled(waits or self.since.value() is not None)
        self.stated.emit()

    # ------------------------------------------------------------ the three steps
    def choose_place(self, name: str) -> Path | None:
        """Ask where a package goes when there is no stick."""
        return save_file(self, self.context, _("Lập gói vào"), name)

    def choose_file(self) -> Path | None:
        """Ask for an answer or a package."""
        return open_file(self, self.context, _("Đọc phản hồi"))

    def make_package(self) -> None:
        """F12: the next package, onto the stick if there is one."""
        standing = self._standing
        if standing is None or not self.make_button.isEnabled():
            return
        name = self.context.counter.exchange.file_name()
        out = standing.stick.path / name if standing.stick else self.choose_place(name)
        if out is None:
            return
        recipient = standing.province.fingerprint if standing.province else ""
        self.context.tasks.do(
            self,
            make_package,
            self.context.counter,
            out,
            recipient,
            self.since.value(),
            self.attached.isChecked(),
            then=self._made,
            fail=self.failed,
            words=_("Đang lập gói"),
            steps=True,
        )

    def _made(self, made: Exported) -> None:
        self.since.set_value(None)
        words = _("Đã lập gói {n}: {count} hồ sơ, {size}.").format(
            n=made.sequence, count=made.dossiers, size=size_words(made.bytes)
        )
        if made.held:
            words += " " + _("{n} hồ sơ ở lại vì thiếu thông tin.").format(n=len({f.code for f in made.held}))
        tell(self, words, kind="warning" if made.held else "good")

    def read_answer(self) -> None:
        """Ctrl+O: an answer; the package of another counter is looked at before anything is read in."""
        from motcua_desktop.counter.exchange import is_package

        path = self.choose_file()
        if path is None:
            return
        if path.is_file() and is_package(path):
            self.package_found.emit(path)
        else:
            self.context.tasks.do(
                self,
                self.context.counter.exchange.acknowledge,
                path,
                then=lambda answer: tell(self, read_words(answer)),
                fail=self.failed,
                words=_("Đang đọc tệp"),
            )

    def print_note(self) -> None:
        """Ctrl+P: the note that goes with the chosen package, or the newest."""
        packages = [line for line in self.rows.loaded() if not isinstance(line, NextPackage)]
        chosen = self.table.current()
        line = chosen if chosen in packages else next(iter(packages), None)
        if line is None:
            return
        self.context.tasks.ask(
            self,
            self.context.counter.exchange.note,
            line.sequence,
            then=lambda made: show_paper(self, self.context, made, _("Phiếu giao gói")),
            fail=self.failed,
        )

    def mend(self, code: str) -> None:
        """Open a dossier that came back."""
        register = self.context.counter.register
        self.context.tasks.ask(
            self,
            register.dossier,
            code,
            then=lambda dossier: self.wanted.emit("dossier", dossier.id),
            fail=self.failed,
        )

    # ------------------------------------------------------------ what the window asks
    @property
    def conflicts(self) -> int:
        """How many conflicts wait for a person."""
        return self._standing.outbox.conflicts if self._standing else 0

    @property
    def context_line(self) -> str:
        return waiting_words(self._standing.outbox.waiting) if self._standing else ""

    def keys(self) -> Sequence[Hint]:
        made = self._standing is not None and bool(self._standing.outbox.packages)
        view = [Hint("Enter", _("Xem phiếu giao"))] if made else []
        make, read_ = Hint("F12", _("Lập gói")), Hint("Ctrl+O", _("Đọc phản hồi"))
        return [make, read_, *view, Hint("Esc", _("Trở lại"))]

    def actions(self) -> list[Action]:  # type: ignore[override]
        return [
            Action("F12", _("Lập gói"), self.make_package, "package", can=self.make_button.isEnabled),
            Action("Ctrl+O", _("Đọc phản hồi"), self.read_answer, "folder-open"),
            Action(
                "Ctrl+P", _("In phiếu giao gói"), self.print_note, "printer", can=self.note_button.isEnabled
            ),
        ]

    def panes(self) -> Sequence[QWidget]:
        return [self.since, self.attached, self.table, *self.returned.buttons[:1]]

    def focus_first(self) -> None:
        self.table.setFocus()
