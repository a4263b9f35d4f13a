"""The short forms of the moves: supplement, refuse, hand over, withdraw, stop, close."""

from __future__ import annotations

from motcua_desktop.domain.answers import Done
from motcua_desktop.domain.errors import Refusal
from motcua_desktop.domain.lifecycle import Move
from motcua_desktop.domain.mistaken import why_no_mistake
from motcua_desktop.domain.text import fold, named_alike
from motcua_desktop.gui.pages.forms.sections import take_meant, watch_section
from motcua_desktop.gui.pages.forms.short_form import Act, ShortForm, reason_choices
from motcua_desktop.gui.pages.intake_words import shown_name
from motcua_desktop.gui.widgets.inputs import ComboBox, WrappedCheckBox
from motcua_desktop.i18n import _

#: So many papers that were not brought are offered for ticking, those always needed first.
MOST_MISSING = 6
#: Among what was written: the papers ticked.
_TICKS = "ticks"


class SupplementForm(ShortForm):
    """Ask the citizen for what is missing; the clock stands from then on."""

    what = Move.ASK_SUPPLEMENT

    @property
    def title(self) -> str:
        return _("Yêu cầu bổ sung")

    @property
    def confirm(self) -> str:
        return _("Ghi và in phiếu")

    def build(self) -> None:
        self._papers: list[tuple[WrappedCheckBox, str]] = []
        dossier = self.view.dossier
        held = {paper.number for paper in dossier.papers}
        missing = [
            c
            for c in dossier.procedure.components
            if c.number not in held and not c.is_note and c.applies_to(dossier.channel)
        ]
        missing.sort(key=lambda component: component.conditional)
        self.add_lines(
            "content", _("Cần bổ sung những gì"), hint=_("Mỗi dòng một giấy tờ, in nguyên văn trên phiếu")
        )
        for component in missing[:MOST_MISSING]:
            name = shown_name(component)
            box = WrappedCheckBox(name)
            self._papers.append((box, name))
            self.column.addWidget(box)
        self.add_choice("reason", _("Lý do"), reason_choices("supplement"), typed=True)

    @property
    def _ticked(self) -> list[str]:
        return [name for box, name in self._papers if box.isChecked()]

    def written(self) -> dict[str, str]:
        ticked = "\n".join(self._ticked)
        return super().written() | ({_TICKS: ticked} if ticked else {})

    def put(self, name: str, text: str) -> None:
        if name != _TICKS:
            super().put(name, text)
            return
        for box, paper in self._papers:
            box.setChecked(paper in text.split("\n"))

    def act(self) -> Act:
        code, reason, ticked = self.view.dossier.code, self.value("reason"), self._ticked
        content = "\n".join([*ticked, *self.value("content").splitlines()])
        return lambda counter: counter.handling.ask_supplement(code, content, reason)

    def done_words(self, done: Done) -> str:
        return _("Đã yêu cầu bổ sung {code}").format(code=done.dossier.short_code)


def ground_words() -> str:
    """What the reason of a refusal needs: the paper states why (Decree 118/2025 Art. 17.1c, 19.3)."""
    return _("In trên phiếu: nêu điều kiện chưa đáp ứng và căn cứ (điều, khoản, văn bản).")


class _ReasonForm(ShortForm):
    """One field: why. Of several reasons none is chosen: it stands on a signed paper."""

    kind = ""

    def build(self) -> None:
        field = self.add_choice("reason", _("Lý do"), self.reasons, typed=True, hint=self.where)
        if len(self.reasons) > 1 and isinstance(field.edit, ComboBox):
            field.edit.leave_open(_("Chọn (↓) hoặc gõ lý do"))

    @property
    def reasons(self) -> list[tuple[object, str]]:
        """Reasons to choose from."""
        return reason_choices(self.kind)

    @property
    def where(self) -> str:
        """Where the reason will stand, and what it needs there."""
        return _("Ghi vào sổ")

    @property
    def reason(self) -> str:
        return self.value("reason")


class RefuseForm(_ReasonForm):
    """Refuse after appraisal."""

    what, kind = Move.REFUSE, "refuse"

    @property
    def where(self) -> str:
        return ground_words()

    @property
    def title(self) -> str:
        return _("Từ chối giải quyết")

    @property
    def confirm(self) -> str:
        return _("Từ chối và in")

    def act(self) -> Act:
        code, reason = self.view.dossier.code, self.reason
        return lambda counter: counter.handling.refuse(code, reason)

    def done_words(self, done: Done) -> str:
        return _("Đã từ chối giải quyết {code}").format(code=done.dossier.short_code)


class WithdrawForm(_ReasonForm):
    """The citizen takes the dossier back; or it was received by mistake, noticed on the same day."""

    what, kind = Move.WITHDRAW, "withdraw"

    @property
    def title(self) -> str:
        return _("Rút hồ sơ")

    @property
    def confirm(self) -> str:
        return _("Ghi rút hồ sơ")

    @property
    def reasons(self) -> list[tuple[object, str]]:
        return [*super().reasons, *([] if self._too_late else reason_choices("mistake"))]

    @property
    def where(self) -> str:
        if self._too_late == "day":
            return _("Ghi vào sổ. Nhận nhầm chỉ hủy được trong ngày tiếp nhận.")
        if self._too_late:
            return _("Ghi vào sổ. Không còn hủy vì nhận nhầm được: hồ sơ đã có việc khác.")
        return _("Ghi vào sổ. Hồ sơ hủy vì nhận nhầm không tính vào báo cáo.")

    @property
    def _too_late(self) -> str:
        return why_no_mistake(self.view.dossier, self.view.now)

    @property
    def _is_mistake(self) -> bool:
        """Whether the reason chosen, or typed in whatever letters, says that the counter erred."""
        return not self._too_late and fold(self.reason).startswith("nhan nham")

    def act(self) -> Act:
        code, reason = self.view.dossier.code, self.reason
        if self._is_mistake:
            return lambda counter: counter.intake.take_back(code, reason)
        return lambda counter: counter.handling.withdraw(code, reason)

    def done_words(self, done: Done) -> str:
        words = _("Đã rút hồ sơ {code}")
        if done.dossier.events[-1].facts.get("mistake"):
            words = _("Đã hủy {code} vì nhận nhầm, số không dùng lại. Thu lại giấy hẹn đã in.")
        return words.format(code=done.dossier.short_code)


class StopForm(_ReasonForm):
    """Stop the settlement."""

    what, kind = Move.STOP, "stop"

    @property
    def title(self) -> str:
        return _("Dừng giải quyết")

    @property
    def confirm(self) -> str:
        return _("Dừng và in")

    def act(self) -> Act:
        code, reason = self.view.dossier.code, self.reason
        return lambda counter: counter.handling.stop(code, reason)

    def done_words(self, done: Done) -> str:
        return _("Đã dừng giải quyết {code}").format(code=done.dossier.short_code)


class HandOverForm(ShortForm):
    """Pass the dossier to a section."""

    what = Move.HAND_OVER

    @property
    def title(self) -> str:
        return _("Chuyển xử lý")

    @property
    def confirm(self) -> str:
        return _("Chuyển")

    def build(self) -> None:
        self._known = [section for section in self.view.sections if section]
        self._asked = ""
        to = self.add_choice("to", _("Chuyển cho"), [(unit, unit) for unit in self._known], typed=True)
        watch_section(to, self._known)
        chosen = to.edit
        if isinstance(chosen, ComboBox) and "" in self.view.sections:
            chosen.leave_open(_("Chọn (↓) hoặc gõ tên phòng"))  # nothing is known: the officer says where to
        self.add_line("note", _("Ghi chú"), hint=_("Không bắt buộc; in trên phiếu kiểm soát"))

    @property
    def _section(self) -> str:
        """Where to: the section meant by what was typed."""
        box = self.fields["to"].edit
        return named_alike(take_meant(box) if isinstance(box, ComboBox) else self.value("to"), self._known)

    def act(self) -> Act:
        code, to, note = self.view.dossier.code, self._section, self.value("note")
        return lambda counter: counter.handling.hand_over(code, to, note)

    def second_thought(self) -> bool:
        """A place that is not in the list may be a name typed by mistake: Enter is asked for once more."""
        to = self._section
        if not to or to in self._known or to == self._asked:
            return False
        self._asked = to
        self.fields["to"].warn(
            _("“{to}” chưa có trong danh sách. Bấm Enter lần nữa để chuyển.").format(to=to)
        )
        return True

    def field_of(self, refusal: Refusal) -> str:
        return "to" if refusal.field == "holder" else refusal.field

    def done_words(self, done: Done) -> str:
        return _("Đã chuyển {code} cho {to}").format(code=done.dossier.short_code, to=done.dossier.holder)
