"""Before a file of a year's notice is chosen: what it is, where it comes from, and how to do without one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from motcua_desktop.assets import resource
from motcua_desktop.gui.choosing_files import save_file
from motcua_desktop.gui.pages.telling import tell, tell_trouble
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.text import label, row
from motcua_desktop.i18n import _
from motcua_desktop.say import say

if TYPE_CHECKING:
    from motcua_desktop.gui.pages import PageContext

#: A whole year of the right form, to write the next one by.
_SAMPLE = "calendar/2026.json"


class NoticeForm(QWidget):
    """`choose` asks for the file."""

    def __init__(self, page: QWidget, context: PageContext, choose: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self._page, self._context, self._choose = page, context, choose
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        sentences = (
            _("<b>Có tệp lịch</b> (.json) do tỉnh hoặc nơi cấp phần mềm soạn theo thông báo: chọn tệp."),
            _("<b>Chỉ có thông báo giấy</b>: đóng phần này, đặt con trỏ vào từng ngày rồi bấm N ngày nghỉ,")
            + " "
            + _("B làm bù, H hoán đổi."),
            _("<b>Muốn tự soạn tệp</b>: lưu tệp mẫu của năm 2026, sửa năm, số thông báo và các ngày."),
        )
        for words in sentences:
            layout.addWidget(label(words, wrap=True))
        self.sample = Button(_("Lưu tệp mẫu"), self.save_sample, icon="download", small=True)
        layout.addLayout(row(self.sample, 1))
        layout.addStretch(1)
        self.setFocusProxy(self.sample)

    @property
    def title(self) -> str:
        """What the form is about."""
        return _("Nhập thông báo năm")

    @property
    def main_words(self) -> str:
        """What F12 does."""
        return _("Chọn tệp")

    def run(self) -> None:
        """F12."""
        self._choose()

    def save_sample(self) -> None:
        """The shipped year, to write another by."""
        title, kinds = _("Lưu tệp mẫu"), _("Tệp lịch (*.json)")
        path = save_file(self._page, self._context, title, "lich-mau-2026.json", kinds)
        if path is None:
            return
        try:
            path.write_bytes(resource(_SAMPLE).read_bytes())
        except OSError as error:
            tell_trouble(self._page, say(error))
        else:
            tell(self._page, _("Đã lưu {name}").format(name=path.name))
