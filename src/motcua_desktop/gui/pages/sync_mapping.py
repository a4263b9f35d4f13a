"""What each column of somebody else's sheet means; kept for every later sheet with the same headers."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from motcua_desktop.domain.exchange import SheetHeads
from motcua_desktop.gui.theme import margins, spacing
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.gui.widgets.inputs import ComboBox
from motcua_desktop.gui.widgets.text import label
from motcua_desktop.i18n import _


def column_words() -> dict[str, str]:
    """Our columns of a sheet, in words."""
    return {
        "procedure": _("Mã thủ tục"),
        "name": _("Họ và tên người nộp"),
        "id_number": _("Số định danh"),
        "birth": _("Ngày sinh"),
        "sex": _("Giới tính"),
        "address": _("Nơi cư trú"),
        "phone": _("Điện thoại"),
        "email": _("Thư điện tử"),
        "kind": _("Loại đối tượng"),
        "tax_code": _("Mã số thuế"),
        "channel": _("Cách nộp"),
        "return_method": _("Trả kết quả"),
        "subject": _("Nội dung"),
        "pages": _("Số trang"),
        "copies": _("Số bản"),
        "received_at": _("Thời điểm tiếp nhận"),
        "official_code": _("Mã hồ sơ chính thức"),
        "note": _("Ghi chú"),
    }


class MappingForm(QWidget):
    """One choice for each of our columns: which header of the sheet it stands under."""

    def __init__(self, heads: SheetHeads) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self.heads = heads
        self.boxes: dict[str, ComboBox] = {}
        layout = QVBoxLayout(self)
        margins(layout, 16, 12, 16, 12)
        spacing(layout, 10)
        words = _("Chọn cột của bảng cho từng mục. Bảng sau có cùng tiêu đề sẽ không hỏi lại.")
        layout.addWidget(label(words, "second", wrap=True))
        taken = {key: header for header, key in heads.mapping.items() if key}
        choices = [("", _("(không có)")), *((header, header) for header in heads.headers)]
        for key, title in column_words().items():
            box = self.boxes[key] = ComboBox(choices)
            box.set_value(taken.get(key, ""))
            field = Field(title, box)
            if key in heads.missing:
                field.warn(_("Cần có để nhập."))
            layout.addWidget(field)
        layout.addStretch(1)
        self.setFocusProxy(self.boxes[heads.missing[0]] if heads.missing else self.boxes["procedure"])

    def mapping(self) -> dict[str, str]:
        """What was chosen: {header: our column}."""
        return {str(box.value()): key for key, box in self.boxes.items() if box.value()}
