"""Which settings the officer at the desk may change, and the sentence that says who may change the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from motcua_desktop.domain.rights import ADMINISTRATORS, CARRIERS, KEEPERS, may, setters
from motcua_desktop.i18n import _
from motcua_desktop.say_rights import who_may

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter

#: Buttons of the general settings that only lead to another part or page.
_LEADING = frozenset({"calendar", "paper", "lists"})


def may_change(counter: Counter, key: str) -> bool:
    """Whether the officer at the desk may change a setting of the office, as the counter decides it."""
    if key in _LEADING:
        return True
    roles = CARRIERS if key == "backup" else setters(key)
    return may(counter.officer.role, roles)


def may_keep(counter: Counter) -> bool:
    """Whether the officer may change papers, lists, procedures and the calendar."""
    return may(counter.officer.role, KEEPERS)


def only_seen_words() -> str:
    """Beside what is shown and cannot be changed by this officer."""
    return _("Chỉ để xem, cần đổi thì nhờ {who}.").format(who=who_may(KEEPERS))


def general_words(counter: Counter) -> str:
    """Above the general settings: what of them is for others to change; "" for an administrator."""
    if may(counter.officer.role, ADMINISTRATORS):
        return ""
    if may_keep(counter):
        return _("Mục mờ (cơ quan, người ký, mã hồ sơ, an toàn) do quản trị đổi.")
    return _(
        "Cài đặt của cơ quan chỉ để xem, cần đổi thì nhờ quản trị. Cỡ chữ, nền, ngôn ngữ bạn tự đổi được."
    )
