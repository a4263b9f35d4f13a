"""A file dialog looks at names, and leaves the register's files alone."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot
from tests.counter_fixtures import draft

from motcua_desktop.counter.counter import Counter
from motcua_desktop.gui import file_dialog
from motcua_desktop.gui.file_dialog import Want


def shown() -> QFileDialog | None:
    dialog = QApplication.activeModalWidget()
    return dialog if isinstance(dialog, QFileDialog) else None


def cancel_once_listed(qtbot: QtBot, folder: Path) -> None:
    """Let the officer look at the whole folder, then cancel."""

    def look() -> None:
        dialog = shown()
        assert dialog is not None
        listed = dialog.findChild(object, "listView").model()  # type: ignore[attr-defined]
        names = {path.name for path in folder.iterdir()}
        qtbot.waitUntil(lambda: rows_below(listed, dialog) >= len(names))
        dialog.reject()

    QTimer.singleShot(0, look)


def rows_below(model: object, dialog: QFileDialog) -> int:
    root = dialog.findChild(object, "listView").rootIndex()  # type: ignore[attr-defined]
    return int(model.rowCount(root))  # type: ignore[attr-defined]


def leave() -> None:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def test_what_is_saved_after_a_look_into_the_data_folder_is_there_for_other_programs(
    qtbot: QtBot, counter: Counter
) -> None:
    counter.intake.receive(draft("2.000815"), slip=False)
    cancel_once_listed(qtbot, counter.folder)
    assert file_dialog.ask(None, "x", counter.folder)[0] == []
    leave()
    # Another program opens the register and leaves: who leaves last takes the log away, and it is not last.
    listed = [sys.executable, "-m", "motcua_desktop", "list", "--data-dir", str(counter.folder)]
    subprocess.run(listed, check=True, capture_output=True)
    code = counter.intake.receive(draft("2.000815"), slip=False).dossier.code
    found = subprocess.run(listed, check=True, capture_output=True, text=True, encoding="utf-8").stdout
    assert code in found


def test_a_file_to_be_saved_is_proposed_by_name_in_its_folder(qtbot: QtBot, tmp_path: Path) -> None:
    def accept() -> None:
        dialog = shown()
        assert dialog is not None
        assert dialog.findChild(QLineEdit, "fileNameEdit").text() == "so.xlsx"
        buttons = dialog.findChild(QDialogButtonBox)
        buttons.button(QDialogButtonBox.StandardButton.Save).click()

    QTimer.singleShot(0, accept)
    chosen = file_dialog.ask(None, "x", tmp_path / "so.xlsx", "Excel (*.xlsx)", Want.SAVE)
    leave()
    assert chosen == ([tmp_path / "so.xlsx"], "Excel (*.xlsx)")
