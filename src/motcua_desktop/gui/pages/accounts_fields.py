"""Fields of the account forms: a title that may be typed, a role that says what it may do, passwords."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit

from motcua_desktop.domain.lifecycle import Role
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.gui.widgets.inputs import ComboBox
from motcua_desktop.i18n import _


def role_words() -> dict[Role, str]:
    """What an account may do, in a word."""
    return {
        Role.RECEIVE: _("Tiếp nhận"),
        Role.SETTLE: _("Giải quyết"),
        Role.LEAD: _("Lãnh đạo"),
        Role.ADMIN: _("Quản trị"),
        Role.READ_ONLY: _("Chỉ xem"),
    }


def role_acts() -> dict[Role, str]:
    """What an account may do, in a sentence."""
    return {
        Role.RECEIVE: _("Nhận hồ sơ, chuyển, trả kết quả; không quyết định hồ sơ."),
        Role.SETTLE: _("Giải quyết hồ sơ được chuyển đến; không nhận hồ sơ mới."),
        Role.LEAD: _("Mọi việc với hồ sơ; lịch làm việc, thủ tục, giấy in, danh mục; xem nhật ký."),
        Role.ADMIN: _("Mọi việc, kể cả tên cơ quan, người ký, tài khoản, mã hồ sơ và khôi phục."),
        Role.READ_ONLY: _("Xem và tìm; không đổi gì."),
    }


class RoleField(Field):
    """Below the choice stands what the chosen role may do."""

    def __init__(self, roles: Sequence[Role]) -> None:
        self.box = ComboBox([(role, role_words()[role]) for role in roles])
        super().__init__(_("Quyền"), self.box)
        self.box.currentIndexChanged.connect(lambda _index: self._explain())
        self._explain()

    def role(self) -> Role:
        """The chosen role."""
        return Role(str(self.box.value()))

    def choose(self, role: Role) -> None:
        """Choose a role."""
        self.box.set_value(role)

    def _explain(self) -> None:
        self.calm(role_acts()[self.role()])


class TypedBox(ComboBox):
    """A choice in which anything else may be typed; nothing is chosen at first."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__([(name, name) for name in names])
        self.setEditable(True)
        self.setInsertPolicy(ComboBox.InsertPolicy.NoInsert)
        self.setCurrentIndex(-1)


def passwords(words: str) -> tuple[Field, Field]:
    """A password and once more: it cannot be read while it is typed, and a slip would lock the desk."""
    fields = Field(words, hint=_("Ít nhất 8 ký tự.")), Field(_("Gõ lại mật khẩu"))
    for field in fields:
        field.line.setEchoMode(QLineEdit.EchoMode.Password)
        field.edited.connect(lambda _text, field=field: field.calm())
    return fields


def is_same(password: Field, again: Field) -> bool:
    """Whether both say the same; said beside the second where not."""
    if password.text() == again.text():
        return True
    again.fail(_("Hai lần gõ khác nhau. Gõ lại cả hai."))
    password.set_text("")
    again.set_text("")
    password.setFocus()
    return False
