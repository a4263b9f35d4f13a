"""Procedures of the settings: worked with by keys on a real counter."""

import json
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.counter_fixtures import Clock, draft
from tests.gui.settings_desk import part, window
from tests.gui.standing import press, standing

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.fees import Per
from motcua_desktop.domain.procedure import Step
from motcua_desktop.domain.terms import Term, Unit
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.catalogue import CataloguePane
from motcua_desktop.gui.pages.catalogue_form import ProcedureForm
from motcua_desktop.gui.pages.catalogue_term import rule_words
from motcua_desktop.gui.pages.settings import SettingsPage
from motcua_desktop.gui.widgets.empty_state import EmptyState

LISTS = Path(__file__).resolve().parents[1] / "data" / "portal_lists"
CTRL = Qt.KeyboardModifier.ControlModifier

__all__ = ["window"]


def test_a_procedures_short_name_is_written_and_found_by_it(window: MainWindow, counter: Counter) -> None:
    pane = part(window, "catalogue")
    assert isinstance(pane, CataloguePane)
    QTest.keyClicks(pane.search, "1.001612")
    press(window, Qt.Key.Key_Return)
    pane.table.setFocus()
    press(window, Qt.Key.Key_Return)
    assert pane._form is not None
    pane._form.first.selectAll()
    QTest.keyClicks(pane._form.first, "hkd")
    press(window, Qt.Key.Key_F12)
    assert counter.catalogue.find("hkd")[0].code == "1.001612"
    assert pane.panel.form is None


def open_procedure(window: MainWindow, code: str) -> ProcedureForm:
    pane = part(window, "catalogue")
    assert isinstance(pane, CataloguePane)
    pane.search.setText(code)
    press(window, Qt.Key.Key_Return)
    pane.table.setFocus()
    press(window, Qt.Key.Key_Return)
    assert pane._form is not None
    return pane._form


def test_a_second_fee_from_a_later_day_is_charged_from_that_day(
    window: MainWindow, counter: Counter, clock: Clock
) -> None:
    form = open_procedure(window, "1.001612")
    while form.fees.rows:
        form.fees.drop(form.fees.rows[0])
    for amount, start, end in ((100_000, "", "31/03/2026"), (50_000, "01/04/2026", "")):
        press(window, Qt.Key.Key_N, CTRL)
        row = form.fees.rows[-1]
        for field, text in ((row.amount, f"{amount}"), (row.start, start), (row.end, end)):
            field.set_text(text)
    press(window, Qt.Key.Key_F12)
    received = [counter.intake.receive(draft("1.001612")).dossier.fees]
    clock.set("2026-04-01T08:00")
    received.append(counter.intake.receive(draft("1.001612")).dossier.fees)
    assert [[line.amount for line in fees] for fees in received] == [[100_000], [50_000]]


def test_a_fee_gets_another_amount_from_a_day_on_with_one_button(
    window: MainWindow, counter: Counter, clock: Clock
) -> None:
    form = open_procedure(window, "2.001019")
    before = counter.catalogue.procedure("2.001019").fees
    old = form.fees.rows[0]
    assert old.amount.text() == "50.000"
    old.changed_from.emit(old)
    assert form.fees.rows[-1].start.edit.hasFocus()
    QTest.keyClicks(window.focusWidget(), "01/04/2026")
    assert old.end.text() == "31/03/2026", "the old amount ends the day before"
    form.fees.rows[-1].amount.set_text("60.000")
    press(window, Qt.Key.Key_F12)
    received = [counter.intake.receive(draft("2.001019")).dossier.fees]
    clock.set("2026-04-01T08:00")
    received.append(counter.intake.receive(draft("2.001019")).dossier.fees)
    assert [fees[0].amount for fees in received] == [before[0].amount, 60_000]


def test_a_fee_is_taken_away_with_ctrl_d(window: MainWindow, counter: Counter) -> None:
    form = open_procedure(window, "2.001019")
    count = len(form.fees.rows)
    form.fees.rows[0].name.setFocus()
    press(window, Qt.Key.Key_D, CTRL)
    press(window, Qt.Key.Key_F12)
    assert len(counter.catalogue.procedure("2.001019").fees) == count - 1


def test_a_term_reads_as_within_the_day_or_as_a_number_with_its_unit(
    window: MainWindow, counter: Counter
) -> None:
    form = open_procedure(window, "1.000656")
    assert form.term.box.currentText() == "trong ngày"
    assert form.term.value.text() == "" and not form.term.value.edit.isEnabled()
    press(window, Qt.Key.Key_F12)
    same = counter.catalogue.procedure("1.000656").term
    assert same is not None and not same.value
    form = open_procedure(window, "1.000656")
    form.term.box.set_value("working_day")
    form.term.box.picked.emit("working_day")
    press(window, Qt.Key.Key_F12)
    assert "Gõ một số" in form.term.value.sentence.text()
    QTest.keyClicks(window.focusWidget(), "2")
    press(window, Qt.Key.Key_F12)
    assert counter.catalogue.procedure("1.000656").term == Term.of(2, Unit.WORKING_DAY)


def test_steps_are_typed_in_fields_and_give_their_section(window: MainWindow, counter: Counter) -> None:
    form = open_procedure(window, "1.001612")
    for step in (("Tham dinh", "Phong Kinh te", "2"), ("Ky", "Van phong", "1")):
        press(window, Qt.Key.Key_Return, CTRL)
        for text in step:
            QTest.keyClicks(window.focusWidget(), text)
            if text != step[-1]:
                press(window, Qt.Key.Key_Return)
    assert form.steps.here == 1
    press(window, Qt.Key.Key_F12)
    kept = counter.catalogue.procedure("1.001612").steps
    assert kept == (Step("Tham dinh", "Phong Kinh te", "2"), Step("Ky", "Van phong", "1"))


def test_a_fee_by_page_has_its_first_pages_and_its_most(window: MainWindow, counter: Counter) -> None:
    form = open_procedure(window, "2.000815")
    while form.fees.rows:
        form.fees.drop(form.fees.rows[0])
    press(window, Qt.Key.Key_N, CTRL)
    row = form.fees.rows[0]
    row.per.edit.set_value(Per.PAGE)  # type: ignore[attr-defined]
    assert not row._pages.isHidden()
    for field, text in ((row.amount, "2.000"), (row.first_pages, "2"), (row.after, "1.000"), (row.cap, "")):
        field.set_text(text)
    row.cap.set_text("200.000")
    press(window, Qt.Key.Key_F12)
    dossier = counter.intake.receive(draft("2.000815", pages=5, copies=2)).dossier
    assert [line.amount for line in dossier.fees] == [14_000]


def test_a_fee_that_would_be_charged_twice_is_refused_beside_its_name(
    window: MainWindow, counter: Counter
) -> None:
    form = open_procedure(window, "1.001612")
    before = counter.catalogue.procedure("1.001612")
    for _twice in range(2):
        form.fees.add()
        form.fees.rows[-1].amount.set_text("8000")
    press(window, Qt.Key.Key_F12)
    assert form.fees.rows[-1].name.state == "error"
    assert counter.catalogue.procedure("1.001612") == before


def test_a_procedure_that_ends_before_it_begins_is_refused(window: MainWindow, counter: Counter) -> None:
    form = open_procedure(window, "1.001612")
    form.start.set_text("01/07/2026")
    form.end.set_text("30/06/2026")
    press(window, Qt.Key.Key_F12)
    assert form.end.state == "error"
    form.end.set_text("30/06/2027")
    press(window, Qt.Key.Key_F12)
    kept = counter.catalogue.procedure("1.001612")
    assert (kept.effective_from, kept.effective_to) == (date(2026, 7, 1), date(2027, 6, 30))
    assert not kept.in_force(counter.now().date())


def test_an_expired_procedure_says_so_in_the_list(window: MainWindow, counter: Counter) -> None:
    form = open_procedure(window, "1.001612")
    form.end.set_text("01/03/2026")
    press(window, Qt.Key.Key_F12)
    pane = part(window, "catalogue")
    assert isinstance(pane, CataloguePane)
    (kept,) = pane.rows.loaded()
    assert rule_words(kept, counter.now().date()) == "hết từ 02/03/2026"
    window.undo()
    assert window.tasks.wait_idle()
    assert rule_words(counter.catalogue.procedure("1.001612"), counter.now().date()) == "3 ngày làm việc"


def test_a_list_of_the_portal_is_looked_at_before_it_is_written(
    window: MainWindow, counter: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane = part(window, "catalogue")
    assert isinstance(pane, CataloguePane)
    path = tmp_path / "list.xlsx"
    shutil.copy(LISTS / "danh-sach-tthc-BoTuPhap.xlsx", path)
    monkeypatch.setattr(pane, "choose_file", lambda: path)
    before = counter.accounts.log(1)
    press(window, Qt.Key.Key_O, CTRL)
    assert pane._preview is not None
    assert counter.accounts.log(1) == before
    press(window, Qt.Key.Key_Escape)
    assert pane._preview is None


def portal_answer(path: Path, **told: object) -> Path:
    """A LayThuTuc answer on one procedure."""
    path.write_text(json.dumps({"result": [told]}), "utf-8")
    return path


def test_a_laythutuc_answer_says_what_it_changes_and_read_twice_says_that_nothing_is_new(
    window: MainWindow, counter: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane = part(window, "catalogue")
    assert isinstance(pane, CataloguePane)
    ours = counter.catalogue.procedure("1.001612")
    way = {"KENH": "1", "THOIGIAN": [{"THOIGIANGIAIQUYET": "5", "DONVITINH": "Ngày làm việc"}]}
    path = portal_answer(
        tmp_path / "LayThuTuc.json", MATTHC=ours.code, TENTTHC=ours.name, CACHTHUCTHUCHIEN=[way]
    )
    monkeypatch.setattr(pane, "choose_file", lambda: path)
    press(window, Qt.Key.Key_O, CTRL)
    assert "Thời hạn 3 ngày làm việc, nay 5 ngày làm việc." in pane.changes.told.accessibleName()
    press(window, Qt.Key.Key_Space)
    assert not pane.keep.isEnabled()
    press(window, Qt.Key.Key_F12)
    assert counter.catalogue.procedure("1.001612") == ours, "nothing is ticked"
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_F12)
    assert counter.catalogue.procedure("1.001612").term == Term.of(5, Unit.WORKING_DAY)
    press(window, Qt.Key.Key_O, CTRL)
    (empty,) = pane.changes.findChildren(EmptyState)
    assert empty.sentence.text() == "Danh sách không có gì mới"
    press(window, Qt.Key.Key_Escape)
    assert pane._preview is None
