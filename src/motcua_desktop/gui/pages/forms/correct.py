"""Correct what is written of the applicant."""

from __future__ import annotations

from dataclasses import replace

from motcua_desktop.domain.answers import Done
from motcua_desktop.domain.applicant import ApplicantKind
from motcua_desktop.domain.errors import BadValue
from motcua_desktop.domain.identity import birth_text
from motcua_desktop.domain.lifecycle import Move
from motcua_desktop.gui.pages.forms.fee import why_no_fee
from motcua_desktop.gui.pages.forms.plain import NewSlipForm
from motcua_desktop.gui.pages.forms.short_form import Act, ShortForm
from motcua_desktop.gui.pages.intake_words import birth_refused, birth_words, id_refused
from motcua_desktop.gui.widgets.text import label
from motcua_desktop.i18n import _

_NAMES = ("name", "id_number", "birth", "phone", "address")
#: What the receipt says of the applicant.
_ON_SLIP = ("name", "id_number", "phone", "address")


class CorrectForm(ShortForm):
    """Name, ID, birth, telephone, address; the log keeps what stood before."""

    what = Move.CORRECT

    @property
    def title(self) -> str:
        return _("Sửa thông tin người nộp")

    @property
    def confirm(self) -> str:
        return _("Ghi")

    def build(self) -> None:
        who = self.view.dossier.applicant
        self.add_line("applicant.name", _("Họ và tên"), who.name)
        self.add_line("applicant.id_number", _("Số định danh"), who.id_number)
        self.add_line(
            "applicant.birth", _("Ngày sinh"), birth_words(who.birth), hint=_("14/03/1997 hoặc 1997")
        )
        self.add_line("applicant.phone", _("Điện thoại"), who.phone)
        self.add_line("applicant.address", _("Nơi cư trú"), who.address)
        self.add_line("reason", _("Lý do"), hint=_("Ghi vào nhật ký cùng thông tin cũ"))
        if not why_no_fee(self.view):
            self.column.addWidget(label(_("Sai phí, số trang: Esc rồi Ctrl+M."), "hint", wrap=True))
        self.fields["applicant.id_number"].left.connect(self._check_id)
        self.fields["applicant.birth"].left.connect(self._check_birth)

    def _check_id(self) -> None:
        """As at the intake: what is wrong is said when the field is left, in the same words."""
        if self.view.dossier.applicant.kind is ApplicantKind.CITIZEN:
            self._said("applicant.id_number", id_refused(self.value("applicant.id_number")))

    def _check_birth(self) -> None:
        text = self.value("applicant.birth").strip()
        iso = birth_text(text) if text else ""
        if iso:
            self.fields["applicant.birth"].set_text(birth_words(iso))
        self._said("applicant.birth", birth_refused(text) if iso is None else "")

    def _said(self, name: str, sentence: str) -> None:
        field = self.fields[name]
        if sentence:
            field.fail(sentence)
        else:
            field.calm()

    def refused(self, error: Exception) -> None:
        """A birth date is told how to be written."""
        super().refused(error)
        if isinstance(error, BadValue) and error.field == "applicant.birth":
            self.fields["applicant.birth"].fail(birth_refused(self.value("applicant.birth")))

    def act(self) -> Act:
        typed = {name: self.value(f"applicant.{name}").strip() for name in _NAMES}
        who = replace(self.view.dossier.applicant, **typed)  # type: ignore[arg-type]  # only texts are typed
        code, reason = self.view.dossier.code, self.value("reason")
        return lambda counter: counter.handling.correct(code, who, reason)

    def done_words(self, done: Done) -> str:
        return _("Đã sửa thông tin {code}").format(code=done.dossier.short_code)

    def next_form(self, done: Done) -> ShortForm | None:
        """What the citizen holds is wrong now: print it again."""
        dossier, before = done.dossier, self.view.dossier.applicant
        changed = any(getattr(dossier.applicant, name) != getattr(before, name) for name in _ON_SLIP)
        held = any(paper.form == "receipt" for paper in dossier.printed)
        if not (changed and held and dossier.is_open):
            return None
        return NewSlipForm(replace(self.view, dossier=dossier))
