"""Return the result: in person, by proxy with the paper that says so, or by post."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent

from motcua_desktop.domain.answers import Done
from motcua_desktop.domain.dossier import ReturnMethod
from motcua_desktop.domain.errors import Refusal
from motcua_desktop.domain.fees import NOT_PAID, owed
from motcua_desktop.domain.lifecycle import Move
from motcua_desktop.domain.text import dong
from motcua_desktop.gui.actions import lone_letter
from motcua_desktop.gui.pages.forms.short_form import Act, ShortForm
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.gui.widgets.segments import Segments
from motcua_desktop.i18n import _


class GiveBackForm(ShortForm):
    """Who takes the result, and how. In person needs nothing typed: Enter is enough."""

    what = Move.RETURN
    confirm_key = "Enter"
    _is_chosen = False

    @property
    def title(self) -> str:
        return _("Trả kết quả")

    @property
    def confirm(self) -> str:
        return _("Trả")

    def build(self) -> None:
        self.way = Segments(
            [("counter", _("Chính chủ")), ("proxy", _("Nhận thay")), ("post", _("Bưu chính"))],
            name=_("Cách trả"),
        )
        self.way.changed.connect(self._way_chosen)
        self._add("how", Field(_("Cách trả"), self.way, hint=_("Phím ← → để chọn")))
        self.add_line("to", _("Người nhận"))
        self.add_line("paper", _("Giấy ủy quyền"))
        self.pay = Segments(
            [("cash", _("Tiền mặt")), ("transfer", _("Chuyển khoản")), (NOT_PAID, _("Chưa thu"))],
            name=_("Thu phí, lệ phí"),
        )
        self._debt = owed(self.view.dossier.fees, self.view.dossier.paid_by)
        if self._debt:
            title = _("Chưa thu {amount}, thu bằng").format(amount=dong(self._debt))
            self._add("paid_by", Field(title, self.pay, hint=_("Phím ← → để chọn")))
        by_post = self.view.dossier.return_method is ReturnMethod.POST
        self.way.set_value("post" if by_post else "counter")
        self._way_changed(self.way.value())

    def _way_chosen(self, way: object) -> None:
        self._is_chosen = way != "counter"
        self._way_changed(way)

    def written(self) -> dict[str, str]:
        """The way comes first: a name and a paper mean nothing without it."""
        way = {"how": str(self.way.value())} if self._is_chosen else {}
        return way | super().written()

    def put(self, name: str, text: str) -> None:
        if name != "how":
            super().put(name, text)
            return
        self.way.set_value(text)
        self._way_chosen(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Once the officer has chosen another way, letters are the name or the number it asks for."""
        asked = [self.fields[name] for name in ("to", "paper") if not self.fields[name].isHidden()]
        if (letter := lone_letter(event)) and self._is_chosen:
            field = next((one for one in asked if not one.text()), asked[-1])
            field.setFocus()
            field.line.insert(letter)
        else:
            super().keyPressEvent(event)

    def _way_changed(self, way: object) -> None:
        to, paper = self.fields["to"], self.fields["paper"]
        name = self.view.dossier.applicant.name
        to.set_label(_("Người nhận"))
        to.setVisible(way != "post")
        if way == "counter":
            to.set_text(name)
        elif to.text() == name:
            to.set_text("")
        paper.setVisible(way != "counter")
        if way == "post":
            paper.set_label(_("Số bưu gửi"))
        else:
            paper.set_label(_("Giấy ủy quyền"), _("số, ngày, nơi chứng thực"))

    def act(self) -> Act:
        way, code = str(self.way.value()), self.view.dossier.code
        to, paper = self.value("to").strip(), self.value("paper").strip()
        if way == "post":
            to = self.view.dossier.applicant.name
        paid_by = str(self.pay.value()) if self._debt else ""
        return lambda counter: counter.handling.give_back(code, to, way, paper, paid_by)

    def done_words(self, done: Done) -> str:
        return _("Đã trả kết quả {code}").format(code=done.dossier.short_code)

    def field_of(self, refusal: Refusal) -> str:
        return "to" if refusal.field == "paper" and not self.value("to").strip() else refusal.field
