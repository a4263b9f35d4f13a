"""What has been done is told where nothing is covered, and what can be undone stays in sight."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.lists import CTRL, received
from tests.gui.standing import press, standing

from motcua_desktop.counter.counter import Counter
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages import PAGES
from motcua_desktop.gui.theme import look
from motcua_desktop.gui.widgets import toast
from motcua_desktop.gui.widgets.bar import Bar
from motcua_desktop.gui.widgets.status_bar import StatusBar

RETURNED = "Đã trả kết quả 261118-0009"
LONG = "Không chuyển được hồ sơ vì còn chờ người nộp bổ sung giấy tờ. " * 4


@pytest.fixture
def window(qtbot: QtBot, counter: Counter, tmp_path: Path) -> Iterator[MainWindow]:
    received(counter, "Dương Thị Bé")
    with standing(qtbot, counter, tmp_path / "desk", "home") as made:
        yield made


def on_window(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def small_undo(window: MainWindow) -> QAbstractButton:
    bar: StatusBar = window.status
    return bar._undo


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_button_and_no_field_is_covered_on_any_page(window: MainWindow, scale: float) -> None:
    look().set(scale=scale)
    line = window.counter.register.newest(1)[0]
    covered = []
    for key in [row[0] for row in PAGES]:
        window.go(key, line.id if key == "dossier" else None)
        assert window.tasks.wait_idle()
        window.say(RETURNED, lambda: None)
        QApplication.processEvents()
        place = on_window(window.toast)
        assert window.rect().contains(place)
        for kind in (QAbstractButton, QLineEdit, QComboBox):
            for one in window.findChildren(kind):
                inside = window.toast.isAncestorOf(one)
                if one.isVisible() and not inside and not one.visibleRegion().isEmpty():
                    shown = one.visibleRegion().boundingRect().translated(on_window(one).topLeft())
                    covered += [(key, repr(one))] if shown.intersects(place) else []
    assert covered == []


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_a_long_toast_leaves_the_words_of_the_last_backup_in_sight(window: MainWindow, scale: float) -> None:
    look().set(scale=scale)
    backup = window.status._backup
    window.status.set_backup("Đã sao lưu 05:05")
    longer = ("Đã trả " * number for number in range(1, 60))
    fitting = [words for words in longer if window.toast.fits(words, "Hoàn tác")]
    window.say(fitting[-1], lambda: None)
    QApplication.processEvents()
    assert backup.isVisible()
    assert window.toast.isVisible()
    assert not on_window(window.toast).intersects(on_window(backup))


def test_what_was_told_goes_with_its_page(window: MainWindow) -> None:
    window.say("Đã lập danh sách công khai")
    window.go("register")
    assert not window.toast.isVisible()
    assert not small_undo(window).isVisible()


def test_what_can_be_undone_stays_small_on_the_next_page(window: MainWindow) -> None:
    undone: list[int] = []
    window.say(RETURNED, lambda: undone.append(1))
    assert not small_undo(window).isVisible()
    window.go("register")
    assert not window.toast.isVisible()
    assert small_undo(window).isVisible()
    assert small_undo(window).toolTip() == RETURNED
    window.navigation.setFocus()
    press(window, Qt.Key.Key_Z, CTRL)
    assert undone == [1]
    assert not small_undo(window).isVisible()


def test_what_a_page_tells_when_it_is_entered_again_stays(window: MainWindow) -> None:
    window.say(RETURNED)
    window.go("home")
    assert window.toast.isVisible()


def test_it_leaves_by_itself_and_waits_for_who_is_on_it(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.say(RETURNED, lambda: None)
    window.toast._action.setFocus()
    window.toast._timer.timeout.emit()
    assert window.toast.isVisible()
    window.navigation._list.setFocus()
    window.toast.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, True)
    window.toast._timer.timeout.emit()
    assert window.toast.isVisible()
    window.toast.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    window.toast._timer.timeout.emit()
    assert not window.toast.isVisible()
    assert small_undo(window).isVisible()


def test_a_screen_reader_is_told(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(toast, "announce", lambda _widget, words: heard.append(words))
    window.say(RETURNED, lambda: None)
    assert heard == [f"{RETURNED} Hoàn tác"]


def test_a_sentence_too_long_for_one_line_stands_whole_in_a_bar(window: MainWindow) -> None:
    window.say(LONG, kind="warning")
    assert not window.toast.isVisible()
    QApplication.processEvents()
    (bar,) = [bar for bar in window.findChildren(Bar) if bar.accessibleName() == LONG]
    assert bar.isVisible()
    window.go("register")
    assert bar not in window._shown_bars
