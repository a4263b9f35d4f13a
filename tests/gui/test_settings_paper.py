"""How papers are printed, chosen with keys; and the lists an office writes itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot
from tests.counter_fixtures import draft
from tests.gui.lists import write
from tests.gui.standing import press, standing

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.paper_answers import Signer
from motcua_desktop.gui.choosing_files import first_folder
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.settings import SettingsPage
from motcua_desktop.gui.pages.settings_lists import ListsPane
from motcua_desktop.gui.pages.settings_paper import PaperPane
from motcua_desktop.gui.printing import Printing
from motcua_desktop.gui.window_settings import WindowSettings

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, counter: Counter, tmp_path: Path) -> Iterator[MainWindow]:
    with standing(qtbot, counter, tmp_path / "desk", "settings") as made:
        yield made


def papers(window: MainWindow) -> PaperPane:
    assert isinstance(window.page, SettingsPage)
    press(window, KEY.Key_2, CTRL)
    assert isinstance(window.page.part, PaperPane)
    return window.page.part


def lists(window: MainWindow) -> ListsPane:
    assert isinstance(window.page, SettingsPage)
    press(window, KEY.Key_3, CTRL)
    assert isinstance(window.page.part, ListsPane)
    return window.page.part


def test_two_copies_on_one_a4_chosen_with_keys_are_the_next_receipt(
    window: MainWindow, counter: Counter
) -> None:
    pane = papers(window)
    press(window, KEY.Key_Return)
    QTest.keyClicks(window.focusWidget(), "2")
    press(window, KEY.Key_Tab)
    press(window, KEY.Key_Down)
    press(window, KEY.Key_F12)
    assert pane.panel.form is None
    slip = counter.intake.receive(draft()).slip
    assert slip is not None
    pdf = slip.read_bytes()
    assert counter.paper.page_count(pdf) == 1
    width, height = counter.paper.page_size(pdf, 0)
    assert width > height > 590
    press(window, KEY.Key_Z, CTRL)
    assert not counter.paper.choices.forms()[0].on_a4


def test_reports_and_lists_have_a_printer_and_no_picture(window: MainWindow, counter: Counter) -> None:
    pane = papers(window)
    pane.table.choose(pane.rows.rowCount() - 1)
    press(window, KEY.Key_Return)
    assert pane.form is not None
    assert not pane.form.trouble.isVisible() and not pane.form.copies.isVisible()
    assert pane.form.printer.isVisible() and pane.form.manner.isVisible()
    hints = pane.keys()
    assert "In thử" not in [hint.words for hint in hints]
    press(window, KEY.Key_F12)
    assert pane.form is None


def test_nine_copies_are_refused_beside_the_field(window: MainWindow, counter: Counter) -> None:
    pane = papers(window)
    press(window, KEY.Key_Return)
    QTest.keyClicks(window.focusWidget(), "9")
    press(window, KEY.Key_F12)
    assert pane.form is not None and pane.form.copies.state == "error"
    assert "1 đến 5" in pane.form.copies.sentence.text()
    assert counter.paper.choices.forms()[0].copies == 2


def test_a_trial_is_shown_at_its_true_size_and_keeps_no_dossier(window: MainWindow, counter: Counter) -> None:
    pane = papers(window)
    press(window, KEY.Key_Return)
    assert pane.form is not None and pane.form.sheets.places(600)
    press(window, KEY.Key_P, CTRL)
    assert (counter.folder / "in-thu.pdf").read_bytes().startswith(b"%PDF")
    press(window, KEY.Key_Escape)
    assert pane.form is not None
    assert not counter.register.newest(1)


def test_a_broken_edition_is_named_with_its_file_and_cannot_be_chosen(
    window: MainWindow, counter: Counter
) -> None:
    own = counter.folder / "forms" / "qd750"
    own.mkdir(parents=True)
    (own / "edition.json").write_text("{", encoding="utf-8")
    pane = papers(window)
    assert pane.trouble.isVisible() and "qd750" in pane.trouble.accessibleName()
    assert "qd750" not in [pane.edition.itemData(n) for n in range(pane.edition.count())]
    press(window, KEY.Key_M)
    assert pane.editions is not None
    assert "edition.json" in pane.editions.told.accessibleName()


def test_the_edition_of_new_dossiers_is_chosen_and_taken_back(window: MainWindow, counter: Counter) -> None:
    pane = papers(window)
    pane.edition.set_value("2018")
    pane.edition.picked.emit("2018")
    assert window.tasks.wait_idle()
    assert counter.intake.receive(draft()).dossier.form_edition == "2018"
    pane.table.setFocus()
    press(window, KEY.Key_Z, CTRL)
    assert counter.intake.receive(draft()).dossier.form_edition == "2025"


def test_a_desk_that_only_saves_slips_asks_no_printer(
    counter: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = WindowSettings(tmp_path)
    settings.put_printing("receipt", "", only_save=True)
    printing, sent = Printing(counter.paper, settings), []
    monkeypatch.setattr(printing, "send", lambda path: sent.append(path.name) or True)
    assert printing.offer(Path("H48-260302-0001-giay-hen-20260302-080000.pdf"))
    assert printing.offer(Path("H48-260302-0001-thu-xin-loi-20260302-080000.pdf"))
    assert sent == ["H48-260302-0001-thu-xin-loi-20260302-080000.pdf"]
    printing.close()


def test_each_form_has_its_printer_else_the_desks(
    counter: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = WindowSettings(tmp_path)
    settings.put("printer/slips", "Canon quầy")
    settings.put_printing("apology", "HP văn thư", only_save=False)
    monkeypatch.setattr(
        "motcua_desktop.gui.printing.QPrinterInfo.availablePrinterNames", lambda: ["Canon quầy", "HP văn thư"]
    )
    printing = Printing(counter.paper, settings)
    assert printing.printer(Path("x-thu-xin-loi-20260302-080000.pdf")) == "HP văn thư"
    assert printing.printer(Path("x-giay-hen-20260302-080000.pdf")) == "Canon quầy"
    assert printing.printer(Path("bieu-06a.pdf")) == "Canon quầy"
    printing.close()


def type_signer(window: MainWindow, *texts: str) -> None:
    """Ctrl+Enter, then each field with Enter between, as an officer does."""
    press(window, KEY.Key_Return, CTRL)
    for number, text in enumerate(texts):
        if number:
            press(window, KEY.Key_Return)
        focus = window.focusWidget()
        assert focus is not None
        write(focus, text)


def test_sections_and_signers_are_written_and_taken_back(window: MainWindow, counter: Counter) -> None:
    pane = lists(window)
    edit = pane.fields["sections"].edit
    assert isinstance(edit, QPlainTextEdit)
    edit.setPlainText("Tổ Biển đảo")
    type_signer(window, "Lê Văn Mẫu", "Phó Chủ tịch", "KT. Chủ tịch")
    press(window, KEY.Key_F12)
    assert counter.office.names("sections") == ("Tổ Biển đảo",)
    assert counter.office.signers() == (Signer("Lê Văn Mẫu", "PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH"),)
    assert counter.office.signers()[0] in counter.letters.signers()
    window.undo()
    assert window.tasks.wait_idle()
    assert counter.office.names("sections")[0] == "Phòng Kinh tế" and not counter.office.signers()
    assert not pane.signers.lines


def test_a_signer_without_a_title_is_said_beside_the_row_and_nothing_is_written(
    window: MainWindow, counter: Counter
) -> None:
    pane = lists(window)
    type_signer(window, "Lê Văn Mẫu")
    press(window, KEY.Key_F12)
    assert pane.signers.said.isVisible() and "chức vụ" in pane.signers.said.text()
    assert pane.signers.lines[0].edits[1].hasFocus()
    assert not counter.office.signers()
    press(window, KEY.Key_Escape)
    assert not pane.is_changed and not pane.signers.lines


def test_one_of_two_signers_is_taken_away_with_a_key(window: MainWindow, counter: Counter) -> None:
    counter.office.set_signers(
        [Signer("Lê Văn Mẫu", "PHÓ CHỦ TỊCH"), Signer("Trần Thị Thử", "CHÁNH VĂN PHÒNG")]
    )
    pane = lists(window)
    pane.signers.lines[0].edits[0].setFocus()
    press(window, KEY.Key_Down)
    assert pane.signers.here == 1
    press(window, KEY.Key_Up)
    press(window, KEY.Key_D, CTRL)
    press(window, KEY.Key_F12)
    assert [one.name for one in counter.office.signers()] == ["Trần Thị Thử"]
    assert counter.office.signers()[0].title == "CHÁNH VĂN PHÒNG"


def test_an_empty_row_of_signers_counts_for_nothing(window: MainWindow, counter: Counter) -> None:
    pane = lists(window)
    press(window, KEY.Key_Return, CTRL)
    assert pane.signers.lines and not pane.is_changed


def test_a_file_dialog_begins_where_an_officer_finds_it(window: MainWindow, counter: Counter) -> None:
    context = papers(window).context
    assert first_folder(context) != counter.folder, "there is nothing to choose beside the register"
    assert first_folder(context).is_dir()
    context.settings.put("files/last", str(counter.folder.parent))
    assert first_folder(context) == counter.folder.parent


def test_the_offices_own_signer_is_named_beside_the_others_and_nothing_counts_as_changed(
    window: MainWindow, counter: Counter
) -> None:
    pane = lists(window)
    assert counter.office.office().signer_name in pane.signers.note.text()
    assert not pane.is_changed
