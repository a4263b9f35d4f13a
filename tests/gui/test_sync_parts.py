"""Other counters, keys, sheets, checks: looked at first, decided by a person, whole or not at all."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from tests.counter_fixtures import Clock
from tests.exchange_offices import befriend, carry, machine, received
from tests.gui.standing import press, standing

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.lifecycle import Status
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.sync import SyncPage
from motcua_desktop.gui.pages.sync_checks import ChecksPane
from motcua_desktop.gui.pages.sync_counters import CountersPane
from motcua_desktop.gui.pages.sync_keys import KeysPane
from motcua_desktop.gui.pages.sync_province import ProvincePane
from motcua_desktop.gui.pages.sync_sheets import SheetsPane
from motcua_desktop.gui.theme import look

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
T = TypeVar("T")


@pytest.fixture
def other(office_template: Path, tmp_path: Path, clock: Clock, counter: Counter) -> Iterator[Counter]:
    """A second machine of the office; both trust one another."""
    made = machine(office_template, tmp_path / "quay-2", clock, "", "Trần Văn Bình")
    befriend(counter, made)
    yield made
    made.close()


@pytest.fixture
def window(qtbot: QtBot, counter: Counter, tmp_path: Path) -> Iterator[MainWindow]:
    with standing(qtbot, counter, tmp_path / "desk", "sync") as made:
        yield made


def part(window: MainWindow, key: str, kind: type[T]) -> T:
    assert isinstance(window.page, SyncPage)
    window.page.show_part(key)
    assert window.tasks.wait_idle()
    assert isinstance(window.page.part, kind)
    return window.page.part


@pytest.fixture
def diverged(counter: Counter, other: Counter, clock: Clock) -> str:
    """A dossier the other machine handed over while this one noted its withdrawal; its code."""
    code = received(other, procedure="2.000635")
    carry(other, counter)
    clock.set("2026-03-02T10:00:00")
    other.handling.hand_over(code, "Phòng Kinh tế")
    counter.handling.withdraw(code, "Người nộp rút hồ sơ")
    carry(other, counter)
    return code


def test_a_conflict_is_shown_side_by_side_and_the_decision_holds(
    diverged: str, counter: Counter, window: MainWindow
) -> None:
    pane = part(window, "counters", CountersPane)
    shown = {one.text() for one in pane._area.findChildren(QLabel)}
    assert {"Đã rút", "Đang giải quyết"} <= shown
    pane.choice.set_value("theirs")
    pane.reason.set_text("Đã hỏi người nộp")
    press(window, KEY.Key_F12)
    assert counter.exchange.conflicts() == ()
    assert counter.register.dossier(diverged).status is Status.IN_PROCESS
    assert pane.context_line == "Không có xung đột"


def test_the_histories_of_both_sides_can_be_read_to_the_end_with_keys(
    diverged: str, window: MainWindow
) -> None:
    pane = part(window, "counters", CountersPane)
    window.resize(1366, 600)
    assert window.tasks.wait_idle()
    bar = pane._area.verticalScrollBar()
    pane.table.setFocus()
    for _press in range(20):
        press(window, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert bar.value() == bar.maximum()
    press(window, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert bar.value() < bar.maximum() or bar.maximum() == 0


def test_a_decision_without_a_reason_is_refused_at_its_field(
    diverged: str, counter: Counter, window: MainWindow
) -> None:
    pane = part(window, "counters", CountersPane)
    press(window, KEY.Key_F12)
    assert pane.reason.state == "error"
    assert len(counter.exchange.conflicts()) == 1
    assert counter.register.dossier(diverged).status is Status.WITHDRAWN


def test_a_package_is_looked_at_before_it_is_read_in(
    counter: Counter, other: Counter, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = received(other)
    package = tmp_path / "goi.zip"
    made = other.exchange.export(package, since=0)
    province = window.page.part  # type: ignore[attr-defined]
    monkeypatch.setattr(province, "choose_file", lambda: package)
    press(window, KEY.Key_O, CTRL)
    pane = window.page.part  # type: ignore[attr-defined]
    assert isinstance(pane, CountersPane)
    assert pane.incoming is not None
    assert pane.incoming.read.added == 1
    shown = "".join(one.text() for one in pane.incoming.findChildren(QLabel))
    assert made.hash in shown.replace(" ", ""), "what the note on paper says can be compared"
    assert counter.register.newest() == []
    press(window, KEY.Key_F12)
    assert [line.code for line in counter.register.newest()] == [code]
    assert pane.incoming is None


def test_escape_leaves_a_package_unread(
    counter: Counter, other: Counter, window: MainWindow, tmp_path: Path
) -> None:
    received(other)
    other.exchange.export(tmp_path / "goi.zip", since=0)
    pane = part(window, "counters", CountersPane)
    pane.look(tmp_path / "goi.zip")
    assert window.tasks.wait_idle()
    press(window, KEY.Key_Escape)
    assert pane.incoming is None
    assert counter.register.newest() == []
    assert window.pages.key == "sync"


def test_a_key_is_trusted_after_its_fingerprint_was_shown_and_can_be_dropped(
    counter: Counter,
    office_template: Path,
    clock: Clock,
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stranger = machine(office_template, tmp_path / "la", clock)
    card = tmp_path / "the.json"
    fingerprint = stranger.exchange.keys.write_card(card).fingerprint
    stranger.close()
    pane = part(window, "keys", KeysPane)
    monkeypatch.setattr(pane, "choose_card", lambda: card)
    press(window, KEY.Key_N)
    assert counter.exchange.keys.trusted() == ()
    form = pane.panel.form
    assert form is not None
    assert fingerprint in {one.text() for one in form.findChildren(QLabel)}
    press(window, KEY.Key_F12)
    assert [key.fingerprint for key in counter.exchange.keys.trusted()] == [fingerprint]
    pane.table.choose(0)
    press(window, KEY.Key_D)
    press(window, KEY.Key_F12)
    assert counter.exchange.keys.trusted() == ()


HEADS = ("Mã thủ tục", "Họ và tên người nộp")


def sheet(counter: Counter, path: Path, *rows: tuple[str, str], heads: tuple[str, str] = HEADS) -> Path:
    counter.exchange.to_excel(path, "Hồ sơ", heads, rows)
    return path


def test_a_sheet_with_a_bad_row_names_it_and_receives_nothing(
    counter: Counter, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane = part(window, "sheets", SheetsPane)
    path = sheet(counter, tmp_path / "ds.xlsx", ("2.000815", "Cao Văn Nghĩa"), ("9.999", "Hồ Thị Xuân"))
    monkeypatch.setattr(pane, "choose_file", lambda: path)
    press(window, KEY.Key_O, CTRL)
    assert [(fault.row, pane.rows.index(0, 1).data()) for fault in pane.rows.loaded()] == [(3, "Mã thủ tục")]
    press(window, KEY.Key_F12)
    assert counter.register.newest() == []


def test_a_good_sheet_is_received_whole_with_f12(
    counter: Counter, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane = part(window, "sheets", SheetsPane)
    path = sheet(counter, tmp_path / "ds.xlsx", ("2.000815", "Cao Văn Nghĩa"), ("2.000815", "Hồ Thị Xuân"))
    monkeypatch.setattr(pane, "choose_file", lambda: path)
    press(window, KEY.Key_O, CTRL)
    assert pane.ready == 2
    assert counter.register.newest() == []
    press(window, KEY.Key_F12)
    assert {line.applicant for line in counter.register.newest()} == {"Cao Văn Nghĩa", "Hồ Thị Xuân"}
    press(window, KEY.Key_O, CTRL)
    assert pane.ready == 0


@pytest.mark.parametrize("joined", ["_", "", "-"])
def test_the_whole_name_of_a_long_file_is_in_sight(
    counter: Counter, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, joined: str
) -> None:
    pane = part(window, "sheets", SheetsPane)
    name = joined.join(["hoso", "chung", "thuc", "thang", "11", "<b>&"] * 4) + ".xlsx"
    path = sheet(counter, tmp_path / name, ("9.999", "Hồ Thị Xuân"))
    monkeypatch.setattr(pane, "choose_file", lambda: path)
    press(window, KEY.Key_O, CTRL)
    shown = pane.bar.findChildren(QLabel)[-1]
    words = QTextDocument()
    words.setHtml(shown.text())
    words.setDefaultFont(shown.font())
    assert name in words.toPlainText().replace("\u200b", "")
    words.setTextWidth(shown.width())
    assert words.idealWidth() <= shown.width()


def test_a_tall_part_does_not_push_another_out_of_sight_at_150_percent(
    window: MainWindow, counter: Counter
) -> None:
    received(counter)
    look().set(scale=1.5)
    part(window, "province", ProvincePane)
    checks = part(window, "checks", ChecksPane)
    QApplication.processEvents()
    table = checks.table
    first = table.visualRect(table.model().index(0, 0)).center()
    assert window.rect().contains(table.viewport().mapTo(window, first))
    assert table.visibleRegion().contains(first)


def test_an_empty_sheet_and_an_empty_list_of_keys_say_what_to_do(window: MainWindow) -> None:
    pane = part(window, "sheets", SheetsPane)
    assert not pane.table.isVisible() and pane._nothing.isVisible()
    keys = part(window, "keys", KeysPane)
    assert not keys.table.isVisible() and keys._nothing.isVisible() and keys.add_button.hasFocus()


def test_unknown_columns_are_asked_for_once(
    counter: Counter, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane = part(window, "sheets", SheetsPane)
    path = sheet(counter, tmp_path / "tinh.xlsx", ("2.000815", "Cao Văn Nghĩa"), heads=("Cột một", "Cột hai"))
    monkeypatch.setattr(pane, "choose_file", lambda: path)
    press(window, KEY.Key_O, CTRL)
    assert pane.mapping is not None
    pane.mapping.boxes["procedure"].set_value("Cột một")
    pane.mapping.boxes["name"].set_value("Cột hai")
    press(window, KEY.Key_F12)
    assert pane.ready == 1
    pane.looked = None
    press(window, KEY.Key_O, CTRL)
    assert pane.ready == 1
    assert pane.panel.form is None


def test_public_lists_are_two_files_without_whole_names(
    counter: Counter, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    received(counter, "Dương Thị Mỹ Linh")
    pane = part(window, "sheets", SheetsPane)
    monkeypatch.setattr(pane.publishing, "choose_folder", lambda: tmp_path)
    press(window, KEY.Key_L, CTRL)
    assert len(list(tmp_path.glob("cong-khai-*.xlsx"))) == 1
    (page,) = tmp_path.glob("cong-khai-*.html")
    assert "Linh" in page.read_text(encoding="utf-8")
    assert "Dương Thị Mỹ Linh" not in page.read_text(encoding="utf-8")


def test_public_lists_refuse_a_period_that_ends_before_it_begins(window: MainWindow) -> None:
    pane = part(window, "sheets", SheetsPane)
    pane.publishing.end.set_text("01/01/2020")
    press(window, KEY.Key_L, CTRL)
    assert pane.publishing.end.state == "error"


def test_what_paper_and_province_do_not_know_is_a_list_that_opens_and_goes_to_excel(
    counter: Counter, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = received(counter)
    pane = part(window, "checks", ChecksPane)
    assert pane.context_line == "1 hồ sơ chưa khớp"
    assert pane.rows.index(0, 5).data() == "Chưa in giấy tiếp nhận; Chưa gửi"
    monkeypatch.setattr(pane, "choose_place", lambda name: tmp_path / name)
    press(window, KEY.Key_E, CTRL)
    assert len(list(tmp_path.glob("doi-chieu-*.xlsx"))) == 1
    pane.table.choose(0)
    pane.table.setFocus()
    press(window, KEY.Key_Return)
    assert window.pages.key == "dossier"
    assert counter.register.dossier(code).code == code
