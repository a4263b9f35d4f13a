"""The program as it starts: on a set-up office, an empty folder, a broken file, and behind a password."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.counter_fixtures import Clock, draft
from tests.gui.started import folder_of, hands_of, start

from motcua_desktop.__main__ import main
from motcua_desktop.counter.counter import Counter, open_counter
from motcua_desktop.gui.app import CounterWindow
from motcua_desktop.gui.pages.first_run import FirstRun
from motcua_desktop.gui.sign_in import SignIn
from motcua_desktop.gui.theme import colour
from motcua_desktop.gui.trouble import Trouble

KEY = Qt.Key


def test_an_office_that_is_set_up_opens_on_home(start, counter: Counter) -> None:  # type: ignore[no-untyped-def]
    desk = start(folder_of(counter))
    assert desk.window.pages.key == "home"
    assert desk.cover.widget is None
    assert desk.window.navigation._brand.name == "Lý Sơn"
    assert desk.window.navigation._officer.now == "Làm việc đến 11:30"


def test_the_other_pages_stand_ready_before_they_are_asked_for(start, counter: Counter) -> None:  # type: ignore[no-untyped-def]
    pages = start(folder_of(counter)).window.pages
    assert pages.key == "home"
    ready = ("intake", "register", "dossier", "due", "letters", "handover", "reports", "calendar", "settings")
    assert set(ready) <= set(pages.built)
    assert "sync" not in pages.built  # it counts over the whole register
    assert pages.built["reports"].report is None  # and so would this, once it is looked at


def test_it_is_told_once_when_every_page_stands_ready(qtbot: QtBot, counter: Counter, clock: Clock) -> None:
    desk = CounterWindow(folder_of(counter), lambda where: open_counter(where, now=clock))
    built: list[set[str]] = []
    desk.prepared.connect(lambda: built.append(set(desk.window.pages.built)))
    desk.open()
    qtbot.waitUntil(lambda: bool(built), timeout=10_000)
    assert desk.window.tasks.wait_idle()
    assert [("intake" in pages, "settings" in pages) for pages in built] == [(True, True)]
    desk.close()


def test_keys_rest_until_the_register_is_open(qtbot: QtBot, tmp_path: Path) -> None:
    desk = CounterWindow(tmp_path / "data", lambda _folder: pytest.fail("not yet"))
    desk.window.show()
    hands_of(qtbot, desk).press(KEY.Key_F2)
    assert desk.window.pages.key == ""
    desk.close()


def test_a_damaged_file_is_said_in_words_and_can_be_tried_again(  # type: ignore[no-untyped-def]
    start, counter: Counter, caplog: pytest.LogCaptureFixture
) -> None:
    folder = folder_of(counter)
    good = (folder / "motcua.db").read_bytes()
    (folder / "motcua.db").write_bytes(b"no database at all" * 100)
    desk = start(folder)
    assert isinstance(desk.cover.widget, Trouble)
    assert "khôi phục từ bản sao lưu" in desk.cover.widget.sentence
    beside = desk.window.navigation.width() + 4
    assert desk.window.grab().toImage().pixelColor(beside, 4) == colour("bg"), "nothing shows through"
    assert desk.window.pages.key == ""
    for extra in folder.glob("motcua.db-*"):
        extra.unlink()
    (folder / "motcua.db").write_bytes(good)
    desk.open()
    desk.window.tasks.wait_idle()
    assert desk.window.pages.key == "home"


def test_a_damaged_register_is_brought_back_from_a_copy_in_the_window(  # type: ignore[no-untyped-def]
    start, counter: Counter, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOTCUA_NOW", "2026-03-02T09:00:00")
    code = counter.intake.receive(draft("1.001612")).dossier.code
    copy_file = counter.folder / "backups" / "motcua-20260302-080000.db"
    counter.safekeeping.backup(copy_file)
    folder = folder_of(counter)
    for extra in folder.glob("motcua.db-*"):
        extra.unlink()
    (folder / "motcua.db").write_bytes(b"no database at all" * 100)
    desk = start(folder)
    trouble = desk.cover.widget
    assert isinstance(trouble, Trouble)
    monkeypatch.setattr(
        "motcua_desktop.gui.file_dialog.ask", lambda _who, _title, start, _kinds: ([start], "")
    )
    trouble.restore()
    assert desk.window.tasks.wait_idle()
    assert desk.window.pages.key == "home"
    assert desk.counter is not None and desk.counter.register.dossier(code).code == code
    assert "Đã khôi phục từ motcua-20260302-080000.db: 1 hồ sơ" in desk.window._shown_bars[0].accessibleName()
    kept = [one.name for one in folder.glob("motcua*") if one.name not in ("motcua.db", "window.ini")]
    assert kept, "the damaged file stays beside it"


def test_accounts_ask_for_a_password_and_an_idle_desk_locks(  # type: ignore[no-untyped-def]
    start, qtbot: QtBot, counter: Counter
) -> None:
    counter.accounts.create_first("hanh", "Bùi Thị Hạnh", "matkhau123")
    desk = start(folder_of(counter))
    hands = hands_of(qtbot, desk)
    assert isinstance(desk.cover.widget, SignIn)
    assert desk.window.tasks.wait_idle()
    assert desk.cover.widget.office.text() == counter.accounts.office_face()[0] != ""
    hands.press(KEY.Key_F2)
    assert desk.window.pages.key == ""
    hands.type("hanh")
    hands.press(KEY.Key_Return)
    assert desk.cover.widget.password.state != "error", "Enter goes on to the empty password"
    hands.type("sai mật khẩu")
    hands.press(KEY.Key_Return)
    password = desk.cover.widget.password
    assert password.state == "error"
    QApplication.processEvents()
    QApplication.processEvents()
    assert password.sentence.height() >= password.sentence.heightForWidth(password.sentence.width())
    assert not password.sentence.geometry().intersects(password.edit.geometry())
    hands.type("matkhau123")
    desk.cover.widget.shown.click()
    assert password.line.displayText() == "matkhau123"
    assert password.edit.hasFocus()
    hands.press(KEY.Key_Return)
    assert desk.cover.widget is None
    assert desk.window.navigation._officer.name == "Bùi Thị Hạnh"
    hands.press(KEY.Key_F2)
    assert desk.window.pages.key == "intake"
    desk.lock()
    assert isinstance(desk.cover.widget, SignIn)
    hands.type("matkhau123")
    hands.press(KEY.Key_Return)
    assert desk.window.pages.key == "intake"
    assert desk.cover.widget is None


def test_an_empty_folder_starts_with_the_first_run(start, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    desk = start(tmp_path / "new")
    assert isinstance(desk.cover.widget, FirstRun)


def test_scale_and_place_are_kept_for_the_next_start(start, counter: Counter) -> None:  # type: ignore[no-untyped-def]
    folder = folder_of(counter)
    desk = start(folder)
    desk.settings.put("look/scale", 1.25)
    again = CounterWindow(folder, lambda _folder: pytest.fail("not opened"))
    assert again.settings.number("look/scale", 1.0) == 1.25
    again.close()


def test_the_self_test_passes_and_says_what_it_did(capsys: pytest.CaptureFixture[str]) -> None:
    assert QApplication.instance() is not None
    assert main(["--self-test"]) == 0
    told = capsys.readouterr().out
    assert told.count("[đạt]") == 5
    assert "H48.25.12-" in told


def test_a_reminder_is_a_toast_and_its_bubble_opens_the_dossier(
    start, counter: Counter, clock: Clock
) -> None:  # type: ignore[no-untyped-def]
    line = counter.intake.receive(draft("1.001612")).dossier
    assert line.appointment_at is not None
    clock.set(line.appointment_at.replace(hour=7, minute=50).isoformat())
    desk = start(folder_of(counter))
    reminders = desk._reminders
    reminders.look()
    assert desk.window.tasks.wait_idle()
    assert desk.window.toast.isVisible()
    reminders.opened.emit(line.code)
    assert desk.window.tasks.wait_idle()
    assert desk.window.pages.key == "dossier"


def test_the_offices_picture_stands_in_place_of_its_letters(start, counter: Counter, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    picture = QPixmap(40, 20)
    picture.fill(QColor("#B3261E"))
    assert picture.save(str(tmp_path / "logo.png"))
    counter.office.set("logo", str(tmp_path / "logo.png"))
    shown = start(folder_of(counter)).window.navigation._brand.logo
    assert (shown.width(), shown.height()) == (40, 40)


def test_the_day_s_copy_is_made_and_said_in_the_status_bar(  # type: ignore[no-untyped-def]
    start, qtbot: QtBot, counter: Counter, clock: Clock
) -> None:
    counter.intake.receive(draft(), slip=False)
    desk = start(folder_of(counter))
    qtbot.waitUntil(lambda: desk.window.status._backup.text() == "Đã sao lưu 08:00")
    first = desk.counter.safekeeping.copies()
    assert len(first) == 1
    clock.set("2026-03-02T17:05:00")
    desk.counter.intake.receive(draft(), slip=False)
    desk.close()
    again = open_counter(first[0].parent.parent, now=clock)
    try:
        assert (
            again.safekeeping.copies()[0].name == "motcua-20260302-170500.db"
        )  # the newest of the day stays
    finally:
        again.close()
