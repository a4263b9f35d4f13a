"""The components as an officer uses them: with keys, at every scale, and read aloud."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from motcua_desktop.gui.theme import look, px
from motcua_desktop.gui.widgets.badge import Badge, BadgeFace, badge_width, state_badge
from motcua_desktop.gui.widgets.bar import Bar
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.chips import ChipFace, Chips
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.gui.widgets.inputs import CheckBox, ComboBox, LineEdit
from motcua_desktop.gui.widgets.number_card import NumberCard
from motcua_desktop.gui.widgets.segments import Segments
from motcua_desktop.gui.widgets.side_panel import SidePanel
from motcua_desktop.gui.widgets.toast import Toast

SCALES = pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    look().dress(widget)
    widget.show()


def test_a_warning_stands_below_the_field_and_is_spoken(qtbot: QtBot) -> None:
    field = Field("Điện thoại")
    shown(qtbot, field)
    field.warn("Thiếu 2 chữ số, vẫn nhận được")
    assert field.sentence.isVisible()
    assert field.edit.accessibleName() == "Điện thoại"
    assert field.edit.accessibleDescription() == "Thiếu 2 chữ số, vẫn nhận được"
    assert field.edit.property("state") == "warning"


def test_a_calm_field_gets_its_hint_back(qtbot: QtBot) -> None:
    field = Field("Lý do", hint="In nguyên văn")
    shown(qtbot, field)
    field.fail("Chưa có lý do.")
    assert field.state == "error"
    field.calm()
    assert (field.state, field.sentence.text()) == ("", "In nguyên văn")
    assert field.edit.accessibleDescription() == "In nguyên văn"


def test_a_label_leads_to_its_input(qtbot: QtBot) -> None:
    field = Field("Họ và tên")
    shown(qtbot, field)
    assert field.label.buddy() is field.edit
    assert field.focusProxy() is field.edit


def test_what_the_program_fills_in_is_not_told_as_typed(qtbot: QtBot) -> None:
    field, told = Field("Họ và tên"), []
    shown(qtbot, field)
    field.edited.connect(told.append)
    field.set_text("Nguyễn Thị Thu Thảo")
    assert told == []
    QTest.keyClicks(field.edit, "!")
    assert len(told) == 1


@SCALES
def test_an_input_is_36_high_at_every_scale_with_and_without_focus(qtbot: QtBot, scale: float) -> None:
    look().set(scale=scale)
    field = Field("Họ và tên")
    shown(qtbot, field)
    assert field.edit.height() == px(36)
    field.edit.setFocus()
    assert field.edit.height() == px(36)


def test_the_arrows_change_a_segment_and_stop_at_the_ends(qtbot: QtBot) -> None:
    way = Segments([("desk", "Tại quầy"), ("post", "Bưu chính"), ("online", "Điện tử")], name="Trả kết quả")
    shown(qtbot, way)
    told: list[object] = []
    way.changed.connect(told.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(way, key)
    assert told == ["post", "online", "post"]
    assert way.value() == "post"
    assert way.accessibleDescription() == "Bưu chính"


def test_a_segment_set_by_the_program_is_not_told(qtbot: QtBot) -> None:
    way = Segments([(1, "Có"), (2, "Không")])
    shown(qtbot, way)
    told: list[object] = []
    way.changed.connect(told.append)
    way.set_value(2)
    assert (way.value(), told) == (2, [])


def test_a_number_card_reads_itself_and_opens_with_enter(qtbot: QtBot) -> None:
    card = NumberCard("Quá hạn", "octagon-alert", "red", strong=True)
    shown(qtbot, card)
    card.set_number(3, "lâu nhất 1 ngày 2 giờ")
    assert card.accessibleName() == "Quá hạn, 3 hồ sơ"
    with qtbot.waitSignal(card.clicked):
        QTest.keyClick(card, Qt.Key.Key_Return)


def test_a_state_never_speaks_by_colour_alone() -> None:
    for state in (
        "overdue",
        "today",
        "soon",
        "in_time",
        "waiting",
        "ready",
        "returned",
        "letter",
        "provisional",
    ):
        face = state_badge(state, "Còn 1 ngày")
        assert face.icon
        assert face.words


@SCALES
def test_a_badge_is_as_wide_as_its_words(qtbot: QtBot, scale: float) -> None:
    look().set(scale=scale)
    short, long = BadgeFace("Trả", "clock"), BadgeFace("Quá hạn 9 giờ", "clock")
    badge = Badge(short)
    shown(qtbot, badge)
    assert badge.sizeHint().width() == badge_width(short) < badge_width(long)
    badge.set_face(long)
    assert badge.sizeHint().width() == badge_width(long)


def test_one_filter_is_chosen_and_thousands_have_their_dot(qtbot: QtBot) -> None:
    chips = Chips([ChipFace("all", "Tất cả"), ChipFace("late", "Quá hạn")])
    shown(qtbot, chips)
    chips.set_counts({"all": 12480, "late": 3})
    told: list[str] = []
    chips.chosen.connect(told.append)
    chip = chips.findChildren(QWidget)[1]
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert (told, chips.value()) == (["late"], "late")
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chips.value() == "late"
    assert chips.findChildren(QWidget)[0].accessibleDescription() == "12.480"


def test_chips_go_on_in_a_second_line_where_the_window_is_narrow(qtbot: QtBot) -> None:
    chips = Chips([ChipFace(str(n), "Đang giải quyết") for n in range(6)])
    shown(qtbot, chips)
    assert chips.heightForWidth(2000) == px(32)
    assert chips.heightForWidth(400) > 2 * px(32)


def test_a_wheel_over_a_choice_does_not_change_it(qtbot: QtBot) -> None:
    signer = ComboBox([("a", "Trần Quốc Việt"), ("b", "Lê Thị Cẩm")])
    shown(qtbot, signer)
    signer.setFocus()
    QTest.keyClick(signer, Qt.Key.Key_Down)
    assert signer.value() == "b"
    signer.set_choices([("b", "Lê Thị Cẩm"), ("c", "Võ Văn Sáu")])
    assert signer.value() == "b"


def test_a_form_takes_the_place_of_the_dossier_and_gives_it_back(qtbot: QtBot) -> None:
    content, form = QLabel("261119-0002"), QWidget()
    panel = SidePanel(content)
    shown(qtbot, panel)
    panel.open_form("Yêu cầu bổ sung", form, Button("Ghi", key="F12", kind="main"))
    assert not content.isVisible()
    with qtbot.waitSignal(panel.form_closed):
        assert panel.close_form()
    assert content.isVisible()
    assert not panel.close_form()


def test_a_toast_undoes_once_and_goes(qtbot: QtBot) -> None:
    around, undone = QWidget(), []
    around.resize(800, 400)
    shown(qtbot, around)
    toast = Toast(around)
    toast.say("Đã trả kết quả 261118-0009", "Hoàn tác", lambda: undone.append(1))
    assert toast.isVisible()
    button = toast.findChild(Button)
    button.click()
    assert undone == [1]
    assert not toast.isVisible()


def test_a_bar_changes_its_kind_and_is_read(qtbot: QtBot) -> None:
    bar = Bar("info", "Giữ thủ tục của hồ sơ trước")
    shown(qtbot, bar)
    bar.say("error", "Máy in không trả lời.")
    assert bar.property("bar") == "error"
    assert bar.accessibleName() == "Máy in không trả lời."


@SCALES
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_a_button_is_wide_enough_for_its_words_and_its_key(qtbot: QtBot, scale: float, mode: str) -> None:
    look().set(mode=mode, scale=scale)
    button = Button("Nhận và in giấy hẹn", icon="printer", key="F12", kind="main")
    plain = Button("Nhận và in giấy hẹn", kind="main")
    shown(qtbot, button)
    shown(qtbot, plain)
    assert button.sizeHint().height() == px(36)
    assert button.sizeHint().width() >= plain.sizeHint().width() + px(24) + px(22)


def test_a_check_box_answers_a_click_anywhere_on_its_words(qtbot: QtBot) -> None:
    box = CheckBox("Nhận hồ sơ sáng thứ Bảy", "Chỉ nhận, không tính vào thời hạn")
    shown(qtbot, box)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
    assert box.isChecked()
    assert box.accessibleDescription() == "Chỉ nhận, không tính vào thời hạn"


@pytest.mark.parametrize("made", [LineEdit, ComboBox])
def test_a_long_value_is_read_from_its_beginning_once_it_was_left(
    qtbot: QtBot, made: type[LineEdit | ComboBox]
) -> None:
    around, edit, after = QWidget(), made(), LineEdit()
    layout = QVBoxLayout(around)
    for widget in (edit, after):
        layout.addWidget(widget)
    if isinstance(edit, ComboBox):
        edit.setEditable(True)
    line = edit if isinstance(edit, QLineEdit) else edit.lineEdit()
    assert line is not None  # it is editable
    shown(qtbot, around)
    edit.setFocus()
    around.activateWindow()
    qtbot.waitUntil(edit.hasFocus)
    QTest.keyClicks(edit, "International Express Company, Branch of the Special Zone")
    assert line.cursorPosition() > 50
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    assert (after.hasFocus(), line.cursorPosition()) == (True, 0)
