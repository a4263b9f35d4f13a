"""A section typed by hand: whether the office knows it is said beside the field, and stops nothing."""

from __future__ import annotations

from collections.abc import Collection

from motcua_desktop.domain.text import name_key
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.gui.widgets.inputs import ComboBox
from motcua_desktop.i18n import _


def unknown_words() -> str:
    """What is said of a section nobody has named before."""
    return _("Phòng này chưa có trong danh mục; vẫn chuyển được.")


def take_meant(box: ComboBox) -> str:
    """What stands in a box of sections: the only choice that has the words typed, where there is but one."""
    meant = box.below.meant if box.below is not None else ""
    if meant:
        box.setEditText(meant)
    return meant or box.currentText()


def watch_section(field: Field, known: Collection[str]) -> None:
    """Let Enter take the only choice that fits. Warn while what stands in the field is none of `known` and no
    beginning of one; once the field is left a beginning is not enough."""
    beginnings = [name_key(name) for name in known]
    if isinstance(field.edit, ComboBox) and field.edit.below is not None:
        field.edit.below.takes_only = True

    def look(*, whole: bool) -> None:
        name = name_key(field.text())
        begun = not whole and any(one.startswith(name) for one in beginnings)
        if name and name not in beginnings and not begun:
            field.warn(unknown_words())
        elif field.state == "warning":
            field.calm()

    field.edited.connect(lambda _text: look(whole=False))
    field.left.connect(lambda: look(whole=True))
