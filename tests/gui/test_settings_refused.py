"""Settings that are refused: nothing typed is lost or made to fit, what is mended is not blamed any more."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from tests.gui.settings_desk import window
from tests.gui.standing import press
from tests.gui.test_settings import CTRL, general, type_into

from motcua_desktop.counter.counter import Counter
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.settings_number import NumberLine
from motcua_desktop.gui.theme import look

__all__ = ["window"]


@pytest.mark.parametrize(
    ("key", "typed", "limits"),
    [("report_cutoff_day", "40", "từ 1 đến 28"), ("idle_minutes", "900", "từ 0 đến 240")],
)
def test_a_number_outside_its_limits_stays_as_typed_and_the_limits_are_said_beside_it(
    window: MainWindow, counter: Counter, key: str, typed: str, limits: str
) -> None:
    type_into(window, key, typed)
    made = general(window).rows[key]
    assert counter.office.setting(key) is None
    assert isinstance(made.control, NumberLine)
    assert made.control.text() == typed
    assert limits in made.sentence.text() and made.sentence.property("role") == "error"
    general(window).refresh()
    assert window.tasks.wait_idle()
    assert made.control.text() == typed
    type_into(window, key, "20")
    assert counter.office.setting(key) == 20
    assert made.sentence.property("role") == "second"


@pytest.mark.parametrize("typed", ["", "1,5", "hai", "-3"])
def test_what_is_no_number_is_not_read_as_another(window: MainWindow, counter: Counter, typed: str) -> None:
    type_into(window, "near_due_days", "7")
    type_into(window, "near_due_days", typed or "x")
    assert counter.office.setting("near_due_days") == 7
    assert "từ 1 đến 15" in general(window).rows["near_due_days"].sentence.text()


def test_the_arrows_count_a_number_up_and_down_within_its_limits(
    window: MainWindow, counter: Counter
) -> None:
    line = general(window).rows["near_due_days"].control
    line.setFocus()
    press(window, Qt.Key.Key_Up)
    press(window, Qt.Key.Key_Return)
    assert counter.office.setting("near_due_days") == 4
    for _step in range(9):
        press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Return)
    assert counter.office.setting("near_due_days") == 1


def test_escape_gives_a_refused_value_up(window: MainWindow, counter: Counter) -> None:
    type_into(window, "report_cutoff_day", "40")
    press(window, Qt.Key.Key_Escape)
    made = general(window).rows["report_cutoff_day"]
    assert isinstance(made.control, NumberLine)
    assert made.control.text() == "15"
    assert made.sentence.property("role") == "second"
    assert window.pages.key == "settings"


def test_a_refused_colour_stands_with_its_reason_until_the_old_one_is_typed_again(
    window: MainWindow, counter: Counter
) -> None:
    type_into(window, "accent", "0F5C6E")
    type_into(window, "accent", "xanh")
    made = general(window).rows["accent"]
    general(window).search.setFocus()
    general(window).refresh()
    assert window.tasks.wait_idle()
    assert isinstance(made.control, QComboBox)
    assert made.control.currentText() == "xanh"
    assert made.sentence.property("role") == "error"
    type_into(window, "accent", "0F5C6E")
    assert made.sentence.property("role") == "second"
    assert look().accent == "#0F5C6E"


def test_a_picture_that_is_none_is_not_blamed_after_a_good_one_or_an_undo(
    window: MainWindow, counter: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane, drawn = general(window), QImage(80, 80, QImage.Format.Format_RGB32)
    drawn.fill(Qt.GlobalColor.blue)
    drawn.save(str(tmp_path / "good.png"))
    (tmp_path / "bad.png").write_text("no picture")
    made = pane.rows["logo"]
    for name, role in (("bad", "error"), ("good", "second"), ("bad", "error")):
        monkeypatch.setattr(pane, "choose_logo", lambda name=name: tmp_path / f"{name}.png")
        made.control.click()  # type: ignore[attr-defined]
        assert window.tasks.wait_idle()
        assert made.sentence.property("role") == role
    window.undo()
    assert window.tasks.wait_idle()
    assert not counter.office.setting("logo")
    assert made.sentence.property("role") == "second"


def test_page_down_scrolls_also_from_a_box_of_colours(window: MainWindow, counter: Counter) -> None:
    pane = general(window)
    for key in ("accent", "look/scale"):
        pane.rows[key].control.setFocus()
        pane.area.verticalScrollBar().setValue(0)
        press(window, Qt.Key.Key_PageDown)
        assert pane.area.verticalScrollBar().value() > 0
    pane.search.setFocus()
    assert counter.office.setting("accent") is None
    assert look().scale == 1.0


def test_ctrl_f_replaces_the_words_of_the_last_search(window: MainWindow) -> None:
    pane = general(window)
    pane.search.setFocus()
    QTest.keyClicks(pane.search, "bao cao")
    press(window, Qt.Key.Key_Return)
    for _twice in range(2):
        press(window, Qt.Key.Key_F, CTRL)
    QTest.keyClicks(window.focusWidget(), "dien thoai")
    assert pane.search.text() == "dien thoai"


def test_a_setting_named_in_the_words_stands_before_one_whose_sentence_has_them(window: MainWindow) -> None:
    pane = general(window)
    pane.search.setFocus()
    QTest.keyClicks(pane.search, "ma co quan")
    press(window, Qt.Key.Key_Return)
    shown = [made for made in pane.rows.values() if made.isVisible()]
    top = min(shown, key=lambda made: made.mapTo(pane, made.rect().topLeft()).y())
    assert top.setting.key == "pattern.agency"
    assert top.control.hasFocus()


def test_names_and_addresses_have_half_of_a_wide_window(window: MainWindow) -> None:
    window.resize(1900, 900)
    made = general(window).rows["office.address"]
    window.layout().activate()
    assert made.control.width() > 600
    assert general(window).rows["look/scale"].control.width() == 320
