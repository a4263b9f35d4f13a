"""Sync: a package is made with one key, the answer is read, and what came back is listed with its reason."""

import json
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.counter.test_scans import PDF, put
from tests.counter_fixtures import Clock, draft
from tests.gui.standing import press, standing

from motcua_desktop.counter import exchange
from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.exchange import PackageLine, Stick
from motcua_desktop.domain.text import size_words
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.sync import SyncPage
from motcua_desktop.gui.pages.sync_province import ProvincePane
from motcua_desktop.gui.pages.sync_work import chain_words, numbers_words, since_choices


@pytest.fixture
def window(qtbot: QtBot, counter: Counter, tmp_path: Path) -> Iterator[MainWindow]:
    for name in ("Cao Văn Nghĩa", "Hồ Thị Xuân"):
        counter.intake.receive(draft(name=name))
    with standing(qtbot, counter, tmp_path / "desk", "sync") as made:
        yield made


def page_of(window: MainWindow) -> ProvincePane:
    assert isinstance(window.page, SyncPage)
    assert isinstance(window.page.part, ProvincePane)
    return window.page.part


def make_package(window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    page = page_of(window)
    monkeypatch.setattr(page, "choose_place", lambda name: folder / name)
    press(window, Qt.Key.Key_F12)
    (made,) = folder.glob("*.zip")
    return made


def test_the_page_counts_what_the_province_has_not_confirmed(window: MainWindow) -> None:
    page = page_of(window)
    assert page.context_line == "2 hồ sơ chưa được xác nhận"
    assert page.steps[0].sum.text() == "2 hồ sơ thay đổi"
    assert page.make_button.is_main


def test_a_stick_plugged_in_while_the_page_is_in_sight_is_seen(
    window: MainWindow, counter: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, there = page_of(window), Stick(tmp_path / "MOTCUA-LS", "MOTCUA-LS", 12_400_000_000, True)
    assert "Chưa có USB" in page.bar.accessibleName()
    monkeypatch.setattr(exchange, "sticks", lambda: (there,))
    page.sticks.look()
    assert window.tasks.wait_idle()
    assert page.bar.accessibleName() == "MOTCUA-LS sẵn sàng, còn 12,4 GB."
    assert "vào USB" in page.make_button.text()
    monkeypatch.setattr(exchange, "sticks", lambda: ())
    page.sticks.look()
    assert window.tasks.wait_idle()
    assert "Chưa có USB" in page.bar.accessibleName()
    press(window, Qt.Key.Key_F3)
    page.sticks.look()
    assert not window.tasks.is_busy, "nobody looks for sticks behind another page"


def test_f12_makes_the_package_and_it_waits_for_its_answer(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = make_package(window, tmp_path / "stick", monkeypatch)
    page = page_of(window)
    assert made.stat().st_size > 0
    assert [line.sequence for line in page.rows.loaded()] == [1]
    assert page.rows.index(0, 4).data() == "Chờ phản hồi"
    assert page.steps[1].sum.text() == "1 gói chờ phản hồi"
    assert not page.make_button.is_main


def test_scans_and_papers_go_along_where_that_is_ticked(
    window: MainWindow, counter: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = counter.register.newest()[0].code
    counter.scans.add(code, [put(tmp_path, "a.pdf", PDF)])
    page = page_of(window)
    page.attached.setFocus()
    press(window, Qt.Key.Key_Space)
    made = make_package(window, tmp_path / "stick", monkeypatch)
    with zipfile.ZipFile(made) as package:
        along = [name for name in package.namelist() if name.startswith("attachments/")]
    assert any("giay-hen" in name for name in along) and any("-01-" in name for name in along)


def test_a_package_can_hold_all_that_changed_since_an_earlier_one(
    window: MainWindow, counter: Counter, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_package(window, tmp_path / "stick", monkeypatch)
    page = page_of(window)
    code = counter.register.newest()[0].code
    clock.set("2026-03-03T08:00")
    counter.handling.result_ready(code)
    page.refresh()
    assert window.tasks.wait_idle()
    assert [words for _since, words in since_choices(page._standing)[1:]] == [  # type: ignore[arg-type]
        "Từ ngày 02/03 (sau gói 1)",
        "Toàn bộ sổ",
    ]
    for since, dossiers in ((1, 1), (0, 2)):
        page.since.set_value(since)
        clock.set(f"2026-03-03T09:0{since}")
        press(window, Qt.Key.Key_F12)
        assert counter.exchange.outbox().packages[0].dossiers == dossiers
        assert page.since.value() is None


def test_the_packages_say_that_none_is_missing_and_enter_shows_the_note_of_one(
    window: MainWindow, counter: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_package(window, tmp_path / "stick", monkeypatch)
    page = page_of(window)
    assert not page.chain.isVisible(), "one package is no chain"
    counter.intake.receive(draft())
    monkeypatch.setattr(page, "choose_place", lambda name: tmp_path / f"2-{name}")
    page.refresh()
    assert window.tasks.wait_idle()
    press(window, Qt.Key.Key_F12)
    assert page.chain.words.text() == "Chuỗi 1 đến 2 liền mạch, đã ký"
    page.table.setFocus()
    page.table.choose(1)
    press(window, Qt.Key.Key_Return)
    assert (counter.folder / "papers" / "phieu-giao-goi-1.pdf").exists()
    press(window, Qt.Key.Key_Escape)


def test_a_chain_with_a_package_that_does_not_follow_is_said() -> None:
    def line(number: int, previous: str) -> PackageLine:
        at = datetime(2026, 3, number)
        return PackageLine(number, at, "", "", "", 1, 0, 1, None, 0, 0, f"hash {number}", previous)

    assert chain_words([line(3, "hash 2"), line(2, "hash 1"), line(1, "")])[1]
    assert chain_words([line(4, "another"), line(2, "hash 1")]) == ("Chuỗi đứt trước gói 4", False)


def test_a_returned_dossier_stands_with_its_reason_and_opens_from_its_button(
    window: MainWindow, counter: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = make_package(window, tmp_path / "stick", monkeypatch)
    page = page_of(window)
    answer = tmp_path / "answer.json"
    answer.write_text(json.dumps(acknowledgement(counter, package)), encoding="utf-8")
    monkeypatch.setattr(page, "choose_file", lambda: answer)
    press(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert page.steps[2].sum.text() == "1 hồ sơ trả lại"
    assert page.rows.index(1, 4).data() == "Trả lại 1"
    shown = [part.text() for part in page.returned.findChildren(QLabel)]
    assert {"260302-0001", "Gói 1 trả lại. Sửa rồi hồ sơ vào gói 2."} <= set(shown)
    assert "Phản hồi gói 1 ngày 02/03/2026: 1 đã nhận" in shown
    page.returned.buttons[0].click()
    assert window.tasks.wait_idle()
    assert window.pages.key == "dossier"


def acknowledgement(counter: Counter, package: Path) -> dict[str, object]:
    """What the province answers: the first dossier taken, the second refused."""
    facts = counter.exchange.verify(package)
    one, other = (line.code for line in counter.register.newest())
    return {
        "motcua_ack": 1,
        "unit": facts.unit,
        "machine": facts.machine,
        "sequence": facts.sequence,
        "package": facts.hash,
        "at": "2026-03-02T10:00:00",
        "accepted": [{"MaHoSo": one}],
        "refused": [{"MaHoSo": other, "LyDo": "Nơi cấp giấy tờ để trống."}],
    }


def test_a_file_that_is_no_answer_is_refused_with_a_sentence(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(window)
    wrong = tmp_path / "anh.jpg"
    wrong.write_bytes(b"not an answer at all")
    monkeypatch.setattr(page, "choose_file", lambda: wrong)
    press(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert window._bars.count() == 1


def test_the_note_for_the_trip_is_a_paper(
    window: MainWindow, counter: Counter, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_package(window, tmp_path / "stick", monkeypatch)
    press(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    note = counter.folder / "papers" / "phieu-giao-goi-1.pdf"
    text = " ".join(counter.paper.text_of(note.read_bytes()).split())
    (sent,) = counter.exchange.outbox().packages
    assert "PHIẾU GIAO GÓI DỮ LIỆU" in text and "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text
    assert len(sent.hash) == 64 and sent.hash in text.replace(" ", "")
    assert "Lý Sơn, ngày 02 tháng 3 năm 2026" in text and text.count(sent.officer) == 4, "two copies"
    press(window, Qt.Key.Key_Escape)


def test_sizes_and_numbers_are_said_as_people_say_them() -> None:
    assert [size_words(n) for n in (900, 212_400, 1_240_000, 12_400_000_000)] == [
        "1 KB",
        "212 KB",
        "1,2 MB",
        "12,4 GB",
    ]
    assert numbers_words(()) == ""
