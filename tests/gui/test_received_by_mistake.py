"""A dossier received by mistake and noticed after the next citizen; a slip that a correction makes wrong."""

from PySide6.QtCore import Qt
from tests.counter_fixtures import Clock
from tests.gui.lists import CTRL, letter, type_into
from tests.gui.register_desk import codes, page_of, window, words_in
from tests.gui.standing import press
from tests.gui.test_register_keys import stands_on

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.lifecycle import Move, Status
from motcua_desktop.domain.query import Query
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.dossier_view import read_view, steps
from motcua_desktop.gui.pages.forms.correct import CorrectForm
from motcua_desktop.gui.widgets.inputs import ComboBox

__all__ = ["codes", "window"]
KEY = Qt.Key


def correct(window: MainWindow, **typed: str) -> None:
    """Type into the form of E and write it."""
    letter(window, "e")
    (form,) = page_of(window).pane.findChildren(CorrectForm)
    for name, text in {"reason": "Gõ sai", **typed}.items():
        form.fields[name if name == "reason" else f"applicant.{name}"].set_text(text)
    press(window, KEY.Key_F12)
    assert window.tasks.wait_idle()


def offered(window: MainWindow) -> list[str]:
    """The reasons the form of R offers."""
    (choice,) = [box for box in page_of(window).pane.findChildren(ComboBox) if box.isVisible()]
    return [choice.itemText(number) for number in range(choice.count())]


def test_a_mistake_seen_after_the_next_citizen_is_cancelled_from_the_dossier(
    window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    stands_on(window, codes["running"])
    letter(window, "r")
    press(window, KEY.Key_Down)
    press(window, KEY.Key_Down)
    press(window, KEY.Key_F12)
    assert window.tasks.wait_idle()
    gone = counter.register.dossier(codes["running"])
    assert (gone.status, gone.events[-1].facts["mistake"]) == (Status.WITHDRAWN, "1")
    assert gone.events[-1].reason == "Nhận nhầm, hủy tại quầy"
    assert counter.register.count(Query(taken_in=True)) == len(codes) - 1
    assert "Thu lại giấy hẹn" in window.toast._words.text()
    view = read_view(counter, codes["running"])
    assert view is not None and "hủy, nhận nhầm" in steps(view)[-1].words
    press(window, KEY.Key_Z, CTRL)
    assert window.tasks.wait_idle()
    assert counter.register.dossier(codes["running"]).status is Status.RECEIVED
    assert counter.register.count(Query(taken_in=True)) == len(codes)


def test_nobody_is_said_to_withdraw_without_the_officer_choosing_it(
    window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    stands_on(window, codes["running"])
    letter(window, "r")
    assert len(offered(window)) == 2
    press(window, KEY.Key_F12)
    assert counter.register.dossier(codes["running"]).status is Status.RECEIVED
    type_into(window, "nhan nham thu tuc")
    press(window, KEY.Key_F12)
    assert window.tasks.wait_idle()
    last = counter.register.dossier(codes["running"]).events[-1]
    assert (last.reason, last.facts.get("mistake")) == ("nhan nham thu tuc", "1")


def test_on_another_day_it_is_not_offered_and_the_form_says_why(
    window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    stands_on(window, codes["late"])
    letter(window, "r")
    assert offered(window) == ["Người nộp đề nghị rút hồ sơ"]
    assert "chỉ hủy được trong ngày tiếp nhận" in words_in(page_of(window))


def test_a_dossier_that_went_on_says_so_until_that_is_taken_back(
    window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    counter.handling.hand_over(codes["running"], "Phòng Kinh tế")
    assert window.tasks.wait_idle()
    stands_on(window, codes["running"])
    letter(window, "r")
    assert "hồ sơ đã có việc khác" in words_in(page_of(window))
    press(window, KEY.Key_Escape)
    counter.handling.undo(codes["running"])
    done = counter.intake.take_back(codes["running"], "Nhận nhầm").dossier
    assert (done.status, done.events[-1].move) == (Status.WITHDRAWN, Move.WITHDRAW)


# ---------------------------------------------------------------- a slip that is wrong now
def test_a_corrected_name_offers_the_slip_again_and_enter_prints_it(
    window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    stands_on(window, codes["running"])
    correct(window, name="Dương Thị Mỹ Lịnh")
    mended = counter.register.dossier(codes["running"])
    assert (mended.applicant.name, len(mended.printed)) == ("Dương Thị Mỹ Lịnh", 1)
    assert "còn ghi thông tin cũ: thu lại" in words_in(page_of(window))
    press(window, KEY.Key_Return)
    assert window.tasks.wait_idle()
    assert [paper.reprint for paper in counter.register.dossier(codes["running"]).printed] == [False, True]


def test_nothing_corrected_offers_no_slip(
    window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    stands_on(window, codes["running"])
    correct(window)
    assert len(counter.register.dossier(codes["running"]).events) == 2
    assert not page_of(window).pane.has_form
