"""The dossier's page: what, who, when and why, what happened, and what can be done."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from tests.counter_fixtures import Clock, draft
from tests.gui.lists import letter, received
from tests.gui.standing import press, standing

from motcua_desktop.counter.counter import Counter
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.dossier import DossierPage
from motcua_desktop.gui.pages.dossier_panel import DossierPanel
from motcua_desktop.gui.paper_view import PaperView
from motcua_desktop.gui.theme import look
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.rows import VALUE
from motcua_desktop.gui.widgets.time_line import step_height


@pytest.fixture
def code(counter: Counter, clock: Clock) -> str:
    """A dossier that was handed over, late, and re-appointed once."""
    made = received(counter, "Dương Thị Mỹ Linh")
    counter.handling.hand_over(made, "Phòng Kinh tế")
    clock.set("2026-03-09T09:00")
    counter.handling.apologise(made, "Chờ xác minh nơi cư trú")
    return made


@pytest.fixture
def window(qtbot: QtBot, counter: Counter, code: str, tmp_path: Path) -> Iterator[MainWindow]:
    with standing(qtbot, counter, tmp_path / "desk", "register") as made:
        made.go("dossier", code)
        assert made.tasks.wait_idle()
        yield made


def page_of(window: MainWindow) -> DossierPage:
    assert isinstance(window.page, DossierPage)
    return window.page


def words_in(page: DossierPage) -> str:
    QApplication.processEvents()
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def test_it_says_who_what_when_and_why(window: MainWindow, code: str) -> None:
    shown = words_in(page_of(window))
    assert window.page.context_line == code
    for words in (
        "Dương Thị Mỹ Linh",
        "Đăng ký thành lập hộ kinh doanh",
        "051•••••7731",
        "17:00 thứ Tư 11/03/2026",
        "thư xin lỗi",
        "Ngày thứ 1",
        "Phòng Kinh tế",
    ):
        assert words in shown


def test_the_time_line_ends_with_where_it_is_now(window: MainWindow) -> None:
    steps = page_of(window)._times.model().values  # type: ignore[attr-defined]
    assert [step.words for step in steps] == [
        "Bùi Thị Hạnh tiếp nhận",
        "Chuyển Phòng Kinh tế",
        "Thư xin lỗi số 01",
        "Đang ở Phòng Kinh tế",
    ]
    assert [step.now for step in steps] == [False, False, False, True]


def test_keys_work_here_as_in_the_list(window: MainWindow, counter: Counter, code: str) -> None:
    letter(window, "k")
    press(window, Qt.Key.Key_Return)
    assert counter.register.dossier(code).status == "result_ready"
    letter(window, "t")
    press(window, Qt.Key.Key_Return)
    assert counter.register.dossier(code).status == "returned"
    assert "Đã trả 09/03" in words_in(page_of(window))


def test_opening_a_dossier_is_written_to_the_log(window: MainWindow, counter: Counter, code: str) -> None:
    from sqlalchemy import text

    with counter._desk.database.read() as connection:
        looked = connection.execute(text("select count(*) from events where kind = 'view'")).scalar_one()
    assert looked == 1


def test_the_page_names_every_paper_whole_and_the_panel_says_how_many_more(
    window: MainWindow, counter: Counter
) -> None:
    permit = counter.catalogue.procedure("1.013225")
    chosen = tuple(part.number for part in permit.components if not part.is_note)
    made = counter.intake.receive(draft("1.013225", components=chosen), slip=False).dossier
    window.go("dossier", made.code)
    assert window.tasks.wait_idle()
    shown = words_in(page_of(window))
    named = [
        part.name.rstrip(" ;")
        for part in permit.components
        if part.number in {one.number for one in made.papers}
    ]
    assert len(named) > 6 and max(map(len, named)) > 90
    assert all(name in shown for name in named)
    panel = DossierPanel()
    panel.show_view(page_of(window).view, [])
    told = " ".join(one.text() for one in panel.findChildren(QLabel))
    assert f"và {len(named) - 6} giấy tờ nữa" in told
    panel.deleteLater()


def test_escape_goes_back_where_the_officer_came_from(window: MainWindow) -> None:
    press(window, Qt.Key.Key_Escape)
    assert window.pages.key == "register"


def test_escape_from_the_guide_and_from_the_dossier_ends_at_the_list(window: MainWindow) -> None:
    press(window, Qt.Key.Key_F1)
    assert window.pages.key == "help"
    press(window, Qt.Key.Key_Escape)
    assert window.pages.key == "dossier"
    assert window.navigation._list.currentIndex().data(VALUE).page == "register", "the guide is left"
    press(window, Qt.Key.Key_Escape)
    assert window.pages.key == "register"


def test_enter_on_a_printed_paper_opens_it_in_the_program(
    window: MainWindow, counter: Counter, code: str
) -> None:
    page = page_of(window)
    links = [
        one for one in page.findChildren(Button) if one.text() == "Thư xin lỗi và hẹn lại" and one.isVisible()
    ]
    links[0].setFocus()
    press(window, Qt.Key.Key_Return)
    (paper,) = window.findChildren(PaperView)
    assert paper.accessibleName() == f"Thư xin lỗi và hẹn lại {counter.register.dossier(code).short_code}"
    press(window, Qt.Key.Key_Escape)
    assert not paper.isVisible()


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_facts_and_next_steps_stand_side_by_side_and_nothing_is_cut(
    window: MainWindow, code: str, scale: float
) -> None:
    look().set(scale=scale)
    page = page_of(window)
    page.refresh()
    assert window.tasks.wait_idle()
    for _each in range(3):  # the columns, then the foot with its buttons
        QApplication.processEvents()
    area = page._stage
    assert area.widget().width() <= area.viewport().width()
    assert page.side.mapTo(page, QPoint(0, 0)).x() > area.mapTo(page, area.rect().topRight()).x()
    times = page._times
    for number in range(times.model().rowCount()):
        index = times.model().index(number, 0)
        room = times.visualRect(index)
        assert step_height(index.data(VALUE), room.width()) == room.height()
    main = page.foot.buttons()[0]
    assert page.rect().contains(QRect(main.mapTo(page, QPoint(0, 0)), main.size()))
    assert main.width() >= main.sizeHint().width()


def test_a_paper_that_is_not_on_this_machine_is_said_with_the_key_that_prints_it_again(
    window: MainWindow, counter: Counter, code: str
) -> None:
    """After a lost disk the register is back and its papers are not: they are drawn from it."""
    for paper in counter.register.dossier(code).printed:
        counter.paper.kept(paper).unlink()
    press(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    (bar,) = window._shown_bars
    assert "Bấm P để in lại từ sổ" in bar.accessibleName()
