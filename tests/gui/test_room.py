"""Where there is little room the parts of a page give way; nothing they say is cut."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.clipped import cut_labels

from motcua_desktop.gui.actions import Action
from motcua_desktop.gui.theme import fixed, least, look, px
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.gui.widgets.page_frame import ActionBar
from motcua_desktop.gui.widgets.search_box import SearchBox
from motcua_desktop.gui.widgets.side_panel import SidePanel
from motcua_desktop.gui.widgets.text import row

SCALES = pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    look().dress(widget)
    widget.show()


@SCALES
def test_the_buttons_of_a_form_stay_inside_the_panel(qtbot: QtBot, scale: float) -> None:
    look().set(scale=scale)
    window, form = QWidget(), Field("Lý do")
    panel = SidePanel(QLabel("Hồ sơ"), window)
    fixed(panel, 360)
    panel.setFixedHeight(px(400))
    shown(qtbot, window)
    keys = {"Giữ hẹn cũ, không in lại": "Ctrl+G", "Chuyển lại phòng chuyên môn": "Ctrl+B", "Ghi": "F12"}
    buttons = [Button(words, key=key) for words, key in keys.items()]
    panel.open_form("Yêu cầu bổ sung", form, *buttons)
    for _pass in range(3):
        QApplication.processEvents()
    card = panel.form
    assert card is not None
    assert (panel.width(), card.width()) == (px(360), px(360))
    for button in buttons:
        place = QRect(button.mapTo(card, QPoint(0, 0)), button.size())
        assert card.rect().contains(place)
        assert button.width() == button.sizeHint().width()


def test_a_warning_longer_than_its_field_is_whole(qtbot: QtBot) -> None:
    frame, phone, name = QWidget(), Field("Điện thoại"), Field("Họ và tên")
    least(phone, 160)
    frame.setLayout(row(phone, name))
    shown(qtbot, frame)
    frame.resize(340, 400)
    phone.warn("Số di động có 10 chữ số, đang có 8. Kiểm tra lại với người nộp, vẫn nhận được")
    for _pass in range(3):
        QApplication.processEvents()
    sentence = phone.sentence
    assert (
        sentence.height() >= sentence.heightForWidth(sentence.width()) > 2 * sentence.fontMetrics().height()
    )
    assert cut_labels(frame) == []


def test_a_full_action_bar_gives_the_page_s_own_parts_a_line_of_their_own(qtbot: QtBot) -> None:
    window = QWidget()
    bar = ActionBar(window)
    bar.resize(620, px(56))
    shown(qtbot, window)
    signer = Field("Người ký")
    least(signer, 300)
    print_letters = Action("F12", "Ghi số và in 4 thư", lambda: None, "printer")
    bar.fill([signer], [Action("Ctrl+M", "Sửa lý do", lambda: None, show="bar")], print_letters)
    QApplication.processEvents()
    assert bar.height() == px(56)
    least(signer, 420)
    QApplication.processEvents()
    buttons = bar.findChildren(Button)
    assert bar.height() > px(56)
    assert all(button.width() >= button.sizeHint().width() for button in buttons)
    QApplication.processEvents()
    assert all(bar.rect().contains(one.geometry()) for one in (signer, *buttons))


def test_a_search_field_gives_way_where_the_row_is_full(qtbot: QtBot) -> None:
    frame = QWidget()
    search = SearchBox("Tìm trong sổ", width=360)
    frame.setLayout(row(search, Button("Lọc", key="Ctrl+L"), 1))
    shown(qtbot, frame)
    frame.resize(800, 60)
    QApplication.processEvents()
    assert search.width() == px(360)
    frame.resize(400, 60)
    QApplication.processEvents()
    assert px(200) <= search.width() < px(360)
