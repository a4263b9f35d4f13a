"""The copies in the window: scans go in the background, Esc stops them, and what failed is said."""

import errno
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.counter.test_scans import JPEG, PDF, put
from tests.counter_fixtures import draft
from tests.gui.standing import press, standing

from motcua_desktop.counter import scan_copies
from motcua_desktop.counter.counter import Counter
from motcua_desktop.gui.daily_copy import HOUR_MS, SOON_MS, DailyCopy
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.settings import SettingsPage
from motcua_desktop.gui.pages.settings_general import GeneralPane


@pytest.fixture
def stick(counter: Counter, tmp_path: Path) -> Path:
    """A stick chosen for the copies, and two scans that are not on it."""
    place = tmp_path / "USB"
    place.mkdir()
    counter.office.set("backup_folder", str(place))
    code = counter.intake.receive(draft(), slip=False).dossier.code
    counter.scans.add(code, [put(tmp_path, "a.pdf", PDF), put(tmp_path, "b.jpg", JPEG)])
    return place


@pytest.fixture
def window(qtbot: QtBot, counter: Counter, stick: Path, tmp_path: Path) -> Iterator[MainWindow]:
    with standing(qtbot, counter, tmp_path / "desk", "settings") as made:
        yield made


@pytest.fixture
def copies(window: MainWindow, counter: Counter) -> Iterator[DailyCopy]:
    made = DailyCopy(window, counter)
    yield made
    settled(window, made)
    made.close()


def settled(window: MainWindow, copies: DailyCopy) -> None:
    while window.tasks.is_busy or copies.tasks.is_busy:
        assert window.tasks.wait_idle() and copies.tasks.wait_idle()


def scans_on(stick: Path) -> int:
    return sum(path.suffix in (".pdf", ".jpg") for path in stick.rglob("scans/*/*/*"))


def said(window: MainWindow) -> str:
    """The sentence under the place of the copies on the page of settings."""
    assert isinstance(window.page, SettingsPage) and isinstance(window.page.part, GeneralPane)
    window.page.part.refresh()
    assert window.tasks.wait_idle()
    return window.page.part.rows["backup_folder"].sentence.text().replace("\u200b", "")


def test_the_day_s_copy_takes_the_scans_along(window: MainWindow, copies: DailyCopy, stick: Path) -> None:
    settled(window, copies)
    assert len(list(stick.glob("motcua-*.db"))) == 1 and scans_on(stick) == 2
    assert window.status._backup.text() == "Đã sao lưu 08:00"
    assert "gồm cả bản chụp. Bản mới nhất: 08:00." in said(window)


def test_esc_stops_the_scans_and_nobody_waits_for_them(
    window: MainWindow, counter: Counter, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on, real = Event(), scan_copies._copy_one

    def slowly(*given: Path) -> bool | None:
        assert goes_on.wait(10)
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(scan_copies, "_copy_one", slowly)
    copies = DailyCopy(window, counter)
    try:
        assert window.tasks.wait_idle()
        while not copies.tasks.is_busy:
            assert window.tasks.wait_idle()
        press(window, Qt.Key.Key_F4)  # a page is read while a scan is on its way
        assert window.pages.key == "due"
        window.pages.setEnabled(False)
        press(window, Qt.Key.Key_Escape)
        window.pages.setEnabled(True)
        assert not copies.tasks._jobs[0].is_cancelled, "whoever is not signed in stops nothing"
        window.page.setFocus()
        window.go("due")
        press(window, Qt.Key.Key_Escape)
        assert window.pages.key == "due", "Esc stops the scans before it goes Home"
        goes_on.set()
        settled(window, copies)
        assert scans_on(stick) == 1
        assert not window._shown_bars, "who stops it needs no telling"
        copies.look()
        settled(window, copies)
        assert scans_on(stick) == 2
    finally:
        goes_on.set()
        copies.close()


def test_a_full_stick_is_said_in_the_status_bar_and_on_the_settings(
    window: MainWindow, counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scan_copies, "free_bytes", lambda _folder: 0)
    copies = DailyCopy(window, counter)
    settled(window, copies)
    (bar,) = window._shown_bars
    assert "đã đầy" in bar.accessibleName()
    window.clear_bars()
    copies.look()
    settled(window, copies)
    assert window._shown_bars == [], "the same trouble is not told every hour"
    assert "Bản chụp chưa chép hết" in said(window) and "đã đầy" in said(window)
    monkeypatch.undo()
    copies.look()
    settled(window, copies)
    assert window.status._backup.text() == "Đã sao lưu 08:00"
    copies.close()


def test_a_stick_that_is_out_is_said_and_needed_again(
    window: MainWindow, counter: Counter, stick: Path
) -> None:
    stick.rmdir()
    copies = DailyCopy(window, counter)
    settled(window, copies)
    assert window.status._backup.text() == "Chưa sao lưu được"
    assert copies._timer.interval() == SOON_MS, "whoever fetches the stick need not wait an hour"
    assert f"Không thấy {stick}" in said(window)
    stick.mkdir()
    copies.look()
    settled(window, copies)
    assert scans_on(stick) == 2 and window.status._backup.text() == "Đã sao lưu 08:00"
    assert copies._timer.interval() == HOUR_MS
    copies.close()


def test_leaving_copies_what_came_last(window: MainWindow, counter: Counter, stick: Path) -> None:
    copies = DailyCopy(window, counter)
    settled(window, copies)
    code = counter.intake.receive(draft(), slip=False).dossier.code
    counter.scans.add(code, [put(stick.parent, "c.pdf", PDF)])
    copies.close()
    assert scans_on(stick) == 3


def test_the_copy_an_officer_asks_for_takes_the_scans_along(
    window: MainWindow, copies: DailyCopy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert isinstance(window.page, SettingsPage) and isinstance(window.page.part, GeneralPane)
    pane, other = window.page.part, tmp_path / "o khac"
    monkeypatch.setattr(pane, "choose_backup", lambda name: other / name)
    pane.rows["backup"].control.click()  # type: ignore[attr-defined]
    settled(window, copies)
    assert scans_on(other) == 2 and len(list(other.glob("*.db"))) == 1
    assert "2 bản chụp" in window.toast.accessibleName()


def test_copies_beside_the_register_are_said_to_be_no_help_when_the_disk_is_lost(
    window: MainWindow, counter: Counter
) -> None:
    counter.office.set("backup_folder", "")
    assert "hỏng ổ đĩa là mất hết" in said(window)


def test_another_place_is_filled_as_soon_as_it_is_chosen(
    window: MainWindow, copies: DailyCopy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled(window, copies)
    other = tmp_path / "o cung ngoai"
    other.mkdir()
    assert isinstance(window.page, SettingsPage) and isinstance(window.page.part, GeneralPane)
    pane = window.page.part
    monkeypatch.setattr(pane, "choose_folder", lambda: other)
    pane.rows["backup_folder"].control.click()  # type: ignore[attr-defined]
    settled(window, copies)
    assert len(list(other.glob("motcua-*.db"))) == 1 and scans_on(other) == 2
    assert str(other) in said(window)


def test_errors_of_the_disk_are_kept_as_numbers(counter: Counter, stick: Path) -> None:
    counter.safekeeping._keep_trouble([errno.ENOSPC, str(stick)])
    trouble = counter.safekeeping.state().trouble
    assert trouble is not None and trouble.errno == errno.ENOSPC
