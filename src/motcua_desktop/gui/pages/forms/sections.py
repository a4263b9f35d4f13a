"""A section typed by hand: whether the office knows it is said beside the field, and stops nothing."""

from __future__ import annotations

from collections.abc import Collection

from motcua_desktop.domain.text import fold
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.i18n import _


def unknown_words() -> str:
    """What is said of a section nobody has named before."""
    return _("Phòng này chưa có trong danh mục; vẫn chuyển được.")


def watch_section(field: Field, known: Collection[str]) -> None:
    """Warn while what stands in the field is none of `known` and no beginning of one; once the field is left
    a beginning is not enough."""
    beginnings = [fold(name) for name in known]

    def look(*, whole: bool) -> None:
        name = field.text().strip()
        begun = not whole and any(one.startswith(fold(name)) for one in beginnings)
        if name and name not in known and not begun:
            field.warn(unknown_words())
        elif field.state == "warning":
            field.calm()

    field.edited.connect(lambda _text: look(whole=False))
    field.left.connect(lambda: look(whole=True))
