"""Sentences for what an account may not do: what was refused, and who can do it."""

from __future__ import annotations

from collections.abc import Collection

from motcua_desktop.domain.lifecycle import Role
from motcua_desktop.i18n import _


def who_may(roles: Collection[str]) -> str:
    """Whom to ask: "quản trị", "lãnh đạo hoặc quản trị"; "" where others may, too."""
    asked = set(roles) | {Role.ADMIN}
    if asked == {Role.ADMIN}:
        return _("quản trị")
    return _("lãnh đạo hoặc quản trị") if asked == {Role.LEAD, Role.ADMIN} else ""


def refused(act: str, roles: Collection[str]) -> str:
    """An act that this account may not do, and what to do instead."""
    words = _("Tài khoản này không được phép {act}.").format(act=act)
    who = who_may(roles)
    if who:
        return words + " " + _("Nhờ {who} làm việc này.").format(who=who)
    return words + " " + _("Đăng nhập bằng tài khoản có quyền.")


def act_word(act: str) -> str:
    """What is done to the office and not to a dossier, as a verb in a sentence; "" for a move."""
    return {
        "office": _("đổi tên, địa chỉ, người ký của cơ quan"),
        "setting": _("đổi cài đặt của cơ quan"),
        "account": _("quản lý tài khoản"),
        "numbering": _("đặt cách cấp mã"),
        "restore": _("khôi phục dữ liệu"),
        "backup": _("sao lưu sổ ra nơi khác"),
        "log": _("xem nhật ký"),
        "calendar": _("sửa lịch làm việc"),
        "catalogue": _("sửa thủ tục"),
        "keys": _("đổi các khóa tin cậy"),
        "import": _("nhập gói của nơi khác"),
        "conflict": _("quyết định hồ sơ trùng"),
        "export": _("xuất dữ liệu"),
        "publish": _("lập danh sách công khai"),
        "ack": _("nhập phản hồi của tỉnh"),
    }.get(act, "")
