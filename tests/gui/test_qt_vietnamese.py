"""Qt's own buttons and menus speak Vietnamese."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from motcua_desktop import i18n
from motcua_desktop.assets import read_json
from motcua_desktop.gui import qt_vietnamese


@pytest.fixture
def vietnamese(qapp: QApplication) -> Iterator[None]:
    translator = qt_vietnamese.install(qapp)
    assert translator is not None
    yield
    QCoreApplication.removeTranslator(translator)


@pytest.mark.usefixtures("vietnamese")
def test_the_buttons_of_a_message_are_vietnamese(qtbot: QtBot) -> None:
    buttons = QMessageBox.StandardButton
    box = QMessageBox()
    box.setStandardButtons(buttons.Ok | buttons.Cancel | buttons.Yes | buttons.No | buttons.Save)
    qtbot.addWidget(box)
    assert {button.text().replace("&", "") for button in box.buttons()} == {
        "Đồng ý",
        "Hủy",
        "Có",
        "Không",
        "Lưu",
    }


@pytest.mark.usefixtures("vietnamese")
@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_the_menu_of_a_field_is_vietnamese(qtbot: QtBot, kind: type[QWidget]) -> None:
    edit = kind()
    qtbot.addWidget(edit)
    menu = edit.createStandardContextMenu()  # type: ignore[attr-defined]
    words = [action.text().split("\t")[0].replace("&", "") for action in menu.actions() if action.text()]
    menu.deleteLater()
    assert words == ["Hoàn tác", "Làm lại", "Cắt", "Sao chép", "Dán", "Xóa", "Chọn hết"]


@pytest.mark.usefixtures("vietnamese")
def test_the_file_chooser_is_vietnamese(qtbot: QtBot) -> None:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    assert dialog.labelText(QFileDialog.DialogLabel.FileName).replace("&", "") == "Tên tệp:"


@pytest.mark.usefixtures("vietnamese")
def test_a_text_qt_has_no_vietnamese_for_stays_as_it_is() -> None:
    assert QCoreApplication.translate("Anything", "No such text") == "No such text"


def test_an_english_program_keeps_qts_english(qapp: QApplication) -> None:
    i18n.use_language("en")
    assert qt_vietnamese.install(qapp) is None
    i18n.use_language("vi")


def test_every_placeholder_of_qt_is_kept() -> None:
    words = read_json("words/qt_vi.json")["words"]
    for source, shown in words.items():
        assert source.count("%1") == shown.count("%1"), source
        assert shown.strip(), source
