"""S on a row or on the dossier's page: scans are added, opened, taken away and brought back by key."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from tests.gui.hands import CTRL, Hands
from tests.gui.lists import letter, received
from tests.gui.standing import press, standing

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.scans import Scan
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages import dossier_scans
from motcua_desktop.gui.pages.dossier import DossierPage
from motcua_desktop.gui.pages.dossier_scans import SCAN_FOLDER
from motcua_desktop.gui.pages.forms.scans import ScansForm
from motcua_desktop.gui.pages.register import RegisterPage
from motcua_desktop.gui.paper_view import PaperView

PDF = b"%PDF-1.4\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n"


@pytest.fixture
def code(counter: Counter) -> str:
    return received(counter, "Dương Thị Mỹ Linh")


@pytest.fixture
def scanner(tmp_path: Path) -> Path:
    """A scanner's folder with two pages: a PDF and a picture of a card."""
    folder = tmp_path / "may quet"
    folder.mkdir()
    (folder / "to khai.pdf").write_bytes(PDF)
    card = QImage(600, 380, QImage.Format.Format_RGB32)
    card.fill(Qt.GlobalColor.white)
    assert card.save(str(folder / "can cuoc.png"))
    return folder


@pytest.fixture
def window(qtbot: QtBot, counter: Counter, code: str, tmp_path: Path) -> Iterator[MainWindow]:
    with standing(qtbot, counter, tmp_path / "desk", "register") as made:
        page_of(made).table.setFocus()
        yield made


def page_of(window: MainWindow) -> RegisterPage:
    assert isinstance(window.page, RegisterPage)
    return window.page


def form_of(window: MainWindow) -> ScansForm:
    (form,) = window.page.findChildren(ScansForm)
    return form


def names(counter: Counter, code: str) -> list[str]:
    return [scan.name for scan in of(counter, code)]


def of(counter: Counter, code: str) -> tuple[Scan, ...]:
    return counter.scans.of(counter.register.dossier(code))


def choosing(monkeypatch: pytest.MonkeyPatch, *files: Path) -> None:
    """What the officer picks in the dialog that F12 opens."""
    monkeypatch.setattr(dossier_scans, "open_files", lambda *_given: list(files))


def words_in(window: MainWindow) -> str:
    QApplication.processEvents()
    shown = [*window.page.findChildren(QLabel), *window.page.findChildren(QPushButton)]
    return " ".join(one.text() for one in shown if one.isVisibleTo(window.page))


def test_s_and_f12_add_files_and_the_panel_counts_them(
    window: MainWindow, counter: Counter, code: str, scanner: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Thêm bản chụp" in words_in(window)
    letter(window, "s")
    assert "Chưa có bản chụp nào" in words_in(window)
    choosing(monkeypatch, scanner / "to khai.pdf", scanner / "can cuoc.png")
    press(window, Qt.Key.Key_F12)
    assert names(counter, code) == ["to khai.pdf", "can cuoc.png"]
    assert "Bản chụp: 2" in words_in(window)
    press(window, Qt.Key.Key_Escape)
    assert page_of(window).table.hasFocus()
    assert "Bản chụp: 2" in words_in(window)


def test_the_scanners_newest_file_is_one_enter_away(
    window: MainWindow, counter: Counter, code: str, scanner: Path
) -> None:
    page_of(window)._context.settings.put(SCAN_FOLDER, str(scanner))
    letter(window, "s")
    press(window, Qt.Key.Key_Return)
    assert len(names(counter, code)) == 1
    assert len(form_of(window).fresh.lines) == 1, "what was added is not offered again"
    press(window, Qt.Key.Key_Return)
    assert sorted(names(counter, code)) == ["can cuoc.png", "to khai.pdf"]
    assert "Máy quét chưa có tệp mới" in words_in(window)


def test_enter_opens_del_removes_and_ctrl_z_brings_back(
    window: MainWindow, counter: Counter, code: str, scanner: Path
) -> None:
    counter.scans.add(code, [scanner / "can cuoc.png"])
    page_of(window).refresh()
    assert window.tasks.wait_idle()
    letter(window, "s")
    press(window, Qt.Key.Key_Return)
    (paper,) = window.findChildren(PaperView)
    assert paper.accessibleName() == "can cuoc.png"
    press(window, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert form_of(window).scans.hasFocus()
    press(window, Qt.Key.Key_Delete)
    assert names(counter, code) == []
    press(window, Qt.Key.Key_Z, CTRL)
    assert names(counter, code) == ["can cuoc.png"]
    assert "Bản chụp: 1" in words_in(window)


def test_what_is_left_out_is_said_in_the_form(
    window: MainWindow, counter: Counter, code: str, scanner: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (scanner / "thu.docx").write_bytes(b"PK words")
    letter(window, "s")
    choosing(monkeypatch, scanner / "thu.docx", scanner / "to khai.pdf")
    press(window, Qt.Key.Key_F12)
    assert names(counter, code) == ["to khai.pdf"]
    assert "“thu.docx” không phải bản chụp" in words_in(window)


def test_files_are_dropped_on_the_form(
    window: MainWindow, counter: Counter, code: str, scanner: Path
) -> None:
    letter(window, "s")
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(scanner / name)) for name in ("to khai.pdf", "can cuoc.png")])
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.MoveAction | Qt.DropAction.CopyAction,
        carried,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    form_of(window).dropEvent(drop)
    assert window.tasks.wait_idle()
    assert names(counter, code) == ["to khai.pdf", "can cuoc.png"]
    assert drop.dropAction() is Qt.DropAction.CopyAction and (scanner / "to khai.pdf").exists()


def test_a_scan_is_of_the_component_that_was_chosen(
    window: MainWindow, counter: Counter, code: str, scanner: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter(window, "s")
    held = counter.register.dossier(code).papers[0].number
    form_of(window)._component.set_value(held)
    choosing(monkeypatch, scanner / "to khai.pdf")
    press(window, Qt.Key.Key_F12)
    assert [scan.component for scan in of(counter, code)] == [held]


def test_a_name_typed_into_the_list_still_searches(
    window: MainWindow, counter: Counter, code: str, qtbot: QtBot
) -> None:
    hands = Hands(qtbot, window)
    hands.type("son")
    assert page_of(window).search.text() == "son"
    assert not window.page.findChildren(ScansForm) or not form_of(window).isVisible()


def test_the_dossiers_page_lists_its_scans_and_its_time_line_says_so(
    window: MainWindow, counter: Counter, code: str, scanner: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.go("dossier", code)
    assert window.tasks.wait_idle()
    page = window.page
    assert isinstance(page, DossierPage)
    letter(window, "s")
    choosing(monkeypatch, scanner / "to khai.pdf", scanner / "can cuoc.png")
    press(window, Qt.Key.Key_F12)
    press(window, Qt.Key.Key_Escape)
    shown = words_in(window)
    assert "to khai.pdf" in shown and "can cuoc.png" in shown
    assert "Thêm 2 bản chụp" in [step.words for step in page._times.model().values]  # type: ignore[attr-defined]


def test_a_scan_that_was_changed_is_said_and_can_be_seen_all_the_same(
    window: MainWindow, counter: Counter, code: str, scanner: Path
) -> None:
    (scan,) = counter.scans.add(code, [scanner / "can cuoc.png"]).added
    with (counter.folder / scan.path).open("ab") as file:
        file.write(b"more")
    page_of(window).refresh()
    assert window.tasks.wait_idle()
    letter(window, "s")
    press(window, Qt.Key.Key_Return)
    assert not window.findChildren(PaperView)
    QApplication.processEvents()  # what a layout was given is shown with its next event
    (look,) = [b for b in window.findChildren(QPushButton) if b.text() == "Vẫn mở xem" and b.isVisible()]
    look.click()
    assert window.tasks.wait_idle()
    assert len(window.findChildren(PaperView)) == 1
