"""Lists of the portal on the settings page: what they hold is said, and what was written is taken back."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from tests.counter_fixtures import draft
from tests.gui.settings_desk import part, window
from tests.gui.standing import press
from tests.gui.test_settings_parts import CTRL, LISTS, portal_answer

from motcua_desktop.counter.counter import Counter
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.catalogue import CataloguePane
from motcua_desktop.gui.widgets.empty_state import EmptyState

__all__ = ["window"]


def bring(window: MainWindow, monkeypatch: pytest.MonkeyPatch, path: Path) -> CataloguePane:
    pane = part(window, "catalogue")
    assert isinstance(pane, CataloguePane)
    monkeypatch.setattr(pane, "choose_file", lambda: path)
    press(window, Qt.Key.Key_O, CTRL)
    return pane


def new_procedure(tmp_path: Path) -> Path:
    path = tmp_path / "LayThuTuc.json"
    return portal_answer(path, MATTHC="9.123456", TENTTHC="Thủ tục chỉ có ở Cổng")


def test_a_list_without_commune_procedures_says_so_and_how_many_it_holds(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane = bring(window, monkeypatch, LISTS / "danh-sach-tthc-NganhangNhanuocVietNam.xlsx")
    (empty,) = pane.changes.findChildren(EmptyState)
    assert empty.sentence.text() == "Không có thủ tục cấp xã"
    assert pane._preview is not None and pane._preview.not_ours > 200
    said = [one.text() for one in empty.findChildren(QLabel)]
    assert any(f"Tệp có {pane._preview.not_ours} thủ tục" in words for words in said)


def test_an_imported_list_is_taken_back_as_it_promised_before_it_was_written(
    window: MainWindow, counter: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = counter.catalogue.count()
    pane = bring(window, monkeypatch, new_procedure(tmp_path))
    said = [one.text() for one in pane.changes.findChildren(QLabel)]
    assert any("Ctrl+Z đưa danh mục về như trước" in words for words in said)
    press(window, Qt.Key.Key_F12)
    assert counter.catalogue.procedure("9.123456").name == "Thủ tục chỉ có ở Cổng"
    press(window, Qt.Key.Key_Z, CTRL)
    assert counter.catalogue.count() == before
    assert counter.catalogue.find("9.123456") == ()


def test_a_new_procedure_a_dossier_names_by_now_ends_when_the_list_is_taken_back(
    window: MainWindow, counter: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(window, monkeypatch, new_procedure(tmp_path))
    press(window, Qt.Key.Key_F12)
    counter.intake.receive(draft("9.123456"), slip=False)
    press(window, Qt.Key.Key_Z, CTRL)
    assert not counter.catalogue.procedure("9.123456").in_force(counter.now().date())


def test_what_was_edited_since_is_not_taken_back(
    window: MainWindow, counter: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = counter.catalogue.procedure("1.001612")
    way = {"KENH": "1", "THOIGIAN": [{"THOIGIANGIAIQUYET": "5", "DONVITINH": "Ngày làm việc"}]}
    path = portal_answer(tmp_path / "l.json", MATTHC=ours.code, TENTTHC=ours.name, CACHTHUCTHUCHIEN=[way])
    preview = counter.catalogue_import.preview(path)
    counter.catalogue_import.apply(preview, {ours.code})
    assert counter.catalogue.procedure(ours.code).term != ours.term
    assert counter.catalogue_import.take_back(preview, {ours.code}) == 1
    assert counter.catalogue.procedure(ours.code) == ours
    assert counter.catalogue_import.take_back(preview, {ours.code}) == 0


def test_a_file_that_is_no_list_is_not_blamed_once_a_list_is_read(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = tmp_path / "wrong.json"
    wrong.write_text("{}", "utf-8")
    bring(window, monkeypatch, wrong)
    assert len(window._shown_bars) == 1
    bring(window, monkeypatch, new_procedure(tmp_path))
    assert window._shown_bars == []


def test_a_name_that_ends_with_a_full_stop_is_followed_by_no_second_one(
    window: MainWindow, counter: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = counter.catalogue.procedure("1.001612")
    counter.catalogue_import.save(replace(ours, name="Tên cũ (thẩm quyền cấp xã)."))
    path = portal_answer(tmp_path / "l.json", MATTHC=ours.code, TENTTHC="Tên mới (cấp xã).")
    pane = bring(window, monkeypatch, path)
    said = pane.changes.told.accessibleName()
    assert said == "Tên mới (cấp xã). Tên trước đây: Tên cũ (thẩm quyền cấp xã)."
