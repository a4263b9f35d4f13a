"""The new date of a letter and the earlier date of a dossier are hours at which the counter is open."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.counter_fixtures import Clock
from tests.gui.letters_desk import codes, give_reason, letters, page_of, window
from tests.gui.lists import received, write
from tests.gui.standing import press, standing

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.lifecycle import Move
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.forms.promises import ApologyForm, EarlierForm

__all__ = ["codes", "window"]


def test_a_day_off_is_named_beside_the_date_before_anything_is_recorded(
    window: MainWindow, counter: Counter, codes: list[str]
) -> None:
    give_reason(window)
    row = page_of(window).rows.rows[0]
    row.date.setFocus()
    row.date.selectAll()
    write(row.date, "9:00 22/3")
    press(window, Qt.Key.Key_Return)
    assert row.date.hasFocus() and row.said.isVisible()
    words = "Ngày 22/03/2026 là Chủ nhật, không có người trả kết quả. Hẹn được lúc 09:00 thứ Hai 23/03/2026."
    assert row.said.text() == words
    press(window, Qt.Key.Key_F12)
    press(window, Qt.Key.Key_F12)
    assert letters(counter, codes) == [0, 0, 1]
    row.date.selectAll()
    write(row.date, "9:00 23/3")
    assert not row.said.isVisible()
    press(window, Qt.Key.Key_F12)
    press(window, Qt.Key.Key_F12)
    assert letters(counter, codes) == [1, 1, 1]


def test_the_short_form_of_a_letter_refuses_a_day_off_beside_its_date(
    qtbot: QtBot, counter: Counter, clock: Clock, tmp_path: Path
) -> None:
    code = received(counter, "Dương Thị Hồng")
    clock.set("2026-03-06T09:00")
    with standing(qtbot, counter, tmp_path / "desk", "register") as window:
        window.go("dossier", code)
        assert window.tasks.wait_idle()
        press(window, Qt.Key.Key_X)
        form = window.page.findChild(ApologyForm)
        assert form is not None
        write(form.fields["reason"].edit, "Chờ xác minh")
        date = form.fields["new_date"]
        date.edit.setFocus()
        date.edit.selectAll()
        write(date.edit, "9:00 15/3")
        press(window, Qt.Key.Key_F12)
        assert counter.register.dossier(code).apologies == ()
        assert date.state == "error" and date.edit.hasFocus()
        assert "Ngày 15/03/2026 là Chủ nhật" in date.sentence.text()
        assert "Hẹn được lúc 09:00 thứ Hai 16/03/2026." in date.sentence.text()
        date.edit.selectAll()
        write(date.edit, "9:00 16/3")
        press(window, Qt.Key.Key_F12)
        assert len(counter.register.dossier(code).apologies) == 1


def test_an_earlier_date_is_offered_on_a_working_day(
    qtbot: QtBot, counter: Counter, clock: Clock, tmp_path: Path
) -> None:
    clock.set("2026-03-04T09:00")
    code = received(counter, "Dương Thị Hồng")  # due on Monday the 9th
    with standing(qtbot, counter, tmp_path / "desk", "register") as window:
        window.go("dossier", code)
        assert window.tasks.wait_idle()
        window.page.acts.start(Move.PROMISE_EARLIER)
        assert window.tasks.wait_idle()
        form = window.page.findChild(EarlierForm)
        assert form is not None
        assert form.value("new_date") == "09:00 06/03/2026", "not the Sunday before"
