"""Who files for the applicant: the authorised person, or the one an organisation sends."""

from __future__ import annotations

from motcua_desktop.domain.identity import Card as IdCard
from motcua_desktop.gui.pages.intake_private import PrivateField
from motcua_desktop.gui.pages.intake_values import Proxy
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.i18n import _


class ProxyFields:
    """Name, ID, and the paper that says so: power of attorney, letter of introduction."""

    def __init__(self) -> None:
        self.name = Field("")
        self.id = PrivateField("")
        self.paper = Field("")
        self.fields: list[Field] = [self.name, self.id, self.paper]

    def set_shown(self, shown: bool, *, organisation: bool) -> None:
        """Show the fields, with the words for a person's proxy or an organisation's."""
        for field in self.fields:
            field.setVisible(shown)
        self.name.set_label(_("Người đại diện đi nộp") if organisation else _("Người được ủy quyền"))
        self.id.set_label(_("Số định danh"))
        self.paper.set_label(_("Giấy giới thiệu, ủy quyền") if organisation else _("Giấy ủy quyền"))
        example = _("Số, ngày của giấy") if organisation else _("Số, ngày, nơi chứng thực")
        self.paper.line.setPlaceholderText(example)

    def value(self) -> Proxy:
        """What stands in the fields."""
        return Proxy(self.name.text(), self.id.value(), self.paper.text())

    def set_value(self, proxy: Proxy) -> None:
        """Fill without telling."""
        self.name.set_text(proxy.name)
        self.id.set_text(proxy.id_number)
        self.paper.set_text(proxy.paper)

    def take_card(self, card: IdCard) -> None:
        """Name and ID of a scanned card; the paper stays."""
        self.set_value(Proxy(card.name, card.id_number, self.paper.text()))

    def lacking(self, missing: str) -> Field | None:
        """The field in which that is typed, None where nothing is missing."""
        return {"name": self.name, "paper": self.paper}.get(missing)

    def fail_missing(self, proxy: Proxy) -> None:
        """Say what is still needed beside its field, the cursor there."""
        field = self.lacking(proxy.missing)
        if field is None:
            return
        words = _("Cần giấy cho phép nộp thay. Ghi số, ngày của giấy.")
        if field is self.name:
            words = _("Chưa có họ tên người đi nộp. Nhập họ và tên.")
            if proxy.is_said:
                words = _("Chưa có họ tên người đi nộp. Nhập họ và tên, hoặc chọn lại “Bản thân”.")
        field.fail(words)
        field.edit.setFocus()
