"""Correct what is written of the applicant."""

from __future__ import annotations

from dataclasses import replace

from motcua_desktop.domain.answers import Done
from motcua_desktop.domain.lifecycle import Move
from motcua_desktop.gui.pages.forms.short_form import Act, ShortForm
from motcua_desktop.i18n import _

_NAMES = ("name", "id_number", "birth", "phone", "address")


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
        self.add_line("applicant.birth", _("Ngày sinh"), who.birth, hint=_("1997 hoặc 1997-03-14"))
        self.add_line("applicant.phone", _("Điện thoại"), who.phone)
        self.add_line("applicant.address", _("Nơi cư trú"), who.address)
        self.add_line("reason", _("Lý do"), hint=_("Ghi vào nhật ký cùng thông tin cũ"))

    def act(self) -> Act:
        typed = {name: self.value(f"applicant.{name}").strip() for name in _NAMES}
        who = replace(self.view.dossier.applicant, **typed)  # type: ignore[arg-type]  # only texts are typed
        code, reason = self.view.dossier.code, self.value("reason")
        return lambda counter: counter.handling.correct(code, who, reason)

    def done_words(self, done: Done) -> str:
        return _("Đã sửa thông tin {code}").format(code=done.dossier.short_code)

    def is_touched(self) -> bool:
        who = self.view.dossier.applicant
        return any(self.value(f"applicant.{name}") != getattr(who, name) for name in _NAMES)
